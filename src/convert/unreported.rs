//! Sentences without a reporting verb of their own: narration, the exchange itself, what a speaker went on to say, the publisher's voice.

use std::ops::Range;

use super::attribution::{Context, Scene, SentenceReading, Speaker, narration};
use super::clauses::{Clause, ClauseForm};
use super::phrases::{Phrase, Who};
use super::promises;
use super::reading::Reading;
use crate::lexicon::{Class, CueRule, Tense};
use crate::record::{Act, Quotation};

/// Sentences about the exchange itself: what it was about (joint, discuss), or that and how it went (narration).
pub(super) fn about_the_exchange(
    reading: &Reading<'_>,
    unit: usize,
    tokens: Range<usize>,
) -> Option<SentenceReading> {
    if let Some(told) = listed_topics(reading, unit, tokens.clone()) {
        return Some(told);
    }
    let mut at = tokens.start;
    // "Overall, the conversation", "In addition, the talks"
    while at < tokens.end
        && at < tokens.start + 5
        && reading.word(at) != ","
        && !exchange(reading, at)
    {
        at += 1;
    }
    let start = if at < tokens.end && reading.word(at) == "," { at + 1 } else { tokens.start };
    let mut noun = start;
    while noun < tokens.end && noun < start + 9 {
        if exchange(reading, noun) {
            break;
        }
        if matches!(reading.word(noun), "," | "that" | "which") {
            return None;
        }
        noun += 1;
    }
    if noun >= tokens.end || noun >= start + 9 {
        return None;
    }
    if reading.word(noun) == "exchange"
        && reading.word(noun + 1) == "of"
        && matches!(reading.word(noun + 2), "views" | "opinions")
    {
        return Some(discussed(unit, "exchange-of-views", noun..noun + 3));
    }
    // "This was the first meeting of the two ministers."
    if matches!(reading.word(start), "This" | "It")
        && matches!(reading.word(start + 1), "is" | "was" | "marks" | "marked")
    {
        return Some(narration(unit, "exchange-itself"));
    }
    if let Some(told) = exchange_said(reading, unit, noun) {
        return Some(told);
    }
    let verb = (noun + 1..tokens.end.min(noun + 12))
        .find(|&at| reading.is(at, Class::ExchangeTopic) || reading.is(at, Class::ExchangeTold))?;
    let word = reading.word(verb);
    let topic = reading.is(verb, Class::ExchangeTopic)
        || word == "included"
            && matches!(
                reading.word(noun),
                "agenda" | "discussions" | "discussion" | "topics" | "talks"
            )
        || matches!(word, "was" | "were") && reading.is(verb + 1, Class::ExchangeTopic)
        || matches!(reading.word(noun), "focus");
    let focus = (start..=noun)
        .any(|at| matches!(reading.word(at), "focus" | "topic" | "subject" | "topics"));
    if topic || focus {
        return Some(discussed(unit, "exchange-topic", verb..verb + 1));
    }
    Some(narration(unit, "exchange-itself"))
}

/// Whether a word is a noun for the exchange itself.
fn exchange(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Class::EncounterNoun) || reading.is_lowered(at, Class::EncounterNoun)
}

/// Whether what is said from a token on is of the exchange itself: "that the call came within the efforts".
pub(super) fn of_the_exchange(reading: &Reading<'_>, from: usize) -> bool {
    (from..from + 4).any(|at| exchange(reading, at))
}

/// "The meeting reviewed trade", "Discussions were held on trade": the exchange stands for those who talked.
fn exchange_said(reading: &Reading<'_>, unit: usize, noun: usize) -> Option<SentenceReading> {
    let mut verb = noun + 1;
    while reading.is_adverb(verb) {
        verb += 1;
    }
    let cue = reading.cue(verb);
    let talked =
        cue.is_some_and(|cue| cue.rule == CueRule::Discuss && cue.tense != Tense::Participle);
    let discussion = reading.word(noun).to_lowercase().starts_with("discussion");
    let held = discussion
        && matches!(reading.word(verb), "were" | "was")
        && reading.word(verb + 1) == "held"
        && matches!(reading.word(verb + 2), "on" | "about" | "regarding" | "concerning");
    let saw = matches!(
        reading.word(verb),
        "witnessed" | "saw" | "featured" | "allowed" | "enabled" | "provided" | "offered"
    ) && (verb + 1..verb + 8)
        .any(|at| reading.word(at).starts_with("discussion") || reading.word(at) == "exchange");
    (talked || held || saw)
        .then(|| discussed(unit, "exchange-topic", verb..verb + 1 + usize::from(held)))
}

