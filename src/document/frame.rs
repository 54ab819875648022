//! Blocks of one readout in, its title told, and what stands before and behind its prose: letterheads, menus, signatures, contacts.

use super::dateline::is_city;
use super::layout::title_like;
use crate::source::{Block, BlockKind};

/// Fewest words of a line without a full stop that may be prose at the end of a readout.
const UNSTOPPED: usize = 16;
/// Words that the name of an issuing body begins with, in lower case.
const BODIES: &[&str] = &[
    "ministry",
    "office",
    "department",
    "embassy",
    "government",
    "presidency",
    "cabinet",
    "republic",
    "kingdom",
    "state",
    "permanent",
    "consulate",
    "high",
    "press",
    "directorate",
    "media",
    "the",
];
/// Small words inside the name of a body.
const CONNECTORS: &[&str] = &["of", "the", "and", "for", "to", "&"];

/// Marks title, headings and furniture around the prose of a readout; gives the title's index.
///
/// Before the prose the likeliest line is the title; what stands before it is the site's. Behind the prose, lines without the
/// form of a sentence are the site's too.
pub(super) fn frame(text: &str, blocks: &mut [Block]) -> Option<usize> {
    let content: Vec<usize> = (0..blocks.len())
        .filter(|index| !matches!(blocks[*index].kind, BlockKind::Furniture | BlockKind::Header))
        .collect();
    let first = *content.first()?;
    let next_is_header = |index: usize| {
        blocks[index + 1..]
            .iter()
            .find(|block| block.kind != BlockKind::Furniture)
            .is_some_and(|block| block.kind == BlockKind::Header)
    };
    if blocks[first].kind == BlockKind::Title {
        close(text, blocks, &content);
        return Some(first);
    }
    let begin = content
        .iter()
        .position(|index| is_prose(text, &blocks[*index], Part::Head { first: *index == first }));
    let sentence_title = begin == Some(0)
        && content.len() > 1
        && blocks.get(first + 1).is_some_and(|block| block.kind == BlockKind::Header)
        && title_like(text, &blocks[first], true);
    if sentence_title {
        blocks[first].kind = BlockKind::Title;
        close(text, blocks, &content);
        return Some(first);
    }
    let Some(begin) = begin else {
        let title = (content.len() > 1 && title_like(text, &blocks[first], next_is_header(first)))
            .then_some(first);
        if let Some(title) = title {
            blocks[title].kind = BlockKind::Title;
        }
        return title;
    };
    let head = &content[..begin];
    let latin = is_latin(&text[blocks[content[begin]].span.clone()]);
    let line = |index: usize| &text[blocks[index].span.clone()];
    let title = head
        .iter()
        .enumerate()
        .filter(|(_, index)| title_like(text, &blocks[**index], false))
        .filter(|(_, index)| names_something(line(**index)))
        .map(|(place, index)| {
            let own = line(*index);
            let repeated = head.iter().any(|other| {
                other != index && (line(*other).starts_with(own) || line(*other).ends_with(own))
            });
            let words = own.split_whitespace().count();
            let told = words >= UNSTOPPED && mostly_lower(own);
            let score = i32::from(words > 2)
                + i32::from(words > 3)
                + i32::from(place == 0)
                + i32::from(place + 1 == head.len())
                + i32::from(repeated)
                + i32::from(words > 3 && next_is_header(*index))
                - 2 * i32::from(own.contains('\n'))
                - 3 * i32::from(is_source(own))
                + 2 * i32::from(!is_letterhead(own))
                - 4 * i32::from(is_latin(own) != latin)
                - 3 * i32::from(is_menu(own))
                - 2 * i32::from(told)
                + 4 * i32::from(blocks[*index].kind == BlockKind::Heading);
            (score, *index)
        })
        .reduce(|best, found| if found.0 > best.0 { found } else { best })
        .map(|(_, index)| index);
    for &index in head {
        let kind = match title {
            Some(title) if index == title => BlockKind::Title,
            // A line so long is the first of the account, though its full stop is lost.
            Some(title)
                if index > title
                    && text[blocks[index].span.clone()].split_whitespace().count() >= UNSTOPPED
                    && mostly_lower(&text[blocks[index].span.clone()])
                    && blocks[index].kind == BlockKind::Paragraph =>
            {
                continue;
            }
            Some(title) if index > title && title_like(text, &blocks[index], false) => {
                BlockKind::Heading
            }
            None if !title_like(text, &blocks[index], false) => continue,
            _ => BlockKind::Furniture,
        };
        blocks[index].kind = kind;
    }
    close(text, blocks, &content);
    title
}

