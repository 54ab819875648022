//! The schema files: fresh, plain where generators need it, strict where validation needs it.

use std::path::Path;

use chancery::schema::{self, File};

fn assert_fresh(files: &[File], folder: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    if std::env::var_os("UPDATE").is_some() {
        schema::write(files, &path).expect("the folder is writable");
    }
    let stale = schema::check(files, &path).expect("the folder is readable");
    assert!(
        stale.is_empty(),
        "stale in {folder}/: {stale:?}; run: UPDATE=1 cargo test --test main schema"
    );
}

#[test]
fn the_committed_schema_files_are_fresh() {
    assert_fresh(&schema::files(), "schemas");
}
