//! Names of texts by their head nouns: tokens and a noun such as "Treaty" in, the tokens of "China-Russia Treaty of
//! Good-Neighborliness" out.

use std::ops::Range;

use super::actors::Cast;
use super::event_names::ordinal;
use super::identifiers::year;
use super::persons::MentionForm;
use super::reading::Reading;
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Name};
use crate::record::ReferenceKind;

/// "China-Russia Treaty of Good-Neighborliness", "Memorandum of Understanding on Energy": a head noun with capitals around it.
pub(super) fn titled(
    reading: &Reading<'_>,
    cast: &Cast,
    kind: ReferenceKind,
    noun: &Range<usize>,
    unit: Range<usize>,
) -> Option<Range<usize>> {
    let mut start = noun.start;
    while start > unit.start && modifies(reading, cast, kind, start - 1, unit.start) {
        start -= 1;
    }
    start = opening(reading, kind, start, noun.start, unit.start);
    // "the 75th Anniversary of Executive Order 9981": another reference.
    if let Some(of) = (start..noun.start).find(|&at| reading.word(at) == "Anniversary") {
        start = (of + 2).min(noun.start);
    }
    if start < noun.start {
        start = listed(reading, start, unit.start);
    }
    if of_office(reading, cast, kind, start, unit.start)
        || (start..noun.start).any(|at| reading.is(at, Class::BodyHead))
    {
        return None;
    }
    let stop = complement(reading, kind, noun.end, unit.end);
    // "Domestic Policy Council", "Strategy Minister": the noun is no head.
    let number = matches!(reading.word(stop), "No" | "No." | "Nr" | "№");
    if stop == noun.end && reading.capital(stop) && stop < unit.end && !number {
        return None;
    }
    // "Vice President, Global Public Policy and Government Affairs": a line of work in a list of people.
    let work = kind == ReferenceKind::Policy
        && stop < unit.end
        && start > unit.start
        && reading.word(start - 1) == ","
        && reading.word(stop) == "and"
        && reading.capital(stop + 1)
        && reading.name_over(stop + 1).is_none();
    // "Managing Attorney of Harbour Policy": whom somebody works for, and on what.
    let charge = kind == ReferenceKind::Policy
        && (start..noun.start).any(|at| matches!(reading.word(at), "of" | "for"));
    if work || charge {
        return None;
    }
    let modified = start < noun.start
        && (kind == ReferenceKind::Charter
            || (start..noun.start).any(|at| !is_people(reading, at)));
    let described = reading.word(noun.end - 1) == "Law"
        || stop > noun.end
        || noun.len() > 2
        || noun.len() > 1 && kind == ReferenceKind::Decree;
    // "Foreign Policy", "Industrial Strategy": a field, not a text.
    let field = kind == ReferenceKind::Policy
        && noun.start - start == 1
        && reading.is(start, Class::OfficePart);
    if field && stop == noun.end {
        return None;
    }
    // "Ukraine's Plan", "Russian Strategy": only a text's own name counts, not somebody's plans.
    (modified || described).then_some(start..stop)
}

/// Where a name begins, of the words before its noun that may belong to it.
fn opening(
    reading: &Reading<'_>,
    kind: ReferenceKind,
    mut start: usize,
    noun: usize,
    first: usize,
) -> usize {
    let law = kind == ReferenceKind::Decree;
    // "the Ida Berg Justice in Ports Act": a small word cannot begin a name, so what stands before it does, also a person.
    if law && matches!(reading.word(start), "in" | "with" | "for") && start < noun {
        while start > first && reading.capital(start - 1) && !starts(reading, start - 1, first) {
            start -= 1;
        }
    }
    // "the July 9 Executive Order", "the May 2nd Decree", "in the Justice Act": what cannot begin a name.
    let day = |at: usize| {
        at > first && reading.is(at - 1, Class::Month) && ordinal(reading.word(at)).is_some()
    };
    // "the 1982 Convention" was signed in that year; "2050 Strategy" is called so.
    let signed = law
        || matches!(
            kind,
            ReferenceKind::Treaty | ReferenceKind::Agreement | ReferenceKind::Charter
        );
    while start < noun
        && (matches!(reading.word(start), "for" | "of" | "in" | "and" | "with" | "-" | "–" | "/")
            || reading.kind(start) == Some(Kind::Number)
                && (reading.word(start).len() < 4 || signed)
                && !format(reading, start)
            || day(start))
    {
        start += 1;
    }
    start
}

