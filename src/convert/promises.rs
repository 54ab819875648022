//! What a clause amounts to by its own verb: tokens of what is said in, a promise, request, support or other act out.

use std::ops::Range;

use super::persons::Side;
use super::reading::Reading;
use crate::lexicon::{Class, Name};
use crate::record::Act;

/// The act of a clause by its own verb: "is ready to", "will continue", "must", "supports". None if it only asserts.
pub(super) fn clause_act(
    reading: &Reading<'_>,
    range: Range<usize>,
    sides: &[Side],
) -> Option<Act> {
    let first = range.start;
    for at in range.clone().take(40) {
        let word = reading.word(at);
        let next = reading.word(at + 1);
        let subject = first..at;
        let not = at > first
            && (at.saturating_sub(2).max(first)..at)
                .any(|before| matches!(reading.word(before), "not" | "never" | "n't"));
        // "strongly hopes that it would lead to": what is hoped is no promise.
        let hoped = matches!(word, "will" | "would" | "shall")
            && subject.clone().any(|at| reading.is(at, Class::Hoping));
        match word {
            _ if not || hoped => {}
            "would" if like(reading, at).is_some() && own(reading, subject.clone(), sides) => {
                let verb = reading.word(like(reading, at).unwrap_or(at));
                // "would like to see" wishes, and promises nothing.
                if verb != "see" {
                    return Some(reading.lexicon.cue(verb).map_or(Act::Commit, |cue| cue.act));
                }
            }
            "would"
                if at > first
                    && !matches!(next, "be" | "have" | "not" | "respond" | "like")
                    && ours(reading, subject.clone(), sides) =>
            {
                return Some(if next == "support" { Act::Support } else { Act::Commit });
            }
            "plans" | "intends" | "intend"
                if at > first && next == "to" && own(reading, subject.clone(), sides) =>
            {
                return Some(Act::Commit);
            }
            "ready" | "willing" | "prepared" | "determined" | "committed" | "resolved"
            | "willingness" | "readiness"
                if at > first
                    && (next == "to" || word == "willingness" || word == "readiness")
                    && own(reading, subject.clone(), sides) =>
            {
                return Some(Act::Commit);
            }
            "steadfast" | "firm" if next == "in" && reading.word(at + 2).starts_with("support") => {
                return Some(Act::Support);
            }
            "will" | "shall" | "'ll" | "pledge" | "pledges"
                if at > first && ours(reading, subject.clone(), sides) =>
            {
                return Some(match next {
                    "support" => Act::Support,
                    "not" => return None,
                    "be" if !matches!(
                        reading.word(at + 2),
                        "steadfast" | "ready" | "providing" | "there" | "able"
                    ) =>
                    {
                        return None;
                    }
                    _ => Act::Commit,
                });
            }
            "must" | "should" | "needs" | "need" if at > first => {
                let of_other = subject.clone().any(|token| {
                    reading.name_over(token).is_some_and(|found| {
                        matches!(
                            found.name,
                            Name::State(_) | Name::Organization(_) | Name::Demonym(_)
                        )
                    })
                }) || subject.clone().any(|token| {
                    matches!(
                        reading.word(token),
                        "sides" | "side" | "countries" | "parties" | "community" | "leaders"
                    )
                });
                if word == "should" && of_other
                    || word == "must" && of_other && !own(reading, subject.clone(), sides)
                {
                    return Some(Act::Request);
                }
            }
            "supports" | "support" | "supported" | "backs"
                if at > first && subject_verb(reading, subject.clone(), word) =>
            {
                return Some(Act::Support);
            }
            "opposes" | "oppose" | "rejects" | "reject" if at > first => return Some(Act::Oppose),
            "condemns" | "condemn" | "condemned" if at > first => return Some(Act::Condemn),
            "urges" | "urge" if at > first => return Some(Act::Request),
            "calls" | "call" if at > first && matches!(next, "on" | "for" | "upon") => {
                return Some(Act::Request);
            }
            "appreciates" | "appreciate" | "thanks" | "thank" | "grateful" | "welcomes"
            | "welcome" | "congratulate" | "thankful" | "Thank" | "Thanks" | "congratulations"
            | "Congratulations" | "Welcome" => {
                return Some(Act::Appreciate);
            }
            "barbaric" => return Some(Act::Condemn),
            "terrorist"
                if matches!(next, "organization" | "organisation" | "state")
                    && subject.clone().any(|token| matches!(reading.word(token), "is")) =>
            {
                return Some(Act::Condemn);
            }
            "danger" | "consequences" | "mistake" | "error"
                if word != "danger"
                    && word != "consequences"
                    && subject.clone().any(|token| matches!(reading.word(token), "would")) =>
            {
                return Some(Act::Warn);
            }
            "agreed"
                if at > first
                    && !subject
                        .clone()
                        .any(|token| matches!(reading.word(token), "was" | "is" | "be")) =>
            {
                return Some(Act::Agree);
            }
            "commits" | "commit" if at > first => return Some(Act::Commit),
            _ => {}
        }
    }
    None
}

