//! The tokens of a hub, as their file is now.

use std::{fs, path::Path, sync::Arc, time::Duration, time::SystemTime};

use tokio::sync::watch;
use web::Tokens;

use crate::{
    cli::hub::TokensFile,
    tell::{HEAD, Trouble, styled},
    token,
};

/// How often the file is looked at.
const EVERY: Duration = Duration::from_millis(500);

/// Follows the file of tokens. A change is taken in once the file stands still: one that somebody
/// is still writing is not read half. Where it cannot be read any more, those that were read last may still
/// sign in, and the terminal says so.
pub async fn followed(file: &TokensFile) -> Result<watch::Receiver<Arc<Tokens>>, Trouble> {
    let (file, path) = (file.clone(), token::place(file));
    // Looked at before it is read, so that no change falls between.
    let mut seen = stamp(&path);
    let (told, known) = watch::channel(Arc::new(token::read(&file)?));
    tokio::spawn(async move {
        let mut tick = tokio::time::interval(EVERY);
        let mut before = seen;
        while !told.is_closed() {
            tick.tick().await;
            let now = stamp(&path);
            if now != seen && now == before {
                seen = now;
                taken_in(&told, token::read(&file));
            }
            before = now;
        }
    });
    Ok(known)
}

fn taken_in(told: &watch::Sender<Arc<Tokens>>, read: Result<Tokens, Trouble>) {
    match read {
        Ok(tokens) => {
            let many = tokens.all().len();
            told.send_replace(Arc::new(tokens));
            anstream::println!("{} {many} may sign in", styled(HEAD, "tokens "));
        }
        Err(trouble) => {
            trouble.print();
            anstream::eprintln!("whoever could sign in until now still can");
        }
    }
}

/// When a file was changed, and how long it is; none where there is none.
fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let data = fs::metadata(path).ok()?;
    Some((data.modified().ok()?, data.len()))
}
