//! Breadth first: every state that the moves of a world can reach, each once.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::sync::Arc;

use custody::{input::What, state::State};
use jiff::Timestamp;

use crate::{
    fingerprint,
    ghost::Ghost,
    holds,
    plant::Plant,
    world::{Move, World},
};

/// How far it went.
#[derive(Debug, Default)]
pub struct Explored {
    /// Distinct states.
    pub states: usize,
    /// Moves made.
    pub moves: usize,
    /// Asks that were a go.
    pub goes: usize,
    /// Lines of the moves that were a go at least once.
    pub went: BTreeSet<usize>,
    /// Moves from the start to the farthest state.
    pub depth: usize,
    /// Nothing further can be reached.
    pub whole: bool,
    /// What does not hold; none where all does.
    pub found: Option<Found>,
}

/// Something that does not hold, and how to get there.
#[derive(Debug)]
pub struct Found {
    /// What is broken.
    pub what: String,
    /// The lines of the world's file, in order; 0 is a wait.
    pub way: Vec<usize>,
}

/// A state, and how it was reached.
struct Node {
    state: State,
    ghost: Ghost,
    at: Timestamp,
    depth: usize,
    way: Option<Arc<Way>>,
}

/// The last move of a way, and the way before it.
struct Way {
    line: usize,
    before: Option<Arc<Way>>,
}

impl Way {
    fn lines(way: Option<&Arc<Self>>) -> Vec<usize> {
        let mut lines: Vec<usize> = std::iter::successors(way, |way| way.before.as_ref())
            .map(|way| way.line)
            .collect();
        lines.reverse();
        lines
    }
}

/// Explores a world up to so many states, with a fault planted or none. `told` hears how far it is.
pub fn explore(
    world: &World,
    (most, plant): (usize, Option<Plant>),
    told: &mut dyn FnMut(&Explored),
) -> Explored {
    let mut explored = Explored::default();
    let mut known = HashSet::from([fingerprint::of(&world.start, world.at)]);
    let mut open = VecDeque::from([Node {
        ghost: Ghost::of(&world.start),
        state: world.start.clone(),
        at: world.at,
        depth: 0,
        way: None,
    }]);
    while let Some(node) = open.pop_front() {
        explored.depth = explored.depth.max(node.depth);
        for made in &world.moves {
            let next = match step(world, (&node, made), plant, &mut explored) {
                Ok(next) => next,
                Err(what) => {
                    let mut way = Way::lines(node.way.as_ref());
                    way.push(made.line());
                    explored.found = Some(Found { what, way });
                    explored.states = known.len();
                    return explored;
                }
            };
            let Some(Next { state, ghost, at }) = next else {
                continue;
            };
            if known.len() < most && known.insert(fingerprint::of(&state, at)) {
                let way = Some(Arc::new(Way {
                    line: made.line(),
                    before: node.way.clone(),
                }));
                open.push_back(Node {
                    state,
                    ghost,
                    at,
                    depth: node.depth + 1,
                    way,
                });
            }
        }
        explored.states = known.len();
        if known.len() >= most {
            return explored;
        }
        if explored.moves % 4096 < world.moves.len() {
            told(&explored);
        }
    }
    explored.whole = true;
    explored
}

/// What is true after a move, and what should be.
struct Next {
    state: State,
    ghost: Ghost,
    at: Timestamp,
}

/// Makes a move and looks at what must hold. None where it changes nothing: an ask that was refused.
fn step(
    world: &World,
    (node, made): (&Node, &Move),
    plant: Option<Plant>,
    explored: &mut Explored,
) -> Result<Option<Next>, String> {
    explored.moves += 1;
    let at = world.after(made, node.at);
    let Some(input) = world.input(made, at) else {
        let (state, ghost) = (node.state.clone(), node.ghost.clone());
        return Ok(Some(Next { state, ghost, at }));
    };
    let came = world.make(&node.state, &input);
    if let Some(broken) = holds::safe(&input, &came) {
        return Err(broken);
    }
    let (go, mut state) = came.map_err(|why| format!("a go breaks a law: {why}"))?;
    if matches!(input.what, What::Ask(_)) {
        if !go {
            return Ok(None);
        }
        explored.goes += 1;
        explored.went.insert(made.line());
        let broken = holds::go(&world.never, &node.state, &input);
        if let Some(broken) = broken.or_else(|| node.ghost.too_old(&node.state, &input)) {
            return Err(broken);
        }
    }
    if let Some(plant) = plant {
        plant.leave_out(&node.state, &input, &mut state);
    }
    let mut ghost = node.ghost.clone();
    ghost.follow(&node.state, &input, &state);
    match holds::state(&state).or_else(|| ghost.differs(&state)) {
        Some(broken) => Err(broken),
        None => Ok(Some(Next { state, ghost, at })),
    }
}
