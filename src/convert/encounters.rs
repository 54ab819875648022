//! Reports that an exchange took place: sentences in, candidates for events out.

use std::ops::Range;

use super::actors::Cast;
use super::counterparts::{counterparts, object, object_first, participants, separate};
use super::event_names::{beside, event_name, has_names};
use super::persons::Side;
use super::phrases::{Phrase, Who};
use super::reading::Reading;
use super::sessions::{held, hosted, signed};
use super::subjects::{body_before, coordinated_subject, delegates, is_time, subject};
use super::talk::occasion_of_talk;
use super::trips::{destination, purpose};
use super::wording::{introduces_name, modality, noun_behind, region};
use crate::lexicon::{Class, Encounter, Form, Name};
use crate::record::{EventType, Mode};

/// One report of an exchange, before it is told apart from others.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Index of the unit.
    pub(super) unit: usize,
    /// Tokens of the words that tell of it.
    pub(super) trigger: Range<usize>,
    pub(super) form: Form,
    pub(super) event_type: EventType,
    pub(super) mode: Option<Mode>,
    /// Who is the subject.
    pub(super) subject: Option<Phrase>,
    /// Persons behind the verb.
    pub(super) objects: Vec<(usize, Range<usize>)>,
    /// Persons joined to the subject: "joined by", "together with".
    pub(super) companions: Vec<(usize, Range<usize>)>,
    /// States and organisations that took part without a name.
    pub(super) groups: Vec<Side>,
    /// Whether the exchange was with each of the objects separately.
    pub(super) separate: bool,
    /// Whether the object did it: "X was received by Y".
    pub(super) passive: bool,
    /// Whether it names nobody but its subject, so that only a title or nothing else may make it an event.
    pub(super) weak: bool,
    /// Proper name of the event: its tokens.
    pub(super) name: Option<Range<usize>>,
    /// Tokens from the start of the report to where its purpose begins.
    pub(super) region: Range<usize>,
}

impl Candidate {
    /// An exchange that these words tell of, of which no participant and no name is known yet.
    pub(super) fn new(
        unit: usize,
        trigger: Range<usize>,
        form: Form,
        (event_type, mode): (EventType, Option<Mode>),
        region: Range<usize>,
    ) -> Self {
        Self {
            unit,
            trigger,
            form,
            event_type,
            mode,
            subject: None,
            objects: Vec::new(),
            companions: Vec::new(),
            groups: Vec::new(),
            separate: false,
            passive: false,
            weak: false,
            name: None,
            region,
        }
    }
}

/// The candidates of one unit.
pub(super) fn candidates(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    unit: usize,
    quoted: &dyn Fn(usize) -> bool,
) -> Vec<Candidate> {
    let tokens = reading.units[unit].tokens.clone();
    let start = after_adverbial(reading, phrases, tokens.clone());
    let mut found: Vec<Candidate> = Vec::new();
    let mut weak: Vec<Candidate> = Vec::new();
    let mut at = start;
    while at < tokens.end {
        let longest = reading.encounter(at..tokens.end);
        let Some((length, encounter)) = longest.filter(|_| !quoted(at)) else {
            at += 1;
            continue;
        };
        // "Met with …", "Pleased to meet …": the account's owner, at the start of a post.
        // Headlines write every word with a capital: "Minister X Meets with Minister Y".
        let headline = reading.units[unit].sentence.is_none() && at > tokens.start;
        let lower = !reading.capital(at) || headline || at == tokens.start && length > 1;
        if encounter.form != Form::Noun
            && lower
            && let Some(candidate) =
                finite(reading, cast, phrases, unit, start, at..at + length, encounter)
        {
            at = candidate.trigger.end.max(at + length);
            let purpose = (candidate.form == Form::Travel
                && candidate.event_type == EventType::Visit)
                .then(|| purpose(reading, cast, phrases, &candidate))
                .flatten();
            if candidate.weak {
                weak.push(candidate);
            } else {
                found.push(candidate);
            }
            found.extend(purpose);
            continue;
        }
        at += length;
    }
    if found.is_empty() {
        found.extend(nominal(reading, cast, phrases, unit, start));
    }
    found.extend(weak);
    found
}

