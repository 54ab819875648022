//! What the text refers to: treaties, resolutions, initiatives, decrees. Tokens in, each reference once out, with anniversaries
//! and other events, which have files of their own.

use std::ops::Range;

use super::actors::Cast;
use super::event_names::ordinal;
use super::events::Happening;
use super::identifiers::{further, number, resolution, year_before};
use super::persons::{MentionForm, Side};
use super::reading::Reading;
use super::{anniversaries, occasions};
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Name};
use crate::record::{Date, DateBasis, ReferenceKind};

/// A reference as it was read.
#[derive(Debug, Clone)]
pub(super) struct Referred {
    pub(super) kind: ReferenceKind,
    pub(super) name: Option<String>,
    pub(super) identifier: Option<String>,
    pub(super) by_sides: Vec<Side>,
    pub(super) by_persons: Vec<usize>,
    pub(super) date: Option<(Date, DateBasis)>,
    pub(super) ordinal: Option<u16>,
    /// Of an anniversary: index of the reference it commemorates.
    pub(super) of: Option<usize>,
    /// Where it is referred to.
    pub(super) tokens: Vec<Range<usize>>,
}

impl Referred {
    /// A reference that is so far only named.
    pub(super) fn new(kind: ReferenceKind, name: Option<String>, tokens: Range<usize>) -> Self {
        Self {
            kind,
            name,
            identifier: None,
            by_sides: Vec::new(),
            by_persons: Vec::new(),
            date: None,
            ordinal: None,
            of: None,
            tokens: vec![tokens],
        }
    }

    /// Whether a mention of `other` is one more of this reference.
    fn is_same(&self, other: &Self) -> bool {
        let names = |referred: &Self| referred.name.as_deref().map(fold);
        let agree = |a: Option<&str>, b: Option<&str>| a.is_none() || b.is_none() || a == b;
        self.kind == other.kind
            && self.ordinal == other.ordinal
            && agree(self.identifier.as_deref(), other.identifier.as_deref())
            && (self.date.is_none() || other.date.is_none() || self.date == other.date)
            && (names(self).is_some() && names(self) == names(other)
                || self.of.is_some() && self.of == other.of
                || self.identifier.is_some() && self.identifier == other.identifier)
    }
}

/// A name for comparison: without case, and with a hyphenated pair of states in one order, for "China-Russia Treaty" and
/// "Russia-China Treaty" are one.
fn fold(name: &str) -> String {
    let mut words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    if let Some((first, second)) = words.first().and_then(|word| word.split_once('-'))
        && second < first
    {
        words[0] = format!("{second}-{first}");
    }
    words.join(" ")
}

/// All references, in the order of their first mention.
pub(super) fn references(
    reading: &Reading<'_>,
    cast: &Cast,
    happenings: &[Happening],
    published: Option<Date>,
) -> Vec<Referred> {
    let mut texts: Vec<(Referred, Option<u16>)> = Vec::new();
    for unit in &reading.units {
        let mut at = unit.tokens.start;
        while at < unit.tokens.end {
            let read = named(reading, cast, at, unit.tokens.clone());
            let Some((mut referred, entry)) = read else {
                at += 1;
                continue;
            };
            at = referred.tokens[0].end.max(at + 1);
            let more = further(reading, &referred, unit.tokens.end);
            authors(reading, cast, &mut referred, unit.tokens.clone());
            let known = texts
                .iter_mut()
                .find(|(known, of)| entry.is_some() && entry == *of || known.is_same(&referred));
            match known {
                Some((known, _)) => merge(known, referred),
                None => texts.push((referred, entry)),
            }
            for more in more {
                at = more.tokens[0].end;
                match texts.iter_mut().find(|(known, _)| known.is_same(&more)) {
                    Some((known, _)) => merge(known, more),
                    None => texts.push((more, None)),
                }
            }
        }
    }
    let mut found: Vec<Referred> = texts.into_iter().map(|(referred, _)| referred).collect();
    found.sort_by_key(|referred| referred.tokens[0].start);
    for more in anniversaries::anniversaries(reading, &found, published)
        .into_iter()
        .chain(occasions::occasions(reading, cast, happenings, published))
    {
        let covered = more.kind == ReferenceKind::Event
            && found.iter().any(|known| {
                known.kind != ReferenceKind::Anniversary
                    && known.tokens.iter().any(|tokens| tokens.contains(&more.tokens[0].start))
            });
        match found.iter_mut().find(|known| known.is_same(&more)) {
            _ if covered => {}
            Some(known) => merge(known, more),
            None => found.push(more),
        }
    }
    found
}

