//! The way to the mail server. What it says of an address is told to nobody.

use std::{error::Error, io, net::IpAddr, time::Duration};

use lettre::{
    Message, SmtpTransport, Transport,
    address::Address,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp::{
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
        extension::ClientId,
    },
};
use pages::mail::{Letter, Links};
use sha2::{Digest, Sha256};

use super::addresses::Addressee;
use crate::{
    cli::digest::{Mail, Security},
    secret,
    tell::Trouble,
};

/// How long the server may take for each word.
const PATIENCE: Duration = Duration::from_secs(20);

/// A mail server, and who sends by it.
pub struct Post {
    server: SmtpTransport,
    from: Mailbox,
    origin: String,
}

/// A letter that did not go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failed {
    /// The server will not have it, ever: its code.
    ForGood(String),
    /// It may go later: what happened.
    ForNow(String),
}

impl Post {
    /// The server that was named; none where none was.
    pub fn of(mail: &Mail) -> Result<Option<Self>, Trouble> {
        let (Some(smtp), Some(from), Some(links)) = (&mail.smtp, &mail.mail_from, &mail.mail_links)
        else {
            return Ok(None);
        };
        let from: Mailbox = from.parse().map_err(|_| {
            let what = format!("{from} is no address that mail can come from");
            Trouble::new(
                "mail-from",
                what,
                "write it as --mail-from \"Main unit <hub@example.org>\"",
            )
        })?;
        Ok(Some(Self {
            server: server(smtp, mail)?,
            from,
            origin: origin(links)?,
        }))
    }

    /// Where the links of somebody's letters lead.
    pub fn links<'a>(&'a self, one: &'a Addressee) -> Links<'a> {
        Links {
            origin: &self.origin,
            key: &one.key,
        }
    }

    /// Sends a letter. `of` is what it is of: sent twice, it is the same letter.
    pub fn send(&self, one: &Addressee, letter: Letter, of: &str) -> Result<(), Failed> {
        let none = |_| Failed::ForGood("no address".to_owned());
        let to: Address = one.address.parse().map_err(none)?;
        let message = self.message(one, (to, letter), of);
        let message = message.map_err(|_| Failed::ForGood("not written".to_owned()))?;
        match self.server.send(&message) {
            Ok(_) => Ok(()),
            Err(wrong) => Err(failed(&wrong)),
        }
    }

    fn message(
        &self,
        one: &Addressee,
        (to, letter): (Address, Letter),
        of: &str,
    ) -> Result<Message, lettre::error::Error> {
        let sum = Sha256::digest(format!("{} {of}", one.key));
        let id = secret::hex(sum.get(..16).unwrap_or_default());
        let domain = self.from.email.domain();
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject)
            .message_id(Some(format!("<{id}@{domain}>")))
            .multipart(MultiPart::alternative_plain_html(letter.text, letter.html))?;
        let leave = format!("<{}>", self.links(one).leave());
        for (name, value) in [
            (HeaderName::new_from_ascii_str("List-Unsubscribe"), leave),
            (
                HeaderName::new_from_ascii_str("List-Unsubscribe-Post"),
                "List-Unsubscribe=One-Click".to_owned(),
            ),
            (
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ),
        ] {
            message
                .headers_mut()
                .insert_raw(HeaderValue::new(name, value));
        }
        Ok(message)
    }
}

/// What a server said, without its words: they may name the address.
fn failed(wrong: &lettre::transport::smtp::Error) -> Failed {
    match wrong.status() {
        // Signing in, and not the letter.
        Some(code) if code.to_string().starts_with("53") => {
            Failed::ForNow(format!("the mail server does not let this hub in ({code})"))
        }
        Some(code) if wrong.is_permanent() => Failed::ForGood(code.to_string()),
        Some(code) => Failed::ForNow(format!("the mail server takes nothing now ({code})")),
        None if wrong.is_timeout() => Failed::ForNow("the mail server does not answer".to_owned()),
        None if wrong.is_tls() || of_tls(wrong) => Failed::ForNow(
            "the way to the mail server is not secret, so nothing was sent".to_owned(),
        ),
        None if wrong.is_client() => Failed::ForNow(
            "the mail server offers no TLS, or no way to sign in, so nothing was sent".to_owned(),
        ),
        None => Failed::ForNow("the mail server cannot be reached".to_owned()),
    }
}

/// Whether a failure came of TLS: a certificate that is not trusted breaks a line off.
fn of_tls(wrong: &dyn Error) -> bool {
    let mut cause = wrong.source();
    while let Some(it) = cause {
        let inner = it.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        if it.is::<rustls::Error>() || inner.is_some_and(|inner| inner.is::<rustls::Error>()) {
            return true;
        }
        cause = it.source();
    }
    false
}

fn server(smtp: &str, mail: &Mail) -> Result<SmtpTransport, Trouble> {
    let (host, port) = host_and_port(smtp, mail.smtp_security)?;
    let tls = match mail.smtp_security {
        Security::None if here(&host) => Tls::None,
        Security::None => {
            let what = format!("the way to {host} would be open to whoever listens");
            let help =
                "leave --smtp-security out, or name a server on this machine: --smtp localhost:25";
            return Err(Trouble::new("smtp-open", what, help));
        }
        Security::Starttls => Tls::Required(parameters(&host, mail)?),
        Security::Tls => Tls::Wrapper(parameters(&host, mail)?),
    };
    let mut server = SmtpTransport::builder_dangerous(&host)
        .port(port)
        .tls(tls)
        .hello_name(ClientId::default())
        .timeout(Some(PATIENCE));
    if let (Some(user), Some(file)) = (&mail.smtp_user, &mail.smtp_password) {
        let text = secret::read(file)?.ok_or_else(|| {
            let what = format!("{} is not there", file.display());
            Trouble::new(
                "smtp-password",
                what,
                "name the file whose first line is the password",
            )
        })?;
        let password = text.lines().next().unwrap_or_default().to_owned();
        server = server.credentials(Credentials::new(user.clone(), password));
    }
    Ok(server.build())
}

