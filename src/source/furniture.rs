//! A block of text in, out whether it is site furniture or a line of a header, by the list in `furniture.tsv`.

use std::sync::LazyLock;

use foldhash::HashMap;
use memchr::memmem::Finder;

/// The list: kind, comparison, text in lower case, parted by tabs.
const LIST: &str = include_str!("furniture.tsv");
/// A longer block is content, whatever it begins with.
const LONGEST: usize = 240;
/// Longest paragraph in brackets that is a remark on the text and no part of it, in bytes.
const REMARK: usize = 120;
/// Most words of a salutation.
const SALUTATION: usize = 9;

/// What a block is that is no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Belongs to the site, not to the readout.
    Furniture,
    /// Belongs to the site, and so does all that follows.
    End,
    /// Belongs to the site, and so does what follows a readout that it stands behind.
    Tail,
    /// Says who speaks for the publisher, or whom a letter addresses.
    Attribution,
    /// Says when, where or by whom the readout was issued.
    Header,
}

struct List {
    exact: HashMap<&'static str, Mark>,
    prefix: Beginnings,
    line: Beginnings,
    keys: HashMap<&'static str, Mark>,
    /// Words that make a line furniture wherever they stand in it.
    contains: Vec<Finder<'static>>,
    /// Words of a line that says who speaks for the publisher.
    voice: Vec<Finder<'static>>,
    /// Words that the address of a letter begins with.
    salute: Vec<&'static str>,
}

/// What lines begin with, by the first byte.
#[derive(Default)]
struct Beginnings(HashMap<u8, Vec<(&'static str, Mark)>>);

impl Beginnings {
    fn add(&mut self, words: &'static str, mark: Mark) {
        if let Some(&first) = words.as_bytes().first() {
            self.0.entry(first).or_default().push((words, mark));
        }
    }

    /// The mark of the first of the list that a line begins with.
    fn of(&self, line: &str) -> Option<Mark> {
        let list = self.0.get(line.as_bytes().first()?)?;
        list.iter().find(|(words, _)| line.starts_with(words)).map(|(_, mark)| *mark)
    }
}

static MARKS: LazyLock<List> = LazyLock::new(|| {
    let mut list = List {
        exact: HashMap::default(),
        prefix: Beginnings::default(),
        line: Beginnings::default(),
        keys: HashMap::default(),
        contains: Vec::new(),
        voice: Vec::new(),
        salute: Vec::new(),
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
            "tail" => Mark::Tail,
            _ => Mark::Furniture,
        };
        match how {
            "exact" => drop(list.exact.insert(text, mark)),
            "prefix" => list.prefix.add(text, mark),
            "line" => list.line.add(text, mark),
            "contains" => list.contains.push(Finder::new(text)),
            "voice" => list.voice.push(Finder::new(text)),
            "salute" => list.salute.push(text),
            _ => drop(list.keys.insert(text, mark)),
        }
    }
    list
});

/// What a block of no content is; none for content.
pub(crate) fn mark(text: &str) -> Option<Mark> {
    let text = text.trim();
    if boilerplate(text) {
        return Some(Mark::Tail);
    }
    if text.len() > LONGEST {
        return None;
    }
    // End marks and rules: "###", "# # #", "***", "<…>", "[...]".
    if !text.chars().any(char::is_alphanumeric) {
        return Some(Mark::Furniture);
    }
    let lower = text.to_lowercase();
    let bare = lower.trim_end_matches([':', '.', '»', '›', '>', '|']).trim();
    if let Some(mark) = MARKS.exact.get(bare).or_else(|| MARKS.exact.get(lower.as_str())) {
        return Some(*mark);
    }
    if let Some(mark) = MARKS.prefix.of(&lower) {
        return Some(mark);
    }
    if !lower.ends_with(['.', '!', '?'])
        && let Some(mark) = MARKS.line.of(&lower)
    {
        return Some(mark);
    }
    if byline(text) {
        return Some(Mark::Header);
    }
    if attribution(text, &lower) {
        return Some(Mark::Attribution);
    }
    let bracketed = lower.starts_with('(') && lower.find(')') == Some(lower.len() - 1);
    let contains = || MARKS.contains.iter().any(|words| words.find(lower.as_bytes()).is_some());
    if bracketed && text.len() <= REMARK
        || bare_address(&lower)
        || is_link(&lower)
        || contains()
        || lower.ends_with("read more")
    {
        return Some(Mark::Furniture);
    }
    let (key, _) = lower.split_once(':')?;
    MARKS.keys.get(key.trim()).copied()
}

/// Whether a line says whose words follow, "The following is attributable to …:", "(Communicated by …)", or addresses them as a
/// letter does, "Your Excellency,".
fn attribution(text: &str, lower: &str) -> bool {
    let open = lower.trim_start_matches(['"', '“', '«']);
    let announces = lower.ends_with(':') || (lower.starts_with('(') && lower.ends_with(')'));
    let voice = || MARKS.voice.iter().any(|words| words.find(lower.as_bytes()).is_some());
    let salutes = || {
        let words = text.split_whitespace().count();
        (lower.ends_with(',') && words <= SALUTATION || lower.ends_with('!') && words <= 4)
            && MARKS.salute.iter().any(|words| open.starts_with(words))
    };
    announces && !lower.trim_end_matches(')').contains(". ") && voice() || salutes()
}

/// Whether a line is a link to a neighbouring page: "« The page before".
fn is_link(lower: &str) -> bool {
    let mut words = lower.split_whitespace();
    let arrow = words.next().is_some_and(|word| {
        matches!(
            word,
            "«" | "»" | "‹" | "›" | "←" | "→" | "▶" | "►" | "<" | ">" | "<<" | ">>" | "👉"
        )
    });
    arrow && !lower.ends_with(['.', '»', '”'])
}

/// Whether a line heads what an issuer says of itself, or a paragraph says it: "About the Northern Council", "About Norland: …".
fn boilerplate(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("About ") else { return false };
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let named = rest.split(": ").next().filter(|name| name.len() < rest.len());
    let words = named.unwrap_or(rest).split_whitespace().count();
    rest.starts_with(char::is_uppercase)
        && words <= SALUTATION
        && (named.is_some() || !text.ends_with(['.', ':', '?', '!']))
}

/// Whether a line names who wrote the account: "By Ada Okoro".
fn byline(text: &str) -> bool {
    let Some(name) = text.strip_prefix("By ") else { return false };
    let mut words = name.split_whitespace();
    words.clone().count() <= 5
        && words.all(|word| word.starts_with(char::is_uppercase))
        && !text.ends_with(['.', ',', ':'])
}

/// Whether a line is an address of the web or of mail and nothing else.
fn bare_address(lower: &str) -> bool {
    !lower.contains(char::is_whitespace)
        && (lower.starts_with("http") || lower.starts_with("www.") || lower.contains('@'))
}
