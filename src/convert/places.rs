//! Where an event took place: its sentence in, the most specific place named as such out.

use std::ops::Range;

use super::actors::Cast;
use super::encounters::Candidate;
use super::persons::Side;
use super::reading::{Reading, Unit};
use super::venues::venue;
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
pub(super) fn place(reading: &Reading<'_>, cast: &Cast, candidate: &Candidate) -> Option<Placed> {
    if candidate.event_type == EventType::Call {
        return None;
    }
    let unit = &reading.units[candidate.unit];
    // "CITY hosted consultations": the city is the subject.
    if candidate.form == Form::TakePlace
        && candidate.trigger.start > unit.tokens.start
        && let Some(found) = reading.name_over(candidate.trigger.start - 1)
        && let Name::Place(index) = found.name
    {
        let country = reading.lexicon.places[index as usize].country.clone();
        let country = Some(country).filter(|code| !code.is_empty());
        return Some(Placed { span: reading.bytes(&found.tokens), country });
    }
    let end = unit.tokens.end.min(candidate.region.end.max(candidate.trigger.end) + 30);
    let travel = candidate.form == Form::Travel || candidate.event_type == EventType::Visit;
    let welcome = candidate.form == Form::Receive;
    let mut state: Option<Placed> = None;
    let mut continent: Option<Placed> = None;
    // What a place behind the verb belongs to stands behind the verb too: "Ambassador X visited Vik".
    let from = |before: usize| {
        if before >= candidate.trigger.start { candidate.trigger.start } else { unit.tokens.start }
    };
    // "In Nigeria, Mr. Finer met with": the stop of a trip.
    if let Some(found) = fronted(reading, unit).and_then(|at| reading.name_from(at)) {
        let country = state_at(reading, found.tokens.start)
            .map(|index| reading.lexicon.states[index as usize].code.clone());
        state = Some(Placed { span: reading.bytes(&found.tokens), country });
    }
    for at in candidate.region.start..end {
        let Some(found) = reading.name_from(at) else { continue };
        if reading.possessive(found.tokens.end) || found.tokens.start == unit.tokens.start {
            continue;
        }
        // "the Minister of State at the Foreign Office of Norland": where somebody holds office.
        if cast.mentions_over(at).any(|mention| mention.person.is_some()) {
            continue;
        }
        let mut before = at - 1;
        if matches!(reading.word(before), "the" | "The") && before > 0 {
            before -= 1;
        }
        // "in Egypt, Cairo"
        if reading.word(before) == ","
            && before > 1
            && let Some(state) = reading.name_over(before - 1)
            && matches!((&state.name, &found.name), (Name::State(_), Name::Place(_)))
            && state_at(reading, state.tokens.start) == state_at(reading, at)
        {
            before = state.tokens.start - 1;
        }
        let preposition = reading.word(before);
        let fits = matches!(preposition, "in" | "at")
            || ((travel || welcome) && matches!(preposition, "to" | "visited" | "visits"))
            || matches!(preposition, "to")
                && before > 1
                && (matches!(
                    reading.word(before - 1),
                    "visit" | "trip" | "travel" | "Visit" | "Trip" | "Travel"
                ) || reading
                    .encounter_word(before - 1)
                    .is_some_and(|verb| verb.form == Form::Travel));
        if !fits || elsewhere(reading, from(before), before) {
            continue;
        }
        let span = reading.bytes(&found.tokens);
        match found.name {
            Name::Place(index) => {
                let country = reading.lexicon.places[index as usize].country.clone();
                let country = Some(country).filter(|code| !code.is_empty());
                // "a mission to Europe with a stop in Norland": a continent only where nothing finer is named.
                if country.is_some() {
                    return Some(Placed { span, country });
                }
                continent = continent.or(Some(Placed { span, country }));
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
    let within = candidate.region.start..end;
    venue(reading, candidate, within)
        .filter(|tokens| {
            !elsewhere(reading, from(tokens.start - 1), tokens.start - 1)
                && !cast.mentions_over(tokens.start).any(|mention| mention.person.is_some())
        })
        .map(|tokens| {
            let country = reading
                .names_in(tokens.clone())
                .find_map(|found| owner(reading, found.name))
                .or_else(|| state.as_ref().and_then(|state| state.country.clone()));
            Placed { span: reading.bytes(&tokens), country }
        })
        .or(state)
        .or(continent)
}

/// The state whose house a building is that is called after a name: "the Kazakh Ministry", "the Embassy of Chile".
fn owner(reading: &Reading<'_>, name: Name) -> Option<String> {
    let lexicon = reading.lexicon;
    let state = match name {
        Name::State(state) | Name::Demonym(state) => lexicon.states[state as usize].code.clone(),
        Name::Organization(body) => lexicon.organizations[body as usize].state.clone(),
        _ => return None,
    };
    Some(state).filter(|code| !code.is_empty())
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

/// Where a stop of a trip is: the state of "In Nigeria, …" at the start of the sentence of a token or of one before it.
pub(super) fn leg(reading: &Reading<'_>, at: usize) -> Option<Side> {
    let unit = reading.unit_of(at);
    let near = reading.units[unit.saturating_sub(3)..=unit].iter().rev();
    near.filter(|unit| unit.sentence.is_some())
        .find_map(|unit| fronted(reading, unit))
        .and_then(|at| state_at(reading, at))
        .map(Side::State)
}

/// The token of the place in "In Nigeria, …" or "While in Rome, …".
fn fronted(reading: &Reading<'_>, unit: &Unit) -> Option<usize> {
    let start = unit.tokens.start;
    let name = match reading.word(start) {
        "In" => start + 1,
        "While" if reading.word(start + 1) == "in" => start + 2,
        _ => return None,
    };
    let found = reading
        .name_from(name)
        .filter(|found| matches!(found.name, Name::State(_) | Name::Place(_)))?;
    (reading.word(found.tokens.end) == ",").then_some(name)
}

/// The place in the document's own date block. Where the house does not date its events by the block, only a place that the
/// lexicon knows counts, and no block at the foot, which says where the account was signed.
pub(super) fn header(reading: &Reading<'_>) -> Option<Placed> {
    let document = reading.document;
    let dateline = document.dateline.as_ref().filter(|dateline| dateline.own_block)?;
    let span = dateline.place.clone()?;
    let text = &document.text[span.clone()];
    let lexicon = reading.lexicon;
    let name = |part: &str| {
        let mut tokens = Vec::new();
        crate::lexicon::token::tokenize(part, 0..part.len(), &mut tokens);
        lexicon.names.longest(&lexicon.words.spellings(part, &tokens)).map(|(_, name)| name)
    };
    let own = reading.publisher.is_some_and(|publisher| publisher.dated_by_header);
    let foot =
        document.sentences.first().is_some_and(|first| first.span.start < dateline.span.start);
    let known = text.split(',').any(|part| matches!(name(part.trim()), Some(Name::Place(_))));
    if !own && (foot || !known) {
        return None;
    }
    let country = text
        .split(',')
        .rev()
        .find_map(|part| match name(part.trim()) {
            Some(Name::Place(index)) => Some(lexicon.places[index as usize].country.clone()),
            Some(Name::State(index)) => Some(lexicon.states[index as usize].code.clone()),
            _ => None,
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
            reading.lexicon.state_index(&reading.lexicon.places[place as usize].country)
        }
        _ => None,
    }
}