/// "3+3": a format of states by their numbers.
pub(super) fn format(reading: &Reading<'_>, at: usize) -> bool {
    reading.kind(at) == Some(Kind::Number) && reading.word(at).contains('+')
}

/// Whether a capital is only that of a sentence's first word.
fn starts(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    at == first && reading.is(at, Class::Starter)
}

/// "Assistant to the President for Domestic Policy", "Director of the Lake Initiative": the field of an office, or its body.
fn of_office(
    reading: &Reading<'_>,
    cast: &Cast,
    kind: ReferenceKind,
    start: usize,
    first: usize,
) -> bool {
    let office = |at: usize| reading.is(at, Class::OfficeHead) || reading.is(at, Class::OfficePart);
    let mut before = start;
    let work =
        matches!(kind, ReferenceKind::Policy | ReferenceKind::Initiative | ReferenceKind::Document);
    // "Acting Director of the Estonian | Initiative on Lakes": the office is read up to here.
    let read = work
        && start > first
        && cast.mentions_over(start - 1).any(|mention| {
            mention.tokens.end == start
                && (mention.tokens.clone()).any(|at| matches!(reading.word(at), "of" | "for"))
        });
    if read {
        return true;
    }
    if work && before > first && reading.word(before - 1) == "the" {
        before -= 1;
    }
    before > first + 1
        && matches!(reading.word(before - 1), "for" | "of" | "to" | "and" | "on")
        && office(before - 2)
        && (before == start || reading.capital(before - 2))
}

/// Where a name begins whose first words are a list: "Science, Technology, and Innovation Agreement".
fn listed(reading: &Reading<'_>, start: usize, first: usize) -> usize {
    let item = |at: usize| {
        reading.capital(at)
            && reading.name_over(at).is_none()
            && !reading.is(at, Class::Starter)
            && !reading.is(at, Class::OfficeHead)
    };
    let joined = start >= first + 3 && reading.word(start - 1) == "and" && item(start);
    if !joined {
        return start;
    }
    let mut at = start - 1;
    while at >= first + 2 && reading.word(at - 1) == "," && item(at - 2) {
        at -= 2;
    }
    // The list begins with its first word only if no longer name ends there.
    let alone = at > first && at + 1 < start && !reading.capital(at - 1);
    if alone { at } else { start }
}

/// Whether a word before a head noun belongs to the name.
fn modifies(
    reading: &Reading<'_>,
    cast: &Cast,
    kind: ReferenceKind,
    at: usize,
    first: usize,
) -> bool {
    let person = cast.mentions_over(at).any(|mention| mention.form != MentionForm::Bare);
    if person || reading.is(at, Class::OfficeHead) || reading.is(at, Class::Month) {
        return false;
    }
    let word = reading.word(at);
    if reading.capital(at) {
        let article = matches!(word, "The" | "A" | "An" | "This" | "Both");
        return !article && !starts(reading, at, first);
    }
    // In a title all words have capitals, so a small word between two tells nothing.
    let titles = reading.units[reading.unit_of(at)].sentence.is_none();
    let between = !titles && at > first && reading.capital(at - 1) && reading.capital(at + 1);
    // "the Harbour Plan and Lake Agreement" are two.
    let two = word == "and" && at > first && reading.reference_noun(at - 1..at).is_some();
    // "Children's Health Program": for whom it is.
    let people = reading.possessive(at)
        && at > first
        && matches!(
            reading.word(at - 1),
            "Children" | "Women" | "Farmers" | "Workers" | "Veterans"
        );
    people
        || matches!(word, "-" | "–" | "/") && reading.tokens[at].glued
        || reading.kind(at) == Some(Kind::Number)
            && word.len() <= 4
            && at > first
            && reading.word(at - 1) != ","
        || (matches!(word, "of" | "for" | "in" | "and")
            || word == "with" && kind == ReferenceKind::Decree)
            && between
            && !two
            && reading.name_over(at - 1).is_none()
            && reading.name_over(at + 1).is_none()
}

