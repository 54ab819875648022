//! Who says each sentence: clauses and context in, one reading a sentence out, with the rule that decided.

use std::ops::Range;

use super::actors::Cast;
use super::acts::{self, Judged};
use super::clauses::{Clause, ClauseForm, clauses};
use super::phrases::{Phrase, Who};
use super::quotes::Quotes;
use super::reading::Reading;
use super::speech::{labelled, quoted_runs};
use super::unreported::{about_the_exchange, continues, unattributed};
use crate::lexicon::Class;
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

/// What earlier sentences leave behind.
#[derive(Debug, Default, Clone)]
pub(super) struct Context {
    /// The last single person or side that spoke: "he".
    pub(super) single: Option<Who>,
    /// The last group of persons of one side that spoke: "they".
    pub(super) group: Option<Who>,
    /// The last speaker, for sentences that go on.
    pub(super) last: Option<(Speaker, Range<usize>, &'static str)>,
    /// Whether the last sentence reported what was said, so that the next may go on.
    pub(super) reported: bool,
    /// Speaker of the lead-in that list items belong to.
    pub(super) lead_in: Option<(Speaker, Act, Option<Range<usize>>)>,
}

/// Reads all sentences in order.
pub(super) fn sentences(
    reading: &Reading<'_>,
    cast: &Cast,
    quotes: &Quotes,
    mains: &[usize],
) -> Vec<SentenceReading> {
    let mut context = Context::default();
    let mut read: Vec<SentenceReading> = Vec::new();
    for unit in 0..reading.units.len() {
        let Some(sentence) = reading.units[unit].sentence else { continue };
        let tokens = reading.units[unit].tokens.clone();
        let found = &cast.phrases[unit];
        let inside = |at: usize| quotes.covers(reading.tokens[at].start as usize);
        let list = clauses(reading, found, tokens.clone(), &inside);
        let result = if let Some(label) = &reading.document.sentences[sentence].label {
            labelled(reading, cast, unit, label.clone())
        } else {
            unlabelled(reading, cast, quotes, &mut context, unit, sentence, found, &list, mains)
        };
        if let Some(Speaker::Of(who)) = &result.speaker {
            if singular(who) {
                context.single = Some(who.clone());
            }
            context.group = Some(who.clone())
                .filter(|who| matches!(who, Who::Persons(persons) if persons.len() > 1));
        } else {
            context.group = None;
        }
        read.push(result);
    }
    quoted_runs(reading, quotes, &mut read);
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

#[expect(
    clippy::too_many_arguments,
    reason = "what one sentence is read by, used together nowhere else"
)]
fn unlabelled(
    reading: &Reading<'_>,
    cast: &Cast,
    quotes: &Quotes,
    context: &mut Context,
    unit: usize,
    sentence: usize,
    found: &[Phrase],
    list: &[Clause],
    mains: &[usize],
) -> SentenceReading {
    let tokens = reading.units[unit].tokens.clone();
    let span = &reading.document.sentences[sentence].span;
    let quotation = quotes.quotation(span);
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
    let mut result = if let Some(decided) = reported(reading, cast, context, unit, list, mains) {
        decided
    } else if let Some(topic) = about_the_exchange(reading, unit, tokens.clone()) {
        topic
    } else {
        unattributed(reading, context, unit, tokens.clone(), found, list, mains)
    };
    result.quotation = quotation;
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
        }
    }
    result
}

/// Sentences with a reporting verb of their own.
fn reported(
    reading: &Reading<'_>,
    cast: &Cast,
    context: &Context,
    unit: usize,
    list: &[Clause],
    mains: &[usize],
) -> Option<SentenceReading> {
    let goes_on = continues(reading, context, reading.units[unit].tokens.clone());
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
    if telling.is_empty() {
        return None;
    }
    let mut judged: Vec<Judged> =
        telling.iter().map(|clause| acts::judge(reading, clause)).collect();
    // A talk about topics after an encounter is the purpose's echo; a participle adds its act.
    for (clause, judged) in telling.iter().zip(&mut judged) {
        if clause.form == ClauseForm::Participle
            && judged.rank == 6
            && telling.len() > 1
            && judged.act == Act::Condole
        {
            judged.rank = 4;
        }
    }
    let best = acts::larger(&judged)?;
    let clause = telling[best];
    let (speaker, rule) = speaker_of(reading, cast, context, clause, judged[best].act, mains)?;
    Some(SentenceReading {
        unit,
        speaker: Some(speaker),
        act: judged[best].act,
        cue: Some(clause.cue.clone()),
        continued: false,
        quotation: Quotation::Indirect,
        speaker_rule: rule,
        act_rule: judged[best].rule,
    })
}

