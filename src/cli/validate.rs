//! Files of records in, findings out: read and judged on all threads, told in order.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, BufReader, Write as _};
use std::path::PathBuf;

use chancery::Error;
use chancery::diagnostic::{Diagnostic, Report, Style, step_summary};
use chancery::import::{self, Chunk};
use chancery::pipeline::ordered;
use chancery::validate::{sound, value};

use anstream::{AutoStream, ColorChoice};

use super::args::Validate;
use super::input;
use super::interrupt::{self, Stop, interrupted};
use super::output::Output;
use super::pieces::{Content, Expect, Piece, Place, pieces};
use super::progress::Progress;
use super::report::{self, Outcome};

/// Validates.
pub(super) fn run(arguments: &Validate) -> Result<Outcome, Error> {
    let found = input::find(&arguments.inputs, input::RECORDS)?;
    let mut failed = !found.errors.is_empty();
    found.errors.iter().for_each(report::failure);
    let mut report = Report::new(Some(arguments.max_findings));
    if let Ok(folder) = env::current_dir() {
        report.run_in(folder);
    }
    found.inputs.iter().for_each(|input| report.file(input.name.as_str()));
    interrupt::watch();
    let mut progress = Progress::new(&found.inputs);
    let start = Place::default();
    let ended = ordered(
        pieces(&found.inputs, Expect::Records, start, &progress.read),
        arguments.threads.number(),
        Piece::weight,
        |piece| judge(piece, arguments.max_findings),
        |done| -> Result<(), Stop> {
            match done {
                Ok(done) => {
                    progress.add(done.records.len());
                    report.extend(done.findings);
                    done.records.into_iter().for_each(|findings| report.record(findings));
                }
                Err(error) => {
                    failed = true;
                    progress.suspend(|| report::failure(&error));
                }
            }
            if interrupted() { Err(Stop::Interrupted) } else { Ok(()) }
        },
    );
    progress.clear();

    let style = arguments.output_format.unwrap_or_else(|| report::style(&io::stdout()));
    let color = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    let mut out = Output::stdout();
    report.write(style, color, &mut out)?;
    out.finish()?;
    if style == Style::Github {
        summarize(&report)?;
    }
    if ended.is_err() {
        return Ok(Outcome::Interrupted { resumable: false });
    }
    Ok(report::outcome(&report, failed))
}

/// What became of one piece: findings about no single record, and those of each record.
#[derive(Default)]
struct Done {
    findings: Vec<Diagnostic>,
    records: Vec<Vec<Diagnostic>>,
}

fn judge(piece: Piece<'_>, shown: usize) -> Result<Done, Error> {
    let mut done = Done::default();
    let name = piece.input.name.as_str();
    let failed = |source| piece.input.error(source);
    match piece.content.map_err(failed)? {
        Content::Records(format, reader) => {
            for chunk in import::chunks(name, format, BufReader::new(reader)) {
                records(chunk.map_err(failed)?, shown, &mut done);
            }
        }
        Content::Lines { first, bytes, .. } => {
            import::lines(name, first, &bytes).for_each(|chunk| records(chunk, shown, &mut done));
        }
        Content::Finding(finding) => done.findings.push(finding.in_file(name)),
        Content::Page(_) | Content::Captures(_) => unreachable!("only records are expected"),
    }
    Ok(done)
}

/// Judges the records of a chunk. Only as many findings as may be shown are placed in the file, since looking up a place in
/// a file of one long line takes time; the others are only counted.
fn records(chunk: Chunk, shown: usize, done: &mut Done) {
    if chunk.json().is_some_and(|json| sound(json).is_some()) {
        done.records.push(Vec::new());
        return;
    }
    let reading = chunk.read();
    done.findings.extend(reading.diagnostics);
    let mut placed = 0;
    for item in reading.items {
        let origin = item.origin;
        let place = |finding: Diagnostic| {
            placed += 1;
            if placed > shown {
                return finding;
            }
            finding.within(origin.file(), &origin.pointer(""), &origin)
        };
        done.records.push(value(item.value).findings.into_iter().map(place).collect());
    }
}

/// Adds the table of all findings to the summary of a step of GitHub Actions, where there is one.
fn summarize(report: &Report) -> Result<(), Error> {
    let Some(path) = env::var_os("GITHUB_STEP_SUMMARY").map(PathBuf::from) else { return Ok(()) };
    let mut options = OpenOptions::new();
    let file = options.append(true).create(true).open(&path);
    file.and_then(|mut file| file.write_all(step_summary(report).as_bytes()))
        .map_err(|source| Error::Write { path, source })
}
