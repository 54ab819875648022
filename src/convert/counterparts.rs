//! With whom an exchange took place: a report of it in, the persons and sides behind its verb out.

use std::ops::Range;

use super::actors::Cast;
use super::encounters::Candidate;
use super::persons::{Mention, Side};
use super::phrases::{Phrase, Who};
use super::reading::{Found, Reading};
use crate::lexicon::{Class, Form, Name};
use crate::record::EventType;

/// The person or office right behind a verb: a direct object.
pub(super) fn object_first(reading: &Reading<'_>, cast: &Cast, from: usize) -> Option<usize> {
    let mut at = from;
    while matches!(reading.word(at), "today" | "yesterday" | "," | "on" | "in" | "here")
        && at < from + 4
    {
        at += 1;
    }
    let end = reading.units[reading.unit_of(from.saturating_sub(1))].tokens.end;
    let mention = cast.mentions_in(at..end.min(at + 2)).next()?;
    (!reading.possessive(mention.tokens.end)).then_some(mention.tokens.start)
}

/// The object of a verb, also behind where and when: "received at the Ministry, in the presence of deputies, the Ambassador".
pub(super) fn object(reading: &Reading<'_>, cast: &Cast, from: usize) -> Option<usize> {
    object_first(reading, cast, from).or_else(|| {
        let end = reading.units[reading.unit_of(from.saturating_sub(1))].tokens.end;
        let mention = behind_adverbial(reading, cast, from, end)?;
        (!reading.possessive(mention.tokens.end)).then_some(mention.tokens.start)
    })
}

/// "received at the Ministry, in the presence of deputies, the Ambassador": the object behind where and when.
fn behind_adverbial<'c>(
    reading: &Reading<'_>,
    cast: &'c Cast,
    from: usize,
    end: usize,
) -> Option<&'c Mention> {
    if !matches!(reading.word(from), "at" | "in" | "on" | "today" | "yesterday" | "," | "this") {
        return None;
    }
    let mention = cast.mentions_in(from..end.min(from + 16)).next()?;
    let article =
        mention.tokens.start - usize::from(reading.word(mention.tokens.start - 1) == "the");
    let governed = matches!(
        reading.word(article - 1),
        "of" | "by" | "with" | "from" | "to" | "for" | "between" | "and" | "in" | "at"
    );
    let verb = (from..article).any(|at| {
        !reading.capital(at)
            && (reading.cue(at).is_some()
                || reading.is(at, Class::Auxiliary)
                || matches!(reading.word(at), "to" | "that" | "which"))
    });
    (!governed && !verb).then_some(mention)
}

/// Fills in who else took part.
pub(super) fn participants(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    candidate: &mut Candidate,
    from: usize,
) {
    let own: Vec<usize> = match candidate.subject.as_ref().map(|phrase| &phrase.who) {
        Some(Who::Persons(persons)) => persons.clone(),
        _ => Vec::new(),
    };
    for mention in cast.mentions_in(from..candidate.region.end) {
        // "The Prime Minister met the Prime Minister of Norway, X": nobody meets himself.
        if let (Some(subject), [own]) = (&mut candidate.subject, own.as_slice())
            && mention.person == Some(*own)
            && mention.name.is_some()
            && cast.mentions_in(subject.tokens.clone()).all(|title| title.name.is_none())
        {
            subject.who = Who::Office(subject.tokens.end - 1, reading.home);
            candidate.objects.push((*own, mention.tokens.clone()));
            continue;
        }
        if reading.possessive(mention.tokens.end) || behalf(reading, mention.tokens.start) {
            continue;
        }
        match mention.person {
            Some(person)
                if !own.contains(&person)
                    && (mention.tokens.start == from && candidate.form != Form::Noun
                        || likely(reading, cast, person, mention.tokens.start)) =>
            {
                candidate.objects.push((person, mention.tokens.clone()));
            }
            Some(_) => {}
            None => candidate.groups.extend(mention.sides.iter().copied()),
        }
    }
    // Between subject and verb: "X, together with A and B, co-chaired"
    if let Some(subject) = &candidate.subject
        && !(subject.tokens.end..candidate.trigger.start).any(|at| reports(reading, at))
    {
        for mention in cast.mentions_in(subject.tokens.end..candidate.trigger.start) {
            if let Some(person) = mention.person.filter(|person| !own.contains(person))
                && !reading.possessive(mention.tokens.end)
            {
                candidate.companions.push((person, mention.tokens.clone()));
            }
        }
    }
    for phrase in phrases
        .iter()
        .filter(|phrase| phrase.tokens.start >= from && phrase.tokens.start < candidate.region.end)
    {
        match &phrase.who {
            Who::Side(side) if takes_part(reading, phrase, candidate.form) => {
                candidate.groups.push(*side);
            }
            Who::Sides(sides) if takes_part(reading, phrase, candidate.form) => {
                candidate.groups.extend(sides.iter().copied());
            }
            Who::Joint => candidate
                .groups
                .extend(listed_sides(reading, phrase.tokens.start..candidate.region.end)),
            _ => {}
        }
    }
    // "with ASEAN ambassadors", "with his counterparts from the five Nordic countries", "with the Presidents of A, B and C"
    if let Some(with) = (from..candidate.region.end).find(|&at| reading.word(at) == "with") {
        candidate.groups.extend(
            listed_sides(reading, with + 1..candidate.region.end)
                .into_iter()
                .filter(|_| candidate.objects.is_empty()),
        );
    }
    // "Representatives of Chile, Kenya and Malta met"
    let persons = |who: &Who| matches!(who, Who::Persons(_) | Who::Office(..) | Who::Singular);
    if !candidate.subject.as_ref().is_some_and(|phrase| persons(&phrase.who)) {
        let unit = reading.units[candidate.unit].tokens.start;
        candidate.groups.extend(represented(reading, cast, unit..candidate.trigger.start));
    }
    candidate.groups.sort_unstable();
    candidate.groups.dedup();
}

