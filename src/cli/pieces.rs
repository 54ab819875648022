//! Inputs in, pieces of work out: pages, and batches of records or raw readouts, read only as fast as they are worked off.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chancery::diagnostic::{Code, Diagnostic};
use chancery::export::Format;
use chancery::import;
use chancery::source::{
    Archive, Bytes, Capture, LARGEST, Line, Member, is_archive, take_line, unpack, unpacked_name,
};
use serde::{Deserialize, Serialize};

use super::input::Input;

/// Bytes from which the kind of an input is told.
const HEAD: u64 = 64 * 1024;
/// Bytes of a stream that are worked on together, so that handing them over costs little.
const BATCH: usize = 64 * 1024;
/// Bytes of the largest file of records that is no stream, where it is packed: it has to be in memory whole.
const LARGEST_PACKED: u64 = 1 << 30;

/// A place between two pieces, at which a run can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Place {
    /// Number of the input.
    pub(super) input: usize,
    /// Bytes of the input, once unpacked, that lie before.
    offset: u64,
    /// Lines, or records of an archive, that lie before.
    items: usize,
}

/// A piece of an input.
pub(super) struct Piece<'i> {
    /// Number of the input.
    pub(super) number: usize,
    /// The input.
    pub(super) input: &'i Input,
    /// The place behind it.
    pub(super) end: Place,
    /// What to work on, or why it could not be read.
    pub(super) content: io::Result<Content>,
}

impl Piece<'_> {
    /// Bytes that it holds in memory, or will once it is read.
    pub(super) fn weight(&self) -> usize {
        match &self.content {
            Ok(Content::Lines { bytes, .. }) => bytes.len(),
            Ok(Content::Captures(captures)) => captures.iter().map(Capture::len).sum(),
            Ok(Content::Page(_) | Content::Records(..)) => {
                self.input.stamp().map_or(0, |(length, _)| length as usize)
            }
            Ok(Content::Finding(_)) | Err(_) => 0,
        }
    }
}

/// What a piece holds.
pub(super) enum Content {
    /// A page, still to be read.
    Page(Bytes),
    /// A file of records that is no stream, still to be read.
    Records(Format, Bytes),
    /// Whole lines of a stream.
    Lines {
        /// Number of the first of them in the stream, from 1.
        first: usize,
        /// The lines.
        bytes: Vec<u8>,
        /// Whether they are records, not raw readouts.
        records: bool,
    },
    /// Web pages of an archive.
    Captures(Vec<Capture>),
    /// Something that cannot be worked on.
    Finding(Box<Diagnostic>),
}

/// Which inputs hold records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    /// Those that look like it; the others are raw readouts.
    Readouts,
    /// All of them; another is a malformed one.
    Records,
}

/// Cuts the inputs into pieces, in order, from a place on; `read` counts the bytes of files that were read.
pub(super) fn pieces<'i>(
    inputs: &'i [Input],
    expect: Expect,
    from: Place,
    read: &Arc<AtomicU64>,
) -> impl Iterator<Item = Piece<'i>> + Send + use<'i> {
    let read = Arc::clone(read);
    inputs.iter().enumerate().skip(from.input).flat_map(move |(number, input)| {
        let start =
            if number == from.input { from } else { Place { input: number, ..Place::default() } };
        let contents = contents(input, expect, start, &read)
            .unwrap_or_else(|error| Box::new(std::iter::once((Err(error), next_input(start)))));
        contents.map(move |(content, end)| Piece { number, input, end, content })
    })
}

/// The place before the input that follows.
fn next_input(place: Place) -> Place {
    Place { input: place.input + 1, ..Place::default() }
}

type Contents = Box<dyn Iterator<Item = (io::Result<Content>, Place)> + Send>;

/// What the input holds from a place in it on.
fn contents(
    input: &Input,
    expect: Expect,
    start: Place,
    read: &Arc<AtomicU64>,
) -> io::Result<Contents> {
    let counted = Counted { inner: input.open()?, read: Arc::clone(read) };
    let (mut rest, packed) = unpack(counted)?;
    let name = if packed { unpacked_name(&input.name) } else { &input.name };
    let mut head = Vec::new();
    rest.by_ref().take(HEAD).read_to_end(&mut head)?;
    let format = match expect {
        Expect::Records => import::format(name, &head).or(Some(Format::Json)),
        Expect::Readouts => import::records_format(&head)
            .map(|format| import::format(name, &head).unwrap_or(format)),
    };
    let archive = format.is_none() && is_archive(&head);
    let lines = format == Some(Format::Ndjson) || format.is_none() && is_stream(name, &head);
    let whole: Bytes = Box::new(Cursor::new(head).chain(rest));
    if !archive && !lines {
        let content = match format {
            Some(format) if packed => {
                Content::Records(format, Box::new(Capped::new(whole, LARGEST_PACKED)))
            }
            Some(format) => Content::Records(format, whole),
            None => Content::Page(whole),
        };
        return Ok(Box::new(std::iter::once((Ok(content), next_input(start)))));
    }
    let stream = BufReader::new(skipped(whole, input, packed, start.offset, read)?);
    Ok(if archive {
        let archive = Archive::at(stream, start.offset, start.items);
        Box::new(Captures { archive, end: start, left: None, ended: false })
    } else {
        Box::new(Lines { stream, end: start, records: format.is_some(), left: None, ended: false })
    })
}

