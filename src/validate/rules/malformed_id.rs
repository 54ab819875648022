//! Events, statements and references are numbered: event-1, statement-1, reference-1. (The ids of states are a condition
//! of the schema.)

use super::{Facts, finding};
use crate::diagnostic::{Code, Diagnostic, quote};
use crate::validate::facts::Thing;

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for (at, id, thing) in facts.named() {
        let prefix = match thing {
            Thing::Actor(_) => continue,
            Thing::Event(_) => "event",
            Thing::Statement => "statement",
            Thing::Reference => "reference",
        };
        let number = id.as_str().strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
        let counts = |n: &str| !n.starts_with('0') && n.bytes().all(|b| b.is_ascii_digit());
        if !number.is_some_and(counts) {
            let message = format!(
                "{} is not the id of {}; expected {prefix}- and a number from 1, such as {prefix}-1",
                quote(id.as_str()),
                thing.noun()
            );
            findings.push(finding(Code::MalformedId, at.key("id"), message));
        }
    }
}
