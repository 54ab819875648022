//! Record types to schema files and the codebook: all derived, none kept by hand.
//!
//! [`files`] lists every file of the folder `schemas/`, [`docs`] those of `docs/` that are generated; [`write()`] puts them
//! into a folder and [`check`] names those that are not up to date there.

mod code_list;
mod codebook;
mod conditions;
mod context;
mod diff;
mod file;
mod fold;
mod json_schema;
mod markup;
mod prefix;
mod shapes;
mod state;
mod strict;
mod turtle;
mod vocabulary;
mod xsd;

pub use code_list::term_iri;
pub use codebook::{EXAMPLE, codebook};
pub use context::{ACTOR_CLASSES, DERIVED, Derived, STATES, context};
pub use diff::{Change, diff};
pub use file::{File, check, docs, files, write};
pub use fold::folded;
pub use json_schema::{BASE, annotated, id, open};
pub use markup::{Content, Markup, Member, NAMESPACE, REF, ROOT, Scalar, Type};
pub use prefix::{PREFIXES, expand};
pub use shapes::shapes;
pub use state::{State, Status, state_codes};
pub use strict::{envelope, strict};
pub use vocabulary::vocabulary;
pub use xsd::xsd;
