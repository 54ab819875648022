//! Bytes of inputs in, what their readers make of them out: rendering, metadata, encodings, findings.

use chancery::diagnostic::{Code, Severity};
use chancery::record::{GivenField, sha256};
use chancery::source::BlockKind::{self, ListItem, Paragraph, Row, Title};
use chancery::source::{Given, Page, Reading, read, read_line};
use proptest::prelude::*;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/fixtures/source/{name}")).unwrap()
}

fn one(reading: Reading) -> Page {
    assert_eq!(reading.diagnostics, []);
    let [page] = <[Page; 1]>::try_from(reading.pages).unwrap();
    page
}

fn page(name: &str) -> Page {
    one(read(name, &fixture(name), &Given::default()))
}

fn finding(name: &str, bytes: &[u8]) -> (Code, String) {
    let reading = read(name, bytes, &Given::default());
    let [finding] = <[_; 1]>::try_from(reading.diagnostics).unwrap();
    assert_eq!(finding.location.file.as_deref(), Some(name));
    (finding.code, finding.message)
}

#[test]
fn markdown_is_rendered_by_the_rules() {
    let page = page("front-matter.md");
    assert_eq!(
        page.text,
        "Minister Okoro’s Call with Minister\u{a0}Voss\n\n\
         Minister Ada Okoro spoke today with Minister Hanna Voss of Sundria. They discussed the 25th anniversary of the Treaty of Vik & the ferry.\n\n\
         She said:\n\n\
         a ferry will open, and\nvisas will be free.\n\n\
         Year\tTrade\n2023\t4"
    );
    let kinds: Vec<_> = page.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [Title, Paragraph, Paragraph, ListItem, ListItem, Row, Row]);
    assert_eq!(page.media_type, "text/markdown");
    assert_eq!(page.sha256, sha256(&fixture("front-matter.md")));
    let metadata = page.metadata;
    assert_eq!(metadata.published.map(|day| day.to_string()).as_deref(), Some("2023-02-01"));
    assert_eq!(metadata.url.as_deref(), Some("https://mfa.norland.example/readout-4"));
    assert_eq!(metadata.publisher.as_deref(), Some("Ministry of Foreign Affairs of Norland"));
    assert_eq!(metadata.language.unwrap().as_str(), "en");
    assert_eq!(metadata.given, []);
}

#[test]
fn broken_front_matter_is_a_warning_and_the_body_is_read() {
    let reading = read("a.md", &fixture("broken-front-matter.md"), &Given::default());
    assert_eq!(reading.diagnostics[0].code, Code::MalformedFrontMatter);
    assert_eq!(reading.diagnostics[0].severity(), Severity::Warning);
    assert_eq!(reading.pages[0].text, "Minister Okoro spoke today with Minister Voss.");
}

#[test]
fn a_web_page_is_its_content_without_menus_and_forms() {
    let page = page("article-with-menus.html");
    assert_eq!(
        page.text,
        "Minister Okoro receives Ambassador\u{a0}Lindqvist\n\n\
         Press release\n\n\
         16 May 2024\n\n\
         On 16 May, Minister of Foreign Affairs Ada Okoro received Ambassador of Sundria Per Lindqvist.\n\n\
         They discussed trade & fishing on the 25th anniversary of the Treaty of Vik.\n\n\
         A ferry line will open.\nVisas will be free.\n\n\
         Year\tTrade\n2023\t4\u{a0}billion"
    );
    let metadata = page.metadata;
    assert_eq!(metadata.published.map(|day| day.to_string()).as_deref(), Some("2024-05-16"));
    assert_eq!(metadata.url.as_deref(), Some("https://mfa.norland.example/news/4411"));
    assert_eq!(metadata.publisher.as_deref(), Some("Ministry of Foreign Affairs of Norland"));
    assert_eq!(metadata.language.unwrap().as_str(), "en-GB");
}

#[test]
fn a_short_page_without_landmarks_keeps_its_one_sentence() {
    let page = page("short-page-without-landmarks.html");
    assert_eq!(
        page.text,
        "Talks with Sundria\n\nMinister Okoro spoke by telephone today with Minister of Sundria Hanna Voss about the ferry line."
    );
}

#[test]
fn cells_of_a_layout_table_are_paragraphs() {
    let page = page("layout-table.html");
    assert!(!page.text.contains('\t'), "{}", page.text);
    assert!(page.text.starts_with("Meeting in Vik\n\nThe ministers of Norland"), "{}", page.text);
    assert_eq!(page.blocks.len(), 3);
}

