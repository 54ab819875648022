//! A step's name, a file of raw readouts (NDJSON) and a number of rounds in; nothing out: the step is run so often, alone in
//! its process, for `benches/peers/run` to measure.
//!
//! `utf8`, `daachorse` and `aho-corasick` are what the machine can do: reading the file and checking its encoding, and finding
//! every phrase of the lexicon in the texts, leftmost and longest. The others are the conversion up to that step.

use std::collections::BTreeSet;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::{env, fs, str};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use chancery::convert::convert;
use chancery::document::documents;
use chancery::export::{Encoded, Format, Layout};
use chancery::lexicon::Lexicon;
use chancery::source::{self, Given};
use chancery::validate;
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};
use serde_json::Value;

/// As in the program, for the steps to cost what they cost there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The steps of a conversion; each includes those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Read,
    Split,
    Convert,
    Validate,
    Write,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [step, corpus, rounds] = arguments.as_slice() else {
        return Err("expected: floor STEP CORPUS ROUNDS".into());
    };
    let rounds = 0..rounds.parse::<usize>()?;
    let last = match step.as_str() {
        "utf8" => {
            for _ in rounds {
                black_box(str::from_utf8(&fs::read(corpus)?)?);
            }
            return Ok(());
        }
        "daachorse" => {
            let scan: DoubleArrayAhoCorasick<u32> = DoubleArrayAhoCorasickBuilder::new()
                .match_kind(daachorse::MatchKind::LeftmostLongest)
                .build(phrases()?)
                .map_err(|error| error.to_string())?;
            let texts = texts(corpus)?;
            for text in rounds.flat_map(|_| &texts) {
                black_box(scan.leftmost_find_iter(text).count());
            }
            return Ok(());
        }
        "aho-corasick" => {
            let scan = AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .match_kind(MatchKind::LeftmostLongest)
                .build(phrases()?)?;
            let texts = texts(corpus)?;
            for text in rounds.flat_map(|_| &texts) {
                black_box(scan.find_iter(text).count());
            }
            return Ok(());
        }
        "read" => Step::Read,
        "split" => Step::Split,
        "convert" => Step::Convert,
        "validate" => Step::Validate,
        "write" => Step::Write,
        other => return Err(format!("`{other}` is no step").into()),
    };
    let (file, given, lexicon) = (fs::read(corpus)?, Given::default(), Lexicon::english());
    for line in rounds.flat_map(|_| file.split(|byte| *byte == b'\n')) {
        for page in source::read_line("corpus", 1, line, &given).pages {
            if last < Step::Split {
                black_box(page);
                continue;
            }
            for document in documents(page) {
                if last < Step::Convert {
                    black_box(document);
                    continue;
                }
                let record = convert(&document, lexicon);
                if last < Step::Validate {
                    black_box(record);
                    continue;
                }
                let verdict = validate::readout(record);
                if let Some(valid) = verdict.valid.as_ref().filter(|_| last >= Step::Write) {
                    black_box(Encoded::new(Format::Jsonld, Layout::Pretty, valid)?);
                }
                black_box(verdict);
            }
        }
    }
    Ok(())
}

/// The title and the text of every readout.
fn texts(corpus: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let text = |line: &str| -> Result<String, serde_json::Error> {
        let readout: Value = serde_json::from_str(line)?;
        let member = |key: &str| readout[key].as_str().unwrap_or_default();
        Ok(format!("{}\n\n{}", member("title"), member("text")))
    };
    Ok(fs::read_to_string(corpus)?.lines().map(text).collect::<Result<_, _>>()?)
}

/// Every phrase that the English lexicon looks for.
fn phrases() -> Result<BTreeSet<String>, Box<dyn Error>> {
    const COLUMNS: [&str; 10] = [
        "acronym", "demonyms", "forms", "name", "names", "noun", "nouns", "phrase", "phrases",
        "words",
    ];
    let mut phrases = BTreeSet::new();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/en"))? {
        let table = fs::read_to_string(file?.path())?;
        let mut rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let columns: Vec<&str> = rows.next().unwrap_or_default().split('\t').collect();
        for row in rows {
            for (column, cell) in columns.iter().zip(row.split('\t')) {
                if COLUMNS.contains(column) {
                    phrases.extend(cell.split('|').map(|phrase| phrase.trim().to_owned()));
                }
            }
        }
    }
    phrases.remove("");
    Ok(phrases)
}
