//! A certificate, read and looked at before anything is served with it.

use std::{fs, net::IpAddr, path::Path, sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use rustls::{
    RootCertStore, ServerConfig,
    client::{WebPkiServerVerifier, danger::ServerCertVerifier},
    crypto::{CryptoProvider, ring},
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime, pem::PemObject},
};
use web::{Authority, Secure};
use x509_parser::{extensions::GeneralName, prelude::X509Certificate};

use super::{Files, day, make::Names};
use crate::{cli::tls::Shows, secret, tell::Trouble};

/// How long before its end a certificate is spoken of.
const SOON: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a hub is served with.
pub struct Ready {
    /// The door.
    pub secure: Secure,
    /// The authority that phones are asked to trust, where it is the set's own.
    pub authority: Option<Authority>,
    /// What it is for.
    pub names: Names,
    /// When it ends.
    pub until: Timestamp,
}

impl Ready {
    /// Whether it ends within thirty days.
    pub fn ends_soon(&self, now: Timestamp) -> bool {
        self.until.duration_since(now) < SOON
    }
}

/// What was asked for; none where the hub is served without TLS.
pub fn shown(shows: &Shows, now: Timestamp) -> Result<Option<Ready>, Trouble> {
    match (&shows.tls, &shows.cert, &shows.key) {
        (Some(folder), ..) => of_folder(folder, now).map(Some),
        (None, Some(certificate), Some(key)) => own(certificate, key, now).map(Some),
        _ => Ok(None),
    }
}

/// The certificate of an authority's folder, seen as a phone that trusts the authority sees it.
pub fn of_folder(folder: &Path, now: Timestamp) -> Result<Ready, Trouble> {
    let files = Files::of(folder);
    let root = Read::of(&files.authority(), &text(&files.authority())?)?;
    let server = private(&files.server())?;
    let read = Read::of(&files.server(), &server)?;
    root.holds_at(now)?;
    read.holds_at(now)?;
    let config = config(&read, (&files.server(), &server))?;
    trusted(&read, &root, now)?;
    let root = root.chain.into_iter().next();
    Ok(Ready {
        secure: Secure {
            config,
            lasting: false,
        },
        authority: root.map(|root| Authority::new(root.to_vec())),
        names: read.names,
        until: read.until,
    })
}

/// A certificate that somebody else signed.
fn own(certificate: &Path, key: &Path, now: Timestamp) -> Result<Ready, Trouble> {
    let read = Read::of(certificate, &text(certificate)?)?;
    read.holds_at(now)?;
    Ok(Ready {
        secure: Secure {
            config: config(&read, (key, &private(key)?))?,
            lasting: true,
        },
        authority: None,
        names: read.names,
        until: read.until,
    })
}

/// A certificate, as it stands in its file.
pub struct Read {
    /// Names and addresses it is for.
    pub names: Names,
    place: String,
    chain: Vec<CertificateDer<'static>>,
    from: Timestamp,
    until: Timestamp,
}

impl Read {
    /// The first certificate of a text, the others its chain.
    pub fn of(path: &Path, text: &str) -> Result<Self, Trouble> {
        let none = || broken(path, "holds no certificate");
        let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(text.as_bytes()).collect();
        let chain = chain.map_err(|_| none())?;
        let first = chain.first().ok_or_else(none)?;
        let (_, parsed) = x509_parser::parse_x509_certificate(first).map_err(|_| none())?;
        let time = |it: x509_parser::time::ASN1Time| {
            let time = Timestamp::from_second(it.timestamp());
            time.map_err(|_| broken(path, "has no time that can be"))
        };
        Ok(Self {
            names: names(&parsed),
            place: path.display().to_string(),
            from: time(parsed.validity().not_before)?,
            until: time(parsed.validity().not_after)?,
            chain,
        })
    }

    /// Whether it holds at a time.
    pub fn holds_at(&self, now: Timestamp) -> Result<(), Trouble> {
        if now > self.until {
            return Err(Trouble::new(
                "tls-expired",
                format!("{} ended on {}", self.place, day(self.until)),
                "make a new certificate: proofhouse tls init --renew; one of your own: from whoever signed it",
            ));
        }
        if now < self.from {
            return Err(Trouble::new(
                "tls-not-yet",
                format!("{} begins only on {}", self.place, day(self.from)),
                "look at this machine's clock",
            ));
        }
        Ok(())
    }
}

