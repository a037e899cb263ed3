//! PINs: six digits or more, none that everybody tries first, kept as an Argon2id hash.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use crate::sum::{hex, unhex};

/// The fewest digits.
pub const FEWEST: usize = 6;

/// The most digits.
pub const MOST: usize = 12;

/// What a hash costs: KiB of memory, and passes over it, as OWASP has it for Argon2id.
const COST: (u32, u32) = (19 * 1024, 2);

/// A PIN as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    salt: String,
    hash: String,
    memory: u32,
    passes: u32,
}

/// Why a PIN is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is not 6 to 12 digits.
    Form,
    /// It is one that everybody tries first.
    Trivial,
}

/// Whether a PIN is taken.
///
/// # Errors
/// Why it is not.
pub fn fit(pin: &str) -> Result<(), Unfit> {
    let digits: Vec<u8> = pin.bytes().collect();
    let form = (FEWEST..=MOST).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    match form {
        false => Err(Unfit::Form),
        true if trivial(&digits) => Err(Unfit::Trivial),
        true => Ok(()),
    }
}

/// Ways of the fingers over the keys that need no rule to be guessed.
const COMMON: [&str; 10] = [
    "147258", "147852", "159357", "159753", "258369", "102030", "123654", "789456", "123789",
    "142536",
];

fn trivial(digits: &[u8]) -> bool {
    let mut different = digits.to_vec();
    different.sort_unstable();
    different.dedup();
    let step = |pair: &[u8]| match pair {
        [a, b] => (b + 10 - a) % 10,
        _ => 0,
    };
    let mut steps = digits.windows(2).map(step);
    let first = steps.next();
    let even = steps.all(|it| Some(it) == first);
    let common = COMMON.iter().any(|it| it.as_bytes() == digits);
    different.len() < 4 || even || common || repeats(digits)
}

/// The same two, three or four digits again and again.
fn repeats(digits: &[u8]) -> bool {
    (2..=4).any(|long| {
        digits.len().is_multiple_of(long)
            && digits.chunks(long).all(|part| digits.starts_with(part))
    })
}

impl Pin {
    /// Hashes a PIN. Takes a while, on purpose.
    pub fn new(pin: &str, salt: &[u8]) -> Option<Self> {
        let (memory, passes) = COST;
        let hash = hash(pin, salt, COST)?;
        Some(Self {
            salt: hex(salt),
            hash: hex(&hash),
            memory,
            passes,
        })
    }

    /// Whether this is the PIN. Takes as long for a wrong one as for a right one.
    pub fn is(&self, pin: &str) -> bool {
        let (salt, kept) = (unhex(&self.salt), unhex(&self.hash));
        let (Some(salt), Some(kept)) = (salt, kept) else {
            return false;
        };
        let found = hash(pin, &salt, (self.memory, self.passes));
        found.is_some_and(|found| found.ct_eq(&kept[..]).into())
    }
}

/// Takes as long as asking for the PIN of somebody, where there is nobody to ask for.
pub fn nobody(pin: &str) -> bool {
    let _ = hash(pin, &[0; 16], COST);
    false
}

fn hash(pin: &str, salt: &[u8], (memory, passes): (u32, u32)) -> Option<[u8; 32]> {
    let params = Params::new(memory, passes, 1, Some(32)).ok()?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut out = [0; 32];
    let done = argon.hash_password_into(pin.as_bytes(), salt, &mut out);
    done.ok().map(|()| out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_that_everybody_tries_first_is_not_taken() {
        let trivial = [
            "111111",
            "123456",
            "654321",
            "012345",
            "890123",
            "135791",
            "121212",
            "123123",
            "112233",
            "12341234",
            "159753",
            "100000",
            "1234567890",
        ];
        for pin in trivial {
            assert_eq!(fit(pin), Err(Unfit::Trivial), "{pin}");
        }
        for pin in ["", "48291", "4829166482916", "48291a", "482 916", "٤٨٢٩١٦"] {
            assert_eq!(fit(pin), Err(Unfit::Form), "{pin}");
        }
        for pin in ["482916", "192837", "482916648291"] {
            assert_eq!(fit(pin), Ok(()), "{pin}");
        }
    }

    #[test]
    fn only_the_same_pin_fits_and_it_is_not_kept() {
        let pin = Pin::new("482916", &[7; 16]).unwrap();
        assert!(pin.is("482916"));
        assert!(!pin.is("482917") && !pin.is(""));
        assert!(!format!("{pin:?}").contains("482916"));
        assert_ne!(pin, Pin::new("482916", &[8; 16]).unwrap());
    }
}
