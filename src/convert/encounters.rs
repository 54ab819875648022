//! Reports that an exchange took place: sentences in, candidates for events out.

use std::ops::Range;

use super::actors::Cast;
use super::persons::Side;
use super::phrases::{Phrase, Who};
use super::reading::Reading;
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
    /// Proper name of the event: its tokens.
    pub(super) name: Option<Range<usize>>,
    /// Tokens from the start of the report to where its purpose begins.
    pub(super) region: Range<usize>,
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
    let mut at = start;
    while at < tokens.end {
        let longest = reading
            .lexicon
            .encounters
            .longest(&reading.document.text, &reading.tokens[at..tokens.end]);
        let Some((length, encounter)) = longest.filter(|_| !quoted(at)) else {
            at += 1;
            continue;
        };
        if encounter.form != Form::Noun
            && !reading.capital(at)
            && let Some(candidate) =
                finite(reading, cast, phrases, unit, start, at..at + length, encounter)
        {
            at = candidate.trigger.end.max(at + length);
            found.push(candidate);
            continue;
        }
        at += length;
    }
    if found.is_empty() {
        found.extend(nominal(reading, cast, phrases, unit, start));
    }
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
    ) {
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
                                || reading.lexicon.cue(reading.word(verb)).is_some()
                                || reading
                                    .lexicon
                                    .encounters
                                    .longest(
                                        &reading.document.text,
                                        &reading.tokens[verb..tokens.end],
                                    )
                                    .is_some_and(|(_, e)| e.form != Form::Noun))
                    })
            })
        })
        .map_or(tokens.start, |at| at + 1)
}

