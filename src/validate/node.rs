//! JSON that borrows its strings from the text it was read from: read by the schema's validator and by the record types.

use std::borrow::Cow;
use std::slice;

use jsonschema::JsonType;
use jsonschema::json::{Array, Json, JsonNumber, Node, NodeIdentity, Object, unique};
use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json_borrow::{Number, Value};

/// Members of an object, in the order of the text.
type Members<'a> = &'a [(&'a str, Value<'a>)];

/// The representation, for the validator's type parameter.
pub(super) struct Borrowed;

impl Json for Borrowed {
    type Node<'a> = &'a Value<'a>;
    type PreparedKey = String;
    type StringBuffer = ();

    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>((): &mut (), string: &str, f: impl FnOnce(Self::Node<'_>) -> T) -> T {
        f(&Value::Str(Cow::Borrowed(string)))
    }
}

impl<'a> Node<'a, Borrowed> for &'a Value<'a> {
    type Object = Members<'a>;
    type Array = &'a [Value<'a>];
    type Number = Numeral;

    fn as_object(&self) -> Option<Members<'a>> {
        match self {
            Value::Object(members) => Some(members.as_vec()),
            _ => None,
        }
    }

    fn as_array(&self) -> Option<&'a [Value<'a>]> {
        match self {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match self {
            Value::Str(string) => Some(Cow::Borrowed(string)),
            _ => None,
        }
    }

    fn as_number(&self) -> Option<Numeral> {
        match self {
            Value::Number(number) => Some(Numeral(*number)),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self {
            Value::Bool(boolean) => Some(*boolean),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    fn json_type(&self) -> JsonType {
        match self {
            Value::Null => JsonType::Null,
            Value::Bool(_) => JsonType::Boolean,
            Value::Number(_) => JsonType::Number,
            Value::Str(_) => JsonType::String,
            Value::Array(_) => JsonType::Array,
            Value::Object(_) => JsonType::Object,
        }
    }

    fn to_value(&self) -> Cow<'a, serde_json::Value> {
        Cow::Owned(owned(self))
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::new(std::ptr::from_ref::<Value<'_>>(self) as usize))
    }
}

impl<'a> Object<'a, Borrowed> for Members<'a> {
    type Node = &'a Value<'a>;
    type MemberName = &'a str;
    type MembersIter = MembersIter<'a>;

    fn len(&self) -> usize {
        <[_]>::len(self)
    }

    fn get(&self, key: &String) -> Option<&'a Value<'a>> {
        self.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    fn members(&self) -> MembersIter<'a> {
        MembersIter(self.iter())
    }
}

/// Members one by one.
pub(super) struct MembersIter<'a>(slice::Iter<'a, (&'a str, Value<'a>)>);

impl<'a> Iterator for MembersIter<'a> {
    type Item = (&'a str, &'a Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (*name, value))
    }
}

impl<'a> Array<'a, Borrowed> for &'a [Value<'a>] {
    type Node = &'a Value<'a>;
    type ElementsIter = slice::Iter<'a, Value<'a>>;

    fn len(&self) -> usize {
        <[_]>::len(self)
    }

    fn elements(&self) -> Self::ElementsIter {
        self.iter()
    }

    fn is_unique(&self) -> bool {
        // Arrays that must be unique are short; long ones are judged as the default does.
        if <[_]>::len(self) > 16 {
            return unique::is_unique(&self.iter().map(owned).collect::<Vec<_>>());
        }
        (1..<[_]>::len(self)).all(|index| !self[..index].contains(&self[index]))
    }
}

/// A number.
#[derive(Clone, Copy)]
pub(super) struct Numeral(Number);

impl JsonNumber for Numeral {
    fn as_u64(&self) -> Option<u64> {
        self.0.as_u64()
    }

    fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }

    fn as_f64(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_number().to_string())
    }

    fn to_number(&self) -> Cow<'_, serde_json::Number> {
        Cow::Owned(number(&self.0))
    }

    fn is_integer(&self) -> bool {
        !self.0.is_f64() || self.0.as_f64().is_some_and(|number| number.fract() == 0.0)
    }
}

fn number(number: &Number) -> serde_json::Number {
    let integer = number.as_u64().map(Into::into).or_else(|| number.as_i64().map(Into::into));
    integer
        .or_else(|| serde_json::Number::from_f64(number.as_f64()?))
        .expect("a number of JSON is finite")
}

fn owned(value: &Value<'_>) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(boolean) => (*boolean).into(),
        Value::Number(numeral) => number(numeral).into(),
        Value::Str(string) => (&**string).into(),
        Value::Array(items) => items.iter().map(owned).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.to_owned(), owned(value))).collect()
        }
    }
}

/// The same JSON as what the record types deserialise from.
#[derive(Clone, Copy)]
pub(super) struct Tree<'de>(pub(super) &'de Value<'de>);

impl<'de> IntoDeserializer<'de> for Tree<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Tree<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(boolean) => visitor.visit_bool(*boolean),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (None, Some(number)) => visitor.visit_i64(number),
                (None, None) => visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN)),
            },
            Value::Str(string) => visitor.visit_borrowed_str(string),
            Value::Array(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(Tree))),
            Value::Object(members) => {
                let members = members.as_vec().iter().map(|(name, value)| (*name, Tree(value)));
                visitor.visit_map(MapDeserializer::new(members))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::Str(string) => {
                let variant: serde::de::value::StrDeserializer<'_, Error> =
                    (&**string).into_deserializer();
                variant.deserialize_enum(name, variants, visitor)
            }
            // Terms of vocabularies are strings.
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use jsonschema::json::conformance;

    use super::*;

    #[test]
    fn keeps_the_contract_that_the_validator_relies_on() {
        let text = conformance::document().to_string();
        let value: Value<'_> = serde_json::from_str(&text).expect("it is JSON");
        conformance::assert_conformance::<Borrowed>(&&value);
    }
}
