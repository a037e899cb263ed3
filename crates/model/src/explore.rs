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

/// A state by how it was reached. It is made anew when its turn comes: kept as they are, a million of
/// them would fill the memory.
struct Node<'w> {
    depth: usize,
    way: Option<Arc<Way<'w>>>,
}

/// The last move of a way, and the way before it.
struct Way<'w> {
    made: &'w Move,
    before: Option<Arc<Self>>,
}

impl<'w> Node<'w> {
    /// After one move more.
    fn then(&self, made: &'w Move) -> Self {
        let before = self.way.clone();
        Self {
            depth: self.depth + 1,
            way: Some(Arc::new(Way { made, before })),
        }
    }

    /// The moves from the start, in order.
    fn moves(&self) -> Vec<&'w Move> {
        let ways = std::iter::successors(self.way.as_ref(), |way| way.before.as_ref());
        let mut moves: Vec<&Move> = ways.map(|way| way.made).collect();
        moves.reverse();
        moves
    }

    /// What stands after them.
    fn stand(&self, world: &World, plant: Option<Plant>) -> Result<Stand, Broken> {
        let mut moves = self.moves().into_iter();
        moves.try_fold(Stand::first(world), |stand, made| {
            stand.then((world, made), plant).map(|(next, _)| next)
        })
    }

    /// What does not hold here.
    fn found(&self, broken: Broken) -> Found {
        let Broken { what, planted } = broken;
        let way = self.moves().into_iter().map(Move::line).collect();
        Found { what, planted, way }
    }
}

/// Explores a world up to so many states, with a fault planted or none. `told` hears how far it is.
pub fn explore(
    world: &World,
    how: (usize, Option<Plant>),
    told: &mut dyn FnMut(&Explored),
) -> Explored {
    let mut explored = Explored::default();
    explored.found = walk(world, how, (&mut explored, told)).err();
    explored
}

fn walk(
    world: &World,
    (most, plant): (usize, Option<Plant>),
    (explored, told): (&mut Explored, &mut dyn FnMut(&Explored)),
) -> Result<(), Found> {
    let mut known = HashSet::from([fingerprint::of(&world.start, world.at)]);
    let mut open = VecDeque::from([Node {
        depth: 0,
        way: None,
    }]);
    while let Some(node) = open.pop_front() {
        explored.depth = explored.depth.max(node.depth);
        let stand = node.stand(world, plant);
        let stand = stand.map_err(|broken| node.found(broken))?;
        for made in &world.moves {
            let next = step(world, (&stand, made), plant, explored);
            let Some(next) = next.map_err(|broken| node.then(made).found(broken))? else {
                continue;
            };
            if known.len() < most && known.insert(fingerprint::all(&next)) {
                open.push_back(node.then(made));
            }
            explored.states = known.len();
        }
        if known.len() >= most {
            return Ok(());
        }
        if explored.moves % 4096 < world.moves.len() {
            told(explored);
        }
    }
    explored.whole = true;
    Ok(())
}

/// Makes a move; none where it changes nothing: an ask that was refused.
fn step(
    world: &World,
    (stand, made): (&Stand, &Move),
    plant: Option<Plant>,
    explored: &mut Explored,
) -> Result<Option<Stand>, Broken> {
    explored.moves += 1;
    let (next, answered) = stand.then((world, made), plant)?;
    let asked = answered.filter(|it| matches!(it.input.what, What::Ask(_)));
    if let Some(answered) = asked {
        if !answered.rows.iter().all(|go| *go) {
            return Ok(None);
        }
        explored.goes += 1;
        explored.went.insert(made.line());
    }
    Ok(Some(next))
}
