//! A line to a hub: HTTP/1.1, one call after another on one connection, nothing else.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection that is kept open.
#[derive(Debug)]
pub struct Line {
    stream: TcpStream,
    read: Vec<u8>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// 200 for a go.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl Line {
    /// Connects.
    pub fn open(place: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(place)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self {
            stream,
            read: Vec::new(),
        })
    }

    /// Sends a whole call and waits for its answer.
    pub fn call(&mut self, call: &[u8]) -> io::Result<Told> {
        self.stream.write_all(call)?;
        loop {
            if let Some((told, length)) = whole(&self.read)? {
                self.read.drain(..length);
                return Ok(told);
            }
            let mut piece = [0; 8_192];
            match self.stream.read(&mut piece)? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                count => self
                    .read
                    .extend_from_slice(piece.get(..count).unwrap_or_default()),
            }
        }
    }
}

/// The first answer in what was read, and its length; none while some of it is still to come.
fn whole(read: &[u8]) -> io::Result<Option<(Told, usize)>> {
    let Some(end) = read.windows(4).position(|it| it == b"\r\n\r\n") else {
        return Ok(None);
    };
    let (head, rest) = read.split_at(end + 4);
    let head = String::from_utf8_lossy(head);
    let status = head.split(' ').nth(1).and_then(|it| it.parse().ok());
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let value = value.trim().parse::<usize>().ok();
        value.filter(|_| name.eq_ignore_ascii_case("content-length"))
    });
    let (Some(status), Some(length)) = (status, length) else {
        let what = format!("not an answer: {head}");
        return Err(io::Error::new(io::ErrorKind::InvalidData, what));
    };
    Ok(rest.get(..length).map(|body| {
        let body = body.to_vec();
        (Told { status, body }, end + 4 + length)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_when_all_of_it_is_there_and_no_further() {
        let text = b"HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\n\r\nnoHTTP/1.1 200";
        for short in 0..text.len() - 12 {
            assert_eq!(whole(&text[..short]).unwrap(), None, "{short}");
        }
        let (told, length) = whole(text).unwrap().unwrap();
        assert_eq!((told.status, told.body.as_slice()), (409, &b"no"[..]));
        assert_eq!(&text[length..], b"HTTP/1.1 200");
    }

    #[test]
    fn what_is_no_answer_is_said_to_be_none() {
        assert!(whole(b"SSH-2.0\r\n\r\n").is_err());
    }
}
