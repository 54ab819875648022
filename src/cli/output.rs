//! Bytes in, standard output or a file out; a file has its name only once it is complete.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chancery::Error;

/// Where a command's data go.
#[derive(Debug)]
pub(super) enum Output {
    /// Standard output.
    Stdout(BufWriter<io::StdoutLock<'static>>),
    /// A file that has another name until it is complete.
    File {
        /// The file.
        writer: BufWriter<File>,
        /// Its name once it is complete.
        target: PathBuf,
        /// Bytes that it has, or will have once what is buffered is written.
        length: u64,
    },
    /// A pipe or a device, which has its name from the beginning.
    Device {
        /// The pipe or device.
        writer: BufWriter<File>,
        /// Its name.
        target: PathBuf,
    },
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
            if is_device(target) {
                return File::create(target);
            }
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder)?;
            }
            File::create(partial(target))
        };
        let writer = BufWriter::new(create().map_err(|source| write_error(target, source))?);
        let target = target.to_owned();
        Ok(if is_device(&target) {
            Self::Device { writer, target }
        } else {
            Self::File { writer, target, length: 0 }
        })
    }

    /// A file that an interrupted run began, cut to its first `length` bytes. One that the run completed after it had
    /// noted its length is not complete any more.
    ///
    /// # Errors
    /// The file is not there, is shorter, or cannot be written.
    pub(super) fn resume(target: &Path, length: u64) -> Result<Self, Error> {
        let open = || {
            let partial = partial(target);
            if !partial.exists() && target.exists() {
                fs::rename(target, &partial)?;
            }
            let mut file = OpenOptions::new().write(true).open(partial)?;
            let found = file.metadata()?.len();
            if found < length {
                let message = format!("it has {found} bytes, the checkpoint says {length}");
                return Err(io::Error::new(io::ErrorKind::UnexpectedEof, message));
            }
            file.set_len(length)?;
            file.seek(SeekFrom::Start(length))?;
            Ok(file)
        };
        let writer =
            BufWriter::new(open().map_err(|source| write_error(&partial(target), source))?);
        Ok(Self::File { writer, target: target.to_owned(), length })
    }

    /// Brings everything written so far to the disk; gives the length of the file, if it is one.
    ///
    /// # Errors
    /// What was buffered could not be written.
    pub(super) fn sync(&mut self) -> io::Result<Option<u64>> {
        self.flush()?;
        match self {
            Self::File { writer, length, .. } => {
                writer.get_ref().sync_data()?;
                Ok(Some(*length))
            }
            Self::Stdout(_) | Self::Device { .. } => Ok(None),
        }
    }

    /// Writes what is buffered and gives a file its name.
    ///
    /// # Errors
    /// The rest could not be written, or the file not be renamed.
    pub(super) fn finish(self) -> Result<(), Error> {
        match self {
            Self::File { mut writer, target, .. } => {
                let done = writer.flush().and_then(|()| fs::rename(partial(&target), &target));
                done.map_err(|source| write_error(&target, source))
            }
            other => other.leave(),
        }
    }

    /// Writes what is buffered and leaves a file under the name of one that is not complete.
    ///
    /// # Errors
    /// The rest could not be written.
    pub(super) fn leave(self) -> Result<(), Error> {
        match self {
            Self::Stdout(mut writer) => Ok(writer.flush()?),
            Self::File { mut writer, target, .. } | Self::Device { mut writer, target } => {
                match writer.flush() {
                    // Who reads the pipe has seen enough.
                    Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(error.into()),
                    done => done.map_err(|source| write_error(&target, source)),
                }
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(writer) => writer.write(bytes),
            Self::File { writer, length, .. } => {
                let written = writer.write(bytes)?;
                *length += written as u64;
                Ok(written)
            }
            Self::Device { writer, .. } => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(writer) => writer.flush(),
            Self::File { writer, .. } | Self::Device { writer, .. } => writer.flush(),
        }
    }
}

/// Whether something stands under the name that is no file, which cannot be replaced by one.
pub(super) fn is_device(target: &Path) -> bool {
    fs::metadata(target).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

/// The name of a file that is not complete.
pub(super) fn partial(target: &Path) -> PathBuf {
    beside(target, "partial")
}

/// The name of a file that belongs to another.
pub(super) fn beside(target: &Path, extension: &str) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn write_error(path: &Path, source: io::Error) -> Error {
    Error::Write { path: path.to_owned(), source }
}
