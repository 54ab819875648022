//! Behaviour that users depend on, one module a room.

/// Arrows between rooms.
mod layering;
/// Schema files.
mod schema;
