//! The command line's grammar, as clap types: what each command takes and the text of its help.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use chancery::diagnostic::Style;
use chancery::export::Format;
use chancery::record::{Date, Language, TextKept};
use chancery::source::Given;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

/// Heading of the options that say what the input does not.
const ABOUT: &str = "What the input does not say";

/// Turn governments' readouts of meetings, calls and visits into typed, cited, validated records.
///
/// A readout is the official account that a government publishes of a diplomatic exchange. chancery reads it, finds who
/// took part, what took place, who said what and what was referred to, and writes a record in which every fact carries the
/// span of text that it came from. Nothing is guessed, nothing is looked up on the network, and the same input always
/// gives the same bytes.
#[derive(Debug, Parser)]
#[command(
    name = "chancery",
    version,
    max_term_width = 100,
    after_help = "Exit status: 0 fine (warnings allowed), 1 errors were found in the data, 2 the run could not go on, \
                  130 interrupted by Ctrl-C.\n\n\
                  Examples:\n  \
                  chancery export readout.txt                          one record as JSON\n  \
                  chancery export -o records.jsonld readouts/          a folder as one JSON-LD file\n  \
                  chancery validate records.jsonld                     check records, also other people's\n  \
                  chancery explain span-outside-text                   what a finding means"
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Export(Export),
    Validate(Validate),
    Inspect(Inspect),
    Text(Text),
    Schema(Schema),
    Explain(Explain),
    Completions(Completions),
}

