//! Further exchanges that the body reports besides the main one: candidates in, events out.

use std::collections::BTreeSet;

use super::actors::Cast;
use super::dates::{Dated, year_of};
use super::encounters::Candidate;
use super::events::{Happening, Part, date_of, happen, has_people, push};
use super::phrases::Who;
use super::places::Placed;
use super::reading::Reading;
use crate::lexicon::{Class, Form};
use crate::record::{Date, DateBasis, EventType, Role};

/// Further exchanges that the body reports.
pub(super) fn later(
    reading: &Reading<'_>,
    cast: &Cast,
    first: &Candidate,
    body: &[Candidate],
    published: Option<Date>,
    happenings: &mut Vec<Happening>,
) {
    let home = reading.home;
    // Day and place of "held meetings on the sidelines of …", whose counterparts the sentences behind it name.
    let mut occasion: Option<(Option<Dated>, Option<Placed>)> = None;
    for candidate in body.iter().filter(|candidate| {
        candidate.unit > first.unit || candidate.trigger.start > first.trigger.start
    }) {
        let subjects: &[usize] = match candidate.subject.as_ref().map(|phrase| &phrase.who) {
            Some(Who::Persons(persons)) if candidate.form != Form::Travel => persons,
            _ => &[],
        };
        let on_trip = happenings.iter().any(|happening| happening.event_type == EventType::Visit);
        let abroad = on_trip && matches!(candidate.form, Form::Meet | Form::Hold);
        let new: Vec<usize> = candidate
            .objects
            .iter()
            .map(|(person, _)| *person)
            .chain(subjects.iter().copied())
            .filter(|person| {
                happenings.iter().all(|happening| {
                    happening.participants.iter().all(|part| part.person != *person)
                })
            })
            // Abroad all others are new, whatever the text tells of their side.
            .filter(|&person| abroad || cast.persons[person].side != home)
            .collect();
        let joined = matches!(reading.word(candidate.trigger.start), "was" | "were");
        if joined && candidate.form != Form::Sign && candidate.form != Form::TakePlace {
            continue; // "He was joined by": companions, and no event of its own
        }
        let others = candidate.groups.iter().any(|side| Some(*side) != home);
        let first_stop = on_trip
            && happenings.len() == 1
            && (others || !candidate.objects.is_empty() || !candidate.companions.is_empty())
            && candidate.form != Form::Travel;
        // "She also met with the leadership of the Mission": officials of another side whom nobody names.
        let officials = on_trip
            && others
            && candidate.objects.is_empty()
            && matches!(candidate.form, Form::Meet | Form::Hold | Form::Receive);
        let takes_part = |who: &Who| matches!(who, Who::Persons(persons) if persons.iter().any(|person| happenings.iter().any(|h| h.participants.iter().any(|part| part.person == *person))));
        // What is signed in passing is no event of its own; what leaders come to see signed is.
        let signing = candidate.form == Form::Sign
            && !reading.word(candidate.trigger.start).starts_with("sign")
            && candidate.subject.as_ref().is_some_and(|phrase| takes_part(&phrase.who));
        // "had separate calls with European leaders", whom a later sentence names: the same event, told in full.
        let vague = happenings.len() == 1
            && happenings[0].participants.iter().all(|part| cast.persons[part.person].side == home);
        if vague
            && !new.is_empty()
            && candidate.event_type == happenings[0].event_type
            && (candidate.form != Form::Noun || opens_with_exchange(reading, candidate))
        {
            occasion = Some((happenings[0].date.clone(), happenings[0].place.clone()));
            let main = happenings.remove(0);
            for mut one in happen(reading, cast, candidate, published) {
                one.date = one.date.or_else(|| main.date.clone());
                one.place = one.place.or_else(|| main.place.clone());
                one.mode = main.mode.or(one.mode);
                one.name = main.name.clone().or(one.name);
                one.round = main.round.or(one.round);
                one.parties.extend(main.parties.iter().copied());
                one.units.extend(main.units.iter().copied());
                for part in &main.participants {
                    push(&mut one.participants, part.person, part.role, part.tokens.clone());
                }
                happenings.push(one);
            }
            continue;
        }
        if unpeopled(cast, candidate, happenings) {
            for mut one in happen(reading, cast, candidate, published) {
                let main = &mut happenings[0];
                main.participants.append(&mut one.participants);
                main.parties.extend(one.parties);
                main.mode = main.mode.or(one.mode);
                main.date = main.date.take().or(one.date);
                main.place = main.place.take().or(one.place);
                main.units.extend(one.units);
            }
            continue;
        }
        if candidate.form == Form::Sign && candidate.passive {
            // "The agreement was signed by X and Y": by whom, told behind the signing.
            let main = &mut happenings[0];
            for (person, tokens) in
                candidate.objects.iter().filter(|_| main.event_type == EventType::Signing)
            {
                push(&mut main.participants, *person, Role::Signatory, tokens.clone());
            }
            continue;
        }
        // "Official talks were also held at the Palace": an exchange of its own, of the same sides.
        if candidate.form == Form::TakePlace
            && candidate.objects.is_empty()
            && !candidate.groups.is_empty()
            && also(reading, candidate)
        {
            happenings.extend(happen(reading, cast, candidate, published));
            continue;
        }
        let again = again(reading, cast, candidate, happenings);
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
        // "presented her credentials on 4 February 2020": a day of its own, where the main exchange has none.
        let told = date_of(reading, candidate, published);
        let stated =
            |dated: &Dated| dated.basis == DateBasis::Stated && matches!(dated.date, Date::Day(..));
        let days = (told.filter(stated), happenings[0].date.as_ref());
        let long_ago = match days {
            (Some(told), Some(main)) => {
                year_of(told.date).zip(year_of(main.date)).is_some_and(|(told, main)| told != main)
            }
            // Fronted, a day begins the report of what came next.
            (Some(told), None) => told.tokens.start > candidate.trigger.start,
            _ => false,
        };
        if long_ago && candidate.unit > first.unit {
            continue;
        }
        if (new.is_empty() && !first_stop && !officials && !signing && !again)
            || background(reading, candidate)
        {
            continue;
        }
        if !signing && names_the_unnamed(cast, candidate, &new, happenings) {
            continue;
        }
        let by_participant = match candidate.subject.as_ref().map(|phrase| &phrase.who) {
            // The visitor calls on the minister, as the minister receives the visitor.
            Some(Who::Persons(persons)) => {
                let objects = candidate.objects.iter().map(|(person, _)| person);
                persons.iter().chain(objects).any(|person| {
                    happenings
                        .iter()
                        .any(|h| h.participants.iter().any(|part| part.person == *person))
                        || cast.persons[*person].side == home
                })
            }
            Some(Who::Singular | Who::Office(..) | Who::Me | Who::We) => true,
            Some(Who::Side(side)) => Some(*side) == home,
            // "They met with the Prime Minister": the travellers.
            Some(Who::Plural) => on_trip && candidate.form != Form::Travel,
            Some(_) => false,
            None if candidate.form == Form::TakePlace => also(reading, candidate),
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
            let named = matches!(
                candidate.subject.as_ref().map(|s| &s.who),
                Some(Who::Persons(persons)) if !persons.is_empty()
            );
            let others =
                || happening.participants.iter().all(|part| cast.persons[part.person].side != home);
            let alone = || {
                abroad
                    && happening.participants.iter().all(|part| {
                        happenings[0].participants.iter().all(|own| own.person != part.person)
                    })
            };
            if !named && (others() || alone()) {
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
            // "He was received by": who he is, where the publisher has no side.
            if home.is_none()
                && matches!(candidate.subject.as_ref().map(|s| &s.who), Some(Who::Singular))
                && let Some(Who::Persons(persons)) = first.subject.as_ref().map(|s| &s.who)
                && let Some(part) =
                    happenings[0].participants.iter().find(|part| part.person == persons[0])
            {
                push(
                    &mut happening.participants,
                    part.person,
                    Role::Participant,
                    part.tokens.clone(),
                );
            }
            if let Some((date, place)) = &occasion {
                happening.date = happening.date.take().or_else(|| date.clone());
                if happening.event_type != EventType::Call {
                    happening.place = happening.place.take().or_else(|| place.clone());
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

/// "The 6th Dialogue was held in CITY. Ministers X and Y met to discuss": who met in the exchange that nobody was named in.
fn unpeopled(cast: &Cast, candidate: &Candidate, happenings: &[Happening]) -> bool {
    let [main] = happenings else { return false };
    let persons: Vec<usize> = match candidate.subject.as_ref().map(|phrase| &phrase.who) {
        Some(Who::Persons(persons)) => persons.clone(),
        _ => Vec::new(),
    };
    let sides: BTreeSet<_> = (persons.iter().copied())
        .chain(candidate.objects.iter().map(|(person, _)| *person))
        .filter_map(|person| cast.persons[person].side)
        .collect();
    main.participants.is_empty()
        && main.event_type != EventType::Visit
        && main.event_type != EventType::Call
        && matches!(candidate.form, Form::Meet | Form::Hold | Form::Chair | Form::CoChair)
        && candidate.event_type != EventType::Call
        && sides.len() > 1
}

/// "Adviser X also met with Prime Minister Y", whom the President had met: an exchange of its own, though Y is no new
/// counterpart; so is one that was held separately.
fn again(
    reading: &Reading<'_>,
    cast: &Cast,
    candidate: &Candidate,
    happenings: &[Happening],
) -> bool {
    let Some(home) = reading.home else { return false };
    let known = |person: usize| {
        happenings.iter().any(|h| h.participants.iter().any(|part| part.person == person))
    };
    let own: Vec<usize> = match candidate.subject.as_ref().map(|phrase| &phrase.who) {
        Some(Who::Persons(persons)) => persons.clone(),
        _ => Vec::new(),
    };
    let all = || own.iter().copied().chain(candidate.objects.iter().map(|(person, _)| *person));
    let other = all().any(|person| cast.persons[person].side.is_some_and(|side| side != home));
    let fresh = all().any(|person| cast.persons[person].side == Some(home) && !known(person));
    let trigger = &candidate.trigger;
    let separately = (trigger.start.saturating_sub(2)..trigger.end + 2)
        .any(|at| matches!(reading.word(at), "separately" | "individually"));
    matches!(candidate.form, Form::Meet | Form::Receive | Form::Hold)
        && other
        && !own.is_empty()
        && (fresh || separately)
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
        !matches!(
            happening.event_type,
            EventType::Visit | EventType::Conference | EventType::Summit
        ) && happening.parties.contains(&side)
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

/// "A meeting with X also took place".
fn also(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let start = reading.units[candidate.unit].tokens.start;
    (start..candidate.trigger.end).any(|at| reading.word(at) == "also")
}

/// "on the same day", "also": tied to the event before.
fn same_day(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let tokens = reading.units[candidate.unit].tokens.clone();
    candidate.form == Form::TakePlace && also(reading, candidate)
        || tokens.clone().any(|at| reading.word(at) == "same" && reading.word(at + 1) == "day")
        || tokens.clone().any(|at| reading.word(at) == "sidelines")
}

/// "During the meeting with President X, Y discussed", "In discussions with President X".
fn opens_with_exchange(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let start = reading.units[candidate.unit].tokens.start;
    let at = candidate.trigger.start;
    let opens = (at.saturating_sub(4).max(start)..at)
        .any(|back| matches!(reading.word(back), "During" | "In" | "At" | "during" | "in" | "at"));
    // A heading: "Meeting with Foreign Minister X:"
    let heading = at == start && reading.word(candidate.trigger.end) == "with";
    at < start + 12 && (opens || heading) && has_people(candidate)
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
    // "Earlier today" is the same report.
    let today = |at: usize| matches!(reading.word(at + 1), "today" | "in" | "this" | "that");
    // "In May 2020, X met": a month or a year of its own, and no day.
    let month = usize::from(reading.is(tokens.start + 1, Class::Month));
    let year = reading.word(tokens.start + 1 + month);
    let earlier = start == "In" && year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let last = tokens.clone().any(|at| {
        matches!(reading.word(at), "last" | "previous")
            && matches!(reading.word(at + 1), "year" | "month")
    });
    // "met twice this year": how often, and so none of them is the one reported; "also spoke several times" is of the day.
    let counted = !also(reading, candidate) && {
        let often = candidate.trigger.end;
        matches!(reading.word(often), "twice" | "thrice" | "often" | "regularly" | "repeatedly")
            || reading.word(often + 1) == "times"
    };
    // "Earlier, X paid a call on Y" is of the same day where nothing says which.
    let other_time = |at: usize| {
        matches!(reading.word(at + 1), "this" | "last" | "in")
            && (matches!(reading.word(at + 2), "week" | "month" | "year")
                || reading.is(at + 2, Class::Month))
    };
    matches!(start, "Previously" | "Recall")
        || earlier
        || last
        || counted
        || start == "Earlier" && other_time(tokens.start)
        || tokens.clone().any(|at| {
            matches!(
                reading.word(at),
                "follows" | "followed" | "upcoming" | "earlier" | "ago" | "recently"
            ) && !(reading.word(at) == "earlier" && today(at))
                && at < candidate.trigger.end + 3
        }) && !matches!(start, "This")
        || (start == "This" && tokens.clone().any(|at| reading.word(at) == "follows"))
}