fn is_people(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .name_over(at)
        .is_some_and(|found| !matches!(found.name, Name::Reference(_) | Name::Place(_)))
}

/// "… of Good-Neighborliness and Friendly Cooperation", "… on the Status of Forces": the token behind the name.
pub(super) fn complement(
    reading: &Reading<'_>,
    kind: ReferenceKind,
    noun_end: usize,
    end: usize,
) -> usize {
    let stop = described(reading, noun_end, end);
    // "Lake Partnership Act of 2031"
    let dated = kind == ReferenceKind::Decree
        && stop + 1 < end
        && reading.word(stop) == "of"
        && year(reading, stop + 1).is_some();
    if dated { stop + 2 } else { stop }
}

fn described(reading: &Reading<'_>, noun: usize, end: usize) -> usize {
    // "Memorandum of Understanding (MOU) on Energy"
    let named =
        reading.word(noun) == "(" && reading.capital(noun + 1) && reading.word(noun + 2) == ")";
    if named {
        let stop = described(reading, noun + 3, end);
        return if stop > noun + 3 { stop } else { noun };
    }
    let noun_end = noun;
    let opens = matches!(
        reading.word(noun_end),
        "of" | "on" | "for" | "concerning" | "regarding" | "against" | "between"
    ) || matches!(reading.word(noun_end), "Toward" | "Towards");
    // "Executive Order Protecting Fair Markets"
    let gerund = reading.capital(noun_end) && reading.word(noun_end).ends_with("ing");
    // "National Strategy to Counter Fraud"
    let purpose = reading.word(noun_end) == "to"
        && reading.capital(noun_end + 1)
        && reading.name_over(noun_end + 1).is_none()
        && !reading.is(noun_end + 1, Class::OfficeHead);
    let mut stop = noun_end;
    if !opens && !gerund && !purpose {
        return stop;
    }
    let mut at = noun_end;
    while at < end {
        if reading.capital(at) && !reading.is(at, Class::Month) {
            at += 1;
            stop = at;
            continue;
        }
        if stop > noun_end
            && let Some(behind) = passed(reading, at, end)
        {
            at = behind;
            if reading.capital(at - 1) {
                stop = at;
            }
            continue;
        }
        if reading.word(at) == "between" {
            let Some(behind) = between(reading, at + 1, end) else { break };
            (at, stop) = (behind, behind);
            continue;
        }
        if !leads_on(reading, at, stop > noun_end + 1, end) {
            break;
        }
        at += 1;
    }
    // "the American Jobs Plan on Latino communities": a noun in lower case behind it has the capitals for itself.
    let noun_follows = stop < end
        && reading.kind(stop) == Some(Kind::Word)
        && !reading.capital(stop)
        && !reading.is_adverb(stop)
        && !reading.is(stop, Class::Auxiliary)
        && !reading.is(stop, Class::Modal)
        && (reading.word(stop).ends_with("ies") || reading.word(stop).ends_with('s'))
        && reading.cue(stop).is_none()
        && !matches!(reading.word(stop), "as" | "this" | "its" | "his" | "has" | "is" | "was");
    if noun_follows { noun_end } else { stop }
}

