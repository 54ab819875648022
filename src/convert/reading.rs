//! A document as tokens with the lexicon's names found in them: what all passes of the conversion read.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::persons::Side;
use crate::document::Document;
use crate::lexicon::token::{Kind, Token, tokenize};
use crate::lexicon::{
    Class, Cue, Encounter, Expression, Lexicon, Name, Publisher, Spelling, ends_as_adverb,
};
use crate::record::{Act, ReferenceKind};
use crate::source::BlockKind;

/// How many tokens may stand between a verb and the noun that makes it one of an exchange.
const GAP: usize = 12;

/// A document, its tokens, and the names of the lexicon in them.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) document: &'a Document,
    pub(super) lexicon: &'a Lexicon,
    pub(super) tokens: Vec<Token>,
    /// The text of each token: every pass asks for it many times.
    words: Vec<&'a str>,
    /// The word of each token by its number: looked up once, asked for by every pass.
    spellings: Vec<Spelling>,
    /// For each token the classes of its word.
    classes: Vec<u128>,
    /// Title first, if there is one, then the sentences in order.
    pub(super) units: Vec<Unit>,
    /// Names, by their first token; they do not overlap.
    pub(super) names: Vec<Found>,
    /// For each token the name that covers it, as index into `names`.
    covered: Vec<Option<u32>>,
    /// For each token the longest verb or noun of an exchange that begins there within its unit, with its number of tokens.
    encounters: Vec<Option<(u32, Encounter)>>,
    /// The state whose government, or the organisation that, publishes the readout.
    pub(super) home: Option<Side>,
    /// Who publishes the readout.
    pub(super) publisher: Option<&'a Publisher>,
}

/// A stretch of text that is read by itself.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub(super) tokens: Range<usize>,
    /// Index of the sentence; none for the title.
    pub(super) sentence: Option<usize>,
}

