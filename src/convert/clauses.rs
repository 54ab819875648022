//! Clauses that report something: tokens and noun phrases in, reporting verbs with their subjects out.

use std::ops::Range;

use super::cues::{Step, cue_at, participle, receives};
use super::phrases::{Phrase, Who};
use super::reading::Reading;
use crate::lexicon::{Class, Cue, CueRule, Tense};
use crate::record::Act;

/// A reporting verb with its subject.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// Tokens of the reporting words.
    pub(super) cue: Range<usize>,
    pub(super) verb: Cue,
    /// Whom the subject means.
    pub(super) who: Who,
    /// Tokens of the subject; empty for a passive.
    pub(super) subject: Range<usize>,
    pub(super) form: ClauseForm,
    /// Token behind the last that the verb governs.
    pub(super) end: usize,
}

/// How the verb stands to its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClauseForm {
    /// Finite, its subject before it.
    Main,
    /// Joined to a finite verb of the same subject.
    Coordinated,
    /// "…, noting that …" behind a finite verb.
    Participle,
    /// "It was agreed", "views were exchanged".
    Passive,
    /// "…," said X.
    Inverted,
    /// An exchange took place: no report, but its subject may govern a report that follows.
    Encounter,
}

/// The clauses of one sentence, in order. `quoted` tells which tokens stand in quotation marks: they report nothing.
pub(super) fn clauses(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    tokens: Range<usize>,
    quoted: &dyn Fn(usize) -> bool,
) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if quoted(at) {
            at += 1;
            continue;
        }
        if let Some(clause) = own_future(reading, &found, tokens.clone(), at) {
            found.push(clause);
            at += 2;
            continue;
        }
        let step =
            cue_at(reading, at, tokens.end).filter(|_| !receives(reading, phrases, at, tokens.end));
        let Some(step) = step else {
            let Some(length) = encounter_verb(reading, at, tokens.end) else {
                at += 1;
                continue;
            };
            found.extend(
                encounter(reading, phrases, tokens.clone(), at..at + length).filter(|told| {
                    !found.last().is_some_and(|last| told_within(reading, last, told))
                }),
            );
            at += length;
            continue;
        };
        let next = step.cue.end;
        found.extend(clause(reading, phrases, &found, tokens.clone(), at, step));
        at = next;
    }
    let starts: Vec<usize> = found.iter().map(|clause| clause.cue.start).collect();
    for (index, clause) in found.iter_mut().enumerate() {
        if let Some(&next) = starts.get(index + 1) {
            clause.end = next;
        }
    }
    found
}

/// An exchange that took place, with who was at it.
fn encounter(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    tokens: Range<usize>,
    cue: Range<usize>,
) -> Option<Clause> {
    let mut before = cue.start;
    while before > tokens.start
        && (reading.is_adverb(before - 1) || reading.is(before - 1, Class::Auxiliary))
    {
        before -= 1;
    }
    let (who, subject) = subject_before(reading, phrases, tokens.start, before)?;
    let verb = Cue { act: Act::State, rule: CueRule::Inform, tense: Tense::Past };
    (who != Who::It).then_some(Clause {
        cue,
        verb,
        who,
        subject,
        form: ClauseForm::Encounter,
        end: tokens.end,
    })
}

/// Whether an exchange is told by somebody: "stressed that the ministers had met".
fn told_within(reading: &Reading<'_>, last: &Clause, told: &Clause) -> bool {
    last.verb.rule == CueRule::Clause
        && (last.cue.end..told.subject.start).any(|at| reading.word(at) == "that")
        && subordinate(reading, last, told.subject.start)
}

/// "…, and will work toward": what those who have just reported something will do themselves.
fn own_future(
    reading: &Reading<'_>,
    found: &[Clause],
    tokens: Range<usize>,
    at: usize,
) -> Option<Clause> {
    if reading.word(at) != "will" || reading.word(at - 1) != "and" {
        return None;
    }
    let last = found.last()?;
    let told = matches!(last.form, ClauseForm::Main | ClauseForm::Coordinated)
        && last.verb.tense == Tense::Past
        && !(last.cue.end..at).any(|between| reading.word(between) == "that");
    told.then(|| Clause {
        cue: at..at + 1,
        verb: Cue { act: Act::Commit, rule: CueRule::Fixed, tense: Tense::Past },
        who: last.who.clone(),
        subject: last.subject.clone(),
        form: ClauseForm::Coordinated,
        end: tokens.end,
    })
}

