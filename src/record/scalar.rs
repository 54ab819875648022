//! Scalars with a form of their own: identifiers, codes, digests. Each parses from a string and displays as the same.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::SmolStr;

/// A string that has not the form its type asks for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{value}` is not {expected}")]
pub struct ScalarError {
    /// What was found.
    pub value: String,
    /// What was expected, in words.
    pub expected: &'static str,
}

macro_rules! scalar {
    ($(#[doc = $doc:literal])+ $name:ident as $schema:literal, $pattern:literal, $max:expr, $expected:literal, $accepts:expr) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(SmolStr);

        impl $name {
            /// The form as a regular expression in the common subset of RE2, ECMAScript and Python.
            pub const PATTERN: &'static str = $pattern;

            /// Whether a string has the form.
            #[must_use]
            pub fn accepts(text: &str) -> bool {
                let accepts: fn(&str) -> bool = $accepts;
                accepts(text)
            }

            /// The scalar as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = ScalarError;
            fn try_from(value: String) -> Result<Self, ScalarError> {
                value.parse()
            }
        }

        impl FromStr for $name {
            type Err = ScalarError;
            fn from_str(text: &str) -> Result<Self, ScalarError> {
                if Self::accepts(text) {
                    Ok(Self(text.into()))
                } else {
                    Err(ScalarError { value: text.to_owned(), expected: $expected })
                }
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<$name> for String {
            fn from(scalar: $name) -> Self {
                scalar.0.into()
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = SmolStr::deserialize(deserializer)?;
                if Self::accepts(&text) { Ok(Self(text)) } else { text.parse().map_err(D::Error::custom) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $schema.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let max: Option<u32> = $max;
                let mut schema = json_schema!({
                    "type": "string",
                    "description": concat!($($doc, "\n"),+).trim().lines().map(str::trim).collect::<Vec<_>>().join(" "),
                    "pattern": $pattern
                });
                if let Some(max) = max {
                    schema.insert("maxLength".into(), max.into());
                }
                schema
            }
        }
    };
}

scalar! {
    /// An identifier that is unique within one record: letters, digits and single hyphens, beginning with a letter.
    LocalId as "LocalId", "^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$", Some(64),
    "an identifier: letters, digits and single hyphens, beginning with a letter, at most 64 characters",
    |s| s.len() <= 64
        && s.starts_with(|c: char| c.is_ascii_alphabetic())
        && s.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

scalar! {
    /// A state by its ISO 3166-1 alpha-3 code: withdrawn codes for their time, and XKX for Kosovo. It implies no
    /// recognition.
    StateCode as "StateCode", "^[A-Z]{3}$", Some(3),
    "a state code: three capital letters, for example FRA",
    |s| s.len() == 3 && s.bytes().all(|b| b.is_ascii_uppercase())
}

scalar! {
    /// A name that needs no registry: a UUID as a URN, in lower case.
    Urn as "Urn", "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", Some(45),
    "a UUID as a URN in lower case, urn:uuid:…",
    |s| s.strip_prefix("urn:uuid:").is_some_and(|u| {
        u.split('-').map(str::len).eq([8, 4, 4, 4, 12])
            && u.bytes().all(|b| b == b'-' || b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    })
}

scalar! {
    /// An address that names something elsewhere, in the characters of a URI: `http://www.wikidata.org/entity/Q148`.
    Iri as "Iri", "^https?://([!$&-;=?-Z_a-z~]|%[0-9A-Fa-f]{2})+(#([!$&-;=?-Z_a-z~]|%[0-9A-Fa-f]{2})*)?$", None,
    "an address that begins with http:// or https:// and is written in the characters of a URI",
    |s| s.strip_prefix("https://").or_else(|| s.strip_prefix("http://")).is_some_and(|rest| {
        let (path, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        !path.is_empty() && [path, fragment].iter().all(|part| {
            let mut bytes = part.bytes();
            while let Some(byte) = bytes.next() {
                let plain = matches!(byte, b'!' | b'$' | b'&'..=b';' | b'=' | b'?'..=b'Z' | b'_' | b'a'..=b'z' | b'~');
                let mut escaped = || bytes.next().is_some_and(|b| b.is_ascii_hexdigit());
                if !(plain || byte == b'%' && escaped() && escaped()) {
                    return false;
                }
            }
            true
        })
    })
}

scalar! {
    /// A SHA-256 digest in lower-case hexadecimal.
    Sha256 as "Sha256Digest", "^[0-9a-f]{64}$", Some(64),
    "a SHA-256 digest: 64 hexadecimal digits in lower case",
    |s| s.len() == 64 && s.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

scalar! {
    /// A language as a BCP 47 tag of language and, if need be, script and region: "en", "zh-Hans", "pt-BR".
    Language as "Language", "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", None,
    "a language tag such as en, zh-Hans or pt-BR",
    |s| {
        let mut parts = s.split('-').peekable();
        let language = parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
        let script = |p: &&str| {
            p.len() == 4 && p.as_bytes()[0].is_ascii_uppercase() && p.bytes().skip(1).all(|b| b.is_ascii_lowercase())
        };
        parts.next_if(script);
        parts.next_if(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_uppercase()));
        language && parts.next().is_none()
    }
}

scalar! {
    /// A version of the record format, MAJOR.MINOR.
    SchemaVersion as "SchemaVersion", "^[0-9]{1,4}[.][0-9]{1,4}$", None,
    "a version MAJOR.MINOR, for example 0.1",
    |s| s.split_once('.').is_some_and(|(major, minor)| {
        [major, minor].iter().all(|n| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_checked() {
        assert!("wang-yi-2".parse::<LocalId>().is_ok());
        for bad in ["", "2nd", "a--b", "a-", "-a", "a_b", &"a".repeat(65)] {
            assert!(bad.parse::<LocalId>().is_err(), "{bad}");
        }
        assert!("CHN".parse::<StateCode>().is_ok());
        assert!("chn".parse::<StateCode>().is_err());
        assert!("zh-Hans".parse::<Language>().is_ok());
        assert!("pt-BR".parse::<Language>().is_ok());
        assert!("english".parse::<Language>().is_err());
        assert!("en-".parse::<Language>().is_err());
        assert!("http://www.wikidata.org/entity/Q148#a%20b".parse::<Iri>().is_ok());
        for bad in
            ["Q148", "http://", "https://a b", "http://a#b#c", "http://a%2", "ftp://a", "http://中"]
        {
            assert!(bad.parse::<Iri>().is_err(), "{bad}");
        }
        assert!("1.0".parse::<SchemaVersion>().is_ok());
        assert!("1.0.0".parse::<SchemaVersion>().is_err());
    }
}
