//! The data files of the English language pack in, every break of their form out: a bad row would silently find nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use chancery::record::{LocalId, ReferenceKind, Topic};
use chancery::schema::{Status, state_codes};

/// A data file: its name, its text, its columns, those whose cells hold phrases.
struct File {
    name: &'static str,
    text: &'static str,
    columns: &'static [&'static str],
    phrases: &'static [&'static str],
}

macro_rules! file {
    ($name:literal, $columns:expr, $phrases:expr) => {
        File {
            name: $name,
            text: include_str!(concat!("../src/lexicon/en/", $name, ".tsv")),
            columns: &$columns,
            phrases: &$phrases,
        }
    };
}

const FILES: &[File] = &[
    file!(
        "states",
        ["code", "name", "names", "demonyms", "capital", "metonyms", "wikidata"],
        ["name", "names", "demonyms", "metonyms"]
    ),
    file!("places", ["name", "country", "kind", "names"], ["name", "names"]),
    file!(
        "organizations",
        ["id", "name", "acronym", "names", "kind", "state", "party", "wikidata", "parent"],
        ["name", "acronym", "names"]
    ),
    file!(
        "publishers",
        ["id", "name", "names", "state", "hosts", "head", "wikidata", "dates"],
        ["name", "names"]
    ),
    file!("topics", ["topic", "phrase"], ["phrase"]),
    file!("references", ["kind", "name", "names", "identifier"], ["name", "names"]),
    file!("reference-nouns", ["kind", "noun"], ["noun"]),
];

const PLACE_KINDS: &[&str] = &["city", "region", "island", "water", "venue"];
const ORGANIZATION_KINDS: &[&str] =
    &["io", "bloc", "body", "leaders", "court", "fund", "armed-group", "national", "company"];

impl File {
    /// Rows after the header, each a cell by column.
    fn rows(&self) -> impl Iterator<Item = BTreeMap<&'static str, &'static str>> {
        let body = self.text.lines().skip_while(|line| line.starts_with('#')).skip(1);
        body.map(|line| self.columns.iter().copied().zip(line.split('\t')).collect())
    }
}

fn file(name: &str) -> &'static File {
    FILES.iter().find(|file| file.name == name).unwrap()
}

fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|value| !value.is_empty())
}

#[test]
fn every_file_has_the_form_that_the_loader_reads() {
    for File { name, text, columns, .. } in FILES {
        assert!(text.ends_with('\n') && !text.contains('\r'), "{name}: line ends");
        assert!(text.starts_with('#'), "{name}: source and licence come first");
        let lines: Vec<_> = text.lines().skip_while(|line| line.starts_with('#')).collect();
        assert_eq!(lines[0].split('\t').collect::<Vec<_>>(), *columns, "{name}: header");
        for line in &lines[1..] {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), columns.len(), "{name}: cells of {line:?}");
            for value in
                cells.iter().filter(|cell| !cell.is_empty()).flat_map(|cell| cell.split('|'))
            {
                let plain = !value.is_empty()
                    && value == value.trim()
                    && !value.contains(['\u{2018}', '\u{2019}', '\u{a0}', '"'])
                    && !value.contains("  ");
                assert!(plain, "{name}: {value:?} of {line:?}");
            }
        }
        for pair in lines[1..].windows(2) {
            assert!(pair[0] < pair[1], "{name}: {:?} stands before {:?}", pair[0], pair[1]);
        }
    }
}

#[test]
fn a_phrase_means_one_row_of_a_file() {
    let mut twice = Vec::new();
    for file in FILES {
        let mut seen = BTreeMap::new();
        for (number, row) in file.rows().enumerate() {
            for phrase in file.phrases.iter().flat_map(|column| values(row[column])) {
                if seen.insert(phrase, number).is_some_and(|earlier| earlier != number) {
                    twice.push(format!("{}: {phrase}", file.name));
                }
            }
        }
    }
    assert_eq!(twice, Vec::<String>::new());
}

