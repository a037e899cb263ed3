//! Dice that fall the same way again for the same seed (SplitMix64).

use std::time::{SystemTime, UNIX_EPOCH};

/// Dice of a seed.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Others, that fall in their own way.
    pub fn split(&mut self) -> Self {
        Self(self.next())
    }

    /// A number below the one given.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// A seed that nobody chose.
pub fn any_seed() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let nanos = since.map_or(0, |it| it.subsec_nanos());
    Dice::new(u64::from(nanos)).below(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_falls_the_same_way() {
        let falls = |seed| {
            let mut dice = Dice::new(seed);
            [dice.below(6), dice.split().below(1_000), dice.below(1_000)]
        };
        assert_eq!(falls(7), falls(7));
        assert_ne!(falls(7), falls(8));
    }
}
