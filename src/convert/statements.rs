//! Readings of sentences to the statements of the record: speakers, targets and events by their identifiers.

use std::ops::Range;

use super::assemble::{Builder, blank, numbered, slug, title_of};
use super::attribution::{SentenceReading, Speaker};
use super::events::Happening;
use super::persons::Side;
use super::phrases::Who;
use super::targets::{Named, targets};
use super::topics;
use crate::lexicon::Name;
use crate::record::{ActorKind, Attribution, Event, LocalId, Office, Statement};

impl Builder<'_, '_> {
    pub(super) fn statements(&mut self, events: &[Event]) -> Vec<Statement> {
        let reading = self.findings.reading;
        let findings = self.findings;
        let mut statements = Vec::new();
        let told = by_place(findings.happenings, |one: &Happening| one.units.iter().copied());
        let named =
            by_place(findings.references, |one| one.tokens.iter().map(|tokens| tokens.start));
        for sentence in findings.sentences {
            let Some(speaker) = &sentence.speaker else { continue };
            let unit = &reading.units[sentence.unit];
            let tokens = unit.tokens.clone();
            let span = reading.document.sentences
                [unit.sentence.expect("statements are made of sentences")]
            .span
            .clone();
            let at = events_of(&told, sentence.unit, events);
            let (attribution, speakers) = self.speakers(speaker, &at, events);
            let cue = sentence.cue.as_ref().map(|cue| reading.bytes(cue));
            let (targets, mentions) = self.targets(sentence, &speakers, &at, events);
            let references = named_in(&named, &tokens);
            let references =
                references.into_iter().map(|index| numbered("reference", index)).collect();
            statements.push(Statement {
                id: numbered("statement", statements.len()),
                sentence: unit.sentence.map_or(1, |sentence| sentence as u32 + 1),
                events: at.iter().map(|&index| events[index].id.clone()).collect(),
                attribution,
                speakers,
                act: sentence.act,
                cue: cue.clone().map(|cue| reading.document.text[cue].to_owned()),
                cue_evidence: cue.map(|cue| self.points.evidence(&cue)).into_iter().collect(),
                continued: sentence.continued,
                quotation: sentence.quotation,
                targets,
                mentions,
                references,
                topics: topics::of_units(reading, findings.cast, &[sentence.unit]),
                text: Some(reading.document.text[span.clone()].to_owned()),
                evidence: vec![self.points.evidence(&span)],
            });
        }
        statements
    }

    fn speakers(
        &mut self,
        speaker: &Speaker,
        at: &[usize],
        events: &[Event],
    ) -> (Attribution, Vec<LocalId>) {
        let mut ids: Vec<LocalId> = Vec::new();
        let attribution = match speaker {
            Speaker::Joint => {
                ids.extend(at.iter().flat_map(|&index| events[index].parties.iter().cloned()));
                Attribution::Joint
            }
            Speaker::Publisher => {
                ids.extend(self.publisher.clone());
                Attribution::Publisher
            }
            Speaker::Of(who) => {
                match who {
                    Who::Persons(persons) => ids
                        .extend(persons.iter().filter_map(|&person| self.persons[person].clone())),
                    Who::Side(side) | Who::Office(_, Some(side)) => {
                        ids.push(self.one_of_side(*side, events));
                    }
                    Who::Sides(sides) => {
                        for side in sides {
                            let id = self.one_of_side(*side, events);
                            ids.push(id);
                        }
                    }
                    Who::Office(head, None) => ids.extend(self.holder(*head)),
                    _ => {}
                }
                Attribution::Attributed
            }
        };
        ids.sort();
        ids.dedup();
        (attribution, ids)
    }

    /// The person whom the text names by an office only, of no state that it tells: an actor under that title.
    fn holder(&mut self, head: usize) -> Option<LocalId> {
        let reading = self.findings.reading;
        let mention = self.findings.cast.mentions_over(head).next()?;
        let title = title_of(reading, mention.offices.first()?);
        let evidence = self.evidence(&mention.tokens);
        if let Some(actor) = self.actors.iter_mut().find(|actor| {
            actor.kind == ActorKind::Person && actor.name == title && !actor.offices.is_empty()
        }) {
            if !actor.evidence.contains(&evidence) {
                actor.evidence.push(evidence);
            }
            return Some(actor.id.clone());
        }
        let mut actor = blank(ActorKind::Person, &title);
        actor.offices.push(Office { title: title.clone(), evidence: vec![evidence.clone()] });
        actor.evidence.push(evidence);
        Some(self.add(&slug(&title), actor))
    }

