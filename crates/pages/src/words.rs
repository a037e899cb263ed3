//! All text that people read, from one catalogue: `words/<language>/*.ftl`.

use std::sync::OnceLock;

use custody::sentence::Tongue;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// A language that is complete in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Its tag, as `lang` takes it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The language of the sentence that is read over the radio.
    pub const fn tongue(self) -> Tongue {
        match self {
            Self::English => Tongue::English,
            Self::Spanish => Tongue::Spanish,
        }
    }

    /// Its name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The language of a tag, as `es-MX`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let first = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| first.eq_ignore_ascii_case(language.tag()))
    }

    /// The first language of an `Accept-Language` header that we speak; its weights are taken as
    /// their order.
    pub fn accepted(header: &str) -> Option<Self> {
        let tags = header.split(',');
        let mut tags = tags.map(|part| part.split(';').next().unwrap_or_default());
        tags.find_map(Self::of_tag)
    }

    const fn files(self) -> &'static [&'static str] {
        match self {
            Self::English => &[
                include_str!("../words/en/books.ftl"),
                include_str!("../words/en/digest.ftl"),
                include_str!("../words/en/facts.ftl"),
                include_str!("../words/en/forms.ftl"),
                include_str!("../words/en/laws.ftl"),
                include_str!("../words/en/line.ftl"),
                include_str!("../words/en/names.ftl"),
                include_str!("../words/en/pages.ftl"),
                include_str!("../words/en/papers.ftl"),
                include_str!("../words/en/photos.ftl"),
                include_str!("../words/en/print.ftl"),
                include_str!("../words/en/sign-in.ftl"),
            ],
            Self::Spanish => &[
                include_str!("../words/es/books.ftl"),
                include_str!("../words/es/digest.ftl"),
                include_str!("../words/es/facts.ftl"),
                include_str!("../words/es/forms.ftl"),
                include_str!("../words/es/laws.ftl"),
                include_str!("../words/es/line.ftl"),
                include_str!("../words/es/names.ftl"),
                include_str!("../words/es/pages.ftl"),
                include_str!("../words/es/papers.ftl"),
                include_str!("../words/es/photos.ftl"),
                include_str!("../words/es/print.ftl"),
                include_str!("../words/es/rules-au.ftl"),
                include_str!("../words/es/rules-baseline.ftl"),
                include_str!("../words/es/rules-ca.ftl"),
                include_str!("../words/es/rules-laws.ftl"),
                include_str!("../words/es/rules-others.ftl"),
                include_str!("../words/es/rules-uk.ftl"),
                include_str!("../words/es/rules-us.ftl"),
                include_str!("../words/es/sign-in.ftl"),
            ],
        }
    }
}

/// The catalogue in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// What could not be read in its files: empty, or a test fails.
    faults: Vec<String>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words in {}", self.language.own_name())
    }
}

impl Words {
    /// The catalogue of a language, read once.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        static SPANISH: OnceLock<Words> = OnceLock::new();
        let kept = match language {
            Language::English => &ENGLISH,
            Language::Spanish => &SPANISH,
        };
        kept.get_or_init(|| Self::read(language))
    }

    fn read(language: Language) -> Self {
        let tag: Option<LanguageIdentifier> = language.tag().parse().ok();
        let mut bundle = FluentBundle::new_concurrent(tag.into_iter().collect());
        // What is put in is text in the same direction; marks around it would only break searches.
        bundle.set_use_isolating(false);
        let mut faults = Vec::new();
        for text in language.files() {
            let resource = FluentResource::try_new((*text).to_owned());
            let resource = resource.unwrap_or_else(|(read, wrong)| {
                faults.extend(wrong.iter().map(ToString::to_string));
                read
            });
            if let Err(wrong) = bundle.add_resource(resource) {
                faults.extend(wrong.iter().map(ToString::to_string));
            }
        }
        Self {
            language,
            bundle,
            faults,
        }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What could not be read in the catalogue.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Whether the catalogue has this text.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A text by its key. What the language lacks is said in English, and what English lacks by its
    /// key: a page never fails for a word.
    pub fn say(&self, key: &str, with: &[(&str, FluentValue<'_>)]) -> String {
        self.find(key, with)
            .or_else(|| Self::of(Language::English).find(key, with))
            .unwrap_or_else(|| key.to_owned())
    }

    /// What a rule says; in its own words where the language has no others.
    pub fn rule_says(&self, rule: &str, own: &str) -> String {
        self.of_rule(rule, "says").unwrap_or_else(|| own.to_owned())
    }

    /// What makes a rule's no a yes; in its own words where the language has no others.
    pub fn rule_remedy(&self, rule: &str, own: &str) -> String {
        self.of_rule(rule, "remedy")
            .unwrap_or_else(|| own.to_owned())
    }

    fn of_rule(&self, rule: &str, part: &str) -> Option<String> {
        self.find(&rule_key(rule, part), &[])
    }

    /// A text of the language, if it is there.
    pub fn find(&self, key: &str, with: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut args = FluentArgs::with_capacity(with.len());
        for (name, value) in with {
            args.set(*name, value.clone());
        }
        let mut faults = Vec::new();
        let said = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut faults);
        Some(said.into_owned())
    }
}

/// The key of a rule's text. A rule's id may hold what no key may: each such letter is `_`.
fn rule_key(rule: &str, part: &str) -> String {
    let kept = |it: char| it.is_ascii_alphanumeric() || it == '-';
    let rule: String = rule
        .chars()
        .map(|it| if kept(it) { it } else { '_' })
        .collect();
    format!("rule-{rule}-{part}")
}

/// A text of the catalogue: `say!(words, "board-out", n = 3, who = name)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say($key, &[$((stringify!($name), $value.into()),)*])
    };
}
