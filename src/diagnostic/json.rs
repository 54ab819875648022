//! A report in, one JSON object out: the counts and every finding with all that is known about it.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::{Diagnostic, Report};

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let findings: Vec<Value> = report.findings().into_iter().map(finding).collect();
    let object = json!({
        "summary": {
            "files": report.files().len(),
            "records": report.records(),
            "errors": report.errors(),
            "warnings": report.warnings(),
        },
        "findings": findings,
    });
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

/// Absent where it is not known, never null.
fn finding(finding: &Diagnostic) -> Value {
    let location = &finding.location;
    let mut object = Map::new();
    let mut set = |key: &str, value: Value| {
        if !value.is_null() {
            object.insert(key.to_owned(), value);
        }
    };
    set("code", finding.code.as_str().into());
    set("severity", finding.severity().as_str().into());
    set("message", finding.message.as_str().into());
    set("nearest", finding.nearest.as_deref().into());
    set("allowed", finding.allowed.as_deref().into());
    set("help", finding.help.as_deref().into());
    set("sentence", finding.sentence.as_deref().into());
    set("file", location.file.as_deref().into());
    set("line", location.position.map(|(line, _)| line).into());
    set("column", location.position.map(|(_, column)| column).into());
    set("record", location.record.as_deref().into());
    set("pointer", location.pointer.as_deref().into());
    set("span", location.text.map(|(start, end)| json!({"start": start, "end": end})).into());
    Value::Object(object)
}
