//! A line or the beginning of a paragraph in, its dateline out: place, day, hour and agency in any usual order.

use std::ops::Range;

use super::Dateline;
use crate::record::Date;
use crate::source::day_at;

/// Longest dateline, in bytes.
const LONGEST: usize = 140;
/// Words in a date line that say nothing.
const FILLERS: &[&str] = &[
    "published",
    "posted",
    "issued",
    "released",
    "updated",
    "date",
    "on",
    "at",
    "from",
    "gmt",
    "utc",
    "est",
    "edt",
    "cet",
    "cest",
    "et",
    "ist",
    "bst",
    "local",
    "time",
    "hours",
    "hrs",
    "pm",
    "am",
    "p.m",
    "a.m",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "года",
    "г",
];
/// Small words inside the name of a place.
const CONNECTORS: &[&str] = &["of", "the", "de", "la", "del", "al", "el", "am", "sur"];
const DASHES: &[char] = &['–', '—', '-', '―'];

/// What was found in a line; ranges are bytes of the line.
#[derive(Debug, Default)]
struct Found {
    date: Option<(Date, Range<usize>)>,
    hour: Option<Range<usize>>,
    place: Option<Range<usize>>,
    /// An agency in brackets: "(MFA)".
    agency: bool,
}

/// The date block that `text[span]` is, whole: "March 1, 2022 / 18:50 / The Kremlin, Moscow", "4 May 2022 - 21:42".
pub(super) fn block(text: &str, span: &Range<usize>, month_first: bool) -> Option<Dateline> {
    let line = &text[span.clone()];
    if line.len() > LONGEST {
        return None;
    }
    // "Release Date: 12/03/2009" among lines of a header.
    let value = line.find(": ").map_or(0, |at| at + 2);
    let keyed = value > 0 && line[..value].chars().all(|c| c.is_alphabetic() || ": ".contains(c));
    let from = if keyed { value } else { 0 };
    let found = scan(&line[from..], month_first, true)?;
    found.date.as_ref()?;
    let start = span.start + from;
    Some(dateline(&found, start, start..span.end, true))
}

/// Whether a line is an hour of the day and nothing else.
pub(super) fn hour_line(line: &str) -> Option<Range<usize>> {
    let found = scan(line, false, true)?;
    (found.date.is_none() && found.place.is_none()).then_some(found.hour)?
}

/// Whether a line can be the place in a date block.
pub(super) fn place_line(line: &str) -> bool {
    line.len() <= 80
        && scan(line, false, false)
            .is_some_and(|found| found.place.is_some() && found.date.is_none())
}

/// The dateline before the first sentence of the paragraph `text[span]` and where the sentence begins:
/// "December 2 (MFA) – On …", "MOSCOW, 3 June — The …".
pub(super) fn inline(
    text: &str,
    span: &Range<usize>,
    month_first: bool,
) -> Option<(Dateline, usize)> {
    let paragraph = &text[span.clone()];
    let window = &paragraph[..paragraph.floor_char_boundary(LONGEST)];
    for (at, sign) in window.char_indices().filter(|(_, c)| DASHES.contains(c) || *c == ':').take(6)
    {
        let (before, after) = (&window[..at], &paragraph[at + sign.len_utf8()..]);
        let after = after.trim_start_matches(DASHES);
        let spaced = after.starts_with(char::is_whitespace)
            || (sign != '-' && before.ends_with(char::is_whitespace));
        let body = after.trim_start();
        if !spaced || body.is_empty() {
            continue;
        }
        let Some(found) = scan(before, month_first, false) else { continue };
        let capitals = found.place.as_ref().is_some_and(|place| {
            let place = before[place.clone()].split(',').next().unwrap_or_default();
            place.chars().filter(|c| c.is_alphabetic()).count() >= 4
                && !place.chars().any(char::is_lowercase)
        });
        let begins = body.starts_with(|c: char| !c.is_lowercase());
        let sure = match sign {
            ':' => found.date.is_some() && found.place.is_some(),
            _ => {
                found.date.is_some()
                    || (capitals && begins)
                    || (found.agency && found.place.is_some())
            }
        };
        if sure {
            let end = span.start + before.trim_end().len();
            let start = span.start + paragraph.len() - body.len();
            return Some((dateline(&found, span.start, span.start..end, false), start));
        }
    }
    None
}

