//! Persons and offices in the text: tokens in, mentions out.
//!
//! The grammar is that of the genre: an office, with the state or organisation before or after it, and a name behind it or
//! in apposition; honorific and surname; a title alone.

use std::ops::Range;

use super::appositions::after_name;
use super::names::{honorific, is_style, name, skip_ranks, son_of};
use super::offices::{OfficePhrase, merge, office, open_office};
use super::reading::{Reading, plain};
use super::shared_sides::share_sides;
use crate::lexicon::{Class, Name};

/// Whom somebody acts for, as an index into the lexicon's states or organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    State(u16),
    Organization(u16),
}

/// One place of the text that names a person or an office.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// Tokens of the whole mention, from title or honorific to the state behind it.
    pub(super) tokens: Range<usize>,
    /// Tokens of the name; none where the title stands alone.
    pub(super) name: Option<Range<usize>>,
    /// Offices given here.
    pub(super) offices: Vec<OfficePhrase>,
    /// States or organisations given here, the surest first.
    pub(super) sides: Vec<Side>,
    /// What else is known of it.
    pub(super) form: MentionForm,
    /// The person, once actors are told apart.
    pub(super) person: Option<usize>,
}

/// How a mention names its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MentionForm {
    /// With an office, an honorific or in apposition: surely a person.
    Titled,
    /// A run of capitals that only looks like a name.
    Bare,
    /// An office without a name: "the President".
    TitleOnly,
}

/// Reads all mentions of persons and offices, in text order.
pub(super) fn mentions(reading: &Reading<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    for unit in &reading.units {
        let end = unit.tokens.end;
        let before = found.len();
        let mut at = unit.tokens.start;
        while at < end {
            let next = mention(reading, at, end, &mut found);
            at = next.max(at + 1);
        }
        share_sides(reading, &mut found, before);
    }
    found
}

/// Reads the mention that begins at a token, if one does, and returns the token to go on from.
fn mention(reading: &Reading<'_>, at: usize, end: usize, found: &mut Vec<Mention>) -> usize {
    let definite =
        matches!(reading.word(at), "the" | "The" | "his" | "her" | "His" | "Her" | "its" | "their");
    if let Some(next) = honorific(reading, at, end)
        .filter(|_| !reading.capital(at) || !definite || is_style(reading, at))
        && let Some(stop) = name(reading, next, end)
    {
        let mut mention = titled(at..stop, next..stop);
        after_name(reading, &mut mention, end);
        let stop = mention.tokens.end;
        found.push(mention);
        return stop;
    }
    let begin = at + usize::from(definite);
    let known = office(reading, begin, end);
    let Some(mut office) = known.or_else(|| {
        open_office(reading, begin, end).filter(|open| names_somebody(reading, open, end))
    }) else {
        if reading.capital(at)
            && !(definite && reading.name_from(begin).is_none())
            && let Some(stop) = name(reading, at, end)
                .filter(|&stop| bare_name(reading, at, stop) || apposed(reading, at, stop, end))
        {
            let mut mention = titled(at..stop, at..stop);
            mention.form = MentionForm::Bare;
            after_name(reading, &mut mention, end);
            if !mention.offices.is_empty() {
                mention.form = MentionForm::Titled;
            }
            let stop = mention.tokens.end;
            found.push(mention);
            return stop;
        }
        return at + 1;
    };
    let mut offices = Vec::new();
    let mut comma = false;
    let own = office.clone();
    // "his Czech counterpart, Minister A": the minister is his office, and no rank before the name.
    let counterpart = reading.is(office.head, Class::Counterpart)
        && reading.word(office.tokens.end) == ","
        && super::offices::office(reading, office.tokens.end + 1, end).is_some();
    let named = match named_after(reading, &office, end, &mut comma).filter(|_| !counterpart) {
        Some(named) => Some(named),
        None => chain(reading, &mut office, &mut offices, end, definite).filter(|name| {
            let apart = definite
                && reading.word(own.tokens.end) == "and"
                && held(reading, found, &own, name);
            if apart {
                offices.clear();
            }
            !apart
        }),
    };
    if named.is_none() {
        office = own;
    }
    let mut stop = office.tokens.end;
    let Some(range) = named else {
        // "the Prime Minister and Minister of Foreign Affairs", where somebody was named with both.
        let both = (reading.word(stop) == "and")
            .then(|| super::offices::office(reading, stop + 1, end))
            .flatten()
            .map(|second| merge(&office, &second))
            .filter(|both| holders(reading, found, both).next().is_some());
        if let Some(both) = both {
            stop = both.tokens.end;
            office = both;
        }
        let alone = definite
            || !office.sides.is_empty()
            || office.plural
            || bare_subject(reading, at, stop, end);
        if alone && !(office.plural && !reading.capital(office.head)) {
            let sides = office.sides.clone();
            offices.push(office);
            found.push(Mention {
                tokens: at..stop,
                name: None,
                offices,
                sides,
                form: MentionForm::TitleOnly,
                person: None,
            });
            return stop;
        }
        return if reading.capital(office.head) { stop } else { begin + 1 };
    };
    let plural = office.plural;
    let shared = office.clone();
    let sides: Vec<Side> =
        offices.iter().chain([&office]).flat_map(|office| office.sides.iter().copied()).collect();
    offices.push(office);
    let mut first = Mention {
        tokens: at..range.end,
        name: Some(range),
        offices,
        sides,
        form: MentionForm::Titled,
        person: None,
    };
    after_name(reading, &mut first, end);
    stop = first.tokens.end;
    found.push(first);
    if plural {
        let first = found.len() - 1;
        stop = more_of_plural(reading, &shared, stop, end, found);
        if shared.sides.len() > 1 {
            one_side_each(&shared, &mut found[first..]);
        }
    }
    stop
}

