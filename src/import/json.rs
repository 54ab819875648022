//! JSON in (RFC 8259; one record, an array of records, an envelope, or a JSON-LD document), values out.

use std::cell::Cell;
use std::fmt;
use std::sync::Arc;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::origin::{Document, Shape, position};
use super::{Item, Origin, Reading, jsonld, scan};
use crate::diagnostic::{Code, Diagnostic, quote};

/// Reads a text whose first line has the number `first_line`.
pub(super) fn read(file: &Arc<str>, first_line: usize, text: String) -> Reading {
    let mut diagnostics = Vec::new();
    let find = |code, message: String, (line, column): (usize, usize)| {
        Diagnostic::new(code, message).in_file(&**file).at(line, column)
    };
    let has_duplicates = Cell::new(false);
    let value = match parse(&text, &has_duplicates) {
        Ok(value) => value,
        Err(error) => {
            diagnostics.push(malformed(file, first_line, &text, &error));
            return Reading { items: Vec::new(), diagnostics };
        }
    };
    let (shape, values) = split(value, |code, pointer, message| {
        let place = scan::find(&text, pointer);
        let at = place.map_or(0, |place| place.key.unwrap_or(place.value));
        let mut found = find(code, message, position(&text, first_line, at));
        found.location.pointer = Some(shorten(pointer));
        diagnostics.push(found);
    });
    let mut doubtful = Vec::new();
    if has_duplicates.get() {
        for (pointer, at) in scan::duplicates(&text) {
            let key = pointer.rsplit('/').next().unwrap_or_default();
            let message = format!("{} stands twice in this object; expected once", quote(key));
            let mut found = find(Code::DuplicateKey, message, position(&text, first_line, at));
            doubtful.push(index(shape, &pointer));
            found.location.pointer = Some(shorten(&pointer));
            diagnostics.push(found);
        }
    }
    let document = Arc::new(Document::new(file, first_line, text, shape));
    let items = values
        .into_iter()
        .enumerate()
        .filter(|(index, _)| {
            !doubtful.iter().any(|doubt| doubt.is_none_or(|doubt| doubt == *index))
        })
        .map(|(index, value)| Item { value, origin: Origin::new(Arc::clone(&document), index) })
        .collect();
    Reading { items, diagnostics }
}

/// The values in a document, and how they stand in it; what is wrong around them goes to `find`.
fn split(value: Value, mut find: impl FnMut(Code, &str, String)) -> (Shape, Vec<Value>) {
    let mut object = match value {
        Value::Array(values) => return (Shape::Array, values),
        Value::Object(object) => object,
        other => return (Shape::One, vec![other]),
    };
    if object.contains_key("@context") {
        let (values, findings) = jsonld::records(Value::Object(object));
        for found in findings {
            find(found.code, found.location.pointer.as_deref().unwrap_or_default(), found.message);
        }
        return (Shape::Envelope("readouts"), values);
    }
    let Some(readouts) = object.get_mut("readouts").map(Value::take) else {
        return (Shape::One, vec![Value::Object(object)]);
    };
    for key in object.keys().filter(|key| *key != "$schema" && *key != "readouts") {
        let mut pointer = String::new();
        scan::push(&mut pointer, key);
        let key = quote(key);
        find(
            Code::MalformedEnvelope,
            &pointer,
            format!("{key} stands beside the records; expected only `$schema` and `readouts`"),
        );
    }
    if let Value::Array(values) = readouts {
        return (Shape::Envelope("readouts"), values);
    }
    find(Code::MalformedEnvelope, "/readouts", "`readouts` is no array; expected one".to_owned());
    (Shape::Envelope("readouts"), Vec::new())
}

/// The index of the value that a pointer leads into; none for what stands around the values.
fn index(shape: Shape, pointer: &str) -> Option<usize> {
    let mut steps = pointer.split('/').skip(1);
    match shape {
        Shape::One | Shape::Xml => return Some(0),
        Shape::Array => {}
        Shape::Envelope(key) => {
            steps.next().filter(|step| *step == key)?;
        }
    }
    steps.next()?.parse().ok()
}

/// A pointer, which may be of hostile length.
fn shorten(text: &str) -> String {
    const SHOWN: usize = 200;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn malformed(
    file: &Arc<str>,
    first_line: usize,
    text: &str,
    error: &serde_json::Error,
) -> Diagnostic {
    if text.trim().is_empty() {
        return Diagnostic::new(Code::EmptyInput, "the file is empty; expected JSON")
            .in_file(&**file);
    }
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
    let mut starts =
        std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1));
    let start = starts.nth(error.line().saturating_sub(1)).unwrap_or(text.len());
    let (line, column) = position(text, first_line, start + error.column().saturating_sub(1));
    let mut found = if message == "recursion limit exceeded" {
        Diagnostic::new(
            Code::NestedTooDeep,
            "arrays and objects are nested deeper than 128 levels; a record has fewer than ten",
        )
    } else {
        Diagnostic::new(Code::MalformedJson, format!("not JSON: {message}"))
    };
    if message == "trailing characters" {
        found.help = Some("name a file with one record a line .ndjson".to_owned());
    }
    found.location.file = Some(file.to_string());
    found.at(line, column)
}

fn parse(text: &str, has_duplicates: &Cell<bool>) -> Result<Value, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Tree(has_duplicates).deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// Builds a [`Value`] as `serde_json` does, and notes whether a key stands twice.
#[derive(Clone, Copy)]
struct Tree<'a>(&'a Cell<bool>);

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value);
        number.map(Value::Number).ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(element) = elements.next_element_seed(self)? {
            array.push(element);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        // Most objects of a record have two to eight members; growing to that costs more than the room.
        let mut object = Map::with_capacity(8);
        while let Some(key) = members.next_key::<String>()? {
            let value = members.next_value_seed(self)?;
            if object.insert(key, value).is_some() {
                self.0.set(true);
            }
        }
        Ok(Value::Object(object))
    }
}
