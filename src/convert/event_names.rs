//! Proper names of events: tokens in, "20th round of the X-Y Strategic Dialogue" and its ordinal out.

use std::ops::Range;

use super::actors::Cast;
use super::reading::Reading;
use crate::lexicon::{Class, Form};
use crate::record::EventType;

/// A proper name of an event: from an ordinal or the first capital of "20th round of China-Russia strategic security
/// consultation" to its noun.
pub(super) fn event_name(
    reading: &Reading<'_>,
    cast: &Cast,
    region: Range<usize>,
) -> Option<Range<usize>> {
    let mut at = region.start;
    while at < region.end {
        let ordinal = ordinal(reading.word(at)).is_some();
        let capital = reading.capital(at) && !reading.is(at, Class::Starter);
        if !(ordinal || capital) {
            at += 1;
            continue;
        }
        // Run over the words that a name is made of, and remember the last noun of an exchange.
        let mut stop = at;
        let mut noun_end = None;
        let mut proper = ordinal;
        while stop < region.end {
            let word = reading.word(stop);
            if let Some((length, encounter)) = reading.encounter(stop..region.end)
                && encounter.form == Form::Noun
            {
                let named = encounter
                    .event_type
                    .is_some_and(|kind| kind == EventType::Meeting || has_names(kind));
                let whole = reading.capital(stop) || ordinal;
                if named && whole {
                    noun_end = Some(stop + length);
                    proper |=
                        reading.capital(stop) && encounter.event_type != Some(EventType::Meeting);
                }
                stop += length;
                continue;
            }
            let inner = reading.capital(stop)
                || (ordinal
                    && !matches!(
                        word,
                        "with"
                            | "in"
                            | "at"
                            | "on"
                            | ","
                            | "."
                            | "to"
                            | "today"
                            | "for"
                            | "from"
                            | "that"
                            | "which"
                            | "held"
                            | "by"
                            | "was"
                            | "were"
                    )
                    && noun_end.is_none())
                || ordinal && stop == at
                || matches!(
                    word,
                    "of" | "the" | "and" | "-" | "–" | "/" | "'s" | "'" | "for" | "on"
                ) && stop > at
                || reading.name_over(stop).is_some() && stop > at
                || ordinal
                    && matches!(
                        word,
                        "strategic"
                            | "security"
                            | "political"
                            | "economic"
                            | "consultation"
                            | "round"
                            | "presidential"
                    );
            if !inner {
                break;
            }
            stop += 1;
        }
        if let Some(end) = noun_end.filter(|end| proper && end - at >= 2) {
            let end = name_tail(reading, end, region.end, ordinal);
            let begin = at;
            // "Political consultations were held": the capital of a sentence is none of a name.
            let opens = reading.units[reading.unit_of(at)].tokens.start == at;
            if opens && !ordinal && !(at + 1..end).any(|inner| reading.capital(inner)) {
                at = stop.max(at + 1);
                continue;
            }
            if cast_free(reading, cast, begin..end) {
                return Some(begin..end);
            }
        }
        at = stop.max(at + 1);
    }
    None
}

/// "… meeting of the Steering Committee of the Donor Platform for Ukraine": the name goes on with capitalised complements.
fn name_tail(reading: &Reading<'_>, from: usize, end: usize, _ordinal: bool) -> usize {
    let mut at = from;
    // "… Political Consultation Mechanism"
    if matches!(reading.word(at), "Mechanism" | "Format" | "Group" | "Meeting" | "Session") {
        at += 1;
    }
    while at < end && matches!(reading.word(at), "of" | "for" | "on") {
        let mut next = at + 1;
        while reading.word(next) == "the" {
            next += 1;
        }
        let first = next;
        while next < end
            && (reading.capital(next)
                || reading.name_over(next).is_some()
                || (next > first && matches!(reading.word(next), "and" | "-" | "'s" | "/")))
        {
            next += 1;
        }
        if next == first {
            break;
        }
        at = next;
    }
    at
}

/// Whether a range holds a noun phrase of its own, and no person's office.
fn cast_free(reading: &Reading<'_>, cast: &Cast, range: Range<usize>) -> bool {
    cast.mentions_in(range.start.saturating_sub(30)..range.end)
        .all(|mention| mention.tokens.end <= range.start)
        && !range.clone().any(|at| {
            matches!(
                reading.word(at),
                "President" | "Minister" | "Secretary" | "Chancellor" | "Readout"
            )
        })
}

/// "on the margins of the G20 Summit", "following the summit": another event, beside which this one took place.
pub(super) fn beside(reading: &Reading<'_>, at: usize) -> bool {
    let far = |back: usize| matches!(reading.word(back), "framework" | "margins" | "sidelines");
    let topic = |back: usize| matches!(reading.word(back), "over" | "about" | "regarding");
    if (at.saturating_sub(8)..at).any(far) || (at.saturating_sub(4)..at).any(topic) {
        return true;
    }
    (at.saturating_sub(4)..at).any(|back| {
        matches!(
            reading.word(back),
            "margins"
                | "sidelines"
                | "Following"
                | "following"
                | "after"
                | "ahead"
                | "before"
                | "during"
                | "since"
                | "upcoming"
                | "next"
                | "historic"
                | "participation"
                | "context"
                | "framework"
        )
    })
}

/// The round that a name tells: 20 of "20th round of the Norland-Chile Strategic Dialogue".
pub(super) fn round(reading: &Reading<'_>, name: Option<&Range<usize>>) -> Option<u16> {
    name?.clone().find_map(|at| ordinal(reading.word(at)))
}

/// Whether exchanges of a type go by names of their own.
pub(super) const fn has_names(event_type: EventType) -> bool {
    matches!(
        event_type,
        EventType::Summit
            | EventType::Consultation
            | EventType::Conference
            | EventType::Negotiation
    )
}

/// The number of an ordinal: "20th", "second", "inaugural".
pub(super) fn ordinal(word: &str) -> Option<u16> {
    const WORDS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth",
    ];
    if word.eq_ignore_ascii_case("inaugural") {
        return Some(1);
    }
    if let Some(index) = WORDS.iter().position(|known| known.eq_ignore_ascii_case(word)) {
        return Some(index as u16 + 1);
    }
    // "IV Meeting"; single letters may be initials.
    if word.starts_with(['I', 'V', 'X'])
        && let Some(number) = roman(word).filter(|_| word.len() > 1)
    {
        return Some(number);
    }
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let suffix = &word[digits.len()..];
    matches!(suffix, "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|n| *n > 0)
}

/// The number that Roman numerals of up to thirty-nine write.
fn roman(word: &str) -> Option<u16> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let ones = word.trim_start_matches('X');
    let tens = word.len() - ones.len();
    let unit = ONES.iter().position(|known| *known == ones)?;
    (tens < 4).then_some((tens * 10 + unit) as u16).filter(|n| *n > 0)
}
