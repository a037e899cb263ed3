//! Rulebooks in Cedar: facts from the state, verdicts with every reason, coverage.
//!
//! Never here: a rule in Rust, any I/O beyond reading the rulebooks given to it.
