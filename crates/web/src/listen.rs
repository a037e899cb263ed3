//! The listener: connections within limits, and an end that answers what was taken in.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    task::JoinSet,
};

/// What a client may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once.
    pub connections: usize,
    /// Header lines.
    pub headers: usize,
    /// How long the head of a request may take.
    pub head: Duration,
    /// How long open calls may take to end when the hub stops.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1_024,
            headers: 64,
            head: Duration::from_secs(10),
            farewell: Duration::from_secs(10),
        }
    }
}

/// Serves until it is told to stop; then takes no new call, and waits for the open ones.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    (limits, mut stopping): (Limits, watch::Receiver<bool>),
) {
    let free = Arc::new(Semaphore::new(limits.connections));
    let mut open = JoinSet::new();
    loop {
        let taken = tokio::select! {
            _ = stopping.wait_for(|stopping| *stopping) => break,
            permit = Arc::clone(&free).acquire_owned() => permit,
        };
        let accepted = tokio::select! {
            _ = stopping.wait_for(|stopping| *stopping) => break,
            accepted = listener.accept() => accepted,
        };
        match (accepted, taken) {
            (Ok((stream, _)), Ok(permit)) => {
                let call = one(stream, router.clone(), (limits, stopping.clone()));
                open.spawn(async move {
                    call.await;
                    drop(permit);
                });
            }
            // Too many open files, most likely: others end meanwhile.
            _ => tokio::time::sleep(Duration::from_millis(50)).await,
        }
        while open.try_join_next().is_some() {}
    }
    drop(listener);
    let ended = async { while open.join_next().await.is_some() {} };
    // Whoever takes longer asks again under the same request.
    let _ = tokio::time::timeout(limits.farewell, ended).await;
}

/// One connection, call after call.
async fn one(
    stream: TcpStream,
    router: Router,
    (limits, mut stopping): (Limits, watch::Receiver<bool>),
) {
    // An answer is small and must not wait for more.
    let _ = stream.set_nodelay(true);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_headers(limits.headers);
    let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => return,
        _ = stopping.wait_for(|stopping| *stopping) => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
