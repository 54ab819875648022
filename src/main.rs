//! The command line of chancery: arguments in, exit code out.

mod cli;

use std::process::ExitCode;

/// Records are many small values: what hands out memory decides a fifth of the speed.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main()
}
