//! The issue: one page that grows as steps are done. Check, contents, both confirmations, the radio
//! sentence, and GO last.

use custody::{
    id::{PersonId, SetUpId, WeaponId},
    input::{Ask, Lines, What, weapon::Issue},
    names::{Activity, As},
    sentence,
    state::Weapon,
};
use maud::{Markup, html};

use crate::{
    figure::{Shape, shape},
    form::{self, Asked, Blank, Faults, Fields},
    frame::{self, Page, Way},
    name,
    page::{answer, weapon},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// The form of an issue; `go` stands where it was answered.
pub fn issue(
    (id, weapon): (&WeaponId, &Weapon),
    (blank, go): (&Blank<'_>, Option<&answer::Go>),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let bearer = blank
        .fields
        .get("bearer")
        .and_then(|it| it.parse::<PersonId>().ok());
    let small = match &bearer {
        Some(bearer) => say!(words, "issue-to", bearer = name::person(bearer, words)),
        None => say!(words, "act-issue"),
    };
    let class = words.say(&format!("class-{}", weapon.class), &[]);
    let body = html! {
        (frame::top(&html! { @if let Some(it) = blank.fields.get("set_up") { b { (it) } } }, seen, words))
        (frame::title(&small, &name::weapon(id), &html! { p class="how" { (class) } }))
        (twin(weapon, seen, words))
        (weapon::checked(weapon, seen, words))
        (weapon::inside(weapon, words))
        @match go {
            Some(go) => {
                (confirmed(bearer.as_ref(), viewer, words))
                (radio(id, weapon, words))
                (answer::go(go, seen, words))
            }
            None => {
                (asking(id, blank, (seen, viewer)))
                (radio(id, weapon, words))
            }
        }
    };
    frame::page(&Page {
        title: say!(words, "issue-of", weapon = name::weapon(id)),
        make_safe: weapon::make_safe(id, weapon, words),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// A twin that is out takes a line under the name.
fn twin(weapon: &Weapon, seen: &Seen<'_>, words: &Words) -> Markup {
    let twin = weapon.features.twin.as_ref();
    let out = twin.and_then(|id| Some((id, seen.state.weapons.get(id)?)));
    html! {
        @if let Some((id, _)) = out.filter(|(_, it)| !it.in_safe()) {
            p class="block no-text" { (say!(words, "twin-is-out", weapon = name::weapon(id))) }
        }
    }
}

fn asking(id: &WeaponId, blank: &Blank<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let thing = format!("weapon:{id}");
    html! {
        form method="post" action={ "/issue/" (id) } data-form="issue" {
            (form::carried(blank, &thing, seen))
            (blank.faults.at(form::WHOLE, words))
            (form::answerer(("bearer", &say!(words, "issue-bearer")), &viewer.others(seen), (blank, words)))
            div class="block" {
                label {
                    span class="said" { (say!(words, "set-up")) }
                    select name="set_up" required { (set_ups(blank, seen)) }
                }
                (blank.faults.at("set_up", words))
                (activity(blank, words))
                (watcher(blank, (seen, viewer)))
                label {
                    span class="said" { (say!(words, "issue-mark")) }
                    input type="text" name="mark" maxlength="4" value=[blank.fields.get("mark")];
                }
                label class="choice" {
                    input type="checkbox" name="briefed" value="yes" checked[blank.fields.ticked("briefed")];
                    span { (say!(words, "issue-briefed")) }
                }
            }
            div class="presses one" { button class="press main mid" type="submit" { (say!(words, "issue-ask")) } }
        }
    }
}

fn set_ups(blank: &Blank<'_>, seen: &Seen<'_>) -> Markup {
    let chosen = blank.fields.get("set_up");
    let today = seen.zone.to_datetime(seen.at).date();
    let scenes = seen
        .state
        .scenes
        .values()
        .filter(|scene| scene.scheduled.contains(&today));
    html! {
        @for set_up in scenes.flat_map(|scene| &scene.set_ups) {
            option value=(set_up) selected[chosen == Some(set_up.as_str())] { (set_up) }
        }
    }
}

/// Under whose eyes it stays: of whoever gives it, where nobody else is named.
fn watcher(blank: &Blank<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let chosen = blank.fields.get("watched_by");
    html! {
        label {
            span class="said" { (say!(words, "field-watched_by")) }
            select name="watched_by" {
                option value="" { (say!(words, "issue-watched-giver")) }
                @for id in viewer.others(seen) {
                    option value=(id) selected[chosen == Some(id.as_str())] { (name::person(id, words)) }
                }
            }
        }
    }
}

/// What it is issued for: the plan says, or less than that.
pub(super) fn activity(blank: &Blank<'_>, words: &Words) -> Markup {
    let chosen = read_activity(blank.fields);
    html! {
        label {
            span class="said" { (say!(words, "issue-activity")) }
            select name="activity" {
                option value="" { (say!(words, "issue-as-planned")) }
                @for it in Activity::ALL {
                    option value=(it) selected[chosen == Some(*it)] { (words.say(&format!("activity-{it}"), &[])) }
                }
            }
        }
    }
}

/// Reads it; none where it is as planned.
pub(super) fn read_activity(fields: &Fields) -> Option<Activity> {
    let named = fields.get("activity");
    let mut all = Activity::ALL.iter().copied();
    all.find(|it| named == Some(it.as_str()))
}

fn confirmed(bearer: Option<&PersonId>, viewer: &Viewer, words: &Words) -> Markup {
    html! {
        div class="pair" {
            @if let Some(giver) = &viewer.person {
                div class="row" { (shape(Shape::Tick, 32)) div { p class="fact" { (name::person(giver, words)) } p class="how" { (say!(words, "gives-it")) } } }
            }
            @if let Some(bearer) = bearer {
                div class="row" { (shape(Shape::Tick, 32)) div { p class="fact" { (name::person(bearer, words)) } p class="how" { (say!(words, "takes-it")) } } }
            }
        }
    }
}

/// The sentence to read over the radio; none where nothing may be announced.
fn radio(id: &WeaponId, weapon: &Weapon, words: &Words) -> Markup {
    html! {
        @if let Some(sentence) = sentence::printed_in(words.language().tongue(), id.as_str(), weapon) {
            div class="block" {
                p class="how" { (say!(words, "say-on-the-radio")) }
                p class="fact" { "“" (sentence) "”" }
            }
        }
    }
}

/// Reads the form of an issue.
///
/// # Errors
/// What is wrong, beside its field.
pub fn read(id: &WeaponId, fields: &Fields) -> Result<Asked, Faults> {
    let mut faults = Faults::default();
    let bearer = form::read_answerer(fields, ("bearer", As::Bearer), &mut faults);
    let set_up = faults.need::<SetUpId>(fields, "set_up", "wrong-choose-set-up");
    let (Some(bearer), Some(set_up), true) = (bearer, set_up, faults.none()) else {
        return Err(faults);
    };
    let issue = Issue {
        weapon: id.clone(),
        bearer: bearer.person.clone(),
        set_up,
        activity: read_activity(fields),
        mark: fields.get("mark").map(str::to_owned),
        watched_by: fields.get("watched_by").and_then(|it| it.parse().ok()),
        briefed: fields.ticked("briefed"),
    };
    Ok(Asked {
        what: What::Ask(Ask::Issue(Lines::one(issue))),
        with: vec![bearer],
    })
}
