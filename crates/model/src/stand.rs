//! How things stand after some moves, and the one place where each further move is looked at.

use custody::{answered::Answered, input::What, state::State};
use jiff::Timestamp;

use crate::{
    ghost::Ghost,
    holds,
    plant::Plant,
    world::{Move, World},
};

/// What is true, and what should be.
#[derive(Debug, Clone)]
pub struct Stand {
    /// What the fold says.
    pub state: State,
    /// What should be so of each check.
    pub ghost: Ghost,
    /// The time.
    pub at: Timestamp,
}

impl Stand {
    /// Before the first move.
    pub fn first(world: &World) -> Self {
        Self {
            state: world.start.clone(),
            ghost: Ghost::of(&world.start),
            at: world.at,
        }
    }

    /// After a move, with how it was answered; a wait has no answer. An ask that was refused leaves
    /// all as it was but the time.
    ///
    /// # Errors
    /// What does not hold.
    pub fn then(
        &self,
        (world, made): (&World, &Move),
        plant: Option<Plant>,
    ) -> Result<(Self, Option<Answered>), String> {
        let mut next = self.clone();
        next.at = world.after(made, self.at);
        let Some(input) = world.input(made, next.at) else {
            return Ok((next, None));
        };
        let came = world.make(&self.state, &input);
        if let Some(broken) = holds::safe(&input, &came) {
            return Err(broken);
        }
        let (answered, state) = came.map_err(|why| format!("a go breaks a law: {why}"))?;
        next.state = state;
        if matches!(input.what, What::Ask(_)) {
            if !answered.rows.iter().all(|go| *go) {
                return Ok((next, Some(answered)));
            }
            let broken = holds::go(&world.never, &self.state, &input);
            if let Some(broken) = broken.or_else(|| self.ghost.too_old(&self.state, &input)) {
                return Err(broken);
            }
        }
        if let Some(plant) = plant {
            plant.leave_out(&self.state, &input, &mut next.state);
        }
        next.ghost.follow(&self.state, &input, &next.state);
        let broken = holds::state(&next.state);
        match broken.or_else(|| next.ghost.differs(&next.state)) {
            Some(broken) => Err(broken),
            None => Ok((next, Some(answered))),
        }
    }
}
