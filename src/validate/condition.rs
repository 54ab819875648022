//! Errors of the strict schema's conditions between properties in, findings in words out: the condition's own description
//! says what must hold.

use std::fmt::Write as _;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;
use serde_json::Value;

use super::word::{kind, shown};
use crate::diagnostic::{Code, Diagnostic};

/// The finding, if the error comes from a condition.
pub(super) fn finding(error: &ValidationError<'_>, schema: &Value) -> Option<Diagnostic> {
    let place = error.schema_path().as_str();
    let at = error.instance_path().as_str();
    if place.ends_with("/dependentRequired") {
        let Kind::Required { property } = error.kind() else { return None };
        let key = property.as_str().unwrap_or_default();
        let other = if key == "date" { "date_basis" } else { "date" };
        let message = format!("`{other}` stands without `{key}`");
        return Some(Diagnostic::new(Code::IncompleteDate, message).pointing_to(at));
    }
    let (condition, _) = place.split_once("/then/")?;
    let reason = schema.pointer(condition)?.get("description")?.as_str()?;
    let key = at.rsplit('/').next().unwrap_or_default();
    let fault = match error.kind() {
        Kind::Required { property } => {
            format!("`{}` is missing", property.as_str().unwrap_or_default())
        }
        Kind::MinItems { .. } => format!("`{key}` is empty"),
        // A key that must not be there, or a form that another kind has.
        Kind::Not { schema } if schema.as_object().is_some_and(serde_json::Map::is_empty) => {
            format!("`{key}` is given")
        }
        Kind::Not { .. } | Kind::Pattern { .. } | Kind::Enum { .. } => {
            format!("`{key}` is {}", shown(error.instance()))
        }
        _ => format!("found {}", kind(error.instance())),
    };
    let code = match (condition.split('/').nth(2), key) {
        (Some("Actor"), "id") => Code::MalformedId,
        (Some("Event"), "date_evidence") => Code::IncompleteDate,
        (Some("Statement"), "cue_evidence") => Code::MissingEvidence,
        (Some("Source"), _) => Code::TextKeptMismatch,
        _ if condition.starts_with("/allOf/") => Code::TextKeptMismatch,
        _ => Code::UnmetCondition,
    };
    let message = format!("{}: {fault}", uncapitalised(reason.trim_end_matches('.')));
    Some(Diagnostic::new(code, message).pointing_to(at))
}

/// One finding of what `text_kept` asks for all spans and statements of a record: the first, with their number.
pub(super) fn fold_kept_text(mut findings: Vec<Diagnostic>, value: &Value) -> Vec<Diagnostic> {
    let of_text = |finding: &Diagnostic| finding.code == Code::TextKeptMismatch;
    let count = findings.iter().filter(|finding| of_text(finding)).count();
    // A wrong extent explains all of them; a wrong shape elsewhere is told of by itself.
    let shapes = |finding: &Diagnostic| of_text(finding) && finding.message.contains("found ");
    if findings.iter().any(|finding| !of_text(finding)) {
        findings.retain(|finding| !shapes(finding));
    }
    let Some(first) = findings.iter().position(of_text) else { return findings };
    let kept = value.pointer("/source/text_kept").map(shown).unwrap_or_default();
    let finding = &mut findings[first];
    finding.message = format!("`text_kept` is {kept}; {}", finding.message);
    if count > 1 {
        let _ = write!(finding.message, " (and {} more)", count - 1);
    }
    let mut seen = false;
    findings.retain(|finding| !of_text(finding) || !std::mem::replace(&mut seen, true));
    findings
}

fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
