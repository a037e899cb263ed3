//! The fold of a row: what of this weapon differs from what stands for all.

use custody::state::Weapon;
use maud::{Markup, html};

use super::{
    Line, Row,
    field::{self, Field, NOBODY, Takes},
};
use crate::{form::Blank, name, say, words::Words};

/// A field of a row, by its name in the form.
pub(super) fn at(nth: usize, name: &str) -> String {
    format!("row.{nth}.{name}")
}

/// The fold; none where nothing of the weapon could differ. Closed, it tells what does.
pub(super) fn fold(
    (nth, row, weapon): (usize, &Row, Option<&Weapon>),
    (line, fields): (&Line, &[Field<'_>]),
    (blank, words): (&Blank<'_>, &Words),
) -> Markup {
    let fields = fields.iter().filter(|it| it.may_differ(row, weapon));
    let fields: Vec<&Field<'_>> = fields.collect();
    let wrong = |it: &&Field<'_>| blank.faults.has(&at(nth, it.name));
    // Whose label it is, for whoever does not see the row above it.
    let named = html! { span class="away" { ", " (name::weapon(&row.weapon)) } };
    html! {
        @if !fields.is_empty() {
            details class="own" open[fields.iter().any(wrong)] {
                summary { (say!(words, "line-own")) (named) b { (field::in_words(line.step, &row.own, words)) } }
                @for it in fields {
                    @let at = at(nth, it.name);
                    @let said = html! { span class="said" { (field::says(it.name, words)) (named) } };
                    (asked(it, (&at, row), (&said, words)))
                    (blank.faults.at(&at, words))
                }
            }
        }
    }
}

/// Left empty, what stands for all holds. What is typed is read by the hub alone: a browser would
/// hold the form back for what is folded away.
fn asked(field: &Field<'_>, (at, row): (&str, &Row), (said, words): (&Markup, &Words)) -> Markup {
    let value = row.own.get(field.name);
    let as_all = say!(words, "line-as-all");
    match &field.takes {
        Takes::Several(people) => {
            let people: Vec<&str> = [NOBODY].iter().chain(people).copied().collect();
            let ticked: Vec<&str> = row.own.all(field.name).collect();
            html! { fieldset { legend { (said) } (field::boxes(at, (&people, &ticked), words)) } }
        }
        Takes::One(choices) => html! {
            label { (said)
                select name=(at) { option value="" { (as_all) } (field::options((field.name, choices), value, words)) }
            }
        },
        takes => html! {
            label { (said)
                input type="text" inputmode=[matches!(takes, Takes::Number).then_some("numeric")]
                    name=(at) maxlength="100" autocomplete="off" placeholder=(as_all) value=[value];
            }
        },
    }
}
