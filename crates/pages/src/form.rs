//! Forms: what was filled in, read once into an ask or report; what is wrong is said beside its
//! field, and nothing that was typed is lost.

use custody::{id::PersonId, input::What, names::As};
use maud::{Markup, html};

use crate::{name, say, seen::Seen, words::Words};

/// The field that stands for the form as a whole.
pub const WHOLE: &str = "form";

/// Rows that a form shows at most.
pub const MOST_ROWS: usize = 100;

/// Who answers with the asker: the fields of each.
const WITH: [&str; 3] = ["with1", "with2", "with3"];

/// What was filled in, in order, as a browser sends it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl From<Vec<(String, String)>> for Fields {
    fn from(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }
}

impl Fields {
    /// The last value of a field, trimmed; none where it is empty or was not sent.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().rev().find(|(field, _)| field == name);
        found
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.0.iter().filter(move |(field, _)| field == name);
        found
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// Every field whose name begins so, with its value: the rest of its name.
    pub fn under<'a>(&'a self, begins: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let fields = self.0.iter();
        fields.filter_map(move |(name, value)| Some((name.strip_prefix(begins)?, value.trim())))
    }

    /// The same with one value more.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same without a field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(field, _)| field != name);
        self
    }

    /// What the page knew last of each thing, as [`carried`] put it there.
    pub fn seen(&self) -> impl Iterator<Item = (&str, &str)> {
        self.under("seen:")
    }

    /// Whether anything was filled in under a name: `paper.` has `paper.kind`.
    pub fn any(&self, under: &str) -> bool {
        let mut filled = self.0.iter().filter(|(_, value)| !value.trim().is_empty());
        filled.any(|(name, _)| name.starts_with(under))
    }

    /// The part of the form under a name: of `row.3.`, `row.3.lot` is `lot`.
    pub fn part(&self, begins: &str) -> Self {
        let part = self.under(begins);
        Self::from(
            part.map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect::<Vec<_>>(),
        )
    }

    /// Those whose names pass.
    pub fn only(&self, wanted: impl Fn(&str) -> bool) -> Self {
        let fields = self.0.iter().filter(|(name, _)| wanted(name));
        Self(fields.cloned().collect())
    }

    /// What still stands of an ask whose page was old. What was seen or told on it is said anew; of an
    /// ask that is made of what was seen, nothing stands.
    #[must_use]
    pub fn anew(&self, ask: &str) -> Self {
        if of_what_was_seen(ask) {
            return Self::default();
        }
        let said = |value: &str| ["yes", "no"].contains(&value);
        let stands = |name: &str| name != "last" && !name.starts_with("seen:");
        let fields = self.0.iter();
        let fields = fields.filter(|(name, value)| stands(name) && !said(value));
        Self(fields.cloned().collect())
    }

    /// With what was filled in later: its last values count.
    pub fn then(&self, later: &Self) -> Self {
        Self(self.0.iter().chain(&later.0).cloned().collect())
    }

    /// How many rows a form had under a name: `counted.2.lot` is in the third.
    pub fn rows(&self, of: &str) -> usize {
        let numbers = self.0.iter().filter_map(|(name, _)| {
            let rest = name.strip_prefix(of)?.strip_prefix('.')?;
            rest.split('.').next()?.parse::<usize>().ok()
        });
        let rows = numbers.max().map_or(0, |last| last.saturating_add(1));
        rows.min(MOST_ROWS)
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

/// Whether an ask is made of what was seen: on a page that was old, nobody has seen it as it is.
pub fn of_what_was_seen(ask: &str) -> bool {
    matches!(
        ask,
        "check" | "count" | "load" | "show" | "test_dummies" | "test_fire"
    )
}

/// What is wrong with a field: the text that says it stands in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: String,
    /// The key of its text.
    pub says: &'static str,
}

