//! Pages in, documents out: parts, titles, datelines, furniture, transcripts, sentences.

use chancery::document::{Document, documents};
use chancery::record::Date;
use chancery::source::{BlockKind, Given, read};
use proptest::prelude::*;

fn of(name: &str, bytes: &[u8], given: &Given) -> Vec<Document> {
    read(name, bytes, given).pages.into_iter().flat_map(documents).collect()
}

fn fixture(name: &str) -> Vec<Document> {
    of(name, &std::fs::read(format!("tests/fixtures/document/{name}")).unwrap(), &Given::default())
}

fn only(documents: Vec<Document>) -> Document {
    let [document] = <[Document; 1]>::try_from(documents).unwrap();
    document
}

fn text(text: &str) -> Document {
    only(of("a.txt", text.as_bytes(), &Given::default()))
}

fn sentences(document: &Document) -> Vec<&str> {
    document.sentences.iter().map(|sentence| &document.text[sentence.span.clone()]).collect()
}

fn published(document: &Document) -> Option<String> {
    document.metadata.published.map(|day| day.to_string())
}

fn dateline(document: &Document) -> &str {
    &document.text[document.dateline.as_ref().unwrap().span.clone()]
}

#[test]
fn a_page_of_three_readouts_is_split() {
    let parts = fixture("three-on-one-page.txt");
    let titles: Vec<_> = parts.iter().map(|part| part.metadata.title.as_deref().unwrap()).collect();
    assert_eq!(
        titles,
        [
            "Norland and Sundria settle the ferry question",
            "Voss and Okoro Hold Ferry Talks",
            "Voss Visits the Harbour of Vik"
        ]
    );
    let numbers: Vec<_> =
        parts.iter().map(|part| part.part.map(|part| (part.index, part.of))).collect();
    assert_eq!(numbers, [Some((1, 3)), Some((2, 3)), Some((3, 3))]);
    let days: Vec<_> = parts.iter().map(published).collect();
    assert_eq!(days, [None, Some("2021-03-02".to_owned()), Some("2021-03-03".to_owned())]);
    let publishers: Vec<_> = parts.iter().map(|part| part.metadata.publisher.as_deref()).collect();
    assert_eq!(
        publishers,
        [None, Some("Sundrian Foreign Ministry"), Some("Sundrian Foreign Ministry")]
    );
    assert_eq!(dateline(&parts[1]), "March 2 (SFM)");
    assert_eq!(
        parts[1].dateline.as_ref().unwrap().date.as_ref().unwrap().0,
        Date::YearlessDay(3, 2)
    );
    assert_eq!(
        sentences(&parts[1]),
        [
            "On March 2, 2021 local time, Minister Hanna Voss held talks with Minister Ada Okoro in Vik.",
            "Both sides welcomed the ferry."
        ]
    );
    assert!(parts[2].text.ends_with("She thanked the workers."));
    assert!(parts[0].text.ends_with("They agreed to open the ferry line."));
    assert_eq!(sentences(&parts[2]).len(), 2);
}

#[test]
fn titles_that_name_their_genre_need_no_date() {
    let one =
        "Minister Rask met with Minister Okoye of Nigeria in Oslo, and they discussed fisheries.";
    let two =
        "Minister Rask met with Minister Sol of Chile in Oslo, and they discussed shipping lanes.";
    let page = format!(
        "# Readout of Minister Rask's Meeting with Minister Okoye\n\n{one}\n\n\
         # Readout of Minister Rask's Meeting with Minister Sol\n\n{two}\n\n\
         Readout of Minister Rask's Call\n\nReadout of Minister Rask's Trip\n"
    );
    let titles: Vec<_> = of("page.md", page.as_bytes(), &Given::default())
        .iter()
        .map(|document| document.metadata.title.clone())
        .collect();
    assert_eq!(
        titles,
        [
            Some("Readout of Minister Rask's Meeting with Minister Okoye".to_owned()),
            Some("Readout of Minister Rask's Meeting with Minister Sol".to_owned())
        ]
    );
}

