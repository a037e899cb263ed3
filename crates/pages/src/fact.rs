//! What a rule read, as people say it: whose fact it is, its name and its value.
//!
//! A rule's facts come as paths of the schema with plain values; the words stand in the catalogue.

use rules::verdict::Fact;

use crate::{law, name, say, words::Words};

mod kind;

pub use kind::{Kind, kind};

/// What stands where a number would be and nothing is known, or it never ends.
const NEVER: [&str; 2] = ["99999", "999999999999"];

/// Every fact of a reason, as one line.
pub fn line(facts: &[Fact], words: &Words) -> String {
    let about = facts.iter().filter(|fact| fact.path == "about");
    let about: Vec<String> = about.map(|it| thing(&it.value, words)).collect();
    let about = (!about.is_empty()).then(|| {
        let (name, value) = (say!(words, "fact-about"), name::list(&about, words));
        say!(words, "fact", name = name, value = value)
    });
    let read = facts.iter().filter(|fact| adds(fact, facts));
    let read = read.filter_map(|fact| told(fact, words));
    about.into_iter().chain(read).collect::<Vec<_>>().join("; ")
}

/// A paper that is on record is told by what is read of it, and one that is not by that alone.
fn adds(fact: &Fact, facts: &[Fact]) -> bool {
    if let Some(inside) = fact.path.strip_suffix(']') {
        let inside = format!("{inside}].");
        let deeper = facts.iter().any(|it| it.path.starts_with(&inside));
        return fact.value == NOT_RECORDED || !deeper;
    }
    let Some((paper, _)) = fact.path.rsplit_once("].") else {
        return fact.path != "about";
    };
    let paper = format!("{paper}]");
    !facts
        .iter()
        .any(|it| it.path == paper && it.value == NOT_RECORDED)
}

const NOT_RECORDED: &str = "not recorded";

/// One fact; none where it is no path of the schema and no law says it.
fn told(fact: &Fact, words: &Words) -> Option<String> {
    let Some(path) = Path::of(&fact.path) else {
        return Some(match law::told(&fact.value, words) {
            Some(says) => says,
            None => format!("{}: {}", fact.path, fact.value),
        });
    };
    let value = value(&path, &fact.value, words);
    let name = path.name(words);
    Some(say!(words, "fact", name = name, value = value))
}

/// The name of what a path leads to; the path itself where it is none.
pub fn name(path: &str, words: &Words) -> String {
    Path::of(path).map_or_else(|| path.to_owned(), |path| path.name(words))
}

/// A path of the schema: `context.bearer.tag[csatf_s].days_left`.
struct Path<'a> {
    steps: Vec<&'a str>,
}

impl<'a> Path<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let steps: Vec<&str> = text.split('.').collect();
        let roots = ["principal", "resource", "context", "action", "(computed)"];
        let known = steps.first().is_some_and(|root| roots.contains(root));
        known.then_some(Self { steps })
    }

    fn last(&self) -> &'a str {
        self.steps.last().copied().unwrap_or_default()
    }

    /// Its name, with whose it is where that is neither the thing asked of nor plain from the name.
    fn name(&self, words: &Words) -> String {
        let (last, before) = self.steps.split_last().unwrap_or((&"", &[]));
        let mut names: Vec<String> = before.iter().filter_map(|it| owner(it, words)).collect();
        names.push(match *last {
            "principal" => say!(words, "of-asker"),
            it => match (tag(it), before) {
                (Some(topic), _) => name::topic(topic, words),
                (None, _) if it.starts_with("in[") => say!(words, "fact-roles"),
                (None, []) => owner(it, words).unwrap_or_else(|| say!(words, "of-resource")),
                (None, _) => owner(it, words).unwrap_or_else(|| fact(it, words)),
            },
        });
        let names = names
            .into_iter()
            .reduce(|owner, name| say!(words, "fact-of", owner = owner, name = name));
        names.unwrap_or_default()
    }
}

/// A fact by its name.
fn fact(name: &str, words: &Words) -> String {
    let said = words.find(&format!("fact-{name}"), &[]);
    said.unwrap_or_else(|| name.replace('_', " "))
}

/// Whose a fact is, by a step of its path.
fn owner(step: &str, words: &Words) -> Option<String> {
    match (step, tag(step)) {
        ("principal", _) => Some(say!(words, "of-asker")),
        ("resource" | "context", _) => None,
        (_, Some(topic)) => Some(name::topic(topic, words)),
        (step, None) => words.find(&format!("of-{step}"), &[]),
    }
}

