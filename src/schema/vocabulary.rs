//! The table of the record types and the vocabularies in, `vocabulary.ttl` out: classes and properties (RDFS), terms as
//! concepts (SKOS), states.
//!
//! CAMEO and PLOVER publish no IRIs for their codes; the file gives them some of chancery's own, to match with.

use std::collections::BTreeSet;

use super::code_list::{CONCEPTS, kebab};
use super::context::{EDTF, STATES, local};
use super::markup::{Content, Markup, Member, Type};
use super::turtle::{about, english, head, iri, literal};
use super::{Status, state_codes, term_iri};
use crate::record::{
    Date, Iri, NAMESPACE, SCHEMA_VERSION, StateCode, Term, VOCABULARIES, Vocabulary,
};

/// Prefix of chancery's own classes and properties.
const OWN: &str = "chancery:";

/// The file `vocabulary.ttl`.
#[must_use]
pub fn vocabulary() -> String {
    let mut text = head(
        "Classes, properties and concepts of chancery. Generated from the record types; do not edit.",
    );
    let title = english("Vocabulary of chancery");
    let version = literal(SCHEMA_VERSION);
    about(&mut text, &iri(NAMESPACE), &[("rdfs:label", title), ("schema:version", version)]);
    let markup = Markup::of_records();
    for kind in markup.types.iter().filter(|kind| kind.class.starts_with(OWN)) {
        class(&mut text, kind);
    }
    let uses: Vec<_> = markup
        .types
        .iter()
        .flat_map(|kind| kind.members.iter().map(move |member| (kind, member)))
        .filter(|(_, member)| member.iri.starts_with(OWN))
        .collect();
    let properties: BTreeSet<_> = uses.iter().map(|(_, member)| &*member.iri).collect();
    for name in properties {
        let uses: Vec<_> = uses.iter().copied().filter(|(_, member)| member.iri == name).collect();
        property(&mut text, markup, name, &uses);
    }
    for vocabulary in VOCABULARIES {
        scheme(&mut text, vocabulary);
    }
    for (name, title) in [
        ("cameo", "Codes of CAMEO (Conflict and Mediation Event Observations)"),
        (
            "plover",
            "Event types and contexts of PLOVER (Political Language Ontology for Verifiable Event Records)",
        ),
    ] {
        matched(&mut text, name, title);
    }
    states(&mut text);
    text
}

fn class(text: &mut String, kind: &Type) {
    let mut said = vec![
        ("a", "rdfs:Class".to_owned()),
        ("rdfs:label", english(&words(local(&kind.class)))),
        ("rdfs:comment", english(&kind.definition)),
    ];
    said.extend(kind.broader.clone().map(|broader| ("rdfs:subClassOf", broader)));
    said.push(("rdfs:isDefinedBy", iri(NAMESPACE)));
    about(text, &kind.class, &said);
}

/// A property with all its uses. Of one class it is the domain; what several classes have says so without entailing
/// anything of a subject.
fn property(text: &mut String, markup: &Markup, name: &str, uses: &[(&Type, &Member)]) {
    let mut said =
        vec![("a", "rdf:Property".to_owned()), ("rdfs:label", english(&words(local(name))))];
    for (kind, member) in uses {
        let of = if uses.len() > 1 { format!("{}: ", kind.name) } else { String::new() };
        said.push(("rdfs:comment", english(&format!("{of}{}", member.definition))));
    }
    let domain = if uses.len() > 1 { "schema:domainIncludes" } else { "rdfs:domain" };
    said.extend(uses.iter().map(|(kind, _)| (domain, kind.class.clone())));
    let (_, member) = uses[0];
    said.extend(range(markup, member).map(|range| ("rdfs:range", range)));
    said.extend(member.broader.clone().map(|broader| ("rdfs:subPropertyOf", broader)));
    said.push(("rdfs:isDefinedBy", iri(NAMESPACE)));
    about(text, name, &said);
}

