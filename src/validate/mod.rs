//! Record to findings: shape (JSON Schema) and integrity rules. Alone can make a [`Valid`].

use crate::record::Readout;

/// A record that passed validation: exporters take nothing else.
#[derive(Debug, Clone)]
pub struct Valid<T = Readout>(T);

impl<T> Valid<T> {
    /// The record.
    pub const fn get(&self) -> &T {
        &self.0
    }
}
