//! Direct speech: turns of transcripts and quotations of several sentences in, who speaks them and the act out.

use std::ops::Range;

use super::actors::Cast;
use super::attribution::{Scene, SentenceReading, Speaker, narration};
use super::phrases::{Phrase, Who};
use super::promises;
use super::reading::Reading;
use crate::lexicon::{Class, CueRule};
use crate::record::{Act, EventType, Quotation};

/// A turn of a transcript: the label speaks.
pub(super) fn labelled(scene: &Scene<'_, '_>, unit: usize, label: Range<usize>) -> SentenceReading {
    let Scene { reading, cast, .. } = *scene;
    let text = super::reading::plain(&reading.document.text[label]);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    if words.iter().any(|word| reading.lexicon.is(word, Class::Questioner)) {
        return narration(unit, "transcript-question");
    }
    let mut result = turn(scene, unit, "transcript-label");
    result.speaker = match label_person(reading, cast, &text) {
        Some(person) => Some(Speaker::Of(Who::Persons(vec![person]))),
        // "PRIME MINISTER:" of a house whose head the text does not name.
        None => Some(Speaker::Publisher),
    };
    result
}

/// Words of direct speech in a sentence, and whose they are.
fn said_by(
    scene: &Scene<'_, '_>,
    unit: usize,
    rule: &'static str,
    who: Who,
    words: Range<usize>,
) -> SentenceReading {
    SentenceReading {
        speaker: Some(Speaker::Of(who)),
        act: quoted_act(scene, words),
        act_rule: "transcript-turn",
        ..narration(unit, rule)
    }
}

/// A sentence of a transcript, by whom a rule tells.
fn turn(scene: &Scene<'_, '_>, unit: usize, rule: &'static str) -> SentenceReading {
    let mut result = narration(unit, rule);
    result.act = turn_act(scene, scene.reading.units[unit].tokens.clone());
    result.act_rule = "transcript-turn";
    result.quotation = Quotation::Direct;
    result
}

/// A sentence of a speech, whose speaker the title of the text names.
pub(super) fn spoken(scene: &Scene<'_, '_>, unit: usize, orator: usize) -> SentenceReading {
    // "Ladies and gentlemen,"
    if super::unreported::fragment(scene.reading, scene.reading.units[unit].tokens.clone()) {
        return narration(unit, "narration");
    }
    let mut result = turn(scene, unit, "transcript-title");
    result.speaker = Some(Speaker::Of(Who::Persons(vec![orator])));
    result
}

/// Who gives the speech that the text is: "Remarks by President X", "Minister X's Statement" above a text with "I".
pub(super) fn orator(scene: &Scene<'_, '_>) -> Option<usize> {
    let Scene { reading, cast, .. } = *scene;
    let titles = reading.units.iter().filter(|unit| unit.sentence.is_none());
    let mut orators = titles.filter_map(|unit| orator_of(reading, cast, unit.tokens.clone()));
    let orator = orators.next()?;
    // Few texts have such a title: only then is the whole of them looked through.
    let own = |phrase: &Phrase| phrase.who == Who::Me && !scene.quoted(phrase.tokens.start);
    let first_person = || cast.phrases.iter().filter(|found| found.iter().any(own)).nth(1);
    (orators.all(|other| other == orator) && first_person().is_some()).then_some(orator)
}

/// Whom a title or heading names as who gives a speech.
fn orator_of(reading: &Reading<'_>, cast: &Cast, title: Range<usize>) -> Option<usize> {
    let speech = title.clone().find(|&at| reading.is(at, Class::Oration))?;
    let by = matches!(reading.word(speech + 1), "by" | "of" | "from");
    let mention = cast.mentions_in(title).find(|mention| {
        let behind = by
            && mention.tokens.start > speech + 1
            && (speech + 2..mention.tokens.start).all(|at| {
                reading.is(at, Class::Honorific) || matches!(reading.word(at), "the" | ".")
            });
        let before = mention.tokens.end < speech
            && speech < mention.tokens.end + 5
            && reading.possessive(mention.tokens.end);
        behind || before
    })?;
    let person = mention.person?;
    (!speaks_for_others(reading, cast, person)).then_some(person)
}

/// Whether one of a person's offices is to speak for others.
pub(super) fn speaks_for_others(reading: &Reading<'_>, cast: &Cast, person: usize) -> bool {
    cast.persons[person].offices.iter().any(|office| reading.is(office.head, Class::Spokesperson))
}

