//! The command line of chancery.
fn main() {}
