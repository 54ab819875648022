//! What a record may hold: every fault has a fixture that raises its code and nothing else, and says so in words.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use chancery::Readout;
use chancery::diagnostic::{Code, Severity};
use chancery::export::Format;
use chancery::import;
use chancery::validate;
use serde_json::{Value, json};

use crate::bless::current;
use crate::records::{bare, minimal, quoted, sample, seal};

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder)
}

fn json(readout: &Readout) -> Value {
    serde_json::to_value(readout).unwrap()
}

fn pretty(value: &Value) -> String {
    format!("{}\n", serde_json::to_string_pretty(value).unwrap())
}

#[test]
fn valid_records_raise_nothing() {
    let records = [
        ("minimal", minimal()),
        ("sample", sample()),
        ("quotes", quoted(sample())),
        ("no-text", bare(sample())),
        ("empty-text", edited(minimal(), |record| record.source.text = Some(String::new()))),
        ("withdrawn-code", {
            // Zaire became the Democratic Republic of the Congo in 1997.
            edited(sample(), |record| {
                record.source.published = "1990".parse().ok();
                record.events[0].date = "1990-01-01".parse().ok();
                record.events[0].place.as_mut().unwrap().country = "ZAR".parse().ok();
            })
        }),
        (
            "next-day",
            edited(sample(), |record| record.source.published = "2026-03-03".parse().ok()),
        ),
    ];
    for (name, readout) in records {
        current(&fixtures("valid").join(format!("{name}.json")), &pretty(&json(&readout)));
        let verdict = validate::readout(readout.clone());
        assert_eq!(verdict.findings, [], "{name}");
        assert_eq!(verdict.valid.unwrap().get(), &readout);
        let read = validate::value(json(&readout)).valid.unwrap();
        assert_eq!(read.get(), &readout);
    }
    assert_eq!(fs::read_dir(fixtures("valid")).unwrap().count(), 7);
}

fn edited(mut readout: Readout, edit: impl Fn(&mut Readout)) -> Readout {
    edit(&mut readout);
    seal(&mut readout);
    readout
}

