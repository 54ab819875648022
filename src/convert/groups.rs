//! Noun phrases without a name: tokens in, those who meet, the guest, "the two", "His Majesty" out.

use std::ops::Range;

use super::actors::Cast;
use super::persons::Side;
use super::phrases::{Phrase, Who, joint_noun};
use super::reading::Reading;
use crate::lexicon::{Class, Name};

/// Whether a report follows: a verb in the past, adverbs before it skipped.
pub(super) fn reports(reading: &Reading<'_>, mut at: usize) -> bool {
    while reading.is_adverb(at) {
        at += 1;
    }
    reading.cue(at).is_some_and(|cue| cue.tense == crate::lexicon::Tense::Past)
        || reading.expressions(at).iter().any(|_| !reading.is(at, Class::Auxiliary))
}

/// "The Meeting welcomed", "The Joint Committee agreed": those who meet, by the name of their meeting.
pub(super) fn assembly(reading: &Reading<'_>, at: usize, start: usize) -> Option<Phrase> {
    // "Summit commended", as the communiqués of a summit say
    if at == start && reading.capital(at) && reading.is(at, Class::Assembly) {
        return reports(reading, at + 1).then_some(Phrase { tokens: at..at + 1, who: Who::Joint });
    }
    if !matches!(reading.word(at), "the" | "The") {
        return None;
    }
    let noun = (at + 1..at + 5).find(|&noun| reading.is(noun, Class::Assembly))?;
    let described = (at + 1..noun).all(|word| {
        reading.kind(word) == Some(crate::lexicon::token::Kind::Word) && reading.cue(word).is_none()
    });
    (described && reports(reading, noun + 1))
        .then_some(Phrase { tokens: at..noun + 1, who: Who::Joint })
}

/// "Senior officials", "Foreign Ministers", "Member States" at the start of a sentence.
pub(super) fn named_group(reading: &Reading<'_>, at: usize, start: usize) -> Option<Phrase> {
    let describes = || {
        [Class::Leading, Class::OfficePart, Class::OfficeHead, Class::BodyTail]
            .into_iter()
            .any(|class| reading.is(at, class) || reading.is_lowered(at, class))
    };
    (at == start
        && describes()
        && reading.name_over(at).is_none()
        && joint_noun(reading, at + 1)
        && reports(reading, at + 2))
    .then_some(Phrase { tokens: at..at + 2, who: Who::Joint })
}

/// "SADC Member States", "the Contact Group members", "Members of the Contact Group" with a report behind: those whom the body
/// unites.
pub(super) fn members(reading: &Reading<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let article = |at: usize| at + usize::from(matches!(reading.word(at), "the" | "The"));
    let named = |from: usize, until: &dyn Fn(usize) -> bool| {
        (from..end.min(from + 6)).find(|&at| until(at) || !reading.capital(at))
    };
    let member = |at: usize| reading.is(at, Class::Member);
    let begin = article(at);
    let noun = named(begin, &member).filter(|&noun| member(noun))?;
    let mut stop = noun + 1 + usize::from(joint_noun(reading, noun + 1));
    if stop == noun + 1 && !reading.word(noun).ends_with('s') {
        return None;
    }
    let of = article(stop + 1);
    if reading.word(stop) == "of" {
        stop = named(of, &|_| false).filter(|&behind| behind > of)?;
    } else if noun == begin {
        return None;
    }
    reports(reading, stop).then_some(at..stop)
}

