//! Arguments and files in, exit status, standard output and standard error out: the program as its users run it.

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use assert_cmd::Command;

use crate::program::{READOUT, files, folder, stream};

fn chancery(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("chancery").unwrap();
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn run(arguments: &[&str]) -> Output {
    chancery(arguments).output().unwrap()
}

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    chancery(arguments).current_dir(folder).output().unwrap()
}

fn out(output: &Output) -> &str {
    str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

/// The records of an NDJSON output.
fn records(output: &Output) -> Vec<serde_json::Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn one_input_gives_pretty_json_and_several_give_ndjson() {
    let folder = folder(&[("a.txt", READOUT.as_bytes()), ("b.txt", READOUT.as_bytes())]);
    let one = run_in(folder.path(), &["export", "a.txt"]);
    assert_eq!(one.status.code(), Some(0), "{}", err(&one));
    assert!(out(&one).starts_with("{\n  \"$schema\":"), "{}", out(&one));
    let two = run_in(folder.path(), &["export", "a.txt", "b.txt"]);
    assert_eq!(two.status.code(), Some(0), "{}", err(&two));
    assert_eq!(records(&two).len(), 2);
}

#[test]
fn a_folder_is_walked_in_order_and_heeds_gitignore() {
    let folder = folder(&[
        ("in/b.txt", READOUT.as_bytes()),
        ("in/a/z.txt", READOUT.as_bytes()),
        ("in/secret.txt", READOUT.as_bytes()),
        ("in/notes.csv", b"a,b"),
        ("in/.hidden.txt", READOUT.as_bytes()),
        ("in/.gitignore", b"secret.txt\n"),
    ]);
    let output = run_in(folder.path(), &["export", "--output-dir", "out", "in"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(files(&folder.path().join("out")), ["a", "b.json"]);
    assert_eq!(files(&folder.path().join("out/a")), ["z.json"]);
}

#[test]
fn inputs_of_one_name_do_not_overwrite_each_other() {
    let html = format!("<html><body><p>{READOUT}</p></body></html>");
    let folder = folder(&[("in/a.txt", READOUT.as_bytes()), ("in/a.html", html.as_bytes())]);
    let output = run_in(folder.path(), &["export", "--output-dir", "out", "in"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(files(&folder.path().join("out")), ["a.html.json", "a.txt.json"]);
}

#[test]
fn the_format_follows_from_the_name_of_the_output() {
    let folder = folder(&[("a.txt", READOUT.as_bytes())]);
    for (name, beginning) in [
        ("o.json", "{\n  \"$schema\""),
        ("o.ndjson", "{\"schema_version\""),
        ("o.jsonl", "{\"schema_version\""),
        ("o.jsonld", "{\n  \"@context\""),
        ("new/o.xml", "<?xml"),
    ] {
        let output = run_in(folder.path(), &["export", "-o", name, "a.txt"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", err(&output));
        assert_eq!(out(&output), "");
        let written = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(written.starts_with(beginning), "{name}: {}", &written[..60]);
    }
    let output = run_in(folder.path(), &["export", "-o", "o.doc", "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("o.doc"), "{}", err(&output));
    assert_eq!(files(folder.path()), ["a.txt", "new", "o.json", "o.jsonl", "o.jsonld", "o.ndjson"]);
}

#[test]
fn standard_input_is_read_under_the_name_that_is_given_for_it() {
    let html = "<html><body><article><h1>Call with Sweden</h1><p>President Ellen Marsh spoke with \
        Prime Minister Tomas Lindqvist of Sweden.</p></article></body></html>";
    let output = chancery(&["export", "-", "--stdin-filename", "page.html", "--format", "ndjson"])
        .write_stdin(html)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let record = &records(&output)[0];
    assert_eq!(record["source"]["media_type"], "text/html");
    assert_eq!(record["source"]["title"], "Call with Sweden");
}

#[test]
fn what_the_caller_knows_is_in_the_record_and_marked_as_given() {
    let folder = folder(&[("a.txt", READOUT.as_bytes())]);
    let output = run_in(
        folder.path(),
        &[
            "export",
            "--format",
            "ndjson",
            "--url",
            "https://readouts.example/1",
            "--published",
            "2031-05-06",
            "--publisher",
            "The White House",
            "a.txt",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let source = &records(&output)[0]["source"];
    assert_eq!(source["url"], "https://readouts.example/1");
    assert_eq!(source["published"], "2031-05-06");
    assert_eq!(source["given"], serde_json::json!(["published", "publisher", "url"]));
}

#[test]
fn one_address_for_several_inputs_is_refused() {
    let folder = folder(&[("a.txt", READOUT.as_bytes()), ("b.txt", READOUT.as_bytes())]);
    let output = run_in(folder.path(), &["export", "--url", "https://e.example", "a.txt", "b.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("--url"), "{}", err(&output));
}

#[test]
fn bad_inputs_are_named_and_the_others_written() {
    let long = [b"{\"text\":\"", "word ".repeat(10_000_000).as_bytes()].concat();
    let truncated = format!("{}\n{{\"text\": \"Cut off", serde_json::json!({"text": READOUT}));
    let folder = folder(&[
        ("binary.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0\0\xff\xfe\0\x01"),
        ("empty.txt", b""),
        ("good.txt", READOUT.as_bytes()),
        (
            "latin.txt",
            b"Readout\n\nThe ministers met in Malm\xf6 and agreed to meet again next year.\n",
        ),
        ("long.ndjson", &long),
        ("truncated.ndjson", truncated.as_bytes()),
    ]);
    let output = run_in(
        folder.path(),
        &[
            "export",
            "binary.txt",
            "empty.txt",
            "good.txt",
            "latin.txt",
            "long.ndjson",
            "missing.txt",
            "truncated.ndjson",
        ],
    );
    let findings = err(&output);
    for name in ["binary.txt", "empty.txt", "long.ndjson", "missing.txt", "truncated.ndjson"] {
        assert!(findings.contains(name), "{name} is not in {findings}");
    }
    assert!(findings.lines().any(|line| line.contains("truncated.ndjson:2")), "{findings}");
    assert!(findings.len() < 10_000, "findings quote too much: {} bytes", findings.len());
    assert_eq!(records(&output).len(), 3, "{findings}");
    // missing.txt could not be read, which is graver than findings.
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn findings_alone_exit_with_one() {
    let folder = folder(&[("empty.txt", b""), ("good.txt", READOUT.as_bytes())]);
    let output = run_in(folder.path(), &["export", "empty.txt", "good.txt"]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    assert!(err(&output).contains("empty.txt"), "{}", err(&output));
    assert!(err(&output).contains("empty-input"), "{}", err(&output));
    assert_eq!(records(&output).len(), 1);
}

#[cfg(unix)]
#[test]
fn an_unreadable_folder_is_named_and_the_rest_written() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = folder(&[("in/good.txt", READOUT.as_bytes()), ("in/shut/a.txt", b"x")]);
    let shut = folder.path().join("in/shut");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
    let binds = fs::read_dir(&shut).is_err();
    let output = run_in(folder.path(), &["export", "--format", "ndjson", "in"]);
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
    // Permissions do not bind root.
    if binds {
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("shut"), "{}", err(&output));
    }
    assert!(!records(&output).is_empty());
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let folder = folder(&[("many.ndjson", stream(2_000).as_bytes())]);
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(["export", "--format", "ndjson", "many.ndjson"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(err(&output), "");
}

#[test]
fn threads_and_repetition_do_not_change_a_byte() {
    let many = stream(300);
    let folder = folder(&[("b/many.ndjson", many.as_bytes()), ("a.txt", READOUT.as_bytes())]);
    for format in ["json", "ndjson", "jsonld", "xml"] {
        let run = |threads| run_in(folder.path(), &["export", "-f", format, "-j", threads, "."]);
        let one = run("1");
        assert_eq!(one.status.code(), Some(0), "{}", err(&one));
        assert!(one.stdout.len() > 10_000);
        assert_eq!(one.stdout, run("2").stdout, "{format}");
        assert_eq!(one.stdout, run("2").stdout, "{format}");
    }
}

#[test]
fn no_partial_file_is_left_behind() {
    let folder = folder(&[("in/a.txt", READOUT.as_bytes()), ("in/b.txt", b"")]);
    let output = run_in(folder.path(), &["export", "-o", "all.xml", "in"]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    let output = run_in(folder.path(), &["export", "--output-dir", "out", "in"]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    assert_eq!(files(folder.path()), ["all.xml", "in", "out"]);
    // An input without records gives no file.
    assert_eq!(files(&folder.path().join("out")), ["a.json"]);
}

#[test]
fn a_list_of_files_is_read_from_a_file_or_standard_input() {
    let folder = folder(&[
        ("a.txt", READOUT.as_bytes()),
        ("b.txt", READOUT.as_bytes()),
        ("list", b"b.txt\na.txt\n"),
    ]);
    let from_file = run_in(folder.path(), &["export", "--files-from", "list"]);
    assert_eq!(records(&from_file).len(), 2);
    let from_stdin = chancery(&["export", "--files-from", "-"])
        .current_dir(folder.path())
        .write_stdin("b.txt\na.txt\n")
        .output()
        .unwrap();
    assert_eq!(from_file.stdout, from_stdin.stdout);
    let nothing = run_in(folder.path(), &["export"]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(err(&nothing).contains("no input"), "{}", err(&nothing));
}

#[test]
fn records_go_from_any_format_to_any_other_unchanged() {
    let folder = folder(&[("in/a.txt", READOUT.as_bytes()), ("in/b.ndjson", stream(3).as_bytes())]);
    let first = run_in(folder.path(), &["export", "-o", "0.ndjson", "in"]);
    assert_eq!(first.status.code(), Some(0), "{}", err(&first));
    for (from, to) in [
        ("0.ndjson", "1.json"),
        ("1.json", "2.xml"),
        ("2.xml", "3.jsonld"),
        ("3.jsonld", "4.ndjson"),
    ] {
        let output = run_in(folder.path(), &["export", "-o", to, from]);
        assert_eq!(output.status.code(), Some(0), "{from} to {to}: {}", err(&output));
        assert_eq!(err(&output), "", "{from} to {to}");
    }
    let read = |name| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("0.ndjson"), read("4.ndjson"));
}

#[test]
fn quotes_keep_the_evidence_and_none_keeps_no_text() {
    let page = "examples/readouts/china-mfa-consultation.txt";
    let full = records(&run(&["export", "-f", "ndjson", page])).remove(0);
    let text: Vec<char> = full["source"]["text"].as_str().unwrap().chars().collect();
    let slice =
        |start: usize, end: usize| text[start..end.min(text.len())].iter().collect::<String>();

    let output = run(&["export", "-f", "ndjson", "--text", "quotes", page]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let quotes = records(&output).remove(0);
    assert_eq!(quotes["source"].get("text"), None);
    assert_eq!(quotes["id"], full["id"]);
    let spans = evidence(&quotes);
    assert!(spans.len() > 10);
    for span in spans {
        let (start, end) =
            (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
        assert_eq!(span["quote"], slice(start, end));
        assert_eq!(span["prefix"], slice(start.saturating_sub(32), start));
        assert_eq!(span["suffix"], slice(end, end + 32));
    }

    let output = run(&["export", "-f", "ndjson", "--text", "none", page]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let none = records(&output).remove(0);
    assert!(!out(&output).contains("hotline for incidents"));
    assert!(evidence(&none).iter().all(|span| span.as_object().unwrap().len() == 2));
    assert_eq!(none["statements"][0].get("text"), None);

    // What is left out once does not come back.
    let folder = folder(&[("none.ndjson", &output.stdout)]);
    let again =
        run_in(folder.path(), &["export", "-f", "ndjson", "--text", "quotes", "none.ndjson"]);
    assert_eq!(again.stdout, output.stdout, "{}", err(&again));
}

/// All pieces of evidence in a record.
fn evidence(value: &serde_json::Value) -> Vec<&serde_json::Value> {
    match value {
        serde_json::Value::Array(items) => items.iter().flat_map(evidence).collect(),
        serde_json::Value::Object(object) if object.contains_key("start") => vec![value],
        serde_json::Value::Object(object) => object.values().flat_map(evidence).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn validate_names_file_line_and_column_and_exits_by_severity() {
    let folder = folder(&[("a.txt", READOUT.as_bytes())]);
    run_in(folder.path(), &["export", "-o", "good.ndjson", "a.txt"]);
    let good = run_in(folder.path(), &["validate", "good.ndjson"]);
    assert_eq!(good.status.code(), Some(0), "{}", out(&good));
    assert!(out(&good).contains("1 record: 1 valid"), "{}", out(&good));

    let line = fs::read_to_string(folder.path().join("good.ndjson")).unwrap();
    let broken = line.replacen("\"actors\"", "\"actor\"", 1);
    fs::write(folder.path().join("bad.ndjson"), format!("{line}{broken}")).unwrap();
    let bad = run_in(folder.path(), &["validate", "bad.ndjson", "good.ndjson"]);
    assert_eq!(bad.status.code(), Some(1));
    let column = broken.find("\"actor\"").unwrap() + 1;
    let place = format!("bad.ndjson:2:{column}: error[unknown-key]");
    assert!(out(&bad).contains(&place), "{place} is not in {}", out(&bad));
    assert!(out(&bad).contains("did you mean `actors`?"), "{}", out(&bad));
    assert_eq!(err(&bad), "");

    let missing = run_in(folder.path(), &["validate", "missing.ndjson", "good.ndjson"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("missing.ndjson"), "{}", err(&missing));
    assert!(out(&missing).contains("1 record: 1 valid"), "{}", out(&missing));
}

#[test]
fn validate_gives_the_same_bytes_on_one_thread_and_two() {
    let lines: String =
        (0..2_000).map(|n| format!("{{\"schema_version\":\"0.1\",\"n\":{n}}}\n")).collect();
    let folder = folder(&[("bad.ndjson", lines.as_bytes())]);
    for style in ["concise", "full", "json", "github", "sarif", "junit"] {
        let run = |threads| {
            run_in(
                folder.path(),
                &["validate", "--output-format", style, "-j", threads, "bad.ndjson"],
            )
        };
        let one = run("1");
        assert_eq!(one.status.code(), Some(1), "{}", err(&one));
        assert!(out(&one).contains("bad.ndjson"), "{}", out(&one));
        assert_eq!(one.stdout, run("2").stdout, "{style}");
    }
}

#[test]
fn text_prints_what_the_spans_of_the_record_count() {
    let page = "examples/readouts/ukraine-president.html";
    let text = run(&["text", page]);
    let record = &records(&run(&["export", "--format", "ndjson", page]))[0];
    assert_eq!(record["source"]["text"], out(&text));
    assert!(!out(&text).contains("Post Comment"));
}

#[test]
fn text_prints_one_readout_of_a_page_if_asked() {
    let page = "examples/readouts/china-mfa-two-readouts.txt";
    let whole = run(&["text", page]);
    let parts: Vec<_> = out(&whole).split("\n\u{c}\n").collect();
    assert_eq!(parts.len(), 2);
    assert_eq!(out(&run(&["text", "--part", "2", page])), parts[1]);
    let third = run(&["text", "--part", "3", page]);
    assert_eq!(third.status.code(), Some(2));
    assert!(err(&third).contains("holds 2"), "{}", err(&third));
}

#[test]
fn help_shows_examples_and_where_to_go() {
    for (arguments, mention) in [
        (&["--help"][..], "chancery validate records.jsonld"),
        (&["--help"], "Exit status"),
        (&["export", "--help"], "--output-dir out --format xml"),
        (&["export", "--help"], ".gitignore"),
        (&["text", "--help"], "sha256sum"),
        (&["schema", "--help"], "--all schemas --check"),
        (&["explain", "--help"], "chancery explain no-text"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(0));
        assert!(out(&output).contains(mention), "{arguments:?} does not mention {mention}");
    }
}

#[test]
fn explain_prints_the_manual_and_suggests_a_code() {
    let entry = run(&["explain", "empty-input"]);
    assert_eq!(out(&entry).lines().next(), Some("empty-input (error)"));
    let unknown = run(&["explain", "empty-imput"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("did you mean `empty-input`?"), "{}", err(&unknown));
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&["completions", shell]);
        assert_eq!(script.status.code(), Some(0));
        assert!(out(&script).contains("export"), "{shell}");
    }
}

const COAST: &str = "Foreign Minister Mari Saar of Estonia met in Port Alder on 3 March with Foreign Minister Ana Sol of Chile. \
    They discussed kelp. They met the Kelp Board.\n";

#[test]
fn a_folder_of_tables_adds_to_the_lexicon_and_the_record_says_so() {
    let folder = folder(&[
        ("in.txt", COAST.as_bytes()),
        (
            "words/places.tsv",
            b"\xef\xbb\xbf# ours\nkind\tname\tcountry\r\ncity\tPort Alder\tCHL\r\n",
        ),
        ("words/topics.tsv", b"topic\tphrase\nenvironment\tkelp\n"),
        ("words/organizations.tsv", b"id\tname\tkind\nkelp-board\tKelp Board\tbody\n"),
        ("words/README.md", b"not a table"),
    ]);
    let read = |arguments: &[&str]| {
        let output = run_in(folder.path(), &[&["export", "-f", "ndjson"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        records(&output).remove(0)
    };
    let (plain, with) = (read(&["in.txt"]), read(&["--lexicon", "words", "in.txt"]));
    assert!(plain.pointer("/events/0/place/country").is_none(), "{plain:#}");
    assert_eq!(with["events"][0]["place"]["name"], "Port Alder");
    assert_eq!(with["events"][0]["place"]["country"], "CHL");
    assert_eq!(with["statements"][0]["topics"][0], "environment");
    assert!(with["actors"].as_array().unwrap().iter().any(|actor| actor["id"] == "kelp-board"));
    assert_eq!(with["conversion"]["lexicon"], "en 2026.1 with additions");
    assert_ne!(with["conversion"]["lexicon_sha256"], plain["conversion"]["lexicon_sha256"]);
    assert_ne!(with["id"], plain["id"]);
    assert_eq!(with["source"]["id"], plain["source"]["id"]);
    let inspected = run_in(folder.path(), &["inspect", "--lexicon", "words", "in.txt"]);
    assert!(out(&inspected).contains("Port Alder (CHL)"), "{}", out(&inspected));
}

#[test]
fn a_table_overrides_what_the_lexicon_has() {
    let text = "Prime Minister Ana Sol of Georgia met today with Prime Minister Mari Saar of Estonia in Tallinn. They hailed kelp.\n";
    let folder = folder(&[
        ("in.txt", text.as_bytes()),
        ("words/states.tsv", b"code\tname\nEST\tEesti\n"),
        ("words/places.tsv", b"name\tkind\tcountry\nGeorgia\tregion\tUSA\n"),
        ("words/cues.tsv", b"act\trule\tforms\nwarn\tfixed\thailed|hail\n"),
    ]);
    let output = run_in(folder.path(), &["export", "-f", "ndjson", "--lexicon", "words", "in.txt"]);
    let record = &records(&output)[0];
    let actors: Vec<_> = record["actors"].as_array().unwrap().iter().map(|a| &a["id"]).collect();
    assert!(!actors.iter().any(|id| *id == "GEO" || *id == "EST"), "{actors:?}");
    assert_eq!(record["statements"][0]["act"], "warn", "{record:#}");
}

#[test]
fn a_table_that_is_not_understood_stops_the_run_and_says_where() {
    let cases: [(&str, &str, &str); 9] = [
        (
            "places.tsv",
            "nam\nx\n",
            "words/places.tsv, line 1: `nam` is no column; expected some of name, country, kind, names",
        ),
        ("places.tsv", "name\nx\n", "line 1: the column kind is missing"),
        (
            "places.tsv",
            "# ours\n\nname\tkind\nx\tcty\n",
            "line 4: column kind: `cty` is not one of city, island, region, venue, water",
        ),
        (
            "places.tsv",
            "name\tkind\tcountry\nx\tcity\tChile\n",
            "line 2: column country: `Chile` is not a state code",
        ),
        ("places.tsv", "name\tkind\nx\n", "line 2: column kind: a value was expected"),
        (
            "places.tsv",
            "name\tkind\nx\tcity\tCHL\n",
            "line 2: 3 cells, but the table has 2 columns",
        ),
        (
            "topics.tsv",
            "topic\tphrase\nsea\tkelp\n",
            "line 2: column topic: `sea` is not one of military, ",
        ),
        (
            "organizations.tsv",
            "id\tname\tkind\nKelp Board\tKelp Board\tbody\n",
            "line 2: column id: `Kelp Board` is not ",
        ),
        ("palces.tsv", "name\tkind\n", "no table of the lexicon; expected one of cues.tsv, "),
    ];
    for (name, table, expected) in cases {
        let folder =
            folder(&[("in.txt", COAST.as_bytes()), (&format!("words/{name}"), table.as_bytes())]);
        let arguments = ["export", "-o", "out.json", "--lexicon", "words", "in.txt"];
        let output = run_in(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(err(&output).contains(expected), "{expected}\n{}", err(&output));
        assert!(!folder.path().join("out.json").exists());
    }
    let folder = folder(&[("in.txt", COAST.as_bytes()), ("words/notes.txt", b"x")]);
    let output = run_in(folder.path(), &["export", "--lexicon", "words", "in.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no table in words: files such as places.tsv were expected"));
}
