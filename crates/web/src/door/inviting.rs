//! Invitations: a way in that is used once.

use custody::{id::PersonId, names::Means};
use jiff::SignedDuration;

use super::{Coming, Door, Invitation, Shut, after, begin, room};
use crate::sum::Sum;

/// How long an invitation holds.
const INVITED: SignedDuration = SignedDuration::from_hours(24);

/// How long the link of the first start holds.
const FIRST: SignedDuration = SignedDuration::from_hours(1);

impl Door {
    /// The link of the first start, for whoever founded the record. It takes the place of one that
    /// was made before.
    ///
    /// # Errors
    /// It could not be kept.
    pub fn first(&self, founder: &PersonId) -> Result<String, Shut> {
        let (secret, until) = (self.secret()?, after(self.now(), FIRST));
        let invitation = Invitation {
            sum: Sum::of(&secret),
            person: founder.clone(),
            by: None,
            until,
        };
        self.change(|kept| {
            kept.invitations.retain(|it| it.by.is_some());
            kept.invitations.push(invitation);
            Ok(secret)
        })
    }

    /// Invites a person. The newest invitation of a person is the only one.
    ///
    /// # Errors
    /// There are too many, or it could not be kept.
    pub async fn invite(&self, person: &PersonId, by: &PersonId) -> Result<String, Shut> {
        let (secret, until) = (self.secret()?, after(self.now(), INVITED));
        let invitation = Invitation {
            sum: Sum::of(&secret),
            person: person.clone(),
            by: Some(by.clone()),
            until,
        };
        self.changed(move |kept| {
            kept.invitations.retain(|it| it.person != invitation.person);
            room(kept.invitations.len())?;
            kept.invitations.push(invitation);
            Ok(secret)
        })
        .await
    }

    /// Whom an invitation is for; it is not used up by looking.
    pub fn invited(&self, secret: &str) -> Option<PersonId> {
        let (sum, now) = (Sum::of(secret), self.now());
        let kept = self.kept();
        let mut open = kept.invitations.iter().filter(|it| now < it.until);
        open.find(|it| it.sum.same(&sum))
            .map(|it| it.person.clone())
    }

    /// Uses an invitation up, and signs in whom it is for. What this browser had before ends.
    ///
    /// # Errors
    /// It is not known any more, or that could not be kept.
    pub async fn accept(&self, secret: &str, before: Option<Sum>) -> Result<String, Shut> {
        let (sum, fresh, now) = (Sum::of(secret), self.secret()?, self.now());
        self.changed(move |kept| {
            let found = kept.invitations.iter().position(|it| it.sum.same(&sum));
            let invitation = kept.invitations.remove(found.ok_or(Shut::Unknown)?);
            let coming = Coming {
                person: invitation.person,
                by: Means::Badge,
                station: false,
                token: None,
            };
            begin(kept, (coming, &fresh, now), before);
            Ok(fresh)
        })
        .await
    }

    /// Takes back an invitation or the link of a guest, by its name.
    ///
    /// # Errors
    /// There is none, or that could not be kept.
    pub async fn withdraw(&self, name: &str) -> Result<(), Shut> {
        let name = name.to_owned();
        self.changed(move |kept| {
            let before = kept.invitations.len() + kept.guests.len();
            kept.invitations.retain(|it| it.sum.name() != name);
            kept.guests.retain(|it| it.sum.name() != name);
            let gone = kept.invitations.len() + kept.guests.len() < before;
            gone.then_some(()).ok_or(Shut::Unknown)
        })
        .await
    }
}
