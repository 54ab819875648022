//! Offices: tokens in, the phrase of an office out, with the state or organisation before or after it.

use std::ops::Range;

use super::names::{given_name, name, son_of, verb_in_title};
use super::persons::Side;
use super::reading::{Reading, plain};
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Name};

/// An office as it stands in the text.
#[derive(Debug, Clone)]
pub(super) struct OfficePhrase {
    /// Tokens of the whole phrase, with state and all.
    pub(super) tokens: Range<usize>,
    /// Tokens of the title, without a leading state and a trailing "of STATE".
    pub(super) title: Range<usize>,
    /// Token of the head noun.
    pub(super) head: usize,
    /// State or organisation that the phrase names.
    pub(super) sides: Vec<Side>,
    /// Whether the head noun is plural.
    pub(super) plural: bool,
}

/// Reads an office phrase that begins at a token.
pub(super) fn office(reading: &Reading<'_>, start: usize, end: usize) -> Option<OfficePhrase> {
    let begins = reading.capital(start)
        || reading.is_any(start, Class::OfficeEpithet as u128 | Class::OfficeModifier as u128)
        || reading.name_from(start).is_some()
        || head_noun(reading, start);
    if !begins {
        return None;
    }
    let mut sides = Vec::new();
    let mut title_start = None;
    let mut head = None;
    let mut at = start;
    while at < end {
        if at == start && reading.is(at, Class::OfficeEpithet) {
            at += 1;
            continue;
        }
        if son_of(reading, at + 1) {
            break;
        }
        // "the Estonian and Latvian counterparts": one state for each of those who share the title.
        if at == start
            && let Some((listed, behind)) = peoples(reading, at, end)
        {
            sides = listed;
            at = behind;
            continue;
        }
        if let Some(found) = reading.name_from(at) {
            let stop = found.tokens.end;
            let mut next = stop + usize::from(reading.possessive(stop));
            // "National Economic Council (NEC) Director"
            if let Some(behind) = behind_acronym(reading, stop) {
                next = behind;
            }
            if next >= end || !continues_office(reading, next) {
                break;
            }
            match found.name {
                Name::State(state) | Name::Demonym(state) if head.is_none() => {
                    sides.push(Side::State(state));
                }
                Name::Organization(body) if head.is_none() => {
                    sides.push(Side::Organization(body));
                    title_start.get_or_insert(at);
                }
                Name::Place(_) if head.is_none() => {
                    title_start.get_or_insert(at);
                }
                _ => break,
            }
            at = next;
            continue;
        }
        let capital = reading.capital(at);
        if head.is_some_and(|head| head + 1 == at)
            && (personal_rank(reading, at, end) || given_name(reading, at, end))
        {
            break;
        }
        if let Some(stop) = head.map(|head| behind(reading, head)).filter(|&stop| stop > at) {
            at = stop;
        } else if head_noun(reading, at) && !(head.is_some() && !capital) {
            head = Some(at);
            title_start.get_or_insert(at);
            at += 1;
        } else if capital && reading.is(at, Class::OfficePart) {
            title_start.get_or_insert(at);
            at += 1;
        } else if matches!(reading.word(at), "and" | "&" | "'s")
            && title_start.is_some()
            && head.is_none()
            && reading.capital(at + 1)
            && reading.is(at + 1, Class::OfficePart)
        {
            at += 1;
        } else if head == Some(at.wrapping_sub(1)) && at > start && of_affairs(reading.word(at)) {
            head = Some(at);
            at += 1;
        } else if head.is_none() && lower_modifier(reading, at) {
            title_start.get_or_insert(at);
            at += 1;
        } else {
            break;
        }
    }
    let head = head.filter(|&head| behind(reading, head) == at)?;
    let title_start = title_start?;
    let plural = is_plural(reading.word(head));
    let mut phrase =
        OfficePhrase { tokens: start..at, title: title_start..at, head, sides, plural };
    complement(reading, &mut phrase, end);
    Some(phrase)
}

/// The token behind a noun of offices and what belongs to it there: "Ambassador Extraordinary and Plenipotentiary", "Chargé
/// d'Affaires a.i.", "ad interim".
fn behind(reading: &Reading<'_>, head: usize) -> usize {
    let mut at = head + 1;
    loop {
        let joined = usize::from(matches!(reading.word(at), "and" | "ad"));
        let next = at + joined;
        if !reading.is(next, Class::OfficeBehind) {
            return at;
        }
        at = next + 1;
        at += usize::from(reading.word(next) == "a.i" && reading.word(at) == ".");
    }
}

