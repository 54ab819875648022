//! Whom "he" and "she" mean: what the text tells of men and women and who has spoken in, persons out.

use super::actors::Cast;
use super::phrases::Who;
use super::reading::Reading;
use crate::lexicon::{Class, CueRule};

/// Whether a person is a man or a woman, as far as titles and pronouns of the text tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Male,
    Female,
}

/// The gender of each person of the readout, where the text tells it.
#[derive(Debug)]
pub(super) struct Genders(Vec<Option<Gender>>);

impl Genders {
    /// Reads titles ("Mrs.", "King"), and the possessive behind a report ("Minister X reaffirmed her support").
    pub(super) fn new(reading: &Reading<'_>, cast: &Cast) -> Self {
        let mut told = vec![None; cast.persons.len()];
        for mention in &cast.mentions {
            let Some(person) = mention.person else { continue };
            let unit = &reading.units[reading.unit_of(mention.tokens.start)].tokens;
            let title = mention.tokens.start.saturating_sub(2).max(unit.start)..mention.tokens.end;
            let titled = title
                .filter(|&at| reading.capital(at) && !reading.possessive(at + 1))
                .find_map(|at| gender(reading, at));
            let mut verb = mention.tokens.end;
            while verb < unit.end && reading.is_adverb(verb) {
                verb += 1;
            }
            let reported = reading.cue(verb).is_some_and(|cue| {
                cue.rule == CueRule::Clause
                    && (verb + 2..unit.end.min(verb + 5)).any(|noun| reading.object(noun).is_some())
            });
            let own = reported.then(|| gender(reading, verb + 1)).flatten();
            told[person] = told[person].or(titled).or(own);
        }
        Self(told)
    }

    /// Whom a pronoun means: the subject of the same sentence if it may, else who spoke last, else another who may.
    pub(super) fn resolve(
        &self,
        pronoun: &str,
        same_sentence: Option<usize>,
        last: Option<&Who>,
        others: impl IntoIterator<Item = usize>,
    ) -> Option<(Who, &'static str)> {
        let wanted =
            if pronoun.eq_ignore_ascii_case("she") { Gender::Female } else { Gender::Male };
        let fits = |person: usize| self.0[person].is_none_or(|known| known == wanted);
        if let Some(person) = same_sentence.filter(|&person| fits(person)) {
            return Some((Who::Persons(vec![person]), "pronoun-same-sentence"));
        }
        match last {
            Some(Who::Persons(persons)) if !persons.iter().all(|&person| fits(person)) => {}
            Some(who) => return Some((who.clone(), "pronoun-singular")),
            None => {}
        }
        let other = others.into_iter().find(|&person| fits(person));
        match (other, last) {
            (Some(person), Some(_)) => Some((Who::Persons(vec![person]), "pronoun-gender")),
            (Some(person), None) => Some((Who::Persons(vec![person]), "pronoun-first")),
            (None, Some(who)) => Some((who.clone(), "pronoun-singular")),
            (None, None) => None,
        }
    }
}

fn gender(reading: &Reading<'_>, at: usize) -> Option<Gender> {
    if reading.is(at, Class::Female) {
        Some(Gender::Female)
    } else if reading.is(at, Class::Male) {
        Some(Gender::Male)
    } else {
        None
    }
}
