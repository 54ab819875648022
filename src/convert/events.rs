//! Candidates to events: the main exchange, further ones, trips, separate calls.

use std::ops::Range;

use super::actors::Cast;
use super::attendance::attendance;
use super::completion::{complete_from_body, complete_from_title, finish, held_at};
use super::counterparts::pair;
use super::dates::{Dated, dates};
use super::encounters::{Candidate, candidates};
use super::event_names::{event_name, round};
use super::further::later;
use super::offices::OfficePhrase;
use super::persons::Side;
use super::phrases::Who;
use super::places::{Placed, place};
use super::quotes::Quotes;
use super::reading::{Reading, Unit};
use super::talk::talk;
use super::trips::destination;
use crate::lexicon::{Class, Form};
use crate::record::{Date, DateBasis, EventType, Mode, Role};

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
    let mut weak = Vec::new();
    let mut talks = Vec::new();
    for (index, unit) in reading.units.iter().enumerate() {
        let found = &cast.phrases[index];
        let labelled = unit
            .sentence
            .is_some_and(|sentence| reading.document.sentences[sentence].label.is_some());
        let heading = unit.sentence.is_none() && index > 0;
        if labelled || heading {
            continue;
        }
        let list = candidates(reading, cast, found, index, &inside);
        if unit.sentence.is_none() {
            title = list.into_iter().next().map(|mut title| {
                title.objects.retain(|(person, _)| !is_spokesperson(reading, cast, *person));
                title
            });
        } else {
            let opens = unit.sentence == Some(0)
                && list.iter().all(|candidate| candidate.form == Form::Noun);
            let told = || talk(reading, cast, found, index, title.as_ref());
            if opens && title.is_some() {
                body.extend(told());
            } else if opens {
                weak.extend(told());
            } else if list.iter().all(|told| told.form == Form::Sign) {
                talks.extend(told());
            }
            let (unnamed, named): (Vec<_>, Vec<_>) =
                list.into_iter().partition(|candidate| candidate.weak);
            body.extend(named);
            weak.extend(unnamed);
        }
    }
    let Some(mut first) = opening(reading, cast, title.as_ref(), &body, &weak)
        .or_else(|| unnamed(reading, title.as_ref(), &weak))
    else {
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
    name_from_headings(reading, cast, &mut happenings);
    let mut told = [body.clone(), talks].concat();
    told.sort_by_key(|told| told.unit);
    later(reading, cast, &first, &told, published, &mut happenings);
    held_at(reading, cast, &body, published, &mut happenings);
    attendance(reading, cast, &mut happenings);
    named_pair(reading, cast, &mut happenings);
    finish(reading, cast, published, &mut happenings);
    happenings
}

/// "Remarks at the 4th Nordic-Kenya summit" above a speech: a heading may say the name of the main event more fully.
fn name_from_headings(reading: &Reading<'_>, cast: &Cast, happenings: &mut [Happening]) {
    let Some(main) = happenings.first_mut() else { return };
    let Some(name) = &main.name else { return };
    let same =
        |one: usize, other: usize| reading.word(one).eq_ignore_ascii_case(reading.word(other));
    let fuller = |full: &Range<usize>| {
        let ends = full.clone().rev().zip(name.clone().rev()).all(|(one, other)| same(one, other));
        full.len() > name.len() && ends
    };
    let mut headings = reading.units.iter().skip(1).filter(|unit| unit.sentence.is_none());
    let full = headings.find_map(|unit| {
        event_name(reading, cast, unit.tokens.clone()).filter(|full| fuller(full))
    });
    if let Some(full) = full {
        main.round = round(reading, Some(&full));
        main.name = Some(full);
    }
}

/// "Chile-Kenya Annual Consultations": the two sides in the name of an exchange of which nobody else of another side is told.
fn named_pair(reading: &Reading<'_>, cast: &Cast, happenings: &mut [Happening]) {
    let (Some(main), Some(title)) = (happenings.first_mut(), reading.units.first()) else {
        return;
    };
    let foreign = main
        .participants
        .iter()
        .filter_map(|part| cast.persons[part.person].side)
        .chain(main.parties.iter().copied())
        .any(|side| Some(side) != reading.home);
    if !foreign && main.event_type != EventType::Visit {
        main.parties.extend(pair(reading, title.tokens.clone()).into_iter().flatten());
    }
}

/// "Statement by Spokesperson X on Minister Y's Call": who issues the readout takes no part in what it tells of.
fn is_spokesperson(reading: &Reading<'_>, cast: &Cast, person: usize) -> bool {
    let offices = &cast.persons[person].offices;
    let speaks = |office: &OfficePhrase| reading.is(office.head, Class::Spokesperson);
    !offices.is_empty() && offices.iter().all(speaks)
}

