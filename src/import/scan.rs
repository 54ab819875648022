//! JSON text in, byte positions of its members out. It trusts the text to be JSON and gives up where it is not.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// Where a value stands: the byte of its key, if it has one, and its first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) key: Option<usize>,
    pub(super) value: usize,
}

/// The place of the value at a JSON Pointer (RFC 6901).
pub(super) fn find(text: &str, pointer: &str) -> Option<Place> {
    let mut place = Place { key: None, value: skip_space(text.as_bytes(), 0) };
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let index = step.parse().ok();
        let mut children = Children::new(text, place.value)?.enumerate();
        let (_, child) = children.find(|(i, child)| match &child.key {
            Some((_, key)) => *key == *step,
            None => Some(*i) == index,
        })?;
        place = Place { key: child.key.map(|(at, _)| at), value: child.value.start };
    }
    Some(place)
}

/// The bytes of each element of the array that begins at `at`.
pub(super) fn elements(text: &str, at: usize) -> Vec<Range<usize>> {
    let children = Children::new(text, skip_space(text.as_bytes(), at));
    children.into_iter().flatten().map(|child| child.value).collect()
}

/// The keys of the object that a text begins with; the text may break off.
pub(super) fn keys(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let children = Children::new(text, skip_space(text.as_bytes(), 0));
    children.into_iter().flatten().filter_map(|child| child.key.map(|(_, key)| key))
}

/// Keys that stand a second time in their object: JSON Pointer and place of the key.
pub(super) fn duplicates(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    walk(text, skip_space(text.as_bytes(), 0), &mut String::new(), &mut found);
    found
}

/// Recursion is bounded by the depth at which the parser gave up before.
fn walk(text: &str, at: usize, pointer: &mut String, found: &mut Vec<(String, usize)>) {
    let mut seen = HashSet::new();
    for (index, child) in Children::new(text, at).into_iter().flatten().enumerate() {
        let length = pointer.len();
        match child.key {
            Some((key_at, key)) => {
                push(pointer, &key);
                if !seen.insert(key) {
                    found.push((pointer.clone(), key_at));
                }
            }
            None => push(pointer, &index.to_string()),
        }
        walk(text, child.value.start, pointer, found);
        pointer.truncate(length);
    }
}

/// Appends a step to a JSON Pointer.
pub(super) fn push(pointer: &mut String, step: &str) {
    pointer.push('/');
    if step.contains(['~', '/']) {
        pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(step);
    }
}

struct Child<'a> {
    key: Option<(usize, Cow<'a, str>)>,
    value: Range<usize>,
}

/// The members of an object or the elements of an array.
struct Children<'a> {
    text: &'a str,
    at: usize,
    is_object: bool,
}

impl<'a> Children<'a> {
    /// `at` is the byte of the opening bracket; nothing for other values.
    fn new(text: &'a str, at: usize) -> Option<Self> {
        let is_object = match text.as_bytes().get(at)? {
            b'{' => true,
            b'[' => false,
            _ => return None,
        };
        Some(Self { text, at: at + 1, is_object })
    }
}

impl<'a> Iterator for Children<'a> {
    type Item = Child<'a>;

    fn next(&mut self) -> Option<Child<'a>> {
        let bytes = self.text.as_bytes();
        let mut at = skip_space(bytes, self.at);
        if bytes.get(at) == Some(&b',') {
            at = skip_space(bytes, at + 1);
        }
        let mut key = None;
        if self.is_object {
            let end = skip_string(bytes, at)?;
            let raw = self.text.get(at + 1..end - 1)?;
            let name = if raw.contains('\\') {
                serde_json::from_str(&self.text[at..end]).ok().map(Cow::Owned)?
            } else {
                Cow::Borrowed(raw)
            };
            key = Some((at, name));
            at = skip_space(bytes, end);
            if bytes.get(at) != Some(&b':') {
                return None;
            }
            at = skip_space(bytes, at + 1);
        }
        let end = match bytes.get(at)? {
            b']' | b'}' => return None,
            // A text that breaks off has its last key all the same.
            _ => skip_value(bytes, at).unwrap_or(bytes.len()),
        };
        self.at = end;
        Some(Child { key, value: at..end })
    }
}

fn skip_space(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| b" \t\r\n".contains(byte)).count()
}

/// The byte after the string that begins at `at`.
fn skip_string(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    let mut at = at + 1;
    loop {
        at += memchr::memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// The byte after the value that begins at `at`.
fn skip_value(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    loop {
        match bytes.get(at)? {
            b'"' => at = skip_string(bytes, at)?,
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                at += 1;
            }
            b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => at += 1,
            _ => {
                let rest = &bytes[at..];
                at += rest
                    .iter()
                    .position(|byte| b",:]} \t\r\n".contains(byte))
                    .unwrap_or(rest.len());
            }
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#" {"a": [1, {"b/c": "x\"]", "\u0064": true}], "e": {}, "e": -2.5e3}"#;

    #[test]
    fn places_are_found() {
        let at = |pointer| find(TEXT, pointer).map(|place| &TEXT[place.value..place.value + 2]);
        assert_eq!(at(""), Some("{\""));
        assert_eq!(at("/a/0"), Some("1,"));
        assert_eq!(at("/a/1/b~1c"), Some("\"x"));
        assert_eq!(at("/a/1/d"), Some("tr"));
        assert_eq!(at("/a/2"), None);
        assert_eq!(at("/a/1/zz"), None);
        assert_eq!(find(TEXT, "/e").and_then(|place| place.key), TEXT.find("\"e\""));
    }

    #[test]
    fn duplicates_are_found_at_the_second_key() {
        assert_eq!(duplicates(TEXT), [("/e".to_owned(), TEXT.rfind("\"e\"").unwrap_or(0))]);
    }

    #[test]
    fn text_that_breaks_off_ends_the_search() {
        for end in 0..TEXT.len() {
            if TEXT.is_char_boundary(end) {
                let _ = (find(&TEXT[..end], "/a/1/d"), duplicates(&TEXT[..end]));
            }
        }
        assert_eq!(
            keys("{\"title\": \"x\", \"text\": \"The pre").collect::<Vec<_>>(),
            ["title", "text"]
        );
    }
}