/// "Representatives of Chile, Kenya and Malta", "the Governments of Chile and Malta", "members of the Group – comprising
/// Chile, Kenya and Malta –": the sides of a list behind a noun for those who act for them.
fn represented(reading: &Reading<'_>, cast: &Cast, tokens: Range<usize>) -> Vec<Side> {
    let people = |at: usize| {
        let word = reading.word(at).to_lowercase();
        reading.lexicon.is(&word, Class::JointNoun) || reading.is(at, Class::SideOf)
    };
    let Some(noun) = tokens.clone().find(|&at| people(at)) else { return Vec::new() };
    if cast.mentions_in(tokens.clone()).any(|mention| mention.person.is_some()) {
        return Vec::new();
    }
    let mut sides = Vec::new();
    let mut end = noun;
    for found in reading.names_in(noun + 1..tokens.end) {
        let side = match found.name {
            Name::State(state) => Side::State(state),
            Name::Organization(body) if reading.lexicon.organizations[body as usize].party => {
                Side::Organization(body)
            }
            _ => continue,
        };
        if reading.possessive(found.tokens.end) {
            continue;
        }
        let joined = (end..found.tokens.start)
            .all(|at| matches!(reading.word(at), "," | "and" | "the" | "of" | ";"));
        if !joined && sides.len() < 2 {
            sides.clear();
        } else if !joined {
            break;
        }
        sides.push(side);
        end = found.tokens.end;
    }
    if sides.len() > 1 { sides } else { Vec::new() }
}

/// "Chile-Kenya", "Chile – ASEAN": two sides of which one is the publisher's, with a dash between.
pub(super) fn pair(reading: &Reading<'_>, tokens: Range<usize>) -> Option<[Side; 2]> {
    let side = |found: &Found| match found.name {
        Name::State(state) | Name::Demonym(state) => Some(Side::State(state)),
        Name::Organization(body) if reading.lexicon.organizations[body as usize].party => {
            Some(Side::Organization(body))
        }
        _ => None,
    };
    reading.names_in(tokens).find_map(|first| {
        let dash = first.tokens.end;
        let second = reading.name_from(dash + 1)?;
        let sides = [side(first)?, side(second)?];
        let joined = matches!(reading.word(dash), "-" | "–" | "—" | "/");
        (joined && sides[0] != sides[1] && sides.iter().any(|side| reading.home == Some(*side)))
            .then_some(sides)
    })
}

/// Whether a token is the verb of a report of its own: "X received Y and called on Z".
fn reports(reading: &Reading<'_>, at: usize) -> bool {
    let end = reading.units[reading.unit_of(at)].tokens.end;
    !reading.capital(at)
        && reading.encounter(at..end).is_some_and(|(_, told)| {
            matches!(told.form, Form::Meet | Form::Hold | Form::Receive | Form::Ring | Form::Travel)
        })
}

