//! `source.text_sha256` is the digest of `source.text`.

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let source = &facts.readout.source;
    if let Some(digest) = &facts.digest
        && *digest != source.text_sha256
    {
        let message =
            format!("`{}` is not the digest of the text, which has {digest}", source.text_sha256);
        findings.push(finding(
            Code::DigestMismatch,
            Path::of("source").key("text_sha256"),
            message,
        ));
    }
}