/// Whom the subject of a clause means, in the codebook's terms.
fn speaker_of(
    reading: &Reading<'_>,
    cast: &Cast,
    context: &Context,
    clause: &Clause,
    act: Act,
    mains: &[usize],
) -> Option<(Speaker, &'static str)> {
    Some(match &clause.who {
        Who::It => (Speaker::Joint, "passive-agentless"),
        Who::Joint => (Speaker::Joint, "joint-subject"),
        Who::Plural => match &context.group {
            Some(group) => (Speaker::Of(group.clone()), "pronoun-group"),
            None => (Speaker::Joint, "pronoun-plural"),
        },
        Who::Sides(sides) => {
            let covered = cast_sides(cast, mains);
            if covered.iter().all(|side| sides.contains(side)) || sides.len() > 1 {
                (Speaker::Joint, "sides-together")
            } else {
                (Speaker::Of(Who::Sides(sides.clone())), "sides-named")
            }
        }
        Who::Singular => match &context.single {
            Some(who) => (Speaker::Of(who.clone()), "pronoun-singular"),
            None => {
                let single = mains.first().copied()?;
                (Speaker::Of(Who::Persons(vec![single])), "pronoun-first")
            }
        },
        Who::We | Who::Me => {
            let joint = act == Act::Agree && clause.who == Who::We;
            if joint { (Speaker::Joint, "we-agreed") } else { (Speaker::Publisher, "first-person") }
        }
        Who::Persons(persons) if persons.len() > 1 => {
            let sides: Vec<_> =
                persons.iter().filter_map(|&person| cast.persons[person].side).collect();
            let all = cast_sides(cast, mains);
            let covers = all.len() > 1 && all.iter().all(|side| sides.contains(side));
            let several = sides.windows(2).any(|pair| pair[0] != pair[1]);
            if covers || several {
                (Speaker::Joint, "all-sides-named")
            } else {
                (Speaker::Of(Who::Persons(persons.clone())), "persons-named")
            }
        }
        Who::Persons(persons) => (Speaker::Of(Who::Persons(persons.clone())), "person-named"),
        Who::Office(head, side) => {
            let side = side.or(reading.home);
            (Speaker::Of(Who::Office(*head, side)), "office-named")
        }
        Who::Side(side) => {
            let present = clause.verb.tense == crate::lexicon::Tense::Present
                || reading.word(clause.cue.start) == "committed"
                    && clause.cue.len() == 1
                    && clause.form == ClauseForm::Main
                    && reading.is(clause.cue.start.saturating_sub(1), Class::Auxiliary);
            let home = reading.home == Some(*side);
            let tokens = reading.units[reading.unit_of(clause.cue.start)].tokens.clone();
            let same_side = |who: &Who| matches!(who, Who::Persons(persons) if persons.len() == 1 && cast.persons[persons[0]].side == Some(*side));
            let goes_on = continues(reading, context, tokens);
            if present && home && !goes_on {
                (Speaker::Publisher, "home-present")
            } else if let Some(single) = context.single.as_ref().filter(|who| same_side(who)) {
                (Speaker::Of(single.clone()), "side-for-speaker")
            } else {
                (Speaker::Of(Who::Side(*side)), "side-named")
            }
        }
    })
}

/// The sides of the persons who take part.
fn cast_sides(cast: &Cast, mains: &[usize]) -> Vec<super::persons::Side> {
    let mut sides: Vec<_> = mains.iter().filter_map(|&person| cast.persons[person].side).collect();
    sides.sort_unstable();
    sides.dedup();
    sides
}
