//! A mail server of this machine alone, which keeps what it is given.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    sync::{Arc, Condvar, Mutex},
    time::Duration,
};

use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};

/// How it is spoken to.
#[derive(Clone)]
pub enum Way {
    /// In the open.
    Open,
    /// By STARTTLS, with certificate and key of this file.
    Starttls(PathBuf),
}

/// A letter that was given.
#[derive(Clone)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// All of it.
    pub data: String,
    /// It came over TLS.
    pub secret: bool,
}

impl Mail {
    /// Its head, with folded lines in one.
    pub fn head(&self) -> String {
        let (head, _) = self.data.split_once("\n\n").unwrap();
        head.replace("\n ", " ")
    }

    /// Its parts as they read.
    pub fn text(&self) -> String {
        let joined = self.data.replace("=\n", "").into_bytes();
        let mut read = Vec::new();
        let mut rest = joined.as_slice();
        while let [first, others @ ..] = rest {
            let pair = others.get(..2).and_then(|it| std::str::from_utf8(it).ok());
            let byte = pair.and_then(|it| u8::from_str_radix(it, 16).ok());
            match (first, byte) {
                (b'=', Some(byte)) => {
                    read.push(byte);
                    rest = &others[2..];
                }
                _ => {
                    read.push(*first);
                    rest = others;
                }
            }
        }
        String::from_utf8_lossy(&read).into_owned()
    }
}

#[derive(Default)]
struct Given {
    mails: Mutex<(Vec<Mail>, Option<String>)>,
    more: Condvar,
}

/// The server.
pub struct Catcher {
    pub port: u16,
    given: Arc<Given>,
}

impl Catcher {
    pub fn open(way: Way) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let given = Arc::new(Given::default());
        let kept = Arc::clone(&given);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (kept, way) = (Arc::clone(&kept), way.clone());
                // Whoever breaks off, as one that does not trust it, has gone.
                std::thread::spawn(move || {
                    let _ = spoken(stream.unwrap(), &way, &kept);
                });
            }
        });
        Self { port, given }
    }

    /// What it says to every address from now on; none: it takes all.
    pub fn refuse(&self, answer: Option<&str>) {
        self.given.mails.lock().unwrap().1 = answer.map(str::to_owned);
    }

    /// The letters so far.
    pub fn count(&self) -> usize {
        self.given.mails.lock().unwrap().0.len()
    }

    /// The so-manieth letter, once it is there.
    pub fn wait(&self, nth: usize) -> Mail {
        let mails = self.given.mails.lock().unwrap();
        let long = Duration::from_secs(120);
        let few = |it: &mut (Vec<Mail>, _)| it.0.len() < nth;
        let (mails, late) = self
            .given
            .more
            .wait_timeout_while(mails, long, few)
            .unwrap();
        assert!(!late.timed_out(), "letter {nth} did not come");
        mails.0[nth - 1].clone()
    }
}

fn spoken(mut stream: TcpStream, way: &Way, given: &Given) -> std::io::Result<()> {
    stream.write_all(b"220 catcher\r\n")?;
    match way {
        Way::Open => session(stream, (false, false), given),
        Way::Starttls(pem) => {
            if !session_until_tls(&mut stream)? {
                return Ok(());
            }
            let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
                .with_safe_default_protocol_versions()
                .unwrap()
                .with_no_client_auth();
            let text = std::fs::read(pem)?;
            let chain = CertificateDer::pem_slice_iter(&text)
                .map(Result::unwrap)
                .collect();
            let key = PrivateKeyDer::from_pem_slice(&text).unwrap();
            let config = config.with_single_cert(chain, key).unwrap();
            let server = ServerConnection::new(Arc::new(config)).unwrap();
            session(StreamOwned::new(server, stream), (false, true), given)
        }
    }
}

/// Until the other asks for TLS; false where it goes instead. Read by the byte, so that nothing of the
/// handshake is lost in a buffer.
fn session_until_tls(stream: &mut TcpStream) -> std::io::Result<bool> {
    loop {
        let mut line = Vec::new();
        while !line.ends_with(b"\n") {
            let mut byte = [0];
            if stream.read(&mut byte)? == 0 {
                return Ok(false);
            }
            line.push(byte[0]);
        }
        match line.get(..4) {
            Some(b"EHLO") => stream.write_all(b"250-catcher\r\n250 STARTTLS\r\n")?,
            Some(b"STAR") => {
                stream.write_all(b"220 go\r\n")?;
                return Ok(true);
            }
            _ => stream.write_all(b"530 STARTTLS first\r\n")?,
        }
    }
}

fn session<S: Read + Write>(
    stream: S,
    (mut data, secret): (bool, bool),
    given: &Given,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let (mut to, mut lines) = (String::new(), String::new());
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let line = line.trim_end_matches(['\r', '\n']);
        let answer = match (data, line.get(..4).unwrap_or(line)) {
            (true, ".") => {
                data = false;
                let mail = Mail {
                    to: std::mem::take(&mut to),
                    data: std::mem::take(&mut lines),
                    secret,
                };
                given.mails.lock().unwrap().0.push(mail);
                given.more.notify_all();
                "250 kept".to_owned()
            }
            (true, _) => {
                lines.push_str(line.strip_prefix('.').unwrap_or(line));
                lines.push('\n');
                continue;
            }
            (false, "RCPT") => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                let refused = given.mails.lock().unwrap().1.clone();
                refused.unwrap_or_else(|| "250 ok".to_owned())
            }
            (false, "DATA") => {
                data = true;
                "354 go".to_owned()
            }
            (false, "QUIT") => "221 bye".to_owned(),
            (false, _) => "250 ok".to_owned(),
        };
        stream
            .get_mut()
            .write_all(format!("{answer}\r\n").as_bytes())?;
        stream.get_mut().flush()?;
    }
}
