//! Every id that refers to something names something in the record.

use super::{Facts, finding};
use crate::diagnostic::{Code, Diagnostic, nearest, quote};
use crate::validate::facts::Wanted;

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    facts.each_reference(|at, id, wanted| {
        if facts.get(id).is_some() {
            return;
        }
        let message = format!(
            "{} names nothing in the record; expected {}",
            quote(id.as_str()),
            wanted.noun()
        );
        let mut dangling = finding(Code::DanglingId, at(), message);
        let candidates = facts
            .named()
            .filter(|named| wanted.accepts(named.thing))
            .map(|named| named.id.as_str());
        // Numbers are all near to each other, so only the ids of actors tell what was meant.
        let is_named = matches!(wanted, Wanted::Actor | Wanted::Body);
        if let Some(near) = nearest(id.as_str(), candidates).filter(|_| is_named) {
            dangling = dangling.nearest(near);
        }
        findings.push(dangling);
    });
}