#[test]
fn a_page_that_quotes_others_is_their_host() {
    let bytes = std::fs::read("tests/fixtures/document/three-on-one-page.txt").unwrap();
    let given = Given {
        publisher: Some("Embassy of Norland".to_owned()),
        published: "2021-03-05".parse().ok(),
        ..Given::default()
    };
    let parts = of("a.txt", &bytes, &given);
    assert_eq!(parts[0].metadata.publisher.as_deref(), Some("Embassy of Norland"));
    assert_eq!(published(&parts[0]).as_deref(), Some("2021-03-05"));
    assert_eq!(parts[1].metadata.publisher.as_deref(), Some("Sundrian Foreign Ministry"));
    assert_eq!(parts[1].metadata.host.as_deref(), Some("Embassy of Norland"));
    assert_eq!(published(&parts[1]).as_deref(), Some("2021-03-02"));
    assert_eq!(parts[1].metadata.given, [chancery::record::GivenField::Host]);
}

#[test]
fn a_chronology_in_one_readout_is_not_split() {
    let one = text(
        "Visit to Norland\n\nThe minister visited Norland for two days and met many people.\n\nDay one\n\nMarch 2 – The minister met the king.\n\nDay two\n\nMarch 3 – The minister met the queen.",
    );
    assert_eq!(one.part, None);
}

#[test]
fn two_datelines_of_an_agency_under_one_title_are_two_readouts() {
    let page = "Okoro Meets Two Colleagues\n\nMarch 2 (SFM) – Okoro met Voss.\n\nThey spoke.\n\nMarch 3 (SFM) – Okoro met Lund.\n\nThey ate.";
    let parts = of("a.txt", page.as_bytes(), &Given::default());
    let found: Vec<_> = parts.iter().map(sentences).collect();
    assert_eq!(found, [["Okoro met Voss.", "They spoke."], ["Okoro met Lund.", "They ate."]]);
    assert_eq!(parts[1].metadata.title, None);
}

#[test]
fn a_beginning_that_tells_nothing_begins_no_readout() {
    for page in [
        "Government Bodies\nFlag Sunday, 16 June 2024\nAll news\n21 August 2020, 15:12\n\nOkoro Meets Voss in Vik\n\nVIK, 21 August (NNA) – Okoro met Voss. They spoke of the ferry line at some length.",
        "Okoro Meets Voss in Vik\n\nAug 21, 2020, 9:59 PM\n\nVIK, Aug. 21 (NNA) – Okoro met Voss. They spoke of the ferry line at some length.",
        "Okoro Meets Voss in Vik\n\nFriday, August 21, 2020\n\nOkoro met Voss. They spoke of the ferry line at some length.\n\nVik, Norland, August 21, 2020.",
    ] {
        let document = text(page);
        assert_eq!(document.part, None, "{page}");
        assert_eq!(document.metadata.title.as_deref(), Some("Okoro Meets Voss in Vik"));
        assert_eq!(published(&document).as_deref(), Some("2020-08-21"), "{page}");
        assert_eq!(sentences(&document).len(), 2, "{page}");
    }
}

#[test]
fn a_date_block_after_the_lead_and_a_transcript() {
    let document = only(fixture("date-block-after-lead.txt"));
    assert_eq!(
        document.metadata.title.as_deref(),
        Some("Telephone conversation with Prime Minister of Sundria Per Lindqvist")
    );
    let line = document.dateline.clone().unwrap();
    assert_eq!(line.date.unwrap().0, Date::Day(2022, 3, 1));
    assert_eq!(&document.text[line.hour.unwrap()], "18:50");
    assert_eq!(&document.text[line.place.unwrap()], "The Residence, Vik");
    assert!(line.own_block);
    assert_eq!(published(&document).as_deref(), Some("2022-03-01"));
    assert_eq!(
        sentences(&document),
        [
            "Ada Okoro had a telephone conversation with Prime Minister of Sundria Per Lindqvist.",
            "The leaders discussed fishing.",
            "It was agreed to continue contacts.",
            "Mr Lindqvist, welcome.",
            "I am glad to see you.",
            "We have much to do.",
            "Thank you.",
        ]
    );
    let labels: Vec<_> = document
        .sentences
        .iter()
        .map(|sentence| sentence.label.clone().map(|label| &document.text[label]))
        .collect();
    let (president, guest) =
        (Some("President of Norland Ada Okoro"), Some("Prime Minister of Sundria Per Lindqvist"));
    assert_eq!(labels, [None, None, None, president, president, president, guest]);
}

