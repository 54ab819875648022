//! The definitions for other people's CI in, their commands run: what a hook or an action would do.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use saphyr::{LoadableYamlNode as _, Yaml};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const TOOL: &str = env!("CARGO_BIN_EXE_chancery");

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(name)).unwrap()
}

/// The shell commands of a step of the action.
fn step(name: &str) -> String {
    let text = read("action.yml");
    let action = &Yaml::load_from_str(&text).unwrap()[0];
    let steps = action["runs"]["steps"].as_vec().unwrap();
    let step = steps.iter().find(|step| step["name"].as_str() == Some(name)).unwrap();
    assert_eq!(step["shell"].as_str(), Some("bash"));
    step["run"].as_str().unwrap().to_owned()
}

/// Runs commands as the runner of GitHub does, with `chancery` on the path.
fn bash(commands: &str, folder: &Path, variables: &[(&str, &str)]) -> Output {
    let path = format!(
        "{}:{}",
        Path::new(TOOL).parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", commands])
        .current_dir(folder)
        .env("PATH", path)
        .envs(variables.iter().copied())
        .output()
        .unwrap()
}

/// A data set with a good record in a folder below and a broken one.
fn data() -> TempDir {
    let folder = TempDir::new().unwrap();
    let fixture = |name: &str| read(&format!("tests/fixtures/{name}"));
    fs::create_dir_all(folder.path().join("records/2031")).unwrap();
    fs::write(folder.path().join("records/2031/good.json"), fixture("valid/minimal.json")).unwrap();
    fs::write(folder.path().join("broken one.json"), fixture("invalid/unknown-key.json")).unwrap();
    folder
}

#[test]
fn the_action_annotates_and_fails_on_a_broken_record() {
    let folder = data();
    let summary = folder.path().join("summary.md");
    let run = |files| {
        let summary = summary.to_str().unwrap();
        let variables =
            [("FILES", files), ("MAX_FINDINGS", "10"), ("GITHUB_STEP_SUMMARY", summary)];
        bash(&step("Validate"), folder.path(), &variables)
    };
    let good = run("records/**/*.json\n");
    assert_eq!(good.status.code(), Some(0), "{}", String::from_utf8_lossy(&good.stderr));

    let broken = run("records/**/*.json\nbroken one.json\n");
    assert_eq!(broken.status.code(), Some(1), "{}", String::from_utf8_lossy(&broken.stderr));
    let annotations = String::from_utf8(broken.stdout).unwrap();
    assert!(
        annotations.starts_with("::error file=broken one.json,line=191,col=7,"),
        "{annotations}"
    );
    assert!(fs::read_to_string(&summary).unwrap().contains("unknown-key"));

    let missing = run("no/such/*.json");
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn the_action_installs_nothing_where_chancery_is_there() {
    let folder = data();
    let output = bash(&step("Install chancery"), folder.path(), &[("VERSION", "latest")]);
    assert!(output.status.success());
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
}

#[test]
fn the_hook_takes_the_files_that_a_commit_changes() {
    let text = read(".pre-commit-hooks.yaml");
    let hook = &Yaml::load_from_str(&text).unwrap()[0][0];
    let entry = hook["entry"].as_str().unwrap();
    let folder = data();
    let run = |file: &str| bash(&format!("{entry} '{file}'"), folder.path(), &[]).status.code();
    assert_eq!(run("records/2031/good.json"), Some(0));
    assert_eq!(run("broken one.json"), Some(1));
}
