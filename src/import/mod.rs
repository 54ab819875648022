//! Files of records in, values in the record's JSON shape out, each with its place in the file; the inverse of `export`.
//!
//! A file is cut into [`Chunk`]s, which can be read on several threads: one a line of NDJSON, one for the whole of any other
//! format. Nothing is checked here but the format itself; whether a value is a record is for `validate` to say. A record of
//! which a part is doubtful (a key that stands twice) gives findings and no value.

mod json;
mod jsonld;
mod marks;
mod ndjson;
mod origin;
mod scan;
mod xml;

use std::io::{self, BufRead};
use std::sync::Arc;

use serde_json::Value;

pub use self::origin::Origin;
use crate::diagnostic::{Code, Diagnostic};
use crate::export::Format;
use crate::schema::{NAMESPACE, ROOT};

/// A value that may be a record, and where it stood.
#[derive(Debug, Clone)]
pub struct Item {
    /// In the JSON shape of a record, whatever the format.
    pub value: Value,
    /// Where it stood.
    pub origin: Origin,
}

/// What reading gave.
#[derive(Debug, Default)]
pub struct Reading {
    /// The values that could be read, in the order of the file.
    pub items: Vec<Item>,
    /// What was wrong with the rest.
    pub diagnostics: Vec<Diagnostic>,
}

/// A piece of a file that can be read by itself.
#[derive(Debug, Clone)]
pub struct Chunk {
    file: Arc<str>,
    format: Format,
    first_line: usize,
    bytes: Vec<u8>,
}

impl Chunk {
    /// Number of the line in the file, from 1, with which the piece begins.
    #[must_use]
    pub const fn first_line(&self) -> usize {
        self.first_line
    }

    /// Number of bytes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it has no bytes.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The text of a piece of JSON, which may be that of one record.
    #[must_use]
    pub fn json(&self) -> Option<&str> {
        str::from_utf8(&self.bytes).ok().filter(|_| self.format != Format::Xml)
    }

    /// Reads its records.
    #[must_use]
    pub fn read(self) -> Reading {
        let Self { file, format, first_line, bytes } = self;
        let malformed =
            if format == Format::Xml { Code::MalformedXml } else { Code::MalformedJson };
        let mut text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let byte = error.as_bytes()[valid];
                let before = String::from_utf8_lossy(&error.as_bytes()[..valid]);
                let (line, column) = origin::position(&before, first_line, valid);
                let message = format!("byte 0x{byte:02X} is not UTF-8; records are always UTF-8");
                let found = Diagnostic::new(malformed, message).in_file(&*file).at(line, column);
                return Reading { items: Vec::new(), diagnostics: vec![found] };
            }
        };
        // A byte order mark says nothing in UTF-8.
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        match format {
            Format::Xml => xml::read(&file, text),
            _ => json::read(&file, first_line, text),
        }
    }
}

/// Cuts a file of records into pieces; blank lines of NDJSON are passed over.
///
/// `file` is its name for findings. Only NDJSON is read bit by bit.
///
/// ```
/// use chancery::export::Format;
/// let lines = "{\"id\": 1}\n{\"id\": \n";
/// let chunks = chancery::import::chunks("-", Format::Ndjson, lines.as_bytes());
/// let readings: Vec<_> = chunks.map(|chunk| chunk.map(chancery::import::Chunk::read)).collect::<Result<_, _>>()?;
/// assert_eq!(readings[0].items.len(), 1);
/// assert_eq!(readings[1].diagnostics[0].code.as_str(), "malformed-json");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn chunks<R: BufRead>(
    file: &str,
    format: Format,
    reader: R,
) -> impl Iterator<Item = io::Result<Chunk>> + use<R> {
    pieces_of(file, format, ndjson::Pieces::new(reader, format == Format::Ndjson))
}

/// Cuts lines of NDJSON out of the midst of a file into pieces; the first line has the number `first`, from 1.
pub fn lines(file: &str, first: usize, lines: &[u8]) -> impl Iterator<Item = Chunk> {
    let pieces = ndjson::Pieces::lines(lines, first);
    pieces_of(file, Format::Ndjson, pieces).map(|chunk| chunk.expect("memory is readable"))
}

fn pieces_of<R: BufRead>(
    file: &str,
    format: Format,
    mut pieces: ndjson::Pieces<R>,
) -> impl Iterator<Item = io::Result<Chunk>> + use<R> {
    let file: Arc<str> = file.into();
    std::iter::from_fn(move || {
        let piece = pieces.next()?;
        let file = Arc::clone(&file);
        Some(piece.map(|(first_line, bytes)| Chunk { file, format, first_line, bytes }))
    })
}

/// The format of a file of records by its name, and where that does not tell, by its first bytes.
///
/// `name` is the file's name, `-` for standard input; `head` its beginning, some kilobytes if it has them.
#[must_use]
pub fn format(name: &str, head: &[u8]) -> Option<Format> {
    let extension =
        name.rsplit(['/', '\\']).next()?.rsplit_once('.').map(|(_, extension)| extension);
    extension.and_then(Format::from_extension).or_else(|| content_format(head))
}

/// Whether a file's first bytes are those of records rather than of raw readouts, and in which format.
///
/// Raw readouts may be JSON too: an object with a `text` or an `html` is one.
///
/// ```
/// use chancery::{export::Format, import};
/// assert_eq!(import::records_format(b"{\n  \"schema_version\": \"0.1\","), Some(Format::Json));
/// assert_eq!(import::records_format(b"{\"title\": \"Call\", \"text\": \"The"), None);
/// ```
#[must_use]
pub fn records_format(head: &[u8]) -> Option<Format> {
    let format = content_format(head)?;
    let text = lossy_head(head);
    let is_records = match format {
        Format::Xml => text.contains(NAMESPACE) && text.contains(ROOT.trim_end_matches('s')),
        _ => scan::keys(&text).find_map(|key| match &*key {
            "schema_version" | "source" | "actors" | "events" | "statements" | "references"
            | "conversion" | "readouts" | "@context" | "@graph" => Some(true),
            "text" | "html" => Some(false),
            _ => None,
        })?,
    };
    is_records.then_some(format)
}

fn content_format(head: &[u8]) -> Option<Format> {
    let text = lossy_head(head);
    match text.chars().next()? {
        '<' => Some(Format::Xml),
        '{' if scan::keys(&text).any(|key| key == "@context") => Some(Format::Jsonld),
        '{' if is_line(&text) => Some(Format::Ndjson),
        '{' | '[' => Some(Format::Json),
        _ => None,
    }
}

/// Whether an object is a line of NDJSON: no envelope, and whole on the first line or longer than what is known of it.
fn is_line(text: &str) -> bool {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut keys = scan::keys(line).peekable();
    keys.peek().is_some()
        && keys.all(|key| key != "readouts" && key != "$schema")
        && (line.len() == text.len() || line.trim_end().ends_with('}'))
        && (rest.trim().is_empty() || rest.trim_start().starts_with('{'))
}

fn lossy_head(head: &[u8]) -> String {
    String::from_utf8_lossy(head).trim_start_matches('\u{feff}').trim_start().to_owned()
}
