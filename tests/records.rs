//! Valid records for tests: a small one about an invented meeting, and what is needed to build others.

use chancery::Readout;
use chancery::record::{Evidence, Identity, sha256};
use serde_json::{Value, json};

/// The text of [`sample`]. It has letters of two, three and four bytes, so that no unit but the code point fits its spans.
pub(crate) const TEXT: &str = "Japan and Norway hold talks on sea ice\n\n\
    TROMSØ, 4 March 2026 (Ministry of Foreign Affairs of Norway) – Foreign Minister Aiko Mori of Japan 🧊 met Kåre Lund, \
    Minister of Foreign Affairs of Norway, in Tromsø today.\n\n\
    Minister Mori said that Japan supports the Polar Code of the International Maritime Organization (IMO). The two sides \
    agreed to extend the 2016 Arctic Accord, whose 10th anniversary falls this year. Norway thanks Japan for the visit.";

/// The span of the first occurrence of `words` in `text`, in code points.
pub(crate) fn span(text: &str, words: &str) -> Evidence {
    let start = text.find(words).unwrap_or_else(|| panic!("`{words}` is not in the text"));
    let start = text[..start].chars().count();
    Evidence::new(start as u32, (start + words.chars().count()) as u32)
}

/// Computes the digest of the text and the names of the document and the record, after a change of what they rest on.
pub(crate) fn seal(readout: &mut Readout) {
    let source = &mut readout.source;
    if let Some(text) = &source.text {
        source.text_sha256 = sha256(text.as_bytes());
    }
    source.id = Identity {
        text_sha256: &source.text_sha256,
        url: source.url.as_deref(),
        published: source.published,
        part: source.part,
    }
    .document();
    let version = readout.schema_version.as_str();
    readout.id = Identity::record(&source.id, version, &readout.conversion);
}

/// A valid record with something in every field.
pub(crate) fn sample() -> Readout {
    let at = |words: &str| json!([span(TEXT, words)]);
    let statement = |id: &str, sentence: u32, text: &str, cue: &str| {
        json!({
            "id": id, "sentence": sentence, "events": ["event-1"], "cue": cue, "cue_evidence": at(cue), "continued": false,
            "quotation": "indirect", "targets": [], "mentions": [], "references": [], "topics": [], "text": text,
            "evidence": at(text)
        })
    };
    let mut statements = [
        statement(
            "statement-1",
            3,
            "Minister Mori said that Japan supports the Polar Code of the International Maritime Organization (IMO).",
            "supports",
        ),
        statement(
            "statement-2",
            4,
            "The two sides agreed to extend the 2016 Arctic Accord, whose 10th anniversary falls this year.",
            "agreed",
        ),
        statement("statement-3", 5, "Norway thanks Japan for the visit.", "thanks"),
    ];
    let facts = [
        json!({"attribution": "attributed", "speakers": ["aiko-mori"], "act": "support", "mentions": ["imo"], "references": ["reference-1"], "topics": ["environment", "legal"]}),
        json!({"attribution": "joint", "speakers": ["JPN", "NOR"], "act": "agree", "references": ["reference-2", "reference-3"]}),
        json!({"attribution": "publisher", "speakers": ["NOR-mfa"], "act": "appreciate", "targets": ["JPN"]}),
    ];
    for (statement, facts) in statements.iter_mut().zip(facts) {
        for (key, value) in facts.as_object().unwrap() {
            statement[key] = value.clone();
        }
    }
    record(json!({
        "source": {
            "title": "Japan and Norway hold talks on sea ice", "publisher": "NOR-mfa", "published": "2026-03-05",
            "dateline": "TROMSØ, 4 March 2026 (Ministry of Foreign Affairs of Norway)", "host": "An archive", "url": "https://example.org/talks",
            "language": "en", "media_type": "text/plain", "part": {"index": 1, "of": 2}, "given": ["host", "url"], "text": TEXT
        },
        "actors": [
            {"id": "JPN", "kind": "state", "name": "Japan", "same_as": ["http://www.wikidata.org/entity/Q17"], "evidence": at("Japan")},
            {"id": "NOR", "kind": "state", "name": "Norway", "evidence": at("Norway")},
            {"id": "NOR-mfa", "kind": "organization", "name": "Ministry of Foreign Affairs of Norway", "represents": ["NOR"],
             "evidence": at("Ministry of Foreign Affairs of Norway")},
            {"id": "aiko-mori", "kind": "person", "name": "Aiko Mori", "also_known_as": ["Mori"], "represents": ["JPN"],
             "offices": [{"title": "Foreign Minister", "evidence": at("Foreign Minister")}], "evidence": at("Aiko Mori")},
            {"id": "kare-lund", "kind": "person", "name": "Kåre Lund", "represents": ["NOR"],
             "offices": [{"title": "Minister of Foreign Affairs", "evidence": at("Minister of Foreign Affairs of Norway, in")}], "evidence": at("Kåre Lund")},
            {"id": "imo", "kind": "organization", "name": "International Maritime Organization", "acronym": "IMO", "evidence": at("International Maritime Organization")}
        ],
        "events": [{
            "id": "event-1", "type": "meeting", "mode": "in-person", "name": "2nd round of talks on sea ice", "series": "talks on sea ice", "round": 2,
            "date": "2026-03-04", "date_basis": "stated", "date_evidence": at("4 March 2026"),
            "place": {"name": "Tromsø", "country": "NOR", "evidence": at("Tromsø")},
            "participants": [
                {"actor": "aiko-mori", "role": "guest", "office": "Foreign Minister", "evidence": at("Aiko Mori")},
                {"actor": "kare-lund", "role": "host", "evidence": at("Kåre Lund")}
            ],
            "parties": ["JPN", "NOR"], "topics": ["diplomatic", "environment"], "evidence": at("met Kåre Lund")
        }],
        "statements": statements,
        "references": [
            {"id": "reference-1", "kind": "treaty", "name": "Polar Code", "identifier": "MSC.385(94)", "by": ["imo"], "evidence": at("Polar Code")},
            {"id": "reference-2", "kind": "agreement", "name": "2016 Arctic Accord", "date": "2016", "date_basis": "stated", "by": ["JPN", "NOR"], "evidence": at("2016 Arctic Accord")},
            {"id": "reference-3", "kind": "anniversary", "ordinal": 10, "of": "reference-2", "date": "2026", "date_basis": "relative", "evidence": at("10th anniversary")}
        ]
    }))
}

