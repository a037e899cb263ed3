//! A form as a page shows it: each field with its words, its values, and what was wrong with it.

use custody::{names::Role, sentence::readable};
use maud::{Markup, html};

use super::{
    Field, Kind, Sheet, Thing,
    scan::{self, Ticked},
};
use crate::{
    form::{Blank, MOST_ROWS},
    law, name,
    seen::Seen,
    words::Words,
};

/// Every field of a form; `ticked` is what a code ticked just now.
pub fn fields(
    sheet: &Sheet,
    (blank, ticked): (&Blank<'_>, Option<&Ticked>),
    (seen, words): (&Seen<'_>, &Words),
) -> Markup {
    let show = Show {
        sheet,
        blank,
        ticked,
        seen,
        words,
    };
    show.group(&sheet.fields, "")
}

#[derive(Clone, Copy)]
struct Show<'a> {
    sheet: &'a Sheet,
    blank: &'a Blank<'a>,
    ticked: Option<&'a Ticked>,
    seen: &'a Seen<'a>,
    words: &'a Words,
}

impl Show<'_> {
    fn group(self, fields: &[Field], under: &str) -> Markup {
        html! {
            @for field in fields {
                @let at = format!("{under}{}", field.name);
                (self.field(field, &at))
            }
        }
    }

    fn field(self, field: &Field, at: &str) -> Markup {
        let says = self.words.say(&format!("field-{}", field.name), &[]);
        match &field.kind {
            Kind::Tick => self.tick(at, &says),
            Kind::Choices(values) => self.ticks((at, &says), &self.named(values), &html! {}),
            Kind::Many(thing) => self.many((at, &says), *thing),
            // What may be left out as a whole is not asked for in part; once begun, the hub says what
            // is missing.
            Kind::Group(fields) => html! {
                fieldset class="block" {
                    legend class="said" { (says) }
                    (self.group(&optional(fields, !field.needed), &format!("{at}.")))
                }
            },
            Kind::Rows(fields) => self.rows((at, &says), fields),
            kind => html! {
                div class="block" {
                    label for=(at) { span class="said" { (says) @if !field.needed { (self.or_not()) } } }
                    (self.input(kind, (at, field.needed)))
                    (self.blank.faults.at(at, self.words))
                }
            },
        }
    }

    fn or_not(self) -> Markup {
        html! { span class="how" { " · " (self.words.say("field-may-be-empty", &[])) } }
    }

    fn input(self, kind: &Kind, (at, needed): (&str, bool)) -> Markup {
        let value = self.blank.fields.get(at);
        match kind {
            Kind::One(thing) if !self.sheet.brings(at) && *thing != Thing::Account => {
                self.select((at, needed), &self.things(*thing))
            }
            Kind::One(thing) => self.suggested((at, needed), &self.things(*thing)),
            Kind::Choice(values) => self.select((at, needed), &self.named(values)),
            Kind::Maybe => self.select((at, needed), &self.named(&["yes".into(), "no".into()])),
            Kind::Number => html! {
                input id=(at) name=(at) type="number" inputmode="numeric" min="0" step="1" value=[value] required[needed];
            },
            Kind::Date => {
                html! { input id=(at) name=(at) type="date" value=[value] required[needed]; }
            }
            Kind::Texts | Kind::Numbers => html! {
                textarea id=(at) name=(at) rows="3" required[needed] { (value.unwrap_or_default()) }
                p class="how small" { (self.words.say(if *kind == Kind::Texts { "field-one-a-line" } else { "field-numbers" }, &[])) }
            },
            _ => {
                html! { input id=(at) name=(at) type="text" maxlength="2000" value=[value] autocomplete="off" required[needed]; }
            }
        }
    }

    fn select(self, (at, needed): (&str, bool), options: &[(String, String)]) -> Markup {
        let chosen = self.blank.fields.get(at);
        let only = needed && options.len() == 1;
        html! {
            select id=(at) name=(at) required[needed] {
                @if !only { option value="" { (self.words.say("choose", &[])) } }
                @for (value, says) in options {
                    option value=(value) selected[chosen == Some(value)] { (says) }
                }
            }
            @if options.is_empty() { p class="how small" { (self.words.say("choose-from-nothing", &[])) } }
        }
    }

    /// Written, with what is known as suggestions.
    fn suggested(self, (at, needed): (&str, bool), known: &[(String, String)]) -> Markup {
        let list = format!("known-{at}");
        html! {
            input id=(at) name=(at) type="text" maxlength="130" list=(list) value=[self.blank.fields.get(at)]
                autocomplete="off" autocapitalize="none" spellcheck="false" required[needed];
            datalist id=(list) { @for (value, says) in known { option value=(value) { (says) } } }
        }
    }

    fn tick(self, at: &str, says: &str) -> Markup {
        html! {
            div class="block" {
                label class="choice" {
                    input type="checkbox" name=(at) value="yes" checked[self.blank.fields.ticked(at)];
                    span { (says) }
                }
                (self.blank.faults.at(at, self.words))
            }
        }
    }

    fn ticks(
        self,
        (at, says): (&str, &str),
        options: &[(String, String)],
        above: &Markup,
    ) -> Markup {
        let ticked: Vec<&str> = self.blank.fields.all(at).collect();
        html! {
            fieldset class="block" {
                legend class="said" { (says) }
                (above)
                div class="choices" {
                    @for (value, says) in options {
                        label class="choice" {
                            input type="checkbox" name=(at) value=(value) checked[ticked.contains(&value.as_str())];
                            span { (says) }
                        }
                    }
                }
                (self.blank.faults.at(at, self.words))
            }
        }
    }

    fn many(self, (at, says): (&str, &str), thing: Thing) -> Markup {
        let options = self.things(thing);
        if options.is_empty() {
            return html! {
                div class="block" { p class="said" { (says) } p class="how small" { (self.words.say("choose-from-nothing", &[])) } }
            };
        }
        let ticked = self.ticked.filter(|it| it.list == at).and_then(|it| {
            let (_, name) = options.iter().find(|(id, _)| *id == it.id)?;
            Some((it, name.as_str()))
        });
        let scan = scan::block((at, thing), ticked, (self.blank, self.words));
        self.ticks((at, says), &options, &scan)
    }

    fn rows(self, (at, says): (&str, &str), fields: &[Field]) -> Markup {
        let rows = self.blank.fields.rows(at).max(1);
        // As many again: thirteen people in a zone are four taps away, and what stays empty is not
        // read.
        let shown = match self.blank.fields.get("more") == Some(at) {
            true => rows.saturating_mul(2).min(MOST_ROWS),
            false => rows,
        };
        html! {
            fieldset class="block" {
                legend class="said" { (says) }
                @for n in 0..shown {
                    div class="sunk-box" { (self.group(&optional(fields, n > 0 || !self.blank.fields.any(at)), &format!("{at}.{n}."))) }
                }
                button class="press low mid" type="submit" name="more" value=(at) formnovalidate {
                    (self.words.say("field-more-rows", &[]))
                }
            }
        }
    }

    /// Values with their words.
    fn named(self, values: &[String]) -> Vec<(String, String)> {
        let named = values.iter().map(|value| {
            let known = ["value", "role", "class", "round-class", "activity", "state"];
            let says = known
                .iter()
                .find_map(|kind| self.words.find(&format!("{kind}-{value}"), &[]));
            (value.clone(), says.unwrap_or_else(|| readable(value)))
        });
        named.collect()
    }

    /// The things there are, with their names.
    fn things(self, thing: Thing) -> Vec<(String, String)> {
        let state = self.seen.state;
        let plain = |id: &str| (id.to_owned(), id.to_owned());
        match thing {
            Thing::Weapon => {
                let weapons = state.weapons.keys();
                weapons
                    .map(|id| (id.to_string(), name::weapon(id)))
                    .collect()
            }
            Thing::Person => {
                let people = state.people.keys();
                people
                    .map(|id| (id.to_string(), name::person(id, self.words)))
                    .collect()
            }
            Thing::Lot => state.lots.keys().map(|id| plain(id.as_str())).collect(),
            Thing::Scene => state.scenes.keys().map(|id| plain(id.as_str())).collect(),
            Thing::SetUp => state.set_ups.keys().map(|id| plain(id.as_str())).collect(),
            Thing::Incident => state
                .incidents
                .keys()
                .map(|id| plain(id.as_str()))
                .collect(),
            Thing::Concern => state.concerns.keys().map(|id| plain(id.as_str())).collect(),
            Thing::Book => Vec::new(),
            Thing::Account => self.accounts(),
        }
    }

    /// Accounts that hold something, and those of everybody who may.
    fn accounts(self) -> Vec<(String, String)> {
        let state = self.seen.state;
        let people = state.people.iter().filter(|(_, person)| {
            person.roles.contains(&Role::Armorer) || person.roles.contains(&Role::PropertyMaster)
        });
        let fixed = ["safe", "ground", "police", "returned", "destroyed"];
        let fixed = fixed.iter().map(|it| (*it).to_owned());
        let people = people.map(|(id, _)| format!("person:{id}"));
        let named = |it: String| {
            let says = law::account(&it, self.words);
            (it.clone(), says.unwrap_or(it))
        };
        fixed.chain(people).map(named).collect()
    }
}

/// Fields of a row or a group that may be left empty as a whole.
fn optional(fields: &[Field], whole: bool) -> Vec<Field> {
    let fields = fields.iter().cloned();
    fields
        .map(|field| Field {
            needed: field.needed && !whole,
            ..field
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    /// Every field and value that a form may show, with its catalogue key.
    fn keys(fields: &[Field], into: &mut Vec<String>) {
        for field in fields {
            into.push(format!("field-{}", field.name));
            match &field.kind {
                Kind::Group(fields) | Kind::Rows(fields) => keys(fields, into),
                _ => {}
            }
        }
    }

    #[test]
    fn every_field_of_every_form_has_a_word_in_every_language() {
        let mut wanted = Vec::new();
        for name in Sheet::names() {
            wanted.push(format!("input-{name}"));
            keys(&Sheet::of(name).unwrap().fields, &mut wanted);
        }
        assert!(wanted.len() > 200, "{}", wanted.len());
        for language in Language::ALL {
            let words = Words::of(language);
            let missing: Vec<_> = wanted.iter().filter(|key| !words.has(key)).collect();
            assert!(missing.is_empty(), "{language:?}: {missing:?}");
        }
    }
}
