//! Whoever shows what stands in the record: live boards.

use custody::input::Input;
use logbook::Entry;

/// Is told what became durable, in order, once each. It must not wait: the next ask does.
pub trait Publish: Send + Sync {
    /// These entries are durable now, and so are their bytes, each beside its entry.
    fn kept(&self, entries: &[Entry], bytes: &[Vec<u8>]);

    /// A report came in and could not be written yet. A stop is shown at once, marked as such; it is
    /// told again by [`Publish::kept`] when it is written.
    fn not_yet_recorded(&self, report: &Input);
}
