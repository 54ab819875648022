//! Records as linked data: what a JSON-LD processor makes of them, what the Turtle files say, what reading them back finds.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chancery::export::{Format, Layout, Writer};
use chancery::import;
use chancery::record::{Readout, VOCABULARIES};
use chancery::schema::{Markup, context, shapes, term_iri, vocabulary};
use oxjsonld::{JsonLdParser, JsonLdProfile, JsonLdProfileSet};
use oxrdf::{NamedOrBlankNode, Term, Triple};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::random;
use crate::records::{quoted, sample};

fn document(records: &[Readout]) -> Vec<u8> {
    let mut writer = Writer::new(Format::Jsonld, Layout::Compact, Vec::new());
    for record in records {
        writer.write(&random::valid(record.clone())).unwrap();
    }
    writer.finish().unwrap()
}

/// The triples of a document; no context is ever loaded.
fn triples(document: &[u8], profile: impl Into<JsonLdProfileSet>) -> BTreeSet<String> {
    parse(document, profile).into_iter().map(|triple| triple.to_string()).collect()
}

fn parse(document: &[u8], profile: impl Into<JsonLdProfileSet>) -> Vec<Triple> {
    let quads = JsonLdParser::new().with_profile(profile).for_slice(document);
    quads.map(|quad| Triple::from(quad.unwrap())).collect()
}

fn some_records(count: usize) -> Vec<Readout> {
    let mut runner = TestRunner::deterministic();
    let random = (0..count).map(|_| random::records().new_tree(&mut runner).unwrap().current());
    [sample(), quoted(sample())].into_iter().chain(random).collect()
}

#[test]
fn a_meeting_is_described_in_the_words_of_others() {
    let record = sample();
    let found = triples(&document(std::slice::from_ref(&record)), JsonLdProfileSet::empty());
    let short = |text: &str| {
        text.replace("R#", &format!("{}#", record.id))
            .replace("<S", &format!("<{}", record.source.id))
            .replace("chancery:", "https://w3id.org/chancery/")
            .replace("schema:", "https://schema.org/")
    };
    for expected in [
        "<chancery:state/NOR> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <schema:Country>",
        "<R#aiko-mori> <chancery:ns#represents> <chancery:state/JPN>",
        "<R#aiko-mori> <chancery:ns#office> <R#aiko-mori/office-1>",
        "<R#aiko-mori/office-1> <chancery:ns#officeTitle> \"Foreign Minister\"",
        "<R#event-1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <schema:Event>",
        "<R#event-1> <chancery:ns#eventType> <chancery:event-type/meeting>",
        "<R#event-1> <schema:location> <R#event-1/place>",
        "<R#event-1/place> <chancery:ns#country> <chancery:state/NOR>",
        "<R#event-1> <schema:attendee> <R#kare-lund>",
        "<R#event-1> <schema:startDate> \"2026-03-04\"^^<http://www.w3.org/2001/XMLSchema#date>",
        "<R#event-1> <chancery:ns#date> \"2026-03-04\"^^<http://id.loc.gov/datatypes/edtf/EDTF>",
        // `host` is a key of the source too, `publisher` as well: terms are not taken for them.
        "<R#event-1/participant-2> <chancery:ns#role> <chancery:role/host>",
        "<R#statement-3> <chancery:ns#attribution> <chancery:attribution/publisher>",
        "<R#statement-3> <http://www.w3.org/ns/prov#wasQuotedFrom> <S>",
        "<R#reference-3> <chancery:ns#referenceKind> <chancery:reference-kind/anniversary>",
        "<R#reference-3> <chancery:ns#anniversaryOf> <R#reference-2>",
        "<R#reference-3> <chancery:ns#ordinal> \"10\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "<R#text/0-5> <http://www.w3.org/ns/oa#hasSource> <S#text>",
        "<R#text/0-5/position> <http://www.w3.org/ns/oa#end> \"5\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>",
        "<S#/part> <chancery:ns#partCount> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer>",
    ] {
        assert!(found.contains(&short(expected)), "{expected}");
    }
    assert!(!found.iter().any(|triple| triple.contains("event-1> <schema:name> \"Japan")));
}

