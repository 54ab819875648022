//! Runs in that are killed, stopped or changed, whole outputs out: `--resume` loses nothing and writes nothing twice.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::{err, files, folder, records, run, start, stream};

/// Ends the program at once, after so long; says whether it was still running.
fn kill_after(folder: &Path, arguments: &[&str], moment: Duration) -> bool {
    let mut child = start(folder, arguments);
    thread::sleep(moment);
    let running = child.try_wait().unwrap().is_none();
    let _ = child.kill();
    child.wait().unwrap();
    running
}

/// Stops the program as Ctrl-C does, once `file` is there.
fn interrupt_at(folder: &Path, arguments: &[&str], file: &str) -> Output {
    let mut child = start(folder, arguments);
    let begun = Instant::now();
    while !folder.join(file).exists() && child.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < Duration::from_mins(1), "{file} does not appear");
        thread::sleep(Duration::from_millis(5));
    }
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(status.success());
    child.wait_with_output().unwrap()
}

/// Moments of a run, in thousandths of its length: they look random and are the same every time.
fn moments() -> impl Iterator<Item = u32> {
    let next = |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
    std::iter::successors(Some(7), next).map(|state| 200 + ((state >> 33) % 400) as u32)
}

#[test]
fn killed_at_any_moment_and_resumed_gives_the_same_bytes() {
    let many = stream(250);
    // A readout between the lines that is none: its finding must be told once, at the end.
    let faulty = format!("{{\"title\": \"no text\"}}\n{many}");
    let inputs = [("a.ndjson", faulty.as_bytes()), ("b/c.ndjson", many.as_bytes())];
    for (format, mut moments) in
        ["ndjson", "json", "jsonld", "xml"].into_iter().zip([0, 3, 6, 9].map(|n| moments().skip(n)))
    {
        let folder = folder(&inputs);
        let folder = folder.path();
        let (whole, name) = (format!("whole.{format}"), format!("out.{format}"));
        let begun = Instant::now();
        let expected = run(folder, &["export", "-o", &whole, "a.ndjson", "b"]);
        let length = begun.elapsed();
        assert_eq!(expected.status.code(), Some(1));
        let resume = ["export", "--resume", "-o", &name, "a.ndjson", "b"];
        let (mut killed, mut resumed) = (0, 0);
        for moment in moments.by_ref().take(3) {
            resumed += usize::from(folder.join(format!("{name}.checkpoint")).exists());
            let cut = kill_after(folder, &resume, length * moment / 1000);
            killed += usize::from(cut);
            let is_there = folder.join(&name).exists();
            if is_there {
                let same =
                    fs::read(folder.join(&name)).unwrap() == fs::read(folder.join(&whole)).unwrap();
                assert!(same, "{format}: no half of an output under its name");
            }
            // What went on from a checkpoint may be done before its moment comes.
            if !cut {
                assert!(is_there, "{format}: a run that ended has its output");
                break;
            }
        }
        let last = run(folder, &resume);
        assert!(killed > 0, "{format}: too quick to be killed");
        assert!(
            fs::read(folder.join(&name)).unwrap() == fs::read(folder.join(&whole)).unwrap(),
            "{format}: killed {killed} times, resumed {resumed} times"
        );
        assert_eq!(last.status.code(), Some(1), "{}", err(&last));
        assert_eq!(err(&last), err(&expected));
        assert_eq!(files(folder), ["a.ndjson", "b", &name, &whole]);
    }
}

#[test]
fn ctrl_c_leaves_a_whole_document_and_a_place_to_go_on() {
    let many = stream(3_000);
    let folder = folder(&[("in.ndjson", many.as_bytes())]);
    let folder = folder.path();
    fs::write(folder.join("out.json"), "earlier").unwrap();
    let stopped =
        interrupt_at(folder, &["export", "-o", "out.json", "in.ndjson"], "out.json.checkpoint");
    assert_eq!(stopped.status.code(), Some(130), "{}", err(&stopped));
    assert!(err(&stopped).contains("--resume"), "{}", err(&stopped));
    assert_eq!(fs::read_to_string(folder.join("out.json")).unwrap(), "earlier");
    let partial: Value =
        serde_json::from_slice(&fs::read(folder.join("out.json.partial")).unwrap()).unwrap();
    let count = partial["readouts"].as_array().unwrap().len();
    assert!((1..3_000).contains(&count), "{count}");

    let resumed = run(folder, &["export", "--resume", "-o", "out.json", "in.ndjson"]);
    assert_eq!(resumed.status.code(), Some(0), "{}", err(&resumed));
    let whole: Value = serde_json::from_slice(&fs::read(folder.join("out.json")).unwrap()).unwrap();
    assert_eq!(whole["readouts"].as_array().unwrap().len(), 3_000);
    assert_eq!(files(folder), ["in.ndjson", "out.json"]);
}

