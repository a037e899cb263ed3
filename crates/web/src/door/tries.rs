//! Wrong tries: whoever tries often has to wait, longer each time, and nobody for ever.
//!
//! A try counts before it is looked at, so that many at once are no way around. Whoever signed in
//! from a place before is kept waiting by tries from that place alone: nobody locks a person out
//! from elsewhere.

use std::{
    collections::{HashMap, HashSet},
    net::IpAddr,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

use crate::throttle::network;

/// Wrong tries from one place that cost nothing.
const FREE_HERE: u32 = 5;

/// Wrong tries from all places together that cost nothing.
const FREE_ALL: u32 = 20;

/// The first wait; each further one is twice as long.
const FIRST: SignedDuration = SignedDuration::from_secs(30);

/// The longest wait.
const LONGEST: SignedDuration = SignedDuration::from_mins(15);

/// After so long without a try, all is forgiven.
const FORGIVEN: SignedDuration = SignedDuration::from_hours(12);

/// The most that is remembered.
const REMEMBERED: usize = 4_096;

/// Tries, by who was meant and from where.
#[derive(Debug, Default)]
pub struct Tries(Mutex<Counted>);

#[derive(Debug, Default)]
struct Counted {
    wrong: HashMap<(String, Option<IpAddr>), Wrong>,
    known: HashSet<(String, IpAddr)>,
}

#[derive(Debug, Clone, Copy)]
struct Wrong {
    tries: u32,
    last: Timestamp,
}

impl Wrong {
    /// How long the next try has to wait.
    fn wait(&self, free: u32, now: Timestamp) -> Option<SignedDuration> {
        let over = self.tries.checked_sub(free)?;
        let long = FIRST.saturating_mul(1_i32.checked_shl(over.min(10)).unwrap_or(i32::MAX));
        let left = long.min(LONGEST) - now.duration_since(self.last);
        (left > SignedDuration::ZERO).then_some(left)
    }
}

impl Tries {
    /// Begins a try; it counts as wrong until it is [`Tries::right`].
    ///
    /// # Errors
    /// How long the next one has to wait.
    pub fn begin(&self, who: &str, from: IpAddr, now: Timestamp) -> Result<(), SignedDuration> {
        let from = network(from);
        let mut counted = self.counted();
        let known = counted.known.contains(&(who.to_owned(), from));
        let here = (who.to_owned(), Some(from));
        let all = (who.to_owned(), None);
        let wait = |key, free| {
            counted
                .wrong
                .get(key)
                .and_then(|it: &Wrong| it.wait(free, now))
        };
        let waits = [
            wait(&here, FREE_HERE),
            wait(&all, FREE_ALL).filter(|_| !known),
        ];
        if let Some(wait) = waits.into_iter().flatten().max() {
            return Err(wait);
        }
        counted.add(here, now);
        counted.add(all, now);
        Ok(())
    }

    /// The try that began was right.
    pub fn right(&self, who: &str, from: IpAddr) {
        let from = network(from);
        let mut counted = self.counted();
        counted.wrong.remove(&(who.to_owned(), Some(from)));
        if let Some(all) = counted.wrong.get_mut(&(who.to_owned(), None)) {
            all.tries = all.tries.saturating_sub(1);
        }
        if counted.known.len() >= REMEMBERED {
            counted.known.clear();
        }
        counted.known.insert((who.to_owned(), from));
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counted {
    fn add(&mut self, key: (String, Option<IpAddr>), now: Timestamp) {
        let wrong = &mut self.wrong;
        wrong.retain(|_, it| now.duration_since(it.last) < FORGIVEN);
        if wrong.len() >= REMEMBERED && !wrong.contains_key(&key) {
            let least = wrong.iter().min_by_key(|(_, it)| (it.tries, it.last));
            let least = least.map(|(key, _)| key.clone());
            least.and_then(|least| wrong.remove(&least));
        }
        let it = wrong.entry(key).or_insert(Wrong {
            tries: 0,
            last: now,
        });
        it.tries = it.tries.saturating_add(1);
        it.last = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn elsewhere(nth: u8) -> IpAddr {
        IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, nth))
    }

    #[test]
    fn after_five_wrong_pins_the_next_waits_and_each_wait_is_longer_until_a_quarter_of_an_hour() {
        let tries = Tries::default();
        let mut now = 0;
        for _ in 0..5 {
            assert_eq!(tries.begin("armorer", HERE, at(now)), Ok(()));
        }
        for wait in [30, 60, 120, 240, 480, 900, 900, 900] {
            let last = at(now + wait - 1);
            let left = SignedDuration::from_secs(1);
            assert_eq!(tries.begin("armorer", HERE, last), Err(left), "{wait}");
            now += wait;
            assert_eq!(tries.begin("armorer", HERE, at(now)), Ok(()), "{wait}");
        }
    }

    #[test]
    fn a_right_pin_forgives_and_so_does_half_a_day() {
        let tries = Tries::default();
        for _ in 0..5 {
            tries.begin("armorer", HERE, at(0)).unwrap();
            tries.right("armorer", HERE);
        }
        for _ in 0..5 {
            assert_eq!(tries.begin("armorer", HERE, at(0)), Ok(()));
        }
        assert!(tries.begin("armorer", HERE, at(1)).is_err());
        // Another try makes it forget.
        tries.begin("lead", HERE, at(12 * 3600)).unwrap();
        for _ in 0..5 {
            assert_eq!(tries.begin("armorer", HERE, at(12 * 3600)), Ok(()));
        }
    }

    #[test]
    fn tries_from_many_places_make_new_places_wait_and_not_where_the_person_signed_in_before() {
        let tries = Tries::default();
        tries.begin("armorer", HERE, at(0)).unwrap();
        tries.right("armorer", HERE);
        for nth in 0..20 {
            assert_eq!(tries.begin("armorer", elsewhere(nth), at(1)), Ok(()));
        }
        assert!(tries.begin("armorer", elsewhere(99), at(2)).is_err());
        assert_eq!(tries.begin("armorer", HERE, at(2)), Ok(()));
        assert_eq!(tries.begin("lead", elsewhere(99), at(2)), Ok(()));
    }

    #[test]
    fn a_flood_of_names_fills_no_memory_and_forgives_nobody_who_waits() {
        let tries = Tries::default();
        for _ in 0..5 {
            tries.begin("armorer", HERE, at(0)).unwrap();
        }
        for nth in 0..5_000 {
            let _ = tries.begin(&format!("n{nth}"), HERE, at(0));
        }
        assert!(tries.counted().wrong.len() <= REMEMBERED);
        assert!(tries.begin("armorer", HERE, at(1)).is_err());
    }
}
