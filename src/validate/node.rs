//! A tree of JSON as what the JSON Schema validator reads.

use std::borrow::Cow;

use jsonschema::JsonType;
use jsonschema::json::{Array, Json, JsonNumber, Node, NodeIdentity, Object, cmp, unique};

use crate::record::tree::{Inside, Item, Members, Number, Tree};

/// The representation, for the validator's type parameter.
pub(super) struct Flat;

impl Json for Flat {
    type Node<'a> = Item<'a>;
    type PreparedKey = String;
    type StringBuffer = Tree;

    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>(
        buffer: &mut Tree,
        string: &str,
        f: impl FnOnce(Self::Node<'_>) -> T,
    ) -> T {
        buffer.set_to_string(string);
        f(buffer.root())
    }
}

impl<'a> Node<'a, Flat> for Item<'a> {
    type Object = Members<'a>;
    type Array = Inside<'a>;
    type Number = Number;

    fn as_object(&self) -> Option<Members<'a>> {
        self.members()
    }

    fn as_array(&self) -> Option<Inside<'a>> {
        self.elements()
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        self.as_str().map(Cow::Borrowed)
    }

    fn as_number(&self) -> Option<Number> {
        Item::as_number(*self)
    }

    fn as_boolean(&self) -> Option<bool> {
        self.as_bool()
    }

    fn is_null(&self) -> bool {
        Item::is_null(*self)
    }

    fn json_type(&self) -> JsonType {
        match () {
            () if self.as_str().is_some() => JsonType::String,
            () if self.members().is_some() => JsonType::Object,
            () if self.elements().is_some() => JsonType::Array,
            () if Item::as_number(*self).is_some() => JsonType::Number,
            () if self.as_bool().is_some() => JsonType::Boolean,
            () => JsonType::Null,
        }
    }

    fn equals_value(&self, expected: &serde_json::Value) -> bool {
        match self.as_str() {
            Some(string) => expected.as_str() == Some(string),
            None => cmp::equal(&Item::to_value(*self), expected),
        }
    }

    fn to_value(&self) -> Cow<'a, serde_json::Value> {
        Cow::Owned(Item::to_value(*self))
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::new(self.address()))
    }
}

impl<'a> Object<'a, Flat> for Members<'a> {
    type Node = Item<'a>;
    type MemberName = &'a str;
    type MembersIter = Members<'a>;

    fn len(&self) -> usize {
        ExactSizeIterator::len(self)
    }

    fn get(&self, key: &String) -> Option<Item<'a>> {
        self.clone().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    fn members(&self) -> Members<'a> {
        self.clone()
    }
}

impl<'a> Array<'a, Flat> for Inside<'a> {
    type Node = Item<'a>;
    type ElementsIter = Inside<'a>;

    fn len(&self) -> usize {
        ExactSizeIterator::len(self)
    }

    fn elements(&self) -> Inside<'a> {
        self.clone()
    }

    fn is_unique(&self) -> bool {
        // What must be unique is mostly a few identifiers.
        let strings: Option<Vec<&str>> = match ExactSizeIterator::len(self) {
            0..=16 => self.clone().map(Item::as_str).collect(),
            _ => None,
        };
        match strings {
            Some(strings) => (1..strings.len()).all(|at| !strings[..at].contains(&strings[at])),
            None => unique::is_unique(&self.clone().map(Item::to_value).collect::<Vec<_>>()),
        }
    }
}

impl JsonNumber for Number {
    fn as_u64(&self) -> Option<u64> {
        match *self {
            Self::Unsigned(number) => Some(number),
            Self::Negative(_) | Self::Fraction(_) => None,
        }
    }

    fn as_i64(&self) -> Option<i64> {
        match *self {
            Self::Unsigned(number) => number.try_into().ok(),
            Self::Negative(number) => Some(number),
            Self::Fraction(_) => None,
        }
    }

    fn as_f64(&self) -> Option<f64> {
        self.to_number().as_f64()
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_number().to_string())
    }

    fn to_number(&self) -> Cow<'_, serde_json::Number> {
        Cow::Owned(match *self {
            Self::Unsigned(number) => number.into(),
            Self::Negative(number) => number.into(),
            Self::Fraction(number) => {
                serde_json::Number::from_f64(number).expect("a number of JSON is finite")
            }
        })
    }

    fn is_integer(&self) -> bool {
        match *self {
            Self::Fraction(number) => number.fract() == 0.0,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use jsonschema::json::conformance;

    use super::*;

    #[test]
    fn keeps_the_contract_that_the_validator_relies_on() {
        let tree = Tree::of(&conformance::document()).expect("JSON has a tree");
        conformance::assert_conformance::<Flat>(&tree.root());
    }
}