/// "with his counterparts", "with European leaders": others took part whom nobody names.
pub(super) fn counterparts(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    candidate: &Candidate,
    from: usize,
) -> bool {
    let with = (from..candidate.region.end).find(|&at| matches!(reading.word(at), "with" | "by"));
    with.is_some_and(|with| {
        (with + 1..candidate.region.end.min(with + 10))
            .any(|at| reading.is(at, Class::JointNoun) || reading.is(at, Class::Counterpart))
    }) && !phrases.is_empty()
}

/// Whether a name takes part that only its capitals show to be one: only in a list or behind its preposition.
fn likely(reading: &Reading<'_>, cast: &Cast, person: usize, at: usize) -> bool {
    cast.persons[person].certain
        || (at > 0 && matches!(reading.word(at - 1), "with" | "by" | "and" | "," | ";" | ":"))
}

/// "on behalf of President X", "the office of", "letter from".
fn behalf(reading: &Reading<'_>, at: usize) -> bool {
    at > 2
        && (reading.word(at - 1) == "of"
            && matches!(
                reading.word(at - 2),
                "behalf" | "invitation" | "request" | "initiative" | "leadership"
            ))
}

/// Whether a state named behind the verb takes part, and is not the place: "with the Ukrainian delegation", not "in Ukraine".
fn takes_part(reading: &Reading<'_>, phrase: &Phrase, form: Form) -> bool {
    let before = if phrase.tokens.start == 0 { "" } else { reading.word(phrase.tokens.start - 1) };
    // "with the leadership of the Mission", "with members of the Norland Army"
    let of = before == "of" && {
        let people = phrase.tokens.start.saturating_sub(2);
        let article =
            people.saturating_sub(usize::from(reading.word(people.saturating_sub(1)) == "the"));
        reading.word(article.saturating_sub(1)) == "with"
            && (reading.is(people, Class::SideNoun) || reading.is(people, Class::JointNoun))
    };
    (of || matches!(before, "with" | "and" | "between" | "," | "among" | "by"))
        && form != Form::Travel
}

/// States and organisations in a list behind a plural noun: "counterparts from France, Germany and the United Kingdom".
fn listed_sides(reading: &Reading<'_>, range: Range<usize>) -> Vec<Side> {
    let mut sides = Vec::new();
    let mut group = false;
    for at in range.clone() {
        let word = reading.word(at);
        if matches!(word, "at" | "in" | "on" | "today" | "." | "for") {
            break;
        }
        group |= reading.is_lowered(at, Class::JointNoun)
            || matches!(
                word,
                "foreign" | "leaders" | "ambassadors" | "delegation" | "Presidents" | "Ministers"
            );
        if let Some(found) = reading.name_from(at) {
            if reading.possessive(found.tokens.end) {
                continue;
            }
            match found.name {
                Name::State(state) | Name::Demonym(state) => sides.push(Side::State(state)),
                Name::Organization(body) if reading.lexicon.organizations[body as usize].party => {
                    sides.push(Side::Organization(body));
                }
                _ => {}
            }
        }
    }
    if group { sides } else { Vec::new() }
}

/// "spoke separately with", "five separate calls with", "telephone conversations with A and B".
pub(super) fn separate(reading: &Reading<'_>, cast: &Cast, candidate: &Candidate) -> bool {
    if candidate.objects.len() < 2 {
        return false;
    }
    let word = |word: &str| candidate.region.clone().any(|at| reading.word(at) == word);
    let plural = |at: usize| {
        matches!(reading.word(at), "calls" | "conversations" | "Calls" | "Conversations")
    };
    // Also told behind it: "X spoke with A, B and C. In his conversations X said".
    let behind = candidate.unit..(candidate.unit + 3).min(reading.units.len());
    let several = reading.units[behind].iter().flat_map(|unit| unit.tokens.clone()).any(|at| {
        at > 1
            && plural(at)
            && matches!(reading.word(at - 1), "his" | "her" | "the" | "these")
            && matches!(reading.word(at - 2), "In" | "in" | "During" | "during")
    });
    let plural = several || candidate.trigger.clone().any(plural);
    // "held bilateral meetings with A of Norland, B of Chile": one with each.
    let bilateral = || {
        let meetings = candidate.region.clone().any(|at| {
            matches!(reading.word(at), "bilateral" | "Bilateral" | "one-on-one")
                && matches!(reading.word(at + 1), "meetings" | "engagements")
        });
        let side = |(person, _): &(usize, Range<usize>)| cast.persons[*person].side;
        meetings && candidate.objects.windows(2).any(|pair| side(&pair[0]) != side(&pair[1]))
    };
    word("separately")
        || word("individually")
        || word("separate")
        || word("respectively")
        || (plural && candidate.event_type == EventType::Call)
        || bilateral()
}
