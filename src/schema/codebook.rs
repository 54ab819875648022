//! Record types and vocabularies to the codebook in Markdown: what each field and each term means, for scholars to cite.

use std::fmt::Write as _;

use serde_json::Value;

use super::code_list::{kebab, term_iri};
use super::conditions::conditions;
use super::{PREFIXES, annotated, open, state_codes, strict};
use crate::record::{SCHEMA_VERSION, VOCABULARIES, Vocabulary};

/// A record in which every field occurs that a record with its text can have; the codebook's examples are from it.
pub const EXAMPLE: &str = include_str!("example.json");

/// The codebook of this version of the record format.
#[must_use]
pub fn codebook() -> String {
    let schema = annotated();
    let objects = objects(&schema);
    let mut text = introduction();
    text.push_str(&diagram(&objects, &schema));
    text.push_str("\n## Objects\n");
    let example: Value = serde_json::from_str(EXAMPLE).expect("the example is JSON");
    for (name, object) in &objects {
        text.push_str(&object_section(name, object, &schema, &example));
    }
    text.push_str("\n## Strings with a form\n");
    for (name, definition) in definitions(&schema).filter(|(_, d)| d["pattern"].is_string()) {
        let _ = write!(
            text,
            "\n### {name}\n\n{}\n\nForm: `{}`",
            string(&definition["description"]),
            string(&definition["pattern"])
        );
        if let Some(max) = definition["maxLength"].as_u64() {
            let _ = write!(text, ", at most {max} characters");
        }
        text.push_str(".\n");
    }
    text.push_str("\n## Vocabularies\n");
    for vocabulary in VOCABULARIES {
        text.push_str(&vocabulary_section(vocabulary));
    }
    let _ = write!(
        text,
        "\n## State codes\n\n{} codes are listed in [`schemas/codelists/state.csv`](../schemas/codelists/state.csv): those that \
         ISO 3166-1 assigns, those that it withdrew, and the user-assigned XKX. A code implies no recognition.\n",
        state_codes().len()
    );
    text
}

fn introduction() -> String {
    let mut text = format!(
        "# Codebook of chancery, record format {SCHEMA_VERSION}\n\n\
         What each field of a record means and which values it may have. This file is generated from the record types \
         (`chancery schema codebook.md`), as are the files in [`schemas/`](../schemas), so that code, schemas and codebook \
         cannot disagree. Please cite it with the version of the record format above; `CITATION.cff` has the reference.\n\n\
         ## Versions\n\n\
         `schema_version` is MAJOR.MINOR, on its own and not the version of the tool. Before 1.0 anything may change. From 1.0, \
         without a new MAJOR nothing is removed, renamed or given another type, no required field and no term of a vocabulary \
         is added; a new MINOR may add optional fields. Readers should pass over fields that they do not know. \
         `chancery schema diff OLD NEW` names what changed between two schemas.\n\n\
         ## Conventions\n\n\
         A record is one readout. Fields that the text does not give are absent, never null; lists are always present, \
         empty if need be; a set is a list without repetitions. The lengths of lists and the rules between fields hold in \
         `readout.strict.schema.json`, all else in `readout.schema.json` too. PLOVER and CAMEO are the closest matches in \
         those codebooks of event data, not equivalents; topics are the contexts of PLOVER.\n\n\
         IRIs are written with these prefixes; `@id` marks the field that names its object.\n\n\
         | Prefix | IRI |\n|---|---|\n"
    );
    for (prefix, iri) in PREFIXES {
        let _ = writeln!(text, "| `{prefix}:` | <{iri}> |");
    }
    text
}

/// Who refers to whom: containment by solid lines, references by identifier by dotted ones.
fn diagram(objects: &[(&str, &Value)], schema: &Value) -> String {
    let mut text = String::from(
        "\n## Entity diagram\n\nSolid lines: an object holds another. Dotted lines: it names another by its identifier. \
         Evidence, which nearly every object holds, is left out.\n\n```mermaid\nerDiagram\n",
    );
    for (name, object) in objects {
        for (field, property) in fields(object) {
            let many = property["items"].is_object();
            let value = if many { &property["items"] } else { property };
            let held =
                target(value).filter(|target| objects.iter().any(|(name, _)| name == target));
            let named = property["x-ref"]
                .as_str()
                .and_then(|list| target(&schema["properties"][list]["items"]));
            let count = match (many, required(object, field)) {
                (true, _) => "o{",
                (false, true) => "||",
                (false, false) => "o|",
            };
            let (line, other) = match (held, named) {
                (Some("Evidence"), _) | (None, None) => continue,
                (Some(held), _) => ("||--", held),
                (None, Some(named)) => ("}o..", named),
            };
            let _ = writeln!(text, "    {name} {line}{count} {other} : {field}");
        }
    }
    text + "```\n"
}

