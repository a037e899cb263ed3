//! What a group that could not be written falls back on.

use ledger::Frontier;
use logbook::Entry;

use crate::image::Image;

/// What durable entries make true: an older image, and the entries since. So each entry is folded
/// once, and only where a group is taken back are those since folded again.
#[derive(Debug)]
pub struct Ground {
    image: Image,
    since: Vec<Entry>,
    /// The edge of the log after them.
    frontier: Frontier,
}

impl Ground {
    /// An image of durable entries.
    pub fn new(image: Image) -> Self {
        Self {
            frontier: image.frontier.clone(),
            image,
            since: Vec::new(),
        }
    }

    /// Durable entries.
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// These became durable, and this is the edge of the log after them.
    pub fn extend(&mut self, entries: Vec<Entry>, frontier: &Frontier) {
        self.since.extend(entries);
        self.frontier.clone_from(frontier);
    }

    /// What durable entries make true. An entry that was folded before folds again; were it
    /// otherwise, the older image counts, and the store is found to be further.
    pub fn image(&mut self) -> Image {
        let mut image = self.image.clone();
        let since = std::mem::take(&mut self.since);
        if since.iter().all(|entry| image.fold(entry).is_ok()) {
            image.frontier.clone_from(&self.frontier);
            self.image = image;
        }
        self.frontier.clone_from(&self.image.frontier);
        self.image.clone()
    }
}
