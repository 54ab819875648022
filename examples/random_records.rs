//! Writes random valid records that exercise every field, the same ones each time, for trying other tools on them.
//!
//! ```text
//! cargo run --example random_records -- 200 > records.ndjson
//! cargo run --example random_records -- 200 xml > records.xml
//! ```

use std::error::Error;
use std::io;

use chancery::export::{Format, Layout, Writer};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

#[path = "../tests/random.rs"]
mod random;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().map_or(Ok(200), |count| count.parse())?;
    let format = arguments.next().map_or(Ok(Format::Ndjson), |format| format.parse())?;
    let mut runner = TestRunner::deterministic();
    let mut writer = Writer::new(format, Layout::Pretty, io::stdout().lock());
    for _ in 0..count {
        let record = random::records().new_tree(&mut runner).map_err(|r| r.to_string())?.current();
        writer.write(&random::valid(record))?;
    }
    let _stdout = writer.finish()?;
    Ok(())
}
