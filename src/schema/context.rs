//! The table of the record types in, `context.jsonld` out (JSON-LD 1.1): what each key of a record means as linked data.
//!
//! A key that means one thing everywhere stands at the top; where a class means something else by it, the class's own
//! context says so. The terms of a vocabulary are reached by the context of the property that holds them.

use serde_json::{Map, Value, json};

use super::PREFIXES;
use super::code_list::CONCEPTS;
use super::markup::{Content, Markup, Member, Scalar, Type};
use crate::record::{Date, Iri, StateCode};

/// Datatype of dates in the EDTF profile.
pub(super) const EDTF: &str = "edtf:EDTF";

/// A key that JSON-LD adds to an object for readers of other vocabularies: it says again what the record says already.
#[derive(Debug, Clone, Copy)]
pub struct Derived {
    /// Record type of the objects that have it.
    pub of: &'static str,
    /// The key.
    pub key: &'static str,
    /// IRI of the property, as a CURIE.
    pub iri: &'static str,
    /// `@id` for what is named by IRI, else the datatype.
    pub datatype: &'static str,
    /// Whether it is an array.
    pub many: bool,
}

/// All derived keys but `@type` and the `id` of objects that have none in the record.
pub const DERIVED: &[Derived] = &[
    derived("Event", "attendee", "schema:attendee", "@id", true),
    derived("Event", "startDate", "schema:startDate", "xsd:date", false),
    derived("Event", "endDate", "schema:endDate", "xsd:date", false),
    derived("Statement", "wasQuotedFrom", "prov:wasQuotedFrom", "@id", false),
    derived("Evidence", "hasSource", "oa:hasSource", "@id", false),
    derived("Evidence", "selector", "oa:hasSelector", "@id", true),
];

const fn derived(
    of: &'static str,
    key: &'static str,
    iri: &'static str,
    datatype: &'static str,
    many: bool,
) -> Derived {
    Derived { of, key, iri, datatype, many }
}

/// Classes of schema.org that an actor is of by its kind.
pub const ACTOR_CLASSES: &[(&str, &str)] =
    &[("state", "Country"), ("organization", "Organization"), ("person", "Person")];

/// Selectors of the Web Annotation vocabulary: class, keys, and the datatype of their values.
const SELECTORS: &[(&str, &[&str], Option<&str>)] = &[
    ("oa:TextPositionSelector", &["start", "end"], Some("xsd:nonNegativeInteger")),
    ("oa:TextQuoteSelector", &["exact", "prefix", "suffix"], None),
];

/// Where states have their IRIs; the code follows.
pub const STATES: &str = "https://w3id.org/chancery/state/";

impl Type {
    /// The term by which JSON-LD names the class.
    #[must_use]
    pub fn class_term(&self) -> &str {
        local(&self.class)
    }
}

/// The last part of a CURIE.
pub(super) fn local(curie: &str) -> &str {
    curie.rsplit(':').next().unwrap_or(curie)
}

/// The document `{"@context": …}` that every JSON-LD output begins with.
#[must_use]
pub fn context() -> Value {
    let markup = Markup::of_records();
    let mut top = Map::new();
    top.insert("@version".into(), json!(1.1));
    for (prefix, iri) in PREFIXES {
        top.insert((*prefix).into(), (*iri).into());
    }
    top.insert("id".into(), "@id".into());
    top.insert("readouts".into(), "@graph".into());
    let taken = names(markup, &top);
    let mut keys = Map::new();
    for kind in &markup.types {
        let mut own = Map::new();
        for member in kind.members.iter().filter(|member| member.iri != "@id") {
            let definition = property(markup, member, &taken);
            let common = keys.entry(&*member.key).or_insert_with(|| definition.clone());
            if *common != definition {
                own.insert(member.key.clone(), definition);
            }
        }
        top.insert(kind.class_term().into(), class(&kind.class, &own));
    }
    for (_, name) in ACTOR_CLASSES {
        top.insert((*name).into(), format!("schema:{name}").into());
    }
    for (iri, keys, datatype) in SELECTORS {
        let meaning = |key: &&str| definition(&format!("oa:{key}"), *datatype, false, None);
        let own = keys.iter().map(|key| ((*key).to_owned(), meaning(key))).collect();
        top.insert(local(iri).into(), class(iri, &own));
    }
    for Derived { key, iri, datatype, many, .. } in DERIVED {
        keys.insert((*key).into(), definition(iri, Some(datatype), *many, None));
    }
    top.extend(keys);
    json!({"@context": top})
}

/// All names that the context gives a meaning of its own, which a term of a vocabulary must not be taken for.
fn names(markup: &Markup, top: &Map<String, Value>) -> Vec<String> {
    let keys = markup.types.iter().flat_map(|kind| kind.members.iter().map(|member| &member.key));
    keys.chain(top.keys()).cloned().chain(DERIVED.iter().map(|key| key.key.into())).collect()
}

fn class(iri: &str, own: &Map<String, Value>) -> Value {
    if own.is_empty() { iri.into() } else { json!({"@id": iri, "@context": own}) }
}

fn property(markup: &Markup, member: &Member, taken: &[String]) -> Value {
    let (datatype, scope) = match member.content {
        _ if member.refers_to.is_some() => (Some("@id"), None),
        Content::Scalar(scalar) => value(&markup.scalars[scalar], taken),
        _ => (None, None),
    };
    definition(&member.iri, datatype, member.many, scope)
}

/// The datatype of a value with a form of its own, and the context in which it is read.
fn value(scalar: &Scalar, taken: &[String]) -> (Option<&'static str>, Option<Value>) {
    match (scalar.pattern.as_deref(), scalar.scheme) {
        (Some(Date::PATTERN), _) => (Some(EDTF), None),
        (Some(Iri::PATTERN), _) => (Some("@id"), None),
        (Some(StateCode::PATTERN), _) => (Some("@vocab"), Some(json!({"@vocab": STATES}))),
        (_, Some(scheme)) => {
            let mut scope = json!({"@vocab": format!("{CONCEPTS}{scheme}/")});
            // A key of the record with the same name would win over `@vocab`.
            for term in scalar.terms.iter().filter(|term| taken.iter().any(|key| key == term.name))
            {
                scope[term.name] = format!("{CONCEPTS}{scheme}/{}", term.name).into();
            }
            (Some("@vocab"), Some(scope))
        }
        _ => (None, None),
    }
}

fn definition(iri: &str, datatype: Option<&str>, many: bool, scope: Option<Value>) -> Value {
    if datatype.is_none() && !many {
        return iri.into();
    }
    let mut definition = json!({"@id": iri});
    if let Some(datatype) = datatype {
        definition["@type"] = datatype.into();
    }
    if many {
        definition["@container"] = "@set".into();
    }
    if let Some(scope) = scope {
        definition["@context"] = scope;
    }
    definition
}
