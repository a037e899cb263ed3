//! The listener: connections within limits, and an end that answers what was taken in.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::{body::Incoming, server::conn::http1, service::Service, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    task::JoinSet,
};

use crate::{gate::Peer, limits::Limits};

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
            (Ok(accepted), Ok(permit)) => {
                let call = one(accepted, router.clone(), (limits, stopping.clone()));
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
    (stream, from): (TcpStream, SocketAddr),
    router: Router,
    (limits, mut stopping): (Limits, watch::Receiver<bool>),
) {
    // An answer is small and must not wait for more.
    let _ = stream.set_nodelay(true);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_headers(limits.headers);
    let router = TowerToHyperService::new(router);
    let call = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(Peer(from.ip()));
        router.call(request)
    });
    let connection = http.serve_connection(TokioIo::new(stream), call);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => return,
        _ = stopping.wait_for(|stopping| *stopping) => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
