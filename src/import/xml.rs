//! XML as `readouts.xsd` describes it in, values in the record's JSON shape out, by the same table as the writer's
//! ([`Markup`](crate::schema::Markup)).
//!
//! A document type declaration is refused, so there are no entities to expand and nothing to fetch. Depth is bounded by the
//! table: what it does not know is passed over without looking inside. Keys that it does not know stay in the value, for
//! `validate` to name; what the JSON shape cannot show (order, stray text, an element for an attribute) is found here.

use std::sync::Arc;

use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::events::attributes::{Attribute, Attributes};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use serde_json::{Map, Value};

use super::origin::{Document, Shape, position};
use super::{Item, Origin, Reading, scan};
use crate::diagnostic::{Code, Diagnostic, quote};
use crate::schema::{Content, Markup, Member, NAMESPACE, REF, ROOT, Type};

const RECORD: &str = "readout";
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// Reads a document.
pub(super) fn read(file: &Arc<str>, text: String) -> Reading {
    let mut parser = Parser::new(&text);
    let fatal = parser.document().err();
    let Parser { records, findings, .. } = parser;
    let diagnostics = findings
        .into_iter()
        .chain(fatal)
        .map(|Finding { code, message, at }| {
            let (line, column) = position(&text, 1, at);
            Diagnostic::new(code, message).in_file(&**file).at(line, column)
        })
        .collect();
    let (values, places): (Vec<_>, Vec<_>) = records.into_iter().unzip();
    let document = Arc::new(Document::new(file, 1, text, Shape::Xml).with_places(places));
    let items = values.into_iter().enumerate().filter_map(|(index, value)| {
        Some(Item { value: value?, origin: Origin::new(Arc::clone(&document), index) })
    });
    Reading { items: items.collect(), diagnostics }
}

/// The byte at which the value at a JSON Pointer begins, in the text of one record that could be read.
pub(super) fn find(text: &str, pointer: &str) -> Option<usize> {
    let mut parser = Parser::new(text);
    parser.wanted = Some(Wanted { pointer, found: None });
    // What was wrong with the record was said when it was read.
    let _ = parser.document();
    parser.wanted.and_then(|wanted| wanted.found)
}

struct Finding {
    code: Code,
    message: String,
    at: usize,
}

struct Wanted<'a> {
    pointer: &'a str,
    found: Option<usize>,
}

struct Parser<'a> {
    text: &'a str,
    xml: NsReader<&'a [u8]>,
    markup: &'static Markup,
    records: Vec<(Option<Value>, std::ops::Range<usize>)>,
    findings: Vec<Finding>,
    /// JSON Pointer of the element that is being read; kept only while something is wanted.
    pointer: String,
    wanted: Option<Wanted<'a>>,
    /// Byte at which the event read last begins.
    at: usize,
}

