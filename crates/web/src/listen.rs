//! The listener: connections within limits, and an end that answers what was taken in.

use std::io;
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
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    task::JoinSet,
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use crate::{
    gate::{Peer, Scheme},
    limits::Limits,
    secure::{Routed, Wire},
};

/// The first byte of a TLS handshake; no HTTP begins with it.
const HANDSHAKE: [u8; 1] = [0x16];

const PLAIN: Scheme = Scheme("http");
const SECURE: Scheme = Scheme("https");

/// How it is served.
#[derive(Debug)]
pub struct Serving {
    /// What a client may take.
    pub limits: Limits,
    /// Turns true when it has to end.
    pub stopping: watch::Receiver<bool>,
    /// How calls come in.
    pub wire: Wire,
}

/// Serves until it is told to stop; then takes no new call, and waits for the open ones.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    Serving {
        limits,
        mut stopping,
        wire,
    }: Serving,
) {
    let wire = Routed::of(wire, &router);
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
                let call = one(accepted, wire.clone(), (limits, stopping.clone()));
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

/// One connection: over TLS where it begins so, and the wire takes that.
async fn one(
    (stream, from): (TcpStream, SocketAddr),
    wire: Routed,
    (limits, mut stopping): (Limits, watch::Receiver<bool>),
) {
    // An answer is small and must not wait for more.
    let _ = stream.set_nodelay(true);
    let Some((acceptor, secure)) = wire.secure else {
        return answer((stream, PLAIN, from), wire.plain, (limits, stopping)).await;
    };
    let begun = tokio::select! {
        begun = tokio::time::timeout(limits.handshake, begin(stream, &acceptor)) => begun,
        _ = stopping.wait_for(|stopping| *stopping) => return,
    };
    match begun {
        Ok(Ok(Begun::Secure(stream))) => {
            answer((*stream, SECURE, from), secure, (limits, stopping)).await;
        }
        Ok(Ok(Begun::Plain(stream))) => {
            answer((stream, PLAIN, from), wire.plain, (limits, stopping)).await;
        }
        // Whoever does not trust the certificate, or takes too long, has gone or goes.
        Ok(Err(_)) | Err(_) => {}
    }
}

/// How a connection began.
enum Begun {
    Secure(Box<TlsStream<TcpStream>>),
    Plain(TcpStream),
}

async fn begin(stream: TcpStream, acceptor: &TlsAcceptor) -> io::Result<Begun> {
    let mut first = [0];
    match stream.peek(&mut first).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ if first == HANDSHAKE => {
            let stream = acceptor.accept(stream).await?;
            Ok(Begun::Secure(Box::new(stream)))
        }
        _ => Ok(Begun::Plain(stream)),
    }
}

/// Call after call of one connection.
async fn answer<S: AsyncRead + AsyncWrite + Unpin>(
    (stream, scheme, from): (S, Scheme, SocketAddr),
    router: Router,
    (limits, mut stopping): (Limits, watch::Receiver<bool>),
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_headers(limits.headers);
    let router = TowerToHyperService::new(router);
    let call = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(Peer(from.ip()));
        request.extensions_mut().insert(scheme);
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

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio_rustls::rustls::{
        ServerConfig, crypto::ring, server::ResolvesServerCertUsingSni as NoCertificate,
    };

    use super::*;
    use crate::secure::Secure;

    fn secure() -> Wire {
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(NoCertificate::new()));
        Wire::Secure(Secure {
            config: Arc::new(config),
            lasting: false,
        })
    }

    #[tokio::test]
    async fn a_handshake_that_never_ends_loses_its_line_and_keeps_nobody_else_waiting() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap();
        let (_stop, stopping) = watch::channel(false);
        let limits = Limits {
            connections: 2,
            handshake: Duration::from_millis(300),
            ..Limits::default()
        };
        let serving = Serving {
            limits,
            stopping,
            wire: secure(),
        };
        tokio::spawn(serve(listener, Router::new(), serving));
        let mut silent = TcpStream::connect(place).await.unwrap();
        let mut begun = TcpStream::connect(place).await.unwrap();
        begun.write_all(&HANDSHAKE).await.unwrap();
        // All lines are taken, so this one is answered only once the others have lost theirs.
        let mut line = TcpStream::connect(place).await.unwrap();
        let call = b"GET / HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n";
        line.write_all(call).await.unwrap();
        let mut told = String::new();
        line.read_to_string(&mut told).await.unwrap();
        assert!(told.starts_with("HTTP/1.1 308"), "{told}");
        for line in [&mut silent, &mut begun] {
            // It ends; by a word or without one.
            let _ = line.read_to_end(&mut Vec::new()).await;
        }
    }
}
