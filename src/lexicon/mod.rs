//! Language packs.

/// A language pack.
#[derive(Debug)]
pub struct Lexicon {}
