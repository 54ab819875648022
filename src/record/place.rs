//! Where an event took place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Evidence, StateCode};

/// The most specific populated place or venue that the text names as where an event happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "schema:Place"))]
pub struct Place {
    /// The place as written, for example "Moscow" or "Pentagon".
    #[schemars(extend("x-iri" = "schema:name"), length(min = 1))]
    pub name: String,
    /// State in which the place lies, from the lexicon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:country"))]
    pub country: Option<StateCode>,
    /// Where the text names the place; at least one span.
    #[schemars(extend("x-iri" = "chancery:evidence"))]
    pub evidence: Vec<Evidence>,
}
