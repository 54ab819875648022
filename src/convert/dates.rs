//! Dates in the text: tokens and the day of publication in, dates with their basis out.

use std::ops::Range;

use jiff::civil;

use super::reading::Reading;
use crate::lexicon::Class;
use crate::lexicon::token::Kind;
use crate::record::{Date, DateBasis};

/// A date as the text gives it.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    pub(super) tokens: Range<usize>,
    pub(super) date: Date,
    pub(super) basis: DateBasis,
    /// Whether it stands before a noun that it describes: "the December 7 videoconference".
    pub(super) attributive: bool,
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// All dates in a range of tokens, in order.
pub(super) fn dates(
    reading: &Reading<'_>,
    tokens: Range<usize>,
    published: Option<Date>,
) -> Vec<Dated> {
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        match date_at(reading, at, tokens.end, published) {
            Some(dated) => {
                at = dated.tokens.end;
                found.push(dated);
            }
            None => at += 1,
        }
    }
    found
}

fn date_at(reading: &Reading<'_>, at: usize, end: usize, published: Option<Date>) -> Option<Dated> {
    let dated = reading.kind(at) == Some(Kind::Number)
        || reading.is_any(at, Class::Month as u128 | Class::Weekday as u128);
    if !dated && !is_relative(reading.word(at)) {
        return None;
    }
    // "On Saturday, December 9", "on Thursday (16 June 2022)": the date tells, the weekday only agrees.
    if reading.is(at, Class::Weekday) {
        let next = at + 1 + usize::from(matches!(reading.word(at + 1), "," | "("));
        if let Some(dated) = absolute(reading, next, end, published) {
            return Some(Dated { tokens: at..dated.tokens.end, ..dated });
        }
    }
    // "today, March 4, 2025": so too.
    if matches!(reading.word(at), "today" | "Today" | "yesterday" | "Yesterday")
        && matches!(reading.word(at + 1), "," | "(")
        && let Some(dated) = behind_today(reading, at, end, published)
    {
        return Some(Dated { tokens: at..dated.tokens.end, ..dated });
    }
    absolute(reading, at, end, published).or_else(|| relative(reading, at, published))
}

/// Whether a word can begin a day that is told by that of publication.
fn is_relative(word: &str) -> bool {
    matches!(word, "today" | "Today" | "tonight" | "Tonight" | "yesterday" | "Yesterday")
        || matches!(word, "this" | "This" | "last" | "Last")
}

/// The number of a month by its name or abbreviation.
fn month(reading: &Reading<'_>, at: usize) -> Option<u8> {
    if !reading.is(at, Class::Month) {
        return None;
    }
    let word = reading.word(at);
    MONTHS.iter().position(|month| word.starts_with(month)).map(|index| index as u8 + 1)
}

/// The number of a day: "2", "2nd".
fn day(reading: &Reading<'_>, at: usize) -> Option<u8> {
    let word = reading.word(at);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    if !matches!(suffix, "" | "st" | "nd" | "rd" | "th") || digits.len() > 2 {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn year(reading: &Reading<'_>, at: usize) -> Option<i16> {
    let word = reading.word(at);
    (word.len() == 4)
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| (1900..2200).contains(year))
}

fn dash(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.word(at), "-" | "–" | "—" | "to" | "and" | "through" | "until" | "‑" | "‐")
}

/// A year at a token, after an optional comma: the year and the token behind it.
fn year_behind(reading: &Reading<'_>, at: usize) -> (Option<i16>, usize) {
    let begin = at + usize::from(reading.word(at) == ",");
    match year(reading, begin) {
        Some(year) => (Some(year), begin + 1),
        None => (None, at),
    }
}

