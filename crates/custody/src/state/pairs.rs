//! Maps whose keys are no plain texts, kept in JSON as texts all the same.

use std::{collections::BTreeMap, fmt::Display, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Writes the map with its keys as texts.
pub fn serialize<K: Display, V: Serialize, S: Serializer>(
    map: &BTreeMap<K, V>,
    out: S,
) -> Result<S::Ok, S::Error> {
    out.collect_map(map.iter().map(|(key, value)| (key.to_string(), value)))
}

/// Reads the map back.
pub fn deserialize<'de, K, V, D>(from: D) -> Result<BTreeMap<K, V>, D::Error>
where
    K: FromStr<Err: Display> + Ord,
    V: Deserialize<'de>,
    D: Deserializer<'de>,
{
    let texts = BTreeMap::<String, V>::deserialize(from)?;
    let pairs = texts.into_iter().map(|(key, value)| {
        let key = key
            .parse()
            .map_err(|wrong: K::Err| D::Error::custom(wrong.to_string()))?;
        Ok((key, value))
    });
    pairs.collect()
}
