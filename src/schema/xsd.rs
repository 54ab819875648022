//! The table of the XML layout in, `readouts.xsd` out (XML Schema 1.0).
//!
//! Elements and attributes come in the order of the record types, each with its definition. Identifiers are keys within one
//! `readout`; what refers to them is a `keyref`, so that a validator finds a reference to nothing.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::markup::{Content, Markup, Member, NAMESPACE, REF, ROOT, Scalar, Type};
use crate::record::SCHEMA_VERSION;

/// Name of the type of elements that only refer.
const REFERENCE: &str = "Ref";
/// Name of the type of text that is not empty.
const TEXT: &str = "NonEmptyText";

type Xml = Writer<Vec<u8>>;

/// The file `readouts.xsd`.
#[must_use]
pub fn xsd() -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    schema(&mut xml).expect("memory takes all");
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

fn schema(xml: &mut Xml) -> io::Result<()> {
    let markup = Markup::of_records();
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let attributes = [
        ("xmlns:xs", "http://www.w3.org/2001/XMLSchema"),
        ("xmlns", NAMESPACE),
        ("xmlns:c", NAMESPACE),
        ("targetNamespace", NAMESPACE),
        ("elementFormDefault", "qualified"),
        ("version", SCHEMA_VERSION),
    ];
    element(xml, "xs:schema", &attributes, |xml| {
        document(xml, "Records of diplomatic readouts as chancery writes them in XML.")?;
        element(xml, "xs:element", &[("name", ROOT)], |xml| {
            document(xml, "Records, each of one readout.")?;
            element(xml, "xs:complexType", &[], |xml| {
                element(xml, "xs:sequence", &[], |xml| {
                    let any = [("ref", "readout"), ("minOccurs", "0"), ("maxOccurs", "unbounded")];
                    empty(xml, "xs:element", &any)
                })
            })
        })?;
        let record = markup.record();
        element(xml, "xs:element", &[("name", "readout"), ("type", &record.name)], |xml| {
            document(xml, &record.definition)?;
            keys(xml, markup)
        })?;
        for kind in &markup.types {
            complex_type(xml, markup, kind)?;
        }
        reference_type(xml)?;
        element(xml, "xs:simpleType", &[("name", TEXT)], |xml| {
            document(xml, "Text of at least one character, in which white space counts.")?;
            restriction(xml, "xs:string", &[("xs:minLength", "1")])
        })?;
        markup.scalars.iter().try_for_each(|scalar| simple_type(xml, scalar))
    })
}

/// Identifiers are unique over all arrays of a record; a reference leads to the array it is meant for.
fn keys(xml: &mut Xml, markup: &Markup) -> io::Result<()> {
    let mut named = Vec::new();
    let mut references = Vec::new();
    for member in &markup.record().members {
        let Content::Object(kind) = member.content else { continue };
        let path = format!("c:{}", member.tag);
        if member.many {
            named.push((member.key.as_str(), path.clone()));
        }
        paths(markup, &markup.types[kind], &path, &mut references);
    }
    let all: Vec<_> = named.iter().map(|(_, path)| path.as_str()).collect();
    key(xml, "xs:key", &[("name", "identifiers")], &all.join(" | "), "@id")?;
    for (name, path) in named {
        if references.iter().any(|reference| reference.target == name) {
            key(xml, "xs:key", &[("name", name)], &path, "@id")?;
        }
    }
    for Reference { target, path, field } in references {
        let name = format!("{}-{field}", path.replace("c:", "").replace('/', "-"));
        let attributes = [("name", name.as_str()), ("refer", &format!("c:{target}"))];
        key(xml, "xs:keyref", &attributes, &path, &format!("@{field}"))?;
    }
    Ok(())
}

/// Something that refers: the array it refers to, the path to its element, and the attribute that holds the identifier.
struct Reference {
    target: String,
    path: String,
    field: String,
}

fn paths(markup: &Markup, kind: &Type, path: &str, found: &mut Vec<Reference>) {
    for member in &kind.members {
        let below = format!("{path}/c:{}", member.tag);
        match (&member.refers_to, &member.content) {
            (Some(target), _) => {
                let (path, field) =
                    if member.many { (below.as_str(), REF) } else { (path, member.tag.as_str()) };
                found.push(Reference {
                    target: target.clone(),
                    path: path.to_owned(),
                    field: field.to_owned(),
                });
            }
            (None, Content::Object(kind)) => paths(markup, &markup.types[*kind], &below, found),
            _ => {}
        }
    }
}

/// An identity constraint: `field` of every element at `path`.
fn key(
    xml: &mut Xml,
    tag: &str,
    attributes: &[(&str, &str)],
    path: &str,
    field: &str,
) -> io::Result<()> {
    element(xml, tag, attributes, |xml| {
        empty(xml, "xs:selector", &[("xpath", path)])?;
        empty(xml, "xs:field", &[("xpath", field)])
    })
}

fn complex_type(xml: &mut Xml, markup: &Markup, kind: &Type) -> io::Result<()> {
    let (attributes, elements): (Vec<_>, Vec<_>) =
        kind.members.iter().partition(|member| member.is_attribute());
    element(xml, "xs:complexType", &[("name", &kind.name)], |xml| {
        document(xml, &kind.definition)?;
        if !elements.is_empty() {
            element(xml, "xs:sequence", &[], |xml| {
                elements.iter().try_for_each(|member| child(xml, markup, member))
            })?;
        }
        attributes.iter().try_for_each(|member| attribute(xml, markup, member))
    })
}

