//! A web page in, a page out: the main content rendered to blocks, what the head says as metadata (HTML Standard).

mod content;
mod metadata;
mod render;

use dom_query::{Document, NodeRef};

use super::page::{Builder, page};
use super::{Block, BlockKind, Input, Metadata, Reading, no_text};
use crate::diagnostic::{Code, Diagnostic};

/// Blocks looked at for the title at the top of the content.
const TOP: usize = 12;
/// A block before the title that is longer is content.
const LONGEST_LINE: usize = 200;
/// Largest page, in bytes.
const LARGEST: usize = 64 << 20;
/// Deepest nesting of elements.
const DEEPEST: usize = 2_000;
/// Elements that many pages leave open.
const UNCLOSED: &[&[u8]] = &[
    b"p", b"li", b"td", b"tr", b"th", b"dt", b"dd", b"option", b"br", b"hr", b"img", b"meta",
    b"link", b"input", b"area", b"base", b"col", b"embed", b"source", b"track", b"wbr", b"param",
    b"thead", b"tbody", b"tfoot",
];

/// Reads a web page.
pub(super) fn read(input: &Input<'_>, reading: &mut Reading) {
    read_with(input, Metadata::default(), reading);
}

/// Reads a web page about which the member of a stream says something, which counts more than what the page says.
pub(super) fn read_with(input: &Input<'_>, says: Metadata, reading: &mut Reading) {
    if let Some(finding) = too_large(input.text) {
        reading.diagnostics.push(finding.in_file(input.name));
        return;
    }
    let document = Document::from(input.text);
    let found = metadata::read(&document);
    let metadata = Metadata {
        title: says.title.or(found.title),
        published: says.published.or(found.published),
        url: says.url.or(found.url),
        publisher: says.publisher.or(found.publisher),
        host: says.host,
        language: says.language.or(found.language),
        given: Vec::new(),
    };
    let rendered = content::main(&document, input.text);
    if rendered.blocks.is_empty() {
        reading.diagnostics.push(no_text(input.name));
        return;
    }
    let rendered = with_title_first(&rendered, metadata.title.as_deref());
    reading.pages.push(page(input, "text/html", rendered.text, rendered.blocks, metadata));
}

/// A finding for a page that the parser would not finish in bounded time: it takes the square of the depth.
fn too_large(html: &str) -> Option<Diagnostic> {
    let bytes = html.as_bytes();
    let message = if bytes.len() > LARGEST {
        format!("the page has {} bytes; expected at most {LARGEST}", bytes.len())
    } else {
        let (mut depth, mut deepest) = (0_usize, 0);
        for at in memchr::memchr_iter(b'<', bytes) {
            let closes = bytes.get(at + 1) == Some(&b'/');
            let start = at + 1 + usize::from(closes);
            let length = bytes[start..]
                .iter()
                .take(8)
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .count();
            let name = bytes[start..start + length].to_ascii_lowercase();
            if length == 0 || UNCLOSED.contains(&name.as_slice()) {
                continue;
            }
            depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
            deepest = deepest.max(depth);
        }
        (deepest > DEEPEST).then(|| {
            format!("the page has {deepest} elements inside each other; expected at most {DEEPEST}")
        })?
    };
    let mut finding = Diagnostic::new(Code::InputTooLarge, message);
    finding.help = Some("Give the text of the readout alone.".to_owned());
    Some(finding)
}

/// Moves the title before the lines that a site sets above it, such as "Press release" and the date.
fn with_title_first(rendered: &Builder, title: Option<&str>) -> Builder {
    let text = |block: &Block| &rendered.text[block.span.clone()];
    let squash = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let at = title.map(squash).and_then(|title| {
        rendered.blocks.iter().take(TOP).position(|block| squash(text(block)) == title)
    });
    let mut ordered = Builder::default();
    let movable =
        at.filter(|at| rendered.blocks[..*at].iter().all(|block| block.span.len() <= LONGEST_LINE));
    if let Some(at) = movable {
        ordered.push(BlockKind::Title, text(&rendered.blocks[at]));
    }
    for (index, block) in rendered.blocks.iter().enumerate() {
        if movable != Some(index) {
            ordered.push(block.kind, text(block));
        }
    }
    ordered
}

/// A step of a walk through a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Enter,
    Leave,
}

/// Walks through a tree without recursion, since pages nest without bound. `visit` says on entering whether to go into the node; a
/// node that it does not go into is not left.
fn walk<'a>(root: NodeRef<'a>, mut visit: impl FnMut(Step, &NodeRef<'a>) -> bool) {
    let mut node = root;
    loop {
        if visit(Step::Enter, &node) {
            if let Some(child) = node.first_child() {
                node = child;
                continue;
            }
            visit(Step::Leave, &node);
        }
        loop {
            if node.id == root.id {
                return;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return };
            node = parent;
            visit(Step::Leave, &node);
        }
    }
}

/// Name of an element in lower case; empty for other nodes.
fn name(node: &NodeRef<'_>) -> String {
    node.node_name().map(|name| name.to_ascii_lowercase()).unwrap_or_default()
}