#[test]
fn a_colon_after_capitalised_words_is_no_transcript() {
    let document =
        text("Talks\n\nJoint Statement: The ministers met. They agreed.\n\nThey parted.");
    assert!(document.sentences.iter().all(|sentence| sentence.label.is_none()));
    assert_eq!(sentences(&document)[0], "Joint Statement: The ministers met.");
}

#[test]
fn turns_that_run_together_in_a_paragraph_have_their_labels() {
    let document = text(
        "Talks in Vik\n\nPresident of Norland Ada Okoro: Mr Lindqvist, welcome. We have much to do. \
         Prime Minister of Sundria Per Lindqvist(retranslated): Thank you! I am glad to be here. \
         Ada Okoro: Thank you.",
    );
    let said: Vec<_> = document
        .sentences
        .iter()
        .map(|one| (&document.text[one.label.clone().unwrap()], &document.text[one.span.clone()]))
        .collect();
    let guest = "Prime Minister of Sundria Per Lindqvist";
    assert_eq!(
        said,
        [
            ("President of Norland Ada Okoro", "Mr Lindqvist, welcome."),
            ("President of Norland Ada Okoro", "We have much to do."),
            (guest, "Thank you!"),
            (guest, "I am glad to be here."),
            ("Ada Okoro", "Thank you."),
        ]
    );
    // Nothing shows that one name before a colon is a label.
    let document = text("Talks\n\nThey met. Prime Minister Per Lindqvist: the man who came back.");
    assert!(document.sentences.iter().all(|sentence| sentence.label.is_none()));
}

#[test]
fn questions_and_answers_are_labelled() {
    let document =
        text("Briefing\n\nQuestion: When did they meet?\n\nAnswer: Today. They met at noon.");
    let labels: Vec<_> =
        document.sentences.iter().map(|s| &document.text[s.label.clone().unwrap()]).collect();
    assert_eq!(labels, ["Question", "Answer", "Answer"]);
    assert_eq!(sentences(&document), ["When did they meet?", "Today.", "They met at noon."]);
}

#[test]
fn a_title_may_be_a_sentence_where_a_date_follows() {
    let document = only(fixture("title-is-a-sentence.txt"));
    assert_eq!(
        document.metadata.title.as_deref(),
        Some("Ada Okoro met with the President of Sundria.")
    );
    assert_eq!(published(&document).as_deref(), Some("2022-05-04"));
    assert_eq!(
        sentences(&document),
        [
            "President Ada Okoro met with President Per Lindqvist.",
            "\"We are neighbours.",
            "We will stay neighbours,\" Ada Okoro said.",
            "She stressed: \"The sea joins us.",
            "It does not part us.\"",
        ]
    );
}

#[test]
fn header_lines_are_no_sentences_and_list_items_are() {
    let document = only(fixture("release-header.txt"));
    assert_eq!(published(&document).as_deref(), Some("2009-03-12"));
    assert_eq!(document.blocks[1].kind, BlockKind::Header);
    assert_eq!(
        sentences(&document),
        [
            "Today the Prime Minister met with Prime Minister Per Lindqvist.",
            "They announced initiatives, including:",
            "a harbour for Vik",
            "a lighthouse."
        ]
    );
    let items: Vec<_> = document.sentences.iter().map(|sentence| sentence.list_item).collect();
    assert_eq!(items, [false, false, true, true]);
}

#[test]
fn a_place_and_a_day_at_the_end_sign_the_readout() {
    let document = only(fixture("sign-off-at-the-end.txt"));
    assert_eq!(
        document.metadata.title.as_deref(),
        Some("Visit of the Foreign Minister of Sundria to Norland")
    );
    assert_eq!(published(&document).as_deref(), Some("2021-03-05"));
    let line = document.dateline.clone().unwrap();
    assert_eq!(&document.text[line.place.unwrap()], "Vik");
    assert_eq!(
        sentences(&document),
        ["Foreign Minister Hanna Voss visited Norland.", "She met Minister Okoro."]
    );
}

