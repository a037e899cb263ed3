//! `proofhouse print manifest`: what goes with weapons to another unit.

use std::collections::BTreeMap;

use custody::input::{Report, report::Delivery};
use ledger::{Checkpoint, Prover};
use logbook::{
    Entry,
    papers::manifest::{FORMAT, Manifest, NotSent, Sent},
};

use crate::{
    cli::print,
    kept::{
        Kept,
        papers::{read_beside, unreadable},
    },
    tell::Trouble,
};

/// What proves each entry of a record, and the texts of what was sent away.
#[derive(Default)]
struct Log {
    prover: Prover,
    sent: BTreeMap<u64, String>,
}

/// Prints the manifest of these weapons.
pub fn print(args: &print::Manifest) -> Result<(), Trouble> {
    let kept = Kept::open(&args.place)?;
    let mut log = Log::default();
    let papers = read_beside(&kept, &mut |seq, bytes| log.take(seq, bytes))?;
    let (text, signed) = signed(&kept)?;
    let delivery = papers
        .delivery(&args.weapons, &signed.root.to_string())
        .map_err(not_sent)?;
    let manifest = Manifest {
        format: FORMAT,
        checkpoint: text,
        sent: log.proofs(&delivery)?,
        delivery: Report::Delivery(delivery),
    };
    super::json(&manifest);
    Ok(())
}

impl Log {
    fn take(&mut self, seq: u64, bytes: &[u8]) -> Result<(), Trouble> {
        self.prover
            .push(bytes)
            .map_err(|fault| unreadable(seq, &fault))?;
        let entry = Entry::from_bytes(bytes).ok();
        if entry.is_some_and(|it| it.what.name() == "send") {
            let text = String::from_utf8_lossy(bytes).into_owned();
            self.sent.insert(seq, text);
        }
        Ok(())
    }

    /// The entry of each weapon with its proof.
    fn proofs(&self, delivery: &Delivery) -> Result<Vec<Sent>, Trouble> {
        let rows = delivery
            .weapons
            .iter()
            .filter_map(|row| row.from_record.as_ref());
        rows.map(|from| {
            let proof = self.prover.inclusion(from.entry);
            let proof = proof.map_err(|it| unreadable(from.entry, &it))?;
            let text = self.sent.get(&from.entry).cloned();
            Ok(Sent::new(text.unwrap_or_default(), &proof))
        })
        .collect()
    }
}

/// The record's checkpoint, as its own key signed it.
fn signed(kept: &Kept) -> Result<(String, Checkpoint), Trouble> {
    let unsigned = || {
        let what = "the checkpoint of the record is not signed by its own key";
        Trouble::new("record-not-whole", what, "run proofhouse verify on it")
    };
    let key = kept.own_key().ok_or_else(unsigned)?;
    let signed = Checkpoint::open(kept.checkpoint(), &key).map_err(|_| unsigned())?;
    let text = String::from_utf8_lossy(kept.checkpoint()).into_owned();
    Ok((text, signed.checkpoint))
}

fn not_sent(wrong: NotSent) -> Trouble {
    match wrong {
        NotSent::Unknown(id) => Trouble::new(
            "weapon-unknown",
            format!("the record knows no weapon {id}"),
            "name weapons by the tags of this record",
        ),
        NotSent::Here(id) => Trouble::new(
            "weapon-not-sent",
            format!("weapon {id} was not sent: somebody here answers for it"),
            "ask to send it first; it is then in the hands of its carrier",
        ),
    }
}