/// "his Estonian and Latvian counterparts A and B": the states of a title in the plural in the order of the names, where
/// there are as many; else nobody knows whose is whose.
fn one_side_each(shared: &OfficePhrase, holders: &mut [Mention]) {
    let each = holders.len() == shared.sides.len();
    for (position, holder) in holders.iter_mut().enumerate() {
        let own = holder.sides.len().saturating_sub(shared.sides.len());
        if own > 0 {
            holder.sides.truncate(own);
        } else if each {
            holder.sides = vec![shared.sides[position]];
        } else {
            holder.sides.clear();
        }
    }
}

/// "Member of the Political Bureau … and Director of the Office … Wang Yi", "the Sultan of X, the incumbent Chair of ASEAN
/// A B", "Deputy Prime Minister, Minister of Finance C D": several offices before one name. Those that "and" or a comma joins
/// become one title, one that "the incumbent" follows goes to `offices`. A title that has its article may stand alone, so
/// behind its comma another person may follow: it is one only where the list does not go on.
pub(super) fn chain(
    reading: &Reading<'_>,
    first: &mut OfficePhrase,
    offices: &mut Vec<OfficePhrase>,
    end: usize,
    definite: bool,
) -> Option<Range<usize>> {
    let mut last = first.clone();
    let mut done = Vec::new();
    while !last.plural && done.len() < 3 {
        let stop = last.tokens.end;
        let listed = reading.word(stop) == ",";
        // "Deputy Prime Minister – Minister of Foreign Affairs", "High Representative/Vice President"
        let dash =
            matches!(reading.word(stop), "–" | "-" | "—" | "/") && reading.capital(last.head);
        let further = listed && reading.word(stop + 1) == "and";
        let also = listed
            && reading.word(stop + 1) == "the"
            && matches!(reading.word(stop + 2), "incumbent" | "current" | "rotating");
        if !listed && !dash && reading.word(stop) != "and" {
            return None;
        }
        let skip = stop + 1 + usize::from(further) + 2 * usize::from(also);
        let second = super::offices::office(reading, skip, end)
            .or_else(|| open_office(reading, skip, end))
            .filter(|office| !office.plural && reading.capital(skip))?;
        let mut comma = false;
        let named = named_after(reading, &second, end, &mut comma);
        // "his Norwegian counterpart, State Secretary Nils Dahl"
        let counterpart = listed && reading.is(last.head, Class::Counterpart);
        let bare = listed && !further && !also && !counterpart;
        // "greeted the Head of the Republic of Chile, President A said": each the head of a state.
        let heads = definite
            && bare
            && !last.sides.is_empty()
            && second.sides.is_empty()
            && reading.lexicon.is(&plain(reading.word(second.head)), Class::OfficeSole);
        if heads {
            return None;
        }
        if bare && !(reading.capital(last.head) && one_person(reading, named.as_ref(), definite)) {
            return None;
        }
        if also || counterpart {
            done.push(last);
            last = second;
        } else {
            last = merge(&last, &second);
        }
        if named.is_some() {
            *first = last;
            offices.extend(done);
            return named;
        }
    }
    None
}

/// Mentions before one that can tell how it is to be read.
const NEAR: usize = 200;

