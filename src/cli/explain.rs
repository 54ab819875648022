//! Code of a finding in, its manual entry out.

use std::io::Write as _;

use chancery::Error;
use chancery::diagnostic::{Code, Severity};

use super::args::Explain;
use super::output::Output;
use super::report::{Outcome, nearest};

/// Prints the entry, or the list of codes where none is named.
pub(super) fn run(arguments: &Explain) -> Result<Outcome, Error> {
    let mut out = Output::stdout();
    match &arguments.code {
        Some(name) => {
            let code = find(name)?;
            writeln!(out, "{} ({})\n", code.as_str(), level(*code))?;
            write!(out, "{}", entry(*code))?;
        }
        None => {
            let width = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or(0);
            for code in Code::ALL {
                let entry = entry(*code);
                let first = entry.lines().next().unwrap_or_default();
                writeln!(out, "{:width$}  {:7}  {first}", code.as_str(), level(*code))?;
            }
        }
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

fn find(name: &str) -> Result<&'static Code, Error> {
    Code::ALL.iter().find(|code| code.as_str() == name).ok_or_else(|| {
        let help = nearest(name, Code::ALL.iter().map(|code| code.as_str()));
        Error::Usage(format!("`{name}` is not the code of a finding{help}"))
    })
}

const fn level(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// The manual entry without the space that a doc comment begins its lines with.
fn entry(code: Code) -> String {
    code.manual()
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line)))
        .collect()
}