/// "Also discussed were the ports", "Among the topics discussed were the ports", "The focus was on the ports".
fn listed_topics(
    reading: &Reading<'_>,
    unit: usize,
    tokens: Range<usize>,
) -> Option<SentenceReading> {
    let opens = matches!(reading.word(tokens.start), "Also" | "Among");
    let were = |at: usize| matches!(reading.word(at), "were" | "was");
    let talked = |at: usize| reading.cue(at).is_some_and(|cue| cue.rule == CueRule::Discuss);
    // "The meeting was an opportunity to discuss trade"
    let chance = tokens.clone().take(14).find(|&at| {
        reading.is(at, Class::Opportunity)
            && reading.word(at + 1) == "to"
            && matches!(reading.word(at.wrapping_sub(1)), "an" | "the")
            && (talked(at + 2) || !reading.expressions(at + 2).is_empty())
            && (tokens.start..at).any(|at| exchange(reading, at) || reading.word(at) == "It")
            && (tokens.start..at)
                .any(|at| reading.is(at, Class::ExchangeTold) || reading.word(at) == "offered")
    });
    if let Some(at) = chance {
        return Some(discussed(unit, "exchange-topic", at + 2..at + 3));
    }
    let listed = (tokens.start..tokens.end.min(tokens.start + 14))
        .find(|&at| opens && talked(at) && (at + 1..at + 8).any(were));
    let focus = (tokens.start..tokens.end.min(tokens.start + 6))
        .find(|&at| reading.word(at) == "focus" && (at + 1..at + 8).any(were));
    let cue = listed.or(focus)?;
    Some(discussed(unit, "exchange-topic", cue..cue + 1))
}

/// What all sides talked about, told without saying who spoke.
fn discussed(unit: usize, rule: &'static str, cue: Range<usize>) -> SentenceReading {
    SentenceReading {
        speaker: Some(Speaker::Joint),
        act: Act::Discuss,
        cue: Some(cue),
        ..narration(unit, rule)
    }
}

