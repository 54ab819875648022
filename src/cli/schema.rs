//! Name or folder in, schema files out, or which files of a folder are stale, or how two schemas differ.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use chancery::Error;
use chancery::diagnostic::nearest;
use chancery::schema::{self, File};
use serde_json::Value;

use super::args::{Schema, SchemaAction};
use super::output::Output;
use super::report::Outcome;

/// Prints, writes or compares.
pub(super) fn run(arguments: &Schema) -> Result<Outcome, Error> {
    if let Some(SchemaAction::Diff { old, new }) = &arguments.action {
        return diff(&read(old)?, &read(new)?);
    }
    let files = schema::files();
    match (&arguments.all, &arguments.name) {
        (Some(folder), _) if arguments.check => check(&files, folder),
        (Some(folder), _) => {
            schema::write(&files, folder)
                .map_err(|source| Error::Write { path: folder.clone(), source })?;
            Ok(Outcome::Fine)
        }
        (None, Some(name)) => print(&find(&[files, schema::docs()].concat(), name)?.bytes),
        (None, None) => print_lines(files.iter().map(|file| &file.name)),
    }
}

/// Names the files that are stale: they are the command's findings.
fn check(files: &[File], folder: &Path) -> Result<Outcome, Error> {
    let stale = schema::check(files, folder)
        .map_err(|source| Error::Read { path: folder.to_owned(), source })?;
    print_lines(stale.iter().map(|name| {
        format!("{}: missing or not what this version generates", folder.join(name).display())
    }))?;
    Ok(if stale.is_empty() { Outcome::Fine } else { Outcome::Findings })
}

/// Tells each change on a line of its own.
fn diff(old: &Value, new: &Value) -> Result<Outcome, Error> {
    let changes = schema::diff(old, new);
    print_lines(&changes)?;
    let breaking = changes.iter().any(|change| change.breaking);
    Ok(if breaking { Outcome::Findings } else { Outcome::Fine })
}

fn read(path: &Path) -> Result<Value, Error> {
    let bytes = fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
    serde_json::from_slice(&bytes)
        .ok()
        .filter(|schema: &Value| schema["properties"].is_object())
        .ok_or_else(|| {
            let path = path.display();
            Error::Usage(format!("{path} is not a JSON Schema of an object; expected a file such as readout.schema.json"))
        })
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

fn print_lines(lines: impl IntoIterator<Item: std::fmt::Display>) -> Result<Outcome, Error> {
    let mut out = Output::stdout();
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.finish()?;
    Ok(Outcome::Fine)
}
