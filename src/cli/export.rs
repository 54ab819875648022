//! Inputs in, valid records in the format asked for out: read, converted and validated on all threads, written in order.

use std::io::Read as _;
use std::path::Path;

use chancery::convert::convert;
use chancery::diagnostic::{Code, Diagnostic};
use chancery::document::{Document, documents};
use chancery::export::{Format, reduce};
use chancery::import::Chunk;
use chancery::lexicon::Lexicon;
use chancery::record::TextKept;
use chancery::source::{self, Given};
use chancery::validate::{self, Verdict};
use chancery::{Error, Readout};

use super::args::Export;
use super::guard::{self, guarded};
use super::input::{self, Found};
use super::parallel;
use super::pieces::{Content, Expect, Piece, pieces};
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
    let format = format(arguments, &found)?;
    guard::install();
    let mut log = Log::new();
    found.errors.iter().for_each(|error| log.failure(error));

    let work =
        Work { given: arguments.about.given(), lexicon: Lexicon::english(), kept: arguments.text };
    let mut sink = Sink::new(arguments, format, &found.inputs)?;
    parallel::ordered(
        pieces(&found.inputs, Expect::Readouts),
        arguments.threads.number(),
        |piece| (piece.number, work.on(piece)),
        |(input, done)| -> Result<(), Error> {
            let done = match done {
                Ok(done) => done,
                Err(error) => {
                    log.failure(&error);
                    return Ok(());
                }
            };
            log.report.extend(done.findings);
            for mut verdict in done.verdicts {
                if let Some(record) = &verdict.valid {
                    verdict.findings.extend(sink.write(input, record)?);
                }
                log.report.record(verdict.findings);
            }
            Ok(())
        },
    )?;
    sink.finish()?;
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

/// What is the same for all pieces.
struct Work {
    given: Given,
    lexicon: &'static Lexicon,
    kept: TextKept,
}

/// What became of one piece.
#[derive(Default)]
struct Done {
    verdicts: Vec<Verdict>,
    /// Findings about no single record.
    findings: Vec<Diagnostic>,
}

impl Work {
    fn on(&self, piece: Piece<'_>) -> Result<Done, Error> {
        let mut done = Done::default();
        let name = piece.input.name.as_str();
        match piece.content.map_err(|source| piece.input.error(source))? {
            Content::Page(mut reader) => {
                let mut bytes = Vec::new();
                reader.read_to_end(&mut bytes).map_err(|source| piece.input.error(source))?;
                self.pages(name, || source::read(name, &bytes, &self.given), &mut done);
            }
            Content::Lines { first, bytes } => {
                for (number, line) in (first..).zip(bytes.split(|byte| *byte == b'\n')) {
                    let read = || source::read_line(name, number, line, &self.given);
                    self.pages(name, read, &mut done);
                }
            }
            Content::Records(chunks) => {
                for chunk in chunks {
                    self.records(chunk, &mut done);
                }
            }
        }
        Ok(done)
    }

    /// Converts what `read` reads from the input.
    fn pages(&self, name: &str, read: impl FnOnce() -> source::Reading, done: &mut Done) {
        let reading = match guarded(read) {
            Ok(reading) => reading,
            Err(panic) => return done.findings.push(internal(name, &panic)),
        };
        done.findings.extend(reading.diagnostics);
        for page in reading.pages {
            let name = page.name.clone();
            match guarded(|| documents(page)) {
                Ok(documents) => documents.iter().for_each(|one| self.document(one, done)),
                Err(panic) => done.findings.push(internal(&name, &panic)),
            }
        }
    }

    fn document(&self, document: &Document, done: &mut Done) {
        let judged = guarded(|| {
            let record = convert(document, self.lexicon);
            let mut verdict = self.reduced(validate::readout(record));
            // A conversion whose own record fails is a bug, which is reported as such: with the finding.
            for finding in &mut verdict.findings {
                finding.location.file = Some(document.name.clone());
            }
            verdict
        });
        match judged {
            Ok(verdict) => done.verdicts.push(verdict),
            Err(panic) => done.findings.push(internal(&document.name, &panic)),
        }
    }

    fn records(&self, chunk: Chunk, done: &mut Done) {
        let reading = chunk.read();
        done.findings.extend(reading.diagnostics);
        for item in reading.items {
            let verdict = validate::value(item.value);
            // Order is put right here, so it is no fault of what is written.
            let findings =
                verdict.findings.into_iter().filter(|finding| finding.code != Code::Unsorted);
            let findings = findings.map(|finding| {
                finding.within(item.origin.file(), &item.origin.pointer(""), &item.origin)
            });
            let findings = findings.collect();
            let valid = verdict.valid.map(validate::Valid::sorted);
            done.verdicts.push(self.reduced(Verdict { valid, findings }));
        }
    }

    /// The verdict on the record without the text that it may not keep.
    fn reduced(&self, verdict: Verdict) -> Verdict {
        match verdict.valid {
            Some(valid) if valid.get().source.text_kept < self.kept => {
                let mut record: Readout = valid.into_inner();
                reduce(&mut record, self.kept);
                let Verdict { valid, mut findings } = validate::readout(record);
                if valid.is_some() {
                    findings = verdict.findings;
                }
                Verdict { valid, findings }
            }
            valid => Verdict { valid, ..verdict },
        }
    }
}

/// A panic as a finding of the document that brought it to light.
fn internal(name: &str, panic: &str) -> Diagnostic {
    Diagnostic::new(Code::InternalError, format!("the conversion broke off: {panic}")).in_file(name)
}
