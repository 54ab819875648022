//! A joint statement is that of all parties of its events, one of the publisher is that of `source.publisher`.

use std::collections::BTreeSet;

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::{Attribution, LocalId};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for (index, statement) in facts.readout.statements.iter().enumerate() {
        let expected: BTreeSet<&LocalId> = match statement.attribution {
            Attribution::Attributed => continue,
            Attribution::Joint => {
                let events = statement.events.iter().filter_map(|id| facts.event(id));
                events.flat_map(|event| &event.parties).collect()
            }
            Attribution::Publisher => facts.readout.source.publisher.iter().collect(),
        };
        // Without a party or a publisher there is nobody to name; an id that names no actor is another rule's finding.
        let known = expected.iter().all(|id| facts.actor(id).is_some());
        if expected.is_empty() || !known || expected.iter().copied().eq(&statement.speakers) {
            continue;
        }
        let speakers: BTreeSet<&LocalId> = statement.speakers.iter().collect();
        if speakers != expected {
            let message = format!(
                "speakers of a {} statement are {}; expected {}",
                statement.attribution,
                list(&speakers),
                list(&expected)
            );
            let at = Path::of("statements").index(index).key("speakers");
            findings.push(finding(Code::SpeakerMismatch, at, message));
        }
    }
}

fn list(ids: &BTreeSet<&LocalId>) -> String {
    if ids.is_empty() {
        return "nobody".to_owned();
    }
    ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ")
}
