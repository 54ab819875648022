//! The document that a record was made from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, GivenField, Language, LocalId, Sha256, TextKept, Urn};

/// The readout as a document: who published it, when, and its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Source", "x-super" = "schema:CreativeWork"))]
pub struct Source {
    /// Name of the document: UUIDv5 of `text_sha256`, `url`, `published` and `part.index`, independent of the tool.
    #[schemars(extend("x-iri" = "@id"))]
    pub id: Urn,
    /// Title of the readout, as rendered in `text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:headline"), length(min = 1))]
    pub title: Option<String>,
    /// Actor that issued the readout.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:publisher", "x-ref" = "actors"))]
    pub publisher: Option<LocalId>,
    /// Day of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:datePublished"))]
    pub published: Option<Date>,
    /// The dateline as written, for example "December 2 (MFA)".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:dateline"), length(min = 1))]
    pub dateline: Option<String>,
    /// Name of the site that carried the readout, where it is not the publisher's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:host"), length(min = 1))]
    pub host: Option<String>,
    /// Address of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:url"), length(min = 1))]
    pub url: Option<String>,
    /// Language of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:inLanguage"))]
    pub language: Option<Language>,
    /// Media type of the input, for example "text/html".
    #[schemars(extend("x-iri" = "schema:encodingFormat"), length(min = 1))]
    pub media_type: String,
    /// Which of several readouts on one page this is; absent where the page has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:part"))]
    pub part: Option<Part>,
    /// Fields of this object that the caller gave, not the document.
    #[schemars(extend("x-iri" = "chancery:given"))]
    pub given: Vec<GivenField>,
    /// SHA-256 of the bytes of the file, or of the UTF-8 of a stream member's `text` or `html` string.
    #[schemars(extend("x-iri" = "chancery:sha256"))]
    pub sha256: Sha256,
    /// SHA-256 of the UTF-8 of the rendered text.
    #[schemars(extend("x-iri" = "chancery:textSha256"))]
    pub text_sha256: Sha256,
    /// Version of the rules by which text is rendered.
    #[schemars(extend("x-iri" = "chancery:textRules"), length(min = 1))]
    pub text_rules: String,
    /// How much of the text the record keeps.
    #[schemars(extend("x-iri" = "chancery:textKept"))]
    pub text_kept: TextKept,
    /// The rendered readout, to which all spans refer; absent unless `text_kept` is `full`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:text"))]
    pub text: Option<String>,
}

/// Position of a readout among those of one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Part"))]
pub struct Part {
    /// Number of this readout on the page, from 1.
    #[schemars(extend("x-iri" = "chancery:partIndex"), range(min = 1, max = 9999))]
    pub index: u16,
    /// Number of readouts on the page, at least 2.
    #[schemars(extend("x-iri" = "chancery:partCount"), range(min = 2, max = 9999))]
    pub of: u16,
}
