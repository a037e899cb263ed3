//! A round of letters: each that is due, once.

use std::path::PathBuf;

use jiff::Timestamp;
use pages::{Language, Words, mail};

use super::{
    addresses::{Addressee, Addresses, Change},
    due::{Due, due},
    post::{Failed, Post},
    week::OfWeek,
};
use crate::tell::Trouble;

/// What letters are made of, and how they go.
pub struct Round {
    /// The record.
    pub record: PathBuf,
    /// The unit.
    pub unit: String,
    /// Where the addresses are.
    pub addresses: Addresses,
    /// The way to the mail server.
    pub post: Post,
}

/// How a round went.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Went {
    /// Letters that went.
    pub sent: usize,
    /// Letters that the server will never take: its codes.
    pub refused: Vec<String>,
    /// Why the round ended early, where it did.
    pub broke: Option<String>,
}

/// Which week is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// The week to this moment, where it is due.
    Due(Timestamp),
    /// The week to this moment, to everybody who confirmed.
    Everybody(Timestamp),
}

impl Telling {
    fn until(self) -> Timestamp {
        match self {
            Self::Due(until) | Self::Everybody(until) => until,
        }
    }

    fn of(self, one: &Addressee) -> Option<Due> {
        match (self, one.confirmed) {
            (Self::Due(last), _) => due(one, last),
            (Self::Everybody(_), Some(_)) => Some(Due::Week),
            (Self::Everybody(_), None) => None,
        }
    }
}

impl Round {
    /// Sends what is due. A letter is noted before it goes, and the note is taken back where it did
    /// not: whoever breaks off between may lose one, and never sends one twice.
    pub fn go(
        &self,
        telling: Telling,
        now: Timestamp,
        stop: &dyn Fn() -> bool,
    ) -> Result<Went, Trouble> {
        let mut went = Went::default();
        let mut week = None;
        let all = self.addresses.change(|all| {
            all.forget(now);
            all.clone()
        })?;
        for one in all {
            let Some(what) = telling.of(&one).filter(|_| !stop()) else {
                continue;
            };
            if what == Due::Week && week.is_none() {
                week = Some(OfWeek::read(&self.record, telling.until())?);
            }
            if !self.note(&one, (what, Some(now)))? {
                continue;
            }
            let Some(letter) = self.letter(&one, (what, week.as_ref())) else {
                continue;
            };
            let of = format!(
                "{what:?} {}",
                match what {
                    Due::Week => telling.until(),
                    Due::Confirm | Due::Already => one.asked,
                }
            );
            match self.post.send(&one, letter, &of) {
                Ok(()) => went.sent += 1,
                Err(Failed::ForGood(code)) => went.refused.push(code),
                Err(Failed::ForNow(why)) => {
                    self.note(&one, (what, None))?;
                    went.broke = Some(why);
                    break;
                }
            }
        }
        Ok(went)
    }

    /// The letter; none of the week for whoever is no longer on record.
    fn letter(
        &self,
        one: &Addressee,
        (what, week): (Due, Option<&OfWeek>),
    ) -> Option<mail::Letter> {
        let words = Words::of(Language::of_tag(&one.language).unwrap_or_default());
        let links = self.post.links(one);
        match what {
            Due::Confirm => Some(mail::confirm((&self.unit, one.contact), &links, words)),
            Due::Already => Some(mail::already(&self.unit, &links, words)),
            Due::Week => {
                let week = week.filter(|it| it.week.people.contains(&one.person))?;
                Some(week.letter(&links, words))
            }
        }
    }

    /// Notes that a letter goes at a time, or takes the note back. False where the address was erased
    /// meanwhile, or somebody else sends that letter.
    fn note(&self, one: &Addressee, (what, at): (Due, Option<Timestamp>)) -> Result<bool, Trouble> {
        self.addresses.change(|all| {
            let Some(kept) = all.iter_mut().find(|it| it.key == one.key) else {
                return false;
            };
            let (noted, before) = match what {
                Due::Week => (&mut kept.sent, one.sent),
                Due::Confirm | Due::Already => (&mut kept.told, one.told),
            };
            if at.is_some() && *noted != before {
                return false;
            }
            *noted = at.or(before);
            true
        })
    }
}
