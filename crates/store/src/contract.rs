//! The story that every store must live through, told the same to each.

use crate::{Answered, Group, Head, RequestId, Snapshot, Store, StoreError};

/// Tells the story to a store that begins empty. Each call of `open` opens the same place again;
/// what was opened before has been closed by then.
///
/// # Errors
/// The first sentence of the promise that the store does not keep, and what was seen.
pub fn story(open: impl Fn() -> Box<dyn Store>) -> Result<(), String> {
    begins_empty(&*open())?;
    groups_are_kept(&*open())?;
    groups_are_still_there(&*open())?;
    two_servers_never_both_append(&*open())?;
    a_refused_group_leaves_no_trace(&*open())?;
    a_request_is_answered_once(&*open())?;
    the_latest_state_is_kept(&*open())?;
    pieces_are_kept_by_name(&*open())?;
    persons_are_forgotten(&*open())?;
    settled_and_still_whole(&*open())?;
    everything_is_there_at_the_end(&*open())
}

/// A group of these entries, with marks of its own as edge and checkpoint.
#[must_use]
pub fn group(expected: u64, entries: &[&str]) -> Group {
    let end = expected + entries.len() as u64;
    Group {
        entries: entries.iter().map(|it| it.as_bytes().to_vec()).collect(),
        frontier: format!("edge after {end}").into_bytes(),
        checkpoint: format!("checkpoint after {end}").into_bytes(),
        ..Group::default()
    }
}

fn begins_empty(store: &dyn Store) -> Result<(), String> {
    same("a new record is empty", store.head(), Ok(Head::default()))?;
    same("it has no entries", store.entries(0, 10), Ok(vec![]))?;
    same("it has no state", store.snapshot(), Ok(None))?;
    same("it knows no request", store.request(&id("r0")?), Ok(None))
}

fn groups_are_kept(store: &dyn Store) -> Result<(), String> {
    let mut first = group(0, &["opened"]);
    first.meta = vec![("book".to_owned(), b"permit".to_vec())];
    same("the first group is taken", store.append(0, &first), Ok(()))?;
    let mut second = group(1, &["checked", "", "issued"]);
    second.requests = vec![answered("r1", 1)?, answered("r2", 3)?];
    second.personal = vec![("lead".to_owned(), b"a telephone number".to_vec())];
    same(
        "several entries are taken",
        store.append(1, &second),
        Ok(()),
    )?;
    let mut binary = group(4, &["x"]);
    binary.entries = vec![(0..=255).collect(), vec![0; 60_000]];
    binary.frontier = b"edge after 6".to_vec();
    binary.checkpoint = b"checkpoint after 6".to_vec();
    same("any bytes are taken", store.append(4, &binary), Ok(()))?;
    six_entries(store)
}

fn groups_are_still_there(store: &dyn Store) -> Result<(), String> {
    six_entries(store)?;
    let piece = Ok(Some(b"permit".to_vec()));
    same("a piece came with its group", store.meta("book"), piece)?;
    let details = Ok(Some(b"a telephone number".to_vec()));
    same(
        "a person came with a group",
        store.personal("lead"),
        details,
    )
}

fn six_entries(store: &dyn Store) -> Result<(), String> {
    let head = Head {
        entries: 6,
        frontier: b"edge after 6".to_vec(),
        checkpoint: b"checkpoint after 6".to_vec(),
    };
    same("the head is the last group's", store.head(), Ok(head))?;
    let wanted = [b"checked".to_vec(), vec![], b"issued".to_vec()];
    same(
        "entries keep their order",
        store.entries(1, 3),
        Ok(wanted.to_vec()),
    )?;
    let last = vec![vec![0; 60_000]];
    same("fewer are there at the end", store.entries(5, 10), Ok(last))?;
    same("none is after the end", store.entries(6, 10), Ok(vec![]))?;
    same(
        "none is far after the end",
        store.entries(u64::MAX, 10),
        Ok(vec![]),
    )?;
    same("none was asked for", store.entries(0, 0), Ok(vec![]))
}

fn two_servers_never_both_append(store: &dyn Store) -> Result<(), String> {
    for expected in [0, 5, 7, i64::MAX.unsigned_abs() - 1] {
        let late = store.append(expected, &group(expected, &["late"]));
        let conflict = StoreError::Conflict { expected, found: 6 };
        same("a server that is behind is told so", late, Err(conflict))?;
    }
    six_entries(store)
}

fn a_refused_group_leaves_no_trace(store: &dyn Store) -> Result<(), String> {
    let empty = store.append(6, &group(6, &[]));
    misshapen("a group without entries", empty)?;
    let mut unsigned = group(6, &["unsigned"]);
    unsigned.checkpoint.clear();
    misshapen("a group without its checkpoint", store.append(6, &unsigned))?;
    let mut astray = group(6, &["astray"]);
    astray.requests = vec![answered("r9", 7)?];
    misshapen("an answer outside its group", store.append(6, &astray))?;
    let high = u64::MAX;
    misshapen(
        "a number too high",
        store.append(high, &group(0, &["high"])),
    )?;
    same("no request was kept", store.request(&id("r9")?), Ok(None))?;
    six_entries(store)
}