/// What ends the reading of the document.
type Fatal = Finding;

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        let mut xml = NsReader::from_str(text);
        let config = xml.config_mut();
        config.check_comments = true;
        config.expand_empty_elements = true;
        Self {
            text,
            xml,
            markup: Markup::of_records(),
            records: Vec::new(),
            findings: Vec::new(),
            pointer: String::new(),
            wanted: None,
            at: 0,
        }
    }

    fn document(&mut self) -> Result<(), Fatal> {
        if let Some((at, c)) = self.text.char_indices().find(|(_, c)| !is_allowed(*c)) {
            let message = format!("U+{:04X} stands in the file; XML 1.0 cannot hold it", c as u32);
            return Err(fatal(at, message));
        }
        let mut has_root = false;
        loop {
            match self.next()? {
                Event::Decl(declaration) if self.at == 0 => declared(&declaration)?,
                Event::Start(start) if !has_root => {
                    has_root = true;
                    self.root(&start)?;
                }
                Event::PI(instruction) if !is_reserved(instruction.target()) => {}
                Event::Comment(_) => {}
                Event::Text(text) if text.trim_matches(SPACE).is_empty() => {}
                Event::Eof if has_root => return Ok(()),
                Event::Eof => {
                    let message = format!("the file has no element; expected `{ROOT}`");
                    return Err(Finding { code: Code::EmptyInput, message, at: self.at });
                }
                _ => return Err(self.fatal("this stands outside the only element of the file")),
            }
        }
    }

    fn root(&mut self, start: &BytesStart<'a>) -> Result<(), Fatal> {
        match self.local_name(start) {
            Some(RECORD) => return self.record(start),
            Some(ROOT) => {}
            _ => {
                let found = start.name().into_inner();
                return Err(Finding {
                    code: Code::XmlStructure,
                    message: format!(
                        "element {}; expected `{ROOT}` of the namespace {NAMESPACE}",
                        quote(found)
                    ),
                    at: self.at,
                });
            }
        }
        for (name, _, at) in self.attributes(start)? {
            self.found(at, format!("attribute {} stands in `{ROOT}`; expected none", quote(&name)));
        }
        loop {
            match self.next()? {
                Event::Start(start) if self.local_name(&start) == Some(RECORD) => {
                    self.record(&start)?;
                }
                Event::Start(start) => {
                    let name = start.name().into_inner().to_owned();
                    self.found(self.at, format!("element {}; expected `{RECORD}`", quote(&name)));
                    self.skip(&start)?;
                }
                Event::End(_) => return Ok(()),
                event => self.between(event)?,
            }
        }
    }

    fn record(&mut self, start: &BytesStart<'a>) -> Result<(), Fatal> {
        let (at, before) = (self.at, self.findings.len());
        let value = self.object(self.markup.record(), start)?;
        let value = (self.findings.len() == before).then_some(Value::Object(value));
        self.records.push((value, at..self.xml.buffer_position() as usize));
        Ok(())
    }

    /// An element with members, up to its end.
    fn object(&mut self, kind: &Type, start: &BytesStart<'a>) -> Result<Map<String, Value>, Fatal> {
        self.visit(self.at);
        let tag = start.local_name().into_inner();
        let mut values: Vec<Option<Value>> = vec![None; kind.members.len()];
        let mut unknown = Map::new();
        for (name, value, at) in self.attributes(start)? {
            let member = kind.members.iter().position(|member| member.tag == name);
            let key = member.map_or(&*name, |member| &kind.members[member].key);
            let length = self.enter(key);
            self.visit(at);
            self.leave(length);
            match member {
                Some(member) if kind.members[member].is_attribute() => {
                    values[member] = Some(self.scalar(&kind.members[member], value));
                }
                Some(_) => {
                    self.found(
                        at,
                        format!("attribute {} of `{tag}`; expected an element", quote(&name)),
                    );
                }
                None => {
                    unknown.insert(name, Value::String(value));
                }
            }
        }
        let mut last = 0;
        loop {
            let start = match self.next()? {
                Event::Start(start) => start,
                Event::End(_) => break,
                event => {
                    self.between(event)?;
                    continue;
                }
            };
            let Some(name) = self.local_name(&start) else {
                let name = start.name().into_inner().to_owned();
                self.found(
                    self.at,
                    format!("element {} is not of the namespace {NAMESPACE}", quote(&name)),
                );
                self.skip(&start)?;
                continue;
            };
            let Some(index) = kind.members.iter().position(|member| member.tag == name) else {
                let length = self.enter(name);
                self.visit(self.at);
                self.leave(length);
                unknown.insert(name.to_owned(), Value::Null);
                self.skip(&start)?;
                continue;
            };
            let member = &kind.members[index];
            if member.is_attribute() {
                self.found(
                    self.at,
                    format!("element {} in `{tag}`; expected an attribute", quote(name)),
                );
                self.skip(&start)?;
                continue;
            }
            if index < last {
                let after = &kind.members[last].tag;
                self.found(
                    self.at,
                    format!("{} comes after `{after}`; expected before it", quote(name)),
                );
            }
            last = last.max(index);
            if !member.many && values[index].is_some() {
                self.found(
                    self.at,
                    format!("{} stands twice in `{tag}`; expected once", quote(name)),
                );
            }
            let length = self.enter(&member.key);
            if member.many {
                let array = values[index].get_or_insert_with(|| Value::Array(Vec::new()));
                let position = array.as_array().map_or(0, Vec::len);
                if self.wanted.is_some() {
                    // What is wanted may be the array: it begins where its first element does.
                    if position == 0 {
                        self.visit(self.at);
                    }
                    self.enter(&position.to_string());
                }
                let value = self.element(member, &start)?;
                if let Some(Value::Array(array)) = &mut values[index] {
                    array.push(value);
                }
            } else {
                values[index] = Some(self.element(member, &start)?);
            }
            self.leave(length);
        }
        let members = kind.members.iter().zip(values);
        let present = members.filter_map(|(member, value)| {
            let empty = || member.many.then(|| Value::Array(Vec::new()));
            Some((member.key.clone(), value.or_else(empty)?))
        });
        Ok(present.chain(unknown).collect())
    }

    /// An element that is a member or one of an array, up to its end.
    fn element(&mut self, member: &Member, start: &BytesStart<'a>) -> Result<Value, Fatal> {
        if let Content::Object(kind) = member.content {
            return Ok(Value::Object(self.object(&self.markup.types[kind], start)?));
        }
        self.visit(self.at);
        let at = self.at;
        let tag = &member.tag;
        let mut reference = None;
        for (name, value, at) in self.attributes(start)? {
            if member.refers_to.is_some() && name == REF {
                reference = Some(value);
            } else {
                self.found(at, format!("attribute {} of `{tag}` is not known", quote(&name)));
            }
        }
        let text = self.content(tag)?;
        if member.refers_to.is_none() {
            return Ok(self.scalar(member, text));
        }
        if !text.is_empty() {
            self.found(at, format!("`{tag}` has content; expected only the attribute `{REF}`"));
        }
        if let Some(reference) = reference {
            return Ok(self.scalar(member, reference));
        }
        self.found(at, format!("`{tag}` has no attribute `{REF}`; expected the id it refers to"));
        Ok(Value::Null)
    }

    /// The text of an element, up to its end.
    fn content(&mut self, tag: &str) -> Result<String, Fatal> {
        let mut content = String::new();
        loop {
            match self.next()? {
                Event::Text(text) => {
                    if text.contains("]]>") {
                        return Err(self.fatal("`]]>` stands in text; expected `]]&gt;`"));
                    }
                    content.push_str(&text.xml10_content());
                }
                Event::CData(text) => content.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) => content.push(self.character(&reference)?),
                Event::Comment(_) => {}
                Event::PI(instruction) if !is_reserved(instruction.target()) => {}
                Event::Start(start) => {
                    let name = start.name().into_inner().to_owned();
                    self.found(
                        self.at,
                        format!("element {} stands in `{tag}`; expected text", quote(&name)),
                    );
                    self.skip(&start)?;
                }
                Event::End(_) => return Ok(content),
                event => self.between(event)?,
            }
        }
    }

    /// What may stand between elements, and what may not.
    fn between(&mut self, event: Event<'a>) -> Result<(), Fatal> {
        let stray = match event {
            Event::Comment(_) => return Ok(()),
            Event::PI(instruction) if !is_reserved(instruction.target()) => return Ok(()),
            Event::Text(text) if text.trim_matches(SPACE).is_empty() => return Ok(()),
            Event::Text(text) => text.trim_matches(SPACE).chars().take(40).collect(),
            // White space too: libxml2 refuses it there, though a character reference may stand for it.
            Event::CData(_) => "<![CDATA[".to_owned(),
            Event::GeneralRef(reference) => match self.character(&reference)? {
                ' ' | '\t' | '\r' | '\n' => return Ok(()),
                stray => stray.to_string(),
            },
            Event::Eof => return Err(self.fatal("the file ends within an element")),
            _ => return Err(self.fatal("a declaration stands within an element")),
        };
        self.found(
            self.at,
            format!("text {} stands between elements; expected none", quote(&stray)),
        );
        Ok(())
    }

    fn character(&self, reference: &BytesRef<'_>) -> Result<char, Fatal> {
        let character = match &**reference {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "apos" => Some('\''),
            "quot" => Some('"'),
            _ => reference.resolve_char_ref().ok().flatten().filter(|c| is_allowed(*c)),
        };
        character.ok_or_else(|| {
            let name: String = reference.chars().take(40).collect();
            self.fatal(&format!("`&{name};` stands for no character; expected &amp;, &lt;, &#…;"))
        })
    }

    fn scalar(&self, member: &Member, text: String) -> Value {
        let collapsed = text.trim_matches(SPACE);
        match member.content {
            Content::Boolean => match collapsed {
                "true" | "1" => Value::Bool(true),
                "false" | "0" => Value::Bool(false),
                _ => Value::String(text),
            },
            Content::Integer(..) => {
                collapsed.parse::<i64>().map_or_else(|_| Value::String(text.clone()), Value::from)
            }
            Content::Scalar(scalar) if self.markup.scalars[scalar].identifier => {
                Value::String(collapsed.to_owned())
            }
            _ => Value::String(text),
        }
    }

    /// Attributes with their values and places, without those that speak of the file itself.
    fn attributes(
        &mut self,
        start: &BytesStart<'a>,
    ) -> Result<Vec<(String, String, usize)>, Fatal> {
        let mut attributes = Vec::new();
        if !is_spaced(start.attributes_raw()) {
            return Err(self.fatal("no white space stands between two attributes"));
        }
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| self.fatal(&error.to_string()))?;
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let name = attribute.key.into_inner();
            let at = self.offset(name);
            let value = attribute_value(&attribute, at)?;
            let (namespace, local) = self.xml.resolver().resolve_attribute(attribute.key);
            match namespace {
                ResolveResult::Unbound => {
                    attributes.push((local.into_inner().to_owned(), value, at));
                }
                ResolveResult::Bound(Namespace(INSTANCE))
                    if local.into_inner().ends_with("chemaLocation") => {}
                ResolveResult::Unknown(_) if self.wanted.is_some() => {}
                _ => self.found(at, format!("attribute {} is not known", quote(name))),
            }
        }
        Ok(attributes)
    }

    /// The name of an element of the records' namespace. In a record that is read again for a place, prefixes have lost
    /// their meaning, and the names were checked before.
    fn local_name<'e>(&self, start: &'e BytesStart<'a>) -> Option<&'e str> {
        let (namespace, local) = self.xml.resolver().resolve_element(start.name());
        let known = namespace == ResolveResult::Bound(Namespace(NAMESPACE));
        (known || self.wanted.is_some()).then_some(local.into_inner())
    }

    fn skip(&mut self, start: &BytesStart<'a>) -> Result<(), Fatal> {
        match self.xml.read_to_end(start.name()) {
            Ok(_) => Ok(()),
            Err(error) => Err(fatal(self.xml.error_position() as usize, error.to_string())),
        }
    }

    fn next(&mut self) -> Result<Event<'a>, Fatal> {
        self.at = self.xml.buffer_position() as usize;
        match self.xml.read_event() {
            Ok(Event::DocType(_)) => Err(Finding {
                code: Code::XmlDoctype,
                message: "the file has a document type declaration; expected none".to_owned(),
                at: self.at,
            }),
            Ok(event) => Ok(event),
            Err(error) => Err(fatal(self.xml.error_position() as usize, error.to_string())),
        }
    }

    /// Where a piece of the text begins.
    fn offset(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }

    fn found(&mut self, at: usize, message: String) {
        self.findings.push(Finding { code: Code::XmlStructure, message, at });
    }

    fn fatal(&self, message: &str) -> Fatal {
        fatal(self.at, message)
    }

    fn enter(&mut self, step: &str) -> usize {
        let length = self.pointer.len();
        if self.wanted.is_some() {
            scan::push(&mut self.pointer, step);
        }
        length
    }

    fn leave(&mut self, length: usize) {
        self.pointer.truncate(length);
    }

    fn visit(&mut self, at: usize) {
        if let Some(wanted) = &mut self.wanted
            && wanted.found.is_none()
            && wanted.pointer == self.pointer
        {
            wanted.found = Some(at);
        }
    }
}

