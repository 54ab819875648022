//! Days as people write them in, dates out: "December 2, 2025", "24 марта 2025 года", "12/03/2009", "2025-12-02T17:12".

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::record::Date;

/// Names of months in lower case, without a closing point: one month a line, its number, a tab, names parted by spaces.
const MONTHS: &str = include_str!("months.tsv");
/// The numbers of months by their names; where several have the name, that of the first.
static NUMBERS: LazyLock<HashMap<&str, u8, FixedState>> = LazyLock::new(|| {
    let mut numbers = HashMap::default();
    for (number, names) in MONTHS.lines().filter_map(|line| line.split_once('\t')) {
        let Ok(number) = number.parse() else { continue };
        for name in names.split(' ') {
            numbers.entry(name).or_insert(number);
        }
    }
    numbers
});
/// Longest name of a month, in characters.
const LONGEST: usize = 10;

/// The day that stands at the beginning of `text`, and its length in bytes. The year may be left out.
///
/// Of two numbers parted by slashes the first is the day, unless `month_first` or the second is larger than 12.
pub(crate) fn day_at(text: &str, month_first: bool) -> Option<(Date, usize)> {
    let first = text.chars().next()?;
    let (date, rest) = if first.is_ascii_digit() {
        numeric(text, month_first).or_else(|| day_month(text))?
    } else {
        month_day(text)?
    };
    date.check().ok()?;
    Some((date, text.len() - rest.len()))
}

/// All days in `text` with their bytes, in order.
pub(crate) fn dates(text: &str, month_first: bool) -> Vec<(Date, Range<usize>)> {
    let mut found = Vec::new();
    let mut word = false;
    let mut next = 0;
    for (at, c) in text.char_indices() {
        let begins = c.is_alphanumeric() && !word;
        word = c.is_alphanumeric();
        if at < next || !begins || !(c.is_ascii_digit() || c.is_uppercase()) {
            continue;
        }
        if let Some((date, length)) = day_at(&text[at..], month_first) {
            found.push((date, at..at + length));
            next = at + length;
        }
    }
    found
}

/// The day of a machine's time stamp: "2021-01-21 17:12:47-05:00", or a date as people write it.
pub(super) fn stamp(text: &str) -> Option<Date> {
    let text = text.trim();
    let compact = || {
        let digits = text.get(..8).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
        format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..8]).parse().ok()
    };
    let found = day_at(text, false).map(|(date, _)| date).or_else(compact);
    let found = found.or_else(|| dates(text, false).into_iter().map(|(date, _)| date).next());
    found.filter(|date| matches!(date, Date::Day(..)) && date.check().is_ok())
}

/// The day in the path of a page's address, as many sites put it there: "/news/2031/05/12/…", "/2031-05-12-talks".
pub(crate) fn day_of_path(url: &str) -> Option<Date> {
    let path = url.split("//").last()?.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parted = parts.windows(3).filter(|day| {
        digits(day[0], 4) && digits(day[1], 2) && digits(day[2], 2) && !day[0].starts_with('0')
    });
    let whole = parts.iter().filter(|part| part.as_bytes().get(4) == Some(&b'-'));
    parted
        .map(|day| day.join("-"))
        .chain(whole.map(|part| (*part).to_owned()))
        .find_map(|day| day_at(&day, false))
        .map(|(date, _)| date)
        .filter(|date| matches!(date, Date::Day(..)))
}

/// Digits at the beginning, at most four.
fn number(text: &str) -> Option<(u16, usize, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = (1..=4).contains(&digits).then(|| text[..digits].parse().ok())??;
    Some((value, digits, &text[digits..]))
}

fn small(value: u16, max: u8) -> Option<u8> {
    u8::try_from(value).ok().filter(|n| (1..=max).contains(n))
}

fn year(value: u16, digits: usize) -> Option<i16> {
    (digits == 4 && (1000..=2999).contains(&value)).then(|| i16::try_from(value).ok())?
}

/// "2025-12-02", "2025/12/02", "12/03/2009", "12.03.2009", "2025年12月2日".
fn numeric(text: &str, month_first: bool) -> Option<(Date, &str)> {
    let (a, a_digits, rest) = number(text)?;
    let sign = rest.chars().next()?;
    let closing = match sign {
        '-' | '/' | '.' => sign,
        '年' => '月',
        _ => return None,
    };
    let (b, _, rest) = number(&rest[sign.len_utf8()..])?;
    let (c, c_digits, rest) = number(rest.strip_prefix(closing)?)?;
    if let Some(year) = year(a, a_digits) {
        let rest = rest.strip_prefix('日').unwrap_or(rest);
        return Some((Date::Day(year, small(b, 12)?, small(c, 31)?), rest));
    }
    let year = year(c, c_digits)?;
    let (day, month) =
        if b > 12 || (month_first && a <= 12 && sign == '/') { (b, a) } else { (a, b) };
    Some((Date::Day(year, small(month, 12)?, small(day, 31)?), rest))
}

