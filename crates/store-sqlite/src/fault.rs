//! What SQLite and the disk say, in the words of the promise.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;
use store::StoreError;

/// The file was shorter than it says it is.
const SHORT_READ: i32 = 522;
/// The file system itself is damaged.
const CORRUPT_FILE_SYSTEM: i32 = 8458;
/// The file that is shared between connections could not grow.
const NO_ROOM_TO_SHARE: i32 = 4874;

/// One fault of SQLite at a place.
pub(crate) fn of_sqlite(place: &Path, error: rusqlite::Error) -> StoreError {
    let what = error.to_string();
    let place = place.display().to_string();
    let rusqlite::Error::SqliteFailure(failure, _) = error else {
        return StoreError::Damaged { place, what };
    };
    match (failure.code, failure.extended_code) {
        (_, SHORT_READ | CORRUPT_FILE_SYSTEM) => StoreError::Damaged { place, what },
        (_, NO_ROOM_TO_SHARE) | (ErrorCode::DiskFull, _) => StoreError::Full { place },
        (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => {
            StoreError::Damaged { place, what }
        }
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => StoreError::InUse { place },
        (ErrorCode::ReadOnly | ErrorCode::PermissionDenied, _) => StoreError::ReadOnly { place },
        (ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch, _) => {
            StoreError::Damaged { place, what }
        }
        (ErrorCode::Unknown, _) => StoreError::Damaged { place, what },
        _ => StoreError::Io { place, what },
    }
}

/// One fault of the disk at a place.
pub(crate) fn of_disk(place: &Path, error: &io::Error) -> StoreError {
    let what = error.to_string();
    let place = place.display().to_string();
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly { place }
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full { place },
        _ => StoreError::Io { place, what },
    }
}

/// What is kept at a place is not what was written.
pub(crate) fn damaged(place: &Path, what: impl Into<String>) -> StoreError {
    StoreError::Damaged {
        place: place.display().to_string(),
        what: what.into(),
    }
}
