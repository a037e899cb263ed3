//! Files that only their owner may read: the key that signs, the tokens that may sign in.

use std::{
    fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use crate::tell::Trouble;

/// The file beside a record.
pub fn beside(record: &Path, ending: &str) -> PathBuf {
    let mut name = record.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// So many bytes that nobody can guess.
pub fn random<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|wrong| {
        let what = format!("this machine gives no random bytes: {wrong}");
        Trouble::new(
            "no-dice",
            what,
            "mend that first: a key that can be guessed signs nothing",
        )
    })?;
    Ok(bytes)
}

/// Bytes in letters and digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Letters and digits as bytes.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    for (nth, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(nth * 2..nth * 2 + 2)?, 16).ok()?;
    }
    (text.len() == N * 2).then_some(bytes)
}

/// Reads a secret file, and refuses one that others may read. None where there is none.
pub fn read(path: &Path) -> Result<Option<String>, Trouble> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(wrong) if wrong.kind() == ErrorKind::NotFound => return Ok(None),
        Err(wrong) => return Err(unreadable(path, &wrong)),
    };
    only_mine(path)?;
    Ok(Some(text))
}

/// Writes a new secret file; durable when it answers.
pub fn create(path: &Path, text: &str) -> Result<(), Trouble> {
    let file = private().create_new(true).open(path);
    file.and_then(|file| put(file, text)).map_err(|wrong| {
        let what = format!("{} cannot be written: {wrong}", path.display());
        Trouble::new(
            "secret-unwritable",
            what,
            "name a place where nothing lies yet",
        )
    })
}

/// Puts a text in the place of a secret file, whole or not at all; durable when it answers.
pub fn replace(path: &Path, text: &str) -> Result<(), Trouble> {
    let part = beside(path, ".part");
    let done = || -> std::io::Result<()> {
        // What a program that broke off left of an older one.
        match fs::remove_file(&part) {
            Err(wrong) if wrong.kind() != ErrorKind::NotFound => return Err(wrong),
            _ => {}
        }
        put(private().create_new(true).open(&part)?, text)?;
        fs::rename(&part, path)?;
        durable(path)
    };
    done().map_err(|wrong| {
        let what = format!("{} cannot be written: {wrong}", path.display());
        Trouble::new(
            "secret-unwritable",
            what,
            "look at the disk, and whose folder it is",
        )
    })
}

/// The new name of a file, kept too.
#[cfg(unix)]
fn durable(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the same shape on every system")]
fn durable(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Adds lines to a secret file, which may be new; durable when it answers.
pub fn append(path: &Path, text: &str) -> Result<(), Trouble> {
    let file = private().append(true).create(true).open(path);
    let done = file.map_err(|wrong| unreadable(path, &wrong))?;
    only_mine(path)?;
    put(done, text).map_err(|wrong| unreadable(path, &wrong))
}

fn put(mut file: fs::File, text: &str) -> std::io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn private() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

fn unreadable(path: &Path, wrong: &std::io::Error) -> Trouble {
    let what = format!("{} cannot be read: {wrong}", path.display());
    Trouble::new(
        "secret-unreadable",
        what,
        "run it as the user who founded the record",
    )
}

#[cfg(unix)]
fn only_mine(path: &Path) -> Result<(), Trouble> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).map_err(|wrong| unreadable(path, &wrong))?;
    let mode = mode.permissions().mode() & 0o777;
    match mode & 0o077 {
        0 => Ok(()),
        _ => Err(Trouble::new(
            "secret-open",
            format!(
                "others on this machine may read {} (mode {mode:o})",
                path.display()
            ),
            format!(
                "if nobody has read it: chmod 600 {}; else make new tokens, or found a new record",
                path.display()
            ),
        )),
    }
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the same shape on every system")]
fn only_mine(_: &Path) -> Result<(), Trouble> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_goes_through_its_file_unchanged() {
        let key: [u8; 32] = random().unwrap();
        assert_eq!(unhex(&hex(&key)), Some(key));
        assert_eq!(unhex::<2>("12345"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_secret_file_is_replaced_whole_and_stays_its_owners() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("unit.db.door");
        fs::write(beside(&path, ".part"), "half").unwrap();
        replace(&path, "one").unwrap();
        replace(&path, "two").unwrap();
        assert_eq!(read(&path), Ok(Some("two".to_owned())));
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        fs::create_dir(beside(&path, ".part")).unwrap();
        assert!(replace(&path, "three").is_err());
        assert_eq!(read(&path), Ok(Some("two".to_owned())));
    }

    #[cfg(unix)]
    #[test]
    fn a_key_that_others_may_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("unit.db.key");
        create(&path, "secret").unwrap();
        assert_eq!(read(&path), Ok(Some("secret".to_owned())));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert_eq!(read(&path).unwrap_err().code, "secret-open");
        assert!(append(&path, "more").is_err());
    }
}
