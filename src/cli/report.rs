//! Findings and failures in, lines on standard error and the exit status out.

use std::io::Write as _;

use chancery::Error;
use chancery::diagnostic::{Diagnostic, Severity};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// Nothing worse than warnings.
    Fine,
    /// Findings of level error.
    Findings,
    /// Something could not be read or written.
    Failed,
}

/// What a run found, told as it goes.
#[derive(Debug)]
pub(super) struct Report {
    outcome: Outcome,
}

impl Report {
    /// Nothing so far.
    pub(super) const fn new() -> Self {
        Self { outcome: Outcome::Fine }
    }

    /// Tells a finding.
    pub(super) fn finding(&mut self, finding: &Diagnostic) {
        let level = match finding.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        if finding.severity() == Severity::Error {
            self.outcome = self.outcome.max(Outcome::Findings);
        }
        let mut place = finding.location.file.clone().unwrap_or_default();
        if let Some((line, column)) = finding.location.position {
            place = format!("{place}:{line}:{column}");
        }
        say(&format!("{place}: {level}[{}]: {}", finding.code.as_str(), finding.message));
    }

    /// Tells of an input that could not be read.
    pub(super) fn failure(&mut self, error: &Error) {
        self.outcome = Outcome::Failed;
        failure(error);
    }

    /// How the run ended.
    pub(super) const fn outcome(&self) -> Outcome {
        self.outcome
    }
}

/// Tells why the run, or one of its inputs, could not go on.
pub(super) fn failure(error: &Error) {
    say(&format!("error: {error}"));
}

/// Writes a line to standard error. Where that is closed, nobody is there to tell.
fn say(line: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

/// The candidate that a misspelt name may mean, as the end of a message.
pub(super) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> String {
    let best = candidates.map(|candidate| (distance(name, candidate), candidate)).min();
    match best {
        Some((distance, candidate)) if distance <= 3.max(candidate.len() / 3) => {
            format!("; did you mean `{candidate}`?")
        }
        _ => String::new(),
    }
}

/// Levenshtein distance in bytes.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let substitute = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substitute.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
