//! Who says each sentence: clauses and context in, one reading a sentence out, with the rule that decided.

use std::ops::Range;

use super::actors::Cast;
use super::acts::{self, Judged};
use super::clauses::{Clause, ClauseForm, clauses};
use super::events::Happening;
use super::persons::Side;
use super::phrases::{Phrase, Who};
use super::promises;
use super::pronouns::Genders;
use super::quotes::Quotes;
use super::reading::Reading;
use super::speakers::speaker_of;
use super::speech::{
    Letter, labelled, named_turn, orator, quoted_act, quoted_runs, speaks_for_others, spoken,
};
use super::unreported::{
    about_the_exchange, according_to, continues, of_the_exchange, unattributed,
};
use crate::lexicon::{Class, CueRule};
use crate::record::{Act, Quotation};

/// How one sentence was read.
#[derive(Debug, Clone)]
pub(super) struct SentenceReading {
    /// Index of the unit.
    pub(super) unit: usize,
    /// Who speaks; none for narration.
    pub(super) speaker: Option<Speaker>,
    pub(super) act: Act,
    /// Tokens of the reporting words, possibly of an earlier sentence.
    pub(super) cue: Option<Range<usize>>,
    pub(super) continued: bool,
    pub(super) quotation: Quotation,
    /// Name of the rule that decided on the speaker.
    pub(super) speaker_rule: &'static str,
    /// Name of the rule that decided on the act.
    pub(super) act_rule: &'static str,
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Speaker {
    /// Named persons, or a state where nobody is named.
    Of(Who),
    Joint,
    Publisher,
}

/// What sentences are read by besides their own words.
pub(super) struct Scene<'s, 'a> {
    pub(super) reading: &'s Reading<'a>,
    pub(super) cast: &'s Cast,
    pub(super) quotes: &'s Quotes,
    pub(super) happenings: &'s [Happening],
    pub(super) genders: Genders,
    /// The sides that take part in what is reported.
    pub(super) sides: Vec<Side>,
    /// Whether the text is a statement of all sides together, whose "we" are all.
    pub(super) joint_text: bool,
}

impl<'s, 'a> Scene<'s, 'a> {
    pub(super) fn new(
        reading: &'s Reading<'a>,
        cast: &'s Cast,
        quotes: &'s Quotes,
        happenings: &'s [Happening],
    ) -> Self {
        let genders = Genders::new(reading, cast);
        let title = reading.units.first().filter(|unit| unit.sentence.is_none());
        let joint_text = title.is_some_and(|unit| common_text(reading, unit.tokens.clone()));
        let mut sides: Vec<Side> = happenings
            .iter()
            .flat_map(|happening| {
                let persons = happening.participants.iter().map(|part| part.person);
                let of_persons = persons.filter_map(|person| cast.persons[person].side);
                of_persons.chain(happening.parties.iter().copied())
            })
            .collect();
        sides.sort_unstable();
        sides.dedup();
        Self { reading, cast, quotes, happenings, genders, sides, joint_text }
    }

    /// The sides for which a speaker may speak: its own, where that is known.
    fn own(&self, who: &Who) -> Vec<Side> {
        let own = match who {
            Who::Persons(persons) => sides_of(self.cast, persons),
            Who::Side(side) | Who::Office(_, Some(side)) => vec![*side],
            Who::Sides(sides) => sides.clone(),
            _ => Vec::new(),
        };
        if own.is_empty() { self.sides.clone() } else { own }
    }

    /// Whether a token stands in quoted speech.
    pub(super) fn quoted(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| self.quotes.covers(token.start as usize))
    }

    /// The persons who take part in what was reported last before a unit.
    pub(super) fn present(&self, unit: usize) -> Vec<usize> {
        let reported =
            |happening: &Happening| happening.units.iter().copied().filter(|&at| at <= unit).max();
        let latest = self.happenings.iter().filter_map(reported).max();
        let here = |happening: &&Happening| latest.is_none() || reported(happening) == latest;
        let mut persons: Vec<usize> = self
            .happenings
            .iter()
            .filter(here)
            .flat_map(|happening| &happening.participants)
            .map(|part| part.person)
            .collect();
        persons.dedup();
        persons
    }
}