/// "X and Y discussed": persons of different sides who talk have met, even where no verb says so. The title tells how.
pub(super) fn talk(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    unit: usize,
    title: &Candidate,
) -> Option<Candidate> {
    let tokens = reading.units[unit].tokens.clone();
    let several = |persons: &[usize]| {
        persons.windows(2).any(|pair| cast.persons[pair[0]].side != cast.persons[pair[1]].side)
    };
    let subject = phrases.iter().take(3).find(|phrase| {
        let verb = phrase.tokens.end;
        matches!(&phrase.who, Who::Persons(persons) if several(persons))
            && !reading.capital(verb)
            && reading.lexicon.cue(reading.word(verb)).is_some()
    })?;
    Some(Candidate {
        unit,
        trigger: subject.tokens.end..subject.tokens.end + 1,
        form: Form::Meet,
        event_type: title.event_type,
        mode: title.mode,
        subject: Some(subject.clone()),
        objects: Vec::new(),
        companions: Vec::new(),
        groups: Vec::new(),
        separate: false,
        name: None,
        region: tokens.start..subject.tokens.end + 1,
    })
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
    let mut before = verb.start;
    let mut perfect = false;
    while before > start {
        let word = reading.word(before - 1);
        if matches!(
            word,
            "had"
                | "will"
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
        ) {
            return None;
        }
        if reading.lexicon.is_adverb(word)
            || matches!(word, "has" | "have" | "be" | "been" | "was" | "were")
        {
            perfect |= matches!(word, "has" | "have");
            before -= 1;
        } else if is_time(reading, before - 1) {
            before -= 1;
        } else {
            break;
        }
    }
    let _ = perfect;
    let subject = subject(reading, phrases, start, before)
        .or_else(|| coordinated_subject(reading, phrases, start, before));
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
        return Some(Candidate {
            unit,
            trigger: verb,
            form: Form::Meet,
            event_type: EventType::Consultation,
            mode,
            subject: None,
            objects: Vec::new(),
            companions: Vec::new(),
            groups: Vec::new(),
            separate: false,
            name: Some(name),
            region,
        });
    }
    let region = region(reading, start, verb.end, tokens.end);
    let mut trigger = verb.clone();
    // The noun tells: "held a telephone conversation", "met for the inaugural summit".
    let noun = noun_behind(reading, cast, verb.end, region.end.min(tokens.end), encounter.form);
    match encounter.form {
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
        }
        Form::Receive => {
            // "welcomed the opportunity", "hosted a summit", "received a call from"
            if let Some((range, noun)) = noun.filter(|(range, _)| range.start <= verb.end + 4) {
                if object_first(reading, cast, verb.end).is_none() {
                    if noun.event_type == Some(EventType::Call) {
                        event_type = noun.event_type;
                        mode = noun.mode;
                        trigger = verb.start..range.end;
                    } else if matches!(reading.word(verb.start), "hosted" | "hosts") {
                        event_type = noun.event_type;
                        mode = noun.mode;
                        trigger = verb.start..range.end;
                    } else {
                        return None;
                    }
                }
            } else if object_first(reading, cast, verb.end).is_none() {
                return None;
            }
        }
        Form::Ring => {
            object_first(reading, cast, verb.end)?;
        }
        Form::Meet => {
            if let Some((range, named)) = noun.filter(|(range, _)| {
                reading.word(verb.end) == "for" || introduces_name(reading, range.start, verb.end)
            }) && matches!(
                named.event_type,
                Some(EventType::Summit | EventType::Consultation | EventType::Negotiation)
            ) {
                event_type = named.event_type;
                mode = named.mode.or(mode);
                let _ = range;
            }
        }
        Form::Sign | Form::Send | Form::Travel => {}
        Form::Noun => return None,
    }
    let event_type = event_type?;
    let (event_type, mode) = modality(reading, event_type, mode, region.clone());
    let mut candidate = Candidate {
        unit,
        trigger,
        form: encounter.form,
        event_type,
        mode,
        subject,
        objects: Vec::new(),
        companions: Vec::new(),
        groups: Vec::new(),
        separate: false,
        name: None,
        region: region.clone(),
    };
    participants(reading, cast, phrases, &mut candidate, verb.end);
    candidate.separate = separate(reading, &candidate);
    candidate.name = event_name(reading, cast, candidate.trigger.start..region.end)
        .filter(|name| !beside(reading, name.start));
    if let Some(name) = &candidate.name
        && let Some((_, noun)) = noun_behind(reading, cast, name.start, name.end, Form::Hold)
        && matches!(
            noun.event_type,
            Some(
                EventType::Summit
                    | EventType::Consultation
                    | EventType::Negotiation
                    | EventType::Conference
            )
        )
    {
        candidate.event_type = noun.event_type.unwrap_or(candidate.event_type);
        if noun.mode == Some(Mode::Video) {
            candidate.mode = noun.mode;
        }
    }
    // Without anybody but the subject an exchange is none, unless it has a name or is a trip.
    let empty = candidate.objects.is_empty()
        && candidate.groups.is_empty()
        && candidate.companions.is_empty();
    let joint_subject = matches!(candidate.subject.as_ref().map(|s| &s.who), Some(Who::Persons(persons)) if persons.len() > 1)
        || matches!(candidate.subject.as_ref().map(|s| &s.who), Some(Who::Sides(_)));
    let stands = match encounter.form {
        Form::Travel => destination(reading, verb.end).is_some() || !empty,
        Form::Sign => candidate.subject.is_some(),
        _ => {
            !empty
                || joint_subject
                || counterparts(reading, phrases, &candidate, verb.end)
                || (candidate.name.is_some() && candidate.subject.is_some())
        }
    };
    stands.then_some(candidate)
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
        let Some((length, noun)) = reading
            .lexicon
            .encounters
            .longest(&reading.document.text, &reading.tokens[at..tokens.end])
        else {
            at += 1;
            continue;
        };
        if noun.form == Form::Noun && noun.event_type.is_some() {
            let region = region(reading, start, at + length, tokens.end);
            let (event_type, mode) = modality(reading, noun.event_type?, noun.mode, region.clone());
            let mut candidate = Candidate {
                unit,
                trigger: at..at + length,
                form: Form::Noun,
                event_type,
                mode,
                subject: None,
                objects: Vec::new(),
                companions: Vec::new(),
                groups: Vec::new(),
                separate: false,
                name: event_name(reading, cast, region.clone())
                    .filter(|name| !beside(reading, name.start)),
                region,
            };
            let behind = reading.word(at + length);
            // "the conversation on the sidelines of the conference with Chancellor X"
            let with = (at + length..(at + length + 10).min(tokens.end))
                .take_while(|&next| reading.word(next) != ",")
                .any(|next| reading.word(next) == "with");
            if with || matches!(behind, "with" | "between" | "from" | "to" | "of" | "among") {
                participants(reading, cast, phrases, &mut candidate, at + length);
                candidate.separate = separate(reading, &candidate);
            }
            // "President Biden's Call with …": the possessor takes part.
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

/// "The Joint Steering Group for Advanced Capabilities met": a standing body whose session is the event.
fn body_before(reading: &Reading<'_>, start: usize, verb: usize) -> Option<Range<usize>> {
    let mut first = verb;
    while first > start
        && (reading.capital(first - 1)
            || reading.name_over(first - 1).is_some()
            || matches!(reading.word(first - 1), "of" | "for" | "on" | "'s" | "-")
            || (reading.word(first - 1) == "and"
                && reading.capital(first)
                && !matches!(reading.word(first), "The" | "the")))
    {
        first -= 1;
    }
    first += usize::from(reading.word(first) == "The");
    let article = first > start && matches!(reading.word(first - 1), "the" | "The");
    let body = (first..verb).any(|at| {
        reading.capital(at)
            && matches!(
                reading
                    .lexicon
                    .encounters
                    .longest(&reading.document.text, &reading.tokens[at..verb]),
                Some((
                    _,
                    Encounter { form: Form::Noun, event_type: Some(EventType::Consultation), .. }
                ))
            )
    });
    (article && body && verb - first >= 2 && reading.capital(first)).then_some(first..verb)
}

/// Words of time may stand between subject and verb: "President Biden today spoke".
fn is_time(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.word(at), "today" | "yesterday" | "recently" | "on" | ",")
        && reading.word(at) != ","
        || reading.is(at, Class::Weekday)
}

