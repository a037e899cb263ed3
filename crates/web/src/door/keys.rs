//! Passkeys at the door: challenges that are used once, and whose passkey signed.

use std::{collections::HashMap, net::IpAddr};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use custody::id::PersonId;
use jiff::{SignedDuration, Timestamp};

use super::{
    Door, Shut, held,
    passkey::{self, At, Done, Sent},
};
use crate::throttle::network;

/// How long somebody may take to answer.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// The most challenges that wait.
const MOST: usize = 4_096;

/// The most of one address: the oldest of it goes, and nobody else's.
const OF_ONE_ADDRESS: usize = 64;

/// The most passkeys of one person.
const OF_ONE: usize = 20;

/// Challenges that wait for an answer.
#[derive(Debug, Default)]
pub struct Challenges(HashMap<String, Waiting>);

#[derive(Debug)]
struct Waiting {
    from: IpAddr,
    until: Timestamp,
}

impl Challenges {
    /// One more. Whoever asks for too many loses the oldest of them; where all together are too many,
    /// whoever has the most does.
    fn add(&mut self, challenge: String, from: IpAddr, now: Timestamp) {
        let from = network(from);
        self.0.retain(|_, it| now < it.until);
        let here = self.0.values().filter(|it| it.from == from).count();
        if here >= OF_ONE_ADDRESS {
            self.lose_oldest(from);
        } else if self.0.len() >= MOST {
            let most = self.most().unwrap_or(from);
            self.lose_oldest(most);
        }
        let until = super::after(now, PATIENCE);
        self.0.insert(challenge, Waiting { from, until });
    }

    /// Who has the most.
    fn most(&self) -> Option<IpAddr> {
        let mut of: HashMap<IpAddr, usize> = HashMap::new();
        for it in self.0.values() {
            let n = of.entry(it.from).or_default();
            *n = n.saturating_add(1);
        }
        let most = of.into_iter().max_by_key(|(_, n)| *n);
        most.map(|(from, _)| from)
    }

    fn lose_oldest(&mut self, from: IpAddr) {
        let of = self.0.iter().filter(|(_, it)| it.from == from);
        let oldest = of.min_by_key(|(_, it)| it.until);
        if let Some(oldest) = oldest.map(|(text, _)| text.clone()) {
            self.0.remove(&oldest);
        }
    }

    /// Whether it waits. It waits no longer.
    fn take(&mut self, challenge: &str, now: Timestamp) -> bool {
        let waiting = self.0.remove(challenge);
        waiting.is_some_and(|it| now < it.until)
    }
}

impl Door {
    /// A challenge to sign; it is good once.
    ///
    /// # Errors
    /// The machine gives no dice.
    pub fn challenge(&self, from: IpAddr) -> Result<String, Shut> {
        let dice = self.0.tools.dice().ok_or(Shut::NotKept)?;
        let challenge = URL_SAFE_NO_PAD.encode(dice);
        held(&self.0.challenges).add(challenge.clone(), from, self.now());
        Ok(challenge)
    }

    /// Whether what was sent answers a challenge that waits. It waits no longer.
    fn answers(&self, sent: &Sent, done: Done, at: &At) -> bool {
        let now = self.now();
        let challenge = passkey::challenge(sent, done, at);
        challenge.is_some_and(|it| held(&self.0.challenges).take(&it, now))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn address(nth: u16) -> IpAddr {
        let [high, low] = nth.to_be_bytes();
        IpAddr::from([10, 0, high, low])
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn a_flood_of_one_address_pushes_out_its_own_challenges_and_no_others() {
        let mut all = Challenges::default();
        all.add("of the armorer".to_owned(), address(1), at(0));
        for nth in 0..10_000 {
            all.add(format!("flood {nth}"), address(2), at(1));
        }
        assert_eq!(all.0.len(), 1 + OF_ONE_ADDRESS);
        assert!(all.take("of the armorer", at(2)));
        assert!(all.take("flood 9999", at(2)));
        assert!(!all.take("flood 9999", at(2)), "good once");
    }

    #[test]
    fn a_flood_of_many_addresses_pushes_out_those_of_whoever_has_the_most() {
        let mut all = Challenges::default();
        all.add("of the armorer".to_owned(), address(1), at(0));
        for nth in 0..5_000_u16 {
            all.add(format!("flood {nth}"), address(2 + nth % 100), at(1));
        }
        assert_eq!(all.0.len(), MOST);
        assert!(all.take("of the armorer", at(2)));
        assert!(!all.take("of the armorer", at(2)));
    }

    #[test]
    fn a_challenge_waits_five_minutes() {
        let mut all = Challenges::default();
        for challenge in ["one", "two"] {
            all.add(challenge.to_owned(), address(1), at(0));
        }
        assert!(all.take("one", at(299)));
        assert!(!all.take("two", at(300)));
    }
}
