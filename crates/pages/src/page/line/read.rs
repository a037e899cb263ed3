//! What was filled in on the page of a line, read into one ask or report of all its rows.

use std::collections::BTreeSet;

use custody::{
    id::{LotId, PersonId, SetUpId},
    input::{
        Ask, Lines, Report, What, report,
        weapon::{Announce, Check, CheckOut, ClearToFire, IntoPosition, Issue, Load, Show},
    },
    names::{As, BoreMethod, Seen as Looked, Tier, WeaponClass},
    state::Weapon,
};

use super::{Line, Row, Step, field::NOBODY, own};
use crate::{
    form::{self, Answerer, Asked, Faults, Fields, How},
    page::{check, issue},
    seen::Seen,
};

/// More rounds than this go into no weapon of a line.
const MOST_ROUNDS: u16 = 100;

/// The line as the form carried it.
pub fn filled(fields: &Fields) -> Line {
    let rows = (0..fields.rows("row")).filter_map(|nth| {
        let own = fields.part(&own::at(nth, ""));
        Some(Row {
            weapon: own.get("weapon")?.parse().ok()?,
            bearer: own.get("bearer").and_then(|it| it.parse().ok()),
            mark: own.get("mark").map(str::to_owned),
            on: own.ticked("on"),
            own,
        })
    });
    Line {
        step: fields
            .get("ask")
            .and_then(Step::of)
            .unwrap_or(Step::CheckOut),
        set_up: fields.get("set_up").and_then(|it| it.parse().ok()),
        rows: rows.collect(),
        all: Fields::default(),
    }
}

/// Reads the form of a line: one ask, a row for each weapon that takes part.
///
/// # Errors
/// What is wrong, beside its field.
pub fn read(line: &Line, fields: &Fields, seen: &Seen<'_>) -> Result<Asked, Faults> {
    let mut reader = Reader {
        line,
        fields,
        seen,
        faults: Faults::default(),
        with: Vec::new(),
    };
    if line.on().next().is_none() {
        reader.faults.add(form::WHOLE, "wrong-line-none");
    }
    match (reader.what(), reader.faults.none()) {
        (Some(what), true) => Ok(Asked {
            what,
            with: reader.with,
        }),
        _ => Err(reader.faults),
    }
}

struct Reader<'a> {
    line: &'a Line,
    fields: &'a Fields,
    seen: &'a Seen<'a>,
    faults: Faults,
    with: Vec<Answerer>,
}

