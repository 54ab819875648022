//! A web archive in (WARC 1.1, ISO 28500; HTTP/1.1 messages in it, RFC 9112), pages out: the web pages that servers sent.
//!
//! Records are read one by one and only those with web pages are kept in memory, so that an archive may have any size.

use std::io::{self, BufRead, Read};

use flate2::read::ZlibDecoder;

use super::compression::unpack;
use super::line::{LARGEST, Line, take_line};
use super::{Given, Input, Metadata, Reading, encoding, html, no_text};
use crate::diagnostic::{Code, Diagnostic, quote};
use crate::record::sha256;

/// First bytes of every record.
const MAGIC: &[u8] = b"WARC/";
/// Bytes of the longest line of a record's header, and lines of the longest header.
const LINE: usize = 64 * 1024;
const LINES: usize = 1_000;
/// Bytes in which the head of an HTTP message ends, and fields of the longest one.
const HEAD: u64 = 64 * 1024;
const FIELDS: usize = 256;

/// Whether bytes begin like an archive.
#[must_use]
pub fn is_archive(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// The records of an archive with web pages, and what is wrong with others.
///
/// ```
/// use chancery::source::{Archive, Given, Member, read_capture};
///
/// let body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The ministers met.";
/// let archive = format!(
///     "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://ministry.example/met\r\n\
///      Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
///     body.len()
/// );
/// let mut archive = Archive::new(archive.as_bytes());
/// let Some(Member::Capture(capture)) = archive.next_member()? else { panic!("one capture") };
/// let reading = read_capture("crawl.warc", &capture, &Given::default());
/// assert_eq!(reading.pages[0].metadata.url.as_deref(), Some("https://ministry.example/met"));
/// assert_eq!(archive.next_member()?, None);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Archive<R> {
    reader: R,
    /// Bytes read.
    offset: u64,
    /// Records begun.
    number: usize,
    /// The first line of the next record, if it was read already.
    first: Option<Vec<u8>>,
}

/// What stands in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Member {
    /// A web page.
    Capture(Capture),
    /// What is wrong with a record, without the archive's name; its number is the position's line.
    Finding(Box<Diagnostic>),
}

/// A web page as a server sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    number: usize,
    url: Option<String>,
    charset: Option<String>,
    /// Codings of the body, the outermost first.
    codings: Vec<String>,
    body: Vec<u8>,
}

impl Capture {
    /// Number of bytes of the page as it was sent.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.body.len()
    }

    /// Whether nothing was sent.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.body.is_empty()
    }
}

impl<R: BufRead> Archive<R> {
    /// The records of a stream from its beginning.
    pub const fn new(reader: R) -> Self {
        Self::at(reader, 0, 0)
    }

    /// The records of a stream of which the first `offset` bytes, with `number` records, were read before.
    pub const fn at(reader: R, offset: u64, number: usize) -> Self {
        Self { reader, offset, number, first: None }
    }

    /// Number of bytes and of records that were read; the place to go on at with [`at`](Self::at).
    #[must_use]
    pub fn position(&self) -> (u64, usize) {
        (self.offset - self.first.as_ref().map_or(0, |line| line.len() as u64), self.number)
    }

    /// The next web page or finding; records of other kinds are passed over.
    ///
    /// # Errors
    /// What the stream reports, and a record that is cut off by its end.
    pub fn next_member(&mut self) -> io::Result<Option<Member>> {
        while let Some(header) = self.header()? {
            let member = match header {
                Ok(header) => self.block(&header)?,
                Err(finding) => Some(Member::Finding(finding)),
            };
            if member.is_some() {
                return Ok(member);
            }
        }
        Ok(None)
    }

    /// The header of the next record. A malformed one is a finding, and what follows it is passed over up to a line that
    /// begins a record.
    fn header(&mut self) -> io::Result<Option<Result<Header, Box<Diagnostic>>>> {
        let mut line = match self.first.take() {
            Some(line) => line,
            None => loop {
                let mut line = Vec::new();
                match self.line(&mut line)? {
                    Line::End => return Ok(None),
                    _ if line.trim_ascii().is_empty() => {}
                    _ => break line,
                }
            },
        };
        self.number += 1;
        if !is_archive(&line) {
            let found = quote(String::from_utf8_lossy(&line).trim());
            let finding = self.malformed(format!("{found} begins no record; expected WARC/1.1"));
            self.pass_over()?;
            return Ok(Some(Err(finding)));
        }
        let mut header = Header::default();
        for _ in 0..LINES {
            line.clear();
            let read = self.line(&mut line)?;
            if let Line::End = read {
                return Err(cut_off());
            }
            if let Line::Read(_) = read
                && line.trim_ascii().is_empty()
            {
                if header.length.is_some() {
                    return Ok(Some(Ok(header)));
                }
                break;
            }
            header.take(&String::from_utf8_lossy(&line));
        }
        let message = "the header has no Content-Length; expected the bytes of the record";
        let finding = self.malformed(message.to_owned());
        self.pass_over()?;
        Ok(Some(Err(finding)))
    }

