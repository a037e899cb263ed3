//! What gives away English in a text that is to be in another language.

/// Words that stand in nearly every English sentence and in no Spanish one.
const ENGLISH: &[&str] = &[
    "an", "and", "are", "asked", "at", "be", "been", "before", "by", "every", "first", "for",
    "from", "had", "has", "have", "in", "is", "it", "its", "none", "not", "nobody", "of", "on",
    "one", "or", "out", "recorded", "round", "rounds", "safe", "than", "that", "the", "them",
    "then", "there", "they", "this", "to", "was", "weapon", "weapons", "were", "what", "when",
    "which", "who", "with", "yes", "you",
];

/// The English words of a text. Ids and names, with their signs and capitals, are nobody's language.
pub fn left(text: &str) -> Vec<&str> {
    let parts = text.split(|it: char| it.is_whitespace() || matches!(it, '(' | ')' | '"' | ','));
    let words = parts.map(|it| it.trim_matches([':', ';', '.', '?', '¿']));
    words.filter(|it| ENGLISH.contains(it)).collect()
}
