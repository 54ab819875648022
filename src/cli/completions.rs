//! Name of a shell in, completion script out.

use std::io::Write as _;

use chancery::Error;
use clap::CommandFactory as _;

use super::args::{Cli, Completions};
use super::output::Output;
use super::report::Outcome;

/// Prints the script.
pub(super) fn run(arguments: &Completions) -> Result<Outcome, Error> {
    // The generator does not expect a closed pipe, memory has none.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "chancery", &mut script);
    let mut out = Output::stdout();
    out.write_all(&script)?;
    out.finish()?;
    Ok(Outcome::Fine)
}
