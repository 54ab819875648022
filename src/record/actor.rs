//! States, organisations and persons.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ActorKind, Evidence, Iri, LocalId};

/// A state, an organisation or a person that the readout names or that its facts rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Actor"))]
pub struct Actor {
    /// Identifier within the record: a state by its ISO 3166-1 alpha-3 code ("CHN"), a state's body by code and slug
    /// ("CHN-mfa"), others by a slug of the name ("wang-yi").
    #[schemars(extend("x-iri" = "@id"))]
    pub id: LocalId,
    /// State, organization or person. `state` means "has a code here" and implies no recognition.
    #[schemars(extend("x-iri" = "chancery:actorKind"))]
    pub kind: ActorKind,
    /// Fullest form of the name in the document, without honorifics and titles.
    #[schemars(extend("x-iri" = "schema:name"), length(min = 1))]
    pub name: String,
    /// Acronym under which an organisation is known, for example "UNSC".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:acronym"), length(min = 1))]
    pub acronym: Option<String>,
    /// Other forms of the name that stand in the text.
    #[schemars(extend("x-iri" = "schema:alternateName"))]
    pub also_known_as: Vec<String>,
    /// States, or organisations that are no state's body, for which the actor acts; usually one.
    #[schemars(extend("x-iri" = "chancery:represents", "x-ref" = "actors"))]
    pub represents: Vec<LocalId>,
    /// Offices that the text gives a person, each once.
    #[schemars(extend("x-iri" = "chancery:office"))]
    pub offices: Vec<Office>,
    /// IRIs of the same actor elsewhere, from the lexicon, for example a Wikidata entity.
    #[schemars(extend("x-iri" = "schema:sameAs"))]
    pub same_as: Vec<Iri>,
    /// Where the text names the actor; empty if it does not (a publisher, say).
    #[schemars(extend("x-iri" = "chancery:evidence"))]
    pub evidence: Vec<Evidence>,
}

/// An office that a person holds according to the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Office"))]
pub struct Office {
    /// The title as written, without the state: "Minister of Foreign Affairs".
    #[schemars(extend("x-iri" = "chancery:officeTitle"), length(min = 1))]
    pub title: String,
    /// Where the text gives the title; at least one span.
    #[schemars(extend("x-iri" = "chancery:evidence"))]
    pub evidence: Vec<Evidence>,
}
