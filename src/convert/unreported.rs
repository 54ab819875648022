//! Sentences without a reporting verb of their own: narration, the exchange itself, what a speaker went on to say, the publisher's voice.

use std::ops::Range;

use super::acts;
use super::attribution::{Context, SentenceReading, Speaker, narration};
use super::clauses::{Clause, ClauseForm};
use super::phrases::{Phrase, Who};
use super::reading::Reading;
use crate::lexicon::Class;
use crate::record::Act;

/// Sentences about the exchange itself: what it was about (joint, discuss), or that and how it went (narration).
pub(super) fn about_the_exchange(
    reading: &Reading<'_>,
    unit: usize,
    tokens: Range<usize>,
) -> Option<SentenceReading> {
    let mut at = tokens.start;
    // "Overall, the conversation", "In addition, the talks"
    while at < tokens.end && at < tokens.start + 5 && reading.word(at) != "," {
        at += 1;
    }
    let start = if at < tokens.end && reading.word(at) == "," { at + 1 } else { tokens.start };
    let mut noun = start;
    while noun < tokens.end && noun < start + 7 {
        if reading.is(noun, Class::EncounterNoun)
            || reading.lexicon.is(&reading.word(noun).to_lowercase(), Class::EncounterNoun)
        {
            break;
        }
        if matches!(reading.word(noun), "," | "that" | "which") {
            return None;
        }
        noun += 1;
    }
    if noun >= tokens.end || noun >= start + 7 {
        return None;
    }
    let verb = (noun + 1..tokens.end.min(noun + 12)).find(|&at| {
        matches!(
            reading.word(at),
            "focused"
                | "centered"
                | "centred"
                | "covered"
                | "dealt"
                | "concerned"
                | "touched"
                | "addressed"
                | "revolved"
                | "encompassed"
                | "was"
                | "were"
                | "included"
                | "follows"
                | "followed"
                | "marks"
                | "marked"
                | "took"
                | "is"
                | "builds"
                | "comes"
                | "came"
                | "completed"
                | "provided"
                | "reflected"
                | "represents"
                | "demonstrates"
                | "will"
                | "has"
                | "ended"
                | "concluded"
                | "underscores"
                | "highlighted"
                | "reaffirmed"
                | "constitutes"
                | "provides"
                | "continues"
                | "lasted"
        )
    })?;
    let topic = matches!(
        reading.word(verb),
        "focused"
            | "centered"
            | "centred"
            | "covered"
            | "dealt"
            | "concerned"
            | "touched"
            | "addressed"
            | "revolved"
            | "encompassed"
    ) || reading.word(verb) == "included"
        && reading.lexicon.is(&reading.word(noun).to_lowercase(), Class::EncounterNoun)
        && matches!(
            reading.word(noun),
            "agenda" | "discussions" | "discussion" | "topics" | "talks"
        )
        || matches!(reading.word(verb), "was" | "were")
            && matches!(
                reading.word(verb + 1),
                "devoted" | "focused" | "dedicated" | "centred" | "centered"
            )
        || matches!(reading.word(noun), "focus");
    let focus = (start..noun)
        .any(|at| matches!(reading.word(at), "focus" | "topic" | "subject" | "topics"));
    if topic || focus {
        let mut result = narration(unit, "exchange-topic");
        result.speaker = Some(Speaker::Joint);
        result.act = Act::Discuss;
        result.cue = Some(verb..verb + 1);
        return Some(result);
    }
    Some(narration(unit, "exchange-itself"))
}

