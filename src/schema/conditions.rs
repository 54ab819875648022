//! What must hold between the properties of one object, for the strict JSON Schema.
//!
//! Every subschema names its type and the properties that it requires, as ajv's strict mode asks. A condition's message
//! in a validator points at the property at fault, so what must be absent is forbidden there and not by `not: required`.

use serde_json::{Map, Value, json};

use crate::record::StateCode;

/// The conditions that the strict schema adds to the object type `name` of the schema `open`.
pub(super) fn conditions(name: &str, open: &Value) -> Vec<Value> {
    let state_code = || json!({"type": "string", "pattern": StateCode::PATTERN});
    let attributed = is("attribution", &["attributed"]);
    let anniversary = || is("kind", &["anniversary"]);
    match name {
        "Actor" => vec![
            when(
                "The `id` of a state is its code.",
                is("kind", &["state"]),
                with("id", state_code()),
            ),
            when(
                "The `id` of an organization or a person is not three capital letters.",
                is("kind", &["organization", "person"]),
                with("id", object([("type", "string".into()), ("not", state_code())])),
            ),
        ],
        "Event" => vec![
            when("An event with a `date` has `date_evidence`.", has("date"), some("date_evidence")),
            when("A call has no `place`.", is("type", &["call"]), without(&["place"])),
        ],
        "Reference" => vec![
            when("An anniversary has an `ordinal`.", anniversary(), has("ordinal")),
            when("Only an anniversary has an `ordinal`.", has("ordinal"), anniversary()),
            when("Only an anniversary has `of`.", has("of"), anniversary()),
        ],
        "Statement" => vec![
            when("A statement with a `cue` has `cue_evidence`.", has("cue"), some("cue_evidence")),
            when(
                "An attributed statement has at least one of `speakers`.",
                attributed,
                some("speakers"),
            ),
        ],
        "Source" => vec![
            when(
                "Where `text_kept` is `full`, there is a `text`.",
                is("text_kept", &["full"]),
                has("text"),
            ),
            when(
                "Where `text_kept` is `quotes` or `none`, there is no `text`.",
                is("text_kept", &["quotes", "none"]),
                without(&["text"]),
            ),
        ],
        "Readout" => of_kept_text(open),
        _ => vec![],
    }
}

/// What follows for all evidence and statements of a record from how much of the text it keeps.
fn of_kept_text(open: &Value) -> Vec<Value> {
    let kept = |terms| with("source", is("text_kept", terms));
    let statements = |rule| with("statements", object([("type", "array".into()), ("items", rule)]));
    let evidence = |rule| everywhere(open, open, rule).expect("a record has evidence");
    let (quoted, bare) = (all(&QUOTE), without(&QUOTE));
    vec![
        when(
            "Where `source.text_kept` is `quotes`, all evidence has `quote`, `prefix` and `suffix`.",
            kept(&["quotes"]),
            evidence(&quoted),
        ),
        when(
            "Where `source.text_kept` is `full` or `none`, no evidence has them.",
            kept(&["full", "none"]),
            evidence(&bare),
        ),
        when(
            "Where `source.text_kept` is `full` or `quotes`, every statement has its `text`.",
            kept(&["full", "quotes"]),
            statements(has("text")),
        ),
        when(
            "Where `source.text_kept` is `none`, no statement has a `text`.",
            kept(&["none"]),
            statements(without(&["text"])),
        ),
    ]
}

/// The properties of a piece of evidence that quote the text.
const QUOTE: [&str; 3] = ["quote", "prefix", "suffix"];

fn when(reason: &str, condition: Value, consequence: Value) -> Value {
    object([("description", reason.into()), ("if", condition), ("then", consequence)])
}

fn object<const N: usize>(entries: [(&str, Value); N]) -> Value {
    entries.map(|(key, value)| (key.to_owned(), value)).into_iter().collect()
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
    object([
        ("type", "object".into()),
        ("properties", object([(property, rule)])),
        ("required", [property].as_slice().into()),
    ])
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
