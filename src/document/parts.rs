//! The blocks of a page in, its readouts out: a page may carry an account of its own and quote those of another publisher.

use std::ops::Range;
use std::sync::LazyLock;

use super::frame::letters;
use super::{dateline, layout};
use crate::source::{Block, BlockKind};

/// Words that introduce quoted readouts.
const LIST: &str = include_str!("introductions.txt");
/// Most readouts of one page.
const MOST: usize = 9999;
/// Longest line that introduces quoted readouts, in bytes.
const LONGEST: usize = 320;

/// Fewest bytes of a paragraph that tells something of what the title before it names.
const SHORTEST: usize = 60;

/// The words of the list, by what they do.
#[derive(Default)]
struct Words {
    introduces: Vec<&'static str>,
    publisher: Vec<&'static str>,
    title: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut list = Words::default();
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once('\t') {
            Some(("introduces", words)) => list.introduces.push(words),
            Some(("title", words)) => list.title.push(words),
            Some((_, words)) => list.publisher.push(words),
            None => {}
        }
    }
    list
});

/// One readout of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Indices of its blocks.
    pub(super) blocks: Range<usize>,
    /// Whether the page quotes it from somebody else.
    pub(super) quoted: bool,
    /// Whom it is quoted from, in the page's words.
    pub(super) publisher: Option<String>,
}

/// A line that introduces readouts of somebody else.
struct Introduction {
    /// Index of its block.
    block: usize,
    /// Whose readouts they are, if it says so.
    publisher: Option<String>,
}

/// Finds the readouts of a page. An introducing line becomes furniture.
///
/// A readout begins with a title before a date: a dateline at the beginning of the next paragraph, or a date block after at most a
/// lead. A dateline with an agency needs no title, and a title that names its genre ("Readout of …") no date. One such beginning
/// is the whole page, unless a line introduces it.
pub(super) fn split(text: &str, blocks: &mut [Block], month_first: bool) -> Vec<Part> {
    let content: Vec<usize> =
        (0..blocks.len()).filter(|index| blocks[*index].kind != BlockKind::Furniture).collect();
    let whole = vec![Part { blocks: 0..blocks.len(), quoted: false, publisher: None }];

    let mut starts: Vec<usize> = Vec::new();
    let mut introductions: Vec<Introduction> = Vec::new();
    for place in 0..content.len() {
        let after = |n: usize| content.get(place + n).map(|index| &blocks[*index]);
        let Some(block) = after(0) else { continue };
        if begins(text, block, after(1), after(2), month_first) {
            // The lead between a title and its date block is no title, though a date follows it.
            let lead = place > 0 && starts.last() == Some(&content[place - 1]);
            // Nor does the title told a second time begin a second readout.
            let again = starts.last().is_some_and(|start| {
                let own = letters(&text[block.span.clone()]);
                own.len() > 10 && letters(&text[blocks[*start].span.clone()]).starts_with(&own)
            });
            if !lead && !again {
                starts.push(content[place]);
            }
        } else if of_genre(text, block, after(1)) {
            starts.push(content[place]);
        } else if agency(text, block, month_first) {
            // Under the title that was found a moment ago it begins no other readout.
            let titled = place > 0 && starts.last() == Some(&content[place - 1]);
            if !titled {
                starts.push(content[place]);
            }
        } else if let Some(introduction) = introduction(text, content[place], block) {
            let dated = (1..=2).any(|n| {
                after(n)
                    .is_some_and(|next| begins(text, next, after(n + 1), after(n + 2), month_first))
            });
            if dated {
                introductions.push(introduction);
            }
        }
    }
    // Between two beginnings something is told: a line of the site's above a title is no readout, nor is a title with its
    // date above a dateline.
    let tells = |from: usize, to: usize| {
        blocks[from + 1..to].iter().any(|block| {
            let line = &text[block.span.clone()];
            block.kind == BlockKind::Paragraph
                && (line.len() >= SHORTEST || line.ends_with(['.', '!', '”', '"']))
                && !layout::title_like(text, block, false)
        })
    };
    let itself = |start: usize| agency(text, &blocks[start], month_first);
    let mut kept: Vec<usize> = Vec::with_capacity(starts.len());
    for start in starts {
        if kept.last().is_none_or(|&last| itself(last) || tells(last, start)) {
            kept.push(start);
        }
    }
    // Nor is the last paragraph before the day at the foot.
    while kept.last().is_some_and(|&last| !itself(last) && !tells(last, blocks.len())) {
        kept.pop();
    }
    let starts = kept;
    let first_quoted = introductions.first().map(|introduction| introduction.block);
    // Headings of a chronology have dates too: without an introducing line every readout of the page needs one.
    let own_first = starts.first() == content.first() || first_quoted.is_some();
    if first_quoted.is_none() && (starts.len() < 2 || !own_first) {
        return whole;
    }
    for introduction in &introductions {
        blocks[introduction.block].kind = BlockKind::Furniture;
    }
    let mut edges = starts;
    // What stands before the first beginning is the host's own account, if it says something.
    let first = edges.first().copied().unwrap_or_default();
    let own = content.iter().take_while(|index| **index < first).any(|index| {
        blocks[*index].kind == BlockKind::Paragraph
            && text[blocks[*index].span.clone()].ends_with(['.', '!', '”', '"'])
    });
    if own {
        edges.insert(0, 0);
    }
    let ends = edges.iter().skip(1).copied().chain([blocks.len()]);
    let parts: Vec<Part> = edges
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            let introduced = introductions.iter().rev().find(|found| found.block < *start);
            Part {
                blocks: *start..end,
                quoted: introduced.is_some(),
                publisher: introduced.and_then(|found| found.publisher.clone()),
            }
        })
        .collect();
    if parts.len() > MOST { whole } else { parts }
}