/// Marks what repeats the title as a heading, and the lines behind the last prose as furniture.
fn close(text: &str, blocks: &mut [Block], content: &[usize]) {
    let letters = |block: &Block| letters(&text[block.span.clone()]);
    if let Some(title) = content.iter().find(|index| blocks[**index].kind == BlockKind::Title) {
        let (own, title) = (letters(&blocks[*title]), *title);
        for &index in content.iter().filter(|index| **index > title).take(4) {
            let block = &blocks[index];
            if block.kind == BlockKind::Paragraph && block.span.len() <= own.len() * 2 {
                let other = letters(block);
                if other.len() >= 20 && own.starts_with(&other) {
                    blocks[index].kind = BlockKind::Heading;
                }
            }
        }
    }
    // A lead that is the first paragraph over again is told once.
    for pair in content.windows(2) {
        let [first, second] = [pair[0], pair[1]].map(|index| &text[blocks[index].span.clone()]);
        if blocks[pair[1]].kind == BlockKind::Paragraph && first == second {
            blocks[pair[1]].kind = BlockKind::Furniture;
        }
    }
    let told = |index: usize, part| {
        is_prose(text, &blocks[index], part) && blocks[index].kind != BlockKind::Title
    };
    let stopped = content.iter().rposition(|&index| told(index, Part::Body));
    // The last line of all may have lost its full stop; below it stand headlines of other pages.
    let last = stopped.map(|place| {
        place + usize::from(content.get(place + 1).is_some_and(|&index| told(index, Part::Foot)))
    });
    let Some(last) = last.or_else(|| content.iter().position(|&index| told(index, Part::Foot)))
    else {
        return;
    };
    let announced = text[blocks[content[last]].span.clone()].ends_with(':');
    let mut listed = announced || blocks[content[last]].kind == BlockKind::ListItem;
    for &index in &content[last + 1..] {
        let block = &mut blocks[index];
        let item = matches!(block.kind, BlockKind::ListItem | BlockKind::Row);
        // What a lead-in announces has no full stop, with the sign of an item or without.
        if block.kind != BlockKind::Title && !announced && !(listed && item) {
            block.kind = BlockKind::Furniture;
            listed = false;
        }
    }
}

/// The letters and figures of a line in lower case: what two forms of a title have in common.
pub(super) fn letters(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Where in a readout a block is looked at: before its prose, perhaps as the first line, or behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Head { first: bool },
    Body,
    Foot,
}

/// Whether a block has the form of prose: a sentence's end, or at the end of a readout so many words that the stop is forgotten.
fn is_prose(text: &str, block: &Block, part: Part) -> bool {
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
        return block.kind == BlockKind::Row;
    }
    let line = text[block.span.clone()]
        .trim_end_matches(['"', '”', '»', '’', '\'', ')', ']', '*', '_', ' ', '\u{a0}']);
    let count = line.split_whitespace().take(UNSTOPPED + 1).count();
    // A headline may ask or cry out.
    let headline = matches!(part, Part::Head { first: true }) && count <= UNSTOPPED;
    let asks = line.ends_with(['!', '?']) && !headline;
    let ended = count > 1
        && (line.ends_with(['.', '…', ':', ';', ',', '>']) || asks)
        && !line.ends_with("Jr.");
    ended
        || matches!(part, Part::Foot | Part::Body) && line.ends_with(':')
        || line.ends_with(['。', '！', '？'])
        || count > UNSTOPPED && sentence_inside(line)
        || part == Part::Foot && count >= UNSTOPPED && mostly_lower(line)
}

/// Whether most words begin with a small letter, as in a sentence.
fn mostly_lower(line: &str) -> bool {
    let words = line.split_whitespace();
    let lower = words.clone().filter(|word| word.starts_with(char::is_lowercase)).count();
    lower * 2 > words.count()
}

/// Whether a sentence ends inside a line: behind a word, not behind "H.E." or "Mr".
fn sentence_inside(line: &str) -> bool {
    line.match_indices(". ").any(|(at, _)| {
        let word = line[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        word.len() > 3 && word.chars().all(char::is_lowercase)
    })
}

/// Whether a line can be a title by its length: one word is a sign, a section or an acronym.
fn names_something(line: &str) -> bool {
    line.split_whitespace().count() > 1
}

/// Whether a line is the name of an issuing body: "Ministry of Foreign Affairs REPUBLIC OF NORLAND".
fn is_letterhead(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let begins = words.next().is_some_and(|word| BODIES.contains(&word.to_lowercase().as_str()));
    begins
        && words.all(|word| {
            CONNECTORS.contains(&word)
                || !word.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        })
}

/// Whether a line is a path through a site or a row of its links: "Home > News", "President - Parliament - Cabinet".
fn is_menu(line: &str) -> bool {
    line.contains(['>', '»', '›'])
        || line.starts_with("Home ")
        || line.matches(" - ").count() + line.matches(" / ").count() + line.matches(" | ").count()
            > 1
}

/// Whether a line names a paper or an agency and its city: "Norland News Agency (Vik)".
fn is_source(line: &str) -> bool {
    line.strip_suffix(')')
        .and_then(|line| line.rsplit('(').next())
        .is_some_and(|city| city.len() + 1 < line.len() && is_city(city))
}

/// Whether most letters are of the Latin script.
fn is_latin(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic());
    let latin = letters.clone().filter(|c| *c < '\u{250}').count();
    latin * 2 >= letters.count()
}
