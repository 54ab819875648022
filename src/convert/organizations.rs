//! Organisations that the text names: lexicon names and patterns of bodies in, each body once out.

use std::ops::Range;

use super::reading::Reading;
use super::references::Referred;
use crate::lexicon::{Class, Name};
use crate::record::ReferenceKind;

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
pub(super) fn bodies(reading: &Reading<'_>, references: &[Referred]) -> Vec<Body> {
    let inside_reference = |tokens: &Range<usize>| {
        references.iter().filter(|referred| is_founding(referred.kind)).any(|referred| {
            referred.tokens.iter().any(|of| of.start <= tokens.start && tokens.end <= of.end)
        })
    };
    let mut found: Vec<Body> = Vec::new();
    let mut organ_end = 0;
    for name in &reading.names {
        let Name::Organization(index) = name.name else { continue };
        if name.tokens.start < organ_end
            || inside_reference(&name.tokens)
            || speaks_in_title(reading, &name.tokens)
            || !reading.lexicon.organizations[index as usize].state.is_empty()
                && signs(reading, &name.tokens)
        {
            continue;
        }
        if let Some((organ, tokens)) = organ(reading, index, &name.tokens) {
            organ_end = tokens.end;
            add(&mut found, reading, Some(organ), None, tokens);
        } else if let Some((state, start)) = national(reading, index, &name.tokens) {
            add(&mut found, reading, None, Some(state), start..name.tokens.end);
        } else {
            add(&mut found, reading, Some(index), None, name.tokens.clone());
        }
    }
    for unit in &reading.units {
        let mut at = unit.tokens.start;
        while at < unit.tokens.end {
            let read = pattern(reading, at, unit.tokens.end).filter(|(tokens, _)| {
                !inside_reference(tokens)
                    && !speaks_in_title(reading, tokens)
                    && !signs(reading, tokens)
                    && !houses(reading, tokens)
            });
            let Some((tokens, state)) = read else {
                at += 1;
                continue;
            };
            at = tokens.end;
            add(&mut found, reading, None, state, tokens);
        }
    }
    found.sort_by_key(|body| body.tokens.iter().map(|tokens| tokens.start).min());
    found
}

/// "United Nations (UN) Security Council": an organ named behind its organisation, with the acronym between.
fn organ(reading: &Reading<'_>, index: u16, tokens: &Range<usize>) -> Option<(u16, Range<usize>)> {
    if reading.word(tokens.end) != "(" || reading.word(tokens.end + 2) != ")" {
        return None;
    }
    let behind = reading.name_from(tokens.end + 3)?;
    let Name::Organization(organ) = behind.name else { return None };
    let known = &reading.lexicon.organizations;
    (known[organ as usize].parent == known[index as usize].id)
        .then_some((organ, tokens.start..behind.tokens.end))
}

/// "Russian Security Council", "Security Council of Ukraine": a body of a state under the short name of an international
/// one's organ. The state and the first token of the name.
fn national(reading: &Reading<'_>, index: u16, tokens: &Range<usize>) -> Option<(u16, usize)> {
    if reading.lexicon.organizations[index as usize].parent.is_empty() {
        return None;
    }
    let before = tokens.start.checked_sub(1)?;
    let possessive = usize::from(reading.possessive(before));
    let found = reading.name_over(before.checked_sub(possessive)?)?;
    let start = if possessive == 1 { tokens.start } else { found.tokens.start };
    match found.name {
        Name::State(state) | Name::Demonym(state) => Some((state, start)),
        _ => None,
    }
}

/// Texts between states, in whose names an organisation is not mentioned for itself: "UN Charter".
fn is_founding(kind: ReferenceKind) -> bool {
    matches!(kind, ReferenceKind::Treaty | ReferenceKind::Charter | ReferenceKind::Agreement)
}

/// A mention goes to the body it names: the same entry of the lexicon, or one whose name holds all its words.
fn add(
    found: &mut Vec<Body>,
    reading: &Reading<'_>,
    known: Option<u16>,
    state: Option<u16>,
    tokens: Range<usize>,
) {
    let form = without_acronym(&reading.phrase(&tokens));
    let same = |body: &&mut Body| match known {
        Some(_) => body.known == known,
        None => contains(&body.name, &form) || body.known.is_none() && contains(&form, &body.name),
    };
    match found.iter_mut().find(same) {
        Some(body) => {
            body.state = body.state.or(state);
            mention(body, form, tokens);
        }
        None => found.push(Body {
            known,
            name: form,
            other_names: Vec::new(),
            state,
            tokens: vec![tokens],
        }),
    }
}

