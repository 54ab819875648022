//! Texts in, what they refer to, whom they name and whom acts are directed at out: one idea of the genre a test.

use chancery::record::{Act, ActorKind, DateBasis, Reference, ReferenceKind, Statement};
use chancery::{Readout, convert, document, lexicon::Lexicon, source};

/// The record of a text of the Ministry of Foreign Affairs of Estonia, published on 4 March 2031.
fn record(body: &str) -> Readout {
    let text = format!("Minister Meets Colleague\n\n4 March 2031\n\n{body}\n");
    let given = source::Given {
        published: Some("2031-03-04".parse().unwrap()),
        ..source::Given::default()
    };
    let page = source::read("text.txt", text.as_bytes(), &given).pages.remove(0);
    convert::convert(&document::documents(page)[0], Lexicon::english())
}

fn references(body: &str) -> Vec<Reference> {
    record(body).references
}

fn only(body: &str) -> Reference {
    let found = references(body);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.into_iter().next().unwrap()
}

fn names(found: &[Reference]) -> Vec<&str> {
    found.iter().filter_map(|reference| reference.name.as_deref()).collect()
}

const OPENING: &str = "President Mari Saar of Estonia met today with President Ana Sol of Chile. ";

fn targets(sentence: &str) -> (Act, Vec<String>) {
    let record = record(&format!("{OPENING}{sentence}"));
    let statement: &Statement = record
        .statements
        .iter()
        .find(|statement| statement.text.as_deref() == Some(sentence))
        .unwrap_or_else(|| panic!("no statement: {:#?}", record.statements));
    (statement.act, statement.targets.iter().map(ToString::to_string).collect())
}

fn organizations(body: &str) -> Vec<(String, Vec<String>)> {
    let record = record(body);
    let bodies = record
        .actors
        .iter()
        .filter(|actor| actor.kind == ActorKind::Organization && !actor.evidence.is_empty());
    let mut found: Vec<_> = bodies
        .map(|actor| {
            (actor.name.clone(), actor.represents.iter().map(ToString::to_string).collect())
        })
        .collect();
    found.sort();
    found
}

#[test]
fn a_treaty_is_named_with_the_capitals_around_its_noun() {
    let treaty =
        only("They praised the Chile-Estonia Treaty of Friendship and Good Faith in general.");
    assert_eq!(treaty.kind, ReferenceKind::Treaty);
    assert_eq!(treaty.name.as_deref(), Some("Chile-Estonia Treaty of Friendship and Good Faith"));
}

#[test]
fn a_reference_stands_once_with_all_its_mentions() {
    let treaty = only(
        "They praised the Chile-Estonia Treaty of Friendship. The Estonia-Chile Treaty of Friendship will last, they said.",
    );
    assert_eq!(treaty.evidence.len(), 2);
}

