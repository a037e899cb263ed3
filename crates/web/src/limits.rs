//! What a client may take.

use std::time::Duration;

/// What a client may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once.
    pub connections: usize,
    /// Header lines.
    pub headers: usize,
    /// How long a secure connection may take to begin.
    pub handshake: Duration,
    /// How long the head of a request may take.
    pub head: Duration,
    /// How long a call may take, its body included.
    pub call: Duration,
    /// The largest body, in bytes.
    pub body: usize,
    /// The most submissions that wait for the writer, and as many stops: a second of work.
    pub waiting: usize,
    /// How long open calls may take to end when the hub stops.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1_024,
            headers: 64,
            handshake: Duration::from_secs(10),
            head: Duration::from_secs(10),
            call: Duration::from_secs(20),
            body: 256 * 1024,
            waiting: 4_096,
            farewell: Duration::from_secs(10),
        }
    }
}
