//! The addresses that the digest goes to, in a file of their own beside the record: no address stands
//! in the record, and one that is erased is gone from the file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use custody::id::PersonId;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use web::{Standing, Wish};

use crate::{secret, tell::Trouble};

/// How long an address may wait to be confirmed.
const WAITS: SignedDuration = SignedDuration::from_hours(48);

/// How long after a letter about an address another one may go there.
const QUIET: SignedDuration = SignedDuration::from_hours(1);

/// Addresses that may wait to be confirmed at once.
const WAITING: usize = 200;

/// An address, and all that is kept with it. It has no form for people to read, so that no line
/// tells it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// The secret in the links of its letters.
    pub key: String,
    /// The address.
    pub address: String,
    /// Whose it is.
    pub person: PersonId,
    /// The language of its letters.
    pub language: String,
    /// The keeper of the hub may write about other matters, too.
    pub contact: bool,
    /// When it was asked for.
    pub asked: Timestamp,
    /// When the last letter about the address itself went there; none: one is due.
    pub told: Option<Timestamp>,
    /// When it was confirmed.
    pub confirmed: Option<Timestamp>,
    /// When the last digest went there.
    pub sent: Option<Timestamp>,
}

/// What is to happen to them.
pub trait Change {
    /// Takes a wish in. What is known stays as it is, and is told so by mail, at most once an hour.
    fn want(&mut self, wish: Wish, key: String, now: Timestamp);
    /// Confirms the address of a link.
    fn confirm(&mut self, key: &str, now: Timestamp) -> bool;
    /// Forgets what was not confirmed in time.
    fn forget(&mut self, now: Timestamp);
}

impl Change for Vec<Addressee> {
    fn want(&mut self, wish: Wish, key: String, now: Timestamp) {
        self.forget(now);
        let same = |it: &&mut Addressee| it.address.eq_ignore_ascii_case(&wish.wants.address);
        if let Some(known) = self.iter_mut().find(same) {
            let told_long_ago = |told: Timestamp| now.duration_since(told) >= QUIET;
            if known.told.is_some_and(told_long_ago) {
                known.told = None;
            }
            // What is confirmed stays as it was confirmed; before that the last wish counts.
            if known.confirmed.is_none() {
                known.asked = now;
                known.contact = wish.wants.contact;
                wish.language.tag().clone_into(&mut known.language);
            }
            return;
        }
        let waiting = self.iter().filter(|it| it.confirmed.is_none()).count();
        if waiting < WAITING {
            self.push(Addressee {
                key,
                address: wish.wants.address,
                person: wish.person,
                language: wish.language.tag().to_owned(),
                contact: wish.wants.contact,
                asked: now,
                told: None,
                confirmed: None,
                sent: None,
            });
        }
    }

    fn confirm(&mut self, key: &str, now: Timestamp) -> bool {
        self.forget(now);
        let found = self.iter_mut().find(|it| it.key == key);
        found.is_some_and(|it| {
            it.confirmed.get_or_insert(now);
            true
        })
    }

    fn forget(&mut self, now: Timestamp) {
        self.retain(|it| it.confirmed.is_some() || now.duration_since(it.asked) < WAITS);
    }
}

/// The file.
#[derive(Debug, Clone)]
pub struct Addresses(PathBuf);

impl Addresses {
    /// The file beside a record.
    pub fn beside(record: &Path) -> Self {
        Self(secret::beside(record, ".digest"))
    }

    /// All of them.
    pub fn all(&self) -> Result<Vec<Addressee>, Trouble> {
        let text = secret::read(&self.0)?.unwrap_or_default();
        if text.is_empty() {
            return Ok(Vec::new());
        }
        serde_json::from_str(&text).map_err(|_| {
            let what = format!("{} is not as it was written", self.0.display());
            let help =
                "take it back from a copy, or move it away: whoever wants the digest signs up anew";
            Trouble::new("digest-broken", what, help)
        })
    }

    /// Changes them: one program and one thread after another, and durable when this answers.
    pub fn change<T>(&self, change: impl FnOnce(&mut Vec<Addressee>) -> T) -> Result<T, Trouble> {
        let _held = self.hold().map_err(|wrong| self.unwritable(&wrong))?;
        let before = self.all()?;
        let mut after = before.clone();
        let told = change(&mut after);
        if after != before {
            self.write(&after)?;
        }
        Ok(told)
    }

    /// What is so of a link.
    pub fn is(&self, key: &str, now: Timestamp) -> Result<Standing, Trouble> {
        let mut all = self.all()?;
        all.forget(now);
        let found = all.iter().find(|it| it.key == key);
        Ok(found.map_or(Standing::Unknown, |it| match it.confirmed {
            Some(_) => Standing::Confirmed,
            None => Standing::Asked {
                contact: it.contact,
            },
        }))
    }

