//! Topics of sentences and events: phrases of the lexicon in, contexts of PLOVER out.

use super::actors::Cast;
use super::reading::Reading;
use crate::lexicon::Name;
use crate::record::Topic;

/// The topics that the sentences of some units name, each once.
pub(super) fn of_units(reading: &Reading<'_>, cast: &Cast, units: &[usize]) -> Vec<Topic> {
    let mut topics = Vec::new();
    for unit in units.iter().map(|&unit| &reading.units[unit]) {
        let mut at = unit.tokens.start;
        while at < unit.tokens.end {
            let found = reading.lexicon.topics.longest(reading.spellings(at..unit.tokens.end));
            let Some((length, topic)) =
                found.filter(|&(length, _)| !named(reading, cast, at, length))
            else {
                at += 1;
                continue;
            };
            if !topics.contains(&topic) {
                topics.push(topic);
            }
            at += length;
        }
    }
    topics
}

/// Whether a phrase is only part of an office's or a body's name, which is no topic: "Department of Energy", "Envoy for Climate".
fn named(reading: &Reading<'_>, cast: &Cast, at: usize, length: usize) -> bool {
    let inside_body = reading.name_over(at).is_some_and(|found| {
        matches!(found.name, Name::Organization(_)) && found.tokens.len() > length
    });
    inside_body || cast.mentions_over(at).next().is_some()
}
