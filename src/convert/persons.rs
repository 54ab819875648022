//! Persons and offices in the text: tokens in, mentions out.
//!
//! The grammar is that of the genre: an office, with the state or organisation before or after it, and a name behind it or
//! in apposition; honorific and surname; a title alone.

use std::ops::Range;

use super::reading::{Reading, plain};
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Form, Name};

/// Whom somebody acts for, as an index into the lexicon's states or organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    State(u16),
    Organization(u16),
}

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
        let mut at = unit.tokens.start;
        while at < end {
            let before = found.len();
            let next = mention(reading, at, end, &mut found);
            at = next.max(at + 1);
            if found.len() > before {
                share_sides(reading, &mut found, before);
            }
        }
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
    let Some(mut office) = office(reading, begin, end) else {
        if reading.capital(at)
            && !(definite && reading.name_from(begin).is_none())
            && let Some(stop) = name(reading, at, end).filter(|&stop| bare_name(reading, at, stop))
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
    let mut stop = office.tokens.end;
    let mut comma = false;
    let mut named = named_after(reading, &office, end, &mut comma);
    // "Member of the Political Bureau … and Director of the Office … Wang Yi": one person with two offices.
    while named.is_none() && !office.plural && matches!(reading.word(stop), "and" | ",") {
        let skip =
            stop + 1 + usize::from(reading.word(stop) == "," && reading.word(stop + 1) == "and");
        let Some(second) =
            self::office(reading, skip, end).filter(|o| !o.plural && reading.capital(skip))
        else {
            break;
        };
        let Some(range) = named_after(reading, &second, end, &mut comma) else { break };
        if reading.word(stop) == "," && reading.word(stop + 1) != "and" {
            break;
        }
        office = merge(&office, &second);
        stop = office.tokens.end;
        named = Some(range);
    }
    let Some(range) = named else {
        let alone = definite || !office.sides.is_empty() || office.plural;
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
    let sides = office.sides.clone();
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
        stop = more_of_plural(reading, &shared, stop, end, found);
    }
    stop
}

