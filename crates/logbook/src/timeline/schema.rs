//! The JSON Schema of a timeline, made from the types.

use custody::input::{Ask, Report};
use schemars::{Schema, SchemaGenerator, generate::SchemaSettings, json_schema};

use super::{Envelope, Head};

/// The schema of a line: the head, or a step with an ask or a report.
pub fn timeline() -> Schema {
    let mut types: SchemaGenerator = SchemaSettings::draft2020_12().into_generator();
    let head = types.subschema_for::<Head>();
    let envelope = types.subschema_for::<Envelope>();
    let ask = types.subschema_for::<Ask>();
    let report = types.subschema_for::<Report>();
    let definitions = types.take_definitions(true);
    json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of a Proofhouse timeline",
        "description": "JSON Lines: the head first, then one ask or report a line. The fields of \
                        the envelope stand beside those of the ask or report.",
        "oneOf": [
            head,
            { "title": "step", "description": "envelope and ask, flat", "x-envelope": envelope,
              "anyOf": [ask, report] }
        ],
        "$defs": definitions,
    })
}
