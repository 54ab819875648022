//! Earlier and planned events that the text refers to: tokens and the readout's own events in, references out.

use std::ops::Range;

use super::actors::Cast;
use super::dates::{Dated, dates};
use super::event_names::ordinal;
use super::events::Happening;
use super::occasion_words::{
    complement, convened, is_body, is_finite, is_noun, is_verb, joins, of_body,
};
use super::reading::{Reading, Unit};
use super::references::Referred;
use super::text_names::format;
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Name};
use crate::record::{Date, DateBasis, ReferenceKind};

/// Whether an event lies before the readout or is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Before,
    After,
    Unsaid,
}

/// All events that the sentences refer to, besides those that the readout reports.
pub(super) fn occasions(
    reading: &Reading<'_>,
    cast: &Cast,
    happenings: &[Happening],
    published: Option<Date>,
) -> Vec<Referred> {
    let mut found = Vec::new();
    for unit in reading.units.iter().filter(|unit| unit.sentence.is_some()) {
        let days: Vec<Dated> = dates(reading, unit.tokens.clone(), published)
            .into_iter()
            .filter(|day| {
                // The day of an event that the readout itself reports.
                happenings.iter().all(|happening| {
                    happening.date.as_ref().is_none_or(|own| own.tokens != day.tokens)
                })
            })
            .collect();
        let mut at = unit.tokens.start;
        while at < unit.tokens.end {
            let read = planned(reading, at, unit.tokens.clone(), &days, published)
                .or_else(|| numbered(reading, at, unit.tokens.clone()))
                .or_else(|| noun(reading, cast, at, unit.tokens.clone(), &days, published))
                .filter(|referred| {
                    happenings.iter().all(|own| !is_own(reading, own, referred, unit))
                });
            at = match read {
                Some(referred) => {
                    let stop = referred.tokens[0].end;
                    found.push(referred);
                    stop.max(at + 1)
                }
                None => at + 1,
            };
        }
    }
    found
}

/// Whether a reference is to an event of the readout: by its name, or as what the reporting sentence itself convenes.
fn is_own(reading: &Reading<'_>, own: &Happening, referred: &Referred, unit: &Unit) -> bool {
    let tokens = &referred.tokens[0];
    let named = own.name.as_ref().is_some_and(|name| {
        let overlaps = name.start < tokens.end && tokens.start < name.end;
        let (long, short) = (reading.phrase(name), reading.phrase(tokens));
        overlaps || long.contains(&short) || short.contains(&long)
    });
    let reports = own.units.iter().any(|&at| reading.units[at].tokens == unit.tokens);
    let before = (unit.tokens.start..tokens.start)
        .rev()
        .find(|&at| !matches!(reading.word(at), "the" | "a" | "an" | "upcoming" | "recent"));
    let aside = before.is_some_and(|at| {
        matches!(
            reading.word(at).to_lowercase().as_str(),
            "of" | "after"
                | "before"
                | "following"
                | "during"
                | "at"
                | "to"
                | "for"
                | "from"
                | "ahead"
                | "alongside"
        )
    });
    named || reports && referred.date.is_none() && !aside
}

/// "will meet again in September", "will visit Ramallah on December 6": a verb of exchange in the future, with its date.
fn planned(
    reading: &Reading<'_>,
    at: usize,
    unit: Range<usize>,
    days: &[Dated],
    published: Option<Date>,
) -> Option<Referred> {
    if reading.word(at) != "will" {
        return None;
    }
    let verb = (at + 1..unit.end.min(at + 4)).find(|&next| {
        matches!(reading.word(next), "meet" | "visit" | "host" | "travel" | "reconvene" | "convene")
    })?;
    let limit = (verb + 1..unit.end.min(verb + 16))
        .find(|&next| matches!(reading.word(next), "." | ";" | "that" | "which" | "where"))
        .unwrap_or(unit.end.min(verb + 16));
    let (date, stop) = date_in(reading, verb + 1..limit, days, When::After, published)?;
    // "will host the second Forum in May": what is hosted is the event.
    let object = verb + 1 + usize::from(matches!(reading.word(verb + 1), "the" | "a" | "an"));
    let hosts = matches!(reading.word(verb), "host" | "convene" | "reconvene");
    let tokens = if hosts && object > verb + 1 { object } else { verb }..stop;
    let mut referred = Referred::new(ReferenceKind::Event, Some(reading.phrase(&tokens)), tokens);
    referred.date = Some(date);
    Some(referred)
}

