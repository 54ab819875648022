//! A line or the beginning of a paragraph in, its dateline out: place, day, hour and agency in any usual order.

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::HashSet;

use super::Dateline;
use crate::record::Date;
use crate::source::{Mark, dates, day_at, mark};

/// Longest dateline, in bytes.
const LONGEST: usize = 140;
/// Words in a date line that say nothing.
const FILLERS: &[&str] = &[
    "published",
    "posted",
    "issued",
    "released",
    "updated",
    "update",
    "created",
    "added",
    "submitted",
    "date",
    "by",
    "noon",
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
    "h",
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
/// Words for publication before the day of it.
const KEYS: &[&str] = &[
    "date",
    "posted",
    "published",
    "publication",
    "updated",
    "update",
    "issued",
    "released",
    "release",
];
/// Small words inside the name of a place.
const CONNECTORS: &[&str] = &["of", "the", "de", "la", "del", "al", "el", "am", "sur", "es"];
/// Agencies whose names are not in capitals.
const AGENCIES: &[&str] =
    &["Xinhua", "Petra", "Anadolu", "Reuters", "Tass", "Bernama", "Antara", "Agency"];
/// Fewest words of a title after a date that stands before it.
const TITLE_WORDS: usize = 6;
/// Places that the lexicon knows; datelines without a day are told by its cities.
const PLACES: &str = include_str!("../lexicon/en/places.tsv");
/// States that are named as their capitals are.
const CITY_STATES: &[&str] =
    &["singapore", "kuwait", "luxembourg", "djibouti", "monaco", "panama", "guatemala", "mexico"];
const DASHES: &[char] = &['–', '—', '-', '―'];

static CITIES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let rows = PLACES.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (name, kind) = (cells.next()?, cells.nth(1)?);
        (kind == "city")
            .then(|| [name].into_iter().chain(cells.next().unwrap_or_default().split('|')))
    })
    .flatten()
    .chain(CITY_STATES.iter().copied())
    .filter(|name| !name.is_empty())
    .map(str::to_lowercase)
    .collect()
});

/// Whether a text begins with the name of a city: "DOHA, Qatar", "Doha".
pub(super) fn is_city(place: &str) -> bool {
    let name = place.split([',', '(', '[']).next().unwrap_or_default().trim();
    CITIES.contains(&name.to_lowercase())
}

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
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // "Release Date: 12/03/2009" among lines of a header.
    let value = line.find(": ").map_or(0, |at| at + 2);
    let keyed = value > 0
        && (!line[..value].trim_end().contains(' ')
            || line[..value]
                .split([' ', ':'])
                .any(|word| KEYS.contains(&word.to_lowercase().as_str())))
        && line[..value].chars().all(|c| c.is_alphabetic() || ": ".contains(c));
    let from = if keyed { value } else { 0 };
    let whole = || scan(&line[from..], month_first, true).filter(|found| found.date.is_some());
    let (from, found) = post(line, month_first)
        .or_else(|| Some((from, whole()?)))
        .or_else(|| carried(line, month_first))
        .or_else(|| piece(line, month_first))
        .or_else(|| alone(line, month_first))?;
    let mut found = found;
    // Words behind a day, with nothing between, are no place, nor is who posted it.
    if let (Some((_, date)), Some(place)) = (&found.date, &found.place)
        && place.start > date.end
        && let between = line[from + date.end..from + place.start].trim_matches([' ', '\u{a0}'])
        && (between.is_empty() || between.ends_with("by"))
    {
        found.place = None;
    }
    // "Ministry of Norland / Harbour Road / Vik / 5 March 2021": the line before the day is the place.
    if let (Some((_, date)), Some(place)) = (&found.date, &mut found.place)
        && place.end <= date.start
        && let Some(line) = line[from..][place.clone()].rfind('\n')
    {
        place.start += line + 1;
    }
    let start = span.start + from;
    Some(dateline(&found, start, start..span.end, true))
}