    /// Passes over lines up to one that begins a record.
    fn pass_over(&mut self) -> io::Result<()> {
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = self.line(&mut line)?;
            if is_archive(&line) {
                self.first = Some(line);
                return Ok(());
            }
            if let Line::End = read {
                return Ok(());
            }
        }
    }

    fn line(&mut self, line: &mut Vec<u8>) -> io::Result<Line> {
        let read = take_line(&mut self.reader, LINE, line)?;
        self.offset += read.len() as u64;
        Ok(read)
    }

    /// Reads or passes over the block of a record.
    fn block(&mut self, header: &Header) -> io::Result<Option<Member>> {
        let length = header.length.unwrap_or_default();
        let mut head = Vec::new();
        if header.may_be_page() {
            self.reader.by_ref().take(length.min(HEAD)).read_to_end(&mut head)?;
        }
        let member = match header.capture(self.number, &head) {
            _ if head.is_empty() => None,
            Ok(Some(_)) if length > LARGEST as u64 => {
                let message = format!("the page has {length} bytes; expected at most {LARGEST}");
                let finding = Diagnostic::new(Code::InputTooLarge, message);
                Some(Member::Finding(Box::new(finding.at(self.number, 1))))
            }
            Ok(Some((mut capture, start))) => {
                capture.body = head.split_off(start);
                let rest = length - (start + capture.body.len()) as u64;
                let read = self.reader.by_ref().take(rest).read_to_end(&mut capture.body)?;
                if (read as u64) < rest {
                    return Err(cut_off());
                }
                self.offset += length;
                return Ok(Some(Member::Capture(capture)));
            }
            Ok(None) => None,
            Err(message) => Some(Member::Finding(self.malformed(message))),
        };
        let rest = length - head.len() as u64;
        if io::copy(&mut self.reader.by_ref().take(rest), &mut io::sink())? < rest {
            return Err(cut_off());
        }
        self.offset += length;
        Ok(member)
    }

    fn malformed(&self, message: String) -> Box<Diagnostic> {
        Box::new(Diagnostic::new(Code::MalformedArchive, message).at(self.number, 1))
    }
}

fn cut_off() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "the last record is cut off")
}

/// What the header of a record says, as far as it matters here.
#[derive(Debug, Default)]
struct Header {
    kind: String,
    media_type: String,
    /// Media type of the payload as the archiver found it out.
    identified: Option<String>,
    url: Option<String>,
    length: Option<u64>,
}

impl Header {
    fn take(&mut self, line: &str) {
        let Some((name, value)) = line.split_once(':') else { return };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "warc-type" => self.kind = value.to_ascii_lowercase(),
            "content-type" => self.media_type = value.to_ascii_lowercase(),
            "warc-identified-payload-type" => self.identified = Some(value.to_ascii_lowercase()),
            // WARC 1.0 had the address in angle brackets.
            "warc-target-uri" => {
                let address = value.trim_start_matches('<').trim_end_matches('>');
                self.url = (!address.is_empty()).then(|| address.to_owned());
            }
            "content-length" => self.length = value.parse().ok(),
            _ => {}
        }
    }

    fn may_be_page(&self) -> bool {
        match self.kind.as_str() {
            "response" => self.media_type.starts_with("application/http"),
            "resource" => is_html(&self.media_type),
            _ => false,
        }
    }

    /// The page without its body, and where in the block that begins; nothing where the record has none.
    fn capture(&self, number: usize, head: &[u8]) -> Result<Option<(Capture, usize)>, String> {
        let capture = |charset, codings| Capture {
            number,
            url: self.url.clone(),
            charset,
            codings,
            body: Vec::new(),
        };
        if self.kind == "resource" {
            return Ok(Some((capture(charset(&self.media_type), Vec::new()), 0)));
        }
        let mut fields = [httparse::EMPTY_HEADER; FIELDS];
        let mut response = httparse::Response::new(&mut fields);
        let start = match response.parse(head) {
            Ok(httparse::Status::Complete(start)) => start,
            Ok(httparse::Status::Partial) => {
                return Err("the head of the HTTP response does not end".to_owned());
            }
            Err(error) => return Err(format!("the head of the HTTP response: {error}")),
        };
        let values = |name: &str| {
            let named =
                response.headers.iter().filter(|field| field.name.eq_ignore_ascii_case(name));
            let values: Vec<_> = named
                .map(|field| String::from_utf8_lossy(field.value).to_ascii_lowercase())
                .collect();
            values.join(",")
        };
        let media_type = values("content-type");
        let is_page = response.code.is_some_and(|code| (200..300).contains(&code))
            && is_html(self.identified.as_deref().unwrap_or(&media_type));
        if !is_page {
            return Ok(None);
        }
        let applied = [values("content-encoding"), values("transfer-encoding")].join(",");
        let codings = applied.split(',').map(|coding| coding.trim().to_owned());
        let mut codings: Vec<_> =
            codings.filter(|coding| !coding.is_empty() && coding != "identity").collect();
        codings.reverse();
        Ok(Some((capture(charset(&media_type), codings), start)))
    }
}

