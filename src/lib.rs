#![doc = include_str!("../README.md")]

pub mod error;

pub mod record;

pub mod diagnostic;

pub mod source;

pub mod document;

pub mod lexicon;

pub mod convert;

pub mod schema;

pub mod validate;

pub mod export;

pub mod import;

pub mod pipeline;

pub use diagnostic::Diagnostic;
pub use error::Error;
pub use record::Readout;
pub use validate::Valid;
