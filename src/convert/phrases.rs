//! Noun phrases that can be the subject of a report: tokens and mentions in, phrases with whom they mean out.

use std::ops::Range;

use super::actors::Cast;
use super::groups::{
    assembly, counted, head_of_diplomacy, host_and_guest, members, named_group, other, reports,
    styled,
};
use super::persons::{Mention, Side, coordinated};
use super::reading::Reading;
use crate::lexicon::{Class, Name};

/// Whom a noun phrase means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    /// Named persons, or titles that mean them.
    Persons(Vec<usize>),
    /// An office that nobody named holds: "the President" where the text names none. Its token and state.
    Office(usize, Option<Side>),
    /// One state or organisation, or its people: "China", "the Russian side", "U.S. officials".
    Side(Side),
    /// Several states or organisations together.
    Sides(Vec<Side>),
    /// All sides: "the two leaders".
    Joint,
    /// "he", "she".
    Singular,
    /// "they", "both".
    Plural,
    /// "his counterpart", "the latter": the other of two.
    Other,
    /// "I".
    Me,
    /// "we".
    We,
    /// "It", in "It was agreed".
    It,
}

/// A noun phrase and whom it means.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub(super) tokens: Range<usize>,
    pub(super) who: Who,
}

/// The noun phrases of a stretch of tokens, in order.
pub(super) fn phrases(reading: &Reading<'_>, cast: &Cast, tokens: Range<usize>) -> Vec<Phrase> {
    let mut simple: Vec<Phrase> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        match phrase_at(reading, cast, at, tokens.start, tokens.end) {
            Some(phrase) => {
                at = phrase.tokens.end.max(at + 1);
                simple.push(phrase);
            }
            None => at += 1,
        }
    }
    join(reading, &simple)
}

fn phrase_at(
    reading: &Reading<'_>,
    cast: &Cast,
    at: usize,
    start: usize,
    end: usize,
) -> Option<Phrase> {
    if let Some(phrase) = head_of_diplomacy(reading, at) {
        return Some(phrase);
    }
    if let Some(tokens) = members(reading, at, end) {
        return Some(Phrase { tokens, who: Who::Joint });
    }
    if let Some(mention) = cast.mentions_in(at..at + 1).next() {
        let tokens = mention.tokens.clone();
        if reading.possessive(tokens.end) {
            return None; // "President Biden's commitment" is about him, but not he
        }
        return Some(match mention.person {
            Some(person) => sharing_title(reading, cast, mention, person, end),
            None => {
                let office = mention.offices.first()?;
                // "The deputy foreign ministers": no deputy alone.
                if !reading.capital(office.head)
                    && let Some(all) =
                        joint(reading, at, start, end).filter(|all| all.tokens.end > tokens.end)
                {
                    return Some(all);
                }
                if office.plural {
                    return Some(
                        holders(reading, cast, office, tokens.clone())
                            .unwrap_or_else(|| joint_or_side(reading, at, tokens)),
                    );
                }
                let side = mention.sides.first().copied();
                let other = side.is_none() && reading.is(office.head, Class::Counterpart);
                let who = if other { Who::Other } else { Who::Office(office.head, side) };
                Phrase { tokens, who }
            }
        });
    }
    if at > start && !begins(reading, at) {
        return None;
    }
    if let Some(phrase) = styled(reading, cast, at) {
        return Some(phrase);
    }
    let word = reading.word(at);
    let pronoun = match word {
        "he" | "He" | "she" | "She" => Some(Who::Singular),
        "they" | "They" | "Both" | "both" | "All" | "all" => Some(Who::Plural),
        "I" => Some(Who::Me),
        "we" | "We" => Some(Who::We),
        "It" | "it" => Some(Who::It),
        _ => None,
    };
    if matches!(pronoun, Some(Who::We)) && matches!(reading.word(at + 1), "both" | "all") {
        return Some(Phrase { tokens: at..at + 1, who: Who::Joint });
    }
    if let Some(who) = pronoun
        && (!matches!(word, "Both" | "both" | "All" | "all") || !joint_follows(reading, at, end))
    {
        return Some(Phrase { tokens: at..at + 1, who });
    }
    // "Host and guest agreed", "The host and the guest"
    if let Some(tokens) = host_and_guest(reading, at) {
        return Some(Phrase { tokens, who: Who::Joint });
    }
    if let Some(tokens) = other(reading, at, end) {
        return Some(Phrase { tokens, who: Who::Other });
    }
    if let Some(side) = side_at(reading, at, end) {
        return Some(side);
    }
    joint(reading, at, start, end)
        .or_else(|| counted(reading, at))
        .or_else(|| assembly(reading, at, start))
        .or_else(|| named_group(reading, at, start))
}

