//! The JSON of a record in, where it departs from the strict JSON Schema (2020-12) out, one finding a cause.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::json::Json;
use jsonschema::{PatternOptions, ValidationError, Validator};
use serde_json::Value;

use super::condition;
use super::node::Flat;
use super::word::{form, kind, mended, noun, shown};
use crate::diagnostic::{Code, Diagnostic, nearest, quote};
use crate::record::TextKept;
use crate::record::tree::Tree;
use crate::schema::{folded, strict};

/// The strict schema.
static SCHEMA: LazyLock<Value> = LazyLock::new(strict);

/// Its validator, compiled once, and only where it is needed: patterns in linear time, nothing fetched from anywhere.
static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| validator(&SCHEMA));

/// The same for trees, by how much of the text a record keeps.
static OF_TREES: [(TextKept, LazyLock<Validator<Flat>>); 3] = [
    (TextKept::Full, LazyLock::new(|| validator(&folded(TextKept::Full)))),
    (TextKept::Quotes, LazyLock::new(|| validator(&folded(TextKept::Quotes)))),
    (TextKept::None, LazyLock::new(|| validator(&folded(TextKept::None)))),
];

fn validator<F: Json>(schema: &Value) -> Validator<F> {
    jsonschema::options_for::<F>()
        .with_pattern_options(PatternOptions::regex())
        .offline()
        .build(schema)
        .expect("the strict schema is a schema")
}

/// Whether JSON has the shape of a record.
pub(super) fn fits(tree: &Tree) -> bool {
    let kept = tree.root().get("source").and_then(|source| source.get("text_kept")?.as_str());
    let mut by_kept = OF_TREES.iter();
    let validator = by_kept.find(|(extent, _)| kept == Some(extent.as_str()));
    validator.is_some_and(|(_, validator)| validator.is_valid(tree.root()))
}

/// A finding about shape with what decides whether it is a cause or a consequence.
struct Fault {
    finding: Diagnostic,
    /// It follows from a condition between properties, not from the value alone.
    conditional: bool,
    /// The key that is not there, where that is the fault.
    missing: Option<String>,
}

/// What is wrong with the shape of a record; nothing where it is valid.
pub(super) fn check(value: &Value) -> Vec<Diagnostic> {
    if VALIDATOR.is_valid(value) {
        return Vec::new();
    }
    let faults = VALIDATOR.iter_errors(value).flat_map(|error| faults(&error)).collect();
    condition::fold_kept_text(causes(faults), value)
}

/// Leaves out what only follows from another finding: a missing key that is there misspelt, and a condition on a value
/// that is wrong by itself.
fn causes(mut faults: Vec<Fault>) -> Vec<Diagnostic> {
    let wrong: BTreeSet<String> = faults
        .iter()
        .filter(|fault| !fault.conditional)
        .map(|fault| pointer(&fault.finding))
        .collect();
    let misspelt: BTreeSet<(String, String)> = faults
        .iter()
        .filter(|fault| fault.finding.code == Code::UnknownKey)
        .filter_map(|fault| {
            let at = pointer(&fault.finding);
            let parent = at.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
            Some((parent, fault.finding.nearest.clone()?))
        })
        .collect();
    let wrong_types: BTreeSet<String> = faults
        .iter()
        .filter(|fault| fault.finding.code == Code::WrongType)
        .map(|fault| pointer(&fault.finding))
        .collect();
    faults.retain(|fault| {
        let at = pointer(&fault.finding);
        if fault.finding.code != Code::WrongType && wrong_types.contains(&at) {
            return false;
        }
        let follows = fault.conditional && wrong.contains(&at) && fault.missing.is_none();
        let key = fault.missing.clone().unwrap_or_default();
        !follows && !misspelt.contains(&(at, key))
    });
    let mut findings: Vec<Diagnostic> = Vec::new();
    for Fault { finding, .. } in faults {
        // A date without basis and evidence is one fault, and so is one value that two keywords forbid.
        let again = |other: &Diagnostic| {
            *other == finding
                || other.code == finding.code
                    && matches!(finding.code, Code::IncompleteDate | Code::UnmetCondition)
                    && object_of(other) == object_of(&finding)
        };
        if !findings.iter().any(again) {
            findings.push(finding);
        }
    }
    findings
}

fn pointer(finding: &Diagnostic) -> String {
    finding.location.pointer.clone().unwrap_or_default()
}

/// The pointer of the array item that a finding is about or in.
fn object_of(finding: &Diagnostic) -> String {
    let steps = pointer(finding);
    steps.split('/').take(3).collect::<Vec<_>>().join("/")
}

