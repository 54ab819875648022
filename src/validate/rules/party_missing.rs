//! Whom the participants of an event act for is among its parties; a body that acts for nobody else stands for itself.

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic, quote};
use crate::record::ActorKind;

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for (index, event) in facts.readout.events.iter().enumerate() {
        let at = |participant| {
            Path::of("events").index(index).key("participants").index(participant).key("actor")
        };
        for (number, participant) in event.participants.iter().enumerate() {
            let Some(actor) = facts.actor(&participant.actor) else { continue };
            let represented = match actor.represents.as_slice() {
                [] if actor.kind != ActorKind::Person => std::slice::from_ref(&actor.id),
                represented => represented,
            };
            for party in represented.iter().filter(|id| !event.parties.contains(id)) {
                let message = format!(
                    "{} takes part for {}, which is not among the parties of {}",
                    quote(actor.id.as_str()),
                    quote(party.as_str()),
                    event.id
                );
                findings.push(finding(Code::PartyMissing, at(number), message));
            }
        }
    }
}