fn subject(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    start: usize,
    before: usize,
) -> Option<Phrase> {
    let ends = |end: usize| {
        phrases
            .iter()
            .rev()
            .find(|p| p.tokens.end == end && p.tokens.start >= start && p.who != Who::It)
            .cloned()
    };
    if let Some(phrase) = ends(before) {
        return Some(phrase);
    }
    // An insertion: ", on December 2,", ", together with X,", ", who is …,"
    if before > start && reading.word(before - 1) == "," {
        return phrases
            .iter()
            .find(|p| {
                p.tokens.start >= start
                    && p.tokens.end < before - 1
                    && reading.word(p.tokens.end) == ","
                    && p.who != Who::It
            })
            .cloned();
    }
    // "Vladimir Putin on December 30 had", "The Prime Minister of X in a call"
    let mut back = before;
    while back > start && back + 6 > before && ends(back).is_none() {
        back -= 1;
    }
    ends(back)
        .filter(|p| matches!(reading.word(p.tokens.end), "on" | "in" | "today" | "has" | "at"))
}

/// The subject of an earlier verb that "and" joins this one to.
fn coordinated_subject(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    start: usize,
    before: usize,
) -> Option<Phrase> {
    (before > start && matches!(reading.word(before - 1), "and" | ","))
        .then(|| {
            phrases
                .iter()
                .find(|p| p.tokens.start >= start && p.tokens.end < before && p.who != Who::It)
                .cloned()
        })
        .flatten()
}