fn parameters(host: &str, mail: &Mail) -> Result<TlsParameters, Trouble> {
    let wrong = |what: String| {
        Trouble::new(
            "smtp-ca",
            what,
            "name a file with the certificate of an authority, as PEM",
        )
    };
    let mut parameters = TlsParameters::builder(host.to_owned());
    if let Some(file) = &mail.smtp_ca {
        let text = std::fs::read(file)
            .map_err(|it| wrong(format!("{} cannot be read: {it}", file.display())))?;
        let authority = Certificate::from_pem(&text)
            .map_err(|_| wrong(format!("{} holds no certificate", file.display())))?;
        parameters = parameters.add_root_certificate(authority);
    }
    parameters
        .build()
        .map_err(|it| wrong(format!("{host} cannot be reached secretly: {it}")))
}

fn host_and_port(smtp: &str, security: Security) -> Result<(String, u16), Trouble> {
    let usual = match security {
        Security::Starttls => 587,
        Security::Tls => 465,
        Security::None => 25,
    };
    let read = || match smtp.rsplit_once(':') {
        None => Some((smtp, usual)),
        Some((host, port)) => Some((host, port.parse().ok().filter(|port| *port > 0)?)),
    };
    let sound = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-');
    match read() {
        Some((host, port)) if !host.is_empty() && host.chars().all(sound) => {
            Ok((host.to_owned(), port))
        }
        _ => Err(Trouble::new(
            "smtp-server",
            format!("{smtp} is no mail server"),
            "name it as --smtp smtp.example.org or --smtp smtp.example.org:587",
        )),
    }
}

/// Whether a host is this machine.
fn here(host: &str) -> bool {
    let loopback = |ip: IpAddr| ip.is_loopback();
    host == "localhost" || host.parse().is_ok_and(loopback)
}

/// Where links lead: a scheme and a host, with no end of its own.
fn origin(links: &str) -> Result<String, Trouble> {
    let host = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| links.strip_prefix(scheme));
    let known = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | ':' | '[' | ']');
    let host = host.map(|host| host.trim_end_matches('/'));
    match host {
        Some(host) if !host.is_empty() && host.chars().all(known) => {
            Ok(links.trim_end_matches('/').to_owned())
        }
        _ => Err(Trouble::new(
            "mail-links",
            format!("{links} is no address of a hub"),
            "write how readers reach it: --mail-links https://hub.example.org",
        )),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli;

    fn said(more: &[&str]) -> Result<(), &'static str> {
        let words = ["proofhouse", "serve", "--record", "unit.db"];
        let args = cli::Args::try_parse_from(words.iter().chain(more));
        let cli::Command::Serve(args) = args.map_err(|_| "not-said")?.command else {
            panic!("this is not serve");
        };
        Post::of(&args.mail).map(|_| ()).map_err(|it| it.code)
    }

    fn with(smtp: &str, security: &str) -> Result<(), &'static str> {
        let more = ["--smtp", smtp, "--smtp-security", security];
        let rest = [
            "--mail-from",
            "Main unit <hub@set.example>",
            "--mail-links",
            "https://hub.example/",
        ];
        said(&[more, rest].concat())
    }

    #[test]
    fn a_mail_server_is_never_reached_in_the_open_but_on_this_machine() {
        assert_eq!(with("localhost:1025", "none"), Ok(()));
        assert_eq!(with("127.0.0.1:1025", "none"), Ok(()));
        for host in ["smtp.example", "localhost.example", "192.0.2.1", "10.0.0.1"] {
            assert_eq!(with(host, "none"), Err("smtp-open"), "{host}");
            assert_eq!(with(host, "starttls"), Ok(()), "{host}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_refused_before_anything_is_served() {
        for smtp in [
            "",
            ":25",
            "smtp.example:",
            "smtp.example:0",
            "smtp.example:99999",
            "a b",
            "smtp://x",
        ] {
            assert_eq!(with(smtp, "tls"), Err("smtp-server"), "{smtp}");
        }
        let rest = |from: &'static str, links: &'static str| {
            said(&[
                "--smtp",
                "smtp.example",
                "--mail-from",
                from,
                "--mail-links",
                links,
            ])
        };
        for from in ["", "hub", "hub@", "a@b.example\r\nBcc: c@d.example"] {
            assert_eq!(
                rest(from, "https://hub.example"),
                Err("mail-from"),
                "{from}"
            );
        }
        for links in [
            "",
            "hub.example",
            "https://",
            "ftp://hub.example",
            "https://hub.example/a b",
            "https://u@hub.example",
        ] {
            assert_eq!(rest("hub@set.example", links), Err("mail-links"), "{links}");
        }
        assert_eq!(said(&["--smtp", "smtp.example"]), Err("not-said"));
        assert_eq!(said(&["--mail-from", "hub@set.example"]), Err("not-said"));
        assert_eq!(said(&[]), Ok(()));
    }
}
