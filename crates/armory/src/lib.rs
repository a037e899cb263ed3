//! One unit's single writer: decides what comes in, appends it durably, then tells. An answer that
//! is not durable is not a go.
//!
//! Never here: HTTP, SQL, HTML, threads, clock, dice.

mod armory;
mod board;
mod books;
mod clock;
mod doctor;
mod draft;
mod error;
mod ground;
mod group;
mod holds;
mod image;
mod known;
mod open;
mod publish;
mod receipt;
mod submission;

pub use armory::Armory;
pub use board::{
    Board, CheckOnBoard, ClockOnBoard, ConcernOnBoard, IncidentOnBoard, RoundsOnBoard, StopOnBoard,
    WeaponOnBoard,
};
pub use books::Books;
pub use clock::Now;
pub use doctor::{Finding, doctor};
pub use error::ArmoryError;
pub use open::{Keeping, NewRecord};
pub use publish::Publish;
pub use receipt::{Answer, Changed, Receipt, Refused, Stale};
pub use store::RequestId;
pub use submission::Submission;
