//! Numbers in, a valid record out: every field exercised, ids that resolve, spans inside the text, right digests.
//!
//! The numbers are a tape of choices: an empty tape gives the plainest record, so that a failing case shrinks to few facts.

use chancery::record::{
    Act, Actor, ActorKind, Attribution, Conversion, Date, DateBasis, Event, EventType, Evidence,
    GivenField, Identity, LocalId, Mode, Office, Part, Participant, Place, Quotation, Readout,
    Reference, ReferenceKind, Role, SCHEMA_VERSION, Source, Statement, TextKept, Topic, sha256,
};
use chancery::validate::{self, Valid};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

/// Random valid records.
pub(crate) fn records() -> impl Strategy<Value = Readout> {
    vec(any::<u16>(), 0..600).prop_map(|choices| record(&choices))
}

/// The record that a tape of choices gives.
pub(crate) fn record(choices: &[u16]) -> Readout {
    let mut tape = Tape(choices.iter());
    let (text, sentences) = text(&mut tape);
    let draft = Draft { characters: text.chars().collect(), sentences };
    let kept = tape.one(TextKept::ALL);
    let mut readout = draft.readout(&mut tape, text);
    readout.sort();
    reduce(&mut readout, kept, &draft.characters);
    readout
}

struct Tape<'a>(std::slice::Iter<'a, u16>);

impl Tape<'_> {
    /// A number below `n`; 0 when the tape has ended.
    fn below(&mut self, n: usize) -> usize {
        self.0.next().map_or(0, |choice| usize::from(*choice) % n.max(1))
    }

    fn chance(&mut self) -> bool {
        self.below(2) == 1
    }

    fn one<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance().then(|| make(self))
    }

    /// Up to `most` of the values, each at most once.
    fn some<T: Clone + PartialEq>(&mut self, from: &[T], most: usize) -> Vec<T> {
        let mut chosen = Vec::new();
        for _ in 0..self.below(most + 1) {
            if let Some(value) = from.get(self.below(from.len()))
                && !chosen.contains(value)
            {
                chosen.push(value.clone());
            }
        }
        chosen
    }

    /// A name or title with what markup makes of it most often goes wrong.
    fn name(&mut self) -> String {
        const PARTS: &[&str] = &[
            "Wang",
            " ",
            "Yi",
            "\t",
            "日本",
            "e\u{301}",
            "&amp;",
            "<b>",
            "]]>",
            "\"",
            "'",
            "\\",
            "\r",
            "\n",
            "\u{85}",
            "\u{a0}",
            "\u{202f}",
            "\u{2028}",
            "👩\u{200d}🚀",
            "\u{feff}",
            "\u{fffd}",
            "\u{7f}",
            "@id",
            "#x",
            "http://example.org/a b",
            "{",
            "[",
            "null",
            "true",
            "1e9",
        ];
        let mut name = String::from(self.one(PARTS));
        for _ in 0..self.below(5) {
            name.push_str(self.one(PARTS));
        }
        name
    }

    fn date(&mut self) -> Date {
        let year = self.one(&[1945_i16, 1999, 2024]);
        let (month, day) = (self.one(&[1_u8, 2, 12]), self.one(&[1_u8, 9, 27]));
        match self.below(5) {
            0 => Date::Day(year, month, day),
            1 => Date::Month(year, month),
            2 => Date::Year(year),
            3 => Date::Interval((year, month, day), (year, month, day + 1)),
            _ => Date::YearlessDay(month, day),
        }
    }
}

/// Text of one or more sentences, and the code points of each sentence.
fn text(tape: &mut Tape<'_>) -> (String, Vec<(usize, usize)>) {
    const WORDS: &[&str] = &[
        "The",
        "sides",
        "met",
        "王毅",
        "Лавров",
        "said",
        "\"quoted\"",
        "&",
        "<sup>",
        "]]>",
        "\u{202f}",
        "e\u{301}",
        "👩\u{200d}🚀",
        "a\tb",
        "\u{2028}",
        "\u{feff}",
        "\u{fffd}",
        "it's",
        "{\"a\":1}",
    ];
    let mut text = String::new();
    let mut sentences = Vec::new();
    for number in 0..=tape.below(6) {
        if number > 0 {
            text.push_str(tape.one(&[" ", "\n\n", "\n"]));
        }
        let start = text.chars().count();
        text.push_str(tape.one(WORDS));
        for _ in 0..tape.below(8) {
            text.push(' ');
            text.push_str(tape.one(WORDS));
        }
        text.push('.');
        sentences.push((start, text.chars().count()));
    }
    (text, sentences)
}

