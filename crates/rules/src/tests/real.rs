//! The rulebooks of the repository, where they are.

use std::path::Path;

use crate::hygiene;
use crate::testing::*;

#[test]
fn the_rulebooks_of_the_repository_open() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
    if !root.join("schema.cedarschema").exists() {
        return;
    }
    let shelf = open(read_folder(&root));
    if !shelf.rules().is_empty() {
        assert_eq!(hygiene::rules_reading_nothing(&shelf), Vec::<String>::new());
    }
}
