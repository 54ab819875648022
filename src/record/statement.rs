//! Who said what.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Act, Attribution, Evidence, LocalId, Quotation, Topic};

/// A communicative act that one sentence of the readout reports. Plain narration makes no statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Statement", "x-super" = "prov:Entity"))]
pub struct Statement {
    /// Identifier within the record: "statement-1" for the first.
    #[schemars(extend("x-iri" = "@id"))]
    pub id: LocalId,
    /// Number of the sentence in the readout, from 1.
    #[schemars(extend("x-iri" = "chancery:sentence"), range(min = 1, max = 2_147_483_647))]
    pub sentence: u32,
    /// Events that the statement was made at; all of them when it speaks of all.
    #[schemars(extend("x-iri" = "chancery:event", "x-ref" = "events"))]
    pub events: Vec<LocalId>,
    /// Whether named speakers, all sides together or the publisher say it.
    #[schemars(extend("x-iri" = "chancery:attribution"))]
    pub attribution: Attribution,
    /// Who says it: persons, or a state or body where no single person can be meant; all parties for `joint`; the
    /// publisher for `publisher`.
    #[schemars(extend("x-iri" = "chancery:speaker", "x-ref" = "actors"))]
    pub speakers: Vec<LocalId>,
    /// The communicative act.
    #[schemars(extend("x-iri" = "chancery:act"))]
    pub act: Act,
    /// The reporting word as written, for example "underscored"; absent where no word reports the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:cue"), length(min = 1))]
    pub cue: Option<String>,
    /// Where the cue stands, possibly in an earlier sentence; not empty when `cue` is present.
    #[schemars(extend("x-iri" = "chancery:cueEvidence"))]
    pub cue_evidence: Vec<Evidence>,
    /// Whether the sentence continues reported speech without an attribution of its own.
    #[schemars(extend("x-iri" = "chancery:continued"))]
    pub continued: bool,
    /// Whether the words are reported, quoted, or both.
    #[schemars(extend("x-iri" = "chancery:quotation"))]
    pub quotation: Quotation,
    /// Actors that the act is directed at: asked, thanked, supported, opposed, condemned, warned.
    #[schemars(extend("x-iri" = "chancery:target", "x-ref" = "actors"))]
    pub targets: Vec<LocalId>,
    /// Other actors that the statement names.
    #[schemars(extend("x-iri" = "chancery:mention", "x-ref" = "actors"))]
    pub mentions: Vec<LocalId>,
    /// References that the statement makes.
    #[schemars(extend("x-iri" = "chancery:reference", "x-ref" = "references"))]
    pub references: Vec<LocalId>,
    /// Contexts of the statement, after PLOVER.
    #[schemars(extend("x-iri" = "chancery:topic"))]
    pub topics: Vec<Topic>,
    /// Exactly the substring of `source.text` that the evidence delimits; absent only where `text_kept` is `none`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:text"), length(min = 1))]
    pub text: Option<String>,
    /// Exactly one span, inside one sentence.
    #[schemars(extend("x-iri" = "chancery:evidence"))]
    pub evidence: Vec<Evidence>,
}
