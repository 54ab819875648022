//! Records in, one XML 1.0 document out, described by `readouts.xsd`.

use std::io;

use super::Layout;
use crate::record::Readout;

/// Opens the document.
pub(super) fn begin(out: &mut Vec<u8>, _: Layout) {
    out.extend_from_slice(b"<readouts>\n");
}

/// Refuses: this format is not written yet.
pub(super) fn record(_: &mut Vec<u8>, _: &Readout, _: usize, _: Layout) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "XML is not written yet"))
}

/// Closes the document.
pub(super) fn end(out: &mut Vec<u8>, _: usize, _: Layout) {
    out.extend_from_slice(b"</readouts>\n");
}
