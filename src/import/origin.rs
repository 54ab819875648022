//! A JSON Pointer into a record in, line and column of the file out. Nothing is kept while reading: the place is looked up
//! in the text when a finding asks for it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::marks::Marks;
use super::{scan, xml};
use crate::diagnostic::Locate;

/// Where a value stood.
#[derive(Debug, Clone)]
pub struct Origin {
    document: Arc<Document>,
    index: usize,
}

/// The text that values were read from.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) file: Arc<str>,
    pub(super) text: String,
    pub(super) first_line: usize,
    pub(super) shape: Shape,
    /// Bytes of each value, found when first asked for.
    places: OnceLock<Vec<Range<usize>>>,
    /// Lines and columns, counted when first asked for.
    marks: OnceLock<Marks>,
}

/// How values stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One JSON value.
    One,
    /// A JSON array.
    Array,
    /// A JSON object with the values in the array of this key.
    Envelope(&'static str),
    /// Elements of XML.
    Xml,
}

impl Document {
    pub(super) fn new(file: &Arc<str>, first_line: usize, text: String, shape: Shape) -> Self {
        let (places, marks) = (OnceLock::new(), OnceLock::new());
        Self { file: Arc::clone(file), text, first_line, shape, places, marks }
    }

    /// The same with the bytes of each value known.
    pub(super) fn with_places(self, places: Vec<Range<usize>>) -> Self {
        Self { places: places.into(), ..self }
    }

    fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| Marks::new(&self.text))
    }

    fn places(&self) -> &[Range<usize>] {
        self.places.get_or_init(|| {
            let array = match self.shape {
                Shape::One | Shape::Xml => return std::iter::once(0..self.text.len()).collect(),
                Shape::Array => Some(0),
                Shape::Envelope(key) => {
                    scan::find(&self.text, &format!("/{key}")).map(|place| place.value)
                }
            };
            array.map(|at| scan::elements(&self.text, at)).unwrap_or_default()
        })
    }
}

impl Origin {
    pub(super) const fn new(document: Arc<Document>, index: usize) -> Self {
        Self { document, index }
    }

    /// The file as named by the user.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.document.file
    }

    /// The JSON Pointer, from the root of the file (of the line in NDJSON), of what stands at `pointer` in the record.
    /// In XML, which has no JSON Pointers, that is `pointer`.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> String {
        match self.document.shape {
            Shape::One | Shape::Xml => pointer.to_owned(),
            Shape::Array => format!("/{}{pointer}", self.index),
            Shape::Envelope(key) => format!("/{key}/{}{pointer}", self.index),
        }
    }

    fn place(&self, pointer: &str) -> Option<scan::Place> {
        let range = self.document.places().get(self.index)?.clone();
        let text = &self.document.text[range.clone()];
        let place = match self.document.shape {
            Shape::Xml => xml::find(text, pointer).map(|value| scan::Place { key: None, value }),
            _ => scan::find(text, pointer),
        }?;
        Some(scan::Place {
            key: place.key.map(|key| key + range.start),
            value: place.value + range.start,
        })
    }

    fn position(&self, at: usize) -> (usize, usize) {
        let (line, column) = self.document.marks().position(&self.document.text, at);
        (self.document.first_line + line, column)
    }
}

/// Pointers are those in the record. An attribute of XML begins with its name, an element with its tag.
impl Locate for Origin {
    fn locate(&self, pointer: &str) -> Option<(usize, usize)> {
        self.place(pointer).map(|place| self.position(place.value))
    }

    fn locate_key(&self, pointer: &str) -> Option<(usize, usize)> {
        self.place(pointer).map(|place| self.position(place.key.unwrap_or(place.value)))
    }

    fn line(&self, line: usize, column: usize) -> Option<(Cow<'_, str>, usize)> {
        let index = line.checked_sub(self.document.first_line)?;
        let (text, column) = self.document.marks().line(&self.document.text, index, column)?;
        Some((text.into(), column))
    }
}

/// Line and column of a byte of a text, the column in code points.
pub(super) fn position(text: &str, first_line: usize, at: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..at.min(text.len())];
    let line_start = memchr::memrchr(b'\n', before).map_or(0, |end| end + 1);
    let line = first_line + memchr::memchr_iter(b'\n', before).count();
    // Every code point has one byte that continues none.
    let column = before[line_start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    (line, column + 1)
}
