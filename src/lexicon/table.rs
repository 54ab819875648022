//! Tables of the lexicon: tab-separated text in, rows out. `#` begins a comment line, the first other line names the
//! columns, `|` separates several values in a cell.

use crate::error::Error;

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    columns: &'t str,
    cells: &'t str,
}

impl<'t> Row<'t> {
    /// The cell of a column; empty where the row or the table does not have it.
    #[must_use]
    pub(super) fn cell(&self, column: &str) -> &'t str {
        let Some(index) = self.columns.split('\t').position(|name| name == column) else {
            return "";
        };
        self.cells.split('\t').nth(index).unwrap_or_default().trim()
    }

    /// The values of a cell.
    pub(super) fn values(&self, column: &str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cell(column).split('|').map(str::trim).filter(|value| !value.is_empty())
    }
}

/// The rows of a table.
///
/// # Errors
/// [`Error::Lexicon`] where a row has more cells than the table has columns.
pub(super) fn rows<'t>(file: &str, table: &'t str) -> Result<Vec<Row<'t>>, Error> {
    let mut lines = table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let Some((_, columns)) = lines.next() else { return Ok(Vec::new()) };
    let count = columns.split('\t').count();
    lines
        .map(|(number, cells)| {
            let found = cells.split('\t').count();
            if found > count {
                let message = format!("{found} cells, but the table has {count} columns");
                return Err(Error::Lexicon { file: file.to_owned(), line: number + 1, message });
            }
            Ok(Row { columns, cells })
        })
        .collect()
}
