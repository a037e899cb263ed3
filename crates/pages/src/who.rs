//! Who may ask what, by role: the table that is made from the rules and held by a test. It decides no
//! ask; it says whom a page leads where, and who sees and erases photos of a person's papers.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use custody::{id::PersonId, names::Role};

use crate::{
    name, say,
    seen::{Seen, Viewer},
};

const PAGE: &str = include_str!("../../../docs/who-may-ask.md");

/// What the page calls all who may handle weapons.
const HANDLERS: [Role; 3] = [
    Role::Armorer,
    Role::PropertyMaster,
    Role::AssistantPropertyMaster,
];

/// Who sees everything on a set, without touching.
const INSPECT: [Role; 2] = [Role::SafetyAdvisor, Role::Inspector];

type Table = BTreeMap<String, BTreeSet<Role>>;

/// Whoever looks may ask it. Others are told who may.
///
/// # Errors
/// The roles that may, in words.
pub fn may(ask: &str, (seen, viewer): (&Seen<'_>, &Viewer)) -> Result<(), String> {
    let none = BTreeSet::new();
    let may = roles(ask).unwrap_or(&none);
    let person = viewer.person.as_ref();
    let person = person.and_then(|id| seen.state.people.get(id));
    match person.is_some_and(|it| !it.roles.is_disjoint(may)) {
        true => Ok(()),
        false => {
            let words = viewer.words();
            let named: Vec<String> = may.iter().map(|role| name::role(*role, words)).collect();
            Err(say!(
                words,
                "remedy-who",
                what = words.say(&format!("input-{ask}"), &[]),
                who = named.join(" · ")
            ))
        }
    }
}

/// Whoever looks sees photos of a person's papers: the person, whoever may put papers on record, and
/// whoever inspects.
pub fn sees_papers(of: &PersonId, around: (&Seen<'_>, &Viewer)) -> bool {
    let (seen, viewer) = around;
    let Some(id) = &viewer.person else {
        return false;
    };
    let roles = seen.state.people.get(id).map(|it| &it.roles);
    let inspects = roles.is_some_and(|it| INSPECT.iter().any(|role| it.contains(role)));
    inspects || erases_papers(of, around)
}

/// Whoever looks erases them: the person, and whoever may put papers on record.
pub fn erases_papers(of: &PersonId, around: (&Seen<'_>, &Viewer)) -> bool {
    around.1.person.as_ref() == Some(of) || may("record_qualification", around).is_ok()
}

/// The roles that may ask, under the baseline: every other book only takes away.
pub fn roles(ask: &str) -> Option<&'static BTreeSet<Role>> {
    static TABLE: LazyLock<Table> = LazyLock::new(|| read(PAGE));
    TABLE.get(ask)
}

/// The table of the baseline.
fn read(page: &str) -> Table {
    let (_, table) = page.split_once("## Under the baseline").unwrap_or_default();
    let (table, _) = table.split_once("\n## ").unwrap_or((table, ""));
    let (mut asks, mut last) = (Table::new(), "");
    for line in table.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let (ask, who) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        if !ask.is_empty() {
            last = ask.split(',').next().unwrap_or(ask);
        }
        let roles = who.split(", ").flat_map(named);
        asks.entry(last.to_owned()).or_default().extend(roles);
    }
    asks
}

/// The roles of a word of the table.
fn named(word: &str) -> Vec<Role> {
    match word {
        "handler" => HANDLERS.to_vec(),
        "anyone" => Role::ALL.to_vec(),
        word => {
            let known = Role::ALL.iter().filter(|role| role.as_str() == word);
            known.copied().collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use custody::input::Ask;

    use super::*;

    #[test]
    fn every_ask_has_somebody_who_may_ask_it() {
        for ask in Ask::NAMES {
            assert!(roles(ask).is_some_and(|it| !it.is_empty()), "{ask}");
        }
        assert_eq!(roles("nonsense"), None);
    }

    #[test]
    fn the_table_is_read_as_it_is_written() {
        assert_eq!(roles("announce"), Some(&[Role::FirstAd].into()));
        assert_eq!(roles("check"), Some(&HANDLERS.into()));
        assert_eq!(roles("acknowledge").unwrap().len(), Role::ALL.len());
        let wrap = roles("wrap_day").unwrap();
        assert_eq!(wrap.len(), 4, "{wrap:?}");
    }
}
