//! What took place: a meeting, a call, a visit.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, DateBasis, EventType, Evidence, LocalId, Mode, Place, Role, Topic};

/// A diplomatic exchange that the readout reports as its own subject; background and planned exchanges are references.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "schema:Event"))]
pub struct Event {
    /// Identifier within the record: "event-1" for the first.
    #[schemars(extend("x-iri" = "@id"))]
    pub id: LocalId,
    /// Kind of exchange.
    #[serde(rename = "type")]
    #[schemars(extend("x-iri" = "chancery:eventType"))]
    pub event_type: EventType,
    /// How the sides were in contact; absent when the text does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:mode"))]
    pub mode: Option<Mode>,
    /// Proper name as written, with its ordinal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:name"), length(min = 1))]
    pub name: Option<String>,
    /// Name of the recurring mechanism, without the ordinal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:series"), length(min = 1))]
    pub series: Option<String>,
    /// Ordinal of the round of a recurring mechanism, from 1: 20 for "20th round".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:round"), range(min = 1, max = 9999))]
    pub round: Option<u16>,
    /// When it took place, in the EDTF profile; absent when the document does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:date"))]
    pub date: Option<Date>,
    /// How the date is known; present exactly when `date` is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:dateBasis"))]
    pub date_basis: Option<DateBasis>,
    /// Where the text gives the date; not empty when `date` is present.
    #[schemars(extend("x-iri" = "chancery:dateEvidence"))]
    pub date_evidence: Vec<Evidence>,
    /// Where it took place; absent when the text does not say, and for calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "schema:location"))]
    pub place: Option<Place>,
    /// Persons named as taking part, or a body where nobody is named.
    #[schemars(extend("x-iri" = "chancery:participant"))]
    pub participants: Vec<Participant>,
    /// States and organisations that took part: all that participants represent, and unnamed delegations.
    #[schemars(extend("x-iri" = "chancery:party", "x-ref" = "actors"))]
    pub parties: Vec<LocalId>,
    /// Contexts of the exchange, after PLOVER.
    #[schemars(extend("x-iri" = "chancery:topic"))]
    pub topics: Vec<Topic>,
    /// Where the text reports the event; at least one span.
    #[schemars(extend("x-iri" = "chancery:evidence"))]
    pub evidence: Vec<Evidence>,
}

/// One actor's part in an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-class" = "chancery:Participation"))]
pub struct Participant {
    /// The person, or the body where nobody is named.
    #[schemars(extend("x-iri" = "chancery:actor", "x-ref" = "actors"))]
    pub actor: LocalId,
    /// Part taken in the event.
    #[schemars(extend("x-iri" = "chancery:role"))]
    pub role: Role,
    /// Office in which the person took part: the fullest title that the text gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-iri" = "chancery:officeTitle"), length(min = 1))]
    pub office: Option<String>,
    /// Where the text names the participant; at least one span.
    #[schemars(extend("x-iri" = "chancery:evidence"))]
    pub evidence: Vec<Evidence>,
}
