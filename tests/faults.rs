//! Faults of the world outside in, honest exits out: nothing lost, nothing half-written under its name, the exit code right.

use std::fs::{self, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use chancery::convert::convert;
use chancery::diagnostic::Code;
use chancery::document::Document;
use chancery::export::{Format, Layout};
use chancery::lexicon::Lexicon;
use chancery::pipeline::{Done, Work, ordered};
use chancery::record::TextKept;
use chancery::source::Given;

use crate::program::{READOUT, err, files, folder, records, run, run_after, start, stream};

#[test]
fn a_full_disk_stops_the_run_and_resume_completes_it() {
    let many = stream(900);
    let folder = folder(&[("in.ndjson", many.as_bytes()), ("out.ndjson", b"earlier")]);
    let folder = folder.path();
    run(folder, &["export", "-o", "whole.ndjson", "in.ndjson"]);
    let whole = fs::read(folder.join("whole.ndjson")).unwrap();
    // A limit on the size of files does what a full disk does, at half of the output.
    let limit = format!("trap '' XFSZ; ulimit -f {}", whole.len() / 1024);
    let full = run_after(folder, &limit, &["export", "-o", "out.ndjson", "in.ndjson"]);
    assert_eq!(full.status.code(), Some(2), "{}", err(&full));
    assert!(err(&full).contains("could not write out.ndjson"), "{}", err(&full));
    assert_eq!(fs::read(folder.join("out.ndjson")).unwrap(), b"earlier");

    let resumed = run(folder, &["export", "--resume", "-o", "out.ndjson", "in.ndjson"]);
    assert_eq!(resumed.status.code(), Some(0), "{}", err(&resumed));
    assert!(fs::read(folder.join("out.ndjson")).unwrap() == whole);
    assert_eq!(files(folder), ["in.ndjson", "out.ndjson", "whole.ndjson"]);
}

#[test]
fn a_full_device_is_a_failure_of_writing() {
    let folder = folder(&[("in.ndjson", stream(50).as_bytes())]);
    let full = run(folder.path(), &["export", "-f", "ndjson", "-o", "/dev/full", "in.ndjson"]);
    assert_eq!(full.status.code(), Some(2), "{}", err(&full));
    assert!(err(&full).starts_with("error: could not write /dev/full: "), "{}", err(&full));
    let full = run_after(folder.path(), "exec >/dev/full", &["export", "in.ndjson"]);
    assert_eq!(full.status.code(), Some(2), "{}", err(&full));
    assert!(err(&full).starts_with("error: could not write: "), "{}", err(&full));
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = folder(&[("in.txt", READOUT.as_bytes()), ("file", b"")]);
    // Below a file, and in a folder of the kernel, not even root can write.
    for target in ["file/out.json", "/proc/out.json"] {
        let output = run(folder.path(), &["export", "-o", target, "in.txt"]);
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        assert!(err(&output).contains(&format!("could not write {target}")), "{}", err(&output));
    }
    let output = run(folder.path(), &["export", "--output-dir", "file/out", "in.txt"]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(err(&output).contains("could not write file/out"), "{}", err(&output));
    assert_eq!(files(folder.path()), ["file", "in.txt"]);
}

/// Runs the program over a pipe, `between.txt` and `last.ndjson`, and does something to the files once it waits for the pipe.
fn run_while(
    change: impl FnOnce(&std::path::Path),
) -> (Vec<serde_json::Value>, Option<i32>, String) {
    let folder =
        folder(&[("between.txt", READOUT.as_bytes()), ("last.ndjson", stream(3).as_bytes())]);
    let folder = folder.path();
    assert!(Command::new("mkfifo").arg(folder.join("pipe.txt")).status().unwrap().success());
    let child = start(
        folder,
        &["export", "-j", "1", "-f", "ndjson", "pipe.txt", "between.txt", "last.ndjson"],
    );
    // Opening waits for the program to do so too.
    let mut pipe = OpenOptions::new().write(true).open(folder.join("pipe.txt")).unwrap();
    change(folder);
    pipe.write_all(READOUT.as_bytes()).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    (records(&output.stdout), output.status.code(), err(&output).to_owned())
}

#[test]
fn an_input_that_vanishes_is_named_and_the_others_written() {
    let (records, status, error) = run_while(|folder| {
        fs::remove_file(folder.join("between.txt")).unwrap();
    });
    assert_eq!((records.len(), status), (4, Some(2)));
    assert!(error.contains("could not read between.txt"), "{error}");
}

#[test]
fn an_input_that_grows_is_read_to_its_end() {
    let (records, status, error) = run_while(|folder| {
        let mut last = OpenOptions::new().append(true).open(folder.join("last.ndjson")).unwrap();
        last.write_all(stream(2).as_bytes()).unwrap();
    });
    assert_eq!((records.len(), status), (7, Some(0)), "{error}");
}

#[test]
fn a_line_that_is_still_being_written_is_a_finding() {
    let (records, status, error) = run_while(|folder| {
        let mut last = OpenOptions::new().append(true).open(folder.join("last.ndjson")).unwrap();
        last.write_all(&stream(1).as_bytes()[..40]).unwrap();
    });
    assert_eq!((records.len(), status), (5, Some(1)));
    assert!(error.contains("last.ndjson:4:") && error.contains("malformed-line"), "{error}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let folder = folder(&[("in.ndjson", stream(2_000).as_bytes())]);
    for format in ["ndjson", "json", "jsonld", "xml"] {
        let mut child = start(folder.path(), &["export", "-f", format, "in.ndjson"]);
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(!line.is_empty());
        assert_eq!((output.status.code(), err(&output)), (Some(0), ""), "{format}");
    }
}

#[test]
fn a_pipe_with_a_name_is_written_under_its_name() {
    let folder = folder(&[("in.ndjson", stream(20).as_bytes())]);
    let pipe = folder.path().join("pipe.ndjson");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let child = start(folder.path(), &["export", "-o", "pipe.ndjson", "in.ndjson"]);
    let read = fs::read(&pipe).unwrap();
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
    assert_eq!(records(&read).len(), 20);
}

#[test]
fn without_memory_the_target_stays_and_resume_completes() {
    let long = serde_json::json!({"note": "a".repeat(60 << 20), "text": READOUT});
    let lines = format!("{}{long}\n{}", stream(300), stream(1));
    let folder = folder(&[("in.ndjson", lines.as_bytes()), ("out.json", b"earlier")]);
    let folder = folder.path();
    // Enough for the first lines, not for the long one.
    let starved = run_after(
        folder,
        "ulimit -c 0; ulimit -v 70000",
        &["export", "-j", "1", "--text", "none", "-o", "out.json", "in.ndjson"],
    );
    assert!(starved.status.code().is_none_or(|code| code != 0), "the limit is too high");
    assert_eq!(fs::read(folder.join("out.json")).unwrap(), b"earlier");

    let export = |name: &str, more: &[&str]| {
        let arguments = [&["export", "--text", "none", "-o", name, "in.ndjson"], more].concat();
        let output = run(folder, &arguments);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        fs::read(folder.join(name)).unwrap()
    };
    assert!(export("out.json", &["--resume"]) == export("whole.json", &[]));
    assert_eq!(files(folder), ["in.ndjson", "out.json", "whole.json"]);
}

#[test]
fn a_converter_that_panics_costs_one_document() {
    let panics = |document: &Document| {
        assert!(!document.text.contains("item 3 "), "item 3 is a bug");
        convert(document, Lexicon::english())
    };
    let work = Work {
        given: Given::default(),
        kept: TextKept::Full,
        format: Format::Ndjson,
        layout: Layout::Compact,
        convert: panics,
    };
    let lines = stream(6);
    let (records, mut findings) = (AtomicUsize::new(0), Vec::new());
    let convert_line = |(number, line): (usize, &str)| {
        let mut done = Done::default();
        work.lines("many.ndjson", number + 1, line.as_bytes(), &mut done);
        done
    };
    ordered(
        lines.lines().enumerate(),
        2,
        |_| 1,
        convert_line,
        |done| -> Result<(), ()> {
            let written = done.records.iter().filter(|judged| judged.record.is_some()).count();
            records.fetch_add(written, Ordering::Relaxed);
            findings.extend(done.findings);
            Ok(())
        },
    )
    .unwrap();
    assert_eq!(records.into_inner(), 5);
    let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
    assert_eq!(finding.code, Code::InternalError);
    assert_eq!(finding.location.file.as_deref(), Some("many.ndjson:4"));
    assert!(finding.message.contains("item 3 is a bug"), "{}", finding.message);
}

#[test]
fn an_output_error_ends_all_threads() {
    // Heavy jobs wait for each other; an error must wake them.
    let jobs = thread::spawn(|| {
        ordered(0..100, 4, |_| 100 << 20, |n| n, |n| if n < 3 { Ok(()) } else { Err(n) })
    });
    let mut waited = 0;
    while !jobs.is_finished() {
        thread::sleep(Duration::from_millis(10));
        waited += 1;
        assert!(waited < 1_000, "the threads wait for each other");
    }
    assert_eq!(jobs.join().unwrap(), Err(3));
}
