//! One input file or stream item: bytes in, pages out. Encoding, media type and digest; one reader per input format.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::record::{Date, Language, Sha256};

/// What the caller knows about a readout and the input may not say. It never overrides what the input says, except
/// `publisher`, `url` and `language`, where the caller knows better.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Title.
    pub title: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// Address of the document.
    pub url: Option<String>,
    /// Who issued the readout: a name or an id of the lexicon's publishers.
    pub publisher: Option<String>,
    /// Language of the text.
    pub language: Option<Language>,
}

/// One page: a document that holds one readout or several, as rendered blocks.
#[derive(Debug, Clone)]
pub struct Page {
    /// Name for findings: the file, or file and line for a stream's member.
    pub name: String,
    /// Media type of the input.
    pub media_type: &'static str,
    /// Digest of the bytes, or of the stream member's string.
    pub sha256: Sha256,
    /// The rendered text: blocks joined by a blank line (list items by one line break), as section 2 of the design says.
    pub text: String,
    /// The blocks of the text, in order.
    pub blocks: Vec<Block>,
    /// What the page's markup or the caller says about it.
    pub metadata: Metadata,
}

/// A block of a page's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the page's text.
    pub span: Range<usize>,
    /// What the markup says it is.
    pub kind: BlockKind,
}

/// What a block is according to the markup; plain text has paragraphs only, until `document` looks closer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Title of a readout.
    Title,
    /// A heading inside a readout.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A row of a table.
    Row,
    /// Dateline, date block, release header: says when and where, not what.
    Header,
    /// Menus, comment forms, end marks: no part of the readout.
    Furniture,
}

/// What is known about a page besides its text.
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    /// Title from the markup; it is also the first block of the text.
    pub title: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// Address.
    pub url: Option<String>,
    /// Publisher's name or id, unresolved.
    pub publisher: Option<String>,
    /// Site that carried the page, where that is not the publisher.
    pub host: Option<String>,
    /// Language of the text.
    pub language: Option<Language>,
    /// Which of these the caller gave.
    pub given: Vec<crate::record::GivenField>,
}

/// What reading an input gave: its pages and what was wrong with it.
#[derive(Debug, Default)]
pub struct Reading {
    /// The pages that could be read.
    pub pages: Vec<Page>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads one input: finds out its format and encoding and renders its text.
///
/// `name` is the file's name (its extension is a hint; `-` for standard input), `bytes` its content.
#[must_use]
pub fn read(name: &str, bytes: &[u8], given: &Given) -> Reading {
    let _ = (name, bytes, given);
    Reading::default()
}