/// The stream from an offset on: a plain file is opened anew and turned to, another one read up to there.
fn skipped(
    mut whole: Bytes,
    input: &Input,
    packed: bool,
    offset: u64,
    read: &Arc<AtomicU64>,
) -> io::Result<Bytes> {
    if offset == 0 {
        return Ok(whole);
    }
    if let (Some(path), false) = (&input.path, packed) {
        let mut file = File::open(path)?;
        if file.metadata()?.is_file() {
            read.fetch_add(file.seek(SeekFrom::Start(offset))?, Ordering::Relaxed);
            return Ok(Box::new(Counted { inner: Box::new(file), read: Arc::clone(read) }));
        }
    }
    io::copy(&mut whole.by_ref().take(offset), &mut io::sink())?;
    Ok(whole)
}

/// Whether an input that holds no records is a stream of raw readouts, one a line, as opposed to one object laid out over
/// several lines, which is read as a page.
fn is_stream(name: &str, head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    let first = head.split(|byte| *byte == b'\n').next().unwrap_or_default().trim_ascii_end();
    match Path::new(name).extension().and_then(|extension| extension.to_str()) {
        Some("ndjson" | "jsonl") => first != b"{",
        Some("json") | None => first.starts_with(b"{") && first.ends_with(b"}"),
        Some(_) => false,
    }
}

/// Batches of lines.
struct Lines {
    stream: BufReader<Bytes>,
    end: Place,
    records: bool,
    /// What ended the batch before.
    left: Option<(io::Result<Content>, Place)>,
    /// Whether there is nothing more, not even after an error.
    ended: bool,
}

impl Iterator for Lines {
    type Item = (io::Result<Content>, Place);

    fn next(&mut self) -> Option<Self::Item> {
        let first = self.end.items + 1;
        let mut bytes = Vec::new();
        while bytes.len() < BATCH && self.left.is_none() && !self.ended {
            match take_line(&mut self.stream, LARGEST, &mut bytes) {
                Ok(Line::End) => self.ended = true,
                Ok(Line::Read(length)) => {
                    self.end.offset += length as u64;
                    self.end.items += 1;
                }
                Ok(Line::TooLong(length)) => {
                    let (offset, items) = (self.end.offset + length as u64, self.end.items + 1);
                    let message =
                        format!("the line has {length} bytes; expected at most {LARGEST}");
                    let finding = Diagnostic::new(Code::InputTooLarge, message).at(items, 1);
                    let content = Content::Finding(Box::new(finding));
                    self.left = Some((Ok(content), Place { offset, items, ..self.end }));
                }
                Err(error) => {
                    self.ended = true;
                    self.left = Some((Err(error), next_input(self.end)));
                }
            }
        }
        if !bytes.is_empty() {
            return Some((Ok(Content::Lines { first, bytes, records: self.records }), self.end));
        }
        let (content, end) = self.left.take()?;
        self.end = end;
        Some((content, end))
    }
}

/// Batches of web pages.
struct Captures {
    archive: Archive<BufReader<Bytes>>,
    end: Place,
    /// What ended the batch before.
    left: Option<(io::Result<Content>, Place)>,
    /// Whether there is nothing more, not even after an error.
    ended: bool,
}

impl Iterator for Captures {
    type Item = (io::Result<Content>, Place);

    fn next(&mut self) -> Option<Self::Item> {
        let (mut captures, mut size) = (Vec::new(), 0);
        while size < BATCH && self.left.is_none() && !self.ended {
            match self.archive.next_member() {
                Ok(Some(Member::Capture(capture))) => {
                    size += capture.len();
                    captures.push(capture);
                    (self.end.offset, self.end.items) = self.archive.position();
                }
                Ok(Some(Member::Finding(finding))) => {
                    let (offset, items) = self.archive.position();
                    let end = Place { offset, items, ..self.end };
                    self.left = Some((Ok(Content::Finding(finding)), end));
                }
                Ok(None) => self.ended = true,
                Err(error) => {
                    self.ended = true;
                    self.left = Some((Err(error), next_input(self.end)));
                }
            }
        }
        if !captures.is_empty() {
            return Some((Ok(Content::Captures(captures)), self.end));
        }
        let (content, end) = self.left.take()?;
        self.end = end;
        Some((content, end))
    }
}

/// A stream that counts the bytes read from it, for all inputs together.
struct Counted {
    inner: Bytes,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// A stream that is an error beyond a number of bytes.
pub(super) struct Capped {
    inner: Bytes,
    most: u64,
    left: u64,
}

impl Capped {
    pub(super) fn new(inner: Bytes, most: u64) -> Self {
        Self { inner, most, left: most }
    }
}

impl Read for Capped {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(count as u64).ok_or_else(|| {
            let message = format!("more than {} bytes", self.most);
            io::Error::new(io::ErrorKind::FileTooLarge, message)
        })?;
        Ok(count)
    }
}
