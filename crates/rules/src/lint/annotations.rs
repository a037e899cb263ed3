//! The annotations of a rule: all of them, and no others.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Found;
use crate::book::{BookError, Effect, Force, Rule, Scope, Spot, Status, Step};
use crate::reads::Reads;

/// The annotations of one policy while they are read one by one.
pub(crate) struct Notes<'a> {
    found: &'a Found<'a>,
    left: BTreeMap<String, (String, usize)>,
    known: Vec<&'static str>,
    /// What was wrong so far.
    pub(crate) errors: Vec<BookError>,
}

impl<'a> Notes<'a> {
    /// Takes the annotations of a policy, each with its place.
    pub(crate) fn of(found: &'a Found<'a>) -> Self {
        let annotations = found.policy.as_ref().annotations();
        let left = annotations
            .map(|(key, note)| {
                let offset = note.loc.as_ref().map_or(found.start, |loc| loc.start());
                (key.to_string(), (note.val.to_string(), offset))
            })
            .collect();
        let mut notes = Self {
            found,
            left,
            known: Vec::new(),
            errors: Vec::new(),
        };
        notes.hold_to_plain_text();
        notes
    }

    /// What is shown to people holds nothing that a terminal or a page would obey.
    fn hold_to_plain_text(&mut self) {
        let obeyed = |text: &str| text.contains(|c: char| c.is_control() && c != '\n');
        let wrong = self.left.iter().filter(|(_, (text, _))| obeyed(text));
        let wrong: Vec<_> = wrong.map(|(key, note)| (key.clone(), note.1)).collect();
        for (key, offset) in wrong {
            let what = format!("@{key} holds a control character");
            let next = format!("write @{key} as plain text");
            self.fault(offset, "annotation-control", (what, next));
        }
    }

    fn fault(&mut self, offset: usize, code: &'static str, words: (String, String)) {
        let spot = Spot {
            offset,
            ..self.found.spot()
        };
        self.errors
            .push(BookError::at(spot, code, words.0, words.1));
    }

    /// An annotation that may be left out.
    fn optional(&mut self, key: &'static str) -> Option<(String, usize)> {
        self.known.push(key);
        self.left.remove(key)
    }

    /// An annotation that has to be there.
    fn required(&mut self, key: &'static str) -> Option<(String, usize)> {
        let note = self.optional(key);
        if note.is_none() {
            let what = format!("the annotation @{key} is missing");
            let next = format!("add @{key}(\"…\") above the rule");
            self.fault(self.found.start, "annotation-missing", (what, next));
        }
        note
    }

    /// Text that has to be there and not be empty.
    fn text(&mut self, key: &'static str) -> String {
        let Some((text, offset)) = self.required(key) else {
            return String::new();
        };
        if text.trim().is_empty() {
            let what = format!("@{key} is empty");
            let next = format!("write what @{key} has to say");
            self.fault(offset, "annotation-empty", (what, next));
        }
        text
    }

    /// The policy's id.
    pub(crate) fn id(&mut self) -> String {
        let offset = self.left.get("id").map_or(self.found.start, |note| note.1);
        let id = self.text("id");
        if id.contains(char::is_whitespace) {
            let next = "write the id as one word".to_owned();
            let what = format!("@id \"{id}\" has a space in it");
            self.fault(offset, "annotation-id", (what, next));
        }
        if id.starts_with("law-") {
            let next = "begin the id otherwise: the laws stand above every book".to_owned();
            let what = format!("@id \"{id}\" is named like a law");
            self.fault(offset, "annotation-id", (what, next));
        }
        id
    }

    /// A sentence for people to read.
    pub(crate) fn sentence(&mut self, key: &'static str) -> String {
        let offset = self.left.get(key).map_or(self.found.start, |note| note.1);
        let text = self.text(key);
        if !text.is_empty() && !text.ends_with('.') {
            let what = format!("@{key} is no sentence: it does not end with a period");
            let next = format!("write @{key} as one plain sentence, with its period");
            self.fault(offset, "annotation-sentence", (what, next));
        }
        text
    }

    /// Words with spaces or commas between; the annotation has to be there, the list may be empty.
    pub(crate) fn list(&mut self, key: &'static str) -> Vec<String> {
        let text = self.required(key).map(|note| note.0).unwrap_or_default();
        let words = text.split([' ', ',', '\n']).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    }

