//! Organisations that the text names: lexicon names and patterns of national bodies in, each body once out.

use std::ops::Range;

use super::actors::Cast;
use super::reading::Reading;
use crate::lexicon::{Class, Name};

/// An organisation of the readout.
#[derive(Debug)]
pub(super) struct Body {
    /// Index into the lexicon, if it is known there.
    pub(super) known: Option<u16>,
    /// Fullest form in the text.
    pub(super) name: String,
    /// Other forms in the text.
    pub(super) other_names: Vec<String>,
    /// State whose body it is, where the text says so.
    pub(super) state: Option<u16>,
    /// Where it is named.
    pub(super) tokens: Vec<Range<usize>>,
}

/// All organisations, in the order of their first mention.
pub(super) fn bodies(reading: &Reading<'_>, _cast: &Cast) -> Vec<Body> {
    let mut found: Vec<Body> = Vec::new();
    for name in &reading.names {
        if let Name::Organization(index) = name.name {
            let form = reading.phrase(&name.tokens);
            match found.iter_mut().find(|body| body.known == Some(index)) {
                Some(body) => mention(body, form, name.tokens.clone()),
                None => found.push(Body {
                    known: Some(index),
                    name: form,
                    other_names: Vec::new(),
                    state: None,
                    tokens: vec![name.tokens.clone()],
                }),
            }
        }
    }
    for unit in &reading.units {
        let mut at = unit.tokens.start;
        while at < unit.tokens.end {
            let Some((tokens, state)) = pattern(reading, at, unit.tokens.end) else {
                at += 1;
                continue;
            };
            at = tokens.end;
            let form = reading.phrase(&tokens);
            match found.iter_mut().find(|body| {
                body.known.is_none() && (body.name.contains(&form) || form.contains(&body.name))
            }) {
                Some(body) => mention(body, form, tokens),
                None => found.push(Body {
                    known: None,
                    name: form,
                    other_names: Vec::new(),
                    state,
                    tokens: vec![tokens],
                }),
            }
        }
    }
    found
}

/// One more mention: the longest form is the name, the others are kept.
fn mention(body: &mut Body, form: String, tokens: Range<usize>) {
    body.tokens.push(tokens);
    if form == body.name || body.other_names.contains(&form) {
        return;
    }
    if form.len() > body.name.len() {
        body.other_names.push(std::mem::replace(&mut body.name, form));
    } else {
        body.other_names.push(form);
    }
}

/// "Ministry of Defence of Ukraine", "Office of the President of Ukraine", "Department of Homeland Security",
/// "National Migration Institute", "Mexican Army", "Armed Forces of Bosnia and Herzegovina".
fn pattern(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Range<usize>, Option<u16>)> {
    if !reading.capital(at)
        || reading
            .name_over(at)
            .is_some_and(|found| !matches!(found.name, Name::Demonym(_) | Name::State(_)))
    {
        return None;
    }
    let mut state = None;
    let mut first = at;
    if let Some(found) = reading.name_from(at) {
        let demonym = matches!(found.name, Name::Demonym(_));
        if let Name::Demonym(index) | Name::State(index) = found.name {
            state = Some(index);
        }
        first = found.tokens.end + usize::from(reading.possessive(found.tokens.end));
        if !demonym && first == found.tokens.end {
            return None;
        }
    }
    // "Ministry of …": head noun first.
    if heads(reading.word(first)) && reading.word(first + 1) == "of" {
        let mut stop = first + 2 + usize::from(reading.word(first + 2) == "the");
        let begin = stop;
        while stop < end {
            if let Some(found) = reading.name_from(stop) {
                if let Name::State(index) = found.name {
                    state = state.or(Some(index));
                }
                stop = found.tokens.end;
            } else if reading.capital(stop) && part(reading, stop) {
                stop += 1;
            } else if matches!(reading.word(stop), "and" | "of" | "for" | "," | "the")
                && stop > begin
                && stop + 1 < end
                && (part(reading, stop + 1) && reading.capital(stop + 1)
                    || reading
                        .name_from(stop + 1)
                        .is_some_and(|f| matches!(f.name, Name::State(_)))
                        && reading.word(stop) != "and"
                    || reading.word(stop + 1) == "the"
                        && reading.name_from(stop + 2).is_some()
                        && reading.word(stop) == "of")
            {
                stop += 1;
            } else {
                break;
            }
        }
        return (stop > begin).then_some((first..stop, state));
    }
    // "… Ministry", "National Migration Institute", "Coast Guard": head noun last.
    let mut stop = first;
    while stop < end
        && stop < first + 6
        && reading.capital(stop)
        && part(reading, stop)
        && reading.name_over(stop).is_none()
    {
        stop += 1;
        if tails(reading.word(stop - 1))
            && (stop - first >= 2 || state.is_some())
            && !(stop < end && reading.capital(stop) && tails(reading.word(stop)))
        {
            let begin = if state.is_some()
                && matches!(reading.name_from(at).map(|f| f.name), Some(Name::Demonym(_)))
            {
                at
            } else {
                first
            };
            if matches!(reading.word(stop), "of")
                && reading.name_from(stop + 1).is_some_and(|f| matches!(f.name, Name::State(_)))
            {
                let found = reading.name_from(stop + 1)?;
                return Some((begin..found.tokens.end, state));
            }
            return Some((begin..stop, state));
        }
    }
    None
}

fn part(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Class::OfficePart) && !reading.is(at, Class::OfficeHead)
        || matches!(
            reading.word(at),
            "President" | "Prime" | "Minister" | "Migration" | "General" | "Chief"
        )
}

fn heads(word: &str) -> bool {
    matches!(
        word,
        "Ministry"
            | "Department"
            | "Office"
            | "Bank"
            | "Secretariat"
            | "Bureau"
            | "Parliament"
            | "Chamber"
            | "Council"
            | "Committee"
            | "Commission"
            | "Institute"
            | "Agency"
            | "Delegation"
            | "Presidency"
            | "Forces"
    )
}

fn tails(word: &str) -> bool {
    matches!(
        word,
        "Ministry"
            | "Department"
            | "Institute"
            | "Agency"
            | "Army"
            | "Navy"
            | "Guard"
            | "Police"
            | "Authority"
            | "Parliament"
            | "Congress"
            | "Commission"
            | "Committee"
            | "Council"
            | "Cabinet"
            | "Corps"
            | "Force"
            | "Forces"
            | "Secretariat"
            | "Office"
            | "Bank"
            | "Assembly"
            | "Senate"
            | "Court"
            | "Bureau"
            | "Administration"
            | "Service"
    )
}
