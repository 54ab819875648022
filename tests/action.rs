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
fn the_action_installs_the_version_that_is_asked_for_by_the_quickest_means() {
    let install = |version: &str, tools: &[&str]| {
        let folder = TempDir::new().unwrap();
        for tool in tools {
            let script = folder.path().join(tool);
            fs::write(&script, "#!/bin/sh\necho \"$@\"\n").unwrap();
            let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
            fs::set_permissions(script, mode).unwrap();
        }
        let output = Command::new("/bin/bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &step("Install chancery")])
            // Neither chancery nor the cargo of this machine is there.
            .env("PATH", folder.path())
            .env("VERSION", version)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(install("latest", &["cargo"]), "install --locked chancery\n");
    assert_eq!(install("0.1.0", &["cargo"]), "install --locked chancery@0.1.0\n");
    let both = ["cargo", "cargo-binstall"];
    assert_eq!(install("0.1.0", &both), "binstall --no-confirm chancery@0.1.0\n");
}

#[test]
fn the_archive_of_a_release_is_what_cargo_binstall_looks_for() {
    let folder = TempDir::new().unwrap();
    let target = "x86_64-unknown-linux-gnu";
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(ROOT).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let metadata = run(env!("CARGO"), &["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    let package = metadata["packages"].as_array().unwrap().iter().find(|p| p["name"] == "chancery");
    let wanted = |key: &str| {
        package.unwrap()["metadata"]["binstall"][key]
            .as_str()
            .unwrap()
            .replace("{ target }", target)
            .replace("{ archive-suffix }", ".tgz")
            .replace("{ bin }", "chancery")
            .replace("{ binary-ext }", "")
    };
    let folder = folder.path().to_str().unwrap();
    let built = format!("{folder}/chancery");
    fs::write(&built, "#!/bin/sh\necho \"$@\"\n").unwrap();
    run("chmod", &["+x", &built]);
    let archive = run(".ci/archive", &[target, &built, folder]);
    let archive = archive.trim_end();
    assert!(wanted("pkg-url").ends_with(archive.rsplit('/').next().unwrap()), "{archive}");
    let digest = || chancery::record::sha256(&fs::read(archive).unwrap());
    let first = digest();
    run(".ci/archive", &[target, &built, folder]);
    assert_eq!(digest(), first, "the same files give the same archive");
    run("tar", &["-C", folder, "-xzf", archive]);
    let program = format!("{folder}/{}", wanted("bin-dir"));
    assert_eq!(run(&program, &["--version"]), "--version\n");
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