/// Where the report begins: behind "Following the summit in Geneva," and "On March 15,".
pub(super) fn after_adverbial(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    tokens: Range<usize>,
) -> usize {
    if !matches!(
        reading.word(tokens.start),
        "Following"
            | "After"
            | "Before"
            | "Ahead"
            | "Building"
            | "Since"
            | "Further"
            | "Upon"
            | "Continuing"
            | "Prior"
    ) && !(reading.word(tokens.start) == "At"
        && matches!(reading.word(tokens.start + 2), "invitation" | "request" | "initiative"))
    {
        return tokens.start;
    }
    let limit = tokens.end.min(tokens.start + 60);
    (tokens.start..limit)
        .filter(|&at| reading.word(at) == ",")
        .find(|&at| {
            let next = at + 1;
            phrases.iter().any(|phrase| {
                phrase.tokens.start == next
                    && (phrase.tokens.end..(phrase.tokens.end + 4).min(tokens.end)).any(|verb| {
                        !reading.capital(verb)
                            && (reading.word(verb).ends_with("ed")
                                || reading.cue(verb).is_some()
                                || reading
                                    .encounter(verb..tokens.end)
                                    .is_some_and(|(_, e)| e.form != Form::Noun))
                    })
            })
        })
        .map_or(tokens.start, |at| at + 1)
}

