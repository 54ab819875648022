//! Ctrl-C in, a flag out: a run ends after the readouts in hand; a second Ctrl-C ends it at once.

use std::sync::atomic::{AtomicBool, Ordering};

use chancery::Error;

/// Exit status of a run that was interrupted, as shells have it: 128 and the number of the signal.
pub(super) const STATUS: u8 = 130;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Waits for Ctrl-C from now on. Where that cannot be had, Ctrl-C ends the program as ever.
pub(super) fn watch() {
    let _ = ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::Relaxed) {
            #[expect(clippy::exit, reason = "the user does not want to wait")]
            std::process::exit(STATUS.into());
        }
    });
}

/// Why a run ends before its inputs do.
#[derive(Debug)]
pub(super) enum Stop {
    /// The user wants it to.
    Interrupted,
    /// It could not go on.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Whether the user wants the run to end.
pub(super) fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}
