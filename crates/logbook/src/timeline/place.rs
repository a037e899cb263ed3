//! Where in a line something stands, for errors that point at it.

/// Column, from 1, of the last part of a path that can be found, each after the one before: a key
/// or text in its quotes, else a number as it stands.
pub fn of(text: &str, path: &[String]) -> usize {
    let mut column = 0;
    for key in path {
        let quoted = format!("\"{key}\"");
        let after = text.get(column..).unwrap_or_default();
        if let Some(found) = after.find(&quoted).or_else(|| after.find(key.as_str())) {
            column += found + 1;
        }
    }
    column.max(1)
}

/// The first thing a message names in backticks or quotes: the field or value it is about.
pub fn quoted(message: &str) -> Option<String> {
    let open = message.find(['`', '"'])?;
    let mark = message.get(open..=open)?;
    let rest = message.get(open + 1..)?;
    rest.find(mark)
        .and_then(|close| rest.get(..close))
        .map(str::to_owned)
}

/// The name that differs least, when it differs by little.
pub fn nearest<'a>(wrong: &str, names: &[&'a str]) -> Option<&'a str> {
    let wrong: String = wrong.chars().take(40).collect();
    let away = |name: &&str| strsim::damerau_levenshtein(&wrong, name);
    let best = names.iter().min_by_key(|name| away(name))?;
    (away(best) <= 3).then_some(*best)
}
