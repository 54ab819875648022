//! Bytes in, standard output or a file out; a file has its name only once it is complete.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use chancery::Error;

/// Where a command's data go.
#[derive(Debug)]
pub(super) enum Output {
    /// Standard output.
    Stdout(BufWriter<io::StdoutLock<'static>>),
    /// A file that has another name until it is complete.
    File { writer: BufWriter<File>, target: PathBuf },
}

impl Output {
    /// Standard output.
    pub(super) fn stdout() -> Self {
        Self::Stdout(BufWriter::new(io::stdout().lock()))
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
        Ok(Self::File { writer: BufWriter::new(file), target: target.to_owned() })
    }

    /// Writes what is buffered and gives a file its name.
    ///
    /// # Errors
    /// The rest could not be written, or the file not be renamed.
    pub(super) fn finish(self) -> Result<(), Error> {
        match self {
            Self::Stdout(mut writer) => Ok(writer.flush()?),
            Self::File { mut writer, target } => {
                let done = writer.flush().and_then(|()| fs::rename(partial(&target), &target));
                done.map_err(|source| write_error(&target, source))
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(writer) => writer.write(bytes),
            Self::File { writer, .. } => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(writer) => writer.flush(),
            Self::File { writer, .. } => writer.flush(),
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
