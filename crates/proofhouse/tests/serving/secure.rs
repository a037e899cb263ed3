//! A secure page on the set, with the program as its user starts it.

use std::{
    ffi::OsStr,
    fmt::Debug,
    io::{Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    sync::Arc,
};

use rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned,
    crypto::ring,
    pki_types::{CertificateDer, ServerName, pem::PemObject},
};
use tempfile::TempDir;

use crate::hub::{Hub, done, proofhouse, record};

/// What stands on the page of whoever is not signed in.
const SIGN_IN: &str = "STOP works all the same, without a name.";

/// Refused with exit code 2; what was said.
fn refused<A: AsRef<OsStr> + Debug>(args: &[A]) -> String {
    let out = proofhouse(args);
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(2), "{args:?}: {said}");
    said
}

/// A folder with a record, and an authority for localhost.
struct Set {
    folder: TempDir,
}

impl Set {
    fn new() -> Self {
        let set = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        record(set.folder.path());
        set
    }

    fn with_authority() -> Self {
        let set = Self::new();
        set.init("tls");
        set
    }

    fn init(&self, folder: &str) -> String {
        let out = self.path(folder);
        done(&[
            "tls",
            "init",
            "--name",
            "localhost",
            "--ip",
            "127.0.0.1",
            "--out",
            &out,
        ])
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn serve(&self, more: &[&str]) -> Hub {
        Hub::start(&self.serving(more))
    }

    /// What is said where it cannot be served.
    fn not_served(&self, more: &[&str]) -> String {
        refused(&self.serving(more))
    }

    fn serving(&self, more: &[&str]) -> Vec<String> {
        let record = self.path("unit.db");
        let args = ["serve", "--record", &record, "--listen", "127.0.0.1:0"];
        args.iter().chain(more).map(|it| (*it).to_owned()).collect()
    }
}

fn request(line: &str, host: &str) -> String {
    let kind = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0";
    format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{kind}\r\n\r\n")
}

fn plain(place: &str, line: &str) -> String {
    let mut stream = TcpStream::connect(place).unwrap();
    stream.write_all(request(line, place).as_bytes()).unwrap();
    let mut told = Vec::new();
    stream.read_to_end(&mut told).unwrap();
    String::from_utf8_lossy(&told).into_owned()
}

/// Asks over TLS by a name, trusting one certificate alone.
fn secure(place: &str, trusting: (&str, &str), line: &str) -> std::io::Result<String> {
    told(place, trusting, &request(line, place))
}

/// What is told over TLS, by a name and trusting one certificate alone, to a whole request.
fn told(place: &str, (name, trusted): (&str, &str), request: &str) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_file(trusted).unwrap())
        .unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(name.to_owned()).unwrap();
    let client = ClientConnection::new(Arc::new(config), name).unwrap();
    let mut stream = StreamOwned::new(client, TcpStream::connect(place).unwrap());
    stream.write_all(request.as_bytes())?;
    let mut told = Vec::new();
    // A server that just closes has said all it had to.
    match stream.read_to_end(&mut told) {
        Err(wrong) if wrong.kind() != std::io::ErrorKind::UnexpectedEof => Err(wrong),
        _ => Ok(String::from_utf8_lossy(&told).into_owned()),
    }
}

fn authority(set: &Set) -> String {
    set.path("tls/proofhouse-ca.crt")
}

#[test]
fn a_phone_that_trusts_the_authority_gets_the_sign_in_page_by_name_and_by_address() {
    let set = Set::with_authority();
    let mut hub = set.serve(&["--tls", &set.path("tls")]);
    let place = hub.place("serving https://");
    for name in ["localhost", "127.0.0.1"] {
        let page = secure(&place, (name, &authority(&set)), "GET /").unwrap();
        assert!(page.contains(SIGN_IN), "{page}");
        let head = page.to_ascii_lowercase();
        assert!(!head.contains("strict-transport-security"), "{page}");
    }
}

#[test]
fn a_phone_that_does_not_trust_it_or_comes_by_another_name_gets_nothing() {
    let set = Set::with_authority();
    set.init("other");
    let mut hub = set.serve(&["--tls", &set.path("tls")]);
    let place = hub.place("serving https://");
    let other = set.path("other/proofhouse-ca.crt");
    let wrong = secure(&place, ("localhost", &other), "GET /").unwrap_err();
    assert!(wrong.to_string().contains("certificate"), "{wrong}");
    let wrong = secure(&place, ("hub.local", &authority(&set)), "GET /").unwrap_err();
    assert!(wrong.to_string().contains("not valid for name"), "{wrong}");
    // And the hub answers whoever comes next.
    assert!(secure(&place, ("localhost", &authority(&set)), "GET /").is_ok());
}

