//! A span ends inside the text.

use super::{Facts, finding};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(length) = facts.text.as_ref().map(super::super::facts::Text::length) else { return };
    facts.each_span(|at, span| {
        // An empty span is another rule's finding.
        if span.end as usize > length && span.start < span.end {
            let message =
                format!("span ends at {}, but the text has {length} code points", span.end);
            findings.push(finding(Code::SpanOutsideText, at().key("end"), message));
        }
    });
}
