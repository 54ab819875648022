//! Whom an actor represents represents nobody else: the state is named, not its ministry.

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic, quote};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for (index, actor) in facts.readout.actors.iter().enumerate() {
        for (number, id) in actor.represents.iter().enumerate() {
            let Some(last) = facts.actor(id).and_then(|represented| represented.represents.first())
            else {
                continue;
            };
            let message = format!(
                "{} represents {}, which itself represents {}",
                quote(actor.id.as_str()),
                quote(id.as_str()),
                quote(last.as_str())
            );
            let at = Path::of("actors").index(index).key("represents").index(number);
            findings.push(finding(Code::RepresentsChain, at, message).nearest(last.as_str()));
        }
    }
}
