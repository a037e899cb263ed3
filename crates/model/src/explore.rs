//! Breadth first: every state that the moves of a world can reach, each once.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::sync::Arc;

use custody::input::What;

use crate::{
    fingerprint,
    plant::Plant,
    stand::{Broken, Stand},
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
    /// It is the planted fault's own: a go that rests on the check that it kept.
    pub planted: bool,
    /// The lines of the world's file, in order; 0 is a wait.
    pub way: Vec<usize>,
}

/// A state, and how it was reached.
struct Node {
    stand: Stand,
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
        stand: Stand::first(world),
        depth: 0,
        way: None,
    }]);
    while let Some(node) = open.pop_front() {
        explored.depth = explored.depth.max(node.depth);
        for made in &world.moves {
            let next = match step(world, (&node, made), plant, &mut explored) {
                Ok(next) => next,
                Err(Broken { what, planted }) => {
                    let mut way = Way::lines(node.way.as_ref());
                    way.push(made.line());
                    explored.found = Some(Found { what, planted, way });
                    explored.states = known.len();
                    return explored;
                }
            };
            let Some(stand) = next else {
                continue;
            };
            if known.len() < most && known.insert(fingerprint::all(&stand)) {
                let way = Some(Arc::new(Way {
                    line: made.line(),
                    before: node.way.clone(),
                }));
                open.push_back(Node {
                    stand,
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

/// Makes a move; none where it changes nothing: an ask that was refused.
fn step(
    world: &World,
    (node, made): (&Node, &Move),
    plant: Option<Plant>,
    explored: &mut Explored,
) -> Result<Option<Stand>, Broken> {
    explored.moves += 1;
    let (stand, answered) = node.stand.then((world, made), plant)?;
    let asked = answered.filter(|it| matches!(it.input.what, What::Ask(_)));
    if let Some(answered) = asked {
        if !answered.rows.iter().all(|go| *go) {
            return Ok(None);
        }
        explored.goes += 1;
        explored.went.insert(made.line());
    }
    Ok(Some(stand))
}
