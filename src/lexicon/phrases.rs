//! Phrases to look up in a text, word by word: the longest phrase that begins at a word wins.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::token::tokenize;
use super::words::{Spelling, WordId, Words};

/// Phrases, each with a value. Phrases are found by their first word, in constant time.
#[derive(Debug)]
pub struct Phrases<T> {
    /// By the first word: the words behind it, the longest phrases first.
    by_first: HashMap<WordId, Vec<(Box<[WordId]>, T)>, FixedState>,
    any_case: bool,
}

impl<T: Copy> Phrases<T> {
    /// No phrases. With `any_case`, letters match regardless of case.
    #[must_use]
    pub fn new(any_case: bool) -> Self {
        Self { by_first: HashMap::default(), any_case }
    }

    /// Adds a phrase. Of equal phrases the first stays.
    pub fn add(&mut self, words: &mut Words, phrase: &str, value: T) {
        self.add_or(words, phrase, value, |_, _| {});
    }

    /// Adds a phrase; where there is an equal one, `join` says what becomes of its value.
    pub fn add_or(&mut self, words: &mut Words, phrase: &str, value: T, join: impl Fn(&mut T, T)) {
        let mut tokens = Vec::new();
        tokenize(phrase, 0..phrase.len(), &mut tokens);
        let mut ids = tokens.iter().map(|token| {
            let word = token.text(phrase);
            if self.any_case { words.add(&word.to_lowercase()) } else { words.add(word) }
        });
        let Some(first) = ids.next() else { return };
        let rest: Box<[WordId]> = ids.collect();
        let list = self.by_first.entry(first).or_default();
        if let Some((_, held)) = list.iter_mut().find(|(other, _)| *other == rest) {
            join(held, value);
        } else {
            let at = list.partition_point(|(other, _)| other.len() >= rest.len());
            list.insert(at, (rest, value));
        }
    }

    /// The longest phrase that the words begin with: its number of words and its value.
    #[must_use]
    pub fn longest(&self, words: &[Spelling]) -> Option<(usize, T)> {
        let (first, behind) = words.split_first()?;
        let list = self.by_first.get(&self.id(*first))?;
        list.iter()
            .find(|(rest, _)| {
                rest.len() <= behind.len()
                    && rest.iter().zip(behind).all(|(id, word)| *id == self.id(*word))
            })
            .map(|(rest, value)| (rest.len() + 1, *value))
    }

    /// The value of a phrase of one word.
    #[must_use]
    pub fn word(&self, word: WordId) -> Option<T> {
        self.by_first.get(&word)?.iter().find(|(rest, _)| rest.is_empty()).map(|(_, value)| *value)
    }

    fn id(&self, word: Spelling) -> WordId {
        if self.any_case { word.lower } else { word.exact }
    }
}