/// A fixture's name, which begins with the code that it raises, and how it differs from the sample.
type Fault = (&'static str, fn(&mut Value));

const FAULTS: &[Fault] = &[
    ("unknown-key", |r| rename(&mut r["events"][0], "participants", "particpants")),
    ("unknown-key-of-ones-own", |r| r["source"]["my/note"] = "checked".into()),
    ("missing-key", |r| remove(&mut r["statements"][1], "topics")),
    ("wrong-type", |r| r["events"][0]["round"] = "2".into()),
    ("wrong-type-null", |r| r["events"][0]["mode"] = Value::Null),
    ("unknown-term", |r| r["events"][0]["type"] = "meetings".into()),
    ("unknown-term-far", |r| r["statements"][0]["act"] = "insinuate".into()),
    // Without the condition that only an anniversary has an ordinal, which follows.
    ("unknown-term-with-condition", |r| r["references"][2]["kind"] = "aniversary".into()),
    ("malformed-value-state", |r| r["events"][0]["place"]["country"] = "nor".into()),
    ("malformed-value-id", |r| r["events"][0]["participants"][0]["actor"] = "Aiko Mori".into()),
    ("malformed-value-digest", |r| {
        r["source"]["sha256"] = "d41d8cd98f00b204e9800998ecf8427e".into();
    }),
    ("malformed-date", |r| r["events"][0]["date"] = "4 March 2026".into()),
    ("out-of-range", |r| r["events"][0]["round"] = 0.into()),
    ("wrong-length", |r| r["actors"][0]["name"] = "".into()),
    ("wrong-length-evidence", |r| {
        let span = r["statements"][0]["evidence"][0].clone();
        r["statements"][0]["evidence"].as_array_mut().unwrap().push(span);
    }),
    ("repeated-value", |r| r["events"][0]["parties"] = json!(["JPN", "NOR", "NOR"])),
    ("missing-evidence", |r| r["events"][0]["participants"][1]["evidence"] = json!([])),
    ("missing-evidence-of-cue", |r| r["statements"][0]["cue_evidence"] = json!([])),
    ("unmet-condition-ordinal", |r| r["references"][0]["ordinal"] = 10.into()),
    ("unmet-condition-anniversary", |r| remove(&mut r["references"][2], "ordinal")),
    ("unmet-condition-call", |r| r["events"][0]["type"] = "call".into()),
    ("unmet-condition-speakers", |r| r["statements"][0]["speakers"] = json!([])),
    ("unsupported-version", |r| r["schema_version"] = "1.0".into()),
    ("newer-version", |r| {
        r["schema_version"] = "0.9".into();
        r["events"][0]["weather"] = "snow".into();
        reseal(r);
    }),
    ("dangling-id", |r| r["statements"][0]["speakers"] = json!(["aiko-mory"])),
    ("dangling-id-publisher", |r| r["source"]["publisher"] = "press-office".into()),
    ("dangling-id-of", |r| r["references"][2]["of"] = "reference-7".into()),
    ("wrong-kind-party", |r| {
        r["events"][0]["parties"] = json!(["JPN", "NOR", "kare-lund"]);
        r["statements"][1]["speakers"] = json!(["JPN", "NOR", "kare-lund"]);
    }),
    ("wrong-kind-event", |r| r["statements"][0]["events"] = json!(["reference-1"])),
    ("represents-chain", |r| {
        r["actors"][5]["represents"] = json!(["NOR-mfa"]);
    }),
    ("duplicate-id", |r| {
        let actor = r["actors"][5].clone();
        r["actors"].as_array_mut().unwrap().push(actor);
    }),
    ("duplicate-id-of-two-kinds", |r| {
        *r = serde_json::from_str(&r.to_string().replace("\"imo\"", "\"statement-3\"")).unwrap();
    }),
    ("malformed-id-event", |r| {
        *r = serde_json::from_str(&r.to_string().replace("event-1", "meeting-1")).unwrap();
    }),
    ("malformed-id-state", |r| {
        *r = serde_json::from_str(&r.to_string().replace("\"JPN\"", "\"japan\"")).unwrap();
        r["events"][0]["parties"] = json!(["NOR", "japan"]);
        r["statements"][1]["speakers"] = json!(["NOR", "japan"]);
    }),
    ("empty-span", |r| r["actors"][0]["evidence"] = json!([{"start": 3, "end": 3}])),
    ("span-outside-text", |r| r["references"][2]["evidence"][0]["end"] = 9000.into()),
    ("text-mismatch", |r| {
        r["statements"][2]["text"] = "Norway thanked Japan for the visit.".into();
    }),
    ("text-mismatch-bytes", |r| {
        r["statements"][2]["evidence"][0] = json!({"start": 409, "end": 443});
    }),
    ("cue-mismatch", |r| r["statements"][1]["cue"] = "decided".into()),
    ("text-kept-mismatch", |r| r["source"]["text_kept"] = "none".into()),
    ("text-kept-mismatch-quotes", |r| {
        r["source"]["text_kept"] = "quotes".into();
        remove(&mut r["source"], "text");
    }),
    ("digest-mismatch", |r| {
        let text = r["source"]["text"].as_str().unwrap().replace("hold talks", "held talks");
        r["source"]["text"] = text.into();
    }),
    ("identity-mismatch", |r| r["source"]["url"] = "https://example.org/other".into()),
    ("identity-mismatch-record", |r| r["conversion"]["version"] = "0.0.9".into()),
    ("impossible-date", |r| r["events"][0]["date"] = "2026-02-30".into()),
    ("reversed-interval", |r| r["events"][0]["date"] = "2026-03-04/2026-03-02".into()),
    ("incomplete-date", |r| remove(&mut r["events"][0], "date_basis")),
    ("incomplete-date-evidence", |r| r["events"][0]["date_evidence"] = json!([])),
    ("incomplete-date-of-reference", |r| remove(&mut r["references"][1], "date")),
    ("part-out-of-range", |r| {
        r["source"]["part"] = json!({"index": 3, "of": 2});
        reseal(r);
    }),
    ("date-after-publication", |r| {
        r["source"]["published"] = "2026-02".into();
        r["events"][0]["date"] = "2026-03-02/2026-03-04".into();
        reseal(r);
    }),
    ("unassigned-code", |r| r["events"][0]["place"]["country"] = "NRW".into()),
    ("unassigned-code-withdrawn", |r| r["events"][0]["place"]["country"] = "YUG".into()),
    ("party-missing", |r| {
        r["events"][0]["parties"] = json!(["JPN"]);
        r["statements"][1]["speakers"] = json!(["JPN"]);
    }),
    ("speaker-mismatch", |r| r["statements"][1]["speakers"] = json!(["JPN"])),
    ("speaker-mismatch-publisher", |r| r["statements"][2]["speakers"] = json!(["NOR"])),
    ("unsorted", |r| r["events"][0]["parties"] = json!(["NOR", "JPN"])),
    ("unsorted-actors", |r| r["actors"].as_array_mut().unwrap().swap(0, 1)),
];

fn rename(object: &mut Value, key: &str, name: &str) {
    let value = object.as_object_mut().unwrap().remove(key).unwrap();
    object[name] = value;
}

fn remove(object: &mut Value, key: &str) {
    object.as_object_mut().unwrap().shift_remove(key).unwrap();
}

fn reseal(value: &mut Value) {
    let mut known = value.clone();
    if let Some(event) = known["events"][0].as_object_mut() {
        event.remove("weather");
    }
    let mut readout: Readout = serde_json::from_value(known).unwrap();
    seal(&mut readout);
    value["id"] = readout.id.as_str().into();
    value["source"]["id"] = readout.source.id.as_str().into();
}

/// The code that a fixture's name begins with.
fn code(name: &str) -> Code {
    let codes = Code::ALL.iter().filter(|code| name.starts_with(code.as_str()));
    *codes.max_by_key(|code| code.as_str().len()).unwrap()
}

#[test]
fn every_fault_raises_its_code_and_nothing_else() {
    let mut messages = String::new();
    let mut others = Vec::new();
    for (name, fault) in FAULTS {
        let mut value = json(&sample());
        fault(&mut value);
        current(&fixtures("invalid").join(format!("{name}.json")), &pretty(&value));
        let verdict = validate::value(value);
        let found: Vec<_> = verdict.findings.iter().map(|finding| finding.code).collect();
        if found != [code(name)] {
            others.push((name, verdict.findings));
            continue;
        }
        let finding = &verdict.findings[0];
        assert_eq!(verdict.valid.is_some(), finding.severity() == Severity::Warning, "{name}");
        assert_eq!(
            finding.location.record.as_deref(),
            Some("Japan and Norway hold talks on sea ice")
        );
        let pointer = finding.location.pointer.as_deref().unwrap();
        writeln!(messages, "{name}\n  {pointer}\n  {finding}").unwrap();
        if let Some(sentence) = &finding.sentence {
            writeln!(messages, "  text: {sentence}").unwrap();
        }
        if let Some(help) = &finding.help {
            writeln!(messages, "  help: {help}").unwrap();
        }
        assert!(
            !finding.to_string().contains(['^', '\\']),
            "a regular expression is shown: {finding}"
        );
    }
    assert!(others.is_empty(), "{others:#?}");
    current(&fixtures("messages.txt"), &messages);
    assert_eq!(fs::read_dir(fixtures("invalid")).unwrap().count(), FAULTS.len());
}

#[test]
fn every_code_that_validation_raises_has_a_fixture() {
    let covered: BTreeSet<Code> = FAULTS.iter().map(|(name, _)| code(name)).collect();
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/validate");
    let mut sources = String::new();
    for folder in [room.clone(), room.join("rules")] {
        for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
            sources.extend(fs::read_to_string(file));
        }
    }
    let raised = |code: &&Code| {
        let name = format!("Code::{code:?}");
        sources
            .match_indices(&name)
            .any(|(at, _)| !sources[at + name.len()..].starts_with(|c: char| c.is_alphanumeric()))
    };
    let raised: BTreeSet<Code> = Code::ALL.iter().filter(raised).copied().collect();
    assert!(validate::integrity_codes().all(|code| raised.contains(&code)));
    assert_eq!(raised, covered);
}

