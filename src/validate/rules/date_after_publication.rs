//! An event is not dated more than a day after its readout was published; one day is allowed for time zones.

use super::{Facts, Path, bounds, finding};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(published) = facts.readout.source.published else { return };
    let Some(limit) = bounds(published).and_then(|(_, last)| last.tomorrow().ok()) else { return };
    for (index, event) in facts.readout.events.iter().enumerate() {
        if let Some(date) = event.date
            && bounds(date).is_some_and(|(first, _)| first > limit)
        {
            let message =
                format!("event is dated {date}, but the readout was published on {published}");
            let at = Path::of("events").index(index).key("date");
            findings.push(finding(Code::DateAfterPublication, at, message));
        }
    }
}
