//! Names of persons: tokens in, the extent of a name out, with honorifics and ranks before it passed over.

use std::ops::Range;

use super::offices::office_word;
use super::reading::{Reading, plain};
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Form, Name};

/// Reads a person's name that begins at a token and returns the token behind it.
pub(super) fn name(reading: &Reading<'_>, start: usize, end: usize) -> Option<usize> {
    let mut at = start;
    let mut words = 0;
    while at < end {
        let word = reading.word(at);
        if reading.capital(at) && !(words > 0 && descent(reading, at)) {
            if !name_word(reading, at, words, end) {
                break;
            }
            at += 1;
            words += 1;
            // "Tareq Md. Islam": the dot of an abbreviated name.
            let dotted = reading.is(at - 1, Class::NameAbbreviation)
                && reading.word(at) == "."
                && reading.tokens[at].glued
                && reading.capital(at + 1);
            at += usize::from(dotted && at + 1 < end);
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
            } else if words == 0 && !reading.is(at, Class::ParticleFirst) {
                break;
            }
            at += 1;
        } else if words > 0 && descent(reading, at) && at + 3 < end {
            at += 3;
        } else if words > 0 && elided(word) {
            // "Jean-Luc d'Aubigny"
            at += 1;
            words += 1;
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
    // "Deputy Director IDCPC": an acronym.
    if words == 1
        && at == start + 1
        && (3..6).contains(&reading.word(start).len())
        && reading.word(start).chars().all(char::is_uppercase)
        && reading.units[reading.unit_of(start)].sentence.is_some()
    {
        return None;
    }
    // A particle or one letter is no name; an initial before a surname is part of one: "S Menon".
    let initial = reading.word(start).chars().count() == 1;
    (words > usize::from(initial)).then_some(at)
}

/// "Ching Thoo A/L Kim", "Raja s/o Kumar": whose child somebody is, between two names.
fn descent(reading: &Reading<'_>, at: usize) -> bool {
    let of = matches!(
        (reading.word(at), reading.word(at + 2)),
        ("A" | "a", "L" | "P" | "l" | "p") | ("S" | "s" | "D" | "d", "O" | "o")
    );
    of && reading.word(at + 1) == "/" && reading.capital(at + 3)
}

/// "d'Aubigny", "dell'Orto": a particle before an apostrophe and a name.
fn elided(word: &str) -> bool {
    word.split_once(['\'', '’']).is_some_and(|(particle, name)| {
        particle.len() <= 4
            && particle.chars().all(char::is_lowercase)
            && name.starts_with(char::is_uppercase)
    })
}

/// Whether a capitalised word can be the next of a name that has `words` words so far.
fn name_word(reading: &Reading<'_>, at: usize, words: usize, end: usize) -> bool {
    let word = reading.word(at);
    if words > 0 && (reading.is(at, Class::PostNominal) || word == "The") {
        return false;
    }
    if reading.is(at, Class::Weekday) || (reading.is(at, Class::Month) && is_month(reading, at)) {
        return false;
    }
    // A title in title case goes on with its verb: "Sergei Lavrov Emphasize", "Foreign Minister Meets".
    let sentence = reading.units[reading.unit_of(at)].sentence.is_some();
    if !sentence && verb_in_title(reading, at) {
        return false;
    }
    if let Some(found) = reading.name_over(at) {
        // "Prime Minister Israel Katz": a state or place of one word right before another name word.
        let single = found.tokens.len() == 1;
        let follows = at + 1 < end
            && reading.capital(at + 1)
            && reading.name_over(at + 1).is_none()
            && !reading.is(at + 1, Class::NotName)
            && !office_word(reading, at + 1);
        return match found.name {
            Name::Place(_) => {
                single
                    && (words > 0 || follows)
                    && !reading.possessive(at + 1)
                    && !(words > 0 && office_word(reading, at + 1))
            }
            // "Minister Israel Mor", "Mr. Israel Mor", "Attorney General Lisa Chad"
            Name::State(_) => {
                let first = words == 0 && follows && behind_title(reading, at);
                let last = words == 1
                    && at > 1
                    && office_word(reading, at - 2)
                    && word.contains(char::is_lowercase)
                    && !reading.capital(at + 1)
                    && !reading.possessive(at + 1);
                single && (first || last)
            }
            _ => false,
        };
    }
    if reading.is(at, Class::Rank) && words > 0 && !reading.is(at, Class::NotName) {
        // "Hun Sen", "John Major": the last of two words, and no abbreviation with its dot.
        let dotted = reading.word(at + 1) == "." && at + 2 < end;
        let last = words == 1 && !reading.capital(at + 1) && !dotted;
        return word == "Sheikh" || last;
    }
    if reading.is(at, Class::NotName) {
        // "Minister Park", "Minister Park Dae", "Ana Camp": in a sentence; in a title capitals show nothing.
        let behind_office = words == 0 && at > 0 && reading.is(at - 1, Class::OfficeHead);
        return sentence
            && reading.is(at, Class::Surname)
            && (words == 1 && !reading.capital(at + 1) || behind_office);
    }
    if reading.is(at, Class::OfficeHead) {
        return words == 0 && (son_of(reading, at + 1) || given_name(reading, at, end))
            || words > 0 && surname_like_title(reading, at);
    }
    if reading.is(at, Class::OfficePart) {
        // "Samantha Power": the last word of a name may be one that titles know.
        return words > 0 && (words == 1 || sentence && words == 2) && !reading.capital(at + 1);
    }
    if words == 0 && reading.is(at, Class::Starter) {
        return sentence && surname_like_starter(reading, at, end);
    }
    let dotted = reading.word(at + 1) == "." && reading.tokens[at + 1].glued && at + 2 < end;
    let given = reading.is(at, Class::GivenName) && behind_title(reading, at);
    if reading.is(at, Class::Honorific)
        && (words == 0 && !given || dotted)
        && !son_of(reading, at + 1)
    {
        return false;
    }
    reading.kind(at) == Some(Kind::Word)
}

/// Whether "bin" or the like stands at a token, so that the word before is a given name even where titles know it: "Sultan
/// bin Salim".
pub(super) fn son_of(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.word(at), "bin" | "bint" | "ibn")
}

