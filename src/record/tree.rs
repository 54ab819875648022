//! A record, or a text of JSON, in; the same as a tree that lies flat in memory out: three allocations for a whole record, to
//! be walked by validation and by the writers.

use std::fmt;

use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{self, Impossible, Serialize, Serializer};
use serde_json::Value;

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
        de::DeserializeSeed::deserialize(
            &mut Planter { tree: &mut tree, key: Slice::default() },
            &mut json,
        )?;
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

/// Why something has no tree.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Error(String);

impl ser::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Adds one value to a tree, under a key if it is a member.
struct Planter<'t> {
    tree: &'t mut Tree,
    key: Slice,
}

/// Adds what is in an array or an object that was begun.
struct Growing<'t> {
    tree: &'t mut Tree,
    at: usize,
    key: Slice,
    length: u32,
}

impl Planter<'_> {
    fn text(&mut self, text: &str) -> Slice {
        let start = self.tree.text.len() as u32;
        self.tree.text.push_str(text);
        Slice { start, end: self.tree.text.len() as u32 }
    }

    fn leaf(&mut self, content: Content) {
        let next = self.tree.nodes.len() as u32 + 1;
        self.tree.nodes.push(Node { key: self.key, content, next });
    }

    fn string(&mut self, text: &str) {
        let slice = self.text(text);
        self.leaf(Content::String(slice));
    }

    fn grow(&mut self, content: Content) -> Growing<'_> {
        let at = self.tree.nodes.len();
        self.leaf(content);
        Growing { tree: self.tree, at, key: Slice::default(), length: 0 }
    }
}

impl Growing<'_> {
    fn inner(&mut self) -> Planter<'_> {
        self.length += 1;
        Planter { tree: self.tree, key: self.key }
    }

    fn name(&mut self, key: &str) {
        let mut inner = Planter { tree: self.tree, key: self.key };
        self.key = inner.text(key);
    }

    fn close(self) {
        let next = self.tree.nodes.len() as u32;
        let node = &mut self.tree.nodes[self.at];
        node.next = next;
        if let Content::Array(length) | Content::Object(length) = &mut node.content {
            *length = self.length;
        }
    }
}

macro_rules! leaves {
    ($($name:ident($type:ty): $value:ident => $content:expr;)+) => {
        $(fn $name(self, $value: $type) -> Result<(), Error> {
            self.leaf($content);
            Ok(())
        })+
    };
}

/// Variants that hold something, and bytes, which no record has.
fn unheard_of<T>() -> Result<T, Error> {
    Err(Error("a kind of value that no record has".to_owned()))
}

fn signed(number: i64) -> Content {
    Content::Number(match u64::try_from(number) {
        Ok(number) => Number::Unsigned(number),
        Err(_) => Number::Negative(number),
    })
}

fn unsigned(number: impl Into<u64>) -> Content {
    Content::Number(Number::Unsigned(number.into()))
}

impl<'s> Serializer for &'s mut Planter<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Growing<'s>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Growing<'s>;
    type SerializeStruct = Growing<'s>;
    type SerializeStructVariant = Impossible<(), Error>;

    leaves! {
        serialize_bool(bool): value => Content::Boolean(value);
        serialize_i8(i8): value => signed(value.into());
        serialize_i16(i16): value => signed(value.into());
        serialize_i32(i32): value => signed(value.into());
        serialize_i64(i64): value => signed(value);
        serialize_u8(u8): value => unsigned(value);
        serialize_u16(u16): value => unsigned(value);
        serialize_u32(u32): value => unsigned(value);
        serialize_u64(u64): value => unsigned(value);
        serialize_f32(f32): value => Content::Number(Number::Fraction(value.into()));
        serialize_f64(f64): value => Content::Number(Number::Fraction(value));
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.string(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.string(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        unheard_of()
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.leaf(Content::Null);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        unheard_of()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Growing<'s>, Error> {
        Ok(self.grow(Content::Array(0)))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        unheard_of()
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        unheard_of()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        unheard_of()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Growing<'s>, Error> {
        Ok(self.grow(Content::Object(0)))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Growing<'s>, Error> {
        Ok(self.grow(Content::Object(0)))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        unheard_of()
    }
}

impl ser::SerializeSeq for Growing<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut self.inner())
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Growing<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.name(key);
        value.serialize(&mut self.inner())
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeMap for Growing<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let mut name = Tree::default();
        key.serialize(&mut Planter { tree: &mut name, key: Slice::default() })?;
        let Some(key) = name.root().as_str() else { return unheard_of() };
        self.name(key);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut self.inner())
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl<'de> de::DeserializeSeed<'de> for &mut Planter<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Planter<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.leaf(Content::Null);
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.leaf(Content::Boolean(value));
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.leaf(unsigned(value));
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.leaf(signed(value));
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.leaf(Content::Number(Number::Fraction(value)));
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.string(value);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let mut array = self.grow(Content::Array(0));
        let key = Slice::default();
        while elements.next_element_seed(&mut Planter { tree: array.tree, key })?.is_some() {
            array.length += 1;
        }
        array.close();
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut object = self.grow(Content::Object(0));
        while let Some(key) = members.next_key_seed(Naming(object.tree))? {
            object.key = key;
            members.next_value_seed(&mut object.inner())?;
        }
        object.close();
        Ok(())
    }
}

/// Adds the key of a member to the text of a tree.
struct Naming<'t>(&'t mut Tree);

impl<'de> de::DeserializeSeed<'de> for Naming<'_> {
    type Value = Slice;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Slice, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Naming<'_> {
    type Value = Slice;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Slice, E> {
        Ok(Planter { tree: self.0, key: Slice::default() }.text(key))
    }
}

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
