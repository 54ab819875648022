//! The text of a statement is the words that its span delimits.

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic, quote};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(text) = &facts.text else { return };
    for (index, statement) in facts.readout.statements.iter().enumerate() {
        // A span outside the text is another rule's finding.
        let words = statement.evidence.first().and_then(|span| text.get(span));
        if let (Some(words), Some(stated)) = (words, &statement.text)
            && words != stated
        {
            let message =
                format!("{} is not the words of its span, {}", quote(stated), quote(words));
            let at = Path::of("statements").index(index).key("text");
            findings.push(finding(Code::TextMismatch, at, message));
        }
    }
}
