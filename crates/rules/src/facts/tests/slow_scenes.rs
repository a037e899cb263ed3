//! Scenes: their plan, who has to be there, what is known of them.

use serde_json::{Value, json};

use super::{slow::*, slow_things::*};

impl Slow {
    pub(crate) fn has_firearm(&self, scene: &Value) -> bool {
        let plan = &scene["plan"]["envelope"];
        let by_class = ["firearm", "blank_firing", "muzzle_loader"];
        texts(&plan["classes"])
            .iter()
            .any(|class| by_class.contains(&class.as_str()))
            || self
                .planned(plan)
                .iter()
                .any(|weapon| combusts(weapon) || yes(&weapon["features"]["bare_frame"]))
    }

    fn planned(&self, plan: &Value) -> Vec<&Value> {
        let ids = texts(&plan["weapons"])
            .into_iter()
            .map(|id| self.weapon(&id));
        ids.filter(|weapon| !weapon.is_null()).collect()
    }

    /// Whether something is so of a weapon of the plan, or of an accepted one of a class in it.
    fn any_meant(&self, plan: &Value, so: impl Fn(&str, bool, &Value) -> bool) -> bool {
        entries(&self.state["weapons"])
            .into_iter()
            .any(|(id, weapon)| {
                let by_class = yes(&weapon["accepted"])
                    && has(&plan["classes"], weapon["class"].as_str().unwrap());
                (by_class && so(&id, true, weapon))
                    || (has(&plan["weapons"], &id) && so(&id, false, weapon))
            })
    }

    pub(crate) fn of_scene(&self, scene: &Value) -> Facts {
        let mut told = self.of_plan(scene);
        told.extend(self.of_presence(scene));
        let met = Some(&scene["met"]).filter(|met| met["date"] == self.date.to_string());
        let acknowledged = entries(&scene["acknowledged"]).into_iter();
        let acknowledged: Vec<_> = acknowledged
            .filter(|(_, by)| !list(by).is_empty())
            .collect();
        told.extend(facts(json!({
            "assessed": match scene["assessed"]["stale"].as_bool() {
                None => "none", Some(true) => "stale", Some(false) => "current",
            },
            "assessment_covers": set(texts(&scene["assessed"]["covers"])),
            "scheduled_today": has(&scene["scheduled"], &self.date.to_string()),
            "met_today": met.is_some(),
            "met": things("Person", met.map(|met| texts(&met["present"])).unwrap_or_default()),
            "met_on_site": met.is_some_and(|met| yes(&met["on_site"])),
            "stopped": yes(&scene["stopped"]) || yes(&self.state["unit"]["stopped"]),
            "stood_down": !list(&scene["stood_down_by"]).is_empty()
                || !list(&self.state["unit"]["stood_down"]).is_empty(),
            "activity": or(&scene["activity"]["activity"], "none"),
            "performed_today": self.performed_today(scene),
            "acknowledged": set(acknowledged.iter().map(|(what, _)| what.clone())),
            "acknowledged_roles": set(acknowledged.iter().flat_map(|(what, by)| {
                let roles = texts(by).into_iter().flat_map(|id| texts(&self.person(&id)["roles"]));
                roles.map(|role| format!("{what}:{role}")).collect::<Vec<_>>()
            })),
        })));
        told
    }

    /// On the set, and seen there today.
    pub(crate) fn seen(&self, person: &Value) -> bool {
        yes(&person["present"]) && person["seen"] == self.date.to_string()
    }

    /// Who the plan asks for, and what they have to know.
    fn of_presence(&self, scene: &Value) -> Facts {
        let plan = &scene["plan"]["envelope"];
        let people = entries(&self.state["people"]);
        let there = |what: &str| {
            people.iter().any(|(id, person)| {
                let paper = self.papers(id).get(what).cloned().unwrap_or_default();
                self.seen(person)
                    && (has(&person["roles"], what) || paper["days_left"].as_i64() >= Some(0))
            })
        };
        let absent = texts(&plan["presences"]).into_iter();
        let duty = people
            .iter()
            .filter(|(_, person)| yes(&person["present"]) && has(&person["duties"], "weapons"));
        let wanted = plan["handlers"].as_i64().unwrap_or(0);
        facts(json!({
            "absent": set(absent.filter(|what| !there(what))),
            "handlers_short": (wanted - duty.count() as i64).max(0),
            "choreography": or(&plan["choreography"], ""),
            "choreography_known": things("Person", texts(&scene["acknowledged"]["choreography"])),
        }))
    }

    fn of_plan(&self, scene: &Value) -> Facts {
        let plan = &scene["plan"]["envelope"];
        let place = self.place();
        let classes = texts(&plan["classes"]);
        let planned = self.planned(plan);
        let tier = |class: &String| match class.as_str() {
            class if TIER_A.contains(&class) => "a".to_owned(),
            "edged" | "pointed" | "projectile" => "c".to_owned(),
            "device" => "d".to_owned(),
            _ => "b".to_owned(),
        };
        let of = |key: &str| {
            planned
                .iter()
                .filter_map(|weapon| text(&weapon[key]))
                .collect::<Vec<_>>()
        };
        let loads = list(&plan["load"]);
        let fires = |id: &str| {
            loads.is_empty()
                || loads
                    .iter()
                    .any(|load| load["weapon"] == id && load["class"] != "dummy")
        };
        let unfired = self.any_meant(plan, |id, by_class, weapon| {
            weapon["tier"] == "a" && weapon["test_fired"].is_null() && (by_class || fires(id))
        });
        let unproved = self.any_meant(plan, |_, _, weapon| {
            let seen = texts(&weapon["features"]["deactivated_for"])
                .iter()
                .any(|law| inside(&place, law));
            weapon["features"]["said_to_be"] == "deactivated" && !seen
        });
        facts(json!({
            "plan": or(&scene["plan"]["status"], "none"),
            "uses": set(texts(&plan["uses"])),
            "tiers": set(classes.iter().map(tier).chain(of("tier"))),
            "weapon_classes": set(classes.iter().cloned().chain(of("class"))),
            "live_capable": classes.iter().any(|class| class == "firearm" || class == "muzzle_loader")
                || planned.iter().any(|weapon| live_capable(weapon)),
            "has_firearm": self.has_firearm(scene),
            "round_classes": set(loads.iter().filter_map(|load| text(&load["class"]))),
            "at_person": or(&plan["at_person"], "unknown"),
            "toward_crew": or(&plan["toward_crew"], "unknown"),
            "lets_in_line": list(&plan["inside"]).iter().any(|planned| yes(&planned["in_line"])),
            "least_distance_cm": plan["least_distance_cm"].as_i64().unwrap_or(0),
            "measures": set(texts(&scene["plan"]["measures"])),
            "public": or(&plan["public"], "unknown"),
            "public_property": or(&plan["public_property"], "unknown"),
            "confined": or(&plan["confined"], "unknown"),
            "safer_would_do": or(&plan["safer_would_do"], "unknown"),
            "purpose": or(&plan["purpose"], ""),
            "held_between_takes": yes(&plan["held_between_takes"]),
            "devices_judged": yes(&plan["devices_judged"]),
            "shots_from_unfired": has(&plan["uses"], "fire") && unfired,
            "deactivation_unproved": unproved,
        }))
    }
}
