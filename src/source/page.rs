//! Rendered blocks in, a page out: joins blocks to one text by the rules of the design (section 2, "Text") and fills in what the caller gave.

use crate::record::{GivenField, Sha256};

use super::{Block, BlockKind, Given, Input, Mark, Metadata, Page, mark};

/// Collects the blocks of a page with markup.
#[derive(Debug, Default)]
pub(super) struct Builder {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    ended: bool,
}

impl Builder {
    /// Adds a block of inline text. Lines in it are parted by hard breaks; a line of white space alone parts two blocks.
    /// Site furniture leaves no character.
    pub(super) fn push(&mut self, kind: BlockKind, inline: &str) {
        let mut run = String::new();
        for line in inline.split('\n').map(str::trim) {
            if line.is_empty() {
                self.add(kind, &run);
                run.clear();
            } else {
                if !run.is_empty() {
                    run.push('\n');
                }
                run.push_str(line);
            }
        }
        self.add(kind, &run);
    }

    fn add(&mut self, kind: BlockKind, text: &str) {
        if text.is_empty() || self.ended || matches!(mark(text), Some(Mark::Furniture | Mark::Tail))
        {
            return;
        }
        if mark(text) == Some(Mark::End) {
            self.ended = true;
            return;
        }
        if let Some(last) = self.blocks.last() {
            let together =
                matches!(kind, BlockKind::ListItem | BlockKind::Row) && last.kind == kind;
            self.text.push_str(if together { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.blocks.push(Block { span: start..self.text.len(), kind });
    }
}

/// Adds text of a markup language: a run of its white space is one space.
pub(super) fn append(inline: &mut String, text: &str) {
    for c in text.chars() {
        if !c.is_ascii_whitespace() {
            inline.push(c);
        } else if !inline.is_empty() && !inline.ends_with([' ', '\n', '\t']) {
            inline.push(' ');
        }
    }
}

/// Adds a hard line break.
pub(super) fn hard_break(inline: &mut String) {
    inline.truncate(inline.trim_end_matches(' ').len());
    inline.push('\n');
}

/// Makes a page: the title, if there is one, is its first block.
pub(super) fn page(
    input: &Input<'_>,
    media_type: &'static str,
    text: String,
    blocks: Vec<Block>,
    metadata: Metadata,
) -> Page {
    let (mut text, mut blocks) = (text, blocks);
    let metadata = with_given(metadata, input.given);
    if let Some(title) = metadata.title.as_deref() {
        let first = blocks.first_mut().filter(|block| same(&text[block.span.clone()], title));
        if let Some(first) = first {
            first.kind = BlockKind::Title;
        } else {
            let shift = title.len() + 2;
            text.insert_str(0, "\n\n");
            text.insert_str(0, title);
            for block in &mut blocks {
                block.span = block.span.start + shift..block.span.end + shift;
            }
            blocks.insert(0, Block { span: 0..title.len(), kind: BlockKind::Title });
        }
    }
    let Input { name, sha256, .. } = input;
    let sha256: Sha256 = sha256.clone();
    Page { name: (*name).to_owned(), media_type, sha256, text, blocks, metadata }
}

/// Whether two texts are the same but for white space and case.
fn same(a: &str, b: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase)
    }
    letters(a).eq(letters(b))
}

/// The caller knows publisher, address and language better; title and day only where the input says nothing.
fn with_given(mut metadata: Metadata, given: &Given) -> Metadata {
    let mut fields = Vec::new();
    let title =
        given.title.as_deref().map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
    let title = title.filter(|title| !title.is_empty());
    if metadata.title.is_none() && title.is_some() {
        metadata.title = title;
        fields.push(GivenField::Title);
    }
    if metadata.published.is_none() && given.published.is_some() {
        metadata.published = given.published;
        fields.push(GivenField::Published);
    }
    if given.url.is_some() {
        metadata.url.clone_from(&given.url);
        fields.push(GivenField::Url);
    }
    if given.publisher.is_some() {
        metadata.publisher.clone_from(&given.publisher);
        fields.push(GivenField::Publisher);
    }
    if given.language.is_some() {
        metadata.language.clone_from(&given.language);
        fields.push(GivenField::Language);
    }
    fields.sort_unstable_by_key(|field| field.as_str());
    metadata.given = fields;
    metadata
}
