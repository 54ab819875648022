//! How a bare span is written, by the depth at which it stands: most lines of a document are of spans, and all but two
//! numbers and two names in them is the same.

use std::sync::LazyLock;

use super::form::Form;
use super::{Graph, Names, Owner};
use crate::record::Evidence;
use crate::record::tree::Tree;

/// A piece of a span that stands in a document laid out for readers.
pub(super) enum Piece {
    Text(String),
    /// IRI of the record.
    Record,
    /// IRI of the document.
    Source,
    Start,
    End,
}

/// What stands for the pieces that differ while the others are found out.
const RECORD: &str = "<record>";
const SOURCE: &str = "<source>";
const START: u32 = u32::MAX - 1;
const END: u32 = u32::MAX;

/// More levels than a record has.
const LEVELS: usize = 16;

/// The pieces of a span in an array of this level.
pub(super) fn pieces(level: usize) -> &'static [Piece] {
    static PIECES: LazyLock<Vec<Vec<Piece>>> =
        LazyLock::new(|| (0..LEVELS).map(|level| split(&written(level))).collect());
    &PIECES[level]
}

/// A span as it is written whole.
fn written(level: usize) -> String {
    let mut out = Vec::new();
    let span = Tree::of(&Evidence::new(START, END)).expect("a span has a tree");
    let names = Names { record: RECORD, source: SOURCE };
    let owner = Owner { iri: RECORD, local: None };
    let mut graph = Graph { out: &mut out, names, indent: true, level };
    graph.object(Form::of_spans(), span.root(), owner, "", None);
    String::from_utf8(out).expect("what is written is UTF-8")
}

fn split(mut span: &str) -> Vec<Piece> {
    let (start, end) = (START.to_string(), END.to_string());
    let mut pieces = Vec::new();
    let differing = || {
        [
            (RECORD, Piece::Record),
            (SOURCE, Piece::Source),
            (&start, Piece::Start),
            (&end, Piece::End),
        ]
    };
    while let Some((at, mark, piece)) = differing()
        .into_iter()
        .filter_map(|(mark, piece)| Some((span.find(mark)?, mark, piece)))
        .min_by_key(|(at, ..)| *at)
    {
        pieces.push(Piece::Text(span[..at].to_owned()));
        pieces.push(piece);
        span = &span[at + mark.len()..];
    }
    pieces.push(Piece::Text(span.to_owned()));
    pieces
}