fn finite(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    unit: usize,
    start: usize,
    verb: Range<usize>,
    encounter: Encounter,
) -> Option<Candidate> {
    let tokens = reading.units[unit].tokens.clone();
    if encounter.form == Form::TakePlace {
        return held(reading, cast, phrases, unit, verb);
    }
    if encounter.form == Form::Sign && reading.is(verb.start, Class::Auxiliary) {
        return signed(reading, cast, unit, verb);
    }
    let mut before = verb.start;
    let mut passive = false;
    let mut relative = None;
    while before > start {
        let word = reading.word(before - 1);
        // "the President, who later met": told as what came next, and no background.
        if word == "who" && next_in_turn(reading, before..verb.start + 1) {
            let end = before - 1 - usize::from(reading.word(before - 2) == ",");
            relative = phrases.iter().rfind(|phrase| phrase.tokens.end == end).cloned();
            break;
        }
        if matches!(
            word,
            "will"
                | "would"
                | "to"
                | "shall"
                | "may"
                | "plans"
                | "which"
                | "that"
                | "who"
                | "never"
                | "not"
                | "could"
                | "can"
        ) || word == "had" && reading.word(tokens.start) != "Earlier"
        {
            return None;
        }
        if reading.is_adverb(before - 1)
            || matches!(word, "has" | "have" | "had" | "having" | "be" | "been" | "was" | "were")
        {
            passive |= matches!(word, "be" | "been" | "was" | "were");
            before -= 1;
        } else if is_time(reading, before - 1) {
            before -= 1;
        } else {
            break;
        }
    }
    let told_next = relative.is_some();
    let many = matches!(
        encounter.form,
        Form::Meet | Form::Hold | Form::Convene | Form::Attend | Form::CoChair
    );
    let subject = relative
        .or_else(|| subject(reading, phrases, start, before))
        .or_else(|| coordinated_subject(reading, phrases, start, before));
    let subject = match &subject {
        Some(Phrase { who: Who::Joint, .. }) | None if many => {
            delegates(reading, start, before).or(subject)
        }
        _ => subject,
    };
    if subject.is_none()
        && before > start
        && matches!(encounter.form, Form::Receive | Form::Convene)
        && reading.name_over(before - 1).is_some_and(|found| matches!(found.name, Name::Place(_)))
    {
        return hosted(reading, cast, phrases, unit, verb);
    }
    let mut event_type = encounter.event_type;
    let mut mode = encounter.mode;
    // The words of a body's name may look like a person's; one that an office proves is the subject all the same.
    let person = subject.as_ref().is_some_and(|phrase| match &phrase.who {
        Who::Persons(persons) => persons.iter().any(|&person| cast.persons[person].certain),
        _ => true,
    });
    if let Some(name) = (encounter.form == Form::Meet && !person)
        .then(|| body_before(reading, start, before))
        .flatten()
    {
        let region = region(reading, verb.start, verb.end, tokens.end);
        let kind = (EventType::Consultation, mode);
        return Some(Candidate {
            name: Some(name),
            ..Candidate::new(unit, verb, Form::Meet, kind, region)
        });
    }
    let host = passive.then(|| by(reading, cast, verb.end, tokens.end)).flatten();
    // A relative clause has a place and a day of its own.
    let start = if told_next { verb.start } else { start };
    let region = region(reading, start, host.unwrap_or(verb.end), tokens.end);
    let mut trigger = verb.clone();
    // "was hosted to lunch by X": a person is hosted, no event.
    let hosted = host.is_some() && person && subject.is_some();
    let form =
        if hosted && encounter.form == Form::Convene { Form::Receive } else { encounter.form };
    // The noun tells: "held a telephone conversation", "met for the inaugural summit".
    let noun = noun_behind(reading, cast, verb.end, region.end.min(tokens.end), encounter.form);
    match form {
        Form::Hold | Form::Convene | Form::Chair | Form::CoChair | Form::Attend => {
            let (range, noun) = match noun {
                Some(found) => found,
                None if encounter.form == Form::Attend
                    && matches!(reading.word(verb.start), "was" | "were" | "joined") =>
                {
                    (
                        verb.clone(),
                        Encounter {
                            form: Form::Noun,
                            event_type: Some(EventType::Meeting),
                            mode: None,
                        },
                    )
                }
                None => return None,
            };
            if reading.word(verb.start) == "had" && range.start > verb.end + 8 {
                return None;
            }
            event_type = noun.event_type;
            mode = noun.mode;
            trigger = verb.start..range.end.max(verb.end);
            if verb
                .clone()
                .any(|at| reading.is(at, Class::Attend) || reading.word(at) == "addressed")
                && event_type == Some(EventType::Meeting)
                && of_body(reading, range, region.end)
            {
                (event_type, mode) = (Some(EventType::Conference), None);
            }
        }
        Form::Receive if passive => {
            // "was received by", "was hosted to lunch by": the object is the host.
            host?;
            event_type = Some(EventType::Meeting);
            mode = Some(Mode::InPerson);
        }
        Form::Receive => {
            // "welcomed the opportunity", "hosted a summit", "received a call from"
            if let Some((range, noun)) = noun.filter(|(range, _)| range.start <= verb.end + 4) {
                if object(reading, cast, verb.end).is_none() {
                    if noun.event_type == Some(EventType::Call) {
                        event_type = noun.event_type;
                        mode = noun.mode;
                        trigger = verb.start..range.end;
                    } else if noun.event_type == Some(EventType::Visit)
                        && matches!(reading.word(range.end), "of" | "from" | "by")
                    {
                        trigger = verb.start..range.end; // "received the visit of the Minister"
                    } else if matches!(reading.word(verb.start), "hosted" | "hosts") {
                        event_type = noun.event_type;
                        mode = noun.mode;
                        trigger = verb.start..range.end;
                    } else {
                        return None;
                    }
                }
            } else if object(reading, cast, verb.end).is_none() {
                // "welcomed representatives of 20 countries", not "welcomed the decision"
                let people = (verb.end..verb.end + 8).take_while(|&at| reading.word(at) != "to");
                if !people
                    .clone()
                    .any(|at| reading.is(at, Class::JointNoun) || reading.is(at, Class::Delegation))
                {
                    return None;
                }
            }
        }
        Form::Ring => {
            object(reading, cast, verb.end)?;
        }
        Form::Convey => {
            let to = usize::from(reading.word(verb.end) == "to");
            object_first(reading, cast, verb.end + to)?;
        }
        Form::Meet => {
            if let Some((_, named)) = noun.filter(|(range, _)| {
                reading.word(verb.end) == "for" || introduces_name(reading, range.start, verb.end)
            }) && matches!(
                named.event_type,
                Some(EventType::Summit | EventType::Consultation | EventType::Negotiation)
            ) {
                event_type = named.event_type;
                mode = named.mode.or(mode);
            }
        }
        Form::Sign | Form::Send | Form::Travel => {}
        Form::Noun | Form::TakePlace => return None,
    }
    // "paid a visit to the President": a meeting with a person, and no trip.
    if encounter.form == Form::Travel {
        let preposition = matches!(reading.word(verb.end), "to" | "with" | "by");
        if object_first(reading, cast, verb.end + usize::from(preposition)).is_some() {
            event_type = Some(EventType::Meeting);
        } else if matches!(reading.word(verb.end - 1), "in" | "to" | "for")
            && (destination(reading, verb.end) != Some(verb.end)
                || reading.word(verb.start) != "was" && !(person && subject.is_some()))
        {
            return None; // "was in line with", "the seat is in Geneva"
        }
    }
    // "held negotiations with his counterpart": talks, where no text is worked on.
    if event_type == Some(EventType::Negotiation)
        && !region.clone().any(|at| {
            matches!(reading.word(at), "peace" | "round" | "agreement" | "treaty" | "ceasefire")
                || reading.capital(at) && reading.reference_noun(at..region.end).is_some()
        })
    {
        (event_type, mode) = (Some(EventType::Meeting), mode.or(Some(Mode::InPerson)));
    }
    let event_type = event_type?;
    let kind = modality(reading, event_type, mode, region.clone());
    let mut candidate = Candidate {
        subject,
        passive: passive && form == Form::Receive,
        ..Candidate::new(unit, trigger, form, kind, region.clone())
    };
    participants(reading, cast, phrases, &mut candidate, verb.end);
    candidate.separate = separate(reading, cast, &candidate);
    candidate.name = event_name(reading, cast, candidate.trigger.start..region.end)
        .filter(|name| !beside(reading, name.start));
    settle_type(reading, cast, &mut candidate);
    // Without anybody but the subject an exchange is none, unless it has a name or is a trip.
    let empty = candidate.objects.is_empty()
        && candidate.groups.is_empty()
        && candidate.companions.is_empty();
    let joint_subject = matches!(candidate.subject.as_ref().map(|s| &s.who), Some(Who::Persons(persons)) if persons.len() > 1)
        || matches!(candidate.subject.as_ref().map(|s| &s.who), Some(Who::Sides(_)));
    let stands = match encounter.form {
        // "concluded his visit"
        Form::Travel => {
            destination(reading, verb.end).is_some()
                || !empty
                || person
                    && candidate.subject.is_some()
                    && reading.word(verb.end) != "to"
                    && reading
                        .encounter_word(verb.end - 1)
                        .is_some_and(|noun| noun.form == Form::Noun)
        }
        Form::Sign => candidate.subject.is_some(),
        _ => {
            !empty
                || joint_subject
                || counterparts(reading, phrases, &candidate, verb.end)
                || (candidate.name.is_some() && candidate.subject.is_some())
        }
    };
    if !stands {
        let with = (verb.end..verb.end + 4).any(|at| reading.word(at) == "with");
        candidate.weak = candidate.subject.is_some()
            && match encounter.form {
                Form::Meet => with,
                Form::Receive => !passive,
                Form::Hold | Form::Convene | Form::Chair | Form::CoChair => true,
                _ => false,
            };
        if encounter.form == Form::Travel {
            return purpose(reading, cast, phrases, &candidate); // "visited the Centre for talks with its head"
        }
        return candidate.weak.then_some(candidate);
    }
    candidate.weak = form == Form::Convey;
    (!candidate.weak || candidate.subject.is_some()).then_some(candidate)
}

