//! Who else took part: events and the text in, participants told outside the report of the event added.

use std::ops::Range;

use super::actors::Cast;
use super::events::{Happening, push};
use super::persons::coordinated;
use super::reading::Reading;
use crate::lexicon::Class;
use crate::record::Role;

/// "X joined the call", "X also participated", "who was also in attendance".
pub(super) fn joined(reading: &Reading<'_>, cast: &Cast, happenings: &mut [Happening]) {
    let Some(main) = happenings.first() else { return };
    let last = main.units.iter().copied().max().unwrap_or(0);
    let mut joins: Vec<(usize, Range<usize>, bool)> = Vec::new();
    for (index, unit) in reading.units.iter().enumerate() {
        if unit.sentence.is_none() {
            continue;
        }
        let near = index <= last + 30;
        let list: Vec<_> = cast.mentions_in(unit.tokens.clone()).collect();
        for (position, mention) in list.iter().enumerate() {
            let Some(person) = mention.person else { continue };
            if reading.possessive(mention.tokens.end) {
                continue;
            }
            let by = joined_by(reading, unit.tokens.start, mention.tokens.start);
            let attends = attends(reading, mention.tokens.end, unit.tokens.end);
            if !by && !attends {
                continue;
            }
            joins.push((person, mention.tokens.clone(), near));
            // The others of a list: "joined by A, B and C", "A, B and C also travelled".
            let (before, behind) = list.split_at(position);
            let listed = if by { behind[1..].iter() } else { [].iter() };
            let mut end = mention.tokens.end;
            for other in listed {
                if !coordinated(reading, end, other.tokens.start) {
                    break;
                }
                end = other.tokens.end;
                joins.extend(other.person.map(|person| (person, other.tokens.clone(), near)));
            }
            let mut start = mention.tokens.start;
            for other in before.iter().rev().filter(|_| attends) {
                if !coordinated(reading, other.tokens.end, start) {
                    break;
                }
                start = other.tokens.start;
                joins.extend(other.person.map(|person| (person, other.tokens.clone(), near)));
            }
        }
    }
    for (person, tokens, near) in joins {
        if near
            && !happenings.iter().any(|h| h.participants.iter().any(|part| part.person == person))
        {
            push(&mut happenings[0].participants, person, Role::Participant, tokens);
        }
    }
}

/// Whether "joined by" or the like stands shortly before a mention.
fn joined_by(reading: &Reading<'_>, start: usize, mention: usize) -> bool {
    (mention.saturating_sub(8).max(start)..mention).any(|at| {
        reading.is(at, Class::Accompany)
            && matches!(reading.word(at + 1), "by" | "in")
            && (at + 1..mention).any(|by| reading.word(by) == "by")
    })
}

/// Whether a mention is the subject of taking part: "X also travelled", "X, who was also in attendance".
fn attends(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    (from..(from + 9).min(end)).any(|at| {
        reading.word(at) == "attendance"
            || reading.is(at, Class::Attend)
                && (from..at).all(|before| {
                    matches!(
                        reading.word(before),
                        "also" | "," | "who" | "was" | "were" | "both" | "as" | "well" | "all"
                    )
                })
    })
}

/// Lists of participants: "The leaders that participated:" with bullets, "Additional representatives included A, B and C".
pub(super) fn listed(reading: &Reading<'_>, cast: &Cast, happenings: &mut [Happening]) {
    let lead = |at: usize| {
        matches!(
            reading.word(at),
            "participated"
                | "attended"
                | "participants"
                | "Participants"
                | "attendees"
                | "Attendees"
                | "representatives"
                | "included"
                | "participating"
        )
    };
    let mut open = false;
    for unit in &reading.units {
        let Some(sentence) = unit.sentence else { continue };
        let item = reading.document.sentences[sentence].list_item;
        let text = &reading.document.text[reading.document.sentences[sentence].span.clone()];
        let first = unit.tokens.start;
        let takes_part = matches!(
            (reading.word(first), reading.word(first + 1)),
            ("Taking", "part") | ("Also", "present") | ("Also", "attending") | ("In", "attendance")
        );
        let includes = takes_part
            || unit.tokens.clone().take(12).any(|at| {
                matches!(
                    reading.word(at),
                    "representatives" | "participants" | "attendees" | "Participants"
                )
            }) && unit
                .tokens
                .clone()
                .take(16)
                .any(|at| matches!(reading.word(at), "included" | "were" | "include"));
        if !item {
            open = text.trim_end().ends_with(':') && unit.tokens.clone().any(lead);
        }
        if (item && open) || includes {
            for mention in cast.mentions_in(unit.tokens.clone()) {
                if let Some(person) = mention.person.filter(|_| mention.name.is_some()) {
                    let target = happenings.len() - 1;
                    if happenings
                        .iter()
                        .all(|h| h.participants.iter().all(|part| part.person != person))
                    {
                        push(
                            &mut happenings[target].participants,
                            person,
                            Role::Participant,
                            mention.tokens.clone(),
                        );
                    }
                }
            }
        }
    }
}