/// The day in a line of a header that begins with a word for publication, whatever else stands in it.
pub(super) fn keyed(text: &str, span: &Range<usize>, month_first: bool) -> Option<Dateline> {
    let line = &text[span.clone()];
    let issued =
        line.contains("issued by") || line.contains("issued on") || line.starts_with("No. ");
    let known = (is_keyed(line) || issued) && line.len() <= LONGEST;
    let days = if known { dates(line, month_first) } else { Vec::new() };
    let date = days.into_iter().find(|(date, _)| matches!(date, Date::Day(..)))?;
    let found = Found { date: Some(date), ..Found::default() };
    Some(dateline(&found, span.start, span.clone(), true))
}

/// The day of publication that stands in a title: at its end behind a mark, "Call with the Prime Minister: 25 October 2022",
/// "Talks in Vik (18 nov. 21)", or behind the number at its beginning, "No: 243, 3 October 2023, Press Release …".
pub(super) fn of_title(title: &str) -> Option<Date> {
    let full = |(date, _): &(Date, Range<usize>)| matches!(date, Date::Day(..));
    let bare = title.trim_end_matches([')', ']', '.', ' ', '\u{a0}']);
    let days = dates(title, false);
    let last = days.last().filter(|found| {
        let before = title[..found.1.start].trim_end();
        found.1.end >= bare.len() && before.ends_with([',', ':', '(', '[', '|', '–', '—', '-', '/'])
    });
    let first = || {
        days.first().filter(|found| {
            let behind = &title[found.1.end..];
            title.starts_with("No") && found.1.start < 24 && behind.starts_with(',')
                || found.1.start == 0 && behind.trim_start().starts_with(['-', '–', '—', ':', '|'])
        })
    };
    if let Some((date, _)) =
        last.filter(|found| full(found)).or_else(|| first().filter(|f| full(f)))
    {
        return Some(*date);
    }
    // Two figures are a year where brackets close behind them.
    let inner = &title[title.rfind('(')? + 1..];
    let (Date::YearlessDay(month, day), length) = day_at(inner, false)? else { return None };
    let year = inner[length..].trim().strip_suffix(')').filter(|year| year.len() == 2)?;
    let date = Date::Day(2000 + year.parse::<i16>().ok()?, month, day);
    date.check().ok().map(|()| date)
}

/// Whether a line begins with a word for publication.
pub(super) fn is_keyed(line: &str) -> bool {
    let first = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    KEYS.contains(&first.to_lowercase().as_str())
}

/// The signature of a post quoted on a page: "— Ada Okoro (@okoro) October 4, 2021".
fn post(line: &str, month_first: bool) -> Option<(usize, Found)> {
    let handle = line.find("(@").filter(|_| line.starts_with(DASHES))?;
    let close = handle + line[handle..].find(')')? + 1;
    let found = scan(&line[close..], month_first, true)?;
    found.date.is_some().then_some((close, found))
}

/// A dateline behind the name of who carried it: "(Agency - Partner) VIK, Norland, June 24, 2025/NPO Group/ --".
fn carried(line: &str, month_first: bool) -> Option<(usize, Found)> {
    let close = line.find(')').filter(|close| *close < LONGEST / 2)? + 1;
    let found = scan(&line[close..], month_first, true)?;
    (found.date.is_some() && found.place.is_some()).then_some((close, found))
}

