//! The check, drawn for this weapon as seen from behind: each position is tapped when both saw it
//! empty. What was not tapped was not seen.

use custody::{
    id::WeaponId,
    input::{Ask, Lines, What, weapon::Check},
    names::{As, BoreMethod, Edge, Seen as Looked, Tier, WeaponClass},
    state::Weapon,
};
use maud::{Markup, html};

use crate::{
    form::{self, Asked, Blank, Faults, Fields},
    frame::{self, Page, Way},
    name,
    page::weapon,
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// The form of a check.
pub fn check(
    (id, weapon): (&WeaponId, &Weapon),
    blank: &Blank<'_>,
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let thing = format!("weapon:{id}");
    let body = html! {
        (frame::top(&html! { b { (kind(weapon.tier, words)) } }, seen, words))
        (frame::title(&kind(weapon.tier, words), &name::weapon(id), &html! {}))
        form method="post" action={ "/check/" (id) } data-form="check" {
            (form::carried(blank, &thing, seen))
            (blank.faults.at(form::WHOLE, words))
            @match weapon.tier {
                Tier::A => { (clear(weapon, blank, words)) }
                Tier::B => { (identity(weapon, blank, words)) }
                Tier::C => { (edge(blank, words)) }
                Tier::D => { (device(blank, words)) }
            }
            (form::answerer(("witness", &say!(words, "check-witness")), &viewer.others(seen), (blank, words)))
            div class="presses one" {
                button class="press main mid" type="submit" { (say!(words, "check-ask")) }
                a class="press mid" href={ "/ask/bullet_round_found?weapon=" (id) } { (say!(words, "check-round-in-it")) }
            }
            p class="block unknown" { b class="name n" data-seen {} " " (say!(words, "check-unknown-until")) }
        }
    };
    frame::page(&Page {
        title: say!(words, "check-of", weapon = name::weapon(id)),
        make_safe: weapon::make_safe(id, weapon, words),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

fn kind(tier: Tier, words: &Words) -> String {
    words.say(&format!("check-kind-{tier}"), &[])
}

fn clear(weapon: &Weapon, blank: &Blank<'_>, words: &Words) -> Markup {
    let n = weapon.features.positions.unwrap_or(0);
    let ring = if n <= 10 {
        format!("chambers of{n}")
    } else {
        "chambers column".to_owned()
    };
    html! {
        p class="block fact" { (say!(words, "check-tap-each")) }
        @if n == 0 { p class="block no-text" { (say!(words, "check-no-positions")) } }
        div class=(ring) {
            @for position in 1..=n { (tap(&format!("p{position}"), &position.to_string(), blank)) }
        }
        div class="presses" {
            (tap("bore", &say!(words, "bore"), blank))
            (tap("magazine", &say!(words, "magazine-out"), blank))
            @match weapon.class {
                WeaponClass::MuzzleLoader => (tap("ramrod_rang", &say!(words, "check-ramrod"), blank)),
                WeaponClass::ElectricallyFired => (tap("power_out", &say!(words, "check-power-out"), blank)),
                _ => {}
            }
        }
        (bore_by(blank, words))
    }
}

/// How the bore was seen through: some books ask for it.
pub(super) fn bore_by(blank: &Blank<'_>, words: &Words) -> Markup {
    let chosen = blank.fields.get("bore_by");
    html! {
        fieldset class="block" {
            legend class="said" { (say!(words, "field-bore_by")) }
            div class="presses three-how" {
                @for it in BoreMethod::ALL {
                    label class="choice" {
                        input type="radio" name="bore_by" value=(it) checked[chosen == Some(it.as_str())];
                        span { (words.say(&format!("value-{it}"), &[])) }
                    }
                }
            }
        }
    }
}

/// Reads it.
pub(super) fn read_bore_by(fields: &Fields) -> Option<BoreMethod> {
    let named = fields.get("bore_by");
    let mut all = BoreMethod::ALL.iter().copied();
    all.find(|it| named == Some(it.as_str()))
}

fn identity(weapon: &Weapon, blank: &Blank<'_>, words: &Words) -> Markup {
    html! {
        div class="presses one" {
            (tap("tag_read", &say!(words, "check-tag"), blank))
            (tap("inert_seen", &say!(words, "check-inert"), blank))
            @if let Some(twin) = &weapon.features.twin {
                (tap("twin_ruled_out", &say!(words, "check-twin", weapon = name::weapon(twin)), blank))
            }
        }
    }
}

fn edge(blank: &Blank<'_>, words: &Words) -> Markup {
    html! {
        div class="presses one" {
            (tap("tag_read", &say!(words, "check-tag"), blank))
            (tap("fixing_firm", &say!(words, "check-fixing"), blank))
        }
        fieldset class="block" {
            legend class="fact" { (say!(words, "check-edge")) }
            @for edge in Edge::ALL {
                label class="choice" {
                    input type="radio" name="edge" value=(edge) checked[blank.fields.get("edge") == Some(edge.as_str())];
                    span { (words.say(&format!("edge-{edge}"), &[])) }
                }
            }
        }
    }
}

fn device(blank: &Blank<'_>, words: &Words) -> Markup {
    html! {
        div class="presses one" {
            (tap("tag_read", &say!(words, "check-tag"), blank))
            (tap("paper_read", &say!(words, "check-paper"), blank))
        }
    }
}

/// A box as large as a thumb: ticked when it was seen.
fn tap(field: &str, says: &str, blank: &Blank<'_>) -> Markup {
    html! {
        label class="tap" {
            input class="away" type="checkbox" name=(field) value="empty" checked[blank.fields.ticked(field)];
            span { (says) }
        }
    }
}

/// Reads the form of a check.
///
/// # Errors
/// What is wrong, beside its field.
pub fn read((id, weapon): (&WeaponId, &Weapon), fields: &Fields) -> Result<Asked, Faults> {
    let mut faults = Faults::default();
    let looked = |field: &str| {
        if fields.ticked(field) {
            Looked::Empty
        } else {
            Looked::NotSeen
        }
    };
    let positions = 1..=weapon.features.positions.unwrap_or(0);
    let tier_a = weapon.tier == Tier::A;
    let check = Check {
        weapon: id.clone(),
        positions: positions.map(|n| looked(&format!("p{n}"))).collect(),
        bore: if tier_a {
            looked("bore")
        } else {
            Looked::NotSeen
        },
        magazine: if tier_a {
            looked("magazine")
        } else {
            Looked::NotSeen
        },
        tag_read: fields.ticked("tag_read"),
        inert_seen: fields.ticked("inert_seen"),
        twin_ruled_out: fields.ticked("twin_ruled_out"),
        edge: fields
            .get("edge")
            .and_then(|value| Edge::ALL.iter().find(|it| it.as_str() == value).copied()),
        fixing_firm: fields.ticked("fixing_firm"),
        paper_read: fields.ticked("paper_read"),
        bore_by: read_bore_by(fields).filter(|_| tier_a),
        ramrod_rang: fields.ticked("ramrod_rang"),
        power_out: fields.ticked("power_out"),
    };
    let witness = form::read_answerer(fields, ("witness", As::Witness), &mut faults);
    match witness {
        Some(witness) if faults.none() => Ok(Asked {
            what: What::Ask(Ask::Check(Lines::one(check))),
            with: vec![witness],
        }),
        _ => Err(faults),
    }
}
