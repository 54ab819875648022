//! Phrases to look up in a text, token by token: the longest phrase that begins at a token wins.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::token::{Kind, Token, tokenize};

/// The words behind the first word of a phrase.
type Rest = Box<[Box<str>]>;

/// Phrases, each with a value. Phrases are found by their first word, in constant time.
#[derive(Debug)]
pub struct Phrases<T> {
    by_first: HashMap<Box<str>, Vec<(Rest, T)>, FixedState>,
    /// Whether a phrase begins with a word of this look: most words of a text are ruled out without a look-up.
    looks: [u64; LOOKS / 64],
    any_case: bool,
}

/// Number of looks that words are told apart by.
const LOOKS: usize = 1 << 14;

/// The look of a word: first and last letter, whatever their case, and length.
fn look(word: &str) -> usize {
    let bytes = word.as_bytes();
    let letter = |byte: Option<&u8>| usize::from(byte.copied().unwrap_or_default() & 31);
    letter(bytes.first()) << 9 | letter(bytes.last()) << 4 | bytes.len() & 15
}

impl<T: Copy> Phrases<T> {
    /// No phrases. With `any_case`, letters match regardless of case.
    #[must_use]
    pub fn new(any_case: bool) -> Self {
        Self { by_first: HashMap::default(), looks: [0; LOOKS / 64], any_case }
    }

    /// Adds a phrase. Of equal phrases the first stays.
    pub fn add(&mut self, phrase: &str, value: T) {
        self.add_or(phrase, value, |_, _| {});
    }

    /// Adds a phrase; where there is an equal one, `join` says what becomes of its value.
    pub fn add_or(&mut self, phrase: &str, value: T, join: impl Fn(&mut T, T)) {
        let mut tokens = Vec::new();
        tokenize(phrase, 0..phrase.len(), &mut tokens);
        let mut words = tokens.iter().map(|token| -> Box<str> {
            let word = token.text(phrase);
            if self.any_case { word.to_lowercase().into() } else { word.into() }
        });
        let Some(first) = words.next() else { return };
        let rest: Box<[Box<str>]> = words.collect();
        self.looks[look(&first) / 64] |= 1 << (look(&first) % 64);
        let list = self.by_first.entry(first).or_default();
        if let Some((_, held)) = list.iter_mut().find(|(other, _)| *other == rest) {
            join(held, value);
        } else {
            let at = list.partition_point(|(other, _)| other.len() >= rest.len());
            list.insert(at, (rest, value));
        }
    }

    /// The longest phrase that begins at `tokens[0]`: its number of tokens and its value.
    #[must_use]
    pub fn longest(&self, text: &str, tokens: &[Token]) -> Option<(usize, T)> {
        let first = tokens.first()?;
        let word = first.text(text);
        // A letter beyond ASCII may be longer or end otherwise in the other case.
        if self.looks[look(word) / 64] & 1 << (look(word) % 64) == 0 && word.is_ascii() {
            return None;
        }
        let list = if self.any_case && word.bytes().any(|b| b.is_ascii_uppercase() || b >= 0x80) {
            self.by_first.get(word.to_lowercase().as_str())?
        } else {
            self.by_first.get(word)?
        };
        list.iter()
            .find(|(rest, _)| self.follows(rest, text, &tokens[1..]))
            .map(|(rest, value)| (rest.len() + 1, *value))
    }

    /// The value of a phrase of one word.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<T> {
        self.by_first.get(word)?.iter().find(|(rest, _)| rest.is_empty()).map(|(_, value)| *value)
    }

    fn follows(&self, rest: &[Box<str>], text: &str, tokens: &[Token]) -> bool {
        rest.len() <= tokens.len()
            && rest.iter().zip(tokens).all(|(word, token)| {
                let found = token.text(text);
                **word == *found
                    || (self.any_case
                        && token.kind == Kind::Word
                        && word.eq_ignore_ascii_case(found))
                    || (found.contains('\u{2019}') && **word == *found.replace('\u{2019}', "'"))
            })
    }
}