/// Class or datatype of the values of a property; none for what may be anything that has an IRI.
fn range(markup: &Markup, member: &Member) -> Option<String> {
    if let Some(kind) = referred(markup, member) {
        return Some(kind.class.clone());
    }
    Some(match member.content {
        Content::Boolean => "xsd:boolean".to_owned(),
        Content::Integer(..) => "xsd:integer".to_owned(),
        Content::Text(..) => "xsd:string".to_owned(),
        Content::Object(kind) => markup.types[kind].class.clone(),
        Content::Scalar(index) => {
            let scalar = &markup.scalars[index];
            match scalar.pattern.as_deref() {
                Some(Date::PATTERN) => EDTF.to_owned(),
                Some(StateCode::PATTERN) => "schema:Country".to_owned(),
                Some(Iri::PATTERN) => return None,
                _ if scalar.scheme.is_some() => "skos:Concept".to_owned(),
                _ => "xsd:string".to_owned(),
            }
        }
    })
}

/// The type of the objects whose identifiers a property holds.
pub(super) fn referred<'a>(markup: &'a Markup, member: &Member) -> Option<&'a Type> {
    let array = member.refers_to.as_deref()?;
    let array = markup.record().members.iter().find(|member| member.key == array)?;
    match array.content {
        Content::Object(kind) => Some(&markup.types[kind]),
        _ => None,
    }
}

fn scheme(text: &mut String, vocabulary: &Vocabulary) {
    let scheme = iri(&format!("{CONCEPTS}{}", vocabulary.scheme));
    let said = [
        ("a", "skos:ConceptScheme".to_owned()),
        ("skos:prefLabel", english(&kebab(vocabulary.name).replace('-', " "))),
        ("skos:definition", english(vocabulary.definition)),
    ];
    about(text, &scheme, &said);
    for term in vocabulary.terms {
        let mut said = vec![
            ("a", "skos:Concept".to_owned()),
            ("skos:inScheme", scheme.clone()),
            ("skos:prefLabel", english(&term.name.replace('-', " "))),
            ("skos:notation", literal(term.name)),
            ("skos:definition", english(term.definition)),
        ];
        let matches = codes(term).map(|(system, code)| iri(&format!("{CONCEPTS}{system}/{code}")));
        said.extend(matches.map(|code| ("skos:closeMatch", code)));
        about(text, &iri(&term_iri(vocabulary, term)), &said);
    }
}

/// The codes of a term in the other systems.
fn codes(term: &Term) -> impl Iterator<Item = (&'static str, &'static str)> {
    let plover = term.plover.map(|code| ("plover", code));
    plover.into_iter().chain(term.cameo.map(|code| ("cameo", code)))
}

/// The codes of another system that terms are matched with.
fn matched(text: &mut String, system: &str, title: &str) {
    let scheme = iri(&format!("{CONCEPTS}{system}"));
    let said = [("a", "skos:ConceptScheme".to_owned()), ("skos:prefLabel", english(title))];
    about(text, &scheme, &said);
    let terms = VOCABULARIES.iter().flat_map(|vocabulary| vocabulary.terms);
    let codes: BTreeSet<_> =
        terms.flat_map(codes).filter(|(known, _)| *known == system).map(|(_, code)| code).collect();
    for code in codes {
        let said = [
            ("a", "skos:Concept".to_owned()),
            ("skos:inScheme", scheme.clone()),
            ("skos:prefLabel", english(&format!("{} {code}", system.to_uppercase()))),
            ("skos:notation", literal(code)),
        ];
        about(text, &iri(&format!("{CONCEPTS}{system}/{code}")), &said);
    }
}

fn states(text: &mut String) {
    for state in state_codes() {
        let mut said = vec![
            ("a", "schema:Country".to_owned()),
            ("rdfs:label", english(state.name)),
            ("skos:notation", literal(state.code)),
        ];
        if state.status == Status::Withdrawn {
            let since = state.withdrawn.map(|date| format!(", {date}")).unwrap_or_default();
            said.push(("skos:note", english(&format!("code withdrawn{since}"))));
        }
        about(text, &iri(&format!("{STATES}{}", state.code)), &said);
    }
}

/// The name of a class or property as words: `officeTitle` becomes "office title".
fn words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}
