//! Direct speech: turns of transcripts and quotations of several sentences in, who speaks them and the act out.

use std::ops::Range;

use super::actors::Cast;
use super::acts;
use super::attribution::{SentenceReading, Speaker, narration};
use super::phrases::Who;
use super::quotes::Quotes;
use super::reading::Reading;
use crate::record::{Act, Quotation};

/// A turn of a transcript: the label speaks.
pub(super) fn labelled(
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

/// Quotations of several sentences: the attribution at their start or end holds for all of them.
pub(super) fn quoted_runs(reading: &Reading<'_>, quotes: &Quotes, read: &mut [SentenceReading]) {
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
