//! Clauses that report something: tokens and noun phrases in, reporting verbs with their subjects out.

use std::ops::Range;

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
        let step = cue_at(reading, at, tokens.end).filter(|_| !receives(reading, phrases, at));
        let Some((verb, length)) = step.filter(|_| !quoted(at)) else {
            if let Some(length) = encounter_verb(reading, at, tokens.end).filter(|_| !quoted(at)) {
                if let Some((who, subject)) = subject_before(reading, phrases, tokens.start, at)
                    .filter(|(who, _)| *who != Who::It)
                {
                    let cue = at..at + length;
                    let verb = Cue { act: Act::State, rule: CueRule::Inform, tense: Tense::Past };
                    found.push(Clause {
                        cue,
                        verb,
                        who,
                        subject,
                        form: ClauseForm::Encounter,
                        end: tokens.end,
                    });
                }
                at += length;
                continue;
            }
            at += 1;
            continue;
        };
        if let Some(clause) =
            clause(reading, phrases, &found, tokens.clone(), at..at + length, verb)
        {
            found.push(clause);
        }
        at += length;
    }
    let starts: Vec<usize> = found.iter().map(|clause| clause.cue.start).collect();
    for (index, clause) in found.iter_mut().enumerate() {
        if let Some(&next) = starts.get(index + 1) {
            clause.end = next;
        }
    }
    found
}

/// "welcomed the President of Mozambique": a guest, and no opinion.
fn receives(reading: &Reading<'_>, phrases: &[Phrase], at: usize) -> bool {
    let guest = |phrase: &&Phrase| {
        phrase.tokens.start == at + 1 && matches!(phrase.who, Who::Persons(_) | Who::Office(..))
    };
    matches!(reading.word(at), "welcomed" | "greeted" | "welcomes")
        && phrases.iter().any(|phrase| guest(&phrase))
}

