//! `proofhouse serve`: the hub of a set. One thread writes; the others listen and read.

use std::{process::ExitCode, sync::Arc, thread};

use armory::Armory;
use jiff::Timestamp;
use store::Store;
use tokio::{net::TcpListener, runtime::Runtime, sync::watch};
use web::{Clock, Limits, Readers, Tokens, Unit, Writer};

use crate::{
    cli::hub::Serve,
    hub::{self, Machine, Said},
    secret,
    tell::{HEAD, QUIET, Trouble, styled},
};

/// Serves until it is told to stop.
pub fn run(args: &Serve) -> Result<ExitCode, Trouble> {
    if !args.record.exists() {
        let what = format!("{} is not there", args.record.display());
        return Err(Trouble::new(
            "record-missing",
            what,
            "found it first: proofhouse found",
        ));
    }
    let store = hub::store(&args.record)?;
    let founding = hub::founding(&*store)?;
    let clock = clock(args, &founding, &*store)?;
    let signer = hub::signer(&args.record, &founding.origin)?;
    let keeping = hub::keeping(store, signer, &args.books)?;
    let tokens = tokens(args)?;
    let mut clock = clock;
    let armory = Armory::open(keeping, clock.now(None)).map_err(|fault| hub::trouble(&fault))?;
    let readers = Readers::of(&armory);
    let (writer, work) = web::desk(armory, clock);
    let (stop, stopping) = watch::channel(false);
    let unit = Unit {
        name: hub::unit(&founding.origin),
        writer: writer.clone(),
        tokens: Arc::new(tokens),
        stopping: stopping.clone(),
        fresh: Arc::new(|| {
            let dice = secret::random::<16>().ok()?;
            format!("hub-{}", secret::hex(&dice)).parse().ok()
        }),
        readers,
    };
    let listening = runtime()?;
    let writing = thread::Builder::new()
        .name("writer".to_owned())
        .spawn(|| work.run());
    let writing = writing.map_err(|wrong| unable("no thread can be started", &wrong))?;
    let served = listening.block_on(listen(args, unit, (stop, stopping)));
    ended(&writer, writing);
    served.map(|()| ExitCode::SUCCESS)
}

/// The writer answers what it took in, and puts a picture of the state away.
fn ended(writer: &Writer, writing: thread::JoinHandle<Armory>) {
    writer.close();
    match writing.join() {
        Ok(mut armory) => {
            if armory.waiting() > 0 {
                let waiting = armory.waiting();
                anstream::eprintln!("{waiting} reports could not be written: enter them again");
            }
            // Without it the next start only takes longer.
            let _ = armory.put_snapshot();
        }
        Err(_) => anstream::eprintln!("the writer broke off; what it answered is in the record"),
    }
}

fn runtime() -> Result<Runtime, Trouble> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let runtime = builder.enable_all().max_blocking_threads(16).build();
    runtime.map_err(|wrong| unable("no thread can be started", &wrong))
}

async fn listen(
    args: &Serve,
    unit: Unit,
    (stop, stopping): (watch::Sender<bool>, watch::Receiver<bool>),
) -> Result<(), Trouble> {
    let listener = TcpListener::bind(args.listen).await.map_err(|wrong| {
        let what = format!("{} cannot be listened at: {wrong}", args.listen);
        Trouble::new(
            "listen-failed",
            what,
            "name another address: --listen 127.0.0.1:7301",
        )
    })?;
    let place = listener.local_addr();
    let place = place.map_err(|wrong| unable("the address is not known", &wrong))?;
    let signals = told_to_stop()?;
    tell(&unit, &place.to_string());
    let router = web::router(unit);
    tokio::spawn(async move {
        signals.await;
        stop.send_replace(true);
    });
    web::serve(listener, router, (Limits::default(), stopping)).await;
    Ok(())
}

fn tell(unit: &Unit, place: &str) {
    anstream::println!("{} http://{place}", styled(HEAD, "serving"));
    anstream::println!("{} /api/v1/units/{}", styled(HEAD, "unit   "), unit.name);
    if unit.tokens.count() == 0 {
        let said = "Nobody can sign in yet: proofhouse token new. A stop needs no token.";
        anstream::println!("{}", styled(QUIET, said));
    }
}

#[cfg(unix)]
fn told_to_stop() -> Result<impl Future<Output = ()>, Trouble> {
    use tokio::signal::unix::{SignalKind, signal};
    let listen = |kind| signal(kind).map_err(|wrong| unable("signals cannot be heard", &wrong));
    let mut interrupt = listen(SignalKind::interrupt())?;
    let mut terminate = listen(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the same shape on every system")]
fn told_to_stop() -> Result<impl Future<Output = ()>, Trouble> {
    Ok(async {
        // Where it cannot be heard, closing the window ends it.
        let _ = tokio::signal::ctrl_c().await;
    })
}

fn tokens(args: &Serve) -> Result<Tokens, Trouble> {
    let path = args.tokens.clone();
    let path = path.unwrap_or_else(|| secret::beside(&args.record, ".tokens"));
    let text = secret::read(&path)?.unwrap_or_default();
    Tokens::parse(&text).map_err(|wrong| {
        let what = format!("{}: {wrong}", path.display());
        Trouble::new("tokens-broken", what, "mend the line, or take it out")
    })
}

/// The machine's clock; the devices' only where the record says of itself that it is a rehearsal.
fn clock(
    args: &Serve,
    founding: &logbook::Founding,
    store: &dyn Store,
) -> Result<Box<dyn Clock>, Trouble> {
    let rehearsal = format!("/{}", hub::REHEARSAL);
    match (args.replay_clock, founding.origin.contains(&rehearsal)) {
        (false, false) => Ok(Box::new(Machine::new())),
        (true, true) => Ok(Box::new(Said::new(last(store).unwrap_or(founding.at)))),
        (true, false) => Err(Trouble::new(
            "clock-of-a-set",
            format!("{} is of a set, not of a rehearsal", args.record.display()),
            "leave --replay-clock out: on a set the hub's clock says when",
        )),
        (false, true) => Err(Trouble::new(
            "clock-of-a-rehearsal",
            format!("{} is of a rehearsal, not of a set", args.record.display()),
            "found a record for the set",
        )),
    }
}

/// When the last entry was received.
fn last(store: &dyn Store) -> Option<Timestamp> {
    let last = store.head().ok()?.entries.checked_sub(1)?;
    let bytes = store.entries(last, 1).ok()?.pop()?;
    Some(logbook::Entry::from_bytes(&bytes).ok()?.at)
}

fn unable(what: &str, wrong: &std::io::Error) -> Trouble {
    let help = "see what else runs on this machine, then try again";
    Trouble::new("machine", format!("{what}: {wrong}"), help)
}
