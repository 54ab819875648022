//! Candidates to events: the main exchange, further ones, trips, separate calls.

use std::ops::Range;

use super::actors::Cast;
use super::attendance::attendance;
use super::dates::{Dated, dates};
use super::encounters::{Candidate, after_adverbial, candidates, destination, ordinal, talk};
use super::persons::Side;
use super::phrases::Who;
use super::places::{Placed, place};
use super::quotes::Quotes;
use super::reading::Reading;
use crate::lexicon::Form;
use crate::record::{Date, EventType, Mode, Role};

/// An event as it was read.
#[derive(Debug, Clone)]
pub(super) struct Happening {
    pub(super) event_type: EventType,
    pub(super) mode: Option<Mode>,
    pub(super) name: Option<Range<usize>>,
    pub(super) round: Option<u16>,
    pub(super) date: Option<Dated>,
    pub(super) place: Option<Placed>,
    pub(super) participants: Vec<Part>,
    pub(super) parties: Vec<Side>,
    /// Units that report it.
    pub(super) units: Vec<usize>,
}

/// One person's part.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) person: usize,
    pub(super) role: Role,
    pub(super) tokens: Range<usize>,
}

/// The events of a readout, the main one first.
pub(super) fn events(
    reading: &Reading<'_>,
    cast: &Cast,
    quotes: &Quotes,
    published: Option<Date>,
) -> Vec<Happening> {
    let inside = |at: usize| quotes.covers(reading.tokens[at].start as usize);
    let mut title = None;
    let mut body = Vec::new();
    for (index, unit) in reading.units.iter().enumerate() {
        let found = &cast.phrases[index];
        let labelled = unit
            .sentence
            .is_some_and(|sentence| reading.document.sentences[sentence].label.is_some());
        if labelled {
            continue;
        }
        let list = candidates(reading, cast, found, index, &inside);
        if unit.sentence.is_none() {
            title = list.into_iter().next();
        } else {
            let opens = unit.sentence == Some(0)
                && list.iter().all(|candidate| candidate.form == Form::Noun);
            let talk = title
                .as_ref()
                .filter(|_| opens)
                .and_then(|title| talk(reading, cast, found, index, title));
            body.extend(talk);
            body.extend(list);
        }
    }
    let Some(mut first) = opening(reading, title.as_ref(), &body) else {
        return statement(reading, cast).into_iter().collect();
    };
    let trip = title.as_ref().filter(|title| {
        title.event_type == EventType::Visit
            && first.event_type != EventType::Visit
            && travels(cast, title)
    });
    let mut happenings = match trip {
        Some(trip) => {
            let mut visit = happen(reading, cast, trip, published);
            visit[0].mode = Some(Mode::InPerson);
            // The trip is the readout's subject; what the body reports are its stops.
            first = Candidate { trigger: 0..0, unit: trip.unit, ..trip.clone() };
            visit
        }
        None => happen(reading, cast, &first, published),
    };
    complete_from_body(reading, cast, published, &mut happenings);
    complete_from_title(reading, cast, title.as_ref(), &mut happenings);
    later(reading, cast, &first, &body, published, &mut happenings);
    attendance(reading, cast, &mut happenings);
    finish(reading, cast, published, &mut happenings);
    happenings
}

/// The candidate that reports the main exchange: the first of the opening sentences, else the title's.
fn opening(
    reading: &Reading<'_>,
    title: Option<&Candidate>,
    body: &[Candidate],
) -> Option<Candidate> {
    let first_units = reading
        .units
        .iter()
        .take_while(|unit| unit.sentence.is_none_or(|sentence| sentence < 4))
        .count();
    let finite =
        body.iter().find(|candidate| candidate.unit < first_units && candidate.form != Form::Noun);
    let nominal =
        body.iter().find(|candidate| candidate.unit < first_units && has_people(candidate));
    let exchange = |candidate: &&Candidate| {
        !matches!(candidate.event_type, EventType::Statement | EventType::Message)
    };
    match (finite, nominal) {
        (Some(finite), _) => Some(finite.clone()),
        (None, Some(nominal))
            if title.is_none_or(|title| {
                !has_people(title) || title.event_type == nominal.event_type
            }) =>
        {
            Some(nominal.clone())
        }
        (None, _) => title
            .filter(exchange)
            .filter(|title| has_people(title) || title.name.is_some())
            .cloned()
            .or_else(|| nominal.cloned()),
    }
}

