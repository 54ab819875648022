//! The schema files: fresh, plain where generators need it, strict where validation needs it, one with serde.

use std::collections::BTreeSet;
use std::path::Path;

use chancery::record::{Readout, TextKept, VOCABULARIES};
use chancery::schema::{self, Change, File};
use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind as Kind;
use serde_json::{Value, json};

use crate::mutants::mutants;
use crate::records::{bare, quoted, sample};

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn assert_fresh(files: &[File], folder: &str) {
    if std::env::var_os("UPDATE").is_some() {
        schema::write(files, &root(folder)).expect("the folder is writable");
    }
    let stale = schema::check(files, &root(folder)).expect("the folder is readable");
    assert!(
        stale.is_empty(),
        "stale in {folder}/: {stale:?}; run: UPDATE=1 cargo test --test main schema"
    );
}

#[test]
fn the_committed_schema_files_are_fresh() {
    assert_fresh(&schema::files(), "schemas");
}

#[test]
fn the_committed_codebook_is_fresh() {
    assert_fresh(&schema::docs(), "docs");
}

#[test]
fn a_stale_a_missing_and_a_fresh_file_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| File { name: name.to_owned(), bytes: b"new\n".to_vec() };
    schema::write(&[file("fresh.csv"), file("lists/stale.csv")], folder.path()).unwrap();
    std::fs::write(folder.path().join("lists/stale.csv"), "old\n").unwrap();
    let files = [file("fresh.csv"), file("lists/stale.csv"), file("missing.csv")];
    assert_eq!(schema::check(&files, folder.path()).unwrap(), ["lists/stale.csv", "missing.csv"]);
}

#[test]
fn the_metaschema_accepts_each_schema() {
    for schema in [schema::open(), schema::strict(), schema::envelope()] {
        assert!(jsonschema::meta::is_valid(&schema), "{}", schema["$id"]);
    }
}

/// Calls `visit` with each schema of a document, that is, not with maps of schemas.
fn each_schema(node: &Value, visit: &mut impl FnMut(&Value)) {
    visit(node);
    for map in ["properties", "$defs"] {
        node[map]
            .as_object()
            .into_iter()
            .flatten()
            .for_each(|(_, child)| each_schema(child, visit));
    }
    if let Some(items) = node.get("items") {
        each_schema(items, visit);
    }
}

#[test]
fn the_open_schema_is_plain_enough_for_code_generators() {
    const KEYWORDS: &str = "$schema $id $defs $ref title description type enum pattern minLength maxLength minimum \
        maximum items properties required";
    let schema = schema::open();
    let defs = schema["$defs"].as_object().unwrap();
    each_schema(&schema, &mut |node| {
        let object = node.as_object().expect("no boolean schemas");
        for key in object.keys() {
            assert!(KEYWORDS.split(' ').any(|known| known == key), "{key} in {node}");
        }
        match node.get("$ref").map(|r| r.as_str().unwrap().strip_prefix("#/$defs/")) {
            Some(target) => {
                assert!(defs.contains_key(target.expect("a local reference")), "{node}");
                assert!(object.keys().all(|key| key == "$ref" || key == "description"), "{node}");
            }
            None => assert!(node["type"].is_string(), "no type in {node}"),
        }
        if node["type"] == "integer" {
            assert!(node["minimum"].is_u64() && node["maximum"].is_u64(), "unbounded: {node}");
            assert!(node["maximum"].as_u64() <= Some(i32::MAX.unsigned_abs().into()), "{node}");
        }
        let required = |name: &String| node["required"].as_array().unwrap().contains(&json!(name));
        for (name, property) in node["properties"].as_object().into_iter().flatten() {
            assert!(property["type"] != "array" || required(name), "optional array {name}");
            assert!(
                name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
            );
        }
        let fold = |term: &Value| term.as_str().unwrap().to_lowercase().replace(['-', '_'], "");
        let terms = node["enum"].as_array().cloned().unwrap_or_default();
        assert_eq!(terms.iter().map(fold).collect::<BTreeSet<_>>().len(), terms.len(), "{node}");
        if let Some(pattern) = node["pattern"].as_str() {
            assert!(pattern.starts_with('^') && pattern.ends_with('$'), "unanchored: {pattern}");
            assert!(
                !pattern.contains("(?") && !pattern.contains('\\'),
                "not in the subset: {pattern}"
            );
        }
    });
    for (name, definition) in defs {
        assert_eq!(definition["title"], name.as_str());
        assert!(definition["$id"].is_null() && definition["$defs"].is_null());
        assert!(name.starts_with(|c: char| c.is_ascii_uppercase()), "{name}");
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric()), "{name}");
        // schemars numbers the second of two types of one name.
        assert!(!name.ends_with(|c: char| c.is_ascii_digit()), "{name}");
    }
}

