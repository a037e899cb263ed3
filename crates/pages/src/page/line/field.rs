//! What a line asks: once for all of its weapons, and of each that differs.

use custody::{
    id::PersonId,
    names::{Activity, BoreMethod, Tier},
    state::Weapon,
};
use maud::{Markup, html};

use super::{Line, Row, Step};
use crate::{form::Fields, name, say, seen::Seen, words::Words};

/// What a row says where it is issued as the plan has it, whatever stands for all.
pub(super) const AS_PLANNED: &str = "planned";

/// What a row says where nobody but its bearer sees it. No person has this id.
pub(super) const NOBODY: &str = "-";

/// A field of a line.
pub(super) struct Field<'a> {
    /// Its name where it stands for all; a row's stands under its row.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes<'a>,
}

/// What a field takes.
pub(super) enum Takes<'a> {
    Text,
    Number,
    One(Vec<&'a str>),
    Several(Vec<&'a str>),
}

impl Step {
    /// What each row may say for itself.
    pub(super) const fn own(self) -> &'static [&'static str] {
        match self {
            Self::CheckOut => &["purpose"],
            Self::Check => &["bore_by"],
            Self::Load => &["set_up", "lot", "rounds"],
            Self::Show => &["also"],
            Self::Issue => &["set_up", "activity", "briefed"],
            Self::ClearToFire => &["set_up", "shots"],
            Self::LockAway => &["seal"],
            Self::Announce | Self::Collect => &[],
        }
    }
}

impl<'a> Field<'a> {
    /// Those of a line that a row may fill in for itself.
    pub fn all(line: &Line, seen: &Seen<'a>) -> Vec<Self> {
        let takes = |name| Takes::of(name, line, seen);
        let own = line.step.own().iter();
        own.map(|name| Self {
            name,
            takes: takes(name),
        })
        .collect()
    }

    /// Whether a row can say otherwise: there is something to choose, and it is asked of its like.
    pub fn may_differ(&self, row: &Row, weapon: Option<&Weapon>) -> bool {
        match &self.takes {
            Takes::Text | Takes::Number => true,
            Takes::One(_) if self.name == "bore_by" => weapon.is_some_and(|it| it.tier == Tier::A),
            Takes::One(choices) => choices.len() > 1,
            // Who bears it comes first.
            Takes::Several(choices) => row.bearer.is_some() && !choices.is_empty(),
        }
    }
}

impl<'a> Takes<'a> {
    fn of(name: &str, line: &Line, seen: &Seen<'a>) -> Self {
        match name {
            "rounds" | "shots" => Self::Number,
            "set_up" => Self::One(set_ups(seen)),
            "lot" => Self::One(seen.state.lots.keys().map(|it| it.as_str()).collect()),
            "bore_by" => Self::One(BoreMethod::ALL.iter().map(|it| it.as_str()).collect()),
            "activity" => {
                let named = Activity::ALL.iter().map(|it| it.as_str());
                Self::One([AS_PLANNED].into_iter().chain(named).collect())
            }
            "briefed" => Self::One(vec!["yes", "no"]),
            "also" => Self::Several(bystanders(line, seen)),
            _ => Self::Text,
        }
    }
}

/// Of the scenes that are on the schedule today.
fn set_ups<'a>(seen: &Seen<'a>) -> Vec<&'a str> {
    let today = seen.zone.to_datetime(seen.at).date();
    let scenes = seen.state.scenes.values();
    let scenes = scenes.filter(|it| it.scheduled.contains(&today));
    let set_ups = scenes.flat_map(|scene| &scene.set_ups);
    set_ups.map(|it| it.as_str()).collect()
}

/// Who is there and bears nothing of the line.
fn bystanders<'a>(line: &Line, seen: &Seen<'a>) -> Vec<&'a str> {
    let bears = |id: &PersonId| line.rows.iter().any(|row| row.bearer.as_ref() == Some(id));
    let people = seen.state.people.iter();
    let people = people.filter(|(id, it)| it.present && !bears(id));
    people.map(|(id, _)| id.as_str()).collect()
}

/// What a field asks of one weapon.
pub(super) fn says(name: &str, words: &Words) -> String {
    match name {
        "set_up" => say!(words, "set-up"),
        "lot" => say!(words, "lot"),
        "rounds" => say!(words, "line-rounds"),
        "also" => say!(words, "line-also-one"),
        "activity" => say!(words, "issue-activity"),
        "briefed" => say!(words, "line-told"),
        _ => words.say(&format!("field-{name}"), &[]),
    }
}

/// A value of a field, as people say it.
pub(super) fn shown(name: &str, value: &str, words: &Words) -> String {
    match (name, value) {
        ("also", NOBODY) => say!(words, "line-nobody"),
        ("also", _) => name::handle(value, words),
        ("activity", AS_PLANNED) => say!(words, "issue-as-planned"),
        ("activity", _) => words.say(&format!("activity-{value}"), &[]),
        ("bore_by" | "briefed", _) => words.say(&format!("value-{value}"), &[]),
        _ => value.to_owned(),
    }
}

/// What was said of a weapon in few words: "Lot: quarter-a; Rounds: 2".
pub(super) fn in_words(step: Step, said: &Fields, words: &Words) -> String {
    let one = |name: &&str| {
        let values: Vec<String> = said.all(name).map(|it| shown(name, it, words)).collect();
        let said = name::list(&values, words);
        (!values.is_empty()).then(|| format!("{}: {said}", says(name, words)))
    };
    let all: Vec<String> = step.own().iter().filter_map(one).collect();
    all.join("; ")
}

/// The choices of a field.
pub(super) fn options(
    (name, choices): (&str, &[&str]),
    chosen: Option<&str>,
    words: &Words,
) -> Markup {
    html! {
        @for it in choices { option value=(it) selected[chosen == Some(it)] { (shown(name, it, words)) } }
    }
}

/// A box for each person who may see it, too.
pub(super) fn boxes(at: &str, (people, ticked): (&[&str], &[&str]), words: &Words) -> Markup {
    html! {
        div class="choices" {
            @for id in people {
                label class="choice" {
                    input type="checkbox" name=(at) value=(id) checked[ticked.contains(id)];
                    span { (shown("also", id, words)) }
                }
            }
        }
    }
}
