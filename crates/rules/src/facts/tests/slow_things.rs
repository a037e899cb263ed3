//! People, weapons, lots, incidents and the unit.

use serde_json::{Value, json};

use super::slow::*;
use jiff::civil::Date;

pub(crate) const TIER_A: [&str; 5] = [
    "firearm",
    "blank_firing",
    "muzzle_loader",
    "airsoft",
    "electrically_fired",
];

pub(crate) fn inside(place: &str, law: &str) -> bool {
    format!("{place}/").starts_with(&format!("{law}/"))
}

pub(crate) fn live_capable(weapon: &Value) -> bool {
    weapon["features"]["live_capable"]
        .as_bool()
        .unwrap_or(weapon["tier"] == "a")
}

pub(crate) fn combusts(weapon: &Value) -> bool {
    weapon["features"]["drives_by_combustion"]
        .as_bool()
        .unwrap_or(weapon["tier"] == "a")
}

/// Rounds in it that were not fired, by class.
pub(crate) fn loaded(weapon: &Value) -> Vec<String> {
    let rounds = list(&weapon["contents"]["loaded"]).iter();
    rounds
        .filter(|round| !yes(&round["fired"]))
        .filter_map(|round| text(&round["class"]))
        .collect()
}

/// Here, and not in the safe.
fn out_of_safe(weapon: &Value) -> bool {
    match weapon["custodian"].as_str() {
        Some("carrier" | "police") => false,
        Some("safe") => !weapon["bearer"].is_null(),
        _ => true,
    }
}

impl Slow {
    pub(crate) fn out(&self, person: &Value) -> Vec<&Value> {
        let has = texts(&person["has"]).into_iter().map(|id| self.weapon(&id));
        has.filter(|weapon| weapon["tier"] == "a").collect()
    }

    pub(crate) fn of_person(&self, person: &Value) -> Facts {
        let consents = entries(&person["consents"])
            .into_iter()
            .flat_map(|(to, consent)| {
                let over = self.days(&consent["expires"]).is_some_and(|left| left < 0);
                let mut told = vec![to.clone()];
                told.extend(yes(&consent["written"]).then(|| format!("{to}.written")));
                told.extend(yes(&consent["by_guardian"]).then(|| format!("{to}.guardian")));
                if over { Vec::new() } else { told }
            });
        let minor = self
            .days(&person["minor_until"])
            .is_some_and(|left| left > 0);
        let duties = texts(&person["duties"]);
        facts(json!({
            "roles": set(texts(&person["roles"])),
            "present": yes(&person["present"]),
            "willing": !yes(&person["unwilling"]),
            "barred": entries(&person["papers"]).iter().any(|(_, paper)| paper["standing"] == "barred"),
            "minor": minor,
            "years": minor.then(|| self.years(&person["minor_until"])),
            "on_weapon_duty": duties.iter().any(|duty| duty == "weapons"),
            "other_duties": set(duties.iter().filter(|duty| *duty != "weapons").cloned()),
            "trained_on": things("Weapon", texts(&person["trained_on"])),
            "trained_for": set(texts(&person["trained_for"])),
            "consents": set(consents),
            "duty_minutes": if person["duty_since"].is_null() { 0 } else { self.age(&person["duty_since"]) },
            "has_out": self.out(person).len(),
            "firearms_out": self.out(person).iter().filter(|weapon| combusts(weapon)).count(),
        }))
    }

    /// Birthdays since birth, counted one by one.
    fn years(&self, of_age: &Value) -> i64 {
        let of_age: Date = of_age.as_str().unwrap().parse().unwrap();
        let birthday = |n: i64| of_age.saturating_sub(jiff::Span::new().years(18 - n));
        (1..18).filter(|n| birthday(*n) <= self.date).count() as i64
    }

    pub(crate) fn of_weapon(&self, id: &str, weapon: &Value) -> Facts {
        let mut told = self.made(weapon);
        told.extend(self.handled(weapon));
        let twin = text(&weapon["features"]["twin"]).map(|twin| self.weapon(&twin));
        let planned = entries(&self.state["scenes"])
            .into_iter()
            .any(|(_, scene)| {
                let plan = &scene["plan"]["envelope"];
                has(&scene["scheduled"], &self.date.to_string())
                    && scene["plan"]["status"] == "in_force"
                    && (has(&plan["weapons"], id)
                        || has(&plan["classes"], weapon["class"].as_str().unwrap()))
            });
        told.extend(facts(json!({
            "planned_today": planned,
            "twin_out": twin.is_some_and(|twin| !twin.is_null() && out_of_safe(twin)),
            "stood_down": !list(&weapon["stood_down_by"]).is_empty()
                || !list(&self.state["unit"]["stood_down"]).is_empty(),
        })));
        told
    }

