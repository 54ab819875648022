//! How a record is laid out in XML and as linked data: the one table that writers, readers, XSD, context, shapes and
//! vocabulary share, derived from the record types.
//!
//! In XML a property with a form of its own (identifier, term, code, date, digest, language, integer, boolean) is an attribute; free
//! text is an element of white space that counts; an object is an element; an array is its element repeated, without a
//! wrapper, under the singular of the key. An identifier in an array stands in the attribute `ref` of its element.

use std::sync::LazyLock;

use serde_json::Value;

use super::{annotated, strict};
use crate::record::{LocalId, Term, VOCABULARIES};

/// Namespace of the elements; it carries the version of the record format.
pub const NAMESPACE: &str = "https://w3id.org/chancery/xml/0.1";

/// Name of the document's element.
pub const ROOT: &str = "readouts";

/// Attribute that holds the identifier which an element refers to.
pub const REF: &str = "ref";

/// Keys of arrays whose elements bear another name than the key: its singular.
const SINGULAR: &[(&str, &str)] = &[
    ("actors", "actor"),
    ("events", "event"),
    ("mentions", "mention"),
    ("offices", "office"),
    ("participants", "participant"),
    ("parties", "party"),
    ("references", "reference"),
    ("speakers", "speaker"),
    ("statements", "statement"),
    ("targets", "target"),
    ("topics", "topic"),
];

/// The table: types of elements and of values.
#[derive(Debug)]
pub struct Markup {
    /// Types of elements with children or attributes; the first is the record's.
    pub types: Vec<Type>,
    /// Types of values with a form of their own, in alphabetical order.
    pub scalars: Vec<Scalar>,
}

/// A type of element: one object of the record.
#[derive(Debug)]
pub struct Type {
    /// Name of the record type.
    pub name: String,
    /// What it is.
    pub definition: String,
    /// IRI of its class, as a CURIE.
    pub class: String,
    /// The wider class of another vocabulary, as a CURIE.
    pub broader: Option<String>,
    /// Its properties in the order of the schema.
    pub members: Vec<Member>,
}

/// One property of an object.
#[derive(Debug)]
pub struct Member {
    /// Its key in JSON.
    pub key: String,
    /// Name of the attribute or element.
    pub tag: String,
    /// What it means.
    pub definition: String,
    /// IRI of the property as a CURIE; `@id` where it names the object itself.
    pub iri: String,
    /// The wider property of another vocabulary, as a CURIE.
    pub broader: Option<String>,
    /// Whether it is always there; an array always is.
    pub required: bool,
    /// Whether it is an array.
    pub many: bool,
    /// The least number of elements of an array.
    pub least: u64,
    /// The greatest number of elements of an array.
    pub greatest: Option<u64>,
    /// Whether an array holds no value twice.
    pub unique: bool,
    /// The array whose identifiers it refers to.
    pub refers_to: Option<String>,
    /// What it holds.
    pub content: Content,
}

/// What a property, or each element of an array, holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// `true` or `false`.
    Boolean,
    /// An integer in a range, both ends included.
    Integer(i64, i64),
    /// A value with a form of its own: index into [`Markup::scalars`].
    Scalar(usize),
    /// Free text with the least and the greatest number of characters.
    Text(u64, Option<u64>),
    /// An object: index into [`Markup::types`].
    Object(usize),
}

/// A type of value with a form of its own.
#[derive(Debug)]
pub struct Scalar {
    /// Name of the record type.
    pub name: String,
    /// What it is.
    pub definition: String,
    /// Regular expression, anchored at both ends.
    pub pattern: Option<String>,
    /// Greatest number of characters.
    pub max_length: Option<u64>,
    /// Its terms, if it is a vocabulary.
    pub terms: &'static [Term],
    /// Last step of the IRI of its concept scheme, if its terms are concepts.
    pub scheme: Option<&'static str>,
    /// Whether it identifies something within the record.
    pub identifier: bool,
}

impl Member {
    /// Whether it is an attribute; otherwise it is an element or several.
    #[must_use]
    pub const fn is_attribute(&self) -> bool {
        !self.many
            && matches!(self.content, Content::Boolean | Content::Integer(..) | Content::Scalar(_))
    }
}

impl Markup {
    /// The table of the record types.
    #[must_use]
    pub fn of_records() -> &'static Self {
        static MARKUP: LazyLock<Markup> = LazyLock::new(derive);
        &MARKUP
    }

    /// The type of a record's element.
    #[must_use]
    pub fn record(&self) -> &Type {
        &self.types[0]
    }
}

