//! One input in, the rendered text of its readouts out: exactly the text that spans refer to.

use std::io::{IsTerminal as _, Write as _};

use chancery::Error;
use chancery::document::documents;
use chancery::source::{self, Given};

use super::args::Text;
use super::input;
use super::output::Output;
use super::report::{Log, Outcome};

/// Parts the texts of several readouts.
const FORM_FEED: &str = "\n\u{c}\n";

/// Prints the text.
pub(super) fn run(arguments: &Text) -> Result<Outcome, Error> {
    let (input, bytes) = input::one(&arguments.input, arguments.stdin_filename.as_deref())?;
    let reading = source::read(&input.name, &bytes, &Given::default());
    let mut log = Log::new();
    log.report.extend(reading.diagnostics);

    let texts: Vec<String> =
        reading.pages.into_iter().flat_map(documents).map(|document| document.text).collect();
    let mut out = Output::stdout();
    if let Some(part) = arguments.part {
        let text = texts.get(part.get() - 1).ok_or_else(|| {
            let (name, number) = (&input.name, texts.len());
            Error::Usage(format!("{name} has no readout {part}: it holds {number}"))
        })?;
        out.write_all(text.as_bytes())?;
    } else {
        out.write_all(texts.join(FORM_FEED).as_bytes())?;
    }
    if std::io::stdout().is_terminal() {
        out.write_all(b"\n")?;
    }
    out.finish()?;
    Ok(log.finish())
}
