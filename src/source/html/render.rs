//! An element in, its blocks out: the rules of rendering (design, section 2) for a DOM.

use dom_query::NodeRef;

use super::super::BlockKind;
use super::super::page::{Builder, append, hard_break};
use super::{Step, name, walk};

/// A run of so many items that are nothing but links is a menu.
const MENU: usize = 3;
/// A longer line is content, though it is a link.
const LONGEST_LINK: usize = 60;

/// Elements without text of a page.
pub(super) fn silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "canvas"
            | "audio"
            | "video"
            | "head"
            | "select"
            | "textarea"
            | "button"
            | "input"
            | "label"
            | "option"
            | "datalist"
            | "map"
            | "picture"
            | "figcaption"
    )
}

/// What block an element makes, if it makes one.
pub(super) fn kind_of(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "li" => BlockKind::ListItem,
        "tr" => BlockKind::Row,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "body"
        | "html" | "ul" | "ol" | "dl" | "dt" | "dd" | "table" | "caption" | "tbody" | "thead"
        | "tfoot" | "blockquote" | "pre" | "figure" | "hr" | "address" | "center" | "fieldset"
        | "form" | "details" | "summary" | "hgroup" | "nav" => BlockKind::Paragraph,
        _ => return None,
    })
}

/// One block before site furniture is told from content.
struct Piece {
    kind: BlockKind,
    text: String,
    /// Bytes of it that are text of links.
    linked: usize,
}

/// State of the walk.
#[derive(Default)]
struct Renderer {
    pieces: Vec<Piece>,
    inline: String,
    linked: usize,
    /// Kinds of the open blocks.
    kinds: Vec<BlockKind>,
    links: usize,
}

/// Renders an element.
pub(super) fn render(root: NodeRef<'_>) -> Builder {
    let mut state = Renderer::default();
    walk(root, |step, node| state.visit(step, node));
    state.flush();
    let mut builder = Builder::default();
    let pieces = state.pieces;
    let mut menu = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let link = |piece: &Piece| piece.linked > 0 && piece.linked + 4 >= piece.text.trim().len();
        if piece.kind == BlockKind::ListItem && link(piece) {
            if index >= menu {
                let run = pieces[index..]
                    .iter()
                    .take_while(|piece| piece.kind == BlockKind::ListItem && link(piece))
                    .count();
                menu = if run >= MENU { index + run } else { menu };
            }
            if index < menu {
                continue;
            }
        } else if piece.kind == BlockKind::Paragraph
            && link(piece)
            && piece.text.len() <= LONGEST_LINK
        {
            continue;
        }
        builder.push(piece.kind, &piece.text);
    }
    builder
}

impl Renderer {
    fn visit(&mut self, step: Step, node: &NodeRef<'_>) -> bool {
        if node.is_text() {
            if step == Step::Enter {
                let before = self.inline.len();
                append(&mut self.inline, &node.text());
                if self.links > 0 {
                    self.linked += self.inline.len() - before;
                }
            }
            return false;
        }
        let name = name(node);
        match step {
            Step::Enter => self.enter(&name, node),
            Step::Leave => self.leave(&name),
        }
    }

    fn enter(&mut self, name: &str, node: &NodeRef<'_>) -> bool {
        if silent(name) || node.has_attr("hidden") {
            return false;
        }
        match name {
            "br" => hard_break(&mut self.inline),
            "a" => self.links += 1,
            "td" | "th" => {
                if self.kinds.last() != Some(&BlockKind::Row) {
                    self.flush();
                } else if !self.inline.is_empty() {
                    self.inline.truncate(self.inline.trim_end_matches(' ').len());
                    self.inline.push('\t');
                }
            }
            _ => {
                if let Some(kind) = kind_of(name) {
                    // A cell with blocks in it is layout, not data.
                    if let Some(open) =
                        self.kinds.last_mut().filter(|open| **open == BlockKind::Row)
                    {
                        *open = BlockKind::Paragraph;
                    }
                    self.flush();
                    let inherited =
                        self.kinds.last().copied().filter(|_| kind == BlockKind::Paragraph);
                    self.kinds.push(inherited.unwrap_or(kind));
                }
            }
        }
        true
    }

    fn leave(&mut self, name: &str) -> bool {
        if name == "a" {
            self.links = self.links.saturating_sub(1);
        } else if kind_of(name).is_some() {
            self.flush();
            self.kinds.pop();
        } else if matches!(name, "td" | "th") && self.kinds.last() != Some(&BlockKind::Row) {
            self.flush();
        }
        true
    }

    fn flush(&mut self) {
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        let linked = std::mem::take(&mut self.linked);
        let text = std::mem::take(&mut self.inline);
        if !text.trim().is_empty() {
            self.pieces.push(Piece { kind, text, linked });
        }
    }
}
