//! CURIEs, as the record types carry them, to IRIs.

/// Prefixes of CURIEs and what they stand for, in alphabetical order.
pub const PREFIXES: &[(&str, &str)] = &[
    ("chancery", "https://w3id.org/chancery/ns#"),
    ("edtf", "http://id.loc.gov/datatypes/edtf/"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("schema", "https://schema.org/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The IRI of a CURIE; none for what is no CURIE with one of [`PREFIXES`], such as the keyword `@id`.
///
/// ```
/// assert_eq!(chancery::schema::expand("oa:start").as_deref(), Some("http://www.w3.org/ns/oa#start"));
/// assert_eq!(chancery::schema::expand("@id"), None);
/// ```
#[must_use]
pub fn expand(curie: &str) -> Option<String> {
    let (prefix, name) = curie.split_once(':')?;
    let (_, iri) = PREFIXES.iter().find(|(known, _)| *known == prefix)?;
    Some(format!("{iri}{name}"))
}
