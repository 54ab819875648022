//! The number of a part is not larger than the number of parts.

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    if let Some(part) = facts.readout.source.part
        && part.index > part.of
    {
        let message = format!("part {} of {}; `index` must be from 1 to `of`", part.index, part.of);
        findings.push(finding(
            Code::PartOutOfRange,
            Path::of("source").key("part").key("index"),
            message,
        ));
    }
}