/// What earlier sentences leave behind.
#[derive(Debug, Default, Clone)]
pub(super) struct Context {
    /// Single persons in the order in which they spoke.
    pub(super) spoke: Vec<usize>,
    /// The last single person or side that spoke: "he".
    pub(super) single: Option<Who>,
    /// The last group of persons of one side that spoke: "they".
    pub(super) group: Option<Who>,
    /// The last speaker, for sentences that go on.
    pub(super) last: Option<(Speaker, Range<usize>, &'static str)>,
    /// Whether the last sentence reported what was said, so that the next may go on.
    pub(super) reported: bool,
    /// The letter that the text has led into.
    letter: Option<Letter>,
    /// Speaker of the lead-in that list items belong to.
    pub(super) lead_in: Option<(Speaker, Act, Option<Range<usize>>)>,
}

/// Reads all sentences in order.
pub(super) fn sentences(scene: &Scene<'_, '_>) -> Vec<SentenceReading> {
    let Scene { reading, cast, quotes, .. } = *scene;
    let mut context = Context::default();
    let mut read: Vec<SentenceReading> = Vec::new();
    let orator = orator(scene);
    for unit in 0..reading.units.len() {
        let Some(sentence) = reading.units[unit].sentence else { continue };
        let tokens = reading.units[unit].tokens.clone();
        let found = &cast.phrases[unit];
        let inside = |at: usize| quotes.covers(reading.tokens[at].start as usize);
        let result = if let Some(label) = &reading.document.sentences[sentence].label {
            labelled(scene, unit, label.clone())
        } else if let Some(orator) = orator {
            spoken(scene, unit, orator)
        } else {
            let list = clauses(reading, found, tokens.clone(), &inside);
            unlabelled(scene, &mut context, unit, sentence, found, &list)
        };
        if let Some(Speaker::Of(who)) = &result.speaker {
            if singular(who) {
                context.single = Some(who.clone());
            }
            if let Who::Persons(persons) = who
                && let [person] = persons[..]
            {
                context.spoke.push(person);
            }
            // "U.S. officials noted … They": several of one side, by name or not.
            let officials = result.cue.as_ref().is_some_and(|cue| {
                (cue.start.saturating_sub(3).max(tokens.start)..cue.start)
                    .any(|at| matches!(reading.word(at), "officials" | "representatives"))
            });
            context.group = Some(who.clone()).filter(|who| match who {
                Who::Persons(persons) => persons.len() > 1,
                Who::Side(_) => officials && result.speaker_rule == "side-named",
                _ => false,
            });
        } else {
            context.group = None;
        }
        read.push(result);
    }
    quoted_runs(scene, &mut read);
    read
}

fn singular(who: &Who) -> bool {
    matches!(who, Who::Persons(persons) if persons.len() == 1)
        || matches!(who, Who::Side(_) | Who::Office(..))
}

pub(super) fn narration(unit: usize, rule: &'static str) -> SentenceReading {
    SentenceReading {
        unit,
        speaker: None,
        act: Act::State,
        cue: None,
        continued: false,
        quotation: Quotation::Indirect,
        speaker_rule: rule,
        act_rule: rule,
    }
}

fn unlabelled(
    scene: &Scene<'_, '_>,
    context: &mut Context,
    unit: usize,
    sentence: usize,
    found: &[Phrase],
    list: &[Clause],
) -> SentenceReading {
    let reading = scene.reading;
    let tokens = reading.units[unit].tokens.clone();
    let span = &reading.document.sentences[sentence].span;
    let quotation = scene.quotes.quotation(span);
    if reading.document.sentences[sentence].list_item {
        if let Some((speaker, act, cue)) = &context.lead_in {
            let mut result = narration(unit, "list-item");
            result.speaker = Some(speaker.clone());
            result.act = *act;
            result.act_rule = "list-item";
            result.cue.clone_from(cue);
            result.continued = true;
            return result;
        }
    } else {
        context.lead_in = None;
    }
    if let Some(letter) = &context.letter {
        match letter.sentence(scene, unit) {
            Some(mut said) => {
                said.quotation = quotation;
                return said;
            }
            None => context.letter = None,
        }
    }
    if spokesperson_says(reading, tokens.clone()) {
        return narration(unit, "spokesperson");
    }
    let opening =
        Some(()).filter(|()| matches!(reading.word(tokens.start), "According" | "As" | "In"));
    let mut result = if let Some(recital) = recital(scene, unit) {
        recital
    } else if let Some(told) = opening
        .and_then(|()| according_to(scene, context, unit, found))
        .filter(|told| told.cue.as_ref().is_some_and(|cue| opens(reading, &tokens, cue.start)))
    {
        told
    } else if let Some(spoken) = named_turn(scene, unit, found) {
        spoken
    } else if let Some(begun) = Letter::begins(scene, unit, context.single.as_ref()) {
        begun
    } else if let Some(decided) = reported(scene, context, unit, list) {
        decided
    } else if let Some(topic) = about_the_exchange(reading, unit, tokens.clone()) {
        topic
    } else {
        unattributed(scene, context, unit, found, list)
    };
    result.quotation = quotation;
    let spoke = match &result.speaker {
        Some(Speaker::Of(who)) => Some(who),
        _ => context.single.as_ref(),
    };
    context.letter = Letter::opens(scene, unit, spoke);
    if context.letter.is_some() && result.continued {
        result = narration(unit, "letter");
    }
    if reading.document.text[span.clone()].trim_end().ends_with(':') {
        context.lead_in =
            result.speaker.clone().map(|speaker| (speaker, result.act, result.cue.clone()));
    }
    match (&result.speaker, &result.cue) {
        (Some(speaker), Some(cue)) => {
            let said = !matches!(result.act, Act::Discuss);
            context.reported = said;
            // "In particular, both sides agreed", within what somebody said, does not end it.
            let aside = matches!(speaker, Speaker::Joint)
                && reading.word(tokens.start) == "In"
                && reading.word(tokens.start + 1) == "particular";
            if !aside {
                context.last = Some((speaker.clone(), cue.clone(), result.act_rule));
            }
        }
        (Some(_), None) => {}
        (None, _) => {
            context.reported = false;
            context.last = None;
            // "Minister X arrived in Oslo. He thanked": who does what is told is "he".
            let opens = found.first().filter(|phrase| phrase.tokens.start <= tokens.start + 1);
            if let Some(Phrase { who: who @ Who::Persons(persons), .. }) = opens
                && let [one] = persons[..]
                && scene.present(unit).contains(&one)
            {
                context.single = Some(who.clone());
            }
        }
    }
    result
}

/// Whether a title is of a text that all sides issue: "Joint Statement", "Communiqué", "Foreign Ministers' Statement".
fn common_text(reading: &Reading<'_>, title: Range<usize>) -> bool {
    let lower = |at: usize| reading.word(at).to_lowercase();
    title.clone().any(|at| {
        let word = lower(at);
        let alone = matches!(word.as_str(), "communiqué" | "communique" | "declaration");
        let text = alone || matches!(word.as_str(), "statement" | "vision");
        // "Joint Vision Statement", "Leaders' Statement", "Chair's Statement"
        let of_all = || {
            (at.saturating_sub(3).max(title.start)..at).any(|before| {
                let word = lower(before);
                matches!(word.as_str(), "joint" | "chair" | "chairs" | "chairman" | "ministerial")
                    || reading.is_lowered(before, Class::JointNoun)
            })
        };
        text && (alone || of_all())
    })
}

/// Whether a token opens a sentence, or stands behind its opening adverbial: "In particular, as noted by".
fn opens(reading: &Reading<'_>, tokens: &Range<usize>, at: usize) -> bool {
    at == tokens.start || at <= tokens.start + 3 && reading.word(at - 1) == ","
}

/// "A spokesperson of the ministry said:": what follows is the publisher's account.
fn spokesperson_says(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let colon = tokens.end.checked_sub(1).is_some_and(|last| reading.word(last) == ":");
    colon && tokens.clone().take(9).any(|at| reading.is(at, Class::Spokesperson))
}

/// "Reaffirming their commitment;": a recital of a joint statement, said by all.
fn recital(scene: &Scene<'_, '_>, unit: usize) -> Option<SentenceReading> {
    let reading = scene.reading;
    let tokens = reading.units[unit].tokens.clone();
    let last = tokens.end.checked_sub(1).filter(|last| *last > tokens.start)?;
    let verb = reading
        .lexicon
        .cue(&reading.word(tokens.start).to_lowercase())
        .filter(|cue| cue.tense == crate::lexicon::Tense::Participle)?;
    if !scene.joint_text || !matches!(reading.word(last), ";" | ",") {
        return None;
    }
    let cue = tokens.start..tokens.start + 1;
    let clause = Clause {
        cue: cue.clone(),
        verb,
        who: Who::Joint,
        subject: tokens.start..tokens.start,
        form: ClauseForm::Main,
        end: tokens.end,
    };
    let judged = acts::judge(reading, &clause, &scene.sides);
    let mut result = narration(unit, "recital");
    result.speaker = Some(Speaker::Joint);
    result.act = judged.act;
    result.act_rule = judged.rule;
    result.cue = Some(cue);
    Some(result)
}

/// Sentences with a reporting verb of their own.
fn reported(
    scene: &Scene<'_, '_>,
    context: &Context,
    unit: usize,
    list: &[Clause],
) -> Option<SentenceReading> {
    let reading = scene.reading;
    let tokens = reading.units[unit].tokens.clone();
    let goes_on = continues(reading, context, tokens.clone());
    // "The two heads of state met twice this year", said by a minister, reports no talk of his.
    let of_others = |clause: &Clause| {
        goes_on
            && clause.who == Who::Joint
            && clause.subject.clone().any(|at| reading.word(at) == "heads")
    };
    let telling: Vec<&Clause> = list
        .iter()
        .filter(|clause| clause.form != ClauseForm::Encounter && !of_others(clause))
        .collect();
    let mut judged: Vec<Judged> = telling
        .iter()
        .map(|clause| acts::judge(reading, clause, &scene.own(&clause.who)))
        .collect();
    // A talk about topics after an encounter is the purpose's echo; a participle adds its act.
    for (clause, judged) in telling.iter().zip(&mut judged) {
        if clause.form == ClauseForm::Participle && telling.len() > 1 && judged.act == Act::Condole
        {
            judged.rank = 4;
        }
    }
    let (clause, act, act_rule) = match closing(scene, &telling, tokens) {
        Some((clause, words)) => {
            let act = if scene.quoted(words.start + 1) {
                quoted_act(scene, words)
            } else {
                promises::clause_act(reading, words, &scene.own(&clause.who)).unwrap_or(Act::State)
            };
            (clause, act, "said-before")
        }
        None => {
            let best = acts::larger(&judged)?;
            (telling[best], judged[best].act, judged[best].rule)
        }
    };
    if let Some(told) = told_by_spokesperson(scene, context, unit, clause) {
        return Some(told);
    }
    let subject = list
        .iter()
        .take_while(|other| other.cue.start < clause.cue.start)
        .filter_map(|other| match &other.who {
            Who::Persons(persons) => <[usize; 1]>::try_from(persons.as_slice()).ok(),
            _ => None,
        })
        .last();
    let (speaker, rule) = speaker_of(scene, context, clause, act, subject.map(|[person]| person))?;
    if rule == "spokesperson" && of_the_exchange(reading, clause.cue.end) {
        return Some(narration(unit, rule));
    }
    Some(SentenceReading {
        unit,
        speaker: Some(speaker),
        act,
        cue: Some(clause.cue.clone()),
        continued: false,
        quotation: Quotation::Indirect,
        speaker_rule: rule,
        act_rule,
    })
}

/// "Ambassador X, the spokesman, added that the two ministers discussed": what those did is read as if it were told.
fn told_by_spokesperson(
    scene: &Scene<'_, '_>,
    context: &Context,
    unit: usize,
    clause: &Clause,
) -> Option<SentenceReading> {
    let Scene { reading, cast, .. } = *scene;
    let Who::Persons(persons) = &clause.who else { return None };
    let [one] = persons[..] else { return None };
    if !speaks_for_others(reading, cast, one) || clause.verb.rule != CueRule::Clause {
        return None;
    }
    let tokens = clause.cue.end..reading.units[unit].tokens.end;
    let begin = tokens.clone().take(4).find(|&at| reading.word(at) == "that");
    let tokens = begin.map_or(tokens.start, |that| that + 1)..tokens.end;
    let found = super::phrases::phrases(reading, cast, tokens.clone());
    let inner = clauses(reading, &found, tokens, &|at| scene.quoted(at));
    reported(scene, context, unit, &inner)
        .or_else(|| begin.map(|_| narration(unit, "spokesperson")))
}

/// The attribution that closes a sentence, "…, she said.", with the words before it that are attributed.
fn closing<'c>(
    scene: &Scene<'_, '_>,
    telling: &[&'c Clause],
    tokens: Range<usize>,
) -> Option<(&'c Clause, Range<usize>)> {
    let reading = scene.reading;
    let quoted = scene.quoted(tokens.start + 1);
    telling.iter().rev().find_map(|&clause| {
        let begin = clause.cue.start.min(clause.subject.start);
        let end = clause.cue.end.max(clause.subject.end);
        let says = clause.verb.rule == CueRule::Clause
            && matches!(clause.form, ClauseForm::Main | ClauseForm::Inverted)
            && begin > tokens.start + 3;
        let last = (end..tokens.end).all(|at| matches!(reading.word(at), "." | "”" | "\""));
        let behind_comma =
            begin > 1 && (reading.word(begin - 1) == "," || reading.word(begin - 2) == ",");
        (says && (quoted || last && behind_comma)).then_some((clause, tokens.start..begin))
    })
}

/// The sides of persons, each once.
pub(super) fn sides_of(cast: &Cast, persons: &[usize]) -> Vec<Side> {
    let mut sides: Vec<_> =
        persons.iter().filter_map(|&person| cast.persons[person].side).collect();
    sides.sort_unstable();
    sides.dedup();
    sides
}
