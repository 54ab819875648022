//! A record in, what several rules ask of it out: its ids, its text by code points, its spans and its references.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::path::Path;
use crate::record::{Actor, ActorKind, Event, Evidence, LocalId, Readout};

/// A record with its ids and its text at hand.
pub(super) struct Facts<'a> {
    /// The record.
    pub(super) readout: &'a Readout,
    /// The text that spans refer to, if the record keeps it.
    pub(super) text: Option<Text<'a>>,
    things: HashMap<&'a str, Thing<'a>, FixedState>,
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
        let mut facts = Self {
            readout,
            text: readout.source.text.as_deref().map(Text::new),
            things: HashMap::default(),
        };
        for (_, id, thing) in facts.named() {
            // Of two things with one id, which is another rule's finding, the id names the first.
            facts.things.entry(id.as_str()).or_insert(thing);
        }
        facts
    }

    /// Everything in the record that has an id, with its place.
    pub(super) fn named(&self) -> impl Iterator<Item = (Path, &'a LocalId, Thing<'a>)> + use<'a> {
        fn place<'a>(
            (index, (array, id, thing)): (usize, (&'static str, &'a LocalId, Thing<'a>)),
        ) -> (Path, &'a LocalId, Thing<'a>) {
            (Path::of(array).index(index), id, thing)
        }
        let readout = self.readout;
        let actors = readout.actors.iter().map(|a| ("actors", &a.id, Thing::Actor(a)));
        let events = readout.events.iter().map(|e| ("events", &e.id, Thing::Event(e)));
        let statements = readout.statements.iter().map(|s| ("statements", &s.id, Thing::Statement));
        let references = readout.references.iter().map(|r| ("references", &r.id, Thing::Reference));
        (actors.enumerate().map(place))
            .chain(events.enumerate().map(place))
            .chain(statements.enumerate().map(place))
            .chain(references.enumerate().map(place))
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
    pub(super) fn each_reference(&self, mut visit: impl FnMut(Path, &'a LocalId, Wanted)) {
        fn all<'a, V: FnMut(Path, &'a LocalId, Wanted)>(
            visit: &mut V,
            at: Path,
            ids: &'a [LocalId],
            wanted: Wanted,
        ) {
            ids.iter().enumerate().for_each(|(index, id)| visit(at.index(index), id, wanted));
        }
        let visit = &mut visit;
        let readout = self.readout;
        if let Some(publisher) = &readout.source.publisher {
            visit(Path::of("source").key("publisher"), publisher, Wanted::Actor);
        }
        for (index, actor) in readout.actors.iter().enumerate() {
            let at = Path::of("actors").index(index);
            all(visit, at.key("represents"), &actor.represents, Wanted::Body);
        }
        for (index, event) in readout.events.iter().enumerate() {
            let at = Path::of("events").index(index);
            all(visit, at.key("parties"), &event.parties, Wanted::Body);
            for (index, participant) in event.participants.iter().enumerate() {
                let at = at.key("participants").index(index).key("actor");
                visit(at, &participant.actor, Wanted::Actor);
            }
        }
        for (index, statement) in readout.statements.iter().enumerate() {
            let at = Path::of("statements").index(index);
            all(visit, at.key("events"), &statement.events, Wanted::Event);
            all(visit, at.key("speakers"), &statement.speakers, Wanted::Actor);
            all(visit, at.key("targets"), &statement.targets, Wanted::Actor);
            all(visit, at.key("mentions"), &statement.mentions, Wanted::Actor);
            all(visit, at.key("references"), &statement.references, Wanted::Reference);
        }
        for (index, reference) in readout.references.iter().enumerate() {
            let at = Path::of("references").index(index);
            all(visit, at.key("by"), &reference.by, Wanted::Actor);
            if let Some(of) = &reference.of {
                visit(at.key("of"), of, Wanted::Reference);
            }
        }
    }

    /// Visits every span.
    pub(super) fn each_span(&self, mut visit: impl FnMut(Path, &'a Evidence)) {
        let readout = self.readout;
        let mut all = |at: Path, key: &'static str, spans: &'a [Evidence]| {
            for (index, span) in spans.iter().enumerate() {
                visit(at.key(key).index(index), span);
            }
        };
        for (index, actor) in readout.actors.iter().enumerate() {
            let at = Path::of("actors").index(index);
            all(at, "evidence", &actor.evidence);
            for (index, office) in actor.offices.iter().enumerate() {
                all(at.key("offices").index(index), "evidence", &office.evidence);
            }
        }
        for (index, event) in readout.events.iter().enumerate() {
            let at = Path::of("events").index(index);
            all(at, "evidence", &event.evidence);
            all(at, "date_evidence", &event.date_evidence);
            if let Some(place) = &event.place {
                all(at.key("place"), "evidence", &place.evidence);
            }
            for (index, participant) in event.participants.iter().enumerate() {
                all(at.key("participants").index(index), "evidence", &participant.evidence);
            }
        }
        for (index, statement) in readout.statements.iter().enumerate() {
            let at = Path::of("statements").index(index);
            all(at, "evidence", &statement.evidence);
            all(at, "cue_evidence", &statement.cue_evidence);
        }
        for (index, reference) in readout.references.iter().enumerate() {
            all(Path::of("references").index(index), "evidence", &reference.evidence);
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