/// Whose meeting it was, or its name, tells what an exchange was: "fifth meeting of the Norland-Chile Strategic Dialogue".
fn settle_type(reading: &Reading<'_>, cast: &Cast, candidate: &mut Candidate) {
    if matches!(candidate.event_type, EventType::Meeting | EventType::Conference)
        && of_leaders(reading, candidate)
    {
        candidate.event_type = EventType::Summit;
    }
    let Some(name) = &candidate.name else { return };
    let noun = noun_behind(reading, cast, name.start, name.end, Form::Hold).map(|(_, noun)| noun);
    if candidate.event_type != EventType::Call
        && let Some(noun) = noun
        && let Some(kind) = noun.event_type.filter(|&kind| has_names(kind))
    {
        candidate.event_type = kind;
        if noun.mode == Some(Mode::Video) {
            candidate.mode = noun.mode;
        }
    }
}

/// "The European Council was joined by X", "a session of the Supreme Eurasian Economic Council": a council of heads of state or
/// government meets at summits.
fn of_leaders(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let leaders = |tokens: Range<usize>| {
        reading.names_in(tokens).any(|found| match found.name {
            Name::Organization(body) => {
                reading.lexicon.organizations[body as usize].kind == "leaders"
            }
            _ => false,
        })
    };
    let trigger = &candidate.trigger;
    let subject = candidate.subject.as_ref().filter(|subject| matches!(subject.who, Who::Side(_)));
    let body = trigger.end + 1 + usize::from(reading.word(trigger.end + 1) == "the");
    subject.is_some_and(|subject| leaders(subject.tokens.clone()))
        || reading.word(trigger.end) == "of" && leaders(body..body + 1)
}

