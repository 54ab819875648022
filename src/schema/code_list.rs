//! Vocabularies and state codes to code lists in CSV (RFC 4180, with LF), one file a vocabulary.

use std::fmt::Write as _;

use super::{File, state_codes};
use crate::record::{Term, VOCABULARIES, Vocabulary};

/// Where the concepts of the vocabularies have their IRIs.
pub(super) const CONCEPTS: &str = "https://w3id.org/chancery/";

/// All code lists, in alphabetical order of their names.
pub(super) fn files() -> Vec<File> {
    let mut files: Vec<_> = VOCABULARIES.iter().map(vocabulary).collect();
    files.push(states());
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// IRI of a term.
#[must_use]
pub fn term_iri(vocabulary: &Vocabulary, term: &Term) -> String {
    format!("{CONCEPTS}{}/{}", vocabulary.scheme, term.name)
}

fn vocabulary(vocabulary: &Vocabulary) -> File {
    let mut text = String::from("term,definition,iri,plover,cameo\n");
    for term in vocabulary.terms {
        let iri = term_iri(vocabulary, term);
        row(
            &mut text,
            &[
                term.name,
                term.definition,
                &iri,
                term.plover.unwrap_or_default(),
                term.cameo.unwrap_or_default(),
            ],
        );
    }
    file(&kebab(vocabulary.name), text)
}

fn states() -> File {
    let mut text = String::from("term,definition,iri,status,withdrawn\n");
    for state in state_codes() {
        let iri = format!("{CONCEPTS}state/{}", state.code);
        row(
            &mut text,
            &[
                state.code,
                state.name,
                &iri,
                state.status.as_str(),
                state.withdrawn.unwrap_or_default(),
            ],
        );
    }
    file("state", text)
}

fn file(name: &str, text: String) -> File {
    File { name: format!("codelists/{name}.csv"), bytes: text.into_bytes() }
}

fn row(text: &mut String, cells: &[&str]) {
    for (index, cell) in cells.iter().enumerate() {
        let separator = if index == 0 { "" } else { "," };
        let quote = cell.contains([',', '"', '\n']);
        let _ = if quote {
            write!(text, "{separator}\"{}\"", cell.replace('"', "\"\""))
        } else {
            write!(text, "{separator}{cell}")
        };
    }
    text.push('\n');
}

/// The name of a type as the name of a file: `EventType` becomes "event-type".
pub(super) fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for (index, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() && index > 0 {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}
