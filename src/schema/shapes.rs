//! The table of the record types and the strict schema's conditions in, `shapes.ttl` out (SHACL Core).
//!
//! A shape a class, with a property shape a key; each condition between keys is a shape of its own, so that a validator's
//! message says which one is not met. An absent array and an empty one are the same in RDF, and unknown keys are not there.

use serde_json::Value;

use super::code_list::CONCEPTS;
use super::context::{EDTF, STATES};
use super::markup::{Content, Markup, Member, Scalar, Type};
use super::strict;
use super::turtle::{about, english, head, iri, list, literal};
use super::vocabulary::referred;
use crate::record::{Date, Iri, LocalId, StateCode, Urn};

/// Where the shapes have their IRIs.
const SHAPES: &str = "https://w3id.org/chancery/shapes#";

/// The file `shapes.ttl`.
#[must_use]
pub fn shapes() -> String {
    let mut text =
        head("SHACL shapes of chancery's records. Generated from the record types; do not edit.");
    let markup = Markup::of_records();
    let strict = strict();
    for kind in &markup.types {
        let targets = targets(markup, kind);
        let mut said = targets.clone();
        said.push(("rdfs:comment", english(&kind.definition)));
        said.push(("sh:nodeKind", "sh:IRI".to_owned()));
        said.extend(name_pattern(markup, kind).map(|pattern| ("sh:pattern", literal(&pattern))));
        let members = kind.members.iter().filter(|member| member.iri != "@id");
        said.extend(members.map(|member| ("sh:property", property(markup, kind, member))));
        if kind.name == "Evidence" {
            let order = "[ sh:path chancery:start ; sh:lessThan chancery:end ]";
            said.push(("sh:property", order.to_owned()));
        }
        about(&mut text, &iri(&format!("{SHAPES}{}", kind.name)), &said);
        let object = strict["$defs"].get(&kind.name).unwrap_or(&strict);
        for (index, (message, rule)) in conditions(markup, kind, object).into_iter().enumerate() {
            let mut said = targets.clone();
            said.push(("sh:message", english(&message)));
            said.push(("sh:or", rule));
            about(&mut text, &iri(&format!("{SHAPES}{}-{}", kind.name, index + 1)), &said);
        }
    }
    text
}

/// What the shape of a type applies to: the instances of its class, and all that stands where an object of it is expected.
fn targets(markup: &Markup, kind: &Type) -> Vec<(&'static str, String)> {
    let mut said = vec![("a", "sh:NodeShape".to_owned())];
    // Others describe events and places too; their graphs are none of our business.
    if kind.class.starts_with("chancery:") {
        said.push(("sh:targetClass", kind.class.clone()));
    }
    let holds = |member: &&Member| matches!(member.content, Content::Object(index) if markup.types[index].name == kind.name);
    let members = markup.types.iter().flat_map(|kind| &kind.members).filter(holds);
    let mut paths: Vec<_> = members.map(|member| &member.iri).collect();
    paths.sort_unstable();
    paths.dedup();
    said.extend(paths.into_iter().map(|path| ("sh:targetObjectsOf", path.clone())));
    said
}

/// Regular expression of the IRIs of a type's objects, if they have identifiers.
fn name_pattern(markup: &Markup, kind: &Type) -> Option<String> {
    let member = kind.members.iter().find(|member| member.iri == "@id")?;
    let Content::Scalar(scalar) = member.content else { return None };
    match markup.scalars[scalar].pattern.as_deref()? {
        LocalId::PATTERN if kind.name == "Actor" => {
            Some(format!("^({}|{})$", local_pattern(), state_pattern()))
        }
        LocalId::PATTERN => Some(format!("^{}$", local_pattern())),
        pattern => Some(pattern.to_owned()),
    }
}

fn local_pattern() -> String {
    format!("{}#{}", bare(Urn::PATTERN), bare(LocalId::PATTERN))
}

fn state_pattern() -> String {
    format!("{STATES}{}", bare(StateCode::PATTERN))
}

/// A regular expression without its anchors.
fn bare(pattern: &str) -> &str {
    pattern.trim_start_matches('^').trim_end_matches('$')
}

fn property(markup: &Markup, kind: &Type, member: &Member) -> String {
    let mut parts =
        vec![format!("sh:path {}", member.iri), format!("sh:name {}", literal(&member.key))];
    let least = if member.many { member.least } else { u64::from(member.required) };
    if least > 0 {
        parts.push(format!("sh:minCount {least}"));
    }
    // A state has one IRI in all records, and another name in each of them perhaps.
    let shared = kind.name == "Actor" && matches!(member.content, Content::Text(..));
    let greatest = if member.many { member.greatest } else { (!shared).then_some(1) };
    parts.extend(greatest.map(|greatest| format!("sh:maxCount {greatest}")));
    parts.extend(values(markup, member));
    node(&parts)
}

/// What each value of a property must be.
fn values(markup: &Markup, member: &Member) -> Vec<String> {
    let object =
        |kind: &Type| vec!["sh:nodeKind sh:IRI".to_owned(), format!("sh:class {}", kind.class)];
    if let Some(kind) = referred(markup, member) {
        return object(kind);
    }
    match member.content {
        Content::Object(index) => object(&markup.types[index]),
        Content::Boolean => vec!["sh:datatype xsd:boolean".to_owned()],
        Content::Integer(least, greatest) => vec![
            "sh:datatype xsd:integer".to_owned(),
            format!("sh:minInclusive {least}"),
            format!("sh:maxInclusive {greatest}"),
        ],
        Content::Text(least, greatest) => {
            let mut parts = vec!["sh:datatype xsd:string".to_owned()];
            parts.extend((least > 0).then(|| format!("sh:minLength {least}")));
            parts.extend(greatest.map(|greatest| format!("sh:maxLength {greatest}")));
            parts
        }
        Content::Scalar(index) => scalar(&markup.scalars[index]),
    }
}

