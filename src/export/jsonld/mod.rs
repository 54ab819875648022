//! Records in, one JSON-LD 1.1 document out: the JSON object with a context, absolute IRIs and derived keys.
//!
//! Every object begins with `@type` and its IRI, so that streaming processors need not look ahead. There are no blank nodes:
//! what has no identifier in the record is named by its place, a span by its position in the text.

mod form;
mod span;

use std::io;
use std::ops::Range;

use serde_json::Value;

use super::{Layout, json};
use crate::record::tree::{Item, Tree};
use crate::record::{Date, Readout, StateCode};
use crate::schema::{ACTOR_CLASSES, STATES, context};
use crate::validate::Valid;
use form::{Field, Form, Holds, Kind};
use span::Piece;

/// Opens the document with the context, one term a line where it is laid out for readers.
pub(super) fn begin(out: &mut Vec<u8>, layout: Layout) {
    let context = context()["@context"].take();
    let head = match layout {
        Layout::Compact => format!("\"@context\":{context}"),
        Layout::Pretty => {
            let terms = context.as_object().expect("the context is an object").iter();
            let lines: Vec<_> = terms
                .map(|(term, meaning)| format!("\n    {}: {meaning}", Value::from(&**term)))
                .collect();
            format!("\"@context\": {{{}\n  }}", lines.join(","))
        }
    };
    json::open(out, &head, layout);
}

/// Appends one record.
#[expect(clippy::unnecessary_wraps, reason = "all formats have the same signature")]
pub(super) fn record(out: &mut Vec<u8>, record: &Valid, layout: Layout) -> io::Result<()> {
    let tree = record.tree();
    if layout == Layout::Pretty {
        // A key, what it is indented by, and the IRIs of spans: what a value takes beside its text, in most records.
        out.reserve(tree.text_length() + 96 * tree.size());
    }
    write(out, tree.root(), layout);
    Ok(())
}

/// Closes the document.
pub(super) fn end(out: &mut Vec<u8>, records: usize, layout: Layout) {
    json::end(out, records, layout);
}

/// A record in JSON as it stands in a document, with its derived keys.
pub(crate) fn linked(record: &Readout) -> Value {
    let mut out = Vec::new();
    let tree = Tree::of(record).expect("a record has a tree");
    write(&mut out, tree.root(), Layout::Compact);
    serde_json::from_slice(&out).expect("what is written is JSON")
}

fn write<'r>(out: &mut Vec<u8>, record: Item<'r>, layout: Layout) {
    let id = |of: Option<Item<'r>>| of.and_then(|of| of.get("id")?.as_str()).unwrap_or_default();
    let names = Names { record: id(Some(record)), source: id(record.get("source")) };
    let mut graph = Graph { out, names, indent: layout == Layout::Pretty, level: 2 };
    match layout {
        Layout::Compact => graph.out.push(b'\n'),
        Layout::Pretty => graph.line(true),
    }
    let owner = Owner { iri: names.record, local: None };
    graph.object(Form::of_records(), record, owner, "", None);
}

/// IRIs of the record and of its document.
#[derive(Clone, Copy)]
struct Names<'a> {
    record: &'a str,
    source: &'a str,
}

/// The object with an identifier that holds those without: it gives them their IRIs.
#[derive(Clone, Copy)]
struct Owner<'a> {
    iri: &'a str,
    local: Option<&'a str>,
}

impl<'a> Names<'a> {
    /// IRI of something that the record identifies, in pieces; a state has the same in all records.
    fn local(self, id: &'a str, is_actor: bool) -> [&'a str; 3] {
        if is_actor && StateCode::accepts(id) { [STATES, id, ""] } else { [self.record, "#", id] }
    }
}

/// A comma, the end of a line and what the deepest line is indented by.
const LINE: &[u8] = b",\n                                                                ";

/// Writes the objects of one record.
struct Graph<'a, 'r> {
    out: &'a mut Vec<u8>,
    names: Names<'r>,
    indent: bool,
    level: usize,
}

