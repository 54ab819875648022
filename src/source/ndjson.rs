//! A stream of raw readouts in, one a line (NDJSON of `{"text"|"html", "title"?, "published"?, "url"?, "publisher"?, "language"?}`), pages out.

use serde::Deserialize;

use super::{Given, Input, Metadata, Reading, day, encoding, front_matter, html, no_text, text};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::sha256;

/// A raw readout as a line gives it; other keys are left alone.
#[derive(Deserialize)]
struct Raw {
    text: Option<String>,
    html: Option<String>,
    title: Option<String>,
    published: Option<String>,
    url: Option<String>,
    publisher: Option<String>,
    language: Option<String>,
}

/// Whether a text begins with the object of a raw readout.
pub(super) fn is_readout(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    [first, text].iter().any(|text| {
        serde_json::from_str::<Raw>(text).is_ok_and(|raw| raw.text.is_some() || raw.html.is_some())
    })
}

/// Reads a whole stream: one object a line, or a single object over several lines.
pub(super) fn read(name: &str, bytes: &[u8], given: &Given) -> Reading {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut lines =
        bytes.split(|byte| *byte == b'\n').filter(|line| !line.iter().all(u8::is_ascii_whitespace));
    let several = lines.next().is_some_and(|first| serde_json::from_slice::<Raw>(first).is_err())
        && lines.next().is_some();
    if several && serde_json::from_slice::<Raw>(bytes).is_ok() {
        return read_line(name, 1, bytes, given);
    }
    let mut reading = Reading::default();
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let Reading { pages, diagnostics } = read_line(name, index + 1, line, given);
        reading.pages.extend(pages);
        reading.diagnostics.extend(diagnostics);
    }
    reading
}

/// Reads one line of a stream of raw readouts, so that a stream need never be in memory whole.
///
/// `name` is the stream's name and `number` the line's, from 1; a blank line gives nothing. A line that is no raw readout
/// is a finding with its number.
#[must_use]
pub fn read_line(name: &str, number: usize, line: &[u8], given: &Given) -> Reading {
    let mut reading = Reading::default();
    if line.iter().all(u8::is_ascii_whitespace) {
        return reading;
    }
    if let Err(finding) = member(name, number, line, given, &mut reading) {
        let position = finding.location.position.unwrap_or((number, 1));
        reading.diagnostics.push(finding.in_file(name).at(position.0, position.1));
    }
    reading
}

fn member(
    name: &str,
    number: usize,
    line: &[u8],
    given: &Given,
    reading: &mut Reading,
) -> Result<(), Box<Diagnostic>> {
    let malformed = |message: String| {
        let mut finding = Diagnostic::new(Code::MalformedLine, message);
        finding.help = Some(
            "Write one JSON object a line, with the readout's text in \"text\" or \"html\"."
                .to_owned(),
        );
        Box::new(finding)
    };
    let raw: Raw = serde_json::from_slice(line).map_err(|error| {
        let column = if error.line() == 1 { error.column().max(1) } else { 1 };
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let mut finding = malformed(format!("the line is no raw readout: {message}"));
        finding.location.position = Some((number + error.line().saturating_sub(1), column));
        finding
    })?;
    let (content, is_html) = match (&raw.text, &raw.html) {
        (Some(text), _) => (text, false),
        (None, Some(html)) => (html, true),
        (None, None) => {
            return Err(malformed("the object has neither `text` nor `html`".to_owned()));
        }
    };
    if content.trim().is_empty() {
        return Err(Box::new(no_text(name)));
    }
    let published = match raw.published.as_deref() {
        None | Some("") => None,
        Some(text) => Some(text.parse().ok().or_else(|| day::stamp(text)).ok_or_else(|| {
            malformed(format!(
                "`{text}` in `published` is not a day; expected a day such as 2025-12-02"
            ))
        })?),
    };
    let text = encoding::clean(content);
    let input = Input {
        name: &format!("{name}:{number}"),
        text: &text,
        sha256: sha256(content.as_bytes()),
        given,
    };
    let before = reading.pages.len();
    let filled = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
    let says = Metadata {
        title: filled(raw.title).map(|title| front_matter::line(&title)),
        published,
        url: filled(raw.url),
        publisher: filled(raw.publisher),
        host: None,
        language: raw.language.as_deref().and_then(front_matter::language),
        given: Vec::new(),
    };
    if is_html {
        html::read_with(&input, says, reading);
    } else {
        reading.pages.push(text::plain(&input, &text, says, "text/plain"));
    }
    debug_assert!(
        reading.pages.len() > before || !reading.diagnostics.is_empty(),
        "a page or a finding"
    );
    Ok(())
}