fn scalar(scalar: &Scalar) -> Vec<String> {
    let pattern = |pattern: &str| format!("sh:pattern {}", literal(pattern));
    match scalar.pattern.as_deref() {
        Some(Date::PATTERN) => vec![format!("sh:datatype {EDTF}"), pattern(Date::PATTERN)],
        Some(Iri::PATTERN) => vec!["sh:nodeKind sh:IRI".to_owned(), pattern(Iri::PATTERN)],
        Some(StateCode::PATTERN) => {
            vec!["sh:nodeKind sh:IRI".to_owned(), pattern(&format!("^{}$", state_pattern()))]
        }
        Some(other) => vec!["sh:datatype xsd:string".to_owned(), pattern(other)],
        None => vec![format!("sh:in {}", terms(scalar, scalar.terms.iter().map(|term| term.name)))],
    }
}

/// Terms as RDF has them: concepts, or strings where the vocabulary is about the record itself.
fn terms<'a>(scalar: &Scalar, terms: impl Iterator<Item = &'a str>) -> String {
    list(terms.map(|term| match scalar.scheme {
        Some(scheme) => iri(&format!("{CONCEPTS}{scheme}/{term}")),
        None => literal(term),
    }))
}

/// The conditions between the properties of a type: what they say, and the list of shapes of which one must be met.
fn conditions(markup: &Markup, kind: &Type, object: &Value) -> Vec<(String, String)> {
    let either = |unless: &str, then: &str| format!("( [ sh:not {unless} ] {then} )");
    let mut found = Vec::new();
    let pairs = object.get("dependentRequired").and_then(Value::as_object);
    for (key, others) in pairs.into_iter().flatten() {
        for other in others.as_array().into_iter().flatten().filter_map(Value::as_str) {
            let (given, needed) = (present(kind, key), present(kind, other));
            found.push((
                format!("`{key}` stands together with `{other}`."),
                either(&given, &needed),
            ));
        }
    }
    for rule in object.get("allOf").and_then(Value::as_array).into_iter().flatten() {
        let message = rule["description"].as_str().unwrap_or_default().to_owned();
        let (given, needed) =
            (meets(markup, kind, &rule["if"]), meets(markup, kind, &rule["then"]));
        found.push((message, either(&given, &needed)));
    }
    if kind.name == "Actor" {
        let state = format!(
            "[ sh:property [ sh:path chancery:actorKind ; sh:hasValue {} ] ]",
            iri(&format!("{CONCEPTS}actor-kind/state"))
        );
        let texts =
            kind.members.iter().filter(|m| !m.many && matches!(m.content, Content::Text(..)));
        let single: Vec<_> = texts
            .map(|member| format!("sh:property [ sh:path {} ; sh:maxCount 1 ]", member.iri))
            .collect();
        let message = "Only a state, which all records share, may have several names.".to_owned();
        found.push((message, format!("( {state} {} )", node(&single))));
    }
    found
}

/// The shape of what has a property.
fn present(kind: &Type, key: &str) -> String {
    let member = kind.members.iter().find(|member| member.key == key);
    let path = &member.expect("a condition names a property").iri;
    format!("[ sh:property [ sh:path {path} ; sh:minCount 1 ] ]")
}

/// The shape of what meets a subschema of a condition.
fn meets(markup: &Markup, kind: &Type, schema: &Value) -> String {
    let required: Vec<_> = schema["required"].as_array().into_iter().flatten().collect();
    let mut parts = Vec::new();
    for (key, rule) in schema["properties"].as_object().into_iter().flatten() {
        let member = kind.members.iter().find(|member| member.key == *key);
        let member = member.expect("a condition names a property");
        // A state has evidence from all records; what holds in one of them need not hold in another.
        if member.iri == "chancery:hasActor" {
            continue;
        }
        if member.iri == "@id" {
            let pattern = format!("sh:pattern {}", literal(&format!("^{}$", state_pattern())));
            parts.push(if rule.get("not").is_some() {
                format!("sh:not [ {pattern} ]")
            } else {
                pattern
            });
            continue;
        }
        let mut shape = vec![format!("sh:path {}", member.iri)];
        if rule.get("not").is_some() {
            shape.push("sh:maxCount 0".to_owned());
        } else if rule.get("minItems").is_some()
            || (!member.many && required.iter().any(|r| *r == key))
        {
            shape.push("sh:minCount 1".to_owned());
        }
        if let Some(names) = rule.get("enum").and_then(Value::as_array)
            && let Content::Scalar(index) = member.content
        {
            let scalar = &markup.scalars[index];
            shape.push(format!("sh:in {}", terms(scalar, names.iter().filter_map(Value::as_str))));
        }
        let below = rule.get("items").unwrap_or(rule);
        if let Content::Object(index) = member.content
            && below.get("properties").is_some()
        {
            let below = meets(markup, &markup.types[index], below);
            shape.push(format!("sh:node {below}"));
        }
        parts.push(format!("sh:property {}", node(&shape)));
    }
    node(&parts)
}

fn node(parts: &[String]) -> String {
    format!("[ {} ]", parts.join(" ; "))
}
