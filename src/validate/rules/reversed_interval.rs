//! An interval starts before it ends.

use super::{Facts, dates, finding};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::{Date, DateError};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for (at, date) in dates(facts.readout) {
        if let Err(error @ DateError::Order(_)) = date.check() {
            let mut reversed = finding(Code::ReversedInterval, at, error.to_string());
            if let Date::Interval(first, last) = date {
                let forward = if first == last {
                    Date::Day(first.0, first.1, first.2)
                } else {
                    Date::Interval(last, first)
                };
                reversed = reversed.nearest(forward.to_string());
            }
            findings.push(reversed);
        }
    }
}