fn object_section(name: &str, object: &Value, schema: &Value, example: &Value) -> String {
    let strict = strict();
    let strict = if strict["title"] == name { &strict } else { &strict["$defs"][name] };
    let mut text = format!(
        "\n### {name}\n\n{} Class `{}`.\n\n| Field | Type | Required | Definition | Example | IRI |\n|---|---|---|---|---|---|\n",
        string(&object["description"]),
        string(&object["x-class"]),
    );
    for (field, property) in fields(object) {
        let required = if required(object, field) { "yes" } else { "no" };
        let shown = sample(example, schema, schema, name, field).map(brief).unwrap_or_default();
        let _ = writeln!(
            text,
            "| `{field}` | {}{} | {required} | {} | {} | `{}` |",
            type_name(&strict["properties"][field]),
            property["x-ref"].as_str().map(|list| format!(" of `{list}`")).unwrap_or_default(),
            cell(string(&property["description"])),
            cell(&shown),
            string(&property["x-iri"]),
        );
    }
    let rules = conditions(name, &open());
    if !rules.is_empty() {
        text.push_str("\nRules:\n\n");
    }
    for rule in rules {
        let _ = writeln!(text, "- {}", string(&rule["description"]));
    }
    text
}

fn vocabulary_section(vocabulary: &Vocabulary) -> String {
    let Vocabulary { name, definition, terms, .. } = vocabulary;
    let file = kebab(name);
    let mut text = format!(
        "\n### {name}\n\n{definition} As a list: [`{file}.csv`](../schemas/codelists/{file}.csv).\n\n\
         | Term | Definition | IRI | PLOVER | CAMEO |\n|---|---|---|---|---|\n"
    );
    for term in *terms {
        let iri = format!("<{}>", term_iri(vocabulary, term));
        let (plover, cameo) = (term.plover.unwrap_or_default(), term.cameo.unwrap_or_default());
        let _ = writeln!(
            text,
            "| `{}` | {} | {iri} | {plover} | {cameo} |",
            term.name,
            cell(term.definition)
        );
    }
    text
}

/// The record itself and the other object types, in the order in which the record holds them.
fn objects(schema: &Value) -> Vec<(&str, &Value)> {
    let others = definitions(schema).filter(|(_, definition)| definition["properties"].is_object());
    std::iter::once((string(&schema["title"]), schema)).chain(others).collect()
}

fn definitions(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    entries(&schema["$defs"])
}

fn fields(object: &Value) -> impl Iterator<Item = (&str, &Value)> {
    entries(&object["properties"])
}

fn entries(object: &Value) -> impl Iterator<Item = (&str, &Value)> {
    object.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn required(object: &Value, field: &str) -> bool {
    object["required"].as_array().is_some_and(|names| names.iter().any(|name| name == field))
}

fn target(value: &Value) -> Option<&str> {
    value["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// "list of at least one [Evidence](#evidence)", "integer, 1 to 9999".
fn type_name(property: &Value) -> String {
    if property["items"].is_object() {
        let kind = if property["uniqueItems"] == true { "set" } else { "list" };
        let count = match (property["minItems"].as_u64(), property["maxItems"].as_u64()) {
            (Some(1), Some(1)) => "exactly one ",
            (Some(1), None) => "at least one ",
            _ => "",
        };
        return format!("{kind} of {count}{}", type_name(&property["items"]));
    }
    let link = |name: &str| format!("[{name}](#{})", name.to_ascii_lowercase());
    let mut text = target(property).map_or_else(|| string(&property["type"]).to_owned(), link);
    let number = |key: &str| property[key].as_u64();
    if let (Some(min), Some(max)) = (number("minimum"), number("maximum")) {
        let _ = write!(text, ", {min} to {max}");
    }
    if number("minLength") == Some(1) {
        text.push_str(", not empty");
    }
    if let Some(max) = number("maxLength") {
        let _ = write!(text, ", at most {max} characters");
    }
    text
}

/// The first value of a field in the example, looked for in the objects of its type.
fn sample<'a>(
    value: &'a Value,
    node: &Value,
    schema: &Value,
    object: &str,
    field: &str,
) -> Option<&'a Value> {
    if string(&node["title"]) == object
        && let Some(found) = value.get(field).filter(|found| **found != Value::Array(Vec::new()))
    {
        return Some(found);
    }
    fields(node).find_map(|(name, property)| {
        let many = property["items"].is_object();
        let below = target(if many { &property["items"] } else { property })?;
        let below = &schema["$defs"][below];
        let child = value.get(name)?;
        let children =
            if many { child.as_array()?.as_slice() } else { std::slice::from_ref(child) };
        children.iter().find_map(|child| sample(child, below, schema, object, field))
    })
}

/// A value as an example: of a list its first item, of a long text its beginning, of an object nothing.
fn brief(value: &Value) -> String {
    match value {
        Value::Array(items) => items.first().map(brief).unwrap_or_default(),
        Value::Object(_) => String::new(),
        Value::String(text) => {
            let line = text.lines().next().unwrap_or_default();
            match line.char_indices().nth(48) {
                Some((end, _)) => format!("`{}…`", &line[..end]),
                None => format!("`{line}`"),
            }
        }
        scalar => format!("`{scalar}`"),
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace("\n\n", " ")
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
