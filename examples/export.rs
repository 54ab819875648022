//! Records in one format in, the same in another out: `cargo run --example export > readouts.xml`.

use std::fs::File;
use std::io::{self, BufReader};

use chancery::export::{Format, Layout, Writer};
use chancery::{import, validate};

fn main() -> io::Result<()> {
    let name = "examples/records/readouts.ndjson";
    let mut writer = Writer::new(Format::Xml, Layout::Pretty, io::stdout().lock());
    for chunk in import::chunks(name, Format::Ndjson, BufReader::new(File::open(name)?)) {
        for item in chunk?.read().items {
            // Only what passed validation can be written.
            if let Some(record) = validate::value(item.value).valid {
                writer.write(&record)?;
            }
        }
    }
    drop(writer.finish()?);
    Ok(())
}
