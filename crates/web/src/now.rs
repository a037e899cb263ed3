//! Live entries as server-sent events. Each carries its number, so a client that lost the line goes
//! on where it was.
//!
//! Whoever is up to date shares what the writer tells; only who is behind reads the record.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::{
    extract::State,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use custody::id::PersonId;
use futures_core::Stream;
use serde::Deserialize;
use tokio::sync::{
    broadcast::{
        Receiver,
        error::{RecvError, TryRecvError},
    },
    mpsc,
};

use crate::{
    api::{reading, unreadable},
    body::bad,
    gate::{Asked, Caller, Named, Who},
    problem::Problem,
    unit::Unit,
    writer::Told,
};

/// Events that wait for a slow client.
const WAITING: usize = 64;

/// Entries read at once.
const AT_ONCE: usize = 100;

/// How often a quiet line says that it lives. A page that hears nothing for longer has lost the hub.
const QUIET: Duration = Duration::from_secs(3);

/// How long a client waits before it comes back.
const RETRY: Duration = Duration::from_secs(1);

#[derive(Debug, Deserialize)]
pub struct From {
    from: Option<u64>,
}

/// The entries after the one the client saw last; where it saw none, those that are still to come.
pub async fn live(
    State(unit): State<Unit>,
    Named(name): Named,
    Asked(from): Asked<From>,
    caller: Caller,
) -> Result<Response, Problem> {
    let who = caller.signed_in_to_look(&unit, &name)?;
    let last = caller.headers.get("last-event-id").map(|id| {
        let number = id.to_str().ok().and_then(|id| id.parse::<u64>().ok());
        number.ok_or_else(|| bad("Last-Event-ID is not a number", "send the last event's id"))
    });
    let after = last.transpose()?.map(|last| last.saturating_add(1));
    // It listens before it looks how far the record is, so that no entry falls between.
    let told = unit.writer.told();
    let next = after.or(from.from).unwrap_or_else(|| unit.writer.durable());
    let (events, feed) = mpsc::channel(WAITING);
    let person = who.person().clone();
    tokio::spawn(until_over(unit.clone(), who, events.clone(), async move {
        let mut follower = Follower {
            unit,
            person,
            next,
            events,
        };
        follower.follow(told).await;
    }));
    // An event, not a comment: scripts see no comments, and one without data is none to them.
    let alive = Event::default().event("alive").data("yes");
    let alive = KeepAlive::new().interval(QUIET).event(alive);
    Ok(Sse::new(Feed(feed)).keep_alive(alive).into_response())
}

/// How often a line of a browser looks whether its session is still on.
const LOOKS: Duration = Duration::from_secs(5);

/// Follows until the client goes, the hub stops or whoever follows is signed in no more.
async fn until_over(
    unit: Unit,
    who: Who,
    events: mpsc::Sender<Event>,
    following: impl Future<Output = ()>,
) {
    let mut stopping = unit.stopping.clone();
    // A hub that is gone has stopped, too.
    tokio::select! {
        () = following => {}
        () = signed_out(&unit, &who) => {}
        _ = stopping.wait_for(|stopping| *stopping) => {}
        () = events.closed() => {}
    }
}

/// Waits until somebody is signed in no more.
async fn signed_out(unit: &Unit, who: &Who) {
    let (mut tokens, mut door) = (unit.tokens.clone(), unit.door.changes());
    let mut looks = tokio::time::interval(LOOKS);
    while who.holds(unit) {
        // Where nobody keeps the tokens, none is taken back.
        tokio::select! {
            Ok(()) = tokens.changed() => {}
            Ok(()) = door.changed() => {}
            _ = looks.tick() => {}
        }
    }
}

/// Whoever follows: the entry that comes next, and the way to the client.
struct Follower {
    unit: Unit,
    person: PersonId,
    next: u64,
    events: mpsc::Sender<Event>,
}

/// The line ends.
struct Over;

impl Follower {
    async fn follow(&mut self, mut told: Receiver<Told>) {
        let hello = Event::default().retry(RETRY).comment("entries follow");
        let mut going = self.events.send(hello).await.map_err(|_| Over);
        // What came while nobody followed: the page may be older than this line.
        if !self.unit.waiting.of(&self.person).is_empty() {
            going = self.events.send(waits()).await.map_err(|_| Over);
        }
        while going.is_ok() {
            // What is told is taken first: the record is read only where it does not go on from here.
            going = match told.try_recv() {
                Err(TryRecvError::Empty) if self.next < self.unit.writer.durable() => {
                    self.catch_up().await
                }
                Err(TryRecvError::Empty) => self.pass_on(told.recv().await).await,
                Err(TryRecvError::Lagged(_)) => Ok(()),
                Err(TryRecvError::Closed) => Err(Over),
                Ok(told) => self.pass_on(Ok(told)).await,
            };
        }
    }

    /// Reads from the record what was kept while this line was behind.
    async fn catch_up(&mut self) -> Result<(), Over> {
        let (store, from) = (Arc::clone(&self.unit.readers.store), self.next);
        let read = reading(move || store.entries(from, AT_ONCE)).await;
        match read.map_err(|_| Over)? {
            Ok(read) if read.is_empty() => Err(Over),
            Ok(read) => self.send(from, &read).await,
            Err(fault) => {
                let broken = Event::default().event("error");
                let told = broken.data(unreadable(fault.code()).detail);
                // The line ends either way.
                let _ = self.events.send(told).await;
                Err(Over)
            }
        }
    }

    /// Hands on what the writer tells. Whoever is behind catches up first.
    async fn pass_on(&mut self, told: Result<Told, RecvError>) -> Result<(), Over> {
        match told {
            Ok(Told::Kept { first, entries }) if first <= self.next => {
                self.send(first, &entries).await
            }
            Ok(Told::Early(report)) => {
                let event = Event::default().event("not_yet_recorded").data(report);
                self.events.send(event).await.map_err(|_| Over)
            }
            Ok(Told::Waits(people)) if people.contains(&self.person) => {
                self.events.send(waits()).await.map_err(|_| Over)
            }
            Ok(Told::Kept { .. } | Told::Waits(_)) | Err(RecvError::Lagged(_)) => Ok(()),
            Err(RecvError::Closed) => Err(Over),
        }
    }

    /// Sends entries that begin at a number, without those that were sent before.
    async fn send(&mut self, first: u64, entries: &[Vec<u8>]) -> Result<(), Over> {
        for (seq, bytes) in (first..).zip(entries) {
            if seq < self.next {
                continue;
            }
            let entry = std::str::from_utf8(bytes).map_err(|_| Over)?;
            let event = Event::default().id(seq.to_string()).event("entry");
            self.events
                .send(event.data(entry))
                .await
                .map_err(|_| Over)?;
            self.next = seq.saturating_add(1);
        }
        Ok(())
    }
}

/// An ask waits for whoever follows. An event without data is none.
fn waits() -> Event {
    Event::default().event("waits").data("for you")
}

struct Feed(mpsc::Receiver<Event>);

impl Stream for Feed {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(cx).map(|event| event.map(Ok))
    }
}