/// The names of those whom the text has named with exactly this title, from the nearest back.
///
/// It looks no further back than [`NEAR`] mentions: time has to grow with the text, not with its square.
fn holders<'f>(
    reading: &'f Reading<'_>,
    found: &'f [Mention],
    office: &OfficePhrase,
) -> impl Iterator<Item = &'f Range<usize>> + Clone {
    let title = reading.phrase(&office.title).to_lowercase();
    found.iter().rev().take(NEAR).filter_map(move |mention| {
        let name = mention.name.as_ref()?;
        let holds = |office: &OfficePhrase| reading.phrase(&office.title).to_lowercase() == title;
        mention.offices.iter().any(holds).then_some(name)
    })
}

/// "Prime Minister stressed", "His Excellency President thanked": a title without its article that is the subject of a report.
fn bare_subject(reading: &Reading<'_>, at: usize, stop: usize, end: usize) -> bool {
    let unit = &reading.units[reading.unit_of(at)];
    let opens = at == unit.tokens.start
        || matches!(reading.word(at - 1), "," | ";" | ":" | "and" | ".")
        || reading.is(at - 1, Class::Honorific);
    let mut verb = stop;
    while verb < end && reading.is_adverb(verb) {
        verb += 1;
    }
    let reports = reading.cue(verb).is_some_and(|cue| cue.tense == crate::lexicon::Tense::Past)
        || !reading.expressions(verb).is_empty() && !reading.is(verb, Class::Auxiliary);
    unit.sentence.is_some() && opens && verb < end && reports && reading.capital(at)
}

/// Whether the text has named another holder of an office: "the Vice President and Prime Minister A B" are two where it has
/// spoken of "Vice President C D" before.
fn held(
    reading: &Reading<'_>,
    found: &[Mention],
    office: &OfficePhrase,
    name: &Range<usize>,
) -> bool {
    let last = |name: &Range<usize>| reading.word(name.end - 1);
    let mut holders = holders(reading, found, office).peekable();
    holders.peek().is_some() && holders.all(|holder| last(holder) != last(name))
}

/// Whether two titles with a comma between them can be of the one person named behind them.
fn one_person(reading: &Reading<'_>, named: Option<&Range<usize>>, definite: bool) -> bool {
    named.is_some_and(|name| {
        let listed = reading.word(name.end) == ","
            && (reading.capital(name.end + 1)
                || matches!(reading.word(name.end + 1), "the" | "and" | "as" | "along"));
        let goes_on = listed || matches!(reading.word(name.end), "and" | ";");
        !definite || !goes_on
    })
}

/// Whether a name follows an office at once, or behind a second office: "… Director and Senior Advisor Cora Bell".
fn names_somebody(reading: &Reading<'_>, open: &OfficePhrase, end: usize) -> bool {
    let at = open.tokens.end;
    let named = |office: &OfficePhrase| {
        let begin = skip_ranks(reading, office.tokens.end, end);
        // "the Country Representative of UNICEF, Ms. Ana Sol"
        let comma = begin == office.tokens.end && reading.word(begin) == ",";
        let titled = honorific(reading, begin + 1, end).filter(|_| comma).unwrap_or(begin);
        name(reading, titled, end).is_some()
    };
    named(open)
        || reading.word(at) == "and"
            && reading.capital(at + 1)
            && office(reading, at + 1, end).is_some_and(|second| !second.plural && named(&second))
}

/// Whether a run of capitals without a title can be a person: two words or more, none of them known from the names of
/// bodies, places and titles, and neither before nor behind it a sign that a longer name goes on.
fn bare_name(reading: &Reading<'_>, at: usize, stop: usize) -> bool {
    let before = if at == 0 { "" } else { reading.word(at - 1) };
    let goes_on = matches!(
        before,
        "the"
            | "The"
            | "a"
            | "an"
            | "this"
            | "-"
            | "–"
            | "of"
            | "for"
            | "&"
            | "at"
            | "in"
            | "on"
            | "to"
            | "'s"
    ) || reading.word(stop) == "&"
        || matches!(reading.word(stop), "for" | "of")
            && reading.capital(stop + 1)
            && !reading
                .name_from(stop + 1)
                .is_some_and(|found| matches!(found.name, Name::State(_)));
    let known = |token: usize| {
        reading.is(token, Class::NotName)
            || reading.is(token, Class::OfficePart)
            || reading.is(token, Class::OfficeHead) && !son_of(reading, token + 1)
            || reading.is(token, Class::BodyTail)
            || reading.name_over(token).is_some()
    };
    let thing_follows = reading.capital(stop) && known(stop);
    let letters = (at..stop).all(|token| reading.word(token).chars().all(|c| !c.is_ascii_digit()));
    stop - at >= 2
        && !goes_on
        && !thing_follows
        && letters
        && !(at..stop).any(known)
        && !reading.possessive(at + 1)
}

