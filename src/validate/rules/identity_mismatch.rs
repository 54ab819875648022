//! `source.id` and the record's `id` are the names that the content gives (design, section 2, Identity).

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::Identity;

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let readout = facts.readout;
    let source = &readout.source;
    // Where the digest itself is wrong the name follows it; that is another rule's finding.
    if facts.digest.as_ref().is_some_and(|digest| *digest != source.text_sha256) {
        return;
    }
    let document = Identity {
        text_sha256: &source.text_sha256,
        url: source.url.as_deref(),
        published: source.published,
        part: source.part,
    }
    .document();
    if document != source.id {
        let message =
            format!("`{}` is not the name of the document, which is {document}", source.id);
        findings.push(finding(Code::IdentityMismatch, Path::of("source").key("id"), message));
    }
    let record = Identity::record(&source.id, readout.schema_version.as_str(), &readout.conversion);
    if record != readout.id {
        let message = format!("`{}` is not the name of the record, which is {record}", readout.id);
        findings.push(finding(Code::IdentityMismatch, Path::of("id"), message));
    }
}
