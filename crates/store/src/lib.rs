//! What a store must promise, one kept in memory, and the story that holds every store to it.
//!
//! Never here: SQL, files, network, deciding.

pub mod contract;
pub mod error;
pub mod memory;
pub mod promise;

pub use error::StoreError;
pub use memory::Memory;
pub use promise::{Answered, Digest, Group, Head, RequestId, Snapshot, Store, check_name};
