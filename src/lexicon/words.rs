//! All words that the lexicon knows: a word in, its number out, by which the rest is looked up.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::token::Token;
use super::{Cue, Expression};
use crate::record::Act;

/// The number of a word; all words that the lexicon does not know have the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct WordId(pub(super) u32);

/// A list of phrases of the lexicon, as a bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum List {
    /// Names of states and their people, places, organisations, treaties.
    Names = 1,
    /// Phrases that mark a topic.
    Topics = 1 << 1,
    /// Verbs and nouns of exchanges.
    Encounters = 1 << 2,
    /// Verbs that tell of an exchange only with a noun behind them.
    Framed = 1 << 3,
    /// Those nouns.
    Frames = 1 << 4,
    /// Head nouns of references.
    ReferenceNouns = 1 << 5,
}

/// A word of a text by its number as it is written, and by that of its form in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spelling {
    /// As it is written, with a straight apostrophe.
    pub exact: WordId,
    /// In lower case.
    pub lower: WordId,
    /// The lists of phrases some of which begin with it, as bits.
    pub begins: u8,
}

/// What is known of a word besides the phrases that it is in.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Its classes, as bits.
    pub(super) classes: u128,
    /// The lists of phrases that it begins, as bits.
    pub(super) begins: u8,
    pub(super) cue: Option<Cue>,
    pub(super) object: Option<Act>,
    pub(super) expressions: Vec<Arc<Expression>>,
}

/// Words, each with what is known of it.
#[derive(Debug)]
pub struct Words {
    ids: HashMap<Box<str>, WordId, FixedState>,
    /// By number; the first is that of unknown words.
    known: Vec<Known>,
}

impl Words {
    pub(super) fn new() -> Self {
        Self { ids: HashMap::default(), known: vec![Known::default()] }
    }

    /// The number of a word, which is from now on known.
    pub(super) fn add(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = WordId(self.known.len() as u32);
        self.ids.insert(word.into(), id);
        self.known.push(Known::default());
        id
    }

    /// What is known of a word, to be added to.
    pub(super) fn know(&mut self, word: &str) -> &mut Known {
        let id = self.add(word);
        &mut self.known[id.0 as usize]
    }

    /// Notes that a phrase of a list begins with a word.
    pub(super) fn begin(&mut self, word: WordId, list: List) {
        self.known[word.0 as usize].begins |= list as u8;
    }

    /// The number of a word.
    #[must_use]
    pub fn id(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or_default()
    }

    /// The words of a text that was cut into tokens.
    #[must_use]
    pub fn spellings(&self, text: &str, tokens: &[Token]) -> Vec<Spelling> {
        let mut form = String::new();
        tokens.iter().map(|token| self.spelling(token.text(text), &mut form)).collect()
    }

    /// One word; `form` is room to write its other forms to.
    fn spelling(&self, word: &str, form: &mut String) -> Spelling {
        let plain = word.is_ascii();
        if plain && !word.bytes().any(|b| b.is_ascii_uppercase()) {
            let exact = self.id(word);
            return Spelling { exact, lower: exact, begins: self.of(exact).begins };
        }
        form.clear();
        let (exact, lower) = if plain {
            form.push_str(word);
            form.make_ascii_lowercase();
            (self.id(word), self.id(form))
        } else {
            form.extend(word.chars().map(|c| if c == '\u{2019}' { '\'' } else { c }));
            (self.id(form), self.id(&form.to_lowercase()))
        };
        Spelling { exact, lower, begins: self.of(exact).begins | self.of(lower).begins }
    }

    #[inline]
    fn of(&self, id: WordId) -> &Known {
        &self.known[id.0 as usize]
    }

    /// The classes of a word, as bits.
    #[must_use]
    #[inline]
    pub fn classes(&self, id: WordId) -> u128 {
        self.of(id).classes
    }

    /// The reporting verb that a word is a form of.
    #[must_use]
    #[inline]
    pub fn cue(&self, id: WordId) -> Option<Cue> {
        self.of(id).cue
    }

    /// The expressions that begin with a word, in the order of the table.
    #[must_use]
    #[inline]
    pub fn expressions(&self, id: WordId) -> &[Arc<Expression>] {
        &self.of(id).expressions
    }

    /// The act that expressing a noun amounts to: "commitment" is to commit.
    #[must_use]
    #[inline]
    pub fn object(&self, id: WordId) -> Option<Act> {
        self.of(id).object
    }
}
