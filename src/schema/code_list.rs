//! Vocabularies and state codes to code lists in CSV (RFC 4180, with LF), one file a vocabulary.

use std::fmt::Write as _;

use super::context::STATES;
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
    let rows = vocabulary.terms.iter().map(|term| {
        let iri = term_iri(vocabulary, term);
        let codes = [term.plover, term.cameo].map(Option::unwrap_or_default);
        [term.name, term.definition, &iri, codes[0], codes[1]].map(str::to_owned)
    });
    file(&kebab(vocabulary.name), ["term", "definition", "iri", "plover", "cameo"], rows)
}

fn states() -> File {
    let rows = state_codes().iter().map(|state| {
        let iri = format!("{STATES}{}", state.code);
        let withdrawn = state.withdrawn.unwrap_or_default();
        [state.code, state.name, &iri, state.status.as_str(), withdrawn].map(str::to_owned)
    });
    file("state", ["term", "definition", "iri", "status", "withdrawn"], rows)
}

fn file(name: &str, head: [&str; 5], rows: impl Iterator<Item = [String; 5]>) -> File {
    let mut text = String::new();
    for cells in [head.map(str::to_owned)].into_iter().chain(rows) {
        row(&mut text, &cells);
    }
    File { name: format!("codelists/{name}.csv"), bytes: text.into_bytes() }
}

fn row(text: &mut String, cells: &[String]) {
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