/// Whether a noun phrase without a mention of a person can begin at a token inside a sentence: most words begin none.
fn begins(reading: &Reading<'_>, at: usize) -> bool {
    const OPENERS: u128 = Class::Leading as u128
        | Class::SideOf as u128
        | Class::JointDeterminer as u128
        | Class::JointNoun as u128;
    reading.capital(at)
        || reading.is_any(at, OPENERS)
        || reading.name_from(at).is_some()
        || matches!(
            reading.word(at),
            "the"
                | "he"
                | "she"
                | "it"
                | "they"
                | "we"
                | "his"
                | "her"
                | "both"
                | "all"
                | "host"
                | "hosts"
        )
}

/// "Senior Directors A and B": all who share a title in the plural are one phrase.
fn sharing_title(
    reading: &Reading<'_>,
    cast: &Cast,
    mention: &Mention,
    person: usize,
    end: usize,
) -> Phrase {
    let mut tokens = mention.tokens.clone();
    let mut persons = vec![person];
    let shared = |mention: &Mention| {
        mention.offices.first().filter(|office| office.plural).map(|office| office.title.clone())
    };
    if let Some(title) = shared(mention).filter(|_| mention.name.is_some()) {
        for other in cast.mentions_in(tokens.end..end) {
            let joined = coordinated(reading, tokens.end, other.tokens.start);
            let Some(more) =
                other.person.filter(|_| joined && shared(other) == Some(title.clone()))
            else {
                break;
            };
            persons.push(more);
            tokens.end = other.tokens.end;
        }
    }
    Phrase { tokens, who: Who::Persons(persons) }
}

/// No readout speaks of so many persons by one office.
const MANY: usize = 60;

/// "the Baltic foreign ministers": the persons who hold the office, where not all persons of the readout do.
fn holders(
    reading: &Reading<'_>,
    cast: &Cast,
    office: &super::offices::OfficePhrase,
    tokens: Range<usize>,
) -> Option<Phrase> {
    let wanted = super::actors::core(reading, office);
    let ministers = wanted.last().is_some_and(|head| head == "minister");
    let persons =
        cast.held.holders(wanted.last()?, |core| core.words == wanted || ministers && core.foreign);
    // A Foreign Secretary is one of "the Ministers".
    let secretary = |index: usize| {
        !persons.contains(&index)
            && cast.held.of(index).iter().any(|core| core.foreign && !core.words.is_empty())
    };
    let left_out = ministers && (0..cast.persons.len()).any(secretary);
    (persons.len() > 1 && persons.len() < cast.known.min(MANY) && !left_out)
        .then_some(Phrase { tokens, who: Who::Persons(persons) })
}

/// Whether a joint noun follows "both" or "all" so that they belong to it: "both sides", "all the leaders".
fn joint_follows(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    (at + 1..(at + 5).min(end))
        .take_while(|&next| {
            !reading.capital(next)
                || reading.is(next, Class::JointNoun)
                || reading.name_over(next).is_some()
        })
        .any(|next| {
            reading.is(next, Class::JointNoun)
                || is_joint_title(reading, next)
                || reading.name_over(next).is_some()
        })
}

fn is_joint_title(reading: &Reading<'_>, at: usize) -> bool {
    reading.capital(at) && reading.is_lowered(at, Class::JointNoun)
}

