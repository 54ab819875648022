//! Who else took part: events and the text in, participants told outside the report of the event added.

use std::ops::Range;

use super::actors::Cast;
use super::events::{Happening, Part};
use super::persons::{Mention, coordinated};
use super::reading::{Reading, Unit};
use crate::lexicon::Class;
use crate::record::Role;

/// How many sentences behind the report of an event may still tell who attended it.
const NEAR: usize = 30;

/// Adds those whom sentences of attendance and lists of participants name.
pub(super) fn attendance(reading: &Reading<'_>, cast: &Cast, happenings: &mut [Happening]) {
    let Some(main) = happenings.first() else { return };
    let last = main.units.iter().copied().max().unwrap_or(0);
    let mut open = false;
    for (index, unit) in reading.units.iter().enumerate() {
        let Some(sentence) = unit.sentence else { continue };
        let item = reading.document.sentences[sentence].list_item;
        let opens = !item && opens_list(reading, unit);
        let listed = open && !opens && (item || names_one(reading, cast, unit));
        open = opens || open && (item || listed);
        if index <= last + NEAR {
            for part in joins(reading, cast, unit) {
                add(happenings, 0, part);
            }
        }
        let target = told_before(happenings, index);
        if listed {
            // In a list each item begins with who took part; behind that stand others, such as whom they represent.
            let names = cast.mentions_in(unit.tokens.clone()).filter(|m| m.name.is_some());
            for mention in names {
                add_mention(reading, happenings, target, mention, Role::Participant);
            }
        }
        if let Some((from, role)) = roster(reading, cast, unit) {
            for mention in list_from(reading, cast, from..unit.tokens.end) {
                add_mention(reading, happenings, target, mention, role);
            }
            // "Among them were the Ambassadors of Chile, Kenya and Malta"
            let unnamed = cast.mentions_in(from..unit.tokens.end).filter(|mention| {
                mention.name.is_none() && mention.offices.iter().all(|office| office.plural)
            });
            happenings[target].parties.extend(unnamed.flat_map(|mention| &mention.sides));
        }
    }
}

/// The event that a sentence of attendance belongs to: the last one that is reported before it.
fn told_before(happenings: &[Happening], unit: usize) -> usize {
    happenings
        .iter()
        .rposition(|happening| happening.units.iter().any(|&told| told <= unit))
        .unwrap_or(0)
}

fn add_mention(
    reading: &Reading<'_>,
    happenings: &mut [Happening],
    target: usize,
    mention: &Mention,
    role: Role,
) {
    if let Some(person) = mention.person.filter(|_| !reading.possessive(mention.tokens.end)) {
        add(happenings, target, Part { person, role, tokens: mention.tokens.clone() });
    }
}

/// Adds a person who takes part in no event yet; one who does gets the role that is told here.
fn add(happenings: &mut [Happening], target: usize, part: Part) {
    let known = happenings
        .iter_mut()
        .flat_map(|happening| &mut happening.participants)
        .find(|known| known.person == part.person);
    match known {
        Some(known) if known.role == Role::Participant => known.role = part.role,
        Some(_) => {}
        None => happenings[target].participants.push(part),
    }
}

/// "X was joined by A, B and C", "X also participated", "A, B and C also travelled", "X, who was also in attendance".
fn joins(reading: &Reading<'_>, cast: &Cast, unit: &Unit) -> Vec<Part> {
    let mut found = Vec::new();
    let list: Vec<&Mention> = cast.mentions_in(unit.tokens.clone()).collect();
    let mut join = |mention: &Mention| {
        found.extend(mention.person.map(|person| Part {
            person,
            role: Role::Participant,
            tokens: mention.tokens.clone(),
        }));
    };
    for (position, mention) in list.iter().enumerate() {
        if mention.person.is_none() || reading.possessive(mention.tokens.end) {
            continue;
        }
        if joined_by(reading, unit.tokens.start, mention.tokens.start) {
            join(mention);
            let mut end = mention.tokens.end;
            for other in &list[position + 1..] {
                if !coordinated(reading, end, other.tokens.start) {
                    break;
                }
                end = other.tokens.end;
                join(other);
            }
        }
        if attends(reading, mention.tokens.end, unit.tokens.end) {
            join(mention);
            let mut start = mention.tokens.start;
            for other in list[..position].iter().rev() {
                if !coordinated(reading, other.tokens.end, start) {
                    break;
                }
                start = other.tokens.start;
                join(other);
            }
        }
    }
    found
}

/// Whether "joined by" or the like stands shortly before a mention.
fn joined_by(reading: &Reading<'_>, start: usize, mention: usize) -> bool {
    (mention.saturating_sub(8).max(start)..mention).any(|at| {
        reading.is(at, Class::Accompany)
            && (at + 1..mention).any(|by| reading.word(by) == "by")
            && !planned(reading, start, at)
    })
}