/// A name of the lexicon in the text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) name: Name,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        document: &'a Document,
        lexicon: &'a Lexicon,
        publisher: Option<&'a Publisher>,
        home: Option<Side>,
    ) -> Self {
        let mut tokens = Vec::with_capacity(document.text.len() / 5);
        let mut units = Vec::with_capacity(document.sentences.len() + 1);
        let titles = document.title.iter().map(|span| (None, span.clone()));
        for (sentence, span) in titles.chain(body(document)) {
            let first = tokens.len();
            tokenize(&document.text, span, &mut tokens);
            drop_hashes(&document.text, first, &mut tokens);
            split_glued(&document.text, lexicon, first, &mut tokens);
            split_pairs(&document.text, lexicon, first, &mut tokens);
            units.push(Unit { tokens: first..tokens.len(), sentence });
        }
        let spellings = lexicon.words.spellings(&document.text, &tokens);
        let mut reading = Self {
            document,
            lexicon,
            covered: vec![None; tokens.len()],
            classes: spellings.iter().map(|word| lexicon.words.classes(word.exact)).collect(),
            encounters: Vec::new(),
            words: tokens.iter().map(|token| token.text(&document.text)).collect(),
            spellings,
            tokens,
            units,
            names: Vec::new(),
            home,
            publisher,
        };
        reading.find_names();
        reading.encounters = Vec::with_capacity(reading.tokens.len());
        for unit in 0..reading.units.len() {
            let tokens = reading.units[unit].tokens.clone();
            for at in tokens.clone() {
                let longest = reading.longest_encounter(at..tokens.end);
                reading.encounters.push(longest);
            }
        }
        reading.find_short_titles();
        reading
    }

    /// "Deputy Prime Minister (DPM) Ana Sol … DPM Sol": a title in short that the text itself explains is a noun of offices.
    fn find_short_titles(&mut self) {
        let mut short = HashSet::new();
        for at in 1..self.tokens.len().saturating_sub(2) {
            if self.word(at) == "(" && self.word(at + 2) == ")" && self.abbreviates(at) {
                short.insert(self.word(at + 1));
            }
        }
        for (word, classes) in self.words.iter().zip(&mut self.classes) {
            if !short.is_empty() && short.contains(word) {
                *classes |= Class::OfficeHead as u128;
            }
        }
    }

    /// Whether a title ends at the bracket at a token whose words begin with the letters in it.
    fn abbreviates(&self, bracket: usize) -> bool {
        let mut letters = self.word(bracket + 1).chars().rev().peekable();
        let mut titled = false;
        for at in (bracket.saturating_sub(9)..bracket).rev() {
            for part in self.word(at).rsplit('-').filter(|part| !part.is_empty()) {
                let first = part.chars().next().filter(|first| first.is_uppercase());
                match letters.peek() {
                    Some(letter) if first == Some(*letter) => {
                        letters.next();
                        titled |= self.is(at, Class::OfficeHead);
                    }
                    Some(letter) if letter.is_lowercase() && part.starts_with(*letter) => {
                        letters.next();
                    }
                    Some(_) if matches!(part, "of" | "the" | "for" | "and") => {}
                    _ => {
                        return letters.peek().is_none()
                            && titled
                            && self.word(bracket + 1).len() > 1;
                    }
                }
            }
            if letters.peek().is_none() {
                return titled && self.word(bracket + 1).len() > 1;
            }
        }
        false
    }

    fn find_names(&mut self) {
        for unit in &self.units {
            let mut at = unit.tokens.start;
            while at < unit.tokens.end {
                let token = self.tokens[at];
                let may_begin = token.capital
                    || (token.kind == Kind::Word && self.words[at].starts_with("al-"));
                let longest = may_begin
                    .then(|| self.lexicon.names.longest(&self.spellings[at..unit.tokens.end]));
                let Some((length, name)) = longest.flatten() else {
                    at += 1;
                    continue;
                };
                let index = self.names.len() as u32;
                self.names.push(Found { tokens: at..at + length, name });
                self.covered[at..at + length].fill(Some(index));
                at += length;
            }
        }
    }

    /// The word or mark at a token; empty past the end.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// Whether the word at a token is of a class.
    #[inline]
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.classes.get(at).is_some_and(|classes| classes & class as u128 != 0)
    }

    /// Whether the word at a token is of one of several classes, given as bits.
    #[inline]
    pub(super) fn is_any(&self, at: usize, classes: u128) -> bool {
        self.classes.get(at).is_some_and(|own| own & classes != 0)
    }

    /// Whether the word at a token, in lower case, is of a class.
    #[inline]
    pub(super) fn is_lowered(&self, at: usize, class: Class) -> bool {
        self.lexicon.words.classes(self.spelling(at).lower) & class as u128 != 0
    }

    /// Whether the word at a token is an adverb that may stand between subject and verb.
    #[inline]
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.is(at, Class::Adverb) || ends_as_adverb(self.word(at))
    }

    /// The reporting verb that the word at a token is a form of.
    #[inline]
    pub(super) fn cue(&self, at: usize) -> Option<Cue> {
        self.lexicon.words.cue(self.spelling(at).exact)
    }

    /// The reporting verb that the word at a token, in lower case, is a form of.
    pub(super) fn cue_lowered(&self, at: usize) -> Option<Cue> {
        self.lexicon.words.cue(self.spelling(at).lower)
    }

    /// The expressions that begin with the word at a token.
    #[inline]
    pub(super) fn expressions(&self, at: usize) -> &'a [Arc<Expression>] {
        self.lexicon.words.expressions(self.spelling(at).exact)
    }

    /// The act that expressing the noun at a token amounts to.
    #[inline]
    pub(super) fn object(&self, at: usize) -> Option<Act> {
        self.lexicon.words.object(self.spelling(at).exact)
    }

    /// The word at a token by its number; that of unknown words past the end.
    #[inline]
    pub(super) fn spelling(&self, at: usize) -> Spelling {
        self.spellings.get(at).copied().unwrap_or_default()
    }

    /// The words of a range of tokens by their numbers.
    pub(super) fn spellings(&self, tokens: Range<usize>) -> &[Spelling] {
        &self.spellings[tokens]
    }

    #[inline]
    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word && token.capital)
    }

    #[inline]
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether a token is a possessive ending.
    #[inline]
    pub(super) fn possessive(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Possessive)
    }

    /// The longest verb or noun of an exchange that begins a range of tokens, with its number of tokens.
    #[inline]
    pub(super) fn encounter(&self, tokens: Range<usize>) -> Option<(usize, Encounter)> {
        let &(length, encounter) = self.encounters.get(tokens.start)?.as_ref()?;
        if length as usize <= tokens.len() {
            return Some((length as usize, encounter));
        }
        self.longest_encounter(tokens).map(|(length, encounter)| (length as usize, encounter))
    }

    fn longest_encounter(&self, tokens: Range<usize>) -> Option<(u32, Encounter)> {
        let plain = self.lexicon.encounters.longest(&self.spellings[tokens.clone()]);
        let framed =
            self.framed(tokens).filter(|(long, _)| plain.is_none_or(|(short, _)| *long > short));
        framed.or(plain).map(|(length, encounter)| (length as u32, encounter))
    }

    /// A verb and the noun that makes it one of an exchange, with what stands between: "paid his first official visit".
    fn framed(&self, tokens: Range<usize>) -> Option<(usize, Encounter)> {
        let (verb, frames) = self.lexicon.framed.longest(&self.spellings[tokens.clone()])?;
        let limit = tokens.end.min(tokens.start + verb + GAP);
        for at in tokens.start + verb..limit {
            let noun = (self.lexicon.frames.iter().enumerate())
                .filter(|(index, _)| frames >> index & 1 == 1)
                .filter_map(|(_, nouns)| nouns.longest(&self.spellings[at..tokens.end]))
                .max_by_key(|(length, _)| *length);
            if let Some((length, encounter)) = noun {
                return Some((at + length - tokens.start, encounter));
            }
            if !self.modifies(at) && !self.dates(at) {
                return None;
            }
        }
        None
    }

    /// What the word at a token alone tells of an exchange.
    pub(super) fn encounter_word(&self, at: usize) -> Option<Encounter> {
        self.lexicon.encounters.word(self.spelling(at).exact)
    }

    /// What the word at a token, in lower case, alone tells of an exchange.
    pub(super) fn encounter_word_lowered(&self, at: usize) -> Option<Encounter> {
        self.lexicon.encounters.word(self.spelling(at).lower)
    }

    /// Whether a token is of a day between a verb and its noun: "wrapped up on Tuesday, 4 March, a visit".
    fn dates(&self, at: usize) -> bool {
        let day = |at: usize| {
            self.is(at, Class::Weekday)
                || self.is(at, Class::Month)
                || self.kind(at) == Some(Kind::Number)
        };
        self.word(at) == "on" && day(at + 1) || self.word(at) == "," && day(at - 1)
    }

    /// Whether a token may stand between a verb and its noun: an article, a number, an adjective.
    fn modifies(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.kind(at) {
            Some(Kind::Word) => {
                !matches!(
                    word,
                    "to" | "with"
                        | "by"
                        | "of"
                        | "for"
                        | "from"
                        | "in"
                        | "at"
                        | "on"
                        | "that"
                        | "which"
                        | "he"
                        | "she"
                ) && self.name_from(at).is_none_or(|found| matches!(found.name, Name::Demonym(_)))
            }
            Some(Kind::Number | Kind::Possessive) => true,
            _ => word == "-" || word == "–",
        }
    }

    /// The longest noun of a reference that begins a range of tokens, with its number of tokens.
    pub(super) fn reference_noun(&self, tokens: Range<usize>) -> Option<(usize, ReferenceKind)> {
        self.lexicon.reference_nouns.longest(&self.spellings[tokens])
    }

    /// The name that begins at a token.
    #[inline]
    pub(super) fn name_from(&self, at: usize) -> Option<&Found> {
        self.name_over(at).filter(|found| found.tokens.start == at)
    }

    /// The name that covers a token.
    #[inline]
    pub(super) fn name_over(&self, at: usize) -> Option<&Found> {
        self.covered.get(at).copied().flatten().map(|index| &self.names[index as usize])
    }

    /// The names within a range of tokens.
    pub(super) fn names_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &Found> {
        let first = self.names.partition_point(|found| found.tokens.start < tokens.start);
        self.names[first..].iter().take_while(move |found| found.tokens.start < tokens.end)
    }

    /// Bytes of the text that a range of tokens covers.
    pub(super) fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        match (
            self.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if tokens.start < tokens.end => {
                first.start as usize..last.end as usize
            }
            _ => 0..0,
        }
    }

    /// The text of a range of tokens with every run of white space as one space, and without hashes.
    pub(super) fn phrase(&self, tokens: &Range<usize>) -> String {
        let phrase = normal(&self.document.text[self.bytes(tokens)]);
        if phrase.contains('#') { phrase.replace('#', "") } else { phrase }
    }

    /// The unit that a token stands in.
    pub(super) fn unit_of(&self, at: usize) -> usize {
        self.units.partition_point(|unit| unit.tokens.end <= at)
    }
}

