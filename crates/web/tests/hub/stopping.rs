//! The end of a hub.

use std::{io::Read, sync::mpsc};

use serde_json::json;

use crate::set::Hub;

#[test]
fn whatever_was_taken_in_is_answered_before_the_hub_ends() {
    const ASKS: u32 = 40;
    let hub = Hub::open();
    let before = hub.get("/board", Some("lead")).json()["last"]
        .as_u64()
        .unwrap();
    let (sent, first) = mpsc::channel();
    let answered = std::thread::scope(|scope| {
        let ask = |nth: u32| {
            let (hub, sent) = (&hub, sent.clone());
            move || {
                let body = json!({"report": "near_miss", "what": format!("number {nth}")});
                let told = hub.report("lead", body);
                let _ = sent.send(());
                told.status
            }
        };
        let asks: Vec<_> = (0..ASKS).map(|nth| scope.spawn(ask(nth))).collect();
        first.recv().unwrap();
        hub.tell_to_stop();
        let told = asks.into_iter().map(|ask| ask.join().unwrap_or(0));
        told.filter(|status| *status == 200).count() as u64
    });
    let (_folder, armory) = hub.stop();
    assert!(answered > 0);
    assert_eq!(armory.entries(), before + 1 + answered);
}

#[test]
fn a_live_line_does_not_keep_the_hub_from_ending() {
    let hub = Hub::open();
    let mut line = hub.live(None);
    let mut some = [0; 16];
    line.read_exact(&mut some).unwrap();
    let (_folder, armory) = hub.stop();
    assert!(armory.entries() > 1);
    let mut rest = Vec::new();
    line.read_to_end(&mut rest).unwrap();
}
