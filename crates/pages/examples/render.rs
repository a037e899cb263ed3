//! Writes pages of the California day into a folder, to look at: `cargo run -p pages --example render -- FOLDER`.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "an example reads the repository and writes where it is told"
)]

#[path = "../tests/pages/sample.rs"]
mod sample;

use std::path::PathBuf;

use pages::{Look, Viewer, asset, page};

fn main() {
    let folder = PathBuf::from(
        std::env::args()
            .nth(1)
            .unwrap_or_else(|| "pages-shown".to_owned()),
    );
    std::fs::create_dir_all(folder.join("assets")).unwrap();
    for file in &asset::ALL {
        std::fs::write(folder.join(file.path.trim_start_matches('/')), file.bytes).unwrap();
    }
    let unit = sample::Unit::california(36);
    for look in [Look::Light, Look::Dark, Look::Rolling] {
        let viewer = Viewer {
            look,
            ..Viewer::default()
        };
        let shown = page::board::board(&unit.seen(), &viewer).into_string();
        let shown = shown.replace("\"/assets/", "\"assets/");
        std::fs::write(folder.join(format!("board-{}.html", look.as_str())), shown).unwrap();
    }
}