/// What is wrong, where anything is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Adds one.
    pub fn add(&mut self, field: &str, says: &'static str) {
        self.0.push(Fault {
            field: field.to_owned(),
            says,
        });
    }

    /// Adds one, where it was not said of the field before.
    pub fn add_once(&mut self, field: &str, says: &'static str) {
        if !self.says(field, says) {
            self.add(field, says);
        }
    }

    /// A field that must be there and be what it says; where it is not, that is added.
    pub fn need<T: std::str::FromStr>(
        &mut self,
        fields: &Fields,
        name: &str,
        says: &'static str,
    ) -> Option<T> {
        let read = fields.get(name).and_then(|value| value.parse().ok());
        if read.is_none() {
            self.add(name, says);
        }
        read
    }

    /// Whether something is wrong with a field.
    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|fault| fault.field == field)
    }

    /// The first field under a name with which something is wrong.
    pub fn first_under(&self, name: &str) -> Option<&str> {
        let mut fields = self.0.iter().map(|fault| fault.field.as_str());
        fields.find(|field| field.starts_with(name))
    }

    /// Whether this is wrong with a field.
    pub fn says(&self, field: &str, says: &str) -> bool {
        let mut faults = self.0.iter();
        faults.any(|fault| fault.field == field && fault.says == says)
    }

    /// Whether nothing is wrong.
    pub fn none(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with a field, beside it.
    pub fn at(&self, field: &str, words: &Words) -> Markup {
        let here = self.0.iter().filter(|fault| fault.field == field);
        html! {
            @for fault in here {
                p class="wrong" role="alert" id={ "wrong-" (field) } { (words.say(fault.says, &[])) }
            }
        }
    }
}

/// How a person answers on an ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// On a phone of their own: the ask waits for it.
    OwnPhone,
    /// Aloud: the weakest but one.
    Spoken,
}

/// Somebody who answers with the asker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answerer {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: As,
    /// How.
    pub how: How,
}

/// A form that was read: the ask or report, and who has to answer with the asker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is asked or reported.
    pub what: What,
    /// Who answers with the asker.
    pub with: Vec<Answerer>,
}

/// What a page needs to show a form: the request's fresh name, and what was filled in before.
#[derive(Debug, Clone, Copy)]
pub struct Blank<'a> {
    /// The name of the request: a second tap does nothing twice.
    pub request: &'a str,
    /// What was filled in before; empty the first time.
    pub fields: &'a Fields,
    /// What was wrong with it.
    pub faults: &'a Faults,
}

/// What every form carries: the request's name, and the last entry it knew of a thing. A stale page
/// cannot act.
pub fn carried(blank: &Blank<'_>, thing: &str, seen: &Seen<'_>) -> Markup {
    html! {
        input type="hidden" name="request" value=(blank.request);
        input type="hidden" name={ "seen:" (thing) } value=(seen.touched(thing));
    }
}

