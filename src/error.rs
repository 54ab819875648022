//! Why a run could not go on. What is wrong with the data is a [`Diagnostic`](crate::diagnostic::Diagnostic) instead.

use std::io;
use std::path::PathBuf;

/// The run could not go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be read.
    #[error("could not read {}: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file could not be written.
    #[error("could not write {}: {source}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Writing to a stream failed.
    #[error("could not write: {0}")]
    Output(#[from] io::Error),
    /// The lexicon's files are not as they should be.
    #[error("lexicon file {file}, line {line}: {message}")]
    Lexicon {
        /// The file, relative to the lexicon's folder.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong and what was expected.
        message: String,
    },
    /// An option or a name was not understood.
    #[error("{0}")]
    Usage(String),
}
