//! Passkeys at the door: challenges that are used once, and whose passkey signed.

use std::collections::HashMap;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use custody::id::PersonId;
use jiff::{SignedDuration, Timestamp};

use super::{
    Door, Shut, held,
    passkey::{self, At, Done, Sent},
};

/// How long somebody may take to answer.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// The most challenges that wait.
const MOST: usize = 4_096;

/// The most passkeys of one person.
const OF_ONE: usize = 20;

/// Challenges that wait for an answer, and until when.
pub type Challenges = HashMap<String, Timestamp>;

impl Door {
    /// A challenge to sign; it is good once.
    ///
    /// # Errors
    /// The machine gives no dice.
    pub fn challenge(&self) -> Result<String, Shut> {
        let dice = self.0.tools.dice().ok_or(Shut::NotKept)?;
        let challenge = URL_SAFE_NO_PAD.encode(dice);
        let now = self.now();
        let mut waiting = held(&self.0.challenges);
        waiting.retain(|_, until| now < *until);
        if waiting.len() >= MOST {
            let oldest = waiting.iter().min_by_key(|(_, until)| **until);
            let oldest = oldest.map(|(text, _)| text.clone());
            oldest.and_then(|oldest| waiting.remove(&oldest));
        }
        waiting.insert(challenge.clone(), super::after(now, PATIENCE));
        Ok(challenge)
    }

    /// Whether what was sent answers a challenge that waits. It waits no longer.
    fn answers(&self, sent: &Sent, done: Done, at: &At) -> bool {
        let now = self.now();
        let challenge = passkey::challenge(sent, done, at);
        let until = challenge.and_then(|it| held(&self.0.challenges).remove(&it));
        until.is_some_and(|until| now < until)
    }

    /// Takes in a passkey that a person made.
    ///
    /// # Errors
    /// It is not in order, somebody has it already, or it could not be kept.
    pub async fn add_passkey(&self, person: &PersonId, sent: &Sent, at: &At) -> Result<(), Shut> {
        let answers = self.answers(sent, Done::Made, at);
        let made = passkey::made(sent, at, self.now()).filter(|_| answers);
        let made = made.ok_or(Shut::Unknown)?;
        let person = person.clone();
        self.changed(move |kept| {
            let mut all = kept.people.values().flat_map(|own| &own.passkeys);
            if all.any(|it| it.id == made.id) {
                return Err(Shut::Unknown);
            }
            let own = kept.own(&person);
            if own.passkeys.len() >= OF_ONE {
                return Err(Shut::Full);
            }
            own.passkeys.push(made);
            Ok(())
        })
        .await
    }

    /// Whose passkey signed.
    ///
    /// # Errors
    /// Nobody's, or its new count could not be kept.
    pub async fn signed(&self, sent: &Sent, at: &At) -> Result<PersonId, Shut> {
        if !self.answers(sent, Done::Signed, at) {
            return Err(Shut::Unknown);
        }
        let (sent, host) = (sent.clone(), at.host.clone());
        self.changed(move |kept| {
            for (person, own) in &mut kept.people {
                let mut passkeys = own.passkeys.iter_mut();
                let meant = passkeys.find(|it| it.id == sent.id && it.host == host);
                if let Some(passkey) = meant {
                    passkey.count = passkey::signed(passkey, &sent).ok_or(Shut::Unknown)?;
                    return Ok(person.clone());
                }
            }
            Err(Shut::Unknown)
        })
        .await
    }
}
