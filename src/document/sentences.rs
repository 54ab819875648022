//! A block of text in, its sentences out: a splitter by rules, linear in the text, with `abbreviations.txt` as its data.

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::HashMap;

const LIST: &str = include_str!("abbreviations.txt");
/// Longest abbreviation looked for, in bytes.
const LONGEST: usize = 24;
/// Longest remark in brackets that is kept whole, in bytes.
const BRACKETED: usize = 300;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Never,
    Number,
    Maybe,
    Starter,
}

/// Words by what they say about the end of a sentence: before its stop, and after.
#[derive(Default)]
struct Words {
    before: HashMap<&'static str, Class>,
    after: HashMap<&'static str, Class>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut list = Words::default();
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let Some((class, words)) = line.split_once('\t') else { continue };
        let (class, map) = match class {
            "never" => (Class::Never, &mut list.before),
            "number" => (Class::Number, &mut list.before),
            "maybe" => (Class::Maybe, &mut list.before),
            _ => (Class::Starter, &mut list.after),
        };
        for word in words.split(' ') {
            map.entry(word).or_insert(class);
        }
    }
    list
});

/// Signs that may follow a full stop and still belong to its sentence.
const CLOSERS: &[char] = &['"', '”', '’', '\'', '»', '›', ')', ']', '}', '」', '』', '>'];
/// Signs that may stand before the first word of a sentence.
const OPENERS: &[char] = &[
    '"', '“', '„', '‘', '\'', '«', '‹', '(', '[', '{', '「', '『', '<', '–', '—', '-', '•', '*',
    '…',
];

/// The sentences in a range of the text, without white space around them.
pub(super) fn split(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let block = &text[range.clone()];
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut bracket_end = 0;
    let mut next = 0;
    // Only signs of these first bytes can end a sentence.
    let sign =
        |byte: &u8| matches!(byte, b'(' | b'[' | b'.' | b'!' | b'?' | b'\t' | 0xe2 | 0xe3 | 0xef);
    while let Some(skipped) = block.as_bytes()[next..].iter().position(sign) {
        let at = next + skipped;
        let Some(c) = block[at..].chars().next() else { break };
        next = at + c.len_utf8();
        match c {
            '(' | '[' if at >= bracket_end && !block[start..at].trim().is_empty() => {
                // A remark in brackets inside a sentence does not end it.
                let window = &block.as_bytes()[at..block.len().min(at + BRACKETED)];
                let closing = if c == '(' { b')' } else { b']' };
                bracket_end = memchr::memchr(closing, window).map_or(0, |length| at + length);
            }
            '.' | '!' | '?' | '…' | '。' | '！' | '？' if at >= bracket_end => {
                let stop = |c: &char| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？');
                let behind = block[next..].chars().take_while(stop);
                let stops = 1 + behind.clone().count();
                let bare = next + behind.map(char::len_utf8).sum::<usize>();
                let closers = block[bare..].chars().take_while(|c| CLOSERS.contains(c));
                next = bare + closers.map(char::len_utf8).sum::<usize>();
                if ends(block, start, at..bare, next, c, stops) {
                    add(block, start..next, range.start, &mut sentences);
                    start = next;
                }
            }
            // Cells of a table.
            '\t' => {
                add(block, start..at, range.start, &mut sentences);
                start = at;
            }
            _ => {}
        }
    }
    add(block, start..block.len(), range.start, &mut sentences);
    sentences
}

/// Adds a sentence, if it has a word.
fn add(block: &str, range: Range<usize>, offset: usize, sentences: &mut Vec<Range<usize>>) {
    let text = &block[range.clone()];
    if text.chars().any(char::is_alphanumeric) {
        let start = offset + range.start + text.len() - text.trim_start().len();
        let end = offset + range.start + text.trim_end().len();
        sentences.push(start..end);
    }
}

