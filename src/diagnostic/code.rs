//! Every kind of finding there is. The documentation of a code is its manual entry: what is wrong, why it matters, how to
//! mend it, an example, each a paragraph. `chancery explain` and `docs/findings.md` show the same words.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::nearest;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Breaks consumers; the record is not valid.
    Error,
    /// Doubtful; the record is valid.
    Warning,
}

/// Declares the codes: name, severity, one-line description, manual entry.
macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident; )+) => {
        /// The kind of a finding: kebab-case, named for the fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $( $(#[doc = $doc])+ $variant, )+
        }

        impl Code {
            /// All codes, in the order of this file.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it is written, for example `unknown-key`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $name ),+ }
            }

            /// Whether the fault breaks consumers or is only doubtful.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $( Self::$variant => Severity::$severity ),+ }
            }

            /// The manual entry in Markdown: the first paragraph says what is wrong, the others why it matters, how to mend it,
            /// and an example. Every line begins with a space.
            const fn documentation(self) -> &'static str {
                match self { $( Self::$variant => concat!($($doc, "\n"),+) ),+ }
            }
        }
    };
}

impl Code {
    /// The manual entry in Markdown, a paragraph each: what is wrong, why it matters, how to mend it, an example.
    #[must_use]
    pub fn manual(self) -> String {
        let lines: Vec<_> = self.documentation().lines().map(str::trim).collect();
        lines.join("\n")
    }

    /// The first paragraph of the manual entry: what is wrong, in one sentence.
    #[must_use]
    pub fn title(self) -> String {
        let lines = self.documentation().lines().map(str::trim);
        lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Severity {
    /// The level's name, as in `error[unknown-key]`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// A word that is no code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a finding{1}")]
pub struct UnknownCode(String, String);

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name).ok_or_else(|| {
            let nearest = nearest(name, Self::ALL.iter().map(|code| code.as_str()));
            let hint = nearest.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            UnknownCode(name.to_owned(), hint)
        })
    }
}

