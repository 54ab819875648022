//! What was read to the record: identifiers, code points, canonical order.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::actors::{Cast, singular};
use super::attribution::{SentenceReading, Speaker};
use super::events::Happening;
use super::offices::OfficePhrase;
use super::persons::Side;
use super::phrases::Who;
use super::points::Points;
use super::reading::{Reading, normal};
use super::references::Referred;
use super::{organizations, topics};
use crate::document::TEXT_RULES;
use crate::lexicon::{Name, Publisher};
use crate::record::{
    Actor, ActorKind, Conversion, Date, DateBasis, Event, Evidence, Identity, LocalId, Office,
    Participant, Place, Readout, Reference, SCHEMA_VERSION, Source, TextKept, sha256,
};

/// Everything that the passes found.
pub(super) struct Findings<'f, 'a> {
    pub(super) reading: &'f Reading<'a>,
    pub(super) cast: &'f Cast,
    pub(super) sentences: &'f [SentenceReading],
    pub(super) happenings: &'f [Happening],
    pub(super) references: &'f [Referred],
    pub(super) publisher: Option<&'f Publisher>,
}

/// Builds the record.
pub(super) fn assemble(findings: &Findings<'_, '_>) -> Readout {
    let mut builder = Builder::new(findings);
    builder.actors();
    let source = builder.source();
    let references = builder.references();
    let events = builder.events();
    let statements = builder.statements(&events);
    let lexicon = findings.reading.lexicon;
    let conversion = Conversion {
        tool: "chancery".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        lexicon: lexicon.version.clone(),
        lexicon_sha256: lexicon.sha256.clone(),
    };
    let mut readout = Readout {
        schema_version: SCHEMA_VERSION.parse().expect("the version has its form"),
        id: Identity::record(&source.id, SCHEMA_VERSION, &conversion),
        source,
        actors: builder.actors,
        events,
        statements,
        references,
        conversion,
    };
    readout.sort();
    readout
}

pub(super) struct Builder<'f, 'a> {
    pub(super) findings: &'f Findings<'f, 'a>,
    pub(super) points: Points<'f>,
    pub(super) actors: Vec<Actor>,
    pub(super) by_id: HashMap<LocalId, usize, FixedState>,
    pub(super) persons: Vec<Option<LocalId>>,
    pub(super) sides: HashMap<(bool, u16), LocalId, FixedState>,
    pub(super) publisher: Option<LocalId>,
}

impl<'f, 'a> Builder<'f, 'a> {
    fn new(findings: &'f Findings<'f, 'a>) -> Self {
        Self {
            findings,
            points: Points::new(&findings.reading.document.text),
            actors: Vec::new(),
            by_id: HashMap::default(),
            persons: vec![None; findings.cast.persons.len()],
            sides: HashMap::default(),
            publisher: None,
        }
    }

    pub(super) fn evidence(&self, tokens: &Range<usize>) -> Evidence {
        self.points.evidence(&self.findings.reading.bytes(tokens))
    }

    /// A new actor under an identifier made of `wish`; collisions get a number.
    pub(super) fn add(&mut self, wish: &str, mut actor: Actor) -> LocalId {
        let identifier =
            |slug: &str| -> LocalId { slug.parse().expect("slugs have the form of identifiers") };
        let mut id = identifier(wish);
        let mut number = 2;
        while self.by_id.contains_key(&id) {
            let stem = wish.get(..60).unwrap_or(wish).trim_end_matches('-');
            id = identifier(&format!("{stem}-{number}"));
            number += 1;
        }
        self.by_id.insert(id.clone(), self.actors.len());
        actor.id = id.clone();
        self.actors.push(actor);
        id
    }