/// "United Nations (UN) Security Council" without the acronym in brackets.
fn without_acronym(form: &str) -> String {
    match form.split_once(" (").and_then(|(before, rest)| Some((before, rest.split_once(')')?))) {
        Some((before, (acronym, after))) if !acronym.contains(' ') => format!("{before}{after}"),
        _ => form.to_owned(),
    }
}

/// Whether a name begins or ends with another one, whole words compared.
fn contains(long: &str, short: &str) -> bool {
    long == short
        || short.contains(' ')
            && (long
                .strip_prefix(short)
                .is_some_and(|rest| rest.starts_with([' ', '\u{2019}', '\'']))
                || long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' ')))
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

/// "Readout by NSC Spokesperson X": who issues the readout is no fact of it.
fn speaks_in_title(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    reading.units[reading.unit_of(tokens.start)].sentence.is_none()
        && matches!(reading.word(tokens.end), "Spokesperson" | "Spokesman" | "Spokeswoman")
}

/// "Media Office of the Prime Minister" as a line of its own: who issues the readout is no fact of it.
fn signs(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let unit = &reading.units[reading.unit_of(tokens.start)];
    unit.sentence.is_some_and(|sentence| !reading.document.sentences[sentence].list_item)
        && unit.tokens.clone().all(|at| {
            !reading.word(at).starts_with(char::is_lowercase)
                || matches!(reading.word(at), "of" | "the" | "and" | "for" | "in" | "to")
        })
}

/// "took place at the Presidential Secretariat": a house, and not those who work there.
fn houses(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    tokens.start > 1
        && reading.word(tokens.start - 1) == "the"
        && reading.word(tokens.start - 2) == "at"
        && reading.is(tokens.end - 1, Class::Venue)
}

/// Reads a body that is not in the lexicon: "Ministry of Defence of Ukraine", "National Migration Institute", "Mexican Army",
/// "Joint Steering Group for Advanced Capabilities", "Permanent Delegation of Ukraine to PABSEC".
fn pattern(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Range<usize>, Option<u16>)> {
    if !reading.capital(at) || at > 0 && goes_on(reading, at - 1, at) {
        return None;
    }
    let (first, begin, mut state) = owner(reading, at)?;
    let named = begin < first;
    let definite = at > 0 && matches!(reading.word(at - 1), "the" | "The");
    let mut noun = first;
    let mut meaning = false;
    let mut open = false;
    // The last noun of a body in a run of words that such names are made of.
    let mut last = None;
    while noun < end && noun < first + 7 && reading.name_over(noun).is_none() {
        let lower = joining(reading, noun, first);
        if !part(reading, noun) && !lower {
            // "the Rapid Action Battalion": behind an article any capitals may be of the name.
            let known = reading.is(noun, Class::NotName) && noun == first;
            if !(definite || named) || known || !open_word(reading, noun) {
                break;
            }
            open = true;
        }
        let modified = meaning || state.is_some() || named;
        // "the Lindqvist Administration", "Chief Cabinet Secretary"
        let officer = reading.capital(noun + 1) && reading.is(noun + 1, Class::OfficeHead);
        let government = reading.is(noun, Class::Government) && (open || noun == first || officer);
        if reading.is(noun, Class::BodyTail) && modified && !government {
            last = Some(noun);
        }
        if reading.is(noun, Class::BodyHead) && complement(reading, noun, end).is_some() {
            last = Some(noun);
            break;
        }
        meaning |= !lower && !reading.is(noun, Class::BodyNot);
        noun += 1;
    }
    if let Some(tokens) = mixed(reading, at, end) {
        return Some((tokens, None));
    }
    let last = last?;
    let mut stop = last + 1;
    // "Association Agreement", "Oval Office Building": the run goes on to a thing; a meeting of the body is none.
    if reading.capital(stop)
        && reading.is(stop, Class::NotName)
        && !reading.is(stop, Class::OfficeHead)
        && reading.encounter_word_lowered(stop).is_none()
    {
        return None;
    }
    // A unit inside another body: "Foreign Relations Department of the Presidential Administration" names the latter.
    if reading.word(stop) == "of"
        && reading.word(stop + 1) == "the"
        && reading.word(last) != "Office"
    {
        let known = reading.name_from(stop + 2);
        if known.is_some_and(|found| matches!(found.name, Name::Organization(_))) {
            return None;
        }
        if let Some(outer) = pattern(reading, stop + 2, end) {
            return Some(outer);
        }
    }
    if reading.is(last, Class::BodyHead) {
        if let Some((behind, of)) = complement(reading, last, end) {
            stop = behind;
            state = state.or(of);
        }
    } else if reading.word(stop) == "of" {
        let name = stop + 1 + usize::from(reading.word(stop + 1) == "the");
        if let Some((Name::State(of), behind)) =
            reading.name_from(name).map(|found| (found.name, found.tokens.end))
        {
            state = state.or(Some(of));
            stop = behind;
        }
    }
    // "National Economic Council Director": an office, whose body is named nevertheless; "Oval Office Building" is none.
    (stop - begin > 1).then_some((begin..stop, state))
}