#[test]
fn encodings_are_found_by_mark_by_declaration_and_by_statistics() {
    let chinese = "<html><head><meta charset=gbk><title>会见</title></head><body><p>外交部长王某会见了诺兰外交部长奥科罗，双方就渡轮航线交换了意见。</p></body></html>";
    let (bytes, ..) = encoding_rs::GBK.encode(chinese);
    let page = one(read("a.html", &bytes, &Given::default()));
    assert!(page.text.contains("会见了诺兰外交部长"), "{}", page.text);

    let russian =
        "Состоялся телефонный разговор президентов. Обсуждены вопросы торговли и рыболовства.";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(russian);
    assert_eq!(one(read("a.txt", &bytes, &Given::default())).text, russian);

    let little_endian: Vec<u8> =
        "\u{feff}They met.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(one(read("a.txt", &little_endian, &Given::default())).text, "They met.");
    assert_eq!(one(read("a.txt", b"\xef\xbb\xbfThey met.", &Given::default())).text, "They met.");
}

#[test]
fn a_broken_byte_in_utf8_is_replaced_and_reported() {
    let mut bytes = "Président Nausėda spoke with Minister Müller — briefly. ".as_bytes().to_vec();
    bytes.extend(b"Then \xff they parted.");
    let reading = read("a.txt", &bytes, &Given::default());
    assert_eq!(reading.diagnostics[0].code, Code::InvalidEncoding);
    assert!(reading.pages[0].text.ends_with("Then \u{fffd} they parted."));
    assert!(reading.pages[0].text.starts_with("Président Nausėda"));
}

#[test]
fn plain_text_changes_only_in_its_line_ends_and_forbidden_code_points() {
    let page = one(read("a.txt", b"  They met.\r\n\r\nA\x0bB\rC\t\n", &Given::default()));
    assert_eq!(page.text, "  They met.\n\nA\u{fffd}B\nC\t\n");
    assert_eq!(page.media_type, "text/plain");
}

#[test]
fn empty_and_binary_inputs_are_findings() {
    assert_eq!(finding("a.txt", b"").0, Code::EmptyInput);
    assert_eq!(finding("a.html", b" \r\n").0, Code::EmptyInput);
    assert_eq!(finding("a.txt", b"%PDF-1.7 text").1, "the input is a PDF; expected text");
    assert_eq!(finding("a.md", b"text\0text").0, Code::BinaryInput);
    assert_eq!(finding("a.html", b"<html><body><script>1</script></body></html>").0, Code::NoText);
}

#[test]
fn the_format_is_found_without_an_extension() {
    let media_type = |bytes: &[u8]| read("-", bytes, &Given::default()).pages[0].media_type;
    assert_eq!(media_type(&fixture("front-matter.md")), "text/markdown");
    assert_eq!(media_type(&fixture("article-with-menus.html")), "text/html");
    assert_eq!(
        media_type(b"{\"text\": \"They met.\"}\n{\"text\": \"They parted.\"}"),
        "text/plain"
    );
    assert_eq!(media_type(b"They met. {\"text\"}"), "text/plain");
    assert_eq!(
        read("page.txt", &fixture("article-with-menus.html"), &Given::default()).pages[0]
            .media_type,
        "text/html"
    );
}

#[test]
fn a_stream_goes_on_after_a_malformed_line() {
    let reading = read("s.ndjson", &fixture("stream.ndjson"), &Given::default());
    let texts: Vec<&str> = reading.pages.iter().map(|page| page.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Call with Minister Voss\n\nMinister Okoro spoke today with Minister Voss.",
            "A letter\n\nMinister Okoro sent a letter to Minister\u{a0}Voss."
        ]
    );
    assert_eq!(reading.pages[1].name, "s.ndjson:3");
    assert_eq!(reading.pages[1].media_type, "text/html");
    assert_eq!(
        reading.pages[1].sha256,
        sha256("<p>Minister Okoro sent a letter to Minister&nbsp;Voss.</p>".as_bytes())
    );
    let metadata = &reading.pages[0].metadata;
    assert_eq!(metadata.published.map(|day| day.to_string()).as_deref(), Some("2023-02-01"));
    let lines: Vec<_> = reading
        .diagnostics
        .iter()
        .map(|finding| (finding.code, finding.location.position.unwrap().0))
        .collect();
    assert_eq!(
        lines,
        [(Code::MalformedLine, 2), (Code::MalformedLine, 5), (Code::MalformedLine, 6)]
    );
    assert!(
        reading.diagnostics[2].message.contains("`soon`"),
        "{}",
        reading.diagnostics[2].message
    );
}