/// A verb that says that an exchange took place.
fn encounter_verb(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let (length, encounter) = reading.encounter(at..end)?;
    let auxiliary =
        || matches!(reading.word(at), "had" | "have" | "has") && participle(reading, at + 1);
    (encounter.form != crate::lexicon::Form::Noun && !reading.capital(at) && !auxiliary())
        .then_some(length)
}

fn clause(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    found: &[Clause],
    tokens: Range<usize>,
    at: usize,
    step: Step,
) -> Option<Clause> {
    let Step { cue, verb } = step;
    let end = tokens.end;
    let make = |who: Who, subject: Range<usize>, form| {
        Some(Clause { cue: cue.clone(), verb, who, subject, form, end })
    };
    // Skip adverbs and auxiliaries to the left.
    let mut before = at;
    let mut passive = false;
    let mut future = false;
    let mut done = false;
    let mut denied = false;
    while before > tokens.start {
        let word = reading.word(before - 1);
        if reading.is_adverb(before - 1) && word != "there" || word == "not" {
            before -= 1;
        } else if reading.is(before - 1, Class::Auxiliary) {
            passive |= cue.start == at
                && matches!(word, "was" | "were" | "been" | "be" | "is" | "are" | "being");
            done |= matches!(word, "was" | "were" | "been");
            denied |= matches!(word, "did" | "do" | "does");
            before -= 1;
        } else if reading.is(before - 1, Class::Modal) {
            future = true;
            before -= 1;
        } else if word == "turn" && before > tokens.start + 2 && reading.word(before - 2) == "in" {
            before -= 2;
        } else if reading.is(before - 1, Class::Weekday)
            && before > tokens.start + 2
            && reading.word(before - 2) == "on"
        {
            before -= 2; // "Foreign Minister X on Wednesday noted"
        } else if word == "part"
            && before > tokens.start + 3
            && matches!(reading.word(before - 3), "for" | "on")
        {
            before -= 3; // "for his part"
        } else {
            break;
        }
    }
    let previous = if before > tokens.start { reading.word(before - 1) } else { "" };
    let last = found.last().filter(|clause| clause.form != ClauseForm::Inverted);
    // "a call from President X, who thanked": a report of the one called.
    if previous.eq_ignore_ascii_case("who")
        && before > tokens.start + 1
        && reading.word(before - 2) == ","
        && verb.tense == Tense::Past
        && !passive
        && last.is_some_and(|clause| clause.form == ClauseForm::Encounter)
        && let Some(phrase) = phrases.iter().find(|phrase| phrase.tokens.end == before - 2)
    {
        return make(phrase.who.clone(), phrase.tokens.clone(), ClauseForm::Main);
    }
    if previous == "to"
        || matches!(previous, "which" | "who")
        || previous == "that" && phrases.iter().all(|p| p.tokens.end != before)
    {
        return None;
    }
    if verb.tense == Tense::Participle {
        let main =
            last.filter(|clause| clause.form != ClauseForm::Passive || clause.who == Who::It)?;
        let postposed = matches!(previous, "," | "while")
            || (previous == "and" && main.form == ClauseForm::Participle);
        let item = verb.rule != CueRule::Clause
            && verb.rule != CueRule::Inform
            && listed(reading, main.cue.end, at);
        return if postposed && !passive && !item {
            make(main.who.clone(), main.subject.clone(), ClauseForm::Participle)
        } else {
            None
        };
    }
    if future && verb.tense != Tense::Present {
        return None;
    }
    // A past form with "by" behind it and no auxiliary is a participle: "supported by the United States".
    let by = reading.word(cue.end) == "by" && !matches!(verb.rule, CueRule::Clause) && !passive;
    if passive {
        if verb.tense != Tense::Past
            || reading.is(at, Class::Disposed)
            || matches!(reading.word(at), "clear" | "unanimous")
        {
            let (who, subject) = subject_before(reading, phrases, tokens.start, before)?;
            let allowed = (verb.act == Act::Commit
                || matches!(reading.word(at), "clear" | "unanimous"))
                && (last.is_none_or(|clause| clause.form == ClauseForm::Encounter)
                    || subject.start > tokens.start && reading.word(subject.start - 1) == ",")
                && who != Who::It;
            return if allowed { make(who, subject, ClauseForm::Main) } else { None };
        }
        let governed = last.is_some_and(|clause| {
            clause.form != ClauseForm::Encounter && clause.form != ClauseForm::Passive
        });
        if governed || future {
            return None;
        }
        // "was stressed by both ministers"
        let agent = phrases.iter().find(|phrase| {
            done && reading.word(cue.end) == "by"
                && phrase.tokens.start == cue.end + 1
                && phrase.who != Who::It
        });
        if let Some(phrase) = agent {
            return make(phrase.who.clone(), phrase.tokens.clone(), ClauseForm::Passive);
        }
        let subject = passive_subject(reading, tokens.start, before);
        return match subject_before(reading, phrases, tokens.start, before) {
            // "is engaged", "are supported": a state of things, and no report.
            None if !done => None,
            None => make(Who::It, subject, ClauseForm::Passive),
            Some((Who::It, subject)) => make(Who::It, subject, ClauseForm::Passive),
            // "The relations of Chile and Peru were considered": they are the topic or a part of it.
            Some((_, phrase))
                if verb.act == Act::Discuss || phrase.start > subject.start + 1 && done =>
            {
                make(Who::It, subject, ClauseForm::Passive)
            }
            _ => None, // "Hamas was condemned": too little is known of who did
        };
    }
    if let Some((who, subject)) = subject_before(reading, phrases, tokens.start, before) {
        let one = matches!(&who, Who::Side(_) | Who::Office(..) | Who::Singular)
            || matches!(&who, Who::Persons(persons) if persons.len() == 1);
        // "support" behind one state is a noun: "U.S. support for".
        let noun = one
            && !future
            && !denied
            && verb.tense == Tense::Present
            && !reading.word(cue.start).ends_with('s');
        // "It further reviewed": the council of which the sentence before told.
        let council = who == Who::It && verb.tense == Tense::Past && subject.start == tokens.start;
        if who == Who::It && !council || by || noun {
            return None;
        }
        // Within what somebody said, another subject's verb is no report of the publisher's.
        if last.is_some_and(|clause| subordinate(reading, clause, subject.start)) {
            return None;
        }
        return make(who, subject, ClauseForm::Main);
    }
    // "…," said Volodymyr Zelenskyy.
    if let Some(phrase) = inverted(reading, phrases, &cue, verb, before, tokens.end) {
        return make(phrase.who.clone(), phrase.tokens.clone(), ClauseForm::Inverted);
    }
    if previous == "," && found.is_empty() && verb.tense == Tense::Past {
        // "The Government of X and members of Y, and representatives of Z, discussed": a subject with insertions.
        let before: Vec<&Phrase> = phrases.iter().filter(|phrase| phrase.tokens.end < at).collect();
        if before.len() > 1
            && before[0].tokens.start <= tokens.start + 1
            && before.iter().all(|phrase| phrase.who != Who::It)
        {
            return make(
                Who::Joint,
                before[0].tokens.start..before[before.len() - 1].tokens.end,
                ClauseForm::Main,
            );
        }
    }
    // "Minister X laid a wreath and thanked": the first verb tells of no report.
    if previous == "and"
        && found.is_empty()
        && verb.tense == Tense::Past
        && !by
        && let Some(first) = phrases.first()
        && first.tokens.start <= tokens.start + 1
        && !matches!(first.who, Who::It | Who::Side(_) | Who::Sides(_))
        && (reading.is(first.tokens.end, Class::Auxiliary)
            || reading.word(first.tokens.end).ends_with("ed"))
        && phrases.iter().all(|phrase| phrase.tokens.end + 1 != before)
    {
        return make(first.who.clone(), first.tokens.clone(), ClauseForm::Coordinated);
    }
    let main = last?;
    let joined = matches!(previous, "and" | "," | "or" | "but" | "&" | "then" | ";");
    if joined && verb.tense == Tense::Past && !by && !within_said(reading, phrases, main, at) {
        return make(main.who.clone(), main.subject.clone(), ClauseForm::Coordinated);
    }
    if joined
        && verb.tense == Tense::Present
        && main.verb.tense == Tense::Present
        && main.form != ClauseForm::Encounter
    {
        return make(main.who.clone(), main.subject.clone(), ClauseForm::Coordinated);
    }
    None
}

