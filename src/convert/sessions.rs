//! Reports whose subject is the exchange itself: "The 12th round of the X-Y Consultations was held in CITY", a sentence in, a
//! candidate for an event out.

use std::ops::Range;

use super::actors::Cast;
use super::counterparts::{participants, separate};
use super::encounters::Candidate;
use super::event_names::event_name;
use super::persons::{Side, coordinated};
use super::phrases::Phrase;
use super::reading::Reading;
use super::wording::{modality, strongest_noun};
use crate::lexicon::{Class, Encounter, Form, Name, Tense};
use crate::record::{EventType, Mode};

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
    if is_relative(reading, verb.start) || reading.is(verb.start.saturating_sub(1), Class::Modal) {
        return None;
    }
    // "The talks began with a word of thanks" tells how they went; what opens an account tells that they took place.
    let begins = verb.len() == 1 && !reading.units[unit].sentence.is_none_or(|at| at == 0);
    if begins {
        return None;
    }
    let (noun, encounter) = subject_noun(reading, cast, tokens.start, verb.start)?;
    let kind = modality(reading, encounter.event_type?, encounter.mode, tokens.clone());
    let name = event_name(reading, cast, tokens.start..verb.start);
    let trigger = noun.start..verb.end;
    let candidate =
        Candidate { name, ..Candidate::new(unit, trigger, Form::TakePlace, kind, tokens) };
    Some(session(reading, cast, phrases, candidate, noun.end))
}

/// "CITY hosted the 2nd meeting of the Joint Commission of A and B": the exchange that a city saw.
pub(super) fn hosted(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    unit: usize,
    verb: Range<usize>,
) -> Option<Candidate> {
    let tokens = reading.units[unit].tokens.clone();
    let limit = tokens.end.min(verb.end + 30);
    let (noun, encounter) =
        strongest_noun(reading, cast, verb.end..limit, tokens.end, |at, found| {
            found && matches!(reading.word(at), "with" | "between" | "in" | "at" | ",")
        })?;
    let kind = modality(reading, encounter.event_type?, encounter.mode, tokens.clone());
    let name = event_name(reading, cast, verb.end..tokens.end);
    let candidate = Candidate { name, ..Candidate::new(unit, verb, Form::TakePlace, kind, tokens) };
    Some(session(reading, cast, phrases, candidate, noun.start))
}

/// "A memorandum was signed between the Ministries of A and B", "… by X and Y": a signing told by what was signed.
pub(super) fn signed(
    reading: &Reading<'_>,
    cast: &Cast,
    unit: usize,
    verb: Range<usize>,
) -> Option<Candidate> {
    let tokens = reading.units[unit].tokens.clone();
    let text = (tokens.start..verb.start).any(|at| is_text(reading, at..verb.start));
    // "the agreement that was signed", "as was signed"
    if is_relative(reading, verb.start) || !text {
        return None;
    }
    let kind = (EventType::Signing, Some(Mode::InPerson));
    let mut candidate = Candidate {
        passive: true,
        ..Candidate::new(unit, verb.clone(), Form::Sign, kind, tokens.clone())
    };
    for by in (verb.end..tokens.end).filter(|&at| reading.word(at) == "by") {
        let mut end = by + 1;
        for mention in cast.mentions_in(by + 1..tokens.end) {
            if mention.tokens.start > end + 3 && !coordinated(reading, end, mention.tokens.start) {
                break;
            }
            end = mention.tokens.end;
            candidate.objects.extend(mention.person.map(|person| (person, mention.tokens.clone())));
        }
    }
    for between in tokens.clone().filter(|&at| reading.word(at) == "between") {
        candidate.groups.extend(between_sides(reading, between + 1..tokens.end));
    }
    candidate.groups.sort_unstable();
    candidate.groups.dedup();
    candidate.weak = candidate.objects.is_empty();
    Some(candidate)
}

/// Whether a verb is that of a relative clause or a comparison, and so not what its sentence reports.
fn is_relative(reading: &Reading<'_>, verb: usize) -> bool {
    matches!(reading.word(verb.saturating_sub(1)), "which" | "that" | "who" | "as")
}

/// Whether a noun for something that is signed begins a range: "Memorandum of Understanding", "agreement".
fn is_text(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let mut word = reading.word(tokens.start).to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    reading.reference_noun(tokens).is_some()
        || reading.lexicon.reference_nouns.word(reading.lexicon.words.id(&word)).is_some()
}

/// A session with all whom its sentence names.
fn session(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    mut candidate: Candidate,
    from: usize,
) -> Candidate {
    let tokens = candidate.region.clone();
    let chaired = |words: &[&str]| {
        (from..tokens.end).find(|&at| {
            words.contains(&reading.word(at)) && matches!(reading.word(at + 1), "by" | "between")
        })
    };
    // "the 19th session of the A/B Joint Commission": a standing body of the two.
    let named = candidate.name.clone().unwrap_or(0..0);
    let standing = |at: usize| {
        matches!(
            reading.word(at),
            "Commission" | "Committee" | "Group" | "Consultation" | "Consultations"
        )
    };
    if matches!(candidate.event_type, EventType::Conference | EventType::Meeting)
        && named.clone().any(standing)
        && named.clone().any(|at| {
            matches!(
                reading.word(at),
                "Joint" | "Mixed" | "Bilateral" | "Intergovernmental" | "Permanent"
            )
        })
    {
        candidate.event_type = EventType::Consultation;
    }
    if chaired(&["co-chaired", "cochaired", "co-led"]).is_some() {
        candidate.form = Form::CoChair;
    }
    participants(reading, cast, phrases, &mut candidate, from);
    for at in (from..tokens.end).filter(|&at| matches!(reading.word(at), "between" | "of")) {
        let sides = between_sides(reading, at + 1..tokens.end);
        if reading.word(at) == "between" || sides.len() > 1 {
            candidate.groups.extend(sides);
        }
    }
    candidate.groups.sort_unstable();
    candidate.groups.dedup();
    candidate.separate = separate(reading, cast, &candidate);
    candidate
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
        reported =
            !reading.capital(at) && reading.cue(at).is_some_and(|cue| cue.tense == Tense::Past);
        reported
    });
    strongest.filter(|(_, encounter)| !reported && encounter.event_type.is_some())
}
