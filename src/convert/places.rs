//! Where an event took place: its sentence in, the most specific place named as such out.

use std::ops::Range;

use super::encounters::Candidate;
use super::persons::Side;
use super::reading::Reading;
use crate::lexicon::{Form, Name};
use crate::record::EventType;

/// A place as the text names it.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// Bytes of the text.
    pub(super) span: Range<usize>,
    /// Code of the state it lies in, if known.
    pub(super) country: Option<String>,
}

/// The place of a candidate's event.
pub(super) fn place(reading: &Reading<'_>, candidate: &Candidate) -> Option<Placed> {
    if candidate.event_type == EventType::Call {
        return None;
    }
    let unit = &reading.units[candidate.unit];
    let end = unit.tokens.end.min(candidate.region.end.max(candidate.trigger.end) + 30);
    let travel = candidate.form == Form::Travel;
    let welcome = candidate.form == Form::Receive;
    let mut state: Option<Placed> = None;
    for at in candidate.region.start..end {
        let Some(found) = reading.name_from(at) else { continue };
        if reading.possessive(found.tokens.end) || found.tokens.start == unit.tokens.start {
            continue;
        }
        let mut before = at - 1;
        if matches!(reading.word(before), "the" | "The") && before > 0 {
            before -= 1;
        }
        let preposition = reading.word(before);
        let fits = matches!(preposition, "in" | "at")
            || ((travel || welcome) && matches!(preposition, "to" | "visited" | "visits"))
            || matches!(preposition, "to")
                && before > 1
                && matches!(reading.word(before - 1), "visit" | "trip" | "travel");
        if !fits || elsewhere(reading, unit.tokens.start, before) {
            continue;
        }
        let span = reading.bytes(&found.tokens);
        match found.name {
            Name::Place(index) => {
                let country = &reading.lexicon.places[index as usize].country;
                return Some(Placed {
                    span,
                    country: Some(country.clone()).filter(|code| !code.is_empty()),
                });
            }
            Name::State(index)
                if (travel || welcome) && state.is_none() && at < candidate.trigger.end + 45 =>
            {
                state = Some(Placed {
                    span,
                    country: Some(reading.lexicon.states[index as usize].code.clone()),
                });
            }
            _ => {}
        }
    }
    state
}

/// Whether the words before a place tie it to another event: "following the summit in Geneva", "the war in Ukraine".
fn elsewhere(reading: &Reading<'_>, start: usize, preposition: usize) -> bool {
    let back = preposition.saturating_sub(5).max(start)..preposition;
    let words = || back.clone().map(|at| reading.word(at));
    words().any(|word| {
        matches!(
            word,
            "war"
                | "situation"
                | "crisis"
                | "conflict"
                | "following"
                | "ahead"
                | "upcoming"
                | "after"
                | "before"
                | "ambassadors"
                | "Ambassador"
                | "embassy"
                | "developments"
                | "peace"
                | "leaders"
                | "stability"
        )
    })
}

/// The place in the document's own date block.
pub(super) fn header(reading: &Reading<'_>) -> Option<Placed> {
    let dateline = reading.document.dateline.as_ref().filter(|dateline| dateline.own_block)?;
    let span = dateline.place.clone()?;
    let text = &reading.document.text[span.clone()];
    let lexicon = reading.lexicon;
    let country = text
        .split(',')
        .rev()
        .map(str::trim)
        .find_map(|part| {
            let mut tokens = Vec::new();
            crate::lexicon::token::tokenize(part, 0..part.len(), &mut tokens);
            match lexicon.names.longest(part, &tokens) {
                Some((_, Name::Place(index))) => {
                    Some(lexicon.places[index as usize].country.clone())
                }
                Some((_, Name::State(index))) => Some(lexicon.states[index as usize].code.clone()),
                _ => None,
            }
        })
        .filter(|code| !code.is_empty())
        .or_else(|| match reading.home {
            Some(Side::State(home)) => Some(lexicon.states[home as usize].code.clone()),
            _ => None,
        });
    Some(Placed { span, country })
}

/// The state that a name at a token lies in or is.
pub(super) fn state_at(reading: &Reading<'_>, at: usize) -> Option<u16> {
    match reading.name_from(at)?.name {
        Name::State(state) => Some(state),
        Name::Place(place) => {
            let code = &reading.lexicon.places[place as usize].country;
            reading
                .lexicon
                .states
                .iter()
                .position(|state| state.code == *code)
                .map(|index| index as u16)
        }
        _ => None,
    }
}