/// The candidate that reports the main exchange: the first of the opening sentences, else the title's.
fn opening(
    reading: &Reading<'_>,
    cast: &Cast,
    title: Option<&Candidate>,
    body: &[Candidate],
    weak: &[Candidate],
) -> Option<Candidate> {
    let first_units = opening_units(reading, cast);
    // Beside an exchange a message is an earlier one.
    let told_by_title = title.is_some_and(|title| {
        has_people(title) && !matches!(title.event_type, EventType::Statement | EventType::Message)
    });
    let met_by_title = title.is_some_and(|title| {
        has_people(title)
            && matches!(title.event_type, EventType::Meeting | EventType::Call)
            && body.iter().any(|told| {
                told.unit < first_units
                    && told.event_type == title.event_type
                    && matches!(told.form, Form::Meet | Form::Hold | Form::Receive)
                    && has_people(told)
            })
    });
    // A signing told by what was signed is the event only where nothing else is.
    // "X met Slovenia's president": nobody that is known, but the report all the same.
    let plain = weak.iter().find(|candidate| {
        reading.units[candidate.unit].sentence == Some(0)
            && matches!(candidate.form, Form::Meet | Form::Receive)
            && matches!(candidate.subject.as_ref().map(|s| &s.who), Some(Who::Persons(_)))
    });
    let finite = body.iter().find(|candidate| {
        candidate.unit < first_units
            && candidate.form != Form::Noun
            && !(candidate.form == Form::Sign && candidate.passive)
            && !(candidate.form == Form::Send && told_by_title)
            // "arrived in CITY", above a title that tells of the meeting there
            && !(candidate.form == Form::Travel && met_by_title)
    });
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
            // The first that tells of a signing names what was signed, where and when.
            let signing = weak.iter().find(|told| {
                told.unit < nominal.unit && (told.form, nominal.form) == (Form::Sign, Form::Sign)
            });
            let plain =
                plain.filter(|plain| plain.unit < nominal.unit || nominal.objects.is_empty());
            Some(plain.or(signing).unwrap_or(nominal).clone())
        }
        (None, _) => title
            .filter(exchange)
            .filter(|title| has_people(title) || title.name.is_some())
            .cloned()
            .or_else(|| nominal.cloned()),
    }
}

/// How many units may report the main exchange: up to the fourth sentence that names a person or tells something. What
/// stands around a page names nobody.
fn opening_units(reading: &Reading<'_>, cast: &Cast) -> usize {
    let tells = |unit: &Unit| {
        let tokens = unit.tokens.clone();
        cast.mentions_in(tokens.clone()).any(|mention| mention.person.is_some())
            || tokens.clone().any(|at| !reading.capital(at) && reading.cue(at).is_some())
    };
    let mut told = 0;
    let first = |unit: &&Unit| {
        told += usize::from(unit.sentence.is_some() && tells(unit));
        told < 5
    };
    reading.units.iter().take_while(first).count()
}

/// A meeting with people whom nobody names: reported in the first sentences, else told by the title alone.
fn unnamed(
    reading: &Reading<'_>,
    title: Option<&Candidate>,
    weak: &[Candidate],
) -> Option<Candidate> {
    let told = weak.iter().find(|candidate| {
        reading.units[candidate.unit].sentence.is_some_and(|sentence| sentence < 3)
    });
    let exchange = |candidate: &&Candidate| {
        !matches!(candidate.event_type, EventType::Statement | EventType::Message)
            || candidate.form == Form::Convey
    };
    told.or(title).filter(exchange).cloned()
}

pub(super) fn has_people(candidate: &Candidate) -> bool {
    !candidate.objects.is_empty()
        || !candidate.groups.is_empty()
        || !candidate.companions.is_empty()
}