fn has_people(candidate: &Candidate) -> bool {
    !candidate.objects.is_empty()
        || !candidate.groups.is_empty()
        || !candidate.companions.is_empty()
}

/// One candidate as one event, or as one event for each counterpart.
fn happen(
    reading: &Reading<'_>,
    cast: &Cast,
    candidate: &Candidate,
    published: Option<Date>,
) -> Vec<Happening> {
    let (subject_role, object_role) = roles(reading, candidate);
    let mut own: Vec<Part> = Vec::new();
    if let Some(phrase) = &candidate.subject
        && let Who::Persons(persons) = &phrase.who
    {
        for &person in persons {
            let tokens = cast
                .mentions_in(phrase.tokens.clone())
                .find(|m| m.person == Some(person))
                .map_or(phrase.tokens.clone(), |m| m.tokens.clone());
            push(&mut own, person, subject_role, tokens);
        }
    }
    for (person, tokens) in &candidate.companions {
        let role = if subject_role == Role::CoChair { Role::CoChair } else { Role::Participant };
        push(&mut own, *person, role, tokens.clone());
    }
    let mut parties: Vec<Side> = candidate.groups.clone();
    match candidate.subject.as_ref().map(|phrase| &phrase.who) {
        Some(Who::Side(side)) | Some(Who::Office(_, Some(side))) => parties.push(*side),
        Some(Who::Sides(sides)) => parties.extend(sides.iter().copied()),
        _ => {}
    }
    let base = Happening {
        event_type: candidate.event_type,
        mode: candidate.mode,
        name: candidate.name.clone(),
        round: candidate
            .name
            .clone()
            .and_then(|name| name.into_iter().find_map(|at| ordinal(reading.word(at)))),
        date: date_of(reading, candidate, published),
        place: place(reading, candidate),
        participants: own,
        parties,
        units: vec![candidate.unit],
    };
    if candidate.separate {
        return candidate
            .objects
            .iter()
            .map(|(person, tokens)| {
                let mut one = base.clone();
                push(&mut one.participants, *person, object_role, tokens.clone());
                one
            })
            .collect();
    }
    let mut one = base;
    for (person, tokens) in &candidate.objects {
        let companion =
            tokens.start > 0 && matches!(reading.word(tokens.start - 1), "by" | "alongside");
        let role = if companion && candidate.form == Form::Receive {
            Role::Participant
        } else {
            object_role
        };
        push(&mut one.participants, *person, role, tokens.clone());
    }
    if candidate.form == Form::Travel {
        // The travellers only: people met are in the encounter.
        one.participants
            .retain(|part| part.tokens.start < candidate.trigger.start || part.role != object_role);
        one.parties.extend(
            destination(reading, candidate.trigger.end)
                .and_then(|at| super::places::state_at(reading, at))
                .map(Side::State),
        );
    }
    vec![one]
}

fn push(parts: &mut Vec<Part>, person: usize, role: Role, tokens: Range<usize>) {
    if parts.iter().all(|part| part.person != person) {
        parts.push(Part { person, role, tokens });
    }
}