codes! {
    /// The input is empty.
    ///
    /// Nothing can be converted or validated.
    ///
    /// To mend it: check that the download or the export that made the file went through.
    ///
    /// Example: a file of 0 bytes, or of white space alone.
    EmptyInput = "empty-input", Error;

    /// The input is not text: it holds bytes that no text encoding has.
    ///
    /// Pictures, PDF files and archives have to be turned into text or HTML first.
    ///
    /// To mend it: give the page itself as text, Markdown or HTML; unpack archives.
    ///
    /// Example: a PDF saved with the extension .txt.
    BinaryInput = "binary-input", Error;

    /// A page or a line is larger, or a page's elements are nested deeper, than any readout is.
    ///
    /// Reading it could take unbounded time and memory, above all where it was packed, so it is left out; the others are
    /// converted.
    ///
    /// To mend it: give the text of the readout alone; write one readout a line.
    ///
    /// Example: a page of 100 MB, or one with 50,000 elements inside each other.
    InputTooLarge = "input-too-large", Error;

    /// A record of a web archive (WARC) is not as the format has it.
    ///
    /// The record is left out; the others are read.
    ///
    /// To mend it: check that the archive was copied whole, and look at the record that the finding names by its number.
    ///
    /// Example: a header without `Content-Length`.
    MalformedArchive = "malformed-archive", Error;

    /// A line of NDJSON is not the JSON object of a raw readout.
    ///
    /// The line is skipped; the others are converted.
    ///
    /// To mend it: write one object a line, with a string `text` or `html`.
    ///
    /// Example: `{"title": "Readout of the call"}` has neither.
    MalformedLine = "malformed-line", Error;

    /// The front matter of a Markdown file is not YAML.
    ///
    /// The text is converted, but what the front matter says (title, date, address) is not known.
    ///
    /// To mend it: quote values that hold a colon; close the block with `---`.
    ///
    /// Example: `title: Readout: a call` needs quotation marks around the title.
    MalformedFrontMatter = "malformed-front-matter", Warning;

    /// Bytes were not valid in the encoding and were replaced by U+FFFD.
    ///
    /// Names with replaced letters are not recognised.
    ///
    /// To mend it: save the file as UTF-8, or as the encoding that it declares.
    ///
    /// Example: a windows-1251 page that declares UTF-8.
    InvalidEncoding = "invalid-encoding", Warning;

    /// The page has no text that could be a readout.
    ///
    /// There is nothing to make a record of.
    ///
    /// To mend it: check that the page holds the article itself and does not load it with a script.
    ///
    /// Example: a page of menus and a footer alone.
    NoText = "no-text", Error;

    /// A record has a key that the format does not know.
    ///
    /// Programs would pass over it, so that what it says is lost without notice; most often it is misspelt.
    ///
    /// To mend it: correct the spelling, or remove the key; data of your own belong in a file beside the records, under
    /// the record's `id`.
    ///
    /// Example: `"particpants": []` instead of `"participants": []`.
    UnknownKey = "unknown-key", Error;

    /// A key that every record has is not there.
    ///
    /// Programs rely on it. Arrays are always present, if need be empty; only single values that the text does not give
    /// are left out.
    ///
    /// To mend it: add the key, an array as `[]` where there is nothing to say.
    ///
    /// Example: an event without `topics`.
    MissingKey = "missing-key", Error;

    /// A value has another JSON type than the format asks for.
    ///
    /// Programs in typed languages cannot read the record. A value that is not known is left out, never null.
    ///
    /// To mend it: write the value with the type that the message names.
    ///
    /// Example: `"round": "20"` instead of `"round": 20`.
    WrongType = "wrong-type", Error;

    /// A word is no term of the closed vocabulary of its place.
    ///
    /// Counts and comparisons over records rest on the same terms everywhere.
    ///
    /// To mend it: use one of the terms that the message lists; their definitions are in the codebook.
    ///
    /// Example: `"type": "meetings"` instead of `"type": "meeting"`.
    UnknownTerm = "unknown-term", Error;

    /// A string has not the form of its place: a state code, an identifier, a digest, a language, a version.
    ///
    /// Other files and programs find things by these strings and compare them letter by letter.
    ///
    /// To mend it: write the value in the form that the message names.
    ///
    /// Example: `"country": "fr"` instead of `"country": "FRA"`.
    MalformedValue = "malformed-value", Error;

    /// A date is not written in the profile of EDTF (ISO 8601-2) that the format uses.
    ///
    /// Dates are sorted and compared by programs in many languages.
    ///
    /// To mend it: write a year (2025), a month (2025-12), a day (2025-12-02), two days joined by a slash, or
    /// XXXX-12-02 where the year is not known.
    ///
    /// Example: `"date": "2 December 2025"` instead of `"date": "2025-12-02"`.
    MalformedDate = "malformed-date", Error;

    /// A number is smaller or larger than its place allows.
    ///
    /// Ordinals and parts count from 1, spans from 0; larger numbers than the limit do not fit the types of generated
    /// code.
    ///
    /// To mend it: give a number within the limits that the message names.
    ///
    /// Example: `"round": 0`.
    OutOfRange = "out-of-range", Error;

    /// A string or an array is shorter or longer than its place allows.
    ///
    /// An empty name says nothing: what the text does not give is left out. A statement has exactly one span.
    ///
    /// To mend it: leave the key out if it may be absent; else bring the value to the length that the message names.
    ///
    /// Example: `"name": ""`.
    WrongLength = "wrong-length", Error;

    /// An array that is a set holds the same value twice.
    ///
    /// Sums over parties, topics or mentions would count it twice.
    ///
    /// To mend it: keep one of the equal values.
    ///
    /// Example: `"parties": ["CHN", "CHN"]`.
    RepeatedValue = "repeated-value", Error;

    /// A fact has no span of the text that it rests on.
    ///
    /// Every event, statement, reference, participant, office and place can be checked against the words of the
    /// readout.
    ///
    /// To mend it: give at least one span `{"start": …, "end": …}` of the words that say it.
    ///
    /// Example: a participant with `"evidence": []`.
    MissingEvidence = "missing-evidence", Error;

    /// Two values of one object do not go together.
    ///
    /// What one says makes the other necessary or impossible, for example only an anniversary has an ordinal.
    ///
    /// To mend it: add, remove or correct one of the two, as the message says.
    ///
    /// Example: `"kind": "treaty"` together with `"ordinal": 25`.
    UnmetCondition = "unmet-condition", Error;

    /// The record follows another major version of the format than this tool knows.
    ///
    /// Keys may have been removed, renamed or retyped between major versions, so nothing else is checked.
    ///
    /// To mend it: use a version of chancery that knows the format, or convert the readout again.
    ///
    /// Example: `"schema_version": "3.0"` read by a tool that knows 0.1.
    UnsupportedVersion = "unsupported-version", Error;

    /// The record follows a newer minor version of the format than this tool knows.
    ///
    /// A newer minor version may add keys; those that this tool does not know are not checked and not written again.
    ///
    /// To mend it: update chancery to keep and check the new keys.
    ///
    /// Example: `"schema_version": "0.9"` read by a tool that knows 0.1.
    NewerVersion = "newer-version", Warning;

    /// An id names nothing in the record.
    ///
    /// The fact that uses it says nothing: a speaker that is no actor cannot be counted.
    ///
    /// To mend it: correct the id, or add what it names to `actors`, `events` or `references`.
    ///
    /// Example: `"speakers": ["wang-yi"]` where no actor has that id.
    DanglingId = "dangling-id", Error;

    /// An id names a thing of another kind than its place asks for.
    ///
    /// A party is a state or an organisation, the event of a statement is an event, an anniversary is of a reference.
    ///
    /// To mend it: name a thing of the right kind.
    ///
    /// Example: `"parties": ["wang-yi"]`, where the party is CHN.
    WrongKind = "wrong-kind", Error;

    /// An actor represents an actor that itself represents another.
    ///
    /// Whom a person acts for is found in one step; a chain would count a ministry beside its state.
    ///
    /// To mend it: name the state that is acted for instead of its body.
    ///
    /// Example: `"represents": ["CHN-mfa"]` instead of `"represents": ["CHN"]`.
    RepresentsChain = "represents-chain", Error;

    /// Two things in one record have the same id.
    ///
    /// Whatever uses the id could mean either.
    ///
    /// To mend it: give one of them another id; a second person of the same name gets `-2`.
    ///
    /// Example: two actors with the id `wang-yi`.
    DuplicateId = "duplicate-id", Error;

    /// An id has not the form that its kind of thing has.
    ///
    /// Events, statements and references are numbered (event-1), and three capital letters always mean a state.
    ///
    /// To mend it: number events, statements and references from 1; give a state its ISO 3166-1 alpha-3 code.
    ///
    /// Example: an event with the id `meeting-1` instead of `event-1`.
    MalformedId = "malformed-id", Error;

    /// A span ends where it starts, or before.
    ///
    /// It delimits no words, so the fact rests on nothing.
    ///
    /// To mend it: `start` is the first code point of the words, `end` the one after the last.
    ///
    /// Example: `{"start": 12, "end": 12}`.
    EmptySpan = "empty-span", Error;

    /// A span ends after the end of the text.
    ///
    /// There are no such words. Often the offsets were counted in bytes or UTF-16 units, or in another rendering of the
    /// page.
    ///
    /// To mend it: count Unicode code points of `source.text` from 0.
    ///
    /// Example: `{"start": 5, "end": 900}` in a text of 300 code points.
    SpanOutsideText = "span-outside-text", Error;

    /// The text of a statement is not the words that its span delimits.
    ///
    /// A quotation that is not in the source cannot be cited. Often the offsets are off by a few, or the text was
    /// changed afterwards.
    ///
    /// To mend it: copy the words of the span, or correct the span; it counts Unicode code points of `source.text`.
    ///
    /// Example: `"text": "agreed"` with a span that delimits `greed `.
    TextMismatch = "text-mismatch", Error;

    /// The cue of a statement is not the words that its span delimits.
    ///
    /// The reporting word as written decides how the act is read.
    ///
    /// To mend it: copy the words of the span of `cue_evidence`, or correct the span.
    ///
    /// Example: `"cue": "said"` with a span that delimits `stressed`.
    CueMismatch = "cue-mismatch", Error;

    /// The record holds more or less text than `source.text_kept` says.
    ///
    /// `full` keeps the whole text and no quotes, `quotes` only quoted spans, `none` no text at all; who may not pass
    /// on the text relies on it.
    ///
    /// To mend it: correct `text_kept`, or add or remove the text; `chancery export --text` does that.
    ///
    /// Example: `"text_kept": "none"` together with a `source.text`.
    TextKeptMismatch = "text-kept-mismatch", Error;

    /// `source.text_sha256` is not the digest of `source.text`.
    ///
    /// The text was changed after the record was made, or the file was damaged; spans may no longer fit.
    ///
    /// To mend it: restore the text, or convert the readout again.
    ///
    /// Example: a space that an editor removed at the end of a line.
    DigestMismatch = "digest-mismatch", Error;

    /// The name of the record or of its document is not the one that its content gives.
    ///
    /// The same document has the same name everywhere: it is a UUIDv5 of its digest, address, day and part, and the
    /// record's of that name, version and lexicon.
    ///
    /// To mend it: write the name that the message gives, or convert the readout again.
    ///
    /// Example: a record whose `source.url` was filled in by hand afterwards.
    IdentityMismatch = "identity-mismatch", Error;

    /// A date has a day that the calendar does not have.
    ///
    /// Programs that read dates reject it or shift it.
    ///
    /// To mend it: look up the day in the readout.
    ///
    /// Example: `"date": "2023-02-29"`.
    ImpossibleDate = "impossible-date", Error;

    /// An interval does not start before it ends.
    ///
    /// It has no duration; programs reject it or swap its ends.
    ///
    /// To mend it: put the earlier day first; write a single day without a slash.
    ///
    /// Example: `"date": "2025-12-03/2025-12-02"`.
    ReversedInterval = "reversed-interval", Error;

    /// A date comes without its basis or its evidence, or one of these without a date.
    ///
    /// How a date is known decides how far it can be trusted.
    ///
    /// To mend it: give `date`, `date_basis` and (for an event) `date_evidence` together, or none of them.
    ///
    /// Example: `"date": "2025-12-02"` without `date_basis`.
    IncompleteDate = "incomplete-date", Error;

    /// The number of a part is larger than the number of parts.
    ///
    /// The readouts of one page are told apart by it.
    ///
    /// To mend it: count the readouts of the page from 1.
    ///
    /// Example: `"part": {"index": 4, "of": 3}`.
    PartOutOfRange = "part-out-of-range", Error;

    /// An event is dated more than a day after the readout was published.
    ///
    /// A readout tells what has taken place; most often the year is wrong, or the publication date is that of another
    /// page. One day is allowed for time zones.
    ///
    /// To mend it: compare both dates with the readout.
    ///
    /// Example: an event on 2025-12-12 in a readout published on 2025-12-02.
    DateAfterPublication = "date-after-publication", Warning;

    /// A state code is not assigned, or was not at the time of the event.
    ///
    /// Other data sets will not know it. Codes are those of ISO 3166-1, withdrawn ones for their time, and XKX.
    ///
    /// To mend it: use the code of the state at the time.
    ///
    /// Example: `ENG` for the United Kingdom, which has `GBR`.
    UnassignedCode = "unassigned-code", Warning;

    /// A participant acts for a state or an organisation that is not among the event's parties.
    ///
    /// Pairs of states are counted by `parties`; the event would not count for that side.
    ///
    /// To mend it: add whom the participant represents to `parties`.
    ///
    /// Example: Wang Yi, who represents CHN, at an event with the parties `["RUS"]`.
    PartyMissing = "party-missing", Warning;

    /// The speakers of a statement do not fit its attribution.
    ///
    /// A joint statement is that of all parties of its events, one of the publisher that of `source.publisher`, an
    /// attributed one that of somebody.
    ///
    /// To mend it: correct the speakers or the attribution.
    ///
    /// Example: `"attribution": "joint"` with `"speakers": ["CHN"]` at an event of CHN and RUS.
    SpeakerMismatch = "speaker-mismatch", Warning;

    /// An array is not in canonical order.
    ///
    /// Order carries no information, but equal records should be equal files. Actors stand by first evidence, numbered
    /// things by number, spans by start, other values by code point.
    ///
    /// To mend it: let `chancery export` write the record again: it sorts.
    ///
    /// Example: `"parties": ["RUS", "CHN"]`.
    Unsorted = "unsorted", Warning;

    /// The conversion of a document broke off.
    ///
    /// This is a bug in chancery, not a fault of the document; the other documents are converted.
    ///
    /// To mend it: please report it with the document and the message.
    ///
    /// Example: `the conversion broke off: index out of bounds`.
    InternalError = "internal-error", Error;

    /// A file or line is not JSON.
    ///
    /// Nothing of it can be read, or, in NDJSON, nothing of the line; the other lines are read.
    ///
    /// To mend it: look at the place that the finding names. `NaN`, comments, a comma after the last element and half of a
    /// surrogate pair are not JSON; JSON is UTF-8.
    ///
    /// Example: `{"round": NaN}`.
    MalformedJson = "malformed-json", Error;

    /// A key stands twice in one object.
    ///
    /// Programs disagree on which of the two values counts, so the record is not read.
    ///
    /// To mend it: keep one of the two.
    ///
    /// Example: `{"date": "2025-12-02", "date": "2025-12-03"}`.
    DuplicateKey = "duplicate-key", Error;

    /// Arrays and objects are nested deeper than any record is.
    ///
    /// Depth without end is a way to bring programs down, so reading stops at 128 levels.
    ///
    /// To mend it: check where the file comes from; a record nests less than ten levels.
    ///
    /// Example: a file of 100,000 opening brackets.
    NestedTooDeep = "nested-too-deep", Error;

    /// What stands around the records is not as it should be.
    ///
    /// A file of records is one record, an array of records, or an object with the key `readouts`.
    ///
    /// To mend it: put the records into the array `readouts` and nothing beside it but `$schema`.
    ///
    /// Example: `{"readouts": {}}`, where an array is expected.
    MalformedEnvelope = "malformed-envelope", Error;

    /// The context of a JSON-LD file is not the one that chancery writes.
    ///
    /// Under another context the keys mean something else, and one that stands elsewhere is never fetched.
    ///
    /// To mend it: let chancery write the file anew, or turn it into records with a JSON-LD processor.
    ///
    /// Example: `"@context": "https://schema.org"`.
    ForeignContext = "foreign-context", Error;

    /// A derived key of a JSON-LD file says something else than the record.
    ///
    /// Readers of other vocabularies see only the derived key and would be told something wrong.
    ///
    /// To mend it: correct one of the two, or leave the derived key out; it is written anew at the next export.
    ///
    /// Example: `"startDate": "2025-12-03"` beside `"date": "2025-12-02"`.
    DerivedKeyDiffers = "derived-key-differs", Error;

    /// A file is not well-formed XML 1.0 in UTF-8.
    ///
    /// Nothing after the fault can be read.
    ///
    /// To mend it: look at the place that the finding names: an element that is not closed, a bare `&` or `<`, a
    /// character that XML cannot hold.
    ///
    /// Example: `<name>Smith & Sons</name>`.
    MalformedXml = "malformed-xml", Error;

    /// An XML file has a document type declaration.
    ///
    /// It can declare entities that read other files or that grow without bound, and records need none, so the file is
    /// not read.
    ///
    /// To mend it: remove the declaration; write characters themselves instead of entities.
    ///
    /// Example: `<!DOCTYPE readouts SYSTEM "readouts.dtd">`.
    XmlDoctype = "xml-doctype", Error;

    /// An XML file is not laid out as `readouts.xsd` says.
    ///
    /// What stands in the wrong place may not mean what it seems to, so the record is not read.
    ///
    /// To mend it: check the file with `xmllint --schema readouts.xsd`, or let chancery write it.
    ///
    /// Example: `<event><type>meeting</type></event>`, where `type` is an attribute.
    XmlStructure = "xml-structure", Error;
}