    /// A side stands for its one participant, where there is exactly one; else for itself.
    fn one_of_side(&mut self, side: Side, events: &[Event]) -> LocalId {
        let id = self.side(side);
        let mut persons: Vec<&LocalId> = events
            .iter()
            .flat_map(|event| &event.participants)
            .map(|participant| &participant.actor)
            .filter(|actor| self.actors[self.by_id[actor.as_str()]].represents.contains(&id))
            .collect();
        persons.sort();
        persons.dedup();
        match persons.as_slice() {
            [only] => (*only).clone(),
            _ => id,
        }
    }

    /// Whom the act is directed at, and who else is named.
    fn targets(
        &mut self,
        sentence: &SentenceReading,
        speakers: &[LocalId],
        at: &[usize],
        events: &[Event],
    ) -> (Vec<LocalId>, Vec<LocalId>) {
        let reading = self.findings.reading;
        let cast = self.findings.cast;
        let tokens = reading.units[sentence.unit].tokens.clone();
        let mut named: Vec<LocalId> = cast
            .mentions_in(tokens.clone())
            .filter_map(|mention| mention.person.and_then(|person| self.persons[person].clone()))
            .collect();
        for found in reading.names_in(tokens.clone()) {
            let id = match found.name {
                Name::State(state) | Name::Demonym(state) => Some(self.side(Side::State(state))),
                Name::Organization(body) => self.sides.get(&(false, body)).cloned(),
                _ => None,
            };
            let inside = cast
                .mentions_in(tokens.clone())
                .any(|mention| mention.tokens.contains(&found.tokens.start));
            named.extend(id.filter(|_| !inside));
        }
        let own: Vec<LocalId> = speakers
            .iter()
            .flat_map(|id| {
                let actor = &self.actors[self.by_id[id.as_str()]];
                actor.represents.iter().cloned().chain(std::iter::once(id.clone()))
            })
            .collect();
        let other = self.other_person(speakers, &own, at, events);
        let mut targets: Vec<LocalId> = targets(reading, cast, sentence, other)
            .into_iter()
            .filter_map(|target| match target {
                Named::Person(person) => self.persons[person].clone(),
                Named::Side(side) => Some(self.side(side)),
            })
            .filter(|id| !own.contains(id))
            .collect();
        targets.sort();
        targets.dedup();
        named.retain(|id| !speakers.contains(id) && !targets.contains(id));
        named.sort();
        named.dedup();
        (targets, named)
    }

    /// The one participant of the other side, where there is exactly one: whom "his counterpart" means.
    fn other_person(
        &self,
        speakers: &[LocalId],
        own: &[LocalId],
        at: &[usize],
        events: &[Event],
    ) -> Option<Named> {
        let mut others: Vec<&LocalId> = at
            .iter()
            .flat_map(|&index| &events[index].participants)
            .map(|part| &part.actor)
            .filter(|id| {
                let represents = &self.actors[self.by_id[id.as_str()]].represents;
                !speakers.contains(id) && !represents.iter().any(|side| own.contains(side))
            })
            .collect();
        others.sort();
        others.dedup();
        let [only] = others.as_slice() else { return None };
        self.persons.iter().position(|id| id.as_ref() == Some(*only)).map(Named::Person)
    }
}

/// The events that a sentence was said at: the one reported last before it; all of them where calls were separate.
fn events_of(told: &[(usize, usize)], unit: usize, events: &[Event]) -> Vec<usize> {
    if events.is_empty() {
        return Vec::new();
    }
    let before = &told[..told.partition_point(|(at, _)| *at <= unit)];
    let latest = before.last().map(|(at, _)| *at);
    let mut here: Vec<usize> = before
        .iter()
        .rev()
        .take_while(|(at, _)| Some(*at) == latest)
        .map(|(_, happening)| *happening)
        .collect();
    here.sort_unstable();
    here.dedup();
    if here.is_empty() { (0..events.len()).collect() } else { here }
}

/// The references that are named in a stretch of tokens, in order; `named` has the first token of each naming.
fn named_in(named: &[(usize, usize)], tokens: &Range<usize>) -> Vec<usize> {
    let first = named.partition_point(|(at, _)| *at < tokens.start);
    let inside = named[first..].iter().take_while(|(at, _)| *at < tokens.end);
    let mut references: Vec<usize> = inside.map(|(_, reference)| *reference).collect();
    references.sort_unstable();
    references.dedup();
    references
}

/// Places with what stands there, by place: each of `all` with its index.
fn by_place<'a, T: 'a, I: IntoIterator<Item = usize>>(
    all: &'a [T],
    places: impl Fn(&'a T) -> I,
) -> Vec<(usize, usize)> {
    let indexed = all.iter().enumerate();
    let mut by_place: Vec<(usize, usize)> = indexed
        .flat_map(|(index, one)| places(one).into_iter().map(move |place| (place, index)))
        .collect();
    by_place.sort_unstable();
    by_place
}