/// The state, people or city whose body it is: first token of the name proper, first token with the state, the state.
fn owner(reading: &Reading<'_>, at: usize) -> Option<(usize, usize, Option<u16>)> {
    let Some(found) = reading.name_over(at) else { return Some((at, at, None)) };
    if found.tokens.start != at {
        return None;
    }
    let stop = found.tokens.end;
    match found.name {
        Name::State(state) if reading.possessive(stop) => Some((stop + 1, stop + 1, Some(state))),
        // "India – Chile Joint Commission"
        Name::Demonym(_) | Name::State(_) if matches!(reading.word(stop), "-" | "–" | "—") => {
            let second = reading.name_from(stop + 1)?;
            matches!(second.name, Name::Demonym(_) | Name::State(_)).then_some((
                second.tokens.end,
                at,
                None,
            ))
        }
        // "U.S. National Security Council", "Kenya Ports Authority", "Chilean Navy"
        Name::Demonym(state) | Name::State(state) => Some((stop, at, Some(state))),
        // "Lima Group"
        Name::Place(_) => Some((stop, at, None)),
        _ => None,
    }
}

/// A word in capitals that no list knows inside the name of a body.
fn open_word(reading: &Reading<'_>, at: usize) -> bool {
    reading.capital(at)
        && reading.units[reading.unit_of(at)].sentence.is_some()
        && !reading.is(at, Class::OfficeHead)
        && !reading.is(at, Class::Month)
        && !reading.is(at, Class::Weekday)
}

/// Whether the run of capitals before a token goes on into it, so that no name begins there.
fn goes_on(reading: &Reading<'_>, before: usize, at: usize) -> bool {
    // "the CPC Central Committee" is an organ of the body before it, named with it.
    let organ = |of: usize| {
        reading.name_over(of).is_some_and(|found| matches!(found.name, Name::Organization(_)))
    };
    let bracket = reading.word(before) == ")" && before > 2 && organ(before - 3);
    let first = reading.units[reading.unit_of(at)].tokens.start == before;
    let word = reading.name_over(before).is_none()
        && part(reading, before)
        && !(first && reading.is(before, Class::Starter));
    word || organ(before) || bracket
}

fn part(reading: &Reading<'_>, at: usize) -> bool {
    reading.capital(at)
        && (reading.is(at, Class::BodyPart)
            || reading.is(at, Class::BodyTail)
            || reading.is(at, Class::BodyHead)
            || reading.is(at, Class::OfficePart) && !reading.is(at, Class::OfficeHead)
            || matches!(reading.word(at), "President" | "Prime" | "Minister" | "General" | "Chief"))
}

/// "and", "for", "&" between two words of a name.
fn joining(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    at > first && matches!(reading.word(at), "and" | "&") && part(reading, at + 1)
}

/// What follows "of", "for", "on", "to" behind a body's noun: the token behind it, and the state named.
fn complement(reading: &Reading<'_>, noun: usize, end: usize) -> Option<(usize, Option<u16>)> {
    let mut state = None;
    let mut stop = noun + 1;
    loop {
        // "Ministry of Foreign Affairs (MoFA) of Nepal"
        if reading.word(stop) == "("
            && reading.word(stop + 2) == ")"
            && reading.word(stop + 3) == "of"
        {
            stop += 3;
        }
        let preposition = reading.word(stop);
        let fits = matches!(preposition, "of" | "for" | "on")
            || matches!(preposition, "to" | "in") && reading.is(noun, Class::BodyAbroad);
        let begin = stop + 1 + usize::from(reading.word(stop + 1) == "the");
        // "Bureau of Research of the Iranian Defense Ministry" is a body of another.
        let inner = stop > noun + 1
            && reading.name_from(begin).is_some_and(|found| matches!(found.name, Name::Demonym(_)));
        if !fits || begin >= end || inner {
            break;
        }
        let open = reading.is(noun, Class::BodyTail) && matches!(preposition, "for" | "on");
        let Some((behind, of)) = complement_words(reading, begin, end, open) else { break };
        // "the Lima Group on WTO reform": what it speaks about, and no name.
        if preposition == "on" && reading.name_over(behind - 1).is_some() && thing(reading, behind)
        {
            break;
        }
        state = state.or(of);
        stop = behind;
    }
    (stop > noun + 1).then_some((stop, state))
}

