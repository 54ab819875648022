//! A web page in, a page out: main content rendered to blocks, metadata from its head.

use super::{Input, Metadata, Reading, no_text};

/// Reads a web page.
pub(super) fn read(input: &Input<'_>, reading: &mut Reading) {
    read_with(input, Metadata::default(), reading);
}

/// Reads a web page about which a stream's member says something.
pub(super) fn read_with(input: &Input<'_>, _says: Metadata, reading: &mut Reading) {
    reading.diagnostics.push(no_text(input.name));
}
