//! Labels to print: one for each weapon and each lot, with a code that leads to its page. A label
//! says what does not change; what is so now stands on the page it leads to.

use custody::{
    id::{LotId, WeaponId},
    names::RoundClass,
    sentence::readable,
    state::{Lot, Weapon},
};
use maud::{Markup, html};

use crate::{
    clock,
    figure::code,
    frame::{self, Page, Place, Way},
    name,
    print::{self, Chosen},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// Two columns of five, on A4 as on Letter.
const ON_A_SHEET: usize = 10;

const KINDS: [&str; 2] = ["weapons", "lots"];

/// The labels of every weapon and lot, or of one kind.
pub fn labels(chosen: &Chosen<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let mut labels = Vec::new();
    if chosen.wants("weapons", &KINDS) {
        let all = seen.state.weapons.iter();
        labels.extend(all.map(|named| of_weapon(named, chosen, (seen, words))));
    }
    if chosen.wants("lots", &KINDS) {
        let all = seen.state.lots.iter();
        labels.extend(all.map(|named| of_lot(named, chosen, (seen, words))));
    }
    if labels.is_empty() {
        return none(seen, viewer);
    }
    let sheets: Vec<Markup> = labels.chunks(ON_A_SHEET).map(sheet).collect();
    let title = say!(words, "place-labels");
    print::page(("/labels", title, &KINDS), &sheets, (chosen, seen, viewer))
}

fn sheet(labels: &[Markup]) -> Markup {
    html! { ul class="labels" { @for label in labels { li class="label" { (label) } } } }
}

fn none(seen: &Seen<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let ways = [
        Way::new("/ask/delivery", say!(words, "book-delivery")),
        Way::new("/cards", say!(words, "print-cards-title")),
    ];
    frame::page(&Page {
        title: say!(words, "place-labels"),
        place: Some(Place::Labels),
        body: html! {
            (frame::top(&html! { b { (say!(words, "place-labels")) } }, seen, words))
            (frame::alone(&say!(words, "print-nothing"), &ways))
        },
        ..Page::around(seen, viewer)
    })
}

fn of_weapon(
    (id, weapon): (&WeaponId, &Weapon),
    chosen: &Chosen<'_>,
    (seen, words): (&Seen<'_>, &Words),
) -> Markup {
    let features = &weapon.features;
    let class = words.say(&format!("class-{}", weapon.class), &[]);
    let twin = features.twin.as_ref().map(name::weapon);
    let known = [
        ("label-twin", twin),
        ("label-rack", features.rack.clone()),
        ("label-serial", features.serial.clone()),
    ];
    let text = html! {
        (print::name(&name::weapon(id)))
        p class="is" { (class) }
        (facts(known, words))
    };
    label(&text, &format!("{}/weapon/{id}", chosen.origin), seen.unit)
}

fn of_lot(
    (id, lot): (&LotId, &Lot),
    chosen: &Chosen<'_>,
    (seen, words): (&Seen<'_>, &Words),
) -> Markup {
    let accounts = seen.state.rounds.all();
    let rounds: u64 = accounts
        .filter(|(_, of, ..)| *of == id)
        .map(|(.., n)| u64::from(n))
        .sum();
    let today = clock::day(seen.zone.to_datetime(seen.at).date(), words);
    let made_for: Vec<String> = lot.origin.made_for.iter().map(name::weapon).collect();
    let known = [
        (
            "label-rounds",
            Some(say!(
                words,
                "label-rounds-on",
                n = rounds.to_string(),
                date = today
            )),
        ),
        ("label-maker", Some(maker(lot, words))),
        (
            "label-dated",
            lot.origin.dated.map(|date| clock::day(date, words)),
        ),
        ("label-parent", lot.parent.as_ref().map(ToString::to_string)),
        (
            "label-for",
            (!made_for.is_empty()).then(|| name::list(&made_for, words)),
        ),
    ];
    let class = words.say(&format!("round-class-{}", lot.class), &[]);
    let loud = matches!(lot.class, RoundClass::Unknown | RoundClass::Live);
    let text = html! {
        (print::name(&say!(words, "label-lot", lot = id.as_str())))
        p class=(if loud { "is loud" } else { "is" }) { (class) }
        (facts(known, words))
    };
    label(&text, &format!("{}/rounds#{id}", chosen.origin), seen.unit)
}

fn maker(lot: &Lot, words: &Words) -> String {
    match (&lot.origin.maker, lot.origin.home_made) {
        (Some(maker), _) => readable(maker),
        (None, Some(true)) => say!(words, "label-home-made"),
        (None, _) => say!(words, "label-maker-unknown"),
    }
}

/// What is known, each with its name.
fn facts<const N: usize>(known: [(&str, Option<String>); N], words: &Words) -> Markup {
    let known = known.into_iter().filter_map(|(says, it)| Some((says, it?)));
    html! { @for (says, it) in known { p { (words.say(says, &[])) ": " b { (it) } } } }
}

fn label(text: &Markup, address: &str, unit: &str) -> Markup {
    html! {
        (code(address))
        div class="text" {
            (text)
            p class="address" { (unit) " · " (address) }
        }
    }
}
