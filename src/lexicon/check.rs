//! A researcher's table in, what is wrong with it out: the file, the line, what was found and what was expected.

use super::load::ENGLISH;
use super::table::{Row, header, rows};
use crate::error::Error;
use crate::record::{LocalId, StateCode};

/// The columns that a row must fill, by table; the first names the row: a row of the same name replaces that of the pack.
const REQUIRED: [(&str, &[&str]); 12] = [
    ("cues.tsv", &["act", "rule", "forms"]),
    ("encounters.tsv", &["form", "phrases"]),
    ("expressions.tsv", &["act", "rule", "within", "verbs", "words"]),
    ("objects.tsv", &["act", "nouns"]),
    ("organizations.tsv", &["id", "name", "kind"]),
    ("places.tsv", &["name", "kind"]),
    ("publishers.tsv", &["id", "name"]),
    ("reference-nouns.tsv", &["kind", "noun"]),
    ("references.tsv", &["name", "kind"]),
    ("states.tsv", &["code", "name"]),
    ("topics.tsv", &["topic", "phrase"]),
    ("words.tsv", &["class", "words"]),
];

/// Tables whose rows have a name of their own.
const KEYED: [&str; 5] =
    ["organizations.tsv", "places.tsv", "publishers.tsv", "references.tsv", "states.tsv"];

/// Columns that know no other values than those of the pack.
const CLOSED: [(&str, &str); 4] = [
    ("organizations.tsv", "kind"),
    ("organizations.tsv", "party"),
    ("places.tsv", "kind"),
    ("publishers.tsv", "dates"),
];

/// The column that names the rows of a table.
pub(super) fn key(file: &str) -> Option<&'static str> {
    let (_, required) = REQUIRED.iter().find(|(known, _)| *known == file)?;
    required.first().copied().filter(|_| KEYED.contains(&file))
}

/// Checks a table that is to be added to the pack.
///
/// # Errors
/// [`Error::Lexicon`] for a table or a column that there is not, and a cell that is missing or not as it should be.
pub(super) fn check(file: &str, table: &str) -> Result<(), Error> {
    let Some((_, required)) = REQUIRED.iter().find(|(known, _)| *known == file) else {
        let known: Vec<_> = REQUIRED.iter().map(|(known, _)| *known).collect();
        let message = format!("no table of the lexicon; expected one of {}", known.join(", "));
        return Err(Error::Lexicon { file: file.to_owned(), line: 1, message });
    };
    let own = ENGLISH.iter().find(|(known, _)| *known == file).map_or("", |(_, table)| *table);
    let known: Vec<&str> = header(own).into_iter().flat_map(|(_, line)| line.split('\t')).collect();
    let wrong = |line, message| Err(Error::Lexicon { file: file.to_owned(), line, message });
    let Some((line, columns)) = header(table) else {
        return wrong(
            1,
            format!("no line with the names of columns; expected {}", known.join(", ")),
        );
    };
    let columns: Vec<&str> = columns.split('\t').map(str::trim).collect();
    if let Some(column) = columns.iter().find(|column| !known.contains(column)) {
        let expected = known.join(", ");
        return wrong(line, format!("`{column}` is no column; expected some of {expected}"));
    }
    if let Some(column) = required.iter().find(|column| !columns.contains(column)) {
        return wrong(line, format!("the column {column} is missing"));
    }
    for row in rows(file, table)? {
        if let Some(column) = required.iter().find(|column| row.cell(column).is_empty()) {
            return Err(row.error(format!("column {column}: a value was expected")));
        }
        values(file, own, &row)?;
    }
    Ok(())
}

/// Checks the cells of a row whose values are closed or of a form.
fn values(file: &str, own: &str, row: &Row<'_>) -> Result<(), Error> {
    for (_, column) in CLOSED.iter().filter(|(table, _)| *table == file) {
        let mut allowed: Vec<&str> = rows(file, own)?.iter().map(|row| row.cell(column)).collect();
        allowed.sort_unstable();
        allowed.dedup();
        if !allowed.contains(&row.cell(column)) {
            let words: Vec<_> = allowed.into_iter().filter(|word| !word.is_empty()).collect();
            return Err(row.not(column, &format!("one of {}", words.join(", "))));
        }
    }
    if key(file) == Some("id") {
        row.term::<LocalId>("id")?;
    }
    for column in ["code", "country", "state"] {
        if !row.cell(column).is_empty() {
            row.term::<StateCode>(column)?;
        }
    }
    Ok(())
}