/// One candidate as one event, or as one event for each counterpart.
pub(super) fn happen(
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
        round: round(reading, candidate.name.as_ref()),
        date: date_of(reading, candidate, published),
        place: place(reading, cast, candidate)
            .map(|placed| at_host(reading, cast, candidate, placed)),
        participants: own,
        parties,
        units: vec![candidate.unit],
    };
    if candidate.separate {
        let mut base = base;
        // "In separate meetings with A and B, the Minister": he is in both.
        let own =
            |person: usize| reading.home.is_some() && cast.persons[person].side == reading.home;
        let others = candidate.objects.iter().any(|(person, _)| !own(*person));
        for (person, tokens) in candidate.objects.iter().filter(|(p, _)| others && own(*p)) {
            push(&mut base.participants, *person, subject_role, tokens.clone());
        }
        let mut all: Vec<Happening> = Vec::new();
        let mut before = None;
        for (person, tokens) in candidate.objects.iter().filter(|(p, _)| !others || !own(*p)) {
            let side = cast.persons[*person].side;
            // People of one state are met together, though they are called one after the other.
            let together = before.is_some() && before == side && base.event_type != EventType::Call;
            before = side;
            if !together {
                all.push(base.clone());
            }
            if let Some(one) = all.last_mut() {
                push(&mut one.participants, *person, object_role, tokens.clone());
            }
        }
        return all;
    }
    let mut one = base;
    for (person, tokens) in &candidate.objects {
        let companion =
            tokens.start > 0 && matches!(reading.word(tokens.start - 1), "by" | "alongside");
        let role = if companion && candidate.form == Form::Receive && !candidate.passive {
            Role::Participant
        } else {
            object_role
        };
        push(&mut one.participants, *person, role, tokens.clone());
    }
    if candidate.form == Form::Noun && candidate.event_type == EventType::Visit {
        let states = destinations(reading, candidate);
        one.parties.extend(states.into_iter().map(Side::State));
    }
    if candidate.form == Form::Travel && candidate.event_type == EventType::Visit {
        // The travellers only: people met are in the encounter.
        one.participants
            .retain(|part| part.tokens.start < candidate.trigger.start || part.role != object_role);
        let states = destinations(reading, candidate);
        if states.len() > 1 {
            one.place = None; // each stop has its own
        }
        one.parties.extend(states.into_iter().map(Side::State));
    }
    vec![one]
}

/// A house that nothing says the state of is the host's: of him who receives, of him who is called on, else the publisher's.
fn at_host(
    reading: &Reading<'_>,
    cast: &Cast,
    candidate: &Candidate,
    mut placed: Placed,
) -> Placed {
    if placed.country.is_some() || candidate.form == Form::Travel {
        return placed;
    }
    let subject = candidate.subject.as_ref().and_then(|phrase| match &phrase.who {
        Who::Persons(persons) => persons.first().copied(),
        _ => None,
    });
    let object = candidate.objects.first().map(|(person, _)| *person);
    let calls = candidate.trigger.clone().any(|at| matches!(reading.word(at), "call" | "called"));
    let host = match candidate.form {
        Form::Receive if candidate.passive => object,
        Form::Receive => subject,
        _ if calls => object,
        _ => None,
    };
    let side = host.map_or(reading.home, |person| cast.persons[person].side);
    if let Some(Side::State(state)) = side {
        placed.country = Some(reading.lexicon.states[state as usize].code.clone());
    }
    placed
}

/// The states that a trip led to: "to Norway and Sweden".
fn destinations(reading: &Reading<'_>, trip: &Candidate) -> Vec<u16> {
    let Some(mut at) = destination(reading, trip.trigger.end) else { return Vec::new() };
    let mut states = Vec::new();
    while let Some(found) = reading.name_from(at)
        && let Some(state) = super::places::state_at(reading, at)
    {
        if !states.contains(&state) {
            states.push(state);
        }
        at = found.tokens.end;
        while matches!(reading.word(at), "," | "and" | "the" | "to") {
            at += 1;
        }
    }
    states
}

pub(super) fn push(parts: &mut Vec<Part>, person: usize, role: Role, tokens: Range<usize>) {
    if parts.iter().all(|part| part.person != person) {
        parts.push(Part { person, role, tokens });
    }
}

/// The roles of subject and object by the verb.
fn roles(reading: &Reading<'_>, candidate: &Candidate) -> (Role, Role) {
    let verb = reading.word(candidate.trigger.start);
    match candidate.form {
        Form::Receive if candidate.passive => (Role::Guest, Role::Host),
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
        Form::Sign if candidate.passive || verb.starts_with("sign") => {
            (Role::Signatory, Role::Signatory)
        }
        _ => (Role::Participant, Role::Participant),
    }
}

/// The date of an event: the first in its sentence that does not belong to another.
pub(super) fn date_of(
    reading: &Reading<'_>,
    candidate: &Candidate,
    published: Option<Date>,
) -> Option<Dated> {
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
        // "Following his speech in Warsaw today, …": the same day.
        .or_else(|| {
            all.iter().find(|dated| {
                dated.basis == DateBasis::Relative
                    && dated.tokens.start < candidate.region.start
                    && usable(dated)
            })
        })
        .cloned()
}

/// "since 2014", "ahead of the June 14 summit", "which will be held on": the date of something else.
pub(super) fn of_another(reading: &Reading<'_>, dated: &Dated, tokens: &Range<usize>) -> bool {
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
