//! The cue of a statement is the words that a span of its `cue_evidence` delimits.

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic, quote};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(text) = &facts.text else { return };
    for (index, statement) in facts.readout.statements.iter().enumerate() {
        let Some(cue) = &statement.cue else { continue };
        // A span outside the text is another rule's finding.
        let words: Option<Vec<_>> =
            statement.cue_evidence.iter().map(|span| text.get(span)).collect();
        let Some(words) = words else { continue };
        if let Some(first) = words.first()
            && !words.contains(&cue.as_str())
        {
            let message =
                format!("cue {} is not the words of its span, {}", quote(cue), quote(first));
            let at = Path::of("statements").index(index).key("cue");
            findings.push(finding(Code::CueMismatch, at, message));
        }
    }
}
