//! From a JSON Pointer to a line and column of the file that held the value, and the line's text with a caret.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What an importer knows about where its values stood in the file. Asked only when there is a finding to place.
pub trait Locate {
    /// Line and column, both from 1, the column in code points, where the value at a JSON Pointer into the record begins.
    fn locate(&self, pointer: &str) -> Option<(usize, usize)>;

    /// Where the name of the member at a JSON Pointer begins; formats without names of their own give the value's place.
    fn locate_key(&self, pointer: &str) -> Option<(usize, usize)> {
        self.locate(pointer)
    }

    /// The text of a line without its end, and `column` in it. Of a long line a piece with a hundred code points on both
    /// sides is enough, with the column in the piece.
    fn line(&self, line: usize, column: usize) -> Option<(Cow<'_, str>, usize)> {
        let _ = (line, column);
        None
    }
}

/// A piece of a line with the place of a fault in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The line, or what stands around the fault where it is long; control characters are shown as spaces.
    pub line: String,
    /// Code points before the fault in `line`.
    pub before: usize,
    /// Code points that the fault covers, at least 1.
    pub width: usize,
}

/// Code points of a long line that are shown before and after the place of a fault.
const AROUND: usize = 48;

impl Excerpt {
    /// The fault at `column` (from 1, in code points) of `line`.
    #[must_use]
    pub fn new(line: &str, column: usize) -> Self {
        let start = column.saturating_sub(1);
        let skipped = if start > AROUND { start - AROUND / 2 } else { 0 };
        let shown: Vec<char> = line
            .chars()
            .skip(skipped)
            .take(start - skipped + 2 * AROUND)
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let indent =
            if skipped == 0 { shown.iter().take_while(|c| c.is_whitespace()).count() } else { 0 };
        let indent = indent.min(start - skipped);
        let before = start - skipped - indent;
        let width = token(shown.get(start - skipped..).unwrap_or_default()).max(1);
        Self { line: shown.into_iter().skip(indent).collect(), before, width }
    }
}

/// Length of the token of JSON or XML at the beginning of `rest`.
fn token(rest: &[char]) -> usize {
    let to = |end: fn(&char) -> bool| rest.iter().position(end).unwrap_or(rest.len());
    match rest.first() {
        Some('"') => {
            let mut escaped = true;
            let close = rest.iter().position(|c| {
                let closes = *c == '"' && !escaped;
                // The opening quote itself counts as escaped.
                escaped = *c == '\\' && !escaped;
                closes
            });
            close.map_or(rest.len(), |end| end + 1)
        }
        Some('<') => to(|c| *c == '>' || c.is_whitespace()),
        Some('{' | '[') | None => 1,
        Some(_) => to(|c| !c.is_alphanumeric() && !"+-._:".contains(*c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(line: &str, column: usize) -> String {
        let excerpt = Excerpt::new(line, column);
        format!("{}\n{}{}", excerpt.line, " ".repeat(excerpt.before), "^".repeat(excerpt.width))
    }

    #[test]
    fn the_caret_stands_under_the_value() {
        assert_eq!(
            drawn("  \"type\": \"meet\\\"ings\",", 11),
            "\"type\": \"meet\\\"ings\",\n        ^^^^^^^^^^^^"
        );
        assert_eq!(drawn("{\"a\": -20, \"b\": {}}", 7), "{\"a\": -20, \"b\": {}}\n      ^^^");
        assert_eq!(drawn("\t<event type=\"x\">", 2), "<event type=\"x\">\n^^^^^^");
    }

    #[test]
    fn a_long_line_is_cut_around_the_value() {
        let line = format!("{}\"x\"{}", "é".repeat(5000), "z".repeat(5000));
        let excerpt = Excerpt::new(&line, 5001);
        assert!(excerpt.line.chars().count() < 200);
        assert_eq!(
            excerpt.line.chars().skip(excerpt.before).take(excerpt.width).collect::<String>(),
            "\"x\""
        );
    }
}