/// The headings and sentences of the body, in the order of the text.
fn body(document: &Document) -> impl Iterator<Item = (Option<usize>, Range<usize>)> {
    let heading = |at: usize| {
        let block = document.blocks.get(at).filter(|block| block.kind == BlockKind::Heading);
        block.map(|block| (None, block.span.clone()))
    };
    let mut block = 0;
    document.sentences.iter().enumerate().flat_map(move |(index, sentence)| {
        let before = block..sentence.block;
        block = sentence.block.max(block);
        before.filter_map(heading).chain([(Some(index), sentence.span.clone())])
    })
}

/// Posts mark words by hashes: "Sergey #Orlov met the #SCO". The mark is no word of the sentence.
fn drop_hashes(text: &str, first: usize, tokens: &mut Vec<Token>) {
    let mut at = first;
    while at < tokens.len() {
        let before_word =
            tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == Kind::Word);
        if before_word && tokens[at].text(text) == "#" {
            tokens.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Pages lose spaces: in "`PresidentAna` Sol" and "`LundFirst` Deputy Minister" a word of titles is glued to a name.
fn split_glued(text: &str, lexicon: &Lexicon, first: usize, tokens: &mut Vec<Token>) {
    let mut at = first;
    while at < tokens.len() {
        let whole = tokens[at];
        let title = || glued_title(whole.text(text), lexicon);
        if let Some(border) = whole.capital.then(title).flatten() {
            let border = whole.start + border as u32;
            tokens[at].end = border;
            tokens.insert(at + 1, Token { start: border, glued: true, ..whole });
        }
        at += 1;
    }
}

/// "Namibia-South Africa": a hyphen between two states the second of which has several words.
fn split_pairs(text: &str, lexicon: &Lexicon, first: usize, tokens: &mut Vec<Token>) {
    let mut at = first;
    while at + 1 < tokens.len() {
        let whole = tokens[at];
        let joined = whole.kind == Kind::Word && tokens[at + 1].capital;
        let dash = || whole.text(text).find(['-', '–']);
        let Some(dash) = joined.then(dash).flatten() else {
            at += 1;
            continue;
        };
        let mark = whole.start + dash as u32;
        let size = text[mark as usize..].chars().next().map_or(1, char::len_utf8) as u32;
        let left = Token { end: mark, ..whole };
        let right = Token { start: mark + size, glued: true, ..whole };
        let second = [right, tokens[at + 1]];
        let state = |tokens: &[Token]| {
            let words = lexicon.words.spellings(text, tokens);
            lexicon.names.longest(&words).is_some_and(|(length, name)| {
                length == tokens.len() && matches!(name, Name::State(_) | Name::Demonym(_))
            })
        };
        if state(&[left]) && state(&second) {
            tokens[at] = left;
            let mark = Token {
                start: mark,
                end: mark + size,
                kind: Kind::Mark,
                capital: false,
                glued: true,
            };
            tokens.insert(at + 1, mark);
            tokens.insert(at + 2, right);
        }
        at += 1;
    }
}

/// Where in a word a noun of offices ends or a word of titles begins.
fn glued_title(word: &str, lexicon: &Lexicon) -> Option<usize> {
    let mut border = None;
    let mut lower = false;
    for (at, c) in word.char_indices() {
        if lower && c.is_uppercase() {
            border = Some(at);
            break;
        }
        lower = c.is_lowercase();
        if !c.is_alphabetic() {
            return None;
        }
    }
    let (left, right) = word.split_at(border?);
    let long = left.len() > 3 && right.len() > 3;
    let title = lexicon.is(left, Class::OfficeHead)
        || lexicon.is(right, Class::OfficeHead)
        || lexicon.is(right, Class::OfficePart);
    (long && title && word.starts_with(char::is_uppercase)).then_some(left.len())
}

/// A text with every run of white space as one space.
pub(super) fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.push_str(word);
    }
    normal
}

/// A word without accents, in lower case, for comparing names.
pub(super) fn plain(word: &str) -> String {
    if word.is_ascii() {
        word.to_ascii_lowercase()
    } else {
        deunicode::deunicode(word).to_lowercase()
    }
}