/// "2 December 2025", "2nd of December", "24 марта 2025 года", "2 December, 2025", "2-Dec-2025".
fn day_month(text: &str) -> Option<(Date, &str)> {
    let (day, digits, rest) = number(text)?;
    let day = small(day, 31).filter(|_| digits <= 2)?;
    let rest = ordinal(rest);
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let hyphen = rest.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphabetic));
    let rest = hyphen.or_else(|| space(rest))?;
    let rest = rest.strip_prefix("of ").or_else(|| rest.strip_prefix("de ")).unwrap_or(rest);
    let (month, rest) = month(rest)?;
    let rest = hyphen.and_then(|_| rest.strip_prefix('-')).unwrap_or(rest);
    Some(with_year(month, day, rest))
}

/// "December 2, 2025", "Dec. 2", "December 2nd 2025", "December - 2 - 2025".
fn month_day(text: &str) -> Option<(Date, &str)> {
    let (month, rest) = month(text)?;
    let (dashed, after) = dash(rest);
    let (day, digits, rest) = number(if dashed { after } else { space(rest)? })?;
    let day = small(day, 31).filter(|_| digits <= 2)?;
    let found = with_year(month, day, ordinal(rest));
    // A dash before the day parts the numbers of a date only if another does before the year.
    (!dashed || matches!(found.0, Date::Day(..))).then_some(found)
}

fn with_year(month: u8, day: u8, rest: &str) -> (Date, &str) {
    let after = dash(rest.strip_prefix(',').unwrap_or(rest)).1;
    let after = space(after).unwrap_or(after);
    let after = after.strip_prefix("de ").or_else(|| after.strip_prefix("of ")).unwrap_or(after);
    // "201520:16": an hour that the year runs into, as a capital of the next word may.
    let timed = after.len() > 6 && after.as_bytes()[..6].iter().all(u8::is_ascii_digit);
    let cut = if timed && after.as_bytes()[6] == b':' { &after[..4] } else { after };
    let found =
        number(cut).and_then(|(value, digits, _)| Some((year(value, digits)?, &after[digits..])));
    let ends = |end: &str| timed || !end.starts_with(|c: char| c.is_numeric() || c.is_lowercase());
    let Some((year, end)) = found.filter(|(_, end)| ends(end)) else {
        return (Date::YearlessDay(month, day), rest);
    };
    let word = space(end).unwrap_or(end);
    let tail = ["года", "году", "року", "г.", "р."].iter().find_map(|tail| word.strip_prefix(tail));
    (Date::Day(year, month, day), tail.unwrap_or(end))
}

/// The rest behind the ending of an ordinal: "2nd", "27TH".
fn ordinal(text: &str) -> &str {
    let tail = text.get(..2).filter(|tail| {
        ["st", "nd", "rd", "th"].iter().any(|ending| tail.eq_ignore_ascii_case(ending))
    });
    let rest = tail.map(|tail| &text[tail.len()..]);
    rest.filter(|rest| !rest.starts_with(char::is_alphanumeric)).unwrap_or(text)
}

/// Whether a dash with or without white space around it comes first, and the rest behind it.
fn dash(text: &str) -> (bool, &str) {
    let rest = text.trim_start_matches([' ', '\u{a0}']);
    match rest.strip_prefix(['-', '–', '—']) {
        Some(rest) => (true, rest.trim_start_matches([' ', '\u{a0}'])),
        None => (false, text),
    }
}

/// The rest after at least one white space.
fn space(text: &str) -> Option<&str> {
    let rest = text.trim_start();
    (rest.len() < text.len()).then_some(rest)
}

fn month(text: &str) -> Option<(u8, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = &text[..end];
    if word.len() > LONGEST * 2 || word.chars().count() < 3 {
        return None;
    }
    let number = *NUMBERS.get(word.to_lowercase().as_str())?;
    let rest = &text[end..];
    Some((number, rest.strip_prefix('.').unwrap_or(rest)))
}