#[test]
fn every_code_in_use_has_a_state() {
    let current = state_codes().iter().filter(|state| state.status != Status::Withdrawn);
    let current: BTreeSet<_> = current.map(|state| state.code).collect();
    let states: BTreeSet<_> = file("states").rows().map(|row| row["code"]).collect();
    assert_eq!(states, current);
    for (name, column) in
        [("places", "country"), ("organizations", "state"), ("publishers", "state")]
    {
        for row in file(name).rows().filter(|row| !row[column].is_empty()) {
            assert!(states.contains(row[column]), "{name}: {row:?}");
        }
    }
}

#[test]
fn kinds_and_topics_are_of_their_vocabularies() {
    for row in file("places").rows() {
        assert!(PLACE_KINDS.contains(&row["kind"]), "{row:?}");
    }
    for row in file("organizations").rows() {
        assert!(ORGANIZATION_KINDS.contains(&row["kind"]), "{row:?}");
        assert!(["", "yes"].contains(&row["party"]), "{row:?}");
    }
    for row in file("publishers").rows() {
        assert!(["", "header"].contains(&row["dates"]), "{row:?}");
    }
    for row in file("references").rows().chain(file("reference-nouns").rows()) {
        assert!(ReferenceKind::from_str(row["kind"]).is_ok(), "{row:?}");
    }
    let topics: BTreeSet<_> = file("topics")
        .rows()
        .map(|row| Topic::from_str(row["topic"]).unwrap_or_else(|_| panic!("{row:?}")).as_str())
        .collect();
    assert_eq!(topics.len(), Topic::ALL.len(), "a topic has no phrase");
}

#[test]
fn topic_phrases_are_in_lower_case() {
    for row in file("topics").rows() {
        assert_eq!(row["phrase"], row["phrase"].to_lowercase());
    }
}

#[test]
fn ids_of_bodies_begin_with_their_state_and_can_stand_in_records() {
    for name in ["organizations", "publishers"] {
        for row in file(name).rows() {
            assert!(LocalId::from_str(row["id"]).is_ok(), "{name}: {row:?}");
            let prefix = row["id"]
                .split('-')
                .next()
                .filter(|first| first.chars().all(|c| c.is_ascii_uppercase()));
            if let Some(prefix) = prefix {
                assert_eq!(prefix, row["state"], "{name}: {row:?}");
            }
        }
    }
}

#[test]
fn a_publisher_that_is_an_organisation_has_its_name() {
    let organizations: BTreeMap<_, _> =
        file("organizations").rows().map(|row| (row["id"], row["name"])).collect();
    for row in file("publishers").rows().filter(|row| row["state"].is_empty()) {
        assert_eq!(organizations.get(row["id"]), Some(&row["name"]));
    }
}

#[test]
fn a_parent_is_an_organisation_of_the_file() {
    let ids: BTreeSet<_> = file("organizations").rows().map(|row| row["id"]).collect();
    for row in file("organizations").rows().filter(|row| !row["parent"].is_empty()) {
        assert!(ids.contains(row["parent"]) && row["parent"] != row["id"], "{row:?}");
    }
}

#[test]
fn a_host_stands_for_one_publisher() {
    let mut hosts = BTreeSet::new();
    for row in file("publishers").rows() {
        for host in values(row["hosts"]) {
            assert!(hosts.insert(host), "{host} stands twice");
            assert!(
                !host.starts_with("www.") && !host.contains("://"),
                "{host} is not a bare host name"
            );
        }
    }
}

#[test]
fn wikidata_items_are_distinct_identifiers() {
    for name in ["states", "organizations"] {
        let mut items = BTreeSet::new();
        for item in file(name).rows().map(|row| row["wikidata"]).filter(|item| !item.is_empty()) {
            let digits = item.strip_prefix('Q').unwrap_or_default();
            assert!(
                !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()),
                "{name}: {item}"
            );
            assert!(items.insert(item), "{name}: {item} stands twice");
        }
    }
}
