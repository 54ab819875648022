//! Any bytes in, a panic where a promise is broken: one function a reader, an importer, EDTF dates and the converter.
//!
//! `fuzz/run` drives them with libFuzzer; the main test suite with the fixtures, earlier findings and changed fixtures.
#![allow(dead_code, reason = "every driver uses the functions that it needs")]

use chancery::convert::convert as convert_document;
use chancery::diagnostic::Severity;
use chancery::document::{Document, documents};
use chancery::export::{Encoded, Format, Layout};
use chancery::lexicon::Lexicon;
use chancery::record::{Date, TextKept};
use chancery::source::{self, Archive, Given, LARGEST, Line, Member, Page, Reading};
use chancery::{Valid, import, validate};

/// A function that takes any bytes.
pub(crate) type Target = fn(&[u8]);

/// All functions, by name.
pub(crate) const TARGETS: &[(&str, Target)] = &[
    ("text", text),
    ("html", html),
    ("markdown", markdown),
    ("ndjson", ndjson),
    ("warc", warc),
    ("unpack", unpack),
    ("import_json", import_json),
    ("import_ndjson", import_ndjson),
    ("import_jsonld", import_jsonld),
    ("import_xml", import_xml),
    ("edtf", edtf),
    ("convert", convert),
];

pub(crate) fn text(bytes: &[u8]) {
    read("page.txt", bytes);
}

pub(crate) fn html(bytes: &[u8]) {
    read("page.html", bytes);
}

pub(crate) fn markdown(bytes: &[u8]) {
    read("page.md", bytes);
}

pub(crate) fn ndjson(bytes: &[u8]) {
    read("stream.ndjson", bytes);
    // The same by lines, as streams are read.
    let (mut stream, mut line, mut pages) = (bytes, Vec::new(), 0);
    for number in 1.. {
        line.clear();
        match source::take_line(&mut stream, LARGEST, &mut line).unwrap() {
            Line::End => break,
            Line::TooLong(_) => panic!("no input of a fuzzer is so long"),
            Line::Read(_) => {
                let reading = source::read_line("stream.ndjson", number, &line, &Given::default());
                pages += reading.pages.len();
                assert!(reading.pages.len() <= 1, "a line is one page");
            }
        }
    }
    assert!(pages <= bytes.len());
}

pub(crate) fn warc(bytes: &[u8]) {
    let mut archive = Archive::new(bytes);
    let mut whole = true;
    let (mut pages, mut count) = (Vec::new(), 0);
    loop {
        match archive.next_member() {
            Ok(Some(Member::Capture(capture))) => {
                count += 1;
                let reading = source::read_capture("a.warc", &capture, &Given::default());
                pages.extend(judged(reading));
            }
            Ok(Some(Member::Finding(_))) => count += 1,
            Ok(None) => break,
            Err(_) => {
                whole = false;
                break;
            }
        }
        let (offset, number) = archive.position();
        assert!(offset <= bytes.len() as u64 && count <= number);
    }
    assert!(!whole || archive.position().0 == bytes.len() as u64, "read to the end");
    pages.into_iter().for_each(split);
}

pub(crate) fn unpack(bytes: &[u8]) {
    use std::io::Read as _;
    let Ok((stream, packed)) = source::unpack(std::io::Cursor::new(bytes.to_vec())) else { return };
    let mut out = Vec::new();
    let read = stream.take(1 << 20).read_to_end(&mut out);
    assert!(packed || read.is_ok() && out == bytes);
}

pub(crate) fn import_json(bytes: &[u8]) {
    import(Format::Json, bytes);
}

pub(crate) fn import_ndjson(bytes: &[u8]) {
    import(Format::Ndjson, bytes);
}

pub(crate) fn import_jsonld(bytes: &[u8]) {
    import(Format::Jsonld, bytes);
}

pub(crate) fn import_xml(bytes: &[u8]) {
    import(Format::Xml, bytes);
}

pub(crate) fn edtf(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    if let Ok(date) = text.parse::<Date>() {
        assert_eq!(date.to_string(), text, "a date has one form");
    }
}

pub(crate) fn convert(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for page in judged(source::read("page.txt", text.as_bytes(), &Given::default())) {
        documents(page).iter().for_each(convert_one);
    }
}

fn convert_one(document: &Document) {
    let record = convert_document(document, Lexicon::english());
    let verdict = validate::readout(record);
    let Some(valid) = verdict.valid else {
        panic!("a record of ours is not valid: {:?}", verdict.findings)
    };
    assert_eq!(valid.get().source.text.as_deref(), Some(document.text.as_str()));
    round_trips(&valid);
    for kept in [TextKept::Quotes, TextKept::None] {
        let mut record = valid.get().clone();
        chancery::export::reduce(&mut record, kept);
        let verdict = validate::readout(record);
        assert!(verdict.valid.is_some(), "{kept}: {:?}", verdict.findings);
    }
}

/// Reads an input and checks what came of it.
fn read(name: &str, bytes: &[u8]) {
    judged(source::read(name, bytes, &Given::default())).into_iter().for_each(split);
}

/// The pages of a reading, in which every block lies in the text, in order.
fn judged(reading: Reading) -> Vec<Page> {
    for page in &reading.pages {
        let mut end = 0;
        for block in &page.blocks {
            assert!(page.text.get(block.span.clone()).is_some(), "{:?} is no part", block.span);
            assert!(block.span.start >= end, "blocks in order");
            end = block.span.end;
        }
    }
    reading.pages
}

/// Splits a page into documents, of which every sentence lies in the text, in order.
fn split(page: Page) {
    for document in documents(page) {
        let mut end = 0;
        for sentence in &document.sentences {
            let words = document.text.get(sentence.span.clone());
            assert!(words.is_some_and(|words| !words.trim().is_empty()), "{:?}", sentence.span);
            assert!(sentence.span.start >= end, "sentences in order");
            end = sentence.span.end;
        }
    }
}

/// Reads records, judges them, and writes and reads again those that are valid.
fn import(format: Format, bytes: &[u8]) {
    for chunk in import::chunks("records", format, bytes) {
        let reading = chunk.unwrap().read();
        for finding in &reading.diagnostics {
            assert!(finding.location.file.is_some(), "{finding:?}");
        }
        for item in reading.items {
            let verdict = validate::value(item.value);
            let errors = verdict.findings.iter().any(|found| found.severity() == Severity::Error);
            assert_ne!(errors, verdict.valid.is_some(), "an error or a record");
            for finding in verdict.findings {
                let placed = finding.within("records", "", &item.origin);
                assert!(placed.location.pointer.is_some());
            }
            if let Some(valid) = verdict.valid {
                round_trips(&valid.sorted());
            }
        }
    }
}

/// A record that every format that can hold it gives back unchanged.
fn round_trips(record: &Valid) {
    let value = serde_json::to_value(record.get()).unwrap();
    for format in Format::ALL.iter().copied() {
        let mut writer = chancery::export::Writer::new(format, Layout::Compact, Vec::new());
        match Encoded::new(format, Layout::Compact, record) {
            Ok(encoded) => writer.write_encoded(&encoded).unwrap(),
            Err(_) => continue,
        }
        let bytes = writer.finish().unwrap();
        let mut items = Vec::new();
        for chunk in import::chunks("records", format, &bytes[..]) {
            let reading = chunk.unwrap().read();
            assert_eq!(reading.diagnostics, [], "{format}");
            items.extend(reading.items);
        }
        assert_eq!(items.len(), 1, "{format}");
        assert_eq!(items[0].value, value, "{format}");
    }
}
