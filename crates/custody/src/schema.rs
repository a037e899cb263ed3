//! JSON Schemas of what people may tell the record, made from the types.

use schemars::{Schema, schema_for};

use crate::input::{Ask, Report};

/// The schema of an ask, its envelope apart.
pub fn ask() -> Schema {
    schema_for!(Ask)
}

/// The schema of a report, its envelope apart.
pub fn report() -> Schema {
    schema_for!(Report)
}