/// Whether "and" goes on with a verb of what is said: "stressed that the sides had met and agreed on".
fn within_said(reading: &Reading<'_>, phrases: &[Phrase], main: &Clause, at: usize) -> bool {
    let mut and = at;
    while and > main.cue.end && reading.word(and) != "and" {
        and -= 1;
    }
    let that = (main.cue.end..and).find(|&at| reading.word(at) == "that");
    let inner = |that: usize| {
        phrases.iter().any(|phrase| {
            let mut verb = phrase.tokens.end;
            while reading.is(verb, Class::Auxiliary) || reading.is_adverb(verb) {
                verb += 1;
            }
            phrase.tokens.start > that && verb < and && participle(reading, verb)
        })
    };
    reading.word(and - 1) != "," && that.is_some_and(inner)
}

/// The subject behind its verb: "…,” said the Minister", or without quotation marks at the end of the sentence.
fn inverted<'p>(
    reading: &Reading<'_>,
    phrases: &'p [Phrase],
    cue: &Range<usize>,
    verb: Cue,
    before: usize,
    end: usize,
) -> Option<&'p Phrase> {
    let phrase = phrases.iter().find(|phrase| phrase.tokens.start == cue.end)?;
    let quote = |at: usize| matches!(reading.word(at), "\"" | "”" | "»" | "“" | "'" | "’");
    let behind_quote =
        before > 1 && (quote(before - 1) || reading.word(before - 1) == "," && quote(before - 2));
    let closes = before > 0
        && reading.word(before - 1) == ","
        && (phrase.tokens.end..end).all(|at| matches!(reading.word(at), "." | "”" | "\""));
    (verb.rule == CueRule::Clause && verb.tense != Tense::Participle && (behind_quote || closes))
        .then_some(phrase)
}

