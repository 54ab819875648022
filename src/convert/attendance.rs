//! Who else took part: events and the text in, participants told outside the report of the event added.

use std::ops::Range;

use super::actors::Cast;
use super::events::{Happening, push};
use super::persons::coordinated;
use super::reading::Reading;
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
        for mention in cast.mentions_in(unit.tokens.clone()) {
            let Some(person) = mention.person else { continue };
            if reading.possessive(mention.tokens.end) {
                continue;
            }
            let before =
                mention.tokens.start.saturating_sub(8).max(unit.tokens.start)..mention.tokens.start;
            let by = before.clone().any(|at| {
                matches!(reading.word(at), "joined" | "accompanied" | "attended")
                    && reading.word(at + 1) == "by"
            });
            let after = mention.tokens.end..(mention.tokens.end + 9).min(unit.tokens.end);
            let attends = after.clone().any(|at| {
                matches!(reading.word(at), "attendance")
                    || matches!(
                        reading.word(at),
                        "participated"
                            | "attended"
                            | "joined"
                            | "traveled"
                            | "travelled"
                            | "present"
                    ) && after.clone().take_while(|&b| b < at).all(|b| {
                        matches!(
                            reading.word(b),
                            "also" | "," | "who" | "was" | "were" | "both" | "as" | "well"
                        )
                    })
            });
            if by || attends {
                joins.push((person, mention.tokens.clone(), index <= last + 30));
                // The others of a list that ends here: "A, B and C also travelled".
                let mut end = mention.tokens.start;
                let list: Vec<_> =
                    cast.mentions_in(unit.tokens.start..mention.tokens.start).collect();
                for other in list.into_iter().rev().filter(|_| attends) {
                    if !coordinated(reading, other.tokens.end, end) {
                        break;
                    }
                    end = other.tokens.start;
                    joins.extend(
                        other
                            .person
                            .map(|person| (person, other.tokens.clone(), index <= last + 30)),
                    );
                }
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