#[test]
fn several_faults_are_one_finding_each() {
    let mut value = json(&sample());
    value["events"][0]["type"] = "meetings".into();
    value["actors"][0]["kind"] = "country".into();
    rename(&mut value["events"][0], "date_basis", "dateBasis");
    value["source"]["language"] = "English".into();
    let found: Vec<_> = validate::value(value)
        .findings
        .iter()
        .map(|f| f.location.pointer.clone().unwrap())
        .collect();
    assert_eq!(
        found,
        ["/actors/0/kind", "/events/0/dateBasis", "/events/0/type", "/source/language"]
    );
}

#[test]
fn what_is_no_record_at_all_is_a_finding() {
    for value in [json!(null), json!([]), json!("x"), json!(1)] {
        let findings = validate::value(value).findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].code, Code::WrongType);
    }
    assert!(validate::value(json!({})).findings.iter().all(|f| f.code == Code::MissingKey));
}

#[test]
fn a_newer_minor_version_is_read_without_its_new_keys() {
    let text = fs::read_to_string(fixtures("invalid").join("newer-version.json")).unwrap();
    let valid = validate::value(serde_json::from_str(&text).unwrap()).valid.unwrap();
    assert!(json(valid.get())["events"][0].get("weather").is_none());
    assert_eq!(valid.get().events[0].round, Some(2));
}

#[test]
fn sorting_mends_the_order() {
    let text = fs::read_to_string(fixtures("invalid").join("unsorted-actors.json")).unwrap();
    let valid = validate::value(serde_json::from_str(&text).unwrap()).valid.unwrap().sorted();
    assert_eq!(valid.get(), &sample());
    assert_eq!(validate::value(json(valid.get())).findings, []);
}

/// What is sound is what the careful way finds nothing in: one must never take for sound what the other would not.
#[test]
fn only_records_without_findings_are_sound() {
    let mut sound = 0;
    for folder in ["valid", "invalid"] {
        for file in fs::read_dir(format!("tests/fixtures/{folder}")).unwrap() {
            let path = file.unwrap().path();
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let chunks = import::chunks("-", Format::Json, text.as_bytes());
            let findings: usize = chunks
                .map(|chunk| chunk.unwrap().read())
                .map(|reading| {
                    let items = reading.items.into_iter();
                    reading.diagnostics.len()
                        + items
                            .map(|item| validate::value(item.value).findings.len())
                            .sum::<usize>()
                })
                .sum();
            let is_record = serde_json::from_str::<Value>(&text).is_ok_and(|v| v["id"].is_string());
            assert_eq!(validate::sound(&text).is_some(), is_record && findings == 0, "{path:?}");
            sound += usize::from(findings == 0);
        }
    }
    assert!(sound > 0, "no fixture is sound");
}