/// The roles of subject and object by the verb.
fn roles(reading: &Reading<'_>, candidate: &Candidate) -> (Role, Role) {
    let verb = reading.word(candidate.trigger.start);
    match candidate.form {
        Form::Receive if candidate.event_type == EventType::Call && verb.starts_with("receive") => {
            (Role::Participant, Role::Caller)
        }
        Form::Receive => (Role::Host, Role::Guest),
        Form::CoChair => (Role::CoChair, Role::CoChair),
        Form::Chair => (Role::Chair, Role::Participant),
        Form::Convene if matches!(verb, "hosted" | "co-hosted" | "hosts") => {
            (Role::Host, Role::Participant)
        }
        Form::Convene
            if candidate
                .region
                .clone()
                .any(|at| reading.word(at) == "White" || reading.word(at) == "Kremlin") =>
        {
            (Role::Host, Role::Participant)
        }
        _ => (Role::Participant, Role::Participant),
    }
}

/// The date of an event: the first in its sentence that does not belong to another.
fn date_of(reading: &Reading<'_>, candidate: &Candidate, published: Option<Date>) -> Option<Dated> {
    let tokens = reading.units[candidate.unit].tokens.clone();
    let all = dates(reading, tokens.clone(), published);
    let usable = |dated: &&Dated| !dated.attributive && !of_another(reading, dated, &tokens);
    all.iter()
        .find(|dated| usable(dated) && candidate.region.contains(&dated.tokens.start))
        .or_else(|| {
            all.iter().find(|dated| {
                usable(dated)
                    && dated.tokens.start >= candidate.trigger.start
                    && dated.tokens.start < candidate.trigger.end + 40
            })
        })
        .cloned()
}

/// "since 2014", "ahead of the June 14 summit", "which will be held on": the date of something else.
fn of_another(reading: &Reading<'_>, dated: &Dated, tokens: &Range<usize>) -> bool {
    let start = dated.tokens.start;
    let back = start.saturating_sub(6).max(tokens.start)..start;
    back.clone().any(|at| {
        matches!(
            reading.word(at),
            "since"
                | "until"
                | "before"
                | "will"
                | "next"
                | "upcoming"
                | "ahead"
                | "announced"
                | "announcement"
                | "following"
                | "after"
        )
    })
}

/// Whether a title tells of a trip by somebody: "X's Trip to Israel", "X visits Sri Lanka".
fn travels(cast: &Cast, title: &Candidate) -> bool {
    let owner = title.companions.iter().any(|(person, _)| cast.persons[*person].certain);
    owner || title.form == Form::Travel && title.subject.is_some()
}

/// What the opening sentences say of a main event that the title tells of: day, place, the publisher's own person.
fn complete_from_body(
    reading: &Reading<'_>,
    cast: &Cast,
    published: Option<Date>,
    happenings: &mut [Happening],
) {
    let units = || reading.units.iter().zip(&cast.phrases);
    let body = || units().filter(|(unit, _)| unit.sentence.is_some());
    if happenings.iter().all(|happening| happening.date.is_none()) {
        let first = body().take(2).find_map(|(unit, found)| {
            let tells = unit.tokens.clone().any(|at| {
                reading
                    .lexicon
                    .encounters
                    .longest(&reading.document.text, &reading.tokens[at..unit.tokens.end])
                    .is_some()
            });
            let all = dates(reading, unit.tokens.clone(), published);
            let start = after_adverbial(reading, found, unit.tokens.clone());
            all.into_iter().filter(|_| tells).find(|dated| {
                dated.tokens.start >= start
                    && !dated.attributive
                    && !of_another(reading, dated, &unit.tokens)
            })
        });
        for happening in happenings.iter_mut() {
            happening.date.clone_from(&first);
        }
    }
    let video = body().take(1).any(|(unit, _)| {
        unit.tokens.clone().any(|at| {
            matches!(reading.word(at), "videoconference" | "video" | "virtually" | "virtual")
        })
    });
    for happening in
        happenings.iter_mut().filter(|happening| video && happening.event_type == EventType::Summit)
    {
        happening.mode = Some(Mode::Video);
    }
    // Named people of the publisher's side who act in the text took part, where the report names none of that side.
    let home = reading.home;
    let missing = home.is_some()
        && happenings.iter().all(|happening| {
            happening.participants.iter().all(|part| cast.persons[part.person].side != home)
        });
    if missing {
        let actor = body().find_map(|(_, found)| {
            found.iter().take(3).find_map(|phrase| match &phrase.who {
                Who::Persons(persons)
                    if persons.len() == 1
                        && cast.persons[persons[0]].side == home
                        && acts_behind(reading, phrase.tokens.end) =>
                {
                    Some((persons[0], phrase.tokens.clone()))
                }
                _ => None,
            })
        });
        if let Some((person, tokens)) = actor {
            for happening in happenings.iter_mut() {
                happening
                    .participants
                    .insert(0, Part { person, role: Role::Participant, tokens: tokens.clone() });
            }
        }
    }
}