/// The tokens of a passive's subject: from the last border of a clause to its verb.
fn passive_subject(reading: &Reading<'_>, start: usize, before: usize) -> Range<usize> {
    let border = (start..before).rev().find(|&at| matches!(reading.word(at), "," | ";" | ":"));
    border.map_or(start, |at| at + 1)..before
}

/// Whether a form in -ing goes on with a list that a preposition governs: "on fighting hunger, encouraging trade and …".
fn listed(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    (from + 1..at).any(|item| {
        reading.word(item).ends_with("ing")
            && matches!(
                reading.word(item - 1),
                "on" | "of" | "for" | "in" | "by" | "to" | "through" | "including" | "about"
            )
    })
}

/// Whether a new subject stands inside what an earlier clause reports: behind its "that", with no clause border between.
fn subordinate(reading: &Reading<'_>, clause: &Clause, subject: usize) -> bool {
    if clause.form == ClauseForm::Encounter {
        // "a call from President X, in which the President congratulated" is a report of its own.
        return false;
    }
    let between = clause.cue.end..subject;
    let border = subject > 1
        && (reading.word(subject - 1) == ";"
            || matches!(reading.word(subject - 1), "and" | "while" | "with" | "but")
                && reading.word(subject - 2) == ",");
    if border {
        return reading.word(subject - 1) == "with";
    }
    between.clone().any(|at| {
        matches!(
            reading.word(at),
            "that"
                | "how"
                | "what"
                | "why"
                | "when"
                | "where"
                | "which"
                | "who"
                | "as"
                | "because"
                | "if"
        )
    }) || between.len() <= 3
        || matches!(clause.verb.rule, CueRule::Clause)
}

/// The noun phrase that ends right before a token, or before an insertion between commas that ends there.
fn subject_before(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    start: usize,
    before: usize,
) -> Option<(Who, Range<usize>)> {
    let ends_here = |end: usize| {
        phrases.iter().rev().find(|phrase| phrase.tokens.end == end && phrase.tokens.start >= start)
    };
    if let Some(phrase) = ends_here(before) {
        // "Trade between Kenya and Sweden covers …": those who trade are no subject.
        let behind = phrase.tokens.start > start
            && matches!(reading.word(phrase.tokens.start - 1), "between" | "among" | "amongst");
        return (!behind).then(|| (phrase.who.clone(), phrase.tokens.clone()));
    }
    if before > start && reading.word(before - 1) == "," {
        // "Mr. Sullivan, joined by X, praised"
        let opened = phrases.iter().rev().find(|phrase| {
            phrase.tokens.end < before - 1
                && reading.word(phrase.tokens.end) == ","
                && before - phrase.tokens.end < 60
                && inserts(reading, phrase.tokens.end + 1)
        });
        return opened.map(|phrase| (phrase.who.clone(), phrase.tokens.clone()));
    }
    None
}

/// Whether an insertion between commas begins at a token.
fn inserts(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Class::Insertion)
        || reading.is(at, Class::OfficePart)
        || reading.is(at, Class::OfficeHead)
}
