//! What must hold in each state and at each step, whatever came before.

use custody::{
    answered::Answered,
    id::WeaponId,
    input::{Input, Report, What},
    state::{Contents, Custodian, State, Weapon},
};
use rules::never::Theorems;

/// What is broken, in a sentence; none where all holds.
pub fn state(state: &State) -> Option<String> {
    sums(state).or_else(|| {
        state
            .weapons
            .iter()
            .find_map(|(id, weapon)| alone(id, weapon, state))
    })
}

/// Law 1: a lot's sum is what was delivered or made. A split keeps its sums in its own two lots, so
/// the whole of a unit's rounds is what counts.
fn sums(state: &State) -> Option<String> {
    state.lots.iter().find_map(|(id, lot)| {
        let sum = state.rounds.sum(id);
        (sum != lot.rounds).then(|| format!("law 1: lot {id} has {sum} rounds of {}", lot.rounds))
    })
}

/// What holds of one weapon.
fn alone(id: &WeaponId, weapon: &Weapon, state: &State) -> Option<String> {
    let broken = |what: &str| Some(format!("{id}: {what}"));
    let proven = matches!(weapon.contents, Contents::Empty | Contents::Loaded(_));
    if proven && !weapon.check_holds() {
        return broken("law 3: contents are proven while no check holds");
    }
    if let Custodian::Handler(person) = &weapon.custodian
        && !state
            .people
            .get(person)
            .is_some_and(|it| it.has.contains(id))
    {
        return broken("law 1: its custodian does not have it");
    }
    let holders = state
        .people
        .values()
        .filter(|person| person.has.contains(id))
        .count();
    if holders > 1 {
        return broken("law 1: two persons answer for it");
    }
    if let Some(issue) = &weapon.issue
        && weapon.bearer.as_ref() != Some(&issue.bearer)
    {
        return broken("an issue runs while its bearer does not have it");
    }
    if weapon.in_safe() && weapon.issue.is_some() {
        return broken("it lies in a safe and is out on issue");
    }
    None
}

/// What the never-list says of an ask that was a go: the theorems themselves, on the same facts.
pub fn go(never: &Theorems, before: &State, input: &Input) -> Option<String> {
    let broken = never.broken(before, input);
    broken
        .first()
        .map(|theorem| format!("{}: {}", theorem.id, theorem.says))
}

/// Making safe is never blocked: a report folds, whatever is so.
pub fn safe(input: &Input, made: &Result<(Answered, State), String>) -> Option<String> {
    let What::Report(report) = &input.what else {
        return None;
    };
    let safe = matches!(
        report,
        Report::Collect(_)
            | Report::Unload(_)
            | Report::PutDown(_)
            | Report::LockAway(_)
            | Report::End(_)
    );
    match made {
        Err(why) if safe => Some(format!("law 9: {} was refused: {why}", input.what.name())),
        Err(why) => Some(format!("a report was refused: {why}")),
        Ok(_) => None,
    }
}
