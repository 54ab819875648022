//! An id names the kind of thing that its place asks for.

use super::{Facts, finding};
use crate::diagnostic::{Code, Diagnostic, quote};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    facts.each_reference(|at, id, wanted| {
        if let Some(thing) = facts.get(id)
            && !wanted.accepts(thing)
        {
            let message =
                format!("{} is {}; expected {}", quote(id.as_str()), thing.noun(), wanted.noun());
            findings.push(finding(Code::WrongKind, at(), message));
        }
    });
}
