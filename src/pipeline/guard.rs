//! Work in, its result or the message of its panic out: a bug that one document brings to light does not stop the rest.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static MESSAGE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the panics of [`guarded`] work from being printed, in the whole process; all others are printed as ever. For a
/// program to call once, at its start.
pub fn quiet() {
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if GUARDED.get() {
            MESSAGE.set(info.to_string().replace('\n', " "));
        } else {
            previous(info);
        }
    }));
}

/// Does `work`; a panic becomes its message, with the place in the source after [`quiet`].
///
/// # Errors
/// The message of the panic.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    GUARDED.set(true);
    // What a panic could leave half done is thrown away with it.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(false);
    result.map_err(|payload| {
        let message = MESSAGE.take();
        if !message.is_empty() {
            return message;
        }
        let text = payload.downcast_ref::<String>().map(String::as_str);
        text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("panic").to_owned()
    })
}
