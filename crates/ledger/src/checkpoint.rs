//! What a log says of itself at one moment, signed: its name, its size, its root (C2SP checkpoint).

use signed_note::{Note, VerifierList};

use crate::{Hash, LedgerError, MAX_ENTRIES, Origin, Signer, Verifier};

/// The most bytes that are read as a checkpoint; a hundred witnesses fit in.
const MOST_BYTES: usize = 32 * 1024;

/// The log's name, how many entries it has, and the root over them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log.
    pub origin: Origin,
    /// Entries of the log.
    pub size: u64,
    /// The root over all of them.
    pub root: Hash,
}

/// A checkpoint whose log's signature was found good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// What the log says.
    pub checkpoint: Checkpoint,
    /// The exact text that was signed.
    pub text: String,
    /// Names of the others whose signatures stand below it; none of these was checked.
    pub others: Vec<String>,
}

impl Checkpoint {
    /// The signed note, as it is published, printed and kept.
    ///
    /// # Errors
    /// When the signer is of another log, or no log can have so many entries.
    pub fn sign(&self, signer: &Signer) -> Result<Vec<u8>, LedgerError> {
        self.is_of(signer.origin())?;
        let mut note = Note::new(&self.text()?, &[])
            .map_err(|_| LedgerError::NotACheckpoint("its text cannot be signed"))?;
        note.add_sigs(&[signer])
            .map_err(|_| LedgerError::NotACheckpoint("its text cannot be signed"))?;
        Ok(note.to_bytes())
    }

    /// Reads a signed note and checks the signature of its log.
    ///
    /// # Errors
    /// When it is malformed, of another log, or not signed by this key.
    pub fn open(bytes: &[u8], verifier: &Verifier) -> Result<Signed, LedgerError> {
        if bytes.len() > MOST_BYTES {
            return Err(LedgerError::NotACheckpoint("it is too long"));
        }
        let note = Note::from_bytes(bytes)
            .map_err(|_| LedgerError::NotACheckpoint("it is not a signed note"))?;
        let checkpoint = Self::read(note.text())?;
        checkpoint.is_of(verifier.origin())?;
        let known = VerifierList::new(vec![Box::new(verifier.clone())]);
        let (_, others) = note
            .verify(&known)
            .map_err(|_| LedgerError::NotSigned(verifier.origin().to_string()))?;
        Ok(Signed {
            checkpoint,
            text: String::from_utf8_lossy(note.text()).into_owned(),
            others: others.iter().map(|it| it.name().to_owned()).collect(),
        })
    }

    /// Reads the text of a note, without any signature.
    fn read(text: &[u8]) -> Result<Self, LedgerError> {
        let read = tlog_tiles::Checkpoint::from_bytes(text)
            .map_err(|_| LedgerError::NotACheckpoint("name, size and root are not its lines"))?;
        if read.size() > MAX_ENTRIES {
            return Err(LedgerError::TooMany(read.size()));
        }
        Ok(Self {
            origin: read.origin().parse()?,
            size: read.size(),
            root: Hash::from_outer(*read.hash()),
        })
    }

    fn text(&self) -> Result<Vec<u8>, LedgerError> {
        if self.size > MAX_ENTRIES {
            return Err(LedgerError::TooMany(self.size));
        }
        let (origin, root) = (self.origin.as_str(), self.root.to_outer());
        tlog_tiles::Checkpoint::new(origin, self.size, root, "")
            .map(|checkpoint| checkpoint.to_bytes())
            .map_err(|_| LedgerError::NotAnOrigin(origin.to_owned()))
    }

