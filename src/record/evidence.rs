//! Where in the text a fact stands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A span of `source.text` that a fact rests on, counted in Unicode code points, start inclusive, end exclusive.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Evidence", "x-super" = "oa:SpecificResource"))]
pub struct Evidence {
    /// First code point of the span, from 0.
    #[schemars(extend("x-iri" = "chancery:start"), range(min = 0, max = 2_147_483_647))]
    pub start: u32,
    /// Code point after the last of the span; greater than `start`.
    #[schemars(extend("x-iri" = "chancery:end"), range(min = 1, max = 2_147_483_647))]
    pub end: u32,
    /// The text of the span, given where `source.text` is left out (`text_kept` is `quotes`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:quote"))]
    pub quote: Option<String>,
    /// Up to 32 code points before the span, given together with `quote`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:prefix"), length(max = 32))]
    pub prefix: Option<String>,
    /// Up to 32 code points after the span, given together with `quote`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:suffix"), length(max = 32))]
    pub suffix: Option<String>,
}

impl Evidence {
    /// A bare span.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end, quote: None, prefix: None, suffix: None }
    }
}
