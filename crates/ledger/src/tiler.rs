//! Cuts a log into tiles while it is read once from the first entry to the last.

use crate::{Frontier, Hash, LedgerError, Level, TILE_WIDTH, Tile};

/// A tile of hashes with its bytes.
pub type Cut = (Tile, Vec<u8>);

/// Takes the hashes of entries in order and hands back each tile when it is full.
/// Holds at most 255 hashes a level, whatever the length of the log.
#[derive(Debug, Default)]
pub struct Tiler {
    frontier: Frontier,
    open: Vec<Vec<Hash>>,
}

impl Tiler {
    /// A tiler that has seen no entry.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the hash of the next entry; hands back the tiles that it filled, the lowest first.
    ///
    /// # Errors
    /// When the log is full.
    pub fn push(&mut self, leaf: Hash) -> Result<Vec<Cut>, LedgerError> {
        self.frontier.push(leaf)?;
        let mut full = Vec::new();
        let mut next = Some(leaf);
        for level in 0_u8.. {
            let Some(hash) = next.take() else { break };
            next = self.fill(level, hash, &mut full);
        }
        Ok(full)
    }

    /// The tiles that are not full yet, the lowest first.
    #[must_use]
    pub fn rest(&self) -> Vec<Cut> {
        let open = (0_u8..).zip(&self.open);
        open.filter_map(|(level, hashes)| self.cut(level, hashes))
            .collect()
    }

    /// The edge of the tree so far.
    #[must_use]
    pub fn frontier(&self) -> &Frontier {
        &self.frontier
    }

    /// Adds a hash to a level; hands back the hash for the level above when the tile is full.
    fn fill(&mut self, level: u8, hash: Hash, full: &mut Vec<Cut>) -> Option<Hash> {
        let place = usize::from(level);
        if self.open.len() <= place {
            self.open.push(Vec::new());
        }
        let hashes = self.open.get_mut(place)?;
        hashes.push(hash);
        if (hashes.len() as u64) < TILE_WIDTH {
            return None;
        }
        let hashes = std::mem::take(hashes);
        full.extend(self.cut(level, &hashes));
        subtree(&hashes)
    }

    /// The last tile of a level, with the bytes of these hashes.
    fn cut(&self, level: u8, hashes: &[Hash]) -> Option<Cut> {
        let count = self.frontier.size() >> (u32::from(level) * 8);
        let index = count.checked_sub(1)? / TILE_WIDTH;
        let width = u16::try_from(hashes.len()).ok()?;
        let tile = Tile {
            level: Level::Hashes(level),
            index,
            width,
        };
        (width > 0).then(|| (tile, bytes_of(hashes)))
    }
}

/// The root over a full subtree: 1, 2, 4 … 256 hashes.
pub(crate) fn subtree(hashes: &[Hash]) -> Option<Hash> {
    let mut row = hashes.to_vec();
    while row.len() > 1 {
        let (pairs, odd) = row.as_chunks::<2>();
        if !odd.is_empty() {
            return None;
        }
        row = pairs
            .iter()
            .map(|[left, right]| Hash::of_node(*left, *right))
            .collect();
    }
    row.first().copied()
}

fn bytes_of(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| *hash.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_cut_into_exactly_its_tiles() {
        let size = 66_000;
        let mut tiler = Tiler::new();
        let mut cuts = Vec::new();
        for number in 0_u64..size {
            let leaf = Hash::of_entry(&number.to_be_bytes()).unwrap();
            cuts.extend(tiler.push(leaf).unwrap());
        }
        cuts.extend(tiler.rest());
        for (tile, bytes) in &cuts {
            assert_eq!(bytes.len(), usize::from(tile.width) * 32, "{tile}");
        }
        let mut found: Vec<Tile> = cuts.into_iter().map(|(tile, _)| tile).collect();
        found.sort();
        let mut wanted = Tile::all(size);
        wanted.retain(|tile| tile.level != Level::Entries);
        wanted.sort();
        assert_eq!(found, wanted);
    }

    #[test]
    fn only_a_full_subtree_has_a_root_of_its_own() {
        let hash = Hash::empty();
        assert_eq!(subtree(&[hash]), Some(hash));
        assert_eq!(subtree(&[hash; 2]), Some(Hash::of_node(hash, hash)));
        assert_eq!(subtree(&[hash; 3]), None);
        assert_eq!(subtree(&[]), None);
    }
}