/// Whether a readout begins with this block.
fn begins(
    text: &str,
    block: &Block,
    next: Option<&Block>,
    third: Option<&Block>,
    month_first: bool,
) -> bool {
    let dated = |block: &Block| match block.kind {
        BlockKind::Header => layout::header_lines(text, &block.span)
            .iter()
            .any(|line| dateline::block(text, line, month_first).is_some()),
        BlockKind::Paragraph => dateline::inline(text, &block.span, month_first)
            .is_some_and(|(dateline, _)| dateline.date.is_some()),
        _ => false,
    };
    let Some(next) = next else { return false };
    let date_block = |block: Option<&Block>| {
        block.is_some_and(|block| block.kind == BlockKind::Header && dated(block))
    };
    if layout::title_like(text, block, date_block(Some(next))) && dated(next) {
        return true;
    }
    let lead = next.kind == BlockKind::Paragraph && !layout::title_like(text, next, false);
    lead && layout::title_like(text, block, false) && date_block(third)
}

/// Whether a paragraph has a dateline with a day and an agency, "March 2 (SFM) –": each begins a readout, with a title or without.
fn agency(text: &str, block: &Block, month_first: bool) -> bool {
    block.kind == BlockKind::Paragraph
        && dateline::inline(text, &block.span, month_first).is_some_and(|(dateline, _)| {
            dateline.date.is_some() && text[dateline.span].ends_with(')')
        })
}

/// Whether a block is a title that names its genre, before a paragraph that tells something; links to other pages are not.
fn of_genre(text: &str, block: &Block, next: Option<&Block>) -> bool {
    let tells = |next: &Block| {
        let paragraph = &text[next.span.clone()];
        next.kind == BlockKind::Paragraph
            && paragraph.len() >= SHORTEST
            && paragraph.trim_end_matches(['"', '”', '*', '_']).ends_with(['.', ':'])
    };
    let title = || {
        let lower = text[block.span.clone()].to_ascii_lowercase();
        WORDS.title.iter().any(|words| lower.starts_with(words))
    };
    layout::title_like(text, block, false) && title() && next.is_some_and(tells)
}

/// What a block introduces, if it introduces readouts.
fn introduction(text: &str, index: usize, block: &Block) -> Option<Introduction> {
    let line = &text[block.span.clone()];
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading) || line.len() > LONGEST {
        return None;
    }
    let lower = line.to_ascii_lowercase();
    let Words { introduces, publisher, .. } = &*WORDS;
    introduces.iter().any(|words| lower.contains(words)).then(|| {
        let publisher = publisher.iter().find_map(|words| {
            let at = lower.find(words)? + words.len();
            let name =
                line[at..].split(['.', ':', ';', ',', '(', '\n']).next().unwrap_or_default().trim();
            let name = name.strip_prefix("the ").unwrap_or(name);
            let name = name.split(" on ").next().unwrap_or(name).trim();
            (!name.is_empty()).then(|| name.to_owned())
        });
        Introduction { block: index, publisher }
    })
}
