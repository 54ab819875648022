//! A record, or a text of JSON, in; the same as a tree that lies flat in memory out: three allocations for a whole record, to
//! be walked by validation and by the writers.

mod plant;

use std::fmt;

use serde::de::DeserializeSeed as _;
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use plant::{Error, Planter};

/// A value of JSON with all that is in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Tree {
    /// Each value before what is in it, members and elements in order.
    nodes: Vec<Node>,
    /// Keys and strings, one behind the other.
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Node {
    /// Its key in `text`, if it is a member.
    key: Slice,
    content: Content,
    /// Index of the node after it and all that is in it.
    next: u32,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Content {
    Null,
    Boolean(bool),
    Number(Number),
    String(Slice),
    /// With the number of elements.
    Array(u32),
    /// With the number of members.
    Object(u32),
}

/// A number of JSON.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Number {
    Unsigned(u64),
    Negative(i64),
    Fraction(f64),
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsigned(number) => number.fmt(f),
            Self::Negative(number) => number.fmt(f),
            Self::Fraction(number) => Value::from(*number).fmt(f),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Slice {
    start: u32,
    end: u32,
}

impl Tree {
    /// The tree of something that JSON can hold.
    pub(crate) fn of(value: &impl Serialize) -> Result<Self, Error> {
        let mut tree = Self::default();
        tree.nodes.reserve(1 << 10);
        tree.text.reserve(1 << 14);
        value.serialize(&mut Planter { tree: &mut tree, key: Slice::default() })?;
        Ok(tree)
    }

    /// The tree of a text of JSON. Keys that stand twice in an object do so in the tree.
    pub(crate) fn read(json: &str) -> serde_json::Result<Self> {
        let mut tree = Self::default();
        tree.nodes.reserve(json.len() / 16);
        tree.text.reserve(json.len());
        let mut json = serde_json::Deserializer::from_str(json);
        Planter { tree: &mut tree, key: Slice::default() }.deserialize(&mut json)?;
        json.end()?;
        Ok(tree)
    }

    /// A tree that is a string and nothing else.
    pub(crate) fn set_to_string(&mut self, string: &str) {
        self.nodes.clear();
        self.text.clear();
        self.text.push_str(string);
        let content = Content::String(Slice { start: 0, end: string.len() as u32 });
        self.nodes.push(Node { key: Slice::default(), content, next: 1 });
    }

    /// Number of values in it.
    pub(crate) fn size(&self) -> usize {
        self.nodes.len()
    }

    /// Bytes of keys and strings in it.
    pub(crate) fn text_length(&self) -> usize {
        self.text.len()
    }

    /// The value itself.
    pub(crate) const fn root(&self) -> Item<'_> {
        Item { tree: self, at: 0 }
    }

    fn slice(&self, slice: Slice) -> &str {
        &self.text[slice.start as usize..slice.end as usize]
    }
}

/// A value in a tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item<'a> {
    tree: &'a Tree,
    at: u32,
}

impl<'a> Item<'a> {
    fn node(self) -> &'a Node {
        &self.tree.nodes[self.at as usize]
    }

    /// The place of the value in memory, as long as its tree lives.
    pub(crate) fn address(self) -> usize {
        std::ptr::from_ref(self.node()) as usize
    }

    pub(crate) fn is_null(self) -> bool {
        matches!(self.node().content, Content::Null)
    }

    pub(crate) fn as_bool(self) -> Option<bool> {
        match self.node().content {
            Content::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    pub(crate) fn as_number(self) -> Option<Number> {
        match self.node().content {
            Content::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn as_str(self) -> Option<&'a str> {
        match self.node().content {
            Content::String(slice) => Some(self.tree.slice(slice)),
            _ => None,
        }
    }

    /// Its elements, if it is an array.
    pub(crate) fn elements(self) -> Option<Inside<'a>> {
        match self.node().content {
            Content::Array(length) => Some(self.inside(length)),
            _ => None,
        }
    }

    /// Its members, if it is an object.
    pub(crate) fn members(self) -> Option<Members<'a>> {
        match self.node().content {
            Content::Object(length) => Some(Members(self.inside(length))),
            _ => None,
        }
    }

    /// The member of a key, if it is an object that has one.
    pub(crate) fn get(self, key: &str) -> Option<Self> {
        self.members()?.find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    fn inside(self, length: u32) -> Inside<'a> {
        Inside { tree: self.tree, at: self.at + 1, left: length }
    }

    /// The same value as one that stands by itself.
    pub(crate) fn to_value(self) -> Value {
        serde_json::to_value(self).expect("a value of JSON is one")
    }
}

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.node().content {
            Content::Null => serializer.serialize_unit(),
            Content::Boolean(boolean) => serializer.serialize_bool(boolean),
            Content::Number(Number::Unsigned(number)) => serializer.serialize_u64(number),
            Content::Number(Number::Negative(number)) => serializer.serialize_i64(number),
            Content::Number(Number::Fraction(number)) => serializer.serialize_f64(number),
            Content::String(slice) => serializer.serialize_str(self.tree.slice(slice)),
            Content::Array(length) => serializer.collect_seq(self.inside(length)),
            Content::Object(length) => serializer.collect_map(Members(self.inside(length))),
        }
    }
}

/// What is in an array or an object, one by one.
#[derive(Debug, Clone)]
pub(crate) struct Inside<'a> {
    tree: &'a Tree,
    at: u32,
    left: u32,
}

impl<'a> Iterator for Inside<'a> {
    type Item = Item<'a>;

    fn next(&mut self) -> Option<Item<'a>> {
        self.left = self.left.checked_sub(1)?;
        let item = Item { tree: self.tree, at: self.at };
        self.at = item.node().next;
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

impl ExactSizeIterator for Inside<'_> {}

/// Keys and values of an object, one by one.
#[derive(Debug, Clone)]
pub(crate) struct Members<'a>(Inside<'a>);

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, Item<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|value| (value.tree.slice(value.node().key), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Members<'_> {}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_tree_is_the_value_it_was_made_of() {
        let value = json!({
            "a": [], "b": {"c": [1, -2, 0.5, null, true, "é\n"], "": {}}, "d": [[["e"]], {"a": "f"}]
        });
        let planted = Tree::of(&value).expect("JSON has a tree");
        let read = Tree::read(&value.to_string()).expect("it is JSON");
        assert_eq!((planted.root().to_value(), &read), (value, &planted));
        assert_eq!(
            planted.root().get("b").and_then(|b| b.get("c")?.elements()).map(|c| c.len()),
            Some(6)
        );
        assert!(planted.root().get("c").is_none());
    }

    #[test]
    fn what_is_no_json_has_no_tree() {
        for text in ["", "{", "[1,]", "{\"a\" 1}", "1 2", "NaN"] {
            assert!(Tree::read(text).is_err(), "{text}");
        }
        assert!(Tree::read(&"[".repeat(100_000)).is_err());
    }
}
