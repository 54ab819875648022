//! Plain text in, a page out: blocks are runs of lines between blank lines, items of lists, or single long lines.

use std::ops::Range;

use super::{Block, BlockKind, Input, Metadata, Reading, day_at, page};

/// A line longer than this is no hard-wrapped line: in a run with such a line each line is a block.
const WRAPPED: usize = 140;
/// Signs that begin an item of a list.
const BULLETS: &[char] = &['•', '·', '▪', '◦', '‣', '●', '■', '-', '*', '–', '—'];

/// Reads plain text, which stays as it is.
pub(super) fn read(input: &Input<'_>, reading: &mut Reading) {
    let page = plain(input, input.text, Metadata::default(), "text/plain");
    reading.pages.push(page);
}

/// The page of a plain text.
pub(super) fn plain(
    input: &Input<'_>,
    text: &str,
    metadata: Metadata,
    media_type: &'static str,
) -> super::Page {
    page::page(input, media_type, text.to_owned(), blocks(text), metadata)
}

/// The blocks of a plain text.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut run: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        let inner = trim(text, range);
        if inner.is_empty() {
            end_run(text, &mut run, &mut blocks);
        } else {
            run.push(inner);
        }
    }
    end_run(text, &mut run, &mut blocks);
    blocks
}

/// The range without white space around it.
fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let line = &text[range.clone()];
    let start = range.start + line.len() - line.trim_start().len();
    start..start.max(range.start + line.trim_end().len())
}

/// Makes blocks of a run of lines.
fn end_run(text: &str, run: &mut Vec<Range<usize>>, blocks: &mut Vec<Block>) {
    let each = run.len() > 1 && run.iter().any(|line| line.len() > WRAPPED);
    let mut listed = false;
    let width = run.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
    let numbers: Vec<Option<u8>> = run.iter().map(|line| number(&text[line.clone()])).collect();
    let mut last = None;
    for (index, line) in run.iter().enumerate() {
        // "1." where a "2." follows it, and each number behind the one before it.
        let next = |number: u8| numbers[index..].contains(&Some(number + 1));
        let in_turn = numbers[index]
            .is_some_and(|number| last.map_or(number == 1 && next(1), |last| number == last + 1));
        if in_turn {
            last = numbers[index];
        }
        let lead_in =
            index == 0 || listed || in_turn || text[run[index - 1].clone()].ends_with([':', ';']);
        let item = if lead_in { item(&text[line.clone()]) } else { None };
        if let Some(marker) = item {
            listed = true;
            let span = trim(text, line.start + marker..line.end);
            blocks.push(Block { span, kind: BlockKind::ListItem });
        } else if index > 0
            && !each
            && !(listed && apart(&text[run[index - 1].clone()], &text[line.clone()], width))
        {
            // A hard-wrapped line belongs to the block before it.
            if let Some(last) = blocks.last_mut() {
                last.span.end = line.end;
            }
        } else {
            listed = false;
            blocks.push(Block { span: line.clone(), kind: BlockKind::Paragraph });
        }
    }
    run.clear();
}

/// Whether a line does not go on with the item before it: its first word had room there.
fn apart(item: &str, line: &str, width: usize) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    (item.len() + 1 + word.len()) * 4 < width * 3 && line.starts_with(char::is_uppercase)
}

/// The number that a line begins with as a paragraph of a numbered text does: "2. The sides", "2- The sides".
fn number(line: &str) -> Option<u8> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    item(line).and_then(|_| line[..digits].parse().ok()).filter(|number| *number < 100)
}

/// Length of the bullet or number before an item of a list.
fn item(line: &str) -> Option<usize> {
    // "22. November 2017" is a day, "— Ada Okoro (@okoro)" signs a post.
    let day = || day_at(line, false).is_some_and(|(_, length)| length > "1 May".len());
    if line.contains("(@") || day() {
        return None;
    }
    let rest = line.trim_start_matches(BULLETS);
    let bullet = line.len() - rest.len();
    let spaced = |rest: &str| {
        rest.starts_with([' ', '\t', '\u{a0}'])
            && rest
                .trim_start()
                .starts_with(|c: char| c.is_alphanumeric() || "\"“«(‘'$€£".contains(c))
    };
    if bullet > 0 {
        // A dash before a word that a space parts from it; "***" and "--" begin no item.
        return (line.chars().nth(1).is_some_and(char::is_whitespace) && spaced(rest))
            .then_some(bullet);
    }
    let open = line.strip_prefix('(').unwrap_or(line);
    let number = open.bytes().take_while(u8::is_ascii_digit).count();
    let letter =
        open.len() < line.len() && open.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    let length = if (1..=2).contains(&number) { number } else { usize::from(letter) };
    let after = open.get(length..)?;
    let closed = if open.len() < line.len() {
        after.strip_prefix(')')
    } else {
        after.strip_prefix(['.', ')', '-'])
    };
    let rest = closed?;
    (length > 0 && spaced(rest)).then_some(line.len() - rest.len())
}
