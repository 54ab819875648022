//! What a report amounts to: reporting verbs and what they govern in, the communicative act out.

use std::ops::Range;

use super::clauses::{Clause, ClauseForm};
use super::persons::Side;
use super::phrases::Who;
use super::promises::clause_act;
use super::reading::Reading;
use crate::lexicon::{Class, CueRule, Name};
use crate::record::Act;

/// An act with the rule that found it and its weight among others of the same sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) act: Act,
    pub(super) rule: &'static str,
    /// Rank by rule 24 of the codebook; of equal ranks the later counts in the first group, the earlier elsewhere.
    pub(super) rank: u8,
}

/// Rule 24: agree, commit, warn, request, oppose, condemn; then support; state; appreciate; discuss.
const fn rank(act: Act) -> u8 {
    match act {
        Act::Agree | Act::Commit => 7,
        Act::Warn | Act::Request | Act::Oppose | Act::Condemn | Act::Condole => 6,
        Act::Support => 5,
        Act::State => 4,
        Act::Appreciate => 3,
        Act::Discuss => 1,
    }
}

fn judged(act: Act, rule: &'static str) -> Judged {
    Judged { act, rule, rank: rank(act) }
}

/// The act of one clause; `sides` are those for which its speaker may speak.
pub(super) fn judge(reading: &Reading<'_>, clause: &Clause, sides: &[Side]) -> Judged {
    let range = clause.cue.end..clause.end;
    let word = reading.word(clause.cue.start);
    if let Some(judged) = negated(reading, clause) {
        return judged;
    }
    match clause.verb.rule {
        // "spoke about" its plans: one side tells.
        CueRule::Discuss if matches!(word, "spoke" | "speaks") && one(&clause.who) => {
            judged(Act::State, "cue-say")
        }
        CueRule::Discuss => judged(Act::Discuss, "cue-discuss"),
        CueRule::Inform => {
            let act =
                said(reading, range.clone()).and_then(|said| clause_act(reading, said, sides));
            match act {
                Some(Act::Commit)
                    if matches!(word, "informed" | "briefed" | "apprised" | "updated") =>
                {
                    judged(Act::Commit, "clause-said")
                }
                _ => Judged { act: clause.verb.act, rule: "cue-inform", rank: 2 },
            }
        }
        CueRule::Fixed => fixed(reading, clause),
        CueRule::Clause => {
            // "Gratitude was expressed for": the noun stands before its verb.
            let before = (clause.form == ClauseForm::Passive && clause.who == Who::It)
                .then(|| object(reading, clause.subject.clone()))
                .flatten();
            if let Some((act, rule)) = before {
                return judged(act, rule);
            }
            if let Some(said) = said(reading, range.clone()) {
                // What is hoped of another is no promise.
                let hoped = (clause.cue.start..said.start).any(|at| reading.is(at, Class::Hoping));
                if hoped {
                    return judged(Act::State, "cue-hope");
                }
                // Rule 28: what would follow if.
                let unit = &reading.units[reading.unit_of(clause.cue.start)].tokens;
                let condition = unit.clone().any(|at| matches!(reading.word(at), "if" | "If"));
                if condition && future_consequence(reading, range.clone()) {
                    return judged(Act::Warn, "clause-consequence");
                }
                let act = clause_act(reading, said, sides);
                if let Some(act) = act {
                    return judged(act, "clause-said");
                }
                if word == "made" && future_consequence(reading, range.clone()) {
                    return judged(Act::Warn, "clause-consequence");
                }
                return judged(clause.verb.act, "cue-say");
            }
            match object(reading, range.clone()).filter(|_| clause.verb.act == Act::State) {
                Some((Act::State, rule)) => match added(reading, range) {
                    Some(act) => judged(act, "object-noun"),
                    None => judged(Act::State, rule),
                },
                Some((act, rule)) => judged(act, rule),
                None => judged(clause.verb.act, "cue-say"),
            }
        }
    }
}

/// Whether a subject is one person or one side.
fn one(who: &Who) -> bool {
    matches!(who, Who::Singular | Who::Other | Who::Office(..) | Who::Side(_))
        || matches!(who, Who::Persons(persons) if persons.len() == 1)
}

