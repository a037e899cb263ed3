//! A disk that is full for a while, and one that fails: `strace` makes the calls of the program end so.

use serde_json::{Value, json};

use crate::hub::{Hub, Serving, WEAPONS, line::Line};

use super::{Seen, board, hub};

/// No room in the write-ahead file for some writes, then room again: an ask is a no meanwhile, and
/// goes on without a new start.
pub fn full(seen: Seen<'_>) -> Result<(), String> {
    let (hub, mut serving) = broken(seen, "pwrite64:error=ENOSPC:when=12..40")?;
    let next = until_no(&hub, &serving)?;
    let again = (next..next + 100).find(|nth| matches!(ask(&hub, &serving, *nth), Ok((200, _))));
    if again.is_none() {
        return Err("a disk with room again is not written to again".to_owned());
    }
    serving.kill();
    hub.examine("audit", None)
}

/// No flush ends well from some moment on: every ask is a no until the hub starts again.
pub fn failed(seen: Seen<'_>) -> Result<(), String> {
    let (mut hub, mut serving) = broken(seen, "fdatasync:error=EIO:when=4+")?;
    let next = until_no(&hub, &serving)?;
    let (status, told) = ask(&hub, &serving, next)?;
    if status != 503 {
        return Err(format!("after the disk failed an ask was answered {told}"));
    }
    serving.kill();
    hub.examine("audit", None)?;
    hub.under.clear();
    let serving = hub.serve()?;
    let handed = json!({"report": "lock_away", "weapon": "w0", "seal": "1", "request": "after"});
    let (status, told) = put(&hub, &serving, &handed)?;
    match status {
        200 => Ok(()),
        _ => Err(format!("after a new start a report was answered {told}")),
    }
}

/// A hub whose calls on the write-ahead file end so.
fn broken(seen: Seen<'_>, how: &str) -> Result<(Hub, Serving), String> {
    let (call, _) = how.split_once(':').unwrap_or((how, ""));
    let arguments = [
        "-e".to_owned(),
        format!("trace={call}"),
        "-e".to_owned(),
        format!("inject={how}"),
    ];
    hub(seen, call, &arguments)
}

/// Asks for one weapon after another until the answer is no, and holds the board before that ask
/// against the one after. Answers which ask comes next.
fn until_no(hub: &Hub, serving: &Serving) -> Result<u64, String> {
    for nth in 0..WEAPONS {
        let before = shown(hub, serving)?;
        let (status, told) = ask(hub, serving, nth)?;
        match status {
            200 => {}
            503 if nth > 0 => {
                let named = told.get("type").and_then(Value::as_str);
                let after = shown(hub, serving)?;
                let right = named == Some("urn:proofhouse:problem:not-recorded")
                    && told.get("seq").is_none_or(Value::is_null)
                    && before == after;
                return match right {
                    true => Ok(nth),
                    false => Err(format!("{told}\nbefore: {before:?}\nafter:  {after:?}")),
                };
            }
            _ => return Err(format!("ask {nth} was answered {status}: {told}")),
        }
    }
    Err("the disk was broken, and every ask went".to_owned())
}

/// What the board shows of the record and of the weapons.
fn shown(hub: &Hub, serving: &Serving) -> Result<Vec<Value>, String> {
    let board = board(hub, serving)?;
    let fields = ["last", "weapons"].map(|field| board.get(field).cloned());
    Ok(fields.into_iter().flatten().collect())
}

fn ask(hub: &Hub, serving: &Serving, nth: u64) -> Result<(u16, Value), String> {
    let weapon = format!("w{}", nth % WEAPONS);
    let body = json!({"ask": "check_out", "weapon": weapon, "purpose": "filming",
        "request": format!("ask-{nth}")});
    put(hub, serving, &body)
}

fn put(hub: &Hub, serving: &Serving, body: &Value) -> Result<(u16, Value), String> {
    let line = Line::open(serving.place);
    let told = line.and_then(|mut line| line.call(&hub.put("armorer", body)));
    let told = told.map_err(|wrong| format!("{body}: {wrong}"))?;
    let said = serde_json::from_slice(&told.body);
    Ok((told.status, said.unwrap_or(Value::Null)))
}