/// Sentences without a report: narration, what was said before going on, or the publisher in its own voice.
pub(super) fn unattributed(
    scene: &Scene<'_, '_>,
    context: &Context,
    unit: usize,
    found: &[Phrase],
    list: &[Clause],
) -> SentenceReading {
    let reading = scene.reading;
    let tokens = reading.units[unit].tokens.clone();
    let mains = scene.present(unit);
    // What the publisher's own state will do is said by a person before, but by no side.
    let by_side = matches!(&context.last, Some((Speaker::Of(Who::Side(_)), ..)));
    let own_state = found.first().is_some_and(|phrase| {
        phrase.tokens.start == tokens.start
            && matches!(&phrase.who, Who::Side(side) if Some(*side) == reading.home)
    });
    let goes_on = continues(reading, context, tokens.clone())
        && !scene.joint_text
        && !(by_side && own_state)
        && !told_of(reading, found, tokens.clone(), &mains, context.single.as_ref());
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
    if on_file(reading, tokens.clone()) {
        return narration(unit, "document-issued");
    }
    if attendance(reading, tokens.clone()) {
        return narration(unit, "attendance");
    }
    if let Some(told) = according_to(scene, context, unit, found) {
        return told;
    }
    if let Some(cue) = exchange_of_views(reading, tokens.clone()) {
        return discussed(unit, "exchange-of-views", cue);
    }
    if let Some(cue) = on_the_agenda(reading, tokens.clone()) {
        return discussed(unit, "exchange-topic", cue);
    }
    if let Some(cue) = there_was_agreement(reading, tokens.clone()) {
        let agreed = discussed(unit, "exchange-topic", cue);
        return SentenceReading { act: Act::Agree, ..agreed };
    }
    if let Some(cue) = special_attention(reading, tokens.clone()) {
        return discussed(unit, "special-attention", cue);
    }
    let act = promises::clause_act(reading, tokens.clone(), &scene.sides);
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
    // "I know that …" in quotation marks is not the publisher's, nor is a sentence that is all a quotation.
    let quoted = scene.quoted(tokens.start + 1);
    let direct = scene.quotes.quotation(&reading.bytes(&tokens)) == Quotation::Direct;
    let follows = matches!(&context.last, Some((Speaker::Of(who), ..)) if Some(who) == context.single.as_ref());
    if quoted && (first_person || direct && follows) {
        let Some(who) = context.single.clone() else { return narration(unit, "narration") };
        let mut result = narration(unit, "quotation");
        result.speaker = Some(Speaker::Of(who));
        result.act = act.unwrap_or(Act::State);
        result.continued = true;
        return result;
    }
    if first_person {
        let all = scene.joint_text && subject.is_some_and(|phrase| phrase.who == Who::We);
        let mut result = narration(unit, if all { "we-all" } else { "first-person" });
        result.speaker = Some(if all { Speaker::Joint } else { Speaker::Publisher });
        result.act = act.unwrap_or(Act::State);
        return result;
    }
    // "They will meet in Europe": what the subject will do.
    if let Some(phrase) = subject.filter(|phrase| {
        let leaders = phrase.who == Who::Joint
            && !phrase.tokens.clone().any(|at| reading.is(at, Class::Country));
        (leaders || matches!(phrase.who, Who::Singular | Who::Plural))
            && reading.is(phrase.tokens.end, Class::Modal)
    }) {
        let speaker = match (&phrase.who, &context.single) {
            (Who::Singular, Some(single)) => Some(Speaker::Of(single.clone())),
            (Who::Plural | Who::Joint, _) => Some(Speaker::Joint),
            _ => None,
        };
        if speaker.is_some() {
            let mut result = narration(unit, "pronoun-will");
            result.speaker = speaker;
            result.act = act.unwrap_or(Act::State);
            return result;
        }
    }
    // "Minister X will visit Chile": what a person does is told, not said.
    if subject.is_some_and(|phrase| matches!(phrase.who, Who::Persons(_) | Who::Office(..))) {
        return narration(unit, "narration");
    }
    // A state that acts or will act, a programme, a policy: the publisher's own voice (rules 19 and 20).
    if tokens.end > tokens.start + 3
        && (tokens.end - 3..tokens.end)
            .any(|at| reading.word(at) == "follows" && reading.word(at - 1) == "as")
    {
        return narration(unit, "exchange-itself");
    }
    let asserts = |phrase: &Phrase| {
        let mut verb = phrase.tokens.end;
        while reading.is_adverb(verb) {
            verb += 1;
        }
        let word = reading.word(verb);
        let past = word.ends_with("ed")
            || matches!(word, "was" | "were" | "had" | "did")
            || reading.is(verb, Class::Participle);
        word.starts_with(char::is_lowercase) && !past
    };
    let home_subject = subject.is_some_and(|phrase| match &phrase.who {
        Who::Side(side) => Some(*side) == home,
        // "Kenya and Sweden work together": in the present, with nobody who says so.
        Who::Sides(sides) => {
            home.is_some_and(|home| sides.contains(&home))
                && phrase.tokens.start == tokens.start
                && asserts(phrase)
        }
        _ => false,
    });
    let ours = reading.word(tokens.start) == "Our";
    let all_named = || {
        subject.is_some_and(|phrase| matches!(phrase.who, Who::Joint | Who::Plural | Who::Sides(_)))
    };
    // What a joint statement says and nobody in it is all sides' word.
    let says = || {
        tokens.clone().any(|at| {
            reading.is(at, Class::Auxiliary)
                || reading.is(at, Class::Modal)
                || reading.is(at, Class::PublisherVerb)
        })
    };
    let of_text =
        || tokens.clone().any(|at| reading.word(at) == "text" || reading.is(at, Class::PressText));
    let all = scene.joint_text && (all_named() || says() && !of_text());
    if home_subject || ours || all || own_voice(reading, tokens.clone()) {
        let mut result = narration(unit, if home_subject { "home-asserts" } else { "own-voice" });
        result.speaker = Some(if scene.joint_text { Speaker::Joint } else { Speaker::Publisher });
        result.act = act.filter(|act| *act != Act::Request).unwrap_or(Act::State);
        return result;
    }
    narration(unit, "narration")
}

/// Whether a sentence tells what somebody who takes part did: "Earlier, President X bade farewell".
fn told_of(
    reading: &Reading<'_>,
    found: &[Phrase],
    tokens: Range<usize>,
    mains: &[usize],
    spoke: Option<&Who>,
) -> bool {
    found.iter().any(|phrase| {
        let start = phrase.tokens.start;
        let opens =
            start == tokens.start || reading.word(start - 1) == "," && start < tokens.start + 16;
        let next = reading.word(phrase.tokens.end);
        let present = match &phrase.who {
            // Nobody speaks of oneself by name.
            who if start == tokens.start && Some(who) == spoke => true,
            Who::Persons(persons) => persons.iter().all(|person| mains.contains(person)),
            Who::Office(..) => true,
            // "The two ministers signed": not "The two countries traded", which somebody may have said.
            Who::Joint => {
                start == tokens.start
                    && next.ends_with("ed")
                    && !phrase.tokens.clone().any(|at| reading.is(at, Class::Country))
            }
            _ => false,
        };
        let verb = next.starts_with(char::is_lowercase)
            && !matches!(next, "of" | "and" | "for" | "in" | "to" | "at");
        opens && present && verb
    })
}