/// "Catherine Bergen, Minister for Trade": a name with a city in it that a title behind a comma tells to be one.
fn apposed(reading: &Reading<'_>, at: usize, stop: usize, end: usize) -> bool {
    let begin = stop + 1 + usize::from(reading.word(stop + 1) == "the");
    let city = |token: usize| {
        reading.name_over(token).is_some_and(|found| matches!(found.name, Name::Place(_)))
    };
    let plain = |token: usize| {
        !reading.is(token, Class::NotName)
            && !reading.is(token, Class::OfficePart)
            && !reading.is(token, Class::OfficeHead)
            && (city(token) || reading.name_over(token).is_none())
    };
    stop - at >= 2
        && reading.word(stop) == ","
        && (at..stop).all(plain)
        && (at..stop).any(city)
        && !(at..stop).all(city)
        && office(reading, begin, end).is_some_and(|office| !office.plural)
}

/// "Presidents A of X and B of Y": the names after the first share its title.
fn more_of_plural(
    reading: &Reading<'_>,
    shared: &OfficePhrase,
    mut stop: usize,
    end: usize,
    found: &mut Vec<Mention>,
) -> usize {
    loop {
        let mut next = stop;
        while next < end && matches!(reading.word(next), "," | "and" | ";") {
            next += 1;
        }
        if next == stop || office(reading, next, end).is_some() {
            return stop;
        }
        // "the Ministers of Norway, A, and Kenya, B"
        let state = reading.name_from(next).filter(|found| reading.word(found.tokens.end) == ",");
        let state = state.and_then(|found| match found.name {
            Name::State(state) => Some((state, found.tokens.end + 1)),
            _ => None,
        });
        let begin = state.map_or(next, |(_, behind)| behind);
        let begin = honorific(reading, begin, end).unwrap_or(begin);
        let Some(name_end) = name(reading, begin, end) else { return stop };
        let mut mention = titled(next..name_end, begin..name_end);
        mention.offices.push(shared.clone());
        match state {
            Some((state, _)) => mention.sides.push(Side::State(state)),
            None => mention.sides.clone_from(&shared.sides),
        }
        after_name(reading, &mut mention, end);
        stop = mention.tokens.end;
        found.push(mention);
    }
}

fn titled(tokens: Range<usize>, name: Range<usize>) -> Mention {
    Mention {
        tokens,
        name: Some(name),
        offices: Vec::new(),
        sides: Vec::new(),
        form: MentionForm::Titled,
        person: None,
    }
}

/// The name behind an office: at once, after an honorific or rank, or after a comma.
pub(super) fn named_after(
    reading: &Reading<'_>,
    office: &OfficePhrase,
    end: usize,
    comma: &mut bool,
) -> Option<Range<usize>> {
    // "Deputy Prime Minister (DPM) Ana Sol"
    let short = reading.word(office.tokens.end) == "("
        && reading.word(office.tokens.end + 2) == ")"
        && reading.is(office.tokens.end + 1, Class::OfficeHead);
    let at = office.tokens.end + 3 * usize::from(short);
    let begin = skip_ranks(reading, at, end);
    if let Some(stop) = name(reading, begin, end) {
        // "Senior Officials on the Humanitarian Situation": one word behind a plural is no list of names; nor is one that a
        // longer name goes on with, as in "Chairman of the National Credit Union".
        let single = stop - begin == 1;
        let goes_on = reading.units[reading.unit_of(begin)].sentence.is_some()
            && reading.capital(stop)
            && (reading.is(stop, Class::OfficePart)
                || reading.is(stop, Class::NotName)
                || reading.is(stop, Class::BodyTail));
        return (!single || !office.plural && !goes_on).then_some(begin..stop);
    }
    // "the Finance Minister of Ukraine, Sergii Marchenko,": a full name, and the apposition is closed.
    if reading.word(at) == "," {
        // "the Hon Jill Hay MP", "Senator the Hon Jill Hay"
        let begin = skip_ranks(reading, at + 1, end);
        let stop = name(reading, begin, end).filter(|&stop| {
            stop - begin >= 2 && super::offices::office(reading, begin, end).is_none()
        })?;
        let closed = stop == end
            || matches!(reading.word(stop), "," | ";" | "." | "and" | "(" | "'s")
            || reading.is(stop, Class::PostNominal)
            || !reading.capital(stop);
        *comma = true;
        return closed.then_some(begin..stop);
    }
    None
}

/// Whether only list marks stand between two mentions.
pub(super) fn coordinated(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    from < to
        && to - from <= 4
        && (from..to)
            .all(|at| matches!(reading.word(at), "," | "and" | ";" | "as" | "well" | "the"))
}