impl Reader<'_> {
    fn what(&mut self) -> Option<What> {
        Some(match self.line.step {
            Step::CheckOut => What::Ask(Ask::CheckOut(self.each(|row| CheckOut {
                weapon: row.weapon.clone(),
                purpose: self.words(row, "purpose"),
            })?)),
            Step::Check => {
                self.answers("witness", As::Witness);
                let weapons = &self.seen.state.weapons;
                What::Ask(Ask::Check(self.each(|row| {
                    let bore_by = check::read_bore_by(self.where_said(row, "bore_by"));
                    seen_so(row, weapons.get(&row.weapon), bore_by)
                })?))
            }
            Step::Load => What::Ask(Ask::Load(self.loads()?)),
            Step::Show => What::Ask(Ask::Show(self.shows()?)),
            Step::Announce => {
                self.answers("accepts", As::Accepts);
                self.answers("reads_back", As::ReadsBack);
                What::Ask(Ask::Announce(self.each(|row| Announce {
                    weapon: row.weapon.clone(),
                    words: None,
                })?))
            }
            Step::Issue => What::Ask(Ask::Issue(self.issues()?)),
            Step::ClearToFire => What::Ask(Ask::ClearToFire(self.clears()?)),
            Step::Collect => What::Report(Report::Collect(self.each(of_weapon)?)),
            Step::LockAway => {
                What::Report(Report::LockAway(self.each(|row| report::LockAway {
                    weapon: row.weapon.clone(),
                    seal: self.words(row, "seal"),
                    kit: BTreeSet::default(),
                })?))
            }
        })
    }

    fn each<T>(&self, row: impl Fn(&Row) -> T) -> Option<Lines<T>> {
        Lines::many(self.line.on().map(row).collect())
    }

    /// Where a field of a row was filled in: in the row, else for all.
    fn where_said<'r>(&'r self, row: &'r Row, name: &str) -> &'r Fields {
        match row.own.get(name).is_some() {
            true => &row.own,
            false => self.fields,
        }
    }

    fn words(&self, row: &Row, name: &str) -> Option<String> {
        let said = self.where_said(row, name).get(name);
        said.map(str::to_owned)
    }

    /// Reads what every row needs, said there or for all. What is wrong is told where it was typed.
    fn need<T>(
        &mut self,
        (name, says): (&str, &'static str),
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let line = self.line;
        let mut values = Vec::new();
        for (nth, row) in line.rows.iter().enumerate().filter(|(_, row)| row.on) {
            let own = row.own.get(name);
            match own.or(self.fields.get(name)).and_then(&read) {
                Some(value) => values.push(value),
                None => {
                    let at = own.map_or_else(|| name.to_owned(), |_| own::at(nth, name));
                    self.faults.add_once(&at, says);
                }
            }
        }
        (values.len() == line.on().count()).then_some(values)
    }

    fn answers(&mut self, field: &str, role: As) {
        let read = form::read_answerer(self.fields, (field, role), &mut self.faults);
        self.with.extend(read);
    }

    /// Each bearer answers aloud, once, and two hear it.
    fn aloud(&mut self, role: As) -> Option<()> {
        for (nth, row) in self.line.rows.iter().enumerate() {
            if row.on && row.bearer.is_none() {
                self.faults
                    .add(&format!("row.{nth}.on"), "wrong-line-bearer");
            }
        }
        let bearers: BTreeSet<&PersonId> =
            self.line.on().filter_map(|it| it.bearer.as_ref()).collect();
        self.with.extend(bearers.into_iter().map(|person| Answerer {
            person: person.clone(),
            role,
            how: How::Spoken,
        }));
        for field in ["hears1", "hears2"] {
            self.answers(field, As::Hears);
        }
        let (one, other) = (self.fields.get("hears1"), self.fields.get("hears2"));
        if one.is_some() && one == other {
            self.faults.add("hears2", "wrong-line-hears");
        }
        self.faults.none().then_some(())
    }

    fn set_ups(&mut self) -> Option<Vec<SetUpId>> {
        self.need(("set_up", "wrong-choose-set-up"), |it| it.parse().ok())
    }

    fn loads(&mut self) -> Option<Lines<Load>> {
        let set_ups = self.set_ups();
        let lots = self.need(("lot", "wrong-needed"), |it| it.parse::<LotId>().ok());
        let rounds = self.need(("rounds", "wrong-line-rounds"), |it| {
            it.parse().ok().filter(|it| *it <= MOST_ROUNDS)
        });
        self.answers("witness", As::Witness);
        let said = set_ups?.into_iter().zip(lots?).zip(rounds?);
        let rows = self.line.on().zip(said);
        let rows = rows.map(|(row, ((set_up, lot), rounds))| Load {
            weapon: row.weapon.clone(),
            set_up,
            rounds: (1..=rounds)
                .map(|position| IntoPosition {
                    position,
                    lot: lot.clone(),
                })
                .collect(),
            from: None,
            each_seen: false,
        });
        Lines::many(rows.collect())
    }

    fn shows(&mut self) -> Option<Lines<Show>> {
        for (nth, row) in self.line.rows.iter().enumerate().filter(|(_, it)| it.on) {
            if row.own.all("also").count() > 1 && row.own.all("also").any(|it| it == NOBODY) {
                self.faults.add(&own::at(nth, "also"), "wrong-line-nobody");
            }
        }
        self.aloud(As::Confirms)?;
        self.each(|row| {
            let also = self.where_said(row, "also").all("also");
            let also = also.filter_map(|it| it.parse().ok());
            Show {
                weapon: row.weapon.clone(),
                to: also.chain(row.bearer.clone()).collect(),
                dry_fire: false,
            }
        })
    }

    fn issues(&mut self) -> Option<Lines<Issue>> {
        let set_ups = self.set_ups();
        self.aloud(As::Bearer)?;
        let rows = self.line.on().zip(set_ups?).filter_map(|(row, set_up)| {
            Some(Issue {
                weapon: row.weapon.clone(),
                bearer: row.bearer.clone()?,
                set_up,
                activity: issue::read_activity(self.where_said(row, "activity")),
                mark: row.mark.clone(),
                watched_by: None,
                briefed: self.where_said(row, "briefed").get("briefed") == Some("yes"),
            })
        });
        Lines::many(rows.collect())
    }

    fn clears(&mut self) -> Option<Lines<ClearToFire>> {
        let set_ups = self.set_ups();
        let shots = self.need(("shots", "wrong-number"), |it| it.parse().ok());
        self.answers("accepts", As::Accepts);
        let rows = self.line.on().zip(set_ups?.into_iter().zip(shots?));
        let rows = rows.map(|(row, (set_up, shots))| ClearToFire {
            weapon: row.weapon.clone(),
            set_up,
            shots,
        });
        Lines::many(rows.collect())
    }
}

fn of_weapon(row: &Row) -> report::OfWeapon {
    report::OfWeapon {
        weapon: row.weapon.clone(),
    }
}

/// A tick says what its row says was seen, and no more. How sharp an edge is, is felt one by one.
fn seen_so(row: &Row, weapon: Option<&Weapon>, bore_by: Option<BoreMethod>) -> Check {
    let is = |tier| weapon.is_some_and(|it| it.tier == tier);
    let class = |class| weapon.is_some_and(|it| it.class == class);
    let of_a = if is(Tier::A) {
        Looked::Empty
    } else {
        Looked::NotSeen
    };
    let positions = weapon.and_then(|it| it.features.positions).unwrap_or(0);
    Check {
        weapon: row.weapon.clone(),
        positions: vec![Looked::Empty; usize::from(positions)],
        bore: of_a,
        bore_by: bore_by.filter(|_| is(Tier::A)),
        magazine: of_a,
        tag_read: true,
        inert_seen: is(Tier::B),
        twin_ruled_out: weapon.is_some_and(|it| it.features.twin.is_some()),
        edge: None,
        fixing_firm: is(Tier::C),
        paper_read: is(Tier::D),
        ramrod_rang: class(WeaponClass::MuzzleLoader),
        power_out: class(WeaponClass::ElectricallyFired),
    }
}
