//! The weekly digest, as its pages reach it: who wants it where. The addresses are kept elsewhere,
//! and never in the record.

use std::sync::Arc;

use custody::id::PersonId;
use pages::{Language, page::digest::SignUp};

use crate::throttle::Throttle;

/// Where the addresses are kept.
pub trait Addresses: Send + Sync {
    /// Takes a wish, and answers at once: the same, and as soon, whether the address is known or not.
    /// False: not now.
    fn take(&self, wish: Wish) -> bool;

    /// What a letter's link is of.
    ///
    /// # Errors
    /// When nobody can say now.
    fn is(&self, key: &str) -> Result<Standing, NotNow>;

    /// Confirms the address of a link; false where the link is of nothing, or too old.
    ///
    /// # Errors
    /// When it cannot be kept now.
    fn confirm(&self, key: &str) -> Result<bool, NotNow>;

    /// Erases the address of a link, with all that was kept with it.
    ///
    /// # Errors
    /// When it cannot be erased now.
    fn erase(&self, key: &str) -> Result<(), NotNow>;
}

/// That somebody wants the digest.
#[derive(Clone, PartialEq, Eq)]
pub struct Wish {
    /// Where, and what else was consented to.
    pub wants: SignUp,
    /// Who.
    pub person: PersonId,
    /// In which language.
    pub language: Language,
}

/// What is so of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is none.
    Unknown,
    /// It waits to be confirmed.
    Asked {
        /// Other matters were consented to, too.
        contact: bool,
    },
    /// It is confirmed.
    Confirmed,
}

/// The addresses cannot be reached now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotNow;

/// The digest of a hub that has mail.
pub struct Digest {
    /// The addresses.
    pub addresses: Arc<dyn Addresses>,
    /// Sign-ups, by the device they came from.
    pub throttle: Throttle,
}

impl Digest {
    /// Over these addresses.
    pub fn new(addresses: Arc<dyn Addresses>) -> Self {
        Self {
            addresses,
            throttle: Throttle::of_letters(),
        }
    }
}
