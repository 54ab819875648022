//! How a report of an exchange is worded: its verb in, its extent, its noun, by what means it took place out.

use std::ops::Range;

use super::actors::Cast;
use super::reading::Reading;
use crate::lexicon::{Encounter, Form};
use crate::record::{EventType, Mode};

/// From the start of the report to where its purpose, topic or background begins.
pub(super) fn region(reading: &Reading<'_>, start: usize, from: usize, end: usize) -> Range<usize> {
    let mut at = from;
    while at < end {
        let word = reading.word(at);
        let next = reading.word(at + 1);
        let purpose = match word {
            "to" => {
                !reading.capital(at + 1)
                    && !matches!(next, "the" | "a" | "an" | "his" | "her")
                    && reading.name_from(at + 1).is_none()
            }
            "about" | "regarding" | "concerning" | "focused" | "focusing" | "where" | "during"
            | "prior" | "ahead" | "following" | "whose" | "which" | "amid" => true,
            "in" => next == "which" || next == "order" || next == "response",
            "and" => {
                reading
                    .lexicon
                    .cue(next)
                    .is_some_and(|cue| cue.tense != crate::lexicon::Tense::Present)
                    && !reading.capital(at + 1)
                    || another(reading, at + 1, end)
            }
            "who" => another(reading, at + 1, end),
            "at" => next == "the" && reading.word(at + 2) == "request",
            "that" | "as" => word == "that" || next == "part",
            _ => false,
        };
        if purpose {
            break;
        }
        at += 1;
    }
    start..at
}

/// "… and called on the President": a verb that begins the report of another exchange.
fn another(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    let verb = (from..end).find(|&at| !reading.is_adverb(at));
    verb.is_some_and(|verb| {
        !reading.capital(verb)
            && reading.encounter(verb..end).is_some_and(|(_, told)| told.form != Form::Noun)
    })
}

/// The noun of an exchange behind a verb.
pub(super) fn noun_behind(
    reading: &Reading<'_>,
    cast: &Cast,
    from: usize,
    end: usize,
    form: Form,
) -> Option<(Range<usize>, Encounter)> {
    let limit = end.min(from + if form == Form::Meet { 45 } else { 22 });
    strongest_noun(reading, cast, from..limit, end, |at, found| {
        form != Form::Meet && matches!(reading.word(at), "with" | "between" | ".") && found
            || form == Form::Hold && reading.word(at) == "with"
    })
}

/// The noun of an exchange that begins in a range of tokens and tells most of it; `stops` says, knowing whether one was found,
/// where to look no further. A noun ends at `end` at the latest.
pub(super) fn strongest_noun(
    reading: &Reading<'_>,
    cast: &Cast,
    tokens: Range<usize>,
    end: usize,
    mut stops: impl FnMut(usize, bool) -> bool,
) -> Option<(Range<usize>, Encounter)> {
    let mut at = tokens.start;
    let mut best: Option<(Range<usize>, Encounter)> = None;
    while at < tokens.end {
        if let Some(mention) = cast.mentions_in(at..at + 1).next() {
            at = mention.tokens.end; // "Director-General for Enlargement Negotiations" negotiates nothing here
            continue;
        }
        if stops(at, best.is_some()) {
            break;
        }
        match reading.encounter(at..end) {
            Some((length, encounter)) if encounter.form == Form::Noun => {
                if best.as_ref().is_none_or(|(_, held)| weight(encounter) > weight(*held)) {
                    best = Some((at..at + length, encounter));
                }
                at += length;
            }
            _ => at += 1,
        }
    }
    best
}

/// Whether "for the", "at the", "in a" stands before a noun so that it names the exchange.
pub(super) fn introduces_name(reading: &Reading<'_>, noun: usize, verb: usize) -> bool {
    (verb..noun).any(|at| {
        matches!(reading.word(at), "for" | "in")
            && matches!(reading.word(at + 1), "the" | "a" | "an" | "their")
    }) && !(verb..noun).any(|at| matches!(reading.word(at), "margins" | "sidelines" | "framework"))
}

/// By what means: "by phone", "virtually", "in person", "on the margins".
pub(super) fn modality(
    reading: &Reading<'_>,
    event_type: EventType,
    mode: Option<Mode>,
    region: Range<usize>,
) -> (EventType, Option<Mode>) {
    let (mut video, mut phone, mut person) = (false, false, false);
    for at in region {
        match reading.word(at) {
            "virtual" | "virtually" | "video" | "Virtual" | "videoconference" | "Video"
            | "online" | "video-conference" | "videolink" => video = true,
            "phone" | "telephone" | "Phone" | "Telephone" => phone = true,
            "margins" | "sidelines" => person = true,
            "person" => person |= reading.word(at.saturating_sub(1)) == "in",
            _ => {}
        }
    }
    match event_type {
        EventType::Meeting | EventType::Call if video => (EventType::Call, Some(Mode::Video)),
        EventType::Meeting | EventType::Message if phone => {
            (EventType::Call, Some(Mode::Telephone))
        }
        EventType::Call if person && !phone => (EventType::Meeting, Some(Mode::InPerson)),
        EventType::Summit | EventType::Consultation | EventType::Conference if video => {
            (event_type, Some(Mode::Video))
        }
        _ => (event_type, mode),
    }
}

/// How surely a noun names the event: "second meeting of the Steering Committee", "summit session".
fn weight(noun: Encounter) -> u8 {
    match noun.event_type {
        Some(EventType::Summit | EventType::Consultation | EventType::Negotiation) => 3,
        Some(EventType::Statement | EventType::Visit | EventType::Message) => 1,
        Some(_) => 2,
        None => 0,
    }
}
