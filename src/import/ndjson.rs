//! A stream of bytes in, its lines out, each with its number; or the whole at once.

use std::io::{self, BufRead};

/// Pieces of a stream: lines that are not blank, or all of it.
pub(super) struct Pieces<R> {
    reader: R,
    by_line: bool,
    /// Number of the last line read.
    line: usize,
    ended: bool,
}

impl<R: BufRead> Pieces<R> {
    pub(super) const fn new(reader: R, by_line: bool) -> Self {
        Self { reader, by_line, line: 0, ended: false }
    }

    /// Lines of which the first has this number.
    pub(super) const fn lines(reader: R, first: usize) -> Self {
        Self { reader, by_line: true, line: first - 1, ended: false }
    }

    fn whole(&mut self) -> io::Result<(usize, Vec<u8>)> {
        let mut bytes = Vec::new();
        self.reader.read_to_end(&mut bytes)?;
        Ok((1, bytes))
    }
}

impl<R: BufRead> Iterator for Pieces<R> {
    type Item = io::Result<(usize, Vec<u8>)>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            if !self.by_line {
                self.ended = true;
                return Some(self.whole());
            }
            let mut bytes = Vec::new();
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => self.ended = true,
                Ok(_) => {
                    self.line += 1;
                    // Without its end, so that a line that breaks off is at fault where it does.
                    while bytes.last().is_some_and(|byte| b"\r\n".contains(byte)) {
                        bytes.pop();
                    }
                    if !bytes.trim_ascii().is_empty() {
                        return Some(Ok((self.line, bytes)));
                    }
                }
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}
