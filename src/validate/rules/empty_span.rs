//! A span ends after it starts.

use super::{Facts, finding};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    facts.each_span(|at, span| {
        if span.start >= span.end {
            let message = format!(
                "span from {} to {} holds no text; `end` must be greater than `start`",
                span.start, span.end
            );
            findings.push(finding(Code::EmptySpan, at(), message));
        }
    });
}
