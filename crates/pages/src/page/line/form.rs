//! The form of a line: each weapon a row as large as a thumb; what is ticked takes part.

use custody::{
    id::PersonId,
    names::{Tier, WeaponClass},
    state::Weapon,
};
use maud::{Markup, html};

use super::{
    Line, Row, Step,
    field::{self, Field, Takes},
    own, scanned,
};
use crate::{
    figure::{Shape, ring, shape},
    form::{self, Blank},
    frame::{self, Page, Place, Way},
    name,
    page::{ask, board, check, issue, scan},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// The page of a line; `blank` carries what was chosen for all of it.
pub fn form(line: &Line, blank: &Blank<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let filled = line.all.then(blank.fields);
    let blank = &Blank {
        fields: &filled,
        ..*blank
    };
    let title = ask::input(line.step.as_str(), words);
    let fields = Field::all(line, seen);
    let end = html! { p class="head n" data-count { (line.on().count()) } p class="how" { (say!(words, "line-of-n", n = line.rows.len())) } };
    let body = html! {
        (frame::top(&html! { @if let Some(it) = &line.set_up { b { (it) } " · " } (say!(words, "line")) }, seen, words))
        (frame::title(&say!(words, "line-what"), &title, &end))
        (steps(line, words))
        form method="post" action="/line" data-form="line" {
            input type="hidden" name="request" value=(blank.request);
            input type="hidden" name="last" value=(seen.last);
            input type="hidden" name="ask" value=(line.step.as_str());
            (code(blank, words))
            @if !blank.faults.none() && !blank.faults.has(form::WHOLE) { p class="block no-text" role="alert" { (say!(words, "wrong-something")) } }
            (blank.faults.at(form::WHOLE, words))
            (own::first_wrong(line, blank, words))
            @if line.rows.is_empty() { (frame::empty(&say!(words, "line-empty"), &[])) }
            ul class="line" {
                @for (nth, row) in line.rows.iter().enumerate() {
                    (one((nth, row), (line, &fields), (blank, seen, words)))
                }
            }
            (pairing(line, words))
            (more(line, (blank, seen, viewer)))
            (for_all((line, &fields), blank, (seen, viewer)))
            div class="presses one stick" {
                button class="press main mid" type="submit" {
                    span { (done(line.step, words)) " " b class="n" data-count { (line.on().count()) } }
                }
            }
        }
        @if line.step.report() { p class="block how" { (say!(words, "never-refused")) } }
    };
    frame::page(&Page {
        title: say!(words, "line"),
        place: Some(Place::Weapons),
        make_safe: collect_all(line, words),
        scans: true,
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// The way to take back all that is out.
pub(super) fn collect_all(line: &Line, words: &Words) -> Option<Way> {
    (line.step != Step::Collect).then(|| {
        let to = address(Step::Collect, line.set_up.as_ref().map(|it| it.as_str()));
        Way::new(to, say!(words, "line-collect-all"))
    })
}

pub(super) fn address(step: Step, set_up: Option<&str>) -> String {
    match set_up {
        Some(set_up) => format!("/line?ask={}&set_up={set_up}", step.as_str()),
        None => format!("/line?ask={}", step.as_str()),
    }
}

/// What may be asked of the line, one beside the other.
fn steps(line: &Line, words: &Words) -> Markup {
    let set_up = line.set_up.as_ref().map(|it| it.as_str());
    html! {
        details class="block" {
            summary class="fact" { (say!(words, "line-other")) }
            nav class="presses" aria-label=(say!(words, "line-other")) {
                @for step in Step::ALL {
                    a class="press low mid" href=(address(step, set_up)) aria-current=[(step == line.step).then_some("step")] {
                        (ask::input(step.as_str(), words))
                    }
                }
            }
        }
    }
}

/// A code read by a scanner, which types it and presses Enter. Who is scanned after a weapon bears it.
fn code(blank: &Blank<'_>, words: &Words) -> Markup {
    let before = scanned(blank.fields).map(|it| it.to_string());
    html! {
        div class="block scan" {
            input type="hidden" name="scanned" value=[before.as_deref().or(blank.fields.get("scanned"))];
            (scan::button(words))
            (scan::typed((blank, blank.fields.get("more") == Some("code")), &html! { button class="press low mid" type="submit" name="more" value="code" formnovalidate { (say!(words, "line-code-in")) } }, words))
        }
    }
}

fn one(
    (nth, row): (usize, &Row),
    (line, fields): (&Line, &[Field<'_>]),
    (blank, seen, words): (&Blank<'_>, &Seen<'_>, &Words),
) -> Markup {
    let (field, step) = (|name: &str| own::at(nth, name), line.step);
    let weapon = seen.state.weapons.get(&row.weapon);
    let bearer = row
        .bearer
        .as_ref()
        .filter(|_| step.bears() || step == Step::Collect);
    html! {
        li data-weapon=(row.weapon) {
            input type="hidden" name=(field("weapon")) value=(row.weapon);
            input type="hidden" name=(field("mark")) value=[&row.mark];
            @if let Some(bearer) = &row.bearer { input type="hidden" name=(field("bearer")) value=(bearer); }
            label class="row pick" {
                input type="checkbox" name=(field("on")) value="yes" checked[row.on];
                @if let Some(mark) = &row.mark { b class="mark" { (mark) } }
                span class="grow" {
                    @match bearer {
                        Some(bearer) => span class="fact" { (say!(words, "line-to", weapon = name::weapon(&row.weapon), bearer = name::person(bearer, words))) },
                        None => span class="fact" { (name::weapon(&row.weapon)) },
                    }
                    @if let Some(weapon) = weapon { span class="how" { (claim(weapon, step, words)) } }
                }
                @match weapon {
                    Some(weapon) => (ring(board::left(weapon, seen), 48, &say!(words, "minutes-short"))),
                    None => (shape(Shape::Unknown, 48)),
                }
            }
            (own::fold((nth, row, weapon), (line, fields), (blank, words)))
            (blank.faults.at(&field("on"), words))
            @if step.bears() && row.bearer.is_none() { div class="block" { (bearers(&field("bearer"), None, (seen, words))) } }
        }
    }
}

/// What a tick says of this weapon: for a check, all that was seen; else what is proven of it.
fn claim(weapon: &Weapon, step: Step, words: &Words) -> String {
    if step != Step::Check {
        return name::contents(weapon, words);
    }
    let n = weapon.features.positions.unwrap_or(0);
    let mut says = vec![match weapon.tier {
        Tier::A => say!(words, "line-check-a", n = n),
        Tier::B => say!(words, "line-check-b"),
        Tier::C => say!(words, "line-check-c"),
        Tier::D => say!(words, "line-check-d"),
    }];
    match weapon.class {
        WeaponClass::MuzzleLoader => says.push(say!(words, "check-ramrod")),
        WeaponClass::ElectricallyFired => says.push(say!(words, "check-power-out")),
        _ => {}
    }
    if let Some(twin) = &weapon.features.twin {
        says.push(say!(words, "check-twin", weapon = name::weapon(twin)));
    }
    says.join("; ")
}

fn bearers(field: &str, chosen: Option<&PersonId>, (seen, words): (&Seen<'_>, &Words)) -> Markup {
    let people = seen.state.people.iter().filter(|(_, it)| it.present);
    html! {
        label {
            span class="away" { (say!(words, "issue-bearer")) }
            select name=(field) {
                option value="" { (say!(words, "line-no-bearer")) }
                @for (id, _) in people { option value=(id) selected[chosen == Some(id)] { (name::person(id, words)) } }
            }
        }
    }
}

/// One tap gives each the next who has none. Each still sees it, and answers aloud.
fn pairing(line: &Line, words: &Words) -> Markup {
    let without = line.rows.iter().filter(|it| it.bearer.is_none()).count();
    html! {
        @if line.step.bears() && without > 1 {
            div class="presses one" {
                button class="press mid" type="submit" name="more" value="pair" formnovalidate {
                    (say!(words, "line-pair", n = without))
                }
            }
        }
    }
}

/// Choosing by hand one that is not in the line, or another bearer for one that is.
fn more(line: &Line, (blank, seen, viewer): (&Blank<'_>, &Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    html! {
        details class="block" open[line.rows.is_empty() || blank.faults.has("add.weapon")] {
            summary class="fact" { (say!(words, "line-add")) }
            label {
                span class="said" { (say!(words, "line-weapon")) }
                select name="add.weapon" {
                    option value="" { (say!(words, "choose")) }
                    @for id in seen.state.weapons.keys() { option value=(id) { (name::weapon(id)) } }
                }
            }
            (blank.faults.at("add.weapon", words))
            @if line.step.bears() {
                label { span class="said" { (say!(words, "issue-bearer")) } (bearers("add.bearer", None, (seen, words))) }
                label {
                    span class="said" { (say!(words, "issue-mark")) }
                    input type="text" name="add.mark" maxlength="4" autocomplete="off";
                }
            }
            button class="press low mid" type="submit" name="more" value="add" formnovalidate { (say!(words, "line-put-in")) }
        }
    }
}

/// What stands for every row that does not say otherwise.
fn for_all(
    (line, fields): (&Line, &[Field<'_>]),
    blank: &Blank<'_>,
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let others = viewer.others(seen);
    let who = |field: &str, says: &str| {
        form::answerer((field, &words.say(says, &[])), &others, (blank, words))
    };
    let all = |name: &str, says: &str| {
        let of_name = fields.iter().filter(|it| it.name == name);
        html! { @for it in of_name { (asked((it, &words.say(says, &[])), line, (blank, words))) } }
    };
    html! {
        @if line.step.for_a_set_up() { (all("set_up", "set-up")) }
        @match line.step {
            Step::CheckOut => (all("purpose", "field-purpose")),
            Step::Check => { (check::bore_by(blank, words)) (who("witness", "check-witness")) }
            Step::Load => { (all("lot", "lot")) (all("rounds", "line-rounds-each")) (who("witness", "check-witness")) }
            Step::Show => { (hearers("line-said-seen", &others, (blank, words))) (all("also", "line-also")) }
            Step::Announce => { (who("accepts", "as-accepts")) (who("reads_back", "as-reads_back")) }
            Step::Issue => { div class="block" { (issue::activity(blank, words)) } (briefed((blank, words))) (hearers("line-said-takes", &others, (blank, words))) }
            Step::ClearToFire => { (all("shots", "field-shots")) (who("accepts", "as-accepts")) }
            Step::Collect => {}
            Step::LockAway => (all("seal", "seal-number")),
        }
    }
}

type Around<'a> = (&'a Blank<'a>, &'a Words);

/// One field for all.
fn asked((field, says): (&Field<'_>, &str), line: &Line, (blank, words): Around<'_>) -> Markup {
    let name = field.name;
    let value = match name {
        "set_up" => line.set_up.as_ref().map(|it| it.as_str()),
        _ => blank.fields.get(name),
    };
    let input = match &field.takes {
        Takes::Several(people) => return also(says, people, (blank, words)),
        Takes::One(choices) => html! {
            select name=(name) required { (field::options((name, choices), value, words)) }
        },
        Takes::Number => html! {
            input type="number" inputmode="numeric" min="0" name=(name) value=(value.unwrap_or("1")) required;
        },
        Takes::Text => html! { input type="text" name=(name) maxlength="100" value=[value]; },
    };
    html! {
        div class="block" {
            label { span class="said" { (says) } (input) }
            (blank.faults.at(name, words))
        }
    }
}

/// Whoever else sees every weapon of it.
fn also(says: &str, people: &[&str], (blank, words): Around<'_>) -> Markup {
    let ticked = blank.fields.all("also").filter(|it| people.contains(it));
    let ticked: Vec<&str> = ticked.collect();
    html! {
        details class="block" open[!ticked.is_empty()] {
            summary class="fact" { (says) }
            (field::boxes("also", (people, &ticked), words))
        }
    }
}

fn hearers(says: &str, others: &[&PersonId], (blank, words): Around<'_>) -> Markup {
    html! {
        p class="block fact" { (words.say(says, &[])) }
        (form::answerer(("hears1", &say!(words, "line-first-hears")), others, (blank, words)))
        (form::answerer(("hears2", &say!(words, "line-second-hears")), others, (blank, words)))
    }
}

fn briefed((blank, words): Around<'_>) -> Markup {
    html! {
        div class="block" {
            label class="choice" {
                input type="checkbox" name="briefed" value="yes" checked[blank.fields.ticked("briefed")];
                span { (say!(words, "line-briefed")) }
            }
        }
    }
}

fn done(step: Step, words: &Words) -> String {
    words.say(&format!("line-do-{}", step.as_str()), &[])
}
