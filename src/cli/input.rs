//! Arguments in, the list of input files out: folders walked in sorted order, lists of files read.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chancery::Error;
use chancery::source::{LARGEST, unpack, unpacked_name};
use ignore::WalkBuilder;

use super::args::Inputs;

/// Extensions of the files that a folder is searched for, packed or not. A file named by itself is read whatever its name.
pub(super) const READOUTS: &[&str] = &[
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "ndjson", "jsonl", "json", "jsonld",
    "xml", "warc",
];
/// Extensions of files that can hold records.
pub(super) const RECORDS: &[&str] = &["ndjson", "jsonl", "json", "jsonld", "xml"];

/// Bytes that the one input of a command may have once unpacked; streams have no limit.
const WHOLE: u64 = 16 * LARGEST as u64;

/// The one file of raw readouts that an argument names, and its bytes, unpacked.
///
/// # Errors
/// [`Error::Usage`] for a folder, [`Error::Read`] for what cannot be read.
pub(super) fn one(path: &Path, stdin_filename: Option<&str>) -> Result<(Input, Vec<u8>), Error> {
    let inputs = Inputs {
        paths: vec![path.to_owned()],
        files_from: None,
        stdin_filename: stdin_filename.map(str::to_owned),
    };
    let found = find(&inputs, READOUTS)?;
    let [input] = found.inputs.as_slice() else {
        return Err(Error::Usage(format!("{} is a folder; name a file", path.display())));
    };
    let bytes = whole(input).map_err(|source| input.error(source))?;
    Ok((input.unpacked(), bytes))
}

/// All bytes of an input, unpacked.
fn whole(input: &Input) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let (stream, _) = unpack(input.open()?)?;
    stream.take(WHOLE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > WHOLE {
        let message = format!("more than {WHOLE} bytes");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// One input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// The file; none for standard input.
    pub(super) path: Option<PathBuf>,
    /// Its name in findings, whose extension is a hint of its format.
    pub(super) name: String,
    /// Where it stands below the folder that was named, or its file name.
    pub(super) relative: PathBuf,
}

impl Input {
    fn file(path: PathBuf, relative: PathBuf) -> Self {
        Self { name: path.display().to_string(), relative, path: Some(path) }
    }

    fn stdin(name: Option<&str>) -> Self {
        let name = name.unwrap_or("-");
        let relative = Path::new(name).file_name().unwrap_or("stdin".as_ref());
        let relative = if name == "-" { "stdin".into() } else { relative.into() };
        Self { path: None, name: name.to_owned(), relative }
    }

    /// The same under the name that what it holds has once unpacked.
    fn unpacked(&self) -> Self {
        Self { name: unpacked_name(&self.name).to_owned(), ..self.clone() }
    }

    /// Size in bytes and time of the last change, where it is a file that can be asked.
    pub(super) fn stamp(&self) -> Option<(u64, SystemTime)> {
        let metadata = fs::metadata(self.path.as_ref()?).ok().filter(fs::Metadata::is_file)?;
        Some((metadata.len(), metadata.modified().ok()?))
    }

    /// Opens it for reading.
    pub(super) fn open(&self) -> io::Result<Box<dyn io::Read + Send>> {
        Ok(match &self.path {
            Some(path) => Box::new(fs::File::open(path)?),
            None => Box::new(io::stdin()),
        })
    }

    /// Says which input an error is about.
    pub(super) fn error(&self, source: io::Error) -> Error {
        Error::Read { path: self.name.clone().into(), source }
    }
}

/// What the arguments name.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The inputs, in the order in which they were named; the files of a folder by their path.
    pub(super) inputs: Vec<Input>,
    /// Files and folders that could not be read.
    pub(super) errors: Vec<Error>,
    /// Whether a folder or a list was named, so that the number of files says nothing about what the user expects.
    pub(super) many: bool,
}

/// Finds the files that the arguments name; of those in folders, the ones with one of the `extensions`.
///
/// # Errors
/// A list of files that could not be read, no input at all, and standard input named twice.
pub(super) fn find(arguments: &Inputs, extensions: &[&str]) -> Result<Found, Error> {
    let mut paths = arguments.paths.clone();
    let mut found = Found::default();
    if let Some(list) = &arguments.files_from {
        paths.extend(read_list(list)?);
        found.many = true;
    } else if paths.is_empty() {
        return Err(Error::Usage(
            "no input: name files or folders, or `-` for standard input".to_owned(),
        ));
    }
    let stdin = paths.iter().chain(&arguments.files_from).filter(|path| is_stdin(path)).count();
    if stdin > 1 {
        return Err(Error::Usage("standard input (`-`) can be read only once".to_owned()));
    }
    for path in paths {
        if is_stdin(&path) {
            found.inputs.push(Input::stdin(arguments.stdin_filename.as_deref()));
        } else if path.is_dir() {
            found.many = true;
            walk(&path, extensions, &mut found);
        } else {
            let relative = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
            found.inputs.push(Input::file(path, relative));
        }
    }
    found.many |= found.inputs.len() > 1;
    Ok(found)
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// The paths in a list, one a line.
fn read_list(list: &Path) -> Result<Vec<PathBuf>, Error> {
    let text = if is_stdin(list) {
        io::read_to_string(io::stdin().lock())
    } else {
        fs::read_to_string(list)
    };
    let text = text.map_err(|source| read_error(list, source))?;
    Ok(text.lines().filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

/// Adds the files below a folder. What the user's own git configuration ignores is not left out: the same folder gives the
/// same records on every machine.
fn walk(folder: &Path, extensions: &[&str], found: &mut Found) {
    let walk = WalkBuilder::new(folder)
        .require_git(false)
        .git_global(false)
        .git_exclude(false)
        .sort_by_file_path(Path::cmp)
        .build();
    let mut seen = BTreeSet::new();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let path = entry.into_path();
                let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
                let extension = unpacked_name(name).rsplit_once('.').map_or("", |(_, end)| end);
                let known = extensions.iter().any(|known| extension.eq_ignore_ascii_case(known));
                if known && path.is_file() && seen.insert(path.clone()) {
                    let relative = path.strip_prefix(folder).unwrap_or(&path).to_owned();
                    found.inputs.push(Input::file(path, relative));
                }
            }
            Err(error) => {
                let path = path_of(&error).unwrap_or(folder).to_owned();
                let source =
                    error.into_io_error().unwrap_or_else(|| io::Error::other("unreadable"));
                found.errors.push(Error::Read { path, source });
            }
        }
    }
}

/// The file that an error of the walk is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

fn read_error(path: &Path, source: io::Error) -> Error {
    Error::Read { path: path.to_owned(), source }
}