/// Whether a verb of speech or exchange follows a subject.
fn acts_behind(reading: &Reading<'_>, at: usize) -> bool {
    (at..at + 3).any(|verb| {
        !reading.capital(verb)
            && (reading.lexicon.cue(reading.word(verb)).is_some()
                || reading
                    .lexicon
                    .encounters
                    .word(reading.word(verb))
                    .is_some_and(|e| e.form != Form::Noun))
    })
}

/// What the title says of the main event and the sentence does not: persons, name, place.
fn complete_from_title(
    reading: &Reading<'_>,
    cast: &Cast,
    title: Option<&Candidate>,
    happenings: &mut [Happening],
) {
    let Some(title) = title else { return };
    let [main] = happenings else { return };
    let home = reading.home;
    let sides = |parts: &[Part]| {
        parts
            .iter()
            .filter_map(|part| cast.persons[part.person].side)
            .any(|side| Some(side) != home)
    };
    if main.event_type != EventType::Visit && main.parties.is_empty() && !sides(&main.participants)
    {
        for (person, tokens) in title.objects.iter().chain(&title.companions) {
            push(&mut main.participants, *person, Role::Participant, tokens.clone());
        }
        main.parties.extend(title.groups.iter().copied());
    }
    if main.name.is_none()
        && matches!(
            title.event_type,
            EventType::Summit | EventType::Consultation | EventType::Conference
        )
        && title.name.is_some()
        && main.event_type == title.event_type
    {
        main.name.clone_from(&title.name);
        main.round = title
            .name
            .clone()
            .and_then(|name| name.into_iter().find_map(|at| ordinal(reading.word(at))));
    }
    if title.mode == Some(Mode::Video)
        && matches!(main.event_type, EventType::Meeting | EventType::Call)
    {
        main.mode = Some(Mode::Video);
        main.event_type = EventType::Call;
    }
    if main.event_type != EventType::Call && main.place.is_none() {
        main.place = place(reading, title);
    }
    if !main.units.contains(&title.unit) {
        main.units.push(title.unit);
    }
}

