//! `source.text_sha256` is the digest of `source.text`.

use super::{Facts, Path, finding};
use crate::diagnostic::{Code, Diagnostic};
use crate::record::sha256;

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let source = &facts.readout.source;
    let Some(text) = &source.text else { return };
    let digest = sha256(text.as_bytes());
    if digest != source.text_sha256 {
        let message =
            format!("`{}` is not the digest of the text, which has {digest}", source.text_sha256);
        findings.push(finding(
            Code::DigestMismatch,
            Path::of("source").key("text_sha256"),
            message,
        ));
    }
}
