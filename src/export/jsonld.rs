//! Records in, one JSON-LD 1.1 document out.

use std::io;

use super::Layout;
use crate::record::Readout;

/// Opens the document.
pub(super) fn begin(out: &mut Vec<u8>, layout: Layout) {
    super::json::begin(out, layout);
}

/// Refuses: this format is not written yet.
pub(super) fn record(_: &mut Vec<u8>, _: &Readout, _: usize, _: Layout) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "JSON-LD is not written yet"))
}

/// Closes the document.
pub(super) fn end(out: &mut Vec<u8>, records: usize, layout: Layout) {
    super::json::end(out, records, layout);
}
