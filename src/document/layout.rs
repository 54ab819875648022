//! Blocks of a page in, the same blocks with what they are: headers, furniture, titles and headings told from paragraphs.

use std::ops::Range;

use super::dateline;
use crate::source::{Block, BlockKind, Mark, mark};

/// Longest title and longest heading inside a readout, in bytes.
const LONGEST_TITLE: usize = 320;
const LONGEST_HEADING: usize = 110;
/// Only among so many lines is a header looked for inside a block of several lines.
const HEADER_LINES: usize = 12;

/// Tells headers and furniture from content, and parts the lines of a header from a title or a paragraph beside them.
pub(super) fn classify(text: &str, blocks: Vec<Block>, month_first: bool) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    let mut ended = false;
    for block in blocks {
        if ended {
            out.push(Block { kind: BlockKind::Furniture, ..block });
            continue;
        }
        let kind = match mark(&text[block.span.clone()]) {
            Some(Mark::End) => {
                ended = true;
                BlockKind::Furniture
            }
            Some(Mark::Furniture) => BlockKind::Furniture,
            _ if block.kind != BlockKind::Paragraph && block.kind != BlockKind::Heading => {
                block.kind
            }
            _ if dateline::block(text, &block.span, month_first).is_some() => BlockKind::Header,
            // With line breaks in it, its lines are looked at one by one.
            Some(Mark::Header) if !text[block.span.clone()].contains('\n') => BlockKind::Header,
            _ => {
                lines(text, block, month_first, &mut out);
                continue;
            }
        };
        out.push(Block { kind, ..block });
    }
    out
}

/// Parts lines of a header from other lines of the same block.
fn lines(text: &str, block: Block, month_first: bool, out: &mut Vec<Block>) {
    let whole = &text[block.span.clone()];
    if memchr::memchr(b'\n', whole.as_bytes()).is_none() {
        out.push(block);
        return;
    }
    let first = out.len();
    let mut start = block.span.start;
    for line in whole.splitn(HEADER_LINES, '\n') {
        let span = start..start + line.trim_end().len();
        start += line.len() + 1;
        let after_header =
            out.len() > first && out.last().is_some_and(|last| last.kind == BlockKind::Header);
        let header = mark(line) == Some(Mark::Header)
            || dateline::block(text, &span, month_first).is_some()
            || (after_header
                && (dateline::hour_line(line).is_some() || dateline::place_line(line)));
        let kind = if header { BlockKind::Header } else { block.kind };
        match out.last_mut().filter(|_| after_header == header) {
            Some(last) if span.start > block.span.start => last.span.end = span.end,
            _ => out.push(Block { span, kind }),
        }
    }
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
    let content: Vec<usize> = (0..blocks.len())
        .filter(|index| !matches!(blocks[*index].kind, BlockKind::Furniture | BlockKind::Header))
        .collect();
    let first = *content.first()?;
    let date_follows = blocks.get(first + 1).is_some_and(|next| next.kind == BlockKind::Header);
    let title = (blocks[first].kind == BlockKind::Title
        || (content.len() > 1 && title_like(text, &blocks[first], date_follows)))
    .then_some(first);
    if let Some(title) = title {
        blocks[title].kind = BlockKind::Title;
    }
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

/// The lines of a header, as ranges of the text.
pub(super) fn header_lines(text: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = span.start;
    text[span.clone()]
        .split('\n')
        .map(|line| {
            let range = start..start + line.len();
            start += line.len() + 1;
            range
        })
        .collect()
}