struct Draft {
    characters: Vec<char>,
    sentences: Vec<(usize, usize)>,
}

impl Draft {
    fn within(tape: &mut Tape<'_>, (from, to): (usize, usize)) -> (usize, usize) {
        let start = from + tape.below(to - from);
        (start, start + 1 + tape.below(to - start))
    }

    fn span(&self, tape: &mut Tape<'_>) -> Evidence {
        let (start, end) = Self::within(tape, (0, self.characters.len()));
        Evidence::new(small(start), small(end))
    }

    fn spans(&self, tape: &mut Tape<'_>, least: usize) -> Vec<Evidence> {
        let mut spans: Vec<_> = (0..least + tape.below(3)).map(|_| self.span(tape)).collect();
        spans.sort();
        spans.dedup();
        spans
    }

    fn string(&self, start: usize, end: usize) -> String {
        self.characters[start..end].iter().collect()
    }

    fn readout(&self, tape: &mut Tape<'_>, text: String) -> Readout {
        let actors = self.actors(tape);
        let ids = |kinds: &[ActorKind]| -> Vec<LocalId> {
            let some = actors.iter().filter(|actor| kinds.contains(&actor.kind));
            some.map(|actor| actor.id.clone()).collect()
        };
        let everyone = ids(ActorKind::ALL);
        let sides = ids(&[ActorKind::State, ActorKind::Organization]);
        let publisher = tape.maybe(|tape| sides[tape.below(sides.len())].clone());
        let events: Vec<_> =
            (1..=tape.below(4)).map(|number| self.event(tape, number, &actors)).collect();
        let references = self.references(tape, &everyone);
        let statements = (1..=tape.below(6))
            .map(|number| {
                self.statement(tape, number, &everyone, &events, &references, publisher.as_ref())
            })
            .collect();
        let source = Self::source(tape, text, publisher);
        let conversion = Conversion {
            tool: "chancery".to_owned(),
            version: tape.one(&["0.1.0", "1.2.3-rc.1+build"]).to_owned(),
            lexicon: tape.one(&["en 2026.1", "en 2026.1, ru\u{a0}2026.2"]).to_owned(),
            lexicon_sha256: sha256(&tape.below(256).to_le_bytes()),
        };
        Readout {
            schema_version: SCHEMA_VERSION.parse().expect("a scalar in its form"),
            id: Identity::record(&source.id, SCHEMA_VERSION, &conversion),
            source,
            actors,
            events,
            statements,
            references,
            conversion,
        }
    }

    fn source(tape: &mut Tape<'_>, text: String, issuer: Option<LocalId>) -> Source {
        let text_sha256 = sha256(text.as_bytes());
        let published = tape.maybe(|tape| Date::Day(2025, tape.one(&[1, 6, 12]), 31));
        // June has 30 days.
        let published = published.filter(|date| date.check().is_ok());
        let url = tape.maybe(|tape| {
            tape.one(&["https://example.org/a?b=c&d=%20#e", "http://例え.jp/<x>", "urn:x:y"])
                .to_owned()
        });
        let part = tape.maybe(|tape| {
            let of: u16 = small(2 + tape.below(9000));
            Part { index: of.min(small(1 + tape.below(9000))), of }
        });
        let identity = Identity { text_sha256: &text_sha256, url: url.as_deref(), published, part };
        let language = tape.maybe(|tape| tape.one(&["en", "zh-Hans", "pt-BR", "sr-Cyrl-RS"]));
        Source {
            id: identity.document(),
            title: tape.maybe(Tape::name),
            publisher: issuer,
            published,
            dateline: tape.maybe(Tape::name),
            host: tape.maybe(Tape::name),
            url,
            language: language.map(|tag| tag.parse().expect("a scalar in its form")),
            media_type: tape.one(&["text/plain", "text/html", "application/x-ndjson"]).to_owned(),
            part,
            given: tape.some(GivenField::ALL, 4),
            sha256: sha256(&tape.below(256).to_le_bytes()),
            text_sha256,
            text_rules: "1".to_owned(),
            text_kept: TextKept::Full,
            text: Some(text),
        }
    }

