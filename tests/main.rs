//! Behaviour that users depend on, one module a room.

/// Schema files.
mod schema;
/// Arrows between rooms.
mod layering;
