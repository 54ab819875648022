#!/usr/bin/env bash
# typify makes Rust of the open schema; the code compiles, reads every record and writes it back unchanged.
set -euo pipefail
data=$1
cargo run --quiet --locked --manifest-path tests/interop/typify/Cargo.toml --target-dir "${data%/data}/typify" -- \
    "$data"/{examples,random,sample}.ndjson