/// "COP28 in Dubai", "Expo 2030": conferences of the parties and fairs are called by their number.
fn numbered(reading: &Reading<'_>, at: usize, unit: Range<usize>) -> Option<Referred> {
    let digits = |text: &str| text.len() >= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let word = reading.word(at);
    let apart = usize::from(matches!(reading.word(at + 1), "-" | "–"));
    let stop = match word.strip_prefix("COP") {
        Some("") if digits(reading.word(at + 1 + apart)) => at + 2 + apart,
        Some(number) if digits(number.trim_start_matches('-')) => at + 1,
        _ if word == "Expo" && digits(reading.word(at + 1)) => at + 2,
        _ => return None,
    };
    // "the UN Climate Change Conference (COP28)" is told already; "COP28 Summit" is told by its noun.
    let bracketed = at > unit.start && reading.word(at - 1) == "(";
    let noun = (stop..unit.end.min(stop + 4)).find(|&next| is_noun(reading, next));
    let longer = noun.is_some_and(|noun| {
        (stop..noun).all(|next| reading.capital(next) || reading.word(next) == "climate")
    });
    if bracketed || longer || reading.capital(stop) && word.starts_with("COP") {
        return None;
    }
    let tokens = at..complement(reading, stop, unit.end);
    Some(Referred::new(ReferenceKind::Event, Some(reading.phrase(&tokens)), tokens))
}

/// "their phone call on June 9", "the upcoming G20 Summit", "the December 7 videoconference": a noun of exchange with a
/// date, a word that places it in time, or a name of its own.
fn noun(
    reading: &Reading<'_>,
    cast: &Cast,
    at: usize,
    unit: Range<usize>,
    days: &[Dated],
    published: Option<Date>,
) -> Option<Referred> {
    if !is_noun(reading, at) || reading.name_over(at).is_some() || is_verb(reading, at, unit.start)
    {
        return None;
    }
    let next = reading.word(at + 1);
    // "Summit Declaration", "Conference Center": no head.
    if at + 1 < unit.end
        && (reading.capital(at) && reading.capital(at + 1) || is_noun(reading, at + 1))
    {
        return None;
    }
    // "Central Conference of Harbour Masters": a body of its members.
    let members = (at + 2..unit.end).take_while(|&token| reading.capital(token)).last();
    let body = reading.word(at) == "Conference"
        && next == "of"
        && members.is_some_and(|last| {
            let word = reading.word(last);
            word.ends_with('s') && !matches!(word, "Parties" | "States" | "Nations")
        });
    if body {
        return None;
    }
    let (mut start, when, day) = modifiers(reading, cast, at, unit.start, days);
    if matches!(reading.word(start), "The" | "This") {
        start += 1;
    }
    let stop = complement(reading, at + 1, unit.end);
    // A date right behind: "on June 9", "in June", at most after a place or a partner.
    let behind = date_in(reading, at + 1..unit.end.min(stop + 5), days, when, published)
        .filter(|(_, end)| *end > at + 1)
        .filter(|(_, end)| (stop..*end).all(|token| !is_finite(reading, token)));
    let ordered = matches!(reading.word(at), "round" | "session")
        && stop > at + 1
        && !matches!(reading.name_over(stop - 1).map(|found| found.name), Some(Name::Demonym(_)))
        && definite(reading, start, unit.start, false);
    let proper = reading.capital(at);
    let own_name = ordered
        || (start..at).any(|token| reading.capital(token)) && proper
        || proper && matches!(next, "for" | "on" | "of") && stop > at + 1
        || start < at && of_body(reading, at);
    // "the historic Lake Summit", "the July Lake Summit" are called "Lake Summit".
    while start < at
        && (reading.is(start, Class::Month)
            || reading.word(start) == "historic"
            || proper
                && reading.kind(start) == Some(Kind::Word)
                && !reading.capital(start)
                && ordinal(reading.word(start)).is_none())
    {
        start += 1;
    }
    // "the Strategic Dialogue" is a mechanism; "the 9th Strategic Dialogue" and "the next one" are its rounds.
    let mechanism = matches!(reading.word(at), "Dialogue" | "Consultations" | "Talks");
    let counted = (start..at).any(|token| ordinal(reading.word(token)).is_some());
    let dated = day.is_some() || behind.is_some();
    if mechanism && !(counted || when != When::Unsaid || dated) {
        return None;
    }
    // "President of the Lake Forum", "B. Lind, Harbour Conference": a body.
    let body = matches!(reading.word(at), "Forum" | "Conference")
        && !(counted || when != When::Unsaid || dated)
        && is_body(reading, start, unit.start);
    if body {
        return None;
    }
    // "the Order of | Merit ceremony": the name begins before what was read.
    let cut = !proper
        && start > unit.start + 1
        && reading.capital(start)
        && reading.word(start - 1) == "of"
        && reading.capital(start - 2);
    if cut {
        return None;
    }
    let press = own_name && at > start && matches!(reading.word(at - 1), "Press" | "News");
    if press || own_name && !dated && when == When::Unsaid && convened(reading, start, unit.start) {
        return None;
    }
    let plural = reading.word(at).ends_with('s')
        && !matches!(reading.word(at), "talks" | "Talks" | "Games" | "Consultations");
    let timed = when != When::Unsaid && !plural && (stop > at + 1 || start < at);
    let date = day
        .map(|day| (day.date, day.basis))
        .or_else(|| behind.as_ref().map(|(date, _)| *date))
        .filter(|_| definite(reading, start, unit.start, day.is_some()));
    if !(own_name || timed || date.is_some()) {
        return None;
    }
    let stop = match &behind {
        Some((_, end)) if date.is_some() && day.is_none() => (*end).max(stop),
        _ => stop,
    };
    let named = start..complement(reading, at + 1, unit.end);
    let mut referred =
        Referred::new(ReferenceKind::Event, Some(reading.phrase(&named)), start..stop);
    referred.date = date;
    Some(referred)
}

