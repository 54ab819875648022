//! Any bytes in, nothing out: see `import_ndjson` in ../targets.rs.
#![no_main]

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::import_ndjson(bytes));