/// "Estonian and Latvian", "Estonian, Latvian and Kenyan" before an office in the plural: the states and the token behind.
fn peoples(reading: &Reading<'_>, start: usize, end: usize) -> Option<(Vec<Side>, usize)> {
    let mut sides = Vec::new();
    let mut at = start;
    while let Some(found) = reading.name_from(at).filter(|_| at < end)
        && let Name::Demonym(state) | Name::State(state) = found.name
    {
        sides.push(Side::State(state));
        at = found.tokens.end;
        let joined = matches!(reading.word(at), "," | "and")
            && matches!(
                reading.name_from(at + 1).map(|found| found.name),
                Some(Name::Demonym(_) | Name::State(_))
            );
        if !joined {
            break;
        }
        at += 1;
    }
    let plural = || office(reading, at, end).is_some_and(|office| office.plural);
    (sides.len() > 1 && plural()).then_some((sides, at))
}

/// The token behind an acronym in brackets: "(NEC)".
fn behind_acronym(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let bracketed = reading.word(at) == "(" && reading.word(at + 2) == ")";
    (bracketed && reading.capital(at + 1)).then_some(at + 3)
}

/// Reads an office whose first words no title is known by: "Domestic Policy Advisor", "Livestock and Dairying Minister". Such
/// a run of capitals is an office where it ends in a noun of offices and stands before a name.
pub(super) fn open_office(reading: &Reading<'_>, start: usize, end: usize) -> Option<OfficePhrase> {
    if !reading.capital(start) {
        return None;
    }
    let mut at = start;
    while at < end && at < start + 6 {
        let word = reading.word(at);
        let joins = at > start && matches!(word, "and" | "&") && reading.capital(at + 1);
        let field = reading.capital(at)
            && !reading.is(at, Class::OfficeHead)
            && !(at == start && (reading.is(at, Class::Starter) || reading.is(at, Class::Attend)))
            && !reading.is(at, Class::Honorific)
            && !reading.is(at, Class::Month)
            && !reading.is(at, Class::Weekday)
            && !(at > start && verb_in_title(reading, at))
            && !reading.name_over(at).is_some_and(|found| matches!(found.name, Name::State(_)));
        if at > start
            && let Some(mut office) = office(reading, at, end)
        {
            if !reading.capital(office.head) || office.plural && office.head == at {
                return None;
            }
            // "Ada Okoro and Prime Minister of Chile Ana Sol": a person, and the title of another.
            let apart = matches!(reading.word(at - 1), "and" | "&")
                && at > start + 2
                && (start..at - 1).all(|before| !reading.is(before, Class::OfficePart))
                && office.tokens.end > at + 1;
            if apart {
                return None;
            }
            office.tokens.start = start;
            office.title.start = start;
            return Some(office);
        }
        if !joins && !field {
            return None;
        }
        at += 1;
    }
    None
}

/// "… Advisor to the President Ambassador Ana Sol", "… Coordinator Major General Abel Cruz": a rank behind the title, which
/// belongs to the person.
fn personal_rank(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    if !reading.capital(at) || !reading.is(at, Class::Rank) || reading.word(at) == "Minister" {
        return false;
    }
    let mut stop = at + 1;
    while reading.capital(stop) && reading.is(stop, Class::Rank) {
        stop += 1;
    }
    let compound = stop == at + 1
        && matches!(reading.word(at), "General" | "Commander" | "Chief")
        && !matches!(reading.word(at - 1), "Coordinator");
    !compound && reading.is(stop - 1, Class::OfficeHead) && name(reading, stop, end).is_some()
}

/// A noun of offices, or one not yet taken up: "Commissioner-designate", "Governor-elect".
fn head_noun(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Class::OfficeHead)
        || taken_up(reading.word(at))
            .is_some_and(|noun| reading.lexicon.is(noun, Class::OfficeHead))
}

/// "chargé d'affaires".
fn of_affairs(word: &str) -> bool {
    matches!(word, "d'affaires" | "d’affaires" | "d'Affaires" | "d’Affaires")
}

/// The noun of an office that is not yet taken up.
fn taken_up(word: &str) -> Option<&str> {
    if !word.ends_with("lect") && !word.ends_with("nate") {
        return None;
    }
    let (noun, rest) = word.rsplit_once('-')?;
    matches!(rest, "designate" | "elect" | "Designate" | "Elect").then_some(noun)
}

