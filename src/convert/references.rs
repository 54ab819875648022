//! What the text refers to: treaties, resolutions, initiatives, decrees. Tokens in, each reference once out, with anniversaries
//! and other events, which have files of their own.

use std::ops::Range;

use super::actors::Cast;
use super::events::Happening;
use super::identifiers::{further, number, resolution, year, year_before};
use super::persons::{MentionForm, Side};
use super::reading::Reading;
use super::text_names::{complement, titled};
use super::unreported::fragment;
use super::{anniversaries, occasions};
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
        let mut tokens = found.tokens.clone();
        // "the Lima Declaration for Lakes and Ports": a longer form of the name.
        let longer = !matches!(entry.kind, ReferenceKind::Decree | ReferenceKind::Treaty)
            && matches!(reading.word(tokens.end), "for" | "on")
            && reading.reference_noun(tokens.end - 1..tokens.end).is_some();
        if longer {
            tokens.end = complement(reading, entry.kind, tokens.end, unit.end);
        }
        // "American Rescue Plan Coordinator" is an office, "Agenda 2030 Partnership" another text.
        let other =
            reading.is(tokens.end, Class::OfficeHead) || reading.word(tokens.end) == "Partnership";
        if reading.capital(tokens.end) && other {
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
        issued(reading, kind, &noun, unit.clone())?
    };
    // "Ida Berg, Harbour Rights Initiative": in a list of people it is whom somebody works for.
    let own =
        matches!(kind, ReferenceKind::Policy | ReferenceKind::Initiative | ReferenceKind::Document);
    if own && (roster(reading, unit.clone()) || item(reading, &tokens, unit.start)) {
        return None;
    }
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
    let last = referred.tokens[0].end - 1;
    if referred.date.is_none() && reading.word(last - 1) == "of" {
        referred.date = year(reading, last).map(|year| (Date::Year(year), DateBasis::Stated));
    }
    // A law is known by its number or its year, or by a name that the lexicon has.
    if reading.word(noun.end - 1) == "Law"
        && referred.identifier.is_none()
        && referred.date.is_none()
    {
        return None;
    }
    Some((referred, None))
}

/// "Ida Berg, Harbour Rights Initiative, Professor": what stands between two commas behind a name.
fn item(reading: &Reading<'_>, tokens: &Range<usize>, first: usize) -> bool {
    tokens.start > first + 1
        && reading.word(tokens.start - 1) == ","
        && reading.capital(tokens.start - 2)
        && reading.reference_noun(tokens.start - 2..tokens.start - 1).is_none()
        && reading
            .name_over(tokens.start - 2)
            .is_none_or(|found| !matches!(found.name, Name::Reference(_)))
        && matches!(reading.word(tokens.end), "," | "-" | "–" | "—")
        && reading.capital(tokens.end + 1)
}

/// A line of a list of people: no sentence, with an office or a profession in it.
fn roster(reading: &Reading<'_>, unit: Range<usize>) -> bool {
    reading.units[reading.unit_of(unit.start)].sentence.is_some()
        && fragment(reading, unit.clone())
        && unit.clone().any(|at| matches!(reading.word(at), "," | "-" | "–" | "—" | ";"))
        && unit
            .clone()
            .any(|at| reading.is(at, Class::OfficeHead) || reading.is(at, Class::Outside))
}

/// "signed a decree granting …", "issued a joint statement on …": in lower case, where somebody makes it.
fn issued(
    reading: &Reading<'_>,
    kind: ReferenceKind,
    noun: &Range<usize>,
    unit: Range<usize>,
) -> Option<Range<usize>> {
    let owned = noun.start > unit.start && reading.possessive(noun.start - 1);
    let bare = kind == ReferenceKind::Agreement && reading.word(noun.end - 1).starts_with("agree");
    let made = (owned && !bare)
        || (unit.start.max(noun.start.saturating_sub(6))..noun.start).any(|at| {
            let word = reading.word(at);
            let done = matches!(
                word,
                "signing" | "signature" | "signed" | "ratification" | "conclusion" | "concluded"
            );
            done || (reading.is(at, Class::Authored) && !bare)
        });
    if !made || reading.capital(noun.end) {
        return None;
    }
    let mut stop = noun.end;
    let word = reading.word(stop);
    if word.ends_with("ing") && word != "signing" && !bare
        || matches!(word, "on" | "for" | "of" | "between" | "to") && !(bare && word == "to")
    {
        while stop < unit.end
            && !matches!(
                reading.word(stop),
                "," | "." | ";" | "which" | "that" | "who" | "(" | "while" | "during" | "as"
            )
            && !reading.is(stop, Class::Auxiliary)
            && !reading.is(stop, Class::Modal)
        {
            stop += 1;
        }
        if stop > noun.end + 14 {
            stop = noun.end;
        }
    }
    // "signed an agreement": no text is told by that alone.
    (!bare || stop > noun.end + 1).then_some(noun.start..stop)
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
