//! Writing and reading again: every format gives the record back, and each is what tools of its kind expect.

use chancery::export::{Format, Layout, Writer};
use chancery::import;
use chancery::record::Readout;
use proptest::prelude::ProptestConfig;
use proptest::proptest;

use crate::random;

/// The formats that are lossless in this order, beginning and ending with JSON.
const ROUND: &[Format] = &[Format::Xml, Format::Jsonld, Format::Ndjson, Format::Json];

/// How many random records a property is tried on: `CHANCERY_CASES`, or 1,000.
fn cases() -> u32 {
    std::env::var("CHANCERY_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(1000)
}

fn write(format: Format, layout: Layout, records: &[Readout]) -> Vec<u8> {
    let mut writer = Writer::new(format, layout, Vec::new());
    for record in records {
        writer.write(&random::valid(record.clone())).expect("memory takes all");
    }
    writer.finish().expect("memory takes all")
}

fn read(format: Format, bytes: &[u8]) -> Vec<Readout> {
    let mut records = Vec::new();
    for chunk in import::chunks("test", format, bytes) {
        let reading = chunk.expect("memory can be read").read();
        assert!(reading.diagnostics.is_empty(), "{format}: {:?}", reading.diagnostics);
        for item in reading.items {
            records.push(serde_json::from_value(item.value).expect("the value is a record"));
        }
    }
    records
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_record_survives_all_formats(record in random::records(), compact in proptest::bool::ANY) {
        let layout = if compact { Layout::Compact } else { Layout::Pretty };
        let mut current = vec![record];
        let json = write(Format::Json, layout, &current);
        for format in ROUND {
            current = read(*format, &write(*format, layout, &current));
        }
        assert_eq!(write(Format::Json, layout, &current), json);
    }
}

#[test]
fn the_records_that_are_tried_have_every_key() {
    let schema = chancery::schema::open();
    let mut missing: Vec<String> = schema["$defs"]
        .as_object()
        .into_iter()
        .flatten()
        .flat_map(|(_, definition)| definition["properties"].as_object().into_iter().flatten())
        .chain(schema["properties"].as_object().into_iter().flatten())
        .map(|(key, _)| format!("\"{key}\":"))
        .collect();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..200 {
        use proptest::strategy::{Strategy as _, ValueTree as _};
        let record = random::records().new_tree(&mut runner).expect("a record").current();
        let json = serde_json::to_string(&record).expect("a record is JSON");
        missing.retain(|key| !json.contains(key.as_str()));
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn a_file_that_was_not_finished_is_noticed_and_one_that_was_interrupted_is_whole() {
    let record = random::valid(random::record(&[]));
    for format in [Format::Json, Format::Jsonld, Format::Xml] {
        let mut partial = Vec::new();
        let mut writer = Writer::new(format, Layout::Pretty, &mut partial);
        writer.write(&record).expect("memory takes all");
        drop(writer);
        let reading = import::chunks("partial", format, &*partial)
            .map(|chunk| chunk.expect("memory can be read").read())
            .next()
            .expect("a file is one chunk");
        assert!(!reading.diagnostics.is_empty(), "{format}");
        let empty = write(format, Layout::Pretty, &[]);
        assert_eq!(read(format, &empty), []);
    }
}

#[test]
fn a_character_that_xml_cannot_hold_is_refused_and_the_rest_is_written() {
    let good = random::record(&[]);
    let mut bad = good.clone();
    bad.source.title = Some("a\u{1}b".to_owned());
    let mut writer = Writer::new(Format::Xml, Layout::Pretty, Vec::new());
    writer.write(&random::valid(good.clone())).expect("memory takes all");
    let error = writer.write(&random::valid(bad)).expect_err("U+0001 is not in XML 1.0");
    assert!(error.to_string().contains("U+0001"), "{error}");
    let written = writer.finish().expect("memory takes all");
    assert_eq!(read(Format::Xml, &written), [good]);
}

#[test]
fn json_stands_in_an_envelope_that_names_its_schema() {
    let json = write(Format::Json, Layout::Pretty, &[random::record(&[])]);
    let value: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(value["$schema"], chancery::schema::envelope()["$id"]);
    assert_eq!(value["readouts"].as_array().map(Vec::len), Some(1));
    let lines = write(Format::Ndjson, Layout::Pretty, &[random::record(&[]), random::record(&[7])]);
    assert_eq!(String::from_utf8_lossy(&lines).lines().count(), 2);
}

#[test]
fn a_format_is_known_by_name_and_extension() {
    for format in Format::ALL {
        assert_eq!(format.name().parse::<Format>().expect("a name"), *format);
        assert_eq!(Format::from_extension(format.extension()), Some(*format));
    }
    let error = "yaml".parse::<Format>().expect_err("no format");
    assert!(error.to_string().contains("json, ndjson, jsonld, xml"), "{error}");
}
