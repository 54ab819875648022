//! The YAML front matter of a Markdown file in, what it says about the page out.

use saphyr::{LoadableYamlNode, Yaml};

use super::{Metadata, day, encoding};

/// Parts front matter from the body: what stands between the first line `---` and the next line `---` or `...`.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---")?;
    let line = rest.find('\n')?;
    if !rest[..line].trim().is_empty() {
        return None;
    }
    let inner = &rest[line + 1..];
    let mut start = 0;
    for line in inner.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&inner[..start], &inner[start + line.len()..]));
        }
        start += line.len();
    }
    None
}

/// Reads the front matter.
///
/// # Errors
/// What is wrong with the YAML, in words.
pub(super) fn parse(yaml: &str) -> Result<Metadata, String> {
    let documents = Yaml::load_from_str(yaml).map_err(|error| error.to_string())?;
    let Some(document) = documents.first() else { return Ok(Metadata::default()) };
    let Some(mapping) = document.as_mapping() else {
        return Err("it is no mapping of keys to values".to_owned());
    };
    let get = |names: &[&str]| {
        names.iter().find_map(|name| {
            let (_, value) = mapping
                .iter()
                .find(|(key, _)| key.as_str().is_some_and(|key| key.eq_ignore_ascii_case(name)))?;
            scalar(value)
        })
    };
    let published = ["published_time", "published", "date", "pubdate", "datePublished"];
    Ok(Metadata {
        title: get(&["title", "headline"])
            .map(|title| line(&title))
            .filter(|title| !title.is_empty()),
        published: published.iter().find_map(|name| day::stamp(&get(&[name])?)),
        url: get(&["source_url", "url", "link", "canonical_url", "permalink"]),
        publisher: get(&["publisher", "issuer", "institution"]),
        host: get(&["host"]),
        language: get(&["language", "lang"]).and_then(|tag| language(&tag)),
        given: Vec::new(),
    })
}

/// A scalar as text; a list gives its first.
fn scalar(value: &Yaml<'_>) -> Option<String> {
    if let Some(text) = value.as_str() {
        return Some(text.to_owned());
    }
    if let Some(first) = value.as_sequence().and_then(|list| list.first()) {
        return scalar(first);
    }
    value.as_integer().map(|number| number.to_string())
}

/// Text on one line: a run of white space of the mark-up is one space.
pub(super) fn line(text: &str) -> String {
    let text = encoding::clean(text);
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// A language tag in its canonical case: `EN_us` is en-US.
pub(super) fn language(tag: &str) -> Option<crate::record::Language> {
    let parts = tag.trim().split(['-', '_']).enumerate().map(|(index, part)| {
        let lower = part.to_ascii_lowercase();
        match (index, part.len()) {
            (0, _) => lower,
            (_, 2) => part.to_ascii_uppercase(),
            (_, 4) => lower[..1].to_ascii_uppercase() + &lower[1..],
            _ => part.to_owned(),
        }
    });
    let tag: Vec<_> = parts.collect();
    tag.join("-").parse().ok().or_else(|| tag.first()?.parse().ok())
}
