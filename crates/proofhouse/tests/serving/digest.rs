//! The weekly digest by mail, with the program as its user starts it and a mail server that keeps what
//! it is given.

use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::{
    catcher::{Catcher, Way},
    hub::{self, proofhouse, raw, record},
};

const ADDRESS: &str = "armorer@set.example";

/// A folder with a record, and a mail server.
struct Set {
    folder: TempDir,
    mail: Catcher,
}

impl Set {
    fn new(way: Way) -> Self {
        let set = Self {
            folder: tempfile::tempdir().unwrap(),
            mail: Catcher::open(way),
        };
        record(set.folder.path());
        set
    }

    /// With an address that was confirmed long ago.
    fn with_address(way: Way) -> Self {
        let set = Self::new(way);
        set.keep(&format!(
            r#"[{{"key":"{}","address":"{ADDRESS}","person":"armorer","language":"es","contact":false,
               "asked":"2025-01-01T08:00:00Z","told":"2025-01-01T08:00:00Z",
               "confirmed":"2025-01-01T08:00:00Z","sent":null}}]"#,
            "k".repeat(64)
        ));
        set
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// The file of addresses.
    fn kept(&self) -> String {
        std::fs::read_to_string(self.path("unit.db.digest")).unwrap()
    }

    fn keep(&self, text: &str) {
        let path = self.path("unit.db.digest");
        std::fs::write(&path, text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
        }
    }

    fn run(&self, args: &[&str]) -> Output {
        let record = self.path("unit.db");
        proofhouse(&[args, &["--record", &record]].concat())
    }

    fn done(&self, args: &[&str]) -> String {
        let out = self.run(args);
        let wrong = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success(), "{args:?}: {wrong}");
        String::from_utf8(out.stdout).unwrap()
    }

    /// How the mail server is named.
    fn smtp(&self, security: &str) -> Vec<String> {
        let smtp = format!("localhost:{}", self.mail.port);
        let args = [
            "--smtp",
            &smtp,
            "--smtp-security",
            security,
            "--mail-from",
            "Main unit <hub@set.example>",
            "--mail-links",
            "https://hub.example",
        ];
        args.map(str::to_owned).to_vec()
    }

    /// Sends the week now, and says what was printed of it.
    fn send(&self, security: &str, more: &[&str]) -> (Option<i32>, String) {
        let smtp = self.smtp(security);
        let mut args = vec!["digest", "send", "--now"];
        args.extend(smtp.iter().map(String::as_str));
        args.extend(more);
        let out = self.run(&args);
        let said = [out.stdout, out.stderr].concat();
        (out.status.code(), String::from_utf8(said).unwrap())
    }

    fn serve(&self) -> Hub {
        let smtp = self.smtp("none");
        let record = self.path("unit.db");
        let mut args = vec!["serve", "--record", &record, "--listen", "127.0.0.1:0"];
        args.extend(smtp.iter().map(String::as_str));
        Hub::start(&args)
    }
}

/// A hub at work, and where.
struct Hub {
    hub: hub::Hub,
    place: String,
}

impl Hub {
    fn start(args: &[&str]) -> Self {
        let mut hub = hub::Hub::telling(args, Stdio::piped());
        let place = hub.place("serving http://");
        Self { hub, place }
    }

    fn call(&self, line: &str, head: &str, body: &str) -> String {
        let form = "Content-Type: application/x-www-form-urlencoded\r\n";
        raw(&self.place, line, &format!("{form}{head}"), body)
    }

    /// Stops it as its user would, and says all that it printed.
    fn stop(self) -> String {
        self.hub.stop_and_tell()
    }
}

/// Where a link of a letter leads on the hub.
fn path_in(letter: &str, of: &str) -> String {
    let link = format!("https://hub.example/digest/{of}/");
    let (_, rest) = letter
        .split_once(&link)
        .unwrap_or_else(|| panic!("{letter}"));
    let key: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    assert_eq!(key.len(), 64, "{letter}");
    format!("/digest/{of}/{key}")
}

