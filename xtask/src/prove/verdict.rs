//! What came of each proof, and the summary.

use std::fmt;
use std::time::Duration;

use super::Proof;

/// What came of one proof of one subject.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    pub(super) proof: Proof,
    /// The rule or theorem it is about; empty where the action itself is.
    pub(super) subject: String,
    pub(super) action: String,
    /// What was seen, when it holds.
    pub(super) note: String,
    /// Why it does not hold; empty: it does.
    pub(super) failed: Vec<String>,
    pub(super) time: Duration,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.failed.is_empty() {
            "ok  "
        } else {
            "FAIL"
        };
        let what = match self.subject.as_str() {
            "" => self.action.clone(),
            subject => format!("{} / {subject}", self.action),
        };
        let millis = self.time.as_millis();
        write!(f, "{mark} {:<11} {what} ({millis} ms)", self.proof.as_str())?;
        if !self.note.is_empty() && self.failed.is_empty() {
            write!(f, ": {}", self.note)?;
        }
        for line in &self.failed {
            write!(f, "\n       {line}")?;
        }
        Ok(())
    }
}

/// All verdicts.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) verdicts: Vec<Verdict>,
    /// Time from beginning to end.
    pub(super) time: Duration,
}

impl Report {
    /// Whether everything is proved, and something was.
    pub(super) fn holds(&self) -> bool {
        !self.verdicts.is_empty() && self.failures().next().is_none()
    }

    pub(super) fn failures(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts
            .iter()
            .filter(|verdict| !verdict.failed.is_empty())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for proof in Proof::ALL {
            let of_proof = self
                .verdicts
                .iter()
                .filter(|verdict| verdict.proof == proof);
            let (mut all, mut failed, mut time) = (0_usize, 0_usize, Duration::ZERO);
            for verdict in of_proof {
                all += 1;
                failed += usize::from(!verdict.failed.is_empty());
                time += verdict.time;
            }
            if all > 0 {
                let (name, seconds) = (proof.as_str(), time.as_secs_f64());
                writeln!(
                    f,
                    "{name:<11} {all:>5} verdicts, {failed:>3} not proved, {seconds:>7.1} s"
                )?;
            }
        }
        let words = match (self.verdicts.len(), self.failures().count()) {
            (0, _) => "nothing to prove: the rulebooks have no rules about this".to_owned(),
            (_, 0) => "everything holds".to_owned(),
            (_, failed) => format!("{failed} not proved"),
        };
        write!(f, "{words}, {:.1} s", self.time.as_secs_f64())
    }
}