/// From the start of the report to where its purpose, topic or background begins.
fn region(reading: &Reading<'_>, start: usize, from: usize, end: usize) -> Range<usize> {
    let mut at = from;
    while at < end {
        let word = reading.word(at);
        let next = reading.word(at + 1);
        let purpose = match word {
            "to" => {
                !reading.capital(at + 1)
                    && !matches!(next, "the" | "a" | "an" | "his" | "her")
                    && reading.name_from(at + 1).is_none()
            }
            "about" | "regarding" | "concerning" | "focused" | "focusing" | "where" | "during"
            | "prior" | "ahead" | "following" | "whose" | "which" | "amid" => true,
            "in" => next == "which" || next == "order" || next == "response",
            "and" => {
                reading
                    .lexicon
                    .cue(next)
                    .is_some_and(|cue| cue.tense != crate::lexicon::Tense::Present)
                    && !reading.capital(at + 1)
            }
            ";" => false,
            "at" => next == "the" && reading.word(at + 2) == "request",
            "that" | "as" => word == "that" || next == "part",
            _ => false,
        };
        if purpose {
            break;
        }
        at += 1;
    }
    start..at
}

/// The noun of an exchange behind a verb.
fn noun_behind(
    reading: &Reading<'_>,
    cast: &Cast,
    from: usize,
    end: usize,
    form: Form,
) -> Option<(Range<usize>, Encounter)> {
    let limit = end.min(from + if form == Form::Meet { 45 } else { 22 });
    let mut at = from;
    let mut best: Option<(Range<usize>, Encounter)> = None;
    while at < limit {
        if let Some(mention) = cast.mentions_in(at..at + 1).next() {
            at = mention.tokens.end; // "Director-General for Enlargement Negotiations" negotiates nothing here
            continue;
        }
        if form != Form::Meet
            && matches!(reading.word(at), "with" | "between" | ".")
            && best.is_some()
        {
            break;
        }
        if form == Form::Hold && matches!(reading.word(at), "with") {
            break;
        }
        match reading.lexicon.encounters.longest(&reading.document.text, &reading.tokens[at..end]) {
            Some((length, encounter)) if encounter.form == Form::Noun => {
                // The strongest noun names the event: "second meeting of the Steering Committee", "summit session".
                let weight = |e: &Encounter| match e.event_type {
                    Some(EventType::Summit | EventType::Consultation | EventType::Negotiation) => 2,
                    Some(EventType::Statement | EventType::Visit | EventType::Message) => 0,
                    _ => 1,
                };
                if best.as_ref().is_none_or(|(_, held)| weight(&encounter) > weight(held)) {
                    best = Some((at..at + length, encounter));
                }
                at += length;
            }
            _ => at += 1,
        }
    }
    best
}

/// Whether "for the", "at the", "in a" stands before a noun so that it names the exchange.
fn introduces_name(reading: &Reading<'_>, noun: usize, verb: usize) -> bool {
    (verb..noun).any(|at| {
        matches!(reading.word(at), "for" | "in")
            && matches!(reading.word(at + 1), "the" | "a" | "an")
    }) && !(verb..noun).any(|at| matches!(reading.word(at), "margins" | "sidelines"))
}

/// By what means: "by phone", "virtually", "in person", "on the margins".
fn modality(
    reading: &Reading<'_>,
    event_type: EventType,
    mode: Option<Mode>,
    region: Range<usize>,
) -> (EventType, Option<Mode>) {
    let has = |words: &[&str]| region.clone().any(|at| words.contains(&reading.word(at)));
    let video = has(&[
        "virtual",
        "virtually",
        "video",
        "Virtual",
        "videoconference",
        "Video",
        "online",
        "video-conference",
        "videolink",
    ]);
    let phone = has(&["phone", "telephone", "Phone", "Telephone"]);
    let person = region
        .clone()
        .any(|at| reading.word(at) == "person" && reading.word(at.saturating_sub(1)) == "in")
        || has(&["margins", "sidelines"]);
    match event_type {
        EventType::Meeting | EventType::Call if video => (EventType::Call, Some(Mode::Video)),
        EventType::Meeting if phone => (EventType::Call, Some(Mode::Telephone)),
        EventType::Call if person && !phone => (EventType::Meeting, Some(Mode::InPerson)),
        EventType::Summit | EventType::Consultation | EventType::Conference if video => {
            (event_type, Some(Mode::Video))
        }
        _ => (event_type, mode),
    }
}

