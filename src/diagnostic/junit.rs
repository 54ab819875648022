//! A report in, JUnit's XML out, one test case a file: errors are its failure, warnings its output.
//!
//! The form that GitLab and Jenkins read: <https://github.com/testmoapp/junitxml>.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::concise::place;
use super::report::plural;
use super::{Diagnostic, Report, Severity};

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut files: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for file in report.files() {
        files.entry(file).or_default();
    }
    for finding in report.findings() {
        files.entry(finding.location.file.as_deref().unwrap_or("-")).or_default().push(finding);
    }
    let fails =
        |findings: &&Vec<&Diagnostic>| findings.iter().any(|d| d.severity() == Severity::Error);
    let (tests, failures) =
        (files.len().to_string(), files.values().filter(fails).count().to_string());
    let counts = [("tests", tests.as_str()), ("failures", failures.as_str()), ("errors", "0")];

    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("testsuites").with_attributes(counts).write_inner_content(|xml| {
        let suite = xml.create_element("testsuite").with_attribute(("name", "chancery"));
        suite.with_attributes(counts).write_inner_content(|xml| {
            files.iter().try_for_each(|(name, findings)| test_case(xml, name, findings))
        })?;
        Ok(())
    })?;
    writeln!(out)
}

fn test_case<W: Write>(
    xml: &mut Writer<W>,
    name: &str,
    findings: &[&Diagnostic],
) -> io::Result<()> {
    let name = printable(name);
    let case = xml
        .create_element("testcase")
        .with_attributes([("classname", "chancery"), ("name", name.as_str())]);
    let (errors, warnings): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        findings.iter().partition(|finding| finding.severity() == Severity::Error);
    if findings.is_empty() {
        case.write_empty()?;
        return Ok(());
    }
    case.write_inner_content(|xml| {
        if let Some(first) = errors.first() {
            xml.create_element("failure")
                .with_attributes([
                    ("message", plural(errors.len(), "error").as_str()),
                    ("type", first.code.as_str()),
                ])
                .write_text_content(BytesText::new(&lines(&errors)))?;
        }
        if !warnings.is_empty() {
            xml.create_element("system-out")
                .write_text_content(BytesText::new(&lines(&warnings)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn lines(findings: &[&Diagnostic]) -> String {
    let line = |finding: &&Diagnostic| {
        format!("{}: {}[{}]: {finding}", place(finding), finding.severity(), finding.code)
    };
    printable(&findings.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// XML 1.0 has no way to write most control characters.
fn printable(text: &str) -> String {
    let allowed = |c: char| {
        matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
    };
    text.chars().map(|c| if allowed(c) { c } else { '\u{FFFD}' }).collect()
}
