//! Markdown with or without YAML front matter in, a page out (`CommonMark` with tables, section 2 of the design for rendering).

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::page::{Builder, append, hard_break, page};
use super::{BlockKind, Input, Metadata, Reading, front_matter, no_text};
use crate::diagnostic::{Code, Diagnostic};

/// Reads Markdown.
pub(super) fn read(input: &Input<'_>, reading: &mut Reading) {
    let (yaml, body) = front_matter::split(input.text)
        .map_or((None, input.text), |(yaml, body)| (Some(yaml), body));
    let metadata =
        yaml.map_or(Ok(Metadata::default()), front_matter::parse).unwrap_or_else(|error| {
            let message = format!("the front matter is not YAML: {error}");
            let mut finding =
                Diagnostic::new(Code::MalformedFrontMatter, message).in_file(input.name).at(1, 1);
            finding.help =
                Some("Put quotation marks around values with a colon in them.".to_owned());
            reading.diagnostics.push(finding);
            Metadata::default()
        });
    let mut builder = render(body);
    if builder.blocks.is_empty() && metadata.title.is_none() {
        reading.diagnostics.push(no_text(input.name));
        return;
    }
    if metadata.title.is_none()
        && body.trim_start().starts_with("# ")
        && let Some(first) = builder.blocks.first_mut()
    {
        first.kind = BlockKind::Title;
    }
    reading.pages.push(page(input, "text/markdown", builder.text, builder.blocks, metadata));
}

/// Renders a body: emphasis, links, escapes and inline mark-up leave no character.
fn render(body: &str) -> Builder {
    let mut builder = Builder::default();
    let mut inline = String::new();
    let mut kinds = vec![BlockKind::Paragraph];
    let mut ignored = 0_usize;
    for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Image { .. } | Tag::MetadataBlock(_)) => ignored += 1,
            Event::End(TagEnd::Image | TagEnd::MetadataBlock(_)) => ignored -= 1,
            _ if ignored > 0 => {}
            Event::Text(text) | Event::Code(text) => append(&mut inline, &text),
            Event::SoftBreak => append(&mut inline, " "),
            Event::HardBreak => hard_break(&mut inline),
            Event::InlineHtml(tag) if tag.starts_with("<br") => hard_break(&mut inline),
            Event::Start(tag) => {
                let kind = match tag {
                    Tag::Paragraph | Tag::CodeBlock(_) | Tag::BlockQuote(_) => {
                        kinds.last().copied().unwrap_or(BlockKind::Paragraph)
                    }
                    Tag::Heading { .. } => BlockKind::Heading,
                    Tag::Item => BlockKind::ListItem,
                    Tag::TableHead | Tag::TableRow => BlockKind::Row,
                    // The text of an item comes before the list inside it.
                    Tag::List(_) => {
                        builder
                            .push(kinds.last().copied().unwrap_or(BlockKind::Paragraph), &inline);
                        inline.clear();
                        continue;
                    }
                    Tag::TableCell if !inline.is_empty() => {
                        inline.push('\t');
                        continue;
                    }
                    _ => continue,
                };
                builder.push(kinds.last().copied().unwrap_or(BlockKind::Paragraph), &inline);
                inline.clear();
                kinds.push(kind);
            }
            Event::End(
                TagEnd::Paragraph
                | TagEnd::CodeBlock
                | TagEnd::BlockQuote(_)
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableHead
                | TagEnd::TableRow,
            ) => {
                let kind = kinds.pop().unwrap_or(BlockKind::Paragraph);
                builder.push(kind, &inline);
                inline.clear();
            }
            _ => {}
        }
    }
    builder.push(BlockKind::Paragraph, &inline);
    builder
}
