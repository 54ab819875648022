//! Any bytes in, nothing out: see `import_jsonld` in ../targets.rs.
#![no_main]

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::import_jsonld(bytes));
