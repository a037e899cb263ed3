//! Facts of the unit.

use std::collections::BTreeSet;

use custody::{
    id::{LotId, WeaponId},
    names::{Role, RoundState, Tier},
    state::{Person, State, Weapon},
};

use super::{
    Case,
    incident::untold,
    kept,
    person::{current, has_out, on_weapon_duty},
    presence::seen,
    stores,
    value::{Value, long, text, texts, weapons, yes},
    weapon::out_of_safe,
};

/// A fact of the unit, by its name in the schema.
pub(super) type UnitFact = (&'static str, fn(&Case<'_>) -> Option<Value>);

pub(super) const UNIT: &[UnitFact] = &[
    ("day_open", |case| yes(case.state.unit.day.is_some())),
    ("kind", |case| text(case.state.unit.kind.as_str())),
    ("places", |case| texts(nested(case.place()))),
    ("traits", |case| {
        texts(case.state.unit.traits.iter().map(String::as_str))
    }),
    ("stopped", |case| yes(case.state.unit.stopped)),
    ("stood_down", |case| {
        yes(!case.state.unit.stood_down.is_empty())
    }),
    ("roles_held", |case| roles(case, |_| true)),
    ("roles_present", |case| roles(case, |person| person.present)),
    ("papers_present", |case| {
        let present = case.state.people.values().filter(|person| person.present);
        let kinds: BTreeSet<&str> = present.flat_map(|person| current(case, person)).collect();
        texts(kinds)
    }),
    ("roles_seen", |case| {
        roles(case, |person| seen(case, person))
    }),
    ("handlers_on_duty", |case| {
        long(
            case.state
                .people
                .values()
                .filter(|person| on_weapon_duty(person))
                .count(),
        )
    }),
    ("busiest_handler", |case| {
        let people = case.state.people.values();
        long(
            people
                .map(|person| has_out(case.state, person).count())
                .max()
                .unwrap_or(0),
        )
    }),
    ("open_incidents", |case| {
        let incidents = case.state.incidents.values();
        long(
            incidents
                .filter(|incident| incident.closed.is_none())
                .count(),
        )
    }),
    ("open_concerns", |case| {
        let concerns = case.state.concerns.values();
        long(concerns.filter(|concern| concern.answer.is_none()).count())
    }),
    ("assessed", |case| yes(case.state.unit.assessed.is_some())),
    ("assessment_covers", |case| {
        texts(
            case.state
                .unit
                .assessed
                .iter()
                .flatten()
                .map(String::as_str),
        )
    }),
    ("live_exception", |case| {
        let declared = case.state.unit.live_exception.as_ref();
        text(declared.map_or("none", |declared| &declared.exception))
    }),
    ("live_evidenced", |case| {
        let declared = case.state.unit.live_exception.as_ref();
        yes(declared.is_some_and(|declared| declared.evidenced))
    }),
    ("bulletins_attached", |case| {
        let unit = &case.state.unit;
        let with_day = unit.day.as_ref().is_some_and(|day| day.bulletins_attached);
        yes(with_day || unit.bulletins.contains(&case.input.date))
    }),
    ("acknowledged", |case| {
        let acknowledged = case.state.unit.acknowledged.iter();
        let by_anybody = acknowledged.filter(|(_, by)| !by.is_empty());
        texts(by_anybody.map(|(what, _)| what.as_str()))
    }),
    ("weapons_not_in_safe", |case| {
        weapons(not_in_safe(case.state))
    }),
    ("back_unchecked", |case| {
        those(case, |weapon| {
            weapon.tier == Tier::A && weapon.back_unchecked
        })
    }),
    ("back_unannounced", |case| {
        those(case, |weapon| weapon.back_unannounced)
    }),
    ("fouled", |case| {
        those(case, |weapon| weapon.tier == Tier::A && weapon.fouled)
    }),
    ("uncounted", |case| yes(kept::uncounted(case.state))),
    ("days_since_count", |case| {
        long(kept::days_since_count(case))
    }),
    ("bullet_rounds", |case| {
        long(kept::bullet_rounds(case.state))
    }),
    ("powder_mg", |case| long(kept::powder_mg(case.state))),
    ("loose_duds", |case| long(loose_duds(case.state))),
    ("loose_rounds", stores::loose_rounds),
    ("loose", stores::loose_lots),
    ("uncounted_stores", stores::uncounted),
    ("count_age_minutes", stores::count_age),
    ("kits_apart", |case| {
        let (covered, _) = covered(case.state);
        let apart = case.state.weapons.iter().filter(|(id, weapon)| {
            weapon.in_safe() && !weapon.kit_out.is_empty() && !covered.contains(id)
        });
        weapons(apart.map(|(id, _)| id))
    }),
    ("unowned_concerns", |case| {
        let concerns = case.state.concerns.values();
        let unowned =
            concerns.filter(|concern| concern.answer.is_none() && concern.owner.is_none());
        long(unowned.count())
    }),
    ("overdue", overdue),
];

/// The places that contain a place, widest first, itself last.
fn nested(place: &str) -> impl Iterator<Item = &str> {
    let cuts = place.match_indices('/').map(|(at, _)| at);
    let cuts = cuts.chain([place.len()]);
    cuts.filter_map(|cut| place.get(..cut))
        .filter(|place| !place.is_empty())
}

fn those(case: &Case<'_>, such: fn(&Weapon) -> bool) -> Option<Value> {
    let all = case.state.weapons.iter();
    weapons(all.filter(|(_, weapon)| such(weapon)).map(|(id, _)| id))
}

fn roles(case: &Case<'_>, of: impl Fn(&&Person) -> bool) -> Option<Value> {
    let people = case.state.people.values().filter(of);
    let roles: BTreeSet<Role> = people
        .flat_map(|person| person.roles.iter().copied())
        .collect();
    texts(roles.iter().map(|role| role.as_str()))
}

/// Deadlines of open incidents that have passed, and nobody was told.
fn overdue(case: &Case<'_>) -> Option<Value> {
    let open = case.state.incidents.iter();
    let open = open.filter(|(_, incident)| incident.closed.is_none());
    let late = open.flat_map(|(id, incident)| {
        let late = untold(incident).filter(|clock| clock.due < case.input.at);
        late.map(move |clock| format!("{id}: {}", clock.to))
    });
    let late: Vec<String> = late.collect();
    texts(late.iter().map(String::as_str))
}

/// What open incidents name: they cover it when the day is wrapped.
pub(super) fn covered(state: &State) -> (BTreeSet<&WeaponId>, BTreeSet<&LotId>) {
    let open = || {
        state
            .incidents
            .values()
            .filter(|incident| incident.closed.is_none())
    };
    (
        open()
            .filter_map(|incident| incident.weapon.as_ref())
            .collect(),
        open()
            .filter_map(|incident| incident.lot.as_ref())
            .collect(),
    )
}

/// Weapons neither in a safe, nor sent away, nor with the police, nor named by an open incident.
fn not_in_safe(state: &State) -> impl Iterator<Item = &WeaponId> {
    let (covered, _) = covered(state);
    let loose = state
        .weapons
        .iter()
        .filter(|(_, weapon)| out_of_safe(weapon));
    loose
        .map(|(id, _)| id)
        .filter(move |id| !covered.contains(id))
}

/// Rounds that did not fire and are not put away: in a weapon, a hand, or on the ground.
fn loose_duds(state: &State) -> u64 {
    let duds = state
        .rounds
        .all()
        .filter(|(account, _, state, _)| *state == RoundState::Dud && !account.at_rest());
    duds.map(|(_, _, _, rounds)| u64::from(rounds)).sum()
}
