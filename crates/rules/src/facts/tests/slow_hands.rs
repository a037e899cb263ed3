//! What is derived for asks on the way of a weapon: announced, checked, loaded, issued, fired.

use serde_json::{Value, json};

use super::{slow::*, slow_things::*};

impl Slow {
    pub(crate) fn announce(&self) -> Value {
        let id = self.body["weapon"].as_str().unwrap();
        let weapon = serde_json::from_value(self.weapon(id).clone()).unwrap();
        let words = text(&self.body["words"]);
        let spanish = custody::sentence::Tongue::Spanish;
        let printed = [
            custody::sentence::printed(id, &weapon),
            custody::sentence::printed_in(spanish, id, &weapon),
        ];
        let matching = words.is_none() || printed.contains(&words);
        json!({ "words_given": words.is_some(), "words_match": matching })
    }

    pub(crate) fn check(&self) -> Value {
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

    pub(crate) fn load(&self) -> Value {
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

    pub(crate) fn issue(&self) -> Value {
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

    pub(crate) fn begin(&self) -> Value {
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

    pub(crate) fn fire(&self) -> Value {
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
}

fn chain(weapon: &Value) -> bool {
    let issue = &weapon["issue"];
    !issue.is_null()
        && weapon["bearer"] == issue["bearer"]
        && weapon["custodian"]["handler"] == issue["by"]
}