fn child(xml: &mut Xml, markup: &Markup, member: &Member) -> io::Result<()> {
    let mut attributes = vec![("name", member.tag.as_str())];
    let mut inline = None;
    match &member.content {
        _ if member.refers_to.is_some() => attributes.push(("type", REFERENCE)),
        Content::Object(kind) => attributes.push(("type", &markup.types[*kind].name)),
        Content::Text(0, None) => attributes.push(("type", "xs:string")),
        Content::Text(1, None) => attributes.push(("type", TEXT)),
        other => match named(markup, other) {
            Some(name) => attributes.push(("type", name)),
            None => inline = Some(other),
        },
    }
    // One is what XML Schema assumes of both.
    let least = if member.many { member.least } else { member.required.into() }.to_string();
    if least != "1" {
        attributes.push(("minOccurs", &least));
    }
    let greatest = member.greatest.map_or("unbounded".to_owned(), |greatest| greatest.to_string());
    if member.many && greatest != "1" {
        attributes.push(("maxOccurs", &greatest));
    }
    element(xml, "xs:element", &attributes, |xml| {
        document(xml, &member.definition)?;
        match (inline, &member.content) {
            (Some(content), _) => anonymous_type(xml, content),
            (None, Content::Object(kind)) => unique(xml, &markup.types[*kind]),
            _ => Ok(()),
        }
    })
}

/// Arrays of an element that hold no value twice.
fn unique(xml: &mut Xml, kind: &Type) -> io::Result<()> {
    let sets = kind.members.iter().filter(|member| member.unique);
    sets.into_iter().try_for_each(|member| {
        let name = format!("{}-{}-once", kind.name.to_lowercase(), member.tag);
        let field = if member.refers_to.is_some() { format!("@{REF}") } else { ".".to_owned() };
        key(xml, "xs:unique", &[("name", &name)], &format!("c:{}", member.tag), &field)
    })
}

fn attribute(xml: &mut Xml, markup: &Markup, member: &Member) -> io::Result<()> {
    let mut attributes = vec![("name", member.tag.as_str())];
    let name = named(markup, &member.content);
    attributes.extend(name.map(|name| ("type", name)));
    if member.required {
        attributes.push(("use", "required"));
    }
    element(xml, "xs:attribute", &attributes, |xml| {
        document(xml, &member.definition)?;
        if name.is_some() { Ok(()) } else { anonymous_type(xml, &member.content) }
    })
}

fn named<'a>(markup: &'a Markup, content: &Content) -> Option<&'a str> {
    match content {
        Content::Boolean => Some("xs:boolean"),
        Content::Scalar(scalar) => Some(&markup.scalars[*scalar].name),
        _ => None,
    }
}

fn anonymous_type(xml: &mut Xml, content: &Content) -> io::Result<()> {
    let (base, least, greatest) = match content {
        Content::Integer(least, greatest) => (
            "xs:integer",
            Some(("xs:minInclusive", least.to_string())),
            Some(("xs:maxInclusive", greatest.to_string())),
        ),
        Content::Text(least, greatest) => (
            "xs:string",
            (*least > 0).then(|| ("xs:minLength", least.to_string())),
            greatest.map(|greatest| ("xs:maxLength", greatest.to_string())),
        ),
        _ => unreachable!("other content has a named type"),
    };
    let facets: Vec<_> = least.iter().chain(&greatest).map(|(tag, n)| (*tag, n.as_str())).collect();
    element(xml, "xs:simpleType", &[], |xml| restriction(xml, base, &facets))
}

fn reference_type(xml: &mut Xml) -> io::Result<()> {
    element(xml, "xs:complexType", &[("name", REFERENCE)], |xml| {
        document(xml, "An identifier of something in the same record.")?;
        empty(xml, "xs:attribute", &[("name", REF), ("type", "LocalId"), ("use", "required")])
    })
}

fn simple_type(xml: &mut Xml, scalar: &Scalar) -> io::Result<()> {
    element(xml, "xs:simpleType", &[("name", &scalar.name)], |xml| {
        document(xml, &scalar.definition)?;
        if !scalar.terms.is_empty() {
            return element(xml, "xs:restriction", &[("base", "xs:string")], |xml| {
                scalar.terms.iter().try_for_each(|term| {
                    element(xml, "xs:enumeration", &[("value", term.name)], |xml| {
                        document(xml, term.definition)
                    })
                })
            });
        }
        let base = if scalar.identifier { "xs:NCName" } else { "xs:string" };
        // A pattern of XML Schema is anchored as it is.
        let pattern = scalar.pattern.as_deref().map(|pattern| {
            ("xs:pattern", pattern.trim_start_matches('^').trim_end_matches('$').to_owned())
        });
        let length = scalar.max_length.map(|length| ("xs:maxLength", length.to_string()));
        let facets: Vec<_> =
            pattern.iter().chain(&length).map(|(tag, value)| (*tag, value.as_str())).collect();
        restriction(xml, base, &facets)
    })
}

fn restriction(xml: &mut Xml, base: &str, facets: &[(&str, &str)]) -> io::Result<()> {
    element(xml, "xs:restriction", &[("base", base)], |xml| {
        facets.iter().try_for_each(|(tag, value)| empty(xml, tag, &[("value", value)]))
    })
}

fn document(xml: &mut Xml, text: &str) -> io::Result<()> {
    element(xml, "xs:annotation", &[], |xml| {
        let documentation =
            xml.create_element("xs:documentation").with_attribute(("xml:lang", "en"));
        documentation.write_text_content(BytesText::new(text)).map(drop)
    })
}

fn element<W: Write>(
    xml: &mut Writer<W>,
    tag: &str,
    attributes: &[(&str, &str)],
    inner: impl FnOnce(&mut Writer<W>) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element(tag)
        .with_attributes(attributes.iter().copied())
        .write_inner_content(inner)
        .map(drop)
}

fn empty(xml: &mut Xml, tag: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element(tag).with_attributes(attributes.iter().copied()).write_empty().map(drop)
}
