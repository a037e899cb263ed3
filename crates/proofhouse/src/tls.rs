//! `proofhouse tls`: an authority for one set, a certificate for its hub.

pub mod certificate;
mod make;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rustls::pki_types::DnsName;

use crate::{
    cli::tls::{Init, Tls},
    secret,
    tell::{self, HEAD, QUIET, Trouble, styled},
};
use certificate::Read;
use make::Names;

/// The files of an authority.
pub struct Files {
    folder: PathBuf,
}

impl Files {
    /// The files in a folder.
    pub fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// The authority's certificate, for everybody.
    pub fn authority(&self) -> PathBuf {
        self.folder.join("proofhouse-ca.crt")
    }

    /// The authority's key.
    pub fn authority_key(&self) -> PathBuf {
        self.folder.join("proofhouse-ca.key")
    }

    /// The hub's certificate and key in one file, so that the two are always of each other.
    pub fn server(&self) -> PathBuf {
        self.folder.join("server.pem")
    }
}

/// What to do for a secure page.
pub fn run(of: &Tls) -> Result<ExitCode, Trouble> {
    let Tls::Init(args) = of;
    let files = Files::of(&args.out);
    let today = TimeZone::UTC.to_datetime(Timestamp::now()).date();
    match args.renew {
        true => renew(&files, today)?,
        false => init(&files, &asked(args)?, today)?,
    }
    tell(&files)?;
    Ok(ExitCode::SUCCESS)
}

/// The names and addresses that were given.
fn asked(args: &Init) -> Result<Names, Trouble> {
    let name = |name: &String| {
        let name = name.to_ascii_lowercase();
        let sound = DnsName::try_from(name.as_str()).is_ok();
        match sound && name.parse::<std::net::IpAddr>().is_err() {
            true => Ok(name),
            false => Err(Trouble::new(
                "tls-name",
                format!("{name} is no name that a certificate can be made for"),
                "give the hub's name alone, as --name hub.local, and an address as --ip 192.168.1.20",
            )),
        }
    };
    Ok(Names {
        dns: args.names.iter().map(name).collect::<Result<_, _>>()?,
        ips: args.ips.clone(),
    })
}

fn init(files: &Files, names: &Names, today: Date) -> Result<(), Trouble> {
    let all = [files.authority(), files.authority_key(), files.server()];
    if let Some(there) = all.iter().find(|it| it.exists()) {
        return Err(Trouble::new(
            "tls-exists",
            format!("{} is there already; nothing was changed", there.display()),
            "--renew makes a new certificate by the same authority, which phones trust already; \
             for other names make another authority: --out another-folder",
        ));
    }
    let made = make::authority(names, today).map_err(|wrong| not_made(&wrong))?;
    fs::create_dir_all(&files.folder).map_err(|wrong| unwritable(&files.folder, &wrong))?;
    secret::create(&files.authority_key(), &made.key)?;
    secret::create(&files.server(), &made.server)?;
    // Last: without it the folder is not an authority.
    public(&files.authority(), &made.certificate)
}

fn renew(files: &Files, today: Date) -> Result<(), Trouble> {
    let certificate = certificate::text(&files.authority())?;
    let key = certificate::private(&files.authority_key())?;
    let names = Read::of(&files.server(), &certificate::private(&files.server())?)?.names;
    Read::of(&files.authority(), &certificate)?.holds_at(Timestamp::now())?;
    let made = make::renewed((&certificate, &key), &names, today);
    let made = made.map_err(|wrong| not_made(&wrong))?;
    let (place, new) = (files.server(), files.folder.join("server.pem.new"));
    if new.exists() {
        fs::remove_file(&new).map_err(|wrong| unwritable(&new, &wrong))?;
    }
    secret::create(&new, &made)?;
    fs::rename(&new, &place).map_err(|wrong| unwritable(&place, &wrong))
}

/// Says what was made, and what to do now.
fn tell(files: &Files) -> Result<(), Trouble> {
    let (folder, now) = (&files.folder, Timestamp::now());
    let ready = certificate::of_folder(folder, now)?;
    let names = ready.names.all().join(", ");
    anstream::println!("{} {names}", styled(HEAD, "hub        "));
    anstream::println!("{} {}", styled(HEAD, "good until "), day(ready.until));
    if let Some(authority) = &ready.authority {
        let name = styled(HEAD, "fingerprint");
        anstream::println!("{name} {}", authority.fingerprint());
    }
    let place = ready.names.address(7300);
    let folder = folder.display();
    anstream::println!(
        "\nServe:\n  proofhouse serve --record main-unit.db --tls {folder} --listen 0.0.0.0:7300"
    );
    anstream::println!("\nThen, once on every phone and laptop: open http://{place}/trust");
    for kind in [
        "iPhone, iPad: take the certificate, install the profile, then turn it on under Settings, General, About, Certificate Trust Settings",
        "Android: take the certificate, then Settings, search for “CA certificate”, install it",
        "Laptop: take the certificate, and add it to the trusted root authorities of the system or of Firefox",
    ] {
        anstream::println!("{}", tell::block(2, QUIET, kind));
    }
    let keep = format!(
        "Compare the fingerprint on the phone with this one. Keep {} where nobody else reads it: whoever has it can pose as this hub.",
        files.authority_key().display()
    );
    anstream::println!("\n{}", tell::block(0, QUIET, &keep));
    Ok(())
}

/// The day of a time.
pub fn day(at: Timestamp) -> String {
    TimeZone::UTC.to_datetime(at).date().to_string()
}

/// Writes a new file that everybody may read.
fn public(path: &Path, text: &str) -> Result<(), Trouble> {
    let file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path);
    let done = file.and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    done.map_err(|wrong| unwritable(path, &wrong))
}

fn unwritable(path: &Path, wrong: &std::io::Error) -> Trouble {
    let what = format!("{} cannot be written: {wrong}", path.display());
    Trouble::new("tls-unwritable", what, "name another folder: --out DIR")
}

fn not_made(wrong: &rcgen::Error) -> Trouble {
    let what = format!("no certificate could be made: {wrong}");
    let help = "see that the names are plain and the authority's files are as they were made";
    Trouble::new("tls-not-made", what, help)
}