fn names(parsed: &X509Certificate<'_>) -> Names {
    let mut names = Names::default();
    let others = parsed.subject_alternative_name().ok().flatten();
    for name in others.iter().flat_map(|it| &it.value.general_names) {
        match name {
            GeneralName::DNSName(name) => names.dns.push((*name).to_owned()),
            GeneralName::IPAddress(bytes) => names.ips.extend(address(bytes)),
            _ => {}
        }
    }
    names
}

fn address(bytes: &[u8]) -> Option<IpAddr> {
    let four = || <[u8; 4]>::try_from(bytes).ok().map(IpAddr::from);
    let six = || <[u8; 16]>::try_from(bytes).ok().map(IpAddr::from);
    four().or_else(six)
}

/// What the listener needs, made of a certificate and the key in a text.
fn config(read: &Read, (path, key): (&Path, &str)) -> Result<Arc<ServerConfig>, Trouble> {
    let key = PrivateKeyDer::from_pem_slice(key.as_bytes());
    let key = key.map_err(|_| broken(path, "holds no key"))?;
    let config = ServerConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .map(|it| it.with_no_client_auth());
    let config = config.and_then(|it| it.with_single_cert(read.chain.clone(), key));
    let mut config = config.map_err(|wrong| match wrong {
        rustls::Error::InconsistentKeys(_) => Trouble::new(
            "tls-mismatch",
            format!("{} does not hold the key of {}", path.display(), read.place),
            "name the certificate and the key that were made together",
        ),
        wrong => broken(path, &format!("cannot be used: {wrong}")),
    })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// A phone that trusts this authority alone would take the certificate.
fn trusted(read: &Read, root: &Read, now: Timestamp) -> Result<(), Trouble> {
    let wrong = |why: &str| {
        let what = format!(
            "{} is not one that {} signed: {why}",
            read.place, root.place
        );
        let help = "make a new certificate: proofhouse tls init --renew";
        Trouble::new("tls-mismatch", what, help)
    };
    let mut roots = RootCertStore::empty();
    for certificate in root.chain.iter().cloned() {
        roots
            .add(certificate)
            .map_err(|it| wrong(&it.to_string()))?;
    }
    let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider());
    let verifier = verifier.build().map_err(|it| wrong(&it.to_string()))?;
    let since = Duration::from_secs(u64::try_from(now.as_second()).unwrap_or(0));
    let first = read.chain.first().ok_or_else(|| wrong("it is empty"))?;
    let dns = read
        .names
        .dns
        .iter()
        .map(|name| ServerName::try_from(name.clone()).ok());
    let ips = read.names.ips.iter().map(|ip| Some(ServerName::from(*ip)));
    for name in dns.chain(ips) {
        let name = name.ok_or_else(|| wrong("a name in it is none"))?;
        let seen =
            verifier.verify_server_cert(first, &[], &name, &[], UnixTime::since_unix_epoch(since));
        seen.map_err(|it| wrong(&it.to_string()))?;
    }
    Ok(())
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

/// The text of a file that everybody may read.
pub fn text(path: &Path) -> Result<String, Trouble> {
    fs::read_to_string(path).map_err(|wrong| broken(path, &format!("cannot be read: {wrong}")))
}

/// The text of a file that its owner alone may read.
pub fn private(path: &Path) -> Result<String, Trouble> {
    let read = secret::read(path).map_err(|trouble| match trouble.code {
        "secret-open" => Trouble {
            help: format!(
                "if nobody has read it: chmod 600 {}; else make a new key and certificate",
                path.display()
            ),
            ..trouble
        },
        _ => broken(path, "cannot be read"),
    })?;
    read.ok_or_else(|| broken(path, "is not there"))
}

fn broken(path: &Path, what: &str) -> Trouble {
    Trouble::new(
        "tls-unreadable",
        format!("{} {what}", path.display()),
        "name the folder that proofhouse tls init made, or the PEM files of your own certificate and key",
    )
}
