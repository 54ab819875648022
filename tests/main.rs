//! Behaviour that users depend on, one module a room.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

/// Committed files that tests can make.
mod bless;
/// Arrows between rooms.
mod layering;
/// Records for tests.
mod records;
/// Schema files.
mod schema;
/// What a record may hold.
mod validate;
