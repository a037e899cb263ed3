//! Any bytes at all: reading a timeline ends in a timeline or in an error, never in a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use logbook::timeline::Timeline;

fuzz_target!(|bytes: &[u8]| {
    let _ = Timeline::parse(bytes);
});
