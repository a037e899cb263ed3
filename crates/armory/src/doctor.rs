//! What is wrong with a record, as far as its store shows, and what to do about each.

use ledger::{Frontier, Verifier};
use logbook::{
    Entry,
    verify::{Against, Check, Leaf, read},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Head, Store};

use crate::{error::ArmoryError, image::Image, open::founding};

/// Entries read at once.
const AT_ONCE: usize = 1_000;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Stable code.
    pub code: String,
    /// What was found.
    pub says: String,
    /// What to do.
    pub next: String,
    /// The record opens all the same.
    pub harmless: bool,
}

/// Reads a whole record and names all that is wrong with it; nothing is changed. Empty: it is well.
pub fn doctor(store: &dyn Store, verifier: &Verifier) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Err(fault) = examine(store, verifier, &mut findings) {
        findings.push(Finding {
            code: fault.code().to_owned(),
            says: fault.to_string(),
            next: fault.what_next().to_owned(),
            harmless: false,
        });
    }
    findings
}

fn examine(
    store: &dyn Store,
    verifier: &Verifier,
    findings: &mut Vec<Finding>,
) -> Result<(), ArmoryError> {
    let head = store.head()?;
    let (founding, first) = founding(store)?;
    let mut check = Check::new(Against {
        checkpoint: &head.checkpoint,
        verifier,
        earlier: None,
        tiles: None,
    });
    let mut walk = Walk {
        image: Image::founded(&founding, &first)?,
        frontier: Frontier::new(),
        store,
        findings,
    };
    let mut from = 0;
    loop {
        let batch = store.entries(from, AT_ONCE)?;
        if batch.is_empty() {
            break;
        }
        for (read, bytes) in read(from, &batch).iter().zip(&batch) {
            check.push(read);
            walk.frontier.append(bytes)?;
            if let Ok(Leaf::Entry(entry)) = &read.leaf {
                walk.entry(entry, bytes)?;
            }
        }
        from = from.saturating_add(batch.len() as u64);
    }
    walk.picture()?;
    walk.edge(&head);
    for wrong in check.finish().wrong {
        let next = "keep the record as it is, restore the last backup beside it, and compare the two with proofhouse verify";
        walk.found("record-changed", wrong.to_string(), next);
    }
    Ok(())
}

struct Walk<'a> {
    image: Image,
    frontier: Frontier,
    store: &'a dyn Store,
    findings: &'a mut Vec<Finding>,
}

impl Walk<'_> {
    fn found(&mut self, code: &str, says: String, next: &str) {
        self.findings.push(Finding {
            code: code.to_owned(),
            says,
            next: next.to_owned(),
            harmless: code == "picture-left-aside",
        });
    }

    fn entry(&mut self, entry: &Entry, bytes: &[u8]) -> Result<(), ArmoryError> {
        for digest in &entry.books {
            let place = logbook::books::place(digest);
            if self.store.meta(&place)?.is_none() {
                let says = format!(
                    "entry {} was decided by books {digest}: they are missing",
                    entry.seq
                );
                let next = "put the rulebooks of that version back; without them nobody can decide it again";
                self.found("books-missing", says, next);
            }
        }
        if let Err(laws) = self.image.fold(entry) {
            let laws: Vec<String> = laws.iter().map(|law| format!("law-{}", law.law)).collect();
            let says = format!("entry {} says go against {}", entry.seq, laws.join(", "));
            let next = "do not go on with this record: ask those who keep its witnesses";
            self.found("record-against-law", says, next);
        }
        Ok(self.image.seal(bytes)?)
    }

    fn picture(&mut self) -> Result<(), ArmoryError> {
        let Some(kept) = self.store.snapshot()? else {
            return Ok(());
        };
        if Image::from_bytes(&kept.bytes).is_none_or(|it| it.size() != kept.seq) {
            let says = "the picture of the state is not what was put away".to_owned();
            let next = "nothing: the entries are read instead, and the next picture replaces it";
            self.found("picture-left-aside", says, next);
        }
        Ok(())
    }

    fn edge(&mut self, head: &Head) {
        if self.frontier.to_bytes() != head.frontier {
            let says = "the edge of the log is not what its entries make it".to_owned();
            let next =
                "restore the last backup beside it, and compare the two with proofhouse verify";
            self.found("edge-changed", says, next);
        }
    }
}
