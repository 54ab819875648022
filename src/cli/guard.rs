//! Work in, its result or the message of its panic out: a bug that one document brings to light does not stop the rest.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static MESSAGE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the panics of guarded work from being printed; all others are printed as ever.
pub(super) fn install() {
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if GUARDED.get() {
            MESSAGE.set(info.to_string().replace('\n', " "));
        } else {
            previous(info);
        }
    }));
}

/// Does `work`; a panic is its message and the place in the source.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    GUARDED.set(true);
    // What a panic could leave half done is thrown away with it.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(false);
    result.map_err(|_| MESSAGE.take())
}