/// The reporting words that begin at a token: one verb, or a verb with what makes it one.
fn cue_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Cue, usize)> {
    let word = reading.word(at);
    let next = if at + 1 < end { reading.word(at + 1) } else { "" };
    let cue = |act, rule, length| Some((Cue { act, rule, tense: Tense::Past }, length));
    match (word, next) {
        ("made" | "makes", "clear" | "it") => return cue(Act::State, CueRule::Clause, 2),
        ("called" | "calls" | "calling", "for" | "on" | "upon") => {
            let tense = if word == "calling" { Tense::Participle } else { Tense::Past };
            return Some((Cue { act: Act::Request, rule: CueRule::Fixed, tense }, 2));
        }
        ("called" | "calls" | "calling" | "made" | "makes" | "gave" | "drew" | "draws", _)
            if !expression(reading, at, end) =>
        {
            return None;
        }
        ("paid" | "pays" | "paying", _) => {
            return (next == "tribute" || reading.word(at + 2) == "tribute").then_some({
                (Cue { act: Act::Appreciate, rule: CueRule::Fixed, tense: Tense::Past }, 2)
            });
        }
        ("took" | "takes", "stock") => return cue(Act::Discuss, CueRule::Discuss, 2),
        ("took" | "takes", "note") => return cue(Act::State, CueRule::Clause, 2),
        ("took", _) => return None,
        ("continued" | "continue", "to") if at + 2 < end => {
            return reading
                .lexicon
                .cue(reading.word(at + 2))
                .map(|cue| (Cue { tense: Tense::Past, ..cue }, 3));
        }
        ("spoke" | "speaks", "highly") => return cue(Act::Appreciate, CueRule::Fixed, 2),
        ("turned", "to") => return cue(Act::Discuss, CueRule::Discuss, 2),
        ("spoke", "about" | "of") => {
            return cue(Act::Discuss, CueRule::Discuss, 2);
        }
        ("spoke", _) => return None,
        ("talked", "about") => return cue(Act::Discuss, CueRule::Discuss, 2),
        ("talked" | "engaged" | "advanced" | "covered", "with") => return None,
        ("looked" | "looks" | "look" | "looking", "forward") => {
            let tense = if word == "looking" { Tense::Participle } else { Tense::Past };
            return Some((Cue { act: Act::State, rule: CueRule::Inform, tense }, 2));
        }
        ("looked" | "looks" | "look" | "looking", _) => return None,
        ("pointed" | "points" | "pointing", _) if next != "out" && next != "to" => return None,
        ("provided", _) => {
            let briefing = (at + 1..(at + 4).min(end)).any(|token| {
                matches!(
                    reading.word(token),
                    "update" | "updates" | "overview" | "briefing" | "readout"
                )
            });
            return briefing.then_some((
                Cue { act: Act::State, rule: CueRule::Inform, tense: Tense::Past },
                1,
            ));
        }
        ("had" | "held" | "conducted" | "have", _) => {
            let talks = (at + 1..(at + 9).min(end))
                .take_while(|&token| !matches!(reading.word(token), "with" | "." | "," | ";"))
                .any(|token| {
                    matches!(
                        reading.word(token),
                        "exchange"
                            | "exchanges"
                            | "discussion"
                            | "discussions"
                            | "communication"
                            | "alignment"
                            | "conversation"
                            | "coordination"
                    )
                });
            return talks.then_some({
                (Cue { act: Act::Discuss, rule: CueRule::Discuss, tense: Tense::Past }, 1)
            });
        }
        ("shared" | "share" | "shares" | "sharing" | "exchanged" | "exchange", _) => {
            let views = (at + 1..(at + 6).min(end)).any(|token| {
                matches!(
                    reading.word(token),
                    "views"
                        | "view"
                        | "opinions"
                        | "perspectives"
                        | "assessments"
                        | "information"
                        | "ideas"
                        | "thoughts"
                        | "vision"
                        | "best"
                        | "concerns"
                        | "greetings"
                        | "wishes"
                        | "congratulations"
                        | "experiences"
                        | "assessment"
                        | "details"
                )
            });
            let act = if word.starts_with("exchanged") || word == "exchange" {
                Act::Discuss
            } else {
                Act::State
            };
            let rule = CueRule::Clause;
            return views.then(|| {
                (
                    Cue {
                        act,
                        rule,
                        tense: if word == "sharing" { Tense::Participle } else { Tense::Past },
                    },
                    1,
                )
            });
        }
        ("reached" | "reaching", _) => {
            let consensus = (at + 1..(at + 7).min(end)).any(|token| {
                matches!(
                    reading.word(token),
                    "consensus" | "agreement" | "agreements" | "understanding" | "understandings"
                )
            });
            let tense = if word == "reaching" { Tense::Participle } else { Tense::Past };
            return consensus.then_some((Cue { act: Act::Agree, rule: CueRule::Fixed, tense }, 1));
        }
        ("gave", _) => return cue(Act::State, CueRule::Clause, 1),
        ("attached" | "attaches", _) => return cue(Act::State, CueRule::Clause, 1),
        ("resorts", "to") => return cue(Act::Condemn, CueRule::Fixed, 1),
        ("sent" | "sends", _) => {
            let greetings = (at + 1..(at + 8).min(end)).any(|token| {
                matches!(
                    reading.word(token),
                    "greetings"
                        | "congratulations"
                        | "congratulatory"
                        | "congratulating"
                        | "wishing"
                )
            });
            let condolences = (at + 1..(at + 8).min(end)).any(|token| {
                matches!(reading.word(token), "condolences" | "condolence" | "sympathy")
            });
            let act = if condolences { Act::Condole } else { Act::Appreciate };
            return (greetings || condolences)
                .then_some((Cue { act, rule: CueRule::Fixed, tense: Tense::Past }, 1));
        }
        ("ready" | "willing" | "prepared" | "committed", "to") if be_before(reading, at) => {
            return cue(Act::Commit, CueRule::Fixed, 1);
        }
        _ => {}
    }
    if reading.capital(at) {
        return None;
    }
    reading.lexicon.cue(word).map(|cue| (cue, 1))
}

fn be_before(reading: &Reading<'_>, at: usize) -> bool {
    let mut before = at;
    while before > 0 && reading.lexicon.is_adverb(reading.word(before - 1)) {
        before -= 1;
    }
    before > 0
        && matches!(
            reading.word(before - 1),
            "is" | "are" | "was" | "were" | "remains" | "remain" | "stands" | "stand" | "am"
        )
}

/// "made a proposal", "gave an assessment", "drew attention": verbs that report only with such an object.
fn expression(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    (at + 1..(at + 7).min(end)).any(|token| {
        matches!(
            reading.word(token),
            "attention"
                | "assessment"
                | "assessments"
                | "response"
                | "proposal"
                | "proposals"
                | "briefing"
                | "overview"
                | "account"
                | "explanation"
                | "statement"
        ) || matches!(reading.word(token), "terrorist" | "barbaric")
    })
}

