//! Who is the subject of a verb of exchange: noun phrases and the verb in, the phrase or a standing body out.

use std::ops::Range;

use super::persons::Side;
use super::phrases::{Phrase, Who, joint_noun};
use super::reading::Reading;
use crate::lexicon::{Class, Encounter, Form, Name, Tense};
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
    // "the Organisation of Norland (OON) concluded"
    let bracket = (before > start && reading.word(before - 1) == ")")
        .then(|| (start..before).rev().take(8).find(|&at| reading.word(at) == "("))
        .flatten();
    if let Some(phrase) = ends(before).or_else(|| ends(bracket?)) {
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

/// The subject of an earlier verb that "and" joins this one to, or of "returned after concluding".
pub(super) fn coordinated_subject(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    start: usize,
    before: usize,
) -> Option<Phrase> {
    (before > start && matches!(reading.word(before - 1), "and" | "," | "after" | "upon"))
        .then(|| {
            phrases
                .iter()
                .find(|p| p.tokens.start >= start && p.tokens.end < before && p.who != Who::It)
                .cloned()
        })
        .flatten()
}

/// "Representatives of Norland, Chile and Kenya met", "Ministers of the Sea Group held", "Members of the Contact Group met":
/// several people by whom they stand for, before a verb.
pub(super) fn delegates(reading: &Reading<'_>, start: usize, verb: usize) -> Option<Phrase> {
    let noun = (start..verb).find(|&at| {
        matches!(reading.word(at + 1), "of" | "from" | "representing") && joint_noun(reading, at)
    })?;
    let reports = |at: usize| {
        reading.is(at, Class::Auxiliary)
            || reading.is(at, Class::Modal)
            || matches!(reading.word(at), "who" | "that" | "which" | "with")
            || !reading.capital(at) && reading.cue(at).is_some_and(|cue| cue.tense == Tense::Past)
    };
    let opens = !(start..noun).any(reports);
    if !opens || (noun + 2..verb).any(reports) || verb - noun < 3 {
        return None;
    }
    let mut sides: Vec<Side> =
        reading.names_in(noun + 2..verb).filter_map(|found| side(reading, found.name)).collect();
    sides.sort_unstable();
    sides.dedup();
    Some(Phrase { tokens: noun..verb, who: Who::Sides(sides) })
}

/// The state or organisation that a name means as one that takes part.
fn side(reading: &Reading<'_>, name: Name) -> Option<Side> {
    match name {
        Name::State(state) | Name::Demonym(state) => Some(Side::State(state)),
        Name::Organization(body) => {
            let party = reading.lexicon.organizations[body as usize].party;
            party.then_some(Side::Organization(body))
        }
        _ => None,
    }
}