/// The person or office right behind a verb: a direct object.
fn object_first(reading: &Reading<'_>, cast: &Cast, from: usize) -> Option<usize> {
    let mut at = from;
    while matches!(reading.word(at), "today" | "yesterday" | "," | "on" | "in" | "here")
        && at < from + 4
    {
        at += 1;
    }
    let mention = cast.mentions_in(at..at + 2).next()?;
    (!reading.possessive(mention.tokens.end)).then_some(mention.tokens.start)
}

/// The state or place that a trip led to.
pub(super) fn destination(reading: &Reading<'_>, from: usize) -> Option<usize> {
    (from..from + 8).find(|&at| {
        reading.name_from(at).is_some_and(|found| {
            matches!(found.name, Name::State(_) | Name::Place(_))
                && !reading.possessive(found.tokens.end)
        })
    })
}

/// Fills in who else took part.
fn participants(
    reading: &Reading<'_>,
    cast: &Cast,
    phrases: &[Phrase],
    candidate: &mut Candidate,
    from: usize,
) {
    let own: Vec<usize> = match candidate.subject.as_ref().map(|phrase| &phrase.who) {
        Some(Who::Persons(persons)) => persons.clone(),
        _ => Vec::new(),
    };
    for mention in cast.mentions_in(from..candidate.region.end) {
        if reading.possessive(mention.tokens.end) || behalf(reading, mention.tokens.start) {
            continue;
        }
        match mention.person {
            Some(person)
                if !own.contains(&person)
                    && likely(reading, cast, person, mention.tokens.start) =>
            {
                candidate.objects.push((person, mention.tokens.clone()));
            }
            Some(_) => {}
            None => candidate.groups.extend(mention.sides.iter().copied()),
        }
    }
    // Between subject and verb: "X, together with A and B, co-chaired"
    if let Some(subject) = &candidate.subject {
        for mention in cast.mentions_in(subject.tokens.end..candidate.trigger.start) {
            if let Some(person) = mention.person.filter(|person| !own.contains(person))
                && !reading.possessive(mention.tokens.end)
            {
                candidate.companions.push((person, mention.tokens.clone()));
            }
        }
    }
    for phrase in phrases
        .iter()
        .filter(|phrase| phrase.tokens.start >= from && phrase.tokens.start < candidate.region.end)
    {
        match &phrase.who {
            Who::Side(side) if takes_part(reading, phrase, candidate.form) => {
                candidate.groups.push(*side);
            }
            Who::Sides(sides) if takes_part(reading, phrase, candidate.form) => {
                candidate.groups.extend(sides.iter().copied());
            }
            Who::Joint => candidate
                .groups
                .extend(listed_sides(reading, phrase.tokens.start..candidate.region.end)),
            _ => {}
        }
    }
    // "with ASEAN ambassadors", "with his counterparts from the five Nordic countries", "with the Presidents of A, B and C"
    if let Some(with) = (from..candidate.region.end).find(|&at| reading.word(at) == "with") {
        candidate.groups.extend(
            listed_sides(reading, with + 1..candidate.region.end)
                .into_iter()
                .filter(|_| candidate.objects.is_empty()),
        );
    }
    candidate.groups.sort_unstable();
    candidate.groups.dedup();
}