#[test]
fn every_value_of_every_key_becomes_a_triple_and_nothing_else_does() {
    for record in some_records(200) {
        let bytes = document(&[record]);
        let mut value: Value = serde_json::from_slice(&bytes).unwrap();
        let mut said: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
        leaves(&value["readouts"].take(), &mut said);
        let mut found: BTreeMap<String, HashSet<Triple>> = BTreeMap::new();
        for triple in parse(&bytes, JsonLdProfileSet::empty()) {
            let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
                panic!("{triple} has a blank node")
            };
            let subject = subject.as_str().to_owned();
            found.entry(subject).or_default().insert(triple);
        }
        assert!(said.keys().eq(found.keys()));
        for (subject, said) in &said {
            let triples = &found[subject];
            assert_eq!(said.len(), triples.len(), "{said:?} {triples:?}");
            for (key, leaf) in said {
                let means = |object: &Term| match object {
                    Term::NamedNode(iri) if key == "@type" => iri.as_str().ends_with(leaf.as_str()),
                    Term::NamedNode(iri) => {
                        iri.as_str() == leaf || iri.as_str().ends_with(&format!("/{leaf}"))
                    }
                    Term::Literal(literal) => literal.value() == leaf,
                    Term::BlankNode(_) => false,
                };
                assert!(triples.iter().any(|t| means(&t.object)), "{subject}: {key} {leaf:?}");
            }
        }
    }
}