    /// Some states, organisations and persons; the first is a state.
    fn actors(&self, tape: &mut Tape<'_>) -> Vec<Actor> {
        const STATES: &[&str] = &["CHN", "RUS", "FRA", "USA", "IND", "UKR"];
        let mut actors: Vec<Actor> = Vec::new();
        for number in 0..=tape.below(7) {
            let state = STATES.get(number / 3);
            let (id, kind) = match (number % 3, state) {
                (0, Some(code)) => ((*code).to_owned(), ActorKind::State),
                (1, Some(code)) if tape.chance() => {
                    (format!("{code}-mfa"), ActorKind::Organization)
                }
                (1, _) => (format!("un-{number}"), ActorKind::Organization),
                _ => (format!("wang-yi-{number}"), ActorKind::Person),
            };
            let states: Vec<_> = actors
                .iter()
                .filter(|actor| actor.kind == ActorKind::State)
                .map(|actor| actor.id.clone())
                .collect();
            let represents =
                if kind == ActorKind::State { Vec::new() } else { tape.some(&states, 2) };
            let mut offices: Vec<Office> = Vec::new();
            if kind == ActorKind::Person {
                for _ in 0..tape.below(3) {
                    let title = tape.name();
                    if offices.iter().all(|office| office.title != title) {
                        offices.push(Office { title, evidence: self.spans(tape, 1) });
                    }
                }
            }
            let acronym = (kind == ActorKind::Organization).then(|| tape.maybe(Tape::name));
            actors.push(Actor {
                id: id.parse().expect("a scalar in its form"),
                kind,
                name: tape.name(),
                acronym: acronym.flatten(),
                also_known_as: names(tape),
                represents,
                offices,
                same_as: tape
                    .some(
                        &[
                            "http://www.wikidata.org/entity/Q148",
                            "https://example.org/?a=1&b=%3C#e",
                        ],
                        2,
                    )
                    .into_iter()
                    .map(|iri| iri.parse().expect("a scalar in its form"))
                    .collect(),
                evidence: self.spans(tape, 0),
            });
        }
        actors
    }

    fn event(&self, tape: &mut Tape<'_>, number: usize, actors: &[Actor]) -> Event {
        let event_type = tape.one(EventType::ALL);
        let date = tape.maybe(Tape::date);
        let date_evidence = if date.is_some() { self.spans(tape, 1) } else { Vec::new() };
        let mut participants = Vec::new();
        let mut parties = Vec::new();
        for actor in tape.some(&(0..actors.len()).collect::<Vec<_>>(), 4) {
            let actor = &actors[actor];
            // States and bodies take part as parties, persons and bodies as participants.
            if actor.kind == ActorKind::Person {
                parties.extend(actor.represents.iter().cloned());
            } else if actor.represents.is_empty() {
                parties.push(actor.id.clone());
            } else {
                parties.extend(actor.represents.iter().cloned());
            }
            if actor.kind != ActorKind::State {
                participants.push(Participant {
                    actor: actor.id.clone(),
                    role: tape.one(Role::ALL),
                    office: if actor.kind == ActorKind::Person {
                        tape.maybe(Tape::name)
                    } else {
                        None
                    },
                    evidence: self.spans(tape, 1),
                });
            }
        }
        parties.sort();
        parties.dedup();
        let place = tape.maybe(|tape| Place {
            name: tape.name(),
            country: tape.maybe(|tape| {
                tape.one(&["FRA", "CHE", "XKX"]).parse().expect("a scalar in its form")
            }),
            evidence: self.spans(tape, 1),
        });
        Event {
            id: format!("event-{number}").parse().expect("a scalar in its form"),
            event_type,
            mode: tape.maybe(|tape| tape.one(Mode::ALL)),
            name: tape.maybe(Tape::name),
            series: tape.maybe(Tape::name),
            round: tape.maybe(|tape| small(1 + tape.below(9999))),
            date,
            date_basis: date.map(|_| tape.one(DateBasis::ALL)),
            date_evidence,
            place: place.filter(|_| event_type != EventType::Call),
            participants,
            parties,
            topics: tape.some(Topic::ALL, 3),
            evidence: self.spans(tape, 1),
        }
    }