    /// What it is.
    fn made(&self, weapon: &Value) -> Facts {
        let features = &weapon["features"];
        let place = self.place();
        let said = text(&features["said_to_be"]).unwrap_or_default();
        let lot = text(&features["device_lot"]).unwrap_or_default();
        facts(json!({
            "tier": weapon["tier"], "class": weapon["class"],
            "drives_by_combustion": combusts(weapon),
            "bare_frame": yes(&features["bare_frame"]),
            "live_capable": live_capable(weapon),
            "live_capable_explained": !weapon["why_live_capable"].is_null(),
            "machine_gun": yes(&features["machine_gun"]),
            "category": or(&features["category"], ""),
            "fire_control_altered": yes(&features["fire_control_altered"]),
            "triggerless": features["trigger"] == false,
            "marking": or(&features["marking"], "unknown"),
            "said_deactivated": said == "deactivated",
            "said_inert": matches!(said.as_str(), "rubber" | "replica" | "solid_plug" | "deactivated"),
            "deactivated_here": texts(&features["deactivated_for"]).iter().any(|law| inside(&place, law)),
            "edge": or(&features["edge"], "untested"),
            "maker_paper": yes(&features["maker_paper"]),
            "same_lot_fired": has(&self.state["device_lots_fired"], &lot),
            "serial_read": yes(&features["serial_read"]),
            "delivered_unloaded": yes(&features["delivered_unloaded"]),
            "lender": weapon["lender"], "accepted": weapon["accepted"],
            "quarantined": weapon["quarantined"],
            "preserved": !list(&weapon["preserved_by"]).is_empty(),
            "positions": features["positions"].as_i64().unwrap_or(0),
            "test_fired": !weapon["test_fired"].is_null(),
            "tested_before": things("Person", texts(&weapon["tested_before"])),
            "fouled": yes(&weapon["fouled"]),
            "parts_missing": set(texts(&features["needs"]).into_iter().filter(|part| !has(&weapon["fitted"], part))),
            "days_to_return": match (&weapon["loan"]["returned"], self.days(&weapon["loan"]["due_back"])) {
                (Value::Null, Some(left)) => left,
                _ => 99_999,
            },
        }))
    }

    /// What became of it today.
    fn handled(&self, weapon: &Value) -> Facts {
        let holds = weapon["check"].get("holds");
        let rounds = loaded(weapon);
        let is = |class: &[&str]| {
            rounds
                .iter()
                .filter(|round| class.contains(&round.as_str()))
                .count()
        };
        let hold = &weapon["hold"];
        let seconds = |since: &Value| (self.minutes(since) * 60.0 + 1e-9).max(0.0).floor() as i64;
        let person = |id: &Value| text(id).map(|id| format!("Person::{id}"));
        let before = holds.into_iter().flat_map(|holds| {
            let others = texts(&holds["witnesses"]).into_iter();
            others
                .filter(|id| holds["by"] != id.as_str())
                .collect::<Vec<_>>()
        });
        let before: Vec<String> = before.collect();
        facts(json!({
            "check_seen_by": things("Person", before.clone()),
            "checked_today": self.checked_today(weapon),
            "back_unchecked": weapon["back_unchecked"],
            "back_unannounced": weapon["back_unannounced"],
            "checked_before": set(before.iter().flat_map(|id| texts(&self.person(id)["roles"]))),
            "held": !hold.is_null(),
            "hold_seconds": if hold.is_null() { 0 } else { seconds(&hold["since"]) },
            "hold_checked": yes(&hold["checked"]),
            "stoppages": weapon["stoppages"],
            "custodian": person(&weapon["custodian"]["handler"]),
            "custodian_kind": or(&weapon["custodian"], "handler"),
            "bearer": person(&weapon["bearer"]),
            "watched": weapon["watched"],
            "check": or(&weapon["check"], if holds.is_some() { "holds" } else { "void" }),
            "void_why": or(&weapon["check"]["void"]["why"], ""),
            "check_age_minutes": holds.map_or(99_999, |holds| self.age(&holds["since"])),
            "edge_found": holds.map_or(json!("untested"), |holds| or(&holds["edge"], "untested")),
            "twin_ruled_out": holds.is_some_and(|holds| yes(&holds["twin_ruled_out"])),
            "contents": or(&weapon["contents"], "loaded"),
            "rounds": rounds.len(),
            "blanks": is(&["blank_full", "blank_half", "blank_quarter"]),
            "dummies": is(&["dummy"]),
            "live_rounds": is(&["live", "unknown"]),
            "load_age_minutes": match (weapon["contents"].is_object(), weapon["loaded_at"].is_null()) {
                (false, _) => 0,
                (true, true) => 99_999,
                (true, false) => self.age(&weapon["loaded_at"]),
            },
            "bore_seen": weapon["bore_seen"],
            "shown_to": things("Person", texts(&weapon["shown_to"])),
            "show_asked": !list(&weapon["show_asked_by"]).is_empty(),
            "announced": weapon["announced"],
            "issued": !weapon["issue"].is_null(),
            "in_sequence": !weapon["sequence"].is_null(),
        }))
    }

