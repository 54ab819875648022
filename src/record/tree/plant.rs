//! Something that serde serialises, or a text of JSON, in; the nodes and the text of a tree out.

use std::fmt;

use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{self, Impossible, Serialize, Serializer};

use super::{Content, Node, Number, Slice, Tree};

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
pub(super) struct Planter<'t> {
    pub(super) tree: &'t mut Tree,
    pub(super) key: Slice,
}

/// Adds what is in an array or an object that was begun.
pub(super) struct Growing<'t> {
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
