//! Facts by name: each that a rule reads, each value that a rule asks for, in every language.

use std::{collections::BTreeSet, path::Path};

use pages::{
    Language, Words,
    fact::{self, Kind},
    name,
};
use rules::{
    reads::{Root, Step},
    verdict::Fact,
};

use crate::sample::shelf;

/// The steps of all paths that some rule reads.
fn read() -> BTreeSet<Step> {
    let shelf = shelf();
    let paths = shelf.rules().iter().flat_map(|rule| rule.reads.paths());
    let paths = paths.filter(|path| path.root() != Root::Computed);
    paths.flat_map(|path| path.steps().to_vec()).collect()
}

#[test]
fn every_fact_that_a_rule_reads_has_a_name_in_every_language() {
    let read = read();
    assert!(read.len() > 200, "{}", read.len());
    for language in Language::ALL {
        let words = Words::of(language);
        let named = |step: &&Step| match step {
            Step::Attr(name) => words.has(&format!("fact-{name}")),
            Step::Tag(Some(topic)) => words.has(&format!("topic-{topic}")),
            Step::Tag(None) | Step::In(_) => true,
        };
        let nameless: Vec<&Step> = read.iter().filter(|step| !named(step)).collect();
        assert_eq!(nameless, Vec::<&Step>::new(), "{language:?}");
    }
}

/// Name and type of every fact of the schema.
fn declared() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema = root.join("../../rulebooks/schema.cedarschema");
    let schema = std::fs::read_to_string(schema).unwrap();
    let facts = schema.lines().filter_map(|line| {
        let code = line.split("//").next()?.trim().trim_end_matches([',', ';']);
        let (name, kind) = code.split_once(": ")?;
        let plain = name
            .chars()
            .all(|it| it.is_ascii_lowercase() || "_?".contains(it));
        let plain = plain && !kind.contains([' ', ':']);
        plain.then(|| (name.trim_end_matches('?').to_owned(), kind.to_owned()))
    });
    facts.collect()
}

#[test]
fn every_fact_of_the_schema_has_a_name_in_every_language() {
    let declared = declared();
    assert!(declared.len() > 250, "{}", declared.len());
    for language in Language::ALL {
        let words = Words::of(language);
        let nameless = declared
            .iter()
            .filter(|(name, _)| !words.has(&format!("fact-{name}")));
        assert_eq!(nameless.count(), 0, "{language:?}");
    }
}

#[test]
fn a_fact_is_shown_as_what_the_schema_says_it_is() {
    for (name, of) in declared() {
        let shown = fact::kind(&name);
        let said = match of.trim_start_matches("Set<").trim_end_matches('>') {
            "Person" => shown == Kind::Person,
            "Weapon" => shown == Kind::Weapon,
            "Lot" | "Scene" => shown == Kind::Plain,
            "Unit" => shown == Kind::Thing,
            // a flag or number of one thing may have the name of a set of another
            "Bool" | "Long" => true,
            _ => !matches!(shown, Kind::Person | Kind::Weapon),
        };
        assert!(said, "{name} is {of}, and is shown as {shown:?}");
    }
}

/// Every text in quotes that rules compare with, without roles and asks.
fn compared() -> BTreeSet<String> {
    let shelf = shelf();
    let mut values = BTreeSet::new();
    for rule in shelf.rules() {
        let own = rule.text.lines().filter(|line| !line.starts_with('@'));
        let own = own.collect::<Vec<_>>().join("\n");
        let mut parts = own.split('"');
        while let (Some(before), Some(value)) = (parts.next(), parts.next()) {
            if !before.ends_with("::") && value.len() > 1 {
                values.insert(value.to_owned());
            }
        }
    }
    values
}

#[test]
fn every_value_that_a_rule_asks_for_has_a_word_in_every_language() {
    let compared = compared();
    assert!(compared.len() > 120, "{}", compared.len());
    for language in Language::ALL {
        let words = Words::of(language);
        let known =
            |it: &&String| fact::known(it, words).is_some() || name::book(it, words) != **it;
        let wordless: Vec<&String> = compared.iter().filter(|it| !known(it)).collect();
        assert_eq!(wordless, Vec::<&String>::new(), "{language:?}");
    }
}