    fn actors(&mut self) {
        let reading = self.findings.reading;
        let used = self.used_persons();
        // States and organisations that the text names, then persons, then those that facts rest on.
        for found in &reading.names {
            match found.name {
                Name::State(state) | Name::Demonym(state) => {
                    let id = self.side(Side::State(state));
                    let evidence = self.evidence(&found.tokens);
                    self.actor_mut(&id).evidence.push(evidence);
                }
                _ => {}
            }
        }
        for body in organizations::bodies(reading, self.findings.references) {
            let id = match body.known {
                Some(index) => self.side(Side::Organization(index)),
                None => {
                    let mut actor = blank(ActorKind::Organization, &body.name);
                    actor.represents =
                        body.state.map(|state| self.side(Side::State(state))).into_iter().collect();
                    self.add(&slug(&body.name), actor)
                }
            };
            let evidence: Vec<Evidence> =
                body.tokens.iter().map(|tokens| self.evidence(tokens)).collect();
            let actor = self.actor_mut(&id);
            actor.name = body.name;
            actor.also_known_as = body.other_names;
            actor.evidence = evidence;
        }
        let mut mentions = vec![Vec::new(); self.findings.cast.persons.len()];
        for mention in &self.findings.cast.mentions {
            if let Some(person) = mention.person {
                mentions[person].push(mention);
            }
        }
        for (index, person) in self.findings.cast.persons.iter().enumerate() {
            if !used[index] {
                continue;
            }
            let name = reading.phrase(&person.name);
            let mut actor = blank(ActorKind::Person, &name);
            actor.represents = person.side.map(|side| self.side(side)).into_iter().collect();
            for office in &person.offices {
                self.office(&mut actor, office);
            }
            for office in &mut actor.offices {
                office.evidence.sort_by_key(|span| (span.start, span.end));
                office.evidence.dedup();
            }
            actor.evidence = mentions[index]
                .iter()
                .map(|mention| self.evidence(mention.name.as_ref().unwrap_or(&mention.tokens)))
                .collect();
            let id = self.add(&slug(&name), actor);
            self.persons[index] = Some(id);
        }
        self.publisher = self.publisher_actor();
    }

    /// Persons that an office or honorific proves, or that take part or speak.
    fn used_persons(&self) -> Vec<bool> {
        let mut used: Vec<bool> =
            self.findings.cast.persons.iter().map(|person| person.certain).collect();
        for part in self.findings.happenings.iter().flat_map(|happening| &happening.participants) {
            used[part.person] = true;
        }
        for sentence in self.findings.sentences {
            if let Some(Speaker::Of(Who::Persons(persons))) = &sentence.speaker {
                for &person in persons {
                    used[person] = true;
                }
            }
        }
        used
    }

    fn office(&self, actor: &mut Actor, office: &OfficePhrase) {
        let title = title_of(self.findings.reading, office);
        let evidence = self.evidence(&office.title);
        match actor.offices.iter_mut().find(|known| known.title == title) {
            Some(known) => known.evidence.push(evidence),
            None => actor.offices.push(Office { title, evidence: vec![evidence] }),
        }
    }

    fn actor_mut(&mut self, id: &LocalId) -> &mut Actor {
        let index = self.by_id[id.as_str()];
        &mut self.actors[index]
    }

    /// The identifier of a state or organisation of the lexicon; the actor is made when it is first needed.
    pub(super) fn side(&mut self, side: Side) -> LocalId {
        let key = match side {
            Side::State(index) => (true, index),
            Side::Organization(index) => (false, index),
        };
        if let Some(id) = self.sides.get(&key) {
            return id.clone();
        }
        let lexicon = self.findings.reading.lexicon;
        let id = match side {
            Side::State(index) => {
                let state = &lexicon.states[index as usize];
                let mut actor = blank(ActorKind::State, &state.name);
                actor.same_as.clone_from(&state.same_as);
                self.add(&state.code, actor)
            }
            Side::Organization(index) => {
                let organization = &lexicon.organizations[index as usize];
                let mut actor = blank(ActorKind::Organization, &organization.name);
                actor.acronym =
                    Some(organization.acronym.clone()).filter(|acronym| !acronym.is_empty());
                actor.same_as.clone_from(&organization.same_as);
                actor.represents = self.state(&organization.state);
                self.add(&slug(&organization.id), actor)
            }
        };
        self.sides.insert(key, id.clone());
        id
    }

    /// The state of a code, if there is one, for whom a body acts.
    fn state(&mut self, code: &str) -> Vec<LocalId> {
        let state = self.findings.reading.lexicon.state_index(code);
        state.map(|state| self.side(Side::State(state))).into_iter().collect()
    }

