//! Name or folder in, schema files out, or how a folder differs from them.

use chancery::Error;

use super::args::Schema;
use super::report::Outcome;

/// Prints, writes or compares.
pub(super) fn run(arguments: &Schema) -> Result<Outcome, Error> {
    let _ = arguments;
    Err(Error::Usage("the schema room is not built yet".to_owned()))
}