/// The declaration at the beginning of the file: XML 1.0 in UTF-8.
fn declared(declaration: &str) -> Result<(), Fatal> {
    let content = declaration.strip_prefix("xml").unwrap_or(declaration);
    let attributes = Attributes::new(content, 0).map(|attribute| {
        let attribute = attribute.ok()?;
        Some((attribute.key.into_inner(), attribute.value))
    });
    let malformed = || fatal(0, "the XML declaration is not well-formed");
    let attributes: Vec<_> = attributes.collect::<Option<_>>().ok_or_else(malformed)?;
    let names = ["version", "encoding", "standalone"];
    let mut order = names.iter();
    let in_order = attributes.iter().all(|(name, _)| order.any(|expected| expected == name));
    if !in_order
        || !is_spaced(content)
        || attributes.first().is_none_or(|first| first.0 != names[0])
    {
        return Err(malformed());
    }
    for (name, value) in attributes {
        let (known, expected): (&[&str], _) = match name {
            "version" => (&["1.0"], "1.0"),
            "encoding" => (&["UTF-8", "US-ASCII", "ASCII"], "UTF-8"),
            _ => (&["yes", "no"], "yes or no"),
        };
        if !known.iter().any(|known| known.eq_ignore_ascii_case(&value)) {
            return Err(fatal(
                0,
                format!("the {name} is declared as {}; expected {expected}", quote(&value)),
            ));
        }
    }
    Ok(())
}

