//! The integrity rules: what must hold between the parts of a record and no schema language can say. One rule a file.

mod cue_mismatch;
mod dangling_id;
mod date_after_publication;
mod digest_mismatch;
mod duplicate_id;
mod empty_span;
mod identity_mismatch;
mod impossible_date;
mod malformed_id;
mod part_out_of_range;
mod party_missing;
mod represents_chain;
mod reversed_interval;
mod span_outside_text;
mod speaker_mismatch;
mod text_mismatch;
mod unassigned_code;
mod unsorted;
mod wrong_kind;

use super::facts::Facts;
use super::path::Path;
use crate::diagnostic::{Code, Diagnostic};
use crate::record::{Date, Readout};

/// A rule: a record in, what is wrong with it out. Each takes time linear in the record.
pub(super) type Rule = fn(&Facts<'_>, &mut Vec<Diagnostic>);

/// All integrity rules, with the code of what each finds.
pub(super) const RULES: &[(Code, Rule)] = &[
    (Code::CueMismatch, cue_mismatch::check),
    (Code::DanglingId, dangling_id::check),
    (Code::DateAfterPublication, date_after_publication::check),
    (Code::DigestMismatch, digest_mismatch::check),
    (Code::DuplicateId, duplicate_id::check),
    (Code::EmptySpan, empty_span::check),
    (Code::IdentityMismatch, identity_mismatch::check),
    (Code::ImpossibleDate, impossible_date::check),
    (Code::MalformedId, malformed_id::check),
    (Code::PartOutOfRange, part_out_of_range::check),
    (Code::PartyMissing, party_missing::check),
    (Code::RepresentsChain, represents_chain::check),
    (Code::ReversedInterval, reversed_interval::check),
    (Code::SpanOutsideText, span_outside_text::check),
    (Code::SpeakerMismatch, speaker_mismatch::check),
    (Code::TextMismatch, text_mismatch::check),
    (Code::UnassignedCode, unassigned_code::check),
    (Code::Unsorted, unsorted::check),
    (Code::WrongKind, wrong_kind::check),
];

/// A finding about a place in the record.
fn finding(code: Code, at: Path, message: String) -> Diagnostic {
    Diagnostic::new(code, message).pointing_to(at.to_string())
}

/// Every date of a record with its place.
fn dates(readout: &Readout) -> impl Iterator<Item = (Path, Date)> + '_ {
    let published =
        readout.source.published.map(|date| (Path::of("source").key("published"), date));
    let events = readout.events.iter().enumerate().filter_map(|(index, event)| {
        Some((Path::of("events").index(index).key("date"), event.date?))
    });
    let references = readout.references.iter().enumerate().filter_map(|(index, reference)| {
        Some((Path::of("references").index(index).key("date"), reference.date?))
    });
    published.into_iter().chain(events).chain(references)
}

/// First and last day of a date, if its year is known and the calendar has them.
fn bounds(date: Date) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    let day = |(year, month, day): (i16, u8, u8)| {
        jiff::civil::Date::new(year, month.cast_signed(), day.cast_signed()).ok()
    };
    match date {
        Date::Year(year) => Some((day((year, 1, 1))?, day((year, 12, 31))?)),
        Date::Month(year, month) => {
            let first = day((year, month, 1))?;
            Some((first, first.last_of_month()))
        }
        Date::Day(..) | Date::Interval(..) => {
            let (first, last) = date.days()?;
            Some((day(first)?, day(last)?))
        }
        Date::YearlessDay(..) => None,
    }
}