/// "According to the Head of the Office, …", "In the view of Minister X", "in President X's view".
pub(super) fn according_to(
    scene: &Scene<'_, '_>,
    context: &Context,
    unit: usize,
    found: &[Phrase],
) -> Option<SentenceReading> {
    let reading = scene.reading;
    let tokens = reading.units[unit].tokens.clone();
    let view = |at: usize| matches!(reading.word(at), "view" | "opinion" | "words" | "assessment");
    let (who, cue) = tokens.clone().find_map(|at| {
        let next = match reading.word(at) {
            "According" | "according" if reading.word(at + 1) == "to" => at + 2,
            "In" | "in"
                if reading.word(at + 1) == "the"
                    && view(at + 2)
                    && reading.word(at + 3) == "of" =>
            {
                at + 4
            }
            "In" | "in" if matches!(reading.word(at + 1), "his" | "her") && view(at + 2) => at + 1,
            "As" | "as" if reading.word(at + 2) == "by" && reading.cue(at + 1).is_some() => at + 3,
            // A name with its possessive is no phrase: it stands between "in" and "view".
            "In" | "in" => {
                let mention = scene.cast.mentions_in(at + 1..at + 3).next()?;
                let noun = mention.tokens.end + 1;
                let person =
                    mention.person.filter(|_| reading.possessive(noun - 1) && view(noun))?;
                return Some((Who::Persons(vec![person]), at..at + 1));
            }
            _ => return None,
        };
        let pronoun = match reading.word(next) {
            "him" => Some("he"),
            "her" => Some("she"),
            _ => None,
        };
        if let Some(pronoun) = pronoun.filter(|_| reading.word(next + 1) == ",") {
            let (last, others) = (context.single.as_ref(), context.spoke.iter().rev().copied());
            let who = scene.genders.resolve(pronoun, None, last, others)?.0;
            return Some((who, at..next));
        }
        let phrase = found
            .iter()
            .find(|phrase| phrase.tokens.start >= next && phrase.tokens.start <= next + 1)?;
        let who = named_behind(scene, found, phrase).who.clone();
        if !matches!(who, Who::Persons(_) | Who::Office(..) | Who::Side(_)) {
            return None;
        }
        Some((who, at..next))
    })?;
    let mut result = narration(unit, "according-to");
    result.speaker = Some(Speaker::Of(who));
    result.act = promises::clause_act(reading, tokens, &scene.sides).unwrap_or(Act::State);
    result.act_rule = "according-to";
    result.cue = Some(cue);
    Some(result)
}

/// "the head of the delegation, Minister Ana Sol, …": the name that stands between commas behind a title without one.
fn named_behind<'p>(scene: &Scene<'_, '_>, found: &'p [Phrase], title: &'p Phrase) -> &'p Phrase {
    let reading = scene.reading;
    let nameless = |tokens: &Range<usize>| {
        scene.cast.mentions_in(tokens.clone()).all(|mention| mention.name.is_none())
    };
    let comma = (title.tokens.end..title.tokens.end + 4).find(|&at| reading.word(at) == ",");
    let apposed = found.iter().find(|phrase| {
        comma.is_some_and(|comma| phrase.tokens.start == comma + 1)
            && reading.word(phrase.tokens.end) == ","
            && !nameless(&phrase.tokens)
    });
    apposed.filter(|_| nameless(&title.tokens)).unwrap_or(title)
}

/// "A Joint Statement was adopted": a document issued.
fn on_file(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let passive = (tokens.start + 1..tokens.end).find(|&at| {
        matches!(reading.word(at), "was" | "were") && reading.is(at + 1, Class::Authored)
    });
    passive.is_some_and(|verb| {
        (tokens.start..verb).any(|at| reading.reference_noun(at..verb).is_some())
    })
}