impl<'r> Graph<'_, 'r> {
    /// Writes an object that stands under `tag` of `owner`, at `index` from 1 if there may be several.
    fn object(
        &mut self,
        form: &Form,
        object: Item<'r>,
        owner: Owner<'r>,
        tag: &str,
        index: Option<usize>,
    ) {
        let id = if form.named { object.get("id").and_then(Item::as_str) } else { None };
        self.begin(b'{');
        self.types(form, object);
        self.key("\"id\": ");
        let iri = self.name(form.kind, object, id, owner, tag, index);
        let owner = match (form.kind, id) {
            (Kind::Source, _) => Owner { iri: self.names.source, local: None },
            (Kind::Readout, _) | (_, None) => owner,
            (_, Some(id)) => Owner { iri: self.names.record, local: Some(id) },
        };
        let mut fields = form.fields.iter();
        for (key, value) in object.members().into_iter().flatten() {
            let field = fields.find(|field| field.key == key);
            let field = field.expect("members of a record stand in the order of its type");
            if let Holds::Name = field.holds {
                continue;
            }
            self.key(&field.written);
            match value.elements() {
                Some(values) => self.array(values.enumerate(), |graph, (index, value)| {
                    graph.value(field, value, owner, Some(index + 1));
                }),
                None => self.value(field, value, owner, None),
            }
        }
        match form.kind {
            Kind::Event => self.derived_of_event(object),
            Kind::Statement => {
                self.key("\"wasQuotedFrom\": ");
                self.plain(&[self.names.source]);
            }
            Kind::Evidence => self.derived_of_evidence(object, &iri),
            _ => {}
        }
        self.end(b'}');
    }

    /// Writes the IRI of an object; gives back where it stands in the output.
    fn name(
        &mut self,
        kind: Kind,
        object: Item<'r>,
        id: Option<&str>,
        owner: Owner<'r>,
        tag: &str,
        index: Option<usize>,
    ) -> Range<usize> {
        let start = self.out.len() + 1;
        match (kind, id) {
            (Kind::Readout | Kind::Source, Some(id)) => self.plain(&[id]),
            (kind, Some(id)) => self.plain(&self.names.local(id, kind == Kind::Actor)),
            (Kind::Evidence, None) => {
                self.unclosed(&[self.names.record, "#text/"]);
                for (key, behind) in [("start", b'-'), ("end", b'"')] {
                    if let Some(offset) = object.get(key) {
                        self.scalar(offset);
                    }
                    self.out.push(behind);
                }
            }
            (_, None) => {
                self.unclosed(&[owner.iri, "#", owner.local.unwrap_or_default(), "/", tag]);
                if let Some(index) = index {
                    self.out.extend_from_slice(format!("-{index}").as_bytes());
                }
                self.out.push(b'"');
            }
        }
        start..self.out.len() - 1
    }

    fn value(&mut self, field: &Field, value: Item<'r>, owner: Owner<'r>, index: Option<usize>) {
        match (field.holds, value.as_str()) {
            (Holds::Objects(form), None) => {
                let form = Form::at(form);
                match bare(form, value).filter(|_| self.indent) {
                    Some((start, end)) => self.bare_span(start, end),
                    None => self.object(form, value, owner, field.tag, index),
                }
            }
            (Holds::Actors, Some(id)) => self.plain(&self.names.local(id, true)),
            (Holds::Identifiers, Some(id)) => self.plain(&self.names.local(id, false)),
            _ => self.scalar(value),
        }
    }

    /// Writes a span that does not quote its text, from the pieces that all of them are made of.
    fn bare_span(&mut self, start: Item<'r>, end: Item<'r>) {
        let (mut starts, mut ends) = (None, None);
        for piece in span::pieces(self.level) {
            match piece {
                Piece::Text(text) => self.out.extend_from_slice(text.as_bytes()),
                Piece::Record => self.out.extend_from_slice(self.names.record.as_bytes()),
                Piece::Source => self.out.extend_from_slice(self.names.source.as_bytes()),
                Piece::Start => self.again(&mut starts, start),
                Piece::End => self.again(&mut ends, end),
            }
        }
    }

    /// Writes a number, the second time from where it stands in the output.
    fn again(&mut self, written: &mut Option<Range<usize>>, number: Item<'r>) {
        if let Some(written) = written {
            self.out.extend_from_within(written.clone());
        } else {
            let start = self.out.len();
            self.scalar(number);
            *written = Some(start..self.out.len());
        }
    }

    fn types(&mut self, form: &Form, object: Item<'r>) {
        self.key("\"@type\": ");
        let kind = if form.kind == Kind::Actor { object.get("kind") } else { None };
        let kind = kind.and_then(Item::as_str);
        match ACTOR_CLASSES.iter().find(|(term, _)| Some(*term) == kind) {
            Some((_, class)) => {
                self.array([form.class, class], |graph, class| graph.plain(&[class]));
            }
            None => self.plain(&[form.class]),
        }
    }

    /// Who attended, and the days, as schema.org has them.
    fn derived_of_event(&mut self, event: Item<'r>) {
        let participants = event.get("participants").and_then(Item::elements);
        let actors = participants.into_iter().flatten();
        let actors = actors.filter_map(|part| part.get("actor")?.as_str());
        self.key("\"attendee\": ");
        self.array(actors, |graph, id| graph.plain(&graph.names.local(id, true)));
        let date = event.get("date").and_then(Item::as_str);
        let days = date.and_then(|date| date.parse::<Date>().ok()?.days());
        if let Some((first, last)) = days {
            for (key, (year, month, day)) in [("\"startDate\": ", first), ("\"endDate\": ", last)] {
                self.key(key);
                self.plain(&[&Date::Day(year, month, day).to_string()]);
            }
        }
    }

    /// The span as selectors of the Web Annotation vocabulary.
    fn derived_of_evidence(&mut self, evidence: Item<'r>, iri: &Range<usize>) {
        self.key("\"hasSource\": ");
        self.plain(&[self.names.source, "#text"]);
        self.key("\"selector\": ");
        let given = SELECTORS.iter().filter(|selector| evidence.get(selector.keys[0].0).is_some());
        self.array(given, |graph, selector| {
            graph.begin(b'{');
            graph.key("\"@type\": ");
            graph.plain(&[selector.class]);
            graph.key("\"id\": ");
            graph.out.push(b'"');
            graph.out.extend_from_within(iri.clone());
            graph.out.extend_from_slice(selector.step.as_bytes());
            graph.out.push(b'"');
            for (key, written) in selector.keys {
                if let Some(value) = evidence.get(key) {
                    graph.key(written);
                    graph.scalar(value);
                }
            }
            graph.end(b'}');
        });
    }

    fn array<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.begin(b'[');
        for item in items {
            self.separate();
            write(self, item);
        }
        self.end(b']');
    }

    fn begin(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.level += 1;
    }

    fn end(&mut self, bracket: u8) {
        self.level -= 1;
        if self.indent && !self.is_first() {
            self.line(true);
        }
        self.out.push(bracket);
    }

    /// Writes what stands before a member or an element.
    fn separate(&mut self) {
        let is_first = self.is_first();
        if self.indent {
            self.line(is_first);
        } else if !is_first {
            self.out.push(b',');
        }
    }

    fn is_first(&self) -> bool {
        matches!(self.out.last(), Some(b'{' | b'['))
    }

    /// Ends a line, with a comma unless nothing is to be parted, and begins the next.
    fn line(&mut self, bare: bool) {
        self.out.extend_from_slice(&LINE[usize::from(bare)..2 + 2 * self.level]);
    }

    /// Writes a key, which is given as a string of JSON with a colon and a space behind it.
    fn key(&mut self, written: &str) {
        self.separate();
        let length = if self.indent { written.len() } else { written.len() - 1 };
        self.out.extend_from_slice(&written.as_bytes()[..length]);
    }

    /// Writes a string in which nothing is to be escaped, given in pieces: an IRI, a term.
    fn plain(&mut self, text: &[&str]) {
        self.unclosed(text);
        self.out.push(b'"');
    }

    /// The same without the quotation mark at its end.
    fn unclosed(&mut self, text: &[&str]) {
        self.out.push(b'"');
        for piece in text {
            self.out.extend_from_slice(piece.as_bytes());
        }
    }

    fn scalar(&mut self, value: Item<'_>) {
        serde_json::to_writer(&mut *self.out, &value).expect("memory takes all");
    }
}

/// Start and end, if an object is a span without quotation.
fn bare<'r>(form: &Form, object: Item<'r>) -> Option<(Item<'r>, Item<'r>)> {
    let of_spans = form.kind == Kind::Evidence;
    let mut members = object.members().filter(|members| of_spans && members.len() == 2)?;
    let ((_, start), (_, end)) = (members.next()?, members.next()?);
    Some((start, end))
}

/// A selector of the Web Annotation vocabulary, in the terms of the context.
struct Selector {
    class: &'static str,
    /// What its IRI adds to that of the evidence.
    step: &'static str,
    /// Keys of the evidence, and as what they are written; the first says whether there is such a selector.
    keys: &'static [(&'static str, &'static str)],
}

const SELECTORS: [Selector; 2] = [
    Selector {
        class: "TextPositionSelector",
        step: "/position",
        keys: &[("start", "\"start\": "), ("end", "\"end\": ")],
    },
    Selector {
        class: "TextQuoteSelector",
        step: "/quote",
        keys: &[("quote", "\"exact\": "), ("prefix", "\"prefix\": "), ("suffix", "\"suffix\": ")],
    },
];
