//! Arguments in, output and exit status out: one file a command, printing nowhere else.

mod args;
mod checkpoint;
mod completions;
mod explain;
mod export;
mod input;
mod inspect;
mod interrupt;
mod lexicon;
mod output;
mod pieces;
mod progress;
mod report;
mod schema;
mod sink;
mod text;
mod validate;

use std::io;
use std::process::ExitCode;

use chancery::Error;
use clap::Parser as _;

use args::{Cli, Command};
use report::Outcome;

/// Runs the command that the arguments ask for.
pub(crate) fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(message) => {
            // Help for a pager that was closed is no failure.
            let _ = message.print();
            return ExitCode::from(u8::try_from(message.exit_code()).unwrap_or(2));
        }
    };
    let outcome = match cli.command {
        Command::Export(arguments) => export::run(&arguments),
        Command::Validate(arguments) => validate::run(&arguments),
        Command::Inspect(arguments) => inspect::run(&arguments),
        Command::Text(arguments) => text::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        Ok(Outcome::Interrupted { resumable }) => {
            report::interrupted(resumable);
            ExitCode::from(interrupt::STATUS)
        }
        // Who reads the output has seen enough.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            report::failure(&error);
            ExitCode::from(2)
        }
    }
}
