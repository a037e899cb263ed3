//! Packs for guests: the record as it was when the link was made, whole, for whoever has the link.

use std::{
    collections::BTreeSet,
    io::{self, Read},
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    body::Body,
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use futures_core::Stream;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

/// Bytes read at once.
const AT_ONCE: usize = 256 * 1024;

/// A pack that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// SHA-256 of its file.
    pub sum: String,
    /// Entries of the record in it.
    pub entries: u64,
    /// The size of its file.
    pub bytes: u64,
}

/// Makes packs, and keeps them beside the record.
pub trait Packs: Send + Sync {
    /// Makes the pack of the record as it is now; none where that could not be.
    fn make(&self) -> Option<Pack>;

    /// The file of a pack; none where it is gone.
    fn open(&self, pack: &Pack) -> Option<Box<dyn Read + Send>>;

    /// Lets go of all but those with these sums.
    fn keep_only(&self, sums: &BTreeSet<String>);
}

/// Sends the file of a pack, as much at once as is taken.
pub fn sent(unit: &str, pack: &Pack, file: Box<dyn Read + Send>) -> Response {
    let (pieces, taken) = mpsc::channel(1);
    tokio::spawn(pass_on(file, pieces));
    let head: [(HeaderName, String); 4] = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_LENGTH, pack.bytes.to_string()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{unit}-{}.zip\"", pack.entries),
        ),
    ];
    (head, Body::from_stream(Pieces(taken))).into_response()
}

/// Reads on only when the piece before was taken: a slow reader holds no thread.
async fn pass_on(mut file: Box<dyn Read + Send>, pieces: mpsc::Sender<io::Result<Vec<u8>>>) {
    loop {
        let read = tokio::task::spawn_blocking(move || {
            let mut piece = Vec::new();
            let read = file.by_ref().take(AT_ONCE as u64).read_to_end(&mut piece);
            (read.map(|_| piece), file)
        });
        let Ok((piece, rest)) = read.await else {
            return;
        };
        file = rest;
        let (ended, broken) = (piece.as_ref().is_ok_and(Vec::is_empty), piece.is_err());
        if ended || pieces.send(piece).await.is_err() || broken {
            return;
        }
    }
}

struct Pieces(mpsc::Receiver<io::Result<Vec<u8>>>);

impl Stream for Pieces {
    type Item = io::Result<Vec<u8>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(cx)
    }
}