fn is_html(media_type: &str) -> bool {
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    matches!(media_type, "text/html" | "application/xhtml+xml")
}

fn charset(media_type: &str) -> Option<String> {
    let (_, label) = media_type.split_once("charset=")?;
    let label = label.split(';').next().unwrap_or_default().trim().trim_matches('"');
    (!label.is_empty()).then(|| label.to_owned())
}

/// Reads all pages of an archive that is in memory.
pub(super) fn read(name: &str, bytes: &[u8], given: &Given) -> Reading {
    let mut reading = Reading::default();
    let mut archive = Archive::new(bytes);
    loop {
        match archive.next_member() {
            Ok(Some(Member::Capture(capture))) => {
                let Reading { pages, diagnostics } = read_capture(name, &capture, given);
                reading.pages.extend(pages);
                reading.diagnostics.extend(diagnostics);
            }
            Ok(Some(Member::Finding(finding))) => reading.diagnostics.push(finding.in_file(name)),
            Ok(None) => return reading,
            Err(error) => {
                let finding = archive.malformed(error.to_string());
                reading.diagnostics.push(finding.in_file(name));
                return reading;
            }
        }
    }
}

/// Reads a web page of an archive.
///
/// `name` is the archive's name. The page's address is that which the archive has for it; the day on which it was archived
/// says nothing about its publication and is left out.
#[must_use]
pub fn read_capture(name: &str, capture: &Capture, given: &Given) -> Reading {
    let mut reading = Reading::default();
    let name = format!("{name}:{}", capture.number);
    if let Err(finding) = page(&name, capture, given, &mut reading) {
        reading.diagnostics.push(finding.in_file(name));
    }
    reading
}

fn page(
    name: &str,
    capture: &Capture,
    given: &Given,
    reading: &mut Reading,
) -> Result<(), Box<Diagnostic>> {
    let mut decoded: Option<Vec<u8>> = None;
    for coding in &capture.codings {
        let bytes = decoded.as_deref().unwrap_or(&capture.body);
        decoded = decode(coding, bytes)?.or(decoded);
    }
    let bytes = decoded.as_deref().unwrap_or(&capture.body);
    if bytes.trim_ascii().is_empty() {
        return Err(Box::new(no_text(name)));
    }
    encoding::check(bytes)?;
    let (text, finding) = encoding::decode(bytes, capture.charset.as_deref());
    reading.diagnostics.extend(finding.map(|finding| finding.in_file(name)));
    let input = Input { name, text: &text, sha256: sha256(bytes), given };
    html::read_with(&input, Metadata { url: capture.url.clone(), ..Metadata::default() }, reading);
    Ok(())
}

/// The bytes without a coding; nothing where they do not have it, since many archives keep pages unpacked and the heads as
/// they were.
fn decode(coding: &str, bytes: &[u8]) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
    let decoded = match coding {
        "chunked" => return Ok(unchunked(bytes)),
        "gzip" | "x-gzip" | "zstd" => unpack(io::Cursor::new(bytes.to_vec()))
            .and_then(|(reader, packed)| packed.then(|| limited(reader)).transpose()),
        "deflate" => match limited(ZlibDecoder::new(bytes)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(_) => Ok(limited(flate2::read::DeflateDecoder::new(bytes)).ok()),
        },
        _ if looks_like_markup(bytes) => Ok(None),
        _ => {
            let message = format!("the page is packed as {}, which is not read", quote(coding));
            let finding = Diagnostic::new(Code::BinaryInput, message);
            return Err(Box::new(
                finding.help("Archive pages without this coding, or unpack them."),
            ));
        }
    };
    match decoded {
        Ok(Some(bytes)) if bytes.len() > LARGEST => {
            let message = format!("the page has more than {LARGEST} bytes when unpacked");
            Err(Box::new(Diagnostic::new(Code::InputTooLarge, message)))
        }
        Ok(bytes) => Ok(bytes),
        Err(error) => {
            let message = format!("the page cannot be unpacked ({coding}): {error}");
            Err(Box::new(Diagnostic::new(Code::MalformedArchive, message)))
        }
    }
}

/// All bytes up to one more than the limit.
fn limited(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn looks_like_markup(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"<")
}

/// The bytes of all chunks (RFC 9112, section 7.1); nothing where they are not chunked. What is cut off is kept as far as it
/// goes.
fn unchunked(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    loop {
        match httparse::parse_chunk_size(bytes) {
            Ok(httparse::Status::Complete((_, 0))) => return Some(out),
            Ok(httparse::Status::Complete((start, size))) => {
                bytes = &bytes[start..];
                let size = usize::try_from(size).unwrap_or(usize::MAX).min(bytes.len());
                out.extend_from_slice(&bytes[..size]);
                bytes = &bytes[size..];
                bytes = bytes.strip_prefix(b"\r\n").unwrap_or(bytes);
            }
            Ok(httparse::Status::Partial) if !out.is_empty() => return Some(out),
            _ => return None,
        }
        if bytes.is_empty() {
            return Some(out);
        }
    }
}
