//! Writes records with one thing changed each and what chancery says of them, for asking other validators the same.
//!
//! Each line is `{"open": …, "strict": …, "record": …}`: whether the record is valid under each schema. `chancery validate`
//! says the same as the strict one, or else this fails.
//!
//! ```text
//! cargo run --example changed_records -- tests/fixtures/invalid/*.json > changed.ndjson
//! ```

use std::error::Error;
use std::fs;
use std::io::{self, BufWriter, Write as _};

use chancery::diagnostic::{Code, Severity};
use chancery::{schema, validate};
use serde_json::{Value, json};

#[path = "../tests/mutants.rs"]
mod mutants;

const VERSIONS: [Code; 2] = [Code::NewerVersion, Code::UnsupportedVersion];

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
        let findings = validate::value(record.clone()).findings;
        // Another version's records are of another schema.
        if findings.iter().any(|finding| VERSIONS.contains(&finding.code)) {
            continue;
        }
        let line = json!({
            "open": open.is_valid(&record),
            "strict": strict.is_valid(&record),
            "record": record,
        });
        // What the schema allows, only integrity rules may find fault with.
        let agrees = if line["strict"] == true {
            findings.iter().all(|f| validate::integrity_codes().any(|code| code == f.code))
        } else {
            findings.iter().any(|finding| finding.severity() == Severity::Error)
        };
        if !agrees {
            return Err(format!("the schema disagrees with {findings:?} about {line}").into());
        }
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(())
}
