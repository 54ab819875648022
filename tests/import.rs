//! Files that others wrote, or broke, or wrote to do harm: each fault is a finding in its place.

use std::time::Instant;

use chancery::diagnostic::Locate as _;
use chancery::export::{Format, Layout, Writer};
use chancery::import::{self, Reading};

use crate::random;

fn read(format: Format, bytes: &[u8]) -> Reading {
    let mut all = Reading::default();
    for chunk in import::chunks("file", format, bytes) {
        let reading = chunk.expect("memory can be read").read();
        all.items.extend(reading.items);
        all.diagnostics.extend(reading.diagnostics);
    }
    all
}

/// Code, line and column of each finding.
fn findings(reading: &Reading) -> Vec<(&'static str, usize, usize)> {
    let place = |d: &chancery::Diagnostic| d.location.position.unwrap_or_default();
    reading.diagnostics.iter().map(|d| (d.code.as_str(), place(d).0, place(d).1)).collect()
}

#[test]
fn one_record_an_array_and_an_envelope_are_read_and_places_are_known() {
    let file = "{\"$schema\": \"x\",\n \"readouts\": [\n  {\"é\": 1, \"a\": [true,\n {\"b\": 2}]},\n  {\"a\": 3}]}";
    let reading = read(Format::Json, file.as_bytes());
    assert!(reading.diagnostics.is_empty());
    let [first, second] = &reading.items[..] else { panic!("two records") };
    assert_eq!(first.origin.locate(""), Some((3, 3)));
    assert_eq!(first.origin.locate("/a"), Some((3, 17)));
    assert_eq!(first.origin.locate_key("/a"), Some((3, 12)));
    assert_eq!(first.origin.locate("/a/1/b"), Some((4, 8)));
    assert_eq!(first.origin.locate("/zz"), None);
    assert_eq!(second.origin.pointer("/a"), "/readouts/1/a");
    assert_eq!(second.origin.locate("/a"), Some((5, 9)));
    assert_eq!(second.origin.line(5, 3), Some(("  {\"a\": 3}]}".into(), 3)));

    let array = read(Format::Json, b"[{}, 7]");
    assert_eq!(array.items.len(), 2);
    assert_eq!(array.items[1].origin.locate(""), Some((1, 6)));
    assert_eq!(array.items[1].origin.pointer(""), "/1");
    assert_eq!(read(Format::Json, b"\xEF\xBB\xBF{\"id\": 1}").items.len(), 1);
}

#[test]
fn a_broken_line_does_not_stop_the_others() {
    let reading = read(
        Format::Ndjson,
        b"{\"a\": 1}\n\n{\"a\": \r\n{\"a\": NaN}\n{\"a\": \"\xFF\"}\n{\"a\":\n2}\n  {\"b\": 3}",
    );
    assert_eq!(
        findings(&reading),
        [
            ("malformed-json", 3, 6),
            ("malformed-json", 4, 7),
            ("malformed-json", 5, 8),
            ("malformed-json", 6, 5),
            ("malformed-json", 7, 2),
        ]
    );
    assert_eq!(reading.items.len(), 2);
    assert_eq!(reading.items[1].origin.locate("/b"), Some((8, 9)));
    assert_eq!(reading.items[1].origin.line(8, 3), Some(("  {\"b\": 3}".into(), 3)));
}

#[test]
fn a_key_that_stands_twice_is_found_and_only_its_record_left_out() {
    let file = "{\"readouts\": [{\"a\": {\"b\": 1,\n\"\\u0062\": 2}}, {\"a\": 1}]}";
    let reading = read(Format::Json, file.as_bytes());
    assert_eq!(findings(&reading), [("duplicate-key", 2, 1)]);
    assert_eq!(reading.diagnostics[0].location.pointer.as_deref(), Some("/readouts/0/a/b"));
    assert_eq!(reading.items.len(), 1);
    assert_eq!(reading.items[0].origin.pointer(""), "/readouts/1");
    let around = read(Format::Json, b"{\"readouts\": [{}], \"readouts\": [{}]}");
    assert_eq!((findings(&around).len(), around.items.len()), (1, 0));
}

#[test]
fn what_stands_around_the_records_is_checked() {
    let reading = read(Format::Json, b"{\"readouts\": [{}], \"note\": 1}");
    assert_eq!(findings(&reading), [("malformed-envelope", 1, 20)]);
    assert_eq!(reading.items.len(), 1);
    assert_eq!(findings(&read(Format::Json, b"{\"readouts\": 1}")), [("malformed-envelope", 1, 2)]);
    assert_eq!(read(Format::Json, b" \n").diagnostics[0].code.as_str(), "empty-input");
    assert_eq!(read(Format::Xml, b" \n").diagnostics[0].code.as_str(), "empty-input");
}