/// "acting foreign minister", "opposition leader", "deputy head" in lower case before a name or behind one.
fn lower_modifier(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Class::OfficeModifier)
        && (reading.is(at + 1, Class::OfficeHead)
            || reading.possessive(at + 1)
            || lower_modifier(reading, at + 1))
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && word != "Congress" && !of_affairs(word)
        || matches!(word, "Directors-General" | "Secretaries-General")
}

/// Whether an office phrase can go on at a token.
fn continues_office(reading: &Reading<'_>, at: usize) -> bool {
    if let Some(found) = reading.name_from(at) {
        return matches!(found.name, Name::Organization(_) | Name::State(_) | Name::Demonym(_))
            && continues_office(reading, found.tokens.end);
    }
    head_noun(reading, at)
        || (reading.capital(at) && reading.is(at, Class::OfficePart))
        || lower_modifier(reading, at)
}

/// "of Foreign Affairs of the Republic of Estonia", "to the Vice President", "for Economic Security".
fn complement(reading: &Reading<'_>, phrase: &mut OfficePhrase, end: usize) {
    let mut at = phrase.tokens.end;
    let preposition = |at: usize| {
        at < end && matches!(reading.word(at), "of" | "for" | "to" | "on" | "at" | "in")
    };
    loop {
        // "Minister of State (MoS) for External Affairs"
        at = behind_acronym(reading, at).filter(|&behind| preposition(behind)).unwrap_or(at);
        // "Minister of State and of Foreign Affairs"
        if reading.word(at) == "and" && preposition(at + 1) && office_word(reading, at + 2) {
            at += 1;
        }
        // "Secretary for Relations with States"
        let relations = reading.word(at) == "with"
            && reading.word(at - 1) == "Relations"
            && reading.capital(at + 1);
        if relations {
            phrase.tokens.end = at + 2;
            phrase.title.end = at + 2;
            at += 2;
            continue;
        }
        if !preposition(at) {
            break;
        }
        let preposition = reading.word(at);
        let mut next = at + 1;
        while matches!(reading.word(next), "the" | "The" | "his" | "her") {
            next += 1;
        }
        // "President of the 79th session of the General Assembly"
        if reading.kind(next) == Some(Kind::Number)
            && matches!(reading.word(next + 1), "session" | "Session")
            && reading.word(next + 2) == "of"
        {
            next += 3 + usize::from(reading.word(next + 3) == "the");
        }
        if next >= end || !(reading.capital(next) || reading.name_from(next).is_some()) {
            break;
        }
        if let Some((name, stop)) =
            reading.name_from(next).map(|found| (found.name, found.tokens.end))
        {
            let after = stop + usize::from(reading.possessive(stop));
            let goes_on = after < end
                && (continues_office(reading, after)
                    || (reading.capital(after) && reading.is(after, Class::OfficePart)));
            match name {
                Name::State(state) | Name::Demonym(state) if !goes_on => {
                    if matches!(name, Name::Demonym(_))
                        || !matches!(preposition, "of" | "to" | "for" | "in")
                    {
                        break;
                    }
                    // "Ambassador to Chile", "Special Envoy for Yemen": sent there, and not by it.
                    if preposition == "of" {
                        phrase.sides.push(Side::State(state));
                    } else {
                        phrase.title.end = stop;
                    }
                    phrase.tokens.end = stop;
                    at = stop;
                    // "the Ambassadors of Norway, Malta and Kenya"
                    if phrase.plural && preposition == "of" {
                        let (more, stop) = further_states(reading, at, end);
                        phrase.sides.extend(more);
                        phrase.tokens.end = stop;
                        at = stop;
                    }
                    // "Governor of China's Yunnan Province", "Deputy Minister of Foreign Affairs II"
                    if let Some(stop) = province(reading, after, end).filter(|_| after > stop) {
                        phrase.title.end = stop;
                        phrase.tokens.end = stop;
                        at = stop;
                    }
                    // A state ends the title; only "on …" may still follow.
                    continue;
                }
                Name::State(state) | Name::Demonym(state) => {
                    phrase.sides.push(Side::State(state));
                    next = after;
                }
                // "Assistant Secretary for the Department of State's Bureau …" is of that state.
                Name::Organization(body)
                    if !matches!(preposition, "to" | "for" | "on")
                        || !reading.lexicon.organizations[body as usize].state.is_empty()
                            && preposition == "for" =>
                {
                    phrase.sides.push(Side::Organization(body));
                }
                Name::Organization(_) | Name::Place(_) => {}
                Name::Reference(_) if preposition == "of" || preposition == "in" => {}
                Name::Reference(_) => break,
            }
        } else if !office_word(reading, next)
            && (!matches!(preposition, "of" | "for" | "on") || reading.is(next, Class::NotName))
        {
            break;
        }
        let stop = complement_words(reading, next, end);
        if stop == next {
            break;
        }
        phrase.tokens.end = stop;
        phrase.title.end = without_state(reading, next, stop);
        at = stop;
        // "Deputy Secretary for Andean Affairs and Chile": a state among the fields.
        let field = reading.name_from(at + 1).filter(|found| {
            matches!(preposition, "for" | "on")
                && reading.word(at) == "and"
                && matches!(found.name, Name::State(_))
                && !continues_office(reading, found.tokens.end)
                && !reading.possessive(found.tokens.end)
        });
        if let Some(stop) = field.map(|found| found.tokens.end).filter(|&stop| stop <= end) {
            phrase.tokens.end = stop;
            phrase.title.end = stop;
            at = stop;
        }
    }
    // "Secretary General of the … Assembly (PABSEC)": an acronym belongs to what is named before it.
    if phrase.tokens.end > phrase.head + 1
        && let Some(behind) = behind_acronym(reading, at)
        && behind <= end
    {
        phrase.tokens.end = behind;
    }
    // "Minister of Foreign Affairs II": a second one of the same field.
    if phrase.tokens.end > phrase.head + 1
        && matches!(reading.word(phrase.tokens.end), "I" | "II" | "III")
        && phrase.title.end == phrase.tokens.end
    {
        phrase.tokens.end += 1;
        phrase.title.end += 1;
    }
    // "Adviser to the President on relations with Ukraine and Russia Isabelle Dumont": a field in lower case before a name.
    if reading.word(at) == "on" && !reading.capital(at + 1) {
        let field = (at + 1..(at + 10).min(end))
            .find(|&next| name(reading, next, end).is_some_and(|stop| stop - next >= 2));
        let plain_words = |stop: usize| {
            (at + 1..stop)
                .all(|token| !reading.capital(token) || reading.name_over(token).is_some())
        };
        if let Some(stop) = field.filter(|&stop| plain_words(stop)) {
            phrase.tokens.end = stop;
            phrase.title.end = stop;
        }
    }
}