#[test]
fn datelines_of_many_houses() {
    for (line, day, place) in [
        ("MOSCOW, 3 June – The sides met.", "XXXX-06-03", Some("MOSCOW")),
        ("BEIJING, Dec. 2 (Xinhua) -- The sides met.", "XXXX-12-02", Some("BEIJING")),
        ("(New Delhi) 12 March 2024 – The sides met.", "2024-03-12", Some("New Delhi")),
        ("June 15, 2022 — The sides met.", "2022-06-15", None),
        ("Brussels, 3 June 2024: The sides met.", "2024-06-03", Some("Brussels")),
        ("Tokyo, July 3, 2024\n\nThe sides met.", "2024-07-03", Some("Tokyo")),
        ("June 15, 2022 16:00\n\nThe sides met.", "2022-06-15", None),
        ("24 марта 2025 года\n15:40\n\nThe sides met.", "2025-03-24", None),
        ("2025年12月2日\n\nThe sides met.", "2025-12-02", None),
        ("Published: Tuesday, 2 December 2025\n\nThe sides met.", "2025-12-02", None),
        ("Date: 14/03/2013\n\nThe sides met.", "2013-03-14", None),
        ("Date: 03/14/2013\n\nThe sides met.", "2013-03-14", None),
        ("Vik, July 16, NNA - The sides met.", "XXXX-07-16", Some("Vik")),
        (
            "VIK, Norland, June 24, 2025/NPO Group/ -- The sides met.",
            "2025-06-24",
            Some("VIK, Norland"),
        ),
        (
            "(NENA - Press Office) VIK, Norland, June 24, 2025/NPO Group/ -- The sides met.",
            "2025-06-24",
            Some("VIK, Norland"),
        ),
        (
            "NENA - Press Office) VIK, Norland, June 24, 2025/NPO Group/ --\n\nThe sides met.",
            "2025-06-24",
            Some("VIK, Norland"),
        ),
        ("Vik, August 24, 2021 (NNI-OT):The sides met.", "2021-08-24", Some("Vik")),
        ("VIK, 2nd April 2026 (NPA/SPA) -- The sides met.", "2026-04-02", Some("VIK")),
        (
            "STATE HOUSE, VIK, 3rd May 2026 (PCS) – The sides met.",
            "2026-05-03",
            Some("STATE HOUSE, VIK"),
        ),
        ("Vik [Norland], April 3 (NNA): The sides met.", "XXXX-04-03", Some("Vik")),
        ("VIK: 3 May 2026 – The sides met.", "2026-05-03", Some("VIK")),
        ("(Vik, 3 May 2026)\n\nThe sides met.", "2026-05-03", Some("Vik")),
        ("Vik, 28 April 2022:\nThe sides met.", "2022-04-28", Some("Vik")),
        ("Vik | March 3\n\nThe sides met.", "XXXX-03-03", Some("Vik")),
        ("27TH DECEMBER, 2012.\n\nThe sides met.", "2012-12-27", None),
        ("December - 31– 2019\n\nThe sides met.", "2019-12-31", None),
        ("22. nóvember 2017\n\nThe sides met.", "2017-11-22", None),
        ("Posted On: 24 MAR 2026 8:48PM by NIB Vik\n\nThe sides met.", "2026-03-24", None),
        ("Posted On: 24 MAR 2026 8:48PM by NIB Vik The sides met.", "2026-03-24", None),
        ("date 2025-04-03 The sides met.", "2025-04-03", None),
        ("Release Date: March 3, 2026 (all times local)\n\nThe sides met.", "2026-03-03", None),
        ("Cabinet release · 24 March 2026 · all releases\n\nThe sides met.", "2026-03-24", None),
        ("Northern News (VIK, July 25) : The sides met.", "XXXX-07-25", Some("VIK")),
        (
            "(NENA- Norland News (NNA)) VIK, Feb 28 (NNA) -- The sides met.",
            "XXXX-02-28",
            Some("VIK"),
        ),
        ("2018-03-05 - 9:30 م\n\nThe sides met.", "2018-03-05", None),
        (
            "Published: 15 Jun 2025 - 07:44 pm | Last Updated: 16 Jun 2025 - 08:36 pm\n\nThe sides met.",
            "2025-06-15",
            None,
        ),
        ("  • 2024-01-11\n  • NNA Staff\n\nThe sides met.", "2024-01-11", None),
        (
            "The sides met.\n\nMinistry of Norland\nHarbour Road\nVik\nMarch 16, 2018",
            "2018-03-16",
            Some("Vik"),
        ),
        ("NEW VIK CITY, September 22, 2021—The sides met.", "2021-09-22", Some("NEW VIK CITY")),
        (
            "Jeddah (NewsPoint / Norland News - 28th November, 2019) The sides met.",
            "2019-11-28",
            Some("Jeddah"),
        ),
        ("15:37, TUNIS/Tunisia, May 3 (TNP) - The sides met.", "XXXX-05-03", Some("TUNIS/Tunisia")),
        ("Fri. 07 of July of 2023, 16:28h\n\nThe sides met.", "2023-07-07", None),
        ("13 August 201520:16\n\nThe sides met.", "2015-08-13", None),
        ("No. 029 January 27, 2025The sides met.", "2025-01-27", None),
        ("19980204 The sides met.", "1998-02-04", None),
        ("21.01.2014 - Press release\n\nThe sides met.", "2014-01-21", None),
        ("วันที่ 7 Dec 2023\n\nThe sides met.", "2023-12-07", None),
        (
            "The press release issued by the Norland Office on 9 January 2023.\n\nThe sides met.",
            "2023-01-09",
            None,
        ),
        ("The sides met.\n\nVik\n22 October 2021", "2021-10-22", Some("Vik")),
        ("The sides met.\n\n— Ada Okoro (@okoro) October 4, 2021", "2021-10-04", None),
    ] {
        let document = text(&format!("Talks with Sundria\n\n{line}"));
        let found = document.dateline.clone().unwrap_or_else(|| panic!("{line}"));
        assert_eq!(found.date.unwrap().0.to_string(), day, "{line}");
        assert_eq!(found.place.map(|place| &document.text[place]), place, "{line}");
        assert_eq!(sentences(&document), ["The sides met."], "{line}");
    }
}