/// Adds a mention; the longest name is kept.
fn merge(known: &mut Referred, more: Referred) {
    let length = |name: &Option<String>| name.as_ref().map_or(0, String::len);
    if length(&more.name) > length(&known.name) {
        known.name = more.name;
    }
    known.identifier = known.identifier.take().or(more.identifier);
    known.date = known.date.or(more.date);
    known.tokens.extend(more.tokens);
    known.by_sides.extend(more.by_sides);
    known.by_persons.extend(more.by_persons);
}

/// The text that is named at a token, with its entry in the lexicon: by a pattern, which may hold a lexicon name, else by the lexicon.
fn named(
    reading: &Reading<'_>,
    cast: &Cast,
    at: usize,
    unit: Range<usize>,
) -> Option<(Referred, Option<u16>)> {
    if let Some(found) = reading.name_from(at) {
        let Name::Reference(index) = found.name else { return None };
        let entry = &reading.lexicon.references[index as usize];
        let tokens = found.tokens.clone();
        // "American Rescue Plan Coordinator" is an office.
        if reading.capital(tokens.end) && reading.is(tokens.end, Class::OfficeHead) {
            return None;
        }
        let mut referred = Referred::new(entry.kind, Some(reading.phrase(&tokens)), tokens);
        referred.identifier =
            Some(entry.identifier.clone()).filter(|identifier| !identifier.is_empty());
        referred.date = year_before(reading, at, unit.start);
        return Some((referred, Some(index)));
    }
    if reading.name_over(at).is_some() {
        return None;
    }
    let (length, kind) = reading.reference_noun(at..unit.end)?;
    let noun = at..at + length;
    if (noun.start..noun.end).any(|token| reading.name_over(token).is_some()) {
        return None;
    }
    if kind == ReferenceKind::Resolution {
        return resolution(reading, &noun, unit).map(|referred| (referred, None));
    }
    let tokens = if reading.capital(at) {
        titled(reading, cast, kind, &noun, unit.clone())?
    } else {
        issued(reading, &noun, unit.clone())?
    };
    // The title of a joint statement names the readout itself.
    if kind == ReferenceKind::Communique && reading.units[reading.unit_of(at)].sentence.is_none() {
        return None;
    }
    let start = tokens.start;
    let mut referred = Referred::new(kind, None, tokens);
    number(reading, &mut referred, unit.end);
    referred.name = Some(reading.phrase(&referred.tokens[0]));
    if referred.date.is_none() && reading.capital(at) {
        referred.date = year_before(reading, start, unit.start);
    }
    // A law is known by its number, or by a name that the lexicon has.
    if reading.word(noun.end - 1) == "Law" && referred.identifier.is_none() {
        return None;
    }
    Some((referred, None))
}

