//! Asks are answered in order, and each answer stands in the record first.

use crate::set::Set;

#[test]
fn a_good_day_goes_from_open_to_wrap_and_every_answer_is_kept() {
    let set = Set::wrapped();
    let entries = set.store.entries_read();
    assert_eq!(entries.len() as u64 + 1, set.armory.entries());
    assert!(entries.iter().all(|entry| entry.go() != Some(false)));
    let told: Vec<String> = entries
        .iter()
        .map(|entry| format!("{} {}", entry.seq, entry.what.name()))
        .collect();
    assert_eq!(set.heard.all(), told);
    let board = set.armory.board(set.now);
    assert_eq!(board.refusals, []);
    assert!(board.day.is_none());
}
