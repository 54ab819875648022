//! Ids are unique over all arrays of a record.

use std::collections::HashSet;

use super::{Facts, finding};
use crate::diagnostic::{Code, Diagnostic, quote};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    if facts.distinct {
        return;
    }
    let mut seen: HashSet<&str, foldhash::fast::FixedState> = HashSet::default();
    for named in facts.named() {
        let id = named.id.as_str();
        if !seen.insert(id) {
            let message = format!(
                "{} names {} but is the id of another thing already",
                quote(id),
                named.thing.noun()
            );
            findings.push(finding(Code::DuplicateId, named.place().key("id"), message));
        }
    }
}