/// The keys of each object with their values: an object stands for its IRI.
fn leaves(value: &Value, said: &mut BTreeMap<String, BTreeSet<(String, String)>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| leaves(value, said)),
        Value::Object(object) => {
            let id = object["id"].as_str().unwrap();
            for (key, value) in object.iter().filter(|(key, _)| *key != "id") {
                for value in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
                    let leaf = match value.get("id").unwrap_or(value) {
                        Value::String(text) => text.clone(),
                        other => other.to_string(),
                    };
                    said.entry(id.to_owned()).or_default().insert((key.clone(), leaf));
                    leaves(value, said);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn a_streaming_processor_reads_the_same_and_a_second_reading_adds_nothing() {
    let once = document(&some_records(20));
    let all = triples(&once, JsonLdProfileSet::empty());
    assert_eq!(all, triples(&once, JsonLdProfile::Streaming));
    let pretty = {
        let mut writer = Writer::new(Format::Jsonld, Layout::Pretty, Vec::new());
        for record in some_records(20) {
            writer.write(&random::valid(record)).unwrap();
        }
        writer.finish().unwrap()
    };
    // Names come from the record alone, so the same record makes the same triples.
    assert_eq!(all, triples(&pretty, JsonLdProfile::Streaming));
    assert!(!all.iter().any(|triple| triple.contains("_:")));
}

fn turtle(text: &str) -> HashSet<Triple> {
    oxttl::TurtleParser::new().for_slice(text).map(|triple| triple.unwrap()).collect()
}

#[test]
fn every_term_is_a_concept_with_label_and_definition() {
    let vocabulary = turtle(&vocabulary());
    let has = |subject: &str, predicate: &str| {
        let subject = format!("<{subject}>");
        vocabulary.iter().any(|triple| {
            triple.subject.to_string() == subject && triple.predicate.as_str().ends_with(predicate)
        })
    };
    for scheme in VOCABULARIES {
        for term in scheme.terms {
            let iri = term_iri(scheme, term);
            for predicate in ["core#prefLabel", "core#definition", "core#inScheme"] {
                assert!(has(&iri, predicate), "{iri} {predicate}");
            }
            assert_eq!(has(&iri, "core#closeMatch"), term.plover.or(term.cameo).is_some(), "{iri}");
        }
    }
    for kind in &Markup::of_records().types {
        let properties = kind.members.iter().map(|member| &member.iri);
        for curie in properties.chain([&kind.class]).filter(|iri| iri.starts_with("chancery:")) {
            let iri = chancery::schema::expand(curie).unwrap();
            assert!(has(&iri, "rdf-schema#label") && has(&iri, "rdf-schema#comment"), "{iri}");
        }
    }
}

#[test]
fn every_key_has_a_shape() {
    let shapes = turtle(&shapes());
    let objects: BTreeSet<_> = shapes
        .iter()
        .filter(|triple| triple.predicate.as_str().ends_with("shacl#path"))
        .map(|triple| triple.object.to_string())
        .collect();
    for member in Markup::of_records().types.iter().flat_map(|kind| &kind.members) {
        let iri = chancery::schema::expand(&member.iri).map(|iri| format!("<{iri}>"));
        assert!(iri.is_none_or(|iri| objects.contains(&iri)), "{}", member.key);
    }
}

/// What reading a changed document finds: code, pointer and message.
fn findings(change: impl Fn(&mut Value)) -> Vec<(String, String, String)> {
    let mut value: Value = serde_json::from_slice(&document(&[sample()])).unwrap();
    change(&mut value);
    let bytes = serde_json::to_vec(&value).unwrap();
    let chunks = import::chunks("changed.jsonld", Format::Jsonld, &*bytes);
    let mut found = Vec::new();
    for finding in chunks.flat_map(|chunk| chunk.unwrap().read().diagnostics) {
        let pointer = finding.location.pointer.unwrap_or_default();
        found.push((finding.code.as_str().to_owned(), pointer, finding.message));
    }
    found
}

fn found(code: &str, pointer: &str, message: &str) -> (String, String, String) {
    (code.to_owned(), pointer.to_owned(), message.to_owned())
}

#[test]
fn a_derived_key_that_disagrees_is_found() {
    let found_dates = findings(|document| {
        document["readouts"][0]["events"][0]["startDate"] = "2026-03-03".into();
        document["readouts"][0]["statements"][1]["evidence"][0]["selector"][0]["start"] = 0.into();
        document["readouts"][0]["actors"][0]["@type"] = "Person".into();
    });
    assert_eq!(found_dates.len(), 3, "{found_dates:?}");
    let start = "`startDate` is `\"2026-03-03\"`; the record gives `\"2026-03-04\"`";
    assert!(found_dates.contains(&found(
        "derived-key-differs",
        "/readouts/0/events/0/startDate",
        start
    )));
    let moved = findings(|document| {
        // A date that is no day has no first day.
        document["readouts"][0]["events"][0]["date"] = "2026-03".into();
    });
    assert_eq!(moved[0].2, "`startDate` is `\"2026-03-04\"`; the record gives no such key");
}

#[test]
fn derived_keys_may_be_left_out_and_terms_of_later_versions_stand_in_the_context() {
    let less = findings(|document| {
        document["@context"]["later"] = "chancery:later".into();
        let event = document["readouts"][0]["events"][0].as_object_mut().unwrap();
        for key in ["@type", "attendee", "startDate", "endDate"] {
            assert!(event.shift_remove(key).is_some());
        }
    });
    assert_eq!(less, []);
}

#[test]
fn a_context_of_others_is_not_read_and_nothing_is_fetched() {
    let remote = findings(|document| {
        let ours = document["@context"].take();
        document["@context"] = json!([ours, "https://schema.org/"]);
    });
    let message = "the context points to the network: `https://schema.org/`; expected the context itself, nothing is fetched";
    assert_eq!(remote, [found("foreign-context", "/@context", message)]);
    let other = findings(|document| document["@context"]["name"] = "schema:title".into());
    let message = "the context gives `name` another meaning than chancery";
    assert_eq!(other, [found("foreign-context", "/@context/name", message)]);
    let wider = findings(|document| document["@context"]["@vocab"] = "https://schema.org/".into());
    assert_eq!(wider[0].1, "/@context/@vocab");
}

#[test]
fn an_identifier_of_another_record_stays_what_it_is() {
    let mut value: Value = serde_json::from_slice(&document(&[sample()])).unwrap();
    let foreign = "urn:uuid:00000000-0000-0000-0000-000000000000#JPN";
    value["readouts"][0]["events"][0]["parties"][0] = foreign.into();
    let bytes = serde_json::to_vec(&value).unwrap();
    let chunk = import::chunks("-", Format::Jsonld, &*bytes).next().unwrap().unwrap();
    let item = chunk.read().items.remove(0);
    assert_eq!(item.value["events"][0]["parties"], json!([foreign, "NOR"]));
}

#[test]
fn the_context_fits_any_processor() {
    let context = context();
    let terms = context["@context"].as_object().unwrap();
    assert!(!terms.contains_key("@vocab") && !terms.contains_key("@base"));
    // A string would be the address of a remote context.
    let remote = terms.values().any(|term| term.get("@context").is_some_and(Value::is_string));
    assert!(!remote);
}
