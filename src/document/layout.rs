//! Blocks of a page in, the same blocks with what they are: headers, furniture, titles and headings told from paragraphs.

use std::ops::Range;

use super::dateline;
use super::frame::frame;
use crate::source::{Block, BlockKind, Mark, mark};

/// Longest title and longest heading inside a readout, in bytes.
const LONGEST_TITLE: usize = 400;
const LONGEST_HEADING: usize = 110;
/// Only among so many lines is a header looked for inside a block of several lines.
const HEADER_LINES: usize = 12;
/// Words that a day follows in a sentence.
const BEFORE_DAYS: &[&str] = &[
    "on", "of", "in", "and", "the", "to", "from", "until", "since", "by", "dated", "held",
    "between", "before", "after", "for", "at", "through", "is", "was",
];
/// Lines so short are no wrapped paragraph, in characters.
const SHORT: usize = 45;
/// A paragraph so long tells something, in bytes: lists of links and contacts behind it are the site's.
const TOLD: usize = 80;

/// Tells headers and furniture from content, and parts the lines of a block that belong to different things.
pub(super) fn classify(text: &str, blocks: Vec<Block>, month_first: bool) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    let mut told = false;
    let mut ended = false;
    for mut block in blocks {
        if block.kind == BlockKind::Paragraph
            && !ended
            && let Some((end, next)) = dateline::stamp(&text[block.span.clone()], month_first)
        {
            let start = block.span.start;
            out.push(Block { span: start..start + end, kind: BlockKind::Header });
            block.span.start += next;
        }
        if ended {
            out.push(Block { kind: BlockKind::Furniture, ..block });
            continue;
        }
        let dated = || dateline::block(text, &block.span, month_first).is_some();
        let line = &text[block.span.clone()];
        let several = block.kind == BlockKind::Paragraph && line.contains('\n');
        let kind = match mark(line).filter(|_| !several) {
            Some(Mark::End) => {
                ended = true;
                BlockKind::Furniture
            }
            Some(Mark::Tail) => {
                ended = told;
                BlockKind::Furniture
            }
            // "(Vik, 3 May 2024)" is a remark in brackets that says when.
            Some(Mark::Furniture) if line.starts_with('(') && dated() => BlockKind::Header,
            Some(Mark::Furniture) => BlockKind::Furniture,
            // A list of the site's above the account: when, by whom.
            None if block.kind == BlockKind::ListItem && !told && dated() => BlockKind::Header,
            _ if block.kind != BlockKind::Paragraph && block.kind != BlockKind::Heading => {
                block.kind
            }
            _ if dated() => BlockKind::Header,
            // With line breaks in it, its lines are looked at one by one.
            Some(Mark::Header | Mark::Attribution) => BlockKind::Header,
            _ => {
                told |= line.len() >= TOLD && line.ends_with(['.', '”', '"', '!']);
                ended = lines(text, block, month_first, told, &mut out);
                continue;
            }
        };
        out.push(Block { kind, ..block });
    }
    out
}

/// Parts a block where one of its lines ends something: a header, furniture, a line that is shorter than it would have to be.
/// Gives whether a line ends the readout.
fn lines(text: &str, block: Block, month_first: bool, told: bool, out: &mut Vec<Block>) -> bool {
    let spans = header_lines(text, &block.span);
    if spans.len() == 1 {
        out.push(block);
        return false;
    }
    let width = spans.iter().map(|span| text[span.clone()].chars().count()).max().unwrap_or(0);
    let mut before: Option<(&str, BlockKind)> = None;
    let mut told = told;
    for (index, span) in spans.into_iter().enumerate() {
        let line = &text[span.clone()];
        let marked = mark(line);
        let sign = line.len() <= SHORT
            && matches!(marked, Some(Mark::Furniture | Mark::Tail | Mark::End))
            && !line.starts_with(char::is_lowercase);
        let parted = sign
            || line.starts_with(['—', '―'])
            || before.is_none_or(|(last, kind)| {
                kind == BlockKind::Header
                    || block.kind != BlockKind::Paragraph
                    || breaks(last, line, width)
            });
        let header = index < HEADER_LINES
            && (matches!(marked, Some(Mark::Header | Mark::Attribution))
                || (parted || width <= SHORT || before.is_none_or(|(last, _)| !hangs(last, line)))
                    && dateline::block(text, &span, month_first).is_some()
                || before.is_some_and(|(_, kind)| kind == BlockKind::Header)
                    && (dateline::hour_line(line).is_some() || dateline::place_line(line)));
        let kind = match (marked, before) {
            (Some(Mark::End), _) => BlockKind::Furniture,
            (Some(Mark::Tail), _) if told => BlockKind::Furniture,
            _ if header => BlockKind::Header,
            (Some(Mark::Furniture | Mark::Tail), _) if parted => BlockKind::Furniture,
            // The rest of a wrapped paragraph that is the site's.
            (_, Some((_, BlockKind::Furniture))) if !parted => BlockKind::Furniture,
            _ => block.kind,
        };
        let together =
            before.is_some_and(|(_, last)| last == kind) && (kind == BlockKind::Header || !parted);
        match out.last_mut().filter(|_| together) {
            Some(last) => last.span.end = span.end,
            None => out.push(Block { span, kind }),
        }
        if matches!(marked, Some(Mark::End)) || told && marked == Some(Mark::Tail) {
            return true;
        }
        told |= line.ends_with(['.', '”']) && line.len() >= TOLD / 2;
        before = Some((line, kind));
    }
    false
}

