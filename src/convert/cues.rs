//! Reporting words: tokens in, the verb or expression that begins at one with what it stands for out.

use std::ops::Range;

use super::phrases::{Phrase, Who};
use super::reading::Reading;
use crate::lexicon::{Class, Cue, CueRule, Tense};
use crate::record::Act;

/// "welcomed the President of Mozambique": a guest, and no opinion; "called on the President": a visit, and no request;
/// "concluded his visit": its end, and no remark.
pub(super) fn receives(reading: &Reading<'_>, phrases: &[Phrase], at: usize, end: usize) -> bool {
    let somebody = |from: usize| {
        let named = |phrase: &&Phrase| {
            phrase.tokens.start == from && matches!(phrase.who, Who::Persons(_) | Who::Office(..))
        };
        phrases.iter().find(named).map(|phrase| phrase.tokens.end)
    };
    match reading.word(at) {
        "welcomed" | "greeted" | "welcomes" => somebody(at + 1).is_some(),
        "engaged" => {
            reading.word(at + 1) == "in"
                && (at + 2..end.min(at + 7)).any(|noun| reading.word(noun).starts_with("meeting"))
        }
        "called" | "calls" | "calling" if matches!(reading.word(at + 1), "on" | "upon") => {
            somebody(at + 2).is_some_and(|behind| {
                (behind..end.min(behind + 12)).all(|at| reading.word(at) != "to")
            })
        }
        // "addressed the press"
        "addressed" | "addresses" | "briefed" | "informed" | "updated" => {
            let told = at + 1 + usize::from(reading.word(at + 1) == "the");
            reading.is(told, Class::Questioner) || reading.word(told) == "press"
        }
        // "presented his letter of credence"
        "presented" | "presents" => {
            (at + 1..end.min(at + 6)).any(|noun| reading.is(noun, Class::Letter))
        }
        "concluded" | "concludes" => (at + 1..end.min(at + 6))
            .take_while(|&noun| reading.word(noun) != "that")
            .any(|noun| reading.is(noun, Class::EncounterNoun)),
        _ => false,
    }
}

/// Reporting words and what they stand for.
pub(super) struct Step {
    pub(super) cue: Range<usize>,
    pub(super) verb: Cue,
}

/// The reporting words that begin at a token: a verb, a verb with what makes it one, or words that lead to one.
pub(super) fn cue_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<Step> {
    if reading.capital(at) {
        return None;
    }
    if let Some(step) = expression(reading, at, end).or_else(|| led_to(reading, at, end)) {
        return Some(step);
    }
    let next = || if at + 1 < end { reading.word(at + 1) } else { "" };
    let that = || reading.word(at + 1 + usize::from(next() == "however")) == "that";
    match reading.word(at) {
        "unanimous" if be_before(reading, at) => {
            let verb = Cue { act: Act::Agree, rule: CueRule::Fixed, tense: Tense::Past };
            return Some(Step { cue: at..at + 1, verb });
        }
        "clear" if that() && be_before(reading, at) => {
            let verb = Cue { act: Act::State, rule: CueRule::Clause, tense: Tense::Past };
            return Some(Step { cue: at..at + 1, verb });
        }
        _ => {}
    }
    if reading.is(at, Class::Disposed) && next() == "to" && be_before(reading, at) {
        let verb = Cue { act: Act::Commit, rule: CueRule::Fixed, tense: Tense::Past };
        return Some(Step { cue: at..at + 1, verb });
    }
    let verb = reading.cue(at)?;
    // "talked with", "consulted with" somebody tell of an exchange.
    (verb.rule != CueRule::Discuss || next() != "with").then_some(Step { cue: at..at + 1, verb })
}