/// Whether a run of capitals without a title can be a person: two words or more, no article before, no noun of things behind.
fn bare_name(reading: &Reading<'_>, at: usize, stop: usize) -> bool {
    let article =
        at > 0 && matches!(reading.word(at - 1), "the" | "The" | "a" | "an" | "this" | "-" | "–");
    let thing_follows = reading.capital(stop)
        && (reading.is(stop, Class::NotName)
            || reading.is(stop, Class::OfficePart)
            || reading.name_over(stop).is_some());
    let letters = (at..stop).all(|token| reading.word(token).chars().all(|c| !c.is_ascii_digit()));
    stop - at >= 2 && !article && !thing_follows && letters && !reading.possessive(at + 1)
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
        let begin = honorific(reading, next, end).unwrap_or(next);
        let Some(name_end) = name(reading, begin, end) else { return stop };
        let mut mention = titled(next..name_end, begin..name_end);
        mention.offices.push(shared.clone());
        mention.sides.clone_from(&shared.sides);
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

fn merge(first: &OfficePhrase, second: &OfficePhrase) -> OfficePhrase {
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

/// The name behind an office: at once, after an honorific or rank, or after a comma.
fn named_after(
    reading: &Reading<'_>,
    office: &OfficePhrase,
    end: usize,
    comma: &mut bool,
) -> Option<Range<usize>> {
    let at = office.tokens.end;
    let begin = skip_ranks(reading, at, end);
    if let Some(stop) = name(reading, begin, end) {
        // "Senior Officials on the Humanitarian Situation": one word behind a plural is no list of names.
        return (!office.plural || stop - begin >= 2).then_some(begin..stop);
    }
    // "the Finance Minister of Ukraine, Sergii Marchenko,": a full name, and the apposition is closed.
    if reading.word(at) == "," {
        let begin = skip_ranks(reading, at + 1, end);
        let stop = name(reading, begin, end)
            .filter(|&stop| stop - begin >= 2 && self::office(reading, begin, end).is_none())?;
        let closed = stop == end
            || matches!(reading.word(stop), "," | ";" | "." | "and" | "(" | "'s")
            || !reading.capital(stop);
        *comma = true;
        return closed.then_some(begin..stop);
    }
    None
}

fn skip_ranks(reading: &Reading<'_>, mut at: usize, end: usize) -> usize {
    loop {
        if let Some(next) = honorific(reading, at, end) {
            at = next;
        } else if at < end && reading.word(at) == "#" {
            at += 1; // "FM #Lavrov" in posts
        } else if at < end
            && reading.capital(at)
            && reading.is(at, Class::Rank)
            && reading.capital(at + 1)
        {
            at += 1;
        } else {
            return at;
        }
    }
}

/// Skips "Mr.", "H.E.", "His Excellency", "Rt. Hon." and returns the token behind, if there is an honorific.
fn honorific(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let mut next = at;
    while next < end && reading.is(next, Class::Honorific) && reading.capital(next) {
        // "The" begins an honorific only in "The Honourable", "The Right Honourable".
        if matches!(reading.word(next), "The" | "Right" | "Royal")
            && !reading.is(next + 1, Class::Honorific)
        {
            break;
        }
        if matches!(reading.word(next), "His" | "Her" | "Their") && !is_style(reading, next) {
            break;
        }
        next += 1;
        if reading.word(next) == "." && reading.tokens[next].glued {
            next += 1;
        }
    }
    (next > at).then_some(next)
}

/// Whether "His" or "Her" opens a style: "His Excellency".
fn is_style(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.word(at + 1),
        "Excellency" | "Highness" | "Majesty" | "Holiness" | "Eminence" | "Royal"
    )
}

/// What may follow a name: "of STATE", further offices in apposition, "(…)".
fn after_name(reading: &Reading<'_>, mention: &mut Mention, end: usize) {
    let mut at = mention.tokens.end;
    // Post-nominals such as "MP" and an acronym in brackets are passed over.
    while at < end
        && matches!(
            reading.word(at),
            "MP" | "AC" | "CVO" | "AO" | "QC" | "KC" | "MBE" | "OBE" | "CBE"
        )
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
    if reading.word(at) == "(" && at + 2 < end && reading.word(at + 2) == ")" {
        at += 3;
        mention.tokens.end = at;
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
    if matches!(reading.word(begin), "the" | "a" | "an") {
        begin += 1;
    }
    let Some(mut second) = office(reading, begin, end).filter(|office| !office.plural) else {
        return;
    };
    let mut comma = false;
    if named_after(reading, &second, end, &mut comma).is_some() && !comma {
        return; // the next of a list: "Foreign Minister A, Finance Minister B"
    }
    while reading.word(second.tokens.end) == "and" {
        let Some(third) =
            office(reading, second.tokens.end + 1, end).filter(|office| !office.plural)
        else {
            break;
        };
        if named_after(reading, &third, end, &mut comma).is_some() {
            break;
        }
        second = merge(&second, &third);
    }
    let stop = second.tokens.end;
    let closes = stop == end
        || matches!(reading.word(stop), "," | ";" | "." | "and" | ")" | ":" | "-" | "–");
    if !closes || mention.offices.iter().any(|office| office.title == second.title) {
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
}

/// "President A and Foreign Minister B of Switzerland", "Israeli Prime Minister A, Defense Minister B and …": members of
/// a list that is an object share the state that one of them has.
fn share_sides(reading: &Reading<'_>, found: &mut [Mention], from: usize) {
    for index in from.max(1)..found.len() {
        let joined = coordinated(reading, found[index - 1].tokens.end, found[index].tokens.start);
        if !joined || !is_object(reading, found, index - 1) {
            continue;
        }
        let (before, this) = (&found[index - 1], &found[index]);
        if this.name.is_none() || before.name.is_none() {
            continue;
        }
        let state = |mention: &Mention| {
            mention.sides.iter().copied().find(|side| matches!(side, Side::State(_)))
        };
        match (state(before), state(this)) {
            (None, Some(side)) if before.sides.is_empty() && trailing(reading, this) => {
                let mut back = index;
                while back > 0
                    && found[back - 1].sides.is_empty()
                    && coordinated(reading, found[back - 1].tokens.end, found[back].tokens.start)
                {
                    back -= 1;
                    found[back].sides.push(side);
                }
            }
            (Some(side), None) if this.sides.is_empty() && !trailing(reading, before) => {
                found[index].sides.push(side);
            }
            _ => {}
        }
    }
}

/// Whether the mention's state stands behind its name.
fn trailing(reading: &Reading<'_>, mention: &Mention) -> bool {
    mention.name.as_ref().is_some_and(|name| {
        reading
            .names_in(name.end..mention.tokens.end)
            .any(|found| matches!(found.name, Name::State(_)))
    })
}

/// Whether only list marks stand between two mentions.
pub(super) fn coordinated(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    from < to
        && to - from <= 4
        && (from..to)
            .all(|at| matches!(reading.word(at), "," | "and" | ";" | "as" | "well" | "the"))
}

/// Whether the list that a mention belongs to follows a preposition or a verb, and is no subject.
fn is_object(reading: &Reading<'_>, found: &[Mention], mut index: usize) -> bool {
    while index > 0 && coordinated(reading, found[index - 1].tokens.end, found[index].tokens.start)
    {
        index -= 1;
    }
    let start = found[index].tokens.start;
    let unit = &reading.units[reading.unit_of(start)];
    start > unit.tokens.start && !matches!(reading.word(start - 1), "," | "and" | ";")
}

/// Reads an office phrase that begins at a token.
pub(super) fn office(reading: &Reading<'_>, start: usize, end: usize) -> Option<OfficePhrase> {
    let mut sides = Vec::new();
    let mut title_start = None;
    let mut head = None;
    let mut at = start;
    while at < end {
        if matches!(reading.word(at), "former" | "then" | "incoming" | "newly") && at == start {
            at += 1;
            continue;
        }
        if let Some(found) = reading.name_from(at) {
            let stop = found.tokens.end;
            let next = stop + usize::from(reading.possessive(stop));
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
        if reading.is(at, Class::OfficeHead) && !(head.is_some() && !capital) {
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
        } else if head.is_none() && title_start.is_none() && lower_modifier(reading, at) {
            title_start = Some(at);
            at += 1;
        } else {
            break;
        }
    }
    let head = head.filter(|&head| head + 1 == at)?;
    let title_start = title_start?;
    let plural = is_plural(reading.word(head));
    let mut phrase =
        OfficePhrase { tokens: start..at, title: title_start..at, head, sides, plural };
    complement(reading, &mut phrase, end);
    Some(phrase)
}

/// "opposition leader", "prime minister", "foreign minister", "deputy head" in lower case before a name.
fn lower_modifier(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.word(at),
        "opposition"
            | "prime"
            | "foreign"
            | "deputy"
            | "vice"
            | "defence"
            | "defense"
            | "finance"
            | "interior"
            | "chief"
            | "special"
            | "senior"
            | "people"
    ) && (reading.is(at + 1, Class::OfficeHead) || reading.possessive(at + 1))
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !matches!(word, "Congress")
        || matches!(word, "Directors-General" | "Secretaries-General")
}

/// Whether an office phrase can go on at a token.
fn continues_office(reading: &Reading<'_>, at: usize) -> bool {
    if let Some(found) = reading.name_from(at) {
        return matches!(found.name, Name::Organization(_) | Name::State(_) | Name::Demonym(_))
            && continues_office(reading, found.tokens.end);
    }
    reading.is(at, Class::OfficeHead)
        || (reading.capital(at) && reading.is(at, Class::OfficePart))
        || lower_modifier(reading, at)
}

/// "of Foreign Affairs of the Republic of Estonia", "to the Vice President", "for Economic Security".
fn complement(reading: &Reading<'_>, phrase: &mut OfficePhrase, end: usize) {
    let mut at = phrase.tokens.end;
    while at < end && matches!(reading.word(at), "of" | "for" | "to" | "on" | "at" | "in") {
        let preposition = reading.word(at);
        let mut next = at + 1;
        while matches!(reading.word(next), "the" | "The" | "his" | "her") {
            next += 1;
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
                    phrase.sides.push(Side::State(state));
                    phrase.tokens.end = stop;
                    if preposition != "of" {
                        phrase.title.end = stop;
                    }
                    at = stop;
                    // A state ends the title; only "on …" may still follow.
                    continue;
                }
                Name::State(state) | Name::Demonym(state) => {
                    phrase.sides.push(Side::State(state));
                    next = after;
                }
                Name::Organization(body) => phrase.sides.push(Side::Organization(body)),
                Name::Place(_) => {}
                Name::Reference(_) if preposition == "of" || preposition == "in" => {}
                Name::Reference(_) => break,
            }
        } else if !office_word(reading, next)
            && (preposition != "of" || reading.is(next, Class::NotName))
        {
            break;
        }
        let stop = complement_words(reading, next, end);
        if stop == next {
            break;
        }
        phrase.tokens.end = stop;
        phrase.title.end = stop;
        at = stop;
    }
    // "Secretary General of the … Assembly (PABSEC) Asaf Hajiyev"
    if reading.word(at) == "("
        && reading.word(at + 2) == ")"
        && at + 3 < end
        && reading.capital(at + 3)
    {
        phrase.tokens.end = at + 3;
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

fn office_word(reading: &Reading<'_>, at: usize) -> bool {
    reading.capital(at) && (reading.is(at, Class::OfficePart) || reading.is(at, Class::OfficeHead))
}

/// The words of a complement: known words of titles, names of states and organisations, and one unknown word behind "of".
fn complement_words(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        if let Some(found) = reading.name_from(at) {
            let stop = found.tokens.end;
            // A state right before a name may be its first word; here it ends a title: "of the Presidency of Bosnia".
            at =
                stop + usize::from(reading.possessive(stop) && continues_office(reading, stop + 1));
        } else if office_word(reading, at) {
            at += 1;
        } else if at == start && reading.capital(at) {
            at += 1;
        } else if matches!(reading.word(at), "and" | "," | "&") && office_part_follows(reading, at)
        {
            at += 1;
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

/// After "and" or a comma a complement goes on with a field ("Trade, Tourism and Investment"), not with another office.
fn office_part_follows(reading: &Reading<'_>, at: usize) -> bool {
    let mut next = at + 1;
    if matches!(reading.word(next), "and" | "the") {
        next += 1;
    }
    if !reading.capital(next)
        || !reading.is(next, Class::OfficePart)
        || reading.is(next, Class::OfficeHead)
    {
        return false;
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

/// Reads a person's name that begins at a token and returns the token behind it.
pub(super) fn name(reading: &Reading<'_>, start: usize, end: usize) -> Option<usize> {
    let mut at = start;
    let mut words = 0;
    while at < end {
        let word = reading.word(at);
        if reading.capital(at) {
            if !name_word(reading, at, words, end) {
                break;
            }
            at += 1;
            words += 1;
        } else if (reading.is(at, Class::Particle)
            || word.starts_with("al-")
            || word.starts_with("el-"))
            && (reading.capital(at + 1)
                || reading.is(at + 1, Class::Particle)
                || word.contains('-'))
            && (words > 0 || word != "a")
            && at + usize::from(!word.contains('-')) < end
        {
            // "y", "e", "la" join names only between two of their words.
            if word.contains('-') {
                words += 1;
            } else if words == 0
                && !matches!(
                    word,
                    "al" | "bin" | "van" | "von" | "de" | "da" | "el" | "der" | "ter"
                )
            {
                break;
            }
            at += 1;
        } else if words > 0
            && word == ","
            && reading.is(at + 1, Class::Suffix)
            && matches!(reading.word(at + 1), "Jr" | "Sr")
        {
            at += 2;
            at += usize::from(reading.word(at) == "." && at < end);
            break;
        } else {
            break;
        }
    }
    // A suffix may carry its dot: "Biden Jr."
    if at > start
        && matches!(reading.word(at - 1), "Jr" | "Sr")
        && reading.word(at) == "."
        && at < end
    {
        at += 1;
    }
    // "A" particle or one-letter run is no name.
    (words > 0 && reading.word(start).chars().count() > 1).then_some(at)
}

/// Whether a capitalised word can be the next of a name that has `words` words so far.
fn name_word(reading: &Reading<'_>, at: usize, words: usize, end: usize) -> bool {
    let word = reading.word(at);
    if reading.is(at, Class::Weekday) || (reading.is(at, Class::Month) && is_month(reading, at)) {
        return false;
    }
    // A title in title case goes on with its verb: "Sergei Lavrov Emphasize".
    if words > 0 && verb_in_title(reading, word) {
        return false;
    }
    if let Some(found) = reading.name_over(at) {
        // "Prime Minister Israel Katz": a state or place of one word right before another name word.
        let single = found.tokens.len() == 1;
        let follows = at + 1 < end
            && reading.capital(at + 1)
            && reading.name_over(at + 1).is_none()
            && !office_word(reading, at + 1);
        return match found.name {
            Name::Place(_) => single && (words > 0 || follows) && !reading.possessive(at + 1),
            Name::State(_) => {
                single && words == 0 && follows && at > 0 && reading.is(at - 1, Class::OfficeHead)
            }
            _ => false,
        };
    }
    if reading.is(at, Class::Rank) && words > 0 && !reading.is(at, Class::NotName) {
        return matches!(word, "Sheikh" | "General" | "Justice" | "King" | "Marshal" | "Major")
            && word == "Sheikh";
    }
    if reading.is(at, Class::NotName) || reading.is(at, Class::OfficeHead) {
        return false;
    }
    if reading.is(at, Class::OfficePart) {
        // "Samantha Power": the last word of a name may be one that titles know.
        return words == 1 && !reading.capital(at + 1);
    }
    if words == 0 && reading.is(at, Class::Starter) {
        return false;
    }
    if words == 0 && reading.is(at, Class::Honorific) {
        return false;
    }
    reading.kind(at) == Some(Kind::Word)
}

/// Whether a word that can be a month is one: "Jan Hecker" and "April Smith" are persons.
fn is_month(reading: &Reading<'_>, at: usize) -> bool {
    let number = |at: usize| reading.kind(at) == Some(Kind::Number);
    number(at + 1) || (at > 0 && number(at - 1)) || !reading.capital(at + 1)
}

fn verb_in_title(reading: &Reading<'_>, word: &str) -> bool {
    let lower = word.to_lowercase();
    reading.lexicon.cue(&lower).is_some()
        || reading.lexicon.encounters.word(&lower).is_some_and(|e| e.form != Form::Noun)
}

/// The words of a name that tell persons apart: without initials, suffixes and particles' case.
pub(super) fn name_words(reading: &Reading<'_>, name: &Range<usize>) -> Vec<String> {
    name.clone()
        .filter(|&at| reading.kind(at) == Some(Kind::Word))
        .map(|at| reading.word(at))
        .filter(|word| !matches!(*word, "Jr" | "Sr") && !(word.ends_with('.') && word.len() <= 3))
        .map(plain)
        .collect()
}