#[test]
fn a_policy_council_is_no_policy_and_a_field_of_an_office_is_none() {
    let found = references(
        "The Climate Policy Council met. Also present was the Assistant to the President for Domestic Policy.",
    );
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_resolution_has_its_number_and_its_body() {
    let resolution =
        only("They called for the full implementation of UN Security Council resolution 9901.");
    assert_eq!(resolution.kind, ReferenceKind::Resolution);
    assert_eq!(resolution.identifier.as_deref(), Some("9901"));
    assert_eq!(resolution.by[0].as_str(), "unsc");
}

#[test]
fn a_decree_is_by_the_one_who_signed_it() {
    let found = references(&format!(
        "{OPENING}President Ana Sol has just signed a decree granting Estonian citizens free museum visits."
    ));
    let decree = found.iter().find(|found| found.kind == ReferenceKind::Decree).unwrap();
    assert_eq!(
        decree.name.as_deref(),
        Some("decree granting Estonian citizens free museum visits")
    );
    assert_eq!(decree.by[0].as_str(), "ana-sol");
}

#[test]
fn an_initiative_is_by_the_one_who_proposed_it() {
    let found = references(&format!(
        "{OPENING}President Saar supported the Southern Forests Initiative proposed by President Sol."
    ));
    assert_eq!(names(&found), ["Southern Forests Initiative"]);
    assert_eq!(found[0].by[0].as_str(), "ana-sol");
}

#[test]
fn an_anniversary_knows_its_treaty_and_its_year() {
    let found = references(
        "Next year marks the 40th anniversary of the establishment of diplomatic ties and the 15th anniversary of the signing of the Chile-Estonia Treaty of Friendship.",
    );
    let of = |ordinal| found.iter().find(|found| found.ordinal == Some(ordinal)).unwrap();
    let treaty = found.iter().find(|found| found.kind == ReferenceKind::Treaty).unwrap();
    assert_eq!(of(15).of.as_ref(), Some(&treaty.id));
    assert_eq!(
        of(40).name.as_deref(),
        Some("40th anniversary of the establishment of diplomatic ties")
    );
    for ordinal in [15, 40] {
        assert_eq!(of(ordinal).date.unwrap().to_string(), "2032");
        assert_eq!(of(ordinal).date_basis, Some(DateBasis::Relative));
    }
}

#[test]
fn the_year_of_an_anniversary_is_stated_only_if_it_can_be_that_year() {
    let stated =
        only("The two sides said that 2031 marks the 25th anniversary of their friendship.");
    assert_eq!(stated.date.unwrap().to_string(), "2031");
    assert_eq!(stated.date_basis, Some(DateBasis::Stated));
    let old = only("They praised the 50th anniversary of the establishment of ties in 1981.");
    assert_eq!(old.date, None);
}

#[test]
fn earlier_and_planned_events_are_references_with_their_dates() {
    let found = references(&format!(
        "{OPENING}They recalled their phone call on January 9 and the January 20 videoconference. They looked forward to the upcoming Andes Summit in Quito and will meet again in September."
    ));
    let dates: Vec<_> = found
        .iter()
        .map(|event| {
            assert_eq!(event.kind, ReferenceKind::Event);
            (event.name.as_deref().unwrap(), event.date.map(|date| date.to_string()))
        })
        .collect();
    let date = |text: &str| Some(text.to_owned());
    assert_eq!(
        dates,
        [
            ("phone call", date("2031-01-09")),
            ("videoconference", date("2031-01-20")),
            ("Andes Summit in Quito", None),
            ("meet again in September", date("2031-09")),
        ]
    );
}

#[test]
fn the_event_that_is_reported_is_no_reference() {
    let found = references(
        "President Mari Saar of Estonia met on March 3 with President Ana Sol of Chile. The meeting lasted an hour.",
    );
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_object_of_the_act_is_its_target() {
    let cases = [
        ("President Saar thanked President Sol for the gift.", Act::Appreciate, vec!["ana-sol"]),
        ("President Saar commended her leadership on forests.", Act::Appreciate, vec!["ana-sol"]),
        ("President Saar welcomed the decision by Peru to join.", Act::Appreciate, vec!["PER"]),
        (
            "President Saar expressed strong support for Peru's sovereignty.",
            Act::Support,
            vec!["PER"],
        ),
        ("President Saar urged Peru and Bolivia to talk.", Act::Request, vec!["BOL", "PER"]),
        ("President Saar called on the Government of Peru to talk.", Act::Request, vec!["PER"]),
        ("President Saar asked her counterpart to visit Tallinn.", Act::Request, vec!["ana-sol"]),
        ("President Saar condemned the attack on Peru by Bolivia.", Act::Condemn, vec!["BOL"]),
        ("President Saar warned Bolivia against new tests.", Act::Warn, vec!["BOL"]),
    ];
    for (sentence, act, expected) in cases {
        assert_eq!(
            targets(sentence),
            (act, expected.into_iter().map(str::to_owned).collect()),
            "{sentence}"
        );
    }
}

#[test]
fn whom_an_act_is_directed_at_is_found_behind_other_words() {
    for (sentence, act, target) in [
        (
            "President Saar reaffirmed Estonia's solidarity and brotherhood with the people of Peru.",
            Act::Support,
            "PER",
        ),
        (
            "President Saar said that she is thankful to the Government of Peru for the harvest.",
            Act::Appreciate,
            "PER",
        ),
        (
            "President Saar expressed her appreciation for the positive response given by Peru.",
            Act::Appreciate,
            "PER",
        ),
        (
            "President Saar condemned these acts as well as Peru\u{2019}s continued tests.",
            Act::Condemn,
            "PER",
        ),
    ] {
        assert_eq!(targets(sentence), (act, vec![target.to_owned()]), "{sentence}");
    }
    let addressed = record(&format!(
        "{OPENING}\n\nMari Saar: I thank you for the warm welcome in Quito, Ms Sol, and for our talks.\n\nAna Sol: It was a pleasure to receive your delegation here in Quito.\n"
    ));
    let thanks = addressed.statements.iter().find(|told| told.act == Act::Appreciate).unwrap();
    let to: Vec<_> = thanks.targets.iter().map(ToString::to_string).collect();
    assert_eq!(to, ["ana-sol"]);
}

#[test]
fn what_is_only_mentioned_is_no_target() {
    for sentence in [
        "President Saar welcomed the release of two sailors by Bolivia.",
        "President Saar called for an end to the tests near Peru.",
        "President Saar expressed support for a lasting truce between Peru and Bolivia.",
    ] {
        assert_eq!(targets(sentence).1, Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn national_bodies_are_read_by_pattern_with_their_state() {
    let found = organizations(
        "The Ministry of Fisheries of Chile and the Peruvian Army wrote to the Permanent Delegation of Estonia to the OSCE.",
    );
    let state = |name: &str, code: &str| (name.to_owned(), vec![code.to_owned()]);
    for body in [
        state("Ministry of Fisheries of Chile", "CHL"),
        state("Permanent Delegation of Estonia to the OSCE", "EST"),
        state("Peruvian Army", "PER"),
    ] {
        assert!(found.contains(&body), "{body:?} in {found:#?}");
    }
}

#[test]
fn a_working_body_is_named_with_what_it_is_for() {
    let found = organizations(
        "The Joint Steering Group for Marine Research met. The Joint Steering Group agreed.",
    );
    assert_eq!(found, [("Joint Steering Group for Marine Research".to_owned(), Vec::new())]);
}

#[test]
fn an_organisation_in_the_name_of_a_treaty_and_one_joined_by_a_hyphen() {
    assert_eq!(organizations("They affirmed the UN Charter."), []);
    assert_eq!(organizations("They praised the UN-led talks.")[0].0, "UN");
}

#[test]
fn places_and_governments_are_no_organisations() {
    for text in [
        "They discussed the West Bank.",
        "They met in the Oval Office.",
        "Senior Administration officials attended.",
    ] {
        assert_eq!(organizations(text), [], "{text}");
    }
}

#[test]
fn the_name_of_an_office_or_a_body_is_no_topic() {
    let record = record(&format!(
        "{OPENING}President Saar thanked the International Monetary Fund for its visit."
    ));
    assert!(record.statements[0].topics.is_empty(), "{:?}", record.statements[0]);
}

#[test]
fn names_of_texts_are_read_to_their_ends() {
    let cases = [
        (
            "They praised a bilateral Science, Forestry, and Research Agreement.",
            "Science, Forestry, and Research Agreement",
        ),
        (
            "They praised the Executive Order Protecting Fair Lake Markets.",
            "Executive Order Protecting Fair Lake Markets",
        ),
        ("They praised the May 2nd Executive Order.", "Executive Order"),
        (
            "They praised the first round of Chilean votes on the National Lake Plan.",
            "National Lake Plan",
        ),
        (
            "They praised the Executive Order on Clean Lakes at Home and Abroad.",
            "Executive Order on Clean Lakes at Home and Abroad",
        ),
        (
            "They praised the National Strategy to Counter Fraud.",
            "National Strategy to Counter Fraud",
        ),
        (
            "They praised President Sol's executive order on clean lakes.",
            "executive order on clean lakes",
        ),
        (
            "They praised the Lake Charter on Ports, Rivers, and Canals.",
            "Lake Charter on Ports, Rivers, and Canals",
        ),
        (
            "They praised the Framework on Artificial Lakes (AL) Safety.",
            "Framework on Artificial Lakes (AL) Safety",
        ),
        (
            "They praised the Executive Order on Promoting Fishing in the Lake Economy.",
            "Executive Order on Promoting Fishing in the Lake Economy",
        ),
        (
            "They praised the Roadmap for a Renewed Lake Partnership.",
            "Roadmap for a Renewed Lake Partnership",
        ),
        ("They praised the Justice in Fishing Act.", "Justice in Fishing Act"),
        ("They praised the Clean Lakes Act of 2030.", "Clean Lakes Act of 2030"),
        ("They praised the 5+5 Lake Initiative.", "5+5 Lake Initiative"),
        (
            "They praised the Children\u{2019}s Reading Program.",
            "Children\u{2019}s Reading Program",
        ),
        ("They praised the Major Disaster Declaration.", "Major Disaster Declaration"),
        (
            "They praised the Agreement on Lakes between Chile, Peru, and the Ministry of Ports of Fiji.",
            "Agreement on Lakes between Chile, Peru, and the Ministry of Ports of Fiji",
        ),
        (
            "They praised a Memorandum of Understanding (MoU) on Lake Safety.",
            "Memorandum of Understanding (MoU) on Lake Safety",
        ),
        (
            "They praised the signing of an agreement on mutual visa exemption.",
            "agreement on mutual visa exemption",
        ),
        (
            "They praised the Los Angeles Declaration for Migration and Protection.",
            "Los Angeles Declaration for Migration and Protection",
        ),
        ("They praised the Peruvian Constitution.", "Peruvian Constitution"),
    ];
    for (sentence, expected) in cases {
        assert_eq!(names(&references(&format!("{OPENING}{sentence}"))), [expected], "{sentence}");
    }
}

#[test]
fn a_line_of_work_and_a_body_of_members_are_no_references() {
    for sentence in [
        "Also present were Ada Lind, Vice President, Global Water Policy and Public Affairs, Lakeside.",
        "Also present was Ada Lind, Central Conference of Harbour Masters.",
        "Among the guests: Ada Lind, Global Lakes Forum",
    ] {
        let found = references(&format!("{OPENING}{sentence}"));
        assert!(found.is_empty(), "{sentence} {found:#?}");
    }
}

#[test]
fn two_texts_joined_by_and_are_two() {
    let found =
        references(&format!("{OPENING}They praised the Harbour Deal and Clean Lakes Agenda."));
    assert_eq!(names(&found), ["Harbour Deal", "Clean Lakes Agenda"]);
}

#[test]
fn a_plan_is_an_initiative_and_a_declaration_a_communique() {
    for (sentence, kind) in [
        ("They praised the Clean Lakes Plan.", ReferenceKind::Initiative),
        ("They praised the Quito Lakes Declaration.", ReferenceKind::Communique),
        ("They praised the Clean Lakes Framework.", ReferenceKind::Agreement),
        ("They praised the Disaster Declaration for Quito.", ReferenceKind::Decree),
    ] {
        let found = references(&format!("{OPENING}{sentence}"));
        assert_eq!(found.iter().map(|found| found.kind).collect::<Vec<_>>(), [kind], "{sentence}");
    }
}

#[test]
fn bodies_and_whom_somebody_works_for_are_no_references() {
    for sentence in [
        "Also present was Ada Lind, Director of the Open Lakes Initiative.",
        "Also present was Ada Lind, President of the Andean Episcopal Conference.",
        "Ada Lind, Lake Rights Initiative, Professor at Lakeside",
        "They spoke with the Harbour Research Forum.",
        "Participants included: Ada Lind, Lake Rights Initiative, Professor - Bo Berg, Lakeside.",
        "They met ahead of the Order of Merit ceremony on March 3.",
        "They praised the Lake Agenda 2030 Partnership.",
        "They spoke at a Joint Press Conference in Quito.",
        "The Ministers convened a Chile-Estonia Lakes Summit.",
    ] {
        let found = references(&format!("{OPENING}{sentence}"));
        assert!(found.is_empty(), "{sentence} {found:#?}");
    }
}

#[test]
fn events_are_called_by_their_own_names() {
    for (sentence, expected) in [
        ("They praised the outcomes of the historic Andes Lakes Summit.", "Andes Lakes Summit"),
        ("They praised the outcomes of the NATO summit in Vilnius.", "NATO summit in Vilnius"),
        ("They praised the outcomes of the Ports and Lakes Summit.", "Ports and Lakes Summit"),
        ("They praised the outcomes of the Forum on Lakes and Ports.", "Forum on Lakes and Ports"),
        (
            "They looked forward to the upcoming meeting of NATO defense ministers.",
            "meeting of NATO defense ministers",
        ),
        ("They spoke of preparations for COP28 in Dubai.", "COP28 in Dubai"),
        (
            "They recalled the recent meetings with Andean leaders in Quito on January 9.",
            "meetings with Andean leaders in Quito",
        ),
        ("They recalled the 9th Strategic Lake Dialogue last year.", "9th Strategic Lake Dialogue"),
        (
            "They met on the margins of the 24th Meeting of the Lake Council.",
            "24th Meeting of the Lake Council",
        ),
        (
            "They met on the margins of the Foreign Ministers\u{2019} Meeting in Quito.",
            "Foreign Ministers\u{2019} Meeting in Quito",
        ),
        ("They spoke of the summer Olympic Games in Quito.", "Olympic Games in Quito"),
    ] {
        let found = references(&format!("{OPENING}{sentence}"));
        assert_eq!(names(&found), [expected], "{sentence}");
    }
}

#[test]
fn anniversaries_are_counted_in_many_ways() {
    for (sentence, ordinal) in [
        ("They marked the 30<sup>th</sup> anniversary of diplomatic ties.", 30),
        ("They marked the 10-year anniversary of diplomatic ties.", 10),
        ("They marked the centennial anniversary of diplomatic ties.", 100),
        ("They marked the bicentennial of diplomatic ties.", 200),
        ("They marked the 200th birth anniversary of Ida Paz.", 200),
        ("They celebrated 75 years of diplomatic ties.", 75),
    ] {
        let found = references(&format!("{OPENING}{sentence}"));
        let told: Vec<_> = found.iter().map(|found| (found.kind, found.ordinal)).collect();
        assert_eq!(told, [(ReferenceKind::Anniversary, Some(ordinal))], "{sentence}");
    }
    let purpose = only("They marked the 90th anniversary of the great flood to discuss ports.");
    assert_eq!(purpose.name.as_deref(), Some("90th anniversary of the great flood"));
}

#[test]
fn a_title_before_any_name_makes_nothing() {
    let found = references(
        "The conference discussed the President's Initiative on Clean Lakes. Former President Ana Sol of Chile spoke.",
    );
    assert!(found.iter().all(|found| found.by.is_empty()), "{found:#?}");
}

#[test]
fn summits_of_leaders_and_what_is_hosted_are_events_by_their_names() {
    let found = references(&format!(
        "{OPENING}At the Andes Forum in Quito, they spoke of lakes. They discussed the upcoming Andes Leaders\u{2019} Summit in Lima. Chile will host the second Lake Forum in May."
    ));
    assert_eq!(
        names(&found),
        [
            "Andes Forum in Quito",
            "Andes Leaders\u{2019} Summit in Lima",
            "second Lake Forum in May"
        ]
    );
}

#[test]
fn an_anniversary_ends_before_the_next_verb() {
    let found =
        only("They met to mark the 70th anniversary of the alliance and deepen their ties.");
    assert_eq!(found.name.as_deref(), Some("70th anniversary of the alliance"));
}

/// The persons of a record of the White House: name, offices, state.
fn persons(body: &str) -> Vec<(String, Vec<String>, String)> {
    let given =
        source::Given { publisher: Some("The White House".to_owned()), ..source::Given::default() };
    let page = source::read("text.txt", body.as_bytes(), &given).pages.remove(0);
    let readout = convert::convert(&document::documents(page)[0], Lexicon::english());
    let actors = readout.actors;
    let persons = actors.into_iter().filter(|actor| actor.kind == ActorKind::Person);
    persons
        .map(|person| {
            let offices = person.offices.into_iter().map(|office| office.title).collect();
            let state = person.represents.first().map(ToString::to_string).unwrap_or_default();
            (person.name, offices, state)
        })
        .collect()
}

#[test]
fn two_titles_before_a_name_are_two_people_where_one_is_held_by_another() {
    let found = persons(
        "Foreign Minister Mari Saar met today with Prime Minister Ana Sol of Chile. The Foreign Minister and Prime Minister Sol agreed to plant trees.",
    );
    assert!(found.iter().all(|(_, offices, _)| offices.len() == 1), "{found:?}");
    let one = persons(
        "Foreign Minister Mari Saar met today with Deputy Prime Minister and Minister of Trade Ana Sol of Chile.",
    );
    assert_eq!(one[1].1, ["Deputy Prime Minister and Minister of Trade"]);
}

#[test]
fn people_of_two_sides_share_no_state() {
    let state = |body: &str, name: &str| {
        let found = persons(body);
        found
            .iter()
            .find(|(known, ..)| known == name)
            .unwrap_or_else(|| panic!("{found:?}"))
            .2
            .clone()
    };
    for body in [
        "The talks between President Mari Saar and President Ana Sol of Chile went well.",
        "They spoke of the meeting of Prime Minister Ole Berg of Norway, President Mari Saar, and Prime Minister Ana Sol of Chile.",
        "Officials including Minister Mari Saar held a briefing for guests on timber, which suffers from the fires in Chile.",
    ] {
        assert_eq!(state(body, "Mari Saar"), "USA", "{body}");
    }
}

#[test]
fn numbers_and_days_of_texts_are_told() {
    let told = |body: &str| -> Vec<(String, Option<String>, Option<String>)> {
        let found = references(body).into_iter();
        found
            .map(|text| {
                (text.name.unwrap_or_default(), text.identifier, text.date.map(|d| d.to_string()))
            })
            .collect()
    };
    let text = |name: &str, identifier: &str, date: &str| {
        let given = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        (name.to_owned(), given(identifier), given(date))
    };
    let cases = [
        (
            "They welcomed UN General Assembly Resolution 99/101 in full.",
            vec![text("UN General Assembly Resolution 99/101", "99/101", "")],
        ),
        (
            "They backed UN Security Council Resolutions 9901 and 9902 (2029) in full.",
            vec![
                text("UN Security Council Resolution 9901", "9901", ""),
                text("UN Security Council Resolution 9902", "9902", ""),
            ],
        ),
        (
            "They recalled Presidential Decree No. 45 of 12 March 2029 with thanks.",
            vec![text("Presidential Decree No. 45 of 12 March 2029", "45", "2029-03-12")],
        ),
        (
            "They recalled Federal Law No. 58-FZ with thanks.",
            vec![text("Federal Law No. 58-FZ", "58-FZ", "")],
        ),
        (
            "They recalled the Lake Community Vision 2045 with thanks.",
            vec![text("Lake Community Vision 2045", "", "")],
        ),
        (
            "They recalled the 1982 Convention on Lakes with thanks.",
            vec![text("Convention on Lakes", "", "1982")],
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(told(body), expected, "{body}");
    }
}

#[test]
fn rounds_and_sessions_of_mechanisms_are_events() {
    let found = references(&format!(
        "{OPENING}They recalled the third round of Foreign Office Consultations held in Quito last year."
    ));
    assert_eq!(names(&found), ["third round of Foreign Office Consultations"]);
    assert_eq!(found[0].kind, ReferenceKind::Event);
}

#[test]
fn a_text_of_a_body_is_no_target_and_an_interim_government_is() {
    let none = targets("President Saar reaffirmed support for UN resolutions on lakes.");
    assert_eq!(none, (Act::Support, Vec::new()));
    let interim = targets("President Saar called on the Interim Peruvian Government to talk.");
    assert_eq!(interim, (Act::Request, vec!["PER".to_owned()]));
}

#[test]
fn a_state_that_the_text_does_not_give_stays_absent() {
    let found = persons(
        "Advisor Mari Saar met Minister Ana Sol of Chile in Tallinn. She recalled the talks of President Ole Berg and President Ida Paz.",
    );
    let state = |name: &str| found.iter().find(|(known, ..)| known == name).unwrap().2.as_str();
    assert_eq!((state("Ole Berg"), state("Ida Paz")), ("USA", ""));
}
