//! What a receipt looks like: a dome, a slab, or that nothing was decided.

use armory::{Answer, Receipt, Refused, Submission};
use axum::{http::StatusCode, response::Response};
use custody::{
    id::WeaponId,
    input::{Ask, What},
};
use pages::{
    Markup, Seen, Viewer,
    form::{Blank, Faults, Fields, WHOLE},
    frame::Way,
    name,
    page::{self, answer as shown, line::Line, record},
    say,
    words::Words,
};
use rules::{Reason, Shelf, book::Step};

use super::{act, html, line, looking::Kept, to};
use crate::{queue::Closed, unit::Unit};

/// The page of what came of an ask.
pub async fn asked(
    unit: &Unit,
    viewer: Viewer,
    (asked, told): (&Submission, Result<Receipt, Closed>),
) -> Response {
    let kept = Kept::of(unit).await;
    let seen = kept.seen();
    let (around, what) = ((&seen, &viewer), &asked.what);
    match told {
        Err(_) => html(StatusCode::SERVICE_UNAVAILABLE, &not_now(around)),
        Ok(Receipt::Stale(_)) => html(StatusCode::CONFLICT, &stale(what, around)),
        Ok(Receipt::Refused(refused)) => {
            let says = not_taken(&refused, viewer.words());
            html(
                StatusCode::UNPROCESSABLE_ENTITY,
                &shown::undecided(&says, &[], around),
            )
        }
        Ok(Receipt::Answered(answer)) => {
            let line = line::verdicts(unit, (asked, &answer), around);
            let page = line.unwrap_or_else(|| one(unit, (what, &answer), around));
            html(StatusCode::OK, &page)
        }
    }
}

