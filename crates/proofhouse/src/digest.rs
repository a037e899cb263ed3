//! `proofhouse digest`: the weekly digest by mail, and the addresses it goes to.

pub mod addresses;
pub mod due;
pub mod post;
pub mod round;
pub mod week;

use std::process::ExitCode;

use jiff::Timestamp;
use pages::{Language, Words, mail::Links};

use crate::{
    cli::digest::{Digest, Erase, List, Send},
    found,
    kept::Record,
    tell::{GO, HEAD, HOLD, QUIET, Trouble, styled},
};
use addresses::Addresses;
use post::Post;
use round::{Round, Telling, Went};
use week::OfWeek;

/// What to do with the digest.
pub fn run(of: &Digest) -> Result<ExitCode, Trouble> {
    match of {
        Digest::Send(args) => send(args),
        Digest::List(args) => list(args),
        Digest::Erase(args) => erase(args),
    }
}

fn send(args: &Send) -> Result<ExitCode, Trouble> {
    let now = Timestamp::now();
    let Some(post) = Post::of(&args.mail)?.filter(|_| args.now) else {
        return print(args, now);
    };
    let record = args.record.clone();
    let unit = Record::open(&record)?.unit()?;
    let addresses = Addresses::beside(&record);
    let round = Round {
        record,
        unit,
        addresses,
        post,
    };
    let went = round.go(Telling::Everybody(now), now, &|| false)?;
    tell(&went);
    match went.broke {
        None => Ok(ExitCode::SUCCESS),
        Some(what) => Err(Trouble::new(
            "digest-not-sent",
            what,
            "mend that, then send it again",
        )),
    }
}

/// Prints the last seven days as a letter, with links that lead nowhere.
fn print(args: &Send, now: Timestamp) -> Result<ExitCode, Trouble> {
    let language = Language::of_tag(&args.language).ok_or_else(|| {
        let what = format!("there is no digest in {}", args.language);
        Trouble::new(
            "digest-language",
            what,
            "say --language en or --language es",
        )
    })?;
    let links = Links {
        origin: "https://hub.invalid",
        key: "KEY",
    };
    let letter = OfWeek::read(&args.record, now)?.letter(&links, Words::of(language));
    match args.html {
        true => anstream::println!("{}", letter.html),
        false => anstream::println!("{}\n\n{}", styled(HEAD, &letter.subject), letter.text),
    }
    Ok(ExitCode::SUCCESS)
}

/// Says how a round went, and no address.
pub fn tell(went: &Went) {
    if went.sent > 0 {
        anstream::println!("{} {} sent", styled(HEAD, "letters"), went.sent);
    }
    if !went.refused.is_empty() {
        let codes = went.refused.join(", ");
        let said = format!(
            "The mail server took {} letters not at all ({codes}).",
            went.refused.len()
        );
        anstream::eprintln!("{}", styled(HOLD, &said));
    }
}

fn list(args: &List) -> Result<ExitCode, Trouble> {
    Record::open(&args.record)?;
    let all = Addresses::beside(&args.record).all()?;
    let wanted = all
        .iter()
        .filter(|it| !args.contact || (it.contact && it.confirmed.is_some()));
    let mut none = true;
    for it in wanted {
        none = false;
        let since = match it.confirmed {
            Some(at) => format!("confirmed {at:.0}"),
            None => "not confirmed".to_owned(),
        };
        let (address, person) = (&it.address, it.person.as_str());
        anstream::println!("{address}  {person}  {}  {since}", it.language);
    }
    if none {
        anstream::eprintln!(
            "{}",
            styled(QUIET, "Nobody is on it. People sign up at /digest.")
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn erase(args: &Erase) -> Result<ExitCode, Trouble> {
    Record::open(&args.record)?;
    let person = args
        .person
        .as_ref()
        .map(|it| found::id("person", it))
        .transpose()?;
    let meant = |it: &addresses::Addressee| {
        let address = args.address.as_ref();
        address.is_some_and(|address| it.address.eq_ignore_ascii_case(address))
            || person.as_ref() == Some(&it.person)
    };
    let erased = Addresses::beside(&args.record).change(|all| {
        let before = all.len();
        all.retain(|it| !meant(it));
        before.saturating_sub(all.len())
    })?;
    if erased == 0 {
        return Err(Trouble::new(
            "digest-unknown",
            "no such address is kept",
            "see proofhouse digest list for those that are",
        ));
    }
    anstream::println!("{} {erased}", styled(GO, "erased"));
    Ok(ExitCode::SUCCESS)
}
