//! Rulebooks as they travel with a record: their texts by path, found by the digest that entries name.

use std::collections::BTreeMap;

use crate::canonical;

/// Where the store keeps the books of a digest.
pub fn place(digest: &str) -> String {
    format!("book:{digest}")
}

/// The texts as one piece.
pub fn to_bytes(texts: Vec<(String, String)>) -> Vec<u8> {
    let texts: BTreeMap<String, String> = texts.into_iter().collect();
    canonical::to_bytes(&texts).unwrap_or_default()
}

/// Reads the texts back; none where these are not the bytes of books.
pub fn from_bytes(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    serde_json::from_slice(bytes).ok()
}
