//! Fixtures, earlier findings of the fuzzer and changed fixtures in, no broken promise out: a short run of `fuzz/` that needs
//! no fuzzer and is the same every time.

use std::fs;
use std::path::{Path, PathBuf};

use chancery::pipeline::guarded;
use flate2::Compression;
use flate2::read::GzEncoder;

#[path = "../fuzz/targets.rs"]
mod targets;

use targets::TARGETS;

/// Changed inputs a target.
const CHANGED: usize = 150;
/// Larger fixtures are left to the fuzzer.
const LARGEST: usize = 8_000;

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// What the target can begin with.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let extensions: &[&str] = match target {
        "text" => &["txt"],
        "markdown" => &["md"],
        "convert" => &["txt", "md"],
        "html" => &["html"],
        "ndjson" => &["ndjson"],
        "import_json" | "import_ndjson" => &["json"],
        "import_jsonld" => &["jsonld"],
        "import_xml" => &["xml"],
        _ => &[],
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixtures =
        ["tests/fixtures", "examples"].iter().flat_map(|folder| files(&root.join(folder)));
    let mut seeds: Vec<Vec<u8>> = fixtures
        .filter(|path| path.extension().is_some_and(|end| extensions.iter().any(|e| end == *e)))
        .map(|path| fs::read(path).unwrap())
        .collect();
    for seed in &mut seeds {
        seed.truncate(LARGEST);
    }
    let body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1b\r\n<p>They met in Rome today.\r\n0\r\n\r\n";
    let archive = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
        body.len()
    );
    match target {
        "warc" => seeds.push(archive.repeat(2).into_bytes()),
        "unpack" => {
            let mut packed = Vec::new();
            let mut encoder = GzEncoder::new(archive.as_bytes(), Compression::fast());
            std::io::Read::read_to_end(&mut encoder, &mut packed).unwrap();
            seeds.push(packed);
            let level = ruzstd::encoding::CompressionLevel::Fastest;
            seeds.push(ruzstd::encoding::compress_to_vec(archive.as_bytes(), level));
        }
        "edtf" => {
            let dates = ["2025", "2025-12", "2024-02-29", "2025-12-02/2025-12-03", "XXXX-12-02"];
            seeds.extend(dates.map(|date| date.as_bytes().to_vec()));
        }
        _ => {}
    }
    seeds
}

/// The seed with some bytes changed, left out, doubled, or taken from another seed.
fn changed(seeds: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = seeds[numbers.below(seeds.len())].clone();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len());
        let end = (at + 1 + numbers.below(40)).min(bytes.len());
        let other = &seeds[numbers.below(seeds.len())];
        let start = numbers.below(other.len());
        let piece = other[start..(start + 40).min(other.len())].to_vec();
        match numbers.below(5) {
            0 if !bytes.is_empty() => bytes[at] = numbers.below(256) as u8,
            1 => drop(bytes.drain(at..end)),
            2 => bytes.extend_from_within(at..end),
            3 => drop(bytes.splice(at..end, piece)),
            _ => drop(bytes.splice(at..at, piece)),
        }
    }
    bytes
}

#[test]
fn no_input_breaks_a_promise() {
    for (number, (name, target)) in TARGETS.iter().enumerate() {
        let tried = |bytes: &[u8]| {
            if let Err(panic) = guarded(|| target(bytes)) {
                panic!("{name}: {panic}\non {:?}", String::from_utf8_lossy(bytes));
            }
        };
        for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/found").join(name)) {
            tried(&fs::read(path).unwrap());
        }
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "{name} has nothing to begin with");
        for seed in &seeds {
            tried(seed);
        }
        let mut numbers = Numbers(number as u64);
        for _ in 0..CHANGED {
            tried(&changed(&seeds, &mut numbers));
        }
    }
}

#[test]
fn every_target_has_a_program() {
    let manifest =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/Cargo.toml")).unwrap();
    for (name, _) in TARGETS {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
    assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
}