#[test]
fn descriptions_hold_the_definitions_of_terms_and_no_line_wraps() {
    let schema = schema::open();
    for vocabulary in VOCABULARIES {
        let definition = &schema["$defs"][vocabulary.name];
        let terms: Vec<_> = vocabulary.terms.iter().map(|term| term.name).collect();
        assert_eq!(definition["enum"], json!(terms));
        for term in vocabulary.terms {
            let line = format!("\n- {}: {}", term.name, term.definition);
            assert!(definition["description"].as_str().unwrap().contains(&line), "{line}");
        }
    }
    let speakers = &schema["$defs"]["Statement"]["properties"]["speakers"]["description"];
    assert!(!speakers.as_str().unwrap().contains('\n'), "{speakers}");
}

fn example() -> Value {
    serde_json::from_str(schema::EXAMPLE).unwrap()
}

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).unwrap()
}

/// The open schema with closed objects: what serde reads.
fn closed() -> Value {
    fn close(node: &mut Value) {
        if node["properties"].is_object() {
            node["additionalProperties"] = false.into();
        }
        if let Some(defs) = node.get_mut("$defs") {
            defs.as_object_mut().unwrap().values_mut().for_each(close);
        }
    }
    let mut schema = schema::open();
    close(&mut schema);
    schema
}

#[test]
fn the_example_is_valid_and_has_every_field() {
    let example = example();
    assert_eq!(validator(&schema::strict()).validate(&example).map_err(|e| e.to_string()), Ok(()));
    let file = json!({"$schema": schema::id("readouts.schema.json"), "readouts": [example]});
    assert_eq!(validator(&schema::envelope()).validate(&file).map_err(|e| e.to_string()), Ok(()));
    let readout: Readout = serde_json::from_value(example.clone()).unwrap();
    assert_eq!(serde_json::to_value(&readout).unwrap(), example);

    // Only what replaces the text has no place beside it.
    let codebook = schema::codebook();
    let without: Vec<_> = codebook
        .lines()
        .filter(|line| {
            line.starts_with("| `") && line.contains("| yes |") | line.contains("| no |")
        })
        .filter(|line| line.contains("|  | `") && !line.contains("](#"))
        .map(|line| line.split('`').nth(1).unwrap())
        .collect();
    assert_eq!(without, ["quote", "prefix", "suffix"]);
}

#[test]
fn serde_and_the_schemas_agree_about_changed_records() {
    let (open, strict, closed) =
        (validator(&schema::open()), validator(&schema::strict()), validator(&closed()));
    let mutants = mutants(&example());
    let mut accepted = 0;
    for mutant in &mutants {
        let is_strict = strict.is_valid(mutant);
        accepted += usize::from(is_strict);
        assert!(!is_strict || open.is_valid(mutant), "strict but not open: {mutant}");
        let errors: Vec<_> = closed.iter_errors(mutant).collect();
        match serde_json::from_value::<Readout>(mutant.clone()) {
            Ok(_) => {
                // The types of Rust hold no bounds, and read null as absent.
                let bounds = |kind: &Kind| {
                    matches!(
                        kind,
                        Kind::MinLength { .. }
                            | Kind::MaxLength { .. }
                            | Kind::Minimum { .. }
                            | Kind::Maximum { .. }
                    )
                };
                for error in errors {
                    assert!(
                        bounds(error.kind()) || error.instance().is_null(),
                        "serde accepts, but {error}"
                    );
                }
            }
            Err(error) => assert!(!errors.is_empty(), "only serde rejects: {error}: {mutant}"),
        }
    }
    assert!(
        mutants.len() > 4_000 && accepted > 100,
        "{} mutants, {accepted} accepted",
        mutants.len()
    );
}

#[test]
fn folded_schemas_say_valid_of_the_same_records() {
    let strict = validator(&schema::strict());
    let folded: Vec<_> =
        TextKept::ALL.iter().map(|kept| validator(&schema::folded(*kept))).collect();
    let full = sample();
    for record in [bare(full.clone()), quoted(full.clone()), full] {
        let record = serde_json::to_value(record).unwrap();
        let mutants = mutants(&record);
        for one in mutants.iter().chain([&record]) {
            let valid = folded.iter().filter(|folded| folded.is_valid(one)).count();
            assert_eq!(valid, usize::from(strict.is_valid(one)), "{one}");
        }
    }
}

