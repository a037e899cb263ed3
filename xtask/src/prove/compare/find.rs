//! Finding the cases: among the worked cases of the books first, then by the solver; each made as small as it goes.

use std::collections::BTreeSet;

use cedar_policy::Policy;
use cedar_policy_symcc::Env;
use rules::cases::{Changes, Facts};
use rules::compare::{Alike, Kept, KeptCase};
use serde_json::Value;

use super::super::jobs::refusing;
use super::align::changes;
use super::needs::{Need, Weigher, needs};
use super::{Job, Solver, as_permit, covered, permits, row};

/// Everything that has to be kept about one ask. What is kept already and still right stays.
pub(in super::super) fn find(job: Job<'_>, solver: &mut Solver<'_>) -> Result<Kept, String> {
    let shelf = solver.shelf;
    let all = needs(shelf, job.action);
    if all.is_empty() {
        return Ok(Kept::default());
    }
    let weigher = Weigher::new(shelf, &job.worked.cases, job.action)?;
    let mut finder = Finder::new(job, weigher)?;
    finder.reuse(job.worked.library.of(job.action));
    for need in &all {
        if covered(need, &finder.kept.cases) || row(need, &finder.kept.alike).is_some() {
            continue;
        }
        finder.meet(need, solver)?;
    }
    Ok(finder.finish(&all))
}

/// A case that a rule refuses and others let go, if there is one.
pub(super) fn some_case(
    rule: &str,
    others: &BTreeSet<&str>,
    (action, solver): (&str, &mut Solver<'_>),
) -> Result<Option<Env>, String> {
    let shelf = solver.shelf;
    let policy = |id: &str| {
        shelf
            .policy(id)
            .ok_or_else(|| format!("{id} is not on the shelf"))
    };
    let alone = as_permit(policy(rule)?)?;
    let others: Result<Vec<&Policy>, String> = others.iter().map(|id| policy(id)).collect();
    let others = others?;
    for env in solver.envs(action) {
        let asked = solver.set([&alone], &env)?;
        let rest = permits(shelf, action).chain(others.iter().copied());
        let rest = solver.set(rest, &env)?;
        if let Some(case) = solver.both_go(&asked, &rest)? {
            return Ok(Some(case));
        }
    }
    Ok(None)
}

/// How many values of worked cases are tried in the place of a solver's.
const TRIED: usize = 6;

/// The case that tells most: refused by few, so that it serves many places; with few changes, and with
/// none only where all that is in order is refused as it is.
fn telling(case: &KeptCase) -> (bool, usize, usize) {
    (case.set.is_empty(), case.no.len(), case.set.len())
}

struct Finder<'a> {
    job: Job<'a>,
    weigher: Weigher<'a>,
    grounds: Vec<(String, Facts)>,
    kept: Kept,
    /// Rules for which a case that no other book refuses was looked for.
    alone: BTreeSet<String>,
}

impl<'a> Finder<'a> {
    fn new(job: Job<'a>, weigher: Weigher<'a>) -> Result<Self, String> {
        let mut finder = Self {
            job,
            weigher,
            grounds: Vec::new(),
            kept: Kept::default(),
            alone: BTreeSet::new(),
        };
        let bases = &job.worked.cases.bases;
        let own = bases
            .iter()
            .filter(|(_, base)| base.like.is_none() && base.action == job.action);
        for (name, _) in own {
            let needs = finder.ground(name)?;
            let facts = job.worked.cases.facts(name, &needs)?;
            finder.grounds.push((name.clone(), facts));
            if !needs.is_empty() {
                finder.kept.grounds.insert(name.clone(), needs);
            }
        }
        if finder.grounds.is_empty() {
            return Err("there is no base of it in tests/".to_owned());
        }
        Ok(finder)
    }

    /// What a base needs beside to go in as many places as can be: what bases of the same ask in other places set.
    fn ground(&self, root: &str) -> Result<Changes, String> {
        let cases = &self.job.worked.cases;
        let plain = cases.facts(root, &Changes::new())?;
        let mut needs = Changes::new();
        for (name, base) in &cases.bases {
            if base.like.is_some() && cases.action(name) == Some(self.job.action) {
                let set = base.set.iter().filter(|(path, _)| path.contains('.'));
                needs.extend(set.map(|(path, value)| (path.clone(), value.clone())));
            }
        }
        let name = format!("plain {root}");
        let refused = |needs: &Changes| {
            let no = self.weigher.changed((&name, &plain), needs);
            no.map(|no| no.len())
        };
        let without = refused(&Changes::new())?;
        // a set that does not fit together is tried piece by piece
        let mut best = Changes::new();
        let mut fewest = without;
        for (path, value) in needs {
            let mut more = best.clone();
            more.insert(path, value);
            if let Ok(count) = refused(&more)
                && count <= fewest
            {
                (best, fewest) = (more, count);
            }
        }
        for path in best.keys().cloned().collect::<Vec<_>>() {
            let mut less = best.clone();
            less.remove(&path);
            if refused(&less).is_ok_and(|count| count <= fewest) {
                best = less;
            }
        }
        Ok(best)
    }