/// "💬 Minister X: We value …": a turn whose speaker stands before it in the same sentence.
pub(super) fn named_turn(
    scene: &Scene<'_, '_>,
    unit: usize,
    found: &[Phrase],
) -> Option<SentenceReading> {
    let reading = scene.reading;
    let tokens = reading.units[unit].tokens.clone();
    let phrase = found.first().filter(|phrase| phrase.tokens.start <= tokens.start + 3)?;
    let bare = (tokens.start..phrase.tokens.start)
        .all(|at| !reading.word(at).starts_with(char::is_alphanumeric));
    let one = matches!(&phrase.who, Who::Persons(persons) if persons.len() == 1);
    let words = phrase.tokens.end + 1..tokens.end;
    if !bare || !one || reading.word(phrase.tokens.end) != ":" || words.is_empty() {
        return None;
    }
    Some(said_by(scene, unit, "transcript-label", phrase.who.clone(), words))
}

/// A letter that the text gives in full: from "The message reads as follows:" to where it ends.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    sender: Who,
}

impl Letter {
    /// "The message reads, in part: “You …": a sentence that leads into a letter and begins it.
    pub(super) fn begins(
        scene: &Scene<'_, '_>,
        unit: usize,
        spoke: Option<&Who>,
    ) -> Option<SentenceReading> {
        let reading = scene.reading;
        let tokens = reading.units[unit].tokens.clone();
        let colon = tokens
            .clone()
            .take(20)
            .find(|&at| reading.word(at) == ":" && scene.quoted((at + 2).min(tokens.end - 1)))?;
        let told = |class: Class| (tokens.start..colon).find(|&at| reading.is(at, class));
        let (_, reads) = (told(Class::Letter)?, told(Class::Reads)?);
        let who = sender(scene, unit).or_else(|| spoke.cloned())?;
        let mut result = said_by(scene, unit, "letter", who, colon + 1..tokens.end);
        result.cue = Some(reads..reads + 1);
        Some(result)
    }

    /// The letter that a sentence leads into, of whom the text spoke last.
    pub(super) fn opens(scene: &Scene<'_, '_>, unit: usize, spoke: Option<&Who>) -> Option<Self> {
        let reading = scene.reading;
        let tokens = reading.units[unit].tokens.clone();
        let colon = tokens.end.checked_sub(1).is_some_and(|last| reading.word(last) == ":");
        let of = |class: Class| tokens.clone().any(|at| reading.is(at, class));
        if !colon || !of(Class::Letter) || !of(Class::Reads) {
            return None;
        }
        let sender = spoke.cloned().or_else(|| sender(scene, unit))?;
        Some(Self { sender })
    }

    /// A sentence of the letter; none where it has ended.
    pub(super) fn sentence(&self, scene: &Scene<'_, '_>, unit: usize) -> Option<SentenceReading> {
        let reading = scene.reading;
        let tokens = reading.units[unit].tokens.clone();
        if super::unreported::fragment(reading, tokens.clone()) {
            return Some(narration(unit, "letter"));
        }
        let personal = tokens.clone().any(|at| reading.is(at, Class::Personal));
        if !personal && !scene.quoted(tokens.start + 1) {
            return None;
        }
        Some(said_by(scene, unit, "letter", self.sender.clone(), tokens))
    }
}

/// Who sends the message that the text reports: the one person of the publisher's side who takes part.
pub(super) fn sender(scene: &Scene<'_, '_>, unit: usize) -> Option<Who> {
    let message =
        scene.happenings.iter().any(|happening| happening.event_type == EventType::Message);
    let home = scene.reading.home.filter(|_| message)?;
    let present = scene.present(unit);
    let mut own = present.iter().filter(|&&person| scene.cast.persons[person].side == Some(home));
    match (own.next(), own.next()) {
        (Some(&one), None) => Some(Who::Persons(vec![one])),
        _ => None,
    }
}

/// The person that a label names: the one most of whose words stand in it.
fn label_person(reading: &Reading<'_>, cast: &Cast, label: &str) -> Option<usize> {
    let named = cast
        .persons
        .iter()
        .position(|person| person.words.last().is_some_and(|word| label.contains(word.as_str())));
    named.or_else(|| {
        let holds = |index: &usize| {
            let person = &cast.persons[*index];
            person
                .offices
                .iter()
                .any(|office| label == super::actors::core(reading, office).join(" "))
        };
        let mut holders = (0..cast.persons.len()).filter(holds);
        let home = |&index: &usize| cast.persons[index].side == reading.home;
        let first = holders.next()?;
        match holders.next() {
            None => Some(first),
            Some(second) => [first, second].into_iter().find(home),
        }
    })
}

