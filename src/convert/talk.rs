//! Exchanges that only their talk tells of: "X and Y discussed …", "X reviewed … with Y": a sentence in, a candidate out.

use std::ops::Range;

use super::actors::Cast;
use super::counterparts::participants;
use super::encounters::Candidate;
use super::phrases::{Phrase, Who};
use super::reading::Reading;
use super::wording::modality;
use crate::lexicon::{Class, Form};
use crate::record::{Act, EventType};

/// Who talk in a sentence: persons of different sides together, or one "with" another.
struct Talk {
    subject: Phrase,
    verb: usize,
    /// The other, where only one is the subject.
    with: Option<usize>,
}

/// Persons of different sides who talk have met, even where no verb says so. The title tells how, else the sentence.
pub(super) fn talk(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    unit: usize,
    title: Option<&Candidate>,
) -> Option<Candidate> {
    let tokens = reading.units[unit].tokens.clone();
    let Talk { subject, verb, with } = told(reading, cast, phrases, tokens.clone(), false)?;
    let kind = title.map(|title| (title.event_type, title.mode));
    let kind = kind.unwrap_or((EventType::Meeting, None));
    let (event_type, mode) = modality(reading, kind.0, kind.1, tokens.clone());
    // With a city named, they were there.
    let region = tokens.start..with.map_or(verb + 1, |_| tokens.end);
    let mut candidate = Candidate {
        subject: Some(subject),
        ..Candidate::new(unit, verb..verb + 1, Form::Meet, (event_type, mode), region)
    };
    if let Some(with) = with {
        participants(reading, cast, phrases, &mut candidate, with);
    }
    Some(candidate)
}

/// "At a meeting in CITY, X and Y discussed …", "X and Y discussed … over the phone": who took part in the exchange whose
/// noun stands at a token behind its preposition.
pub(super) fn occasion_of_talk(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    candidate: &mut Candidate,
    noun: usize,
) {
    let tokens = reading.units[candidate.unit].tokens.clone();
    let preposition = (tokens.start..noun).rev().take(6).find(|&at| {
        matches!(
            reading.word(at),
            "In" | "in" | "At" | "at" | "During" | "during" | "Over" | "over" | "by" | "via" | "By"
        )
    });
    if preposition.is_none() {
        return;
    }
    let Some(Talk { subject, with, .. }) = told(reading, cast, phrases, tokens, true) else {
        return;
    };
    if let Some(with) = with {
        participants(reading, cast, phrases, candidate, with);
    }
    candidate.subject = Some(subject);
    candidate.form = Form::Hold;
}

fn told(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    tokens: Range<usize>,
    addressed: bool,
) -> Option<Talk> {
    let several = |persons: &[usize]| {
        persons.windows(2).any(|pair| cast.persons[pair[0]].side != cast.persons[pair[1]].side)
    };
    // "Cooperation was discussed today by X and Y"
    let agents = phrases.iter().find_map(|agents| {
        let Who::Persons(persons) = &agents.who else { return None };
        let by = agents.tokens.start.checked_sub(1).filter(|&at| reading.word(at) == "by")?;
        let verb = (tokens.start..by).rev().find(|&at| {
            !reading.capital(at) && reading.cue(at).is_some_and(|cue| cue.act == Act::Discuss)
        })?;
        (several(persons) && reading.is(verb - 1, Class::Auxiliary)).then(|| Talk {
            subject: agents.clone(),
            verb,
            with: None,
        })
    });
    if agents.is_some() {
        return agents;
    }
    phrases.iter().take(4).find_map(|subject| {
        let (several, own) = match &subject.who {
            Who::Persons(persons) => (several(persons), cast.persons[persons[0]].side),
            // "Norland and Chile discussed": of states only their talks tell.
            Who::Sides(sides) => (sides.len() > 1, None),
            Who::Singular | Who::Office(..) => (false, reading.home),
            _ => return None,
        };
        let from = behind_insertion(reading, subject.tokens.end, tokens.end);
        let verb = (from..tokens.end)
            .find(|&at| !reading.is_adverb(at) && !matches!(reading.word(at), "has" | "have"))?;
        if reading.capital(verb) {
            return None;
        }
        let reports = reading.cue(verb).is_some() || !reading.expressions(verb).is_empty();
        let discusses = reading.cue(verb).is_some_and(|cue| cue.act == Act::Discuss)
            || reading.expressions(verb).iter().any(|told| told.act == Act::Discuss);
        let states = matches!(subject.who, Who::Sides(_));
        if several && reports && (!states || discusses) {
            return Some(Talk { subject: subject.clone(), verb, with: None });
        }
        let other = |at: usize| {
            cast.mentions_in(at + 1..tokens.end.min(at + 4)).next().is_some_and(|mention| {
                !reading.possessive(mention.tokens.end)
                    && mention.person.is_some_and(|person| cast.persons[person].side != own)
            })
        };
        let with = (verb + 1..tokens.end)
            .filter(|_| discusses)
            .find(|&at| reading.word(at) == "with" && other(at))
            // "thanked the Ambassador … at a meeting": whom the verb addresses was there.
            .or_else(|| Some(verb).filter(|&at| addressed && reports && other(at)))?;
        Some(Talk { subject: subject.clone(), verb, with: Some(with) })
    })
}

/// Behind "X and Y, at their meeting in CITY today,": the token behind the insertion, else the token itself.
fn behind_insertion(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let inserted = reading.word(at) == ","
        && matches!(reading.word(at + 1), "at" | "during" | "in" | "on" | "meeting" | "over");
    (at + 1..end.min(at + 20))
        .filter(|_| inserted)
        .find(|&comma| reading.word(comma) == ",")
        .map_or(at, |comma| comma + 1)
}
