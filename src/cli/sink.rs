//! Valid records in, one output for all inputs or one for each out.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use chancery::diagnostic::{Code, Diagnostic};
use chancery::export::{Format, Layout, Writer};
use chancery::{Error, Valid};

use super::args::Export;
use super::input::Input;
use super::output::Output;

/// Where the records go.
pub(super) struct Sink {
    format: Format,
    /// One file for all, none for standard output, or a file for each input.
    targets: Targets,
    /// The output under way, with its place among the targets.
    open: Option<(usize, Writer<Output>)>,
}

enum Targets {
    One(Option<PathBuf>),
    Each(Vec<PathBuf>),
}

impl Sink {
    /// Opens the output; where every input has its own, it is opened with its first record.
    ///
    /// # Errors
    /// The output could not be created.
    pub(super) fn new(arguments: &Export, format: Format, inputs: &[Input]) -> Result<Self, Error> {
        let targets = match &arguments.output_dir {
            Some(folder) => Targets::Each(file_names(folder, format, inputs)),
            None => Targets::One(arguments.output.clone().filter(|path| path != Path::new("-"))),
        };
        let mut sink = Self { format, targets, open: None };
        if let Targets::One(_) = sink.targets {
            sink.turn_to(0)?;
        }
        Ok(sink)
    }

    /// Writes a record that was made from the input with this number. What the format cannot hold is a finding.
    ///
    /// # Errors
    /// The output could not be written.
    pub(super) fn write(
        &mut self,
        input: usize,
        record: &Valid,
    ) -> Result<Option<Diagnostic>, Error> {
        let place = if let Targets::One(_) = self.targets { 0 } else { input };
        match self.turn_to(place)?.write(record) {
            Ok(()) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                let message = format!("{} cannot hold the record: {error}", self.format);
                Ok(Some(Diagnostic::new(Code::MalformedValue, message)))
            }
            Err(error) => Err(self.error(place, error)),
        }
    }

    /// Completes the output.
    ///
    /// # Errors
    /// The rest could not be written.
    pub(super) fn finish(&mut self) -> Result<(), Error> {
        let Some((place, writer)) = self.open.take() else { return Ok(()) };
        writer.finish().map_err(|error| self.error(place, error))?.finish()
    }

    fn turn_to(&mut self, place: usize) -> Result<&mut Writer<Output>, Error> {
        if self.open.as_ref().is_none_or(|(open, _)| *open != place) {
            self.finish()?;
            let output = self.target(place).map_or_else(|| Ok(Output::stdout()), Output::file)?;
            self.open = Some((place, Writer::new(self.format, Layout::Pretty, output)));
        }
        Ok(&mut self.open.as_mut().expect("it was opened above").1)
    }

    fn target(&self, place: usize) -> Option<&Path> {
        match &self.targets {
            Targets::One(target) => target.as_deref(),
            Targets::Each(targets) => Some(&targets[place]),
        }
    }

    fn error(&self, place: usize, source: io::Error) -> Error {
        match self.target(place) {
            Some(path) => Error::Write { path: path.to_owned(), source },
            None => Error::Output(source),
        }
    }
}

/// A file for each input: its name with the format's extension in place of its own, or after it where two inputs would
/// otherwise share a file.
fn file_names(folder: &Path, format: Format, inputs: &[Input]) -> Vec<PathBuf> {
    let mut uses: HashMap<PathBuf, usize> = HashMap::new();
    for input in inputs {
        *uses.entry(input.relative.with_extension("")).or_default() += 1;
    }
    let name = |input: &Input| {
        let stem = input.relative.with_extension("");
        let mut name = if uses[&stem] > 1 { input.relative.clone() } else { stem };
        name.as_mut_os_string().push(format!(".{}", format.extension()));
        folder.join(name)
    };
    inputs.iter().map(name).collect()
}
