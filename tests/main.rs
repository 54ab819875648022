//! Behaviour that users depend on, one module a room.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

/// Definitions for other people's CI.
mod action;
/// Committed files that tests can make.
mod bless;
/// Names of bodies that no list has.
mod bodies;
/// The program as its users run it.
mod cli;
/// One idea of the genre a case.
mod convert;
/// Findings and how they are written.
mod diagnostic;
/// Pages as readouts and sentences.
mod document;
/// One verb or noun of an encounter a case.
mod encounters;
/// One way of telling of events a case.
mod events;
/// The records of `examples/` are what this version makes of its readouts.
mod examples;
/// Formats of records, written and read again.
mod export;
/// What goes wrong outside: disks, pipes, memory, inputs, bugs.
mod faults;
/// Any bytes.
mod fuzz;
/// One account of what took place a case.
mod happenings;
/// Files made to do harm.
mod hostile;
/// Files of records by others.
mod import;
/// How a text was read.
mod inspect;
/// Records as linked data.
mod jsonld;
/// Arrows between rooms.
mod layering;
/// Data files of the language packs.
mod lexicon_data;
/// Records with one thing changed.
mod mutants;
/// One form of naming people a case.
mod people;
/// The built program, for the tests that run it.
mod program;
/// Random valid records.
mod random;
/// Records for tests.
mod records;
/// References, targets, organisations and topics of converted texts.
mod references;
/// Runs that are interrupted and go on.
mod resume;
/// Schema files.
mod schema;
/// Inputs as pages.
mod source;
/// Packed inputs, long lines and web archives.
mod streams;
/// Names and titles of houses all over the world.
mod titles;
/// What a record may hold.
mod validate;