#[test]
fn whoever_signs_up_confirms_gets_the_digest_and_ends_it_with_one_click() {
    let set = Set::new(Way::Open);
    let made = set.done(&["token", "new", "--person", "armorer"]);
    let secret = made.trim().rsplit(' ').next().unwrap();
    let hub = set.serve();
    let head = format!("Authorization: Bearer {secret}\r\nSec-Fetch-Site: same-origin\r\n");
    let sign_up = || {
        let form = format!("address={ADDRESS}&week=yes");
        let told = hub.call("POST /digest", &head, &form);
        // What the page says; the hour around it goes on.
        let (_, says) = told.split_once("<h1").unwrap_or_else(|| panic!("{told}"));
        says.split("</main>").next().unwrap().to_owned()
    };
    let first = sign_up();
    assert!(first.contains("a link is on its way there"), "{first}");
    let asked = set.mail.wait(1);
    assert_eq!(asked.to, ADDRESS);
    // Nothing else goes to an address that is not confirmed, and looking at the link confirms nothing.
    let confirm = path_in(&asked.text(), "confirm");
    assert!(
        hub.call(&format!("GET {confirm}"), "", "")
            .contains("Yes, send me the digest")
    );
    assert_eq!(set.send("none", &[]).0, Some(0));
    assert_eq!(set.mail.count(), 1);
    assert!(
        hub.call(&format!("POST {confirm}"), "", "")
            .contains("Confirmed")
    );
    assert_eq!(set.send("none", &[]).0, Some(0));
    let digest = set.mail.wait(2);
    assert_eq!(digest.to, ADDRESS);
    assert!(digest.data.contains("Content-Type: multipart/alternative"));
    assert!(
        digest.text().contains("Nothing was refused."),
        "{}",
        digest.text()
    );
    let leave = path_in(&digest.text(), "leave");
    let one_click = format!("List-Unsubscribe: <https://hub.example{leave}>");
    assert!(digest.head().contains(&one_click), "{}", digest.head());
    let post = "List-Unsubscribe-Post: List-Unsubscribe=One-Click";
    assert!(digest.head().contains(post), "{}", digest.head());
    // The answer does not tell that the address is known.
    assert_eq!(sign_up(), first);
    let gone = hub.call(&format!("POST {leave}"), "", "List-Unsubscribe=One-Click");
    assert!(
        gone.starts_with("HTTP/1.1 200") && gone.contains("Ended and erased"),
        "{gone}"
    );
    assert_eq!(set.kept(), "[]\n");
    assert_eq!(set.send("none", &[]).0, Some(0));
    assert_eq!(set.mail.count(), 2);
    let said = hub.stop();
    assert!(said.contains("1 sent"), "{said}");
    assert!(!said.contains('@'), "{said}");
    let record = std::fs::read(set.path("unit.db")).unwrap();
    let holds = |word: &str| record.windows(word.len()).any(|it| it == word.as_bytes());
    assert!(holds("armorer") && !holds("set.example"));
}

#[test]
fn a_hub_sends_each_week_once_and_not_again_after_a_restart() {
    let set = Set::with_address(Way::Open);
    let hub = set.serve();
    let digest = set.mail.wait(1);
    assert!(
        digest.text().contains("No se negó nada."),
        "{}",
        digest.text()
    );
    hub.stop();
    assert!(!set.kept().contains("\"sent\": null"), "{}", set.kept());
    // The next letter of the next start is another one: so it looked, and sent nothing before it.
    let more = set.kept().replace(']', "");
    let other = format!(
        r#",{{"key":"{}","address":"lead@set.example","person":"armorer","language":"en","contact":false,
            "asked":"2999-01-01T08:00:00Z","told":null,"confirmed":null,"sent":null}}]"#,
        "l".repeat(64)
    );
    set.keep(&format!("{more}{other}"));
    let hub = set.serve();
    assert_eq!(set.mail.wait(2).to, "lead@set.example");
    hub.stop();
    assert_eq!(set.mail.count(), 2);
}

