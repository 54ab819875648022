//! Document to record.

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::record::Readout;

/// Converts one document.
#[must_use]
pub fn convert(document: &Document, lexicon: &Lexicon) -> (Readout, Vec<Diagnostic>) {
    let _ = (document, lexicon);
    unreachable!()
}
