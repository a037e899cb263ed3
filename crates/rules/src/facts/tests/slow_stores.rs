//! What came back, what lies in the stores, and when it was counted.

use serde_json::{Value, json};

use super::slow::*;

impl Slow {
    /// Kinds of papers that a person has and that have not ended.
    pub(crate) fn current_papers(&self, person: &Value) -> Vec<String> {
        let papers = entries(&person["papers"]).into_iter();
        let current = papers.filter(|(_, paper)| {
            paper["standing"] == "held" && self.days(&paper["expires"]).is_none_or(|left| left >= 0)
        });
        current.map(|(kind, _)| kind).collect()
    }

    /// Whether the last check was made after the day was opened, or in the last half day.
    pub(crate) fn checked_today(&self, weapon: &Value) -> bool {
        let kinds = ["holds", "void"];
        let mut checks = kinds.iter().filter_map(|kind| weapon["check"].get(kind));
        let opened = &self.state["unit"]["day"]["since"];
        checks.any(|check| {
            let ago = self.minutes(&check["since"]);
            if opened.is_null() {
                ago < 720.0
            } else {
                ago <= self.minutes(opened)
            }
        })
    }

    /// Whether a take ended after the day was opened.
    pub(crate) fn performed_today(&self, scene: &Value) -> bool {
        let opened = &self.state["unit"]["day"]["since"];
        let ended = &scene["performed"];
        !opened.is_null() && !ended.is_null() && self.minutes(ended) <= self.minutes(opened)
    }

    /// Weapons that came back, and the stores.
    pub(crate) fn of_stores(&self) -> Facts {
        let all = entries(&self.state["weapons"]);
        let those = |fact: &str| {
            let any_tier = fact == "back_unannounced";
            let such = all
                .iter()
                .filter(|(_, weapon)| weapon[fact] == true && (any_tier || weapon["tier"] == "a"));
            things("Weapon", such.map(|(id, _)| id.clone()))
        };
        facts(json!({
            "back_unchecked": those("back_unchecked"),
            "back_unannounced": those("back_unannounced"),
            "fouled": those("fouled"),
            "uncounted": self.uncounted(),
            "days_since_count": self.days_since_count(),
            "bullet_rounds": self.bullet_rounds(),
            "powder_mg": self.powder_mg(),
        }))
    }

    fn uncounted(&self) -> bool {
        let counted = entries(&self.state["unit"]["counted"]);
        let scenes = entries(&self.state["scenes"]);
        let mut takes = scenes
            .iter()
            .map(|(_, scene)| &scene["performed"])
            .filter(|ended| !ended.is_null());
        let after = |ended: &Value| {
            let mut counts = counted.iter();
            counts.all(|(_, at)| self.minutes(at) > self.minutes(ended))
        };
        !entries(&self.state["lots"]).is_empty() && takes.any(after)
    }

    /// Each account with what is in it: lot and rounds in any state, none left out.
    fn rounds(&self) -> Vec<(String, String, i64)> {
        let mut all = Vec::new();
        for (account, lots) in entries(&self.state["rounds"]["held"]) {
            for (lot, rounds) in entries(lots) {
                let sum = list(rounds).iter().map(|n| n.as_i64().unwrap()).sum();
                all.push((account.clone(), lot, sum));
            }
        }
        all.retain(|(_, _, rounds)| *rounds > 0);
        all
    }

    fn days_since_count(&self) -> i64 {
        let mut longest = 0;
        for (account, _, _) in self.rounds() {
            let kind = account.split(':').next().unwrap();
            if kind == "safe" || kind == "container" {
                let at = &self.state["unit"]["counted"][&account];
                let days = if at.is_null() {
                    99_999
                } else {
                    (self.minutes(at).max(0.0).floor() as i64) / 1440
                };
                longest = longest.max(days);
            }
        }
        longest
    }

    fn here(&self, class: &str) -> Vec<(String, i64)> {
        let gone = ["returned", "destroyed", "police", "outside"];
        let all = self.rounds().into_iter();
        let here = all.filter(|(account, lot, _)| {
            !gone.contains(&account.as_str()) && self.lot(lot)["class"] == class
        });
        here.map(|(_, lot, rounds)| (lot, rounds)).collect()
    }

    fn bullet_rounds(&self) -> i64 {
        self.here("live").iter().map(|(_, rounds)| rounds).sum()
    }

    fn powder_mg(&self) -> i64 {
        let mut weight = 0;
        for (lot, rounds) in self.here("charge") {
            match self.lot(&lot)["origin"]["charge_mg"].as_i64() {
                Some(each) => weight += each * rounds,
                None => return 999_999_999_999,
            }
        }
        weight
    }
}
