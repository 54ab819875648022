//! Inputs in, pieces of work out: pages, and batches of records, read only as fast as they are worked off.

use std::io::{self, BufReader, Cursor, Read};

use chancery::export::Format;
use chancery::import::{self, Chunk};

use super::input::Input;

/// Bytes from which the kind of an input is told.
const HEAD: u64 = 64 * 1024;
/// Bytes of records that are worked on together, so that handing them over costs little.
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
    let whole = Cursor::new(head).chain(rest);
    Ok(match format {
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
