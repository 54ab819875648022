//! A piece of an input in, its records out: read, converted by the converter that is given, validated, encoded.

use super::guarded;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, documents};
use crate::export::{Encoded, Format, Layout, reduce};
use crate::import::Chunk;
use crate::record::{Readout, TextKept};
use crate::source::{self, Capture, Given};
use crate::validate::{self, Valid, Verdict};

/// What is the same for all pieces of a run.
///
/// ```
/// use chancery::pipeline::{Done, Work};
/// use chancery::{convert, export, lexicon::Lexicon, record::TextKept, source::Given};
///
/// let work = Work {
///     given: Given::default(),
///     kept: TextKept::Full,
///     format: export::Format::Ndjson,
///     layout: export::Layout::Compact,
///     convert: |document: &_| convert::convert(document, Lexicon::english()),
/// };
/// let mut done = Done::default();
/// work.page("call.txt", b"President Ellen Marsh spoke today with Prime Minister Tomas Lindqvist of Sweden.", &mut done);
/// assert!(done.records[0].record.is_some());
/// ```
#[derive(Debug, Clone)]
pub struct Work<C> {
    /// What the caller knows about all readouts.
    pub given: Given,
    /// How much of the text records keep.
    pub kept: TextKept,
    /// Format of the output.
    pub format: Format,
    /// Layout of the output.
    pub layout: Layout,
    /// Turns a document into the record of its readout.
    pub convert: C,
}

/// What became of a piece.
#[derive(Debug, Default)]
pub struct Done {
    /// The records, in order.
    pub records: Vec<Judged>,
    /// Findings about no single record.
    pub findings: Vec<Diagnostic>,
}

/// A record that was judged.
#[derive(Debug)]
pub struct Judged {
    /// As it is written, unless a finding is an error.
    pub record: Option<Encoded>,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

impl<C: Fn(&Document) -> Readout> Work<C> {
    /// Converts a page: a whole input of raw readouts. `name` is its name in findings, and a hint of its format.
    pub fn page(&self, name: &str, bytes: &[u8], done: &mut Done) {
        self.reading(name, || source::read(name, bytes, &self.given), done);
    }

    /// Converts lines of a stream of raw readouts, of which the first has the number `first`, from 1.
    pub fn lines(&self, name: &str, first: usize, lines: &[u8], done: &mut Done) {
        for (number, line) in (first..).zip(lines.split(|byte| *byte == b'\n')) {
            self.reading(name, || source::read_line(name, number, line, &self.given), done);
        }
    }

    /// Converts web pages of an archive.
    pub fn captures(&self, name: &str, captures: &[Capture], done: &mut Done) {
        for capture in captures {
            self.reading(name, || source::read_capture(name, capture, &self.given), done);
        }
    }

    /// Takes records as they are.
    pub fn records(&self, chunk: Chunk, done: &mut Done) {
        let reading = chunk.read();
        done.findings.extend(reading.diagnostics);
        for item in reading.items {
            let verdict = validate::value(item.value);
            // Order is put right here, so it is no fault of what is written.
            let findings =
                verdict.findings.into_iter().filter(|finding| finding.code != Code::Unsorted);
            let findings = findings.map(|finding| {
                finding.within(item.origin.file(), &item.origin.pointer(""), &item.origin)
            });
            let findings = findings.collect();
            let valid = verdict.valid.map(Valid::sorted);
            let verdict = self.reduced(Verdict { valid, findings });
            done.records.push(self.encoded(verdict));
        }
    }

    /// Converts what `read` reads from the input.
    fn reading(&self, name: &str, read: impl FnOnce() -> source::Reading, done: &mut Done) {
        let reading = match guarded(read) {
            Ok(reading) => reading,
            Err(panic) => return done.findings.push(internal(name, &panic)),
        };
        done.findings.extend(reading.diagnostics);
        for page in reading.pages {
            let name = page.name.clone();
            match guarded(|| documents(page)) {
                Ok(documents) => documents.iter().for_each(|one| self.document(one, done)),
                Err(panic) => done.findings.push(internal(&name, &panic)),
            }
        }
    }

    fn document(&self, document: &Document, done: &mut Done) {
        let judged = guarded(|| {
            let record = (self.convert)(document);
            let mut verdict = self.reduced(validate::readout(record));
            // A conversion whose own record fails is a bug, which is reported as such: with the finding.
            for finding in &mut verdict.findings {
                finding.location.file = Some(document.name.clone());
            }
            self.encoded(verdict)
        });
        match judged {
            Ok(judged) => done.records.push(judged),
            Err(panic) => done.findings.push(internal(&document.name, &panic)),
        }
    }

    /// The verdict on the record without the text that it may not keep.
    fn reduced(&self, verdict: Verdict) -> Verdict {
        match verdict.valid {
            Some(valid) if valid.get().source.text_kept < self.kept => {
                let mut record: Readout = valid.into_inner();
                reduce(&mut record, self.kept);
                let Verdict { valid, mut findings } = validate::readout(record);
                if valid.is_some() {
                    findings = verdict.findings;
                }
                Verdict { valid, findings }
            }
            valid => Verdict { valid, ..verdict },
        }
    }

    /// The record as it is written. What the format cannot hold is a finding.
    fn encoded(&self, verdict: Verdict) -> Judged {
        let Verdict { valid, mut findings } = verdict;
        let encoded = valid.map(|valid| Encoded::new(self.format, self.layout, &valid));
        let record = match encoded.transpose() {
            Ok(record) => record,
            Err(error) => {
                let message = format!("{} cannot hold the record: {error}", self.format);
                findings.push(Diagnostic::new(Code::MalformedValue, message));
                None
            }
        };
        Judged { record, findings }
    }
}

/// A panic as a finding of the document that brought it to light.
fn internal(name: &str, panic: &str) -> Diagnostic {
    Diagnostic::new(Code::InternalError, format!("the conversion broke off: {panic}")).in_file(name)
}
