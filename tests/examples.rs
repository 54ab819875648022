//! The readouts of `examples/` in, the records beside them and the README's extracts out: they are what this version makes.
//!
//! `UPDATE=1 cargo test --test main examples` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

use super::bless;

const FORMATS: [&str; 4] = ["json", "ndjson", "jsonld", "xml"];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("chancery").unwrap();
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

#[test]
fn example_records_are_fresh_in_every_format() {
    for format in FORMATS {
        let output = run(&["export", "--format", format, "examples/readouts"]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        bless::current(&path(&format!("examples/records/readouts.{format}")), text(&output.stdout));
    }
}

#[test]
fn example_records_are_valid_and_the_same_in_every_format() {
    let ndjson = run(&["export", "--format", "ndjson", "examples/readouts"]).stdout;
    for format in FORMATS {
        let name = format!("examples/records/readouts.{format}");
        let verdict = run(&["validate", &name]);
        assert_eq!(verdict.status.code(), Some(0), "{}", text(&verdict.stdout));
        let output = run(&["export", "--format", "ndjson", &name]);
        assert!(output.stdout == ndjson, "{name} does not hold the records of readouts.ndjson");
    }
}

#[test]
fn the_readme_shows_a_record_and_a_finding_as_they_are() {
    let output = run(&["export", "examples/readouts/white-house-call.md"]);
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    let record = &record["readouts"][0];
    let condemned = record["statements"].as_array().unwrap().iter().find(|s| s["act"] == "condemn");
    let mut shown = String::from("```json\n");
    for (key, value) in [("events", &record["events"][0]), ("statements", condemned.unwrap())] {
        let _ = writeln!(shown, "\"{key}\": [{}]", lines(value));
    }
    shown.push_str("```\n");

    let finding = "tests/fixtures/invalid/unknown-key.json";
    let output = run(&["validate", "--output-format", "full", finding]);
    let found = format!("```text\n{}```\n", text(&output.stdout));

    let readme = fs::read_to_string(path("README.md")).unwrap();
    let readme = replaced(&readme, "record", &shown);
    bless::current(&path("README.md"), &replaced(&readme, "finding", &found));
}

/// An object with a member a line.
fn lines(object: &Value) -> String {
    let members = object.as_object().unwrap().iter();
    let members: Vec<_> = members.map(|(key, value)| format!("    \"{key}\": {value}")).collect();
    format!("{{\n{}\n}}", members.join(",\n"))
}

/// The page with `content` between the comments that carry the name.
fn replaced(page: &str, name: &str, content: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->\n"));
    let (before, rest) = page.split_once(&begin).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}{begin}{content}{end}{after}")
}