    fn publisher_actor(&mut self) -> Option<LocalId> {
        if let Some(publisher) = self.findings.publisher {
            if let Some(index) = publisher.organization {
                return Some(self.side(Side::Organization(index)));
            }
            let mut actor = blank(ActorKind::Organization, &publisher.name);
            actor.represents = self.state(&publisher.state);
            actor.same_as.clone_from(&publisher.same_as);
            return Some(self.add(&publisher.id, actor));
        }
        let name = normal(self.findings.reading.document.metadata.publisher.as_deref()?);
        let mut actor = blank(ActorKind::Organization, &name);
        let home = self.findings.reading.home;
        actor.represents = home.map(|side| self.side(side)).into_iter().collect();
        (!name.is_empty()).then(|| self.add(&slug(&name), actor))
    }

    fn source(&self) -> Source {
        let document = self.findings.reading.document;
        let metadata = &document.metadata;
        let text_sha256 = sha256(document.text.as_bytes());
        let url = metadata.url.clone().filter(|url| !url.is_empty());
        let identity = Identity {
            text_sha256: &text_sha256,
            url: url.as_deref(),
            published: metadata.published,
            part: document.part,
        };
        Source {
            id: identity.document(),
            title: document
                .title
                .clone()
                .map(|span| document.text[span].trim().to_owned())
                .filter(|title| !title.is_empty()),
            publisher: self.publisher.clone(),
            published: metadata.published,
            dateline: document
                .dateline
                .as_ref()
                .map(|dateline| document.text[dateline.span.clone()].to_owned())
                .filter(|line| !line.is_empty()),
            host: metadata.host.clone(),
            url,
            language: metadata.language.clone(),
            media_type: document.media_type.to_owned(),
            part: document.part,
            given: metadata.given.clone(),
            sha256: document.sha256.clone(),
            text_sha256,
            text_rules: TEXT_RULES.to_owned(),
            text_kept: TextKept::Full,
            text: Some(document.text.clone()),
        }
    }

    fn references(&mut self) -> Vec<Reference> {
        let found = self.findings.references;
        found
            .iter()
            .enumerate()
            .map(|(index, referred)| Reference {
                id: numbered("reference", index),
                kind: referred.kind,
                name: referred.name.clone(),
                identifier: referred.identifier.clone(),
                by: {
                    let mut by: Vec<LocalId> =
                        referred.by_sides.iter().map(|side| self.side(*side)).collect();
                    by.extend(
                        referred
                            .by_persons
                            .iter()
                            .filter_map(|&person| self.persons[person].clone()),
                    );
                    by.sort();
                    by.dedup();
                    by
                },
                date: referred.date.map(|(date, _)| date),
                date_basis: referred.date.map(|(_, basis)| basis),
                ordinal: referred.ordinal,
                of: referred.of.map(|index| numbered("reference", index)),
                evidence: referred.tokens.iter().map(|tokens| self.evidence(tokens)).collect(),
            })
            .collect()
    }