/// A day in a line with nothing else but figures, signs and words of another script, or the genre behind it:
/// "2018-03-05 - 9:30 م", "21.01.2014 - Press release".
fn alone(line: &str, month_first: bool) -> Option<(usize, Found)> {
    if line.ends_with('.') {
        return None;
    }
    let mut days = dates(line, month_first);
    days.extend(compact(line).map(|(date, length)| (date, 0..length)));
    let (date, span) = days.into_iter().find(|(date, _)| matches!(date, Date::Day(..)))?;
    let (before, after) = (&line[..span.start], &line[span.end..]);
    let bare = |text: &str| !text.contains(|c: char| c.is_ascii_alphabetic());
    let genre = || mark(after.trim_start_matches([' ', '-', '–', '|', ','])) == Some(Mark::Header);
    (bare(before) && (bare(after) || span.start == 0 && genre()))
        .then(|| (0, Found { date: Some((date, span)), ..Found::default() }))
}

/// The date among the pieces of a line that signs part: "Cabinet release · 24 March 2026 · all releases".
fn piece(line: &str, month_first: bool) -> Option<(usize, Found)> {
    let mut dated = None;
    let mut start = 0;
    for part in line.split(['|', '·', '•']) {
        match scan(part, month_first, true).filter(|found| found.date.is_some()) {
            Some(found) if dated.is_none() => dated = Some((start, found)),
            _ if part.split_whitespace().count() >= TITLE_WORDS => return None,
            _ => {}
        }
        start += part.len() + line[start + part.len()..].chars().next().map_or(0, char::len_utf8);
    }
    dated
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
/// "December 2 (MFA) – On …", "MOSCOW, 3 June — The …", "Vik, July 16, NNA - The …".
pub(super) fn inline(
    text: &str,
    span: &Range<usize>,
    month_first: bool,
) -> Option<(Dateline, usize)> {
    let paragraph = &text[span.clone()];
    let cut = cut(paragraph, 0, month_first).or_else(|| bracketed(paragraph, month_first));
    let (found, at, end, body) = cut.or_else(|| {
        // "(Agency - Partner) VIK, …": what stands in brackets before the place says who carried it.
        let window = &paragraph[..paragraph.floor_char_boundary(LONGEST / 2)];
        let close = window.find(')')? + 1;
        let close = close + window[close..].len() - window[close..].trim_start_matches(')').len();
        let next = close + paragraph[close..].len() - paragraph[close..].trim_start().len();
        cut_dated(paragraph, next, month_first).or_else(|| {
            let inner = paragraph[..close].strip_prefix('(')?.strip_suffix(')')?;
            let agency = (2..=12).contains(&inner.len())
                && inner.chars().all(|c| c.is_uppercase() || "-/ ".contains(c))
                && next > close
                && paragraph[next..].starts_with(char::is_uppercase);
            agency.then_some((Found { agency, ..Found::default() }, 0, close, next))
        })
    })?;
    let line = dateline(&found, span.start + at, span.start..span.start + end, false);
    Some((line, span.start + body))
}

/// The first place where a dateline that begins at `from` ends: one with a day rather than another.
fn cut(paragraph: &str, from: usize, month_first: bool) -> Option<(Found, usize, usize, usize)> {
    cut_dated(paragraph, from, month_first).or_else(|| cuts(paragraph, from, month_first).next())
}

fn cut_dated(
    paragraph: &str,
    from: usize,
    month_first: bool,
) -> Option<(Found, usize, usize, usize)> {
    cuts(paragraph, from, month_first).find(|(found, ..)| found.date.is_some())
}

/// What is found before a dash or a colon, where it begins and ends, and where the sentence behind it begins.
fn cuts(
    paragraph: &str,
    from: usize,
    month_first: bool,
) -> impl Iterator<Item = (Found, usize, usize, usize)> {
    let window = &paragraph[from..paragraph.floor_char_boundary(from + LONGEST)];
    let signs = window.char_indices().filter(|(_, c)| DASHES.contains(c) || *c == ':').take(8);
    signs.filter_map(move |(at, sign)| {
        let (before, after) = (&window[..at], &paragraph[from + at + sign.len_utf8()..]);
        let after = after.trim_start_matches(DASHES);
        let spaced = after.starts_with(char::is_whitespace)
            || (sign != '-' && before.ends_with(|c: char| c.is_whitespace() || c == ')'));
        let body = after.trim_start();
        // "On January 6–7, X met": days from one to the other.
        let days = before.ends_with(|c: char| c.is_ascii_digit())
            && after.starts_with(|c: char| c.is_ascii_digit());
        if !spaced && (matches!(sign, '-' | ':') || days) || body.is_empty() {
            return None;
        }
        let found = scan(before, month_first, false)?;
        let capitals = found.place.as_ref().is_some_and(|place| {
            let place = before[place.clone()].split(',').next().unwrap_or_default();
            place.chars().filter(|c| c.is_alphabetic()).count() >= 4
                && !place.chars().any(char::is_lowercase)
        });
        let begins = body.starts_with(|c: char| !c.is_lowercase());
        // "Doha: The …", "Vienna – The …", but "Moscow – Beijing relations …".
        let city = || {
            begins
                && found.place.as_ref().is_some_and(|place| is_city(&before[place.clone()]))
                && !is_city(body.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default())
        };
        let sure = match sign {
            _ if !spaced => found.date.is_some() && found.place.is_some(),
            ':' => found.date.is_some() && found.place.is_some() || city(),
            _ => {
                found.date.is_some()
                    || (capitals && begins)
                    || (before.ends_with(char::is_whitespace) && city())
                    || (found.agency && found.place.is_some())
            }
        };
        let end = from + before.trim_end().len();
        sure.then(|| (found, from, end, paragraph.len() - body.len()))
    })
}

/// A day in eight figures at the beginning of a paragraph: "19980204".
fn compact(text: &str) -> Option<(Date, usize)> {
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let (year, month, day) = (&digits[..4], &digits[4..6], &digits[6..]);
    let date = Date::Day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let ends = !text[8..].starts_with(char::is_alphanumeric);
    (ends && date.check().is_ok() && ("1900".."2100").contains(&year)).then_some((date, 8))
}

/// A city with its agency and day in brackets and no mark behind them: "Vik (Agency - 28th November, 2019) The …".
fn bracketed(paragraph: &str, month_first: bool) -> Option<(Found, usize, usize, usize)> {
    let window = &paragraph[..paragraph.floor_char_boundary(LONGEST)];
    let open = window.find('(')?;
    let close = open + window[open..].find(')')?;
    let day = dates(&window[open..close], month_first).into_iter().next()?;
    let place = window[..open].trim_end();
    let body = close + 1 + window[close + 1..].len() - window[close + 1..].trim_start().len();
    let begins = body > close + 1 && window[body..].starts_with(char::is_uppercase);
    (is_city(place) && begins).then(|| {
        let date = Some((day.0, day.1.start + open..day.1.end + open));
        let found = Found { date, place: Some(0..place.len()), agency: true, ..Found::default() };
        (found, 0, close + 1, body)
    })
}

/// A stamp that a page puts right before the first words of a paragraph: its length and where the words begin;
/// "date 2024-03-12 The …", "Posted On: 24 MAR 2024 8:48PM by NIB Vik The …".
pub(super) fn stamp(paragraph: &str, month_first: bool) -> Option<(usize, usize)> {
    let window = &paragraph[..paragraph.floor_char_boundary(LONGEST)];
    let gap = |at: usize| {
        let rest = &window[at..];
        let inner = rest.trim_start_matches(|c: char| c.is_whitespace() || ":|,".contains(c));
        at + rest.len() - inner.len()
    };
    let word = |at: usize| {
        let rest = &window[at..];
        &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
    };
    let mut at = 0;
    let mut keyed = false;
    // "No. 029 January 27, 2025"
    if let Some(rest) = window.strip_prefix("No. ") {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        keyed = digits > 0;
        at = gap("No. ".len() + digits);
    }
    while KEYS.contains(&word(at).to_lowercase().as_str())
        || keyed && word(at).eq_ignore_ascii_case("on")
    {
        keyed = true;
        at = gap(at + word(at).len());
    }
    let (date, length) = day_at(&window[at..], month_first).or_else(|| compact(window))?;
    let numeric = at == 0 && length == 8 || window.as_bytes().get(at + 4) == Some(&b'-');
    if !matches!(date, Date::Day(..)) || !(keyed || numeric) {
        return None;
    }
    at += length;
    let mut next = gap(at);
    if let Some(length) = hour(&window[next..]) {
        at = next + length;
        next = gap(at);
        while ["am", "pm", "ist", "gmt", "utc"].contains(&word(next).to_lowercase().as_str()) {
            at = next + word(next).len();
            next = gap(at);
        }
    }
    // Who posted it: an acronym and its seat.
    if word(next) == "by" {
        let body = gap(next + 2);
        let seat = gap(body + word(body).len());
        if word(body).len() > 1 && word(body).chars().all(char::is_uppercase) {
            at = seat + word(seat).len();
            next = gap(at);
        }
    }
    let begins = window[next..].starts_with(|c: char| c.is_uppercase() || "\"“«‘(".contains(c));
    (begins && (next > at || keyed)).then_some((at, next))
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
        } else if c == ':' && (found.place.is_some() || found.date.is_some()) {
            // "VIK: 3 May 2024", "Vik, 3 May 2024:"
            at += 1;
        } else if c == '[' && found.place.is_some() {
            // "Vik [Norland], May 3"
            at += rest.find(']')? + 1;
        } else if let Some(inner) = rest
            .strip_prefix('(')
            .and_then(|rest| rest.split(')').next())
            .filter(|inner| found.date.is_none() && inner.len() < rest.len() - 1)
            && let Some(inner) =
                scan(inner, month_first, fillers).filter(|inner| inner.date.is_some())
        {
            // "(Vik, 3 May 2024)", "Vik (3 May 2024)"
            let shift = |range: Range<usize>| range.start + at + 1..range.end + at + 1;
            found.date = inner.date.map(|(date, range)| (date, shift(range)));
            found.place = inner.place.map(shift).or(found.place);
            found.hour = found.hour.or(inner.hour.map(shift));
            at += rest.find(')')? + 1;
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
            } else if let Some(length) = agency(line, at)
                .filter(|_| found.date.is_some() && found.place.is_some() && !found.agency)
            {
                found.agency = true;
                at += length;
            } else {
                at = place(line, at, &mut found, month_first)?;
            }
        }
    }
    Some(found)
}