#[test]
fn a_city_before_a_mark_is_a_dateline_without_a_day() {
    for line in
        ["DOHA: ", "Doha, Qatar: ", "Vienna – ", "KUWAIT: ", "(NNA) ", "Brussels, Belgium - "]
    {
        let document = text(&format!("Talks with Sundria\n\n{line}The sides met in the palace."));
        assert_eq!(sentences(&document), ["The sides met in the palace."], "{line}");
        assert_eq!(published(&document), None);
    }
    for line in ["Moscow – Beijing ties were on the table.", "VOSS: Welcome to the palace."] {
        assert_eq!(sentences(&text(&format!("Talks\n\n{line}"))), [line]);
    }
}

#[test]
fn sentences_that_only_look_like_datelines_stay_whole() {
    for sentence in [
        "The talks – long and frank – ended.",
        "On March 2 Minister Voss – just arrived – spoke.",
        "Minister Voss - a guest - spoke.",
        "NATO – the alliance of the North Atlantic – met.",
        "Vik, Minister Voss said on March 2: the ferry sails.",
        "On 3 June 2024 the sides met.",
        "Posted to Vik in 2020, Ambassador Voss met the minister.",
    ] {
        let document = text(&format!("Talks with Sundria\n\n{sentence}"));
        assert_eq!(sentences(&document), [sentence]);
        assert_eq!(document.dateline, None);
    }
}

