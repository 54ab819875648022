//! Reports whose subject is the exchange itself: "The 12th round of the X-Y Consultations was held in CITY", a sentence in, a
//! candidate for an event out.

use std::ops::Range;

use super::actors::Cast;
use super::counterparts::{participants, separate};
use super::encounters::Candidate;
use super::event_names::event_name;
use super::persons::Side;
use super::phrases::Phrase;
use super::reading::Reading;
use super::wording::{modality, strongest_noun};
use crate::lexicon::{Class, Encounter, Form, Name, Tense};

/// The exchange that "was held", "took place" at a verb, with all whom the sentence names.
pub(super) fn held(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    unit: usize,
    verb: Range<usize>,
) -> Option<Candidate> {
    let tokens = reading.units[unit].tokens.clone();
    // "the talks which took place in Geneva", "will be held", "as was held": not what the sentence reports.
    let before = reading.word(verb.start.saturating_sub(1));
    let relative = matches!(before, "which" | "that" | "who" | "as");
    if relative || reading.is(verb.start.saturating_sub(1), Class::Modal) {
        return None;
    }
    let (noun, encounter) = subject_noun(reading, cast, tokens.start, verb.start)?;
    let region = tokens.start..tokens.end;
    let kind = modality(reading, encounter.event_type?, encounter.mode, region.clone());
    let chaired = |words: &[&str]| {
        (noun.end..tokens.end).find(|&at| {
            words.contains(&reading.word(at)) && matches!(reading.word(at + 1), "by" | "between")
        })
    };
    let form = if chaired(&["co-chaired", "cochaired", "co-led"]).is_some() {
        Form::CoChair
    } else {
        Form::TakePlace
    };
    let mut candidate = Candidate {
        name: event_name(reading, cast, tokens.start..verb.start),
        ..Candidate::new(unit, noun.start..verb.end, form, kind, region)
    };
    participants(reading, cast, phrases, &mut candidate, noun.end);
    for between in (noun.start..tokens.end).filter(|&at| reading.word(at) == "between") {
        candidate.groups.extend(between_sides(reading, between + 1..tokens.end));
    }
    candidate.groups.sort_unstable();
    candidate.groups.dedup();
    candidate.separate = separate(reading, &candidate);
    Some(candidate)
}

/// The sides in "between the Ministries of Foreign Affairs of X and Y".
fn between_sides(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<Side> {
    let lexicon = reading.lexicon;
    let stop = |at: &usize| {
        matches!(reading.word(*at), "in" | "at" | "on" | "," | "." | "took")
            || reading.is(*at, Class::Auxiliary)
    };
    let end = tokens.clone().find(stop).unwrap_or(tokens.end);
    reading
        .names_in(tokens.start..end)
        .filter_map(|found| match found.name {
            Name::State(state) | Name::Demonym(state) => Some(Side::State(state)),
            Name::Organization(body) => {
                let state = lexicon.state_index(&lexicon.organizations[body as usize].state);
                state.map(Side::State).or_else(|| {
                    lexicon.organizations[body as usize].party.then_some(Side::Organization(body))
                })
            }
            _ => None,
        })
        .collect()
}

/// The noun of exchange that is the subject of a verb: the strongest before it, where no other report stands between.
fn subject_noun(
    reading: &Reading<'_>,
    cast: &Cast,
    start: usize,
    verb: usize,
) -> Option<(Range<usize>, Encounter)> {
    let mut reported = false;
    let strongest = strongest_noun(reading, cast, start..verb, verb, |at, _| {
        reported = !reading.capital(at)
            && reading.lexicon.cue(reading.word(at)).is_some_and(|cue| cue.tense == Tense::Past);
        reported
    });
    strongest.filter(|(_, encounter)| !reported && encounter.event_type.is_some())
}