/// "did not support", "has never recognized": no support opposes, no other act is more than said.
fn negated(reading: &Reading<'_>, clause: &Clause) -> Option<Judged> {
    let mut before = clause.cue.start;
    while before > clause.subject.end
        && (reading.is_adverb(before - 1)
            || reading.is(before - 1, Class::Auxiliary)
            || matches!(reading.word(before - 1), "not" | "n't"))
    {
        before -= 1;
    }
    let negative =
        (before..clause.cue.start).any(|at| matches!(reading.word(at), "not" | "never" | "n't"));
    let act = match clause.verb.act {
        Act::Support => Act::Oppose,
        Act::Agree | Act::Commit | Act::Request | Act::Appreciate => Act::State,
        _ => return None,
    };
    (negative && clause.verb.rule == CueRule::Fixed).then(|| judged(act, "negated"))
}

/// "the importance of trade, as well as the commitment to": a second noun with the larger claim.
fn added(reading: &Reading<'_>, range: Range<usize>) -> Option<Act> {
    (range.start + 2..range.end).find_map(|at| {
        if reading.word(at) != "as" || reading.word(at - 1) != "well" {
            return None;
        }
        (at + 1..range.end.min(at + 8))
            .take_while(|&noun| !matches!(reading.word(noun), "," | "of" | "to" | "in" | "for"))
            .find_map(|noun| {
                let act = reading.object(noun)?;
                let governs = matches!(reading.word(noun + 1), "to" | "for");
                (matches!(act, Act::Commit | Act::Support) && governs).then_some(act)
            })
    })
}

/// Verbs that decide alone, with the few objects that turn them.
fn fixed(reading: &Reading<'_>, clause: &Clause) -> Judged {
    match clause.verb.act {
        // Rule 28: one side that decides commits itself.
        Act::Agree
            if one(&clause.who)
                && matches!(reading.word(clause.cue.start), "decided" | "resolved" | "decides") =>
        {
            judged(Act::Commit, "decide-alone")
        }
        // "asked him to convey her greetings"
        Act::Request => {
            let from = clause.cue.end;
            let conveyed = (from..clause.end.min(from + 10))
                .find(|&at| matches!(reading.word(at), "convey" | "pass" | "extend" | "transmit"))
                .and_then(|at| object(reading, at + 1..clause.end));
            match conveyed {
                Some((act @ (Act::Appreciate | Act::Condole), rule)) => judged(act, rule),
                _ => judged(Act::Request, "cue-fixed"),
            }
        }
        act => judged(act, "cue-fixed"),
    }
}

/// What is said: the tokens behind "that", or behind the verb where a clause follows at once.
fn said(reading: &Reading<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut at = range.start;
    let limit = range.end.min(range.start + 14);
    while at < limit {
        match reading.word(at) {
            // "in that regard" says nothing.
            "that"
                if matches!(
                    reading.word(at + 1),
                    "regard" | "respect" | "context" | "end" | "connection" | "effect"
                ) =>
            {
                at += 1;
            }
            "that" => return Some(at + 1..range.end),
            "," | ":" if at == range.start => at += 1,
            // "told President X that", "informed the leaders that", "noted to him that"
            "of" | "for" | "on" | "about" => return None,
            _ => {
                if at == range.start && starts_clause(reading, range.clone()) {
                    return Some(range);
                }
                at += 1;
            }
        }
    }
    None
}

/// Whether a clause begins without "that": a subject and its finite verb, "said the United States will continue".
fn starts_clause(reading: &Reading<'_>, range: Range<usize>) -> bool {
    // "said Sweden appreciates", "said he appreciates"
    let named = reading.name_from(range.start).map(|found| found.tokens.end);
    let subject =
        named.or_else(|| reading.is(range.start, Class::PronounPerson).then_some(range.start + 1));
    let reports = subject.is_some_and(|mut verb| {
        while reading.is_adverb(verb) {
            verb += 1;
        }
        verb < range.end
            && reading.word(verb).ends_with('s')
            && reading.cue(verb).is_some_and(|cue| cue.tense == crate::lexicon::Tense::Present)
    });
    if reports {
        return true;
    }
    range.clone().take(9).any(|at| {
        reading.is(at, Class::Modal)
            || matches!(
                reading.word(at),
                "is" | "are"
                    | "was"
                    | "were"
                    | "has"
                    | "have"
                    | "remains"
                    | "remain"
                    | "stands"
                    | "stand"
                    | "supports"
                    | "opposes"
            )
    }) && !range
        .clone()
        .take(2)
        .any(|at| matches!(reading.word(at), "the" | "his" | "her" | "their" | "its" | "our"))
        || matches!(reading.word(range.start), "the" | "we" | "our")
            && reading.name_over(range.start + 1).is_some()
            && range.clone().take(7).any(|at| {
                reading.is(at, Class::Modal)
                    || matches!(reading.word(at), "is" | "are" | "has" | "stands" | "remains")
            })
            && reading
                .name_over(range.start + 1)
                .is_some_and(|found| !reading.possessive(found.tokens.end))
}

