//! What other parts of a document say of its events: the events in, their day, place, name and parties completed.

use std::ops::Range;

use super::actors::Cast;
use super::dates::dates;
use super::encounters::{Candidate, after_adverbial};
use super::event_names::{has_names, round};
use super::events::{Happening, Part, date_of, has_people, of_another, push};
use super::phrases::Who;
use super::places::{Placed, place};
use super::reading::Reading;
use crate::lexicon::{Class, Form, Name};
use crate::record::{Date, EventType, Mode, Role};

/// What the opening sentences say of a main event that the title tells of: day, place, the publisher's own person.
pub(super) fn complete_from_body(
    reading: &Reading<'_>,
    cast: &Cast,
    published: Option<Date>,
    happenings: &mut [Happening],
) {
    let units = || reading.units.iter().zip(&cast.phrases);
    let body = || units().filter(|(unit, _)| unit.sentence.is_some());
    if happenings.iter().all(|happening| happening.date.is_none()) {
        let first = body().take(2).find_map(|(unit, found)| {
            let tells =
                unit.tokens.clone().any(|at| reading.encounter(at..unit.tokens.end).is_some());
            let all = dates(reading, unit.tokens.clone(), published);
            let start = after_adverbial(reading, found, unit.tokens.clone());
            all.into_iter().filter(|_| tells).find(|dated| {
                dated.tokens.start >= start
                    && !dated.attributive
                    && !of_another(reading, dated, &unit.tokens)
                    && !told_of_another(reading, start..dated.tokens.start)
            })
        });
        for happening in happenings.iter_mut() {
            happening.date.clone_from(&first);
        }
    }
    let video = virtually(reading);
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

/// Whether the first sentence of the body says that people met by video.
fn virtually(reading: &Reading<'_>) -> bool {
    let first = reading.units.iter().find(|unit| unit.sentence.is_some());
    first
        .into_iter()
        .flat_map(|unit| unit.tokens.clone())
        .any(|at| matches!(reading.word(at), "videoconference" | "video" | "virtually" | "virtual"))
}

/// "They discussed the upcoming visit of X to Vik on May 3", "The meeting followed the summit on": the day of something else.
fn told_of_another(reading: &Reading<'_>, before: Range<usize>) -> bool {
    before.into_iter().any(|at| {
        reading.is(at, Class::OccasionAfter)
            || matches!(reading.word(at), "followed" | "follows")
            || reading.word(at) == "to" && reading.word(at + 1) == "be"
    })
}

/// Whether a verb of speech or exchange follows a subject.
fn acts_behind(reading: &Reading<'_>, at: usize) -> bool {
    (at..at + 3).any(|verb| {
        !reading.capital(verb)
            && (reading.cue(verb).is_some()
                || reading.encounter_word(verb).is_some_and(|e| e.form != Form::Noun))
    })
}

/// What the title says of the main event and the sentence does not: persons, name, place.
pub(super) fn complete_from_title(
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
    // "Joint Statement on the Norland-Chile Strategic Dialogue" above "Ministers X and Y met": the title says what it was.
    let round = |name: &Option<Range<usize>>| round(reading, name.as_ref());
    if names_the_exchange(reading, title)
        && matches!(
            main.event_type,
            EventType::Meeting | EventType::Call | EventType::Statement | EventType::Conference
        )
        && (main.name.is_none() || round(&main.name) == round(&title.name))
    {
        main.event_type = title.event_type;
        main.mode = main.mode.filter(|mode| *mode != Mode::Telephone);
        if virtually(reading) {
            main.mode = Some(Mode::Video);
        }
    }
    if main.name.is_none()
        && has_names(title.event_type)
        && title.name.is_some()
        && main.event_type == title.event_type
    {
        main.name.clone_from(&title.name);
        main.round = round(&title.name);
    }
    // "Members met with ambassadors" above "spoke with ambassadors": the title says that they met.
    let met = title.form == Form::Meet && title.event_type == EventType::Meeting;
    let spoke = reading.units[main.units[0]]
        .tokens
        .clone()
        .any(|at| matches!(reading.word(at), "spoke" | "talked"));
    let phone = reading.units.iter().take(6).flat_map(|unit| unit.tokens.clone()).any(|at| {
        matches!(reading.word(at), "call" | "phone" | "telephone" | "Call" | "telephonic")
    });
    if met && spoke && !phone && main.event_type == EventType::Call {
        main.event_type = EventType::Meeting;
        main.mode = Some(Mode::InPerson);
    }
    if title.mode == Some(Mode::Video)
        && matches!(main.event_type, EventType::Meeting | EventType::Call)
    {
        main.mode = Some(Mode::Video);
        main.event_type = EventType::Call;
    }
    if main.event_type != EventType::Call && main.place.is_none() {
        main.place = place(reading, cast, title);
    }
    finer(reading, main);
    if !main.units.contains(&title.unit) {
        main.units.push(title.unit);
    }
}

/// Whether a title is the name of an exchange, with at most the genre of the text before it.
fn names_the_exchange(reading: &Reading<'_>, title: &Candidate) -> bool {
    let start = reading.units[title.unit].tokens.start;
    title.form == Form::Noun
        && !has_people(title)
        && has_names(title.event_type)
        && title.name.as_ref().is_some_and(|name| {
            (start..name.start).all(|at| {
                reading.is_lowered(at, Class::Genre)
                    || reading.is(at, Class::Starter)
                    || reading.possessive(at)
                    || matches!(reading.word(at), ":" | "–" | "-" | "of" | "on" | "the" | "from")
            })
        })
}

/// Parties, header dates, places that follow from the rest.
pub(super) fn finish(
    reading: &Reading<'_>,
    cast: &Cast,
    _published: Option<Date>,
    happenings: &mut [Happening],
) {
    let header = super::places::header(reading);
    for index in 1..happenings.len() {
        if happenings[index].date.is_none() && ties_to_the_day_before(reading, &happenings[index]) {
            let (told, rest) = happenings.split_at_mut(index);
            rest[0].date = told.iter().rev().find_map(|happening| happening.date.clone());
        }
    }
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
        // A house that dates events by the block places them by it too; elsewhere it says where the account was issued.
        let own = reading.publisher.is_some_and(|publisher| publisher.dated_by_header);
        if index == 0
            && happening.event_type != EventType::Call
            && (own || happening.place.as_ref().is_none_or(|place| names_state(reading, place)))
            && let Some(header) = header.clone()
        {
            happening.place = Some(header);
        }
    }
}

