//! Committed files that a test can make: compared in every run, written where `UPDATE` is set.

use std::fs;
use std::path::Path;

/// Fails where the file is not `text`; writes it instead where the environment asks for it.
#[track_caller]
pub(crate) fn current(file: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let found = fs::read_to_string(file).unwrap_or_default();
    assert_eq!(found, text, "{} is stale; run: UPDATE=1 cargo test --test main", file.display());
}
