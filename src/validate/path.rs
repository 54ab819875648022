//! Where a rule stands in a record: steps that cost nothing until a finding turns them into a JSON Pointer.

use std::fmt;

/// A place in a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Path {
    steps: [Step; Self::DEPTH],
    length: usize,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Key(&'static str),
    Index(usize),
}

impl Path {
    /// `/actors/0/offices/0/evidence/0` is the deepest object of a record.
    const DEPTH: usize = 8;

    /// The member `key` of the record.
    pub(super) const fn of(key: &'static str) -> Self {
        Self { steps: [Step::Key(key); Self::DEPTH], length: 1 }
    }

    /// The member `key` of this place.
    pub(super) const fn key(self, key: &'static str) -> Self {
        self.then(Step::Key(key))
    }

    /// The item `index` of this place, from 0.
    pub(super) const fn index(self, index: usize) -> Self {
        self.then(Step::Index(index))
    }

    const fn then(mut self, step: Step) -> Self {
        self.steps[self.length] = step;
        self.length += 1;
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.steps[..self.length].iter().try_for_each(|step| match step {
            Step::Key(key) => write!(f, "/{key}"),
            Step::Index(index) => write!(f, "/{index}"),
        })
    }
}
