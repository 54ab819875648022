//! Treaties, resolutions, initiatives, other events: what the text refers to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, DateBasis, Evidence, LocalId, ReferenceKind};

/// Something outside the readout that the text refers to, once for all its mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Reference"))]
pub struct Reference {
    /// Identifier within the record: "reference-1" for the first.
    #[schemars(extend("x-iri" = "@id"))]
    pub id: LocalId,
    /// What is referred to.
    #[schemars(extend("x-iri" = "chancery:referenceKind"))]
    pub kind: ReferenceKind,
    /// Its name as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:name"), length(min = 1))]
    pub name: Option<String>,
    /// Its number or symbol, for example "2231" for Security Council resolution 2231.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:identifier"), length(min = 1))]
    pub identifier: Option<String>,
    /// Actors that issued, signed or proposed it according to the text.
    #[schemars(extend("x-iri" = "chancery:by", "x-ref" = "actors"))]
    pub by: Vec<LocalId>,
    /// Its date, in the EDTF profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:date"))]
    pub date: Option<Date>,
    /// How the date is known; present exactly when `date` is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:dateBasis"))]
    pub date_basis: Option<DateBasis>,
    /// Number of an anniversary, from 1: 25 for "the 25th anniversary".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:ordinal"), range(min = 1, max = 9999))]
    pub ordinal: Option<u16>,
    /// Of an anniversary: the reference that is commemorated, if the text names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:anniversaryOf", "x-ref" = "references"))]
    pub of: Option<LocalId>,
    /// Where the text refers to it; at least one span.
    #[schemars(extend("x-iri" = "chancery:evidence"))]
    pub evidence: Vec<Evidence>,
}
