//! The generated files as a list of names and bytes, for writing and for telling whether a folder is up to date.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

use super::{code_list, codebook, context, envelope, open, shapes, strict, vocabulary, xsd};

/// A generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path relative to the folder, with forward slashes: "codelists/act.csv".
    pub name: String,
    /// Content, UTF-8 with a newline at the end.
    pub bytes: Vec<u8>,
}

impl File {
    fn json(name: &str, value: &Value) -> Self {
        Self { name: name.to_owned(), bytes: format!("{value:#}\n").into_bytes() }
    }
}

/// All files of the folder `schemas/`.
#[must_use]
pub fn files() -> Vec<File> {
    let mut files = vec![
        File::json("readout.schema.json", &open()),
        File::json("readout.strict.schema.json", &strict()),
        File::json("readouts.schema.json", &envelope()),
    ];
    files.push(File::json("context.jsonld", &context()));
    files.push(File { name: "readouts.xsd".to_owned(), bytes: xsd() });
    files.push(File { name: "shapes.ttl".to_owned(), bytes: shapes().into_bytes() });
    files.push(File { name: "vocabulary.ttl".to_owned(), bytes: vocabulary().into_bytes() });
    files.extend(code_list::files());
    files
}

/// The generated files of the folder `docs/`.
#[must_use]
pub fn docs() -> Vec<File> {
    vec![File { name: "codebook.md".to_owned(), bytes: codebook().into_bytes() }]
}

/// Writes files into a folder, making folders as needed.
///
/// # Errors
/// What the system says when a file or folder cannot be written.
pub fn write(files: &[File], folder: &Path) -> io::Result<()> {
    for File { name, bytes } in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// The names of those files that the folder lacks or holds with another content.
///
/// # Errors
/// What the system says when a file that is there cannot be read.
pub fn check(files: &[File], folder: &Path) -> io::Result<Vec<String>> {
    let mut stale = Vec::new();
    for File { name, bytes } in files {
        match fs::read(folder.join(name)) {
            Ok(found) if found == *bytes => {}
            Ok(_) => stale.push(name.clone()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => stale.push(name.clone()),
            Err(error) => return Err(error),
        }
    }
    Ok(stale)
}
