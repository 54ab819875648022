//! A record in, what several rules ask of it out: its ids, its text by code points, its spans and its references.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::path::Path;
use crate::record::{Actor, ActorKind, Event, Evidence, LocalId, Readout, Sha256, sha256};

/// A place that is only worked out where there is something to be said of it.
pub(super) type At<'p> = &'p dyn Fn() -> Path;

/// A record with its ids and its text at hand.
pub(super) struct Facts<'a> {
    /// The record.
    pub(super) readout: &'a Readout,
    /// The text that spans refer to, if the record keeps it.
    pub(super) text: Option<Text<'a>>,
    /// Its digest.
    pub(super) digest: Option<Sha256>,
    /// Whether no two things have the same id.
    pub(super) distinct: bool,
    things: HashMap<&'a str, Thing<'a>, FixedState>,
}

/// Something in a record that has an id.
pub(super) struct Named<'a> {
    array: &'static str,
    index: usize,
    pub(super) id: &'a LocalId,
    pub(super) thing: Thing<'a>,
}

impl Named<'_> {
    /// Where it stands.
    pub(super) const fn place(&self) -> Path {
        Path::of(self.array).index(self.index)
    }
}

/// What an id names.
#[derive(Clone, Copy)]
pub(super) enum Thing<'a> {
    Actor(&'a Actor),
    Event(&'a Event),
    Statement,
    Reference,
}

impl Thing<'_> {
    /// What it is, for messages.
    pub(super) const fn noun(self) -> &'static str {
        match self {
            Self::Actor(actor) => match actor.kind {
                ActorKind::State => "a state",
                ActorKind::Organization => "an organization",
                ActorKind::Person => "a person",
            },
            Self::Event(_) => "an event",
            Self::Statement => "a statement",
            Self::Reference => "a reference",
        }
    }
}

/// What the id at a place must name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Actor,
    /// A state or an organisation.
    Body,
    Event,
    Reference,
}

impl Wanted {
    pub(super) const fn noun(self) -> &'static str {
        match self {
            Self::Actor => "an actor",
            Self::Body => "a state or an organization",
            Self::Event => "an event",
            Self::Reference => "a reference",
        }
    }

    pub(super) fn accepts(self, thing: Thing<'_>) -> bool {
        match (self, thing) {
            (Self::Body, Thing::Actor(actor)) => actor.kind != ActorKind::Person,
            (Self::Actor, Thing::Actor(_))
            | (Self::Event, Thing::Event(_))
            | (Self::Reference, Thing::Reference) => true,
            _ => false,
        }
    }
}

impl<'a> Facts<'a> {
    pub(super) fn new(readout: &'a Readout) -> Self {
        let text = readout.source.text.as_deref();
        let count = readout.actors.len()
            + readout.events.len()
            + readout.statements.len()
            + readout.references.len();
        let mut facts = Self {
            readout,
            text: text.map(Text::new),
            digest: text.map(|text| sha256(text.as_bytes())),
            distinct: true,
            things: HashMap::with_capacity_and_hasher(count, FixedState::default()),
        };
        for Named { id, thing, .. } in facts.named() {
            // Of two things with one id, which is another rule's finding, the id names the first.
            facts.things.entry(id.as_str()).or_insert(thing);
        }
        facts.distinct = facts.things.len() == count;
        facts
    }