/// Sets what a JSON Pointer names, or removes it.
fn change(record: &mut Value, pointer: &str, value: Option<Value>) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = record.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => parent.insert(key.to_owned(), value),
        None => parent.shift_remove(key),
    };
}

#[test]
fn the_strict_schema_holds_the_conditions_and_points_at_the_fault() {
    let (open, strict) = (validator(&schema::open()), validator(&schema::strict()));
    let span = || json!({"start": 0, "end": 1});
    // What is changed, to what, and where the finding is.
    let cases = [
        ("/source/text", None, "/source"),
        ("/source/text_kept", Some(json!("none")), "/source/text"),
        ("/source/more", Some(json!(1)), "/source"),
        ("/actors/2/id", Some(json!("portugal")), "/actors/2/id"),
        ("/actors/5/id", Some(json!("PMF")), "/actors/5/id"),
        ("/actors/0/represents", Some(json!(["PRT", "PRT"])), "/actors/0/represents"),
        ("/actors/0/offices/0/evidence", Some(json!([])), "/actors/0/offices/0/evidence"),
        ("/events/0/date", None, "/events/0"),
        ("/events/0/date_basis", None, "/events/0"),
        ("/events/0/date_evidence", Some(json!([])), "/events/0/date_evidence"),
        ("/events/0/type", Some(json!("call")), "/events/0/place"),
        ("/events/0/evidence", Some(json!([])), "/events/0/evidence"),
        ("/events/0/place/evidence", Some(json!([])), "/events/0/place/evidence"),
        ("/events/0/participants/0/evidence", Some(json!([])), "/events/0/participants/0/evidence"),
        ("/events/0/topics", Some(json!(["legal", "legal"])), "/events/0/topics"),
        ("/statements/0/cue_evidence", Some(json!([])), "/statements/0/cue_evidence"),
        ("/statements/0/speakers", Some(json!([])), "/statements/0/speakers"),
        ("/statements/0/evidence", Some(json!([])), "/statements/0/evidence"),
        ("/statements/0/evidence", Some(json!([span(), span()])), "/statements/0/evidence"),
        ("/statements/0/text", None, "/statements/0"),
        ("/references/0/evidence", Some(json!([])), "/references/0/evidence"),
        ("/references/0/evidence/0/quote", Some(json!("Treaty")), "/references/0/evidence/0/quote"),
        ("/references/0/ordinal", Some(json!(5)), "/references/0/kind"),
        ("/references/0/of", Some(json!("reference-2")), "/references/0/kind"),
        ("/references/3/ordinal", None, "/references/3"),
        ("/references/3/date_basis", None, "/references/3"),
    ];
    for (pointer, value, place) in cases {
        let mut record = example();
        change(&mut record, pointer, value.clone());
        assert!(open.is_valid(&record), "{pointer} {value:?}");
        let places: BTreeSet<_> =
            strict.iter_errors(&record).map(|e| e.instance_path().to_string()).collect();
        assert!(places.contains(place), "{pointer} {value:?}: found at {places:?}");
    }
}

/// Calls `edit` for every object that is a piece of evidence.
fn each_span(value: &mut Value, edit: &mut impl FnMut(&mut Value)) {
    match value {
        Value::Object(object) if object.contains_key("start") => edit(value),
        Value::Object(object) => object.values_mut().for_each(|child| each_span(child, edit)),
        Value::Array(items) => items.iter_mut().for_each(|item| each_span(item, edit)),
        _ => {}
    }
}

#[test]
fn records_without_their_text_are_valid_reductions() {
    let (open, strict) = (validator(&schema::open()), validator(&schema::strict()));
    let assert_valid = |record: &Value, valid: bool| {
        assert!(open.is_valid(record));
        assert_eq!(strict.is_valid(record), valid, "{record}");
    };
    let mut quotes = example();
    change(&mut quotes, "/source/text_kept", Some(json!("quotes")));
    change(&mut quotes, "/source/text", None);
    assert_valid(&quotes, false);
    each_span(&mut quotes, &mut |span| {
        for key in ["quote", "prefix", "suffix"] {
            span[key] = "a".into();
        }
    });
    assert_valid(&quotes, true);

    let mut none = quotes.clone();
    change(&mut none, "/source/text_kept", Some(json!("none")));
    each_span(&mut none, &mut |span| *span = json!({"start": 0, "end": 1}));
    assert_valid(&none, false);
    for index in 0..4 {
        change(&mut none, &format!("/statements/{index}/text"), None);
    }
    assert_valid(&none, true);
    change(&mut none, "/actors/0/evidence/0/quote", Some(json!("a")));
    assert_valid(&none, false);
    change(&mut quotes, "/events/0/place/evidence/0/suffix", None);
    assert_valid(&quotes, false);
}