/// Further exchanges that the body reports.
fn later(
    reading: &Reading<'_>,
    cast: &Cast,
    first: &Candidate,
    body: &[Candidate],
    published: Option<Date>,
    happenings: &mut Vec<Happening>,
) {
    let home = reading.home;
    for candidate in body.iter().filter(|candidate| {
        candidate.unit > first.unit || candidate.trigger.start > first.trigger.start
    }) {
        let new: Vec<usize> = candidate
            .objects
            .iter()
            .map(|(person, _)| *person)
            .filter(|person| {
                happenings.iter().all(|happening| {
                    happening.participants.iter().all(|part| part.person != *person)
                })
            })
            .filter(|&person| cast.persons[person].side != home)
            .collect();
        if matches!(reading.word(candidate.trigger.start), "was" | "were") {
            continue; // "He was joined by": companions, and no event of its own
        }
        let on_trip = happenings.iter().any(|happening| happening.event_type == EventType::Visit);
        let first_stop = on_trip
            && happenings.len() == 1
            && has_people(candidate)
            && candidate.form != Form::Travel;
        let takes_part = |who: &Who| matches!(who, Who::Persons(persons) if persons.iter().any(|person| happenings.iter().any(|h| h.participants.iter().any(|part| part.person == *person))));
        let signing = candidate.form == Form::Sign
            && candidate.subject.as_ref().is_some_and(|phrase| takes_part(&phrase.who));
        // "had separate calls with European leaders", whom a later sentence names: the same event, told in full.
        let vague = happenings.len() == 1
            && happenings[0].participants.iter().all(|part| cast.persons[part.person].side == home);
        if vague
            && !new.is_empty()
            && candidate.event_type == happenings[0].event_type
            && candidate.form != Form::Noun
        {
            let main = happenings.remove(0);
            for mut one in happen(reading, cast, candidate, published) {
                one.date = one.date.or_else(|| main.date.clone());
                one.place = one.place.or_else(|| main.place.clone());
                one.mode = main.mode.or(one.mode);
                one.units.extend(main.units.iter().copied());
                for part in &main.participants {
                    push(&mut one.participants, part.person, part.role, part.tokens.clone());
                }
                happenings.push(one);
            }
            continue;
        }
        let session = candidate.subject.is_none()
            && candidate.event_type == EventType::Consultation
            && candidate.name.is_some()
            && candidate.form == Form::Meet;
        if session {
            let parties = happenings[0].parties.clone();
            happenings.retain(|happening| {
                happening.event_type != EventType::Meeting || !happening.participants.is_empty()
            });
            happenings.extend(
                happen(reading, cast, candidate, published)
                    .into_iter()
                    .map(|one| Happening { parties: parties.clone(), ..one }),
            );
            continue;
        }
        if (new.is_empty() && !first_stop && !signing) || background(reading, candidate) {
            continue;
        }
        if !signing && names_the_unnamed(cast, candidate, &new, happenings) {
            continue;
        }
        let by_participant = match candidate.subject.as_ref().map(|phrase| &phrase.who) {
            Some(Who::Persons(persons)) => persons.iter().any(|person| {
                happenings.iter().any(|h| h.participants.iter().any(|part| part.person == *person))
                    || cast.persons[*person].side == home
            }),
            Some(Who::Singular | Who::Office(..) | Who::Me | Who::We) => true,
            Some(Who::Side(side)) => Some(*side) == home,
            // "They met with the Prime Minister": the travellers.
            Some(Who::Plural) => on_trip && candidate.form != Form::Travel,
            Some(_) => false,
            None => {
                candidate.form == Form::Noun
                    && (opens_with_exchange(reading, candidate) || followed(reading, candidate))
            }
        };
        if !by_participant {
            continue;
        }
        let mut more = happen(reading, cast, candidate, published);
        for happening in &mut more {
            // "He also met with": the traveller or the main person of the publisher's side.
            if happening.participants.iter().all(|part| cast.persons[part.person].side != home) {
                // "The delegation met": all travellers; "he met": the first of the publisher's side.
                let all = matches!(
                    candidate.subject.as_ref().map(|s| &s.who),
                    Some(Who::Side(_) | Who::Plural)
                );
                let own = happenings[0]
                    .participants
                    .iter()
                    .filter(|part| cast.persons[part.person].side == home)
                    .take(if all { usize::MAX } else { 1 });
                for (at, part) in own.enumerate() {
                    happening
                        .participants
                        .insert(at, Part { role: Role::Participant, ..part.clone() });
                }
            }
            let trip = happenings.iter().find(|h| h.event_type == EventType::Visit);
            let same_day = same_day(reading, candidate);
            if happening.date.is_none() {
                happening.date = match trip {
                    Some(trip) => trip.date.clone(),
                    None if same_day => happenings[0].date.clone(),
                    None => None,
                };
            }
            if happening.place.is_none() && happening.event_type != EventType::Call {
                happening.place = match trip {
                    Some(trip) => trip.place.clone(),
                    None if same_day => happenings[0].place.clone(),
                    None => None,
                };
            }
        }
        happenings.extend(more);
    }
}

