//! Each stage over the example readouts: bytes in, time a byte of input out. `cargo bench --bench stages`.

use std::fs;
use std::path::Path;

use chancery::convert::convert;
use chancery::document::{Document, documents};
use chancery::export::{Format, Layout, Writer};
use chancery::lexicon::Lexicon;
use chancery::source::{self, Given, Page};
use chancery::{Readout, Valid, import, validate};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The example readouts: name and bytes.
fn inputs() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/readouts");
    let mut inputs: Vec<_> = fs::read_dir(folder)
        .expect("the examples are there")
        .map(|entry| entry.expect("the examples are readable").path())
        .filter(|path| !path.ends_with("README.md") && !path.ends_with(".ignore"))
        .map(|path| (path.display().to_string(), fs::read(&path).expect("an example is readable")))
        .collect();
    inputs.sort();
    inputs
}

fn pages() -> Vec<Page> {
    let given = Given::default();
    inputs().iter().flat_map(|(name, bytes)| source::read(name, bytes, &given).pages).collect()
}

fn all_documents() -> Vec<Document> {
    pages().into_iter().flat_map(documents).collect()
}

fn records() -> Vec<Readout> {
    all_documents().iter().map(|document| convert(document, Lexicon::english())).collect()
}

fn valid() -> Vec<Valid> {
    records().into_iter().filter_map(|record| validate::readout(record).valid).collect()
}

fn written(format: Format) -> Vec<u8> {
    let mut writer = Writer::new(format, Layout::Compact, Vec::new());
    for record in valid() {
        writer.write(&record).expect("memory takes all");
    }
    writer.finish().expect("memory takes all")
}

/// Bytes of text in the documents.
fn text_bytes() -> BytesCount {
    BytesCount::new(all_documents().iter().map(|document| document.text.len()).sum::<usize>())
}

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let (inputs, given) = (inputs(), Given::default());
    let bytes: usize = inputs.iter().map(|(_, bytes)| bytes.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for (name, bytes) in &inputs {
            black_box(source::read(name, bytes, &given));
        }
    });
}

#[divan::bench]
fn split_into_documents(bencher: Bencher<'_, '_>) {
    bencher
        .counter(text_bytes())
        .with_inputs(pages)
        .bench_values(|pages| pages.into_iter().flat_map(documents).collect::<Vec<_>>());
}

#[divan::bench]
fn convert_documents(bencher: Bencher<'_, '_>) {
    let (documents, lexicon) = (all_documents(), Lexicon::english());
    bencher
        .counter(text_bytes())
        .bench(|| documents.iter().map(|document| convert(document, lexicon)).collect::<Vec<_>>());
}

#[divan::bench]
fn validate_records(bencher: Bencher<'_, '_>) {
    bencher
        .counter(text_bytes())
        .with_inputs(records)
        .bench_values(|records| records.into_iter().map(validate::readout).collect::<Vec<_>>());
}

#[divan::bench(args = Format::ALL)]
fn write(bencher: Bencher<'_, '_>, format: Format) {
    let records = valid();
    bencher.counter(BytesCount::new(written(format).len())).bench(|| {
        let mut writer = Writer::new(format, Layout::Compact, Vec::new());
        for record in &records {
            writer.write(record).expect("memory takes all");
        }
        writer.finish()
    });
}

#[divan::bench(args = Format::ALL)]
fn read_records(bencher: Bencher<'_, '_>, format: Format) {
    let bytes = written(format);
    bencher.counter(BytesCount::new(bytes.len())).bench(|| {
        import::chunks("records", format, &bytes[..])
            .map(|chunk| chunk.expect("memory is readable").read().items.len())
            .sum::<usize>()
    });
}
