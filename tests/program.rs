//! The built program and folders of files, for the tests that run it.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

/// A short readout.
pub(crate) const READOUT: &str = "Readout of President Ellen Marsh's Call with Prime Minister Tomas Lindqvist of Sweden\n\n\
    President Ellen Marsh spoke today with Prime Minister Tomas Lindqvist of Sweden.\n";

pub(crate) fn chancery(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.args(arguments).current_dir(folder);
    command
}

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    chancery(folder, arguments).output().unwrap()
}

/// Starts the program in the background; what it says is kept.
pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Child {
    let mut command = chancery(folder, arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Runs it in a shell, after other commands: limits, ignored signals.
pub(crate) fn run_after(folder: &Path, before: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{before}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_chancery")]);
    command.args(arguments).current_dir(folder).env("RUST_BACKTRACE", "0").output().unwrap()
}

pub(crate) fn err(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

/// The records of NDJSON.
pub(crate) fn records(bytes: &[u8]) -> Vec<serde_json::Value> {
    str::from_utf8(bytes).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A folder with the named files.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

pub(crate) fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// NDJSON of raw readouts, each of them another.
pub(crate) fn stream(lines: usize) -> String {
    let line = |n| {
        let text = format!("{READOUT}\nThe two leaders discussed item {n} and agreed to meet.");
        let url = format!("https://readouts.example/{n}");
        format!("{}\n", serde_json::json!({"text": text, "url": url}))
    };
    (0..lines).map(line).collect()
}