    /// Held until it is dropped, by a file beside it that stays.
    fn hold(&self) -> std::io::Result<fs::File> {
        let place = secret::beside(&self.0, ".lock");
        let file = fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(place)?;
        file.lock()?;
        Ok(file)
    }

    /// Writes a new file in the place of the old one: what was erased is in neither.
    fn write(&self, all: &[Addressee]) -> Result<(), Trouble> {
        let new = secret::beside(&self.0, ".new");
        let text = serde_json::to_string_pretty(all).unwrap_or_default() + "\n";
        // One that broke off before.
        let _ = fs::remove_file(&new);
        secret::create(&new, &text)?;
        fs::rename(&new, &self.0).map_err(|wrong| self.unwritable(&wrong))
    }

    fn unwritable(&self, wrong: &std::io::Error) -> Trouble {
        let what = format!("{} cannot be written: {wrong}", self.0.display());
        let help = "run it as the user who founded the record, and see that the disk has room";
        Trouble::new("digest-unwritable", what, help)
    }
}

#[cfg(test)]
mod tests {
    use pages::{Language, page::digest::SignUp};

    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    fn wish(address: &str) -> Wish {
        Wish {
            wants: SignUp {
                address: address.to_owned(),
                contact: false,
            },
            person: "armorer".parse().unwrap(),
            language: Language::English,
        }
    }

    fn asked() -> Vec<Addressee> {
        let mut all = Vec::new();
        all.want(wish("armorer@set.example"), "key".to_owned(), at(0));
        all
    }

    #[test]
    fn an_address_is_confirmed_within_48_hours_or_forgotten() {
        let mut in_time = asked();
        let last = at(48) - SignedDuration::from_secs(1);
        assert!(!in_time.confirm("another", last));
        assert!(in_time.confirm("key", last));
        in_time.forget(at(10_000));
        assert_eq!(in_time.len(), 1);
        let mut late = asked();
        assert!(!late.confirm("key", at(48)));
        assert_eq!(late.len(), 0);
    }

    #[test]
    fn whoever_asks_again_for_a_known_address_changes_nothing_and_it_is_told_once_an_hour() {
        let mut all = asked();
        all[0].told = Some(at(0));
        assert!(all.confirm("key", at(0)));
        let mut other = wish("ARMORER@set.example");
        other.wants.contact = true;
        other.language = Language::Spanish;
        let soon = at(1) - SignedDuration::from_secs(1);
        all.want(other.clone(), "new".to_owned(), soon);
        assert_eq!(all[0].told, Some(at(0)));
        all.want(other, "new".to_owned(), at(1));
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].told, None);
        assert_eq!((all[0].key.as_str(), all[0].contact), ("key", false));
        assert_eq!(
            (all[0].language.as_str(), all[0].confirmed),
            ("en", Some(at(0)))
        );
    }

    #[test]
    fn before_an_address_is_confirmed_the_last_wish_counts() {
        let mut all = asked();
        let mut other = wish("armorer@set.example");
        other.wants.contact = true;
        other.language = Language::Spanish;
        all.want(other, "new".to_owned(), at(1));
        let it = &all[0];
        assert_eq!(
            (it.key.as_str(), it.contact, it.asked),
            ("key", true, at(1))
        );
        assert_eq!((it.language.as_str(), all.len()), ("es", 1));
    }

    #[test]
    fn no_flood_of_addresses_fills_the_file() {
        let mut all = Vec::new();
        for nth in 0..300 {
            all.want(wish(&format!("a{nth}@set.example")), nth.to_string(), at(0));
        }
        assert_eq!(all.len(), WAITING);
        all.want(wish("later@set.example"), "later".to_owned(), at(48));
        assert_eq!(all.len(), 1);
    }

    #[test]
    fn what_is_erased_is_gone_from_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let addresses = Addresses::beside(&folder.path().join("unit.db"));
        let text = || std::fs::read_to_string(folder.path().join("unit.db.digest")).unwrap();
        let put = |all: &mut Vec<Addressee>| *all = asked();
        addresses.change(put).unwrap();
        assert!(text().contains("armorer@set.example"));
        addresses
            .change(|all| all.retain(|it| it.key != "key"))
            .unwrap();
        assert_eq!(text(), "[]\n");
    }

    #[cfg(unix)]
    #[test]
    fn addresses_are_for_the_owner_of_the_record_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let addresses = Addresses::beside(&folder.path().join("unit.db"));
        addresses.change(|all| *all = asked()).unwrap();
        let file = folder.path().join("unit.db.digest");
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(addresses.all().err().unwrap().code, "secret-open");
    }
}