/// "Other members of the delegation included …", "Also present were …": who else was there.
fn attendance(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let members = tokens.clone().take(9).find(|&at| {
        matches!(
            reading.word(at),
            "representatives" | "participants" | "attendees" | "members" | "delegation"
        )
    });
    let listed = members.is_some_and(|noun| {
        (noun + 1..tokens.end.min(noun + 9))
            .any(|at| matches!(reading.word(at), "included" | "comprised" | "consisted"))
    });
    let present = tokens
        .clone()
        .take(6)
        .find(|&at| matches!(reading.word(at), "Present" | "present" | "Attending" | "attendance"));
    listed
        || present.is_some_and(|at| {
            (at + 1..tokens.end.min(at + 5)).any(|at| matches!(reading.word(at), "was" | "were"))
        })
}

/// "… were on the agenda", "… topped the agenda".
fn on_the_agenda(reading: &Reading<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    tokens
        .clone()
        .find(|&at| {
            reading.word(at) == "agenda"
                && at > tokens.start + 3
                && reading.word(at - 1) == "the"
                && (at.saturating_sub(6).max(tokens.start)..at).any(|before| {
                    matches!(reading.word(before), "on" | "topped" | "dominated" | "featured")
                })
        })
        .map(|at| at..at + 1)
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

/// "There was agreement on trade", "On trade there was consensus".
fn there_was_agreement(reading: &Reading<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    tokens.clone().find_map(|at| {
        let there = matches!(reading.word(at), "There" | "there")
            && matches!(reading.word(at + 1), "was" | "is" | "were");
        let noun = (at + 2..at + 6)
            .find(|&noun| matches!(reading.word(noun), "agreement" | "consensus" | "unanimity"));
        noun.filter(|_| there).map(|noun| noun..noun + 1)
    })
}

/// "special attention was paid to".
fn special_attention(reading: &Reading<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    tokens
        .clone()
        .find(|&at| {
            matches!(reading.word(at), "attention" | "emphasis")
                && (at + 1..(at + 7).min(tokens.end)).any(|verb| reading.is(verb, Class::Attention))
        })
        .map(|at| at..at + 1)
}

/// Whether an unattributed sentence can be what the last speaker went on to say.
pub(super) fn continues(reading: &Reading<'_>, context: &Context, tokens: Range<usize>) -> bool {
    if !context.reported || fragment(reading, tokens.clone()) {
        return false;
    }
    let Some((speaker, _, rule)) = &context.last else { return false };
    // Reported speech goes on in the house styles that report at length; a joint sentence, or one act of thanks, does not.
    let person = matches!(speaker, Speaker::Of(_));
    let says = matches!(
        *rule,
        "clause-said" | "cue-say" | "continued" | "clause-consequence" | "said-before"
    );
    let expresses =
        matches!(*rule, "object-noun" | "object-importance" | "cue-fixed" | "object-need");
    let first = reading.word(tokens.start);
    let points_back = matches!(first, "This" | "These" | "Such");
    // "These efforts are part of", "This builds on": background. What was only expressed is seldom taken up by "this", and the
    // next meeting is told by the publisher.
    let background = if says {
        points_back
            && tokens
                .clone()
                .take(12)
                .any(|at| matches!(reading.word(at), "builds" | "follows" | "efforts" | "part"))
            && reading.word(tokens.start + 1) != "will"
    } else {
        points_back
            || tokens
                .clone()
                .any(|at| reading.word(at) == "next" && reading.is(at + 1, Class::EncounterNoun))
    };
    person && (says || expresses) && !background
}

/// "Press Office, Nairobi": a line that neither ends as a sentence nor has a verb is nobody's speech.
pub(super) fn fragment(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let ends = tokens.end.checked_sub(1).is_some_and(|last| {
        matches!(reading.word(last), "." | "!" | "?" | "”" | "\"" | ";" | ":" | "…")
    });
    let verb = |at: usize| {
        reading.is(at, Class::Auxiliary)
            || reading.is(at, Class::Modal)
            || reading.cue(at).is_some()
    };
    !ends && !tokens.clone().any(verb)
}

/// A programme, a sum of money, a plan: what only the publisher can say.
fn own_voice(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let asserts = |at: usize| {
        // "was established": what was done is told.
        let done = matches!(reading.word(at), "was" | "were")
            && (reading.word(at + 1).ends_with("ed") || reading.is(at + 1, Class::Participle));
        reading.is(at, Class::PublisherVerb) && !done || reading.word(at).contains('$')
    };
    tokens.clone().any(asserts) && !tokens.clone().any(|at| reading.is(at, Class::Presence))
}
