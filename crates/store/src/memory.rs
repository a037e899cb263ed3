//! A store that lasts as long as the program: for tests, demonstrations and the simulator.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::{Answered, Group, Head, RequestId, Snapshot, Store, StoreError, check_name};

/// A stream in memory. A clone is the same stream seen by somebody else.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    entries: Vec<Vec<u8>>,
    head: Head,
    requests: BTreeMap<RequestId, Answered>,
    snapshot: Option<Snapshot>,
    meta: BTreeMap<String, Vec<u8>>,
    personal: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// A stream without entries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for Memory {
    fn head(&self) -> Result<Head, StoreError> {
        Ok(self.kept().head.clone())
    }

    fn append(&self, expected: u64, group: &Group) -> Result<(), StoreError> {
        group.check(expected)?;
        let mut kept = self.kept();
        if kept.head.entries != expected {
            return Err(StoreError::Conflict {
                expected,
                found: kept.head.entries,
            });
        }
        let mut requests = BTreeMap::new();
        for answered in &group.requests {
            let request = &answered.request;
            let twin = requests.insert(request.clone(), answered.clone());
            if twin.is_some() || kept.requests.contains_key(request) {
                return Err(StoreError::Repeated {
                    request: request.to_string(),
                });
            }
        }
        kept.requests.append(&mut requests);
        kept.entries.extend(group.entries.iter().cloned());
        kept.meta.extend(group.meta.iter().cloned());
        kept.personal.extend(group.personal.iter().cloned());
        kept.head = Head {
            entries: kept.entries.len() as u64,
            frontier: group.frontier.clone(),
            checkpoint: group.checkpoint.clone(),
        };
        Ok(())
    }

    fn entries(&self, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let kept = self.kept();
        Ok(kept
            .entries
            .iter()
            .skip(from)
            .take(limit)
            .cloned()
            .collect())
    }

    fn request(&self, request: &RequestId) -> Result<Option<Answered>, StoreError> {
        Ok(self.kept().requests.get(request).cloned())
    }

    fn put_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        let mut kept = self.kept();
        if snapshot.seq > kept.head.entries {
            return Err(StoreError::Misshapen {
                what: "the state has taken in more entries than there are",
            });
        }
        let newer = kept
            .snapshot
            .as_ref()
            .is_none_or(|it| it.seq <= snapshot.seq);
        if newer {
            kept.snapshot = Some(snapshot.clone());
        }
        Ok(())
    }

    fn snapshot(&self) -> Result<Option<Snapshot>, StoreError> {
        Ok(self.kept().snapshot.clone())
    }

    fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.kept().meta.get(key).cloned())
    }

    fn put_meta(&self, key: &str, bytes: &[u8]) -> Result<(), StoreError> {
        check_name(key)?;
        self.kept().meta.insert(key.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn personal(&self, person: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.kept().personal.get(person).cloned())
    }

    fn put_personal(&self, person: &str, bytes: &[u8]) -> Result<(), StoreError> {
        check_name(person)?;
        let mut kept = self.kept();
        kept.personal.insert(person.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn erase_personal(&self, person: &str) -> Result<bool, StoreError> {
        Ok(self.kept().personal.remove(person).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_store_in_memory_keeps_the_promise() {
        let memory = Memory::new();
        let told = crate::contract::story(|| Box::new(memory.clone()));
        assert_eq!(told, Ok(()));
    }
}