#[test]
fn the_authority_can_speak_for_no_other_name() {
    let set = Set::with_authority();
    let text = std::fs::read_to_string(authority(&set)).unwrap();
    let key = std::fs::read_to_string(set.path("tls/proofhouse-ca.key")).unwrap();
    let key = rcgen::KeyPair::from_pem(&key).unwrap();
    let issuer = rcgen::Issuer::from_ca_cert_pem(&text, key).unwrap();
    for (name, ours) in [
        ("localhost", true),
        ("bank.example", false),
        ("192.0.2.1", false),
    ] {
        let own = rcgen::KeyPair::generate().unwrap();
        let params = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
        let made = params.signed_by(&own, &issuer).unwrap();
        std::fs::write(set.path("cert.pem"), made.pem()).unwrap();
        private(&set.path("key.pem"), &own.serialize_pem());
        let mut hub = set.serve(&[
            "--cert",
            &set.path("cert.pem"),
            "--key",
            &set.path("key.pem"),
        ]);
        let place = hub.place("serving https://");
        let told = secure(&place, (name, &authority(&set)), "GET /healthz");
        assert_eq!(told.is_ok(), ours, "{name}: {told:?}");
    }
}

#[test]
fn plain_http_is_sent_on_but_for_how_to_trust_stop_and_concern() {
    let set = Set::with_authority();
    let mut hub = set.serve(&["--tls", &set.path("tls"), "--redirect", "0"]);
    let other = hub.place("sending http://");
    let place = hub.place("serving https://");
    for from in [&place, &other] {
        let told = plain(from, "GET /rule/x?a=b");
        assert!(told.starts_with("HTTP/1.1 308"), "{told}");
        assert!(
            told.contains(&format!("location: https://{place}/rule/x?a=b\r\n")),
            "{told}"
        );
        assert!(plain(from, "POST /api/v1/units/main-unit/asks").starts_with("HTTP/1.1 308"));
        let page = plain(from, "GET /trust");
        let print = fingerprint(&set);
        assert!(
            page.starts_with("HTTP/1.1 200") && page.contains(&print),
            "{page}"
        );
        let file = plain(from, "GET /trust/proofhouse-ca.crt");
        assert!(file.contains("application/x-x509-ca-cert"), "{file}");
        assert!(plain(from, "POST /stop").starts_with("HTTP/1.1 200"));
        // An empty one, so what it lacks is said beside its field.
        assert!(plain(from, "POST /concern").contains("wrong-about"));
        assert!(plain(from, "GET /assets/proofhouse.css").starts_with("HTTP/1.1 200"));
    }
}