/// "Later he spoke with", "On the same day, she met", "Before the talks, he met": on the day of what was told before.
fn ties_to_the_day_before(reading: &Reading<'_>, happening: &Happening) -> bool {
    happening.units.first().is_some_and(|&unit| {
        let tokens = reading.units[unit].tokens.clone();
        let start = tokens.start;
        let next = reading.word(start + 1);
        let tied = match reading.word(start) {
            "Later" | "Afterwards" | "Subsequently" => !matches!(next, "in" | "on" | "this"),
            "Earlier" => matches!(next, "at" | ",") || reading.word(start + 3) == "day",
            "Before" | "After" | "Following" | "On" => {
                matches!(next, "the" | "this" | "their")
                    && (start + 2..tokens.end.min(start + 5))
                        .any(|at| matches!(reading.word(at), "meeting" | "talks" | "occasion"))
            }
            _ => false,
        };
        tied || (start..tokens.end.min(start + 14))
            .any(|at| reading.word(at) == "same" && reading.word(at + 1) == "day")
    })
}

/// "Both meetings were held at the Pentagon": where and when, told in a sentence of its own.
pub(super) fn held_at(
    reading: &Reading<'_>,
    cast: &Cast,
    body: &[Candidate],
    published: Option<Date>,
    happenings: &mut [Happening],
) {
    for told in body.iter().filter(|told| told.form == Form::TakePlace && !has_people(told)) {
        let tokens = reading.units[told.unit].tokens.clone();
        let every = tokens.clone().any(|at| matches!(reading.word(at), "Both" | "both" | "all"));
        let reach = if every { happenings.len() } else { 1 };
        let day = date_of(reading, told, published);
        for happening in happenings.iter_mut().take(reach) {
            if happening.place.is_none() && happening.event_type != EventType::Call {
                happening.place = place(reading, cast, told);
            }
            if happening.date.is_none() {
                happening.date.clone_from(&day);
            }
        }
    }
}

/// Whether a place is a state by its name.
fn names_state(reading: &Reading<'_>, place: &Placed) -> bool {
    reading.names.iter().any(|found| {
        matches!(found.name, Name::State(_)) && reading.bytes(&found.tokens) == place.span
    })
}

/// The city in the first sentences, where the title or the report names only the state that it lies in.
fn finer(reading: &Reading<'_>, main: &mut Happening) {
    let Some(coarse) = &main.place else { return };
    if !names_state(reading, coarse) {
        return;
    }
    let first = reading.units.iter().filter(|unit| unit.sentence.is_some_and(|at| at < 2));
    let city = first.flat_map(|unit| reading.names_in(unit.tokens.clone())).find_map(|found| {
        let Name::Place(index) = found.name else { return None };
        let country = &reading.lexicon.places[index as usize].country;
        let before = reading.word(found.tokens.start.saturating_sub(1));
        (matches!(before, "in" | "to" | "at") && Some(country) == coarse.country.as_ref())
            .then(|| Placed { span: reading.bytes(&found.tokens), country: Some(country.clone()) })
    });
    main.place = city.or_else(|| main.place.take());
}
