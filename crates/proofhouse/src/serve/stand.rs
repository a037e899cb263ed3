//! Where a hub stands: an address, threads, and ears for the signal to stop.

use std::{
    io::{self, ErrorKind},
    net::{SocketAddr, TcpListener},
    sync::Arc,
    thread,
    time::Duration,
};

use armory::Armory;
use tokio::{runtime::Runtime, sync::watch};
use web::{Clock, Door, Limits, Readers, Router, Serving, Throttle, Tokens, Unit, Wire, Writer};

use crate::{
    packs::Packs,
    photos::Folder,
    secret,
    tell::{HEAD, Trouble, styled},
    tls::certificate::Ready,
};

/// How long what is still at work on another thread may take.
const FAREWELL: Duration = Duration::from_secs(2);

/// Connections at once where calls are only sent on.
const FEW: usize = 64;

/// An address that is listened at, and threads to answer with. From here on a signal to stop is
/// heard.
pub struct Stand {
    listener: TcpListener,
    place: SocketAddr,
    /// Where it listens too, to send on.
    other: Option<TcpListener>,
    runtime: Runtime,
    stopping: watch::Receiver<bool>,
}

/// What is served.
pub struct Hosted {
    /// The unit's name in addresses.
    pub name: String,
    /// Its armory.
    pub armory: Armory,
    /// Its clock.
    pub clock: Box<dyn Clock>,
    /// Who may sign in.
    pub tokens: watch::Receiver<Arc<Tokens>>,
    /// Its photos.
    pub photos: Folder,
    /// Its packs for guests.
    pub packs: Packs,
    /// What it shows that it is itself; none: it is served without TLS.
    pub ready: Option<Ready>,
    /// How people come in.
    pub door: Door,
    /// The weekly digest; none: it has no mail.
    pub digest: Option<Arc<web::Digest>>,
}

impl Stand {
    /// Listens at an address.
    pub fn open(at: SocketAddr) -> Result<Self, Trouble> {
        let (listener, place) = listening(at)?;
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let runtime = builder.enable_all().max_blocking_threads(16).build();
        let runtime = runtime.map_err(|wrong| unable("no thread can be started", &wrong))?;
        let (stop, stopping) = watch::channel(false);
        let signals = runtime.block_on(async { told_to_stop() })?;
        runtime.spawn(async move {
            signals.await;
            stop.send_replace(true);
        });
        Ok(Self {
            listener,
            place,
            other: None,
            runtime,
            stopping,
        })
    }

    /// Listens at another port too, to send whoever comes there on.
    pub fn also_at(&mut self, port: u16) -> Result<(), Trouble> {
        let (listener, place) = listening(SocketAddr::new(self.place.ip(), port))?;
        anstream::println!("{} http://{place}", styled(HEAD, "sending"));
        self.other = Some(listener);
        Ok(())
    }

    /// Where it listens.
    pub fn place(&self) -> SocketAddr {
        self.place
    }

    /// Turns true when it has to end.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.clone()
    }

    /// Runs something on its threads, and waits for it.
    pub fn during<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Serves until it is told to stop, and answers what it took in.
    pub fn host(self, hosted: Hosted) -> Result<(), Trouble> {
        let limits = Limits::default();
        let (wire, authority) = match hosted.ready {
            Some(ready) => (Wire::Secure(ready.secure), ready.authority),
            None => (Wire::Open, None),
        };
        let readers = Readers::of(&hosted.armory);
        let (writer, work) = web::desk(hosted.armory, hosted.clock, limits);
        let unit = Unit {
            name: hosted.name,
            writer: writer.clone(),
            tokens: hosted.tokens,
            door: hosted.door,
            throttle: Arc::new(Throttle::default()),
            waiting: web::Waiting::default(),
            stopping: self.stopping.clone(),
            fresh: Arc::new(|| {
                let dice = secret::random::<16>().ok()?;
                format!("hub-{}", secret::hex(&dice)).parse().ok()
            }),
            photos: Arc::new(hosted.photos),
            packs: Arc::new(hosted.packs),
            beside: Arc::default(),
            authority: authority.map(Arc::new),
            digest: hosted.digest,
            readers,
        };
        let writing = thread::Builder::new().name("writer".to_owned());
        let writing = writing.spawn(|| work.run());
        let writing = writing.map_err(|wrong| unable("no thread can be started", &wrong))?;
        let router = web::router(unit, limits);
        let serving = |wire, limits| Serving {
            limits,
            stopping: self.stopping.clone(),
            wire,
        };
        let few = Limits {
            connections: FEW,
            ..limits
        };
        let main = serve(self.listener, router.clone(), serving(wire, limits));
        let onward = serving(Wire::Onward(self.place.port()), few);
        let served = self.runtime.block_on(async {
            match self.other {
                None => main.await,
                Some(other) => tokio::try_join!(main, serve(other, router, onward)).map(|_| ()),
            }
        });
        ended(&writer, writing);
        // A mail server that does not answer keeps nobody waiting.
        self.runtime.shutdown_timeout(FAREWELL);
        served
    }
}

/// Listens at an address, and says at which port where any would do.
fn listening(at: SocketAddr) -> Result<(TcpListener, SocketAddr), Trouble> {
    let listener = TcpListener::bind(at).map_err(|wrong| not_there(at, &wrong))?;
    let place = listener.local_addr().and_then(|place| {
        listener.set_nonblocking(true)?;
        Ok(place)
    });
    match place {
        Ok(place) => Ok((listener, place)),
        Err(wrong) => Err(unable("the address cannot be used", &wrong)),
    }
}

async fn serve(listener: TcpListener, router: Router, serving: Serving) -> Result<(), Trouble> {
    let listener = tokio::net::TcpListener::from_std(listener);
    let listener = listener.map_err(|wrong| unable("the address cannot be used", &wrong))?;
    web::serve(listener, router, serving).await;
    Ok(())
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

/// Nobody can listen at this address.
fn not_there(at: SocketAddr, wrong: &io::Error) -> Trouble {
    let next = SocketAddr::new(at.ip(), at.port().checked_add(1).unwrap_or(7300));
    match wrong.kind() {
        ErrorKind::AddrInUse => Trouble::new(
            "listen-taken",
            format!("another program listens at {at}, perhaps a hub that was not stopped"),
            format!("stop it, or listen elsewhere: --listen {next}"),
        ),
        _ => Trouble::new(
            "listen-failed",
            format!("{at} cannot be listened at: {wrong}"),
            "name an address of this machine: --listen 127.0.0.1:7300",
        ),
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

fn unable(what: &str, wrong: &io::Error) -> Trouble {
    let help = "see what else runs on this machine, then try again";
    Trouble::new("machine", format!("{what}: {wrong}"), help)
}
