//! A folder of a researcher's tables in, the lexicon with them out.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

use chancery::Error;
use chancery::lexicon::Lexicon;

/// The English lexicon with the tables of a folder, if one is given; absent where none is.
pub(super) fn read(folder: Option<&Path>) -> Result<Option<Lexicon>, Error> {
    let Some(folder) = folder else { return Ok(None) };
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source: io::Error| Error::Read { path, source }
    };
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(failed(folder))?;
    paths.retain(|path| path.extension() == Some(OsStr::new("tsv")));
    paths.sort();
    if paths.is_empty() {
        let message =
            format!("no table in {}: files such as places.tsv were expected", folder.display());
        return Err(Error::Usage(message));
    }
    let tables = paths.iter().map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        fs::read_to_string(path).map_err(failed(path)).map(|content| (name, content))
    });
    let tables = tables.collect::<Result<Vec<_>, _>>()?;
    let tables: Vec<_> = tables.iter().map(|(name, content)| (&**name, &**content)).collect();
    Lexicon::english_with(&tables).map(Some).map_err(|error| match error {
        Error::Lexicon { file, line, message } => {
            Error::Lexicon { file: folder.join(file).display().to_string(), line, message }
        }
        other => other,
    })
}