/// A day given by month and number, alone or as an interval.
fn absolute(
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    published: Option<Date>,
) -> Option<Dated> {
    if reading.kind(at) != Some(Kind::Number) && !reading.is(at, Class::Month) {
        return None;
    }
    // (first month, first day), (last month, last day), year, token behind
    let (first, last, year, stop) = if let Some((year, month, day, stop)) = numeric(reading, at) {
        ((month, day), None, year, stop)
    } else if let Some(first_month) = month(reading, at) {
        // "Feb. 9": the dot of an abbreviation.
        let at = at + usize::from(reading.word(at + 1) == "." && reading.word(at).len() <= 4);
        let first_day = day(reading, at + 1)?;
        if dash(reading, at + 2) && at + 3 < end {
            if let Some(last_day) = day(reading, at + 3)
                .filter(|last| *last > first_day && month(reading, at + 4).is_none())
            {
                let (year, stop) = year_behind(reading, at + 4);
                ((first_month, first_day), Some((first_month, last_day)), year, stop)
            } else if let (Some(last_month), Some(last_day)) =
                (month(reading, at + 3), day(reading, at + 4))
            {
                let (year, stop) = year_behind(reading, at + 5);
                ((first_month, first_day), Some((last_month, last_day)), year, stop)
            } else {
                let (year, stop) = year_behind(reading, at + 2);
                ((first_month, first_day), None, year, stop)
            }
        } else {
            let (year, stop) = year_behind(reading, at + 2);
            ((first_month, first_day), None, year, stop)
        }
    } else {
        let first_day = day(reading, at)?;
        let of = usize::from(reading.word(at + 1) == "of");
        if let Some(first_month) = month(reading, at + 1 + of) {
            // "30 Sept. 2024": the dot of an abbreviation.
            let dotted = reading.word(at + 2 + of) == "." && year(reading, at + 3 + of).is_some();
            let behind = at + 2 + of + usize::from(dotted);
            let interval = dash(reading, behind)
                .then(|| Some((day(reading, behind + 1)?, month(reading, behind + 2)?)))
                .flatten();
            let stop = if interval.is_some() { behind + 3 } else { behind };
            let (year, stop) = year_behind(reading, stop);
            ((first_month, first_day), interval.map(|(day, month)| (month, day)), year, stop)
        } else if dash(reading, at + 1) {
            let last_day = day(reading, at + 2).filter(|last| *last > first_day)?;
            let of = usize::from(reading.word(at + 3) == "of");
            let month = month(reading, at + 3 + of)?;
            let (year, stop) = year_behind(reading, at + 4 + of);
            ((month, first_day), Some((month, last_day)), year, stop)
        } else {
            return None;
        }
    };
    let stop = stop.min(end);
    // "on 8 November last year"
    let year = year.or_else(|| {
        let turn = match (reading.word(stop), reading.word(stop + 1)) {
            ("last", "year") => -1,
            ("next", "year") => 1,
            _ => return None,
        };
        published.and_then(year_of).map(|year| year + turn)
    });
    let basis = if year.is_some() || published.is_none() {
        DateBasis::Stated
    } else {
        DateBasis::Completed
    };
    let date = match year.or_else(|| completed_year(first, published)) {
        Some(year) => match last {
            Some((month, day)) => {
                let later = if month < first.0 { year + 1 } else { year };
                Date::Interval((year, first.0, first.1), (later, month, day))
            }
            None => Date::Day(year, first.0, first.1),
        },
        None => Date::YearlessDay(first.0, first.1),
    };
    date.check().ok()?;
    let before = if at > 0 { reading.word(at - 1) } else { "" };
    let noun_follows = reading.tokens.get(stop).is_some_and(|token| token.kind == Kind::Word)
        && !matches!(
            reading.word(stop),
            "with"
                | "in"
                | "at"
                | "to"
                | "by"
                | "and"
                | "local"
                | "for"
                | "on"
                | "of"
                | "as"
                | "during"
                | "about"
                | "following"
                | "after"
                | "ahead"
                | "via"
                | "the"
                | "a"
                | "where"
                | "when"
                | "that"
        )
        && stop < end;
    let attributive = noun_follows
        && (matches!(before, "the" | "their" | "his" | "her" | "our" | "joint")
            || reading.possessive(at.saturating_sub(1)));
    Some(Dated { tokens: at..stop, date, basis, attributive })
}

/// A day in figures: "24.11.1998", "29/10/2014", "2025-01-23", in brackets also "(18/01)": year, month, day, the token behind.
///
/// Of two small numbers the first is the day, except where the publisher is the United States.
fn numeric(reading: &Reading<'_>, at: usize) -> Option<(Option<i16>, u8, u8, usize)> {
    let word = reading.word(at);
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let two = |text: &str| (1..=2).contains(&text.len()).then(|| text.parse::<u8>().ok()).flatten();
    if let Some(year) = year(reading, at) {
        let dashed = reading.word(at + 1) == "-" && reading.word(at + 3) == "-";
        let full = dashed && reading.word(at + 2).len() == 2 && reading.word(at + 4).len() == 2;
        let (month, day) = (two(reading.word(at + 2))?, two(reading.word(at + 4))?);
        return full.then_some((Some(year), month, day, at + 5));
    }
    let mut parts = word.split(['.', '/']);
    let (first, second, third) = (two(parts.next()?)?, two(parts.next()?)?, parts.next());
    let year = match third {
        Some(third) => Some((third.len() == 4).then(|| third.parse().ok()).flatten()?),
        None => None,
    };
    let bracketed = || {
        at > 0 && reading.word(at - 1) == "(" && reading.word(at + 1) == ")" && word.contains('/')
    };
    if parts.next().is_some() || (year.is_none() && !bracketed()) {
        return None;
    }
    let american = reading.publisher.is_some_and(|publisher| publisher.state == "USA");
    let month_first = second > 12 || (american && word.contains('/') && first <= 12);
    let (month, day) = if month_first { (first, second) } else { (second, first) };
    Some((year, month, day, at + 1))
}