/// Length of the name of an agency without brackets, behind place and day: "NNA", "Xinhua", "/APO Group/".
fn agency(line: &str, at: usize) -> Option<usize> {
    let rest = &line[at..];
    if line[..at].ends_with('/')
        && let Some(close) = rest.find('/').filter(|close| *close <= 30)
    {
        return Some(close);
    }
    let end = rest.find(|c: char| c.is_whitespace() || ",/(:;".contains(c)).unwrap_or(rest.len());
    let word = &rest[..end];
    let acronym = (2..=8).contains(&end) && word.chars().all(|c| c.is_uppercase() || c == '-');
    (acronym || AGENCIES.contains(&word)).then_some(end)
}

fn is_weekday(word: &str) -> bool {
    word.ends_with("day") && FILLERS.contains(&word)
}

/// Takes the name of a place: capitalised words, at most four and another four after a comma.
fn place(line: &str, from: usize, found: &mut Found, month_first: bool) -> Option<usize> {
    if found.place.as_ref().is_some_and(|place| !line[place.end..from].contains([',', '/', '\n'])) {
        return None;
    }
    let (mut end, mut words) = (from, 0);
    while end < line.len() {
        let rest = &line[end..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let rest = &rest[gap..];
        let length =
            rest.find(|c: char| c.is_whitespace() || ",|(:;/".contains(c)).unwrap_or(rest.len());
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