/// ", Malta and Kenya": the states that a list goes on with, and the token behind it. The last of a list is not the state of a
/// name behind it: "of Norway, and Kenya's Minister".
fn further_states(reading: &Reading<'_>, start: usize, end: usize) -> (Vec<Side>, usize) {
    let mut states = Vec::new();
    let mut at = start;
    loop {
        let mut next = at;
        while matches!(reading.word(next), "," | "and" | "the") && next < at + 3 {
            next += 1;
        }
        match reading.name_from(next).map(|found| (found.name, found.tokens.end)) {
            Some((Name::State(state), stop))
                if next > at
                    && stop <= end
                    && !reading.possessive(stop)
                    && !continues_office(reading, stop) =>
            {
                states.push(Side::State(state));
                at = stop;
            }
            _ => return (states, at),
        }
    }
}

/// "Yunnan Province", "Jiangsu Province": a part of a state behind its name, known or closed by the word for one.
fn province(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let known = reading.name_from(at).filter(|found| matches!(found.name, Name::Place(_)));
    let mut stop = known.map_or(at, |found| found.tokens.end);
    while stop < end.min(at + 4) && reading.capital(stop) && reading.name_over(stop).is_none() {
        stop += 1;
        if reading.is(stop - 1, Class::OfficePart) {
            return Some(stop);
        }
    }
    known.map(|found| found.tokens.end)
}

pub(super) fn office_word(reading: &Reading<'_>, at: usize) -> bool {
    reading.capital(at) && (reading.is(at, Class::OfficePart) || reading.is(at, Class::OfficeHead))
}

/// "… of the Presidency of Bosnia and Herzegovina": where the name of a body ends in its state, the title ends before it.
fn without_state(reading: &Reading<'_>, start: usize, stop: usize) -> usize {
    let Some(Name::Organization(body)) = reading
        .name_over(stop - 1)
        .filter(|found| found.tokens.start >= start && found.tokens.end == stop)
        .map(|found| found.name)
    else {
        return stop;
    };
    // "Head of the Office of the President of Ukraine" is whole, as the codebook has it.
    if reading.phrase(&(start..start + 1)) == "Office" {
        return stop;
    }
    let known = &reading.lexicon.organizations[body as usize];
    let state = reading.lexicon.state(&known.state);
    (start + 1..stop)
        .find(|&at| {
            let begin = at + 1 + usize::from(reading.word(at + 1) == "the");
            let rest = begin..stop;
            reading.word(at) == "of"
                && state.is_some_and(|state| plain(&state.name) == plain(&reading.phrase(&rest)))
        })
        .unwrap_or(stop)
}

