//! Where each part of a log is found: tiles of up to 256 hashes and bundles of up to 256 entries
//! (C2SP `tlog-tiles`).

use std::fmt;
use std::str::FromStr;

use crate::LedgerError;

/// Hashes in a full tile, entries in a full bundle.
pub const TILE_WIDTH: u64 = 256;

/// The most entries a log may hold. A larger claim is refused before any sum is made with it.
pub const MAX_ENTRIES: u64 = 1 << 40;

/// The highest level of tiles that the format knows.
const TOP_LEVEL: u8 = 5;

/// What a tile holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The entries themselves.
    Entries,
    /// Hashes: level 0 of entries, each level above of 256 of the one below.
    Hashes(u8),
}

/// One tile of hashes or one bundle of entries; written out, it is its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// What it holds.
    pub level: Level,
    /// Its number within the level, from 0.
    pub index: u64,
    /// How many hashes or entries it holds, 1 to 256.
    pub width: u16,
}

impl Tile {
    /// The tile at this level and number in a log of `size` entries; none if it begins after the end.
    #[must_use]
    pub fn in_log(level: Level, index: u64, size: u64) -> Option<Self> {
        let below = count(level, size)?;
        let left = below.checked_sub(index.checked_mul(TILE_WIDTH)?)?;
        let width = u16::try_from(left.min(TILE_WIDTH)).ok()?;
        (width > 0).then_some(Self {
            level,
            index,
            width,
        })
    }

    /// Every tile and bundle of a log of `size` entries.
    #[must_use]
    pub fn all(size: u64) -> Vec<Self> {
        let hashes = (0..=TOP_LEVEL).map(Level::Hashes);
        std::iter::once(Level::Entries)
            .chain(hashes)
            .flat_map(|level| (0_u64..).map_while(move |index| Self::in_log(level, index, size)))
            .collect()
    }

    /// Whether it is full: it then never changes again.
    #[must_use]
    pub fn is_full(&self) -> bool {
        u64::from(self.width) == TILE_WIDTH
    }
}

/// How many hashes or entries stand at a level in a log of `size` entries.
fn count(level: Level, size: u64) -> Option<u64> {
    match level {
        Level::Entries => Some(size),
        Level::Hashes(level) => size.checked_shr(u32::from(level) * 8).or(Some(0)),
    }
}

/// The path: `tile/0/x001/234`, `tile/entries/000.p/7`.
impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            Level::Entries => write!(f, "tile/entries/")?,
            Level::Hashes(level) => write!(f, "tile/{level}/")?,
        }
        let mut groups = Vec::new();
        let mut rest = self.index;
        while rest >= 1_000 {
            groups.push(rest % 1_000);
            rest /= 1_000;
        }
        groups.push(rest);
        while let Some(group) = groups.pop() {
            match groups.is_empty() {
                true => write!(f, "{group:03}")?,
                false => write!(f, "x{group:03}/")?,
            }
        }
        match self.is_full() {
            true => Ok(()),
            false => write!(f, ".p/{}", self.width),
        }
    }
}

impl FromStr for Tile {
    type Err = LedgerError;

    fn from_str(path: &str) -> Result<Self, LedgerError> {
        read(path)
            .filter(|tile| tile.to_string() == path)
            .ok_or_else(|| LedgerError::NotAPath(path.chars().take(80).collect()))
    }
}

fn read(path: &str) -> Option<Tile> {
    let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
    let level = match level {
        "entries" => Level::Entries,
        number => Level::Hashes(number.parse().ok().filter(|it| *it <= TOP_LEVEL)?),
    };
    let (number, width) = match rest.split_once(".p/") {
        Some((number, width)) => (
            number,
            width.parse().ok().filter(|it| (1..256).contains(it))?,
        ),
        None => (rest, 256),
    };
    let mut index = 0_u64;
    for group in number.split('/') {
        let group: u64 = group.trim_start_matches('x').parse().ok()?;
        index = index.checked_mul(1_000)?.checked_add(group)?;
    }
    (index <= MAX_ENTRIES / TILE_WIDTH).then_some(Tile {
        level,
        index,
        width,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(level: u8, index: u64, width: u16) -> Tile {
        Tile {
            level: Level::Hashes(level),
            index,
            width,
        }
    }

    #[test]
    fn a_tile_is_found_under_the_path_of_the_standard() {
        assert_eq!(hashes(0, 0, 256).to_string(), "tile/0/000");
        assert_eq!(hashes(1, 0, 3).to_string(), "tile/1/000.p/3");
        assert_eq!(
            hashes(0, 1_234_067, 256).to_string(),
            "tile/0/x001/x234/067"
        );
        let bundle = Tile {
            level: Level::Entries,
            index: 1_000,
            width: 255,
        };
        assert_eq!(bundle.to_string(), "tile/entries/x001/000.p/255");
    }

    #[test]
    fn a_path_reads_back_as_the_same_tile() {
        for tile in Tile::all(70_000) {
            assert_eq!(tile.to_string().parse::<Tile>(), Ok(tile));
        }
    }

    #[test]
    fn a_path_written_any_other_way_is_refused() {
        for path in [
            "",
            "tile/0",
            "tile/0/",
            "tile/0/00",
            "tile/0/0000",
            "tile/0/x000/001",
            "tile/0/x001/x234",
            "tile/0/001/234",
            "tile/00/000",
            "tile/6/000",
            "tile/255/000",
            "tile/256/000",
            "tile/data/000",
            "tile/8/0/000",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/07",
            "tile/0/000.p/1/",
            "tile/0/+00",
            "tile/0/x018/x446/x744/x073/x709/x551/616",
            "/tile/0/000",
            "tile/0/../000",
        ] {
            assert_eq!(
                path.parse::<Tile>(),
                Err(LedgerError::NotAPath(path.to_owned()))
            );
        }
    }

    #[test]
    fn a_log_of_300_entries_has_these_tiles() {
        let paths: Vec<String> = Tile::all(300).iter().map(Tile::to_string).collect();
        assert_eq!(
            paths,
            [
                "tile/entries/000",
                "tile/entries/001.p/44",
                "tile/0/000",
                "tile/0/001.p/44",
                "tile/1/000.p/1",
            ]
        );
        assert_eq!(Tile::all(0), []);
    }

    #[test]
    fn a_tile_past_the_end_is_none() {
        assert_eq!(Tile::in_log(Level::Hashes(0), 1, 256), None);
        assert_eq!(Tile::in_log(Level::Hashes(0), u64::MAX, 256), None);
        assert_eq!(Tile::in_log(Level::Hashes(9), 0, MAX_ENTRIES), None);
        assert_eq!(
            Tile::in_log(Level::Hashes(0), 0, 256),
            Some(hashes(0, 0, 256))
        );
    }
}
