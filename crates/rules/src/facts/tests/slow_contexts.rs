//! What was said and derived for the ask or report itself; asks on a weapon's way stand in `slow_hands`.

use serde_json::{Value, json};

use super::slow::*;
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

    pub(crate) fn trained(&self, person: &Value, weapon: &str) -> bool {
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
