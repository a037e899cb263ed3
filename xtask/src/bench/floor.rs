//! The floors: what the machine itself takes.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use ledger::{Checkpoint, Hash, Origin, Signer};

/// How long one round takes.
pub const ROUND: Duration = Duration::from_millis(1_500);

/// Raw group commit: whoever comes while a flush runs shares the next one.
pub struct Log {
    file: File,
    group: Mutex<Group>,
    kept: Condvar,
}

#[derive(Default)]
struct Group {
    bytes: Vec<u8>,
    /// The group that is gathered.
    number: u64,
    /// Groups before this one are durable.
    kept: u64,
    flushing: bool,
}

impl Log {
    /// An empty file in a folder.
    pub fn new(folder: &Path) -> Result<Self, String> {
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(folder.join("floor"));
        Ok(Self {
            file: file.map_err(|wrong| format!("the floor has no file: {wrong}"))?,
            group: Mutex::default(),
            kept: Condvar::new(),
        })
    }

    /// Answers when the bytes are durable.
    pub fn put(&self, bytes: &[u8]) -> Result<(), String> {
        let mut group = self.held();
        group.bytes.extend_from_slice(bytes);
        let mine = group.number;
        while group.flushing && group.kept <= mine {
            group = self
                .kept
                .wait(group)
                .unwrap_or_else(PoisonError::into_inner);
        }
        if group.kept > mine {
            return Ok(());
        }
        group.flushing = true;
        group.number += 1;
        let bytes = std::mem::take(&mut group.bytes);
        drop(group);
        let written = (&self.file)
            .write_all(&bytes)
            .and_then(|()| self.file.sync_data());
        let mut group = self.held();
        group.kept = mine + 1;
        group.flushing = false;
        self.kept.notify_all();
        written.map_err(|wrong| format!("the floor cannot be written: {wrong}"))
    }

    fn held(&self) -> MutexGuard<'_, Group> {
        self.group.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ed25519 verifications a second on so many threads: a small checkpoint, opened.
pub fn signatures(threads: usize) -> Result<f64, String> {
    let origin = Origin::without_host("floor").map_err(|wrong| wrong.to_string())?;
    let signer = Signer::new(origin.clone(), &[7; 32]);
    let root = Hash::of_entry(b"floor").map_err(|wrong| wrong.to_string())?;
    let checkpoint = Checkpoint {
        origin,
        size: 1,
        root,
    };
    let signed = checkpoint
        .sign(&signer)
        .map_err(|wrong| wrong.to_string())?;
    let verifier = signer.verifier();
    rate(threads, |_| {
        let opened = Checkpoint::open(&signed, &verifier);
        opened.map(drop).map_err(|wrong| wrong.to_string())
    })
}

/// Entries of so many bytes hashed a second on so many threads.
pub fn hashes(threads: usize, bytes: usize) -> Result<f64, String> {
    let entry = vec![7; bytes];
    rate(threads, |_| {
        let hash = Hash::of_entry(std::hint::black_box(&entry));
        hash.map(drop).map_err(|wrong| wrong.to_string())
    })
}

/// How often a second some threads together do a step.
pub fn rate(
    threads: usize,
    step: impl Fn(usize) -> Result<(), String> + Sync,
) -> Result<f64, String> {
    let began = Instant::now();
    let step = &step;
    let work = |thread: usize| -> Result<u32, String> {
        let mut done = 0;
        while began.elapsed() < ROUND {
            step(thread)?;
            done += 1;
        }
        Ok(done)
    };
    let work = &work;
    let done: Vec<Result<u32, String>> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|thread| scope.spawn(move || work(thread)))
            .collect();
        let ended = running.into_iter().map(|it| it.join());
        ended
            .map(|it| it.unwrap_or_else(|_| Err("a thread fell over".to_owned())))
            .collect()
    });
    let done = done.into_iter().collect::<Result<Vec<u32>, String>>()?;
    Ok(f64::from(done.iter().sum::<u32>()) / began.elapsed().as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_put_by_many_at_once_is_in_the_file_when_they_are_told() {
        let folder = std::env::temp_dir().join(format!("floor-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let log = Log::new(&folder).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| (0..20).for_each(|_| log.put(b"twelve bytes").unwrap()));
            }
        });
        let written = std::fs::read(folder.join("floor")).unwrap();
        assert_eq!(written.len(), 8 * 20 * 12);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
