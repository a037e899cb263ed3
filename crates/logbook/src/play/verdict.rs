//! How a timeline ended, beside what it expects.

use std::collections::BTreeSet;

use custody::{
    answered::{Consequence, Effect},
    laws::LawBreak,
};
use serde::Serialize;

use super::Played;
use crate::timeline::Expect;

/// How a timeline ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// What was expected.
    pub expect: Expect,
    /// The first step whose own ask was a no-go.
    pub stopped_at: Option<u32>,
    /// Rules and laws that said no there.
    pub rules: BTreeSet<String>,
    /// The failure modes these rules stand against.
    pub tags: BTreeSet<String>,
    /// It ended as expected.
    pub met: bool,
}

impl Verdict {
    /// Holds the steps against what was expected.
    pub fn of(expect: &Expect, steps: &[Played]) -> Self {
        let through = expect.through.unwrap_or(u32::MAX);
        let stopped = steps.iter().find(|played| played.go == Some(false));
        let stopped_at = stopped.and_then(|played| played.step);
        let reasons = stopped
            .iter()
            .flat_map(|played| &played.rows)
            .flat_map(|row| &row.reasons);
        let (mut rules, mut tags) = (BTreeSet::new(), BTreeSet::new());
        for reason in reasons {
            rules.insert(reason.rule.clone());
            tags.extend(reason.tags.iter().cloned());
        }
        let met = match (expect.no_go_by, expect.go) {
            (Some(by), _) => {
                let named = expect
                    .because
                    .iter()
                    .any(|why| rules.contains(why) || tags.contains(why));
                stopped_at.is_some_and(|at| at <= by) && (named || expect.because.is_empty())
            }
            (None, true) => stopped_at.is_none_or(|at| at > through),
            (None, false) => true,
        };
        Self {
            expect: expect.clone(),
            stopped_at,
            rules,
            tags,
            met,
        }
    }
}

/// A consequence in words: `NM2021-PRIORMISFIRE: stand-down, production`.
pub fn consequence(consequence: &Consequence) -> String {
    let effect = match &consequence.effect {
        Effect::StandDown(scope) => format!("stand-down, {scope}"),
        Effect::Clock { hours, to } => format!("tell {to} within {hours} h"),
        Effect::Hold => "hold".into(),
        Effect::Quarantine => "quarantine".into(),
        Effect::Preserve => "preserve as found".into(),
        Effect::Incident => "incident".into(),
        Effect::Record => "keep on record".into(),
    };
    format!("{}: {effect}", consequence.rule)
}

/// Laws in words.
pub fn laws(laws: &[LawBreak]) -> String {
    let said: Vec<_> = laws
        .iter()
        .map(|law| format!("law-{}: {}", law.law, law.says))
        .collect();
    said.join(" ")
}
