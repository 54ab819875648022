//! How far a run has come in, one line on the terminal out, with rate and remaining time; nothing where there is no terminal.

use std::io::{self, IsTerminal as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::input::Input;

/// Runs that are over sooner show nothing.
const PATIENCE: Duration = Duration::from_secs(1);
const KNOWN: &str =
    "{bar:24} {percent:>3}%  {bytes}/{total_bytes}  {binary_bytes_per_sec}  {msg}  {eta} left";
const UNKNOWN: &str = "{spinner} {bytes}  {binary_bytes_per_sec}  {msg}  {elapsed}";

/// The line of a run.
pub(super) struct Progress {
    bar: ProgressBar,
    /// Bytes read, counted where they are read.
    pub(super) read: Arc<AtomicU64>,
    begun: Instant,
    visible: bool,
    records: usize,
}

impl Progress {
    /// The line of a run over these inputs.
    pub(super) fn new(inputs: &[Input]) -> Self {
        let visible = io::stderr().is_terminal();
        let sizes = || inputs.iter().map(|input| input.stamp().map(|(length, _)| length));
        let total = visible.then(|| sizes().sum::<Option<u64>>()).flatten();
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template(if total.is_some() { KNOWN } else { UNKNOWN });
        bar.set_style(style.expect("the template is well-formed"));
        Self { bar, read: Arc::default(), begun: Instant::now(), visible, records: 0 }
    }

    /// Counts records.
    pub(super) fn add(&mut self, records: usize) {
        self.records += records;
        if !self.visible || self.begun.elapsed() < PATIENCE {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        let rate = self.records as u128 * 1_000 / self.begun.elapsed().as_millis().max(1);
        self.bar.set_message(format!("{} records, {rate}/s", self.records));
        self.bar.set_position(self.read.load(Ordering::Relaxed));
    }

    /// Does something that writes to the terminal, above the line.
    pub(super) fn suspend(&self, write: impl FnOnce()) {
        self.bar.suspend(write);
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}
