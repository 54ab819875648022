//! Bytes in, text out: encoding found by byte order mark, `meta` element, UTF-8 validity or statistics (Encoding Standard).

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use crate::diagnostic::{Code, Diagnostic};

/// Bytes looked at when the encoding has to be guessed: guessing is slow.
const SAMPLE: usize = 64 * 1024;
/// Beginnings of files that are no text.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
];

/// Whether bytes can be text at all.
///
/// # Errors
/// A finding, without the file's name, for empty and for binary input.
pub(super) fn check(bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
    let bom = Encoding::for_bom(bytes);
    let body = &bytes[bom.map_or(0, |(_, length)| length)..];
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err(Box::new(Diagnostic::new(
            Code::EmptyInput,
            "the input is empty; expected a readout",
        )));
    }
    let binary = |what: String| {
        let mut finding =
            Diagnostic::new(Code::BinaryInput, format!("the input is {what}; expected text"));
        finding.help = Some("Save the document as plain text, Markdown or HTML.".to_owned());
        Err(Box::new(finding))
    };
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return binary((*what).to_owned());
    }
    if bom.is_none_or(|(encoding, _)| encoding == UTF_8) {
        if let Some(offset) = memchr::memchr(0, bytes) {
            return binary(format!("binary: byte {offset} is 0"));
        }
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        // Escape belongs to ISO-2022-JP.
        let control = |byte: &u8| *byte < 0x20 && !b"\t\n\r\x0b\x0c\x1b".contains(byte);
        let controls = sample.iter().filter(|byte| control(byte)).count();
        if controls * 20 > sample.len() {
            return binary(format!(
                "binary: {controls} of its first {} bytes are control codes",
                sample.len()
            ));
        }
    }
    Ok(())
}

/// Decodes bytes and cleans the text: line ends are LF, no byte order mark, no code point that XML 1.0 forbids.
///
/// `label` is what a server said of the encoding. The finding, without the file's name, says that bytes had to be replaced.
pub(super) fn decode(bytes: &[u8], label: Option<&str>) -> (String, Option<Diagnostic>) {
    let encoding = encoding_of(bytes, label);
    let (text, encoding, replaced) = encoding.decode(bytes);
    let finding = replaced.then(|| {
        let name = encoding.name();
        let mut finding = Diagnostic::new(
            Code::InvalidEncoding,
            format!("bytes that are not valid in {name} were replaced by U+FFFD"),
        );
        finding.help = Some("Save the document in UTF-8.".to_owned());
        finding
    });
    (clean(&text).into_owned(), finding)
}

fn encoding_of(bytes: &[u8], label: Option<&str>) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let (sequences, errors) = utf8_sequences(bytes);
    // A few broken bytes in a text that is otherwise UTF-8 are damage, not another encoding.
    if errors == 0 || sequences >= errors * 3 {
        return UTF_8;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let labelled = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    if let Some(encoding) =
        labelled.or_else(|| declared(sample)).filter(|encoding| *encoding != UTF_8)
    {
        return encoding;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

/// Number of valid sequences of several bytes, and of errors.
fn utf8_sequences(bytes: &[u8]) -> (usize, usize) {
    if std::str::from_utf8(bytes).is_ok() {
        return (0, 0);
    }
    bytes.utf8_chunks().fold((0, 0), |(sequences, errors), chunk| {
        let long = chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        (sequences + long, errors + usize::from(!chunk.invalid().is_empty()))
    })
}

/// Encoding that a `meta` element or an XML declaration names.
fn declared(sample: &[u8]) -> Option<&'static Encoding> {
    let lower = sample[..sample.len().min(4096)].to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let at = memchr::memmem::find(&lower, key.as_bytes())? + key.len();
        let label = lower[at..].trim_ascii_start();
        let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
        let end =
            label.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)));
        Encoding::for_label(&label[..end.unwrap_or(label.len())])
    })
}

/// Line ends become LF, forbidden code points U+FFFD, a byte order mark goes.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let fine = |c: char| c != '\r' && allowed(c);
    // U+FFFE and U+FFFF begin with the byte EF; all else that is not allowed is a control character.
    let plain = |b: u8| b >= b' ' && b != 0xef || matches!(b, b'\t' | b'\n');
    if text.bytes().all(plain) || text.chars().all(fine) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            c if allowed(c) => out.push(c),
            _ => out.push('\u{fffd}'),
        }
    }
    Cow::Owned(out)
}

/// The production `Char` of XML 1.0; surrogates are no `char`.
const fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}