    /// Everything in the record that has an id.
    pub(super) fn named(&self) -> impl Iterator<Item = Named<'a>> + use<'a> {
        fn all<'a, T>(
            array: &'static str,
            things: &'a [T],
            name: impl Fn(&'a T) -> (&'a LocalId, Thing<'a>),
        ) -> impl Iterator<Item = Named<'a>> {
            things.iter().enumerate().map(move |(index, thing)| {
                let (id, thing) = name(thing);
                Named { array, index, id, thing }
            })
        }
        let Readout { actors, events, statements, references, .. } = self.readout;
        all("actors", actors, |actor| (&actor.id, Thing::Actor(actor)))
            .chain(all("events", events, |event| (&event.id, Thing::Event(event))))
            .chain(all("statements", statements, |statement| (&statement.id, Thing::Statement)))
            .chain(all("references", references, |reference| (&reference.id, Thing::Reference)))
    }

    /// What an id names.
    pub(super) fn get(&self, id: &LocalId) -> Option<Thing<'a>> {
        self.things.get(id.as_str()).copied()
    }

    /// The actor that an id names.
    pub(super) fn actor(&self, id: &LocalId) -> Option<&'a Actor> {
        match self.get(id) {
            Some(Thing::Actor(actor)) => Some(actor),
            _ => None,
        }
    }

    /// The event that an id names.
    pub(super) fn event(&self, id: &LocalId) -> Option<&'a Event> {
        match self.get(id) {
            Some(Thing::Event(event)) => Some(event),
            _ => None,
        }
    }

    /// Visits every id that refers to something.
    pub(super) fn each_reference(&self, mut visit: impl FnMut(At<'_>, &'a LocalId, Wanted)) {
        fn all<'a, V: FnMut(At<'_>, &'a LocalId, Wanted)>(
            visit: &mut V,
            at: At<'_>,
            key: &'static str,
            ids: &'a [LocalId],
            wanted: Wanted,
        ) {
            for (index, id) in ids.iter().enumerate() {
                visit(&|| at().key(key).index(index), id, wanted);
            }
        }
        let visit = &mut visit;
        let readout = self.readout;
        if let Some(publisher) = &readout.source.publisher {
            visit(&|| Path::of("source").key("publisher"), publisher, Wanted::Actor);
        }
        for (index, actor) in readout.actors.iter().enumerate() {
            let at = || Path::of("actors").index(index);
            all(visit, &at, "represents", &actor.represents, Wanted::Body);
        }
        for (index, event) in readout.events.iter().enumerate() {
            let at = || Path::of("events").index(index);
            all(visit, &at, "parties", &event.parties, Wanted::Body);
            for (index, participant) in event.participants.iter().enumerate() {
                let at = || at().key("participants").index(index).key("actor");
                visit(&at, &participant.actor, Wanted::Actor);
            }
        }
        for (index, statement) in readout.statements.iter().enumerate() {
            let at = || Path::of("statements").index(index);
            all(visit, &at, "events", &statement.events, Wanted::Event);
            all(visit, &at, "speakers", &statement.speakers, Wanted::Actor);
            all(visit, &at, "targets", &statement.targets, Wanted::Actor);
            all(visit, &at, "mentions", &statement.mentions, Wanted::Actor);
            all(visit, &at, "references", &statement.references, Wanted::Reference);
        }
        for (index, reference) in readout.references.iter().enumerate() {
            let at = || Path::of("references").index(index);
            all(visit, &at, "by", &reference.by, Wanted::Actor);
            if let Some(of) = &reference.of {
                visit(&|| at().key("of"), of, Wanted::Reference);
            }
        }
    }

    /// Visits every span.
    pub(super) fn each_span(&self, mut visit: impl FnMut(At<'_>, &'a Evidence)) {
        let readout = self.readout;
        let mut all = |at: At<'_>, key: &'static str, spans: &'a [Evidence]| {
            for (index, span) in spans.iter().enumerate() {
                visit(&|| at().key(key).index(index), span);
            }
        };
        for (index, actor) in readout.actors.iter().enumerate() {
            let at = || Path::of("actors").index(index);
            all(&at, "evidence", &actor.evidence);
            for (index, office) in actor.offices.iter().enumerate() {
                all(&|| at().key("offices").index(index), "evidence", &office.evidence);
            }
        }
        for (index, event) in readout.events.iter().enumerate() {
            let at = || Path::of("events").index(index);
            all(&at, "evidence", &event.evidence);
            all(&at, "date_evidence", &event.date_evidence);
            if let Some(place) = &event.place {
                all(&|| at().key("place"), "evidence", &place.evidence);
            }
            for (index, participant) in event.participants.iter().enumerate() {
                let at = || at().key("participants").index(index);
                all(&at, "evidence", &participant.evidence);
            }
        }
        for (index, statement) in readout.statements.iter().enumerate() {
            let at = || Path::of("statements").index(index);
            all(&at, "evidence", &statement.evidence);
            all(&at, "cue_evidence", &statement.cue_evidence);
        }
        for (index, reference) in readout.references.iter().enumerate() {
            all(&|| Path::of("references").index(index), "evidence", &reference.evidence);
        }
    }
}

/// A text that is cut by code points in constant time.
pub(super) struct Text<'a> {
    text: &'a str,
    /// Byte offset of each code point and of the end; empty where the text is ASCII and both counts are the same.
    offsets: Vec<u32>,
}

impl<'a> Text<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut offsets = Vec::new();
        if !text.is_ascii() {
            offsets.reserve(text.len() + 1);
            offsets.extend(text.char_indices().map(|(offset, _)| offset as u32));
            offsets.push(text.len() as u32);
        }
        Self { text, offsets }
    }

    /// Code points of the text.
    pub(super) fn length(&self) -> usize {
        if self.offsets.is_empty() { self.text.len() } else { self.offsets.len() - 1 }
    }

    /// The words of a span, if it lies inside the text.
    pub(super) fn get(&self, span: &Evidence) -> Option<&'a str> {
        let (start, end) = (span.start as usize, span.end as usize);
        if self.offsets.is_empty() {
            return self.text.get(start..end);
        }
        let (start, end) = (*self.offsets.get(start)?, *self.offsets.get(end)?);
        self.text.get(start as usize..end as usize)
    }
}