/// A record with nothing in it but a text.
pub(crate) fn minimal() -> Readout {
    record(json!({"source": {"media_type": "text/plain", "text": "There was a meeting."}}))
}

/// A sealed and sorted record of what `facts` gives; arrays and values that every record has may be left out.
pub(crate) fn record(mut facts: Value) -> Readout {
    let digest = "0".repeat(64);
    let urn = "urn:uuid:00000000-0000-0000-0000-000000000000";
    let empty = |value: &mut Value, keys: &[&str]| {
        for key in keys {
            if value.get(key).is_none() {
                value[*key] = json!([]);
            }
        }
    };
    empty(&mut facts, &["actors", "events", "statements", "references"]);
    empty(&mut facts["source"], &["given"]);
    for actor in facts["actors"].as_array_mut().unwrap() {
        empty(actor, &["also_known_as", "represents", "offices", "same_as"]);
    }
    for reference in facts["references"].as_array_mut().unwrap() {
        empty(reference, &["by"]);
    }
    facts["schema_version"] = chancery::record::SCHEMA_VERSION.into();
    facts["id"] = urn.into();
    facts["source"]["id"] = urn.into();
    facts["source"]["sha256"] = sha256(b"the file").as_str().into();
    facts["source"]["text_sha256"] = digest.clone().into();
    facts["source"]["text_rules"] = "1".into();
    facts["source"]["text_kept"] = "full".into();
    facts["conversion"] = json!({"tool": "chancery", "version": "0.1.0", "lexicon": "en test", "lexicon_sha256": digest});
    let mut readout: Readout = serde_json::from_value(facts).unwrap();
    seal(&mut readout);
    readout.sort();
    readout
}

/// The record without its text, each span with its quotation; digests and names stay those of the full text.
pub(crate) fn quoted(mut readout: Readout) -> Readout {
    let text: Vec<char> = readout.source.text.take().unwrap().chars().collect();
    let part = |start: usize, end: usize| Some(text[start..end].iter().collect::<String>());
    each_evidence(&mut readout, &|evidence| {
        let (start, end) = (evidence.start as usize, evidence.end as usize);
        evidence.quote = part(start, end);
        evidence.prefix = part(start.saturating_sub(32), start);
        evidence.suffix = part(end, (end + 32).min(text.len()));
    });
    readout.source.text_kept = chancery::record::TextKept::Quotes;
    readout
}

/// The record without any text.
pub(crate) fn bare(mut readout: Readout) -> Readout {
    readout.source.text = None;
    readout.source.text_kept = chancery::record::TextKept::None;
    for statement in &mut readout.statements {
        statement.text = None;
    }
    readout
}

fn each_evidence(readout: &mut Readout, change: &dyn Fn(&mut Evidence)) {
    for actor in &mut readout.actors {
        actor.evidence.iter_mut().for_each(change);
        actor.offices.iter_mut().flat_map(|office| &mut office.evidence).for_each(change);
    }
    for event in &mut readout.events {
        event.evidence.iter_mut().chain(&mut event.date_evidence).for_each(change);
        event.place.iter_mut().flat_map(|place| &mut place.evidence).for_each(change);
        event.participants.iter_mut().flat_map(|p| &mut p.evidence).for_each(change);
    }
    for statement in &mut readout.statements {
        statement.evidence.iter_mut().chain(&mut statement.cue_evidence).for_each(change);
    }
    readout.references.iter_mut().flat_map(|r| &mut r.evidence).for_each(change);
}
