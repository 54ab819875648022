//! The canonical order of a record's arrays. It carries no information; it makes equal records equal bytes.

use super::{Actor, Event, Evidence, LocalId, Participant, Readout, Reference, Statement};

impl Readout {
    /// Puts every array into canonical order: actors by first evidence then id; events, statements and references by
    /// number; participants and offices by first evidence; evidence by start; all other arrays by code point.
    pub fn sort(&mut self) {
        self.source.given.sort_unstable();
        self.actors.iter_mut().for_each(sort_actor);
        self.events.iter_mut().for_each(sort_event);
        self.statements.iter_mut().for_each(sort_statement);
        self.references.iter_mut().for_each(sort_reference);
        self.actors.sort_by(|a, b| (first(&a.evidence), &a.id).cmp(&(first(&b.evidence), &b.id)));
        self.events.sort_by(|a, b| number(&a.id).cmp(&number(&b.id)));
        self.statements.sort_by(|a, b| number(&a.id).cmp(&number(&b.id)));
        self.references.sort_by(|a, b| number(&a.id).cmp(&number(&b.id)));
    }
}

fn sort_actor(actor: &mut Actor) {
    actor.also_known_as.sort_unstable();
    actor.represents.sort_unstable();
    actor.same_as.sort_unstable();
    actor.evidence.sort_unstable();
    for office in &mut actor.offices {
        office.evidence.sort_unstable();
    }
    actor
        .offices
        .sort_by(|a, b| (first(&a.evidence), &a.title).cmp(&(first(&b.evidence), &b.title)));
}

fn sort_event(event: &mut Event) {
    event.date_evidence.sort_unstable();
    event.parties.sort_unstable();
    event.topics.sort_unstable_by_key(|topic| topic.as_str());
    event.evidence.sort_unstable();
    if let Some(place) = &mut event.place {
        place.evidence.sort_unstable();
    }
    for Participant { evidence, .. } in &mut event.participants {
        evidence.sort_unstable();
    }
    event
        .participants
        .sort_by(|a, b| (first(&a.evidence), &a.actor).cmp(&(first(&b.evidence), &b.actor)));
}

fn sort_statement(statement: &mut Statement) {
    for ids in [
        &mut statement.events,
        &mut statement.speakers,
        &mut statement.targets,
        &mut statement.mentions,
        &mut statement.references,
    ] {
        ids.sort_unstable();
    }
    statement.topics.sort_unstable_by_key(|topic| topic.as_str());
    statement.cue_evidence.sort_unstable();
    statement.evidence.sort_unstable();
}

fn sort_reference(reference: &mut Reference) {
    reference.by.sort_unstable();
    reference.evidence.sort_unstable();
}

/// Actors that the text does not name come last.
fn first(evidence: &[Evidence]) -> (u32, u32) {
    evidence.first().map_or((u32::MAX, u32::MAX), |span| (span.start, span.end))
}

/// The number at the end of an id such as "statement-12"; ids without one come last, by code point.
fn number(id: &LocalId) -> (u64, &str) {
    let number = id.as_str().rsplit('-').next().and_then(|n| n.parse().ok());
    (number.unwrap_or(u64::MAX), id.as_str())
}
