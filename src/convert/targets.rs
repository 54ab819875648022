//! Whom an act is directed at: a sentence's reading in, the persons, states and organisations asked, thanked, supported,
//! opposed, condemned or warned out.

use std::ops::Range;

use super::actors::Cast;
use super::attribution::SentenceReading;
use super::persons::Side;
use super::reading::Reading;
use crate::lexicon::{Class, Name};
use crate::record::Act;

/// Somebody that a sentence names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Person(usize),
    Side(Side),
}

/// The targets of a sentence. `other` is whom "his counterpart" and "him" mean, where that is one only.
pub(super) fn targets(
    reading: &Reading<'_>,
    cast: &Cast,
    sentence: &SentenceReading,
    other: Option<Named>,
) -> Vec<Named> {
    let directed = matches!(
        sentence.act,
        Act::Request | Act::Appreciate | Act::Support | Act::Oppose | Act::Condemn | Act::Warn
    );
    let unit = &reading.units[sentence.unit].tokens;
    if !directed {
        return Vec::new();
    }
    let search = Search { reading, cast, other, act: sentence.act, end: unit.end };
    let cue = sentence.cue.clone().filter(|_| !sentence.continued);
    let object = match cue {
        Some(cue) => object(reading, sentence.act, cue, unit.end),
        None => verb(reading, sentence.act, unit.clone()),
    };
    let found = object.map_or_else(Vec::new, |at| search.list(search.skip(at)));
    if found.is_empty() && addressed(reading, unit.clone()) {
        return other.into_iter().collect();
    }
    found
}

/// The token behind the first verb of an act, where no word was told to carry it: "It firmly supports …".
fn verb(reading: &Reading<'_>, act: Act, unit: Range<usize>) -> Option<usize> {
    unit.clone()
        .skip(1)
        .find(|&at| !reading.capital(at) && reading.cue(at).is_some_and(|verb| verb.act == act))
        .filter(|&at| reading.word(at).ends_with('s') && !reading.is(at - 1, Class::Modal))
        .map(|at| at + 1)
}

/// "Thank you", "I congratulate you", "may I invite you": said to the other side.
fn addressed(reading: &Reading<'_>, unit: Range<usize>) -> bool {
    unit.clone().skip(1).any(|at| {
        let to = usize::from(reading.word(at - 1) == "to");
        let verb = at.checked_sub(1 + to).filter(|&verb| verb >= unit.start);
        reading.word(at) == "you"
            && verb.is_some_and(|verb| {
                matches!(
                    reading.word(verb).to_lowercase().as_str(),
                    "thank" | "congratulate" | "invite" | "grateful" | "thankful"
                ) && (to == 1) == reading.word(verb).ends_with("ful")
            })
    })
}

/// The token behind the word that carries the act: the cue itself, or the noun or verb that it leads to.
fn object(reading: &Reading<'_>, act: Act, cue: Range<usize>, end: usize) -> Option<usize> {
    if cue.len() > 1 && act == Act::Request
        || reading.cue(cue.start).is_some_and(|verb| verb.act == act)
    {
        return Some(cue.end);
    }
    (cue.end..end.min(cue.end + 24)).find_map(|at| {
        let word = reading.word(at);
        let verb = reading.cue(at).is_some_and(|verb| verb.act == act)
            && at > cue.end
            && !matches!(reading.word(at - 1), "the" | "a" | "an");
        let noun = reading.object(at) == Some(act);
        // "the importance of Russia withdrawing", "the need for Iran to": who is to do it.
        let need = act == Act::Request && matches!(word, "importance" | "need" | "necessity");
        let grateful = act == Act::Appreciate && matches!(word, "grateful" | "thankful");
        let with = act == Act::Support && word == "solidarity";
        (verb || noun || need || grateful || with).then_some(at + 1)
    })
}

struct Search<'s, 'a> {
    reading: &'s Reading<'a>,
    cast: &'s Cast,
    other: Option<Named>,
    act: Act,
    end: usize,
}

