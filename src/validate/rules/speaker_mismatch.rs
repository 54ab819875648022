//! A joint statement is that of all parties of its events, one of the publisher is that of `source.publisher`.

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::{Attribution, LocalId};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for (index, statement) in facts.readout.statements.iter().enumerate() {
        let expected: Vec<&LocalId> = match statement.attribution {
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
        let (expected, speakers) = (distinct(expected), distinct(&statement.speakers));
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

fn distinct<'a>(ids: impl IntoIterator<Item = &'a LocalId>) -> Vec<&'a str> {
    let mut ids: Vec<_> = ids.into_iter().map(LocalId::as_str).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn list(ids: &[&str]) -> String {
    if ids.is_empty() { "nobody".to_owned() } else { ids.join(", ") }
}
