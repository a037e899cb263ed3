//! x
/// x
pub fn openapi() -> serde_json::Value { serde_json::Value::Null }
pub async fn page() -> String { String::new() }