#[test]
fn the_title_stands_among_menus_and_letterheads() {
    let title = "Minister Voss Speaks with Foreign Minister Okoro of Sundria";
    let body =
        "Minister Voss spoke today with Foreign Minister Okoro. They discussed the ferry line.";
    for head in [
        "Skip to main content\nx\nImage\nTITLE\nBody",
        "Main Container\n\n\nTITLE\n\nMarch 3, 2024\n\nMain Content\n\nVoss and Okoro talk ferries",
        "메뉴\n본문\n\nMinistry of Foreign Affairs REPUBLIC OF NORLAND\n\n  1. Ministry of Norland facebook\n  2. Ministry of Norland twitter\nSCREEN SIZE\n\nPress Releases\n\nTITLE\n\nDate\n2024-03-03\nhit\n405",
        "Press Room\n\nwww.press.example\n\nTITLE",
        "Home> Press Releases\n\n\nTITLE\n\n\nMarch - 3– 2024",
        "Vik\n\n3 March 2024\n\nTITLE\n\nHanna Voss, Minister",
        "3 March 2024\nmail youtube facebook\n    President - Parliament - Cabinet\n\n    TITLE Featured\n\n    March 03, 2024\n    TITLE",
        "TITLE\n\nTITLE\n\n    (Communicated by the Minister's Media Adviser)",
        "TITLE\n\nThe following is attributable to Spokesperson Ada Lund:",
        "TITLE\nPublished 3 March 2024",
        "NNP\n\nTITLE",
        "Home / Announcements / News\n\nTITLE\n\nWednesday, 3 March 2024",
        "3 March 2024\nNorland News Agency (Khartoum)\n\nTITLE",
        "TITLE\nBy Ada Lund",
        "Celebrating Years of News\nLicence needed for use Learn\nParliament of Norland\n\nTITLE\n\nSunday, 3 March 2024, 5:27 pm",
        "TITLE\n3/3/2024",
        "Politics\n\nTITLE",
    ] {
        let document = text(&format!("{}\n\n{body}", head.replace("TITLE", title)));
        assert_eq!(document.metadata.title.as_deref(), Some(title), "{head}");
        let want = [
            "Minister Voss spoke today with Foreign Minister Okoro.",
            "They discussed the ferry line.",
        ];
        assert_eq!(sentences(&document), want, "{head}");
    }
}

#[test]
fn what_follows_the_prose_is_the_sites() {
    let body = "Minister Voss spoke today with Foreign Minister Okoro of Sundria. They discussed the ferry line.";
    for foot in [
        "For more information, contact:\nPrincipal Officer,\nPress Department (PD)\nTel: +00 1\nEmail: press@norland.example\nWebsite: www.norland.example",
        "Distributed by NPO Group on behalf of the Presidency of Norland\n\nYou just read:\n\nA title. It has a sentence.",
        "Media Office of the Prime Minister\nMarch - 3– 2024",
        "Press Division (PMD\n\n« The country has a competitive fishery that needs to be made new - President\n    back to top\n\n    banner",
        "Read the transcript of the press point here.",
        "Media enquiries: Ada Lund, Spokesperson to the President – 082 000 0000\n\nIssued by: The Presidency\nVik",
        "Hafa samband\n\nA form asks for a name. It asks for mail.",
        "About Northern Council\n\nThe council is a body. It has members.",
        "  • icon_zoom.png\n    Voss Okoro Copyright: NPO",
        "Voss (L) greets Okoro in Vik (Photo: Ministry)",
        "(END)",
        "(The foregoing is a provisional translation)",
        "MSV",
        "About Norland: Norland, a member since 1961, is one of the founders of the council.",
        "Published by NT Content Services with permission from Northern News.",
        "Read the remarks.",
        "Archive\n\nNew Ambassador of Sundria presents copies of his credentials to the head of protocol of the ministry\n\nNorland and Sundria discuss the ways in which they can go on with the work on the ferry line",
    ] {
        let document = text(&format!("Minister Voss Speaks with Okoro\n\n{body}\n\n{foot}"));
        let want = [
            "Minister Voss spoke today with Foreign Minister Okoro of Sundria.",
            "They discussed the ferry line.",
        ];
        assert_eq!(sentences(&document), want, "{foot}");
    }
}

#[test]
fn lists_and_unstopped_last_lines_stay() {
    let items = "Talks\n\nThe sides agreed to resume dialogue in areas including:\n\n  • Trade\n  • Defence, and\n  • Consular affairs";
    assert_eq!(sentences(&text(items))[1..], ["Trade", "Defence, and", "Consular affairs"]);
    let last = "They agreed that both sides would go on with the work on the ferry line and meet again next year";
    assert_eq!(sentences(&text(&format!("Talks\n\nThe sides met in Vik.\n\n{last}")))[1], last);
}

