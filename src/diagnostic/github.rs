//! A report in, annotations of GitHub Actions out, and the table for the step's summary that holds all of them.
//!
//! A step shows ten errors and ten warnings, so only the first finding of each group becomes an annotation.
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::fmt::Write as _;
use std::io::{self, Write};

use super::concise::place;
use super::paint::harmless;
use super::{Diagnostic, Group, Report, Severity};

/// Annotations of one level that GitHub shows for a step.
const LIMIT: usize = 10;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let groups = report.groups();
    for severity in [Severity::Error, Severity::Warning] {
        let of_level = groups.iter().filter(|group| group.first().severity() == severity);
        for group in of_level.take(LIMIT) {
            writeln!(out, "{}", annotation(group, report))?;
        }
    }
    writeln!(out, "{}", report.summary())
}

fn annotation(group: &Group<'_>, report: &Report) -> String {
    let Diagnostic { code, location, .. } = group.first();
    let mut properties = String::new();
    if let Some(file) = &location.file {
        let _ = write!(properties, "file={},", property(report.relative(file)));
    }
    if let Some((line, column)) = location.position {
        let _ = write!(properties, "line={line},col={column},");
    }
    let mut message = harmless(&group.first().to_string()).into_owned();
    if let Some(pointer) = location.pointer.as_ref().filter(|pointer| !pointer.is_empty()) {
        let _ = write!(message, " [{pointer}]");
    }
    if let Some(record) = &location.record {
        let _ = write!(message, "\nrecord \"{}\"", harmless(record));
    }
    if group.findings.len() > 1 {
        let _ = write!(message, "\nand {} more like it", group.findings.len() - 1);
    }
    let level = code.severity();
    format!("::{level} {properties}title=chancery ({code})::{}", data(&message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The text for `$GITHUB_STEP_SUMMARY`: a table of all groups, in Markdown.
#[must_use]
pub fn step_summary(report: &Report) -> String {
    let mut text = format!("### chancery\n\n{}\n", report.summary());
    let groups = report.groups();
    if groups.is_empty() {
        return text;
    }
    text.push_str("\n| level | code | times | first at | what is wrong |\n|---|---|---|---|---|\n");
    for group in groups {
        let finding = group.first();
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            finding.severity(),
            finding.code,
            group.findings.len(),
            cell(&place(finding)),
            cell(&finding.to_string()),
        );
    }
    text
}

fn cell(text: &str) -> String {
    harmless(text).replace('|', "\\|").replace('<', "&lt;")
}