    fn is_of(&self, origin: &Origin) -> Result<(), LedgerError> {
        match &self.origin == origin {
            true => Ok(()),
            false => Err(LedgerError::OtherLog {
                wanted: origin.to_string(),
                found: self.origin.to_string(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer() -> Signer {
        Signer::new(Origin::without_host("main-unit").unwrap(), &[1; 32])
    }

    fn checkpoint() -> Checkpoint {
        Checkpoint {
            origin: signer().origin().clone(),
            size: 300,
            root: Hash::empty(),
        }
    }

    #[test]
    fn a_signed_checkpoint_opens_with_the_key_of_its_log() {
        let bytes = checkpoint().sign(&signer()).unwrap();
        let signed = Checkpoint::open(&bytes, &signer().verifier()).unwrap();
        assert_eq!(signed.checkpoint, checkpoint());
        assert_eq!(
            signed.text,
            "proofhouse.invalid/main-unit\n300\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
        );
        assert!(signed.others.is_empty());
    }

    #[test]
    fn every_flipped_bit_of_a_checkpoint_is_found() {
        let bytes = checkpoint().sign(&signer()).unwrap();
        let verifier = signer().verifier();
        for place in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[place] ^= 1 << bit;
                let opened = Checkpoint::open(&changed, &verifier);
                assert!(opened.is_err(), "byte {place}, bit {bit}");
            }
        }
    }

    #[test]
    fn a_checkpoint_cut_short_or_with_more_after_it_is_found() {
        let bytes = checkpoint().sign(&signer()).unwrap();
        let verifier = signer().verifier();
        for end in 0..bytes.len() {
            assert!(Checkpoint::open(&bytes[..end], &verifier).is_err(), "{end}");
        }
        for more in ["\n", " ", "x\n", "\n\n"] {
            let longer = [&bytes, more.as_bytes()].concat();
            assert!(Checkpoint::open(&longer, &verifier).is_err(), "{more:?}");
        }
    }

    #[test]
    fn a_checkpoint_of_another_log_or_another_key_is_refused() {
        let bytes = checkpoint().sign(&signer()).unwrap();
        let stranger = Signer::new(signer().origin().clone(), &[2; 32]);
        assert_eq!(
            Checkpoint::open(&bytes, &stranger.verifier()),
            Err(LedgerError::NotSigned(
                "proofhouse.invalid/main-unit".to_owned()
            ))
        );
        let elsewhere = Signer::new(Origin::without_host("second-unit").unwrap(), &[1; 32]);
        let other = LedgerError::OtherLog {
            wanted: "proofhouse.invalid/second-unit".to_owned(),
            found: "proofhouse.invalid/main-unit".to_owned(),
        };
        assert_eq!(
            Checkpoint::open(&bytes, &elsewhere.verifier()),
            Err(other.clone())
        );
        assert_eq!(checkpoint().sign(&elsewhere), Err(other));
    }

    #[test]
    fn a_checkpoint_that_claims_an_absurd_size_is_refused() {
        let mut absurd = checkpoint();
        absurd.size = u64::MAX;
        assert_eq!(absurd.sign(&signer()), Err(LedgerError::TooMany(u64::MAX)));
        let text = "proofhouse.invalid/main-unit\n18446744073709551615\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        let mut note = Note::new(text.as_bytes(), &[]).unwrap();
        note.add_sigs(&[&signer()]).unwrap();
        assert_eq!(
            Checkpoint::open(&note.to_bytes(), &signer().verifier()),
            Err(LedgerError::TooMany(u64::MAX))
        );
    }

    #[test]
    fn signatures_of_others_are_named_and_not_believed() {
        let mut note = Note::new(&checkpoint().text().unwrap(), &[]).unwrap();
        let witness = Signer::new("witness.example/w1".parse().unwrap(), &[9; 32]);
        note.add_sigs(&[&signer(), &witness]).unwrap();
        let signed = Checkpoint::open(&note.to_bytes(), &signer().verifier()).unwrap();
        assert_eq!(signed.others, ["witness.example/w1"]);
        let mut alone = Note::new(&checkpoint().text().unwrap(), &[]).unwrap();
        alone.add_sigs(&[&witness]).unwrap();
        assert!(Checkpoint::open(&alone.to_bytes(), &signer().verifier()).is_err());
    }
}
