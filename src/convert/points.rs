//! Byte offsets of a text in, the code points that spans of the record count out.

use std::ops::Range;

use crate::record::Evidence;

/// Bytes of a text as code points: one pass, then a table.
pub(super) struct Points<'t> {
    text: &'t str,
    /// For texts with other than ASCII: the code points before every 64th byte.
    table: Vec<u32>,
}

impl<'t> Points<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut table = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for (index, byte) in text.bytes().enumerate() {
                if index % 64 == 0 {
                    table.push(count);
                }
                count += u32::from(byte & 0xc0 != 0x80);
            }
        }
        Self { text, table }
    }

    fn at(&self, byte: usize) -> u32 {
        if self.table.is_empty() {
            return byte as u32;
        }
        let block = (byte / 64).min(self.table.len() - 1);
        let rest = &self.text.as_bytes()[block * 64..byte];
        self.table[block] + rest.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32
    }

    pub(super) fn evidence(&self, span: &Range<usize>) -> Evidence {
        Evidence::new(self.at(span.start), self.at(span.end))
    }
}