#[test]
fn json_made_to_do_harm_is_a_finding_in_bounded_time() {
    let start = Instant::now();
    let key = "k".repeat(10_000_000);
    for (file, code) in [
        ("[".repeat(100_000), "nested-too-deep"),
        ("{\"a\":".repeat(100_000), "nested-too-deep"),
        ("\"\\ud800\"".to_owned(), "malformed-json"),
        ("{\"a\": Infinity}".to_owned(), "malformed-json"),
        ("{\"a\": 1e999}".to_owned(), "malformed-json"),
        (format!("{{\"{key}\": 1, \"{key}\": 2}}"), "duplicate-key"),
    ] {
        let reading = read(Format::Json, file.as_bytes());
        assert_eq!(reading.items.len(), 0, "{code}");
        assert_eq!(reading.diagnostics[0].code.as_str(), code);
        assert!(reading.diagnostics[0].message.len() < 1000);
    }
    let one = read(Format::Json, format!("{{\"{key}\": 1}}").as_bytes());
    assert_eq!(one.items[0].origin.locate(&format!("/{key}")), Some((1, 10_000_006)));
    assert!(start.elapsed().as_secs() < 20);
}

fn xml(inner: &str) -> String {
    format!("<readouts xmlns=\"https://w3id.org/chancery/xml/0.1\">\n{inner}\n</readouts>")
}

#[test]
fn xml_made_to_do_harm_is_a_finding() {
    let bomb =
        "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n";
    let external = "<!DOCTYPE r SYSTEM \"http://example.org/r.dtd\">";
    for (file, code, line) in [
        (
            format!("{bomb}{}", xml("<readout><source><title>&b;</title></source></readout>")),
            "xml-doctype",
            1,
        ),
        (format!("{external}{}", xml("")), "xml-doctype", 1),
        (xml("<readout><source><title>&b;</title></source></readout>"), "malformed-xml", 2),
        (xml("<readout><source><title>&#0;</title></source></readout>"), "malformed-xml", 2),
        (xml("<readout><source><title>&#xD800;</title></source></readout>"), "malformed-xml", 2),
        (xml("<readout><source><title>\u{1}</title></source></readout>"), "malformed-xml", 2),
        (xml("<readout><source><title>a]]>b</title></source></readout>"), "malformed-xml", 2),
        (xml("<readout id=\"a<b\"/>"), "malformed-xml", 2),
        (xml("<readout id=\"a\" id=\"b\"/>"), "malformed-xml", 2),
        (xml("<readout id='a'a='b'/>"), "malformed-xml", 2),
        (format!("<?xml encoding=\"UTF-8\" version=\"1.0\"?>{}", xml("")), "malformed-xml", 1),
        (xml("<readout>"), "malformed-xml", 3),
        (xml("<readout></readouts>"), "malformed-xml", 2),
        (xml("") + "<readouts/>", "malformed-xml", 3),
        (xml("") + "x", "malformed-xml", 3),
        (xml(&"<x>".repeat(100_000)), "malformed-xml", 3),
        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n".to_owned() + &xml(""), "malformed-xml", 1),
        ("<html/>".to_owned(), "xml-structure", 1),
    ] {
        let reading = read(Format::Xml, file.as_bytes());
        let shown: String = file.chars().take(200).collect();
        assert_eq!(reading.items.len(), 0, "{shown}");
        let found: Vec<_> = findings(&reading).iter().map(|f| (f.0, f.1)).collect();
        assert!(found.contains(&(code, line)), "{shown}: {:?}", reading.diagnostics);
    }
}

#[test]
fn names_of_any_length_are_cut_in_messages() {
    let long = "n".repeat(10_000_000);
    for file in [
        format!("<{long}/>"),
        xml(&format!("<{long}/>")),
        xml(&format!("<{long}>")),
        xml(&format!("<readout><source><title {long}='1'>&{long};</title></source></readout>")),
        format!("{{\"readouts\": [], \"{long}\": 1}}"),
    ] {
        let format = if file.starts_with('<') { Format::Xml } else { Format::Json };
        let reading = read(format, file.as_bytes());
        assert!(!reading.diagnostics.is_empty());
        for found in reading.diagnostics {
            assert!(format!("{found:?}").len() < 2000, "{:.500}", found.message);
        }
    }
}

