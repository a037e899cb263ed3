//! Long days at random: whatever is asked and told, in whatever order, the laws and the never-list
//! hold after every step, and the entries fold to the same again. A day that fails is shrunk and
//! printed with its seed.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads the worlds and rulebooks from the disk"
)]

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use custody::{answered::Answered, names::VoidWhy, state::State};
use model::{Broken, Plant, Stand, World};
use proptest::{
    collection::vec,
    sample::Index,
    test_runner::{Config, TestCaseError, TestError, TestRunner},
};
use rules::Shelf;

/// Steps of a long day.
const LONG: usize = 250;

/// Steps of a day in which the first trouble does not yet end all work.
const SHORT: usize = 8;

fn texts(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(root, &path, files);
            continue;
        }
        let inside = path.strip_prefix(root).unwrap().to_str().unwrap();
        files.push((inside.to_owned(), std::fs::read_to_string(&path).unwrap()));
    }
}

fn worlds() -> &'static [World] {
    static WORLDS: OnceLock<Vec<World>> = OnceLock::new();
    WORLDS.get_or_init(|| read("worlds"))
}

fn read(folder: &str) -> Vec<World> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (rulebooks, mut files) = (root.join("../../rulebooks"), Vec::new());
    texts(&rulebooks, &rulebooks, &mut files);
    let shelf = Arc::new(Shelf::open(files).unwrap());
    let folder = std::fs::read_dir(root.join(folder)).unwrap();
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().map(|path| std::fs::read(path).unwrap());
    texts
        .map(|text| World::read(&text, Arc::clone(&shelf)).unwrap())
        .collect()
}

/// Lives a day: what does not hold in it, if anything does not.
fn live(world: &World, day: &[Index], plant: Option<Plant>) -> Result<Vec<Answered>, Broken> {
    let (mut stand, mut entries) = (Stand::first(world), Vec::new());
    for step in day {
        let (next, answered) = stand.then((world, step.get(&world.moves)), plant)?;
        entries.extend(answered);
        stand = next;
    }
    if plant.is_none() && again(world, &entries) != stand.state {
        return Err("the entries fold to something else".to_owned().into());
    }
    Ok(entries)
}

fn again(world: &World, entries: &[Answered]) -> State {
    let mut state = world.start.clone();
    for answered in entries {
        state.fold(answered).unwrap();
    }
    state
}

fn days(cases: u32) -> TestRunner {
    TestRunner::new(Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    })
}

/// Lives so many days of up to so many steps, each in one of the worlds.
fn lived(cases: u32, steps: usize) {
    let any = proptest::prelude::any::<Index>;
    let day = (any(), vec(any(), 1..steps));
    let lived = days(cases).run(&day, |(world, day)| {
        let told = live(world.get(worlds()), &day, None);
        told.map(|_| ())
            .map_err(|broken| TestCaseError::fail(broken.what))
    });
    lived.unwrap();
}

#[test]
fn whatever_a_day_brings_the_laws_and_the_never_list_hold() {
    lived(15, LONG);
    lived(300, SHORT);
}

#[test]
fn a_check_that_outlives_damage_is_found() {
    let worlds = read("plants");
    let checked = worlds.iter().find(|it| it.name == "checked").unwrap();
    let plant = Some(Plant(VoidWhy::Damaged));
    let day = vec(proptest::prelude::any::<Index>(), SHORT);
    let found = days(600).run(&day, |day| {
        let told = live(checked, &day, plant);
        told.map(|_| ())
            .map_err(|broken| TestCaseError::fail(broken.what))
    });
    let Err(TestError::Fail(why, _)) = found else {
        panic!("not found: {found:?}");
    };
    assert!(why.message().contains("went while no check holds"), "{why}");
}