/// The fingerprint, as the program prints it.
fn fingerprint(set: &Set) -> String {
    let told = done(&["tls", "init", "--renew", "--out", &set.path("tls")]);
    let line = told.lines().find(|line| line.starts_with("fingerprint"));
    line.unwrap().rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn a_code_leads_over_tls_but_to_the_stop_where_no_phone_may_warn() {
    let set = Set::with_authority();
    let own = own(&set, (2020, 2120));
    let secret = token(&set);
    let folder = ["--tls".to_owned(), set.path("tls")];
    for (shows, trusted, stop) in [
        (&folder[..], authority(&set), "http"),
        (&own[..], own[1].clone(), "https"),
    ] {
        let shows: Vec<&str> = shows.iter().map(String::as_str).collect();
        let mut hub = set.serve(&shows);
        let place = hub.place("serving https://");
        let token = format!("Authorization: Bearer {secret}\r\nHost:");
        let call = request("GET /cards?of=poster", &place).replace("Host:", &token);
        let page = told(&place, ("localhost", &trusted), &call).unwrap();
        assert!(page.contains(&format!("{stop}://{place}/stop")), "{page}");
        // It says of an address that means this computer alone where its codes lead.
        assert!(page.contains(&format!("lead to https://{place}")), "{page}");
    }
}

/// The secret of a new token of the armorer.
fn token(set: &Set) -> String {
    let made = done(&[
        "token",
        "new",
        "--record",
        &set.path("unit.db"),
        "--person",
        "armorer",
    ]);
    made.trim().rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn a_cookie_given_over_tls_is_never_sent_without() {
    let set = Set::with_authority();
    let mut hub = set.serve(&["--tls", &set.path("tls")]);
    let place = hub.place("serving https://");
    let page = secure(&place, ("localhost", &authority(&set)), "POST /look").unwrap();
    let cookie = page.lines().find(|line| line.starts_with("set-cookie: "));
    assert!(cookie.unwrap().ends_with("; Secure"), "{page}");
}

#[test]
fn without_tls_there_is_no_authority_to_trust() {
    let set = Set::new();
    let mut hub = set.serve(&[]);
    let place = hub.place("serving http://");
    assert!(plain(&place, "GET /trust").starts_with("HTTP/1.1 404"));
    assert!(plain(&place, "GET /").contains(SIGN_IN));
}

/// Every file of a folder, with what it holds.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let read = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = read.map(|it| it.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

#[test]
fn a_second_init_is_refused_and_changes_nothing_and_a_renewal_keeps_the_authority() {
    let set = Set::with_authority();
    let folder = set.path("tls");
    let before = files(Path::new(&folder));
    let said = refused(&["tls", "init", "--name", "hub.local", "--out", &folder]);
    assert!(
        said.contains("--renew") && said.contains("tls-exists"),
        "{said}"
    );
    assert_eq!(files(Path::new(&folder)), before);
    done(&["tls", "init", "--renew", "--out", &folder]);
    let after = files(Path::new(&folder));
    assert_eq!(after.len(), before.len());
    let changed: Vec<_> = (0..3).filter(|nth| before[*nth] != after[*nth]).collect();
    assert_eq!(changed, [2], "server.pem alone is new");
    let mut hub = set.serve(&["--tls", &folder]);
    let place = hub.place("serving https://");
    assert!(secure(&place, ("127.0.0.1", &authority(&set)), "GET /").is_ok());
    assert!(done(&["doctor", "--tls", &folder]).contains("good for localhost, 127.0.0.1 until"));
}

#[cfg(unix)]
#[test]
fn keys_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let set = Set::with_authority();
    for name in ["tls/proofhouse-ca.key", "tls/server.pem"] {
        let mode = std::fs::metadata(set.path(name)).unwrap().permissions();
        assert_eq!(mode.mode() & 0o777, 0o600, "{name}");
    }
    let open = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(set.path("tls/server.pem"), open).unwrap();
    let said = set.not_served(&["--tls", &set.path("tls")]);
    assert!(
        said.contains("chmod 600") && said.contains("secret-open"),
        "{said}"
    );
}

/// Writes a key as its owner would.
fn private(path: &str, text: &str) {
    std::fs::write(path, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
}

/// A certificate of one's own for localhost, with its key, valid in these years.
fn own(set: &Set, (from, until): (i32, i32)) -> [String; 4] {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    params.not_before = rcgen::date_time_ymd(from, 1, 1);
    params.not_after = rcgen::date_time_ymd(until, 1, 1);
    let (certificate, place) = (set.path("own.pem"), set.path("own.key"));
    std::fs::write(&certificate, params.self_signed(&key).unwrap().pem()).unwrap();
    private(&place, &key.serialize_pem());
    ["--cert".to_owned(), certificate, "--key".to_owned(), place]
}

#[test]
fn a_certificate_of_ones_own_is_served_and_browsers_keep_to_it() {
    let set = Set::new();
    let args = own(&set, (2020, 2120));
    let mut hub = set.serve(&args.each_ref().map(String::as_str));
    let place = hub.place("serving https://");
    let page = secure(&place, ("localhost", &args[1]), "GET /").unwrap();
    assert!(
        page.contains("strict-transport-security: max-age="),
        "{page}"
    );
}

#[test]
fn what_is_expired_or_not_yet_valid_or_of_another_key_is_refused_with_what_to_do() {
    let set = Set::with_authority();
    let said = |args: &[String; 4]| set.not_served(&args.each_ref().map(String::as_str));
    let expired = said(&own(&set, (2020, 2021)));
    assert!(expired.contains("ended on 2021-01-01"), "{expired}");
    assert!(expired.contains("tls-expired") && expired.contains("--renew"));
    let early = said(&own(&set, (2110, 2120)));
    assert!(
        early.contains("begins only on 2110-01-01") && early.contains("clock"),
        "{early}"
    );
    let mut mixed = own(&set, (2020, 2120));
    mixed[3] = set.path("tls/proofhouse-ca.key");
    let mixed = said(&mixed);
    assert!(mixed.contains("tls-mismatch"), "{mixed}");
    private(&set.path("own.key"), "nonsense");
    let keyless = said(
        &["--cert", "own.pem", "--key", "own.key"].map(|it| match it {
            flag if flag.starts_with("--") => flag.to_owned(),
            file => set.path(file),
        }),
    );
    assert!(keyless.contains("own.key holds no key"), "{keyless}");
    set.init("other");
    std::fs::copy(set.path("other/server.pem"), set.path("tls/server.pem")).unwrap();
    let foreign = set.not_served(&["--tls", &set.path("tls")]);
    assert!(
        foreign.contains("tls-mismatch") && foreign.contains("--renew"),
        "{foreign}"
    );
    let nowhere = set.not_served(&["--tls", &set.path("nowhere")]);
    assert!(nowhere.contains("tls-unreadable"), "{nowhere}");
}

#[test]
fn a_name_that_is_none_is_refused_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("tls");
    for name in ["a b", "https://hub.local", "192.168.1.20", "*.local", ""] {
        let said = refused(&[
            "tls",
            "init",
            "--name",
            name,
            "--out",
            out.to_str().unwrap(),
        ]);
        assert!(said.contains("tls-name") && said.contains("--ip"), "{said}");
    }
    assert!(!out.exists());
}
