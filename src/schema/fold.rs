//! The strict schema in, an equivalent one for records that keep a known extent of their text out, made for a validator to
//! be quick: references are replaced by what they lead to, and conditions that the extent decides by what follows from them.
//!
//! It takes the same records for valid. It says less well what is wrong, for which there is the strict schema itself.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::strict;
use crate::record::TextKept;

/// The strict schema of one record whose `source.text_kept` is `kept`; no other record is valid.
#[must_use]
pub fn folded(kept: TextKept) -> Value {
    let mut schema = strict();
    let mut definitions = schema["$defs"].take();
    definitions["TextKept"]["enum"] = json!([kept]);
    let root = schema.as_object_mut().expect("a schema is an object");
    root.retain(|key, _| !key.starts_with('$'));
    resolve(&mut schema, &definitions);
    decide(&mut schema);
    schema
}

/// Puts definitions in the place of what refers to them.
fn resolve(schema: &mut Value, definitions: &Value) {
    let reference = schema.get("$ref").and_then(Value::as_str);
    if let Some(name) = reference.and_then(|reference| reference.strip_prefix("#/$defs/")) {
        *schema = definitions[name].clone();
    }
    match schema {
        Value::Object(node) => node.values_mut().for_each(|child| resolve(child, definitions)),
        Value::Array(items) => items.iter_mut().for_each(|child| resolve(child, definitions)),
        _ => {}
    }
}

/// Takes away the conditions whose outcome is known of whatever has the shape of the rest of the schema.
fn decide(schema: &mut Value) {
    let Some(node) = schema.as_object_mut() else { return };
    if let Some(Value::Array(conditions)) = node.shift_remove("allOf") {
        for condition in conditions {
            match holds(&condition["if"], schema) {
                Some(true) => unite(schema, &condition["then"]),
                Some(false) => {}
                None => also(schema, condition),
            }
        }
    }
    // What follows from an outer condition is part of the inner shapes by now.
    schema.as_object_mut().into_iter().flat_map(Map::values_mut).for_each(decide);
}

/// Whether everything of the shape of `schema` meets a condition, or nothing does.
fn holds(condition: &Value, schema: &Value) -> Option<bool> {
    if let Some(terms) = condition["enum"].as_array() {
        let possible = schema["enum"].as_array()?;
        let met = possible.iter().filter(|term| terms.contains(term)).count();
        return (met == 0 || met == possible.len()).then_some(met > 0);
    }
    let known = |key: &String| matches!(key.as_str(), "type" | "properties" | "required");
    let condition = condition.as_object().filter(|condition| condition.keys().all(known))?;
    if condition.get("type").is_some_and(|kind| schema["type"] != *kind) {
        return None;
    }
    let required = condition.get("required").and_then(Value::as_array);
    if !required.into_iter().flatten().all(|name| is_required(schema, name)) {
        return None;
    }
    let properties = condition.get("properties").and_then(Value::as_object);
    let mut all = Some(true);
    for (name, inner) in properties.into_iter().flatten() {
        match holds(inner, &schema["properties"][name]) {
            Some(true) => {}
            Some(false) if is_required(schema, &name.as_str().into()) => return Some(false),
            _ => all = None,
        }
    }
    all
}

fn is_required(schema: &Value, name: &Value) -> bool {
    schema["required"].as_array().is_some_and(|required| required.contains(name))
}

/// Makes what a rule asks for part of a schema.
fn unite(schema: &mut Value, rule: &Value) {
    for (keyword, asked) in rule.as_object().into_iter().flatten() {
        match (keyword.as_str(), asked) {
            ("type", kind) if schema["type"] == *kind => {}
            ("items", items) if schema["items"].is_object() => unite(&mut schema["items"], items),
            ("required", Value::Array(names)) if schema["required"].is_array() => {
                let required = schema["required"].as_array_mut().expect("checked above");
                required.extend(names.iter().cloned());
                let mut seen = HashSet::new();
                required.retain(|name| seen.insert(name.to_string()));
            }
            ("properties", Value::Object(properties))
                if schema["additionalProperties"] == json!(false) =>
            {
                for (name, rule) in properties {
                    unite_property(schema, name, rule);
                }
            }
            _ => also(schema, Value::Object(Map::from_iter([(keyword.clone(), asked.clone())]))),
        }
    }
}

/// The same for a property of a closed object.
fn unite_property(schema: &mut Value, name: &str, rule: &Value) {
    let forbidden = *rule == json!({"not": {}}) && !is_required(schema, &name.into());
    let Some(properties) = schema["properties"].as_object_mut() else { return };
    if forbidden {
        properties.shift_remove(name);
    } else if let Some(property) = properties.get_mut(name) {
        unite(property, rule);
    }
}

/// Adds a schema that must be met as well.
fn also(schema: &mut Value, other: Value) {
    match &mut schema["allOf"] {
        Value::Array(all) => all.push(other),
        none => *none = json!([other]),
    }
}
