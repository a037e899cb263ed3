//! The weekly digest of a hub: takes wishes in, and sends what is due.

use std::{path::Path, sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use tokio::sync::{mpsc, watch};
use web::{NotNow, Standing, Wish};

use crate::{
    cli::hub::Serve,
    digest::{
        self,
        addresses::{Addresses, Change},
        due::{self, Weekly},
        post::Post,
        round::{Round, Telling},
    },
    secret,
    tell::{HEAD, HOLD, Trouble, styled},
};

/// Wishes that wait to be taken in.
const WAITING: usize = 64;

/// The addresses, as pages reach them.
struct Desk {
    addresses: Addresses,
    wishes: mpsc::Sender<Wish>,
}

impl web::Addresses for Desk {
    fn take(&self, wish: Wish) -> bool {
        self.wishes.try_send(wish).is_ok()
    }

    fn is(&self, key: &str) -> Result<Standing, NotNow> {
        told(self.addresses.is(key, Timestamp::now()))
    }

    fn confirm(&self, key: &str) -> Result<bool, NotNow> {
        told(
            self.addresses
                .change(|all| all.confirm(key, Timestamp::now())),
        )
    }

    fn erase(&self, key: &str) -> Result<(), NotNow> {
        told(self.addresses.change(|all| all.retain(|it| it.key != key)))
    }
}

fn told<T>(done: Result<T, Trouble>) -> Result<T, NotNow> {
    done.map_err(|trouble| {
        trouble.print();
        NotNow
    })
}

/// What sends.
struct Sender {
    round: Arc<Round>,
    weekly: Weekly,
    zone: TimeZone,
    stopping: watch::Receiver<bool>,
}

/// Starts it, on the threads of the hub; none where no mail server was named.
pub fn started(
    args: &Serve,
    (unit, zone): (&str, &str),
    stopping: watch::Receiver<bool>,
) -> Result<Option<Arc<web::Digest>>, Trouble> {
    let record: &Path = &args.file.record;
    let Some(post) = Post::of(&args.mail)? else {
        return Ok(None);
    };
    let addresses = Addresses::beside(record);
    // What cannot be read is told before anything is served.
    addresses.all()?;
    let (wishes, wanted) = mpsc::channel(WAITING);
    let sender = Sender {
        round: Arc::new(Round {
            record: record.to_owned(),
            unit: unit.to_owned(),
            addresses: addresses.clone(),
            post,
        }),
        weekly: args.mail.digest_at.clone(),
        zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC),
        stopping,
    };
    tokio::spawn(sender.run(wanted));
    let desk = Desk { addresses, wishes };
    Ok(Some(Arc::new(web::Digest::new(Arc::new(desk)))))
}

impl Sender {
    async fn run(self, mut wanted: mpsc::Receiver<Wish>) {
        let (mut stopping, mut failures) = (self.stopping.clone(), 0);
        loop {
            let wait = self.once(&mut failures).await;
            let until = tokio::time::Instant::now() + wait;
            // While the server is out of reach a wish is kept, and waits with the others.
            loop {
                let wish = tokio::select! {
                    _ = stopping.wait_for(|stopping| *stopping) => return,
                    () = tokio::time::sleep_until(until) => break,
                    wish = wanted.recv() => wish,
                };
                let Some(wish) = wish else { return };
                self.keep(wish).await;
                if failures == 0 {
                    break;
                }
            }
        }
    }

    async fn keep(&self, wish: Wish) {
        let round = Arc::clone(&self.round);
        let kept = tokio::task::spawn_blocking(move || {
            let key = secret::hex(&secret::random::<32>()?);
            let want = |all: &mut Vec<_>| all.want(wish, key, Timestamp::now());
            round.addresses.change(want)
        });
        if let Ok(Err(trouble)) = kept.await {
            trouble.print();
        }
    }

    /// Sends what is due, and says how long nothing more will be.
    async fn once(&self, failures: &mut u32) -> Duration {
        let (round, now) = (Arc::clone(&self.round), Timestamp::now());
        let (last, stopping) = (self.weekly.last(now, &self.zone), self.stopping.clone());
        let done = tokio::task::spawn_blocking(move || {
            round.go(Telling::Due(last), now, &|| *stopping.borrow())
        });
        let broke = match done.await {
            Ok(Ok(went)) => {
                digest::tell(&went);
                went.broke
            }
            Ok(Err(trouble)) => {
                trouble.print();
                Some("no digest was sent".to_owned())
            }
            Err(_) => Some("sending broke off".to_owned()),
        };
        let wait = match broke {
            None => {
                *failures = 0;
                self.weekly.next(now, &self.zone)
            }
            Some(why) => {
                *failures = failures.saturating_add(1);
                let wait = due::again(*failures);
                let said = format!("{why}; again in {} min", wait.as_mins());
                anstream::eprintln!("{} {}", styled(HEAD, "mail   "), styled(HOLD, &said));
                wait
            }
        };
        // A clock that was set meanwhile is seen within the hour.
        let wait = wait.min(SignedDuration::from_hours(1));
        wait.try_into().unwrap_or(Duration::from_secs(60))
    }
}
