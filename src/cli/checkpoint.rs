//! A run under way in, a file beside its output out that says how far it has come; the other way round for a run that goes on.
//!
//! The file stands for what the finished output rests on: the options, the lexicon, the version of the tool, and name, size
//! and time of change of every input. Where one of them is another, the rest of the output would not fit what is there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, UNIX_EPOCH};

use chancery::Error;
use chancery::diagnostic::Report;
use chancery::record::sha256;
use serde::{Deserialize, Serialize};

use super::args::Export;
use super::input::Input;
use super::output::{beside, is_device};
use super::pieces::Place;
use super::sink::Reach;

/// Version of the file's layout.
const VERSION: u32 = 1;
/// Least time between two checkpoints.
const LEAST: Duration = Duration::from_millis(200);
/// A checkpoint is made when the run has worked so many times as long as the last one took.
const SHARE: u32 = 50;

/// How far a run has come.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct State {
    /// Where to go on.
    pub(super) next: Place,
    /// What stands in the output, if one is open.
    pub(super) output: Option<Reach>,
    /// What was found so far.
    pub(super) report: Report,
    /// Whether an input could not be read.
    pub(super) failed: bool,
}

/// What the output of a run rests on.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Basis {
    version: u32,
    options: BTreeMap<String, String>,
    inputs: String,
}

#[derive(Serialize)]
struct Saved<'a> {
    #[serde(flatten)]
    basis: &'a Basis,
    state: &'a State,
}

#[derive(Deserialize)]
struct Loaded {
    #[serde(flatten)]
    basis: Basis,
    state: serde_json::Value,
}

/// Keeps the checkpoint of one run.
pub(super) struct Journal {
    /// The file; none where a run cannot go on.
    path: Option<PathBuf>,
    basis: Basis,
    saved: Instant,
    pause: Duration,
}

impl Journal {
    /// The journal of a run with these options, by name, over these inputs.
    pub(super) fn new(
        arguments: &Export,
        inputs: &[Input],
        options: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Self {
        let options = options.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self {
            path: path(arguments, inputs).ok(),
            basis: Basis { version: VERSION, options, inputs: identity(inputs) },
            saved: Instant::now(),
            pause: LEAST,
        }
    }

    /// Whether there is a file that a run can go on from.
    pub(super) const fn is_kept(&self) -> bool {
        self.path.is_some()
    }

    /// What an interrupted run left; nothing where there is none, so that the run begins at the beginning.
    ///
    /// # Errors
    /// There can be no checkpoint, or it is of another run.
    pub(super) fn load(
        &self,
        arguments: &Export,
        inputs: &[Input],
    ) -> Result<Option<State>, Error> {
        let path = path(arguments, inputs).map_err(|reason| Error::Usage(reason.to_owned()))?;
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(Error::Read { path, source }),
        };
        let refuse = |reason: String| {
            let path = path.display();
            Error::Usage(format!(
                "cannot go on from {path}: {reason}; to begin at the beginning, leave out --resume"
            ))
        };
        let loaded: Loaded = serde_json::from_slice(&bytes)
            .map_err(|error| refuse(format!("it is no checkpoint of this version ({error})")))?;
        self.compare(&loaded.basis).map_err(refuse)?;
        let state = serde_json::from_value(loaded.state);
        state.map(Some).map_err(|error| refuse(format!("it is damaged ({error})")))
    }

    /// Says what is another than it was.
    fn compare(&self, was: &Basis) -> Result<(), String> {
        let none = String::new();
        let names = self.basis.options.keys().chain(was.options.keys());
        for name in names {
            let now = self.basis.options.get(name).unwrap_or(&none);
            let before = was.options.get(name).unwrap_or(&none);
            if now != before {
                return Err(format!("{name} was `{before}` and is `{now}`"));
            }
        }
        if was.inputs != self.basis.inputs {
            return Err("the inputs have other names, sizes or times of change".to_owned());
        }
        (*was == self.basis).then_some(()).ok_or_else(|| "it has another version".to_owned())
    }

    /// Forgets what an earlier run left.
    ///
    /// # Errors
    /// The file cannot be removed.
    pub(super) fn clear(&self) -> Result<(), Error> {
        let Some(path) = &self.path else { return Ok(()) };
        match fs::remove_file(path) {
            Err(source)
                if source.kind() != io::ErrorKind::NotFound
                    && source.kind() != io::ErrorKind::NotADirectory =>
            {
                Err(Error::Write { path: path.clone(), source })
            }
            _ => Ok(()),
        }
    }

    /// Whether it is time for a checkpoint.
    pub(super) fn is_due(&self) -> bool {
        self.path.is_some() && self.saved.elapsed() >= self.pause
    }

    /// Makes a checkpoint. `state` brings the output to the disk, whose time counts too.
    ///
    /// # Errors
    /// What `state` reports, and that the file cannot be written.
    pub(super) fn save(
        &mut self,
        state: impl FnOnce() -> Result<State, Error>,
    ) -> Result<(), Error> {
        let Some(path) = &self.path else { return Ok(()) };
        let begun = Instant::now();
        let saved = serde_json::to_vec(&Saved { basis: &self.basis, state: &state()? });
        let bytes = saved.expect("all keys are strings");
        let written = replace(path, &bytes);
        written.map_err(|source| Error::Write { path: path.clone(), source })?;
        self.saved = Instant::now();
        self.pause = (begun.elapsed() * SHARE).max(LEAST);
        Ok(())
    }
}

/// The file beside the output, or why there can be none.
fn path(arguments: &Export, inputs: &[Input]) -> Result<PathBuf, &'static str> {
    if inputs.iter().any(|input| input.path.is_none()) {
        return Err("--resume cannot read standard input again; name a file");
    }
    match (&arguments.output, &arguments.output_dir) {
        (_, Some(folder)) => Ok(folder.join("chancery.checkpoint")),
        (Some(file), _) if file != Path::new("-") && !is_device(file) => {
            Ok(beside(file, "checkpoint"))
        }
        _ => Err("--resume needs an output that stays: give -o FILE or --output-dir DIR"),
    }
}

/// Name, size and time of change of every input, as one digest.
fn identity(inputs: &[Input]) -> String {
    let mut list = String::new();
    for input in inputs {
        let stamp = input.stamp().map(|(length, changed)| {
            let since = changed.duration_since(UNIX_EPOCH).unwrap_or_default();
            (length, since.as_nanos())
        });
        let _ = writeln!(list, "{}\0{stamp:?}", input.name);
    }
    sha256(list.as_bytes()).to_string()
}

/// Writes a file so that it is there whole, before or after, whenever the machine stops.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = beside(path, "new");
    let mut file = File::create(&new)?;
    file.write_all(bytes)?;
    file.sync_data()?;
    fs::rename(new, path)
}