/// Acts of direct speech (rule 11 of the other governments' documents).
fn turn_act(scene: &Scene<'_, '_>, tokens: Range<usize>) -> Act {
    let reading = scene.reading;
    let has = |words: &[&str]| tokens.clone().any(|at| words.contains(&reading.word(at)));
    let of = |class: Class| tokens.clone().any(|at| reading.is_lowered(at, class));
    if of(Class::Condoling) {
        return Act::Condole;
    }
    if of(Class::Thanking) || good_wish(reading, tokens.clone()) {
        return Act::Appreciate;
    }
    if has(&["ready", "determined", "committed", "will"])
        && has(&["we", "We", "I"])
        && has(&["ready", "determined", "committed"])
    {
        return Act::Commit;
    }
    if has(&["support", "solidarity"]) && has(&["we", "We", "I", "all"]) {
        return Act::Support;
    }
    if has(&["propose", "urge", "invite", "ask", "call"]) && has(&["I", "we", "We"]) {
        return Act::Request;
    }
    // "We discussed", "I urged": what the speaker tells of the talks.
    let told = tokens.clone().find_map(|at| {
        let cue = reading.cue(at)?;
        let mut before = at;
        while before > tokens.start
            && (reading.is(before - 1, Class::Auxiliary) || reading.is_adverb(before - 1))
        {
            before -= 1;
        }
        let own = before > tokens.start && matches!(reading.word(before - 1), "We" | "we" | "I");
        (own && matches!(cue.rule, CueRule::Fixed | CueRule::Discuss)).then_some(cue.act)
    });
    if let Some(act) = told {
        return act;
    }
    if has(&["hope", "confident"]) {
        return Act::State;
    }
    promises::clause_act(reading, tokens, &scene.sides)
        .filter(|act| matches!(act, Act::Condemn | Act::Oppose | Act::Warn))
        .unwrap_or(Act::State)
}

fn good_wish(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    reading.word(tokens.start) == "Good"
        && matches!(reading.word(tokens.start + 1), "afternoon" | "morning" | "evening" | "day")
}

/// Quotations of several sentences: the attribution at their start or end holds for all of them.
pub(super) fn quoted_runs(scene: &Scene<'_, '_>, read: &mut [SentenceReading]) {
    let Scene { reading, quotes, .. } = *scene;
    let spans: Vec<Range<usize>> =
        read.iter().map(|sentence| reading.bytes(&reading.units[sentence.unit].tokens)).collect();
    for run in quotes.runs() {
        let touched: Vec<usize> = (0..read.len())
            .filter(|&index| spans[index].start < run.end && run.start < spans[index].end)
            .collect();
        if touched.len() < 2 {
            continue;
        }
        let attributed = touched
            .iter()
            .copied()
            .filter(|&index| {
                read[index]
                    .cue
                    .as_ref()
                    .is_some_and(|cue| !quotes.covers(reading.tokens[cue.start].start as usize))
                    && !read[index].continued
            })
            .find(|&index| spans[index].start < run.start || spans[index].end > run.end)
            .or_else(|| {
                touched.iter().copied().find(|&index| {
                    matches!(read[index].speaker, Some(Speaker::Of(_))) && !read[index].continued
                })
            });
        let Some(source) = attributed else { continue };
        let (speaker, cue) = (read[source].speaker.clone(), read[source].cue.clone());
        for &index in touched.iter().filter(|&&index| index != source) {
            let tokens = reading.units[read[index].unit].tokens.clone();
            read[index].speaker.clone_from(&speaker);
            read[index].act = quoted_act(scene, tokens);
            read[index].act_rule = "quotation";
            read[index].speaker_rule = "quotation";
            read[index].cue.clone_from(&cue);
            read[index].continued = true;
            read[index].quotation = Quotation::Direct;
        }
    }
}

pub(super) fn quoted_act(scene: &Scene<'_, '_>, tokens: Range<usize>) -> Act {
    let act = turn_act(scene, tokens.clone());
    if act != Act::State {
        return act;
    }
    promises::clause_act(scene.reading, tokens, &scene.sides).unwrap_or(Act::State)
}
