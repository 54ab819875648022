//! A web page in, its main content as blocks out: by the page's own markup, by readability, or by where the prose is.

use std::sync::LazyLock;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};
use foldhash::{HashMap, HashSet};

use super::super::page::Builder;
use super::render::{kind_of, render, silent};
use super::{Step, name, walk};

/// Words of class and id.
const CHROME: &str = include_str!("chrome.txt");
/// A run of text of so many bytes is prose, not a menu entry.
const PROSE: usize = 60;
/// Pages with more elements are not given to readability, whose time is not bounded by their size alone.
const MOST_ELEMENTS: usize = 20_000;
/// Elements nested deeper are not either: it recurses.
const DEEPEST: usize = 200;

static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    CHROME.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' ')).collect()
});

/// What is under an element.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    /// Bytes of prose.
    prose: usize,
    /// Whether there is an `h1`.
    titled: bool,
}

/// What is under each element.
type Prose = HashMap<NodeId, Weight>;

fn prose_of(prose: &Prose, node: &NodeRef<'_>) -> usize {
    prose.get(&node.id).map_or(0, |weight| weight.prose)
}

/// Renders the main content.
pub(super) fn main(document: &Document, html: &str) -> Builder {
    let Some(body) = document.body() else { return render(document.root()) };
    let (prose, elements, depth) = measure(body);
    prune(body, &prose);
    let (prose, ..) = measure(body);
    let total = prose_of(&prose, &body);
    if let Some(root) = marked(document, &prose, total) {
        return render(root);
    }
    if elements <= MOST_ELEMENTS
        && depth <= DEEPEST
        && let Some(builder) = readable(html, total)
    {
        return builder;
    }
    render(descend(body, &prose))
}

/// Measures the prose under each element, and counts elements and their depth. Text of links is no prose.
fn measure(root: NodeRef<'_>) -> (Prose, usize, usize) {
    let mut prose = Prose::default();
    let (mut elements, mut depth, mut deepest, mut links) = (0, 0, 0, 0);
    let mut open = vec![Weight::default()];
    // Text since the last edge of a block.
    let mut run = 0;
    walk(root, |step, node| {
        if node.is_text() {
            if links == 0 {
                run += node.text().trim().len();
            }
            return false;
        }
        let name = name(node);
        if step == Step::Enter && silent(&name) {
            return false;
        }
        if kind_of(&name).is_some() || matches!(name.as_str(), "td" | "th") {
            let length = std::mem::take(&mut run);
            if length >= PROSE
                && let Some(last) = open.last_mut()
            {
                last.prose += length;
            }
        }
        let link = usize::from(name == "a");
        if step == Step::Enter {
            elements += 1;
            depth += 1;
            deepest = deepest.max(depth);
            links += link;
            open.push(Weight { prose: 0, titled: name == "h1" });
        } else {
            depth -= 1;
            links -= link;
            let weight = open.pop().unwrap_or_default();
            prose.insert(node.id, weight);
            if let Some(last) = open.last_mut() {
                last.prose += weight.prose;
                last.titled |= weight.titled;
            }
        }
        true
    });
    (prose, elements, deepest)
}

/// Removes what its element or its class says to belong to the site, unless most of the page's prose is in it.
fn prune(body: NodeRef<'_>, prose: &Prose) {
    let of = |node: &NodeRef<'_>| prose_of(prose, node);
    let total = of(&body);
    let mut chrome = Vec::new();
    walk(body, |step, node| {
        if step == Step::Leave || !node.is_element() {
            return step == Step::Enter;
        }
        let name = name(node);
        let site = silent(&name) || is_chrome(&name, node);
        if site && node.id != body.id && (silent(&name) || of(node) * 2 <= total) {
            chrome.push(*node);
            return false;
        }
        true
    });
    for node in chrome {
        node.remove_from_parent();
    }
}

fn is_chrome(name: &str, node: &NodeRef<'_>) -> bool {
    if matches!(name, "nav" | "aside" | "footer" | "form" | "menu" | "dialog") {
        return true;
    }
    if matches!(name, "html" | "body" | "main" | "article" | "p" | "h1" | "time") {
        return false;
    }
    if name == "header" {
        // The header of an article has its title; that of a site has none of the page's.
        return node
            .ancestors_it(Some(6))
            .all(|up| !matches!(self::name(&up).as_str(), "article" | "main"))
            && !has_heading(node);
    }
    let role = node.attr("role");
    if role.is_some_and(|role| {
        matches!(
            role.as_ref(),
            "navigation"
                | "banner"
                | "contentinfo"
                | "search"
                | "complementary"
                | "dialog"
                | "menu"
        )
    }) {
        return true;
    }
    if node.attr("aria-hidden").is_some_and(|hidden| hidden.as_ref() == "true")
        || node.has_attr("hidden")
    {
        return true;
    }
    let style = node.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    if style.contains("display:none") || style.contains("visibility:hidden") {
        return true;
    }
    ["class", "id"].iter().filter_map(|key| node.attr(key)).any(|value| {
        let lower = value.to_ascii_lowercase();
        let hidden = lower.contains("sr-only")
            || lower.contains("screen-reader")
            || lower.contains("visually-hidden");
        hidden || lower.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| WORDS.contains(word))
    })
}

fn has_heading(node: &NodeRef<'_>) -> bool {
    node.descendants_it().take(200).any(|below| name(&below) == "h1")
}

/// The element that the page itself marks as its content, if the prose is in it.
fn marked<'a>(document: &'a Document, prose: &Prose, total: usize) -> Option<NodeRef<'a>> {
    ["[itemprop=articleBody]", "article", "main", "[role=main]"].iter().find_map(|selector| {
        let found = document.select(selector);
        let best = found
            .nodes()
            .iter()
            .max_by_key(|node| (prose_of(prose, node), std::cmp::Reverse(node.id)))?;
        let within = prose_of(prose, best);
        (within > 0 && within * 2 > total).then_some(*best)
    })
}

/// What readability takes for the content, unless it lost most of the prose, as it does with short pages.
fn readable(html: &str, total: usize) -> Option<Builder> {
    let config = Config {
        char_threshold: 140,
        max_elements_to_parse: MOST_ELEMENTS * 2,
        ..Config::default()
    };
    let article = Readability::new(html, None, Some(config)).ok()?.parse().ok()?;
    let content = Document::from(article.content.as_ref());
    let root = content.body().unwrap_or_else(|| content.root());
    let (prose, ..) = measure(root);
    let within = prose_of(&prose, &root);
    (within > 0 && within * 3 > total * 2).then(|| render(root))
}

/// The smallest element under `root` that has nearly all of its prose, and the `h1` if there is one.
fn descend<'a>(root: NodeRef<'a>, prose: &Prose) -> NodeRef<'a> {
    let weight = |node: &NodeRef<'_>| prose.get(&node.id).copied().unwrap_or_default();
    let mut node = root;
    loop {
        let all = weight(&node);
        let inner = node.children_it(false).find(|child| {
            let weight = weight(child);
            weight.prose * 10 >= all.prose * 9 && weight.titled == all.titled
        });
        match inner {
            Some(child)
                if all.prose > 0
                    && matches!(
                        name(&child).as_str(),
                        "div"
                            | "section"
                            | "table"
                            | "tbody"
                            | "tr"
                            | "td"
                            | "center"
                            | "form"
                            | "body"
                    ) =>
            {
                node = child;
            }
            _ => return node,
        }
    }
}
