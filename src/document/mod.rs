//! Text as blocks and sentences, each a span; splitting one page into its readouts; site furniture.
//!
//! Nothing about diplomacy beyond what a dateline looks like.

use std::ops::Range;

use crate::record::{Date, Part};
use crate::source::{Block, Metadata, Page};

/// Version of the rules by which text is rendered.
pub const TEXT_RULES: &str = "1";

/// One readout of a page as text: what a record is made from. All spans are bytes of `text`.
#[derive(Debug, Clone)]
pub struct Document {
    /// Name for findings.
    pub name: String,
    /// The rendered readout; all spans refer to it.
    pub text: String,
    /// The title's span, if there is a title; it is the first block.
    pub title: Option<Range<usize>>,
    /// The blocks of the text, in order, those that are no content among them.
    pub blocks: Vec<Block>,
    /// The sentences of the body, in order. Title, headings, headers and furniture have none.
    pub sentences: Vec<Sentence>,
    /// The dateline or date block, if there is one.
    pub dateline: Option<Dateline>,
    /// What is known besides the text.
    pub metadata: Metadata,
    /// Which of several readouts on the page this is.
    pub part: Option<Part>,
    /// Media type of the input.
    pub media_type: &'static str,
    /// Digest of the input's bytes.
    pub sha256: crate::record::Sha256,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the text, without white space around it, without a dateline before it.
    pub span: Range<usize>,
    /// Index of its block.
    pub block: usize,
    /// Label of the speaker that a transcript puts before its turn ("President of Brazil Jair Bolsonaro"), if any: it
    /// holds for all sentences up to the next label.
    pub label: Option<Range<usize>>,
    /// Whether it is an item of a list whose lead-in is the nearest sentence before that is none.
    pub list_item: bool,
}

/// When and where a document says that it was issued, or that its event took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// The dateline as written, without the dash that closes it.
    pub span: Range<usize>,
    /// The date in it and its span; [`Date::YearlessDay`] where the year is left out.
    pub date: Option<(Date, Range<usize>)>,
    /// Hour of the day as written ("18:50"), which marks a Kremlin date block or a web page's time stamp.
    pub hour: Option<Range<usize>>,
    /// The place in it ("The Kremlin, Moscow", "MOSCOW"), if any.
    pub place: Option<Range<usize>>,
    /// Whether it is a block of its own (a date block) and not the beginning of a paragraph.
    pub own_block: bool,
}

/// Splits a page into its readouts, and each into blocks and sentences.
#[must_use]
pub fn documents(page: Page) -> Vec<Document> {
    let _ = page;
    Vec::new()
}
