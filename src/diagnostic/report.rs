//! All findings of a run: counted, put in order, grouped, summed up, and given to a renderer.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Code, Diagnostic, Severity, concise, full, github, json, junit, sarif};
use crate::error::Error;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// One line a finding.
    Concise,
    /// For reading on a terminal: the line of the file, what is allowed, the sentence, help.
    Full,
    /// One JSON object.
    Json,
    /// Annotations of GitHub Actions.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit's XML, one test case a file.
    Junit,
}

impl Style {
    /// All styles.
    pub const ALL: &'static [Self] =
        &[Self::Concise, Self::Full, Self::Json, Self::Github, Self::Sarif, Self::Junit];

    /// The style's name on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Concise => "concise",
            Self::Full => "full",
            Self::Json => "json",
            Self::Github => "github",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
        }
    }
}

impl FromStr for Style {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|style| style.as_str() == name).ok_or_else(|| {
            let names = Self::ALL.iter().map(|style| style.as_str()).collect::<Vec<_>>().join(", ");
            Error::Usage(format!("`{name}` is not an output format of findings; one of {names}"))
        })
    }
}

/// The findings of a run. It can be kept (serde) and gone on with; its form is no interface.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Report {
    findings: Vec<Diagnostic>,
    limit: Option<usize>,
    files: Vec<String>,
    counts: BTreeMap<Code, usize>,
    records: usize,
    with_errors: usize,
    #[serde(skip)]
    folder: Option<PathBuf>,
}

/// The same fault in one or many places.
#[derive(Debug, Clone)]
pub struct Group<'a> {
    /// The findings of the group in order, at least one.
    pub findings: Vec<&'a Diagnostic>,
}

impl<'a> Group<'a> {
    /// The first finding of the group.
    #[must_use]
    pub fn first(&self) -> &'a Diagnostic {
        self.findings[0]
    }
}

impl Report {
    /// A report that keeps at most `limit` findings; all are counted.
    #[must_use]
    pub fn new(limit: Option<usize>) -> Self {
        Self { limit, ..Self::default() }
    }

    /// Says in which folder the run is: programs are told of files below it by their path from there.
    pub fn run_in(&mut self, folder: impl Into<PathBuf>) {
        self.folder = Some(folder.into());
    }

    /// The name of a file for programs that know the folder of the run under another path.
    pub(super) fn relative<'a>(&self, file: &'a str) -> &'a str {
        let below =
            self.folder.as_ref().and_then(|folder| Path::new(file).strip_prefix(folder).ok());
        below.and_then(Path::to_str).unwrap_or(file)
    }

    /// Names a file that was judged, whether or not it has findings.
    pub fn file(&mut self, name: impl Into<String>) {
        self.files.push(name.into());
    }

    /// Counts one record with its findings.
    pub fn record(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        let before = self.errors();
        self.records += 1;
        self.extend(findings);
        if self.errors() > before {
            self.with_errors += 1;
        }
    }

    /// Adds findings about no single record, such as a file that is not JSON.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        for finding in findings {
            *self.counts.entry(finding.code).or_default() += 1;
            if self.limit.is_none_or(|limit| self.findings.len() < limit) {
                self.findings.push(shortened(finding));
            }
        }
    }

    /// Number of findings of level error.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// Number of findings of level warning.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.counts
            .iter()
            .filter(|(code, _)| code.severity() == severity)
            .map(|(_, count)| count)
            .sum()
    }

    /// Number of records judged.
    #[must_use]
    pub const fn records(&self) -> usize {
        self.records
    }

    /// The files that were judged, as named.
    #[must_use]
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// The findings that were kept, in order.
    #[must_use]
    pub fn findings(&self) -> Vec<&Diagnostic> {
        let mut findings: Vec<_> = self.findings.iter().collect();
        findings.sort_by(|a, b| a.order(b));
        findings
    }

    /// The findings that were kept, the same fault in many places as one group, in the order of each group's first.
    #[must_use]
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut places: BTreeMap<(Code, String), usize> = BTreeMap::new();
        let mut groups: Vec<Group<'_>> = Vec::new();
        for finding in self.findings() {
            let place = *places.entry((finding.code, fault(finding))).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.findings.push(finding),
                None => groups.push(Group { findings: vec![finding] }),
            }
        }
        groups
    }

    /// One line: how many records, how many of them clean, which codes how often.
    #[must_use]
    pub fn summary(&self) -> String {
        let codes = |severity| {
            let mut codes: Vec<_> =
                self.counts.iter().filter(|(code, _)| code.severity() == severity).collect();
            codes.sort_by_key(|(code, count)| (std::cmp::Reverse(**count), code.as_str()));
            let codes: Vec<_> =
                codes.iter().map(|(code, count)| format!("{code} × {count}")).collect();
            if codes.is_empty() { String::new() } else { format!(" ({})", codes.join(", ")) }
        };
        let mut summary = format!(
            "{}: {} valid, {} with errors; {}{}, {}{}",
            plural(self.records, "record"),
            self.records - self.with_errors,
            self.with_errors,
            plural(self.errors(), "error"),
            codes(Severity::Error),
            plural(self.warnings(), "warning"),
            codes(Severity::Warning),
        );
        let left_out = self.errors() + self.warnings() - self.findings.len();
        if left_out > 0 {
            let _ = write!(summary, "; {} not shown", plural(left_out, "finding"));
        }
        summary
    }

    /// Writes the report in a style; `color` allows terminal colours in the styles that are for reading.
    ///
    /// # Errors
    /// What `out` says when it cannot be written.
    pub fn write(&self, style: Style, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
        match style {
            Style::Concise => concise::write(self, color, out),
            Style::Full => full::write(self, color, out),
            Style::Json => json::write(self, out),
            Style::Github => github::write(self, out),
            Style::Sarif => sarif::write(self, out),
            Style::Junit => junit::write(self, out),
        }
    }
}

/// The finding with places that are no longer than anybody reads, whatever keys and titles the data has.
fn shortened(mut finding: Diagnostic) -> Diagnostic {
    const LONGEST: usize = 500;
    for place in [&mut finding.location.pointer, &mut finding.location.record] {
        if let Some(text) = place
            && let Some((end, _)) = text.char_indices().nth(LONGEST)
        {
            text.truncate(end);
            text.push('…');
        }
    }
    finding
}

/// What makes two findings of one code the same fault: the message where it says the wrong value itself, else the place in
/// the record, whatever the indices.
fn fault(finding: &Diagnostic) -> String {
    let by_value = matches!(
        finding.code,
        Code::UnknownKey | Code::MissingKey | Code::UnknownTerm | Code::UnassignedCode
    );
    match &finding.location.pointer {
        Some(pointer) if !by_value => {
            let steps = pointer.split('/').map(|step| match step.parse::<u64>() {
                Ok(_) => "*",
                Err(_) => step,
            });
            steps.collect::<Vec<_>>().join("/")
        }
        _ => finding.message.clone(),
    }
}

/// A number with its noun.
pub(super) fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