pub(super) fn joint_noun(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Class::JointNoun) || is_joint_title(reading, at)
}

/// "the leaders", "both sides", "Participants", "the presidents of the two countries"; not "senior Ukrainian officials".
fn joint(reading: &Reading<'_>, at: usize, start: usize, end: usize) -> Option<Phrase> {
    // Find the noun: determiners, numbers and up to four adjectives before it.
    let mut noun = at;
    let opens = matches!(reading.word(at), "the" | "The")
        || reading.is(at, Class::JointDeterminer)
        || (joint_noun(reading, at) && (at == start || opens_clause(reading, at)));
    if !opens {
        return None;
    }
    while noun < end && noun < at + 6 && !joint_noun(reading, noun) {
        let word = reading.word(noun);
        let inner = noun == at
            || matches!(word, "the" | "of" | "their" | "our" | "respective" | "-" | "and")
            || reading.is(noun, Class::JointDeterminer)
            || (!reading.capital(noun)
                && reading.cue(noun).is_none()
                && word.chars().all(char::is_alphabetic))
            || reading.is(noun, Class::OfficePart)
            || reading.name_over(noun).is_some();
        if !inner {
            return None;
        }
        noun += 1;
    }
    if noun >= end || !joint_noun(reading, noun) {
        return None;
    }
    // "security advisors", "foreign ministers", "heads of state": the last noun of the phrase.
    let mut stop = noun + 1;
    while stop < end && joint_noun(reading, stop) {
        stop += 1;
    }
    if reading.possessive(stop) {
        return None;
    }
    let phrase = joint_or_side(reading, at, at..stop);
    let Phrase { tokens, who } = phrase;
    let stop = attached(reading, tokens.end, end);
    Some(Phrase { tokens: at..stop, who })
}

/// A joint noun without a determiner begins a clause only after a comma or a conjunction.
fn opens_clause(reading: &Reading<'_>, at: usize) -> bool {
    at > 0 && matches!(reading.word(at - 1), "," | "and" | ":" | ";" | "meeting" | "—" | "–")
}

/// Whom a plural noun phrase means: all, unless the words before the noun name one side.
fn joint_or_side(reading: &Reading<'_>, at: usize, tokens: Range<usize>) -> Phrase {
    let mut sides: Vec<Side> = reading
        .names_in(at..tokens.end)
        .filter_map(|found| match found.name {
            Name::State(state) | Name::Demonym(state) => Some(Side::State(state)),
            _ => None,
        })
        .collect();
    sides.dedup();
    let who = match sides.len() {
        0 => Who::Joint,
        1 if matches!(
            reading.word(tokens.end.saturating_sub(1)),
            "leaders" | "officials" | "ministers" | "representatives" | "sides" | "parties"
        ) || tokens.len() > 1 =>
        {
            Who::Side(sides[0])
        }
        _ => Who::Sides(sides),
    };
    Phrase { tokens, who }
}

/// What is attached behind a joint noun: "of the two countries", "of Russia and China", "at the meeting".
fn attached(reading: &Reading<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    if !matches!(reading.word(at), "of" | "from" | "at") {
        return from;
    }
    at += 1;
    while at < end && at < from + 9 {
        let word = reading.word(at);
        let inner = matches!(
            word,
            "the"
                | "their"
                | "our"
                | "and"
                | ","
                | "state"
                | "State"
                | "government"
                | "Government"
                | "or"
                | "foreign"
                | "ministries"
        ) || reading.is(at, Class::JointDeterminer)
            || joint_noun(reading, at)
            || reading.is(at, Class::EncounterNoun)
            || reading.name_over(at).is_some();
        if !inner {
            break;
        }
        at += 1;
    }
    // A list mark at the end is not attached.
    while at > from && matches!(reading.word(at - 1), "and" | "," | "of" | "the" | "foreign") {
        at -= 1;
    }
    at
}

