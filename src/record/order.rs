//! The canonical order of a record's arrays, made and checked. It carries no information; it makes equal records equal bytes.

use super::{Actor, Event, Evidence, LocalId, Office, Participant, Readout, Statement};

impl Readout {
    /// Puts every array into canonical order: actors by first evidence then id; events, statements and references by
    /// number; participants and offices by first evidence; evidence by start; all other arrays by code point.
    pub fn sort(&mut self) {
        self.source.given.sort_unstable();
        self.actors.iter_mut().for_each(sort_actor);
        self.events.iter_mut().for_each(sort_event);
        self.statements.iter_mut().for_each(sort_statement);
        for reference in &mut self.references {
            reference.by.sort_unstable();
            reference.evidence.sort_unstable();
        }
        self.actors.sort_by(|a, b| actor_key(a).cmp(&actor_key(b)));
        self.events.sort_by(|a, b| number(&a.id).cmp(&number(&b.id)));
        self.statements.sort_by(|a, b| number(&a.id).cmp(&number(&b.id)));
        self.references.sort_by(|a, b| number(&a.id).cmp(&number(&b.id)));
    }

    /// The JSON Pointer of the first array that [`Readout::sort`] would change, if any.
    #[must_use]
    pub fn unsorted(&self) -> Option<String> {
        let of_record = first_unsorted(&[
            (self.source.given.is_sorted(), "source/given"),
            (self.actors.is_sorted_by_key(actor_key), "actors"),
            (self.events.is_sorted_by_key(|event| number(&event.id)), "events"),
            (self.statements.is_sorted_by_key(|statement| number(&statement.id)), "statements"),
            (self.references.is_sorted_by_key(|reference| number(&reference.id)), "references"),
        ]);
        // Evidence comes first: actors, participants and offices stand by theirs.
        let in_arrays = below("actors", &self.actors, unsorted_in_actor)
            .or_else(|| below("events", &self.events, unsorted_in_event))
            .or_else(|| below("statements", &self.statements, unsorted_in_statement))
            .or_else(|| {
                below("references", &self.references, |reference| {
                    first_unsorted(&[
                        (reference.by.is_sorted(), "by"),
                        (reference.evidence.is_sorted(), "evidence"),
                    ])
                })
            });
        in_arrays.or(of_record).map(|pointer| format!("/{pointer}"))
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
    actor.offices.sort_by(|a, b| office_key(a).cmp(&office_key(b)));
}

fn unsorted_in_actor(actor: &Actor) -> Option<String> {
    below("offices", &actor.offices, |office| {
        first_unsorted(&[(office.evidence.is_sorted(), "evidence")])
    })
    .or_else(|| {
        first_unsorted(&[
            (actor.also_known_as.is_sorted(), "also_known_as"),
            (actor.represents.is_sorted(), "represents"),
            (actor.offices.is_sorted_by_key(office_key), "offices"),
            (actor.same_as.is_sorted(), "same_as"),
            (actor.evidence.is_sorted(), "evidence"),
        ])
    })
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
    event.participants.sort_by(|a, b| participant_key(a).cmp(&participant_key(b)));
}

fn unsorted_in_event(event: &Event) -> Option<String> {
    let place = event.place.as_ref().is_none_or(|place| place.evidence.is_sorted());
    below("participants", &event.participants, |participant| {
        first_unsorted(&[(participant.evidence.is_sorted(), "evidence")])
    })
    .or_else(|| {
        first_unsorted(&[
            (event.date_evidence.is_sorted(), "date_evidence"),
            (place, "place/evidence"),
            (event.participants.is_sorted_by_key(participant_key), "participants"),
            (event.parties.is_sorted(), "parties"),
            (event.topics.is_sorted_by_key(|topic| topic.as_str()), "topics"),
            (event.evidence.is_sorted(), "evidence"),
        ])
    })
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

fn unsorted_in_statement(statement: &Statement) -> Option<String> {
    first_unsorted(&[
        (statement.events.is_sorted(), "events"),
        (statement.speakers.is_sorted(), "speakers"),
        (statement.cue_evidence.is_sorted(), "cue_evidence"),
        (statement.targets.is_sorted(), "targets"),
        (statement.mentions.is_sorted(), "mentions"),
        (statement.references.is_sorted(), "references"),
        (statement.topics.is_sorted_by_key(|topic| topic.as_str()), "topics"),
        (statement.evidence.is_sorted(), "evidence"),
    ])
}

/// The name of the first array that is not sorted.
fn first_unsorted(arrays: &[(bool, &str)]) -> Option<String> {
    arrays.iter().find(|(sorted, _)| !sorted).map(|(_, name)| (*name).to_owned())
}

/// The first array that is not sorted inside the items of another.
fn below<T>(name: &str, items: &[T], check: impl Fn(&T) -> Option<String>) -> Option<String> {
    let found = items.iter().enumerate().find_map(|(index, item)| Some((index, check(item)?)));
    found.map(|(index, array)| format!("{name}/{index}/{array}"))
}

fn actor_key(actor: &Actor) -> ((u32, u32), &LocalId) {
    (first(&actor.evidence), &actor.id)
}

fn office_key(office: &Office) -> ((u32, u32), &str) {
    (first(&office.evidence), &office.title)
}

fn participant_key(participant: &Participant) -> ((u32, u32), &LocalId) {
    (first(&participant.evidence), &participant.actor)
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
