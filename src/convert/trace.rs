//! What the passes found in, how each sentence was read and by which rules out; `docs/rules.md` says what the rules mean.

use serde::Serialize;

use super::attribution::SentenceReading;
use super::reading::Reading;
use crate::record::{Act, Attribution, Evidence, LocalId, Quotation, Readout, Statement};

/// A record and how its sentences were read.
#[derive(Debug, Clone)]
pub struct Trace {
    /// The record, exactly as [`convert`](super::convert) gives it.
    pub readout: Readout,
    /// The sentences of the body, in order, narration among them.
    pub sentences: Vec<TracedSentence>,
}

/// How one sentence was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TracedSentence {
    /// Number of the sentence in the readout, from 1.
    pub number: u32,
    /// Where it stands in the text.
    pub span: Evidence,
    /// The sentence as written.
    pub text: String,
    /// The statement that was made of it; none for narration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<LocalId>,
    /// Whether named speakers, all sides together or the publisher say it; none for narration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// Names of who says it, in the order of the statement's speakers; empty for narration.
    pub speakers: Vec<String>,
    /// The communicative act; none for narration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// The reporting word as written, possibly in an earlier sentence; none where no word reports the act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<String>,
    /// Whether the sentence continues reported speech without an attribution of its own.
    pub continued: bool,
    /// Whether the words are reported, quoted, or both.
    pub quotation: Quotation,
    /// Name of the rule that decided who speaks, or that nobody does.
    pub speaker_rule: &'static str,
    /// Name of the rule that decided on the act; none for narration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act_rule: Option<&'static str>,
}

/// Puts the record and the readings it was made of side by side.
pub(super) fn trace(readout: Readout, reading: &Reading<'_>, read: &[SentenceReading]) -> Trace {
    let text = &reading.document.text;
    let (mut bytes, mut points) = (0, 0);
    // Every sentence with a speaker has made one statement, in this order.
    let mut statements = readout.statements.iter();
    let sentences = read.iter().filter_map(|sentence| {
        let index = reading.units[sentence.unit].sentence?;
        let span = reading.document.sentences[index].span.clone();
        points += text[bytes..span.start].chars().count() as u32;
        bytes = span.start;
        let statement = sentence.speaker.as_ref().and_then(|_| statements.next());
        let length = text[span.clone()].chars().count() as u32;
        Some(TracedSentence {
            number: index as u32 + 1,
            span: Evidence::new(points, points + length),
            text: text[span].to_owned(),
            statement: statement.map(|statement| statement.id.clone()),
            attribution: statement.map(|statement| statement.attribution),
            speakers: statement.map_or_else(Vec::new, |statement| speakers(&readout, statement)),
            act: statement.map(|statement| statement.act),
            cue: statement.and_then(|statement| statement.cue.clone()),
            continued: sentence.continued,
            quotation: sentence.quotation,
            speaker_rule: sentence.speaker_rule,
            act_rule: statement.map(|_| sentence.act_rule),
        })
    });
    let sentences = sentences.collect();
    Trace { readout, sentences }
}

/// The names of a statement's speakers.
fn speakers(readout: &Readout, statement: &Statement) -> Vec<String> {
    let name = |id: &LocalId| readout.actors.iter().find(|actor| actor.id == *id);
    statement.speakers.iter().filter_map(name).map(|actor| actor.name.clone()).collect()
}