/// Whether white space follows each attribute's closing quote.
fn is_spaced(attributes: &str) -> bool {
    let mut quote = None;
    let mut closed = false;
    attributes.chars().all(|c| {
        if std::mem::take(&mut closed) && !SPACE.contains(&c) {
            return false;
        }
        match quote {
            None if matches!(c, '"' | '\'') => quote = Some(c),
            Some(open) if open == c => {
                quote = None;
                closed = true;
            }
            _ => {}
        }
        true
    })
}

fn attribute_value(attribute: &Attribute<'_>, at: usize) -> Result<String, Fatal> {
    if attribute.value.contains('<') {
        return Err(fatal(at, "`<` stands in an attribute; expected `&lt;`"));
    }
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    let value = value.map_err(|error| fatal(at, error.to_string()))?;
    match value.chars().find(|c| !is_allowed(*c)) {
        None => Ok(value.into_owned()),
        Some(c) => Err(fatal(at, format!("U+{:04X} stands in an attribute", c as u32))),
    }
}

fn fatal(at: usize, message: impl AsRef<str>) -> Fatal {
    // Messages of the parser hold names of any length.
    let message = message.as_ref().chars().take(200).collect();
    Finding { code: Code::MalformedXml, message, at }
}

/// Whether XML 1.0 has the character.
const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Whether a processing instruction is an XML declaration in the wrong place.
fn is_reserved(target: &str) -> bool {
    target.eq_ignore_ascii_case("xml")
}
