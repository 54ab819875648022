//! Events, statements and references are numbered: event-1, statement-1, reference-1. (The ids of states are a condition
//! of the schema.)

use super::{Facts, finding};
use crate::diagnostic::{Code, Diagnostic, quote};
use crate::validate::facts::Thing;

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for named in facts.named() {
        let prefix = match named.thing {
            Thing::Actor(_) => continue,
            Thing::Event(_) => "event",
            Thing::Statement => "statement",
            Thing::Reference => "reference",
        };
        let id = named.id.as_str();
        let number = id.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
        let counts = |n: &str| !n.starts_with('0') && n.bytes().all(|b| b.is_ascii_digit());
        if !number.is_some_and(counts) {
            let message = format!(
                "{} is not the id of {}; expected {prefix}- and a number from 1, such as {prefix}-1",
                quote(id),
                named.thing.noun()
            );
            findings.push(finding(Code::MalformedId, named.place().key("id"), message));
        }
    }
}