fn a_request_is_answered_once(store: &dyn Store) -> Result<(), String> {
    let known = Ok(Some(answered("r2", 3)?));
    same("a request is known again", store.request(&id("r2")?), known)?;
    let (new, old) = (id("r7")?, id("r2")?);
    same(
        "several are looked up at once, in their order",
        store.requests(&[&new, &old]),
        Ok(vec![None, Some(answered("r2", 3)?)]),
    )?;
    let mut again = group(6, &["again"]);
    again.requests = vec![answered("r7", 6)?, answered("r2", 6)?];
    again.meta = vec![("half".to_owned(), vec![1])];
    again.personal = vec![("half".to_owned(), vec![1])];
    let repeated = StoreError::Repeated {
        request: "r2".to_owned(),
    };
    same(
        "it is not answered twice",
        store.append(6, &again),
        Err(repeated),
    )?;
    let mut twins = group(6, &["twin", "twin"]);
    twins.requests = vec![answered("r8", 6)?, answered("r8", 7)?];
    let repeated = StoreError::Repeated {
        request: "r8".to_owned(),
    };
    same(
        "nor within one group",
        store.append(6, &twins),
        Err(repeated),
    )?;
    same(
        "nothing was half written",
        store.request(&id("r7")?),
        Ok(None),
    )?;
    same("no piece was half written", store.meta("half"), Ok(None))?;
    same(
        "no person was half written",
        store.personal("half"),
        Ok(None),
    )?;
    six_entries(store)
}

fn the_latest_state_is_kept(store: &dyn Store) -> Result<(), String> {
    for seq in [2, 6, 4] {
        let kept = store.put_snapshot(&state(seq));
        same("a state is kept", kept, Ok(()))?;
    }
    same(
        "the latest is the one",
        store.snapshot(),
        Ok(Some(state(6))),
    )?;
    let ahead = store.put_snapshot(&state(7));
    misshapen("a state of entries that are not there", ahead)?;
    same("it changed nothing", store.snapshot(), Ok(Some(state(6))))
}

fn pieces_are_kept_by_name(store: &dyn Store) -> Result<(), String> {
    same("an unknown piece is none", store.meta("facts"), Ok(None))?;
    same("a piece is kept", store.put_meta("facts", b"one"), Ok(()))?;
    same("it may change", store.put_meta("facts", b"two"), Ok(()))?;
    let two = Ok(Some(b"two".to_vec()));
    same("the last one counts", store.meta("facts"), two)?;
    same("it may be empty", store.put_meta("nothing", b""), Ok(()))?;
    same("empty is not none", store.meta("nothing"), Ok(Some(vec![])))?;
    misshapen("a piece without a name", store.put_meta("", b"one"))?;
    same("there is none without a name", store.meta(""), Ok(None))?;
    let names = ["b", "a", "c", "facts2", "fact", "ü", "Z"];
    for name in names {
        let kept = store.put_meta(name, name.as_bytes());
        same("names come in any order", kept, Ok(()))?;
    }
    for name in names {
        let piece = Ok(Some(name.as_bytes().to_vec()));
        same("each has its own piece", store.meta(name), piece)?;
    }
    same("a name between is none", store.meta("aa"), Ok(None))
}

fn persons_are_forgotten(store: &dyn Store) -> Result<(), String> {
    let kept = store.put_personal("armorer", b"an address");
    same("details are kept", kept, Ok(()))?;
    let details = Ok(Some(b"an address".to_vec()));
    same("they can be read", store.personal("armorer"), details)?;
    same("they are erased", store.erase_personal("armorer"), Ok(true))?;
    same("then there are none", store.personal("armorer"), Ok(None))?;
    let again = store.erase_personal("armorer");
    same("erasing again finds none", again, Ok(false))?;
    misshapen("a person without an id", store.put_personal("", b"one"))?;
    same("nobody is not erased", store.erase_personal(""), Ok(false))?;
    let details = Ok(Some(b"a telephone number".to_vec()));
    same("others stay", store.personal("lead"), details)?;
    six_entries(store)
}

fn settled_and_still_whole(store: &dyn Store) -> Result<(), String> {
    same("what waited is done", store.settle(), Ok(()))?;
    six_entries(store)?;
    let more = store.append(6, &group(6, &["collected"]));
    same("the stream goes on", more, Ok(()))
}

fn everything_is_there_at_the_end(store: &dyn Store) -> Result<(), String> {
    let count = store.head().map(|head| head.entries);
    same("seven entries are there", count, Ok(7))?;
    let last = Ok(vec![b"collected".to_vec()]);
    same("the last is the last", store.entries(6, 9), last)?;
    same("the state is there", store.snapshot(), Ok(Some(state(6))))?;
    let known = Ok(Some(answered("r1", 1)?));
    same("requests are there", store.request(&id("r1")?), known)?;
    same("the forgotten is not", store.personal("armorer"), Ok(None))
}

fn state(seq: u64) -> Snapshot {
    Snapshot {
        seq,
        bytes: format!("state {seq}").into_bytes(),
    }
}

fn id(text: &str) -> Result<RequestId, String> {
    text.parse().map_err(|error: StoreError| error.to_string())
}

fn answered(request: &str, seq: u64) -> Result<Answered, String> {
    Ok(Answered {
        request: id(request)?,
        body: [u8::try_from(seq).unwrap_or(255); 32],
        seq,
    })
}

fn same<T: PartialEq + std::fmt::Debug>(promise: &str, seen: T, wanted: T) -> Result<(), String> {
    match seen == wanted {
        true => Ok(()),
        false => {
            let seen: String = format!("{seen:?}").chars().take(300).collect();
            let wanted: String = format!("{wanted:?}").chars().take(300).collect();
            Err(format!("{promise}: seen {seen}, wanted {wanted}"))
        }
    }
}

fn misshapen(what: &str, seen: Result<(), StoreError>) -> Result<(), String> {
    match seen {
        Err(StoreError::Misshapen { .. }) => Ok(()),
        other => Err(format!("{what} is refused: seen {other:?}")),
    }
}
