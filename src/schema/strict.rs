//! The open JSON Schema to the strict ones, of a record and of a file of records: closed, with the conditions between
//! properties that JSON Schema (2020-12) can express. What is valid here is valid under the open schema.

use serde_json::{Map, Value, json};

use super::conditions::conditions;
use super::json_schema::{arranged, each_object, id, open};

/// The strict schema of one record, for validation.
#[must_use]
pub fn strict() -> Value {
    let open = open();
    let mut schema = open.clone();
    schema["$id"] = id("readout.strict.schema.json").into();
    each_object(&mut schema, &mut |node| close(node, &open));
    arranged(schema)
}

/// The strict schema of a file `{"$schema": …, "readouts": […]}`.
#[must_use]
pub fn envelope() -> Value {
    let mut record = strict();
    let record = record.as_object_mut().expect("a schema of a record is an object");
    let dialect = record.shift_remove("$schema");
    record.shift_remove("$id");
    let mut definitions = record.shift_remove("$defs").unwrap_or_default();
    let record = Value::Object(record.clone());
    definitions.as_object_mut().expect("a record has definitions").shift_insert(
        0,
        "Readout".into(),
        record,
    );
    let schema = json!({
        "$schema": dialect,
        "$id": id("readouts.schema.json"),
        "title": "Readouts",
        "description": "A file of records, each of one readout.",
        "type": "object",
        "properties": {
            "$schema": {
                "description": "Address of this schema, in the version of the records.",
                "type": "string",
                "pattern": "^https://w3id[.]org/chancery/schema/[0-9]{1,4}[.][0-9]{1,4}/readouts[.]schema[.]json$"
            },
            "readouts": {"description": "The records.", "type": "array", "items": {"$ref": "#/$defs/Readout"}}
        },
        "required": ["readouts"],
        "additionalProperties": false,
        "$defs": definitions
    });
    arranged(schema)
}

/// Closes an object of the record and adds its conditions.
fn close(node: &mut Map<String, Value>, open: &Value) {
    if !node.get("properties").is_some_and(Value::is_object)
        || node.get("type") != Some(&json!("object"))
    {
        return;
    }
    let Some(name) = node.get("title").and_then(Value::as_str).map(str::to_owned) else { return };
    node.insert("additionalProperties".into(), false.into());
    let properties = node["properties"].as_object_mut().expect("checked above");
    for (field, property) in properties.iter_mut() {
        let items = &property["items"];
        let reference = items["$ref"].as_str().and_then(|r| r.rsplit('/').next());
        let scalar = reference.map_or(items, |r| &open["$defs"][r])["type"] == "string";
        if scalar {
            property["uniqueItems"] = true.into();
        }
        // An actor that the text does not name, such as a publisher, has no evidence.
        if field == "evidence" && name != "Actor" {
            property["minItems"] = 1.into();
        }
        if field == "evidence" && name == "Statement" {
            property["maxItems"] = 1.into();
        }
    }
    if properties.contains_key("date_basis") {
        let pair = json!({"date": ["date_basis"], "date_basis": ["date"]});
        node.insert("dependentRequired".into(), pair);
    }
    let conditions = conditions(&name, open);
    if !conditions.is_empty() {
        node.insert("allOf".into(), conditions.into());
    }
}
