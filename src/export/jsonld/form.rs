//! The table of the record types in, how JSON-LD writes the objects of each type out: made once, so that a record is written
//! without looking anything up.

use std::sync::LazyLock;

use serde_json::Value;

use crate::schema::{Content, Markup, Member, Type};

/// How the objects of a type are written.
pub(super) struct Form {
    pub(super) kind: Kind,
    /// The term of its class.
    pub(super) class: &'static str,
    /// Whether its objects have an identifier.
    pub(super) named: bool,
    /// Its members in the order in which they stand in records.
    pub(super) fields: Vec<Field>,
}

/// Types of objects that have names or keys which others have not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Readout,
    Source,
    Actor,
    Event,
    Statement,
    Evidence,
    Other,
}

/// How a member of an object is written.
pub(super) struct Field {
    pub(super) key: &'static str,
    /// The key as it is written, up to its value.
    pub(super) written: String,
    /// What objects that stand there are named by.
    pub(super) tag: &'static str,
    pub(super) holds: Holds,
}

/// What a member of an object holds, once or in an array.
#[derive(Debug, Clone, Copy)]
pub(super) enum Holds {
    /// The identifier of the object itself.
    Name,
    /// Objects of the type with this index.
    Objects(usize),
    /// Identifiers of actors.
    Actors,
    /// Identifiers of other things in the record.
    Identifiers,
    Scalars,
}

impl Form {
    /// The form of a record.
    pub(super) fn of_records() -> &'static Self {
        Self::at(0)
    }

    /// The form of a piece of evidence.
    pub(super) fn of_spans() -> &'static Self {
        let mut all = Self::all().iter();
        all.find(|form| form.kind == Kind::Evidence).expect("records have evidence")
    }

    /// The form of the type with this index.
    pub(super) fn at(index: usize) -> &'static Self {
        &Self::all()[index]
    }

    fn all() -> &'static [Self] {
        static FORMS: LazyLock<Vec<Form>> =
            LazyLock::new(|| Markup::of_records().types.iter().map(Form::of).collect());
        &FORMS
    }

    fn of(kind: &'static Type) -> Self {
        Self {
            kind: match &*kind.name {
                "Readout" => Kind::Readout,
                "Source" => Kind::Source,
                "Actor" => Kind::Actor,
                "Event" => Kind::Event,
                "Statement" => Kind::Statement,
                "Evidence" => Kind::Evidence,
                _ => Kind::Other,
            },
            class: kind.class_term(),
            named: kind.members.iter().any(|member| member.iri == "@id"),
            fields: kind.members.iter().map(Field::of).collect(),
        }
    }
}

impl Field {
    fn of(member: &'static Member) -> Self {
        Self {
            key: &member.key,
            written: format!("{}: ", Value::from(&*member.key)),
            tag: &member.tag,
            holds: match (&member.content, member.refers_to.as_deref()) {
                _ if member.iri == "@id" => Holds::Name,
                (Content::Object(kind), _) => Holds::Objects(*kind),
                (_, Some("actors")) => Holds::Actors,
                (_, Some(_)) => Holds::Identifiers,
                _ => Holds::Scalars,
            },
        }
    }
}
