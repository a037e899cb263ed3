//! How things stand after some moves, and the one place where each further move is looked at.

use std::collections::BTreeSet;

use custody::{
    answered::Answered,
    id::WeaponId,
    input::{Ask, Input, What},
    state::{State, Weapon},
};
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
    /// Weapons whose check holds only because of the fault that is planted.
    pub kept: BTreeSet<WeaponId>,
    /// The time.
    pub at: Timestamp,
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// What.
    pub what: String,
    /// It is a go that rests on the check which the planted fault kept: without the fault it is a no.
    pub planted: bool,
}

impl From<String> for Broken {
    fn from(what: String) -> Self {
        Self {
            what,
            planted: false,
        }
    }
}

impl Stand {
    /// Before the first move.
    pub fn first(world: &World) -> Self {
        Self {
            state: world.start.clone(),
            ghost: Ghost::of(&world.start),
            kept: BTreeSet::new(),
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
    ) -> Result<(Self, Option<Answered>), Broken> {
        let mut next = self.clone();
        next.at = world.after(made, self.at);
        let Some(input) = world.input(made, next.at) else {
            if let Some(plant) = plant {
                next.kept.extend(plant.stay_young(&mut next.state, next.at));
            }
            return Ok((next, None));
        };
        let came = world.make(&self.state, &input);
        if let Some(broken) = holds::safe(&input, &came) {
            return Err(broken.into());
        }
        let (answered, state) = came.map_err(|why| format!("a go breaks a law: {why}"))?;
        next.state = state;
        if matches!(input.what, What::Ask(_)) {
            if !answered.rows.iter().all(|go| *go) {
                return Ok((next, Some(answered)));
            }
            if let Some(broken) = holds::go(&world.never, &self.state, &input) {
                return Err(broken.into());
            }
            if let Some(what) = self.ghost.too_old(&self.state, &input) {
                let planted = plant.is_some_and(|plant| self.rests_on(plant, (world, &input)));
                return Err(Broken { what, planted });
            }
        }
        next.ghost.follow(&self.state, &input, &next.state);
        if let Some(plant) = plant {
            next.keep(plant, (&self.state, &input));
        }
        let broken = holds::state(&next.state);
        match broken.or_else(|| next.ghost.differs(&next.state, &next.kept)) {
            Some(broken) => Err(broken.into()),
            None => Ok((next, Some(answered))),
        }
    }

    /// Leaves out the lapse of a plant, and remembers of which weapons, until they are checked again.
    fn keep(&mut self, plant: Plant, (before, input): (&State, &Input)) {
        if let What::Ask(Ask::Check(rows)) = &input.what {
            for row in rows.rows() {
                self.kept.remove(&row.weapon);
            }
        }
        let kept = plant.leave_out(before, input.at, &mut self.state);
        self.kept.extend(kept);
        let weapons = &self.state.weapons;
        self.kept
            .retain(|id| weapons.get(id).is_some_and(Weapon::check_holds));
    }

    /// An ask that is a go here is a no with the lapse put back.
    fn rests_on(&self, plant: Plant, (world, input): (&World, &Input)) -> bool {
        let (kept, at) = (&self.kept, (&self.ghost, input.at));
        let state = plant.put_back(&self.state, kept, at);
        let made = world.make(&state, input);
        made.is_ok_and(|(answered, _)| !answered.rows.iter().all(|go| *go))
    }
}
