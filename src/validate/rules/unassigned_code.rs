//! State codes are assigned in ISO 3166-1, were so at the time of the readout, or are XKX.

use super::{Facts, Path, bounds, finding};
use crate::diagnostic::{Code, Diagnostic, quote};
use crate::record::{ActorKind, Date};
use crate::schema::state_codes;

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let readout = facts.readout;
    let day = readout.source.published.or_else(|| readout.events.iter().find_map(|e| e.date));
    let states = readout.actors.iter().enumerate().filter_map(|(index, actor)| {
        let at = Path::of("actors").index(index).key("id");
        (actor.kind == ActorKind::State).then_some((at, actor.id.as_str()))
    });
    let countries = readout.events.iter().enumerate().filter_map(|(index, event)| {
        let at = Path::of("events").index(index).key("place").key("country");
        Some((at, event.place.as_ref()?.country.as_ref()?.as_str()))
    });
    for (at, code) in states.chain(countries) {
        findings.extend(judge(at, code, day));
    }
}

fn judge(at: Path, code: &str, day: Option<Date>) -> Option<Diagnostic> {
    let codes = state_codes();
    let Ok(index) = codes.binary_search_by(|state| state.code.cmp(code)) else {
        let message = format!("state code {} is not assigned in ISO 3166-1", quote(code));
        return Some(finding(Code::UnassignedCode, at, message));
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
        finding(Code::UnassignedCode, at, message)
    })
}
