//! A stream of bytes in, the same stream unpacked out: gzip (RFC 1952, any number of members) and Zstandard (RFC 8878, any
//! number of frames), told by their first bytes.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::FrameDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};

/// Extensions of compressed files.
const EXTENSIONS: &[&str] = &["gz", "gzip", "zst", "zstd"];
const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTANDARD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// Skippable frames begin with 0x184D2A5? in little endian.
const SKIPPABLE: &[u8] = &[0x2a, 0x4d, 0x18];
/// Bytes of a Zstandard window, which is kept in memory: the 128 MB that `zstd --ultra` goes to at most.
const WINDOW: u64 = 128 << 20;

/// A stream of bytes that can be read on another thread.
pub type Bytes = Box<dyn Read + Send>;

/// The name of what a compressed file holds: the name without `.gz` or `.zst`.
///
/// ```
/// assert_eq!(chancery::source::unpacked_name("crawl.warc.gz"), "crawl.warc");
/// assert_eq!(chancery::source::unpacked_name("page.html"), "page.html");
/// ```
#[must_use]
pub fn unpacked_name(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((inner, extension))
            if EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)) =>
        {
            inner
        }
        _ => name,
    }
}

/// The stream unpacked bit by bit, or as it is where it is not compressed; and whether it was.
///
/// # Errors
/// What reading the first bytes reports. Damage further on is an error of the stream that is returned.
pub fn unpack(mut reader: impl Read + Send + 'static) -> io::Result<(Bytes, bool)> {
    let mut head = Vec::new();
    reader.by_ref().take(4).read_to_end(&mut head)?;
    let kind = head.clone();
    let whole = Cursor::new(head).chain(reader);
    Ok(if kind.starts_with(GZIP) {
        (Box::new(MultiGzDecoder::new(BufReader::new(whole))), true)
    } else if kind == ZSTANDARD || kind.get(1..) == Some(SKIPPABLE) {
        (Box::new(Frames::new(BufReader::new(whole))), true)
    } else {
        (Box::new(whole), false)
    })
}

/// The frames of a Zstandard stream, one after the other, their checksums compared.
struct Frames<R> {
    source: R,
    frame: FrameDecoder,
    under_way: bool,
}

impl<R: BufRead> Frames<R> {
    fn new(source: R) -> Self {
        let mut frame = FrameDecoder::new();
        frame.set_max_window_size(WINDOW);
        Self { source, frame, under_way: false }
    }

    /// Begins the next frame, if there is one.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.frame.reset(&mut self.source) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut self.source.by_ref().take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(damaged(error)),
            }
        }
        Ok(false)
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.under_way {
                if !self.begin()? {
                    return Ok(0);
                }
                self.under_way = true;
            }
            while self.frame.can_collect() == 0 && !self.frame.is_finished() {
                let one = ruzstd::decoding::BlockDecodingStrategy::UptoBlocks(1);
                self.frame.decode_blocks(&mut self.source, one).map_err(damaged)?;
            }
            match self.frame.read(buffer)? {
                0 if !buffer.is_empty() => {
                    self.under_way = false;
                    let told = self.frame.get_checksum_from_data();
                    if told.is_some() && told != self.frame.get_calculated_checksum() {
                        return Err(damaged("the checksum of a frame is wrong"));
                    }
                }
                count => return Ok(count),
            }
        }
    }
}

fn damaged(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}
