//! What the text refers to: treaties, resolutions, anniversaries, other events. Tokens in, each reference once out.

use std::ops::Range;

use super::persons::Side;
use super::reading::Reading;
use crate::lexicon::Name;
use crate::record::{Date, DateBasis, ReferenceKind};

/// A reference as it was read.
#[derive(Debug, Clone)]
pub(super) struct Referred {
    pub(super) kind: ReferenceKind,
    pub(super) name: Option<String>,
    pub(super) identifier: Option<String>,
    pub(super) by_sides: Vec<Side>,
    pub(super) by_persons: Vec<usize>,
    pub(super) date: Option<(Date, DateBasis)>,
    pub(super) ordinal: Option<u16>,
    /// Of an anniversary: index of the reference it commemorates.
    pub(super) of: Option<usize>,
    /// Where it is referred to.
    pub(super) tokens: Vec<Range<usize>>,
}

/// All references, in the order of their first mention.
pub(super) fn references(reading: &Reading<'_>) -> Vec<Referred> {
    let mut found: Vec<Referred> = Vec::new();
    for name in &reading.names {
        let Name::Reference(index) = name.name else { continue };
        let named = &reading.lexicon.references[index as usize];
        let form = reading.phrase(&name.tokens);
        match found.iter_mut().find(|referred| referred.name.as_deref() == Some(form.as_str())) {
            Some(referred) => referred.tokens.push(name.tokens.clone()),
            None => found.push(Referred {
                kind: named.kind,
                name: Some(form),
                identifier: Some(named.identifier.clone())
                    .filter(|identifier| !identifier.is_empty()),
                by_sides: Vec::new(),
                by_persons: Vec::new(),
                date: None,
                ordinal: None,
                of: None,
                tokens: vec![name.tokens.clone()],
            }),
        }
    }
    found
}
