//! A stream of bytes in, one line out, of which no more than a limit is ever in memory.

use std::io::{self, BufRead};

/// Bytes of the longest line, page or member of a stream of raw readouts: 64 MiB. What is longer is no readout, and a few
/// kilobytes of a compressed file can hold it.
pub const LARGEST: usize = 64 << 20;

/// What reading a line gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The stream has ended.
    End,
    /// A line of so many bytes with its end, which were appended.
    Read(usize),
    /// A line of so many bytes, which is longer than the limit: it was passed over, nothing was appended.
    TooLong(usize),
}

impl Line {
    /// Bytes by which the stream moved on.
    #[must_use]
    pub const fn len(self) -> usize {
        match self {
            Self::End => 0,
            Self::Read(len) | Self::TooLong(len) => len,
        }
    }

    /// Whether the stream did not move on.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// Appends the next line with its end to `out`, unless it has more than `most` bytes.
///
/// ```
/// use chancery::source::{Line, take_line};
/// let (mut stream, mut out) = (&b"one\nsomething long\ntwo"[..], Vec::new());
/// assert_eq!(take_line(&mut stream, 8, &mut out)?, Line::Read(4));
/// assert_eq!(take_line(&mut stream, 8, &mut out)?, Line::TooLong(15));
/// assert_eq!(take_line(&mut stream, 8, &mut out)?, Line::Read(3));
/// assert_eq!(out, b"one\ntwo");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// What the stream reports; nothing was appended.
pub fn take_line(
    reader: &mut (impl BufRead + ?Sized),
    most: usize,
    out: &mut Vec<u8>,
) -> io::Result<Line> {
    let start = out.len();
    let mut len = 0;
    loop {
        let available = match reader.fill_buf() {
            Ok(available) => available,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => {
                out.truncate(start);
                return Err(error);
            }
        };
        let end = memchr::memchr(b'\n', available).map(|at| at + 1);
        let taken = end.unwrap_or(available.len());
        len += taken;
        if len <= most {
            out.extend_from_slice(&available[..taken]);
        } else if out.len() > start {
            // Given back at once: the limit is one of memory.
            out.truncate(start);
            out.shrink_to_fit();
        }
        reader.consume(taken);
        if end.is_some() || taken == 0 {
            return Ok(match len {
                0 => Line::End,
                len if len > most => Line::TooLong(len),
                len => Line::Read(len),
            });
        }
    }
}
