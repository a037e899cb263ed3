//! The weekly digest.

use custody::{id::PersonId, names::Scope};
use jiff::tz::TimeZone;
use logbook::{
    Refused,
    papers::week::{Ending, NotReconciled, RunsOut, StoodDown, Week},
};

use super::{Letter, Line, Links, Part, address, letter};
use crate::{
    clock, fact, name,
    page::{record, refusals, rounds},
    say,
    words::Words,
};

/// Lines of one part; how many more there are is said.
const SHOWN: usize = 40;

/// What the digest is made from, beside its words.
pub struct Told<'a> {
    /// The unit's name.
    pub unit: &'a str,
    /// The week.
    pub week: &'a Week,
    /// The zone of the set.
    pub zone: &'a TimeZone,
    /// What a rule says in its own words, by its id.
    pub rule: &'a dyn Fn(&str) -> Option<String>,
}

/// The digest of a week.
pub fn week(told: &Told<'_>, links: &Links<'_>, words: &Words) -> Letter {
    let Told { unit, week, .. } = told;
    let day = |at| clock::day(told.zone.to_datetime(at).date(), words);
    let last = week.until.checked_sub(jiff::SignedDuration::from_secs(1));
    let (from, until) = (day(week.from), day(last.unwrap_or(week.until)));
    let asks = say!(
        words,
        "digest-asks",
        went = count(week.went),
        refused = count(week.refused.len()),
    );
    let said = Said { told, links, words };
    let parts = [
        Part {
            head: String::new(),
            lines: vec![
                Line::new(say!(
                    words,
                    "digest-span",
                    from = from,
                    until = until.clone()
                )),
                Line::new(asks),
            ],
        },
        said.part("digest-refused", &week.refused, Said::refused),
        said.part("digest-stood-down", &week.stood_down, Said::stood_down),
        said.part("digest-runs-out", &week.runs_out, Said::runs_out),
        said.part(
            "digest-not-reconciled",
            &week.not_reconciled,
            Said::not_reconciled,
        ),
    ];
    let end = [
        Line::new(say!(words, "mail-why", unit = *unit)),
        address::erase(links, words),
        Line::new(say!(words, "not-legal-advice")),
    ];
    let subject = say!(words, "digest-subject", unit = *unit, until = until);
    letter(subject, &parts, (&end, words))
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

struct Said<'a> {
    told: &'a Told<'a>,
    links: &'a Links<'a>,
    words: &'a Words,
}