/// A later sentence may name who stood for a side that the report of the event left unnamed: they took part in that event.
fn names_the_unnamed(
    cast: &Cast,
    candidate: &Candidate,
    new: &[usize],
    happenings: &mut [Happening],
) -> bool {
    let Some(side) = new.first().and_then(|&person| cast.persons[person].side) else {
        return false;
    };
    let unnamed = |happening: &&mut Happening| {
        happening.event_type != EventType::Visit
            && happening.parties.contains(&side)
            && happening
                .participants
                .iter()
                .all(|part| cast.persons[part.person].side != Some(side))
    };
    let Some(happening) = happenings.iter_mut().find(unnamed) else { return false };
    for (person, tokens) in candidate.objects.iter().filter(|(person, _)| new.contains(person)) {
        push(&mut happening.participants, *person, Role::Participant, tokens.clone());
    }
    true
}

/// "on the same day", "also": tied to the event before.
fn same_day(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let tokens = reading.units[candidate.unit].tokens.clone();
    tokens.clone().any(|at| reading.word(at) == "same" && reading.word(at + 1) == "day")
        || tokens.clone().any(|at| reading.word(at) == "sidelines")
}

/// "During the meeting with President X, Y discussed", "In discussions with President X".
fn opens_with_exchange(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let start = reading.units[candidate.unit].tokens.start;
    let at = candidate.trigger.start;
    let opens = (at.saturating_sub(4).max(start)..at)
        .any(|back| matches!(reading.word(back), "During" | "In" | "At" | "during" | "in" | "at"));
    at < start + 12 && opens && has_people(candidate)
}

/// "This followed X's meeting with Y": told with the main event, and part of the same report.
fn followed(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let start = reading.units[candidate.unit].tokens.start;
    reading.word(start) == "This" && reading.word(start + 1) == "followed" && has_people(candidate)
}

/// Earlier and planned exchanges make no event.
fn background(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let tokens = reading.units[candidate.unit].tokens.clone();
    let start = reading.word(tokens.start);
    matches!(start, "Earlier" | "Previously" | "Recall")
        || tokens.clone().any(|at| {
            matches!(
                reading.word(at),
                "follows" | "followed" | "upcoming" | "earlier" | "ago" | "recently"
            ) && at < candidate.trigger.end + 3
        }) && !matches!(start, "This")
        || (start == "This" && tokens.clone().any(|at| reading.word(at) == "follows"))
}

/// Parties, header dates, places that follow from the rest.
fn finish(
    reading: &Reading<'_>,
    cast: &Cast,
    _published: Option<Date>,
    happenings: &mut [Happening],
) {
    let header = super::places::header(reading);
    for (index, happening) in happenings.iter_mut().enumerate() {
        for part in &happening.participants {
            happening.parties.extend(cast.persons[part.person].side);
        }
        if let Some(home) = reading.home {
            happening.parties.push(home);
        }
        happening.parties.sort_unstable();
        happening.parties.dedup();
        if happening.event_type == EventType::Call {
            happening.place = None;
        }
        // Where a place is named, people were there; a trip and a signing need no place to say so.
        let in_person = happening.place.is_some()
            || matches!(happening.event_type, EventType::Visit | EventType::Signing);
        let contact = !matches!(
            happening.event_type,
            EventType::Statement | EventType::Message | EventType::Call
        );
        if happening.mode.is_none() && in_person && contact {
            happening.mode = Some(Mode::InPerson);
        }
        if index == 0
            && happening.event_type != EventType::Call
            && let Some(header) = header.clone()
        {
            happening.place = Some(header);
        }
    }
}

/// A document that reports no exchange is itself the event: a statement.
fn statement(reading: &Reading<'_>, _cast: &Cast) -> Option<Happening> {
    let unit = (0..reading.units.len()).next()?;
    Some(Happening {
        event_type: EventType::Statement,
        mode: None,
        name: None,
        round: None,
        date: None,
        place: None,
        participants: Vec::new(),
        parties: reading.home.into_iter().collect(),
        units: vec![unit],
    })
}