    /// Takes over what was kept before and comes out as it did.
    fn reuse(&mut self, before: Option<&Kept>) {
        let Some(before) = before.filter(|before| before.grounds == self.kept.grounds) else {
            return;
        };
        for case in &before.cases {
            let no = self.weigher.of(before, case);
            if no.is_ok_and(|no| no.iter().eq(case.no.iter())) {
                self.kept.cases.push(case.clone());
            }
        }
    }

    fn meet(&mut self, need: &Need<'_>, solver: &mut Solver<'_>) -> Result<(), String> {
        if let Some(case) = self.worked(need) {
            self.kept.cases.push(case);
            return Ok(());
        }
        let Some(case) = self.solved(need, solver)? else {
            return self.alike(need, solver);
        };
        let from_solver = self.grounds.iter().filter_map(|(base, ground)| {
            let set = changes(&case, ground)?;
            self.small((base.as_str(), ground), set, need)
        });
        let fewest = from_solver.min_by_key(telling);
        let case = fewest.ok_or_else(|| {
            let tried = self.grounds.iter().map(|(base, ground)| {
                let set = changes(&case, ground).unwrap_or_default();
                format!("{base}: {:?}", self.weigher.changed((base, ground), &set))
            });
            let tried: Vec<String> = tried.collect();
            format!(
                "{} at {}: write a case of it in tests/: what the solver found fits no base ({})",
                need.rule,
                need.name,
                tried.join("; ")
            )
        })?;
        self.kept.cases.push(case);
        Ok(())
    }

    /// A case that every other book lets go, where there is one; else one that goes where it is needed.
    fn solved(&mut self, need: &Need<'_>, solver: &mut Solver<'_>) -> Result<Option<Env>, String> {
        if self.alone.insert(need.rule.to_owned()) {
            let shelf = self.weigher.shelf;
            let book = shelf.rule(need.rule).map(|rule| rule.book.as_str());
            let others = refusing(shelf, self.job.action).into_iter();
            let others = others.filter(|other| Some(other.book.as_str()) != book);
            let others = others.map(|other| other.id.as_str()).collect();
            let case = some_case(need.rule, &others, (self.job.action, solver))?;
            if case.is_some() {
                return Ok(case);
            }
        }
        some_case(need.rule, &need.in_force, (self.job.action, solver))
    }

    /// The narrowest books under which the rule adds nothing.
    fn alike(&mut self, need: &Need<'_>, solver: &mut Solver<'_>) -> Result<(), String> {
        let books = need.ruling_books();
        let mut row = Alike {
            rule: need.rule.to_owned(),
            under: books.clone(),
        };
        for book in books.iter().rev() {
            let mut less = row.clone();
            less.under.retain(|other| other != book);
            if !less.under.is_empty()
                && some_case(need.rule, &need.of_books(&less), (self.job.action, solver))?.is_none()
            {
                row = less;
            }
        }
        self.kept.alike.push(row);
        Ok(())
    }

    /// A worked case of the rule that shows what is needed.
    fn worked(&self, need: &Need<'_>) -> Option<KeptCase> {
        let cases = &self.job.worked.cases;
        let of_rule = cases
            .cases
            .iter()
            .filter(|of_rule| of_rule.rule == need.rule);
        let found = of_rule.flat_map(|of_rule| {
            let no = of_rule.cases.iter().filter(|case| case.speaks());
            no.filter_map(|case| self.try_worked(&of_rule.base, &case.set, need))
        });
        found.min_by_key(telling)
    }