/// The verb behind "would like to", adverbs skipped.
fn like(reading: &Reading<'_>, would: usize) -> Option<usize> {
    let skip = |mut at: usize| {
        while reading.is_adverb(at) {
            at += 1;
        }
        at
    };
    let like = skip(would + 1);
    (reading.word(like) == "like" && reading.word(like + 1) == "to").then(|| skip(like + 2))
}

/// "supports" as a verb: no article or preposition right before it.
fn subject_verb(reading: &Reading<'_>, subject: Range<usize>, word: &str) -> bool {
    let before = if subject.is_empty() { "" } else { reading.word(subject.end - 1) };
    let noun = matches!(
        before,
        "the"
            | "a"
            | "our"
            | "its"
            | "their"
            | "his"
            | "her"
            | "of"
            | "for"
            | "in"
            | "'s"
            | "to"
            | "and"
            | "with"
            | "from"
            | "strong"
            | "continued"
            | "security"
            | "U.S."
            | "international"
    );
    word == "supports" && !matches!(before, "that" | "which") && !noun
        || (!noun
            && matches!(
                before,
                "we" | "We"
                    | "I"
                    | "they"
                    | "all"
                    | "countries"
                    | "sides"
                    | "firmly"
                    | "strongly"
                    | "fully"
                    | "also"
            ))
}

/// Whether what the subject will do is done by the speaker's own side, alone or with others: "the two countries will".
fn ours(reading: &Reading<'_>, subject: Range<usize>, sides: &[Side]) -> bool {
    own(reading, subject.clone(), sides)
        || subject
            .clone()
            .any(|at| matches!(reading.word(at), "governments" | "countries" | "ministries"))
}

/// Whether the subject of a clause is the speaker's own side: a pronoun, or one of the sides that the speaker may stand for; any
/// state where none is known.
fn own(reading: &Reading<'_>, subject: Range<usize>, sides: &[Side]) -> bool {
    let tail = subject.end.saturating_sub(12).max(subject.start)..subject.end;
    let pronoun = tail.clone().any(|at| {
        matches!(
            reading.word(at),
            "we" | "We"
                | "he"
                | "she"
                | "He"
                | "She"
                | "they"
                | "They"
                | "I"
                | "Administration"
                | "administration"
                | "government"
                | "Government"
                | "sides"
                | "side"
                | "Washington"
        )
    });
    if pronoun {
        return true;
    }
    tail.clone().any(|at| {
        reading.name_from(at).is_some_and(|found| {
            let side = match found.name {
                Name::State(state) => Some(Side::State(state)),
                Name::Organization(body) => Some(super::sides::represented(reading.lexicon, body)),
                _ => None,
            };
            let national = side.is_some_and(|side| match side {
                _ if !sides.is_empty() => sides.contains(&side),
                Side::State(_) => true,
                Side::Organization(_) => false,
            });
            national && !reading.possessive(found.tokens.end)
        })
    })
}
