//! `proofhouse token`: who may sign in as a program or station. A hub may serve the record meanwhile.

use std::{path::PathBuf, process::ExitCode};

use custody::id::PersonId;
use jiff::Timestamp;
use web::{Token, Tokens};

use crate::{
    cli::hub::{ListTokens, NewToken, RevokeTokens, Token as Of, TokensFile},
    found,
    kept::Record,
    secret,
    tell::{GO, HEAD, QUIET, Trouble, styled},
};

/// What to do with tokens.
pub fn run(of: &Of) -> Result<ExitCode, Trouble> {
    match of {
        Of::New(args) => new(args),
        Of::List(args) => list(args),
        Of::Revoke(args) => revoke(args),
    }
}

/// Makes tokens, keeps their sums, prints them this once.
fn new(args: &NewToken) -> Result<ExitCode, Trouble> {
    let people = people(&args.people)?;
    let unit = Record::open(&args.file.record)?.unit()?;
    let mut lines = String::new();
    let mut told = Vec::new();
    for person in people {
        let secret = format!("ph_{}", secret::hex(&secret::random::<32>()?));
        told.push(format!("{person} {secret}"));
        let token = Token::new(&secret, person, &unit).made(now());
        lines.push_str(&token.line());
        lines.push('\n');
    }
    secret::append(&place(&args.file), &lines)?;
    for line in told {
        anstream::println!("{line}");
    }
    let said = "Shown this once: the file keeps only their sums. A hub that serves takes them in.";
    anstream::eprintln!("{}", styled(QUIET, said));
    Ok(ExitCode::SUCCESS)
}

/// Lists what may sign in.
fn list(args: &ListTokens) -> Result<ExitCode, Trouble> {
    let tokens = read(&args.file)?;
    let made = |token: &Token| token.made.map(|at| at.to_string());
    if args.json {
        let rows = tokens.all().iter().map(|token| {
            serde_json::json!({ "token": token.id(), "person": token.person,
                "unit": token.unit, "made": made(token) })
        });
        anstream::println!("{}", serde_json::Value::Array(rows.collect()));
        return Ok(ExitCode::SUCCESS);
    }
    for token in tokens.all() {
        let (person, unit) = (token.person.as_str(), &token.unit);
        let made = made(token).unwrap_or_default();
        let id = styled(HEAD, &token.id());
        anstream::println!("{id}  {person:<20}  {unit:<20}  {made}");
    }
    if tokens.all().is_empty() {
        let said = "Nobody can sign in yet: proofhouse token new. A stop needs no token.";
        anstream::eprintln!("{}", styled(QUIET, said));
    }
    Ok(ExitCode::SUCCESS)
}

/// Takes tokens back: a line for each is added to the file.
fn revoke(args: &RevokeTokens) -> Result<ExitCode, Trouble> {
    let people = people(&args.people)?;
    let known = read(&args.file)?;
    for id in &args.ids {
        if !known.all().iter().any(|token| token.id() == *id) {
            let help = "see proofhouse token list for those that may sign in";
            let what = format!("there is no token {id}");
            return Err(Trouble::new("token-unknown", what, help));
        }
    }
    let meant = |token: &&Token| args.ids.contains(&token.id()) || people.contains(&token.person);
    let meant: Vec<&Token> = known.all().iter().filter(meant).collect();
    if meant.is_empty() {
        let help = "see proofhouse token list for those that may sign in";
        return Err(Trouble::new(
            "token-unknown",
            "nobody named has a token",
            help,
        ));
    }
    let lines = meant.iter().map(|token| token.revoked(now()) + "\n");
    secret::append(&place(&args.file), &lines.collect::<String>())?;
    for token in meant {
        anstream::println!(
            "{} {} of {}",
            styled(GO, "revoked"),
            token.id(),
            token.person
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The tokens that may sign in at a record.
pub fn read(file: &TokensFile) -> Result<Tokens, Trouble> {
    let path = place(file);
    let text = secret::read(&path)?.unwrap_or_default();
    Tokens::parse(&text).map_err(|wrong| {
        let what = format!("{}: {wrong}", path.display());
        Trouble::new("tokens-broken", what, "mend the line, or take it out")
    })
}

/// Where they are kept.
pub fn place(file: &TokensFile) -> PathBuf {
    let beside = || secret::beside(&file.record, ".tokens");
    file.tokens.clone().unwrap_or_else(beside)
}

fn people(named: &[String]) -> Result<Vec<PersonId>, Trouble> {
    let people = named.iter().map(|person| found::id("person", person));
    people.collect()
}

fn now() -> Timestamp {
    // Whole seconds: nobody needs to know it better.
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}