/// Sentences without a report: narration, what was said before going on, or the publisher in its own voice.
pub(super) fn unattributed(
    reading: &Reading<'_>,
    context: &Context,
    unit: usize,
    tokens: Range<usize>,
    found: &[Phrase],
    list: &[Clause],
    mains: &[usize],
) -> SentenceReading {
    let goes_on = continues(reading, context, tokens.clone());
    let by_participant = |who: &Who| match who {
        Who::Persons(persons) => persons.iter().any(|person| mains.contains(person)),
        Who::Singular | Who::Plural => true,
        _ => false,
    };
    let encounter =
        list.iter().find(|clause| clause.form == ClauseForm::Encounter && clause.who != Who::It);
    if encounter.is_some_and(|clause| !goes_on || by_participant(&clause.who)) {
        return narration(unit, "encounter");
    }
    if let Some(who) = according_to(reading, tokens.clone(), found) {
        let mut result = narration(unit, "according-to");
        result.speaker = Some(Speaker::Of(who.0));
        result.act = acts::clause_act(reading, tokens, None).unwrap_or(Act::State);
        result.act_rule = "according-to";
        result.cue = Some(who.1);
        return result;
    }
    if let Some(verb) = exchange_of_views(reading, tokens.clone()) {
        let mut result = narration(unit, "exchange-of-views");
        result.speaker = Some(Speaker::Joint);
        result.act = Act::Discuss;
        result.cue = Some(verb);
        return result;
    }
    if let Some(verb) = special_attention(reading, tokens.clone()) {
        let mut result = narration(unit, "special-attention");
        result.speaker = Some(Speaker::Joint);
        result.act = Act::Discuss;
        result.cue = Some(verb);
        return result;
    }
    let act = acts::clause_act(reading, tokens.clone(), None);
    let home = reading.home;
    let subject = found.first().filter(|phrase| phrase.tokens.start < tokens.start + 8);
    let first_person = subject.is_some_and(|phrase| matches!(phrase.who, Who::We | Who::Me));
    if goes_on
        && !first_person
        && let Some((speaker, cue, _)) = &context.last
    {
        let mut result = narration(unit, "continued");
        result.speaker = Some(speaker.clone());
        result.act = act.unwrap_or(Act::State);
        result.act_rule = if act.is_some() { "clause-said" } else { "continued" };
        result.cue = Some(cue.clone());
        result.continued = true;
        return result;
    }
    if first_person {
        let mut result = narration(unit, "first-person");
        result.speaker = Some(Speaker::Publisher);
        result.act = act.unwrap_or(Act::State);
        return result;
    }
    // "They will meet in Europe": what the subject will do.
    if let Some(phrase) = subject.filter(|phrase| {
        matches!(phrase.who, Who::Singular | Who::Plural)
            && reading.is(phrase.tokens.end, Class::Modal)
    }) {
        let speaker = match (&phrase.who, &context.single) {
            (Who::Singular, Some(single)) => Some(Speaker::Of(single.clone())),
            (Who::Plural, _) => Some(Speaker::Joint),
            _ => None,
        };
        if speaker.is_some() {
            let mut result = narration(unit, "pronoun-will");
            result.speaker = speaker;
            result.act = act.unwrap_or(Act::State);
            return result;
        }
    }
    // A state that acts or will act, a programme, a policy: the publisher's own voice (rules 19 and 20).
    let home_subject =
        subject.is_some_and(|phrase| matches!(&phrase.who, Who::Side(side) if Some(*side) == home));
    if home_subject || own_voice(reading, tokens.clone()) {
        let mut result = narration(unit, if home_subject { "home-asserts" } else { "own-voice" });
        result.speaker = Some(Speaker::Publisher);
        result.act = act.filter(|act| *act != Act::Request).unwrap_or(Act::State);
        return result;
    }
    narration(unit, "narration")
}

/// "According to the Head of the Office, …".
fn according_to(
    reading: &Reading<'_>,
    tokens: Range<usize>,
    found: &[Phrase],
) -> Option<(Who, Range<usize>)> {
    let at = tokens.clone().find(|&at| {
        matches!(reading.word(at), "According" | "according") && reading.word(at + 1) == "to"
    })?;
    let phrase = found
        .iter()
        .find(|phrase| phrase.tokens.start >= at + 2 && phrase.tokens.start <= at + 3)?;
    matches!(phrase.who, Who::Persons(_) | Who::Office(..) | Who::Side(_))
        .then(|| (phrase.who.clone(), at..at + 2))
}

/// "There was also an exchange of views on".
fn exchange_of_views(reading: &Reading<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let there = reading.word(tokens.start) == "There";
    tokens
        .clone()
        .take(8)
        .find(|&at| there && reading.word(at) == "exchange" && reading.word(at + 1) == "of")
        .map(|at| at..at + 3)
}

/// "special attention was paid to".
fn special_attention(reading: &Reading<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    tokens
        .clone()
        .find(|&at| {
            reading.word(at) == "attention"
                && (at + 1..(at + 4).min(tokens.end))
                    .any(|verb| matches!(reading.word(verb), "paid" | "given" | "devoted"))
        })
        .map(|at| at..at + 1)
}

/// Whether an unattributed sentence can be what the last speaker went on to say.
pub(super) fn continues(reading: &Reading<'_>, context: &Context, tokens: Range<usize>) -> bool {
    if !context.reported {
        return false;
    }
    let Some((speaker, _, rule)) = &context.last else { return false };
    // Reported speech goes on in the house styles that report at length; a joint sentence, or one act of thanks, does not.
    let person = matches!(speaker, Speaker::Of(_));
    let said = matches!(
        *rule,
        "clause-said"
            | "cue-say"
            | "continued"
            | "clause-consequence"
            | "object-noun"
            | "object-importance"
            | "cue-fixed"
            | "object-need"
    );
    let first = reading.word(tokens.start);
    let background = matches!(first, "This" | "These")
        && tokens
            .clone()
            .take(12)
            .any(|at| matches!(reading.word(at), "builds" | "follows" | "efforts" | "part"))
        && !matches!(reading.word(tokens.start + 1), "will");
    person && said && !background
}

/// A programme, a sum of money, a plan: what only the publisher can say.
fn own_voice(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    tokens.clone().any(|at| {
        matches!(
            reading.word(at),
            "will"
                | "is"
                | "are"
                | "has"
                | "have"
                | "builds"
                | "was"
                | "were"
                | "provides"
                | "plans"
        ) || reading.word(at).contains('$')
    }) && !tokens
        .clone()
        .any(|at| matches!(reading.word(at), "met" | "attended" | "arrived" | "present"))
}
