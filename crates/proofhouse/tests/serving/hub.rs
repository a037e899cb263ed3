//! The program as its user starts it: run to its end, or a hub at work and what is asked of it.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, ChildStdout, Command, Output, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

/// The longest that anything here is waited for.
const PATIENCE: Duration = Duration::from_secs(120);

pub fn proofhouse<A: AsRef<OsStr>>(args: &[A]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_proofhouse"));
    program.args(args).output().unwrap()
}

pub fn done(args: &[&str]) -> String {
    let out = proofhouse(args);
    let wrong = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{args:?}: {wrong}");
    String::from_utf8(out.stdout).unwrap()
}

/// A hub at work, and what it says.
pub struct Hub {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Hub {
    pub fn start<A: AsRef<OsStr>>(args: &[A]) -> Self {
        Self::telling(args, Stdio::inherit())
    }

    /// Its troubles go where they are told.
    pub fn telling<A: AsRef<OsStr>>(args: &[A], troubles: Stdio) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_proofhouse"))
            .args(args)
            .stdout(Stdio::piped())
            .stderr(troubles)
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        Self { child, said }
    }

    /// The address in the next line that begins so.
    pub fn place(&mut self, begins: &str) -> String {
        self.line(begins).rsplit('/').next().unwrap().to_owned()
    }

    /// Stops it; all that it printed since, troubles too where they were kept.
    pub fn stop_and_tell(mut self) -> String {
        self.ask_to_stop();
        let mut all = String::new();
        self.said.read_to_string(&mut all).unwrap();
        if let Some(mut troubles) = self.child.stderr.take() {
            troubles.read_to_string(&mut all).unwrap();
        }
        assert!(self.child.wait().unwrap().success(), "{all}");
        all
    }

    fn ask_to_stop(&self) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(told.success());
    }

    /// The next line that begins so.
    pub fn line(&mut self, begins: &str) -> String {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(
                self.said.read_line(&mut line).unwrap() > 0,
                "no line {begins}"
            );
            if line.starts_with(begins) {
                return line.trim_end().to_owned();
            }
        }
    }

    /// Tells it to stop; its exit code.
    pub fn stop(mut self) -> Option<i32> {
        self.ask_to_stop();
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            std::thread::yield_now();
        }
        panic!("it does not stop");
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn call(host: &str, line: &str, headers: &str, body: &str) -> (u16, Value) {
    let told = raw(host, line, headers, body);
    let (head, body) = told.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(body).unwrap_or_default())
}

/// Presses the button of a link; the header line of the session, where it signs in.
pub fn used(host: &str, secret: &str) -> Option<String> {
    let here = format!("Origin: http://{host}\r\n");
    let told = raw(host, &format!("POST /in/{secret}"), &here, "");
    let cookie = told
        .lines()
        .find_map(|line| line.strip_prefix("set-cookie: "))?;
    Some(format!("Cookie: {}\r\n", cookie.split(';').next().unwrap()))
}

pub fn raw(host: &str, line: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(host).unwrap();
    let length = body.len();
    let text = format!(
        "{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(text.as_bytes()).unwrap();
    let mut told = Vec::new();
    stream.read_to_end(&mut told).unwrap();
    String::from_utf8_lossy(&told).into_owned()
}

/// A record with an armorer, in a folder.
pub fn record(folder: &Path) -> String {
    let record = folder.join("unit.db").to_str().unwrap().to_owned();
    done(&[
        "found",
        "--record",
        &record,
        "--unit",
        "main-unit",
        "--place",
        "us/us-ca",
        "--zone",
        "America/Los_Angeles",
        "--founder",
        "producer",
        "--person",
        "producer=producer",
        "--person",
        "armorer=armorer",
        "--person",
        "first_ad=first_ad",
    ]);
    record
}
