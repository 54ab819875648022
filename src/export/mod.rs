//! Valid records in, bytes out: one file a format, all of the same signature, streamed record by record.
//!
//! A format's file has three functions that append to a buffer: `begin` and `end` write what stands around the records,
//! `record` writes one of them, which depends on no other, so that records can be encoded on many threads. A record reaches the output whole or not at all, so that an interrupted output can be
//! finished validly, and one that was not finished is no well-formed document.

mod json;
mod jsonld;
mod ndjson;
mod reduce;
mod xml;

pub(crate) use jsonld::linked;

use std::fmt;
use std::io::{self, Write};
use std::str::FromStr;

pub use reduce::reduce;

use crate::error::Error;
use crate::record::Readout;
use crate::validate::Valid;

/// A format that holds records without loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// One JSON object with all records: `{"$schema": …, "readouts": […]}`.
    Json,
    /// One record a line, as JSON, without an envelope.
    Ndjson,
    /// The JSON object with a context, so that it is also linked data (JSON-LD 1.1).
    Jsonld,
    /// One `readouts` element, described by `readouts.xsd`.
    Xml,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Json, Self::Ndjson, Self::Jsonld, Self::Xml];

    /// The name by which a user asks for the format, for example `jsonld`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Jsonld => "jsonld",
            Self::Xml => "xml",
        }
    }

    /// The extension of its files, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.name()
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Ndjson => "application/x-ndjson",
            Self::Jsonld => "application/ld+json",
            Self::Xml => "application/xml",
        }
    }

    /// The format whose files have this extension, in any case; `jsonl` is another name of `ndjson`.
    ///
    /// ```
    /// use chancery::export::Format;
    /// assert_eq!(Format::from_extension("JSONLD"), Some(Format::Jsonld));
    /// assert_eq!(Format::from_extension("txt"), None);
    /// ```
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        if extension.eq_ignore_ascii_case("jsonl") {
            return Some(Self::Ndjson);
        }
        Self::ALL.iter().copied().find(|format| extension.eq_ignore_ascii_case(format.extension()))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|format| format.name() == name).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|format| format.name()).collect();
            Error::Usage(format!("`{name}` is not a format; expected one of {}", names.join(", ")))
        })
    }
}

/// Whether an output is laid out for readers or kept short. NDJSON is always one line a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// Indented by two spaces a level.
    #[default]
    Pretty,
    /// Without white space between tokens; one record a line in JSON and JSON-LD.
    Compact,
}

/// One record as it stands in an output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded {
    format: Format,
    layout: Layout,
    /// Behind what parts it from the one before.
    bytes: Vec<u8>,
}

impl Encoded {
    /// Encodes a record for a [`Writer`] of the same format and layout.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] if the format cannot hold the record (XML 1.0 has no control characters).
    pub fn new(format: Format, layout: Layout, record: &Valid<Readout>) -> io::Result<Self> {
        let mut bytes = separator(format).to_vec();
        encode(&mut bytes, format, layout, record)?;
        Ok(Self { format, layout, bytes })
    }

    /// Number of bytes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.bytes.len() - separator(self.format).len()
    }

    /// Whether it has no bytes.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What parts one record from the next.
const fn separator(format: Format) -> &'static [u8] {
    match format {
        Format::Json | Format::Jsonld => b",",
        Format::Ndjson | Format::Xml => b"",
    }
}

fn encode(out: &mut Vec<u8>, format: Format, layout: Layout, record: &Valid) -> io::Result<()> {
    match format {
        Format::Json => json::record(out, record, layout),
        Format::Ndjson => ndjson::record(out, record, layout),
        Format::Jsonld => jsonld::record(out, record, layout),
        Format::Xml => xml::record(out, record, layout),
    }
}

