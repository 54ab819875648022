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
    /// Whether it can be nothing else: a word such as "Question", a remark such as "(retranslated)".
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
        sure: nameless || translated,
    })
}
