//! Inputs in, judged and encoded records out, in the order of the inputs: the whole way from bytes to bytes, on all threads.
//!
//! What one document brings to light, even a panic of the converter, is a finding of that document; the others go on.

mod guard;
mod ordered;
mod work;

pub use guard::{guarded, quiet};
pub use ordered::ordered;
pub use work::{Done, Judged, Work};