/// Whether a title right before a token belongs to a name there: an office or "Mr.".
fn behind_title(reading: &Reading<'_>, at: usize) -> bool {
    let dot = at > 1 && reading.word(at - 1) == ".";
    let title = at.saturating_sub(1 + usize::from(dot));
    title < at
        && (reading.is(title, Class::Honorific) || !dot && reading.is(title, Class::OfficeHead))
}

/// "Foreign Minister Shah Nawaz Gilani": a title that is a given name, behind another title and before a name that does not
/// begin with a title itself.
pub(super) fn given_name(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    reading.is(at, Class::GivenName)
        && at + 1 < end
        && behind_title(reading, at)
        && reading.capital(at + 1)
        && !reading.is(at + 1, Class::Honorific)
        && !office_word(reading, at + 1)
        && reading.name_over(at + 1).is_none()
}

/// "Senator Angus King": a title that is a surname, at the end of a name in a sentence.
fn surname_like_title(reading: &Reading<'_>, at: usize) -> bool {
    (reading.is(at, Class::Surname) || reading.is(at, Class::GivenName))
        && !reading.capital(at + 1)
        && reading.word(at + 1) != "of"
        && reading.units[reading.unit_of(at)].sentence.is_some()
}

/// "Vice Premier of China He Jun", "President To Lam": a word that opens sentences is a surname behind a title or a state.
fn surname_like_starter(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let state = at > 0
        && reading.name_over(at - 1).is_some_and(|found| matches!(found.name, Name::State(_)));
    reading.is(at, Class::Surname)
        && (state || behind_title(reading, at))
        && at + 1 < end
        && reading.capital(at + 1)
        && reading.name_over(at + 1).is_none()
        && !reading.is(at + 1, Class::NotName)
        && !reading.is(at + 1, Class::Starter)
        && !office_word(reading, at + 1)
}

/// Whether a word that can be a month is one: "Jan Hecker" and "April Smith" are persons.
fn is_month(reading: &Reading<'_>, at: usize) -> bool {
    let number = |at: usize| reading.kind(at) == Some(Kind::Number);
    // "Vice Premier Wang Jun": a month in short has a number beside it.
    let short = reading.word(at).len() == 3 && reading.word(at) != "May";
    number(at + 1) || (at > 0 && number(at - 1)) || !short && !reading.capital(at + 1)
}

pub(super) fn verb_in_title(reading: &Reading<'_>, at: usize) -> bool {
    reading.cue_lowered(at).is_some()
        || reading.encounter_word_lowered(at).is_some_and(|told| told.form != Form::Noun)
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

pub(super) fn skip_ranks(reading: &Reading<'_>, mut at: usize, end: usize) -> usize {
    loop {
        // "Senator the Hon. Ana Sol"
        let article = usize::from(reading.word(at) == "the");
        if let Some(next) = honorific(reading, at + article, end) {
            at = next;
        } else if at < end
            && reading.capital(at)
            && reading.is(at, Class::Rank)
            && (reading.capital(at + 1)
                || reading.word(at + 1) == "the" && honorific(reading, at + 2, end).is_some())
        {
            at += 1;
        } else {
            return at;
        }
    }
}

/// Skips "Mr.", "H.E.", "His Excellency", "Rt. Hon." and returns the token behind, if there is an honorific.
pub(super) fn honorific(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let mut next = at;
    // "H. E. Dr. Ana Sol"
    if reading.word(next) == "H." && matches!(reading.word(next + 1), "E." | "M." | "H.") {
        next += 2;
    }
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
        // "Dr Tun Shin", "U Tun Tun Oo": an honorific elsewhere, here a name.
        if reading.is(next, Class::GivenName)
            && (next > at
                || at > 0 && reading.is(at - 1, Class::Honorific)
                || reading.word(next + 1) == reading.word(next))
            && name(reading, next, end).is_some_and(|stop| stop - next > 1)
        {
            break;
        }
        // "U Kyaw Tin", and no initial: "U. Menon".
        if reading.word(next).len() == 1 && !reading.capital(next + 1) {
            break;
        }
        next += 1;
        if matches!(reading.word(next), "." | "'" | "’" | "‘") && reading.tokens[next].glued {
            next += 1;
        }
    }
    (next > at).then_some(next)
}

/// Whether "His" or "Her" opens a style: "His Excellency".
pub(super) fn is_style(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at + 1, Class::Style)
}
