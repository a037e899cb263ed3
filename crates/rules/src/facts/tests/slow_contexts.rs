//! What was said and derived for the ask itself.

use serde_json::{Value, json};

use super::{slow::*, slow_things::*};
use std::collections::BTreeMap;

impl Slow {
    pub(crate) fn context(&self) -> Facts {
        let own = self.own();
        let mut told = if own.is_null() {
            Facts::new()
        } else {
            facts(own)
        };
        told.insert("unit".into(), json!("Unit::unit"));
        if !self.is_report() {
            told.insert("answers".into(), self.answers());
            told.insert("setting".into(), self.state["unit"]["settings"].clone());
        }
        if self.name == "clear_zone" || self.name == "clear_to_fire" {
            told.insert("zone".into(), self.zone());
        }
        told
    }

    fn is_report(&self) -> bool {
        custody::input::Report::NAMES.contains(&self.name.as_str())
    }

    fn others(&self, roles: &[&str]) -> Vec<String> {
        let bearer = text(&self.body["bearer"]).filter(|_| self.name == "issue");
        let with = self.with.iter().filter(|(id, role, _)| {
            roles.contains(&role.as_str())
                && Some(id) != self.by.as_ref()
                && Some(id) != bearer.as_ref()
        });
        let mut ids: Vec<String> = with.map(|(id, _, _)| id.clone()).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    fn answers(&self) -> Value {
        let roles = |who: &[&str]| {
            set(self
                .others(who)
                .iter()
                .flat_map(|id| texts(&self.person(id)["roles"])))
        };
        let all = |who: &[&str]| {
            let with = self
                .with
                .iter()
                .filter(|(_, role, _)| who.contains(&role.as_str()));
            things("Person", with.map(|(id, _, _)| id.clone()))
        };
        let weapon = text(&self.body["weapon"]);
        let trained = self.others(&["witness"]).into_iter().filter(|id| {
            let person = self.person(id);
            let handlers = ["armorer", "property_master", "assistant_property_master"];
            handlers.iter().any(|role| has(&person["roles"], role))
                || weapon
                    .as_ref()
                    .is_some_and(|weapon| self.trained(person, weapon))
        });
        json!({
            "witnesses": all(&["witness"]),
            "witness_roles": roles(&["witness"]),
            "witness_papers": set(self.others(&["witness"]).iter()
                .flat_map(|id| self.current_papers(self.person(id)))),
            "trained_witnesses": trained.count(),
            "accepts": all(&["accepts", "confirms"]),
            "accept_roles": roles(&["accepts", "confirms"]),
            "hearers": self.others(&["hears"]).len(),
            "reads_back": self.others(&["reads_back"]).len(),
            "spoken": self.with.iter().any(|(_, role, means)| role != "hears" && means == "spoken"),
        })
    }

    fn trained(&self, person: &Value, weapon: &str) -> bool {
        let mut class = text(&self.weapon(weapon)["class"]).unwrap();
        if ["accept_weapon", "fit"].contains(&self.name.as_str())
            && !self.body["features"].is_null()
        {
            let features = serde_json::from_value(self.features_after()).unwrap();
            class = custody::derive::weapon(&features).1.to_string();
        }
        has(&person["trained_on"], weapon) || has(&person["trained_for"], &class)
    }

    fn features_after(&self) -> Value {
        let before = &self.weapon(self.body["weapon"].as_str().unwrap())["features"];
        let mut features = before.as_object().unwrap().clone();
        if self.name == "accept_weapon" {
            features.clear();
        }
        features.extend(self.body["features"].as_object().unwrap().clone());
        json!(features)
    }

    fn held_papers(&self, one: &Value) -> Vec<String> {
        let papers = entries(&self.person(one["person"].as_str().unwrap())["papers"]);
        let held = papers.into_iter().filter(|(_, paper)| {
            paper["standing"] == "held" && self.days(&paper["expires"]).is_none_or(|left| left >= 0)
        });
        held.flat_map(|(kind, _)| [kind.split('_').next().unwrap().to_owned(), kind])
            .collect()
    }

    fn zone(&self) -> Value {
        let empty = json!({});
        let scene = self
            .scene_id()
            .map_or(&empty, |id| &self.state["scenes"][&id]);
        let asked = self.name == "clear_zone";
        let zone = if asked { &self.body } else { &scene["zone"] };
        let plan = Some(&scene["plan"]).filter(|plan| plan["status"] == "in_force");
        let leave = |one: &Value| {
            let inside = plan.map_or(&[][..], |plan| list(&plan["envelope"]["inside"]));
            inside.iter().find(|leave| leave["person"] == one["person"])
        };
        let inside = list(&zone["inside"]);
        let those = |so: &dyn Fn(&Value) -> bool| {
            things(
                "Person",
                inside
                    .iter()
                    .filter(|one| so(one))
                    .filter_map(|one| text(&one["person"])),
            )
        };
        let least = plan.and_then(|plan| plan["envelope"]["least_distance_cm"].as_i64());
        let cm = |one: &Value| one["distance_cm"].as_i64().unwrap();
        let papers = inside
            .first()
            .map(|first| self.held_papers(first))
            .unwrap_or_default();
        let shared = papers.into_iter().filter(|kind| {
            inside
                .iter()
                .all(|one| self.held_papers(one).contains(kind))
        });
        json!({
            "clear": asked || !zone.is_null(),
            "nearest_cm": inside.iter().map(cm).min().unwrap_or(99_999),
            "too_near": those(&|one| match leave(one) {
                Some(leave) => cm(one) < leave["least_cm"].as_i64().unwrap(),
                None => least.is_none_or(|least| cm(one) < least),
            }),
            "in_line": those(&|one| yes(&one["in_line"]) && !leave(one).is_some_and(|leave| yes(&leave["in_line"]))),
            "least_off_line_degrees": inside.iter().map(|one| one["off_line_degrees"].as_i64().unwrap_or(0))
                .min().unwrap_or(99_999),
            "unprotected": those(&|one| leave(one).is_some_and(|leave| {
                texts(&leave["protection"]).iter().any(|need| !has(&one["protection"], need))
            })),
            "without_ears": those(&|one| !has(&one["protection"], "ears")),
            "unconfirmed": those(&|one| !yes(&one["confirmed"])),
            "minors": those(&|one| {
                let person = self.person(one["person"].as_str().unwrap());
                self.days(&person["minor_until"]).is_some_and(|left| left > 0)
            }),
            "papers": set(shared),
            "lookout": !zone["lookout"].is_null(),
        })
    }

    fn own(&self) -> Value {
        let b = &self.body;
        match self.name.as_str() {
            "enroll" => json!({
                "minor": self.days(&b["minor_until"]).is_some_and(|left| left > 0),
                "roles": set(texts(&b["roles"])), "himself": text(&b["person"]) == self.by,
            }),
            "assign_role" => json!({ "role": b["role"] }),
            "record_qualification" => json!({ "paper_kind": b["paper"]["kind"] }),
            "induct" => json!({ "weapons": things("Weapon", texts(&b["weapons"])) }),
            "take_duty" | "drop_duty" => json!({ "duty": b["duty"] }),
            "relieve" => self.relieve(),
            "accept_weapon" => {
                let told = entries(&self.weapon(b["weapon"].as_str().unwrap())["features"]);
                let differs = told.into_iter().filter(|(name, told)| {
                    let seen = &b["features"][name];
                    !seen.is_null() && seen != *told
                });
                json!({
                    "differs": set(differs.map(|(name, _)| name)),
                    "differences_named": !b["differences"].is_null(),
                })
            }
            "test_fire" => json!({ "lot_class": match text(&b["lot"]) {
                None => json!("none"),
                Some(lot) => self.lot(&lot)["class"].clone(),
            } }),
            "test_dummies" => json!({
                "tested": b["tested"], "failed": b["failed"], "one_by_one": b["one_by_one"],
                "methods": set(texts(&b["methods"])),
            }),
            "transfer" => self.transfer(),
            "count" => self.count(),
            "check_out" => json!({ "purpose": or(&b["purpose"], "") }),
            "check" => self.check(),
            "load" => self.load(),
            "show" => json!({ "dry_fire": yes(&b["dry_fire"]) }),
            "issue" => self.issue(),
            "send" => self.send(),
            "announce" => self.announce(),
            "begin_activity" => self.begin(),
            "clear_to_fire" => self.fire(),
            _ if self.is_report() => self.report(),
            _ => self.planning(),
        }
    }

    fn planning(&self) -> Value {
        let b = &self.body;
        let scenes: Vec<&Value> = texts(&b["scenes"])
            .iter()
            .map(|id| &self.state["scenes"][id])
            .collect();
        let armed = |scene: &&&Value| {
            let plan = &scene["plan"]["envelope"];
            !list(&plan["weapons"]).is_empty() || !list(&plan["classes"]).is_empty()
        };
        let present = texts(&b["present"]);
        match self.name.as_str() {
            "add_set_up" => json!({ "outside_plan": !b["outside_plan"].is_null() }),
            "assess_risk" => json!({ "covers": set(texts(&b["covers"])) }),
            "declare_live_exception" => {
                json!({ "exception": b["exception"], "evidenced": !b["evidence"].is_null() })
            }
            "file_document" => {
                let clocks =
                    &self.state["incidents"][b["incident"].as_str().unwrap_or("?")]["clocks"];
                let meets = list(clocks).iter().any(|clock| clock["to"] == b["to"]);
                let meant = !b["incident"].is_null() || !b["to"].is_null();
                json!({ "topic": b["topic"], "tells_nobody": meant && !meets })
            }
            "publish_schedule" => json!({
                "bulletins_attached": yes(&b["bulletins_attached"]),
                "with_weapons": scenes.iter().any(|scene| armed(&scene)),
                "with_firearms": scenes.iter().any(|scene| self.has_firearm(scene)),
            }),
            "hold_meeting" => json!({
                "present_roles": set(present.iter().flat_map(|id| texts(&self.person(id)["roles"]))),
                "on_site": yes(&b["on_site"]),
                "covers": set(texts(&b["covers"])),
            }),
            "acknowledge" => {
                let scene = self
                    .scene_id()
                    .map(|id| &self.state["scenes"][&id]["plan"]["envelope"]);
                let played = scene.and_then(|plan| text(&plan["choreography"]));
                let read = played.is_some() && played == text(&b["revision"]);
                json!({ "what": b["what"], "out_of_date": b["what"] == "choreography" && !read })
            }
            _ => Value::Null,
        }
    }

    fn relieve(&self) -> Value {
        let from = self.body["from"].as_str().unwrap();
        let has_now = texts(&self.person(from)["has"]);
        let mut counted = BTreeMap::<String, i64>::new();
        for row in list(&self.body["rounds"]) {
            *counted.entry(text(&row["lot"]).unwrap()).or_default() +=
                row["rounds"].as_i64().unwrap();
        }
        let mut there = BTreeMap::<String, i64>::new();
        for (lot, rounds) in entries(&self.state["rounds"]["held"][format!("person:{from}")]) {
            there.insert(lot, list(rounds).iter().map(|n| n.as_i64().unwrap()).sum());
        }
        counted.retain(|_, n| *n != 0);
        there.retain(|_, n| *n != 0);
        json!({
            "not_scanned": things("Weapon", has_now.iter().filter(|id| !has(&self.body["weapons"], id)).cloned()),
            "rounds_match": counted == there,
            "issued_now": has_now.iter().filter(|id| !self.weapon(id)["issue"].is_null()).count(),
        })
    }

    fn transfer(&self) -> Value {
        let b = &self.body;
        let account = |key: &str| b[key].as_str().unwrap().to_owned();
        let kind = |key: &str| account(key).split(':').next().unwrap().to_owned();
        let person = |key: &str| {
            account(key)
                .strip_prefix("person:")
                .map(|id| format!("Person::{id}"))
        };
        let lot = text(&b["lot"]).unwrap();
        let there = entries(&self.state["rounds"]["held"][account("to")]);
        let any = |rounds: &Value| list(rounds).iter().any(|n| n != 0);
        json!({
            "from_kind": kind("from"), "to_kind": kind("to"),
            "from_person": person("from"), "to_person": person("to"),
            "mixes": there.iter()
                .any(|(other, rounds)| any(rounds) && (self.lot(other)["class"] != self.lot(&lot)["class"]
                    || self.lot(other)["tested"] != self.lot(&lot)["tested"])),
        })
    }

    fn count(&self) -> Value {
        let states = ["fresh", "spent", "dud"];
        let apart = list(&self.body["counted"]).iter().map(|row| {
            let n = states
                .iter()
                .position(|state| row["state"] == *state)
                .unwrap();
            let account = &self.state["rounds"]["held"][row["account"].as_str().unwrap()];
            let there = account[row["lot"].as_str().unwrap()][n]
                .as_i64()
                .unwrap_or(0);
            (row["rounds"].as_i64().unwrap() - there).abs()
        });
        let in_safe = entries(&self.state["weapons"])
            .into_iter()
            .filter(|(id, weapon)| {
                let there = weapon["custodian"] == "safe" && weapon["bearer"].is_null();
                there && yes(&self.body["finished"]) && !has(&self.body["weapons"], id)
            });
        json!({
            "difference": apart.sum::<i64>(), "seals_match": self.body["seals_match"],
            "not_scanned": things("Weapon", in_safe.map(|(id, _)| id)),
        })
    }

    fn send(&self) -> Value {
        let to = text(&self.body["to_place"]);
        let laws = texts(
            &self.weapon(self.body["weapon"].as_str().unwrap())["features"]["deactivated_for"],
        );
        let seen = |to: &str| {
            laws.iter()
                .any(|law| to == law || to.starts_with(&format!("{law}/")))
        };
        json!({
            "locked": yes(&self.body["locked"]), "destination_known": to.is_some(),
            "deactivated_there": to.clone().is_some_and(|to| seen(&to)),
            "carrier_known": !self.body["carrier"].is_null(),
            "abroad": to.is_none_or(|to| to.split('/').next() != self.place().split('/').next()),
            "authorised": text(&self.body["authorisation"]).is_some_and(|topic| {
                let own = self.tags("Weapon", self.body["weapon"].as_str().unwrap());
                let filed = own.get(&topic).cloned().or_else(|| self.tags("Unit", "unit").get(&topic).cloned());
                filed.is_some_and(|filed| filed["days_left"].as_i64() >= Some(0))
            }),
            "carrier": text(&self.body["carrier"]).map(|id| format!("Person::{id}")),
        })
    }

    fn announce(&self) -> Value {
        let id = self.body["weapon"].as_str().unwrap();
        let weapon = serde_json::from_value(self.weapon(id).clone()).unwrap();
        let words = text(&self.body["words"]);
        let printed = custody::sentence::printed(id, &weapon);
        json!({ "words_given": words.is_some(), "words_match": words.is_none() || words == printed })
    }

    fn check(&self) -> Value {
        let b = &self.body;
        let id = b["weapon"].as_str().unwrap();
        let weapon = self.weapon(id);
        let seen = texts(&b["positions"]);
        let mut unseen = seen.iter().filter(|seen| *seen == "not_seen").count();
        match weapon["features"]["positions"].as_u64() {
            None => unseen = unseen.max(1),
            Some(all) => unseen += (0..all as usize).filter(|n| seen.get(*n).is_none()).count(),
        }
        json!({
            "first_today": !self.checked_today(weapon),
            "unseen": unseen,
            "rounds_seen": seen.iter().filter(|seen| *seen == "round").count(),
            "bore": b["bore"], "bore_by": or(&b["bore_by"], ""), "magazine": b["magazine"], "tag_read": b["tag_read"],
            "ramrod_rang": yes(&b["ramrod_rang"]),
            "inert_seen": b["inert_seen"], "twin_ruled_out": b["twin_ruled_out"],
            "has_twin": !weapon["features"]["twin"].is_null(),
            "edge": or(&b["edge"], "untested"), "fixing_firm": b["fixing_firm"], "paper_read": b["paper_read"],
            "ramrod_rang": yes(&b["ramrod_rang"]), "power_out": yes(&b["power_out"]),
        })
    }

    fn load(&self) -> Value {
        let b = &self.body;
        let weapon = text(&b["weapon"]).unwrap();
        let lots: Vec<String> = list(&b["rounds"])
            .iter()
            .filter_map(|row| text(&row["lot"]))
            .collect();
        let those = |so: &dyn Fn(&Value) -> bool| {
            things("Lot", lots.iter().filter(|lot| so(self.lot(lot))).cloned())
        };
        let mut all: Vec<String> = lots
            .iter()
            .map(|lot| text(&self.lot(lot)["class"]).unwrap())
            .collect();
        all.extend(loaded(self.weapon(&weapon)));
        let scene = self.scene_id().unwrap();
        let planned = list(&self.state["scenes"][&scene]["plan"]["envelope"]["load"]);
        let most = |class: &str| {
            let rows = planned
                .iter()
                .filter(|row| row["weapon"] == weapon.as_str() && row["class"] == class);
            let rows: Vec<i64> = rows.map(|row| row["rounds"].as_i64().unwrap()).collect();
            (!rows.is_empty()).then(|| rows.iter().sum::<i64>())
        };
        let mut classes = all.clone();
        classes.sort();
        classes.dedup();
        let over = classes.iter().map(|class| {
            let n = all.iter().filter(|one| *one == class).count() as i64;
            (n - most(class).unwrap_or(0)).max(0)
        });
        let blank = |lot: &Value| lot["class"].as_str().unwrap().starts_with("blank_");
        json!({
            "scene": format!("Scene::{scene}"),
            "over_plan": over.sum::<i64>(),
            "class_planned": classes.iter().all(|class| most(class).is_some()),
            "classes": set(classes.clone()),
            "untested_dummies": those(&|lot| lot["class"] == "dummy" && !yes(&lot["tested"])),
            "not_accepted": those(&|lot| !yes(&lot["accepted"]) || yes(&lot["quarantined"]) || yes(&lot["unattended"])),
            "not_made_for": those(&|lot| {
                let list = if lot["approved_for"].is_null() { &lot["origin"]["made_for"] } else { &lot["approved_for"] };
                blank(lot) && !has(list, &weapon)
            }),
            "filled_apart": !yes(&b["each_seen"]) && text(&b["from"]).is_some_and(|from| {
                ["magazine:", "belt:", "loader:"].iter().any(|kind| from.starts_with(kind))
            }),
            "overweight": those(&|lot| {
                let limits = planned.iter().filter(|row| row["weapon"] == weapon.as_str());
                let most = limits.filter_map(|row| row["most_mg"].as_i64()).min();
                most.is_some_and(|most| lot["origin"]["charge_mg"].as_i64().is_none_or(|mg| mg > most))
            }),
            "from_live": those(&|lot| yes(&lot["from_live"]) || yes(&lot["origin"]["from_live"])),
            "not_test_fired": things("Lot", lots.iter().filter(|lot| {
                self.lot(lot)["class"] != "dummy" && !has(&self.weapon(&weapon)["test_fired"], lot)
            }).cloned()),
            "unweighed": those(&|lot| (blank(lot) || lot["class"] == "charge")
                && (lot["origin"]["maker"].is_null() || lot["origin"]["charge_mg"].is_null())),
            "mixed": those(&|lot| yes(&lot["mixed"]) || yes(&lot["origin"]["mixed"])),
        })
    }

    fn issue(&self) -> Value {
        let b = &self.body;
        let (id, bearer) = (text(&b["weapon"]).unwrap(), text(&b["bearer"]).unwrap());
        let scene = self.scene_id().unwrap();
        let plan = &self.state["scenes"][&scene]["plan"]["envelope"];
        let watcher = text(&b["watched_by"]).or_else(|| self.by.clone()).unwrap();
        let confirms = |role: &str| role == "bearer" || role == "confirms";
        json!({
            "bearer": format!("Person::{bearer}"), "scene": format!("Scene::{scene}"),
            "watched_by": format!("Person::{watcher}"),
            "bearer_aloud": self.with.iter()
                .any(|(who, role, means)| *who == bearer && confirms(role) && means == "spoken"),
            "bearer_confirms": self.with.iter().any(|(who, role, _)| *who == bearer && confirms(role)),
            "activity": or(&b["activity"], ""), "briefed": yes(&b["briefed"]),
            "in_plan": has(&plan["weapons"], &id) || has(&plan["classes"], self.weapon(&id)["class"].as_str().unwrap()),
            "guardian_present": entries(&self.state["people"]).iter()
                .any(|(_, person)| yes(&person["present"]) && has(&person["roles"], "guardian")),
        })
    }

    fn on_duty(&self, id: &Value) -> bool {
        let person = self.person(id.as_str().unwrap_or("?"));
        yes(&person["present"]) && has(&person["duties"], "weapons")
    }

    fn begin(&self) -> Value {
        let scene = &self.state["scenes"][self.scene_id().unwrap()];
        let out = texts(&scene["issued"])
            .into_iter()
            .map(|id| (id.clone(), self.weapon(&id)));
        let out: Vec<(String, &Value)> = out
            .filter(|(_, weapon)| !weapon["issue"].is_null())
            .collect();
        let those = |so: &dyn Fn(&str, &Value) -> bool| {
            things(
                "Weapon",
                out.iter()
                    .filter(|(id, weapon)| so(id, weapon))
                    .map(|(id, _)| id.clone()),
            )
        };
        let over = |weapon: &Value| {
            !scene["ended"].is_null()
                && self.minutes(&weapon["issue"]["since"]) > self.minutes(&scene["ended"])
        };
        let unfit = out.iter().filter(|(id, weapon)| {
            let bearer = self.person(weapon["issue"]["bearer"].as_str().unwrap());
            let facts = self.of_person(bearer);
            !self.trained(bearer, id) || facts["willing"] == false || facts["barred"] == true
        });
        let mut wrong: Vec<String> = Vec::new();
        for (id, weapon) in self.state["weapons"].as_object().unwrap() {
            let bearer = &self.state["people"][weapon["bearer"].as_str().unwrap_or("nobody")];
            let taken = weapon["issue"].is_null() && bearer["present"] == true;
            let mut here = out.iter().filter(|(other, _)| other == id);
            if taken || here.any(|(_, weapon)| !chain(weapon)) {
                wrong.push(id.clone());
            }
        }
        let charged = |class: &String| class.starts_with("blank_") || class == "charge";
        let ages = out.iter().map(|(id, weapon)| {
            self.of_weapon(id, weapon)["check_age_minutes"]
                .as_i64()
                .unwrap()
        });
        json!({
            "activity": self.body["activity"], "issued": out.len(),
            "check_void": those(&|_, weapon| weapon["check"].get("holds").is_none()),
            "unwatched": those(&|_, weapon| !yes(&weapon["watched"]) || !self.on_duty(&weapon["issue"]["watched_by"])),
            "not_ready": those(&|id, weapon| {
                let facts = self.of_weapon(id, weapon);
                ["quarantined", "preserved", "held", "stood_down"].iter().any(|name| facts[*name] == true)
            }),
            "show_asked": those(&|_, weapon| !list(&weapon["show_asked_by"]).is_empty()),
            "not_shown": those(&|_, weapon| !has(&weapon["shown_to"], weapon["issue"]["bearer"].as_str().unwrap())),
            "not_announced": those(&|_, weapon| !yes(&weapon["announced"])),
            "wrong_chain": things("Weapon", wrong),
            "unfit_bearers": things("Person", unfit.filter_map(|(_, weapon)| text(&weapon["issue"]["bearer"]))),
            "loaded": those(&|_, weapon| !loaded(weapon).is_empty()),
            "held_over": those(&|_, weapon| over(weapon)),
            "held_over_blanks": those(&|_, weapon| over(weapon) && loaded(weapon).iter().any(charged)),
            "choreography_unknown": self.know_it_not(scene, &out),
            "oldest_check_minutes": ages.max().unwrap_or(0),
        })
    }

    /// Handlers and bearers of what is out who did not acknowledge the choreography.
    fn know_it_not(&self, scene: &Value, out: &[(String, &Value)]) -> Value {
        let played = !scene["plan"]["envelope"]["choreography"].is_null();
        let known = &scene["acknowledged"]["choreography"];
        let mut missing = Vec::new();
        for (_, weapon) in out {
            for hand in ["by", "watched_by", "bearer"] {
                let id = text(&weapon["issue"][hand]).unwrap();
                missing.extend((played && !has(known, &id)).then_some(id));
            }
        }
        things("Person", missing)
    }

    fn fire(&self) -> Value {
        let b = &self.body;
        let weapon = self.weapon(b["weapon"].as_str().unwrap());
        let scene = self.scene_id().unwrap();
        let planned = self.state["scenes"][&scene]["plan"]["envelope"]["shots"]
            .as_i64()
            .unwrap_or(0);
        let can = loaded(weapon)
            .iter()
            .filter(|class| *class != "dummy")
            .count() as i64;
        let shots = b["shots"].as_i64().unwrap();
        let bearer = text(&weapon["bearer"]).or_else(|| text(&weapon["issue"]["bearer"]));
        json!({
            "bearer": format!("Person::{}", bearer.unwrap_or_else(|| "?".into())),
            "scene": format!("Scene::{scene}"),
            "over_plan": (shots - planned).max(shots - can).max(0),
            "right_chain": chain(weapon) && weapon["issue"]["set_up"] == b["set_up"],
            "watcher_present": self.on_duty(&weapon["issue"]["watched_by"]),
        })
    }

    fn report(&self) -> Value {
        let b = if self.name == "breach" {
            &self.body["ask_body"]
        } else {
            &self.body
        };
        let weapon = text(&b["weapon"]).or_else(|| text(&b["weapons"][0]["weapon"]));
        let gone = ["lock_away", "missing", "seized"].contains(&self.name.as_str());
        let busy = entries(&self.state["people"])
            .into_iter()
            .any(|(_, person)| {
                let other = texts(&person["duties"])
                    .iter()
                    .any(|duty| duty != "weapons");
                other
                    && texts(&person["has"])
                        .into_iter()
                        .any(|id| !gone || Some(id) != weapon)
            });
        json!({
            "weapon": weapon.as_ref().map(|id| format!("Weapon::{id}")),
            "lot": text(&b["lot"]).map(|id| format!("Lot::{id}")),
            "severity": if self.name == "injury" { b["severity"].clone() } else { json!("") },
            "round": if self.name == "discharge" { or(&b["round"], "unknown") } else { json!("") },
            "by_handler": self.by.as_ref().is_some_and(|by| has(&self.person(by)["duties"], "weapons")),
            "other_duty": busy,
            "whole_set": self.name == "stop" && b["scene"].is_null(),
        })
    }
}

fn chain(weapon: &Value) -> bool {
    let issue = &weapon["issue"];
    !issue.is_null()
        && weapon["bearer"] == issue["bearer"]
        && weapon["custodian"]["handler"] == issue["by"]
}
