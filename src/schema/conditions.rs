//! What must hold between the properties of one object, as keywords for the strict JSON Schema.
//!
//! Every subschema names its type and the properties that it requires, as ajv's strict mode asks. A condition's message
//! in a validator points at the property at fault, so what must be absent is forbidden there and not by `not: required`.

use serde_json::{Map, Value, json};

/// The keywords that the strict schema adds to the object type `object` of the schema `open`.
pub(super) fn conditions(object: &str, open: &Value) -> Map<String, Value> {
    let date_has_basis = json!({"date": ["date_basis"], "date_basis": ["date"]});
    let code = "^[A-Z]{3}$";
    match object {
        "Actor" => keywords(
            json!({}),
            [
                when(
                    is("kind", &["state"]),
                    with("id", json!({"type": "string", "pattern": code})),
                    "A state is named by its code.",
                ),
                when(
                    is("kind", &["organization", "person"]),
                    with("id", json!({"type": "string", "not": {"pattern": code}})),
                    "Three capital letters name a state, nothing else.",
                ),
            ],
        ),
        "Event" => keywords(
            date_has_basis,
            [
                when(has("date"), some("date_evidence"), "A date has evidence."),
                when(is("type", &["call"]), without(&["place"]), "A call has no place."),
            ],
        ),
        "Reference" => keywords(
            date_has_basis,
            [
                when(
                    is("kind", &["anniversary"]),
                    has("ordinal"),
                    "An anniversary has its number.",
                ),
                when(
                    has("ordinal"),
                    is("kind", &["anniversary"]),
                    "Only an anniversary has a number.",
                ),
                when(
                    has("of"),
                    is("kind", &["anniversary"]),
                    "Only an anniversary is of something else.",
                ),
            ],
        ),
        "Statement" => keywords(
            json!({}),
            [
                when(has("cue"), some("cue_evidence"), "A cue has evidence."),
                when(
                    is("attribution", &["attributed"]),
                    some("speakers"),
                    "An attributed statement has a speaker.",
                ),
            ],
        ),
        "Source" => keywords(
            json!({}),
            [
                when(is("text_kept", &["full"]), has("text"), "The text is kept."),
                when(
                    is("text_kept", &["quotes", "none"]),
                    without(&["text"]),
                    "The text is left out.",
                ),
            ],
        ),
        "Readout" => {
            let kept = |terms| with("source", is("text_kept", terms));
            let statements = |rule| with("statements", json!({"type": "array", "items": rule}));
            let evidence = |rule| everywhere(open, open, &rule).expect("a record has evidence");
            let quote = ["quote", "prefix", "suffix"];
            keywords(
                json!({}),
                [
                    when(
                        kept(&["quotes"]),
                        evidence(all(&quote)),
                        "Every span is quoted where the text is left out.",
                    ),
                    when(kept(&["full", "none"]), evidence(without(&quote)), "No span is quoted."),
                    when(
                        kept(&["full", "quotes"]),
                        statements(has("text")),
                        "Statements keep their text.",
                    ),
                    when(
                        kept(&["none"]),
                        statements(without(&["text"])),
                        "Statements do not keep their text.",
                    ),
                ],
            )
        }
        _ => Map::new(),
    }
}

fn keywords<const N: usize>(
    dependent_required: Value,
    conditions: [Value; N],
) -> Map<String, Value> {
    let mut keywords = Map::new();
    if dependent_required != json!({}) {
        keywords.insert("dependentRequired".into(), dependent_required);
    }
    keywords.insert("allOf".into(), conditions.to_vec().into());
    keywords
}

fn when(condition: Value, consequence: Value, reason: &str) -> Value {
    json!({"description": reason, "if": condition, "then": consequence})
}

/// The property is there.
fn has(property: &str) -> Value {
    all(&[property])
}

/// The properties are there.
fn all(properties: &[&str]) -> Value {
    let any: Map<_, _> = properties.iter().map(|name| ((*name).to_owned(), json!({}))).collect();
    json!({"type": "object", "properties": any, "required": properties})
}

/// The properties are not there.
fn without(properties: &[&str]) -> Value {
    let none: Map<_, _> =
        properties.iter().map(|name| ((*name).to_owned(), json!({"not": {}}))).collect();
    json!({"type": "object", "properties": none})
}

/// The property is there and meets `rule`.
fn with(property: &str, rule: Value) -> Value {
    json!({"type": "object", "properties": {property: rule}, "required": [property]})
}

/// The property is there and is one of the terms.
fn is(property: &str, terms: &[&str]) -> Value {
    with(property, json!({"type": "string", "enum": terms}))
}

/// The array is not empty.
fn some(property: &str) -> Value {
    with(property, json!({"type": "array", "minItems": 1}))
}

/// `rule` for every piece of evidence below an object type, or nothing where there is none.
fn everywhere(object: &Value, open: &Value, rule: &Value) -> Option<Value> {
    let mut rules = Map::new();
    for (name, property) in object["properties"].as_object()? {
        let below = |reference: &Value| {
            let target = reference.as_str()?.strip_prefix("#/$defs/")?;
            if target == "Evidence" {
                Some(rule.clone())
            } else {
                everywhere(&open["$defs"][target], open, rule)
            }
        };
        let of_items =
            || Some(json!({"type": "array", "items": below(&property["items"]["$ref"])?}));
        if let Some(found) = below(&property["$ref"]).or_else(of_items) {
            rules.insert(name.clone(), found);
        }
    }
    (!rules.is_empty()).then(|| json!({"type": "object", "properties": rules}))
}
