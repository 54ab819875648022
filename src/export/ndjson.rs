//! Records in, one line of JSON each out; the format for streams.

use std::io;

use super::Layout;
use crate::validate::Valid;

/// Nothing stands before the first record.
pub(super) const fn begin(_: &mut Vec<u8>, _: Layout) {}

/// Appends one record as a line; a string of JSON holds no raw line break.
#[expect(clippy::unnecessary_wraps, reason = "all formats have the same signature")]
pub(super) fn record(out: &mut Vec<u8>, record: &Valid, _: Layout) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record.get())
        .expect("memory takes all and a record has no map");
    out.push(b'\n');
    Ok(())
}

/// Nothing stands after the last record.
pub(super) const fn end(_: &mut Vec<u8>, _: usize, _: Layout) {}
