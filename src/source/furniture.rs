//! A block of text in, out whether it is site furniture or a line of a header, by the list in `furniture.tsv`.

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};

/// The list: kind, comparison, text in lower case, parted by tabs.
const LIST: &str = include_str!("furniture.tsv");
/// A longer block is content, whatever it begins with.
const LONGEST: usize = 240;

/// What a block is that is no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Belongs to the site, not to the readout.
    Furniture,
    /// Belongs to the site, and so does all that follows.
    End,
    /// Says when, where or by whom the readout was issued.
    Header,
}

struct List {
    exact: HashMap<&'static str, Mark>,
    prefix: Vec<(&'static str, Mark)>,
    line: Vec<&'static str>,
    keys: HashSet<&'static str>,
}

static MARKS: LazyLock<List> = LazyLock::new(|| {
    let mut list = List {
        exact: HashMap::default(),
        prefix: Vec::new(),
        line: Vec::new(),
        keys: HashSet::default(),
    };
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(kind), Some(how), Some(text)) = (fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let mark = match kind {
            "header" => Mark::Header,
            "end" => Mark::End,
            _ => Mark::Furniture,
        };
        match how {
            "exact" => drop(list.exact.insert(text, mark)),
            "prefix" => list.prefix.push((text, mark)),
            "line" => list.line.push(text),
            _ => drop(list.keys.insert(text)),
        }
    }
    list
});

/// What a block of no content is; none for content.
pub(crate) fn mark(text: &str) -> Option<Mark> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    // End marks and rules: "###", "# # #", "***", "<…>", "[...]".
    if !text.chars().any(char::is_alphanumeric) {
        return Some(Mark::Furniture);
    }
    let lower = text.to_lowercase();
    let bare = lower.trim_end_matches([':', '.', '»', '›', '>']).trim();
    if let Some(mark) = MARKS.exact.get(bare).or_else(|| MARKS.exact.get(lower.as_str())) {
        return Some(*mark);
    }
    if let Some((_, mark)) = MARKS.prefix.iter().find(|(prefix, _)| lower.starts_with(prefix)) {
        return Some(*mark);
    }
    if !lower.ends_with(['.', '!', '?'])
        && MARKS.line.iter().any(|prefix| lower.starts_with(prefix))
    {
        return Some(Mark::Furniture);
    }
    let (key, _) = lower.split_once(':')?;
    MARKS.keys.contains(key.trim()).then_some(Mark::Header)
}
