//! Findings about data: what is wrong, where, and what was expected. One value, many renderers.

mod code;

pub use code::{Code, Severity};

/// One finding about an input or a record.
///
/// The message stands alone on one line: it names the value and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The fault's kind.
    pub code: Code,
    /// What is wrong, with the value, and what is allowed.
    pub message: String,
    /// Where it is.
    pub location: Location,
    /// The sentence of the text that the faulty fact came from, if there is one.
    pub sentence: Option<String>,
    /// One imperative sentence: what to do about it.
    pub help: Option<String>,
}

/// Where a finding is. Fields that are not known stay empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Location {
    /// The file as named by the user, `-` for standard input.
    pub file: Option<String>,
    /// Line from 1 and column from 1 in code points.
    pub position: Option<(usize, usize)>,
    /// Title of the record, or its id where it has no title.
    pub record: Option<String>,
    /// JSON Pointer into the file.
    pub pointer: Option<String>,
}

impl Diagnostic {
    /// A finding without a location.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            location: Location::default(),
            sentence: None,
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

    /// Whether it breaks consumers or is only doubtful.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}
