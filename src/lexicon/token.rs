//! Words and marks of a text: a string in, tokens out, each a span of bytes.
//!
//! Phrases of the lexicon and readouts are cut by the same rules, so that odd spaces and line breaks never hide a name.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner hyphens, apostrophes and the dots of abbreviations: "co-chaired", "O'Brien", "U.S.".
    Word,
    /// Begins with a digit: "20th", "2231", "1,000".
    Number,
    /// The possessive ending: "'s", or "'" after an s.
    Possessive,
    /// One mark.
    Mark,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether no white space stands before it.
    pub glued: bool,
}

impl Token {
    /// The token's bytes.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The token as text, with a curly apostrophe of a possessive made straight.
    #[must_use]
    #[inline]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        match (self.kind, self.end - self.start) {
            (Kind::Possessive, 2 | 4) => "'s",
            (Kind::Possessive, _) => "'",
            _ => &text[self.range()],
        }
    }
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// Cuts `text[range]` into tokens and appends them to `tokens`.
pub fn tokenize(text: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let end = range.end;
    let mut at = range.start;
    let mut glued = false;
    while at < end {
        let byte = text.as_bytes()[at];
        let first = if byte.is_ascii() {
            char::from(byte)
        } else {
            let Some(first) = text[at..end].chars().next() else { break };
            first
        };
        if first.is_whitespace()
            || matches!(first, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        {
            at += first.len_utf8();
            glued = false;
            continue;
        }
        let start = at;
        let (kind, stop) = if first.is_alphabetic() {
            (Kind::Word, word_end(text, at, end))
        } else if first.is_ascii_digit() {
            (Kind::Number, number_end(text, at, end))
        } else if apostrophe(first) && glued && ends_possessive(text, at, end) {
            let tail = at + first.len_utf8();
            let s = text[tail..end].starts_with(['s', 'S']);
            (Kind::Possessive, if s { tail + 1 } else { tail })
        } else {
            (Kind::Mark, at + first.len_utf8())
        };
        tokens.push(Token {
            start: start as u32,
            end: stop as u32,
            kind,
            capital: first.is_uppercase(),
            glued,
        });
        glued = true;
        at = stop;
    }
}

/// Whether an apostrophe that follows a word ends it as a possessive: "Biden's", "States'".
fn ends_possessive(text: &str, at: usize, end: usize) -> bool {
    let mut rest = text[at..end].chars();
    rest.next();
    match rest.next() {
        Some('s' | 'S') => !rest.next().is_some_and(char::is_alphanumeric),
        Some(c) if c.is_alphanumeric() => false,
        // A quotation that ends after an s looks the same; the reading of quotations does not use single marks.
        _ => text[..at].ends_with(['s', 'S', 'x', 'z']),
    }
}

fn word_end(text: &str, start: usize, end: usize) -> usize {
    // Most words are of letters that no other sign could go on behind.
    let bytes = &text.as_bytes()[start..end];
    let plain = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    match bytes.get(plain) {
        None => return end,
        Some(b'-' | b'\'' | b'.' | b'+') => {}
        Some(byte) if byte.is_ascii() => return start + plain,
        Some(_) => {}
    }
    let mut at = start;
    let mut chars = text[start..end].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let here = start + offset;
        let next = chars.peek().map(|&(_, n)| n);
        let inner = next.is_some_and(char::is_alphanumeric);
        if c.is_alphanumeric() || is_mark(c) {
            at = here + c.len_utf8();
        } else if matches!(c, '-' | '\u{2010}' | '\u{2011}')
            && inner
            && !(acronym(&text[start..here]) && compound(&text[here + c.len_utf8()..end]))
        {
            // A hyphen between letters or digits joins.
        } else if apostrophe(c) && inner && !ends_possessive(text, here, end) {
            // "O'Brien", "Da'esh".
        } else if c == '.' && dotted(&text[start..here]) {
            // "U.S.", an initial: the dot belongs to it, and letters may go on behind it.
            at = here + 1;
            if !inner || text[here + 1..end].chars().nth(1).is_some_and(char::is_lowercase) {
                break;
            }
        } else if c == '+' && next.is_some_and(|n| n.is_ascii_digit()) {
            // "C5+1".
        } else {
            break;
        }
    }
    at
}

/// Whether a word is an acronym, which a hyphen does not make part of a word: "NATO" in "NATO-EU", "UN" in "UN-led"; the
/// Arabic article is none: "Ahmed AL-Jaber".
fn acronym(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase()) && !matches!(word, "AL" | "EL")
}

/// Whether what follows a hyphen is a word of its own: in lower case, with one capital, or an acronym, but no surname in capitals.
fn compound(rest: &str) -> bool {
    let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    word.starts_with(char::is_alphabetic) && (word.len() <= 4 || word.contains(char::is_lowercase))
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a dot after `word` belongs to it: a single capital, or letters with dots between them.
fn dotted(word: &str) -> bool {
    let last = word.rsplit(['.', '-']).next().unwrap_or_default();
    let mut chars = last.chars();
    let one = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
    one || word == "a" || word == "p" || word == "a.m" || word == "p.m"
}

fn number_end(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    let mut chars = text[start..end].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let here = start + offset;
        if c.is_alphanumeric() {
            at = here + c.len_utf8();
        } else if matches!(c, '.' | ',' | ':' | '/' | '+')
            && chars.peek().is_some_and(|&(_, n)| n.is_ascii_digit())
        {
        } else {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), &mut tokens);
        tokens.iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn words_marks_and_possessives() {
        assert_eq!(
            words("Biden’s U.S.-Russia call"),
            ["Biden", "'s", "U.S.", "-", "Russia", "call"]
        );
        assert_eq!(
            words("the States’ O’Brien, Jr."),
            ["the", "States", "'", "O’Brien", ",", "Jr", "."]
        );
        assert_eq!(words("Joseph R. Biden met."), ["Joseph", "R.", "Biden", "met", "."]);
        assert_eq!(
            words("20th round: 1,000 at 18:50."),
            ["20th", "round", ":", "1,000", "at", "18:50", "."]
        );
        assert_eq!(
            words("the C5+1 and the U.S.\u{a0}side"),
            ["the", "C5+1", "and", "the", "U.S.", "side"]
        );
        assert_eq!(words("“We agree,” he"), ["“", "We", "agree", ",", "”", "he"]);
        assert_eq!(
            words("UN-led, NATO-EU, COVID-19, AL-JABER AL-Jaber"),
            [
                "UN", "-", "led", ",", "NATO", "-", "EU", ",", "COVID-19", ",", "AL-JABER",
                "AL-Jaber"
            ]
        );
        assert_eq!(words("supply chains.They"), ["supply", "chains", ".", "They"]);
    }
}
