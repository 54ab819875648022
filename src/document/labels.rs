//! A paragraph of a transcript in, the label of its speaker out: "President of Brazil Jair Bolsonaro (retranslated):".

use std::ops::Range;

/// Longest label, in bytes.
const LONGEST: usize = 160;
/// Labels of people without a name, in lower case.
const NAMELESS: &[&str] = &[
    "question",
    "q",
    "answer",
    "a",
    "moderator",
    "journalist",
    "reporter",
    "interpreter",
    "the president",
    "the vice president",
    "the prime minister",
    "the secretary-general",
    "вопрос",
    "ответ",
    "реплика",
];
const CONNECTORS: &[&str] = &[
    "of", "the", "and", "for", "to", "de", "al", "bin", "von", "van", "der", "del", "la", "и", "по",
];

/// A label that a paragraph may begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// The label without its colon and without a remark in brackets.
    pub(super) span: Range<usize>,
    /// Where the speech begins.
    pub(super) speech: usize,
    /// Whether it can be nothing else: a word such as "Question", a remark such as "(retranslated)", a speech with "I".
    pub(super) sure: bool,
}

/// The label at the beginning of the paragraph `text[span]`, if there may be one.
pub(super) fn label(text: &str, span: &Range<usize>) -> Option<Label> {
    let paragraph = &text[span.clone()];
    let window = &paragraph[..paragraph.floor_char_boundary(LONGEST)];
    let colon = window.find(':')?;
    let speech = paragraph[colon + 1..].trim_start();
    if speech.is_empty() || speech.len() == paragraph.len() - colon - 1 {
        return None;
    }
    let whole = window[..colon].trim_end();
    let (name, remark) =
        whole.find('(').map_or((whole, ""), |open| (whole[..open].trim_end(), &whole[open..]));
    if name.is_empty() || (!remark.is_empty() && !remark.ends_with(')')) {
        return None;
    }
    let nameless = NAMELESS.contains(&name.to_lowercase().as_str());
    let mut names = 0;
    for word in name.split_whitespace() {
        let word = word.trim_matches([',', '.', '"', '“', '”', '«', '»']);
        if word.starts_with(char::is_uppercase) {
            // "В.Путин" is an initial and a name.
            names += 1 + word.trim_end_matches('.').matches('.').count();
        } else if !CONNECTORS.contains(&word) && !word.is_empty() && !nameless {
            return None;
        }
    }
    let spoken = speech.starts_with(|c: char| !c.is_lowercase());
    let translated = remark.to_lowercase().contains("translat") || remark.contains("перевод");
    (spoken && (nameless || names >= 2)).then(|| Label {
        span: span.start..span.start + name.len(),
        speech: span.start + paragraph.len() - speech.len(),
        sure: nameless || translated || first_person(speech),
    })
}

/// The labels inside a paragraph, each behind the end of a sentence: "… bilateral relations. Viktor Orban: Thank you."
pub(super) fn inner(text: &str, span: &Range<usize>) -> impl Iterator<Item = Label> {
    let paragraph = &text[span.clone()];
    memchr::memchr_iter(b':', paragraph.as_bytes()).filter_map(move |colon| {
        let from = paragraph.floor_char_boundary(colon.saturating_sub(LONGEST));
        let before = &paragraph[from..colon];
        let end = before.rmatch_indices(['.', '!', '?', '…', '>']).find_map(|(at, mark)| {
            let behind = &before[at + mark.len()..];
            behind.starts_with(char::is_whitespace).then(|| at + mark.len())
        })?;
        let start = span.start + from + end;
        label(text, &(start + text[start..].len() - text[start..].trim_start().len()..span.end))
    })
}

/// Whether two labels are of one speaker: the shorter is the end of the longer, as in "President of Russia Vladimir Putin" and
/// "Vladimir Putin".
pub(super) fn same(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// Whether somebody speaks of himself: "I", outside quotations.
fn first_person(speech: &str) -> bool {
    let own = &speech[..speech.find(['"', '“', '«']).unwrap_or(speech.len())];
    own.split(|c: char| !c.is_alphanumeric()).any(|word| word == "I")
}