/// The words before the noun: where the phrase begins, what they say of its time, a date among them.
fn modifiers<'d>(
    reading: &Reading<'_>,
    cast: &Cast,
    noun: usize,
    first: usize,
    days: &'d [Dated],
) -> (usize, When, Option<&'d Dated>) {
    let mut when = When::Unsaid;
    let mut day = None;
    let mut start = noun;
    let mut at = noun;
    while at > first && noun - at < 10 {
        let before = at - 1;
        let word = reading.word(before);
        if let Some(dated) = days.iter().find(|dated| dated.tokens.contains(&before)) {
            day = Some(dated);
            at = dated.tokens.start;
            continue;
        }
        let mentioned = cast.mentions_over(before).any(|mention| mention.person.is_some());
        // "the G20 Leaders' Summit" is a name, "the leaders' meeting" is not.
        let of_leaders =
            || reading.capital(before - 1) && reading.is_lowered(before - 1, Class::JointNoun);
        if mentioned
            || reading.possessive(before)
                && !of_leaders()
                && !reading
                    .name_over(before - 1)
                    .is_some_and(|found| matches!(found.name, Name::Organization(_)))
        {
            break;
        }
        if reading.is(before, Class::OccasionAfter) {
            when = When::After;
        } else if reading.is(before, Class::OccasionBefore) {
            when = When::Before;
        } else if reading.capital(before)
            && !(before == first && reading.is(before, Class::Starter))
            || reading.possessive(before)
            || matches!(
                word,
                "phone"
                    | "video"
                    | "telephone"
                    | "bilateral"
                    | "trilateral"
                    | "virtual"
                    | "in-person"
                    | "historic"
                    | "ministerial"
                    | "summit"
                    | "leaders"
                    | "annual"
                    | "working"
                    | "official"
                    | "state"
                    | "joint"
                    | "high-level"
                    | "inaugural"
            )
            || matches!(word, "-" | "–" | "/") && reading.tokens[before].glued
            || reading.capital(noun) && joins(reading, before, first)
            || ordinal(word).is_some()
            || reading.kind(before) == Some(Kind::Number) && word.len() == 4
            || format(reading, before)
        {
            start = before;
        } else {
            break;
        }
        at = before;
    }
    (start, when, day)
}

/// Whether a determiner or possessive stands before the phrase, as it does before an event that readers know.
fn definite(reading: &Reading<'_>, start: usize, first: usize, dated: bool) -> bool {
    (first..start).rev().take(5).any(|at| {
        matches!(
            reading.word(at),
            "the" | "The" | "their" | "his" | "her" | "our" | "its" | "these"
        ) || reading.possessive(at)
    }) || dated
}

/// The first date in a range: a day, or a month such as "in June"; with the token behind it.
fn date_in(
    reading: &Reading<'_>,
    range: Range<usize>,
    days: &[Dated],
    when: When,
    published: Option<Date>,
) -> Option<((Date, DateBasis), usize)> {
    let day = days.iter().find(|day| range.contains(&day.tokens.start));
    if let Some(day) = day {
        // A weekday or "today" reckons backwards from publication, which is no plan's day.
        let planned = when == When::After && day.basis == DateBasis::Relative;
        return (!planned).then_some(((day.date, day.basis), day.tokens.end));
    }
    range.clone().find_map(|at| {
        let month = month(reading, at).filter(|_| {
            at > range.start
                && matches!(
                    reading.word(at - 1),
                    "in" | "of" | "this" | "late" | "early" | "mid" | "last" | "next"
                )
        })?;
        let behind = at + 1 + usize::from(reading.word(at + 1) == ",");
        let year = reading.word(behind);
        if let Some(year) =
            year.parse().ok().filter(|y: &i16| year.len() == 4 && (1900..2200).contains(y))
        {
            return Some(((Date::Month(year, month), DateBasis::Stated), behind + 1));
        }
        let Date::Day(now, this, _) = published? else { return None };
        let year = match when {
            When::After if month < this => now + 1,
            When::Before if month > this => now - 1,
            // The nearest, where the text does not say on which side it lies.
            When::Unsaid if month > this + 6 => now - 1,
            When::Unsaid if month + 6 < this => now + 1,
            _ => now,
        };
        Some(((Date::Month(year, month), DateBasis::Completed), at + 1))
    })
}

fn month(reading: &Reading<'_>, at: usize) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS.iter().position(|known| *known == reading.word(at)).map(|index| index as u8 + 1)
}