/// "China-Russia Treaty of Good-Neighborliness", "Memorandum of Understanding on Energy": a head noun with capitals around it.
fn titled(
    reading: &Reading<'_>,
    cast: &Cast,
    kind: ReferenceKind,
    noun: &Range<usize>,
    unit: Range<usize>,
) -> Option<Range<usize>> {
    let mut start = noun.start;
    while start > unit.start && modifies(reading, cast, start - 1, unit.start) {
        start -= 1;
    }
    // "the July 9 Executive Order", "the May 2nd Decree", "in the Justice Act": what cannot begin a name.
    let day = |at: usize| {
        at > unit.start && reading.is(at - 1, Class::Month) && ordinal(reading.word(at)).is_some()
    };
    // "the 1982 Convention" was signed in that year; "2050 Strategy" is called so.
    let signed =
        matches!(kind, ReferenceKind::Treaty | ReferenceKind::Agreement | ReferenceKind::Charter);
    while start < noun.start
        && (matches!(reading.word(start), "for" | "of" | "in" | "and" | "-" | "–" | "/")
            || reading.kind(start) == Some(Kind::Number)
                && (reading.word(start).len() < 4 || signed)
            || day(start))
    {
        start += 1;
    }
    // "the 75th Anniversary of Executive Order 9981": another reference.
    if let Some(of) = (start..noun.start).find(|&at| reading.word(at) == "Anniversary") {
        start = (of + 2).min(noun.start);
    }
    if start < noun.start {
        start = listed(reading, start, unit.start);
    }
    let field = start > unit.start
        && matches!(reading.word(start - 1), "for" | "of" | "to" | "and" | "on")
        && start > unit.start + 1
        && (reading.is(start - 2, Class::OfficeHead) || reading.is(start - 2, Class::OfficePart));
    // "Assistant to the President for Domestic Policy", "Office of Climate Policy": the field of an office or a body.
    if field || (start..noun.start).any(|at| reading.is(at, Class::BodyHead)) {
        return None;
    }
    let stop = complement(reading, noun.end, unit.end);
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
    if work {
        return None;
    }
    let modified = start < noun.start && (start..noun.start).any(|at| !is_people(reading, at));
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
fn modifies(reading: &Reading<'_>, cast: &Cast, at: usize, first: usize) -> bool {
    let person = cast.mentions_over(at).any(|mention| mention.form != MentionForm::Bare);
    if person || reading.is(at, Class::OfficeHead) || reading.is(at, Class::Month) {
        return false;
    }
    let word = reading.word(at);
    if reading.capital(at) {
        let article = matches!(word, "The" | "A" | "An" | "This" | "Both");
        return !article && (at > first || !reading.is(at, Class::Starter));
    }
    // In a title all words have capitals, so a small word between two tells nothing.
    let titles = reading.units[reading.unit_of(at)].sentence.is_none();
    let between = !titles && at > first && reading.capital(at - 1) && reading.capital(at + 1);
    matches!(word, "-" | "–" | "/") && reading.tokens[at].glued
        || reading.kind(at) == Some(Kind::Number)
            && word.len() <= 4
            && at > first
            && reading.word(at - 1) != ","
        || matches!(word, "of" | "for" | "in" | "and")
            && between
            && reading.name_over(at - 1).is_none()
            && reading.name_over(at + 1).is_none()
}

fn is_people(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .name_over(at)
        .is_some_and(|found| !matches!(found.name, Name::Reference(_) | Name::Place(_)))
}

/// "… of Good-Neighborliness and Friendly Cooperation", "… on the Status of Forces": the token behind the name.
fn complement(reading: &Reading<'_>, noun_end: usize, end: usize) -> usize {
    let opens = matches!(
        reading.word(noun_end),
        "of" | "on" | "for" | "concerning" | "regarding" | "against" | "between"
    );
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
        let word = reading.word(at);
        let small = matches!(
            word,
            "of" | "on"
                | "and"
                | "for"
                | "the"
                | "in"
                | "to"
                | "against"
                | "between"
                | "at"
                | "their"
                | "concerning"
                | "regarding"
                | "with"
                | "&"
                | "its"
        ) || matches!(word, "-" | "–") && reading.tokens[at].glued;
        let leads =
            (at + 1..end.min(at + 3)).find(|&next| reading.capital(next)).is_some_and(|next| {
                (at + 1..next).all(|between| matches!(reading.word(between), "the" | "their"))
            });
        // "the Treaty on X and President Y": what follows "and" must not be a person, nor "in" a place.
        let other = word == "at" && reading.name_over(at + 1).is_some()
            || matches!(word, "and" | "in" | "with" | "to" | "at")
                && (reading.is(at + 1, Class::OfficeHead)
                    || reading.word(at + 1) == "the"
                    || matches!(word, "in" | "with")
                    || reading.name_over(at + 1).is_some() && stop > noun_end + 1 && word != "and");
        if !small || !leads || other {
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

/// "signed a decree granting …", "issued a joint statement on …": in lower case, where somebody makes it.
fn issued(reading: &Reading<'_>, noun: &Range<usize>, unit: Range<usize>) -> Option<Range<usize>> {
    let owned = noun.start > unit.start && reading.possessive(noun.start - 1);
    let made = owned
        || (unit.start.max(noun.start.saturating_sub(6))..noun.start).any(|at| {
            reading.is(at, Class::Authored) || matches!(reading.word(at), "signing" | "signature")
        });
    if !made || reading.capital(noun.end) {
        return None;
    }
    let mut stop = noun.end;
    let word = reading.word(stop);
    if word.ends_with("ing") && word != "signing"
        || matches!(word, "on" | "for" | "of" | "between" | "to")
    {
        while stop < unit.end
            && !matches!(
                reading.word(stop),
                "," | "." | ";" | "which" | "that" | "who" | "(" | "while" | "during" | "as"
            )
        {
            stop += 1;
        }
        if stop > noun.end + 14 {
            stop = noun.end;
        }
    }
    Some(noun.start..stop)
}

/// Who made it: "X signed a decree", "the initiative proposed by X", "X's initiative".
fn authors(reading: &Reading<'_>, cast: &Cast, referred: &mut Referred, unit: Range<usize>) {
    let tokens = referred.tokens[0].clone();
    // "proposed by President X", "put forward by X"
    let by = (tokens.end..unit.end.min(tokens.end + 3)).find(|&at| reading.word(at) == "by");
    let behind = by.filter(|&by| {
        (tokens.end..by).any(|at| {
            reading.is(at, Class::Authored) || matches!(reading.word(at), "forward" | "put")
        })
    });
    let mut makers = Vec::new();
    if let Some(by) = behind {
        makers.extend(maker(reading, cast, by + 1, true));
    } else if let Some(verb) = (unit.start.max(tokens.start.saturating_sub(4))..tokens.start)
        .rev()
        .find(|&at| reading.is(at, Class::Authored))
    {
        // "President X has just signed a decree"
        let mut before = verb;
        while before > unit.start
            && (reading.is(before - 1, Class::Auxiliary) || reading.is_adverb(before - 1))
        {
            before -= 1;
        }
        if before > unit.start && !reading.is(verb - 1, Class::Starter) {
            makers.extend(maker(reading, cast, before - 1, false));
        }
    } else if tokens.start >= unit.start + 2 && reading.possessive(tokens.start - 1) {
        makers.extend(maker(reading, cast, tokens.start - 2, false));
    }
    for made in makers {
        match made {
            Maker::Person(person) => referred.by_persons.push(person),
            Maker::Side(side) => referred.by_sides.push(side),
        }
    }
}

enum Maker {
    Person(usize),
    Side(Side),
}

/// The person, state or organisation that begins at a token (or after "the"), or ends with it.
fn maker(reading: &Reading<'_>, cast: &Cast, at: usize, begins: bool) -> Option<Maker> {
    let at = at + usize::from(begins && reading.word(at) == "the");
    let fits = |tokens: &Range<usize>| {
        if begins { tokens.contains(&at) } else { tokens.end == at + 1 }
    };
    if let Some(mention) = cast.mentions_over(at).find(|mention| fits(&mention.tokens)) {
        // "the President" names nobody before the text has named one.
        let named = mention.form != MentionForm::TitleOnly
            || cast.mentions_in(0..at).any(|earlier| {
                earlier.person == mention.person && earlier.form != MentionForm::TitleOnly
            });
        return mention.person.filter(|_| named).map(Maker::Person);
    }
    match reading.name_over(at).filter(|found| fits(&found.tokens))?.name {
        Name::State(state) => Some(Maker::Side(Side::State(state))),
        Name::Organization(body) => Some(Maker::Side(Side::Organization(body))),
        _ => None,
    }
}
