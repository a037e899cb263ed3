//! Facts against a slow derivation.
