//! A file of records in, findings out: `cargo run --example validate [FILE]`.
#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::fs::File;
use std::io::{self, BufReader};

use chancery::diagnostic::{Report, Style};
use chancery::{export::Format, import, validate};

fn main() -> io::Result<()> {
    let name =
        std::env::args().nth(1).unwrap_or_else(|| "examples/records/readouts.ndjson".to_owned());
    let format = import::format(&name, b"").unwrap_or(Format::Json);

    // Keeps at most 100 findings; all are counted.
    let mut report = Report::new(Some(100));
    for chunk in import::chunks(&name, format, BufReader::new(File::open(&name)?)) {
        let reading = chunk?.read();
        report.extend(reading.diagnostics);
        for item in reading.items {
            let findings = validate::value(item.value).findings;
            // Findings point into the record; its origin tells where in the file that is.
            let origin = &item.origin;
            report.record(
                findings.into_iter().map(|one| one.within(&name, &origin.pointer(""), origin)),
            );
        }
    }
    println!("{}", report.summary());
    report.write(Style::Concise, false, &mut io::stdout())
}
