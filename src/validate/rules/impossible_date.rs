//! The calendar has the days that a date names.

use super::{Facts, dates, finding};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::DateError;

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for (at, date) in dates(facts.readout) {
        if let Err(error @ DateError::Calendar(_)) = date.check() {
            findings.push(finding(Code::ImpossibleDate, at, error.to_string()));
        }
    }
}
