//! Reads a record from its first entry to its last, into what is printed from it.

use custody::laws::LawBreak;
use logbook::{Entry, Founding, papers::Papers};

use crate::{kept::Kept, tell::Trouble};

/// Entries read at once.
const AT_ONCE: usize = 1_024;

/// Whoever looks at each entry too: its number, its bytes.
type Beside<'a> = dyn FnMut(u64, &[u8]) -> Result<(), Trouble> + 'a;

/// Reads a record from its first entry to its last.
pub fn read(kept: &Kept) -> Result<Papers, Trouble> {
    read_beside(kept, &mut |_, _| Ok(()))
}

/// The same, and hands each entry to somebody else too, with its number.
pub fn read_beside(kept: &Kept, beside: &mut Beside<'_>) -> Result<Papers, Trouble> {
    through(kept, (Papers::of, Papers::take), beside)
}

/// Reads a record from its first entry to its last: what entry 0 makes takes in each entry.
pub fn through<T>(
    kept: &Kept,
    (founded, take): (
        impl Fn(Founding) -> T,
        impl Fn(&mut T, &Entry) -> Result<(), Vec<LawBreak>>,
    ),
    beside: &mut Beside<'_>,
) -> Result<T, Trouble> {
    let mut made: Option<T> = None;
    let lost = kept.walk(AT_ONCE, &mut |first, entries| {
        for (seq, bytes) in (first..).zip(entries) {
            let broken = |wrong: &dyn std::fmt::Display| unreadable(seq, wrong);
            match &mut made {
                None => {
                    let founding = Founding::from_bytes(&bytes).map_err(|it| broken(&it))?;
                    made = Some(founded(founding));
                }
                Some(made) => {
                    let entry = Entry::from_bytes(&bytes).map_err(|it| broken(&it))?;
                    take(made, &entry).map_err(|_| broken(&"it breaks a law"))?;
                }
            }
            beside(seq, &bytes)?;
        }
        Ok(())
    })?;
    match (made, lost.first()) {
        (_, Some(wrong)) => Err(unreadable(0, wrong)),
        (None, _) => Err(unreadable(0, &"there is none")),
        (Some(made), None) => Ok(made),
    }
}

/// An entry that is not what a record holds.
pub fn unreadable(seq: u64, wrong: &dyn std::fmt::Display) -> Trouble {
    let what = format!("entry {seq} cannot be read: {wrong}");
    let help = "run proofhouse verify on the record";
    Trouble::new("record-not-whole", what, help)
}