/// The words of a complement: known words of titles, names of states and organisations, and one unknown word behind "of".
pub(super) fn complement_words(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        if let Some(found) = reading.name_from(at) {
            let stop = found.tokens.end;
            // A state right before a name may be its first word; here it ends a title: "of the Presidency of Bosnia".
            at =
                stop + usize::from(reading.possessive(stop) && continues_office(reading, stop + 1));
        } else if at > start && personal_rank(reading, at, end) {
            break;
        } else if office_word(reading, at) || at > start && body_word(reading, at) {
            at += 1;
        } else if at == start && reading.capital(at) {
            at = open_field(reading, at, end);
        } else if matches!(reading.word(at), "and" | "," | "&") && office_part_follows(reading, at)
            || at > start && between_fields(reading, at)
        {
            at += 1 + usize::from(reading.word(at + 1) == "the");
        } else if reading.possessive(at) && office_word(reading, at + 1) {
            at += 1;
        } else if reading.word(at) == "("
            && reading.word(at + 2) == ")"
            && at > start
            && office_word(reading, at + 3)
        {
            at += 3; // "the Communist Party of China (CPC) Central Committee"
        } else {
            break;
        }
    }
    at
}

/// A capitalised noun that closes the name of a body inside a title, in a sentence: "Chair of the Labour Pacific Caucus".
fn body_word(reading: &Reading<'_>, at: usize) -> bool {
    reading.capital(at)
        && (reading.is(at, Class::NotName) || reading.is(at, Class::BodyTail))
        && !reading.is(at, Class::Surname)
        && reading.units[reading.unit_of(at)].sentence.is_some()
        && reading.encounter_word_lowered(at).is_none()
}

/// A field that begins with a word no title is known by: "Gun Violence Prevention" goes on to the last of its words that
/// titles or things are known by; else it is the one word.
fn open_field(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    (start + 1..end.min(start + 5))
        .take_while(|&at| reading.capital(at) && reading.name_over(at).is_none())
        .filter(|&at| {
            let known = reading.is(at, Class::OfficePart) || reading.is(at, Class::NotName);
            known && !reading.is(at, Class::OfficeHead)
        })
        .last()
        .map_or(start + 1, |last| last + 1)
}

/// "Export Furtherance and Trade": a word no list has between two that titles are made of.
fn between_fields(reading: &Reading<'_>, at: usize) -> bool {
    reading.capital(at)
        && office_word(reading, at - 1)
        && reading.word(at + 1) == "and"
        && office_part_follows(reading, at + 1)
        && reading.units[reading.unit_of(at)].sentence.is_some()
}

/// After "and" or a comma a complement goes on with a field ("Trade, Tourism and Investment"), not with another office.
fn office_part_follows(reading: &Reading<'_>, at: usize) -> bool {
    let mut next = at + 1;
    if matches!(reading.word(next), "and" | "the") {
        next += 1;
    }
    // "Foreign and CARICOM Affairs", "African Cooperation and Moroccan Expatriates"
    if let Some(found) = reading.name_from(next).filter(|_| next == at + 1) {
        next = found.tokens.end;
    }
    // "of Defence, Justice and Security": justice is a field where the list goes on.
    let field = matches!(reading.word(next + 1), "and" | ",")
        && reading.capital(next + 2)
        && reading.is(next + 2, Class::OfficePart)
        && !reading.is(next + 2, Class::OfficeHead);
    if !reading.capital(next)
        || !reading.is(next, Class::OfficePart)
        || reading.is(next, Class::OfficeHead) && !field
    {
        return false;
    }
    if field {
        return true;
    }
    // "Foreign Affairs and Prime Minister X": a head noun behind the field makes it an office of its own.
    let mut ahead = next;
    while reading.capital(ahead)
        && reading.is(ahead, Class::OfficePart)
        && !reading.is(ahead, Class::OfficeHead)
    {
        ahead += 1;
    }
    !(reading.capital(ahead) && reading.is(ahead, Class::OfficeHead))
}

pub(super) fn merge(first: &OfficePhrase, second: &OfficePhrase) -> OfficePhrase {
    let mut sides = first.sides.clone();
    sides.extend(second.sides.iter().filter(|side| !first.sides.contains(side)));
    OfficePhrase {
        tokens: first.tokens.start..second.tokens.end,
        title: first.title.start..second.title.end,
        head: second.head,
        sides,
        plural: false,
    }
}