#[test]
fn state_codes_are_a_list_of_unique_codes() {
    let codes: Vec<_> = schema::state_codes().iter().map(|state| state.code).collect();
    assert!(codes.is_sorted_by(|a, b| a < b));
    assert_eq!(
        schema::state_codes().iter().filter(|s| s.status == schema::Status::Assigned).count(),
        249
    );
    for state in schema::state_codes() {
        assert!(state.code.parse::<chancery::record::StateCode>().is_ok(), "{state:?}");
        assert_eq!(
            state.withdrawn.is_some(),
            state.status == schema::Status::Withdrawn,
            "{state:?}"
        );
        assert!(
            state.withdrawn.is_none_or(|day| day.parse::<chancery::record::Date>().is_ok()),
            "{state:?}"
        );
    }
    for code in ["CHN", "PSE", "TWN", "XKX", "SUN", "YUG"] {
        assert!(codes.contains(&code), "{code}");
    }
}

#[test]
fn code_lists_are_csv_that_keeps_commas() {
    let files = schema::files();
    let list = |name: &str| {
        let file = files.iter().find(|file| file.name == name).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    };
    let acts = list("codelists/act.csv");
    assert!(acts.starts_with("term,definition,iri,plover,cameo\n"));
    assert!(acts.contains(
        "warn,\"Threatens, cautions.\",https://w3id.org/chancery/act/warn,THREATEN,130\n"
    ));
    assert!(list("codelists/state.csv").contains("\nSUN,Union of Soviet Socialist Republics,https://w3id.org/chancery/state/SUN,withdrawn,1992-08-30\n"));
    assert_eq!(
        files.iter().filter(|f| f.name.starts_with("codelists/")).count(),
        VOCABULARIES.len() + 1
    );
}

fn changes(edit: impl Fn(&mut Value)) -> Vec<String> {
    let old = schema::open();
    let mut new = old.clone();
    edit(&mut new);
    schema::diff(&old, &new).iter().map(ToString::to_string).collect()
}

#[test]
fn diff_tells_breaking_from_compatible_changes() {
    assert_eq!(changes(|_| {}), [""; 0]);
    assert_eq!(
        changes(|new| change(new, "/$defs/Event/properties/round", None)),
        ["breaking: Event.round: removed"]
    );
    assert_eq!(
        changes(|new| {
            let round = new["$defs"]["Event"]["properties"]["round"].clone();
            change(new, "/$defs/Event/properties/round", None);
            change(new, "/$defs/Event/properties/session", Some(round));
        }),
        ["breaking: Event.round: renamed to `session`"]
    );
    assert_eq!(
        changes(|new| change(new, "/$defs/Event/properties/round/type", Some(json!("string")))),
        ["breaking: Event.round: type was integer, is string"]
    );
    assert_eq!(
        changes(|new| change(new, "/$defs/EdtfDate/pattern", Some(json!("^[0-9]{4}$")))).len(),
        1
    );
    assert_eq!(
        changes(|new| new["$defs"]["Event"]["required"]
            .as_array_mut()
            .unwrap()
            .push("date".into())),
        ["breaking: Event.date: was optional, is required"]
    );
    assert_eq!(
        changes(|new| {
            let terms = new["$defs"]["Mode"]["enum"].as_array_mut().unwrap();
            terms.retain(|term| term != "written");
            terms.push("fax".into());
        }),
        ["breaking: Mode: term `written` removed", "breaking: Mode: term `fax` added"]
    );
    assert_eq!(
        changes(|new| {
            change(new, "/$defs/Event/properties/agenda", Some(json!({"type": "string"})));
            change(new, "/$defs/Place/description", Some(json!("Where.")));
        }),
        ["compatible: Place: definition reworded", "compatible: Event.agenda: added, optional"]
    );
    assert_eq!(
        changes(|new| {
            change(
                new,
                "/properties/notes",
                Some(json!({"type": "array", "items": {"type": "string"}})),
            );
            new["required"].as_array_mut().unwrap().push("notes".into());
        }),
        ["breaking: Readout.notes: added, required"]
    );
}

