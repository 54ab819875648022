//! Files of records in, findings out: read and judged on all threads, told in order.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

use chancery::Error;
use chancery::diagnostic::{Diagnostic, Report, Style, step_summary};
use chancery::import::Chunk;
use chancery::validate::value;

use anstream::{AutoStream, ColorChoice};

use super::args::Validate;
use super::input;
use super::output::Output;
use super::parallel;
use super::pieces::{Content, Expect, Piece, pieces};
use super::report::{self, Outcome};

/// Validates.
pub(super) fn run(arguments: &Validate) -> Result<Outcome, Error> {
    let found = input::find(&arguments.inputs, input::RECORDS)?;
    let mut failed = !found.errors.is_empty();
    found.errors.iter().for_each(report::failure);
    let mut report = Report::new(Some(arguments.max_findings));
    found.inputs.iter().for_each(|input| report.file(input.name.as_str()));
    let mut progress = Progress::new(found.inputs.len());

    parallel::ordered(
        pieces(&found.inputs, Expect::Records),
        arguments.threads.number(),
        |piece| (piece.number, judge(piece, arguments.max_findings)),
        |(input, done)| -> Result<(), Error> {
            progress.show(input, report.records());
            match done {
                Ok(done) => {
                    report.extend(done.findings);
                    done.records.into_iter().for_each(|findings| report.record(findings));
                }
                Err(error) => {
                    failed = true;
                    report::failure(&error);
                }
            }
            Ok(())
        },
    )?;
    progress.clear();

    let style = arguments.output_format.unwrap_or_else(|| report::style(&io::stdout()));
    let color = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    let mut out = Output::stdout();
    report.write(style, color, &mut out)?;
    out.finish()?;
    if style == Style::Github {
        summarize(&report)?;
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
    match piece.content.map_err(|source| piece.input.error(source))? {
        Content::Records(chunks) => {
            for chunk in chunks {
                records(chunk, shown, &mut done);
            }
        }
        Content::Page(_) | Content::Lines { .. } => unreachable!("only records are expected"),
    }
    Ok(done)
}

/// Judges the records of a chunk. Only as many findings as may be shown are placed in the file, since looking up a place in
/// a file of one long line takes time; the others are only counted.
fn records(chunk: Chunk, shown: usize, done: &mut Done) {
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

/// One line on the terminal that tells how far a long run has come.
struct Progress {
    inputs: usize,
    shown: Option<usize>,
}

impl Progress {
    fn new(inputs: usize) -> Self {
        let visible = io::stderr().is_terminal() && inputs > 1;
        Self { inputs, shown: visible.then_some(usize::MAX) }
    }

    fn show(&mut self, input: usize, records: usize) {
        if self.shown.is_some_and(|shown| shown != input) {
            self.shown = Some(input);
            let _ =
                write!(io::stderr(), "\r{}/{} files, {records} records", input + 1, self.inputs);
        }
    }

    fn clear(&self) {
        if self.shown.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
