//! Venues that no table of places has: "at the Presidential Palace", "at State House": a report in, tokens of the venue out.

use std::ops::Range;

use super::encounters::Candidate;
use super::reading::Reading;
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Name};

/// The building, room or place of no table where an exchange took place, as the report names it.
pub(super) fn venue(
    reading: &Reading<'_>,
    candidate: &Candidate,
    within: Range<usize>,
) -> Option<Range<usize>> {
    within.clone().find_map(|at| {
        let preposition = reading.word(at);
        if !matches!(preposition, "at" | "in" | "At" | "In") {
            return None;
        }
        let article = matches!(reading.word(at + 1), "the" | "his" | "her" | "its" | "their");
        let from = at + 1 + usize::from(article);
        building(reading, from, within.end).or_else(|| {
            (at >= candidate.trigger.start && preposition == "at" && !article)
                .then(|| spot(reading, from, within.end))
                .flatten()
        })
    })
}

/// "Paul VI Hall", "President's Office", "Ministry of Foreign Affairs", "Prime Minister's official residence".
fn building(reading: &Reading<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    if !reading.capital(from) {
        return None;
    }
    let mut stop = from;
    let mut head = None;
    while stop < end {
        let word = reading.word(stop);
        let venue = reading.is(stop, Class::Venue);
        let inner = reading.capital(stop)
            || venue
            || reading.possessive(stop)
            || reading.kind(stop) == Some(Kind::Number) && stop > from
            || word == "official" && reading.is(stop + 1, Class::Venue)
            || matches!(word, "of" | "for" | "and" | "the" | "de" | "-")
                && stop > from
                && (reading.capital(stop + 1) || word == "of" && reading.word(stop + 1) == "the");
        if !inner || reading.is(stop, Class::EncounterNoun) {
            break;
        }
        // "the Ministry of Foreign Affairs in CITY": the last head, or the first with its complement.
        if venue {
            head = Some(stop + 1);
        }
        stop += 1;
    }
    let head = head?;
    let complement = matches!(reading.word(head), "of" | "for");
    let end = if complement { stop } else { head };
    // "at the Office meeting", "in the House of Representatives' view"
    let behind = reading.word(end);
    let noun =
        reading.is(end, Class::EncounterNoun) || reading.possessive(end) || behind == "level";
    let named = end - from > 1 || reading.name_from(from).is_some();
    (!noun && named).then_some(from..end)
}

/// "met today at Silene with": a name of no table, behind "at" and before a mark or a preposition.
fn spot(reading: &Reading<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let mut stop = from;
    while stop < end && stop < from + 3 && reading.capital(stop) {
        let known =
            reading.name_over(stop).is_some_and(|found| !matches!(found.name, Name::Place(_)));
        let other = reading.is(stop, Class::Month)
            || reading.is(stop, Class::Weekday)
            || reading.is(stop, Class::NotName)
            || reading.is(stop, Class::OfficeHead)
            || reading.is(stop, Class::OfficePart)
            || reading.is(stop, Class::BodyTail);
        if known || other {
            return None;
        }
        stop += 1;
    }
    let closes = matches!(
        reading.word(stop),
        "" | "."
            | ","
            | "with"
            | "on"
            | "in"
            | "today"
            | "yesterday"
            | "where"
            | "to"
            | "for"
            | "and"
    );
    (stop > from && closes).then_some(from..stop)
}