/// "His Majesty" without a name: the one whom the text names with that style, of the publisher's side where several are.
pub(super) fn styled(reading: &Reading<'_>, cast: &Cast, at: usize) -> Option<Phrase> {
    let style = at + 1;
    let alone = matches!(reading.word(at), "His" | "Her" | "his" | "her")
        && reading.is(style, Class::Style)
        && !reading.capital(style + 1)
        && !reading.possessive(style + 1);
    if !alone {
        return None;
    }
    let mut persons: Vec<usize> = cast
        .mentions
        .iter()
        .filter(|mention| {
            let from = mention.tokens.start.saturating_sub(1);
            (from..mention.tokens.end).any(|at| reading.word(at) == reading.word(style))
        })
        .filter_map(|mention| mention.person)
        .collect();
    persons.sort_unstable();
    persons.dedup();
    let home =
        |person: &&usize| reading.home.is_some() && cast.persons[**person].side == reading.home;
    let one = match persons.as_slice() {
        [one] => Some(one),
        several => several.iter().find(home),
    };
    let who = one.map_or(Who::Singular, |one| Who::Persons(vec![*one]));
    Some(Phrase { tokens: at..style + 1, who })
}

/// "the two", "the three": the number stands for those who take part, where a verb follows.
pub(super) fn counted(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let next = at + 2;
    let number = reading.is(at + 1, Class::JointDeterminer) && !reading.capital(at + 1);
    let verb = || {
        reading.cue(next).is_some()
            || !reading.expressions(next).is_empty()
            || reading.is_adverb(next)
            || reading.is(next, Class::Auxiliary)
    };
    (number && matches!(reading.word(at), "the" | "The") && verb())
        .then_some(Phrase { tokens: at..next, who: Who::Joint })
}

/// "his counterpart", "the latter", "her visiting colleague", where no name follows.
pub(super) fn other(reading: &Reading<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let word = reading.word(at);
    if matches!(word, "the" | "The") && reading.word(at + 1) == "latter" {
        return Some(at..at + 2);
    }
    let own = matches!(word, "his" | "her" | "His" | "Her");
    let noun = (at + 1..end.min(at + 4)).find(|&at| reading.is(at, Class::Counterpart))?;
    // "the guest", "the distinguished visitor"
    let guest = matches!(word, "the" | "The")
        && (at + 1..noun).all(|at| reading.is(at, Class::OfficeEpithet))
        && is_guest(reading, noun).is_some()
        && !matches!(reading.word(noun), "counterpart" | "colleague");
    ((own || guest) && !reading.capital(noun + 1) && !reading.possessive(noun + 1))
        .then_some(at..noun + 1)
}

pub(super) fn host_and_guest(reading: &Reading<'_>, at: usize) -> Option<Range<usize>> {
    let article = |at: usize| usize::from(matches!(reading.word(at), "the" | "The"));
    let host = at + article(at);
    let guest = host + 2 + article(host + 2);
    (matches!(reading.word(host), "host" | "Host" | "hosts" | "Hosts")
        && reading.word(host + 1) == "and"
        && matches!(reading.word(guest), "guest" | "guests"))
    .then_some(at..guest + 1)
}

/// Whether a noun means the guest, or else the host.
pub(super) fn is_guest(reading: &Reading<'_>, noun: usize) -> Option<bool> {
    match reading.word(noun) {
        "guest" | "visitor" | "dignitary" | "counterpart" | "colleague" => Some(true),
        "host" => Some(false),
        _ => None,
    }
}

/// "the head of Swedish diplomacy", "the Head of the Swedish MFA".
pub(super) fn head_of_diplomacy(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let begin = at + usize::from(matches!(reading.word(at), "the" | "The"));
    let head = matches!(reading.word(begin), "head" | "Head" | "chief" | "Chief");
    if !head || reading.word(begin + 1) != "of" {
        return None;
    }
    let name = begin + 2 + usize::from(reading.word(begin + 2) == "the");
    let found = reading.name_from(name)?;
    let (Name::Demonym(state) | Name::State(state)) = found.name else { return None };
    let mut noun = found.tokens.end + usize::from(reading.possessive(found.tokens.end));
    noun += usize::from(matches!(reading.word(noun), "Foreign" | "foreign"));
    reading
        .is(noun, Class::Diplomacy)
        .then_some(Phrase { tokens: at..noun + 1, who: Who::Side(Side::State(state)) })
}