#[test]
fn diff_compares_the_conditions_of_the_strict_schema() {
    let edited = |pointer: &str, value| {
        let mut new = schema::strict();
        change(&mut new, pointer, value);
        schema::diff(&schema::strict(), &new).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(edited("/$defs/Source/allOf", None), ["breaking: Source: allOf removed"]);
    assert_eq!(
        edited("/$defs/Event/allOf/1/if", Some(json!({}))),
        ["breaking: Event: allOf changed"]
    );
    assert_eq!(
        edited("/$defs/Event/allOf/1/description", Some(json!("Calls have none."))),
        ["compatible: Event: allOf reworded"]
    );
    assert_eq!(
        edited("/$defs/Statement/properties/evidence/maxItems", Some(json!(2))),
        ["breaking: Statement.evidence: maxItems was 1, is 2"]
    );
}

fn breaking_without_a_new_major(old: &Value, new: &Value) -> Vec<Change> {
    let major = |schema: &Value| {
        schema["$id"]
            .as_str()
            .unwrap()
            .strip_prefix(schema::BASE)
            .unwrap()
            .split('.')
            .next()
            .map(str::to_owned)
    };
    let same = major(old) == major(new) && major(old).as_deref() != Some("0");
    schema::diff(old, new).into_iter().filter(|change| same && change.breaking).collect()
}

#[test]
fn the_last_released_schema_is_not_broken() {
    let version = |schema: &mut Value, version: &str| {
        schema["$id"] = format!("{}{version}/readout.schema.json", schema::BASE).into();
    };
    let (mut old, mut new) = (schema::open(), schema::open());
    version(&mut old, "1.0");
    version(&mut new, "1.1");
    change(&mut new, "/$defs/Event/properties/round", None);
    assert_eq!(breaking_without_a_new_major(&old, &new).len(), 1);
    version(&mut new, "2.0");
    assert_eq!(breaking_without_a_new_major(&old, &new), []);

    // `schemas/released/` holds the files of the last release (docs/release.md).
    let changes = std::fs::read_to_string(root("CHANGELOG.md")).unwrap();
    for (name, current) in
        [("readout.schema.json", schema::open()), ("readout.strict.schema.json", schema::strict())]
    {
        let released = std::fs::read(root("schemas/released").join(name)).unwrap();
        let released = serde_json::from_slice(&released).unwrap();
        assert_eq!(breaking_without_a_new_major(&released, &current), [], "{name}");
        assert_eq!(
            untold(&released, &current, &changes),
            [],
            "{name}: CHANGELOG.md names these not"
        );
    }
}

/// Breaking changes whose place the changelog does not name.
fn untold(old: &Value, new: &Value, changelog: &str) -> Vec<Change> {
    let told = |change: &Change| changelog.contains(&format!("`{}`", change.place));
    schema::diff(old, new).into_iter().filter(|c| c.breaking && !told(c)).collect()
}

#[test]
fn a_breaking_change_before_version_1_is_told_in_the_changelog() {
    let (old, mut new) = (schema::open(), schema::open());
    change(&mut new, "/$defs/Event/properties/round", None);
    assert_eq!(untold(&old, &new, "- `Event.name` is shorter.").len(), 1);
    assert_eq!(untold(&old, &new, "- `Event.round` is gone."), []);
}

#[test]
fn the_command_line_names_breaking_changes_and_prints_the_codebook() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old.json"), folder.path().join("new.json"));
    let mut edited = schema::open();
    change(&mut edited, "/$defs/Event/properties/round", None);
    std::fs::write(&old, schema::open().to_string()).unwrap();
    std::fs::write(&new, edited.to_string()).unwrap();
    let chancery = || assert_cmd::Command::cargo_bin("chancery").unwrap();
    let diff = |a: &Path, b: &Path| chancery().args(["schema", "diff"]).args([a, b]).assert();
    diff(&old, &new).code(1).stdout("breaking: Event.round: removed\n");
    diff(&old, &old).code(0).stdout("");
    diff(&old, &folder.path().join("none.json")).code(2);
    chancery().args(["schema", "codebook.md"]).assert().code(0).stdout(schema::codebook());
}