/// Whether a mention is the subject of taking part: "X also travelled", "X, who was also in attendance", "X led the
/// delegation".
fn attends(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    let leads = reading.is(from, Class::Led)
        && (from + 1..end.min(from + 6)).any(|at| reading.is(at, Class::Delegation));
    leads
        || (from..(from + 9).min(end)).any(|at| {
            reading.word(at) == "attendance"
                || reading.is(at, Class::Attend)
                    && (from..at).all(|before| {
                        matches!(
                            reading.word(before),
                            "also"
                                | ","
                                | "who"
                                | "was"
                                | "were"
                                | "both"
                                | "as"
                                | "well"
                                | "all"
                                | "took"
                        )
                    })
        })
}

/// Whether a sentence opens a list of those who took part: "The leaders that participated:".
fn opens_list(reading: &Reading<'_>, unit: &Unit) -> bool {
    let told = unit.tokens.clone().any(|at| {
        reading.is(at, Class::Attend)
            || reading.is(at, Class::Attendee)
            || reading.is(at, Class::Include)
            || reading.is(at, Class::Delegation)
    });
    told && unit.tokens.clone().next_back().is_some_and(|at| reading.word(at) == ":")
}

/// Whether a short paragraph is an item of a list though it has no mark: it begins with a person or a state and tells nothing.
fn names_one(reading: &Reading<'_>, cast: &Cast, unit: &Unit) -> bool {
    let tokens = unit.tokens.clone();
    let begins = cast.mentions_in(tokens.start..tokens.start + 1).any(|m| m.name.is_some())
        || reading.name_from(tokens.start).is_some();
    begins
        && tokens.len() < 30
        && tokens.clone().all(|at| reading.capital(at) || reading.cue(at).is_none())
}

/// Where in a sentence those who took part are listed, and their role.
fn roster(reading: &Reading<'_>, cast: &Cast, unit: &Unit) -> Option<(usize, Role)> {
    let tokens = unit.tokens.clone();
    let first = tokens.start;
    let opening = first..tokens.end.min(first + 16);
    let among = |range: Range<usize>, class: Class| range.clone().any(|at| reading.is(at, class));
    // "Joining the President were A and B", "Also present was A", "Participants in the talks included A and B".
    let lists = opening.clone().skip(1).find(|&at| reading.is(at, Class::Include));
    if let Some(at) = lists {
        let told = among(first..at, Class::Attend) || among(first..at, Class::Attendee);
        let exchange = reading.is(at - 1, Class::EncounterNoun) && reading.word(at) == "included";
        // "These included A": only where a person follows at once.
        let pointing = matches!(reading.word(first), "These" | "Those" | "Others")
            && list_from(reading, cast, at + 1..(at + 4).min(tokens.end)).is_empty();
        if (told || exchange) && !pointing && !planned(reading, first, at) {
            return Some((at + 1, Role::Participant));
        }
    }
    if matches!(reading.word(first), "Taking" | "In" | "Also")
        && among(first..first + 3, Class::Attend)
    {
        return Some((first + 2, Role::Participant));
    }
    // "The Chilean delegation was led by A", "The meeting was co-chaired by A and B".
    let led = tokens.clone().find(|&at| {
        reading.is(at, Class::Led) && by(reading, at).is_some() && !planned(reading, first, at)
    })?;
    let behind = by(reading, led)?;
    let delegation = among(led.saturating_sub(8).max(first)..led, Class::Delegation);
    let passive = led > first
        && (matches!(reading.word(led - 1), "was" | "were" | ",") || reading.is_adverb(led - 1))
        && (first..led).any(|at| reading.is_lowered(at, Class::EncounterNoun));
    let role = match reading.word(led) {
        "chaired" if delegation => Role::CoChair,
        "chaired" if passive => Role::Chair,
        "co-chaired" if passive => Role::CoChair,
        "hosted" if passive => Role::Host,
        _ => Role::Participant,
    };
    (delegation || passive).then_some((behind, role))
}

/// The token behind "by" that belongs to a participle: "led by", "chaired jointly by".
fn by(reading: &Reading<'_>, participle: usize) -> Option<usize> {
    (participle + 1..participle + 3).find(|&at| reading.word(at) == "by").map(|at| at + 1)
}

/// "will be led by", "to be attended by": what has not taken place.
fn planned(reading: &Reading<'_>, first: usize, at: usize) -> bool {
    (at.saturating_sub(3).max(first)..at)
        .any(|back| matches!(reading.word(back), "will" | "would" | "to" | "be" | "not"))
}

/// The persons of a list that begins within a few tokens, up to where another sentence part begins.
fn list_from<'c>(reading: &Reading<'_>, cast: &'c Cast, tokens: Range<usize>) -> Vec<&'c Mention> {
    let mut listed: Vec<&Mention> = Vec::new();
    let mut end = tokens.start;
    for mention in cast.mentions_in(tokens.clone()) {
        let between = end..mention.tokens.start;
        let goes_on = between.len() <= 12
            && between.clone().all(|at| reading.cue(at).is_none())
            && between.clone().all(|at| !matches!(reading.word(at), "to" | "that" | "about"));
        if !goes_on {
            break;
        }
        end = mention.tokens.end;
        listed.push(mention);
    }
    listed.retain(|mention| mention.name.is_some());
    listed
}
