//! Files of records in, the number read by types that typify made of the open schema and written back unchanged out.

use std::error::Error;

use serde_json::Value;

typify::import_types!(schema = "../../../schemas/readout.schema.json");

fn main() -> Result<(), Box<dyn Error>> {
    let mut records = 0;
    for path in std::env::args().skip(1) {
        for line in std::fs::read_to_string(path)?.lines() {
            let record: Value = serde_json::from_str(line)?;
            let read: Readout = serde_json::from_str(line)?;
            let written = serde_json::to_value(&read)?;
            if written != record {
                return Err(format!("changed: {written:.1000} was {record:.1000}").into());
            }
            records += 1;
        }
    }
    let other = std::fs::read_to_string(std::env::args().last().ok_or("no file")?)?
        .replace("\"act\":\"support\"", "\"act\":\"sing\"");
    if other.lines().all(|line| serde_json::from_str::<Readout>(line).is_ok()) {
        return Err("an act that is none is read".into());
    }
    println!("typify: {records} records read and written unchanged by Rust");
    Ok(())
}