#[test]
fn ctrl_c_closes_the_document_on_standard_output_too() {
    let many = stream(3_000);
    let folder = folder(&[("in.ndjson", many.as_bytes())]);
    let mut child = start(folder.path(), &["export", "-f", "json", "in.ndjson"]);
    let mut out = child.stdout.take().unwrap();
    // The first bytes say that the run is under way.
    let mut bytes = vec![0];
    out.read_exact(&mut bytes).unwrap();
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(status.success());
    out.read_to_end(&mut bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", err(&output));
    let document: Value = serde_json::from_slice(&bytes).unwrap();
    assert!(document["readouts"].as_array().unwrap().len() < 3_000);
}

#[test]
fn files_in_a_folder_go_on_where_one_broke_off() {
    let (few, many) = (stream(60), stream(900));
    let folder = folder(&[
        ("in/a.ndjson", few.as_bytes()),
        ("in/b.ndjson", many.as_bytes()),
        ("in/c.ndjson", few.as_bytes()),
    ]);
    let folder = folder.path();
    run(folder, &["export", "--output-dir", "whole", "in"]);
    let stopped =
        interrupt_at(folder, &["export", "--output-dir", "out", "in"], "out/b.json.partial");
    assert_eq!(stopped.status.code(), Some(130), "{}", err(&stopped));
    let resumed = run(folder, &["export", "--resume", "--output-dir", "out", "in"]);
    assert_eq!(resumed.status.code(), Some(0), "{}", err(&resumed));
    assert_eq!(files(&folder.join("out")), ["a.json", "b.json", "c.json"]);
    for name in files(&folder.join("out")) {
        let read = |parent: &str| fs::read(folder.join(parent).join(&name)).unwrap();
        assert!(read("out") == read("whole"), "{name}");
    }
}

#[test]
fn another_run_is_not_gone_on_with() {
    let many = stream(1_500);
    let folder = folder(&[("in.ndjson", many.as_bytes())]);
    let folder = folder.path();
    let stop = || {
        interrupt_at(folder, &["export", "-o", "out.ndjson", "in.ndjson"], "out.ndjson.checkpoint")
    };
    assert_eq!(stop().status.code(), Some(130));
    let before = fs::read(folder.join("out.ndjson.partial")).unwrap();
    let refused = |arguments: &[&str], why: &str| {
        let all = [&["export", "--resume", "-o", "out.ndjson"], arguments].concat();
        let output = run(folder, &all);
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        assert!(err(&output).contains(why), "{}", err(&output));
        assert!(fs::read(folder.join("out.ndjson.partial")).unwrap() == before, "left alone");
    };
    refused(&["--text", "none", "in.ndjson"], "--text was `full` and is `none`");
    refused(&["--publisher", "The White House", "in.ndjson"], "--publisher was ``");
    refused(&["in.ndjson", "in.ndjson"], "the inputs have other names, sizes or times of change");
    fs::write(folder.join("in.ndjson"), stream(1_501)).unwrap();
    refused(&["in.ndjson"], "the inputs have other names, sizes or times of change");

    // Without --resume the run begins anew, and nothing of the old one is left.
    let anew = run(folder, &["export", "-o", "out.ndjson", "in.ndjson"]);
    assert_eq!(anew.status.code(), Some(0), "{}", err(&anew));
    assert_eq!(records(&fs::read(folder.join("out.ndjson")).unwrap()).len(), 1_501);
    assert_eq!(files(folder), ["in.ndjson", "out.ndjson"]);
}

#[test]
fn what_cannot_be_gone_on_with_is_said_before_anything_is_done() {
    let folder = folder(&[("in.ndjson", stream(2).as_bytes())]);
    for (arguments, why) in [
        (&["in.ndjson"][..], "needs an output that stays"),
        (&["-o", "-", "in.ndjson"], "needs an output that stays"),
        (&["-o", "/dev/null", "-f", "json", "in.ndjson"], "needs an output that stays"),
        (&["-o", "out.json", "-"], "cannot read standard input again"),
    ] {
        let output = run(folder.path(), &[&["export", "--resume"], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        assert!(err(&output).contains(why), "{}", err(&output));
        assert!(output.stdout.is_empty());
    }
}
