//! References in, the numbers, days and years that belong to them out: "Decree No. 45 of 12 March 2031", "resolution 1701".

use std::ops::Range;

use super::dates::dates;
use super::persons::Side;
use super::reading::Reading;
use super::references::Referred;
use crate::lexicon::Name;
use crate::lexicon::token::Kind;
use crate::record::{Date, DateBasis, ReferenceKind};

/// "Decree No. 45 of 12 March 2031", "Executive Order 14008", "Vision 2045": the number and the day behind a name.
pub(super) fn number(reading: &Reading<'_>, referred: &mut Referred, end: usize) {
    let tokens = referred.tokens[0].clone();
    let mut at = tokens.end;
    let marked = matches!(reading.word(at), "No" | "No." | "no" | "no." | "Nr" | "№");
    at += usize::from(marked) + usize::from(marked && reading.word(at + 1) == ".");
    let numbered = at < end && reading.kind(at) == Some(Kind::Number);
    let law = referred.kind == ReferenceKind::Decree;
    if numbered && (marked || law && year(reading, at).is_none() && reading.word(at).len() > 2) {
        let mut stop = at + 1;
        while stop + 1 < end
            && reading.tokens[stop].glued
            && matches!(reading.word(stop), "-" | "/")
            && reading.tokens[stop + 1].glued
        {
            stop += 2;
        }
        let (first, last) =
            (reading.tokens[at].range().start, reading.tokens[stop - 1].range().end);
        referred.identifier = Some(reading.document.text[first..last].to_owned());
        referred.tokens[0].end = stop;
        let day = dates(reading, stop..end.min(stop + 8), None)
            .into_iter()
            .find(|day| day.tokens.start == stop + 1 && reading.word(stop) == "of");
        if let Some(day) = day {
            referred.date = Some((day.date, day.basis));
            referred.tokens[0].end = day.tokens.end;
        }
    } else if numbered
        && year(reading, at).is_some()
        && reading.capital(at - 1)
        && matches!(
            referred.kind,
            ReferenceKind::Policy | ReferenceKind::Document | ReferenceKind::Initiative
        )
    {
        referred.tokens[0].end = at + 1;
    }
}

/// "the 1982 Convention": the year right before a name.
pub(super) fn year_before(
    reading: &Reading<'_>,
    start: usize,
    first: usize,
) -> Option<(Date, DateBasis)> {
    let at = start.checked_sub(1).filter(|&at| at > first)?;
    let known = matches!(reading.word(at - 1), "the" | "The" | "its" | "their" | "our");
    let year = year(reading, at).filter(|_| known)?;
    Some((Date::Year(year), DateBasis::Stated))
}

/// "Resolutions 2231 and 1701 (2006)": the resolutions behind the first of a list.
pub(super) fn further(reading: &Reading<'_>, first: &Referred, end: usize) -> Vec<Referred> {
    let mut found = Vec::new();
    let tokens = &first.tokens[0];
    let (Some(name), Some(own)) = (&first.name, &first.identifier) else { return found };
    let plural = (tokens.start..tokens.end)
        .any(|at| matches!(reading.word(at), "Resolutions" | "resolutions" | "UNSCRs"));
    if first.kind != ReferenceKind::Resolution || !plural {
        return found;
    }
    let mut at = tokens.end;
    while at < end {
        let mut next = at;
        if reading.word(next) == "(" && reading.word(next + 2) == ")" {
            next += 3;
        }
        let joined = next;
        while matches!(reading.word(next), "," | "and") {
            next += 1;
        }
        let Some((identifier, stop)) = symbol(reading, next, end).filter(|_| next > joined) else {
            break;
        };
        let mut more = Referred::new(ReferenceKind::Resolution, None, next..stop);
        more.name = Some(name.replace(own.as_str(), &identifier));
        more.identifier = Some(identifier);
        more.by_sides.clone_from(&first.by_sides);
        found.push(more);
        at = stop;
    }
    found
}

/// "2231", "77/318": the number of a resolution at a token, with the token behind it.
fn symbol(reading: &Reading<'_>, at: usize, end: usize) -> Option<(String, usize)> {
    let digits =
        |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let word = reading.word(at);
    let whole = at < end && word.split('/').count() <= 2 && word.split('/').all(digits);
    whole.then(|| (word.to_owned(), at + 1))
}

/// "UN Security Council Resolution 2231", "resolution 1701 (2006)", "UNSCR 2254".
pub(super) fn resolution(
    reading: &Reading<'_>,
    noun: &Range<usize>,
    unit: Range<usize>,
) -> Option<Referred> {
    let (identifier, stop) = symbol(reading, noun.end, unit.end)?;
    let body = (noun.start > unit.start)
        .then(|| reading.name_over(noun.start - 1))
        .flatten()
        .filter(|found| matches!(found.name, Name::Organization(_)));
    let start = body.map_or(noun.start, |found| found.tokens.start);
    let tokens = start..stop;
    // "Resolutions 2231 and 1701" are two, each called a resolution.
    let name =
        reading.phrase(&tokens).replace("esolutions ", "esolution ").replace("UNSCRs ", "UNSCR ");
    let mut referred = Referred::new(ReferenceKind::Resolution, Some(name), tokens);
    referred.identifier = Some(identifier);
    if let Some(Name::Organization(index)) = body.map(|found| found.name) {
        referred.by_sides.push(Side::Organization(index));
    }
    Some(referred)
}

/// The year that a token is.
pub(super) fn year(reading: &Reading<'_>, at: usize) -> Option<i16> {
    let word = reading.word(at);
    word.parse().ok().filter(|year| word.len() == 4 && (1800..2200).contains(year))
}