/// Choosing who answers, as what, and how. `name` is the field; its `-how` stands beside it.
pub fn answerer(
    (field, says): (&str, &str),
    people: &[&PersonId],
    (blank, words): (&Blank<'_>, &Words),
) -> Markup {
    html! { fieldset class="block" { (person_and_how((field, says), people, (blank, words))) } }
}

fn person_and_how(
    (field, says): (&str, &str),
    people: &[&PersonId],
    (blank, words): (&Blank<'_>, &Words),
) -> Markup {
    let chosen = blank.fields.get(field);
    let how_field = format!("{field}-how");
    let how = blank.fields.get(&how_field).unwrap_or("phone");
    let needed = !WITH.contains(&field);
    html! {
            label {
                span class="said" { (says) }
                select name=(field) required[needed] {
                    @if people.len() != 1 || !needed { option value="" { (say!(words, "choose-person")) } }
                    @for id in people {
                        option value=(id) selected[chosen == Some(id.as_str())] { (name::person(id, words)) }
                    }
                }
            }
            (blank.faults.at(field, words))
            div class="presses three-how" {
                @for (value, says) in [("phone", "how-own-phone"), ("spoken", "how-spoken")] {
                    label class="choice" {
                        input type="radio" name=(how_field) value=(value) checked[how == value];
                        span { (words.say(says, &[])) }
                    }
                }
            }
    }
}

/// Reads who answers, as [`answerer`] asks it.
pub fn read_answerer(
    fields: &Fields,
    (field, role): (&str, As),
    faults: &mut Faults,
) -> Option<Answerer> {
    let person = faults.need(fields, field, "wrong-choose-person")?;
    let how = match fields.get(&format!("{field}-how")) {
        Some("spoken") => How::Spoken,
        _ => How::OwnPhone,
    };
    Some(Answerer { person, role, how })
}

/// Choosing who answers with the asker, as what and how: as many as a form may need.
pub fn answerers(people: &[&PersonId], (blank, words): (&Blank<'_>, &Words)) -> Markup {
    let filled = WITH
        .iter()
        .filter(|field| blank.fields.get(field).is_some());
    let shown = filled.count().saturating_add(1).min(WITH.len());
    html! {
        details class="block" open[shown > 1] {
            summary class="fact" { (say!(words, "with-whom")) }
            @for field in WITH {
                @let chosen = blank.fields.get(&format!("{field}-as"));
                label {
                    span class="said" { (say!(words, "with-as")) }
                    select name={ (field) "-as" } {
                        @for role in As::ALL {
                            option value=(role.as_str()) selected[chosen == Some(role.as_str())] {
                                (words.say(&format!("as-{role}"), &[]))
                            }
                        }
                    }
                }
                (person_and_how((field, &say!(words, "with-person")), people, (blank, words)))
            }
        }
    }
}

/// Reads who answers, as [`answerers`] asks it.
pub fn read_answerers(fields: &Fields, faults: &mut Faults) -> Vec<Answerer> {
    let filled = WITH.iter().filter(|field| fields.get(field).is_some());
    let read = filled.filter_map(|field| {
        let said = fields.get(&format!("{field}-as"));
        let role = As::ALL.iter().find(|role| said == Some(role.as_str()));
        read_answerer(
            fields,
            (field, role.copied().unwrap_or(As::Witness)),
            faults,
        )
    });
    read.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(of: &[(&str, &str)]) -> Fields {
        let pairs = of
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Fields::from(pairs.collect::<Vec<_>>())
    }

    #[test]
    fn the_last_value_counts_and_an_empty_one_is_none() {
        let filled = fields(&[("a", "1"), ("a", " 2 "), ("b", "  ")]);
        assert_eq!(filled.get("a"), Some("2"));
        assert_eq!(filled.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(filled.get("b"), None);
        assert!(!filled.ticked("c"));
    }

    #[test]
    fn who_answers_does_so_on_a_phone_unless_it_is_said_aloud() {
        let mut faults = Faults::default();
        let filled = fields(&[("witness", "first_ad")]);
        let read = read_answerer(&filled, ("witness", As::Witness), &mut faults).unwrap();
        assert_eq!(read.how, How::OwnPhone);
        let filled = fields(&[("witness", "first_ad"), ("witness-how", "spoken")]);
        let read = read_answerer(&filled, ("witness", As::Witness), &mut faults).unwrap();
        assert_eq!(read.how, How::Spoken);
        assert!(faults.none());
    }

    #[test]
    fn a_person_that_no_id_can_be_is_told_beside_the_field() {
        let mut faults = Faults::default();
        let filled = fields(&[("witness", "<b>")]);
        assert_eq!(
            read_answerer(&filled, ("witness", As::Witness), &mut faults),
            None
        );
        let words = Words::of(crate::Language::English);
        assert!(
            faults
                .at("witness", words)
                .into_string()
                .contains("Choose who answers.")
        );
    }
}