/// Convert readouts into records, validate them and write them.
///
/// Reads plain text, Markdown with front matter, web pages (HTML), and NDJSON with one readout a line
/// ({"text" or "html", "title", "published", "url", "publisher", "language"}), and web archives (WARC, the web pages in
/// them), each also packed as .gz or .zst. Streams and archives may have any size. A page may hold several readouts; each
/// becomes a record. Records that chancery wrote earlier (JSON, NDJSON, JSON-LD, XML) are read too and written in the
/// format asked for.
///
/// Data go to standard output or to the file named by -o; findings go to standard error. One bad input does not stop the
/// others: it is reported, and the exit status says so. Ctrl-C ends a run after the readouts in hand; --resume goes on.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    chancery export meeting.txt                                        JSON, laid out for reading\n  \
    chancery export --format jsonld readouts/ > records.jsonld         a whole folder as linked data\n  \
    chancery export -o records.ndjson -j 4 corpus/*.ndjson             the name tells the format\n  \
    chancery export --output-dir out --format xml readouts/            one file for each input\n  \
    curl -s URL | chancery export --stdin-filename page.html --url URL --publisher 'The White House' -\n  \
    chancery export --resume -o news.ndjson crawl-*.warc.gz            goes on if it was interrupted\n  \
    chancery export --text none -o shareable.json readouts/            facts and spans, no texts\n  \
    chancery export -o records.xml records.json                        from one format to another")]
pub(super) struct Export {
    #[command(flatten)]
    pub(super) inputs: Inputs,
    #[command(flatten)]
    pub(super) about: About,
    #[command(flatten)]
    pub(super) words: Words,
    /// Format of the output [default: by the extension of the -o file; else json for one input, ndjson for several]
    #[arg(short, long, value_parser = format_parser(), help_heading = "Output")]
    pub(super) format: Option<Format>,
    /// Write to FILE, which is called FILE.partial until it is complete
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub(super) output: Option<PathBuf>,
    /// Write one file for each input into DIR, named after the input
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "output", help_heading = "Output")]
    pub(super) output_dir: Option<PathBuf>,
    /// Go on where an interrupted run of the same command stopped; begin at the beginning where none did
    ///
    /// A run that writes to a file or a folder notes now and then how far it has come, in FILE.checkpoint or
    /// DIR/chancery.checkpoint, and removes the note at the end. The output is the same, byte for byte, as that of a run
    /// that was never interrupted. Other options, another version of chancery or other inputs are refused.
    #[arg(long, help_heading = "Output")]
    pub(super) resume: bool,
    /// How much of the text to keep: all; the quoted spans with a little context; or none, only facts and spans
    #[arg(long, value_parser = text_parser(), default_value = "full", help_heading = "Output")]
    pub(super) text: TextKept,
    #[command(flatten)]
    pub(super) threads: Threads,
}

/// Check records against the schema and the integrity rules.
///
/// Reads JSON, NDJSON, JSON-LD and XML, whoever wrote them. A finding names the file, the line and the column, what is wrong
/// and what would be right; `chancery explain CODE` says more. Findings go to standard output.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    chancery validate records.jsonld\n  \
    chancery validate data/                                            all files of records in a folder\n  \
    chancery validate --output-format github data/                     annotations in GitHub Actions\n  \
    chancery validate --output-format sarif data/ > chancery.sarif     for code scanning\n  \
    chancery validate --output-format junit data/ > report.xml         for GitLab and Jenkins\n\n\
    Exit status: 0 fine (warnings allowed), 1 errors were found, 2 something could not be read.")]
pub(super) struct Validate {
    #[command(flatten)]
    pub(super) inputs: Inputs,
    /// How to write the findings [default: full on a terminal, else concise]
    #[arg(long, value_name = "STYLE", value_parser = style_parser(), help_heading = "Output")]
    pub(super) output_format: Option<Style>,
    /// Number of findings to show; all are counted
    #[arg(long, value_name = "N", default_value_t = 1_000, help_heading = "Output")]
    pub(super) max_findings: usize,
    #[command(flatten)]
    pub(super) threads: Threads,
}

/// Show how a text was read, sentence by sentence, and by which rules.
///
/// Each sentence is shown with who says it, the act, the word that reports it, and the names of the rules that decided;
/// docs/rules.md says what the rules mean. Colours tell attribution: named speakers green, all sides together yellow, the
/// publisher magenta, narration dim.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    chancery inspect call.md\n  \
    chancery inspect --publisher 'The White House' --published 2031-05-12 call.txt\n  \
    chancery inspect --format json call.md                             the same for programs")]
pub(super) struct Inspect {
    /// File, or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) input: PathBuf,
    /// Name that tells the format of standard input, for example page.html
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<String>,
    /// How to show it
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: InspectFormat,
    #[command(flatten)]
    pub(super) about: About,
    #[command(flatten)]
    pub(super) words: Words,
}

/// Ways to show how a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum InspectFormat {
    /// For reading
    Text,
    /// For programs
    Json,
}

/// Print the text of a readout, exactly as its record's spans count it.
///
/// Spans count Unicode code points of this text, from 0. Where a page holds several readouts their texts are parted by a
/// form feed on a line of its own; --part prints one of them.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    chancery text page.html\n  \
    chancery text --part 2 page.html | sha256sum          the record's source.text_sha256")]
pub(super) struct Text {
    /// File, or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) input: PathBuf,
    /// Name that tells the format of standard input, for example page.html
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<String>,
    /// Print only the Nth readout, from 1
    #[arg(long, value_name = "N")]
    pub(super) part: Option<NonZeroUsize>,
}

/// Print, write or compare the schema files.
///
/// They describe the records to other tools: JSON Schema (open, strict, and of a whole file), JSON-LD context, XML Schema,
/// SHACL shapes, SKOS vocabulary and code lists. Without arguments, lists their names.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  \
    chancery schema                                       the names\n  \
    chancery schema readout.schema.json                   print one\n  \
    chancery schema --all schemas                         write all into a folder\n  \
    chancery schema --all schemas --check                 exit with 1 if the folder is stale\n  \
    chancery schema codebook.md                           print the codebook\n  \
    chancery schema diff old.schema.json new.schema.json  say what changed; exit with 1 if it breaks readers",
    args_conflicts_with_subcommands = true
)]
pub(super) struct Schema {
    /// What else to do with schemas
    #[command(subcommand)]
    pub(super) action: Option<SchemaAction>,
    /// Name of the file to print
    #[arg(value_name = "NAME", conflicts_with = "all")]
    pub(super) name: Option<String>,
    /// Write all files into DIR
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) all: Option<PathBuf>,
    /// Write nothing; name the files in DIR that are missing or stale, and exit with 1 if there are any
    #[arg(long, requires = "all")]
    pub(super) check: bool,
}

/// What can be done with schemas beside printing and writing them.
#[derive(Debug, Subcommand)]
pub(super) enum SchemaAction {
    /// Say what changed between two JSON Schemas of records, and whether it asks for a new major version
    Diff {
        /// The schema before
        #[arg(value_name = "OLD", value_hint = ValueHint::FilePath)]
        old: PathBuf,
        /// The schema after
        #[arg(value_name = "NEW", value_hint = ValueHint::FilePath)]
        new: PathBuf,
    },
}

/// Print the manual entry of a finding's code.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  chancery explain no-text\n  chancery explain              the list of codes"
)]
pub(super) struct Explain {
    /// Code, as a finding shows it in brackets
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
}

/// Print a completion script for a shell.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  chancery completions bash > ~/.local/share/bash-completion/completions/chancery"
)]
pub(super) struct Completions {
    /// Shell
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

/// What to read.
#[derive(Debug, Args)]
pub(super) struct Inputs {
    /// Files, folders (searched recursively, in sorted order, honouring .gitignore), or - for standard input
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub(super) paths: Vec<PathBuf>,
    /// Read the names of inputs from FILE, one a line; - for standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Input")]
    pub(super) files_from: Option<PathBuf>,
    /// Name for standard input: used in findings, and its extension tells the format
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub(super) stdin_filename: Option<String>,
}

/// What the caller knows about a readout and the input may not say.
#[derive(Debug, Args)]
pub(super) struct About {
    /// Who issued the readouts: a name or an id of the lexicon's publishers, for example "The White House"
    #[arg(long, help_heading = ABOUT, value_name = "NAME")]
    pub(super) publisher: Option<String>,
    /// Day of publication, for example 2025-12-02
    #[arg(long, help_heading = ABOUT, value_name = "DATE")]
    pub(super) published: Option<Date>,
    /// Language of the text, for example en
    #[arg(long, help_heading = ABOUT, value_name = "TAG")]
    pub(super) language: Option<Language>,
    /// Address of the readout (one input only)
    #[arg(long, help_heading = ABOUT, value_name = "URL", value_hint = ValueHint::Url)]
    pub(super) url: Option<String>,
    /// Title of the readout (one input only)
    #[arg(long, help_heading = ABOUT, value_name = "TITLE")]
    pub(super) title: Option<String>,
}

/// What the words of a text mean.
#[derive(Debug, Args)]
pub(super) struct Words {
    /// Add the tables (*.tsv) in DIR to the lexicon; their rows count before those of the same name
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = "Lexicon")]
    pub(super) lexicon: Option<PathBuf>,
}

impl About {
    /// The same, as the library takes it.
    pub(super) fn given(&self) -> Given {
        Given {
            title: self.title.clone(),
            published: self.published,
            url: self.url.clone(),
            publisher: self.publisher.clone(),
            language: self.language.clone(),
        }
    }
}

/// How many threads to use.
#[derive(Debug, Args)]
pub(super) struct Threads {
    /// Number of threads; the output does not depend on it [default: one for each core]
    #[arg(short = 'j', long = "threads", value_name = "N")]
    threads: Option<NonZeroUsize>,
}

impl Threads {
    /// The number to use.
    pub(super) fn number(&self) -> usize {
        let number = self.threads.map_or_else(std::thread::available_parallelism, Ok);
        number.map_or(1, NonZeroUsize::get)
    }
}

fn style_parser() -> impl TypedValueParser<Value = Style> {
    PossibleValuesParser::new(Style::ALL.iter().map(|style| style.as_str()))
        .map(|name| name.parse().expect("the names offered are those of styles"))
}

fn text_parser() -> impl TypedValueParser<Value = TextKept> {
    PossibleValuesParser::new(TextKept::ALL.iter().map(|kept| kept.as_str()))
        .map(|name| name.parse().expect("the names offered are those of the vocabulary"))
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.name()))
        .map(|name| name.parse().expect("the names offered are those of formats"))
}