/// The noun that is expressed decides: commitment, support, appreciation, condolences, concern.
fn object(reading: &Reading<'_>, range: Range<usize>) -> Option<(Act, &'static str)> {
    let limit = range.end.min(range.start + 24);
    let mut importance = false;
    for at in range.start..limit {
        let word = reading.word(at);
        if matches!(word, "." | ";" | "by" | "while" | "in" | "as") && at > range.start + 1 {
            break;
        }
        // "importance of STATE doing", "the need for Russia to": a request to another (rule 26)
        if matches!(word, "importance" | "need" | "necessity" | "imperative" | "urgency") {
            importance = true;
            if let Some(act) = need_of_other(reading, at + 1, range.end) {
                return Some((act, "object-need"));
            }
        }
        let act = reading.object(at).or_else(|| {
            (at == range.start && reading.capital(at))
                .then(|| reading.lexicon.words.object(reading.spelling(at).lower))
                .flatten()
        });
        let Some(act) = act else { continue };
        if importance {
            return Some((Act::State, "object-importance"));
        }
        // "support for", not "support" inside another noun phrase such as "support package"
        if act == Act::State
            && matches!(
                word,
                "interest"
                    | "role"
                    | "right"
                    | "rights"
                    | "principles"
                    | "vision"
                    | "ties"
                    | "partnership"
                    | "relationship"
                    | "relations"
                    | "strength"
                    | "friendship"
            )
        {
            // A weaker noun: "our shared interest in and commitment to"
            let more = (at + 1..limit.min(at + 6)).find_map(|next| {
                (reading.word(next - 1) == "and" || reading.word(next) == "commitment")
                    .then(|| reading.object(next))
                    .flatten()
            });
            return Some((
                more.filter(|act| *act == Act::Commit).unwrap_or(Act::State),
                "object-noun",
            ));
        }
        // "its firm position in support of the truce"
        let backs = act == Act::State
            && matches!(word, "position" | "stance" | "positions")
            && (at + 1..at + 3).any(|next| reading.word(next).starts_with("support"));
        if backs {
            return Some((Act::Support, "object-noun"));
        }
        if word == "solidarity" {
            return Some((solidarity(reading, at, range.end), "object-solidarity"));
        }
        return Some((act, "object-noun"));
    }
    for at in range.start..limit {
        if reading.word(at) == "solidarity" {
            return Some((solidarity(reading, at, range.end), "object-solidarity"));
        }
    }
    None
}

/// Solidarity with victims condoles; with a state or people it supports.
fn solidarity(reading: &Reading<'_>, at: usize, end: usize) -> Act {
    let victims = (at..end.min(at + 8))
        .any(|next| matches!(reading.word(next), "victims" | "families" | "bereaved" | "injured"));
    if victims { Act::Condole } else { Act::Support }
}

/// "for Russia to", "of Hamas ceasing": a named other actor that is to do something.
fn need_of_other(reading: &Reading<'_>, at: usize, end: usize) -> Option<Act> {
    if !matches!(reading.word(at), "for" | "of") {
        return None;
    }
    let name = at + 1 + usize::from(reading.word(at + 1) == "the");
    let found = reading.name_from(name)?;
    if !matches!(found.name, Name::State(_) | Name::Organization(_))
        || reading.possessive(found.tokens.end)
    {
        return None;
    }
    let next = found.tokens.end;
    (next < end && (reading.word(next) == "to" || reading.word(next).ends_with("ing")))
        .then_some(Act::Request)
}

/// "would respond", "there would be consequences": what is announced for a case.
fn future_consequence(reading: &Reading<'_>, range: Range<usize>) -> bool {
    let would = range.clone().any(|at| reading.word(at) == "would");
    would
        && range.clone().any(|at| {
            matches!(
                reading.word(at),
                "respond" | "consequences" | "costs" | "sanctions" | "measures"
            )
        })
}

/// Of the acts of one sentence the one with the larger claim (rule 24): its index.
pub(super) fn larger(acts: &[Judged]) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (index, judged) in acts.iter().enumerate() {
        let better = best.is_none_or(|best| {
            let held = acts[best].rank;
            judged.rank > held || (judged.rank == held && held >= 6)
        });
        if better {
            best = Some(index);
        }
    }
    best
}
