//! The record of one readout.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Actor, Event, Reference, SchemaVersion, Sha256, Source, Statement, Urn};

/// Version of the record format that this tool writes, `MAJOR.MINOR`.
pub const SCHEMA_VERSION: &str = "0.1";

/// One readout: an official account of a diplomatic exchange, as typed facts with the text they came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Readout", "x-super" = "prov:Entity"))]
pub struct Readout {
    /// Version of the record format, `MAJOR.MINOR`.
    #[schemars(extend("x-iri" = "chancery:schemaVersion"))]
    pub schema_version: SchemaVersion,
    /// Name of this record: UUIDv5 of `source.id`, `schema_version`, tool, version and lexicon.
    #[schemars(extend("x-iri" = "@id"))]
    pub id: Urn,
    /// The document that the record was made from.
    #[schemars(extend("x-iri" = "chancery:source", "x-super" = "prov:wasDerivedFrom"))]
    pub source: Source,
    /// States, organisations and persons, each once.
    #[schemars(extend("x-iri" = "chancery:hasActor"))]
    pub actors: Vec<Actor>,
    /// What took place.
    #[schemars(extend("x-iri" = "chancery:hasEvent"))]
    pub events: Vec<Event>,
    /// Who said what, in the order of the sentences.
    #[schemars(extend("x-iri" = "chancery:hasStatement"))]
    pub statements: Vec<Statement>,
    /// What the text refers to, each once.
    #[schemars(extend("x-iri" = "chancery:hasReference"))]
    pub references: Vec<Reference>,
    /// What made the record.
    #[schemars(extend("x-iri" = "prov:wasGeneratedBy"))]
    pub conversion: Conversion,
}

/// The tool and the lexicon that made a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Conversion", "x-super" = "prov:Activity"))]
pub struct Conversion {
    /// Name of the tool, "chancery".
    #[schemars(extend("x-iri" = "chancery:tool"), length(min = 1))]
    pub tool: String,
    /// Version of the tool.
    #[schemars(extend("x-iri" = "chancery:toolVersion"), length(min = 1))]
    pub version: String,
    /// Name and version of the lexicon, for example "en 2026.1".
    #[schemars(extend("x-iri" = "chancery:lexicon"), length(min = 1))]
    pub lexicon: String,
    /// SHA-256 over the lexicon's files.
    #[schemars(extend("x-iri" = "chancery:lexiconSha256"))]
    pub lexicon_sha256: Sha256,
}
