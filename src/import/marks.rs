//! A text in, lines and columns of its bytes out, and back, in time that does not grow with the text: findings may be many,
//! and a file may be one long line.

/// Where lines begin, and how many code points stand before every block of the text.
#[derive(Debug)]
pub(super) struct Marks {
    lines: Vec<usize>,
    blocks: Vec<usize>,
}

/// Bytes between two counts of code points.
const BLOCK: usize = 4096;

/// Bytes of a line that are shown to either side of a place.
const AROUND: usize = 400;

impl Marks {
    pub(super) fn new(text: &str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        let blocks = text.as_bytes().chunks(BLOCK).scan(0, |before, block| {
            let here = *before;
            *before += code_points(block);
            Some(here)
        });
        Self {
            lines: std::iter::once(0).chain(ends.map(|end| end + 1)).collect(),
            blocks: blocks.collect(),
        }
    }

    /// Line from 0 and column from 1 of a byte.
    pub(super) fn position(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= at) - 1;
        (line, self.before(text, at) - self.before(text, self.lines[line]) + 1)
    }

    /// The line from 0 around a column from 1, a piece of it where it is long, and the column in the piece.
    pub(super) fn line<'a>(
        &self,
        text: &'a str,
        line: usize,
        column: usize,
    ) -> Option<(&'a str, usize)> {
        let start = *self.lines.get(line)?;
        let end = self.lines.get(line + 1).copied().unwrap_or(text.len());
        let at = self.byte(text, self.before(text, start) + column - 1).min(end);
        let first = text.ceil_char_boundary(at.saturating_sub(AROUND)).max(start);
        let last = text.floor_char_boundary(at + AROUND).min(end);
        let piece = text[first..last].trim_end_matches(['\r', '\n']);
        Some((piece, code_points(&text.as_bytes()[first..at]) + 1))
    }

    /// Code points before a byte.
    fn before(&self, text: &str, at: usize) -> usize {
        let Some(count) = self.blocks.get(at / BLOCK) else {
            return self.blocks.last().map_or(0, |count| {
                count + code_points(&text.as_bytes()[(self.blocks.len() - 1) * BLOCK..])
            });
        };
        count + code_points(&text.as_bytes()[at - at % BLOCK..at])
    }

    /// The byte at which a code point begins.
    fn byte(&self, text: &str, code_point: usize) -> usize {
        let block = self.blocks.partition_point(|count| *count <= code_point).saturating_sub(1);
        let Some(count) = self.blocks.get(block) else { return 0 };
        // A block may begin inside a code point, which is then counted before it.
        let start = text.ceil_char_boundary(block * BLOCK);
        let mut rest = text[start..].char_indices();
        rest.nth(code_point - count).map_or(text.len(), |(offset, _)| start + offset)
    }
}

/// Every code point has one byte that continues none.
fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_and_shown() {
        let text = format!("{}\nab\n{}🧊\"x\"\n", "é".repeat(3000), "aé🧊".repeat(3000));
        let marks = Marks::new(&text);
        let (mut line, mut column) = (0, 1);
        for (at, c) in text.char_indices() {
            assert_eq!(marks.position(&text, at), (line, column));
            let (piece, within) =
                marks.line(&text, line, column).expect("the place is in the text");
            assert!(piece.len() <= 2 * AROUND);
            if c == '\n' {
                assert_eq!(piece.chars().count(), within - 1);
                (line, column) = (line + 1, 1);
            } else {
                assert_eq!(piece.chars().nth(within - 1), Some(c));
                column += 1;
            }
        }
        assert_eq!(marks.position("", 0), (0, 1));
        assert_eq!(Marks::new("").line("", 0, 1), Some(("", 1)));
    }
}