/// A verb that says that an exchange took place.
fn encounter_verb(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    if reading.capital(at) {
        return None;
    }
    let (length, encounter) =
        reading.lexicon.encounters.longest(&reading.document.text, &reading.tokens[at..end])?;
    (encounter.form != crate::lexicon::Form::Noun).then_some(length)
}

fn clause(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    found: &[Clause],
    tokens: Range<usize>,
    cue: Range<usize>,
    verb: Cue,
) -> Option<Clause> {
    let at = cue.start;
    let end = tokens.end;
    let make = |who: Who, subject: Range<usize>, form| {
        Some(Clause { cue: cue.clone(), verb, who, subject, form, end })
    };
    // Skip adverbs and auxiliaries to the left.
    let mut before = at;
    let mut passive = false;
    let mut future = false;
    while before > tokens.start {
        let word = reading.word(before - 1);
        if reading.lexicon.is_adverb(word) && word != "there" || word == "not" {
            before -= 1;
        } else if reading.is(before - 1, Class::Auxiliary) {
            passive |= matches!(word, "was" | "were" | "been" | "be" | "is" | "are" | "being");
            before -= 1;
        } else if reading.is(before - 1, Class::Modal) {
            future = true;
            before -= 1;
        } else {
            break;
        }
    }
    let previous = if before > tokens.start { reading.word(before - 1) } else { "" };
    let last = found.last().filter(|clause| clause.form != ClauseForm::Inverted);
    if previous == "to"
        || previous == "which"
        || previous == "that" && phrases.iter().all(|p| p.tokens.end != before)
    {
        return None;
    }
    if verb.tense == Tense::Participle {
        let main =
            last.filter(|clause| clause.form != ClauseForm::Passive || clause.who == Who::It)?;
        let postposed = matches!(previous, "," | "while")
            || (previous == "and" && main.form == ClauseForm::Participle);
        return if postposed && !passive {
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
            || matches!(reading.word(at), "committed" | "prepared" | "ready" | "willing")
        {
            let (who, subject) = subject_before(reading, phrases, tokens.start, before)?;
            let allowed = verb.act == Act::Commit
                && last.is_none_or(|clause| clause.form == ClauseForm::Encounter)
                && who != Who::It;
            return if allowed { make(who, subject, ClauseForm::Main) } else { None };
        }
        let governed = last.is_some_and(|clause| {
            clause.form != ClauseForm::Encounter && clause.form != ClauseForm::Passive
        });
        if governed || future {
            return None;
        }
        if let Some((who, subject)) = subject_before(reading, phrases, tokens.start, before) {
            return match who {
                Who::It => make(Who::It, subject, ClauseForm::Passive),
                _ => None, // "Hamas was condemned": too little is known of who did
            };
        }
        return make(Who::It, before..before, ClauseForm::Passive);
    }
    if let Some((who, subject)) = subject_before(reading, phrases, tokens.start, before) {
        if who == Who::It || by {
            return None;
        }
        // Within what somebody said, another subject's verb is no report of the publisher's.
        if last.is_some_and(|clause| subordinate(reading, clause, subject.start)) {
            return None;
        }
        return make(who, subject, ClauseForm::Main);
    }
    // "…," said Volodymyr Zelenskyy.
    if matches!(previous, "\"" | "”" | "»" | "," | "“")
        && let Some(phrase) = phrases.iter().find(|phrase| phrase.tokens.start == cue.end)
        && matches!(
            reading.word(at),
            "said"
                | "noted"
                | "stressed"
                | "added"
                | "emphasized"
                | "emphasised"
                | "stated"
                | "concluded"
                | "underlined"
                | "explained"
                | "underscored"
        )
    {
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
    let main = last?;
    let joined = matches!(previous, "and" | "," | "or" | "but" | "&" | "then" | ";");
    if joined && verb.tense == Tense::Past && !by {
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
        // "with President Biden underscoring", "a call from President X" are no subjects of finite verbs.
        return Some((phrase.who.clone(), phrase.tokens.clone()));
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
    matches!(
        reading.word(at),
        "who"
            | "joined"
            | "together"
            | "along"
            | "alongside"
            | "accompanied"
            | "as"
            | "also"
            | "including"
            | "speaking"
            | "on"
            | "in"
            | "for"
            | "representing"
            | "during"
            | "the"
            | "flanked"
            | "acting"
            | "a"
            | "at"
            | "after"
            | "noting"
            | "while"
            | "both"
            | "addressing"
            | "according"
            | "respectively"
    ) || reading.is(at, Class::OfficePart)
        || reading.is(at, Class::OfficeHead)
}
