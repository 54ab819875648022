//! Every kind of finding there is. The documentation of a code is its manual entry.

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Breaks consumers; the record is not valid.
    Error,
    /// Doubtful; the record is valid.
    Warning,
}

/// Declares the codes: name, severity, one-line description, manual entry.
macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident; )+) => {
        /// The kind of a finding: kebab-case, named for the fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $( $(#[doc = $doc])+ $variant, )+
        }

        impl Code {
            /// All codes, in the order of this file.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it is written, for example `unknown-key`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $name ),+ }
            }

            /// Whether the fault breaks consumers or is only doubtful.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $( Self::$variant => Severity::$severity ),+ }
            }

            /// The manual entry: the first line says what is wrong, the rest why it matters and how to mend it.
            #[must_use]
            pub const fn manual(self) -> &'static str {
                match self { $( Self::$variant => concat!($($doc, "\n"),+) ),+ }
            }
        }
    };
}

codes! {
    /// The input is empty.
    EmptyInput = "empty-input", Error;
    /// The input is not text: it holds bytes that no text encoding has.
    BinaryInput = "binary-input", Error;
    /// A line of NDJSON is not the JSON object of a raw readout.
    MalformedLine = "malformed-line", Error;
    /// The front matter of a Markdown file is not YAML.
    MalformedFrontMatter = "malformed-front-matter", Warning;
    /// Bytes were not valid in the encoding and were replaced by U+FFFD.
    InvalidEncoding = "invalid-encoding", Warning;
    /// The page has no text that could be a readout.
    NoText = "no-text", Error;
    /// The conversion of a document broke off.
    ///
    /// This is a bug in chancery, not a fault of the document. Please report it with the document and the message.
    InternalError = "internal-error", Error;
}
