//! Arrays are in canonical order (design, section 2, Order).

use super::Facts;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    if let Some(pointer) = facts.readout.unsorted() {
        let array = pointer.rsplit('/').next().unwrap_or_default();
        let message = format!("`{array}` is not in canonical order");
        let help = "let `chancery export` write the record again: it sorts every array";
        findings.push(Diagnostic::new(Code::Unsorted, message).pointing_to(&*pointer).help(help));
    }
}
