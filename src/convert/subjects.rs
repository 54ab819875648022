//! Who is the subject of a verb of exchange: noun phrases and the verb in, the phrase or a standing body out.

use std::ops::Range;

use super::phrases::{Phrase, Who};
use super::reading::Reading;
use crate::lexicon::{Class, Encounter, Form};
use crate::record::EventType;

/// "The Joint Steering Group for Advanced Capabilities met": a standing body whose session is the event.
pub(super) fn body_before(
    reading: &Reading<'_>,
    start: usize,
    verb: usize,
) -> Option<Range<usize>> {
    let mut first = verb;
    while first > start
        && (reading.capital(first - 1)
            || reading.name_over(first - 1).is_some()
            || matches!(reading.word(first - 1), "of" | "for" | "on" | "'s" | "-")
            || (reading.word(first - 1) == "and"
                && reading.capital(first)
                && !matches!(reading.word(first), "The" | "the")))
    {
        first -= 1;
    }
    first += usize::from(reading.word(first) == "The");
    let article = first > start && matches!(reading.word(first - 1), "the" | "The");
    let body = (first..verb).any(|at| {
        reading.capital(at)
            && matches!(
                reading.encounter(at..verb),
                Some((
                    _,
                    Encounter { form: Form::Noun, event_type: Some(EventType::Consultation), .. }
                ))
            )
    });
    (article && body && verb - first >= 2 && reading.capital(first)).then_some(first..verb)
}

/// Words of time may stand between subject and verb: "President Biden today spoke".
pub(super) fn is_time(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.word(at),
        "today"
            | "yesterday"
            | "recently"
            | "on"
            | "this"
            | "morning"
            | "afternoon"
            | "evening"
            | "earlier"
    ) || reading.is(at, Class::Weekday)
}

pub(super) fn subject(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    start: usize,
    before: usize,
) -> Option<Phrase> {
    let ends = |end: usize| {
        phrases
            .iter()
            .rev()
            .find(|p| p.tokens.end == end && p.tokens.start >= start && p.who != Who::It)
            .cloned()
    };
    if let Some(phrase) = ends(before) {
        return Some(phrase);
    }
    // An insertion: ", on December 2,", ", together with X,", ", who is …,"
    if before > start && reading.word(before - 1) == "," {
        return phrases
            .iter()
            .find(|p| {
                p.tokens.start >= start
                    && p.tokens.end < before - 1
                    && reading.word(p.tokens.end) == ","
                    && p.who != Who::It
            })
            .cloned();
    }
    if before > start && reading.word(before - 1) == "and" {
        return None; // the subject of the verb before it
    }
    // "Vladimir Putin on December 30 had", "The Prime Minister of X in a call"
    let mut back = before;
    while back > start && back + 6 > before && ends(back).is_none() {
        back -= 1;
    }
    ends(back)
        .filter(|p| matches!(reading.word(p.tokens.end), "on" | "in" | "today" | "has" | "at"))
}

/// The subject of an earlier verb that "and" joins this one to.
pub(super) fn coordinated_subject(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    start: usize,
    before: usize,
) -> Option<Phrase> {
    (before > start && matches!(reading.word(before - 1), "and" | ","))
        .then(|| {
            phrases
                .iter()
                .find(|p| p.tokens.start >= start && p.tokens.end < before && p.who != Who::It)
                .cloned()
        })
        .flatten()
}