#[test]
fn xml_laid_out_otherwise_than_the_xsd_says_is_a_finding() {
    for inner in [
        "<readout>stray</readout>",
        "<readout><source><dateline>b</dateline><title>a</title></source></readout>",
        "<readout><source><title>a</title><title>b</title></source></readout>",
        "<readout><source><id>a</id></source></readout>",
        "<readout><source title=\"a\"/></readout>",
        "<readout><source><title lang=\"en\">a</title></source></readout>",
        "<readout><source><title><b>a</b></title></source></readout>",
        "<readout><statement><speaker/></statement></readout>",
        "<readout><statement><speaker ref=\"a\">b</speaker></statement></readout>",
        "<readout><source xmlns=\"urn:other\"/></readout>",
        "<note/>",
    ] {
        let reading = read(Format::Xml, xml(inner).as_bytes());
        assert_eq!(reading.diagnostics.len(), 1, "{inner}: {:?}", reading.diagnostics);
        assert_eq!(findings(&reading)[0].0, "xml-structure", "{inner}");
        assert_eq!(findings(&reading)[0].1, 2, "{inner}");
        assert_eq!(reading.items.len(), 0, "{inner}");
    }
}

#[test]
fn xml_in_other_spellings_of_the_same_document_is_read() {
    let record = random::record(&[]);
    let mut writer = Writer::new(Format::Xml, Layout::Pretty, Vec::new());
    writer.write(&random::valid(record.clone())).expect("memory takes all");
    let written = String::from_utf8(writer.finish().expect("memory takes all")).expect("UTF-8");
    let prefixed = written
        .replace("</", "</c:")
        .replace('<', "<c:")
        .replace("<c:/c:", "</c:")
        .replace("<c:?", "<?")
        .replace("xmlns=", "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"x y\" xmlns:c=");
    let commented =
        written.replace("<source", "<!-- a & b --><?tool x?><source").replace('\n', "\r\n");
    let cdata = written.replace("<title>", "<title><![CDATA[").replace("</title>", "]]></title>");
    for file in [&written, &prefixed, &commented, &cdata] {
        let reading = read(Format::Xml, file.as_bytes());
        assert!(reading.diagnostics.is_empty(), "{:?}\n{file}", reading.diagnostics);
        let value = reading.items[0].value.clone();
        assert_eq!(serde_json::from_value::<chancery::Readout>(value).expect("a record"), record);
        let origin = &reading.items[0].origin;
        let (line, column) = origin.locate("/source/text_kept").expect("an attribute");
        let text = file.lines().nth(line - 1).unwrap_or_default();
        assert_eq!(text.chars().skip(column - 1).take(9).collect::<String>(), "text_kept");
    }
}

#[test]
fn keys_that_xml_files_add_are_left_for_validation_to_name() {
    let inner = "<readout nam=\"x\"><soruce/><statement><speaker ref=\"a\"/><speaker ref=\"b\"/></statement></readout>";
    let reading = read(Format::Xml, xml(inner).as_bytes());
    assert_eq!(reading.items[0].value["nam"], "x");
    assert!(reading.items[0].value.get("soruce").is_some());
    assert_eq!(reading.items[0].origin.locate("/soruce"), Some((2, 18)));
    assert_eq!(reading.items[0].origin.locate("/statements/0/speakers/1"), Some((2, 56)));
    assert_eq!(reading.items[0].value["statements"][0]["targets"], serde_json::json!([]));
}

#[test]
fn the_format_is_told_by_name_and_content() {
    assert_eq!(import::format("a/b.jsonl", b"{"), Some(Format::Ndjson));
    assert_eq!(import::format("-", b"  <readouts"), Some(Format::Xml));
    assert_eq!(import::format("-", b"{\"id\": 1}\n{\"id\": 2}\n"), Some(Format::Ndjson));
    assert_eq!(import::format("-", b"{\"id\": 1, \"events\": [{\"id\": "), Some(Format::Ndjson));
    assert_eq!(import::format("-", b"{\n\"id\": 1}"), Some(Format::Json));
    assert_eq!(import::format("-", b"{\"readouts\": [\n{}\n]}"), Some(Format::Json));
    assert_eq!(import::format("-", b"{\"@context\": {"), Some(Format::Jsonld));
    assert_eq!(import::format("readout.txt", b"The President met"), None);
    assert_eq!(import::records_format(b"{\"text\": \"x\"}\n{\"text\": \"y\"}"), None);
    assert_eq!(import::records_format(b"<html>"), None);
    assert_eq!(import::records_format(xml("").as_bytes()), Some(Format::Xml));
}
