//! Any ask or report as a page: for all that has no page of its own.

use custody::id::WeaponId;
use maud::{Markup, html};

use crate::{
    form::{self, Blank},
    frame::{self, Page, Way},
    say,
    seen::{Seen, Viewer},
    sheet::{
        self, Sheet,
        scan::{self, Ticked},
    },
    words::Words,
};

/// What stands on the page of everything that can be asked and told, by what it is about.
const GROUPS: [(&str, &[&str]); 7] = [
    (
        "group-day",
        &[
            "open_day",
            "arrive",
            "leave",
            "take_duty",
            "drop_duty",
            "relieve",
            "hold_meeting",
            "acknowledge",
            "wrap_day",
            "confirm_time",
        ],
    ),
    (
        "group-weapons",
        &[
            "check_out",
            "load",
            "show",
            "announce",
            "clear_to_fire",
            "shots_fired",
            "unload",
            "put_down",
            "cleaned",
            "fit",
            "test_fire",
            "decline",
            "show_again",
        ],
    ),
    (
        "group-set",
        &["clear_zone", "begin_activity", "end", "answer_stop"],
    ),
    (
        "group-rounds",
        &[
            "transfer",
            "count",
            "test_dummies",
            "make_rounds",
            "accept_lot",
        ],
    ),
    (
        "group-plan",
        &[
            "plan_scene",
            "add_set_up",
            "assess_risk",
            "approve_mitigation",
            "publish_schedule",
            "file_document",
            "declare_live_exception",
            "set_place",
            "adopt_house_book",
        ],
    ),
    (
        "group-people",
        &[
            "enroll",
            "assign_role",
            "induct",
            "record_qualification",
            "record_training",
            "record_consent",
        ],
    ),
    (
        "group-comes-and-goes",
        &[
            "delivery",
            "accept_weapon",
            "turned_away",
            "send",
            "receive",
            "quarantine",
            "release_from_quarantine",
        ],
    ),
];

/// What went wrong, or is feared: reports and what ends them.
const TROUBLE: [&str; 23] = [
    "concern",
    "misfire",
    "hang_fire",
    "stoppage",
    "stuck_in_bore",
    "discharge",
    "bullet_round_found",
    "near_miss",
    "injury",
    "missing",
    "found",
    "unattended",
    "swapped",
    "altered",
    "damaged",
    "unwilling",
    "seized",
    "authority_released",
    "answer_concern",
    "end_hold",
    "lift_stand_down",
    "close_incident",
    "stop",
];

/// Everything that can be asked and told.
pub fn all(seen: &Seen<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let groups = GROUPS
        .iter()
        .map(|(says, names)| (*says, *names))
        .chain([("group-trouble", TROUBLE.as_slice())]);
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "ask-all"), &html! {}))
        @for (says, names) in groups {
            section {
                h2 class="sunk" { (words.say(says, &[])) }
                div class="presses" {
                    @for name in names { a class="press low" href={ "/ask/" (name) } { (input(name, words)) } }
                }
            }
        }
    };
    frame::page(&page((seen, viewer), say!(words, "ask-all"), body))
}

/// The form of one ask or report; `ticked` is what a code ticked just now.
pub fn ask(
    sheet: &Sheet,
    (blank, ticked): (&Blank<'_>, Option<&Ticked>),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let scans = scan::scans(&sheet.fields);
    let title = input(&sheet.name, words);
    let kind = say!(
        words,
        if sheet.report {
            "it-is-a-report"
        } else {
            "it-is-an-ask"
        }
    );
    let body = html! {
        (frame::top(&html! { b { (title) } }, seen, words))
        (frame::title(&kind, &title, &html! {}))
        form method="post" action={ "/ask/" (sheet.name) } data-form=(sheet.name) {
            @if scans { (scan::enter()) }
            input type="hidden" name="request" value=(blank.request);
            input type="hidden" name="last" value=(blank.fields.get("last").map_or(seen.last, |it| it.parse().unwrap_or(seen.last)));
            (blank.faults.at(form::WHOLE, words))
            @if !blank.faults.none() && !blank.faults.has(form::WHOLE) { p class="block no-text" role="alert" { (say!(words, "wrong-something")) } }
            (sheet::fields(sheet, (blank, ticked), (seen, words)))
            @if !sheet.report { (form::answerers(&viewer.others(seen), (blank, words))) }
            div class="presses one" {
                button class="press main mid" type="submit" {
                    (say!(words, if sheet.report { "report-it" } else { "ask-it" }))
                }
            }
        }
        @if sheet.report { p class="block how" { (say!(words, "never-refused")) } }
    };
    frame::page(&Page {
        scans,
        ..page((seen, viewer), title, body)
    })
}

/// The page of an ask or report, about a weapon where one is named.
pub fn to(name: &str, weapon: Option<&WeaponId>) -> String {
    match (name, weapon) {
        ("check" | "issue" | "collect", Some(id)) => format!("/{name}/{id}"),
        ("lock_away", Some(id)) => format!("/lock-away/{id}"),
        (_, Some(id)) => format!("/ask/{name}?weapon={id}"),
        (_, None) => format!("/ask/{name}"),
    }
}

/// The same, with what it is called.
pub fn way(name: &str, weapon: Option<&WeaponId>, words: &Words) -> Way {
    Way::new(to(name, weapon), input(name, words))
}

/// What an ask or report is called.
pub fn input(name: &str, words: &Words) -> String {
    words.say(&format!("input-{name}"), &[])
}

fn page<'a>((seen, viewer): (&'a Seen<'a>, &'a Viewer), title: String, body: Markup) -> Page<'a> {
    Page {
        title,
        onward: Some(Way::new("/board", say!(viewer.words(), "place-board"))),
        body,
        ..Page::around(seen, viewer)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn everything_that_has_a_form_is_on_the_page_of_all_or_has_a_page_of_its_own() {
        let grouped = GROUPS.iter().flat_map(|(_, names)| *names).chain(&TROUBLE);
        let shown: BTreeSet<&str> = grouped.copied().collect();
        let own = ["check", "issue", "collect", "lock_away"];
        let without: Vec<_> = Sheet::names()
            .filter(|name| !shown.contains(name) && !own.contains(name))
            .collect();
        assert!(without.is_empty(), "{without:?}");
    }
}