/// An error of the schema as findings: one, but for unknown keys, which are one each.
fn faults(error: &ValidationError<'_>) -> Vec<Fault> {
    let at = error.instance_path().as_str();
    let place = error.schema_path().as_str();
    if let Some(finding) = condition::finding(error, &SCHEMA) {
        let missing = match error.kind() {
            Kind::Required { property } => property.as_str().map(str::to_owned),
            _ => None,
        };
        return vec![Fault { finding, conditional: true, missing }];
    }
    let fault = |code, message: String| Fault {
        finding: Diagnostic::new(code, message).pointing_to(at),
        conditional: false,
        missing: None,
    };
    let value = error.instance().as_ref();
    let (name, property) = definition(place);
    match error.kind() {
        Kind::AdditionalProperties { unexpected } => {
            let keys = keys_of(place);
            let unknown = |key: &String| {
                let message = format!("{} is not a key of {}", quote(key), noun(name));
                let mut fault = fault(Code::UnknownKey, message);
                let escaped = key.replace('~', "~0").replace('/', "~1");
                fault.finding = fault.finding.pointing_to(format!("{at}/{escaped}"));
                if let Some(near) = nearest(key, keys.iter().copied()) {
                    fault.finding.nearest = Some(near.to_owned());
                }
                fault.finding.allowed = Some(keys.join(", "));
                fault
            };
            unexpected.iter().map(unknown).collect()
        }
        Kind::Required { property } => {
            let key = property.as_str().unwrap_or_default();
            let mut fault = fault(Code::MissingKey, format!("{} has no `{key}`", noun(name)));
            fault.missing = Some(key.to_owned());
            vec![fault]
        }
        Kind::Type { .. } => {
            let wanted = SCHEMA.pointer(place).and_then(Value::as_str).unwrap_or_default();
            let article = if wanted.starts_with(['a', 'i', 'o']) { "an" } else { "a" };
            let found = match value {
                Value::Null | Value::Array(_) | Value::Object(_) => kind(value).to_owned(),
                scalar => format!("{}, {}", shown(scalar), kind(scalar)),
            };
            let mut fault =
                fault(Code::WrongType, format!("found {found}; expected {article} {wanted}"));
            if value.is_null() {
                fault.finding.help = Some("leave the key out where there is no value".to_owned());
            }
            vec![fault]
        }
        Kind::Enum { options } => {
            let terms: Vec<&str> =
                options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let mut fault =
                fault(Code::UnknownTerm, format!("{} is not {}", shown(value), noun(name)));
            let near = value.as_str().and_then(|word| nearest(word, terms.iter().copied()));
            fault.finding.nearest = near.map(str::to_owned);
            fault.finding.allowed = Some(terms.join(", "));
            vec![fault]
        }
        Kind::Pattern { .. } | Kind::MaxLength { .. } if property.is_none() => {
            let text = value.as_str().unwrap_or_default();
            let mut fault = if name == "EdtfDate" {
                let mut fault =
                    fault(Code::MalformedDate, format!("{} is not a date", shown(value)));
                fault.finding.allowed = Some(DATES.to_owned());
                fault
            } else {
                let form = form(name, text).unwrap_or("of the form of its place");
                fault(Code::MalformedValue, format!("{} is not {form}", shown(value)))
            };
            fault.finding.nearest = mended(name, text);
            vec![fault]
        }
        Kind::Minimum { .. } | Kind::Maximum { .. } => {
            let node = place.rsplit_once('/').and_then(|(node, _)| SCHEMA.pointer(node));
            let limit = |key| node.and_then(|node| node.get(key)).map(ToString::to_string);
            let message = match (limit("minimum"), limit("maximum")) {
                (Some(least), Some(most)) => {
                    format!("{} is not a number from {least} to {most}", shown(value))
                }
                _ => format!("{} is not within the limits of its place", shown(value)),
            };
            vec![fault(Code::OutOfRange, message)]
        }
        Kind::MinItems { .. } if property == Some("evidence") => {
            let message = format!("{} has no span of the text that it rests on", noun(name));
            vec![fault(Code::MissingEvidence, message)]
        }
        Kind::MinLength { .. } => {
            let key = property.unwrap_or("value");
            let mut fault = fault(Code::WrongLength, format!("`{key}` of {} is empty", noun(name)));
            fault.finding.help = Some(format!("leave `{key}` out where there is nothing to say"));
            vec![fault]
        }
        Kind::MaxLength { limit } => {
            let length = value.as_str().map_or(0, |text| text.chars().count());
            let message =
                format!("{} has {length} characters; at most {limit} are allowed", shown(value));
            vec![fault(Code::WrongLength, message)]
        }
        Kind::MaxItems { limit } | Kind::MinItems { limit } => {
            let (key, length) = (property.unwrap_or("value"), value.as_array().map_or(0, Vec::len));
            let message = format!("`{key}` of {} has {length} items; expected {limit}", noun(name));
            vec![fault(Code::WrongLength, message)]
        }
        Kind::UniqueItems => {
            let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
            let twice = (1..items.len()).find(|index| items[..*index].contains(&items[*index]));
            let message = match twice.map(|index| shown(&items[index])) {
                Some(item) => format!("{item} stands more than once"),
                None => "a value stands more than once".to_owned(),
            };
            vec![fault(Code::RepeatedValue, message)]
        }
        _ => vec![fault(Code::MalformedValue, format!("{} is not allowed here", shown(value)))],
    }
}

const DATES: &str = "a year (2025), a month (2025-12), a day (2025-12-02), two days joined by a slash \
     (2025-12-02/2025-12-03), a day of an unknown year (XXXX-12-02)";

/// The definition and the property that a place in the schema belongs to: `/$defs/Actor/properties/name/minLength` is
/// (`Actor`, `name`). The record itself has the empty name.
fn definition(place: &str) -> (&str, Option<&str>) {
    let (name, rest) = match place.strip_prefix("/$defs/") {
        Some(rest) => rest.split_once('/').unwrap_or((rest, "")),
        None => ("", place.trim_start_matches('/')),
    };
    let property = rest.strip_prefix("properties/").and_then(|rest| rest.split('/').next());
    (name, property)
}

/// The keys of the object type that the keyword at a place in the schema closes.
fn keys_of(place: &str) -> Vec<&'static str> {
    let properties = place
        .rsplit_once('/')
        .and_then(|(object, _)| SCHEMA.pointer(object)?.get("properties")?.as_object());
    properties.into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}
