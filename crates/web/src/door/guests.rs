//! Links for guests: they show one thing, and do nothing else.

use std::collections::BTreeSet;

use custody::id::PersonId;
use jiff::SignedDuration;

use super::{Door, Guest, Shut, View, after, room};
use crate::sum::Sum;

/// How long the longest link of a guest holds.
const GUEST_DAYS: i64 = 30;

impl Door {
    /// Makes a link.
    ///
    /// # Errors
    /// There are too many, or it could not be kept.
    pub async fn show_guest(
        &self,
        (view, by): (View, &PersonId),
        days: i64,
    ) -> Result<String, Shut> {
        let days = days.clamp(1, GUEST_DAYS);
        let (secret, until) = (
            self.secret()?,
            after(self.now(), SignedDuration::from_hours(days * 24)),
        );
        let guest = Guest {
            sum: Sum::of(&secret),
            view,
            by: by.clone(),
            until,
        };
        self.changed(move |kept| {
            room(kept.guests.len())?;
            kept.guests.push(guest);
            Ok(secret)
        })
        .await
    }

    /// The sums of packs that links still show.
    pub fn packs(&self) -> BTreeSet<String> {
        let (kept, now) = (self.kept(), self.now());
        let open = kept.guests.iter().filter(|it| now < it.until);
        open.filter_map(|it| match &it.view {
            View::Pack(pack) => Some(pack.sum.clone()),
            View::Weapon(_) | View::Day(_) => None,
        })
        .collect()
    }

    /// What the link of a guest shows, as long as it holds.
    pub fn guest(&self, secret: &str) -> Option<Guest> {
        let (sum, now) = (Sum::of(secret), self.now());
        let kept = self.kept();
        let mut open = kept.guests.iter().filter(|it| now < it.until);
        open.find(|it| it.sum.same(&sum)).cloned()
    }
}