#[test]
fn a_letter_that_does_not_go_is_told_without_its_address_and_goes_later() {
    let set = Set::with_address(Way::Open);
    set.mail
        .refuse(Some("451 4.3.0 not now, armorer@set.example"));
    let (code, said) = set.send("none", &[]);
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("1 not taken by the mail server now (451)") && !said.contains('@'),
        "{said}"
    );
    assert!(set.kept().contains("\"sent\": null"), "{}", set.kept());
    set.mail
        .refuse(Some("550 5.1.1 no armorer@set.example here"));
    let (code, said) = set.send("none", &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("550") && !said.contains('@'), "{said}");
    set.mail.refuse(None);
    assert_eq!(set.send("none", &[]).0, Some(0));
    assert_eq!(set.mail.wait(1).to, ADDRESS);
}

#[test]
fn no_letter_goes_where_others_could_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let tls = folder.path().join("tls");
    let out = tls.to_str().unwrap();
    let made = proofhouse(&["tls", "init", "--name", "localhost", "--out", out]);
    assert!(made.status.success());
    let set = Set::with_address(Way::Starttls(tls.join("server.pem")));
    let (code, said) = set.send("starttls", &[]);
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("is not secret, so nothing was sent"),
        "{said}"
    );
    let authority = tls.join("proofhouse-ca.crt");
    let trusted = ["--smtp-ca", authority.to_str().unwrap()];
    assert_eq!(set.send("starttls", &trusted).0, Some(0));
    assert!(set.mail.wait(1).secret);
    // A server that offers no TLS is given nothing either.
    let open = Set::with_address(Way::Open);
    let (code, said) = open.send("starttls", &[]);
    assert_eq!((code, open.mail.count()), (Some(2), 0), "{said}");
}

#[test]
fn the_keeper_sees_who_may_be_written_to_and_erases_whom_they_are_asked_to() {
    let set = Set::with_address(Way::Open);
    assert!(set.done(&["digest", "list"]).contains(ADDRESS));
    assert_eq!(set.done(&["digest", "list", "--contact"]), "");
    let unknown = set.run(&["digest", "erase", "nobody@set.example"]);
    assert_eq!(unknown.status.code(), Some(2));
    set.done(&["digest", "erase", "ARMORER@set.example"]);
    assert_eq!(set.kept(), "[]\n");
    let printed = set.done(&["digest", "send", "--dry-run", "--language", "es"]);
    assert!(printed.contains("No se negó nada."), "{printed}");
    set.keep("nonsense");
    let broken = set.run(&["digest", "list"]);
    assert!(String::from_utf8_lossy(&broken.stderr).contains("digest-broken"));
}

#[test]
fn the_mail_server_is_named_by_the_environment_too_and_the_password_by_a_file_alone() {
    let set = Set::with_address(Way::Open);
    let send = |named: &[(&str, &str)]| {
        let out = Command::new(env!("CARGO_BIN_EXE_proofhouse"))
            .args(["digest", "send", "--now", "--record", &set.path("unit.db")])
            .envs(named.iter().copied())
            .output()
            .unwrap();
        let said = String::from_utf8([out.stdout, out.stderr].concat()).unwrap();
        (out.status.code(), said)
    };
    let smtp = format!("localhost:{}", set.mail.port);
    let server = [
        ("PROOFHOUSE_SMTP", &smtp[..]),
        ("PROOFHOUSE_SMTP_SECURITY", "none"),
    ];
    let (code, said) = send(&server);
    assert!(code == Some(2) && said.contains("--mail-from"), "{said}");
    let from = ("PROOFHOUSE_MAIL_FROM", "hub@set.example");
    let links = ("PROOFHOUSE_MAIL_LINKS", "https://hub.example");
    let (code, said) = send(&[&server[..], &[from, links]].concat());
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(set.mail.wait(1).to, ADDRESS);
    let password = set.path("smtp.secret");
    std::fs::write(&password, "a secret\n").unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&password, std::fs::Permissions::from_mode(0o644)).unwrap();
        let user = ("PROOFHOUSE_SMTP_USER", "hub");
        let file = ("PROOFHOUSE_SMTP_PASSWORD", &password[..]);
        let (code, said) = send(&[&server[..], &[from, links, user, file]].concat());
        assert!(code == Some(2) && said.contains("secret-open"), "{said}");
        assert!(!said.contains("a secret"), "{said}");
    }
}
