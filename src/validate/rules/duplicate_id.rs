//! Ids are unique over all arrays of a record.

use std::collections::HashSet;

use super::{Facts, finding};
use crate::diagnostic::{Code, Diagnostic, quote};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen: HashSet<&str, foldhash::fast::FixedState> = HashSet::default();
    for (at, id, thing) in facts.named() {
        if !seen.insert(id.as_str()) {
            let message = format!(
                "{} names {} but is the id of another thing already",
                quote(id.as_str()),
                thing.noun()
            );
            findings.push(finding(Code::DuplicateId, at.key("id"), message));
        }
    }
}
