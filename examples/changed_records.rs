//! Writes records with one thing changed each and what the schemas say of them, for asking other validators the same.
//!
//! Each line is `{"open": …, "strict": …, "record": …}`: whether the record is valid under each schema.
//!
//! ```text
//! cargo run --example changed_records -- tests/fixtures/invalid/*.json > changed.ndjson
//! ```

use std::error::Error;
use std::fs;
use std::io::{self, BufWriter, Write as _};

use chancery::schema;
use serde_json::{Value, json};

#[path = "../tests/mutants.rs"]
mod mutants;

fn main() -> Result<(), Box<dyn Error>> {
    let open = jsonschema::validator_for(&schema::open())?;
    let strict = jsonschema::validator_for(&schema::strict())?;
    let mut records = mutants::mutants(&serde_json::from_str(schema::EXAMPLE)?);
    for path in std::env::args().skip(1) {
        let record: Value = serde_json::from_slice(&fs::read(path)?)?;
        records.push(record);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for record in records {
        let line = json!({
            "open": open.is_valid(&record),
            "strict": strict.is_valid(&record),
            "record": record,
        });
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(())
}
