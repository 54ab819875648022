//! Offices of persons in, who holds an office out, without looking at every person.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::actors::{Person, core};
use super::offices::OfficePhrase;
use super::reading::Reading;

/// What an office comes down to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Core {
    /// Its words without state and organisation, as [`core`] gives them.
    pub(super) words: Vec<String>,
    /// Whether the whole title speaks of foreign affairs.
    pub(super) foreign: bool,
}

/// The offices of all persons, each once.
#[derive(Debug)]
pub(super) struct Held {
    cores: Vec<Vec<Core>>,
    /// Persons by the last word of an office, in order.
    by_head: HashMap<String, Vec<usize>, FixedState>,
}

impl Held {
    pub(super) fn new(reading: &Reading<'_>, persons: &[Person]) -> Self {
        let cores = persons.iter().map(|_| Vec::new()).collect();
        let mut held = Self { cores, by_head: HashMap::default() };
        for (index, person) in persons.iter().enumerate() {
            person.offices.iter().for_each(|office| held.add(reading, index, office));
        }
        held
    }

    /// Gives a person one more office.
    pub(super) fn add(&mut self, reading: &Reading<'_>, person: usize, office: &OfficePhrase) {
        let words = core(reading, office);
        let foreign = reading.document.text[reading.bytes(&office.title)].contains("Foreign");
        if let Some(head) = words.last() {
            let holders = self.by_head.entry(head.clone()).or_default();
            if let Err(place) = holders.binary_search(&person) {
                holders.insert(place, person);
            }
        }
        let new = Core { words, foreign };
        if !self.cores[person].contains(&new) {
            self.cores[person].push(new);
        }
    }

    /// The offices of a person.
    pub(super) fn of(&self, person: usize) -> &[Core] {
        &self.cores[person]
    }

    /// The persons with an office that ends with a word and fits, in order.
    pub(super) fn holders(&self, head: &str, fits: impl Fn(&Core) -> bool) -> Vec<usize> {
        let with_head = self.by_head.get(head).map_or(&[][..], Vec::as_slice);
        let holds = |person: &usize| {
            let offices = &self.cores[*person];
            offices
                .iter()
                .any(|core| core.words.last().is_some_and(|last| last == head) && fits(core))
        };
        with_head.iter().copied().filter(holds).collect()
    }
}