fn dateline(found: &Found, offset: usize, span: Range<usize>, own_block: bool) -> Dateline {
    let shift = |range: &Range<usize>| range.start + offset..range.end + offset;
    Dateline {
        span,
        date: found.date.as_ref().map(|(date, range)| (*date, shift(range))),
        hour: found.hour.as_ref().map(shift),
        place: found.place.as_ref().map(shift),
        own_block,
    }
}

/// Takes a line apart; none if something in it has no place in a dateline.
fn scan(line: &str, month_first: bool, fillers: bool) -> Option<Found> {
    let mut found = Found::default();
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        let c = rest.chars().next()?;
        if c.is_whitespace() || DASHES.contains(&c) || ",|/·•;.".contains(c) {
            at += c.len_utf8();
        } else if c == '(' {
            let close = rest.find(')')?;
            let inner = &rest[1..close];
            let place = found.place.is_none() && found.date.is_none();
            if inner.len() > 60 {
                return None;
            }
            if place {
                found.place = Some(at + 1..at + close);
            }
            found.agency = true;
            at += close + 1;
        } else if let Some((date, length)) =
            day_at(rest, month_first).filter(|_| found.date.is_none())
        {
            found.date = Some((date, at..at + length));
            at += length;
        } else if let Some(length) = hour(rest).filter(|_| found.hour.is_none()) {
            found.hour = Some(at..at + length);
            at += length;
        } else {
            let end =
                rest.find(|c: char| c.is_whitespace() || ",|(:;".contains(c)).unwrap_or(rest.len());
            let word = rest[..end].trim_end_matches(['.', ':']);
            let lower = word.to_lowercase();
            if fillers && FILLERS.contains(&lower.as_str()) || is_weekday(&lower) {
                at += end + usize::from(rest[end..].starts_with(':'));
            } else {
                at = place(line, at, &mut found, month_first)?;
            }
        }
    }
    Some(found)
}

fn is_weekday(word: &str) -> bool {
    word.ends_with("day") && FILLERS.contains(&word)
}

/// Takes the name of a place: capitalised words, at most four and another four after a comma.
fn place(line: &str, from: usize, found: &mut Found, month_first: bool) -> Option<usize> {
    if found
        .place
        .as_ref()
        .is_some_and(|place| !line[place.end..from].trim().chars().all(|c| c == ','))
    {
        return None;
    }
    let (mut end, mut words) = (from, 0);
    while end < line.len() {
        let rest = &line[end..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let rest = &rest[gap..];
        let length =
            rest.find(|c: char| c.is_whitespace() || ",|(:;".contains(c)).unwrap_or(rest.len());
        let word = &rest[..length];
        let capital = word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || "-.'’–".contains(c));
        let fits = capital || (words > 0 && CONNECTORS.contains(&word));
        if !fits || words == 4 || (end > from && day_at(rest, month_first).is_some()) {
            break;
        }
        if word.len() > 1 && DASHES.iter().any(|dash| word.ends_with(*dash)) {
            return None;
        }
        words += 1;
        end += gap + length;
    }
    if words == 0 {
        return None;
    }
    let start = found.place.as_ref().map_or(from, |place| place.start);
    found.place = Some(start..end);
    Some(end)
}

/// Length of an hour of the day: "18:50", "16.00", "5:30 p.m.".
fn hour(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let minutes = rest.strip_prefix([':', '.', 'h'])?;
    let valid = (1..=2).contains(&digits)
        && text[..digits].parse::<u8>().is_ok_and(|hour| hour < 25)
        && minutes.bytes().take_while(u8::is_ascii_digit).count() == 2;
    let mut end = digits + 3;
    let after = text.get(end..)?;
    if let Some(seconds) = after.strip_prefix(':')
        && seconds.bytes().take_while(u8::is_ascii_digit).count() == 2
    {
        end += 3;
    }
    valid.then_some(end)
}
