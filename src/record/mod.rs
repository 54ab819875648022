//! What a record is: plain data, one noun a file. These types are the JSON format and the source of every schema.
//!
//! A doc comment on a field is its description in every schema; the IRI beside it (`x-iri`, and `x-class` on a type) is
//! what the JSON-LD context, SHACL and the vocabulary are derived from; `x-super` is the wider class or property of another
//! vocabulary. `x-ref` beside an identifier that refers names the
//! array of the record whose `id`s it draws from. Scalars parse by their form only; whether a day exists in the calendar
//! or a code is assigned is for `validate` to say.

mod actor;
mod date;
mod event;
mod evidence;
mod identity;
mod order;
mod place;
mod readout;
mod reference;
mod scalar;
mod source;
mod statement;
pub(crate) mod tree;
mod vocabulary;

pub use actor::{Actor, Office};
pub use date::{Date, DateError};
pub use event::{Event, Participant};
pub use evidence::Evidence;
pub use identity::{Identity, NAMESPACE, sha256};
pub use place::Place;
pub use readout::{Conversion, Readout, SCHEMA_VERSION};
pub use reference::Reference;
pub use scalar::{Iri, Language, LocalId, ScalarError, SchemaVersion, Sha256, StateCode, Urn};
pub use source::{Part, Source};
pub use statement::Statement;
pub use vocabulary::{
    Act, ActorKind, Attribution, DateBasis, EventType, GivenField, Mode, Quotation, ReferenceKind,
    Role, Term, TextKept, Topic, UnknownTerm, VOCABULARIES, Vocabulary,
};
