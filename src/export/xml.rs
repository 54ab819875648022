//! Records in, one XML 1.0 document out, described by `readouts.xsd` and laid out by the same table
//! ([`Markup`](crate::schema::Markup)).
//!
//! Text returns from any XML processor as it was: a carriage return is written as a character reference, and in attributes
//! so are tabs and line feeds. What XML 1.0 cannot hold at all is refused.

use std::io::{self, Write as _};

use super::Layout;
use crate::record::tree::Item;
use crate::schema::{Content, Markup, Member, NAMESPACE, REF, ROOT, Type};
use crate::validate::Valid;

/// Opens the document.
pub(super) fn begin(out: &mut Vec<u8>, _: Layout) {
    let head =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{ROOT} xmlns=\"{NAMESPACE}\">\n");
    out.extend_from_slice(head.as_bytes());
}

/// Appends one record.
pub(super) fn record(out: &mut Vec<u8>, record: &Valid, layout: Layout) -> io::Result<()> {
    let markup = Markup::of_records();
    let mut tags = Tags { out, markup, layout, level: 1 };
    tags.object("readout", markup.record(), record.tree().root())?;
    if layout == Layout::Compact {
        out.push(b'\n');
    }
    Ok(())
}

/// Closes the document.
pub(super) fn end(out: &mut Vec<u8>, _: usize, _: Layout) {
    out.extend_from_slice(format!("</{ROOT}>\n").as_bytes());
}

/// Writes the elements of one record.
struct Tags<'a> {
    out: &'a mut Vec<u8>,
    markup: &'static Markup,
    layout: Layout,
    level: usize,
}

impl Tags<'_> {
    fn object(&mut self, tag: &str, kind: &Type, object: Item<'_>) -> io::Result<()> {
        self.open(tag);
        let (attributes, elements): (Vec<_>, Vec<_>) =
            kind.members.iter().partition(|member| member.is_attribute());
        for member in attributes {
            if let Some(value) = object.get(&member.key) {
                self.attribute(&member.tag, value)?;
            }
        }
        let mut values = elements
            .into_iter()
            .filter_map(|member| object.get(&member.key).map(|value| (member, value)))
            .flat_map(|(member, value)| {
                let elements = value.elements();
                let alone = elements.is_none().then_some(value);
                elements.into_iter().flatten().chain(alone).map(move |value| (member, value))
            })
            .peekable();
        if values.peek().is_none() {
            self.put("/>");
            self.line_end();
            return Ok(());
        }
        self.put(">");
        self.line_end();
        self.level += 1;
        for (member, value) in values {
            self.element(member, value)?;
        }
        self.level -= 1;
        self.indent();
        self.close(tag);
        Ok(())
    }

    fn element(&mut self, member: &Member, value: Item<'_>) -> io::Result<()> {
        if let Content::Object(kind) = member.content {
            return self.object(&member.tag, &self.markup.types[kind], value);
        }
        self.open(&member.tag);
        if member.refers_to.is_some() {
            self.attribute(REF, value)?;
            self.put("/>");
            self.line_end();
        } else {
            self.put(">");
            self.text(value, false)?;
            self.close(&member.tag);
        }
        Ok(())
    }

    fn attribute(&mut self, name: &str, value: Item<'_>) -> io::Result<()> {
        self.put(" ");
        self.put(name);
        self.put("=\"");
        self.text(value, true)?;
        self.put("\"");
        Ok(())
    }

    fn text(&mut self, value: Item<'_>, attribute: bool) -> io::Result<()> {
        // Numbers and booleans are spelt in XML as in JSON.
        match (value.as_str(), value.as_number()) {
            (Some(text), _) => return escape(self.out, text, attribute),
            (None, Some(number)) => write!(self.out, "{number}")?,
            (None, None) => self.put(if value.as_bool() == Some(true) { "true" } else { "false" }),
        }
        Ok(())
    }

    fn open(&mut self, tag: &str) {
        self.indent();
        self.put("<");
        self.put(tag);
    }

    fn close(&mut self, tag: &str) {
        self.put("</");
        self.put(tag);
        self.put(">");
        self.line_end();
    }

    fn indent(&mut self) {
        if self.layout == Layout::Pretty {
            self.out.resize(self.out.len() + 2 * self.level, b' ');
        }
    }

    fn line_end(&mut self) {
        if self.layout == Layout::Pretty {
            self.put("\n");
        }
    }

    fn put(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }
}

/// Appends `text` so that a processor gives it back unchanged.
fn escape(out: &mut Vec<u8>, text: &str, attribute: bool) -> io::Result<()> {
    let mut written = 0;
    for (at, c) in text.char_indices() {
        let reference = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\r' => "&#13;",
            '"' if attribute => "&quot;",
            '\t' if attribute => "&#9;",
            '\n' if attribute => "&#10;",
            '\t' | '\n' => continue,
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("U+{:04X} stands in the record; XML 1.0 cannot hold it", c as u32),
                ));
            }
            _ => continue,
        };
        out.extend_from_slice(&text.as_bytes()[written..at]);
        out.extend_from_slice(reference.as_bytes());
        written = at + c.len_utf8();
    }
    out.extend_from_slice(&text.as_bytes()[written..]);
    Ok(())
}
