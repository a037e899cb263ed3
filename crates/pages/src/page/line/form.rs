//! The form of a line: each weapon a row as large as a thumb; what is ticked takes part.

use custody::{
    id::PersonId,
    names::{Tier, WeaponClass},
    state::Weapon,
};
use maud::{Markup, html};

use super::{Line, Row, Step, scanned};
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
    let title = ask::input(line.step.as_str(), words);
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
            @if !blank.faults.none() { p class="block no-text" role="alert" { (say!(words, "wrong-something")) } }
            (blank.faults.at(form::WHOLE, words))
            @if line.rows.is_empty() { (frame::empty(&say!(words, "line-empty"), &[])) }
            ul class="line" {
                @for (nth, row) in line.rows.iter().enumerate() {
                    (one((nth, row), line.step, (blank, seen, words)))
                }
            }
            (pairing(line, words))
            (more(line, (blank, seen, viewer)))
            (for_all(line, blank, (seen, viewer)))
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
    step: Step,
    (blank, seen, words): (&Blank<'_>, &Seen<'_>, &Words),
) -> Markup {
    let field = |name: &str| format!("row.{nth}.{name}");
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

/// What holds for every row.
fn for_all(line: &Line, blank: &Blank<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let others = viewer.others(seen);
    let who = |field: &str, says: &str| {
        form::answerer((field, &words.say(says, &[])), &others, (blank, words))
    };
    html! {
        @if line.step.for_a_set_up() { (set_up(line, (blank, seen, words))) }
        @match line.step {
            Step::CheckOut => (text("purpose", "field-purpose", (blank, words))),
            Step::Check => { (check::bore_by(blank, words)) (who("witness", "check-witness")) }
            Step::Load => { (loads((blank, seen, words))) (who("witness", "check-witness")) }
            Step::Show => { (hearers("line-said-seen", &others, (blank, words))) (also(line, (blank, seen, words))) }
            Step::Announce => { (who("accepts", "as-accepts")) (who("reads_back", "as-reads_back")) }
            Step::Issue => { div class="block" { (issue::activity(blank, words)) } (briefed((blank, words))) (hearers("line-said-takes", &others, (blank, words))) }
            Step::ClearToFire => { (number("shots", "field-shots", (blank, words))) (who("accepts", "as-accepts")) }
            Step::Collect => {}
            Step::LockAway => (text("seal", "seal-number", (blank, words))),
        }
    }
}

type Around<'a> = (&'a Blank<'a>, &'a Words);
type Wide<'a> = (&'a Blank<'a>, &'a Seen<'a>, &'a Words);

fn set_up(line: &Line, (blank, seen, words): Wide<'_>) -> Markup {
    let today = seen.zone.to_datetime(seen.at).date();
    let scenes = seen.state.scenes.values();
    let scenes = scenes.filter(|it| it.scheduled.contains(&today));
    html! {
        div class="block" {
            label {
                span class="said" { (say!(words, "set-up")) }
                select name="set_up" required {
                    @for it in scenes.flat_map(|scene| &scene.set_ups) {
                        option value=(it) selected[line.set_up.as_ref() == Some(it)] { (it) }
                    }
                }
            }
            (blank.faults.at("set_up", words))
        }
    }
}

fn text(field: &str, says: &str, (blank, words): Around<'_>) -> Markup {
    html! {
        div class="block" {
            label {
                span class="said" { (words.say(says, &[])) }
                input type="text" name=(field) maxlength="100" value=[blank.fields.get(field)];
            }
        }
    }
}

fn number(field: &str, says: &str, (blank, words): Around<'_>) -> Markup {
    html! {
        div class="block" {
            label {
                span class="said" { (words.say(says, &[])) }
                input type="number" inputmode="numeric" min="0" name=(field) value=(blank.fields.get(field).unwrap_or("1")) required;
            }
            (blank.faults.at(field, words))
        }
    }
}

fn loads((blank, seen, words): Wide<'_>) -> Markup {
    html! {
        div class="block" {
            label {
                span class="said" { (say!(words, "lot")) }
                select name="lot" required {
                    @for id in seen.state.lots.keys() { option value=(id) selected[blank.fields.get("lot") == Some(id.as_str())] { (id) } }
                }
            }
            (blank.faults.at("lot", words))
        }
        (number("rounds", "line-rounds-each", (blank, words)))
    }
}

fn hearers(says: &str, others: &[&PersonId], (blank, words): Around<'_>) -> Markup {
    html! {
        p class="block fact" { (words.say(says, &[])) }
        (form::answerer(("hears1", &say!(words, "line-first-hears")), others, (blank, words)))
        (form::answerer(("hears2", &say!(words, "line-second-hears")), others, (blank, words)))
    }
}

/// Whoever else sees every weapon of it.
fn also(line: &Line, (blank, seen, words): Wide<'_>) -> Markup {
    let bears = |id: &PersonId| line.rows.iter().any(|row| row.bearer.as_ref() == Some(id));
    let people = seen.state.people.iter();
    let people = people.filter(|(id, it)| it.present && !bears(id));
    let ticked: Vec<&str> = blank.fields.all("also").collect();
    html! {
        details class="block" open[!ticked.is_empty()] {
            summary class="fact" { (say!(words, "line-also")) }
            div class="choices" {
                @for (id, _) in people {
                    label class="choice" {
                        input type="checkbox" name="also" value=(id) checked[ticked.contains(&id.as_str())];
                        span { (name::person(id, words)) }
                    }
                }
            }
        }
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
