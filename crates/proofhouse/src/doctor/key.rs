//! The key file: for its owner alone, and of this record.

use std::{fs, path::Path};

use ledger::{Signer, Verifier};

use super::Sign;
use crate::kept::key_beside;

/// Who may read the key.
#[cfg(unix)]
pub(super) fn mode(record: &Path) -> Sign {
    use std::os::unix::fs::PermissionsExt;
    let place = key_beside(record);
    let Ok(known) = fs::metadata(&place) else {
        return missing(&place);
    };
    let mode = known.permissions().mode() & 0o777;
    let says = format!("{} has the mode {mode:03o}", place.display());
    match mode & 0o077 {
        0 => Sign::well("key file", says),
        _ => {
            let help = format!(
                "chmod 600 {}; if a stranger could read it, his signature is as good as yours: found a new record",
                place.display()
            );
            Sign::wrong("key file", says, help)
        }
    }
}

/// Who may read the key.
#[cfg(not(unix))]
pub(super) fn mode(record: &Path) -> Sign {
    let place = key_beside(record);
    match place.exists() {
        false => missing(&place),
        true => Sign::look(
            "key file",
            format!("{} is there", place.display()),
            "see that only its owner can read it",
        ),
    }
}

fn missing(place: &Path) -> Sign {
    Sign::look(
        "key file",
        format!("there is none at {}", place.display()),
        "put it back to serve the record; reading and verifying need none",
    )
}

/// Whether it is the key of this record.
pub(super) fn of_record(record: &Path, wanted: Option<&Verifier>) -> Sign {
    let place = key_beside(record);
    let Ok(bytes) = fs::read(&place) else {
        return Sign::look("key", "not looked at", "see the line above");
    };
    let Some(seed) = seed(&bytes) else {
        return Sign::wrong(
            "key",
            format!("{} does not hold 64 hexadecimal digits", place.display()),
            "put the key back from its copy in the safe",
        );
    };
    let Some(wanted) = wanted else {
        return Sign::look("key", "the record names none", "found the record first");
    };
    match Signer::new(wanted.origin().clone(), &seed).verifier() == *wanted {
        true => Sign::well("key", wanted.to_string()),
        false => Sign::wrong(
            "key",
            format!("{} holds the key of another record", place.display()),
            "put the key back that this record was founded with",
        ),
    }
}

/// The seed: 32 bytes as they are, or as 64 hexadecimal digits.
fn seed(bytes: &[u8]) -> Option<[u8; 32]> {
    if let Ok(raw) = bytes.try_into() {
        return Some(raw);
    }
    let text = std::str::from_utf8(bytes).ok()?.trim();
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|it| u8::try_from(it).ok()))
        .collect();
    let digits = digits?;
    let (pairs, odd) = digits.as_chunks::<2>();
    let seed: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
    match odd {
        [] => seed.try_into().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_32_bytes_or_64_digits_and_nothing_else() {
        assert_eq!(seed(&[7; 32]), Some([7; 32]));
        assert_eq!(
            seed(format!("{}\n", "0a".repeat(32)).as_bytes()),
            Some([10; 32])
        );
        assert_eq!(seed("0a".repeat(31).as_bytes()), None);
        assert_eq!(seed(format!("{}0", "0a".repeat(32)).as_bytes()), None);
        assert_eq!(seed("zz".repeat(32).as_bytes()), None);
    }
}
