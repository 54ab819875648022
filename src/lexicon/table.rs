//! Tables of the lexicon: tab-separated text in, rows out. `#` begins a comment line, the first other line names the
//! columns, `|` separates several values in a cell.

use std::fmt::Display;
use std::str::FromStr;

use crate::error::Error;
use crate::record::VOCABULARIES;

/// The most rows of a table: names refer to them by small numbers.
const MOST: usize = 30_000;

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    file: &'t str,
    line: usize,
    columns: &'t str,
    cells: &'t str,
}

impl<'t> Row<'t> {
    /// The cell of a column; empty where the row or the table does not have it.
    #[must_use]
    pub(super) fn cell(&self, column: &str) -> &'t str {
        let Some(index) = self.columns.split('\t').position(|name| name.trim() == column) else {
            return "";
        };
        self.cells.split('\t').nth(index).unwrap_or_default().trim()
    }

    /// The values of a cell.
    pub(super) fn values(&self, column: &str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cell(column).split('|').map(str::trim).filter(|value| !value.is_empty())
    }

    /// The cell of a column as a value of its type.
    ///
    /// # Errors
    /// [`Error::Lexicon`] for a cell that is none.
    pub(super) fn term<T: FromStr>(&self, column: &str) -> Result<T, Error>
    where
        T::Err: Display,
    {
        let cell = self.cell(column);
        cell.parse().map_err(|error: T::Err| {
            let name = std::any::type_name::<T>().rsplit("::").next().unwrap_or_default();
            let terms = VOCABULARIES.iter().find(|vocabulary| vocabulary.name == name);
            let terms = terms.into_iter().flat_map(|vocabulary| vocabulary.terms);
            let terms: Vec<_> = terms.map(|term| term.name).collect();
            if terms.is_empty() {
                return self.error(format!("column {column}: {error}"));
            }
            self.not(column, &format!("one of {}", terms.join(", ")))
        })
    }

    /// That the cell of a column is not what it should be.
    #[must_use]
    pub(super) fn not(&self, column: &str, expected: &str) -> Error {
        self.error(format!("column {column}: `{}` is not {expected}", self.cell(column)))
    }

    /// What is wrong with the row.
    #[must_use]
    pub(super) fn error(&self, message: String) -> Error {
        Error::Lexicon { file: self.file.to_owned(), line: self.line, message }
    }
}

/// The rows of a table.
///
/// # Errors
/// [`Error::Lexicon`] where a row has more cells than the table has columns, or the table too many rows.
pub(super) fn rows<'t>(file: &'t str, table: &'t str) -> Result<Vec<Row<'t>>, Error> {
    let Some((_, columns)) = header(table) else { return Ok(Vec::new()) };
    let count = columns.split('\t').count();
    let rows = lines(table).skip(1).map(|(line, cells)| {
        let row = Row { file, line, columns, cells };
        let found = cells.split('\t').count();
        if found > count {
            return Err(row.error(format!("{found} cells, but the table has {count} columns")));
        }
        Ok(row)
    });
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    match rows.get(MOST) {
        Some(row) => Err(row.error(format!("a table can have {MOST} rows at most"))),
        None => Ok(rows),
    }
}

/// The line that names the columns, with its number from 1.
pub(super) fn header(table: &str) -> Option<(usize, &str)> {
    lines(table).next()
}

/// The lines of a table besides comments and empty ones, each with its number from 1.
fn lines(table: &str) -> impl Iterator<Item = (usize, &str)> {
    // Spreadsheets begin their files with a byte order mark.
    let table = table.strip_prefix('\u{feff}').unwrap_or(table);
    table
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
}