/// Whether a small word inside a name leads on to more of it.
fn leads_on(reading: &Reading<'_>, at: usize, long: bool, end: usize) -> bool {
    let word = reading.word(at);
    let small = matches!(
        word,
        "of" | "on"
            | "and"
            | "for"
            | "the"
            | "a"
            | "an"
            | "in"
            | "to"
            | "against"
            | "at"
            | "their"
            | "concerning"
            | "regarding"
            | "with"
            | "&"
            | "its"
    ) || matches!(word, "-" | "–") && reading.tokens[at].glued;
    let article = |at: usize| matches!(reading.word(at), "the" | "their" | "a" | "an");
    let next = at + 1 + usize::from(article(at + 1));
    let leads = next < end && reading.capital(next);
    // "the Treaty on X and President Y": what follows "and" must not be a person, nor "in" a place.
    let other = word == "at" && reading.name_over(at + 1).is_some()
        || matches!(word, "and" | "in" | "with" | "to" | "at")
            && (reading.is(at + 1, Class::OfficeHead)
                || article(at + 1)
                || matches!(word, "in" | "with")
                || reading.name_over(at + 1).is_some() && long && word != "and");
    small && leads && (!other || word == "in" && field(reading, at + 1, end))
}

/// "between Chile, Peru and the Ministry of Law of Fiji": those between whom a text is, all of them. The token behind them.
fn between(reading: &Reading<'_>, first: usize, end: usize) -> Option<usize> {
    let mut at = first;
    loop {
        let closes =
            reading.word(at) == "and" || reading.word(at) == "," && reading.word(at + 1) == "and";
        let item = at + usize::from(at > first) + usize::from(closes && reading.word(at) == ",");
        let mut stop = item + usize::from(reading.word(item) == "the");
        let begin = stop;
        while stop < end
            && (reading.capital(stop)
                || stop > begin
                    && reading.word(stop) == "of"
                    && (reading.capital(stop + 1) || reading.word(stop + 1) == "the")
                || stop > begin && reading.word(stop) == "the" && reading.word(stop - 1) == "of")
        {
            stop += 1;
        }
        if stop == begin {
            return None;
        }
        if closes {
            return Some(stop);
        }
        if !matches!(reading.word(stop), "," | "and") {
            return None;
        }
        at = stop;
    }
}

/// "in the Chilean Economy", "in the Health Care Industry": a field that is no place.
fn field(reading: &Reading<'_>, the: usize, end: usize) -> bool {
    let last = (the + 1..end).take_while(|&at| reading.capital(at)).last();
    reading.word(the) == "the"
        && last.is_some_and(|last| last > the + 1 && reading.name_over(last).is_none())
}

/// What stands between two capitals of a name without ending it: "(AI)" before "Safety", the sign in "LGBTQI+ People", the
/// commas of "on Democracy, Elections, and Governance". The token behind it.
pub(super) fn passed(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let word = reading.word(at);
    let acronym = word == "(" && reading.capital(at + 1) && reading.word(at + 2) == ")";
    if acronym {
        return (at + 3 < end && reading.capital(at + 3)).then_some(at + 3);
    }
    let sign = word == "+" && reading.tokens[at].glued || reading.possessive(at);
    if sign {
        return (at + 1 < end && reading.capital(at + 1)).then_some(at + 1);
    }
    (word == ",").then(|| series(reading, at, end)).flatten()
}

/// ", Elections, and Governance": further items in capitals of a list that closes with "and", none of them a name of its own.
fn series(reading: &Reading<'_>, comma: usize, end: usize) -> Option<usize> {
    let mut at = comma;
    loop {
        let and = at + usize::from(reading.word(at) == ",");
        let closes = matches!(reading.word(and), "and" | "&");
        let first = and + usize::from(closes);
        let mut stop = first;
        while stop < end
            && reading.capital(stop)
            && reading.name_over(stop).is_none()
            && !reading.is(stop, Class::OfficeHead)
            && !reading.is(stop, Class::Month)
            && reading.reference_noun(stop..stop + 1).is_none()
        {
            stop += 1;
        }
        // "on Lakes, Ports and Minister Sol": the last item is somebody.
        let whole = stop > first
            && stop - first <= 3
            && !reading.capital(stop)
            && !reading.possessive(stop);
        if !whole {
            return None;
        }
        if closes {
            return Some(stop);
        }
        let more = reading.word(stop) == "," || matches!(reading.word(stop), "and" | "&");
        if !more {
            return None;
        }
        at = stop;
    }
}
