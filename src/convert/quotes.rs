//! Quotations of the body: text in, the stretches between quotation marks out.

use std::ops::Range;

use crate::document::Document;
use crate::lexicon::{Class, Lexicon};
use crate::record::Quotation;

/// Where the text quotes; bytes, without the marks, in order.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    runs: Vec<Range<usize>>,
}

/// A quotation shorter than this is a term in inverted commas, and no speech.
const SPEECH: usize = 25;

impl Quotes {
    /// Finds the quotations of each block of the body.
    pub(super) fn new(document: &Document, lexicon: &Lexicon) -> Self {
        let mut runs = Vec::new();
        let mut open: Option<usize> = None;
        for (index, block) in document.blocks.iter().enumerate() {
            let text = &document.text[block.span.clone()];
            // The first bytes of the marks: in most texts they are rare.
            for at in memchr::memchr3_iter(b'"', 0xc2, 0xe2, text.as_bytes()) {
                let here = block.span.start + at;
                let mut chars = text[at..].chars();
                let Some(mark) = chars.next() else { continue };
                match mark {
                    '“' | '«' if open.is_none() => open = Some(here + mark.len_utf8()),
                    '”' | '»' => runs.extend(open.take().map(|start| start..here)),
                    // A straight mark opens before a letter and closes behind one.
                    '"' => {
                        let before = text[..at].chars().next_back().unwrap_or(' ');
                        let opens = (before.is_whitespace()
                            || matches!(before, '(' | ':' | '—' | '–'))
                            && !chars.next().unwrap_or(' ').is_whitespace();
                        match open {
                            None if opens => open = Some(here + 1),
                            Some(start) if !opens && closes(&text[at + 1..]) => {
                                runs.push(start..here);
                                open = None;
                            }
                            _ => {}
                        }
                    }
                    _ => {}
                }
            }
            if open.is_some() && !goes_on(document, index) {
                runs.extend(open.take().map(|start| start..block.span.end));
            }
        }
        runs.extend(open.map(|start| start..document.text.len()));
        runs.retain(|run| !of_a_text(&document.text[run.end..], lexicon));
        Self { runs }
    }

    /// Whether a byte stands in quoted speech.
    pub(super) fn covers(&self, at: usize) -> bool {
        let index = self.runs.partition_point(|run| run.end <= at);
        self.runs.get(index).is_some_and(|run| run.contains(&at) && run.len() >= SPEECH)
    }

    /// The quotations that are long enough to be speech.
    pub(super) fn runs(&self) -> impl Iterator<Item = &Range<usize>> {
        self.runs.iter().filter(|run| run.len() >= SPEECH)
    }

    /// How the words of a sentence are given.
    pub(super) fn quotation(&self, sentence: &Range<usize>) -> Quotation {
        let first = self.runs.partition_point(|run| run.end <= sentence.start);
        let quoted: usize = self.runs[first..]
            .iter()
            .take_while(|run| run.start < sentence.end)
            .map(|run| run.end.min(sentence.end) - run.start.max(sentence.start))
            .sum();
        match quoted {
            0 => Quotation::Indirect,
            // The marks and a full stop are no words.
            _ if quoted + 8 >= sentence.len() => Quotation::Direct,
            _ => Quotation::Mixed,
        }
    }
}

/// How many paragraphs a quotation may run over.
const PARAGRAPHS: usize = 12;

/// Whether a quotation that a block leaves open is closed in one of those behind it: each of them may open it again.
fn goes_on(document: &Document, index: usize) -> bool {
    let behind = document.blocks[index + 1..].iter().take(PARAGRAPHS);
    for text in behind.map(|block| document.text[block.span.clone()].trim_start()) {
        let inside = text.strip_prefix(['“', '«']).unwrap_or(text);
        if let Some(mark) = inside.find(['“', '«', '”', '»']) {
            return inside[mark..].starts_with(['”', '»']);
        }
    }
    false
}

/// "…,” the press release added": the words of the publisher, in marks because somebody else prints them.
fn of_a_text(behind: &str, lexicon: &Lexicon) -> bool {
    let behind = behind.trim_start_matches(['”', '»', '"', ',', ' ']);
    let mut words = behind.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next() == Some("the") && words.take(4).any(|word| lexicon.is(word, Class::PressText))
}

/// Whether a straight mark closes: what follows is a space, the end, or a mark.
fn closes(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
}
