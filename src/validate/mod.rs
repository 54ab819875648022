//! Record to findings: shape (JSON Schema) and integrity rules. Alone can make a [`Valid`].
//!
//! Shape comes first: where it is wrong the rules have nothing to stand on, and their findings would only repeat the cause.

mod condition;
mod context;
mod facts;
mod node;
mod path;
mod rules;
mod shape;
mod version;
mod word;

use serde::Deserialize as _;
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::record::Readout;
use crate::record::tree::Tree;
use rules::RULES;

/// A record that passed validation: exporters take nothing else.
///
/// It carries the record's JSON beside it, which validation needs and writers use.
#[derive(Debug, Clone, PartialEq)]
pub struct Valid<T = Readout> {
    record: T,
    tree: Tree,
}

impl<T> Valid<T> {
    /// The record.
    pub const fn get(&self) -> &T {
        &self.record
    }

    /// The record as JSON, in the shape of the schema.
    pub(crate) const fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The record itself.
    pub fn into_inner(self) -> T {
        self.record
    }
}

impl Valid {
    /// The same record in canonical order. Order carries no information, so what was valid stays valid.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        if self.record.unsorted().is_some() {
            self.record.sort();
            self.tree = tree(&self.record);
        }
        self
    }
}

/// What validation says of one record.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The record, unless a finding is an error.
    pub valid: Option<Valid>,
    /// What was found, with pointers into the record. An error blocks, a warning does not.
    pub findings: Vec<Diagnostic>,
}

/// Validates a record that a conversion or a program made.
///
/// ```
/// # let json = include_str!("../../tests/fixtures/valid/minimal.json");
/// let readout: chancery::Readout = serde_json::from_str(json)?;
/// let verdict = chancery::validate::readout(readout);
/// assert!(verdict.valid.is_some() && verdict.findings.is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn readout(readout: Readout) -> Verdict {
    let tree = tree(&readout);
    if shape::fits(&tree) {
        return judge(readout, tree, Vec::new());
    }
    let value = tree.root().to_value();
    Verdict { valid: None, findings: in_context(shape::check(&value), &value) }
}

/// Validates a record that was read from a file: `value` in the shape of the record's JSON.
#[must_use]
pub fn value(mut value: Value) -> Verdict {
    let mut findings = Vec::from_iter(version::check(&value));
    if !findings.iter().any(|finding| finding.code == Code::UnsupportedVersion) {
        let mut faults = shape::check(&value);
        if !findings.is_empty() {
            faults = version::without_unknown_keys(&mut value, faults);
        }
        findings.extend(faults);
    }
    if findings.iter().any(|finding| finding.severity() == Severity::Error) {
        return Verdict { valid: None, findings: in_context(findings, &value) };
    }
    match Readout::deserialize(&value) {
        Ok(readout) => {
            let tree = tree(&readout);
            judge(readout, tree, findings)
        }
        // The types are the schema's source, so this is not reached while the two agree.
        Err(error) => {
            findings.push(Diagnostic::new(Code::MalformedValue, error.to_string()).pointing_to(""));
            Verdict { valid: None, findings: in_context(findings, &value) }
        }
    }
}

/// The record that a JSON text is, where validation finds nothing at all in it.
///
/// This is several times as fast as [`value`], since nothing is made ready for findings. `None`
/// says only that the text has to be read with care: [`value`] then tells what there is to find, if anything.
///
/// ```
/// let json = include_str!("../../tests/fixtures/valid/minimal.json");
/// assert!(chancery::validate::sound(json).is_some());
/// assert!(chancery::validate::sound("{}").is_none());
/// ```
#[must_use]
pub fn sound(json: &str) -> Option<Readout> {
    if !shape::fits(&Tree::read(json).ok()?) {
        return None;
    }
    // A key that stands twice is an error here.
    let readout: Readout = serde_json::from_str(json).ok()?;
    let facts = facts::Facts::new(&readout);
    let mut findings = Vec::new();
    let sound = RULES.iter().all(|(_, rule)| {
        rule(&facts, &mut findings);
        findings.is_empty()
    });
    drop(facts);
    sound.then_some(readout)
}

/// The codes that integrity rules find, as against shape.
pub fn integrity_codes() -> impl Iterator<Item = Code> {
    RULES.iter().map(|(code, _)| *code)
}

fn judge(record: Readout, tree: Tree, mut findings: Vec<Diagnostic>) -> Verdict {
    let facts = facts::Facts::new(&record);
    for (_, rule) in RULES {
        rule(&facts, &mut findings);
    }
    if !findings.is_empty() {
        findings = in_context(findings, &tree.root().to_value());
    }
    let blocked = findings.iter().any(|finding| finding.severity() == Severity::Error);
    Verdict { valid: (!blocked).then_some(Valid { record, tree }), findings }
}

fn in_context(mut findings: Vec<Diagnostic>, value: &Value) -> Vec<Diagnostic> {
    for finding in &mut findings {
        context::add(finding, value);
    }
    findings.sort_by(Diagnostic::order);
    findings
}

fn tree(readout: &Readout) -> Tree {
    Tree::of(readout).expect("a record is made of strings, numbers, arrays and objects")
}