#[test]
fn numbered_paragraphs_of_wrapped_lines_are_parted() {
    let document = text(
        "Joint Communiqué after the meeting\nMinisters of Norland and Sundria\n1. The Minister of Norland, H.E. Ms. Hanna Voss, and the Minister of\nSundria met on 3 March\n2024 in Vik. This was their third meeting.\n2. One of the purposes was the ferry.\n3. They agreed to meet again.",
    );
    assert_eq!(
        sentences(&document),
        [
            "The Minister of Norland, H.E. Ms. Hanna Voss, and the Minister of\nSundria met on 3 March\n2024 in Vik.",
            "This was their third meeting.",
            "One of the purposes was the ferry.",
            "They agreed to meet again."
        ]
    );
}

#[test]
fn the_day_in_a_title_is_that_of_publication_where_no_other_is() {
    for (title, day) in [
        ("Voss calls Okoro: 25 October 2022", Some("2022-10-25")),
        ("Sundria – Conversation of Voss with her counterpart (18 Nov. 21)", Some("2021-11-18")),
        ("Audience with the President of Sundria, 13.05.2021", Some("2021-05-13")),
        (
            "No: 243, 3 October 2023, Press Release Regarding the Talks with Sundria",
            Some("2023-10-03"),
        ),
        ("Voss meets Okoro in Vik on 4 September 2018", None),
        ("December 10, 2013 - VOSS RECEIVES THE MINISTER OF SUNDRIA", Some("2013-12-10")),
    ] {
        let document =
            text(&format!("{title}\n\nMinister Voss spoke with Minister Okoro. They agreed."));
        assert_eq!(published(&document).as_deref(), day, "{title}");
        assert_eq!(document.metadata.title.as_deref(), Some(title));
    }
}

#[test]
fn the_day_in_the_address_is_that_of_publication_where_no_other_is() {
    let day = |url: &str, text: &str| {
        let given = Given { url: Some(url.to_owned()), ..Given::default() };
        published(&only(of("page.txt", text.as_bytes(), &given)))
    };
    let text = "The Minister met with the Ambassador today.";
    let parted = "https://tides.example/news/2031/05/12/talks/";
    assert_eq!(day(parted, text).as_deref(), Some("2031-05-12"));
    assert_eq!(day("https://tides.example/2031-05-12-talks", text).as_deref(), Some("2031-05-12"));
    assert_eq!(day("https://tides.example/news/2031/05/talks", text), None);
    assert_eq!(day("https://tides.example/2031/44/12/talks", text), None);
    let dated = "Talks in Vik\n\n3 May 2031\n\nThe Minister met with the Ambassador today.";
    assert_eq!(day(parted, dated).as_deref(), Some("2031-05-03"));
}

#[test]
fn slashes_put_the_month_first_on_american_sites() {
    let given = Given { url: Some("https://www.state.gov/r/1".to_owned()), ..Given::default() };
    let document = only(of("a.txt", b"Talks\n\n03/04/2013\n\nThey met.", &given));
    assert_eq!(published(&document).as_deref(), Some("2013-03-04"));
}

#[test]
fn the_year_of_a_dateline_is_completed_from_the_day_given() {
    let given = Given { published: "2024-01-02".parse().ok(), ..Given::default() };
    let document = only(of("a.txt", "Talks\n\nVIK, December 31 – They met.".as_bytes(), &given));
    assert_eq!(published(&document).as_deref(), Some("2024-01-02"), "the caller's day stays");
    let document = text("Talks\n\nVIK, December 31 – They met.");
    assert_eq!(published(&document), None, "no year, no day");
}

#[test]
fn end_marks_and_site_lines_are_no_sentences() {
    let document = text(
        "Talks with Sundria\n\nFor Immediate Release\n\nThey met.\n\n###\n\n# # #\n\n<…>\n\n[...]\n\n-END-\n\nLast updated on 3 May 2020\n\nShare this page\n\nPhoto: Ministry of Norland\n\nTags: ferry",
    );
    assert_eq!(sentences(&document), ["They met."]);
    assert_eq!(document.dateline, None);
}

fn split(paragraph: &str) -> Vec<String> {
    let document = text(&format!("Talks with Sundria\n\n{paragraph}"));
    sentences(&document).into_iter().map(str::to_owned).collect()
}

