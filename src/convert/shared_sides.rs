//! Lists of persons in, the state that one of them has given to those beside it.

use super::persons::{Mention, Side, coordinated};
use super::reading::Reading;
use crate::lexicon::Name;

/// "President A and Foreign Minister B of Switzerland", "Israeli Prime Minister A, Defense Minister B and …": members of
/// a list that is an object share the state that one of them has.
pub(super) fn share_sides(reading: &Reading<'_>, found: &mut [Mention], from: usize) {
    for index in from.max(1)..found.len() {
        let joined = coordinated(reading, found[index - 1].tokens.end, found[index].tokens.start);
        if !joined || !is_object(reading, found, index - 1) {
            continue;
        }
        // "During his meeting with Foreign Minister A of X, Dr B said": a comma alone joins only those whose list goes on.
        let comma = found[index - 1].tokens.end;
        let alone = found[index].tokens.start == comma + 1 && reading.word(comma) == ",";
        if alone && !list_ends(reading, found, index) {
            continue;
        }
        let (before, this) = (&found[index - 1], &found[index]);
        if this.name.is_none() || before.name.is_none() {
            continue;
        }
        let state = |mention: &Mention| {
            mention.sides.iter().copied().find(|side| matches!(side, Side::State(_)))
        };
        // "between President A and President B of X" are the two sides; in "A of X, President B, and C of Y" each is for
        // itself.
        let (from, to) = (before.tokens.end, this.tokens.start);
        let closed = reading.word(from) == "," && (from..to).any(|at| reading.word(at) == "and");
        // "A, Commissioner for Peace, and President B of Y": who has an apposition has told it all.
        let name_end = before.name.as_ref().map_or(0, |name| name.end);
        let told = before.offices.iter().any(|office| office.tokens.start >= name_end);
        let apart = |side: Side| {
            between(reading, found, index)
                || told
                || closed && !only_side(reading, &found[..index], side)
        };
        match (state(before), state(this)) {
            (None, Some(side))
                if before.sides.is_empty() && trailing(reading, this) && !apart(side) =>
            {
                let mut back = index;
                while back > 0
                    && found[back - 1].sides.is_empty()
                    && coordinated(reading, found[back - 1].tokens.end, found[back].tokens.start)
                {
                    back -= 1;
                    found[back].sides.push(side);
                }
            }
            (Some(side), None)
                if this.sides.is_empty()
                    && !trailing(reading, before)
                    && only_side(reading, &found[..index], side) =>
            {
                found[index].sides.push(side);
            }
            _ => {}
        }
    }
}

/// Whether the list that a mention stands in follows "between".
fn between(reading: &Reading<'_>, found: &[Mention], index: usize) -> bool {
    let start = found[first(reading, found, index)].tokens.start;
    start > 0 && matches!(reading.word(start - 1), "between" | "Between")
}

/// Whether the list that ends with the last of these mentions has no other state: of several, none is shared.
fn only_side(reading: &Reading<'_>, found: &[Mention], side: Side) -> bool {
    let Some((_, others)) = found[first(reading, found, found.len() - 1)..].split_last() else {
        return true;
    };
    others.iter().all(|other| other.sides.first().is_none_or(|other| *other == side))
}

/// Index of the first mention of the list that a mention stands in.
fn first(reading: &Reading<'_>, found: &[Mention], mut index: usize) -> usize {
    while index > 0 && coordinated(reading, found[index - 1].tokens.end, found[index].tokens.start)
    {
        index -= 1;
    }
    index
}

/// Whether the list that a mention stands in ends with "and".
fn list_ends(reading: &Reading<'_>, found: &[Mention], mut index: usize) -> bool {
    while index + 1 < found.len() {
        let (from, to) = (found[index].tokens.end, found[index + 1].tokens.start);
        if !coordinated(reading, from, to) {
            return reading.word(from) == "and" || reading.word(from + 1) == "and";
        }
        if (from..to).any(|at| reading.word(at) == "and") {
            return true;
        }
        index += 1;
    }
    let end = found[index].tokens.end;
    reading.word(end) == "and" || reading.word(end) == "," && reading.word(end + 1) == "and"
}

/// Whether the mention's state stands behind its name.
fn trailing(reading: &Reading<'_>, mention: &Mention) -> bool {
    mention.name.as_ref().is_some_and(|name| {
        // Before an apposition, whose state is only of its own office.
        let end = mention
            .offices
            .iter()
            .map(|office| office.tokens.start)
            .filter(|&start| start >= name.end)
            .min()
            .unwrap_or(mention.tokens.end);
        reading.names_in(name.end..end).any(|found| matches!(found.name, Name::State(_)))
    })
}

/// Whether the list that a mention belongs to follows a preposition or a verb, and is no subject.
fn is_object(reading: &Reading<'_>, found: &[Mention], index: usize) -> bool {
    let start = found[first(reading, found, index)].tokens.start;
    let unit = &reading.units[reading.unit_of(start)];
    start > unit.tokens.start && !matches!(reading.word(start - 1), "," | "and" | ";")
}
