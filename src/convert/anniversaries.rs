//! Anniversaries: tokens and the references found so far in, anniversaries with ordinal, object and year out.

use std::ops::Range;

use super::event_names::ordinal;
use super::reading::Reading;
use super::references::Referred;
use crate::lexicon::Class;
use crate::lexicon::token::Kind;
use crate::record::{Date, DateBasis, ReferenceKind};

/// All anniversaries with an ordinal. `texts` are the treaties and so on that one may commemorate.
pub(super) fn anniversaries(
    reading: &Reading<'_>,
    texts: &[Referred],
    published: Option<Date>,
) -> Vec<Referred> {
    let mut found = Vec::new();
    for (index, unit) in reading.units.iter().enumerate() {
        for noun in unit.tokens.clone() {
            let counted = match reading.word(noun) {
                "anniversary" | "Anniversary" => number(reading, noun, unit.tokens.start),
                "years" => years(reading, noun, unit.tokens.start),
                word => hundreds(word)
                    .filter(|_| !reading.word(noun + 1).eq_ignore_ascii_case("anniversary"))
                    .filter(|_| matches!(reading.word(noun + 1), "of" | "since"))
                    .map(|number| (number, noun)),
            };
            let Some((number, start)) = counted else { continue };
            let object = object(reading, noun + 1, unit.tokens.end);
            let stop = object.as_ref().map_or(noun + 1, |object| object.end);
            let mut referred = Referred::new(ReferenceKind::Anniversary, None, start..stop);
            referred.ordinal = Some(number);
            referred.of = object.as_ref().and_then(|object| commemorated(texts, object));
            referred.name = match (&referred.of, &object) {
                (None, Some(_)) => {
                    Some(reading.phrase(&(start..stop)).replace("<sup>", "").replace("</sup>", ""))
                }
                _ => None,
            };
            let earlier = index
                .checked_sub(1)
                .map(|before| &reading.units[before])
                .filter(|_| unit.sentence.is_some_and(|sentence| sentence > 0));
            referred.date =
                year(reading, noun, stop, unit.tokens.clone(), published).or_else(|| {
                    let before = earlier?.tokens.clone();
                    year_word(reading, before, None, published)
                        .filter(|(year, _)| *year == this(published))
                        .map(|(year, basis)| (Date::Year(year.unwrap_or_default()), basis))
                });
            found.push(referred);
        }
    }
    found
}

/// "80th anniversary", "50-year anniversary", "five year anniversary": the number and its first token.
fn number(reading: &Reading<'_>, noun: usize, first: usize) -> Option<(u16, usize)> {
    let before = noun.checked_sub(1).filter(|&at| at >= first)?;
    let word = reading.word(before);
    if let Some(number) = ordinal(word).or_else(|| tens(word)).or_else(|| hundreds(word)) {
        return Some((number, before));
    }
    if let Some(raised) = raised(reading, before, first) {
        return Some(raised);
    }
    if let Some(count) = word.strip_suffix("-year") {
        return Some((count.parse().ok().or_else(|| cardinal(count))?, before));
    }
    let earlier = before.checked_sub(1).filter(|&at| at >= first)?;
    // "the 200th birth anniversary"
    if let Some(number) = ordinal(reading.word(earlier)).filter(|_| !reading.capital(before)) {
        return (reading.kind(before) == Some(Kind::Word)).then_some((number, earlier));
    }
    let hyphen = usize::from(reading.word(earlier) == "-");
    let count = earlier.checked_sub(hyphen).filter(|&at| at >= first && word == "year")?;
    let number = reading.word(count).parse().ok().or_else(|| cardinal(reading.word(count)))?;
    Some((number, count))
}

/// "30<sup>th</sup>": an ordinal whose ending the page raises, by its last token.
fn raised(reading: &Reading<'_>, last: usize, first: usize) -> Option<(u16, usize)> {
    const MARKUP: [&str; 9] = ["", "<", "sup", ">", "", "<", "/", "sup", ">"];
    let start = last.checked_sub(8).filter(|&at| at >= first)?;
    let marked = (1..9).all(|at| at == 4 || reading.word(start + at) == MARKUP[at]);
    let ending = matches!(reading.word(start + 4), "st" | "nd" | "rd" | "th");
    let number = reading.word(start).parse().ok().filter(|_| marked && ending)?;
    Some((number, start))
}

/// "marked 75 years of diplomatic ties": years that are celebrated are an anniversary.
fn years(reading: &Reading<'_>, noun: usize, first: usize) -> Option<(u16, usize)> {
    let count = noun.checked_sub(1).filter(|&at| at > first)?;
    let number = reading.word(count).parse().ok().or_else(|| cardinal(reading.word(count)))?;
    let behind = matches!(reading.word(noun + 1), "of" | "since");
    let celebrated = (first.max(count.saturating_sub(3))..count).any(|at| {
        let word = reading.word(at).to_lowercase();
        ["mark", "celebrat", "commemorat"].iter().any(|stem| word.starts_with(stem))
    });
    (behind && celebrated).then_some((number, count))
}

/// The number of a word for hundreds of years.
fn hundreds(word: &str) -> Option<u16> {
    const WORDS: [(&str, u16); 4] =
        [("centenary", 100), ("centennial", 100), ("bicentenary", 200), ("bicentennial", 200)];
    WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, number)| *number)
}

const UNITS: [&str; 10] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

fn cardinal(word: &str) -> Option<u16> {
    UNITS.iter().position(|known| known.eq_ignore_ascii_case(word)).map(|index| index as u16 + 1)
}

