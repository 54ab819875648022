//! Behaviour that users depend on, one module a room.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

/// Arrows between rooms.
mod layering;
/// Schema files.
mod schema;