/// `csatf_s` of `tag[csatf_s]`.
fn tag(step: &str) -> Option<&str> {
    step.strip_prefix("tag[")?.strip_suffix(']')
}

/// The value of a fact.
fn value(path: &Path<'_>, value: &str, words: &Words) -> String {
    let last = path.last();
    match value {
        "" => return say!(words, "fact-empty"),
        "yes" => return say!(words, "fact-yes"),
        "no" => return say!(words, "fact-no"),
        "none" => return say!(words, "fact-none"),
        "computed" => return say!(words, "fact-computed"),
        NOT_RECORDED => return say!(words, "fact-not-recorded"),
        never if NEVER.contains(&never) => {
            let never = words.find(&format!("fact-{last}-never"), &[]);
            return never.unwrap_or_else(|| value.to_owned());
        }
        _ if tag(last).is_some() => return say!(words, "fact-on-record"),
        _ => {}
    }
    match kind(last) {
        Kind::Whom => whom(value, words),
        kind => {
            let items = value.split(", ").map(|it| item(kind, it, words));
            items.collect::<Vec<_>>().join(", ")
        }
    }
}

fn item(kind: Kind, item: &str, words: &Words) -> String {
    match kind {
        Kind::Person => name::handle(item, words),
        Kind::Weapon => name::of_thing(item),
        Kind::Thing => thing(item, words),
        Kind::Place => name::place(item, words),
        Kind::Store => law::account(item, words).unwrap_or_else(|| item.to_owned()),
        Kind::Loose => match item.split_once(" in ") {
            Some((what, place)) => {
                let place = law::account(place, words).unwrap_or_else(|| place.to_owned());
                say!(words, "fact-in", what = what.to_owned(), where = place)
            }
            None => item.to_owned(),
        },
        Kind::Plain | Kind::Whom => item.to_owned(),
        Kind::Word => word(item, words),
    }
}

/// A thing by its id, where the path does not say what it is.
pub fn thing(id: &str, words: &Words) -> String {
    match id {
        "unit" => say!(words, "fact-the-unit"),
        "?" => say!(words, "fact-nobody"),
        id => law::account(id, words).unwrap_or_else(|| name::handle(id, words)),
    }
}

/// A value where it begins a line.
pub fn word_first(value: &str, words: &Words) -> String {
    name::first(&word(value, words))
}

/// A value out of one of the closed lists, or a name that the books use.
pub fn word(value: &str, words: &Words) -> String {
    known(value, words).unwrap_or_else(|| value.replace('_', " "))
}

/// The same; none where no list has the value. Who acknowledged what is one of both lists:
/// `choreography:armorer`.
pub fn known(value: &str, words: &Words) -> Option<String> {
    if let Some((what, role)) = value.split_once(':') {
        return Some(format!("{}: {}", known(what, words)?, known(role, words)?));
    }
    let lists = [
        "role",
        "said",
        "class",
        "round-class",
        "activity",
        "void",
        "use",
        "custodian",
        "account",
        "contents",
        "value",
        "topic",
    ];
    let kept = value.replace('.', "_");
    let mut keys = lists.iter().map(|list| format!("{list}-{kept}"));
    keys.find_map(|key| words.find(&key, &[]))
}

/// Who is to be told, perhaps after an incident: `incident-1: the insurer`. Names have commas.
fn whom(value: &str, words: &Words) -> String {
    let mut left: Vec<&str> = value.split(", ").collect();
    let mut told = Vec::new();
    while !left.is_empty() {
        let most = (1..=left.len()).rev();
        let found = most.clone().find_map(|n| {
            let text = left.get(..n)?.join(", ");
            Some((n, one_of_them(&text, words)?))
        });
        let (n, says) = found.unwrap_or_else(|| (1, left.first().map_or("", |it| *it).to_owned()));
        told.push(says);
        left.drain(..n);
    }
    told.join(", ")
}

fn one_of_them(text: &str, words: &Words) -> Option<String> {
    if let Some(says) = name::known_whom(text, words) {
        return Some(says);
    }
    let (incident, whom) = text.split_once(": ")?;
    let whom = name::known_whom(whom, words)?;
    Some(say!(
        words,
        "fact-by",
        what = incident.to_owned(),
        whom = whom
    ))
}