/// A verb that reports with certain words behind it, or in the passive before it: "took stock", "views were exchanged".
fn expression(reading: &Reading<'_>, at: usize, end: usize) -> Option<Step> {
    let expressions = reading.expressions(at);
    let word = reading.word(at);
    if expressions.is_empty()
        || matches!(word, "had" | "have" | "has") && participle(reading, at + 1)
    {
        return None;
    }
    let tense = match word {
        "is" | "are" | "am" | "remains" => Tense::Present,
        _ if word.ends_with("ing") => Tense::Participle,
        _ => Tense::Past,
    };
    expressions.iter().find_map(|expression| {
        let wanted = |at: usize| {
            let word = reading.word(at);
            expression.words.iter().any(|wanted| **wanted == *word)
        };
        // "talked extensively about"
        let mut skip = 0;
        while expression.within == 1 && skip < 2 && reading.is_adverb(at + 1 + skip) {
            skip += 1;
        }
        let behind = (at + 1 + skip..end.min(at + 1 + skip + expression.within))
            .take_while(|&at| {
                let word = reading.word(at);
                !matches!(word, "." | ";") && !expression.stop.iter().any(|stop| **stop == *word)
            })
            .any(|at| {
                let next = reading.word(at + 1);
                wanted(at) && !expression.unless.iter().any(|unless| **unless == *next)
            });
        let passive = || {
            let from = reading.units[reading.unit_of(at)].tokens.start.max(at.saturating_sub(24));
            tense == Tense::Past
                && at > from
                && expression.within != 1
                && matches!(reading.word(at - 1), "was" | "were" | "been" | "also")
                && (from..at).any(|at| {
                    wanted(at)
                        || expression.words.iter().any(|w| w.eq_ignore_ascii_case(reading.word(at)))
                })
        };
        let length = if behind && expression.within == 1 { 2 + skip } else { 1 };
        (behind || passive()).then(|| Step {
            cue: at..at + length,
            verb: Cue { act: expression.act, rule: expression.rule, tense },
        })
    })
}

/// "continued to express", "took the opportunity to thank", "would like to invite": the verb that is led to.
fn led_to(reading: &Reading<'_>, at: usize, end: usize) -> Option<Step> {
    let word = reading.word(at);
    let to = if reading.is(at, Class::LeadsTo) {
        // "went on to say"
        let to = at + 1 + usize::from(reading.word(at + 1) == "on");
        (reading.word(to) == "to" || reading.word(to) == "by").then_some(to)
    } else if matches!(word, "took" | "takes" | "used" | "uses" | "seized" | "taking" | "using") {
        (at + 1..end.min(at + 6))
            .find(|&at| reading.is(at, Class::Opportunity))
            .map(|noun| noun + 1)
            .filter(|&to| reading.word(to) == "to")
    } else {
        None
    }?;
    let mut verb = to + 1;
    while verb < end && reading.is_adverb(verb) {
        verb += 1;
    }
    let base = reading.word(verb);
    // "began by thanking"
    let ing = reading.word(to) == "by";
    if verb >= end || base.ends_with("ing") != ing {
        return None;
    }
    let Step { cue: words, verb: cue } = expression(reading, verb, end)
        .or_else(|| reading.cue(verb).map(|cue| Step { cue: verb..verb + 1, verb: cue }))?;
    // "keen to stress" says something; "keen to support" is a promise.
    if reading.is(at, Class::Disposed) && cue.rule != CueRule::Clause {
        return None;
    }
    let tense = match word {
        "like" => Tense::Present,
        _ if matches!(reading.word(at.wrapping_sub(1)), "is" | "are") => Tense::Present,
        _ if word.ends_with("ing") => Tense::Participle,
        _ => Tense::Past,
    };
    Some(Step { cue: words, verb: Cue { tense, ..cue } })
}

/// Whether a past participle stands at a token, adverbs before it skipped: "have carried out".
pub(super) fn participle(reading: &Reading<'_>, at: usize) -> bool {
    let mut at = at;
    while reading.is_adverb(at) {
        at += 1;
    }
    let word = reading.word(at);
    word.len() > 3 && word.ends_with("ed") || reading.is(at, Class::Participle)
}

fn be_before(reading: &Reading<'_>, at: usize) -> bool {
    let mut before = at;
    while before > 0 && reading.is_adverb(before - 1) {
        before -= 1;
    }
    before > 0
        && matches!(
            reading.word(before - 1),
            "is" | "are" | "was" | "were" | "remains" | "remain" | "stands" | "stand" | "am"
        )
}