    /// Papers of a person; documents of anything else.
    pub(crate) fn tags(&self, kind: &str, id: &str) -> Facts {
        let filed = match kind {
            "Person" => return self.papers(id),
            "Weapon" => &self.weapon(id)["documents"],
            "Scene" => &self.state["scenes"][id]["documents"],
            "Unit" => &self.state["documents"],
            _ => return Facts::new(),
        };
        let told = entries(filed).into_iter().map(|(topic, document)| {
            let told = json!({
                "days_left": self.days(&document["expires"]).unwrap_or(99_999),
                "minutes_filed": self.minutes(&document["filed"]).max(0.0).floor() as i64,
                "states": set(texts(&document["states"])),
            });
            (topic, told)
        });
        told.collect()
    }

    pub(crate) fn papers(&self, id: &str) -> Facts {
        let papers = entries(&self.person(id)["papers"]).into_iter();
        let held = papers.filter(|(_, paper)| paper["standing"] == "held");
        let ago = |day: &Value| self.days(day).map_or(99_999, |left| -left);
        let told = held.map(|(kind, paper)| {
            let told = json!({
                "days_left": self.days(&paper["expires"]).unwrap_or(99_999),
                "days_held": ago(&paper["issued"]),
                "days_since_status_check": ago(&paper["status_checked"]),
                "classes": set(texts(&paper["classes"])),
            });
            (kind, told)
        });
        told.collect()
    }

    pub(crate) fn of_lot(&self, lot: &Value) -> Facts {
        let origin = &lot["origin"];
        let maker = !origin["maker"].is_null();
        let stated = lot["parts"]
            .as_object()
            .is_some_and(|parts| !parts.is_empty());
        facts(json!({
            "class": lot["class"], "accepted": lot["accepted"], "quarantined": lot["quarantined"],
            "tested": lot["tested"], "methods": set(texts(&lot["methods"])),
            "parts_known": yes(&lot["tested"]) || (maker && stated),
            "maker_known": maker,
            "maker_licensed": yes(&origin["maker_licensed"]),
            "home_made": origin["home_made"].as_bool().unwrap_or(!maker),
            "from_live": yes(&lot["from_live"]) || yes(&origin["from_live"]),
            "left_over": yes(&origin["left_over"]),
            "charge_weighed": !origin["charge_mg"].is_null(),
            "days_old": self.days(&origin["dated"]).map_or(99_999, |left| -left),
            "mixed": yes(&lot["mixed"]) || yes(&origin["mixed"]),
            "unattended": lot["unattended"],
        }))
    }

    pub(crate) fn of_incident(&self, incident: &Value) -> Facts {
        facts(json!({
            "acted": things("Person", texts(&incident["acted"])),
            "scope": or(&incident["stand_down"], "none"),
            "closed": !incident["closed"].is_null(),
            "untold": set(list(&incident["clocks"]).iter()
                .filter(|clock| clock["told"].is_null())
                .filter_map(|clock| text(&clock["to"]))),
        }))
    }

    pub(crate) fn of_unit(&self) -> Facts {
        let unit = &self.state["unit"];
        let people = entries(&self.state["people"]);
        let roles = |present: bool| {
            let people = people
                .iter()
                .filter(|(_, person)| !present || yes(&person["present"]));
            set(people.flat_map(|(_, person)| texts(&person["roles"])))
        };
        let place = self.place();
        let parts: Vec<&str> = place.split('/').collect();
        let places = (1..=parts.len()).map(|n| parts[..n].join("/"));
        let acknowledged = entries(&unit["acknowledged"]).into_iter();
        let concerns = entries(&self.state["concerns"]);
        let mut told = self.left_out();
        told.extend(self.of_stores());
        told.extend(self.late());
        told.extend(facts(json!({
            "day_open": !unit["day"].is_null(), "kind": unit["kind"],
            "places": set(places.filter(|place| !place.is_empty())),
            "traits": set(texts(&unit["traits"])),
            "stopped": unit["stopped"], "stood_down": !list(&unit["stood_down"]).is_empty(),
            "roles_held": roles(false), "roles_present": roles(true),
            "papers_present": set(people.iter().filter(|(_, person)| yes(&person["present"]))
                .flat_map(|(_, person)| self.current_papers(person))),
            "roles_seen": set(people.iter()
                .filter(|(_, person)| self.seen(person))
                .flat_map(|(_, person)| texts(&person["roles"]))),
            "handlers_on_duty": people.iter().filter(|(_, person)| has(&person["duties"], "weapons")).count(),
            "busiest_handler": people.iter().map(|(_, person)| self.out(person).len()).max().unwrap_or(0),
            "open_concerns": concerns.iter().filter(|(_, concern)| concern["answer"].is_null()).count(),
            "assessed": !unit["assessed"].is_null(), "assessment_covers": set(texts(&unit["assessed"])),
            "live_exception": or(&unit["live_exception"]["exception"], "none"),
            "live_evidenced": yes(&unit["live_exception"]["evidenced"]),
            "bulletins_attached": yes(&unit["day"]["bulletins_attached"])
                || has(&unit["bulletins"], &self.date.to_string()),
            "acknowledged": set(acknowledged.filter(|(_, by)| !list(by).is_empty()).map(|(what, _)| what)),
        })));
        told
    }

