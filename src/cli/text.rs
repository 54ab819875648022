//! One input in, the rendered text of its readouts out: exactly the text that spans refer to.

use std::io::{IsTerminal as _, Read as _, Write as _};

use chancery::Error;
use chancery::document::documents;
use chancery::source::{self, Given};

use super::args::{Inputs, Text};
use super::input;
use super::output::Output;
use super::report::{Log, Outcome};

/// Parts the texts of several readouts.
const FORM_FEED: &str = "\n\u{c}\n";

/// Prints the text.
pub(super) fn run(arguments: &Text) -> Result<Outcome, Error> {
    let inputs = Inputs {
        paths: vec![arguments.input.clone()],
        files_from: None,
        stdin_filename: arguments.stdin_filename.clone(),
    };
    let found = input::find(&inputs, input::READOUTS)?;
    let [input] = found.inputs.as_slice() else {
        return Err(Error::Usage(format!(
            "{} is a folder; name a file",
            arguments.input.display()
        )));
    };
    let mut bytes = Vec::new();
    let read = input.open().and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(|source| input.error(source))?;
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
