//! Inputs in, valid records in the format asked for out: read, converted and validated on all threads, written in order.

use std::io::{self, BufReader, Read as _};
use std::path::Path;

use chancery::convert::convert;
use chancery::diagnostic::{Code, Diagnostic};
use chancery::document::Document;
use chancery::export::{Format, Layout};
use chancery::lexicon::Lexicon;
use chancery::pipeline::{self, Done, Work, ordered};
use chancery::source::LARGEST;
use chancery::{Error, Readout, import};

use super::args::Export;
use super::checkpoint::Journal;
use super::input::{self, Found};
use super::interrupt::{self, Stop, interrupted};
use super::lexicon;
use super::pieces::{Content, Expect, Piece, Place, pieces};
use super::progress::Progress;
use super::report::{Log, Outcome};
use super::sink::Sink;

/// Converts, or takes records as they are, validates and writes.
pub(super) fn run(arguments: &Export) -> Result<Outcome, Error> {
    let found = input::find(&arguments.inputs, input::READOUTS)?;
    for (option, value) in [("--url", &arguments.about.url), ("--title", &arguments.about.title)] {
        if found.many && value.is_some() {
            let message = format!("{option} describes one readout, but several inputs are named");
            return Err(Error::Usage(message));
        }
    }
    let (format, layout) = (format(arguments, &found)?, Layout::Pretty);
    let own = lexicon::read(arguments.words.lexicon.as_deref())?;
    let lexicon = own.as_ref().unwrap_or_else(|| Lexicon::english());
    let mut journal = Journal::new(arguments, &found.inputs, options(arguments, format, lexicon));
    let resumed = if arguments.resume { journal.load(arguments, &found.inputs)? } else { None };
    pipeline::quiet();
    interrupt::watch();

    let mut log = Log::new();
    found.errors.iter().for_each(|error| log.failure(error));
    let mut next = Place::default();
    let mut sink = if let Some(state) = resumed {
        log.go_on(state.report, state.failed);
        next = state.next;
        Sink::resume(arguments, format, layout, &found.inputs, state.output)?
    } else {
        journal.clear()?;
        Sink::new(arguments, format, layout, &found.inputs)?
    };
    let given = arguments.about.given();
    let convert = |document: &Document| convert(document, lexicon);
    let work = Work { given, kept: arguments.text, format, layout, convert };
    let mut progress = Progress::new(&found.inputs);
    let ended = ordered(
        pieces(&found.inputs, Expect::Readouts, next, &progress.read),
        arguments.threads.number(),
        Piece::weight,
        |piece| (piece.number, piece.end, on(&work, piece)),
        |(input, end, done)| -> Result<(), Stop> {
            match done {
                Ok(done) => {
                    progress.add(done.records.len());
                    log.report.extend(done.findings);
                    for judged in done.records {
                        if let Some(record) = &judged.record {
                            sink.write(input, record)?;
                        }
                        log.report.record(judged.findings);
                    }
                }
                Err(error) => progress.suspend(|| log.failure(&error)),
            }
            next = end;
            if journal.is_due() {
                journal.save(|| log.state(next, sink.reach()?))?;
            }
            if interrupted() { Err(Stop::Interrupted) } else { Ok(()) }
        },
    );
    progress.clear();
    match ended {
        Ok(()) => {}
        Err(Stop::Failed(error)) => return Err(error),
        Err(Stop::Interrupted) => {
            journal.save(|| log.state(next, sink.reach()?))?;
            sink.leave()?;
            log.finish();
            return Ok(Outcome::Interrupted { resumable: journal.is_kept() });
        }
    }
    sink.finish()?;
    journal.clear()?;
    Ok(log.finish())
}

/// The format asked for, by name or by the output's extension.
fn format(arguments: &Export, found: &Found) -> Result<Format, Error> {
    if let Some(format) = arguments.format {
        return Ok(format);
    }
    if let Some(output) = arguments.output.as_deref().filter(|path| *path != Path::new("-")) {
        let extension = output.extension().and_then(|extension| extension.to_str());
        return extension.and_then(Format::from_extension).ok_or_else(|| {
            let names: Vec<_> = Format::ALL.iter().map(|format| format.extension()).collect();
            Error::Usage(format!(
                "the name {} does not tell the format: give --format, or an extension of {}",
                output.display(),
                names.join(", ")
            ))
        });
    }
    let together = found.many && arguments.output_dir.is_none();
    Ok(if together { Format::Ndjson } else { Format::Json })
}

/// What the output rests on beside the inputs, by the names that users know.
fn options(
    arguments: &Export,
    format: Format,
    lexicon: &Lexicon,
) -> impl IntoIterator<Item = (&'static str, String)> + use<> {
    let given = arguments.about.given();
    [
        ("the version of chancery", env!("CARGO_PKG_VERSION").to_owned()),
        ("the lexicon", lexicon.sha256.to_string()),
        ("--format", format.to_string()),
        ("--text", arguments.text.to_string()),
        ("--publisher", given.publisher.unwrap_or_default()),
        ("--published", given.published.map(|date| date.to_string()).unwrap_or_default()),
        ("--language", given.language.map(|tag| tag.to_string()).unwrap_or_default()),
        ("--url", given.url.unwrap_or_default()),
        ("--title", given.title.unwrap_or_default()),
    ]
}

/// Converts a piece, or takes its records as they are.
fn on<C: Fn(&Document) -> Readout>(work: &Work<C>, piece: Piece<'_>) -> Result<Done, Error> {
    let mut done = Done::default();
    let name = piece.input.name.as_str();
    let failed = |source: io::Error| piece.input.error(source);
    match piece.content.map_err(failed)? {
        Content::Page(reader) => {
            let mut bytes = Vec::new();
            reader.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
            if bytes.len() > LARGEST {
                let message =
                    format!("the input has more than {LARGEST} bytes, too many for one page");
                let finding = Diagnostic::new(Code::InputTooLarge, message).in_file(name);
                done.findings.push(finding.help("Write the readouts as NDJSON, one a line."));
            } else {
                work.page(name, &bytes, &mut done);
            }
        }
        Content::Lines { first, bytes, records: false } => {
            work.lines(name, first, &bytes, &mut done);
        }
        Content::Lines { first, bytes, records: true } => {
            import::lines(name, first, &bytes).for_each(|chunk| work.records(chunk, &mut done));
        }
        Content::Records(format, reader) => {
            for chunk in import::chunks(name, format, BufReader::new(reader)) {
                work.records(chunk.map_err(failed)?, &mut done);
            }
        }
        Content::Captures(captures) => work.captures(name, &captures, &mut done),
        Content::Finding(finding) => done.findings.push(finding.in_file(name)),
    }
    Ok(done)
}
