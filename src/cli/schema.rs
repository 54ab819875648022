//! Name or folder in, schema files out, or which files of a folder are stale.

use std::io::Write as _;
use std::path::Path;

use chancery::Error;
use chancery::diagnostic::nearest;
use chancery::schema::{self, File};

use super::args::Schema;
use super::output::Output;
use super::report::Outcome;

/// Prints, writes or compares.
pub(super) fn run(arguments: &Schema) -> Result<Outcome, Error> {
    let files = schema::files();
    match (&arguments.all, &arguments.name) {
        (Some(folder), _) if arguments.check => check(&files, folder),
        (Some(folder), _) => {
            schema::write(&files, folder)
                .map_err(|source| Error::Write { path: folder.clone(), source })?;
            Ok(Outcome::Fine)
        }
        (None, Some(name)) => print(&find(&files, name)?.bytes),
        (None, None) => {
            let names: String = files.iter().map(|file| format!("{}\n", file.name)).collect();
            print(names.as_bytes())
        }
    }
}

/// Names the files that are stale: they are the command's findings.
fn check(files: &[File], folder: &Path) -> Result<Outcome, Error> {
    let stale = schema::check(files, folder)
        .map_err(|source| Error::Read { path: folder.to_owned(), source })?;
    let lines: String = stale
        .iter()
        .map(|name| {
            format!("{}: missing or not what this version generates\n", folder.join(name).display())
        })
        .collect();
    print(lines.as_bytes())?;
    Ok(if stale.is_empty() { Outcome::Fine } else { Outcome::Findings })
}

fn find<'a>(files: &'a [File], name: &str) -> Result<&'a File, Error> {
    files.iter().find(|file| file.name == name).ok_or_else(|| {
        let hint = nearest(name, files.iter().map(|file| file.name.as_str()))
            .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        Error::Usage(format!("`{name}` is not the name of a schema file{hint}"))
    })
}

fn print(bytes: &[u8]) -> Result<Outcome, Error> {
    let mut out = Output::stdout();
    out.write_all(bytes)?;
    out.finish()?;
    Ok(Outcome::Fine)
}
