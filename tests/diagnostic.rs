//! Findings as people and programs get them: order, groups, the summary, every output format, the manual.

use std::borrow::Cow;
use std::path::Path;

use chancery::diagnostic::{
    Code, Diagnostic, Excerpt, Locate, Report, Severity, Style, findings_page, step_summary,
};
use serde_json::Value;

use crate::bless::current;

/// A file of one line, in which everything stands at column 11.
struct OneLine(&'static str);

impl Locate for OneLine {
    fn locate(&self, _: &str) -> Option<(usize, usize)> {
        Some((1, 11))
    }

    fn line(&self, _: usize, column: usize) -> Option<(Cow<'_, str>, usize)> {
        Some((self.0.into(), column))
    }
}

/// A report with an error in 300 records, another in one, a warning, and a file without findings.
fn report() -> Report {
    let mut report = Report::new(None);
    for file in ["a 2024.ndjson", "b.json", "clean.xml"] {
        report.file(file);
    }
    for line in (1..=300).rev() {
        let mut found = Diagnostic::new(Code::UnknownTerm, "`meetings` is not an event type")
            .nearest("meeting")
            .allowed("meeting, consultation")
            .pointing_to("/events/0/type")
            .in_file("a 2024.ndjson")
            .at(line, 11);
        found.location.record = Some("Talks in \"Tromsø\" | <b>".to_owned());
        found.location.text = Some((40, 59));
        found.sentence = Some("Foreign Minister Aiko Mori met Kåre Lund.".to_owned());
        found.excerpt = Some(Excerpt::new("  \"type\": \"meetings\",", 11));
        report.record([found]);
    }
    report.record(
        [
            Diagnostic::new(Code::Unsorted, "`parties` is not in canonical order\u{1b}[31m")
                .pointing_to("/readouts/0/events/10/parties")
                .help("let `chancery export` write the record again"),
            Diagnostic::new(Code::EmptySpan, "span from 3 to 3 holds no text")
                .pointing_to("/readouts/0/events/9/evidence/0"),
        ]
        .map(|found| found.within("b.json", "", &OneLine("{\"a\": 100%, é}"))),
    );
    report.record([]);
    report
}

fn written(report: &Report, style: Style, color: bool) -> String {
    let mut bytes = Vec::new();
    report.write(style, color, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_output_format_is_as_committed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/findings");
    for style in [Style::Concise, Style::Full, Style::Github] {
        let file = folder.join(format!("{}.txt", style.as_str()));
        current(&file, &written(&report(), style, false));
    }
    current(&folder.join("step-summary.md"), &step_summary(&report()));
    // Of the formats that hold every finding, a report of two.
    let mut short = Report::new(None);
    short.file("clean.xml");
    let all = report();
    let mut kept: Vec<_> = all.groups().iter().map(|group| group.first().clone()).collect();
    kept.truncate(2);
    short.record(kept);
    for (style, extension) in
        [(Style::Json, "json"), (Style::Sarif, "sarif"), (Style::Junit, "xml")]
    {
        let file = folder.join(format!("{}.{extension}", style.as_str()));
        current(&file, &written(&short, style, false));
    }
}

#[test]
fn findings_are_in_the_order_of_file_and_place() {
    let report = report();
    let findings = report.findings();
    assert!(findings.iter().take(300).map(|f| f.location.position.unwrap().0).eq(1..=300));
    assert_eq!(findings[300].code, Code::EmptySpan, "events/9 comes before events/10");
}

#[test]
fn the_same_fault_in_many_records_is_one_group() {
    let report = report();
    let sizes: Vec<_> =
        report.groups().iter().map(|g| (g.first().code, g.findings.len())).collect();
    assert_eq!(sizes, [(Code::UnknownTerm, 300), (Code::EmptySpan, 1), (Code::Unsorted, 1)]);
    assert_eq!(
        report.summary(),
        "302 records: 1 valid, 301 with errors; 301 errors (unknown-term × 300, empty-span × 1), \
         1 warning (unsorted × 1)"
    );
}

#[test]
fn findings_beyond_the_limit_are_counted() {
    let mut limited = Report::new(Some(1));
    let found = || Diagnostic::new(Code::EmptySpan, "span from 3 to 3 holds no text");
    limited.record([found(), found(), found()]);
    assert_eq!((limited.findings().len(), limited.errors()), (1, 3));
    assert!(limited.summary().ends_with("; 2 findings not shown"), "{}", limited.summary());
}

#[test]
fn colour_is_only_written_where_it_is_wanted() {
    for style in Style::ALL {
        let colours = written(&report(), *style, true).contains("\u{1b}[1m");
        assert_eq!(colours, matches!(style, Style::Concise | Style::Full), "{}", style.as_str());
        assert!(!written(&report(), *style, false).contains("\u{1b}[1m"));
    }
}

#[test]
fn github_shows_ten_of_each_level_and_the_summary_all() {
    let mut report = Report::new(None);
    for line in 1..=15 {
        for code in [Code::WrongType, Code::PartyMissing] {
            let found = Diagnostic::new(code, "wrong").pointing_to(format!("/key{line}"));
            report.extend([found.in_file("a,b:c.json").at(line, 1)]);
        }
    }
    let text = written(&report, Style::Github, false);
    assert_eq!(text.matches("::error file=a%2Cb%3Ac.json,line=").count(), 10);
    assert_eq!(text.matches("::warning file=a%2Cb%3Ac.json,line=").count(), 10);
    assert_eq!(step_summary(&report).matches("| wrong |").count(), 30);
}

#[test]
fn sarif_holds_what_code_scanning_asks_for() {
    let log: Value = serde_json::from_str(&written(&report(), Style::Sarif, false)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 302);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["text"].as_str().unwrap().contains("Example: "));
        let location = &result["locations"][0];
        let uri = location["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        assert!(["a%202024.ndjson", "b.json"].contains(&uri), "{uri}");
        assert!(
            location["logicalLocations"][0]["fullyQualifiedName"]
                .as_str()
                .unwrap()
                .starts_with('/')
        );
        assert_eq!(result["partialFingerprints"]["chancery/v1"].as_str().unwrap().len(), 64);
    }
}

#[test]
fn programs_are_told_of_files_by_their_path_from_the_folder_of_the_run() {
    let mut report = Report::new(None);
    report.run_in("/srv/data set");
    for file in ["/srv/data set/é/a.json", "/srv/data settled/b.json", "é/c.json"] {
        report.extend([Diagnostic::new(Code::EmptySpan, file).pointing_to(file).in_file(file)]);
    }
    let log: Value = serde_json::from_str(&written(&report, Style::Sarif, false)).unwrap();
    let uri = |index: usize| {
        let place = &log["runs"][0]["results"][index]["locations"][0]["physicalLocation"];
        place["artifactLocation"]["uri"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        [0, 1, 2].map(uri),
        ["%C3%A9/a.json", "file:///srv/data%20settled/b.json", "%C3%A9/c.json"]
    );
    let annotations = written(&report, Style::Github, false);
    assert!(annotations.contains("file=é/a.json,"), "{annotations}");
    // People see the names that they gave.
    assert!(written(&report, Style::Concise, false).contains("/srv/data set/é/a.json"));
}

#[test]
fn sarif_fingerprints_do_not_depend_on_lines() {
    let print = |line| {
        let mut report = Report::new(None);
        report.extend([Diagnostic::new(Code::EmptySpan, "empty").in_file("a").at(line, 1)]);
        let log: Value = serde_json::from_str(&written(&report, Style::Sarif, false)).unwrap();
        log["runs"][0]["results"][0]["partialFingerprints"].clone()
    };
    assert_eq!(print(1), print(2));
}

#[test]
fn junit_has_a_test_case_for_each_file() {
    let text = written(&report(), Style::Junit, false);
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut cases = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag)
                if tag.name().as_ref() == "testcase" =>
            {
                let name = tag.try_get_attribute("name").unwrap().unwrap();
                cases.push(name.value.into_owned());
            }
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(cases, ["a 2024.ndjson", "b.json", "clean.xml"]);
    assert_eq!(text.matches("<failure ").count(), 2);
    assert!(!text.contains('\u{1b}'), "XML cannot hold control characters");
}

#[test]
fn the_page_of_findings_is_fresh() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/findings.md");
    current(&page, &findings_page());
}

#[test]
fn every_code_says_what_why_how_to_mend_and_gives_an_example() {
    for code in Code::ALL {
        assert_eq!(code.as_str().parse::<Code>(), Ok(*code));
        let manual = code.manual();
        let parts: Vec<&str> = manual.trim_end().split("\n\n").collect();
        let [what, why, mend, example] = parts[..] else { panic!("{code}: {} parts", parts.len()) };
        assert!(what.ends_with('.') && why.ends_with('.'), "{code}");
        assert!(mend.starts_with("To mend it: ") && example.starts_with("Example: "), "{code}");
    }
    let error = "unkown-key".parse::<Code>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`unkown-key` is not the code of a finding; did you mean `unknown-key`?"
    );
    assert_eq!(Code::Unsorted.severity(), Severity::Warning);
}
