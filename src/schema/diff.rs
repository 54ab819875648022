//! Two versions of a JSON Schema of ours to the list of what changed, each change breaking or compatible.
//!
//! The rule is that of the format's versions: without a new major version nothing is removed, renamed or retyped, and
//! no required property or enum term is added.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::{Map, Value};

use super::json_schema::each_object;

/// A difference between two schemas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Whether it asks for a new major version.
    pub breaking: bool,
    /// The object and property, "Event.date", or the vocabulary, "Act".
    pub place: String,
    /// What changed.
    pub message: String,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.breaking { "breaking" } else { "compatible" };
        write!(f, "{kind}: {}: {}", self.place, self.message)
    }
}

/// What changed from the schema `old` to the schema `new`, in the order of the old one.
///
/// ```
/// use serde_json::json;
/// let old = json!({"title": "Call", "type": "object", "properties": {"round": {"type": "integer"}}});
/// let new = json!({"title": "Call", "type": "object", "properties": {"round": {"type": "string"}}});
/// let changes = chancery::schema::diff(&old, &new);
/// assert_eq!(changes[0].to_string(), "breaking: Call.round: type was integer, is string");
/// ```
#[must_use]
pub fn diff(old: &Value, new: &Value) -> Vec<Change> {
    let mut comparison = Comparison { old, new, seen: BTreeSet::new(), changes: Vec::new() };
    let place = old["title"].as_str().unwrap_or("the root").to_owned();
    comparison.compare(old, new, &place);
    comparison.changes
}

struct Comparison<'a> {
    old: &'a Value,
    new: &'a Value,
    /// Pairs of definitions that were compared.
    seen: BTreeSet<(String, String)>,
    changes: Vec<Change>,
}

impl Comparison<'_> {
    fn note(&mut self, breaking: bool, place: &str, message: String) {
        self.changes.push(Change { breaking, place: place.to_owned(), message });
    }

    fn compare(&mut self, old: &Value, new: &Value, place: &str) {
        let (old_target, new_target) = (target(old), target(new));
        if let (Some(a), Some(b)) = (old_target, new_target) {
            if self.seen.insert((a.to_owned(), b.to_owned())) {
                if a != b {
                    self.note(false, place, format!("definition was {a}, is {b}"));
                }
                let (old, new) = (self.old, self.new);
                self.compare(&old["$defs"][a], &new["$defs"][b], a);
            }
        } else if old_target.is_some() || new_target.is_some() {
            // A definition was taken apart or made: what it says may be the same.
            let inline = |root: &'_ Value, node: &Value, name: Option<&str>| {
                name.map_or_else(|| node.clone(), |name| root["$defs"][name].clone())
            };
            let (old, new) = (inline(self.old, old, old_target), inline(self.new, new, new_target));
            self.compare(&old, &new, place);
            return;
        }
        self.keywords(old, new, place);
        self.terms(old, new, place);
        self.properties(old, new, place);
        if old["items"].is_object() && new["items"].is_object() {
            self.compare(&old["items"], &new["items"], &format!("{place}[]"));
        }
    }

    /// Keywords that constrain a value: any other value of one is another type.
    fn keywords(&mut self, old: &Value, new: &Value, place: &str) {
        const ELSEWHERE: [&str; 8] =
            ["$schema", "$id", "$ref", "$defs", "title", "properties", "required", "enum"];
        let empty = Map::new();
        let (old, new) = (old.as_object().unwrap_or(&empty), new.as_object().unwrap_or(&empty));
        let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
        for key in keys.into_iter().filter(|key| !ELSEWHERE.contains(&key.as_str())) {
            match (old.get(key), new.get(key)) {
                (a, b) if a == b => {}
                (Some(Value::Object(_)), Some(Value::Object(_))) if key == "items" => {}
                _ if key == "description" => self.note(false, place, "definition reworded".into()),
                (a, b) if a.map(undescribed) == b.map(undescribed) => {
                    self.note(false, place, format!("{key} reworded"));
                }
                (a, b) => self.note(true, place, format!("{key} {}", turn(a, b))),
            }
        }
    }

    fn terms(&mut self, old: &Value, new: &Value, place: &str) {
        let (old, new) = (strings(&old["enum"]), strings(&new["enum"]));
        for term in old.iter().filter(|term| !new.contains(term)) {
            self.note(true, place, format!("term `{term}` removed"));
        }
        for term in new.iter().filter(|term| !old.contains(term)) {
            self.note(true, place, format!("term `{term}` added"));
        }
    }

    fn properties(&mut self, old: &Value, new: &Value, place: &str) {
        let empty = Map::new();
        let properties = |node: &'_ Value| node["properties"].as_object().unwrap_or(&empty).clone();
        let (before, after) = (properties(old), properties(new));
        let (was_required, is_required) = (strings(&old["required"]), strings(&new["required"]));
        let mut added: Vec<&String> =
            after.keys().filter(|key| !before.contains_key(*key)).collect();
        for (name, property) in &before {
            let place = format!("{place}.{name}");
            let Some(successor) = after.get(name) else {
                let same = |key: &&&String| undescribed(&after[**key]) == undescribed(property);
                if let Some(renamed) = added.iter().find(same).copied() {
                    added.retain(|key| *key != renamed);
                    self.note(true, &place, format!("renamed to `{renamed}`"));
                } else {
                    self.note(true, &place, "removed".into());
                }
                continue;
            };
            match (was_required.contains(&name.as_str()), is_required.contains(&name.as_str())) {
                (false, true) => self.note(true, &place, "was optional, is required".into()),
                (true, false) => self.note(true, &place, "was required, is optional".into()),
                _ => {}
            }
            self.compare(property, successor, &place);
        }
        for name in added {
            let required = is_required.contains(&name.as_str());
            let kind = if required { "required" } else { "optional" };
            self.note(required, &format!("{place}.{name}"), format!("added, {kind}"));
        }
    }
}

/// The name of the definition that a schema refers to.
fn target(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array()
        .map(|items| items.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default()
}

fn undescribed(schema: &Value) -> Value {
    let mut schema = schema.clone();
    each_object(&mut schema, &mut |node| drop(node.shift_remove("description")));
    schema
}

/// How the value of a keyword changed; lists and objects are too long to show.
fn turn(old: Option<&Value>, new: Option<&Value>) -> String {
    let long = |value: Option<&Value>| value.is_some_and(|v| v.is_array() || v.is_object());
    let shown = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match (old, new) {
        (None, _) if long(new) => "added".to_owned(),
        (_, None) if long(old) => "removed".to_owned(),
        _ if long(old) || long(new) => "changed".to_owned(),
        (old, new) => {
            let [old, new] =
                [old, new].map(|value| value.map_or_else(|| "absent".to_owned(), shown));
            format!("was {old}, is {new}")
        }
    }
}
