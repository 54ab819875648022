//! Inputs in, records in the format asked for out: reading and conversion on all threads, writing in the order of the inputs.

use std::io::Write as _;
use std::path::Path;

use chancery::convert::convert;
use chancery::diagnostic::{Code, Diagnostic};
use chancery::document::{Document, documents};
use chancery::export::Format;
use chancery::lexicon::Lexicon;
use chancery::source::{self, Given};
use chancery::{Error, Readout};

use super::args::Export;
use super::guard::{self, guarded};
use super::input::{self, Found, Input};
use super::output::Output;
use super::parallel;
use super::report::{Log, Outcome};

/// What became of one job.
#[derive(Default)]
struct Done {
    records: Vec<Readout>,
    findings: Vec<Diagnostic>,
    failure: Option<Error>,
}

/// Converts and writes.
pub(super) fn run(arguments: &Export) -> Result<Outcome, Error> {
    let found = input::find(&arguments.inputs, input::READOUTS)?;
    for (option, value) in [("--url", &arguments.about.url), ("--title", &arguments.about.title)] {
        if found.many && value.is_some() {
            return Err(Error::Usage(format!(
                "{option} describes one readout, but there are several inputs"
            )));
        }
    }
    let format = format(arguments, &found)?;
    guard::install();
    let mut log = Log::new();
    found.errors.iter().for_each(|error| log.failure(error));
    let given = arguments.about.given();
    let lexicon = Lexicon {};

    let mut output = Output::open(arguments.output.as_deref())?;
    parallel::ordered(
        found.inputs.iter(),
        arguments.threads.number(),
        |input| whole(input, &given, &lexicon),
        |done| {
            log.report.extend(done.findings);
            done.failure.iter().for_each(|error| log.failure(error));
            for record in done.records {
                if format != Format::Ndjson {
                    return Err(Error::Usage("only ndjson so far".to_owned()));
                }
                serde_json::to_writer(&mut output, &record).expect("x");
                writeln!(output)?;
            }
            Ok(())
        },
    )?;
    output.finish()?;
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
                "the name {} does not tell the format: give --format, or one of the extensions {}",
                output.display(),
                names.join(", ")
            ))
        });
    }
    Ok(if found.many && arguments.output_dir.is_none() { Format::Ndjson } else { Format::Json })
}

/// Reads an input as a whole and converts it.
fn whole(input: &Input, given: &Given, lexicon: &Lexicon) -> Done {
    let bytes = match input.read() {
        Ok(bytes) => bytes,
        Err(error) => return Done { failure: Some(error), ..Done::default() },
    };
    let mut done = Done::default();
    match guarded(|| source::read(&input.name, &bytes, given)) {
        Ok(reading) => {
            done.findings = reading.diagnostics;
            for page in reading.pages {
                let name = page.name.clone();
                match guarded(|| documents(page)) {
                    Ok(documents) => {
                        documents.iter().for_each(|one| convert_one(one, lexicon, &mut done))
                    }
                    Err(panic) => done.findings.push(internal(&name, &panic)),
                }
            }
        }
        Err(panic) => done.findings.push(internal(&input.name, &panic)),
    }
    done
}

fn convert_one(document: &Document, lexicon: &Lexicon, done: &mut Done) {
    match guarded(|| convert(document, lexicon)) {
        Ok((record, findings)) => {
            done.findings.extend(findings);
            done.records.push(record);
        }
        Err(panic) => done.findings.push(internal(&document.name, &panic)),
    }
}

/// A panic as a finding of the document that brought it to light.
fn internal(name: &str, panic: &str) -> Diagnostic {
    Diagnostic::new(Code::InternalError, format!("the conversion broke off: {panic}")).in_file(name)
}
