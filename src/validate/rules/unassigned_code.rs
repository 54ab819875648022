//! State codes are assigned in ISO 3166-1, were so at the time of the readout, or are XKX.

use super::{Facts, Path, bounds, finding};
use crate::diagnostic::{Code, Diagnostic, quote};
use crate::record::{ActorKind, Date};
use crate::schema::state_codes;
use crate::validate::facts::At;

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let readout = facts.readout;
    let day = readout.source.published.or_else(|| readout.events.iter().find_map(|e| e.date));
    for (index, actor) in readout.actors.iter().enumerate() {
        if actor.kind == ActorKind::State {
            let at = || Path::of("actors").index(index).key("id");
            findings.extend(judge(&at, actor.id.as_str(), day));
        }
    }
    for (index, event) in readout.events.iter().enumerate() {
        if let Some(country) = event.place.as_ref().and_then(|place| place.country.as_ref()) {
            let at = || Path::of("events").index(index).key("place").key("country");
            findings.extend(judge(&at, country.as_str(), day));
        }
    }
}

fn judge(at: At<'_>, code: &str, day: Option<Date>) -> Option<Diagnostic> {
    let codes = state_codes();
    let Ok(index) = codes.binary_search_by(|state| state.code.cmp(code)) else {
        let message = format!("state code {} is not assigned in ISO 3166-1", quote(code));
        return Some(finding(Code::UnassignedCode, at(), message));
    };
    let withdrawn = codes[index].withdrawn?;
    let (_, end) = bounds(withdrawn.parse().ok()?)?;
    let (first, _) = bounds(day?)?;
    (first > end).then(|| {
        let message = format!(
            "state code {} ({}) was withdrawn in {withdrawn}, before the readout of {first}",
            quote(code),
            codes[index].name
        );
        finding(Code::UnassignedCode, at(), message)
    })
}