/// "fiftieth": the round numbers that anniversaries have.
fn tens(word: &str) -> Option<u16> {
    const TENS: [&str; 9] = [
        "tenth",
        "twentieth",
        "thirtieth",
        "fortieth",
        "fiftieth",
        "sixtieth",
        "seventieth",
        "eightieth",
        "ninetieth",
    ];
    TENS.iter()
        .position(|known| known.eq_ignore_ascii_case(word))
        .map(|index| (index as u16 + 1) * 10)
        .or_else(|| (word == "hundredth").then_some(100))
}

/// Tokens of what is commemorated: "of the signing of the Treaty", up to the end of the noun phrase.
fn object(reading: &Reading<'_>, of: usize, end: usize) -> Option<Range<usize>> {
    if !matches!(reading.word(of), "of" | "since") {
        return None;
    }
    let mut at = of + 1;
    while at < end && at < of + 30 {
        let word = reading.word(at);
        let next = reading.word(at + 1);
        let closes = matches!(
            word,
            "," | "."
                | ";"
                | ":"
                | "("
                | "that"
                | "which"
                | "who"
                | "as"
                | "next"
                | "this"
                | "last"
                | "in"
                | "at"
                | "on"
                | "with"
                | "by"
                | "while"
                | "when"
                | "given"
                | "during"
                | "will"
                | "through"
                | "after"
                | "–"
                | "—"
                | "\u{201d}"
                | "\""
                | "later"
                | "today"
                | "would"
        ) || reading.is(at, Class::Auxiliary)
            || reading.is(at, Class::Authored)
            || reading.cue(at).is_some_and(|cue| {
                cue.tense != crate::lexicon::Tense::Present
                    && !matches!(word, "signing" | "welcoming")
            })
            || word == "to" && is_verb(reading, at + 1)
            || word == "to" && reading.cue(at + 1).is_some()
            || word == "and"
                && (ordinal(next).is_some()
                    || next == "the" && ordinal(reading.word(at + 2)).is_some()
                    || next.ends_with("ed")
                    || is_verb(reading, at + 1)
                    || reading.is(at + 1, Class::Auxiliary)
                    || matches!(
                        next,
                        "to" | "their" | "his" | "her" | "our" | "its" | "discussed"
                    )
                    || reading.cue(at + 1).is_some());
        if closes {
            break;
        }
        at += 1;
    }
    (at > of + 1).then_some(of + 1..at)
}

/// "and deepen their ties": a word in lower case before a noun phrase is a verb.
fn is_verb(reading: &Reading<'_>, at: usize) -> bool {
    !reading.capital(at)
        && reading.word(at).chars().all(char::is_lowercase)
        && !matches!(reading.word(at), "of" | "the" | "a" | "an" | "in" | "to" | "for")
        && (reading.capital(at + 1)
            || matches!(reading.word(at + 1), "the" | "their" | "our" | "its" | "his" | "her"))
}

/// The treaty or other text that an anniversary is of: the first one named in its object.
fn commemorated(texts: &[Referred], object: &Range<usize>) -> Option<usize> {
    texts.iter().position(|text| {
        matches!(
            text.kind,
            ReferenceKind::Treaty
                | ReferenceKind::Agreement
                | ReferenceKind::Charter
                | ReferenceKind::Communique
                | ReferenceKind::Document
                | ReferenceKind::Decree
                | ReferenceKind::Initiative
        ) && text.tokens.iter().any(|tokens| object.contains(&tokens.start))
    })
}

fn this(published: Option<Date>) -> Option<i16> {
    match published? {
        Date::Year(year)
        | Date::Month(year, _)
        | Date::Day(year, ..)
        | Date::Interval((year, ..), _) => Some(year),
        Date::YearlessDay(..) => None,
    }
}

/// The year of an anniversary: the nearest year word of its sentence.
fn year(
    reading: &Reading<'_>,
    noun: usize,
    stop: usize,
    unit: Range<usize>,
    published: Option<Date>,
) -> Option<(Date, DateBasis)> {
    // "2026 marks the 30th anniversary", "the 25th anniversary … in 2026": only a year that can be an anniversary's now.
    let stated = |at: usize| {
        let year: i16 = reading.word(at).parse().ok().filter(|_| reading.word(at).len() == 4)?;
        this(published).is_none_or(|now| (year - now).abs() <= 2).then_some(year)
    };
    let marks = unit.clone().find_map(|at| {
        let verb = reading.word(at + 1);
        (at < noun && (verb.starts_with("mark") || matches!(verb, "is" | "will")))
            .then(|| stated(at))
            .flatten()
    });
    let behind = (reading.word(stop) == "in").then(|| stated(stop + 1)).flatten();
    if let Some(year) = marks.or(behind) {
        return Some((Date::Year(year), DateBasis::Stated));
    }
    let (year, basis) = year_word(reading, unit, Some(noun), published)?;
    Some((Date::Year(year?), basis))
}

/// "this year", "next year", "last year": the one nearest to a token, as a year.
fn year_word(
    reading: &Reading<'_>,
    unit: Range<usize>,
    near: Option<usize>,
    published: Option<Date>,
) -> Option<(Option<i16>, DateBasis)> {
    let now = this(published)?;
    let near = near.unwrap_or(unit.end);
    unit.filter(|&at| reading.word(at + 1) == "year")
        .filter_map(|at| {
            let year = match reading.word(at) {
                "this" | "This" => now,
                "next" | "Next" => now + 1,
                "last" | "Last" => now - 1,
                _ => return None,
            };
            Some((at.abs_diff(near), year))
        })
        .min()
        .map(|(_, year)| (Some(year), DateBasis::Relative))
}
