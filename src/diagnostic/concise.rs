//! A report in, one line a finding out: `FILE:LINE:COLUMN: error[CODE]: message`, the form that editors understand.

use std::io::{self, Write};

use super::paint::{Paint, harmless};
use super::{Diagnostic, Report};

/// Findings of a group that are written before the rest is only counted.
pub(super) const SAMPLES: usize = 3;

pub(super) fn write(report: &Report, color: bool, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint::new(color);
    for group in report.groups() {
        let level = paint.level(group.first().severity());
        for finding in group.findings.iter().take(SAMPLES) {
            let place = place(finding);
            let separator = if place.is_empty() { "" } else { ": " };
            write!(
                out,
                "{place}{separator}{level}{}[{}]{level:#}: {}",
                finding.severity(),
                finding.code,
                harmless(&finding.to_string())
            )?;
            match finding.location.pointer.as_deref() {
                Some(pointer) if !pointer.is_empty() => writeln!(out, " [{}]", harmless(pointer))?,
                _ => writeln!(out)?,
            }
        }
        if let Some(rest) = group.findings.len().checked_sub(SAMPLES).filter(|rest| *rest > 0) {
            writeln!(out, "  … and {rest} more like it [{}]", group.first().code)?;
        }
    }
    writeln!(out, "{}", report.summary())
}

/// `file:line:column`, as much of it as is known.
pub(super) fn place(finding: &Diagnostic) -> String {
    let file = harmless(finding.location.file.as_deref().unwrap_or_default());
    match finding.location.position {
        Some((line, column)) => format!("{file}:{line}:{column}"),
        None => file.into_owned(),
    }
}
