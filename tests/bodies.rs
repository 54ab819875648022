//! Texts in, the organisations they name out: forms of names that no list of bodies holds, a form a case, all invented.

use chancery::record::ActorKind;

use super::convert::{Case, hold, record};

/// Before each text.
const OPENING: &str =
    "Foreign Minister Ana Sol of Chile met with Foreign Minister Kare Lund of Norway.";

const CASES: &[Case] = &[
    (
        "an embassy in its city",
        "They agreed on the terms of placement of the Estonian Embassy in Riga and the Latvian Embassy in Tallinn.",
        &["Estonian Embassy in Riga", "Latvian Embassy in Tallinn"],
    ),
    (
        "a list of bodies that are for something",
        "They met colleagues from the Department for Leaving the European Union, the Department for Tides, Food and Rural Affairs, Ministry of Defence, and several others.",
        &[
            "Department for Leaving the European Union",
            "Department for Tides, Food and Rural Affairs",
            "European Union",
            "Ministry of Defence",
        ],
    ),
    (
        "an acronym inside a body's name",
        "It was signed by the Ministry of Foreign Affairs (MoFA) of Kenya.",
        &["Ministry of Foreign Affairs of Kenya"],
    ),
    (
        "a commission of two states",
        "They agreed to hold the next meeting of the Norway – Chile Joint Commission and of the Chile-Norway Parliamentary Friendship Group.",
        &["Chile-Norway Parliamentary Friendship Group", "Norway – Chile Joint Commission"],
    ),
    (
        "a state before a body",
        "They thanked the Kenya Ports Authority, the Ghana Tide Company and Norway International Airlines.",
        &["Ghana Tide Company", "Kenya Ports Authority", "Norway International Airlines"],
    ),
    (
        "a city before a body, and what it speaks about",
        "They discussed the Bergen Group on WTO reform and Bergen University.",
        &["Bergen Group", "Bergen University", "WTO"],
    ),
    (
        "unknown capitals behind an article",
        "They praised the Swift Tide Battalion and the Special Harbour Facilitation Council.",
        &["Special Harbour Facilitation Council", "Swift Tide Battalion"],
    ),
    (
        "a body of another body",
        "They spoke of the Institute of Tidal Innovation and Research of the Norwegian Defence Ministry.",
        &["Institute of Tidal Innovation and Research", "Norwegian Defence Ministry"],
    ),
    (
        "a chamber of those who sit in it",
        "They invited the Chilean Chamber of Deputies.",
        &["Chilean Chamber of Deputies"],
    ),
    (
        "governments and agreements are no bodies",
        "They thanked the Lindqvist Administration, the Lindqvist Cabinet and spoke of the Norway-Chile Association Agreement.",
        &[],
    ),
    (
        "a line that only says who issues the text",
        "They discussed trade.\n\nMedia Office of the Prime Minister",
        &[],
    ),
    (
        "centres, a field behind an article, and one more body behind a comma",
        "They visited the Chilean Mediation Centre, and officials came from the Ministry of Sustainability and the Environment, National Energy Agency and the Chilean Ministry of Justice.",
        &[
            "Chilean Mediation Centre",
            "Chilean Ministry of Justice",
            "Ministry of Sustainability and the Environment",
            "National Energy Agency",
        ],
    ),
    (
        "a house at which something takes place",
        "The meeting took place at the Presidential Secretariat.",
        &[],
    ),
];

#[test]
fn bodies_are_known_by_the_form_of_their_names() {
    hold(CASES, |text| {
        let record = record(&format!("{OPENING} {text}"), None);
        let bodies = record
            .actors
            .into_iter()
            .filter(|actor| actor.kind == ActorKind::Organization && !actor.evidence.is_empty());
        let mut told: Vec<_> = bodies.map(|actor| actor.name).collect();
        told.sort_unstable();
        told
    });
}