impl Said<'_> {
    /// A part with its head and a line for each; a sentence where there is none.
    fn part<T>(&self, key: &str, all: &[T], line: fn(&Self, &T) -> Line) -> Part {
        let n = count(all.len());
        let mut lines: Vec<Line> = all.iter().take(SHOWN).map(|it| line(self, it)).collect();
        if lines.is_empty() {
            lines.push(Line::new(self.words.say(&format!("{key}-none"), &[])));
        }
        if let Some(more) = all.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            lines.push(Line::new(say!(self.words, "digest-more", n = count(more))));
        }
        let head = self.words.say(key, &[("n", n.into())]);
        Part { head, lines }
    }

    fn when(&self, at: jiff::Timestamp) -> String {
        let zone = self.told.zone;
        let day = clock::day(zone.to_datetime(at).date(), self.words);
        say!(
            self.words,
            "digest-when",
            day = day,
            time = clock::time(at, zone)
        )
    }

    fn refused(&self, it: &Refused) -> Line {
        let words = self.words;
        let about: Vec<String> = it
            .about
            .iter()
            .map(|thing| refusals::of(thing, words))
            .collect();
        let by = it
            .by
            .as_ref()
            .map_or_else(|| say!(words, "nobody-named"), |by| name::person(by, words));
        let what = record::input(&it.what, words);
        let says = match about.is_empty() {
            true => say!(
                words,
                "digest-refusal",
                when = self.when(it.at),
                what = what,
                by = by
            ),
            false => say!(
                words,
                "digest-refusal-of",
                when = self.when(it.at),
                what = what,
                about = name::list(&about, words),
                by = by
            ),
        };
        let mut more: Vec<String> = it.because.iter().map(|id| self.rule(id)).collect();
        more.push(match it.remedied {
            Some(at) => {
                let span = clock::span(clock::minutes(it.at, at), words);
                say!(words, "put-right-in", span = span)
            }
            None => say!(words, "not-put-right"),
        });
        let entry = it.seq.saturating_add(1);
        Line {
            says,
            more,
            to: Some(self.links.to(&format!("/record?before={entry}"))),
        }
    }

    fn rule(&self, id: &str) -> String {
        let own = (self.told.rule)(id).unwrap_or_default();
        let says = self.words.rule_says(id, &own);
        format!("{id}: {says}")
    }

    fn stood_down(&self, it: &StoodDown) -> Line {
        let words = self.words;
        let reach = match (it.scope, &it.weapon) {
            (Scope::Weapon, Some(weapon)) => name::weapon(weapon),
            (scope, _) => words.say(&format!("digest-scope-{scope}"), &[]),
        };
        let says = say!(
            words,
            "digest-stand-down",
            when = self.when(it.since),
            reach = reach,
            cause = record::input(&it.cause, words),
        );
        let stands = match it.lifted {
            true => "digest-lifted",
            false => "digest-stands",
        };
        Line {
            says,
            more: vec![words.say(stands, &[])],
            to: Some(self.links.to(&format!("/incident/{}", it.incident))),
        }
    }

    fn runs_out(&self, it: &RunsOut) -> Line {
        let (what, to) = self.ending(&it.of);
        let today = self.told.zone.to_datetime(self.told.week.until).date();
        let ends = match it.on < today {
            true => "digest-ended",
            false => "digest-ends",
        };
        let day = clock::day(it.on, self.words);
        let with = [("day", day.into()), ("what", what.into())];
        Line {
            says: self.words.say(ends, &with),
            more: Vec::new(),
            to: Some(self.links.to(&to)),
        }
    }

    /// What ends, and the page where it stands.
    fn ending(&self, of: &Ending) -> (String, String) {
        let words = self.words;
        let of_person = |key: &str, id: &PersonId, what: &str| {
            let who = name::person(id, words);
            let with = [
                ("who", who.into()),
                ("what", fact::word(what, words).into()),
            ];
            (words.say(key, &with), format!("/person/{id}"))
        };
        match of {
            Ending::Paper(id, kind) => of_person("digest-paper", id, kind),
            Ending::Standing(id, kind) => of_person("digest-standing", id, kind),
            Ending::Consent(id, to) => of_person("digest-consent", id, to),
            Ending::Document(Some(id), topic) => {
                let (weapon, what) = (name::weapon(id), name::topic(topic, words));
                let says = say!(words, "digest-document-of", weapon = weapon, what = what);
                (says, format!("/weapon/{id}"))
            }
            Ending::Document(None, topic) => {
                let says = say!(words, "digest-document", what = name::topic(topic, words));
                (says, "/record".to_owned())
            }
            Ending::Loan(id) => {
                let says = say!(words, "digest-loan", weapon = name::weapon(id));
                (says, format!("/weapon/{id}"))
            }
            Ending::Deadline(id, whom) => {
                let (incident, whom) = (id.to_string(), name::whom(whom, words));
                let says = say!(words, "digest-deadline", incident = incident, whom = whom);
                (says, format!("/incident/{id}"))
            }
        }
    }

    fn not_reconciled(&self, it: &NotReconciled) -> Line {
        let words = self.words;
        let rounds = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let (says, to) = match it {
            NotReconciled::Missing(lot, n) => (
                say!(
                    words,
                    "digest-missing",
                    n = rounds(*n),
                    lot = lot.to_string()
                ),
                format!("/rounds#{lot}"),
            ),
            NotReconciled::OnTheGround(lot, n) => (
                say!(
                    words,
                    "digest-on-the-ground",
                    n = rounds(*n),
                    lot = lot.to_string()
                ),
                format!("/rounds#{lot}"),
            ),
            NotReconciled::Weapon(id) => (
                say!(words, "digest-weapon-missing", weapon = name::weapon(id)),
                format!("/weapon/{id}"),
            ),
            NotReconciled::NotCounted(store, last) => {
                let store = rounds::where_is(store, words);
                let says = match last {
                    Some(at) => say!(
                        words,
                        "digest-not-counted-since",
                        store = store,
                        when = self.when(*at)
                    ),
                    None => say!(words, "digest-never-counted", store = store),
                };
                (says, "/rounds".to_owned())
            }
            NotReconciled::NotWrapped(day) => (
                say!(words, "digest-not-wrapped", day = clock::day(*day, words)),
                "/day".to_owned(),
            ),
        };
        Line {
            says,
            more: Vec::new(),
            to: Some(self.links.to(&to)),
        }
    }
}
