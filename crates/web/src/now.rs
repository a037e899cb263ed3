//! Live entries as server-sent events. Each carries its number, so a client that lost the line goes
//! on where it was.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_core::Stream;
use serde::Deserialize;
use tokio::sync::{
    broadcast::{Receiver, error::RecvError},
    mpsc, watch,
};

use crate::{
    api::{reading, unreadable},
    body::bad,
    gate,
    problem::Problem,
    unit::Unit,
};

/// Events that wait for a slow client.
const WAITING: usize = 64;

/// Entries read at once.
const AT_ONCE: usize = 100;

/// How often a quiet line says that it lives.
const QUIET: Duration = Duration::from_secs(10);

/// How long a client waits before it comes back.
const RETRY: Duration = Duration::from_secs(1);

#[derive(Debug, Deserialize)]
pub struct From {
    from: Option<u64>,
}

/// The entries after the one the client saw last; where it saw none, those that are still to come.
pub async fn live(
    State(unit): State<Unit>,
    Path(name): Path<String>,
    Query(from): Query<From>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    gate::signed_in(&unit, &name, &headers)?;
    let last = headers.get("last-event-id").map(|id| {
        let number = id.to_str().ok().and_then(|id| id.parse::<u64>().ok());
        number.ok_or_else(|| bad("Last-Event-ID is not a number", "send the last event's id"))
    });
    let after = last.transpose()?.map(|last| last.saturating_add(1));
    let next = after.or(from.from);
    let early = unit.writer.early();
    let next = next.unwrap_or_else(|| *unit.writer.durable().borrow());
    let (events, feed) = mpsc::channel(WAITING);
    tokio::spawn(follow(unit, early, (next, events)));
    let alive = KeepAlive::new().interval(QUIET);
    Ok(Sse::new(Feed(feed)).keep_alive(alive).into_response())
}

/// Follows the record until the client or the hub goes.
async fn follow(
    unit: Unit,
    mut early: Receiver<String>,
    (mut next, events): (u64, mpsc::Sender<Event>),
) {
    let mut durable = unit.writer.durable();
    let mut stopping = unit.stopping.clone();
    let hello = Event::default().retry(RETRY).comment("entries follow");
    if events.send(hello).await.is_err() {
        return;
    }
    loop {
        let happened = tokio::select! {
            moved = moved_on(&mut durable, next) => moved,
            told = early.recv() => Happened::Early(told),
            () = over(&mut stopping) => Happened::Over,
            () = events.closed() => Happened::Over,
        };
        match happened {
            Happened::Entries => match batch(&unit, next, &events).await {
                Some(after) => next = after,
                None => return,
            },
            Happened::Early(told) => {
                if !pass_on(told, &events).await {
                    return;
                }
            }
            Happened::Over => return,
        }
    }
}

/// What a line that waits is woken by.
enum Happened {
    Entries,
    Early(Result<String, RecvError>),
    Over,
}

async fn moved_on(durable: &mut watch::Receiver<u64>, next: u64) -> Happened {
    match durable.wait_for(|size| *size > next).await {
        Ok(_) => Happened::Entries,
        Err(_) => Happened::Over,
    }
}

/// The hub stops.
async fn over(stopping: &mut watch::Receiver<bool>) {
    // A hub that is gone has stopped too.
    let _ = stopping.wait_for(|stopping| *stopping).await;
}

/// Hands on a report that is not yet recorded.
async fn pass_on(told: Result<String, RecvError>, events: &mpsc::Sender<Event>) -> bool {
    match told {
        Ok(report) => {
            let event = Event::default().event("not_yet_recorded").data(report);
            events.send(event).await.is_ok()
        }
        Err(RecvError::Lagged(_)) => true,
        Err(RecvError::Closed) => false,
    }
}

/// Sends the next entries; none where the line ends.
async fn batch(unit: &Unit, from: u64, events: &mpsc::Sender<Event>) -> Option<u64> {
    let store = std::sync::Arc::clone(&unit.readers.store);
    let read = reading(move || store.entries(from, AT_ONCE)).await.ok()?;
    let read = match read {
        Ok(read) => read,
        Err(fault) => {
            let text = unreadable(&fault).detail;
            let _ = events
                .send(Event::default().event("error").data(text))
                .await;
            return None;
        }
    };
    let mut next = from;
    for bytes in read {
        let entry = String::from_utf8(bytes).ok()?;
        let event = Event::default()
            .id(next.to_string())
            .event("entry")
            .data(entry);
        events.send(event).await.ok()?;
        next = next.saturating_add(1);
    }
    Some(next)
}

struct Feed(mpsc::Receiver<Event>);

impl Stream for Feed {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(cx).map(|event| event.map(Ok))
    }
}
