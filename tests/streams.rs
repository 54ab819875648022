//! Packed inputs, long lines and web archives in, records and findings out, with bounded memory.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use crate::program::{READOUT, err, folder, records, run, run_after, stream};

const PAGE: &str = "<!doctype html><html><head><title>Call</title></head><body><article><h1>Readout of President \
    Ellen Marsh's Call with Prime Minister Tomas Lindqvist of Sweden</h1><p>President Ellen Marsh spoke today with Prime \
    Minister Tomas Lindqvist of Sweden.</p></article></body></html>";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstandard(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

/// A record of an archive.
fn entry(kind: &str, url: &str, media_type: &str, block: &[u8]) -> Vec<u8> {
    let length = block.len();
    let head = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Date: 2031-05-12T10:00:00Z\r\nWARC-Target-URI: {url}\r\n\
         Content-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

/// The answer of a server, as a record.
fn response(url: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let block = [format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), body].concat();
    entry("response", url, "application/http; msgtype=response", &block)
}

const HTML: &str = "200 OK\r\nContent-Type: text/html";

fn urls(records: &[serde_json::Value]) -> Vec<&str> {
    records.iter().map(|record| record["source"]["url"].as_str().unwrap()).collect()
}

#[test]
fn packed_inputs_are_read_like_the_files_in_them() {
    let many = stream(40);
    let (first, second) = many.as_bytes().split_at(many.len() / 3);
    // A frame that says nothing stands between the two, as the format allows.
    let skipped = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
    let folder = folder(&[
        ("plain.ndjson", many.as_bytes()),
        ("members.ndjson.gz", &[gzip(first), gzip(second)].concat()),
        ("frames.ndjson.zst", &[&zstandard(first)[..], &skipped, &zstandard(second)].concat()),
        ("no-name", &gzip(many.as_bytes())),
        ("folder/page.html.gz", &gzip(PAGE.as_bytes())),
        ("folder/page.txt.zst", &zstandard(READOUT.as_bytes())),
    ]);
    let export = |name| run(folder.path(), &["export", "-f", "ndjson", name]);
    let plain = export("plain.ndjson");
    assert_eq!(records(&plain.stdout).len(), 40);
    for packed in ["members.ndjson.gz", "frames.ndjson.zst", "no-name"] {
        let output = export(packed);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        assert!(output.stdout == plain.stdout, "{packed}");
    }
    // In a folder they are found, and each output is named for what was in the file.
    let output = run(folder.path(), &["export", "--output-dir", "out", "folder"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let names = crate::program::files(&folder.path().join("out"));
    assert_eq!(names, ["page.html.gz.json", "page.txt.zst.json"]);
    let text = run(folder.path(), &["text", "folder/page.txt.zst"]);
    assert_eq!(str::from_utf8(&text.stdout).unwrap(), READOUT);
}

#[test]
fn packed_records_are_validated() {
    let folder = folder(&[("in.txt", READOUT.as_bytes())]);
    let json = run(folder.path(), &["export", "in.txt"]).stdout;
    std::fs::write(folder.path().join("records.json.gz"), gzip(&json)).unwrap();
    let output = run(folder.path(), &["validate", "records.json.gz"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(str::from_utf8(&output.stdout).unwrap().contains("1 record: 1 valid"));
}

#[test]
fn a_packed_file_that_is_cut_off_or_damaged_gives_what_comes_before() {
    let many = stream(400);
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() * 2 / 3].to_vec();
    let mut wrong = zstandard(format!("{many}{}", " ".repeat(300_000)).as_bytes());
    let last = wrong.len() - 1;
    wrong[last] ^= 1;
    let folder = folder(&[
        ("a.ndjson.gz", &cut(gzip(many.as_bytes()))),
        ("b.ndjson.zst", &cut(zstandard(many.as_bytes()))),
        ("c.ndjson.zst", &wrong),
    ]);
    for (name, least) in [("a.ndjson.gz", 100), ("b.ndjson.zst", 0), ("c.ndjson.zst", 400)] {
        let output = run(folder.path(), &["export", "-f", "ndjson", name]);
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        assert!(err(&output).contains(&format!("could not read {name}: ")), "{}", err(&output));
        let found = records(&output.stdout).len();
        assert!(found >= least && found <= 400, "{name}: {found}");
        assert!(!err(&output).contains("malformed-line"), "{}", err(&output));
    }
}

#[test]
fn a_file_that_unpacks_to_gigabytes_takes_bounded_memory() {
    // 300 MB without a line break, then a readout.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let block = vec![b'a'; 1 << 20];
    (0..300).for_each(|_| encoder.write_all(&block).unwrap());
    encoder.write_all(format!("\n{}", stream(1)).as_bytes()).unwrap();
    let bomb = encoder.finish().unwrap();
    let page = gzip(&vec![b'<'; 100 << 20]);
    let archive =
        response("https://ministry.example/1", &format!("{HTML}\r\nContent-Encoding: gzip"), &page);
    let folder =
        folder(&[("bomb.ndjson.gz", &bomb), ("bomb.html.gz", &page), ("bomb.warc", &archive)]);
    for (name, found) in [("bomb.ndjson.gz", 1), ("bomb.html.gz", 0), ("bomb.warc", 0)] {
        let arguments = ["export", "-j", "1", "-f", "ndjson", name];
        let output = run_after(folder.path(), "ulimit -v 1000000", &arguments);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", err(&output));
        assert!(err(&output).contains("input-too-large"), "{}", err(&output));
        assert_eq!(records(&output.stdout).len(), found, "{name}");
    }
}

#[test]
fn web_archives_give_the_pages_in_them() {
    let chunks = format!(
        "{:x}\r\n{}\r\n{:x};x=y\r\n{}\r\n0\r\n\r\n",
        100,
        &PAGE[..100],
        PAGE.len() - 100,
        &PAGE[100..]
    );
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
    zlib.write_all(PAGE.as_bytes()).unwrap();
    let mut deflate = DeflateEncoder::new(Vec::new(), Compression::fast());
    deflate.write_all(PAGE.as_bytes()).unwrap();
    let western = PAGE.replace("Tomas", "Tom\u{e1}s");
    let western: Vec<u8> = western.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let url = |n: usize| format!("https://ministry.example/{n}");
    let packed = |coding: &str| format!("{HTML}\r\nContent-Encoding: {coding}");
    let entries = [
        entry("warcinfo", "", "application/warc-fields", b"software: test"),
        entry("request", &url(1), "application/http; msgtype=request", b"GET /1 HTTP/1.1\r\n\r\n"),
        response(&url(1), HTML, PAGE.as_bytes()),
        response(&url(2), &format!("{HTML}\r\nTransfer-Encoding: chunked"), chunks.as_bytes()),
        response(&url(3), &packed("gzip"), &gzip(PAGE.as_bytes())),
        // Archives often keep the body unpacked and the head as it was.
        response(
            &url(4),
            &format!("{}\r\nTransfer-Encoding: chunked", packed("gzip")),
            PAGE.as_bytes(),
        ),
        response(&url(5), &packed("deflate"), &zlib.finish().unwrap()),
        response(&url(6), &packed("deflate"), &deflate.finish().unwrap()),
        response(&url(7), &packed("br"), PAGE.as_bytes()),
        response(&url(8), "200 OK\r\nContent-Type: text/html; charset=iso-8859-1", &western),
        entry("resource", &format!("<{}>", url(9)), "text/html", PAGE.as_bytes()),
        response(&url(10), "200 OK\r\nContent-Type: image/png", b"\x89PNG"),
        response(&url(11), "404 Not Found\r\nContent-Type: text/html", PAGE.as_bytes()),
        entry("revisit", &url(12), "application/http", b""),
    ];
    let plain = entries.concat();
    let members: Vec<u8> = entries.iter().flat_map(|entry| gzip(entry)).collect();
    let folder = folder(&[("crawl.warc", &plain), ("crawl.warc.gz", &members)]);
    let output = run(folder.path(), &["export", "-f", "ndjson", "crawl.warc"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let found = records(&output.stdout);
    assert_eq!(urls(&found), (1..=9).map(url).collect::<Vec<_>>());
    assert!(found[7]["source"]["text"].as_str().unwrap().contains("Tom\u{e1}s"));
    for record in &found {
        assert_eq!(record["source"]["media_type"], "text/html");
        assert_eq!(record["source"].get("published"), None, "the day of the crawl says nothing");
        assert_eq!(record["events"][0]["parties"], serde_json::json!(["SWE"]), "{record}");
    }
    let packed = run(folder.path(), &["export", "-f", "ndjson", "crawl.warc.gz"]);
    assert!(packed.stdout == output.stdout);
    let text = run(folder.path(), &["text", "--part", "3", "crawl.warc.gz"]);
    assert!(str::from_utf8(&text.stdout).unwrap().starts_with("Readout of President Ellen Marsh"));
}

#[test]
fn what_is_wrong_in_an_archive_is_named_and_the_rest_read() {
    let page = |n: usize| response(&format!("https://ministry.example/{n}"), HTML, PAGE.as_bytes());
    let archive = [
        page(1),
        b"WARC/1.1\r\nWARC-Type: response\r\n\r\nno length\r\n".to_vec(),
        page(2),
        entry("response", "https://ministry.example/3", "application/http", b"no head"),
        response(
            "https://ministry.example/4",
            &format!("{HTML}\r\nContent-Encoding: br"),
            b"\x0b\x02\x80",
        ),
        b"noise\r\nmore noise\r\n".to_vec(),
        page(5),
        page(6)[..200].to_vec(),
    ];
    let folder = folder(&[("crawl.warc", &archive.concat())]);
    let output = run(folder.path(), &["export", "-f", "ndjson", "crawl.warc"]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    let found = records(&output.stdout);
    let expected = [1, 2, 5].map(|n| format!("https://ministry.example/{n}"));
    assert_eq!(urls(&found), expected);
    let told = err(&output);
    for part in [
        "could not read crawl.warc: the last record is cut off",
        "crawl.warc:2:1: error[malformed-archive]: the header has no Content-Length",
        "crawl.warc:4:1: error[malformed-archive]: the head of the HTTP response",
        "error[binary-input]: the page is packed as `br`, which is not read",
        "crawl.warc:6:1: error[malformed-archive]: `noise` begins no record",
    ] {
        assert!(told.contains(part), "{part}\n\n{told}");
    }
}

#[test]
fn a_line_of_fifty_megabytes_is_read_as_any_other() {
    let line = |size: usize| {
        let line = serde_json::json!({"note": "A word. ".repeat(size / 8), "text": READOUT});
        format!("{line}\n")
    };
    let lines = [line(50 << 20), line(80 << 20), stream(1)].concat();
    let folder = folder(&[("long.ndjson", lines.as_bytes())]);
    let output = run(folder.path(), &["export", "-f", "ndjson", "long.ndjson"]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    assert_eq!(records(&output.stdout).len(), 2);
    assert!(err(&output).contains("long.ndjson:2:1: error[input-too-large]"), "{}", err(&output));
}
