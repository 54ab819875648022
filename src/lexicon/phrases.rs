//! Phrases to look up in a text, word by word: the longest phrase that begins at a word wins.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::token::tokenize;
use super::words::{List, Spelling, WordId, Words};

/// Phrases, each with a value, as a tree of words: a look-up goes on from word to word as long as some phrase does.
#[derive(Debug)]
pub struct Phrases<T> {
    /// What each place of the tree stands for; the first is where all phrases begin.
    values: Vec<Option<T>>,
    /// From one place by a word to the next.
    steps: HashMap<u64, u32, FixedState>,
    list: List,
    any_case: bool,
}

impl<T: Copy> Phrases<T> {
    /// No phrases. With `any_case`, letters match regardless of case.
    #[must_use]
    pub fn new(list: List, any_case: bool) -> Self {
        Self { values: vec![None], steps: HashMap::default(), list, any_case }
    }

    /// What a step from a place by a word is known by.
    const fn step(place: u32, word: WordId) -> u64 {
        (place as u64) << 32 | word.0 as u64
    }

    /// Adds a phrase. Of equal phrases the first stays.
    pub fn add(&mut self, words: &mut Words, phrase: &str, value: T) {
        self.add_or(words, phrase, value, |_, _| {});
    }

    /// Adds a phrase; where there is an equal one, `join` says what becomes of its value.
    pub fn add_or(&mut self, words: &mut Words, phrase: &str, value: T, join: impl Fn(&mut T, T)) {
        let mut tokens = Vec::new();
        tokenize(phrase, 0..phrase.len(), &mut tokens);
        let mut place = 0;
        for token in tokens {
            let word = token.text(phrase);
            let id = if self.any_case { words.add(&word.to_lowercase()) } else { words.add(word) };
            if place == 0 {
                words.begin(id, self.list);
            }
            place = *self.steps.entry(Self::step(place, id)).or_insert_with(|| {
                self.values.push(None);
                self.values.len() as u32 - 1
            });
        }
        match &mut self.values[place as usize] {
            // A phrase without words is none.
            _ if place == 0 => {}
            Some(held) => join(held, value),
            none => *none = Some(value),
        }
    }

    /// The longest phrase that the words begin with: its number of words and its value.
    #[must_use]
    pub fn longest(&self, words: &[Spelling]) -> Option<(usize, T)> {
        if words.first()?.begins & self.list as u8 == 0 {
            return None;
        }
        let mut place = 0;
        let mut longest = None;
        for (index, word) in words.iter().enumerate() {
            let id = if self.any_case { word.lower } else { word.exact };
            let Some(&next) = self.steps.get(&Self::step(place, id)) else { break };
            place = next;
            longest = self.values[place as usize].map(|value| (index + 1, value)).or(longest);
        }
        longest
    }

    /// The value of a phrase of one word.
    #[must_use]
    pub fn word(&self, word: WordId) -> Option<T> {
        self.values[*self.steps.get(&Self::step(0, word))? as usize]
    }
}
