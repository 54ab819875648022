//! Parts of the schema in, words for messages out: no message shows a regular expression or the name of a type.

use serde_json::Value;

use crate::diagnostic::quote;
use crate::record::{Date, Language, LocalId, ScalarError, SchemaVersion, Sha256, StateCode, Urn};
use crate::schema::state_codes;

/// What the schema's definition `name` describes, with its article: "an event type".
pub(super) fn noun(name: &str) -> String {
    let mut words = String::new();
    match name {
        "Readout" | "" => words.push_str("record"),
        "Evidence" => words.push_str("span"),
        "EdtfDate" => words.push_str("date"),
        "TextKept" => return "an extent of kept text".to_owned(),
        "GivenField" => return "a field that a caller can give".to_owned(),
        _ => {
            for c in name.chars() {
                if c.is_uppercase() && !words.is_empty() {
                    words.push(' ');
                }
                words.extend(c.to_lowercase());
            }
        }
    }
    let article = if words.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {words}")
}

/// A JSON value as messages show it: scalars as they are, the others by their kind.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => quote(text),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        scalar => format!("`{scalar}`"),
    }
}

/// The JSON type of a value, with its article.
pub(super) const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// What a string of the scalar type `name` looks like, if `text` does not.
pub(super) fn form(name: &str, text: &str) -> Option<&'static str> {
    fn of<T: std::str::FromStr<Err = ScalarError>>(text: &str) -> Option<&'static str> {
        text.parse::<T>().err().map(|error| error.expected)
    }
    match name {
        "Language" => of::<Language>(text),
        "LocalId" => of::<LocalId>(text),
        "SchemaVersion" => of::<SchemaVersion>(text),
        "Sha256Digest" | "Sha256" => of::<Sha256>(text),
        "StateCode" => of::<StateCode>(text),
        "Urn" => of::<Urn>(text),
        _ => None,
    }
}

/// The valid value that a malformed one of the scalar type `name` probably means.
pub(super) fn mended(name: &str, text: &str) -> Option<String> {
    match name {
        "StateCode" => {
            let is_meant = |code: &str, name: &str| {
                code.eq_ignore_ascii_case(text) || name.to_lowercase() == text.to_lowercase()
            };
            state_codes().iter().find(|s| is_meant(s.code, s.name)).map(|s| s.code.to_owned())
        }
        "Language" | "Urn" | "Sha256Digest" | "Sha256" => {
            let lower = text.to_lowercase();
            (lower != text && form(name, &lower).is_none()).then_some(lower)
        }
        "EdtfDate" => date(text),
        _ => None,
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A day written in another way: "2025-12-02T10:00", "2025/12/2", "2 December 2025", "December 2, 2025".
fn date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .take(4)
        .collect();
    let [first, second, third, ..] = parts[..] else { return None };
    let month = |name: &str| {
        let name = name.to_lowercase();
        let place = MONTHS.iter().position(|month| name.len() >= 3 && month.starts_with(&name))?;
        Some(place + 1)
    };
    let number = |part: &str| part.parse::<usize>().ok();
    let day = |part: &str| number(part.split('T').next().unwrap_or_default());
    let (year, month, day) = if first.len() == 4 {
        (number(first)?, number(second)?, day(third)?)
    } else if let Some(day) = number(first) {
        (number(third)?, month(second)?, day)
    } else {
        (number(third)?, month(first)?, number(second)?)
    };
    let date: Date = format!("{year:04}-{month:02}-{day:02}").parse().ok()?;
    date.check().is_ok().then(|| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_other_forms_are_recognised() {
        for text in ["2025-12-02T10:00:00Z", "2025/12/2", "2 December 2025", "Dec. 2, 2025"] {
            assert_eq!(date(text).as_deref(), Some("2025-12-02"), "{text}");
        }
        for text in ["12/02/2025", "2025", "31 April 2025", "last Tuesday or so"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn definitions_have_nouns() {
        assert_eq!(noun("EventType"), "an event type");
        assert_eq!(noun("Evidence"), "a span");
    }
}
