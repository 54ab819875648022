//! A mention in, what stands behind its name added: the state or body, further offices in apposition, an acronym.

use super::offices::{complement_words, merge, office, office_word};
use super::persons::{Mention, Side, chain, named_after};
use super::reading::Reading;
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Name};

/// What may follow a name: "of STATE", further offices in apposition, "(…)".
pub(super) fn after_name(reading: &Reading<'_>, mention: &mut Mention, end: usize) {
    let mut at = mention.tokens.end;
    // Post-nominals such as "MP" and an acronym in brackets are passed over.
    while at < end
        && (reading.is(at, Class::PostNominal)
            || reading.word(at) == "," && reading.is(at + 1, Class::PostNominal))
    {
        at += 1;
    }
    mention.tokens.end = at;
    if reading.word(at) == "of" {
        let begin = at + 1 + usize::from(reading.word(at + 1) == "the");
        match reading.name_from(begin).map(|found| (found.name, found.tokens.end)) {
            Some((Name::State(state), stop)) if !reading.possessive(stop) => {
                mention.sides.insert(0, Side::State(state));
                mention.tokens.end = stop;
                at = stop;
            }
            Some((Name::Organization(body), stop)) => {
                mention.sides.push(Side::Organization(body));
                mention.tokens.end = stop;
                at = stop;
            }
            _ => {}
        }
    }
    // "Yasuo Takamura from the National Security Secretariat of Japan"
    if reading.word(at) == "from" {
        let begin = at + 1 + usize::from(reading.word(at + 1) == "the");
        let stop = complement_words(reading, begin, end);
        if stop > begin && (reading.name_from(begin).is_some() || office_word(reading, begin)) {
            let stop = if reading.word(stop) == "of"
                && reading.name_from(stop + 1).is_some_and(|f| matches!(f.name, Name::State(_)))
            {
                reading.name_from(stop + 1).map_or(stop, |found| found.tokens.end)
            } else {
                stop
            };
            for found in reading.names_in(begin..stop) {
                match found.name {
                    Name::State(state) | Name::Demonym(state) => {
                        mention.sides.insert(0, Side::State(state));
                    }
                    Name::Organization(body) => mention.sides.push(Side::Organization(body)),
                    _ => {}
                }
            }
            at = stop;
            mention.tokens.end = stop;
        }
    }
    if reading.word(at) == "(" {
        let inside = reading.name_from(at + 1);
        let close = inside.map_or(at + 2, |found| found.tokens.end);
        if close < end && reading.word(close) == ")" {
            // "Ana Sol (Chile)"
            if let Some(Name::State(state)) = inside.map(|found| found.name) {
                mention.sides.insert(0, Side::State(state));
            }
            at = close + 1;
            mention.tokens.end = at;
        }
    }
    apposition(reading, mention, at, end);
}

/// ", Diplomatic Advisor to the French President", ", who is also a Member of …".
fn apposition(reading: &Reading<'_>, mention: &mut Mention, at: usize, end: usize) {
    if reading.word(at) != "," {
        return;
    }
    let mut begin = at + 1;
    if reading.word(begin) == "who" && reading.word(begin + 1) == "is" {
        begin += 2 + usize::from(reading.word(begin + 2) == "also");
    }
    // "President A, and current Chair of the African Union"
    if reading.word(begin) == "and" && reading.is(begin + 1, Class::OfficeEpithet) {
        begin += 1;
    }
    if matches!(reading.word(begin), "the" | "a" | "an") {
        begin += 1;
    }
    let Some(mut second) = office(reading, begin, end).filter(|office| !office.plural) else {
        return;
    };
    let mut comma = false;
    // The next of a list: "Foreign Minister A, Finance Minister B", "the President of X, A, the President of Y, B".
    if named_after(reading, &second, end, &mut comma).is_some()
        && (!comma || !mention.offices.is_empty())
    {
        return;
    }
    // "Advisor A, Director and Senior Advisor B": who has a title before the name is not given two more behind it.
    if !mention.offices.is_empty()
        && chain(reading, &mut second.clone(), &mut Vec::new(), end, true).is_some()
    {
        return;
    }
    // "and Minister of Trade", ", Director of the Office of X, and Minister of Trade"
    while matches!(reading.word(second.tokens.end), "and" | ",") {
        let next = second.tokens.end + 1;
        let joined = reading.word(second.tokens.end) == "and";
        let next = next + usize::from(reading.word(next) == "and" && reading.word(next - 1) == ",");
        let Some(third) = office(reading, next, end).filter(|office| {
            let of_state = second.sides.iter().any(|side| matches!(side, Side::State(_)));
            !office.plural && reading.capital(office.head) && !of_state
                || reading.word(next - 1) == "and"
                    && next == second.tokens.end + 1
                    && !office.plural
        }) else {
            break;
        };
        // "A, Deputy Prime Minister and Minister of Trade, Mr. B, Minister of Finance": the name behind the comma is the next.
        let mut next_of_list = false;
        let named = named_after(reading, &third, end, &mut next_of_list).is_some();
        if named && !(next_of_list && joined && mention.offices.is_empty()) {
            break;
        }
        second = merge(&second, &third);
    }
    let stop = second.tokens.end;
    // "U Wunna Lin, Union Minister for Trade in Yangon": who writes no comma behind it goes on in lower case.
    // "Asked about Ana Sol, the President of Chile said": the title is of who says it.
    let says = reading.cue(stop).is_some_and(|cue| {
        cue.tense == crate::lexicon::Tense::Past && reading.word(stop + 1) != "by"
    });
    let flows = stop - begin > 1
        && !says
        && reading.kind(stop) == Some(Kind::Word)
        && !reading.capital(stop)
        && reading.name_over(stop).is_none();
    let closes = stop == end
        || flows
        || matches!(reading.word(stop), "," | ";" | "." | "and" | ")" | ":" | "-" | "–");
    // "Ana Sol, President of Chile has sent": the second comma is forgotten.
    let unit = &reading.units[reading.unit_of(mention.tokens.start)];
    let subject = mention.tokens.start <= unit.tokens.start + 1
        && !second.sides.is_empty()
        && (reading.is(stop, Class::Auxiliary)
            || reading.cue(stop).is_some_and(|cue| cue.tense == crate::lexicon::Tense::Past));
    if !(closes || subject) || mention.offices.iter().any(|office| office.title == second.title) {
        return;
    }
    mention.sides.extend(
        second
            .sides
            .iter()
            .filter(|side| !mention.sides.contains(side))
            .copied()
            .collect::<Vec<_>>(),
    );
    mention.tokens.end = stop;
    mention.offices.push(second);
    // "Ana Sol, Foreign Minister, Chile", "Dan Wood, Director, United States Department of State"
    if reading.word(stop) == ","
        && mention.sides.is_empty()
        && let Some((name, behind)) =
            reading.name_from(stop + 1).map(|found| (found.name, found.tokens.end))
        && (behind == end || matches!(reading.word(behind), "," | ";" | "." | ")"))
    {
        match name {
            Name::State(state) => mention.sides.push(Side::State(state)),
            Name::Organization(body) => mention.sides.push(Side::Organization(body)),
            _ => return,
        }
        mention.tokens.end = behind;
    }
}
