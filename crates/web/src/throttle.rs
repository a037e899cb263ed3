//! Sign-ins that fail, by address: after a few, that address has to wait.
//!
//! A token that signed in from an address before is looked at all the same, so that nobody locks a
//! station out by guessing from beside it.

use std::collections::{HashMap, HashSet};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::tokens::Token;

/// Failures after which an address has to wait.
const FREE: u32 = 10;

/// After this long, one is forgiven.
const EACH: Duration = Duration::from_secs(6);

/// The most addresses that are remembered, and the most tokens that signed in from one.
const REMEMBERED: usize = 4_096;

/// Sign-ins, by address.
#[derive(Debug)]
pub struct Throttle {
    free: u32,
    each: Duration,
    seen: Mutex<Seen>,
}

impl Default for Throttle {
    fn default() -> Self {
        Self {
            free: FREE,
            each: EACH,
            seen: Mutex::default(),
        }
    }
}

#[derive(Debug, Default)]
struct Seen {
    /// When all failures of an address are forgiven.
    forgiven: HashMap<IpAddr, Instant>,
    /// Tokens that signed in, and from where.
    known: HashSet<(IpAddr, Token)>,
}

impl Throttle {
    /// For letters that somebody asks for: few, and long between them.
    pub fn of_letters() -> Self {
        Self {
            free: 5,
            each: Duration::from_secs(600),
            ..Self::default()
        }
    }

    /// How long a sign-in from here has to wait; none where it need not.
    pub fn must_wait(&self, from: IpAddr, token: Option<&Token>, now: Instant) -> Option<Duration> {
        let from = network(from);
        let seen = self.seen();
        if token.is_some_and(|token| seen.known.contains(&(from, token.clone()))) {
            return None;
        }
        let free = now + self.each * self.free.saturating_sub(1);
        let wait = seen.forgiven.get(&from)?.saturating_duration_since(free);
        (!wait.is_zero()).then_some(wait)
    }

    /// A sign-in from here failed.
    pub fn failed(&self, from: IpAddr, now: Instant) {
        let mut seen = self.seen();
        if seen.forgiven.len() >= REMEMBERED {
            seen.forgiven.retain(|_, until| *until > now);
        }
        if seen.forgiven.len() >= REMEMBERED {
            let soonest = seen.forgiven.iter().min_by_key(|(_, until)| **until);
            let soonest = soonest.map(|(from, _)| *from);
            soonest.and_then(|from| seen.forgiven.remove(&from));
        }
        let until = seen.forgiven.entry(network(from)).or_insert(now);
        *until = (*until).max(now) + self.each;
    }

    /// A sign-in from here went well.
    pub fn signed_in(&self, from: IpAddr, token: &Token) {
        let pair = (network(from), token.clone());
        let mut seen = self.seen();
        if !seen.known.contains(&pair) {
            if seen.known.len() >= REMEMBERED {
                seen.known.clear();
            }
            seen.known.insert(pair);
        }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whoever has one address of version 6 has its whole /64.
pub fn network(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(six) => {
            let mask = u128::MAX << 64;
            IpAddr::V6(Ipv6Addr::from_bits(six.to_bits() & mask))
        }
        four => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));

    fn after_failures(failures: u32) -> (Throttle, Instant) {
        let (throttle, now) = (Throttle::default(), Instant::now());
        (0..failures).for_each(|_| throttle.failed(HERE, now));
        (throttle, now)
    }

    #[test]
    fn after_ten_failures_the_next_sign_in_has_to_wait() {
        let (throttle, now) = after_failures(9);
        assert_eq!(throttle.must_wait(HERE, None, now), None);
        throttle.failed(HERE, now);
        assert_eq!(throttle.must_wait(HERE, None, now), Some(EACH));
        let last = now + EACH - Duration::from_millis(1);
        assert!(throttle.must_wait(HERE, None, last).is_some());
        assert_eq!(throttle.must_wait(HERE, None, now + EACH), None);
    }

    #[test]
    fn failures_elsewhere_keep_nobody_waiting() {
        let (throttle, now) = after_failures(50);
        let other = "192.0.2.2".parse().unwrap();
        assert_eq!(throttle.must_wait(other, None, now), None);
    }

    #[test]
    fn all_addresses_of_one_network_of_version_six_are_one() {
        let (throttle, now) = after_failures(0);
        for nth in 1..=10 {
            let from = format!("2001:db8:0:1::{nth}").parse().unwrap();
            throttle.failed(from, now);
        }
        let wait = |from: &str| throttle.must_wait(from.parse().unwrap(), None, now);
        assert!(wait("2001:db8:0:1:ffff::1").is_some());
        assert!(wait("2001:db8:0:2::1").is_none());
    }

    #[test]
    fn a_token_that_signed_in_from_here_is_not_kept_waiting_by_the_guesses_of_others() {
        let (throttle, now) = after_failures(0);
        let token = |word| Token::new(word, "armorer".parse().unwrap(), "main-unit");
        throttle.signed_in(HERE, &token("mine"));
        (0..50).for_each(|_| throttle.failed(HERE, now));
        assert_eq!(throttle.must_wait(HERE, Some(&token("mine")), now), None);
        assert!(throttle.must_wait(HERE, Some(&token("new")), now).is_some());
    }

    #[test]
    fn no_flood_of_addresses_fills_the_memory() {
        let (throttle, now) = after_failures(10);
        for nth in 0..5_000_u32 {
            throttle.failed(IpAddr::V4(std::net::Ipv4Addr::from_bits(nth)), now);
        }
        assert!(throttle.seen().forgiven.len() <= REMEMBERED);
        assert!(throttle.must_wait(HERE, None, now).is_some());
    }
}
