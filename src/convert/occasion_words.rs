//! Words around nouns of exchanges: tokens and a noun such as "Summit" in, whether it names an event and how far its name
//! reaches out.

use super::event_names::ordinal;
use super::reading::Reading;
use super::text_names::passed;
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Name};

/// A noun of exchange; a name's noun with a capital: "Summit".
pub(super) fn is_noun(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    if reading.capital(at) {
        return matches!(
            word,
            "Summit"
                | "Conference"
                | "Forum"
                | "Olympics"
                | "Games"
                | "Inauguration"
                | "Dialogue"
                | "Consultations"
                | "Talks"
        ) || word == "Meeting"
            && at > 1
            && (reading.capital(at - 1)
                || ordinal(reading.word(at - 1)).is_some() && reading.word(at + 1) == "of"
                || reading.possessive(at - 1) && reading.capital(at - 2));
    }
    // "the third round of the Strategic Dialogue", "the 10th session of the Joint Commission"
    let ordered = matches!(word, "round" | "session")
        && at > 0
        && ordinal(reading.word(at - 1)).is_some()
        && reading.word(at + 1) == "of";
    ordered
        || reading.is(at, Class::EncounterNoun)
            && !matches!(
                word,
                "agenda"
                    | "topic"
                    | "topics"
                    | "engagement"
                    | "engagements"
                    | "exchange"
                    | "dialogue"
                    | "discussion"
                    | "discussions"
                    | "consultations"
                    | "consultation"
                    | "negotiations"
                    | "event"
                    | "session"
                    | "audience"
            )
}

/// "the NATO summit", "the Lima conference": a summit in lower case that a body or a place makes a name of.
pub(super) fn of_body(reading: &Reading<'_>, at: usize) -> bool {
    let body = reading
        .name_over(at - 1)
        .is_some_and(|found| matches!(found.name, Name::Organization(_) | Name::Place(_)));
    let pair = || {
        let word = reading.word(at - 1);
        reading.capital(at - 1) && word.contains(['-', '–', '+'])
    };
    match reading.word(at) {
        "summit" => body || pair(),
        "conference" | "forum" => body,
        _ => false,
    }
}

/// Whether what stands before a name tells of a body and not of an event: nothing in a list, an office "of" it, "with" it.
pub(super) fn is_body(reading: &Reading<'_>, start: usize, first: usize) -> bool {
    let Some(before) = (first..start).rev().find(|&at| {
        !matches!(reading.word(at), "the" | "The" | "a" | "an" | "this" | "(" | "**" | "*" | "“")
    }) else {
        return true;
    };
    match reading.word(before) {
        "of" | "for" | "at" => {
            before > first
                && (reading.is(before - 1, Class::OfficeHead)
                    || reading.is(before - 1, Class::OfficePart)
                    || reading.is(before - 1, Class::OfficeCommon)
                    || reading.is(before - 1, Class::JointNoun))
        }
        "with" | "by" | "from" | "," | "-" | "–" | "—" | "•" | ";" | ":" => true,
        _ => false,
    }
}

/// "convened a Lake Summit", "this Lake Summit": what the readout itself is about.
pub(super) fn convened(reading: &Reading<'_>, start: usize, first: usize) -> bool {
    let before = (first..start).rev().find(|&at| {
        !matches!(
            reading.word(at),
            "the" | "a" | "an" | "its" | "their" | "first" | "public" | "virtual"
        ) && !reading.possessive(at)
    });
    before.is_some_and(|at| {
        matches!(
            reading.word(at),
            "convened"
                | "hosted"
                | "held"
                | "chaired"
                | "co-chaired"
                | "co-hosted"
                | "this"
                | "This"
                | "today"
                | "Today"
                | "yesterday"
                | "Yesterday"
        )
    })
}

/// "to visit", "will call", "they call on": a verb that looks like the noun.
pub(super) fn is_verb(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    at > first
        && (reading.is(at - 1, Class::Modal)
            || reading.is(at - 1, Class::JointNoun)
            || matches!(
                reading.word(at - 1),
                "to" | "not" | "they" | "we" | "I" | "continue" | "also" | "and"
            ) && !reading.capital(at))
}

pub(super) fn is_finite(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Class::Auxiliary)
        || reading.is(at, Class::Modal)
        || matches!(reading.word(at), "and" | "," | ";" | "." | "to" | "that" | "which")
        || reading.cue(at).is_some()
}

/// "Innovation and Ports Summit", "Chile – Peru Summit": what joins two words of one name, and not two names.
pub(super) fn joins(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    if at <= first || !reading.capital(at - 1) || !reading.capital(at + 1) {
        return false;
    }
    let state =
        |at: usize| reading.name_over(at).is_some_and(|found| matches!(found.name, Name::State(_)));
    match reading.word(at) {
        "-" | "–" => state(at - 1) && state(at + 1),
        "and" | "&" => {
            reading.name_over(at - 1).is_none()
                && reading.name_over(at + 1).is_none()
                && !reading.is(at - 1, Class::OfficeHead)
                && !is_noun(reading, at - 1)
                && reading.reference_noun(at - 1..at).is_none()
        }
        _ => false,
    }
}

/// "and" in "Forum on Energy and Climate": it leads on to more of the name, and not to another.
fn more(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let last = (at + 1..end).take_while(|&next| reading.capital(next)).last();
    matches!(reading.word(at), "and" | "&")
        && reading.name_over(at + 1).is_none()
        && !reading.is(at + 1, Class::OfficeHead)
        && last.is_some_and(|last| {
            !is_noun(reading, last) && reading.reference_noun(last..last + 1).is_none()
        })
}

/// "meeting of NATO defence ministers", "talks with Arab leaders": the people whom a name in front of them only describes.
fn people(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let describes = reading
        .name_over(at - 1)
        .is_some_and(|found| matches!(found.name, Name::Demonym(_) | Name::Organization(_)));
    let lower = |next: usize| reading.kind(next) == Some(Kind::Word) && !reading.capital(next);
    (at..end.min(at + 3))
        .take_while(|&next| {
            (describes || next == at) && lower(next) && !reading.is(next, Class::Auxiliary)
        })
        .find(|&next| reading.is(next, Class::JointNoun))
        .map_or(at, |last| last + 1)
}

/// "… in Vilnius", "… for Democracy", "… to Israel", "… with President X": the token behind what belongs to the name.
pub(super) fn complement(reading: &Reading<'_>, from: usize, end: usize) -> usize {
    let proper = reading.capital(from - 1);
    let mut stop = from;
    while stop < end
        && (matches!(reading.word(stop), "in" | "for" | "on" | "of" | "to" | "at")
            || reading.word(stop) == "with" && !proper)
    {
        let begin = stop + 1 + usize::from(reading.word(stop + 1) == "the");
        let mut at = begin;
        while at < end {
            if let Some(found) = reading.name_from(at) {
                at = found.tokens.end;
            } else if reading.capital(at)
                && !reading.is(at, Class::Month)
                && !reading.is(at, Class::Weekday)
                || proper && at > begin && more(reading, at, end)
            {
                at += 1;
            } else if proper
                && at > begin
                && let Some(behind) = passed(reading, at, end)
            {
                at = behind;
            } else {
                break;
            }
        }
        if at > begin {
            at = people(reading, at, end);
        }
        if at == begin {
            break;
        }
        stop = at;
    }
    stop
}
