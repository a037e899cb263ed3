//! Scanning into a list of a form: a code ticks what it names, as many in a row as there are.

use custody::id::{PersonId, WeaponId};
use maud::{Markup, html};

use super::{Field, Kind, Sheet, Thing};
use crate::{
    form::{Blank, Faults, Fields},
    page::scan::{self, named},
    say,
    seen::Seen,
    words::Words,
};

/// What the name of a field that takes codes begins with; after it stands its list.
const CODE: &str = "code:";

/// What a code ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    /// The list.
    pub list: String,
    /// What it named.
    pub id: String,
    /// It was ticked before.
    pub again: bool,
}

impl Thing {
    /// Where the code of one leads; none of what is not scanned.
    const fn leads(self) -> Option<&'static str> {
        match self {
            Self::Weapon => Some("/weapon/"),
            Self::Person => Some("/person/"),
            _ => None,
        }
    }

    /// The one that a code names; `badge` says whose badge it is.
    fn scanned(
        self,
        code: &str,
        seen: &Seen<'_>,
        badge: impl Fn(&str) -> Option<PersonId>,
    ) -> Option<String> {
        let (state, leads) = (seen.state, self.leads()?);
        if self == Self::Weapon {
            let weapon = named::<WeaponId>(code, leads);
            let weapon = weapon.filter(|id| state.weapons.contains_key(id));
            return weapon.map(|id| id.to_string());
        }
        let there = |id: &PersonId| state.people.contains_key(id);
        let person = named::<PersonId>(code, leads).filter(there);
        let person = person.or_else(|| badge(code).filter(there));
        person.map(|id| id.to_string())
    }
}

/// The code that waits to be taken in, with the list it was scanned for.
pub fn code(fields: &Fields) -> Option<(&str, &str)> {
    fields.under(CODE).find(|(_, code)| !code.is_empty())
}

/// Takes a code in; nothing else that was filled in is touched.
///
/// # Errors
/// It names nothing of its list.
pub fn take(
    sheet: &Sheet,
    (fields, list, code): (&Fields, &str, &str),
    seen: &Seen<'_>,
    badge: impl Fn(&str) -> Option<PersonId>,
) -> Result<(Fields, Ticked), Faults> {
    let thing = things_of(&sheet.fields, list);
    let id = thing.and_then(|thing| thing.scanned(code, seen, badge));
    let Some(id) = id else {
        let mut faults = Faults::default();
        faults.add(&format!("{CODE}{list}"), "wrong-code-list");
        return Err(faults);
    };
    let again = fields.all(list).any(|it| it == id);
    let rest = fields.clone().without(&format!("{CODE}{list}"));
    let ticked = if again { rest } else { rest.with(list, &id) };
    let list = list.to_owned();
    Ok((ticked, Ticked { list, id, again }))
}

/// What is ticked in a list: `weapons`, or `paper.made_for` of a part.
fn things_of(fields: &[Field], list: &str) -> Option<Thing> {
    let (name, rest) = list.split_once('.').unwrap_or((list, ""));
    match &fields.iter().find(|it| it.name == name)?.kind {
        Kind::Many(thing) if rest.is_empty() => Some(*thing),
        Kind::Group(fields) => things_of(fields, rest),
        Kind::Rows(fields) => things_of(fields, rest.split_once('.')?.1),
        _ => None,
    }
}

/// Whether a form has a list that is scanned.
pub fn scans(fields: &[Field]) -> bool {
    fields.iter().any(|field| match &field.kind {
        Kind::Many(thing) => thing.leads().is_some(),
        Kind::Group(fields) | Kind::Rows(fields) => scans(fields),
        _ => false,
    })
}

/// What Enter presses in any field of a form: a scanner that types presses it after each code, and
/// what is missing elsewhere must not hold that back. Where no code stands, the form is sent.
pub fn enter() -> Markup {
    html! { button class="away" type="submit" tabindex="-1" aria-hidden="true" formnovalidate {} }
}

/// What scans into a list: the camera, or a scanner that types.
pub(super) fn block(
    (list, thing): (&str, Thing),
    ticked: Option<(&Ticked, &str)>,
    (blank, words): (&Blank<'_>, &Words),
) -> Markup {
    let field = format!("{CODE}{list}");
    let take = html! {
        button class="press low mid" type="submit" name="more" value="code" formnovalidate { (say!(words, "scan-tick")) }
    };
    let focus = ticked.is_some() || blank.faults.has(&field);
    html! {
        @if let Some(leads) = thing.leads() {
            div class="scan" data-takes=(list) data-leads=(leads)
                data-ticked=(say!(words, "scan-ticked", name = "…")) data-again=(say!(words, "scan-again", name = "…")) {
                (scan::button(words))
                (scan::typed_into(&field, (blank, focus), &take, words))
                p class="fact" role="status" data-took=[ticked.map(|(it, _)| &it.id)] {
                    @if let Some((it, name)) = ticked {
                        (words.say(if it.again { "scan-again" } else { "scan-ticked" }, &[("name", name.into())]))
                    }
                }
            }
        }
    }
}
