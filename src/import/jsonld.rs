//! A JSON-LD document that chancery wrote in, values in the record's JSON shape out.
//!
//! It is no RDF reader: it takes IRIs of the record back to identifiers, and leaves out the derived keys, of which each must
//! say what chancery would write. The context must be chancery's; nothing is ever fetched.

use std::fmt::Write as _;

use serde::Deserialize as _;
use serde_json::{Map, Value};

use super::scan;
use crate::diagnostic::{Code, Diagnostic, quote};
use crate::export;
use crate::record::{Readout, StateCode};
use crate::schema::{Content, DERIVED, Markup, STATES, Type, context};

type Object = Map<String, Value>;

/// The records of a document, and what was wrong with it.
pub(super) fn records(document: Value) -> (Vec<Value>, Vec<Diagnostic>) {
    let Value::Object(mut document) = document else { return (Vec::new(), Vec::new()) };
    let mut findings = Vec::new();
    if let Some(found) = foreign(document.get("@context").unwrap_or(&Value::Null)) {
        return (Vec::new(), vec![found]);
    }
    for key in document.keys().filter(|key| *key != "@context" && *key != "readouts") {
        let message = format!(
            "{} stands beside the records; expected only `@context` and `readouts`",
            quote(key)
        );
        let mut pointer = String::new();
        scan::push(&mut pointer, key);
        findings.push(Diagnostic::new(Code::MalformedEnvelope, message).pointing_to(pointer));
    }
    let Some(Value::Array(mut records)) = document.get_mut("readouts").map(Value::take) else {
        let message = "a JSON-LD document has its records in the array `readouts`; found none";
        findings.push(Diagnostic::new(Code::MalformedEnvelope, message).pointing_to(""));
        return (Vec::new(), findings);
    };
    for (index, record) in records.iter_mut().enumerate() {
        if let Value::Object(object) = record {
            let derived = plain(object);
            findings.extend(differing(record, derived, &format!("/readouts/{index}")));
        }
    }
    (records, findings)
}

/// What is wrong with a context, unless it is chancery's, perhaps with terms of a later version.
fn foreign(found: &Value) -> Option<Diagnostic> {
    let finding = |pointer: String, message: String| {
        let help = "let chancery write the file anew, or expand it with a JSON-LD processor";
        Some(Diagnostic::new(Code::ForeignContext, message).pointing_to(pointer).help(help))
    };
    let remote = |value: &Value| value.as_str().map(str::to_owned);
    let address = match found {
        Value::Array(contexts) => contexts.iter().find_map(remote),
        other => remote(other),
    };
    if let Some(address) = address {
        let message = format!(
            "the context points to the network: {}; expected the context itself, nothing is fetched",
            quote(&address)
        );
        return finding("/@context".to_owned(), message);
    }
    let Value::Object(found) = found else {
        return finding("/@context".to_owned(), "`@context` is not chancery's context".to_owned());
    };
    let ours = context();
    let ours = ours["@context"].as_object().expect("the context is an object");
    let pointer = |term: &str| {
        let mut pointer = "/@context".to_owned();
        scan::push(&mut pointer, term);
        pointer
    };
    for (term, meaning) in found {
        match ours.get(term) {
            Some(expected) if expected != meaning => {
                let message = format!("the context gives `{term}` another meaning than chancery");
                return finding(pointer(term), message);
            }
            None if term.starts_with('@') => {
                let message = format!("{} is not in chancery's context", quote(term));
                return finding(pointer(term), message);
            }
            _ => {}
        }
    }
    let missing = ours.keys().find(|term| !found.contains_key(*term))?;
    finding("/@context".to_owned(), format!("the context does not say what `{missing}` means"))
}

/// A derived key as it was found: where and what.
type Found = (String, Value);

/// Takes a record back to its JSON shape; gives the derived keys that it had.
fn plain(record: &mut Object) -> Vec<Found> {
    let base = format!("{}#", record.get("id").and_then(Value::as_str).unwrap_or_default());
    let mut plainer = Plainer { markup: Markup::of_records(), base, derived: Vec::new() };
    plainer.object(plainer.markup.record(), record, &mut String::new());
    plainer.derived
}

struct Plainer {
    markup: &'static Markup,
    /// What the IRIs of the record's identifiers begin with.
    base: String,
    derived: Vec<Found>,
}

impl Plainer {
    /// The identifier that an IRI stands for, if chancery would write it so.
    fn identifier<'a>(&self, iri: &'a str, is_actor: bool) -> Option<&'a str> {
        let is_state = |id: &&str| is_actor && StateCode::accepts(id);
        let local = iri.strip_prefix(&self.base).filter(|id| !is_state(id));
        local.or_else(|| iri.strip_prefix(STATES).filter(is_state))
    }

    fn object(&mut self, kind: &Type, object: &mut Object, pointer: &mut String) {
        let named = kind.members.iter().any(|member| member.iri == "@id");
        let keys = DERIVED.iter().filter(|derived| derived.of == kind.name).map(|d| d.key);
        for key in std::iter::once("@type").chain((!named).then_some("id")).chain(keys) {
            if let Some(value) = object.shift_remove(key) {
                self.derived.push((format!("{pointer}/{key}"), value));
            }
        }
        let length = pointer.len();
        for member in &kind.members {
            let Some(value) = object.get_mut(&member.key) else { continue };
            let refers = member.refers_to.as_deref().or((member.iri == "@id").then_some("id"));
            let is_actor = refers == Some("actors") || (refers.is_some() && kind.name == "Actor");
            for (index, value) in elements(value) {
                match (value, &member.content) {
                    (Value::Object(object), Content::Object(kind)) => {
                        pointer.push('/');
                        pointer.push_str(&member.key);
                        if let Some(index) = index {
                            let _ = write!(pointer, "/{index}");
                        }
                        self.object(&self.markup.types[*kind], object, pointer);
                        pointer.truncate(length);
                    }
                    (Value::String(iri), Content::Scalar(_)) if refers.is_some() => {
                        if let Some(id) = self.identifier(iri, is_actor) {
                            *iri = id.to_owned();
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}

/// The elements of an array with their indices, or the value itself.
fn elements(value: &mut Value) -> Vec<(Option<usize>, &mut Value)> {
    match value {
        Value::Array(values) => {
            values.iter_mut().enumerate().map(|(index, value)| (Some(index), value)).collect()
        }
        value => vec![(None, value)],
    }
}

/// The derived keys that say something else than what chancery derives from the record. What is no record has no derived
/// keys; `validate` says what is wrong with it.
fn differing(record: &Value, derived: Vec<Found>, base: &str) -> Vec<Diagnostic> {
    if derived.is_empty() {
        return Vec::new();
    }
    let Ok(readout) = Readout::deserialize(record) else { return Vec::new() };
    let expected = export::linked(&readout);
    let mut findings = Vec::new();
    for (pointer, found) in derived {
        let expected = expected.pointer(&pointer);
        if expected != Some(&found) {
            let key = pointer.rsplit('/').next().unwrap_or_default();
            let from = expected.map_or("no such key".to_owned(), |value| quote(&value.to_string()));
            let message =
                format!("`{key}` is {}; the record gives {from}", quote(&found.to_string()));
            let finding = Diagnostic::new(Code::DerivedKeyDiffers, message);
            findings.push(finding.pointing_to(format!("{base}{pointer}")));
        }
    }
    findings
}