#[test]
fn books_and_whom_to_tell_are_named_in_every_language_and_in_english_as_they_name_themselves() {
    let shelf = shelf();
    let [english, spanish] = Language::ALL.map(Words::of);
    for book in shelf.books() {
        assert_eq!(name::book(&book.id, english), book.title);
        assert_ne!(name::book(&book.id, spanish), book.id);
    }
    let told: BTreeSet<&String> = shelf
        .rules()
        .iter()
        .filter_map(|it| it.to.as_ref())
        .collect();
    assert!(told.len() > 5, "{told:?}");
    for whom in told {
        assert_eq!(name::known_whom(whom, english).as_ref(), Some(whom));
        assert!(name::known_whom(whom, spanish).is_some(), "{whom}");
    }
}

fn line(facts: &[(&str, &str)], language: Language) -> String {
    let facts: Vec<Fact> = facts
        .iter()
        .map(|(path, value)| Fact {
            path: (*path).to_owned(),
            value: (*value).to_owned(),
        })
        .collect();
    fact::line(&facts, Words::of(language))
}

#[test]
fn a_reason_says_whose_fact_it_is_and_what_its_value_means() {
    let facts = [
        ("principal.in[Role]", "crew, first_ad"),
        ("context.bearer", "lead"),
        (
            "context.bearer.tag[csatf_s]",
            "days_held: 99999, days_left: -1",
        ),
        ("context.bearer.tag[csatf_s].days_left", "-1"),
        ("context.bearer.trained_on", "hero-one, hero-two"),
        ("resource.check_age_minutes", "99999"),
        ("resource.void_why", ""),
        ("context.unit.loose", "quarters-45 in person:armorer"),
        ("context.unit.places", "us, us/us-ca"),
    ];
    assert_eq!(
        line(&facts, Language::English),
        "who asks, roles: Crew, First AD; who takes it: Lead; who takes it, firearms course CSATF S, \
         days until it ends: -1; who takes it, trained on: Hero One, Hero Two; minutes since the \
         check: no check holds; why the check no longer holds: not stated; which are not put away: \
         quarters-45 in Armorer; places: United States, California"
    );
    assert_eq!(
        line(&facts, Language::Spanish),
        "quien pide, cargos: Equipo, Primer AD; quien la toma: Lead; quien la toma, curso de armas \
         de fuego CSATF S, días hasta que vence: -1; quien la toma, formación con: Hero One, Hero \
         Two; minutos desde la comprobación: ninguna comprobación vale; por qué ya no vale la \
         comprobación: no consta; cuáles están sin guardar: quarters-45 en Armero; lugares: Estados \
         Unidos, California"
    );
}

#[test]
fn a_paper_that_is_not_there_is_said_once() {
    let facts = [
        ("context.unit.tag[police_notice]", "not recorded"),
        ("context.unit.tag[police_notice].days_left", "not recorded"),
        (
            "context.unit.tag[police_notice].minutes_filed",
            "not recorded",
        ),
        (
            "context.unit.tag[public_sign]",
            "days_left: 3, states: none",
        ),
    ];
    assert_eq!(
        line(&facts, Language::English),
        "notice to the police: not recorded; sign for the public: on record"
    );
    assert_eq!(
        line(&facts, Language::Spanish),
        "aviso a la policía: no consta; letrero para el público: consta"
    );
}

#[test]
fn whom_to_tell_is_known_though_its_name_has_commas() {
    let whom = "OSHA, or the state's own agency where it has one, the insurer";
    assert_eq!(
        line(&[("resource.untold", whom)], Language::English),
        format!("who must still be told: {whom}")
    );
    assert_eq!(
        line(
            &[(
                "context.unit.overdue",
                "incident-1: the insurer, incident-2: somebody new"
            )],
            Language::Spanish
        ),
        "plazos vencidos: incident-1: la aseguradora, incident-2: somebody new"
    );
}

#[test]
fn a_law_tells_what_it_is_about_and_what_could_not_be_read() {
    let facts = [
        ("about", "h1"),
        ("about", "person:armorer"),
        (
            "law-5",
            "context.bearer names Person::\"ada\", which the record does not know",
        ),
    ];
    assert_eq!(
        line(&facts, Language::Spanish),
        "sobre: H1 y Armero; context.bearer nombra Person::\"ada\", que no consta en el registro"
    );
}
