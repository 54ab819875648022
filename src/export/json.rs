//! Records in, one JSON object out (RFC 8259): `{"$schema": …, "readouts": […]}`.

use std::io;

use super::Layout;
use crate::validate::Valid;

/// Name of the schema of the whole file.
const SCHEMA: &str = "https://w3id.org/chancery/schema/0.1/readouts.schema.json";

/// Opens the object and its array of records.
pub(super) fn begin(out: &mut Vec<u8>, layout: Layout) {
    open(out, &format!("\"$schema\":{}\"{SCHEMA}\"", colon(layout)), layout);
}

/// Appends one record: indented, or on a line of its own.
#[expect(clippy::unnecessary_wraps, reason = "all formats have the same signature")]
pub(super) fn record(out: &mut Vec<u8>, record: &Valid, layout: Layout) -> io::Result<()> {
    match layout {
        Layout::Compact => {
            out.push(b'\n');
            serde_json::to_writer(out, record.get())
                .expect("memory takes all and a record has no map");
        }
        Layout::Pretty => {
            let json = serde_json::to_vec_pretty(record.get()).expect("a record has no map");
            // No string of JSON holds a raw line break, so every one of them is layout.
            for line in json.split(|byte| *byte == b'\n') {
                out.extend_from_slice(b"\n    ");
                out.extend_from_slice(line);
            }
        }
    }
    Ok(())
}

/// Closes the array and the object.
pub(super) fn end(out: &mut Vec<u8>, records: usize, layout: Layout) {
    out.extend_from_slice(match (layout, records) {
        (Layout::Pretty, 1..) => b"\n  ]\n}\n",
        (Layout::Compact, 1..) => b"\n]}\n",
        (Layout::Pretty, 0) => b"]\n}\n",
        (Layout::Compact, 0) => b"]}\n",
    });
}

/// Opens an object with `member` (written out) and the array `readouts`.
pub(super) fn open(out: &mut Vec<u8>, member: &str, layout: Layout) {
    let (line, indent) = match layout {
        Layout::Pretty => ("\n", "  "),
        Layout::Compact => ("", ""),
    };
    let colon = colon(layout);
    let head = format!("{{{line}{indent}{member},{line}{indent}\"readouts\":{colon}[");
    out.extend_from_slice(head.as_bytes());
}

const fn colon(layout: Layout) -> &'static str {
    match layout {
        Layout::Pretty => " ",
        Layout::Compact => "",
    }
}