/// The year of a date; of an interval that in which it begins.
pub(super) fn year_of(date: Date) -> Option<i16> {
    match date {
        Date::Day(year, ..)
        | Date::Interval((year, ..), _)
        | Date::Month(year, _)
        | Date::Year(year) => Some(year),
        Date::YearlessDay(..) => None,
    }
}

/// The day that stands behind "today" at a token and a mark, after its weekday if that is told: "today, Tuesday, 4 March".
fn behind_today(
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    published: Option<Date>,
) -> Option<Dated> {
    let weekday = usize::from(reading.is(at + 2, Class::Weekday));
    let comma = usize::from(weekday == 1 && reading.word(at + 3) == ",");
    absolute(reading, at + 2 + weekday + comma, end, published)
}

/// The day that a text calls today where it also says its date, "today, 29 October 2014", "yesterday (Friday, 16 November 2012)".
pub(super) fn told_today(reading: &Reading<'_>) -> Option<Date> {
    (0..reading.tokens.len()).find_map(|at| {
        let back = match reading.word(at) {
            "today" | "Today" => 0,
            "yesterday" | "Yesterday" => 1,
            _ => return None,
        };
        if !matches!(reading.word(at + 1), "," | "(" | "–" | "-") {
            return None;
        }
        let dated = behind_today(reading, at, at + 12, None)?;
        let Date::Day(year, month, day) = dated.date else { return None };
        let day = civil::Date::new(year, month.cast_signed(), day.cast_signed()).ok()?;
        let day = day.checked_add(jiff::Span::new().days(back)).ok()?;
        Some(Date::Day(day.year(), day.month().cast_unsigned(), day.day().cast_unsigned()))
    })
}

/// The year of a month and day whose year the text leaves out: the one nearest to publication.
fn completed_year((month, day): (u8, u8), published: Option<Date>) -> Option<i16> {
    let (year, of_month) = match published? {
        Date::Day(year, of_month, _) => (year, of_month),
        Date::Interval((year, of_month, _), _) => (year, of_month),
        Date::Month(year, of_month) => (year, of_month),
        Date::Year(year) => return Some(year),
        Date::YearlessDay(..) => return None,
    };
    let distance = i16::from(month) - i16::from(of_month);
    let year = match distance {
        7.. => year - 1,
        ..=-7 => year + 1,
        _ => year,
    };
    let _ = day;
    Some(year)
}

/// "today", "yesterday", a weekday: reckoned from the day of publication.
fn relative(reading: &Reading<'_>, at: usize, published: Option<Date>) -> Option<Dated> {
    let word = reading.word(at);
    let told = is_relative(word) || reading.is(at, Class::Weekday);
    let Some(Date::Day(year, month, day)) = published.filter(|_| told) else { return None };
    let published =
        civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let next = reading.word(at + 1);
    if reading.possessive(at + 1) {
        return None; // "today's call", "yesterday's summit"
    }
    let before = if at > 0 { reading.word(at - 1) } else { "" };
    let (date, length) = match word {
        "today" | "Today" | "tonight" | "Tonight" => (published, 1),
        "yesterday" | "Yesterday" => {
            let part = usize::from(matches!(next, "evening" | "morning" | "afternoon" | "night"));
            (published.yesterday().ok()?, 1 + part)
        }
        "this" | "This" if matches!(next, "morning" | "afternoon" | "evening") => (published, 2),
        "last" | "Last" if next == "night" => (published.yesterday().ok()?, 2),
        _ => {
            let weekday = WEEKDAYS.iter().position(|weekday| *weekday == word)? as i8;
            if matches!(before, "next" | "every" | "coming" | "upcoming" | "following") {
                return None;
            }
            let today = published.weekday().to_monday_zero_offset();
            let mut back = (today - weekday).rem_euclid(7);
            if before == "last" && back == 0 {
                back = 7;
            }
            (published.checked_sub(jiff::Span::new().days(i64::from(back))).ok()?, 1)
        }
    };
    let date = Date::Day(date.year(), date.month().cast_unsigned(), date.day().cast_unsigned());
    Some(Dated { tokens: at..at + length, date, basis: DateBasis::Relative, attributive: false })
}
