//! Who says each sentence: clauses and context in, one reading a sentence out, with the rule that decided.

use std::ops::Range;

use super::actors::Cast;
use super::acts::{self, Judged};
use super::clauses::{Clause, ClauseForm, clauses};
use super::phrases::{Phrase, Who, phrases};
use super::quotes::Quotes;
use super::reading::Reading;
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
    /// The noun phrases of the sentence, for later passes.
    pub(super) phrases: Vec<Phrase>,
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
struct Context {
    /// The last single person or side that spoke: "he".
    single: Option<Who>,
    /// The last group of persons of one side that spoke: "they".
    group: Option<Who>,
    /// The last speaker, for sentences that go on.
    last: Option<(Speaker, Range<usize>, &'static str)>,
    /// Whether the last sentence reported what was said, so that the next may go on.
    reported: bool,
    /// Speaker of the lead-in that list items belong to.
    lead_in: Option<(Speaker, Act, Option<Range<usize>>)>,
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
        let found = phrases(reading, cast, tokens.clone());
        let inside = |at: usize| quotes.covers(reading.tokens[at].start as usize);
        let list = clauses(reading, &found, tokens.clone(), &inside);
        let mut result = if let Some(label) = &reading.document.sentences[sentence].label {
            labelled(reading, cast, unit, label.clone())
        } else {
            unlabelled(reading, cast, quotes, &mut context, unit, sentence, &found, &list, mains)
        };
        result.phrases = found;
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

fn narration(unit: usize, rule: &'static str) -> SentenceReading {
    SentenceReading {
        unit,
        speaker: None,
        act: Act::State,
        cue: None,
        continued: false,
        quotation: Quotation::Indirect,
        speaker_rule: rule,
        act_rule: rule,
        phrases: Vec::new(),
    }
}

/// A turn of a transcript: the label speaks.
fn labelled(
    reading: &Reading<'_>,
    cast: &Cast,
    unit: usize,
    label: Range<usize>,
) -> SentenceReading {
    let tokens = reading.units[unit].tokens.clone();
    let person = label_person(reading, cast, &label);
    let mut result = narration(unit, "transcript-label");
    result.speaker =
        Some(person.map_or(Speaker::Publisher, |person| Speaker::Of(Who::Persons(vec![person]))));
    result.act = turn_act(reading, tokens);
    result.act_rule = "transcript-turn";
    result.quotation = Quotation::Direct;
    result
}

/// The person that a label names: the one most of whose words stand in it.
fn label_person(reading: &Reading<'_>, cast: &Cast, label: &Range<usize>) -> Option<usize> {
    let text = super::reading::plain(&reading.document.text[label.clone()]);
    cast.persons
        .iter()
        .position(|person| person.words.last().is_some_and(|word| text.contains(word.as_str())))
}

/// Acts of direct speech (rule 11 of the other governments' documents).
fn turn_act(reading: &Reading<'_>, tokens: Range<usize>) -> Act {
    let has = |words: &[&str]| tokens.clone().any(|at| words.contains(&reading.word(at)));
    let has_lower = |words: &[&str]| {
        tokens.clone().any(|at| words.contains(&reading.word(at).to_lowercase().as_str()))
    };
    if has_lower(&["condolences", "sympathy"]) {
        return Act::Condole;
    }
    if has_lower(&[
        "thank",
        "grateful",
        "welcome",
        "pleasure",
        "congratulate",
        "congratulations",
        "appreciate",
        "gratitude",
        "greet",
        "greetings",
        "honour",
        "honor",
        "thanks",
    ]) || good_wish(reading, tokens.clone())
    {
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
    if has(&["hope", "confident"]) {
        return Act::State;
    }
    acts::clause_act(reading, tokens, None)
        .filter(|act| matches!(act, Act::Condemn | Act::Oppose | Act::Warn))
        .unwrap_or(Act::State)
}

fn good_wish(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    reading.word(tokens.start) == "Good"
        && matches!(reading.word(tokens.start + 1), "afternoon" | "morning" | "evening" | "day")
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
    } else if let Some(topic) = about_the_exchange(reading, unit, tokens.clone(), found) {
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
        phrases: Vec::new(),
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

/// Sentences about the exchange itself: what it was about (joint, discuss), or that and how it went (narration).
fn about_the_exchange(
    reading: &Reading<'_>,
    unit: usize,
    tokens: Range<usize>,
    _found: &[Phrase],
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
fn unattributed(
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
fn continues(reading: &Reading<'_>, context: &Context, tokens: Range<usize>) -> bool {
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

/// Quotations of several sentences: the attribution at their start or end holds for all of them.
fn quoted_runs(reading: &Reading<'_>, quotes: &Quotes, read: &mut [SentenceReading]) {
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
            read[index].act = quoted_act(reading, tokens);
            read[index].act_rule = "quotation";
            read[index].speaker_rule = "quotation";
            read[index].cue.clone_from(&cue);
            read[index].continued = true;
            read[index].quotation = Quotation::Direct;
        }
    }
}

fn quoted_act(reading: &Reading<'_>, tokens: Range<usize>) -> Act {
    let act = turn_act(reading, tokens.clone());
    if act == Act::State {
        acts::clause_act(reading, tokens, None).unwrap_or(Act::State)
    } else {
        act
    }
}