    fn statement(
        &self,
        tape: &mut Tape<'_>,
        number: usize,
        everyone: &[LocalId],
        events: &[Event],
        references: &[Reference],
        publisher: Option<&LocalId>,
    ) -> Statement {
        let sentence = tape.below(self.sentences.len());
        let (start, end) = Self::within(tape, self.sentences[sentence]);
        let at: Vec<_> = tape.some(events, 2);
        let mut parties: Vec<_> = at.iter().flat_map(|event| event.parties.clone()).collect();
        parties.sort();
        parties.dedup();
        let (attribution, speakers) = match (tape.below(3), publisher) {
            (1, _) if parties.len() > 1 => (Attribution::Joint, parties),
            (2, Some(publisher)) => (Attribution::Publisher, vec![publisher.clone()]),
            _ => (Attribution::Attributed, vec![everyone[tape.below(everyone.len())].clone()]),
        };
        let cue = tape.maybe(|tape| self.span(tape));
        let targets = tape.some(everyone, 2);
        let others: Vec<_> = everyone.iter().filter(|id| !targets.contains(id)).cloned().collect();
        let reference_ids: Vec<_> = references.iter().map(|r| r.id.clone()).collect();
        Statement {
            id: format!("statement-{number}").parse().expect("a scalar in its form"),
            sentence: small(sentence + 1),
            events: at.into_iter().map(|event| event.id).collect(),
            attribution,
            speakers,
            act: tape.one(Act::ALL),
            cue: cue.as_ref().map(|cue| self.string(cue.start as usize, cue.end as usize)),
            cue_evidence: cue.into_iter().collect(),
            continued: tape.chance(),
            quotation: tape.one(Quotation::ALL),
            targets,
            mentions: tape.some(&others, 2),
            references: tape.some(&reference_ids, 2),
            topics: tape.some(Topic::ALL, 3),
            text: Some(self.string(start, end)),
            evidence: vec![Evidence::new(small(start), small(end))],
        }
    }

    fn references(&self, tape: &mut Tape<'_>, everyone: &[LocalId]) -> Vec<Reference> {
        let mut references: Vec<Reference> = Vec::new();
        for number in 1..=tape.below(4) {
            let kind = tape.one(ReferenceKind::ALL);
            let is_anniversary = kind == ReferenceKind::Anniversary;
            let date = tape.maybe(Tape::date);
            let earlier: Vec<_> = references.iter().map(|r| r.id.clone()).collect();
            references.push(Reference {
                id: format!("reference-{number}").parse().expect("a scalar in its form"),
                kind,
                name: tape.maybe(Tape::name),
                identifier: tape.maybe(Tape::name),
                by: tape.some(everyone, 2),
                date,
                date_basis: date.map(|_| tape.one(DateBasis::ALL)),
                ordinal: is_anniversary.then(|| small(1 + tape.below(9999))),
                of: tape.some(&earlier, 1).pop().filter(|_| is_anniversary),
                evidence: self.spans(tape, 1),
            });
        }
        references
    }
}

/// The numbers of a record are small.
fn small<T: TryFrom<usize>>(number: usize) -> T {
    T::try_from(number).unwrap_or_else(|_| panic!("{number} is small"))
}

/// Other names, each once.
fn names(tape: &mut Tape<'_>) -> Vec<String> {
    let mut names: Vec<_> = (0..tape.below(3)).map(|_| tape.name()).collect();
    names.sort();
    names.dedup();
    names
}

/// Leaves out as much of the text as `kept` says.
fn reduce(readout: &mut Readout, kept: TextKept, characters: &[char]) {
    readout.source.text_kept = kept;
    if kept == TextKept::Full {
        return;
    }
    readout.source.text = None;
    if kept == TextKept::None {
        readout.statements.iter_mut().for_each(|statement| statement.text = None);
        return;
    }
    for evidence in all_evidence(readout) {
        let (start, end) = (evidence.start as usize, evidence.end as usize);
        let string = |from: usize, to: usize| Some(characters[from..to].iter().collect());
        evidence.quote = string(start, end);
        evidence.prefix = string(start.saturating_sub(32), start);
        evidence.suffix = string(end, characters.len().min(end + 32));
    }
}

fn all_evidence(readout: &mut Readout) -> Vec<&mut Evidence> {
    let mut all = Vec::new();
    for actor in &mut readout.actors {
        all.extend(&mut actor.evidence);
        all.extend(actor.offices.iter_mut().flat_map(|office| &mut office.evidence));
    }
    for event in &mut readout.events {
        all.extend(&mut event.date_evidence);
        all.extend(&mut event.evidence);
        all.extend(event.place.iter_mut().flat_map(|place| &mut place.evidence));
        all.extend(event.participants.iter_mut().flat_map(|part| &mut part.evidence));
    }
    for statement in &mut readout.statements {
        all.extend(&mut statement.cue_evidence);
        all.extend(&mut statement.evidence);
    }
    all.extend(readout.references.iter_mut().flat_map(|reference| &mut reference.evidence));
    all
}

/// The record as exporters take it, which nothing is wrong with.
pub(crate) fn valid(readout: Readout) -> Valid {
    let verdict = validate::readout(readout);
    assert!(verdict.findings.is_empty(), "{:#?}", verdict.findings);
    verdict.valid.expect("a record without findings is valid")
}
