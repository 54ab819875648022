//! Readouts in, how their sentences were read out: `chancery inspect` and the trace that it shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use chancery::convert::{Trace, convert, trace};
use chancery::document::documents;
use chancery::lexicon::Lexicon;
use chancery::source::{Given, read};
use serde_json::Value;

const CALL: &str = "examples/readouts/white-house-call.md";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn inspect(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::cargo_bin("chancery").unwrap();
    command.arg("inspect").args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command.envs(environment.iter().copied()).output().unwrap()
}

fn out(output: &Output) -> &str {
    assert_eq!(output.status.code(), Some(0), "{}", str::from_utf8(&output.stderr).unwrap());
    str::from_utf8(&output.stdout).unwrap()
}

/// The readouts below `examples` and `tests/fixtures`, read as `export` reads them.
fn traces() -> Vec<(String, Trace)> {
    let mut traces = Vec::new();
    for folder in ["examples/readouts", "tests/fixtures/source", "tests/fixtures/document"] {
        let mut files: Vec<_> =
            fs::read_dir(path(folder)).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        for file in files {
            let name = file.display().to_string();
            let pages = read(&name, &fs::read(&file).unwrap(), &Given::default()).pages;
            for document in pages.into_iter().flat_map(documents) {
                let trace = trace(&document, Lexicon::english());
                assert_eq!(trace.readout, convert(&document, Lexicon::english()), "{name}");
                traces.push((name.clone(), trace));
            }
        }
    }
    traces
}

#[test]
fn the_trace_tells_of_every_sentence_what_the_record_says() {
    let mut sentences = 0;
    for (name, trace) in traces() {
        let text: Vec<char> = trace.readout.source.text.as_deref().unwrap().chars().collect();
        let statements: BTreeMap<_, _> = trace
            .readout
            .statements
            .iter()
            .map(|statement| (statement.id.to_string(), statement))
            .collect();
        let mut told = BTreeSet::new();
        for sentence in &trace.sentences {
            sentences += 1;
            let span = sentence.span.start as usize..sentence.span.end as usize;
            assert_eq!(text[span].iter().collect::<String>(), sentence.text, "{name}");
            let Some(id) = &sentence.statement else {
                assert_eq!((sentence.attribution, sentence.act), (None, None), "{name}");
                continue;
            };
            let statement = statements[id.as_str()];
            assert_eq!(statement.sentence, sentence.number, "{name} {id}");
            assert_eq!(statement.text.as_ref(), Some(&sentence.text), "{name} {id}");
            assert_eq!(Some(statement.act), sentence.act, "{name} {id}");
            assert_eq!(statement.speakers.len(), sentence.speakers.len(), "{name} {id}");
            told.insert(id.to_string());
        }
        assert_eq!(told.len(), statements.len(), "{name}: a statement that no sentence tells of");
    }
    assert!(sentences > 50, "{sentences} sentences prove little");
}

#[test]
fn every_rule_that_decides_is_documented_and_every_documented_rule_exists() {
    let page = fs::read_to_string(path("docs/rules.md")).unwrap();
    let documented: BTreeSet<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` |").map(|(name, _)| name))
        .collect();
    for (name, trace) in traces() {
        for sentence in &trace.sentences {
            for rule in [Some(sentence.speaker_rule), sentence.act_rule].into_iter().flatten() {
                assert!(documented.contains(rule), "docs/rules.md lacks `{rule}` ({name})");
            }
        }
    }
    let code: String = fs::read_dir(path("src/convert"))
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    for rule in documented {
        assert!(code.contains(&format!("\"{rule}\"")), "docs/rules.md has `{rule}`, no rule has");
    }
}

#[test]
fn a_terminal_is_told_speaker_act_cue_and_rules() {
    let output = inspect(&[CALL], &[]);
    let text = out(&output);
    for line in [
        "event-1 · call · telephone · 2031-05-12 (relative) · Ellen Marsh, Tomas Lindqvist · parties Sweden, United States",
        "   narration [encounter]",
        "   attributed: Tomas Lindqvist [person-named] · condemn [cue-fixed] · cue “condemned”",
    ] {
        assert!(text.lines().any(|found| found.trim_end() == line.trim_end()), "{line}\n\n{text}");
    }
}

#[test]
fn colour_needs_a_terminal_or_force_and_heeds_no_color() {
    let colored =
        |environment: &[(&str, &str)]| out(&inspect(&[CALL], environment)).contains('\u{1b}');
    assert!(!colored(&[]));
    assert!(colored(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[("NO_COLOR", "1")]));
}

#[test]
fn json_says_the_same_to_programs() {
    let output = inspect(&["--format", "json", CALL], &[]);
    let all: Value = serde_json::from_str(out(&output)).unwrap();
    let readout = &all["readouts"][0];
    assert_eq!(readout["events"][0]["type"], "call");
    let sentences = readout["sentences"].as_array().unwrap();
    let condemned = sentences.iter().find(|sentence| sentence["act"] == "condemn").unwrap();
    let keys: Vec<_> = condemned.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "number",
            "span",
            "text",
            "statement",
            "attribution",
            "speakers",
            "act",
            "cue",
            "continued",
            "quotation",
            "speaker_rule",
            "act_rule"
        ]
    );
    assert_eq!(condemned["speakers"], serde_json::json!(["Tomas Lindqvist"]));
    let narration = sentences.iter().find(|sentence| sentence["speaker_rule"] == "encounter");
    assert!(narration.unwrap().get("act").is_none());
}

#[test]
fn what_the_caller_gives_decides_who_we_are() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("call.txt");
    fs::write(
        &file,
        "Foreign Minister Ana Sol of Chile arrived.\n\nWe thank Chile for its help.\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let output = inspect(&["--publisher", "Ministry of Tides", file], &[]);
    assert!(
        out(&output).contains("publisher: Ministry of Tides [first-person]"),
        "{}",
        out(&output)
    );
}

#[test]
fn a_text_cannot_send_commands_to_the_terminal() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("call.txt");
    fs::write(&file, "A \u{9b}31m title\n\nShe spoke \u{9b}2J with\u{85} him.\n").unwrap();
    let output = inspect(&[file.to_str().unwrap()], &[]);
    assert!(!out(&output).contains(|c: char| c.is_control() && c != '\n'), "{:?}", out(&output));
}
