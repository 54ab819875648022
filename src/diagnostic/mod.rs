//! Findings about data: what is wrong, where, and what was expected. One value, many renderers.

mod code;
mod concise;
mod full;
mod github;
mod json;
mod junit;
mod locate;
mod manual;
mod nearest;
mod paint;
mod report;
mod sarif;

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use code::{Code, Severity, UnknownCode};
pub use github::step_summary;
pub use locate::{Excerpt, Locate};
pub use manual::findings_page;
pub use nearest::nearest;
pub use report::{Group, Report, Style};

/// One finding about an input or a record.
///
/// It displays as one line that stands alone: the value, what was expected, the nearest valid value.
///
/// ```
/// use chancery::diagnostic::{Code, Diagnostic};
/// let finding = Diagnostic::new(Code::UnknownTerm, "`meetings` is not an event type")
///     .nearest("meeting")
///     .allowed("meeting, consultation, call");
/// assert_eq!(
///     finding.to_string(),
///     "`meetings` is not an event type; did you mean `meeting`? allowed: meeting, consultation, call"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The fault's kind.
    pub code: Code,
    /// What is wrong, with the value.
    pub message: String,
    /// The valid value that is nearest to what was found, if one is near.
    pub nearest: Option<String>,
    /// What may stand in the place, where the message does not say so.
    pub allowed: Option<String>,
    /// Where it is.
    pub location: Location,
    /// The words of the text that the faulty fact came from, if there are any.
    pub sentence: Option<String>,
    /// The line of the file that holds the fault, for renderers that show it.
    pub excerpt: Option<Excerpt>,
    /// One imperative sentence: what to do about it.
    pub help: Option<String>,
}

/// Where a finding is. Fields that are not known stay empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// The file as named by the user, `-` for standard input.
    pub file: Option<String>,
    /// Line from 1 and column from 1 in code points.
    pub position: Option<(usize, usize)>,
    /// Title of the record, or its id where it has no title.
    pub record: Option<String>,
    /// JSON Pointer into the file; in NDJSON into the line.
    pub pointer: Option<String>,
    /// Code points of `source.text` that the fact rests on, start inclusive, end exclusive.
    pub text: Option<(u32, u32)>,
}

impl Diagnostic {
    /// A finding without a location.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            nearest: None,
            allowed: None,
            location: Location::default(),
            sentence: None,
            excerpt: None,
            help: None,
        }
    }

    /// The same finding in a file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.location.file = Some(file.into());
        self
    }

    /// The same finding at a line and column.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.location.position = Some((line, column));
        self
    }

    /// The same finding about the value at a JSON Pointer.
    #[must_use]
    pub fn pointing_to(mut self, pointer: impl Into<String>) -> Self {
        self.location.pointer = Some(pointer.into());
        self
    }

    /// The same finding with the valid value that was probably meant.
    #[must_use]
    pub fn nearest(mut self, value: impl Into<String>) -> Self {
        self.nearest = Some(value.into());
        self
    }

    /// The same finding with what may stand in the place.
    #[must_use]
    pub fn allowed(mut self, allowed: impl Into<String>) -> Self {
        self.allowed = Some(allowed.into());
        self
    }

    /// The same finding with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same finding in a file where the record stands at the pointer `base`: its pointer is completed, and `origin`
    /// says on which line and column that is.
    #[must_use]
    pub fn within(mut self, file: &str, base: &str, origin: &dyn Locate) -> Self {
        let within_record = self.location.pointer.take().unwrap_or_default();
        let position = if self.code == Code::UnknownKey {
            origin.locate_key(&within_record)
        } else {
            origin.locate(&within_record)
        };
        self.excerpt = position.and_then(|(line, column)| {
            let (text, column) = origin.line(line, column)?;
            Some(Excerpt::new(&text, column))
        });
        self.location.position = position;
        self.location.pointer = Some(format!("{base}{within_record}"));
        self.in_file(file)
    }

    /// Whether it breaks consumers or is only doubtful.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The order of findings in every output: file, place, severity, code, message.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let (here, there) = (&self.location, &other.location);
        here.file
            .cmp(&other.location.file)
            .then_with(|| here.position.cmp(&there.position))
            .then_with(|| pointer_key(here).cmp(&pointer_key(there)))
            .then_with(|| here.text.cmp(&there.text))
            .then_with(|| self.severity().cmp(&other.severity()))
            .then_with(|| self.code.cmp(&other.code))
            .then_with(|| self.message.cmp(&other.message))
    }
}

/// The steps of a JSON Pointer, indices as numbers, so that 10 comes after 9.
fn pointer_key(location: &Location) -> Vec<(u64, &str)> {
    let steps = location.pointer.as_deref().unwrap_or_default().split('/');
    steps.map(|step| (step.parse().unwrap_or(u64::MAX), step)).collect()
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(nearest) = &self.nearest {
            write!(f, "; did you mean `{nearest}`?")?;
        }
        match &self.allowed {
            Some(allowed) if self.nearest.is_some() => write!(f, " allowed: {allowed}"),
            Some(allowed) => write!(f, "; allowed: {allowed}"),
            None => Ok(()),
        }
    }
}

/// A value as messages show it: in backticks, on one line, not longer than 80 code points, control characters escaped.
#[must_use]
pub fn quote(value: &str) -> String {
    let mut quoted = String::from("`");
    for (count, c) in value.chars().enumerate() {
        if count == 80 {
            quoted.push('…');
            break;
        }
        if c.is_control() { quoted.extend(c.escape_default()) } else { quoted.push(c) }
    }
    quoted.push('`');
    quoted
}