/// Whether a day at the beginning of a line belongs to the sentence on the line before it: "held in Vik on / 3 March 2024.".
fn hangs(last: &str, line: &str) -> bool {
    let word = last.rsplit(' ').next().unwrap_or_default();
    !dateline::is_keyed(line)
        && (line.ends_with(['.', ',', ';']) || last.ends_with(',') || BEFORE_DAYS.contains(&word))
}

/// Whether a line break is meant: the next word had room on the line.
fn breaks(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default().chars().count();
    let room = (line.chars().count() + 1 + word) * 4 < width * 3;
    room && !next.starts_with(char::is_lowercase)
}

/// Whether a block can be a title: short, and no sentence unless a date follows.
pub(super) fn title_like(text: &str, block: &Block, date_follows: bool) -> bool {
    match block.kind {
        BlockKind::Title | BlockKind::Heading => return true,
        BlockKind::Paragraph => {}
        _ => return false,
    }
    let title = &text[block.span.clone()];
    let stop = title.trim_end_matches(['"', '”', '»', '’', '\'']).ends_with(['.', '…'])
        && !title.ends_with("Jr.");
    title.len() <= LONGEST_TITLE
        && !title.ends_with([':', ';', ','])
        && (!stop || date_follows)
        && !title.starts_with(char::is_lowercase)
}

/// Marks the title of a readout and the headings in it; gives the title's index.
pub(super) fn titles(text: &str, blocks: &mut [Block]) -> Option<usize> {
    let title = frame(text, blocks);
    let content: Vec<usize> = (0..blocks.len())
        .filter(|index| !matches!(blocks[*index].kind, BlockKind::Furniture | BlockKind::Header))
        .collect();
    for (place, index) in content.iter().enumerate() {
        let block = &blocks[*index];
        if block.kind == BlockKind::Title && Some(*index) != title {
            blocks[*index].kind = BlockKind::Heading;
        } else if block.kind == BlockKind::Paragraph {
            let next = content.get(place + 1).map(|next| &blocks[*next]);
            if next.is_some_and(|next| heading(text, block, next)) {
                blocks[*index].kind = BlockKind::Heading;
            }
        }
    }
    title
}

/// Whether a paragraph is a heading: a short line without a full stop before a longer paragraph.
fn heading(text: &str, block: &Block, next: &Block) -> bool {
    let line = &text[block.span.clone()];
    line.len() <= LONGEST_HEADING
        && next.kind == BlockKind::Paragraph
        && next.span.len() > line.len()
        && !line.contains('\n')
        && !line.ends_with(['.', '!', '?', '…', ':', ';', ',', '"', '”', '»', ')', '>'])
        && !line.starts_with(char::is_lowercase)
        && line.split_whitespace().count() <= 14
}

/// The lines of a block that have something in them, as ranges of the text without white space around them.
pub(super) fn header_lines(text: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = span.start;
    let lines = text[span.clone()].split('\n').map(|line| {
        let from = start + line.len() - line.trim_start().len();
        let range = from..from.max(start + line.trim_end().len());
        start += line.len() + 1;
        range
    });
    lines.filter(|range| !range.is_empty()).collect()
}