    /// What somebody was to do, and did not.
    fn late(&self) -> Facts {
        let concerns = entries(&self.state["concerns"]);
        let mut overdue = Vec::new();
        for (id, incident) in entries(&self.state["incidents"]) {
            for clock in list(&incident["clocks"]) {
                let runs = incident["closed"].is_null() && clock["told"].is_null();
                if runs && self.minutes(&clock["due"]) > 0.0 {
                    overdue.push(format!("{id}: {}", clock["to"].as_str().unwrap()));
                }
            }
        }
        let apart = entries(&self.state["weapons"])
            .into_iter()
            .filter(|(id, weapon)| {
                weapon["custodian"] == "safe"
                    && weapon["bearer"].is_null()
                    && !list(&weapon["kit_out"]).is_empty()
                    && !entries(&self.state["incidents"])
                        .iter()
                        .any(|(_, incident)| {
                            incident["closed"].is_null() && incident["weapon"] == id.as_str()
                        })
            });
        facts(json!({
            "overdue": set(overdue),
            "kits_apart": things("Weapon", apart.map(|(id, _)| id)),
            "unowned_concerns": concerns.iter()
                .filter(|(_, concern)| concern["answer"].is_null() && concern["owner"].is_null())
                .count(),
        }))
    }

    /// What stands in the way of wrapping.
    fn left_out(&self) -> Facts {
        let open: Vec<_> = entries(&self.state["incidents"])
            .into_iter()
            .filter(|(_, incident)| incident["closed"].is_null())
            .collect();
        let named = |key: &str, id: &str| open.iter().any(|(_, incident)| incident[key] == id);
        let rest = [
            "safe",
            "container",
            "returned",
            "destroyed",
            "police",
            "outside",
        ];
        let (mut loose, mut duds, mut where_loose) = (0, 0, Vec::new());
        let (mut uncounted, mut oldest) = (Vec::new(), 0);
        let opened = &self.state["unit"]["day"]["since"];
        for (account, lots) in entries(&self.state["rounds"]["held"]) {
            let mut parts = account.split(':');
            let kind = parts.next().unwrap();
            let weapon = parts
                .next()
                .filter(|_| kind == "weapon_position")
                .unwrap_or_default();
            for (lot, rounds) in entries(lots) {
                let dud = rounds[2].as_i64().unwrap();
                duds += if rest.contains(&kind) { 0 } else { dud };
                if list(rounds).iter().all(|n| n == 0) {
                    continue;
                }
                if ["safe", "container", "belt", "magazine", "loader"].contains(&kind)
                    && !named("lot", &lot)
                {
                    let counted = &self.state["unit"]["counted"][&account];
                    let today = !counted.is_null()
                        && !opened.is_null()
                        && self.minutes(counted) <= self.minutes(opened);
                    uncounted.extend((!today).then(|| account.clone()));
                    oldest = oldest.max(if counted.is_null() {
                        99_999
                    } else {
                        self.age(counted)
                    });
                }
                if !rest.contains(&kind) && !named("lot", &lot) && !named("weapon", weapon) {
                    where_loose.push(format!("{lot} in {account}"));
                    loose += list(rounds)
                        .iter()
                        .map(|n| n.as_i64().unwrap())
                        .sum::<i64>();
                }
            }
        }
        let weapons = entries(&self.state["weapons"])
            .into_iter()
            .filter(|(id, weapon)| out_of_safe(weapon) && !named("weapon", id));
        facts(json!({
            "open_incidents": open.len(),
            "weapons_not_in_safe": things("Weapon", weapons.map(|(id, _)| id)),
            "loose_rounds": loose,
            "loose_duds": duds,
            "loose": set(where_loose),
            "uncounted_stores": set(uncounted),
            "count_age_minutes": oldest,
        }))
    }
}