/// Whether a word in lower case goes on with a name before it: "WTO reform", and not "WTO met", "WTO and".
fn thing(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    word.len() > 3
        && word.chars().all(|c| c.is_alphabetic() && c.is_lowercase())
        && reading.cue(at).is_none()
        && reading.encounter_word(at).is_none()
        && !reading.is(at, Class::Auxiliary)
        && !reading.is(at, Class::Modal)
        && !reading.is_adverb(at)
        && !matches!(word, "from" | "with" | "into" | "which" | "that" | "when" | "while" | "under")
}

/// The capitals of a complement. What a body is "for" or "on" may be any word, an open field.
fn complement_words(
    reading: &Reading<'_>,
    begin: usize,
    end: usize,
    open: bool,
) -> Option<(usize, Option<u16>)> {
    let mut state = None;
    let mut at = begin;
    while at < end {
        if let Some(found) = reading.name_from(at) {
            match found.name {
                Name::State(of) => state = state.or(Some(of)),
                Name::Organization(_) => {}
                Name::Demonym(_) if part(reading, found.tokens.end) => {}
                Name::Place(_) if reading.word(begin - 1) == "in" => {}
                _ => break,
            }
            at = found.tokens.end;
            if reading.possessive(at) && reading.capital(at + 1) {
                at += 1;
            }
        } else if joins_field(reading, at, begin, end) {
            at += 1 + usize::from(reading.word(at + 1) == "the");
        } else if field_word(reading, at, begin, open) || leaves(reading, at, begin) {
            at += 1;
        } else {
            break;
        }
    }
    (at > begin).then_some((at, state))
}

/// A capitalised word of what a body is for: known in such names, hyphenated, or any where the field is open.
fn field_word(reading: &Reading<'_>, at: usize, begin: usize, open: bool) -> bool {
    reading.capital(at)
        && !(at > begin && reading.is(at, Class::OfficeHead))
        && !reading.is(at, Class::Month)
        && (open
            || part(reading, at)
            || reading.word(at).contains('-')
            // "Institute of Tidal Research"
            || at == begin && part(reading, at + 1)
            || office_of(reading, at, begin))
}

/// "and", "&" or a comma before one more field: "Trade, Tourism and Investment".
fn joins_field(reading: &Reading<'_>, at: usize, begin: usize, end: usize) -> bool {
    // "Ministry of Sustainability and the Environment"
    let next = at + 1 + usize::from(reading.word(at) == "and" && reading.word(at + 1) == "the");
    matches!(reading.word(at), "and" | "&" | ",")
        && at > begin
        && next < end
        && part(reading, next)
        && !reading.is(next, Class::Rank)
        // "Ministry of Trade, National Harbour Agency", "Ministry of Law and the Attorney General's Office"
        && !(next..end.min(next + 5))
            .take_while(|&at| reading.capital(at) || reading.possessive(at))
            .skip(1)
            .any(|at| reading.is(at, Class::BodyTail))
        // "Ministry of Defence, Department for Trade": one more body.
        && !(reading.is(next, Class::BodyHead)
            && matches!(reading.word(next + 1), "of" | "for" | "on"))
        && reading.name_over(at - 1).is_none()
}

/// "Department for Exiting the European Union": the article of a body inside the field.
fn leaves(reading: &Reading<'_>, at: usize, begin: usize) -> bool {
    at > begin
        && reading.word(at) == "the"
        && reading.name_over(at - 1).is_none()
        && reading
            .name_from(at + 1)
            .is_some_and(|found| matches!(found.name, Name::Organization(_)))
}

/// "Office of the President", "Office of the Prime Minister": here an office is part of a body's name.
fn office_of(reading: &Reading<'_>, at: usize, begin: usize) -> bool {
    reading.is(at, Class::OfficeHead)
        && (at == begin || at == begin + 1)
        && reading.word(begin - 1) == "the"
}

/// "Yermak-McFaul international expert group": two names joined, and what they lead in lower case.
fn mixed(reading: &Reading<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let (first, second) = reading.word(at).split_once('-')?;
    let names = [first, second].iter().all(|name| name.starts_with(char::is_uppercase));
    if !names || reading.name_over(at).is_some() || reading.is(at, Class::BodyPart) {
        return None;
    }
    let stop = (at + 1..end.min(at + 5)).find(|&next| {
        matches!(reading.word(next), "group" | "commission" | "committee" | "council")
    })?;
    (at + 1..stop)
        .all(|next| !reading.capital(next) && reading.kind(next) == reading.kind(at))
        .then_some(at..stop + 1)
}
