//! The `schema_version` of a record in, whether this tool can judge it out (design, section 2, Versions).

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, quote};
use crate::record::{SCHEMA_VERSION, SchemaVersion};

/// What is to be said of the version: a warning where it is a newer minor one, an error where it is another major one.
/// A version that is no version is left to the schema.
pub(super) fn check(value: &Value) -> Option<Diagnostic> {
    let found = value.get("schema_version")?.as_str()?;
    found.parse::<SchemaVersion>().ok()?;
    let ((major, minor), known) = (numbers(found), numbers(SCHEMA_VERSION));
    let finding = |code, what: &str| {
        let message = format!("schema version {} is {what} {SCHEMA_VERSION}", quote(found));
        Diagnostic::new(code, message).pointing_to("/schema_version")
    };
    if major != known.0 {
        return Some(finding(Code::UnsupportedVersion, "of another major version than"));
    }
    (minor > known.1).then(|| {
        finding(Code::NewerVersion, "newer than")
            .help("update chancery to keep and check the keys that it does not know")
    })
}

fn numbers(version: &str) -> (u32, u32) {
    let (major, minor) = version.split_once('.').unwrap_or((version, "0"));
    (major.parse().unwrap_or_default(), minor.parse().unwrap_or_default())
}

/// Takes the keys that a newer version has added out of the record; gives back the other findings.
pub(super) fn without_unknown_keys(value: &mut Value, faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let (unknown, others): (Vec<_>, Vec<_>) =
        faults.into_iter().partition(|fault| fault.code == Code::UnknownKey);
    for fault in unknown {
        let Some((parent, key)) =
            fault.location.pointer.as_deref().and_then(|p| p.rsplit_once('/'))
        else {
            continue;
        };
        if let Some(object) = value.pointer_mut(parent).and_then(Value::as_object_mut) {
            object.shift_remove(&key.replace("~1", "/").replace("~0", "~"));
        }
    }
    others
}
