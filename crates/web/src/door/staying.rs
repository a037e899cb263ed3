//! Sessions: who is signed in where.

use custody::{id::PersonId, names::Means};
use jiff::SignedDuration;

use super::{Coming, Door, Session, Shut, begin, held};
use crate::sum::Sum;

/// How long after signing in somebody need not prove it again to change a way in.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// A use is written down at the latest after so long.
const WRITTEN: SignedDuration = SignedDuration::from_hours(1);

impl Door {
    /// Signs somebody in; the secret is what the browser keeps. What it had before ends.
    ///
    /// # Errors
    /// It could not be kept.
    pub async fn come_in(&self, coming: Coming, before: Option<Sum>) -> Result<String, Shut> {
        let (secret, now) = (self.secret()?, self.now());
        self.changed(move |kept| {
            begin(kept, (coming, &secret, now), before);
            Ok(secret)
        })
        .await
    }

    /// The session of a browser, as far as it is on.
    pub fn session(&self, secret: &str) -> Option<Session> {
        let sum = Sum::of(secret);
        let kept = self.kept();
        let found = kept.sessions.iter().find(|it| it.sum.same(&sum))?;
        let used = held(&self.0.used).get(&sum).copied();
        let session = Session {
            seen: used.map_or(found.seen, |used| used.max(found.seen)),
            ..found.clone()
        };
        session.on(self.now()).then_some(session)
    }

    /// Whether a session is still on.
    pub fn is_on(&self, session: &Session) -> bool {
        let kept = self.kept();
        let used = held(&self.0.used).get(&session.sum).copied();
        let now = self.now();
        kept.sessions.iter().any(|it| {
            let seen = used.map_or(it.seen, |used| used.max(it.seen));
            it.sum == session.sum && Session { seen, ..it.clone() }.on(now)
        })
    }

    /// A session was used just now, by a person and not by a page that looks by itself.
    pub fn use_now(&self, session: &Session) {
        let now = self.now();
        held(&self.0.used).insert(session.sum, now);
        let kept = self.kept();
        let mut written = kept.sessions.iter().filter(|it| it.sum == session.sum);
        if written.any(|it| now.duration_since(it.seen) >= WRITTEN) {
            let door = self.clone();
            tokio::task::spawn_blocking(move || door.change(|_| Ok(())));
        }
    }

    /// Signs out of one browser.
    ///
    /// # Errors
    /// It could not be kept.
    pub async fn go_out(&self, sum: Sum) -> Result<(), Shut> {
        self.changed(move |kept| {
            kept.sessions.retain(|it| it.sum != sum);
            Ok(())
        })
        .await
    }

    /// Signs a person out everywhere.
    ///
    /// # Errors
    /// It could not be kept.
    pub async fn go_out_everywhere(&self, person: &PersonId) -> Result<(), Shut> {
        let person = person.clone();
        self.changed(move |kept| {
            kept.sessions.retain(|it| it.person != person);
            Ok(())
        })
        .await
    }

    /// Takes every way in from a person, and signs the person out everywhere: for who is gone, or lost
    /// a phone. Whoever comes back is invited again.
    ///
    /// # Errors
    /// It could not be kept.
    pub async fn shut_out(&self, person: &PersonId) -> Result<(), Shut> {
        let person = person.clone();
        self.changed(move |kept| {
            kept.people.remove(&person);
            kept.sessions.retain(|it| it.person != person);
            kept.invitations.retain(|it| it.person != person);
            Ok(())
        })
        .await
    }

    /// Whether a session began so lately, and so strongly, that its person need not prove it again.
    pub fn fresh(&self, session: &Session) -> bool {
        let strong = !session.station && session.by != Means::Pin;
        strong && self.now().duration_since(session.began) < FRESH
    }
}
