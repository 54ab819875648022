//! Trips: the report of one in, where it led and the encounter that it was made for out.

use super::actors::Cast;
use super::counterparts::participants;
use super::encounters::Candidate;
use super::phrases::Phrase;
use super::reading::Reading;
use super::wording::region;
use crate::lexicon::{Class, Form, Name};
use crate::record::{EventType, Mode};

/// "visited X to meet with Y", "was in X for talks with Y": the encounter that a trip was made for.
pub(super) fn purpose(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    trip: &Candidate,
) -> Option<Candidate> {
    let end = reading.units[trip.unit].tokens.end;
    let from = trip.region.end.min(trip.trigger.end + 20).max(trip.trigger.end);
    let to = (trip.trigger.end..end.min(from + 3)).find(|&at| {
        reading.word(at) == "to" && matches!(reading.word(at + 1), "meet" | "hold" | "see")
            || reading.word(at) == "for" && reading.is(at + 1, Class::EncounterNoun)
    })?;
    let with = (to + 1..end.min(to + 6)).find(|&at| reading.word(at) == "with").unwrap_or(to + 1);
    let object = cast.mentions_in(with + 1..end.min(with + 6)).next()?;
    let region = region(reading, to, object.tokens.end, end);
    let kind = (EventType::Meeting, Some(Mode::InPerson));
    let mut candidate = Candidate {
        subject: trip.subject.clone(),
        ..Candidate::new(trip.unit, to..to + 2, Form::Meet, kind, region)
    };
    participants(reading, cast, phrases, &mut candidate, to + 1);
    (!candidate.objects.is_empty()).then_some(candidate)
}

/// The state or place that a trip led to; a body's seat is none.
pub(super) fn destination(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let body = (from..from + 4).find(|&at| {
        reading.capital(at) && reading.is(at, Class::BodyHead)
            || reading
                .name_from(at)
                .is_some_and(|found| matches!(found.name, Name::Organization(_)))
    });
    (from..body.unwrap_or(from + 8)).find(|&at| {
        reading.name_from(at).is_some_and(|found| {
            matches!(found.name, Name::State(_) | Name::Place(_))
                && !reading.possessive(found.tokens.end)
        })
    })
}