/// "who then met", "who later held", "who went on to meet": what a relative clause tells as the next encounter.
fn next_in_turn(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| {
        matches!(
            reading.word(at),
            "then" | "later" | "subsequently" | "afterwards" | "thereafter" | "went"
        )
    })
}

/// "the 12th meeting of the Council of Ministers", "the NATO ministerial meeting": a session of a body of many states.
fn of_body(reading: &Reading<'_>, noun: Range<usize>, end: usize) -> bool {
    let body = |at: usize| {
        reading.name_over(at).is_some_and(|found| match found.name {
            Name::Organization(body) => {
                reading.lexicon.organizations[body as usize].state.is_empty()
            }
            _ => false,
        }) || reading.capital(at)
            && (reading.is(at, Class::BodyHead)
                || reading.is(at, Class::BodyTail)
                || reading.word(at).ends_with("inisters"))
    };
    let ministers =
        |at: usize| reading.word(at).ends_with("inisters") && reading.word(at + 1) == "Meeting";
    (noun.start..end.min(noun.end + 4)).any(ministers)
        || reading.word(noun.end) == "of" && (noun.end + 1..end.min(noun.end + 5)).any(body)
        || (noun.start.saturating_sub(3)..noun.start).any(body)
}

/// "in his audience with Pope Francis", "Telephone conversation with President X", "X's Call with Y".
fn nominal(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    unit: usize,
    start: usize,
) -> Option<Candidate> {
    let tokens = reading.units[unit].tokens.clone();
    let mut best: Option<Candidate> = None;
    let mut at = start;
    while at < tokens.end {
        let Some((length, noun)) = reading.encounter(at..tokens.end) else {
            at += 1;
            continue;
        };
        if noun.form == Form::Noun && noun.event_type.is_some() {
            let region = region(reading, start, at + length, tokens.end);
            let kind = modality(reading, noun.event_type?, noun.mode, region.clone());
            let name = event_name(reading, cast, region.clone())
                .filter(|name| !beside(reading, name.start));
            let mut candidate = Candidate {
                name,
                ..Candidate::new(unit, at..at + length, Form::Noun, kind, region)
            };
            settle_type(reading, cast, &mut candidate);
            // "said after meeting his counterpart", "Receiving the Ambassador, X stressed"
            let direct = length == 1
                && reading.word(at).ends_with("ing")
                && (matches!(
                    reading.word(at.saturating_sub(1)),
                    "after" | "when" | "while" | "upon" | "on" | "before"
                ) || at == start)
                && object_first(reading, cast, at + length).is_some();
            let behind = reading.word(at + length);
            // "the conversation on the sidelines of the conference with Chancellor X"
            let with = (at + length..(at + length + 10).min(tokens.end))
                .take_while(|&next| reading.word(next) != ",")
                .any(|next| reading.word(next) == "with");
            if with
                || direct
                || matches!(behind, "with" | "between" | "from" | "to" | "of" | "among")
            {
                participants(reading, cast, phrases, &mut candidate, at + length);
                candidate.separate = separate(reading, cast, &candidate);
                if behind == "with"
                    && candidate.event_type == EventType::Visit
                    && !candidate.objects.is_empty()
                {
                    candidate.event_type = EventType::Meeting; // "in her visit with President X"
                }
            }
            // "President Biden's Call with …": the possessor takes part.
            if candidate.objects.is_empty() {
                occasion_of_talk(reading, cast, phrases, &mut candidate, at);
            }
            let owner = cast
                .mentions_in(start..at)
                .filter(|mention| reading.possessive(mention.tokens.end))
                .last();
            if let Some(person) = owner
                .and_then(|mention| mention.person.map(|person| (person, mention.tokens.clone())))
            {
                candidate.companions.push(person);
            }
            let fuller = |c: &Candidate| {
                (c.objects.len() + c.groups.len() + c.companions.len(), c.name.is_some())
            };
            if best.as_ref().is_none_or(|held| fuller(&candidate) > fuller(held)) {
                best = Some(candidate);
            }
        }
        at += length;
    }
    best
}

/// The person behind the "by" of a passive.
fn by(reading: &Reading<'_>, cast: &Cast, from: usize, end: usize) -> Option<usize> {
    let by = (from..end.min(from + 12)).find(|&at| reading.word(at) == "by")?;
    cast.mentions_in(by..by + 4).next().map(|mention| mention.tokens.start)
}
