//! Code of a finding in, its manual entry out.

use std::io::Write as _;

use chancery::Error;
use chancery::diagnostic::{Code, UnknownCode};

use super::args::Explain;
use super::output::Output;
use super::report::Outcome;

/// Prints the entry, or the list of codes where none is named.
pub(super) fn run(arguments: &Explain) -> Result<Outcome, Error> {
    let mut out = Output::stdout();
    if let Some(name) = &arguments.code {
        let code: Code =
            name.parse().map_err(|error: UnknownCode| Error::Usage(error.to_string()))?;
        writeln!(out, "{code} ({})\n\n{}", code.severity(), code.manual().trim())?;
    } else {
        let width = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or(0);
        for code in Code::ALL {
            let (name, level) = (code.as_str(), code.severity().as_str());
            writeln!(out, "{name:width$}  {level:7}  {}", code.title())?;
        }
    }
    out.finish()?;
    Ok(Outcome::Fine)
}
