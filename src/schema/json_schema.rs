//! Record types to the open JSON Schema (2020-12): plain enough for editors and for code generators of other languages.
//!
//! The raw output of schemars breaks several generators (`ecosystem` notes of the project: unions of constants, null
//! types, formats such as `uint16`, closed objects); one transform puts it right.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::{Map, Value, json};

use crate::record::{Readout, SCHEMA_VERSION};

/// Where the schema files have their `$id`s; the version of the record format and the file's name follow.
pub const BASE: &str = "https://w3id.org/chancery/schema/";

/// The `$id` of a schema file of this version: "<https://w3id.org/chancery/schema/0.1/readout.schema.json>".
#[must_use]
pub fn id(file: &str) -> String {
    format!("{BASE}{SCHEMA_VERSION}/{file}")
}

/// The open schema of one record. Objects may have further properties, so that code generated from it reads the records
/// of a later minor version; conditions between properties are left to [`strict`](super::strict).
#[must_use]
pub fn open() -> Value {
    let mut schema = annotated();
    each_object(&mut schema, &mut |node| node.retain(|key, _| !key.starts_with("x-")));
    schema["$id"] = id("readout.schema.json").into();
    arranged(schema)
}

/// The open schema with its annotations: `x-class` on an object is the class of what it describes, `x-iri` on a property
/// its IRI (both as CURIEs), `x-ref` on an identifier the array of the record that it refers to. It has no `$id`.
#[must_use]
pub fn annotated() -> Value {
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(plain))
        .into_generator()
        .into_root_schema_for::<Readout>()
        .to_value();
    let definitions = schema["$defs"].as_object_mut().expect("the record has definitions");
    for (name, definition) in definitions {
        definition["title"] = name.as_str().into();
    }
    arranged(schema)
}

/// Makes one schema plain: no null, no unions of constants, no formats, open objects, descriptions of one line.
fn plain(schema: &mut Schema) {
    let Some(node) = schema.as_object_mut() else { return };
    for key in ["format", "default", "additionalProperties"] {
        node.remove(key);
    }
    if let Some(Value::Array(types)) = node.get("type") {
        let present: Vec<_> = types.iter().filter(|t| *t != "null").cloned().collect();
        if let [only] = &present[..] {
            node.insert("type".into(), only.clone());
        }
    }
    if let Some(Value::Array(variants)) = node.remove("anyOf") {
        let is_null = |variant: &Value| *variant == json!({"type": "null"});
        let present: Vec<_> = variants.iter().filter(|v| !is_null(v)).collect();
        match present[..] {
            [Value::Object(only)] => node.extend(only.clone()),
            _ => drop(node.insert("anyOf".into(), variants.into())),
        }
    }
    if let Some(Value::String(text)) = node.get_mut("description") {
        *text =
            text.split("\n\n").map(|part| part.replace('\n', " ")).collect::<Vec<_>>().join("\n\n");
    }
    fold_terms(node);
}

/// Turns a union of documented constants into a string enum whose description holds the definitions.
fn fold_terms(node: &mut Map<String, Value>) {
    let Some(terms) = node.get("oneOf").and_then(Value::as_array) else { return };
    let Some(names) =
        terms.iter().map(|term| term.get("const").cloned()).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut description = text(node.get("description"));
    description.push('\n');
    for term in terms {
        let (name, definition) = (text(term.get("const")), text(term.get("description")));
        for part in ["\n- ", &name, ": ", &definition] {
            description.push_str(part);
        }
    }
    node.remove("oneOf");
    node.insert("description".into(), description.into());
    node.insert("type".into(), "string".into());
    node.insert("enum".into(), names.into());
}

/// Calls `change` for every object of a JSON value, outermost first.
pub(super) fn each_object(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(node) => {
            change(node);
            node.values_mut().for_each(|child| each_object(child, change));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_object(item, change)),
        _ => {}
    }
}

/// Keywords in the order in which a reader wants them; others follow.
const KEYWORDS: &[&str] = &[
    "$schema",
    "$id",
    "title",
    "description",
    "x-class",
    "x-iri",
    "x-ref",
    "$ref",
    "type",
    "enum",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "items",
    "minItems",
    "maxItems",
    "uniqueItems",
    "properties",
    "required",
    "additionalProperties",
    "dependentRequired",
    "allOf",
    "if",
    "then",
    "else",
    "not",
    "$defs",
];

/// The same schema with its keywords in reading order. Properties keep the order of the types.
pub(super) fn arranged(schema: Value) -> Value {
    let map = |children: Value| match children {
        Value::Object(node) => {
            node.into_iter().map(|(key, child)| (key, arranged(child))).collect()
        }
        other => other,
    };
    match schema {
        Value::Object(node) => {
            let mut entries: Vec<_> = node.into_iter().collect();
            let rank =
                |key: &str| KEYWORDS.iter().position(|k| *k == key).unwrap_or(KEYWORDS.len());
            entries.sort_by(|(a, _), (b, _)| (rank(a), a).cmp(&(rank(b), b)));
            let arrange = |(key, value): (String, Value)| {
                let value = match key.as_str() {
                    "properties" | "$defs" => map(value),
                    "dependentRequired" => value,
                    _ => arranged(value),
                };
                (key, value)
            };
            entries.into_iter().map(arrange).collect()
        }
        Value::Array(items) => items.into_iter().map(arranged).collect(),
        other => other,
    }
}
