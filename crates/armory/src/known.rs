//! Requests that were answered before: the first answer is told again, and whether it still holds.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use custody::{input::What, laws::said};
use logbook::{Entry, RowVerdict};
use rules::{
    Reason,
    book::{Force, Status},
    desk::RowDecision,
};
use serde_json::Value;
use store::{Answered, Digest, RequestId};

use crate::{
    armory::Armory,
    draft::other_body,
    error::ArmoryError,
    receipt::{Answer, Receipt},
};

/// How many answers are remembered with all their words.
const REMEMBERED: usize = 4_096;

/// The last answers, with all their words.
#[derive(Debug, Clone, Default)]
pub struct Recent {
    answers: HashMap<RequestId, Arc<Answer>>,
    order: VecDeque<RequestId>,
}

impl Recent {
    /// Remembers an answer.
    pub fn keep(&mut self, request: RequestId, answer: Arc<Answer>) {
        if self.order.len() >= REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.answers.remove(&oldest);
        }
        self.order.push_back(request.clone());
        self.answers.insert(request, answer);
    }
}

impl Armory {
    /// The receipt of a request that a durable entry answers.
    pub(crate) fn told_before(
        &self,
        known: &Answered,
        digest: &Digest,
    ) -> Result<Receipt, ArmoryError> {
        let request = &known.request;
        if known.body != *digest {
            return Ok(other_body(request));
        }
        let bytes = self.store.entries(known.seq, 1)?.pop();
        let bytes = bytes.ok_or_else(|| ArmoryError::Entry {
            seq: known.seq,
            what: "it is not there".to_owned(),
        })?;
        let entry =
            Entry::from_bytes(&bytes).map_err(|wrong| ArmoryError::entry(known.seq, wrong))?;
        let remembered = self.recent.answers.get(request);
        let remembered = remembered.map(|it| Answer::clone(it));
        let answer = remembered.unwrap_or_else(|| self.retold(&entry, request));
        Ok(Receipt::Answered(Arc::new(self.again(answer, &entry))))
    }

    /// An answer, told again.
    pub(crate) fn again(&self, answer: Answer, entry: &Entry) -> Answer {
        Answer {
            told_again: true,
            still_holds: self.still_holds(entry),
            ..answer
        }
    }

    /// The answer as its entry has it: each rule by its words of today, without the facts it read.
    fn retold(&self, entry: &Entry, request: &RequestId) -> Answer {
        let body = match &entry.what {
            What::Ask(ask) => serde_json::to_value(ask).unwrap_or_default(),
            What::Report(_) => Value::Null,
        };
        let rows = entry.rows.iter().enumerate();
        let rows = rows.map(|(number, row)| self.row(&body, number, row));
        Answer {
            request: request.to_string(),
            seq: Some(entry.seq),
            at: entry.at,
            go: entry.go(),
            rows: rows.collect(),
            consequences: entry.consequences.clone(),
            incident: entry.incident.clone(),
            books: entry.books.clone(),
            told_again: true,
            still_holds: None,
            not_recorded: false,
        }
    }

    fn row(&self, body: &Value, number: usize, row: &RowVerdict) -> RowDecision {
        let line = body.get("rows").and_then(|rows| rows.get(number));
        let about = line.unwrap_or(body);
        let subject = ["weapon", "lot", "scene", "person", "incident"]
            .iter()
            .find_map(|field| about.get(field)?.as_str());
        RowDecision {
            subject: subject.unwrap_or_default().to_owned(),
            go: row.go,
            reasons: row.because.iter().map(|id| self.reason(id)).collect(),
            warnings: Vec::new(),
        }
    }

    fn reason(&self, id: &str) -> Reason {
        let rule = self.books.desk().shelf().rule(id);
        let told = |text: fn(&rules::Rule) -> &String| rule.map(|it| text(it).clone());
        Reason {
            rule: id.to_owned(),
            book: told(|rule| &rule.book).unwrap_or_default(),
            source: told(|rule| &rule.source).unwrap_or_else(|| format!("Proofhouse, {id}")),
            force: rule.map_or(Force::Practice, |rule| rule.force),
            status: rule.map_or(Status::Verified, |rule| rule.status),
            says: told(|rule| &rule.says)
                .unwrap_or_else(|| said::REFUSED_BY.with(&[("rule", &id)]).into()),
            remedy: told(|rule| &rule.remedy).unwrap_or_else(|| said::ASK_AGAIN.plain().into()),
            tags: rule.map(|rule| rule.tags.clone()).unwrap_or_default(),
            facts: Vec::new(),
        }
    }
}