    fn word<T>(
        &mut self,
        key: &'static str,
        list: &[&str],
        parse: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let note = self.required(key)?;
        self.parsed(key, note, (&one_of(list), parse))
    }

    fn parsed<T>(
        &mut self,
        key: &'static str,
        (text, offset): (String, usize),
        (wanted, parse): (&str, impl Fn(&str) -> Option<T>),
    ) -> Option<T> {
        let value = parse(&text);
        if value.is_none() {
            let what = format!("@{key}(\"{text}\") is not known");
            let next = format!("write {wanted}");
            self.fault(offset, "annotation-value", (what, next));
        }
        value
    }

    fn date(&mut self, key: &'static str, note: (String, usize)) -> Option<Date> {
        self.parsed(key, note, ("a date such as 2025-01-01", date))
    }

    /// Reports what is left over: annotations nobody knows.
    pub(crate) fn finish(&mut self) {
        for (key, (_, offset)) in std::mem::take(&mut self.left) {
            let what = format!("the annotation @{key} is not known here");
            let next = format!("remove it, or use one of: {}", self.known.join(", "));
            self.fault(offset, "annotation-unknown", (what, next));
        }
    }

    /// Reads all annotations of a rule. Its actions, reads and text are still empty.
    pub(crate) fn into_rule(mut self, book: &str) -> (Rule, Vec<BookError>) {
        let id = self.id();
        let effect = self.word("effect", Effect::WORDS, Effect::parse);
        let effect = effect.unwrap_or(Effect::Refuse);
        let from = self.required("from");
        let from = from.and_then(|note| self.date("from", note));
        let until = self.optional("until");
        let until_offset = until.as_ref().map(|note| note.1);
        let until = until.and_then(|note| self.date("until", note));
        if let (Some(from), Some(until), Some(offset)) = (from, until, until_offset)
            && until < from
        {
            let what = format!("the rule ends on {until}, before it begins on {from}");
            let next = "set @until to the last day in force".to_owned();
            self.fault(offset, "annotation-dates", (what, next));
        }
        let (scope, hours, to) = self.reach(effect);
        let rule = Rule {
            provision: self
                .optional("provision")
                .map_or_else(|| id.clone(), |note| note.0),
            id,
            book: book.to_owned(),
            file: self.found.file.to_owned(),
            line: self.found.spot().line_and_column().0,
            source: self.text("source"),
            force: self
                .word("force", Force::WORDS, Force::parse)
                .unwrap_or(Force::Practice),
            status: self
                .word("status", Status::WORDS, Status::parse)
                .unwrap_or(Status::Secondary),
            from: from.unwrap_or(Date::MIN),
            until,
            effect,
            scope,
            hours,
            to,
            says: self.sentence("says"),
            remedy: self.sentence("remedy"),
            tags: self.list("tags"),
            step: self.step(),
            actions: Vec::new(),
            reads: Reads::default(),
            text: String::new(),
        };
        self.finish();
        (rule, self.errors)
    }

    /// The later step that cures the refusal.
    fn step(&mut self) -> Option<Step> {
        let note = self.optional("step")?;
        self.parsed("step", note, (&one_of(Step::WORDS), Step::parse))
    }

    /// How far a stand-down reaches; how long a clock runs, and for whom.
    fn reach(&mut self, effect: Effect) -> (Option<Scope>, Option<u32>, Option<String>) {
        let scope = match effect {
            Effect::StandDown => self.required("scope"),
            _ => self.optional("scope"),
        };
        let wanted = one_of(Scope::WORDS);
        let scope = scope.and_then(|note| self.parsed("scope", note, (&wanted, Scope::parse)));
        let hours = match effect {
            Effect::Clock => self.required("hours"),
            _ => self.optional("hours"),
        };
        let wanted = "a whole number of hours";
        let hours =
            hours.and_then(|note| self.parsed("hours", note, (wanted, |text| text.parse().ok())));
        let to = match effect {
            Effect::Clock => self.required("to"),
            _ => self.optional("to"),
        };
        (scope, hours, to.map(|note| note.0))
    }
}

fn one_of(words: &[&str]) -> String {
    format!("one of: {}", words.join(", "))
}

/// A date written as year-month-day, and nothing else.
fn date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}
