//! The source files in, arrows between rooms out: no room may use one that the house's plan does not give it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms that it may use.
const PLAN: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("record", &[]),
    ("diagnostic", &["record", "error"]),
    ("source", &["error", "diagnostic", "record"]),
    ("document", &["source", "diagnostic", "record"]),
    ("lexicon", &["record", "error"]),
    ("convert", &["document", "lexicon", "record", "diagnostic", "source"]),
    ("schema", &["record"]),
    ("validate", &["record", "schema", "diagnostic"]),
    ("export", &["record", "error", "schema", "validate"]),
    ("import", &["record", "error", "diagnostic", "schema", "export"]),
    ("pipeline", &["record", "source", "document", "validate", "diagnostic", "export", "import"]),
];

#[test]
fn rooms_use_only_what_the_plan_gives_them() {
    let plan: BTreeMap<_, _> = PLAN.iter().copied().collect();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for file in rust_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let room = room(&file);
        let Some(allowed) = plan.get(room.as_str()) else { continue };
        seen.insert(room.clone());
        for (line, used) in arrows(&fs::read_to_string(&file).unwrap()) {
            if used != room && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}:{line}: {room} uses {used}", file.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(seen.len(), PLAN.len(), "a room of the plan has no file: {seen:?}");
}

#[test]
fn every_room_is_in_the_plan() {
    let lib = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs")).unwrap();
    let rooms: Vec<_> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let plan: BTreeSet<_> = PLAN.iter().map(|(room, _)| *room).collect();
    assert_eq!(rooms.iter().copied().collect::<BTreeSet<_>>(), plan);
}

/// The room that a file belongs to: its first folder or file below `src`.
fn room(file: &Path) -> String {
    let below = file.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The rooms that a file names after `crate::` in its code.
fn arrows(text: &str) -> Vec<(usize, String)> {
    let mut arrows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        // Links in documentation lead the reader, not the compiler.
        if line.trim_start().starts_with("//") {
            continue;
        }
        for rest in line.split("crate::").skip(1) {
            assert!(!rest.starts_with('{'), "line {}: one `use` a room", number + 1);
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            if PLAN.iter().any(|(room, _)| *room == &rest[..end]) {
                arrows.push((number + 1, rest[..end].to_owned()));
            }
        }
    }
    arrows
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