    /// Also a worked case of another ask may do: what it changes is tried on what is in order here.
    fn try_worked(&self, base: &str, set: &Changes, need: &Need<'_>) -> Option<KeptCase> {
        let own = self.job.worked.cases.action(base) == Some(self.job.action);
        let all = self.all_changes(base, set);
        let found = self.grounds.iter().flat_map(|(name, ground)| {
            let whole = self.small((name.as_str(), ground), all.clone(), need);
            let alone = || self.small((name.as_str(), ground), set.clone(), need);
            whole.or_else(|| (!own).then(alone).flatten())
        });
        found.min_by_key(telling)
    }

    /// What a worked case changes of the base that is like no other.
    fn all_changes(&self, base: &str, set: &Changes) -> Changes {
        let bases = &self.job.worked.cases.bases;
        let mut all = Changes::new();
        let mut name = base.to_owned();
        while let Some(base) = bases.get(&name)
            && let Some(like) = base.like.clone()
        {
            let said = base.context.iter();
            let said = said.map(|(name, value)| (format!("context.{name}"), value.clone()));
            let mut own: Changes = said.collect();
            own.extend(base.set.clone());
            own.extend(all);
            all = own;
            name = like;
        }
        all.extend(set.clone());
        all
    }

    /// The changes that matter: each that can be left out is.
    fn small(
        &self,
        (base, ground): (&str, &Facts),
        set: Changes,
        need: &Need<'_>,
    ) -> Option<KeptCase> {
        let shows = |set: &Changes| {
            let no = self.weigher.changed((base, ground), set).ok()?;
            let quiet = !need.in_force.iter().any(|id| no.contains(*id));
            (quiet && no.contains(need.rule)).then_some(no)
        };
        let mut set = set;
        let mut no = shows(&set)?;
        // what the rule does not read is most likely as it was
        let read: Changes = set
            .clone()
            .into_iter()
            .filter(|(path, _)| self.reads(need.rule, path))
            .collect();
        if let Some(fewer) = shows(&read).filter(|fewer| fewer.len() <= no.len()) {
            (set, no) = (read, fewer);
        }
        for path in set.keys().cloned().collect::<Vec<_>>() {
            let mut less = set.clone();
            less.remove(&path);
            if let Some(fewer) = shows(&less).filter(|fewer| fewer.len() <= no.len()) {
                (set, no) = (less, fewer);
            }
        }
        for (path, value) in set.clone() {
            for better in self.values_like(&path, &value) {
                let mut other = set.clone();
                other.insert(path.clone(), better);
                if let Some(same) = shows(&other).filter(|same| same.len() <= no.len()) {
                    (set, no) = (other, same);
                    break;
                }
            }
        }
        Some(KeptCase {
            base: base.to_owned(),
            set,
            no: no.into_iter().collect(),
        })
    }

    /// Whether a rule may read what stands at a path.
    fn reads(&self, rule: &str, path: &str) -> bool {
        let rule = self.weigher.shelf.rule(rule);
        let mut steps = path.split('.').skip(1);
        rule.is_none_or(|rule| {
            steps.any(|step| rule.reads.reads_attr(step) || rule.reads.reads_tag(step))
                || !path.contains('.')
        })
    }

    /// Values that worked cases give to the same fact; a solver's own may be no value of this world.
    fn values_like(&self, path: &str, value: &Value) -> Vec<Value> {
        let last = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
        let sets = self.job.worked.cases.cases.iter();
        let sets = sets.flat_map(|of_rule| of_rule.cases.iter().map(|case| &case.set));
        let same = sets.flat_map(|set| set.iter());
        let same = same.filter(|(other, it)| {
            last(other) == last(path)
                && std::mem::discriminant(*it) == std::mem::discriminant(value)
        });
        let mut values: Vec<Value> = Vec::new();
        for (_, known) in same {
            if known == value {
                return Vec::new();
            }
            if values.len() < TRIED && !values.contains(known) {
                values.push(known.clone());
            }
        }
        values
    }

    /// Leaves out the cases and rows that others make needless.
    fn finish(mut self, all: &[Need<'_>]) -> Kept {
        let mut at = self.kept.cases.len();
        while at > 0 {
            at -= 1;
            let without: Vec<KeptCase> = {
                let mut cases = self.kept.cases.clone();
                cases.remove(at);
                cases
            };
            let only =
                |need: &&Need<'_>| covered(need, &self.kept.cases) && !covered(need, &without);
            if !all.iter().any(|need| only(&need)) {
                self.kept.cases = without;
            }
        }
        let sort = |case: &KeptCase| (case.no.clone(), case.base.clone());
        self.kept.cases.sort_by_key(sort);
        self.kept.alike.sort();
        self.kept.alike.dedup();
        self.kept
    }
}
