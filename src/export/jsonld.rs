//! Records in, one JSON-LD 1.1 document out: the JSON object with a context, absolute IRIs and derived keys.
//!
//! Every object begins with `@type` and its IRI, so that streaming processors need not look ahead. There are no blank nodes:
//! what has no identifier in the record is named by its place, a span by its position in the text.

use std::fmt::Write as _;
use std::io;

use serde_json::Value;

use super::{Layout, json};
use crate::record::tree::{Item, Tree};
use crate::record::{Date, StateCode};
use crate::schema::{ACTOR_CLASSES, Content, Markup, Member, STATES, Type, context};
use crate::validate::Valid;

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
    write(out, record.tree().root(), layout);
    Ok(())
}

/// Closes the document.
pub(super) fn end(out: &mut Vec<u8>, records: usize, layout: Layout) {
    json::end(out, records, layout);
}

/// A record in JSON as it stands in a document, with its derived keys; `record` must have the shape of a record.
pub(crate) fn linked(record: &Value) -> Value {
    let mut out = Vec::new();
    let tree = Tree::of(record).expect("a value of JSON has a tree");
    write(&mut out, tree.root(), Layout::Compact);
    serde_json::from_slice(&out).expect("what is written is JSON")
}

fn write<'r>(out: &mut Vec<u8>, record: Item<'r>, layout: Layout) {
    let id = |of: Option<Item<'r>>| of.and_then(|of| of.get("id")?.as_str()).unwrap_or_default();
    let names = Names { record: id(Some(record)), source: id(record.get("source")) };
    let markup = Markup::of_records();
    let mut graph = Graph { out, markup, names, indent: layout == Layout::Pretty, level: 2 };
    match layout {
        Layout::Compact => graph.out.push(b'\n'),
        Layout::Pretty => graph.line(),
    }
    let owner = Owner { iri: names.record, local: None };
    graph.object(markup.record(), record, owner, "", None);
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

/// Writes the objects of one record.
struct Graph<'a, 'r> {
    out: &'a mut Vec<u8>,
    markup: &'static Markup,
    names: Names<'r>,
    indent: bool,
    level: usize,
}

impl<'r> Graph<'_, 'r> {
    /// Writes an object that stands under `tag` of `owner`, at `index` from 1 if there may be several.
    fn object(
        &mut self,
        kind: &Type,
        object: Item<'r>,
        owner: Owner,
        tag: &str,
        index: Option<usize>,
    ) {
        let text = |key: &str| object.get(key).and_then(Item::as_str);
        let number = |key: &str| {
            let number = object.get(key).and_then(Item::as_number);
            number.map_or_else(String::new, |number| number.to_string())
        };
        let (iri, owner_id) = match (&*kind.name, text("id")) {
            ("Readout" | "Source", Some(id)) => (id.to_owned(), None),
            (name, Some(id)) => (self.names.local(id, name == "Actor").concat(), Some(id)),
            ("Evidence", None) => {
                let (start, end) = (number("start"), number("end"));
                ([self.names.record, "#text/", &start, "-", &end].concat(), None)
            }
            (_, None) => {
                let mut iri = [owner.iri, "#", owner.local.unwrap_or_default(), "/", tag].concat();
                if let Some(index) = index {
                    let _ = write!(iri, "-{index}");
                }
                (iri, None)
            }
        };
        let owner = match (owner_id, &*kind.name) {
            (Some(id), _) => Owner { iri: self.names.record, local: Some(id) },
            (None, "Source") => Owner { iri: self.names.source, local: None },
            (None, _) => owner,
        };
        self.begin(b'{');
        self.types(kind, text("kind"));
        self.key("id");
        self.plain(&[&iri]);
        // Members of a record stand in the order of its type, so the next one is mostly the one to be written next.
        let mut members = object.members().into_iter().flatten().peekable();
        for member in kind.members.iter().filter(|member| member.iri != "@id") {
            let next = members.next_if(|(key, _)| *key == member.key).map(|(_, value)| value);
            let Some(value) = next.or_else(|| object.get(&member.key)) else { continue };
            self.key(&member.key);
            match value.elements() {
                Some(values) => self.array(values.enumerate(), |graph, (index, value)| {
                    graph.value(member, value, owner, Some(index + 1));
                }),
                None => self.value(member, value, owner, None),
            }
        }
        match &*kind.name {
            "Event" => self.derived_of_event(object),
            "Statement" => {
                self.key("wasQuotedFrom");
                self.plain(&[self.names.source]);
            }
            "Evidence" => self.derived_of_evidence(object, &iri),
            _ => {}
        }
        self.end(b'}');
    }

    fn value(&mut self, member: &Member, value: Item<'r>, owner: Owner, index: Option<usize>) {
        match (&member.content, value.as_str(), &member.refers_to) {
            (Content::Object(kind), None, _) if value.members().is_some() => {
                let kind = &self.markup.types[*kind];
                self.object(kind, value, owner, &member.tag, index);
            }
            (_, Some(id), Some(array)) => {
                self.plain(&self.names.local(id, array == "actors"));
            }
            _ => self.scalar(value),
        }
    }

    fn types(&mut self, kind: &Type, actor_kind: Option<&str>) {
        self.key("@type");
        let by_kind = ACTOR_CLASSES
            .iter()
            .find(|(term, _)| kind.name == "Actor" && actor_kind == Some(*term));
        match by_kind {
            Some((_, class)) => {
                self.array([kind.class_term(), class], |graph, class| graph.plain(&[class]));
            }
            None => self.plain(&[kind.class_term()]),
        }
    }

    /// Who attended, and the days, as schema.org has them.
    fn derived_of_event(&mut self, event: Item<'r>) {
        let participants = event.get("participants").and_then(Item::elements);
        let actors = participants.into_iter().flatten();
        let actors = actors.filter_map(|part| part.get("actor")?.as_str());
        self.key("attendee");
        self.array(actors, |graph, id| graph.plain(&graph.names.local(id, true)));
        let date = event.get("date").and_then(Item::as_str);
        let days = date.and_then(|date| date.parse::<Date>().ok()?.days());
        if let Some((first, last)) = days {
            for (key, (year, month, day)) in [("startDate", first), ("endDate", last)] {
                self.key(key);
                self.plain(&[&Date::Day(year, month, day).to_string()]);
            }
        }
    }

    /// The span as selectors of the Web Annotation vocabulary.
    fn derived_of_evidence(&mut self, evidence: Item<'r>, iri: &str) {
        self.key("hasSource");
        self.plain(&[self.names.source, "#text"]);
        self.key("selector");
        let selectors = [
            ("TextPositionSelector", "position", &["start", "end"][..], &["start", "end"][..]),
            (
                "TextQuoteSelector",
                "quote",
                &["quote", "prefix", "suffix"],
                &["exact", "prefix", "suffix"],
            ),
        ];
        let given = selectors.into_iter().filter(|(_, _, keys, _)| evidence.get(keys[0]).is_some());
        self.array(given, |graph, (class, step, keys, names)| {
            graph.begin(b'{');
            graph.key("@type");
            graph.plain(&[class]);
            graph.key("id");
            graph.plain(&[iri, "/", step]);
            for (key, name) in keys.iter().zip(names) {
                if let Some(value) = evidence.get(key) {
                    graph.key(name);
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
        if !self.is_first() {
            self.line();
        }
        self.out.push(bracket);
    }

    /// Writes what stands before a member or an element.
    fn separate(&mut self) {
        if !self.is_first() {
            self.out.push(b',');
        }
        self.line();
    }

    fn is_first(&self) -> bool {
        matches!(self.out.last(), Some(b'{' | b'['))
    }

    fn line(&mut self) {
        if self.indent {
            self.out.push(b'\n');
            self.out.resize(self.out.len() + 2 * self.level, b' ');
        }
    }

    fn key(&mut self, key: &str) {
        self.separate();
        self.plain(&[key]);
        self.out.extend_from_slice(if self.indent { b": " } else { b":" });
    }

    /// Writes a string in which nothing is to be escaped, given in pieces: a key, an IRI, a term.
    fn plain(&mut self, text: &[&str]) {
        self.out.push(b'"');
        for piece in text {
            self.out.extend_from_slice(piece.as_bytes());
        }
        self.out.push(b'"');
    }

    fn scalar(&mut self, value: Item<'_>) {
        serde_json::to_writer(&mut *self.out, &value).expect("memory takes all");
    }
}