#[test]
fn abbreviations_and_initials_do_not_end_sentences() {
    for whole in [
        "President Joseph R. Biden, Jr. met with H.E. Dr. Per Lindqvist of the U.S. Congress.",
        "Gen. Voss and Lt. Col. Okoro signed Annex No. 4 at 5 p.m. local time.",
        "The U.S. Secretary of State saw $1.5 billion in St. Louis, D.C. and Sen. Voss.",
        "Article No. 4 of Vol. 2 (see p. 7. It matters) applies.",
        "В.В. Путин встретился с г-ном Линдквистом 24 марта 2025 г. в Москве.",
        "Ambassador al-Nasser (Ret.) and Amb. el-Masri spoke at 10 a.m. on Dec. 2.",
    ] {
        assert_eq!(split(whole), [whole]);
    }
}

#[test]
fn sentences_end_where_they_do() {
    for sentences in [
        &["He met Joseph R. Biden, Jr.", "The two talked."][..],
        &["They arrived at 5 p.m.", "They left at once."],
        &["They live in the U.S.", "He does not."],
        &["\u{2002}He left.\u{a0}", "\u{202f}She stayed."],
        &["“We will come!” he said.", "“When?”", "They asked again…", "Nobody knew."],
        &["«Мы рады.", "Мы ждём»."],
        &["They met (in private). ", "They parted."],
        &["It was 2024.", "Peace came in World War I.", "The end."],
        &["They met; they ate; they slept.", "No full stop"],
        &["双方会晤。", "他们谈了渡轮。"],
    ] {
        let trimmed: Vec<&str> = sentences.iter().map(|sentence| sentence.trim()).collect();
        let joint = if sentences[0].ends_with('。') { "" } else { " " };
        assert_eq!(split(&sentences.join(joint)), trimmed);
    }
    assert_eq!(
        split("They secure supply chains.They met."),
        ["They secure supply chains.", "They met."]
    );
    assert_eq!(
        split("See www.Norland.Example for more of it."),
        ["See www.Norland.Example for more of it."]
    );
    assert_eq!(
        split("They met in\nVik. They parted\nthere."),
        ["They met in\nVik.", "They parted\nthere."]
    );
}

#[test]
fn long_texts_are_split_in_linear_time() {
    let start = std::time::Instant::now();
    let long = "The U.S. (and No. 4) met Mr. Voss. “They agreed.” ".repeat(30_000);
    assert_eq!(text(&long).sentences.len(), 60_000);
    let blocks = "Talks\n\nVIK, March 3 – They met.\n\n".repeat(5_000);
    assert!(!of("a.txt", blocks.as_bytes(), &Given::default()).is_empty());
    let unspaced = "They.".repeat(100_000);
    assert!(!text(&unspaced).sentences.is_empty());
    // A quadratic pass over a megabyte takes hours.
    assert!(start.elapsed().as_secs() < 120);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_span_is_inside_and_in_order(
        page in "([A-Za-zÀ-яé0-9 .!?…:;,\"“”«»()<>\\-–\n\t\u{a0}\u{2002}]|\n\n|March 3|MFA|Jr\\.|Leave a Reply|Title\n\n|\\*\\*\\*|Question: |。){0,120}",
        name in "a\\.(txt|md|html)",
    ) {
        for document in of(&name, page.as_bytes(), &Given::default()) {
            let mut end = 0;
            for sentence in &document.sentences {
                prop_assert!(end <= sentence.span.start && sentence.span.start < sentence.span.end);
                end = sentence.span.end;
                let block = &document.blocks[sentence.block];
                prop_assert!(block.span.start <= sentence.span.start && end <= block.span.end);
                let inside = &document.text[sentence.span.clone()];
                prop_assert_eq!(inside.trim(), inside);
                if let Some(label) = &sentence.label {
                    prop_assert!(!document.text[label.clone()].is_empty());
                }
            }
            if let Some(dateline) = &document.dateline {
                prop_assert!(!document.text[dateline.span.clone()].is_empty());
                for range in [&dateline.hour, &dateline.place].into_iter().flatten() {
                    prop_assert!(!document.text[range.clone()].is_empty());
                }
            }
        }
    }
}
