//! The readouts of `examples/` in, the records beside them out: they are what this version makes of the readouts.
//!
//! `UPDATE=1 cargo test --test main examples` writes them anew.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn example_records_are_fresh_in_every_format() {
    for format in ["json", "ndjson", "jsonld", "xml"] {
        let output = Command::cargo_bin("chancery")
            .unwrap()
            .args(["export", "--format", format, "examples/readouts"])
            .current_dir(ROOT)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", str::from_utf8(&output.stderr).unwrap());
        let path = Path::new(ROOT).join("examples/records/readouts").with_extension(format);
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &output.stdout).unwrap();
        }
        let committed = fs::read(&path).unwrap_or_default();
        assert!(
            committed == output.stdout,
            "examples/records/readouts.{format} is stale; run UPDATE=1 cargo test --test main examples"
        );
    }
}

#[test]
fn example_records_are_valid_and_the_same_in_every_format() {
    let ndjson = fs::read(Path::new(ROOT).join("examples/records/readouts.ndjson")).unwrap();
    for format in ["json", "ndjson", "jsonld", "xml"] {
        let name = format!("examples/records/readouts.{format}");
        let mut validate = Command::cargo_bin("chancery").unwrap();
        validate.args(["validate", &name]).current_dir(ROOT).assert().code(0);
        let mut export = Command::cargo_bin("chancery").unwrap();
        let output =
            export.args(["export", "--format", "ndjson", &name]).current_dir(ROOT).output().unwrap();
        assert_eq!(output.stdout, ndjson, "{format}");
    }
}