/// "China", "the Chinese side", "the Government of Ukraine", "U.S. officials", "NATO".
fn side_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<Phrase> {
    let mut begin = at + usize::from(matches!(reading.word(at), "the" | "The"));
    begin += usize::from(reading.is(begin, Class::Leading));
    // "the Government of Ukraine", "the people of the Netherlands", "the delegation of Japan"
    if reading.is(begin, Class::SideOf) && reading.word(begin + 1) == "of" {
        let name = begin + 2 + usize::from(reading.word(begin + 2) == "the");
        if let Some(found) = reading.name_from(name)
            && let Name::State(state) = found.name
        {
            let tokens = at..found.tokens.end;
            return (!reading.possessive(tokens.end))
                .then_some(Phrase { tokens, who: Who::Side(Side::State(state)) });
        }
    }
    // "The delegation" alone is the publisher's.
    if let (true, "delegation", Some(home)) = (begin > at, reading.word(begin), reading.home)
        && !reading.possessive(begin + 1)
        && reading.word(begin + 1) != "of"
    {
        return Some(Phrase { tokens: at..begin + 1, who: Who::Side(home) });
    }
    let found = reading.name_from(begin)?;
    let mut stop = found.tokens.end;
    if reading.possessive(stop) {
        // "Ukraine's side", "China's leadership"
        if !matches!(
            reading.word(stop + 1),
            "side" | "delegation" | "leadership" | "government" | "representatives"
        ) {
            return None;
        }
        stop += 1;
    }
    // "the Swedish top diplomat"
    if reading.is(stop, Class::Leading) && reading.is(stop + 1, Class::SideNoun) {
        stop += 1;
    }
    let group = reading.is(stop, Class::SideNoun) || reading.is(stop, Class::JointNoun);
    if let (Name::Demonym(first) | Name::State(first), "and") = (found.name, reading.word(stop)) {
        // "Mexican and U.S. officials"
        if let Some(second) = reading.name_from(stop + 1)
            && let (Name::Demonym(other) | Name::State(other), true) =
                (second.name, reading.is(second.tokens.end, Class::JointNoun))
        {
            let tokens = at..second.tokens.end + 1;
            return Some(Phrase {
                tokens,
                who: Who::Sides(vec![Side::State(first), Side::State(other)]),
            });
        }
    }
    let side = match found.name {
        Name::State(state) => Side::State(state),
        Name::Demonym(state) if group || begin > at && reports(reading, stop) => Side::State(state),
        Name::Organization(body) => Side::Organization(body),
        Name::Place(place) => {
            // A capital that acts stands for its government: "Beijing is ready".
            let country = &reading.lexicon.places[place as usize].country;
            let capital = reading.lexicon.places[place as usize].kind == "capital";
            Side::State(reading.lexicon.state_index(country).filter(|_| capital)?)
        }
        _ => return None,
    };
    if group {
        stop += 1;
    } else if reading.word(stop) == "-"
        || (stop < end && reading.capital(stop) && reading.name_over(stop).is_none())
    {
        return None; // "China-Russia relations", "Russia Day"
    }
    let who = if let Side::Organization(body) = side {
        Who::Side(super::sides::represented(reading.lexicon, body))
    } else {
        Who::Side(side)
    };
    Some(Phrase { tokens: at..stop, who })
}

