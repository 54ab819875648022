//! Writes the triples that oxjsonld finds in a file of JSON-LD as N-Quads, for comparing with other processors.
//!
//! ```text
//! cargo run --example triples -- records.jsonld > records.nq
//! ```

use std::error::Error;
use std::io::{self, BufWriter, Write as _};

use oxjsonld::JsonLdParser;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected the name of a file of JSON-LD")?;
    let bytes = std::fs::read(path)?;
    let mut out = BufWriter::new(io::stdout().lock());
    // Without a loader of contexts, none is loaded.
    for quad in JsonLdParser::new().for_slice(&bytes) {
        writeln!(out, "{} .", quad?)?;
    }
    out.flush()?;
    Ok(())
}
