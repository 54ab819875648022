//! Findings and failures in, lines on standard error and the exit status out.

use std::io::{self, Write as _};

use chancery::Error;
use chancery::diagnostic::{Report, Style};

use super::checkpoint::State;
use super::pieces::Place;
use super::sink::Reach;

/// Findings that are kept for showing; all are counted.
const SHOWN: usize = 1_000;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing worse than warnings.
    Fine,
    /// Findings of level error.
    Findings,
    /// Something could not be read or written.
    Failed,
    /// The user stopped it; what was done is whole.
    Interrupted {
        /// Whether `--resume` goes on from here.
        resumable: bool,
    },
}

/// What went wrong in a run whose product is data: told on standard error.
#[derive(Debug)]
pub(super) struct Log {
    /// The findings, which are told at the end.
    pub(super) report: Report,
    failed: bool,
}

impl Log {
    /// Nothing so far.
    pub(super) fn new() -> Self {
        Self { report: Report::new(Some(SHOWN)), failed: false }
    }

    /// Goes on after an interrupted run.
    pub(super) fn go_on(&mut self, report: Report, failed: bool) {
        self.report = report;
        self.failed |= failed;
    }

    /// The state of the run for a checkpoint.
    #[expect(clippy::unnecessary_wraps, reason = "as the journal takes it")]
    pub(super) fn state(&self, next: Place, output: Option<Reach>) -> Result<State, Error> {
        Ok(State { next, output, report: self.report.clone(), failed: self.failed })
    }

    /// Tells of an input that could not be read; the others go on.
    pub(super) fn failure(&mut self, error: &Error) {
        self.failed = true;
        failure(error);
    }

    /// Tells the findings, if there are any, and how the run ended.
    pub(super) fn finish(self) -> Outcome {
        if self.report.errors() + self.report.warnings() > 0 {
            // Where standard error is closed, nobody is there to tell.
            let _ = self.report.write(style(&io::stderr()), true, &mut anstream::stderr().lock());
        }
        outcome(&self.report, self.failed)
    }
}

/// How a run with these findings ended.
pub(super) fn outcome(report: &Report, failed: bool) -> Outcome {
    match (failed, report.errors()) {
        (true, _) => Outcome::Failed,
        (false, 0) => Outcome::Fine,
        (false, _) => Outcome::Findings,
    }
}

/// The style for people on a terminal, else the one that is a line a finding.
pub(super) fn style(stream: &impl io::IsTerminal) -> Style {
    if stream.is_terminal() { Style::Full } else { Style::Concise }
}

/// Tells why the run, or one of its inputs, could not go on.
pub(super) fn failure(error: &Error) {
    let _ = writeln!(anstream::stderr().lock(), "error: {error}");
}

/// Tells that the user stopped the run, and how to go on.
pub(super) fn interrupted(resumable: bool) {
    let how = if resumable { "; the same command with --resume goes on from here" } else { "" };
    let _ = writeln!(anstream::stderr().lock(), "interrupted{how}");
}
