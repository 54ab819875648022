//! Inputs in, pieces of work out: pages, and batches of records or raw readouts, read only as fast as they are worked off.

use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use chancery::export::Format;
use chancery::import::{self, Chunk};

use super::input::Input;

/// Bytes from which the kind of an input is told.
const HEAD: u64 = 64 * 1024;
/// Bytes of a stream that are worked on together, so that handing them over costs little.
const BATCH: usize = 256 * 1024;

/// A piece of an input.
pub(super) struct Piece<'i> {
    /// Number of the input.
    pub(super) number: usize,
    /// The input.
    pub(super) input: &'i Input,
    /// What to work on, or why it could not be read.
    pub(super) content: io::Result<Content>,
}

/// What a piece holds.
pub(super) enum Content {
    /// A page, still to be read.
    Page(Box<dyn Read + Send>),
    /// Whole lines of a stream of raw readouts.
    Lines {
        /// Number of the first of them in the stream, from 1.
        first: usize,
        /// The lines.
        bytes: Vec<u8>,
    },
    /// Records.
    Records(Vec<Chunk>),
}

/// Which inputs hold records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    /// Those that look like it; the others are raw readouts.
    Readouts,
    /// All of them; another is a malformed one.
    Records,
}

/// Cuts the inputs into pieces, in order.
pub(super) fn pieces(inputs: &[Input], expect: Expect) -> impl Iterator<Item = Piece<'_>> + Send {
    inputs.iter().enumerate().flat_map(move |(number, input)| {
        let contents = contents(input, expect).unwrap_or_else(|error| once(Err(error)));
        contents.map(move |content| Piece { number, input, content })
    })
}

type Contents = Box<dyn Iterator<Item = io::Result<Content>> + Send>;

fn contents(input: &Input, expect: Expect) -> io::Result<Contents> {
    let mut rest = input.open()?;
    let mut head = Vec::new();
    rest.by_ref().take(HEAD).read_to_end(&mut head)?;
    let format = match expect {
        Expect::Records => import::format(&input.name, &head).or(Some(Format::Json)),
        Expect::Readouts => import::records_format(&head)
            .map(|format| import::format(&input.name, &head).unwrap_or(format)),
    };
    let stream = is_stream(&input.name, &head);
    let whole = Cursor::new(head).chain(rest);
    Ok(match format {
        None if stream => {
            let (mut lines, mut next) = (BufReader::new(whole), Some(1));
            Box::new(std::iter::from_fn(move || raw_batch(&mut lines, &mut next)))
        }
        None => once(Ok(Content::Page(Box::new(whole)))),
        Some(format) => {
            let mut chunks = import::chunks(&input.name, format, BufReader::new(whole)).peekable();
            Box::new(std::iter::from_fn(move || batch(&mut chunks)))
        }
    })
}

fn once(content: io::Result<Content>) -> Contents {
    Box::new(std::iter::once(content))
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

/// The next lines together, or the error that ends them; `next` is the number of the first of them, if there are more.
fn raw_batch(lines: &mut impl BufRead, next: &mut Option<usize>) -> Option<io::Result<Content>> {
    let first = next.take()?;
    let (mut number, mut bytes) = (first, Vec::new());
    while bytes.len() < BATCH {
        match lines.read_until(b'\n', &mut bytes) {
            Ok(0) if bytes.is_empty() => return None,
            Ok(0) => break,
            Ok(_) => number += 1,
            Err(error) => return Some(Err(error)),
        }
    }
    *next = Some(number);
    Some(Ok(Content::Lines { first, bytes }))
}

/// The next records together, or the error that ends them.
fn batch(
    chunks: &mut std::iter::Peekable<impl Iterator<Item = io::Result<Chunk>>>,
) -> Option<io::Result<Content>> {
    let mut batch = Vec::new();
    let mut size = 0;
    while size < BATCH
        && let Some(Ok(chunk)) = chunks.next_if(Result::is_ok)
    {
        size += chunk.len();
        batch.push(chunk);
    }
    if batch.is_empty() {
        Some(chunks.next()?.map(|chunk| Content::Records(vec![chunk])))
    } else {
        Some(Ok(Content::Records(batch)))
    }
}
