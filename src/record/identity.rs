//! Names of documents and records, computed from their content: the same readout has the same name everywhere.

use std::sync::LazyLock;

use sha2::{Digest, Sha256 as Hasher};
use uuid::Uuid;

use super::{Conversion, Date, Part, Sha256, Urn};

/// Namespace of all vocabulary terms of chancery, and, as UUIDv5 in the URL namespace, of its identifiers.
pub const NAMESPACE: &str = "https://w3id.org/chancery/ns#";

/// What the name of a document is made of. Text, address, day and part, so that one document keeps its name whichever
/// tool or version reads it.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    /// Digest of the rendered text.
    pub text_sha256: &'a Sha256,
    /// Address, if known.
    pub url: Option<&'a str>,
    /// Day of publication, if known.
    pub published: Option<Date>,
    /// Part of a page, if the page has several readouts.
    pub part: Option<Part>,
}

impl Identity<'_> {
    /// Name of the document: `source.id`.
    #[must_use]
    pub fn document(&self) -> Urn {
        urn(&[
            self.text_sha256.as_str(),
            self.url.unwrap_or_default(),
            &self.published.map(|date| date.to_string()).unwrap_or_default(),
            &self.part.map(|part| part.index.to_string()).unwrap_or_default(),
        ])
    }

    /// Name of the record that a conversion made of the document `document`: the record's `id`.
    #[must_use]
    pub fn record(document: &Urn, schema_version: &str, conversion: &Conversion) -> Urn {
        urn(&[
            document.as_str(),
            schema_version,
            &conversion.tool,
            &conversion.version,
            conversion.lexicon_sha256.as_str(),
        ])
    }
}

fn urn(parts: &[&str]) -> Urn {
    static UUIDS: LazyLock<Uuid> =
        LazyLock::new(|| Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes()));
    let uuid = Uuid::new_v5(&UUIDS, parts.join("\n").as_bytes());
    let mut buffer = Uuid::encode_buffer();
    let urn: &str = uuid.urn().encode_lower(&mut buffer);
    urn.parse().expect("a UUID has the form that Urn asks for")
}

/// The SHA-256 digest of `bytes`.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Sha256 {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut hex = String::with_capacity(64);
    for byte in Hasher::digest(bytes) {
        for half in [byte >> 4, byte & 15] {
            hex.push(char::from(DIGITS[usize::from(half)]));
        }
    }
    hex.parse().expect("32 bytes in hexadecimal are a digest")
}
