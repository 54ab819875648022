//! One input file or stream item: bytes in, pages out. Encoding, media type and digest; one reader per input format.

mod compression;
mod day;
mod encoding;
mod front_matter;
mod furniture;
mod html;
mod line;
mod markdown;
mod ndjson;
mod page;
mod text;
mod warc;

use std::ops::Range;
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic};
use crate::record::{Date, Language, Sha256, sha256};

pub use compression::{Bytes, unpack, unpacked_name};
pub(crate) use day::{dates, day_at, day_of_path};
pub(crate) use furniture::{Mark, mark};
pub use line::{LARGEST, Line, take_line};
pub use ndjson::read_line;
pub use warc::{Archive, Capture, Member, is_archive, read_capture};

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

/// How an input is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Markdown,
    Html,
    Ndjson,
}

/// Reads one input: finds out its format and encoding and renders its text.
///
/// `name` is the file's name (its extension is a hint; `-` for standard input), `bytes` its content. What is wrong with the
/// input is among the findings, each with the name.
#[must_use]
pub fn read(name: &str, bytes: &[u8], given: &Given) -> Reading {
    if is_archive(bytes) {
        return warc::read(name, bytes, given);
    }
    let mut reading = Reading::default();
    if let Err(finding) = encoding::check(bytes) {
        reading.diagnostics.push(finding.in_file(name));
        return reading;
    }
    let hint = by_extension(name);
    if hint == Some(Format::Ndjson) {
        return ndjson::read(name, bytes, given);
    }
    let (text, finding) = encoding::decode(bytes, None);
    reading.diagnostics.extend(finding.map(|finding| finding.in_file(name)));
    let format = by_content(&text, hint);
    let reader = match format {
        Format::Text => text::read,
        Format::Markdown => markdown::read,
        Format::Html => html::read,
        Format::Ndjson => return ndjson::read(name, bytes, given),
    };
    let input = Input { name, text: &text, sha256: sha256(bytes), given };
    reader(&input, &mut reading);
    reading
}

/// What every reader of a format takes: decoded text with clean line ends.
struct Input<'a> {
    name: &'a str,
    text: &'a str,
    sha256: Sha256,
    given: &'a Given,
}

fn no_text(name: &str) -> Diagnostic {
    Diagnostic::new(Code::NoText, "the page has no text that could be a readout").in_file(name)
}

fn by_extension(name: &str) -> Option<Format> {
    let extension = Path::new(name).extension()?.to_str()?.to_ascii_lowercase();
    Some(match extension.as_str() {
        "txt" | "text" => Format::Text,
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        "ndjson" | "jsonl" | "json" => Format::Ndjson,
        _ => return None,
    })
}

/// The format by the first characters, which decide where the name has no known extension; a web page saved as `.txt` is
/// a web page.
fn by_content(text: &str, hint: Option<Format>) -> Format {
    let start = text.trim_start();
    let begins = |prefix: &str| {
        start.get(..prefix.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(prefix))
    };
    if begins("<!doctype html") || begins("<html") {
        return Format::Html;
    }
    hint.unwrap_or_else(|| {
        let markup =
            ["<head", "<body", "<article", "<main", "<div", "<p>", "<p ", "<h1", "<?xml", "<!--"];
        if markup.iter().any(|tag| begins(tag)) {
            Format::Html
        } else if start.starts_with('{') && ndjson::is_readout(start) {
            Format::Ndjson
        } else if front_matter::split(text).is_some() {
            Format::Markdown
        } else {
            Format::Text
        }
    })
}
