//! One way for all: the rules decide, the fold looks a second time. The armory, a replay and an
//! audit go through here, so that they cannot differ.

use custody::{
    answered::Answered,
    fold::Folded,
    input::{Input, What},
    laws::LawBreak,
    state::State,
};
use rules::desk::{Decision, Desk};

/// The input with its answer, as the fold takes it.
pub fn answered(input: Input, decision: &Decision) -> Answered {
    let rows = match input.what {
        What::Ask(_) => decision.rows.iter().map(|row| row.go).collect(),
        What::Report(_) => Vec::new(),
    };
    Answered {
        input,
        rows,
        consequences: decision.consequences.clone(),
    }
}

/// Decides and folds. A go that the fold refuses on its second look is a bug of the rules: it
/// is given back as the laws it breaks, and the state is as it was.
///
/// # Errors
/// The laws that a go would break.
pub fn judge(
    desk: &Desk,
    state: &mut State,
    input: &Input,
) -> Result<(Decision, Folded), Vec<LawBreak>> {
    let decision = desk.decide(state, input);
    let folded = state.fold(&answered(input.clone(), &decision))?;
    Ok((decision, folded))
}

/// Turns a decision into a no in every row, for the laws that the fold saw.
pub fn overrule(decision: &mut Decision, laws: &[LawBreak]) {
    for row in &mut decision.rows {
        row.go = false;
        for law in laws {
            let reason = rules::desk::law_reason(law);
            if !row.reasons.contains(&reason) {
                row.reasons.push(reason);
            }
        }
    }
    decision.consequences.clear();
}
