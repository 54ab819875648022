//! Pieces of Turtle 1.1: the prefixes of a file, literals, lists, and statements laid out for readers.

use std::fmt::Write as _;

use super::PREFIXES;

/// Prefixes that only the Turtle files need.
const MORE: &[(&str, &str)] = &[
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("sh", "http://www.w3.org/ns/shacl#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
];

/// The beginning of a file: what it is, and its prefixes.
pub(super) fn head(comment: &str) -> String {
    let mut prefixes: Vec<_> = PREFIXES.iter().chain(MORE).collect();
    prefixes.sort_unstable();
    let mut text = format!("# {comment}\n\n");
    for (prefix, iri) in prefixes {
        let _ = writeln!(text, "@prefix {prefix}: <{iri}> .");
    }
    text
}

/// Appends what is said about `subject`: predicates with their objects, in order.
pub(super) fn about(text: &mut String, subject: &str, said: &[(&str, String)]) {
    let lines: Vec<_> =
        said.iter().map(|(predicate, object)| format!("{predicate} {object}")).collect();
    let _ = writeln!(text, "\n{subject} {} .", lines.join(" ;\n    "));
}

/// A string in quotation marks.
pub(super) fn literal(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A string in English.
pub(super) fn english(text: &str) -> String {
    format!("{}@en", literal(text))
}

/// An IRI in full.
pub(super) fn iri(iri: &str) -> String {
    format!("<{iri}>")
}

/// An RDF list.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<_> = items.into_iter().collect();
    format!("( {} )", items.join(" "))
}
