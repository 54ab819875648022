//! Encoded records in, one output for all inputs or one for each out.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use chancery::Error;
use chancery::export::{Encoded, Format, Layout, Writer};
use chancery::source::unpacked_name;
use serde::{Deserialize, Serialize};

use super::args::Export;
use super::input::Input;
use super::output::Output;

/// Where the records go.
pub(super) struct Sink {
    format: Format,
    layout: Layout,
    targets: Targets,
    /// The output under way, with its number among the targets.
    open: Option<(usize, Writer<Output>)>,
}

/// One file for all, none for standard output, or a file for each input.
enum Targets {
    One(Option<PathBuf>),
    Each(Vec<PathBuf>),
}

/// How far the output under way has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reach {
    target: usize,
    /// Bytes.
    length: u64,
    records: usize,
}

impl Sink {
    /// Opens the output; where every input has its own, it is opened with its first record.
    ///
    /// # Errors
    /// The output could not be created.
    pub(super) fn new(
        arguments: &Export,
        format: Format,
        layout: Layout,
        inputs: &[Input],
    ) -> Result<Self, Error> {
        let mut sink = Self::closed(arguments, format, layout, inputs);
        if let Targets::One(_) = sink.targets {
            sink.turn_to(0)?;
        }
        Ok(sink)
    }

    /// Opens the output of an interrupted run to go on after what it had reached.
    ///
    /// # Errors
    /// The output could not be opened, or is shorter than it was.
    pub(super) fn resume(
        arguments: &Export,
        format: Format,
        layout: Layout,
        inputs: &[Input],
        reach: Option<Reach>,
    ) -> Result<Self, Error> {
        let mut sink = Self::closed(arguments, format, layout, inputs);
        if let Some(Reach { target, length, records }) = reach
            && let Some(path) = sink.target(target)
        {
            let output = Output::resume(path, length)?;
            sink.open = Some((target, Writer::resume(format, layout, output, records)));
        }
        Ok(sink)
    }

    fn closed(arguments: &Export, format: Format, layout: Layout, inputs: &[Input]) -> Self {
        let targets = match &arguments.output_dir {
            Some(folder) => Targets::Each(file_names(folder, format, inputs)),
            None => Targets::One(arguments.output.clone().filter(|path| path != Path::new("-"))),
        };
        Self { format, layout, targets, open: None }
    }

    /// Writes a record that was made from the input with this number.
    ///
    /// # Errors
    /// The output could not be written.
    pub(super) fn write(&mut self, input: usize, record: &Encoded) -> Result<(), Error> {
        let number = if let Targets::One(_) = self.targets { 0 } else { input };
        let written = self.turn_to(number)?.write_encoded(record);
        written.map_err(|error| self.error(number, error))
    }

    /// Brings what was written to the disk and says how far that is; nothing where no file is open.
    ///
    /// # Errors
    /// The output could not be written.
    pub(super) fn reach(&mut self) -> Result<Option<Reach>, Error> {
        let Some((target, writer)) = &mut self.open else { return Ok(None) };
        let (target, records) = (*target, writer.records());
        let length = writer.get_mut().sync().map_err(|error| self.error(target, error))?;
        Ok(length.map(|length| Reach { target, length, records }))
    }

    /// Completes the output.
    ///
    /// # Errors
    /// The rest could not be written.
    pub(super) fn finish(&mut self) -> Result<(), Error> {
        self.close()?.map_or(Ok(()), Output::finish)
    }

    /// Closes the output before its time: what is in it is a whole document, but it keeps the name of a partial one.
    ///
    /// # Errors
    /// The rest could not be written.
    pub(super) fn leave(&mut self) -> Result<(), Error> {
        self.close()?.map_or(Ok(()), Output::leave)
    }

    fn close(&mut self) -> Result<Option<Output>, Error> {
        let Some((number, writer)) = self.open.take() else { return Ok(None) };
        writer.finish().map(Some).map_err(|error| self.error(number, error))
    }

    fn turn_to(&mut self, number: usize) -> Result<&mut Writer<Output>, Error> {
        if self.open.as_ref().is_none_or(|(open, _)| *open != number) {
            self.finish()?;
            let output = self.target(number).map_or_else(|| Ok(Output::stdout()), Output::file)?;
            self.open = Some((number, Writer::new(self.format, self.layout, output)));
        }
        Ok(&mut self.open.as_mut().expect("it was opened above").1)
    }

    fn target(&self, number: usize) -> Option<&Path> {
        match &self.targets {
            Targets::One(target) => target.as_deref(),
            Targets::Each(targets) => Some(&targets[number]),
        }
    }

    fn error(&self, number: usize, source: io::Error) -> Error {
        match self.target(number) {
            // Who reads a pipe has seen enough, whatever its name.
            Some(path) if source.kind() != io::ErrorKind::BrokenPipe => {
                Error::Write { path: path.to_owned(), source }
            }
            _ => Error::Output(source),
        }
    }
}

/// A file for each input: its name with the format's extension in place of its own, or after it where two inputs would
/// otherwise share a file.
fn file_names(folder: &Path, format: Format, inputs: &[Input]) -> Vec<PathBuf> {
    let stem = |input: &Input| {
        let name =
            input.relative.to_str().map_or(&*input.relative, |name| Path::new(unpacked_name(name)));
        name.with_extension("")
    };
    let mut uses: HashMap<PathBuf, usize> = HashMap::new();
    for input in inputs {
        *uses.entry(stem(input)).or_default() += 1;
    }
    let name = |input: &Input| {
        let stem = stem(input);
        let mut name = if uses[&stem] > 1 { input.relative.clone() } else { stem };
        name.as_mut_os_string().push(format!(".{}", format.extension()));
        folder.join(name)
    };
    inputs.iter().map(name).collect()
}