impl Search<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if at < self.end { self.reading.word(at) } else { "" }
    }

    /// Passes over prepositions, adverbs and articles between the word of the act and its object.
    fn skip(&self, mut at: usize) -> usize {
        // "commended and thanked X", "solidarity and brotherhood with X"
        if self.word(at) == "and" && !self.reading.capital(at + 1) {
            let with = matches!(self.word(at + 2), "for" | "to" | "with");
            let verb = self.reading.cue(at + 1).is_some() && self.direct(at + 2).is_some();
            at += 2 * usize::from(with || verb);
        }
        let first = at;
        while at < self.end && at < first + 5 {
            let word = self.word(at);
            let preposition = match self.act {
                Act::Request => {
                    matches!(word, "on" | "upon" | "for" | "of" | "that" | "to" | "from")
                }
                Act::Warn => matches!(word, "to"),
                Act::Support if word == "with" => true,
                _ => matches!(word, "for" | "to" | "of" | "from" | "against" | "by"),
            };
            let light = matches!(word, "the" | "both" | "again" | "strong" | "publicly" | "all")
                || self.reading.is_adverb(at);
            if !preposition && !light {
                break;
            }
            at += 1;
        }
        at
    }

    /// The object and those coordinated with it.
    fn list(&self, at: usize) -> Vec<Named> {
        let mut found = Vec::new();
        let Some((first, mut stop)) = self.direct(at).or_else(|| self.through_deed(at)) else {
            return found;
        };
        found.push(first);
        loop {
            let mut next = stop + usize::from(self.reading.possessive(stop));
            let joined = next;
            while matches!(self.word(next), "," | "and" | "the") {
                next += 1;
            }
            if next == joined || !(joined..next).any(|mark| matches!(self.word(mark), "," | "and"))
            {
                break;
            }
            match self.direct(next) {
                // What follows with a verb of its own begins another clause.
                Some((more, behind))
                    if self.reading.lexicon.cue(self.word(behind)).is_none()
                        && !self.reading.is(behind, Class::Auxiliary)
                        && !self.reading.is(behind, Class::Modal) =>
                {
                    if !found.contains(&more) {
                        found.push(more);
                    }
                    stop = behind;
                }
                _ => break,
            }
        }
        found
    }

    /// A person, state or organisation that begins at a token, and the token behind it.
    fn direct(&self, at: usize) -> Option<(Named, usize)> {
        if at >= self.end {
            return None;
        }
        let word = self.word(at);
        // "his counterpart", "the other side", "his Japanese counterpart"
        if matches!(word, "his" | "her" | "their" | "other") {
            let noun = (at + 1..self.end.min(at + 3))
                .find(|&next| self.reading.is(next, Class::Counterpart));
            if let Some(noun) = noun {
                let people = self.reading.name_over(at + 1);
                return match people.map(|found| found.name) {
                    Some(Name::Demonym(_)) => self.direct(at + 1),
                    _ => self.other.map(|other| (other, noun + 1)),
                };
            }
        }
        // "thanked him", "commended her leadership"
        let pronoun = match word {
            "him" => true,
            "his" => self.reading.is(at + 1, Class::Deed),
            "her" => {
                self.reading.is(at + 1, Class::Deed)
                    || matches!(self.word(at + 1), "for" | "to" | "on" | "and" | "," | ".")
            }
            _ => false,
        };
        if pronoun {
            return self.other.map(|other| (other, at + 1));
        }
        let begins = |start: usize| {
            start == at || start + 1 == at && matches!(self.reading.word(start), "the" | "The")
        };
        if let Some(mention) = self
            .cast
            .mentions_in(at.saturating_sub(1)..at + 1)
            .find(|mention| begins(mention.tokens.start) && mention.tokens.end > at)
        {
            if let Some(person) = mention.person {
                return Some((Named::Person(person), mention.tokens.end));
            }
            // An office that nobody named holds stands for its state, except where several hold it.
            let office = mention.offices.first()?;
            let side =
                mention.sides.first().filter(|_| !office.plural || mention.sides.len() == 1)?;
            return Some((Named::Side(*side), mention.tokens.end));
        }
        // "the Interim Chilean Government"
        let interim = self.reading.name_from(at).is_none() && self.reading.capital(at);
        if interim
            && let Some(Name::Demonym(_)) = self.reading.name_from(at + 1).map(|found| found.name)
        {
            return self.direct(at + 1);
        }
        let found = self.reading.name_from(at)?;
        let stop = found.tokens.end;
        match found.name {
            Name::State(state) => {
                // "Taiwan independence", "Ukraine policy": a state's name that only describes; a possessive or the state itself is meant.
                let describes = !self.reading.possessive(stop)
                    && self.reading.kind(stop) == Some(crate::lexicon::token::Kind::Word)
                    && self.act == Act::Oppose;
                (!describes).then_some((Named::Side(Side::State(state)), stop))
            }
            Name::Demonym(state) => {
                let noun = stop + usize::from(!self.reading.is(stop, Class::Deed));
                let deed = self.reading.is(noun, Class::Deed)
                    || self.reading.is(stop, Class::Counterpart)
                    || self.reading.is(stop, Class::JointNoun);
                deed.then_some((Named::Side(Side::State(state)), stop))
            }
            // "support for UN resolutions": a text of the body, not the body.
            Name::Organization(_) if self.reading.reference_noun(stop..self.end).is_some() => None,
            Name::Organization(body) => Some((Named::Side(Side::Organization(body)), stop)),
            _ => None,
        }
    }

    /// "the leadership of X", "the people of X", "the attack by X": the one behind what was done.
    fn through_deed(&self, at: usize) -> Option<(Named, usize)> {
        let limit = self.end.min(at + 10);
        let mut aimed = false;
        for token in at..limit {
            let word = self.word(token);
            // "condemned these acts and Peru's tests": whose deed it was; not whom it was aimed at.
            aimed |= matches!(word, "in" | "on" | "against" | "targeting" | "of");
            if self.act == Act::Condemn && !aimed && token > at {
                let owner = self.reading.name_from(token).map(|found| found.tokens.end);
                if let Some(stop) = owner.filter(|&stop| self.reading.possessive(stop)) {
                    return self.direct(token).filter(|(_, behind)| *behind == stop);
                }
            }
            // "the attack on X by Y": what was done to whom, before who did it.
            let passes = self.act == Act::Condemn && matches!(word, "in" | "on" | "against");
            let stops =
                matches!(word, "," | ";" | "." | "to" | "with" | "that" | "in" | "on" | "against");
            if stops && !passes {
                return None;
            }
            let by = word == "by";
            let of = word == "of"
                && token > at
                && (self.reading.is(token - 1, Class::Deed)
                    || self.reading.is_lowered(token - 1, Class::Deed));
            let from = word == "from" && matches!(self.act, Act::Appreciate | Act::Request);
            // "welcomed the release of hostages by X" thanks nobody; "the decision by X" does.
            let done = self.act != Act::Appreciate
                || (at..token).any(|deed| self.reading.is(deed, Class::Deed));
            if by && done || of || from {
                let next = token + 1 + usize::from(self.word(token + 1) == "the");
                return self.direct(next).filter(|_| self.act != Act::Warn);
            }
        }
        None
    }
}