/// Writes records one by one.
///
/// Call [`finish`](Self::finish) at the end, also after an error of a single record: what was written before stays, and the
/// document is closed. A document that was never finished does not parse.
///
/// ```
/// use chancery::export::{Format, Layout, Writer};
/// let json = Writer::new(Format::Json, Layout::Compact, Vec::new()).finish()?;
/// assert!(json.ends_with(b"\"readouts\":[]}\n"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "an output is a document only after `finish`"]
pub struct Writer<W> {
    format: Format,
    layout: Layout,
    inner: W,
    buffer: Vec<u8>,
    records: usize,
    begun: bool,
}

impl<W: Write> Writer<W> {
    /// A writer of `format` to `inner`, which need not be buffered: every record is one write.
    pub const fn new(format: Format, layout: Layout, inner: W) -> Self {
        Self { format, layout, inner, buffer: Vec::new(), records: 0, begun: false }
    }

    /// Number of records written.
    pub const fn records(&self) -> usize {
        self.records
    }

    /// A writer that goes on after `records` records, of which `inner` has the last byte behind it and nothing more.
    pub const fn resume(format: Format, layout: Layout, inner: W, records: usize) -> Self {
        Self { format, layout, inner, buffer: Vec::new(), records, begun: records > 0 }
    }

    /// Writes one record.
    ///
    /// # Errors
    /// What `inner` reports; [`io::ErrorKind::InvalidData`] if the format cannot hold the record (XML 1.0 has no control
    /// characters), in which case nothing of it was written and writing can go on.
    pub fn write(&mut self, record: &Valid<Readout>) -> io::Result<()> {
        let start = self.begin_record();
        if let Err(error) = encode(&mut self.buffer, self.format, self.layout, record) {
            self.buffer.truncate(start);
            return Err(error);
        }
        self.end_record()
    }

    /// Writes one record that was encoded before.
    ///
    /// # Errors
    /// What `inner` reports; [`io::ErrorKind::InvalidInput`] if the record was encoded for another format or layout.
    pub fn write_encoded(&mut self, record: &Encoded) -> io::Result<()> {
        if (record.format, record.layout) != (self.format, self.layout) {
            let message = format!("the record is {}, the output {}", record.format, self.format);
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        if self.records > 0 {
            // Nothing but the record is to be written: it need not be copied.
            self.records += 1;
            return self.inner.write_all(&record.bytes);
        }
        self.begin();
        self.buffer.extend_from_slice(&record.bytes[separator(self.format).len()..]);
        self.end_record()
    }

    /// What the records are written to. Bytes of records that were not written yet are not behind it.
    pub const fn get_mut(&mut self) -> &mut W {
        &mut self.inner
    }

    /// Closes the document, flushes and gives `inner` back.
    ///
    /// # Errors
    /// What `inner` reports.
    pub fn finish(mut self) -> io::Result<W> {
        self.begin();
        match self.format {
            Format::Json => json::end(&mut self.buffer, self.records, self.layout),
            Format::Ndjson => ndjson::end(&mut self.buffer, self.records, self.layout),
            Format::Jsonld => jsonld::end(&mut self.buffer, self.records, self.layout),
            Format::Xml => xml::end(&mut self.buffer, self.records, self.layout),
        }
        self.flush_buffer()?;
        self.inner.flush()?;
        Ok(self.inner)
    }

    fn begin(&mut self) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        match self.format {
            Format::Json => json::begin(&mut self.buffer, self.layout),
            Format::Ndjson => ndjson::begin(&mut self.buffer, self.layout),
            Format::Jsonld => jsonld::begin(&mut self.buffer, self.layout),
            Format::Xml => xml::begin(&mut self.buffer, self.layout),
        }
    }

    /// Appends what stands before the next record; gives the place to cut at if there is none after all.
    fn begin_record(&mut self) -> usize {
        self.begin();
        let start = self.buffer.len();
        if self.records > 0 {
            self.buffer.extend_from_slice(separator(self.format));
        }
        start
    }

    fn end_record(&mut self) -> io::Result<()> {
        self.records += 1;
        self.flush_buffer()
    }

    fn flush_buffer(&mut self) -> io::Result<()> {
        let written = self.inner.write_all(&self.buffer);
        self.buffer.clear();
        written
    }
}