/// "with his counterparts", "with European leaders": others took part whom nobody names.
fn counterparts(
    reading: &Reading<'_>,
    phrases: &[Phrase],
    candidate: &Candidate,
    from: usize,
) -> bool {
    let with = (from..candidate.region.end).find(|&at| matches!(reading.word(at), "with" | "by"));
    with.is_some_and(|with| {
        (with + 1..candidate.region.end.min(with + 10))
            .any(|at| reading.is(at, Class::JointNoun) || reading.word(at) == "counterpart")
    }) && !phrases.is_empty()
}

/// Whether a name takes part that only its capitals show to be one: only in a list or behind its preposition.
fn likely(reading: &Reading<'_>, cast: &Cast, person: usize, at: usize) -> bool {
    cast.persons[person].certain
        || (at > 0 && matches!(reading.word(at - 1), "with" | "by" | "and" | "," | ";" | ":"))
}

/// "on behalf of President X", "the office of", "letter from".
fn behalf(reading: &Reading<'_>, at: usize) -> bool {
    at > 2
        && (reading.word(at - 1) == "of"
            && matches!(
                reading.word(at - 2),
                "behalf" | "invitation" | "request" | "initiative" | "leadership"
            ))
}

/// Whether a state named behind the verb takes part, and is not the place: "with the Ukrainian delegation", not "in Ukraine".
fn takes_part(reading: &Reading<'_>, phrase: &Phrase, form: Form) -> bool {
    let before = if phrase.tokens.start == 0 { "" } else { reading.word(phrase.tokens.start - 1) };
    matches!(before, "with" | "and" | "between" | "," | "among" | "by") && form != Form::Travel
}

/// States and organisations in a list behind a plural noun: "counterparts from France, Germany and the United Kingdom".
fn listed_sides(reading: &Reading<'_>, range: Range<usize>) -> Vec<Side> {
    let mut sides = Vec::new();
    let mut group = false;
    for at in range.clone() {
        let word = reading.word(at);
        if matches!(word, "at" | "in" | "on" | "today" | "." | "for") {
            break;
        }
        group |= reading.lexicon.is(&word.to_lowercase(), Class::JointNoun)
            || matches!(
                word,
                "foreign" | "leaders" | "ambassadors" | "delegation" | "Presidents" | "Ministers"
            );
        if let Some(found) = reading.name_from(at) {
            if reading.possessive(found.tokens.end) {
                continue;
            }
            match found.name {
                Name::State(state) | Name::Demonym(state) => sides.push(Side::State(state)),
                Name::Organization(body) if reading.lexicon.organizations[body as usize].party => {
                    sides.push(Side::Organization(body));
                }
                _ => {}
            }
        }
    }
    if group { sides } else { Vec::new() }
}

/// "spoke separately with", "five separate calls with", "telephone conversations with A and B".
fn separate(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    if candidate.objects.len() < 2 {
        return false;
    }
    let word = |word: &str| candidate.region.clone().any(|at| reading.word(at) == word);
    let plural = candidate.trigger.clone().any(|at| {
        matches!(reading.word(at), "calls" | "conversations" | "Calls" | "Conversations")
    });
    word("separately")
        || word("individually")
        || word("separate")
        || word("respectively")
        || (plural && candidate.event_type == EventType::Call)
}

