//! PINs and badges: for stations that many use.

use std::net::IpAddr;

use custody::id::PersonId;

use super::{
    Door, Shut,
    kept::Own,
    pin::{self, Pin},
};
use crate::sum::{Sum, hex};

impl Door {
    /// Sets the PIN of a person. It has to be [`pin::fit`].
    ///
    /// # Errors
    /// It could not be kept.
    pub async fn set_pin(&self, person: &PersonId, pin: String) -> Result<(), Shut> {
        let _room = self.0.hashing.acquire().await.map_err(|_| Shut::NotKept)?;
        let dice = self.0.tools.dice().ok_or(Shut::NotKept)?;
        let salt = dice.get(..16).unwrap_or_default().to_vec();
        let hashed = tokio::task::spawn_blocking(move || Pin::new(&pin, &salt)).await;
        let hashed = hashed.ok().flatten().ok_or(Shut::NotKept)?;
        let person = person.clone();
        self.changed(move |kept| {
            kept.own(&person).pin = Some(hashed);
            Ok(())
        })
        .await
    }

    /// Makes a badge for a person; the code is on it, and nowhere else. An older one is void.
    ///
    /// # Errors
    /// It could not be kept.
    pub async fn make_badge(&self, person: &PersonId) -> Result<String, Shut> {
        let dice = self.0.tools.dice().ok_or(Shut::NotKept)?;
        let code = format!(
            "PH{}",
            hex(dice.get(..16).unwrap_or_default()).to_uppercase()
        );
        let (person, sum) = (person.clone(), Sum::of(&code));
        self.changed(move |kept| {
            kept.own(&person).badge = Some(sum);
            Ok(code)
        })
        .await
    }

    /// Takes a person's badge or passkey away.
    ///
    /// # Errors
    /// It could not be kept.
    pub async fn drop_way(&self, person: &PersonId, way: Way) -> Result<(), Shut> {
        let person = person.clone();
        self.changed(move |kept| {
            let own = kept.own(&person);
            match way {
                Way::Badge => own.badge = None,
                Way::Passkey(id) => own.passkeys.retain(|it| it.id != id),
            }
            Ok(())
        })
        .await
    }

    /// Looks at a PIN: whose it is, where it is right. For somebody unknown it takes as long.
    ///
    /// # Errors
    /// It is wrong, or too many were.
    pub async fn proves(&self, who: &Who, pin: String, from: IpAddr) -> Result<PersonId, Shut> {
        let found = self.find(who);
        let meant = found
            .as_ref()
            .map_or_else(|| who.text(), |(person, _)| person.to_string());
        let tries = &self.0.tries;
        tries.begin(&meant, from, self.now()).map_err(Shut::Wait)?;
        let _room = self.0.hashing.acquire().await.map_err(|_| Shut::NotKept)?;
        let looked = tokio::task::spawn_blocking(move || match found {
            Some((person, pin_of)) if pin_of.is(&pin) => Some(person),
            Some(_) => None,
            None => pin::nobody(&pin).then_some(None).flatten(),
        });
        let person = looked.await.ok().flatten().ok_or(Shut::Unknown)?;
        tries.right(&meant, from);
        Ok(person)
    }

    /// Whose badge a code is on. That says who is meant, and proves nothing.
    pub fn whose(&self, code: &str) -> Option<PersonId> {
        let kept = self.kept();
        let (person, _) = kept.people.iter().find(|(_, own)| own.has_badge(code))?;
        Some(person.clone())
    }

    fn find(&self, who: &Who) -> Option<(PersonId, Pin)> {
        let kept = self.kept();
        let is = |(person, own): &(&PersonId, &Own)| match who {
            Who::Named(name) => person.as_str() == name,
            Who::Badge(code) => own.has_badge(code),
        };
        let (person, own) = kept.people.iter().find(is)?;
        Some((person.clone(), own.pin.clone()?))
    }
}

/// A way in that a person can do without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// The badge.
    Badge,
    /// A passkey, by what the device calls it.
    Passkey(String),
}

/// Who is meant by a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// By the handle.
    Named(String),
    /// By the code of a badge.
    Badge(String),
}

impl Who {
    fn text(&self) -> String {
        match self {
            Self::Named(name) => name.chars().take(64).collect(),
            Self::Badge(code) => format!("badge {}", Sum::of(code)),
        }
    }
}
