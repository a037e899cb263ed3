//! x
use axum::{extract::State, http::HeaderMap};
use crate::{unit::Unit, problem::Problem, gate};
pub async fn board(State(unit): State<Unit>, headers: HeaderMap) -> Result<String, Problem> {
    gate::signed_in_to_look(&unit, &headers)?;
    Ok(String::new())
}