/// A proper name of an event: from an ordinal or the first capital of "20th round of China-Russia strategic security
/// consultation" to its noun.
fn event_name(reading: &Reading<'_>, cast: &Cast, region: Range<usize>) -> Option<Range<usize>> {
    let mut at = region.start;
    while at < region.end {
        let ordinal = ordinal(reading.word(at)).is_some();
        let capital = reading.capital(at) && !reading.is(at, Class::Starter);
        if !(ordinal || capital) {
            at += 1;
            continue;
        }
        // Run over the words that a name is made of, and remember the last noun of an exchange.
        let mut stop = at;
        let mut noun_end = None;
        let mut proper = ordinal;
        while stop < region.end {
            let word = reading.word(stop);
            if let Some((length, encounter)) = reading
                .lexicon
                .encounters
                .longest(&reading.document.text, &reading.tokens[stop..region.end])
                && encounter.form == Form::Noun
            {
                let named = matches!(
                    encounter.event_type,
                    Some(
                        EventType::Summit
                            | EventType::Consultation
                            | EventType::Conference
                            | EventType::Negotiation
                            | EventType::Meeting
                    )
                );
                let whole = reading.capital(stop) || ordinal;
                if named && whole {
                    noun_end = Some(stop + length);
                    proper |=
                        reading.capital(stop) && encounter.event_type != Some(EventType::Meeting);
                }
                stop += length;
                continue;
            }
            let inner = reading.capital(stop)
                || (ordinal
                    && !matches!(
                        word,
                        "with"
                            | "in"
                            | "at"
                            | "on"
                            | ","
                            | "."
                            | "to"
                            | "today"
                            | "for"
                            | "from"
                            | "that"
                            | "which"
                            | "held"
                            | "by"
                            | "was"
                            | "were"
                    )
                    && noun_end.is_none())
                || ordinal && stop == at
                || matches!(word, "of" | "the" | "and" | "-" | "–" | "'s" | "'" | "for" | "on")
                    && stop > at
                || reading.name_over(stop).is_some() && stop > at
                || ordinal
                    && matches!(
                        word,
                        "strategic"
                            | "security"
                            | "political"
                            | "economic"
                            | "consultation"
                            | "round"
                            | "presidential"
                    );
            if !inner {
                break;
            }
            stop += 1;
        }
        if let Some(end) = noun_end.filter(|end| proper && end - at >= 2) {
            let end = name_tail(reading, end, region.end, ordinal);
            let begin = at;
            if cast_free(reading, cast, begin..end) {
                return Some(begin..end);
            }
        }
        at = stop.max(at + 1);
    }
    None
}

/// "… meeting of the Steering Committee of the Donor Platform for Ukraine": the name goes on with capitalised complements.
fn name_tail(reading: &Reading<'_>, from: usize, end: usize, _ordinal: bool) -> usize {
    let mut at = from;
    while at < end && matches!(reading.word(at), "of" | "for" | "on") {
        let mut next = at + 1;
        while reading.word(next) == "the" {
            next += 1;
        }
        let first = next;
        while next < end
            && (reading.capital(next)
                || reading.name_over(next).is_some()
                || (next > first && matches!(reading.word(next), "and" | "-" | "'s")))
        {
            next += 1;
        }
        if next == first {
            break;
        }
        at = next;
    }
    at
}

/// Whether a range holds a noun phrase of its own, and no person's office.
fn cast_free(reading: &Reading<'_>, cast: &Cast, range: Range<usize>) -> bool {
    cast.mentions_in(range.start.saturating_sub(30)..range.end)
        .all(|mention| mention.tokens.end <= range.start)
        && !range.clone().any(|at| {
            matches!(
                reading.word(at),
                "President" | "Minister" | "Secretary" | "Chancellor" | "Readout"
            )
        })
}

/// "on the margins of the G20 Summit", "following the summit": another event, beside which this one took place.
fn beside(reading: &Reading<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|back| {
        matches!(
            reading.word(back),
            "margins"
                | "sidelines"
                | "Following"
                | "following"
                | "after"
                | "ahead"
                | "before"
                | "during"
                | "since"
                | "upcoming"
                | "next"
                | "historic"
                | "participation"
                | "context"
                | "framework"
        )
    })
}

/// The number of an ordinal: "20th", "second", "inaugural".
pub(super) fn ordinal(word: &str) -> Option<u16> {
    const WORDS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth",
    ];
    if word.eq_ignore_ascii_case("inaugural") {
        return Some(1);
    }
    if let Some(index) = WORDS.iter().position(|known| known.eq_ignore_ascii_case(word)) {
        return Some(index as u16 + 1);
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let suffix = &word[digits.len()..];
    matches!(suffix, "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|n| *n > 0)
}
