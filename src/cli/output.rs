//! Bytes in, standard output or a file out; a file has its name only once it is complete.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use chancery::Error;

/// Where a command's data go.
#[derive(Debug)]
pub(super) struct Output {
    inner: Inner,
}

#[derive(Debug)]
enum Inner {
    Stdout(BufWriter<io::StdoutLock<'static>>),
    File { writer: BufWriter<File>, target: PathBuf },
}

impl Output {
    /// Standard output.
    pub(super) fn stdout() -> Self {
        Self { inner: Inner::Stdout(BufWriter::new(io::stdout().lock())) }
    }

    /// A file, which is called `FILE.partial` until [`finish`](Self::finish). Its folder is made if need be.
    ///
    /// # Errors
    /// The file could not be created.
    pub(super) fn file(target: &Path) -> Result<Self, Error> {
        let create = || {
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder)?;
            }
            File::create(partial(target))
        };
        let file = create().map_err(|source| write_error(target, source))?;
        Ok(Self { inner: Inner::File { writer: BufWriter::new(file), target: target.to_owned() } })
    }

    /// The named file, or standard output where none is named or its name is `-`.
    ///
    /// # Errors
    /// The file could not be created.
    pub(super) fn open(target: Option<&Path>) -> Result<Self, Error> {
        match target {
            Some(target) if target != Path::new("-") => Self::file(target),
            _ => Ok(Self::stdout()),
        }
    }

    /// Says which file an error of writing is about.
    pub(super) fn error(target: Option<&Path>, source: io::Error) -> Error {
        match target {
            Some(target) => write_error(target, source),
            None => Error::Output(source),
        }
    }

    /// Writes what is buffered and gives a file its name.
    ///
    /// # Errors
    /// The rest could not be written, or the file not be renamed.
    pub(super) fn finish(self) -> Result<(), Error> {
        match self.inner {
            Inner::Stdout(mut writer) => Ok(writer.flush()?),
            Inner::File { mut writer, target } => {
                let done = writer.flush().and_then(|()| fs::rename(partial(&target), &target));
                done.map_err(|source| write_error(&target, source))
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.inner {
            Inner::Stdout(writer) => writer.write(bytes),
            Inner::File { writer, .. } => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.inner {
            Inner::Stdout(writer) => writer.flush(),
            Inner::File { writer, .. } => writer.flush(),
        }
    }
}

/// The name of a file that is not complete.
fn partial(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".partial");
    name.into()
}

fn write_error(path: &Path, source: io::Error) -> Error {
    Error::Write { path: path.to_owned(), source }
}
