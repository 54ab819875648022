//! A report in, a SARIF 2.1.0 log out, as code scanning reads it.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>; GitHub asks for a physical location with a URI that
//! is not empty in every result.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Code, Diagnostic, Report, Severity};
use crate::record::sha256;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let findings = report.findings();
    let mut codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let results: Vec<Value> =
        findings.iter().map(|finding| result(finding, report, &codes)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "chancery",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// The whole manual stands in the log; a `helpUri` would need the network, and a page of its own.
fn rule(code: Code) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": code.title()},
        "help": {"text": code.manual(), "markdown": code.manual()},
        "defaultConfiguration": {"level": code.severity().as_str()},
    })
}

fn result(finding: &Diagnostic, report: &Report, codes: &[Code]) -> Value {
    let Diagnostic { code, location, .. } = finding;
    let uri = uri(report.relative(location.file.as_deref().unwrap_or("-")));
    let pointer = location.pointer.as_deref().unwrap_or_default();
    let record = location.record.as_deref().unwrap_or_default();
    // The same finding keeps its fingerprint when lines are inserted above it.
    let identity = [code.as_str(), &uri, record, pointer, &finding.message].join("\n");
    let mut physical = json!({"artifactLocation": {"uri": uri}});
    if let Some((line, column)) = location.position {
        physical["region"] = json!({"startLine": line, "startColumn": column});
    }
    let mut place = json!({"physicalLocation": physical});
    if let Some(pointer) = &location.pointer {
        let name = pointer.rsplit('/').next().unwrap_or_default();
        place["logicalLocations"] =
            json!([{"name": name, "fullyQualifiedName": pointer, "kind": "member"}]);
    }
    let mut text = finding.to_string();
    if let Some(record) = &location.record {
        let _ = write!(text, "\nRecord: {record}");
    }
    if let Some(sentence) = &finding.sentence {
        let _ = write!(text, "\nText: {sentence}");
    }
    json!({
        "ruleId": code.as_str(),
        "ruleIndex": codes.binary_search(code).ok(),
        "level": match code.severity() { Severity::Error => "error", Severity::Warning => "warning" },
        "message": {"text": text},
        "locations": [place],
        "partialFingerprints": {"chancery/v1": sha256(identity.as_bytes()).as_str()},
    })
}

/// A file as named by the user as a URI reference, relative where the name is; standard input is `stdin`.
fn uri(file: &str) -> String {
    let file = if file == "-" { "stdin" } else { file };
    let (scheme, path) = match file.strip_prefix("./").unwrap_or(file) {
        path if path.starts_with('/') => ("file://", path),
        path => ("", path),
    };
    let mut uri = String::from(scheme);
    for byte in path.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => uri.push(byte.into()),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn names_become_relative_uris() {
        assert_eq!(uri("./data/US 2024/é:1.json"), "data/US%202024/%C3%A9%3A1.json");
        assert_eq!(uri("-"), "stdin");
        assert_eq!(uri("/srv/a.json"), "file:///srv/a.json");
    }
}