/// Whether a sentence that began at `start` ends at `end`: `stop` are its stops, `end` is behind closing quotation marks.
fn ends(
    block: &str,
    start: usize,
    stop: Range<usize>,
    end: usize,
    sign: char,
    stops: usize,
) -> bool {
    if "。！？".contains(sign) {
        return true;
    }
    let rest = &block[end..];
    let Some(next) = rest.chars().next() else { return true };
    let quoted = end > stop.end;
    let word = word_before(block, start, stop.start);
    if !next.is_whitespace() {
        return ends_without_space(word, rest, next, sign, stops, quoted);
    }
    let following =
        rest.trim_start().trim_start_matches(|c: char| OPENERS.contains(&c) || c.is_whitespace());
    let Some(first) = following.chars().next() else { return true };
    if first.is_lowercase() {
        // "al-Sabah" begins a sentence; "(…) said" does not.
        return lower_particle(following)
            && !quoted
            && sign == '.'
            && stops == 1
            && !WORDS.before.contains_key(word);
    }
    if sign != '.' || stops > 1 {
        return !(quoted && attribution(following));
    }
    if quoted {
        return true;
    }
    match class(word) {
        Some(Class::Never) => false,
        Some(Class::Number) => {
            !first.is_ascii_digit() && !first.is_uppercase() || !numbered(word, first)
        }
        Some(Class::Maybe) => !first.is_ascii_digit() && starter(following),
        _ => {
            let digits = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
            // "1. The sides" at the start of a block, "24. 12. 2025".
            !(digits && (first.is_ascii_digit() || block[start..stop.start].trim() == word))
        }
    }
}

/// Whether an abbreviation that a number follows is one here: "No. 4", "Dec. 2"; "said no. The" is not.
fn numbered(word: &str, first: char) -> bool {
    first.is_ascii_digit() || !word.chars().next().is_some_and(char::is_lowercase)
}

/// "supply chains.They": a full stop without the space.
fn ends_without_space(
    word: &str,
    rest: &str,
    next: char,
    sign: char,
    stops: usize,
    quoted: bool,
) -> bool {
    if OPENERS.contains(&next) && !matches!(next, '-' | '–' | '—' | '\'' | '"') {
        return true;
    }
    if sign == '…' || stops > 1 || !next.is_uppercase() {
        return false;
    }
    let second = rest.chars().nth(1);
    let begins_word = second.is_some_and(|c| c.is_lowercase() || c.is_whitespace());
    // "www.norland.example" has no sentence in it.
    let address = first_word(rest).trim_end_matches('.').contains('.');
    begins_word
        && !address
        && (quoted || sign != '.' || {
            let last = word.chars().next_back();
            word.chars().count() >= 3
                && !word.contains(['.', '/', '@'])
                && last.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || c == '%')
                && class(word).is_none()
        })
}

/// The word before a full stop: back to white space, an opening sign or a dash.
fn word_before(block: &str, start: usize, at: usize) -> &str {
    let mut from = at;
    for (index, c) in block[start..at].char_indices().rev() {
        if c.is_whitespace() || "(“\"«‘'[/—–".contains(c) {
            break;
        }
        from = start + index;
        if at - from > LONGEST * 2 {
            break;
        }
    }
    &block[from..at]
}

fn class(word: &str) -> Option<Class> {
    if let Some(class) = WORDS.before.get(word) {
        return Some(*class);
    }
    // After a hyphen the last part counts: "Vice-Gen".
    if let Some((_, last)) = word.rsplit_once('-')
        && WORDS.before.get(last) == Some(&Class::Never)
    {
        return Some(Class::Never);
    }
    // Initials and dotted capitals: "R", "U.S", "В.В", also behind a hyphen: "Japan-U.S".
    let last = word.rsplit(['-', '–']).next().unwrap_or(word);
    let dotted = last.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    });
    dotted.then_some(Class::Maybe)
}

/// The first word, or the beginning of a run without white space.
fn first_word(text: &str) -> &str {
    text[..text.floor_char_boundary(LONGEST * 2)]
        .split(char::is_whitespace)
        .next()
        .unwrap_or_default()
}

/// Whether a text begins with a word that begins sentences and no name.
fn starter(text: &str) -> bool {
    let word = first_word(text);
    WORDS.after.contains_key(word) || WORDS.after.contains_key(word.trim_end_matches(','))
}

/// "al-Sabah", "el-Sisi".
fn lower_particle(text: &str) -> bool {
    let (particle, name) = first_word(text).split_once('-').unwrap_or_default();
    matches!(particle, "al" | "el" | "an" | "ar" | "as" | "ash")
        && name.starts_with(char::is_uppercase)
}

/// Whether a quotation that ends in ! or ? goes on with who said it: "Welcome!" President Ruiz said.
fn attribution(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "said",
        "added",
        "noted",
        "stressed",
        "emphasized",
        "emphasised",
        "asked",
        "concluded",
        "says",
    ];
    let words = text.split_whitespace().take(8).take_while(|word| {
        word.starts_with(|c: char| c.is_uppercase()) || matches!(*word, "of" | "the")
    });
    let count = words.count();
    let verb = text.split_whitespace().nth(count).unwrap_or_default();
    count > 0 && !starter(text) && VERBS.contains(&verb.trim_end_matches(['.', ',']))
}