#[test]
fn one_line_can_be_read_by_itself() {
    let given = Given { publisher: Some("Norland".to_owned()), ..Given::default() };
    let page = one(read_line("-", 12, br#"{"text": "They met."}"#, &given));
    assert_eq!(page.name, "-:12");
    assert_eq!(page.metadata.given, [GivenField::Publisher]);
    assert!(read_line("-", 13, b" \r", &given).pages.is_empty());
}

#[test]
fn one_object_over_several_lines_is_a_readout() {
    let page = one(read(
        "a.json",
        b"{\n  \"text\": \"They met.\",\n  \"title\": \"Talks\"\n}\n",
        &Given::default(),
    ));
    assert_eq!(page.text, "Talks\n\nThey met.");
}

#[test]
fn what_the_caller_gives_fills_gaps_and_is_named() {
    let given = Given {
        title: Some("Talks in Vik".to_owned()),
        published: "2021-03-03".parse().ok(),
        url: Some("https://example.org/7".to_owned()),
        ..Given::default()
    };
    let page = one(read("a.txt", b"They met.", &given));
    assert_eq!(page.text, "Talks in Vik\n\nThey met.");
    assert_eq!(page.blocks[1].span, 14..23);
    assert_eq!(page.metadata.given, [GivenField::Published, GivenField::Title, GivenField::Url]);

    let page = one(read("front-matter.md", &fixture("front-matter.md"), &given));
    assert_eq!(page.metadata.published.map(|day| day.to_string()).as_deref(), Some("2023-02-01"));
    assert_eq!(page.metadata.given, [GivenField::Url]);
}

#[test]
fn a_title_that_the_text_begins_with_is_not_repeated() {
    let given = Given { title: Some("Talks  in Vik".to_owned()), ..Given::default() };
    let page = one(read("a.txt", b"TALKS IN\nVIK\n\nThey met.", &given));
    assert_eq!(page.text, "TALKS IN\nVIK\n\nThey met.");
    assert_eq!(page.blocks[0].kind, BlockKind::Title);
}

#[test]
fn lists_in_plain_text_lose_their_bullets_but_not_their_characters() {
    let text = "They agreed:\n- to meet\n  again;\n- to write.\n\n1. First point.\n2. Second point.\n\nThe talks -\n- as it were - ended.";
    let page = one(read("a.txt", text.as_bytes(), &Given::default()));
    assert_eq!(page.text, text);
    let blocks: Vec<&str> =
        page.blocks.iter().map(|block| &page.text[block.span.clone()]).collect();
    assert_eq!(
        blocks,
        [
            "They agreed:",
            "to meet\n  again;",
            "to write.",
            "First point.",
            "Second point.",
            "The talks -\n- as it were - ended."
        ]
    );
}

#[test]
fn a_page_without_bounds_is_a_finding_in_bounded_time() {
    let deep = format!("<html><body>{}They met.", "<div>".repeat(1_000_000));
    assert_eq!(finding("deep.html", deep.as_bytes()).0, Code::InputTooLarge);
    let items = format!("<html><body><ul>{}", "<li><p>They met.<br>".repeat(5_000));
    assert!(!one(read("unclosed.html", items.as_bytes(), &Given::default())).text.is_empty());
}

#[test]
fn deep_nesting_and_a_long_line_are_read() {
    let deep = format!("<html><body>{}<p>They met.</p></body></html>", "<div>".repeat(1_000));
    assert_eq!(one(read("deep.html", deep.as_bytes(), &Given::default())).text, "They met.");
    let long = "They met. ".repeat(400_000);
    assert_eq!(one(read("long.txt", long.as_bytes(), &Given::default())).blocks.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300), name in "a\\.(txt|md|html|ndjson|bin)") {
        let reading = read(&name, &bytes, &Given::default());
        prop_assert!(!reading.pages.is_empty() || !reading.diagnostics.is_empty());
    }

    #[test]
    fn blocks_are_in_order_and_inside(text in "([a-zA-Zé。<>#*\\-|:;.!?&\"“”… \t\n\r\u{a0}\u{2028}\u{1}0-9]|<p>|</p>|<td>|<br>|---\n|\n\n){0,80}", name in "a\\.(txt|md|html)") {
        for page in read(&name, text.as_bytes(), &Given::default()).pages {
            let mut end = 0;
            for block in &page.blocks {
                prop_assert!(end <= block.span.start && block.span.start < block.span.end);
                end = block.span.end;
                let inside = &page.text[block.span.clone()];
                prop_assert_eq!(inside.trim(), inside);
            }
            prop_assert!(end <= page.text.len());
            let forbidden = page.text.contains(['\r', '\u{1}']);
            prop_assert!(!forbidden);
        }
    }
}