/// Joins "A and B" and "A, B and C" into one phrase. A comma before "and" between just two is the border of a clause.
fn join(reading: &Reading<'_>, simple: &[Phrase]) -> Vec<Phrase> {
    let mut joined: Vec<Phrase> = Vec::new();
    let mut index = 0;
    while index < simple.len() {
        let mut last = index;
        let mut closed = false;
        while last + 1 < simple.len()
            && !closed
            && !matches!(
                simple[last].who,
                Who::Singular | Who::Plural | Who::Me | Who::We | Who::It
            )
        {
            let between = simple[last].tokens.end..simple[last + 1].tokens.start;
            // "and Dato' Karim": an honorific that is no part of the name.
            let marks: Vec<&str> = between
                .clone()
                .filter(|&at| {
                    !reading.is(at, Class::Honorific) && !matches!(reading.word(at), "'" | "’")
                })
                .map(|at| reading.word(at))
                .collect();
            let next_is_pronoun =
                matches!(simple[last + 1].who, Who::Plural | Who::Me | Who::We | Who::It);
            match marks.as_slice() {
                _ if next_is_pronoun => break,
                ["and" | "with"] => closed = true,
                ["together" | "along" | "jointly", "with"] | ["as", "well", "as"] => closed = true,
                [",", "and"] | [";", "and"] if last > index => closed = true,
                ["," | ";"] if list_goes_on(reading, simple, last + 1) => {}
                _ => break,
            }
            last += 1;
        }
        if last > index {
            let parts = &simple[index..=last];
            joined.push(Phrase {
                tokens: parts[0].tokens.start..parts[parts.len() - 1].tokens.end,
                who: together(parts),
            });
        } else {
            joined.push(simple[index].clone());
        }
        index = last + 1;
    }
    // "Mr. Sullivan and his counterparts", "the Vice President and the leaders", "X and his team"
    for phrase in &mut joined {
        let next = phrase.tokens.end;
        // "the Prime Minister and President discussed"
        let title = (next + 1..next + 5)
            .take_while(|&at| {
                reading.is(at, Class::OfficeHead) || reading.is(at, Class::OfficePart)
            })
            .last()
            .filter(|&head| {
                reading.is(head, Class::OfficeHead)
                    && reading.word(head + 1).starts_with(char::is_lowercase)
            });
        if let (Some(head), "and", Who::Persons(_) | Who::Office(..)) =
            (title, reading.word(next), &phrase.who)
        {
            phrase.tokens.end = head + 1;
            phrase.who = Who::Joint;
            continue;
        }
        // "The President and business leaders agreed"
        let plain = matches!(phrase.who, Who::Persons(_) | Who::Office(..))
            && (next + 1..next + 4)
                .find(|&at| joint_noun(reading, at))
                .is_some_and(|noun| reports(reading, noun + 1));
        if reading.word(next) == "and"
            && (plain || matches!(reading.word(next + 1), "his" | "her" | "their" | "the"))
        {
            let mut noun = next + 1 + usize::from(!plain);
            while noun < next + 6
                && !reading.capital(noun)
                && !joint_noun(reading, noun)
                && !matches!(reading.word(noun), "team" | "counterpart" | "," | ".")
            {
                noun += 1;
            }
            if reading.word(noun) == "team" || reading.word(noun) == "delegation" {
                phrase.tokens.end = noun + 1;
            } else if joint_noun(reading, noun) || reading.word(noun) == "counterpart" {
                phrase.tokens.end = attached(reading, noun + 1, usize::MAX);
                phrase.who = Who::Joint;
            }
        }
    }
    joined
}

fn list_goes_on(reading: &Reading<'_>, simple: &[Phrase], from: usize) -> bool {
    let mut at = from;
    while at + 1 < simple.len() {
        let between = simple[at].tokens.end..simple[at + 1].tokens.start;
        let marks: Vec<&str> = between.map(|token| reading.word(token)).collect();
        match marks.as_slice() {
            ["and"] | [",", "and"] | [";", "and"] => return true,
            ["," | ";"] => at += 1,
            _ => return false,
        }
    }
    false
}

fn together(parts: &[Phrase]) -> Who {
    let mut persons = Vec::new();
    let mut sides = Vec::new();
    for part in parts {
        match &part.who {
            Who::Persons(more) => persons.extend(more.iter().copied()),
            Who::Side(side) => sides.push(*side),
            Who::Sides(more) => sides.extend(more.iter().copied()),
            // "President Biden and the leaders", "he and President Xi"
            _ => return Who::Joint,
        }
    }
    persons.dedup();
    match (persons.is_empty(), sides.is_empty()) {
        (false, true) => Who::Persons(persons),
        (true, false) => Who::Sides(sides),
        _ => Who::Joint,
    }
}
