//! Files made to do harm in, a finding each out of the program, in little memory and time, and no request to anybody.

use std::fs;
use std::net::TcpListener;
use std::process::Command;
use std::time::Instant;

use tempfile::TempDir;

/// Address space of the program in KiB, threads and their stacks included.
const MEMORY: u32 = 700_000;
/// Seconds for one file, of a program that is not optimised.
const TIME: u64 = 20;

/// Standard output of `chancery validate` for a file, and the exit status.
fn validate(name: &str, content: &str) -> (String, Option<i32>) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join(name), content).unwrap();
    let command = format!("ulimit -v {MEMORY}; exec \"$0\" validate -j 2 \"$1\"");
    let start = Instant::now();
    let output = Command::new("bash")
        .args(["-c", &command, env!("CARGO_BIN_EXE_chancery"), name])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(start.elapsed().as_secs() < TIME, "{name} took {:?}", start.elapsed());
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(error, "", "{name}");
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn each_is_a_finding_in_bounded_memory_and_time_and_nobody_is_asked() {
    let network = TcpListener::bind("127.0.0.1:0").unwrap();
    network.set_nonblocking(true).unwrap();
    let address = format!("http://{}", network.local_addr().unwrap());
    let xml = |title: &str| {
        format!(
            "<readouts xmlns=\"https://w3id.org/chancery/xml/0.1\"><readout><source><title>{title}</title></source></readout></readouts>"
        )
    };
    // A billion laughs: ten entities, each ten of the one before.
    let entities: String = (1..10)
        .map(|n| format!("<!ENTITY e{n} \"{}\">", format!("&e{};", n - 1).repeat(10)))
        .collect();
    let expansion = format!("<!DOCTYPE r [<!ENTITY e0 \"ha\">{entities}]>{}", xml("&e9;"));
    let external = format!("<!DOCTYPE r [<!ENTITY x SYSTEM \"{address}/x\">]>{}", xml("&x;"));
    let dtd = format!("<!DOCTYPE r SYSTEM \"{address}/r.dtd\">{}", xml("a"));
    let file =
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>".to_owned() + &xml("&x;");
    let key = "k".repeat(10_000_000);
    let context = format!("{{\"@context\": \"{address}/context.jsonld\", \"readouts\": []}}");
    let import = format!("{{\"@context\": {{\"@import\": \"{address}/c\"}}, \"readouts\": []}}");
    let schema = format!("{{\"$schema\": \"{address}/s.json\", \"readouts\": [{{}}]}}");
    let cases = [
        ("expansion.xml", expansion, "xml-doctype"),
        ("external.xml", external, "xml-doctype"),
        ("dtd.xml", dtd, "xml-doctype"),
        ("file.xml", file, "xml-doctype"),
        ("deep.xml", format!("<readouts>{}", "<x>".repeat(100_000)), "error["),
        ("deep.json", "[".repeat(100_000), "nested-too-deep"),
        ("deep-objects.json", "{\"a\":".repeat(100_000), "nested-too-deep"),
        ("deep.ndjson", "{\"a\":".repeat(100_000), "nested-too-deep"),
        ("deep.jsonld", format!("{{\"@context\": {}", "[".repeat(100_000)), "nested-too-deep"),
        ("long-key.json", format!("{{\"{key}\": 1}}"), "unknown-key"),
        ("long-key.ndjson", format!("{{\"{key}\": 1}}\n"), "unknown-key"),
        ("long-name.xml", format!("<{key}/>"), "xml-structure"),
        ("twice.json", "{\"id\": 1, \"id\": 2}".to_owned(), "duplicate-key"),
        ("twice.ndjson", "{\"id\": 1, \"\\u0069d\": 2}\n".to_owned(), "duplicate-key"),
        ("nan.json", "{\"id\": NaN}".to_owned(), "malformed-json"),
        ("infinity.ndjson", "{\"id\": -Infinity}\n".to_owned(), "malformed-json"),
        ("surrogate.json", "{\"id\": \"\\ud83d\"}".to_owned(), "malformed-json"),
        ("surrogates.ndjson", "{\"id\": \"\\udc00\\ud800\"}\n".to_owned(), "malformed-json"),
        ("context.jsonld", context, "foreign-context"),
        ("import.jsonld", import, "foreign-context"),
        ("schema.json", schema, "missing-key"),
    ];
    for (name, content, code) in cases {
        let (said, status) = validate(name, &content);
        assert_eq!(status, Some(1), "{name}: {said:.2000}");
        assert!(said.contains(code), "{name}: {said:.2000}");
        assert!(said.len() < 10_000, "{name}: the finding has {} bytes", said.len());
    }
    let asked = network.accept().map(|(_, from)| from);
    assert!(asked.is_err(), "the network was asked: {asked:?}");
}
