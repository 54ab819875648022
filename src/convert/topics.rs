//! Topics of sentences and events: phrases of the lexicon in, contexts of PLOVER out.

use super::reading::Reading;
use crate::record::Topic;

/// The topics that the sentences of some units name, each once.
pub(super) fn of_units(reading: &Reading<'_>, units: &[usize]) -> Vec<Topic> {
    let mut topics = Vec::new();
    for unit in units.iter().map(|&unit| &reading.units[unit]) {
        let mut at = unit.tokens.start;
        while at < unit.tokens.end {
            match reading
                .lexicon
                .topics
                .longest(&reading.document.text, &reading.tokens[at..unit.tokens.end])
            {
                Some((length, topic)) => {
                    if !topics.contains(&topic) {
                        topics.push(topic);
                    }
                    at += length;
                }
                None => at += 1,
            }
        }
    }
    topics
}