    fn events(&mut self) -> Vec<Event> {
        let reading = self.findings.reading;
        let happenings = self.findings.happenings;
        let header = header_date(self.findings);
        happenings
            .iter()
            .enumerate()
            .map(|(index, happening)| {
                let (date, basis, date_evidence) = match &happening.date {
                    Some(dated) => {
                        (Some(dated.date), Some(dated.basis), vec![self.evidence(&dated.tokens)])
                    }
                    None => match header.clone().filter(|_| index == 0) {
                        Some((date, span)) => {
                            (Some(date), Some(DateBasis::Header), vec![self.points.evidence(&span)])
                        }
                        None => (None, None, Vec::new()),
                    },
                };
                let mut parties: Vec<LocalId> =
                    happening.parties.iter().map(|side| self.side(*side)).collect();
                parties.sort();
                parties.dedup();
                let participants = happening
                    .participants
                    .iter()
                    .filter_map(|part| {
                        let actor = self.persons[part.person].clone()?;
                        let offices = &self.actor_mut(&actor).offices;
                        Some(Participant {
                            office: fullest(offices),
                            actor,
                            role: part.role,
                            evidence: vec![self.evidence(&part.tokens)],
                        })
                    })
                    .collect();
                let units: Vec<Evidence> = happening
                    .units
                    .iter()
                    .map(|&unit| self.evidence(&reading.units[unit].tokens))
                    .collect();
                Event {
                    id: numbered("event", index),
                    event_type: happening.event_type,
                    mode: happening.mode,
                    name: happening.name.as_ref().map(|name| reading.phrase(name)),
                    series: happening.name.as_ref().and_then(|name| series(reading, name)),
                    round: happening.round,
                    date,
                    date_basis: basis,
                    date_evidence,
                    place: happening.place.as_ref().map(|placed| Place {
                        name: normal(&reading.document.text[placed.span.clone()]),
                        country: placed.country.as_deref().and_then(|code| code.parse().ok()),
                        evidence: vec![self.points.evidence(&placed.span)],
                    }),
                    participants,
                    parties,
                    topics: topics::of_units(reading, self.findings.cast, &happening.units),
                    evidence: units,
                }
            })
            .collect()
    }
}

/// The date in the document's own block, where the publisher dates events by it.
fn header_date(findings: &Findings<'_, '_>) -> Option<(Date, Range<usize>)> {
    let dateline =
        findings.reading.document.dateline.as_ref().filter(|dateline| dateline.own_block)?;
    let by_header = findings.publisher.is_some_and(|publisher| publisher.dated_by_header);
    by_header.then(|| dateline.date.clone()).flatten()
}

/// The title of an office as the codebook writes it: as in the text, a plural head in the singular.
pub(super) fn title_of(reading: &Reading<'_>, office: &OfficePhrase) -> String {
    let title = reading.phrase(&office.title);
    if !office.plural {
        return title;
    }
    let head = reading.word(office.head);
    title.replacen(head, &capitalised(&singular(&head.to_lowercase()), head), 1)
}

fn capitalised(word: &str, like: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) if like.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => word.to_owned(),
    }
}

/// The fullest of several titles: the longest, of two the first.
fn fullest(offices: &[Office]) -> Option<String> {
    let longest = offices.iter().rev().max_by_key(|office| office.title.chars().count());
    longest.map(|office| office.title.clone())
}

/// The name of a mechanism without ordinal and "round of", "meeting of the".
fn series(reading: &Reading<'_>, name: &Range<usize>) -> Option<String> {
    let first = name.clone().find(|&at| super::event_names::ordinal(reading.word(at)).is_some())?;
    let mut begin = first + 1;
    if matches!(reading.word(begin), "round" | "meeting" | "session" | "meetings")
        && reading.word(begin + 1) == "of"
    {
        begin += 2 + usize::from(reading.word(begin + 2) == "the");
    }
    (begin < name.end).then(|| reading.phrase(&(begin..name.end)))
}

pub(super) fn numbered(kind: &str, index: usize) -> LocalId {
    format!("{kind}-{}", index + 1)
        .parse()
        .expect("a word, a hyphen and a number are an identifier")
}

pub(super) fn blank(kind: ActorKind, name: &str) -> Actor {
    Actor {
        id: "actor".parse().expect("a word is an identifier"),
        kind,
        name: name.to_owned(),
        acronym: None,
        also_known_as: Vec::new(),
        represents: Vec::new(),
        offices: Vec::new(),
        same_as: Vec::new(),
        evidence: Vec::new(),
    }
}

/// A name as an identifier: ASCII letters and digits in lower case, joined by hyphens, at most 60 characters.
pub(super) fn slug(name: &str) -> String {
    let ascii: Cow<'_, str> =
        if name.is_ascii() { name.into() } else { deunicode::deunicode(name).into() };
    let mut slug = String::with_capacity(64);
    for part in ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
        if slug.len() + part.len() + 1 > 60 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(part.chars().map(|c| c.to_ascii_lowercase()));
    }
    if slug.starts_with(|c: char| c.is_ascii_alphabetic()) {
        slug
    } else {
        format!("x-{slug}").trim_end_matches('-').to_owned()
    }
}