/// The answer to an ask about one thing.
fn one(unit: &Unit, (what, answer): (&What, &Answer), around: (&Seen<'_>, &Viewer)) -> Markup {
    match answer.go {
        Some(true) => went((what, answer), around),
        _ => {
            let shelf = unit.readers.books.desk().shelf();
            refused((what, answer), shelf, around)
        }
    }
}

/// Where a report leads: it is never refused.
pub async fn reported(
    unit: &Unit,
    viewer: Viewer,
    (next, told): (&str, Result<Receipt, Closed>),
) -> Response {
    if told.is_ok() {
        return to(next);
    }
    let kept = Kept::of(unit).await;
    html(
        StatusCode::SERVICE_UNAVAILABLE,
        &not_now((&kept.seen(), &viewer)),
    )
}

/// Why it cannot be taken as it is, and what to do.
fn not_taken(refused: &Refused, words: &Words) -> String {
    match refused {
        Refused::OtherBody { .. } => say!(words, "refused-other-body"),
        Refused::TooLarge { bytes, most, .. } => {
            say!(words, "refused-too-large", bytes = *bytes, most = *most)
        }
        Refused::NotKept { .. } => say!(words, "refused-not-kept"),
    }
}

fn not_now(around: (&Seen<'_>, &Viewer)) -> Markup {
    shown::undecided(&say!(around.1.words(), "not-now"), &[], around)
}

/// A form whose page was old, shown again: what was typed stands there still, and what was seen on it
/// is said anew.
pub async fn old(
    unit: &Unit,
    (ask, fields): (&str, &Fields),
    form: impl FnOnce(&Blank<'_>, &Seen<'_>) -> Option<Markup>,
) -> Response {
    let (kept, request, fields) = (Kept::of(unit).await, act::fresh(unit), fields.anew(ask));
    let mut faults = Faults::default();
    faults.add(WHOLE, "wrong-page-is-old");
    let blank = Blank {
        request: &request,
        fields: &fields,
        faults: &faults,
    };
    let page = form(&blank, &kept.seen()).unwrap_or_default();
    html(StatusCode::CONFLICT, &page)
}

fn stale(what: &What, around: (&Seen<'_>, &Viewer)) -> Markup {
    let words = around.1.words();
    let again = match weapon_of(what) {
        _ if Line::of(what, &[]).is_some() => {
            Way::new(format!("/line?ask={}", what.name()), say!(words, "line"))
        }
        Some(id) => Way::new(format!("/weapon/{id}"), name::weapon(&id)),
        None => page::ask::way(what.name(), None, words),
    };
    shown::undecided(&say!(words, "page-is-old"), &[again], around)
}

fn went((what, answer): (&What, &Answer), around: (&Seen<'_>, &Viewer)) -> Markup {
    let words = around.1.words();
    let about = about(what).unwrap_or_else(|| record::named(what.name(), words));
    // A go without an entry does not exist.
    let Some(entry) = answer.seq else {
        return not_now(around);
    };
    let (now, scope) = match what {
        What::Ask(Ask::Issue(rows)) => {
            let row = rows.rows().first();
            let bearer = row
                .map(|row| name::person(&row.bearer, words))
                .unwrap_or_default();
            let set_up = row.map(|row| row.set_up.to_string()).unwrap_or_default();
            (
                say!(words, "go-hand-it", bearer = bearer),
                say!(words, "go-for-only", set_up = set_up),
            )
        }
        other => (record::input(other.name(), words), about.clone()),
    };
    let go = shown::Go {
        now,
        scope,
        entry,
        at: answer.at,
        passed: answer.still_holds == Some(false),
    };
    match issued(what, (&go, around)) {
        Some(page) => page,
        None => shown::yes(&go, &about, around),
    }
}

/// An issue ends on its own page, with the dome last.
fn issued(what: &What, (go, (seen, viewer)): (&shown::Go, (&Seen<'_>, &Viewer))) -> Option<Markup> {
    let What::Ask(Ask::Issue(rows)) = what else {
        return None;
    };
    let row = rows.rows().first()?;
    let named = seen.state.weapons.get_key_value(&row.weapon)?;
    let fields = Fields::from(vec![
        ("bearer".to_owned(), row.bearer.to_string()),
        ("set_up".to_owned(), row.set_up.to_string()),
    ]);
    let blank = Blank {
        request: "",
        fields: &fields,
        faults: &Faults::default(),
    };
    Some(page::issue::issue(
        named,
        (&blank, Some(go)),
        (seen, viewer),
    ))
}

fn refused(
    (what, answer): (&What, &Answer),
    shelf: &Shelf,
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let mut reasons: Vec<Reason> = Vec::new();
    for reason in answer.rows.iter().flat_map(|row| &row.reasons) {
        if !reasons.contains(reason) {
            reasons.push(reason.clone());
        }
    }
    let weapon = weapon_of(what).and_then(|id| Some((id.clone(), seen.state.weapons.get(&id)?)));
    let stays = match &weapon {
        Some((id, weapon)) => {
            let with = weapon.bearer.as_ref().map_or_else(
                || name::custodian(&weapon.custodian, words),
                |bearer| name::person(bearer, words),
            );
            say!(words, "no-stays", weapon = name::weapon(id), with = with)
        }
        None => say!(words, "no-nothing-changes"),
    };
    let remedies = reasons.iter().map(|reason| {
        let step = shelf.rule(&reason.rule)?.step?;
        let way = way(step, weapon.as_ref().map(|(id, _)| id), words);
        Some(shown::Remedy::of(step.ask(), way, (seen, viewer)))
    });
    let no = shown::No {
        stays,
        wanted: record::input(what.name(), words),
        remedies: remedies.collect(),
        reasons,
        warnings: answer
            .rows
            .iter()
            .flat_map(|row| row.warnings.clone())
            .collect(),
        entry: answer.seq,
    };
    shown::no(&no, seen, viewer)
}

/// The page that does a step.
fn way(step: Step, weapon: Option<&WeaponId>, words: &Words) -> Way {
    let weapon = match step {
        Step::Meeting | Step::Schedule | Step::Acknowledge => None,
        _ => weapon,
    };
    page::ask::way(step.ask(), weapon, words)
}

/// The weapon an ask or report is about, where it is one.
fn weapon_of(what: &What) -> Option<WeaponId> {
    let What::Ask(ask) = what else { return None };
    match ask {
        Ask::Check(rows) => rows.rows().first().map(|row| row.weapon.clone()),
        Ask::Issue(rows) => rows.rows().first().map(|row| row.weapon.clone()),
        Ask::Load(rows) => rows.rows().first().map(|row| row.weapon.clone()),
        Ask::Show(rows) => rows.rows().first().map(|row| row.weapon.clone()),
        Ask::CheckOut(rows) => rows.rows().first().map(|row| row.weapon.clone()),
        _ => None,
    }
}

/// What an ask is about, as people say it; none where it is about no weapon.
pub fn about(what: &What) -> Option<String> {
    if let Some(rows) = Line::of(what, &[]).map(|it| it.rows) {
        let (first, more) = (rows.first(), rows.len().saturating_sub(1));
        let first = first.map(|row| name::weapon(&row.weapon));
        return Some(format!("{} + {more}", first.unwrap_or_default()));
    }
    weapon_of(what).map(|id| name::weapon(&id))
}