fn derive() -> Markup {
    let schema = annotated();
    let strict = strict();
    let definitions = schema["$defs"].as_object().expect("the record has nested types");
    let is_object = |schema: &Value| schema.get("properties").is_some();
    let (objects, values): (Vec<_>, Vec<_>) =
        definitions.iter().partition(|(_, definition)| is_object(definition));
    let mut scalars: Vec<_> = values.into_iter().map(|(name, value)| scalar(name, value)).collect();
    scalars.sort_by(|a, b| a.name.cmp(&b.name));
    let names: Vec<_> =
        std::iter::once("Readout").chain(objects.iter().map(|(name, _)| name.as_str())).collect();
    let types = std::iter::once(&schema)
        .chain(objects.iter().map(|(_, definition)| *definition))
        .zip(&names)
        .map(|(object, name)| Type {
            name: (*name).to_owned(),
            definition: string(object, "description"),
            class: string(object, "x-class"),
            broader: broader(object),
            members: members(object, strict_properties(&strict, name), &names, &scalars),
        })
        .collect();
    Markup { types, scalars }
}

fn scalar(name: &str, value: &Value) -> Scalar {
    let vocabulary = VOCABULARIES.iter().find(|vocabulary| vocabulary.name == name);
    Scalar {
        name: name.to_owned(),
        definition: string(value, "description"),
        pattern: value.get("pattern").and_then(Value::as_str).map(str::to_owned),
        max_length: value.get("maxLength").and_then(Value::as_u64),
        terms: vocabulary.map_or(&[], |vocabulary| vocabulary.terms),
        scheme: vocabulary.map(|vocabulary| vocabulary.scheme),
        identifier: value.get("pattern").and_then(Value::as_str) == Some(LocalId::PATTERN),
    }
}

/// The properties of a type in the strict schema, which alone counts the elements of arrays.
fn strict_properties<'a>(strict: &'a Value, name: &str) -> &'a Value {
    strict["$defs"].get(name).map_or(&strict["properties"], |kind| &kind["properties"])
}

fn members(object: &Value, strict: &Value, types: &[&str], scalars: &[Scalar]) -> Vec<Member> {
    let properties = object["properties"].as_object().expect("an object has properties");
    let required = object["required"].as_array().expect("an object has required properties");
    properties
        .iter()
        .map(|(key, property)| {
            let many = property.get("items").is_some();
            Member {
                key: key.clone(),
                tag: singular(key).to_owned(),
                definition: string(property, "description"),
                iri: string(property, "x-iri"),
                broader: broader(property),
                required: required.iter().any(|name| name == key),
                many,
                least: strict[key]["minItems"].as_u64().unwrap_or(0),
                greatest: strict[key]["maxItems"].as_u64(),
                unique: strict[key]["uniqueItems"] == true,
                refers_to: property.get("x-ref").and_then(Value::as_str).map(str::to_owned),
                content: content(property.get("items").unwrap_or(property), types, scalars),
            }
        })
        .collect()
}

fn content(schema: &Value, types: &[&str], scalars: &[Scalar]) -> Content {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let name = name.rsplit('/').next().unwrap_or(name);
        let object = || types.iter().position(|known| *known == name).map(Content::Object);
        let scalar = || scalars.iter().position(|known| known.name == name).map(Content::Scalar);
        return object().or_else(scalar).expect("a reference leads to a definition");
    }
    let number = |key| schema.get(key).and_then(Value::as_i64);
    match schema["type"].as_str() {
        Some("boolean") => Content::Boolean,
        Some("integer") => Content::Integer(
            number("minimum").expect("an integer has a least value"),
            number("maximum").expect("an integer has a greatest value"),
        ),
        _ => Content::Text(
            schema.get("minLength").and_then(Value::as_u64).unwrap_or(0),
            schema.get("maxLength").and_then(Value::as_u64),
        ),
    }
}

fn singular(key: &str) -> &str {
    SINGULAR.iter().find(|(plural, _)| *plural == key).map_or(key, |(_, singular)| singular)
}

fn string(schema: &Value, key: &str) -> String {
    schema.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn broader(schema: &Value) -> Option<String> {
    schema.get("x-super").and_then(Value::as_str).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_identifier_is_a_name_or_refers() {
        let markup = Markup::of_records();
        for kind in &markup.types {
            for member in &kind.members {
                let is_local =
                    matches!(member.content, Content::Scalar(i) if markup.scalars[i].identifier);
                assert_eq!(
                    is_local && member.key != "id",
                    member.refers_to.is_some(),
                    "{}.{}",
                    kind.name,
                    member.key
                );
            }
        }
    }

    #[test]
    fn tags_are_unique_within_an_element() {
        for kind in &Markup::of_records().types {
            let mut tags: Vec<_> =
                kind.members.iter().map(|m| (m.is_attribute(), &m.tag)).collect();
            tags.sort_unstable();
            tags.dedup();
            assert_eq!(tags.len(), kind.members.len(), "{}", kind.name);
        }
    }
}
