//! The fold of a row: what of this weapon differs from what stands for all.

use custody::state::Weapon;
use maud::{Markup, html};

use super::{
    Line, Row,
    field::{self, Field, NOBODY, Takes},
};
use crate::{
    figure::{Shape, shape},
    form::Blank,
    name, say,
    words::Words,
};

/// A field of a row, by its name in the form.
pub(super) fn at(nth: usize, name: &str) -> String {
    format!("{ROW}{nth}.{name}")
}

/// What the fields of rows stand under.
const ROW: &str = "row.";

/// The way down to the first row with which something is wrong.
pub(super) fn first_wrong(line: &Line, blank: &Blank<'_>, words: &Words) -> Markup {
    let row = |at: &str| line.rows.get(at.split('.').nth(1)?.parse::<usize>().ok()?);
    let wrong = blank.faults.first_under(ROW);
    let wrong = wrong.and_then(|at| Some((at, name::weapon(&row(at)?.weapon))));
    html! {
        @if let Some((at, weapon)) = wrong {
            div class="presses one" {
                a class="press" href={ "#wrong-" (at) } { span { (say!(words, "line-first-wrong", weapon = weapon)) } (shape(Shape::Arrow, 28)) }
            }
        }
    }
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
                    (asked(it, (&at, row, blank.faults.has(&at)), (&said, words)))
                    (blank.faults.at(&at, words))
                }
            }
        }
    }
}

/// Left empty, what stands for all holds. What is typed is read by the hub alone: a browser would
/// hold the form back for what is folded away.
fn asked(
    field: &Field<'_>,
    (at, row, wrong): (&str, &Row, bool),
    (said, words): (&Markup, &Words),
) -> Markup {
    let value = row.own.get(field.name);
    let (wrong, why) = (
        wrong.then_some("true"),
        wrong.then(|| format!("wrong-{at}")),
    );
    let as_all = say!(words, "line-as-all");
    match &field.takes {
        Takes::Several(people) => {
            let people: Vec<&str> = [NOBODY].iter().chain(people).copied().collect();
            let ticked: Vec<&str> = row.own.all(field.name).collect();
            html! { fieldset aria-describedby=[why] { legend { (said) } (field::boxes(at, (&people, &ticked), words)) } }
        }
        Takes::One(choices) => html! {
            label { (said)
                select name=(at) aria-invalid=[wrong] aria-describedby=[why] { option value="" { (as_all) } (field::options((field.name, choices), value, words)) }
            }
        },
        takes => html! {
            label { (said)
                input type="text" inputmode=[matches!(takes, Takes::Number).then_some("numeric")]
                    name=(at) maxlength="100" autocomplete="off" placeholder=(as_all) value=[value]
                    aria-invalid=[wrong] aria-describedby=[why];
            }
        },
    }
}
