//! One input in, how its sentences were read out: coloured for reading, or as JSON with the same content.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use chancery::convert::{Trace, TracedSentence, trace};
use chancery::document::documents;
use chancery::lexicon::Lexicon;
use chancery::record::{Attribution, Event, LocalId, Quotation};
use chancery::{Error, Readout, source};
use serde::Serialize;

use super::args::{Inspect, InspectFormat};
use super::input;
use super::lexicon;
use super::output::Output;
use super::report::{Log, Outcome};

/// Shows how the input was read.
pub(super) fn run(arguments: &Inspect) -> Result<Outcome, Error> {
    let (input, bytes) = input::one(&arguments.input, arguments.stdin_filename.as_deref())?;
    let own = lexicon::read(arguments.words.lexicon.as_deref())?;
    let lexicon = own.as_ref().unwrap_or_else(|| Lexicon::english());
    let reading = source::read(&input.name, &bytes, &arguments.about.given());
    let mut log = Log::new();
    log.report.extend(reading.diagnostics);

    let pages = reading.pages.into_iter().flat_map(documents);
    let traces = pages.map(|document| trace(&document, lexicon));
    let mut out = Output::stdout();
    match arguments.format {
        InspectFormat::Text => {
            let color = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
            for (index, trace) in traces.enumerate() {
                if index > 0 {
                    writeln!(out)?;
                }
                Page { color, trace: &trace }.write(&mut out)?;
            }
        }
        InspectFormat::Json => {
            let traces: Vec<Trace> = traces.collect();
            let readouts = traces.iter().map(Inspected::new).collect();
            let text = serde_json::to_string_pretty(&All { readouts });
            writeln!(out, "{}", text.expect("strings are keys"))?;
        }
    }
    out.finish()?;
    Ok(log.finish())
}

/// The JSON of all readouts in the input.
#[derive(Serialize)]
struct All<'t> {
    readouts: Vec<Inspected<'t>>,
}

/// The JSON of one readout: what of its record concerns the reading, and the sentences.
#[derive(Serialize)]
struct Inspected<'t> {
    id: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'t str>,
    actors: &'t [chancery::record::Actor],
    events: &'t [Event],
    sentences: &'t [TracedSentence],
}

impl<'t> Inspected<'t> {
    fn new(trace: &'t Trace) -> Self {
        let Readout { id, source, actors, events, .. } = &trace.readout;
        let title = source.title.as_deref();
        Self { id: id.as_str(), title, actors, events, sentences: &trace.sentences }
    }
}

/// One readout for reading.
struct Page<'t> {
    color: bool,
    trace: &'t Trace,
}

impl Page<'_> {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let Trace { readout, sentences } = self.trace;
        let strong = self.style(Style::new().bold());
        if let Some(title) = &readout.source.title {
            writeln!(out, "{strong}{}{strong:#}", line(title))?;
        }
        for event in &readout.events {
            writeln!(out, "{} · {}", event.id, self.event(event))?;
        }
        let width = sentences.last().map_or(1, |last| last.number.to_string().len());
        for sentence in sentences {
            let style = self.of(sentence.attribution);
            let (number, text) = (sentence.number, line(&sentence.text));
            writeln!(out, "\n{number:>width$}  {style}{text}{style:#}")?;
            writeln!(out, "{:width$}  {}", "", reading(sentence))?;
        }
        Ok(())
    }

    /// An event in one line: type, mode, name, date, place, who took part.
    fn event(&self, event: &Event) -> String {
        let mut facts = vec![event.event_type.to_string()];
        facts.extend(event.mode.map(|mode| mode.to_string()));
        facts.extend(event.name.clone());
        facts.extend(event.date.zip(event.date_basis).map(|(date, basis)| {
            let basis = basis.as_str();
            format!("{date} ({basis})")
        }));
        facts.extend(event.place.as_ref().map(|place| match &place.country {
            Some(country) => format!("{} ({country})", place.name),
            None => place.name.clone(),
        }));
        let participants = event.participants.iter().map(|one| self.name(&one.actor));
        let participants: Vec<_> = participants.collect();
        facts.extend(Some(participants.join(", ")).filter(|names| !names.is_empty()));
        let parties: Vec<_> = event.parties.iter().map(|party| self.name(party)).collect();
        facts.extend(
            Some(format!("parties {}", parties.join(", "))).filter(|_| !parties.is_empty()),
        );
        line(&facts.join(" · "))
    }

    fn name<'s>(&'s self, id: &'s LocalId) -> &'s str {
        let actor = self.trace.readout.actors.iter().find(|actor| actor.id == *id);
        actor.map_or(id.as_str(), |actor| &actor.name)
    }

    /// The style of a sentence's text.
    fn of(&self, attribution: Option<Attribution>) -> Style {
        self.style(match attribution {
            Some(Attribution::Attributed) => AnsiColor::Green.on_default(),
            Some(Attribution::Joint) => AnsiColor::Yellow.on_default(),
            Some(Attribution::Publisher) => AnsiColor::Magenta.on_default(),
            None => Style::new().dimmed(),
        })
    }

    fn style(&self, style: Style) -> Style {
        if self.color { style } else { Style::new() }
    }
}

/// How a sentence was read, in one line.
fn reading(sentence: &TracedSentence) -> String {
    let (Some(attribution), Some(act), Some(act_rule)) =
        (sentence.attribution, sentence.act, sentence.act_rule)
    else {
        return format!("narration [{}]", sentence.speaker_rule);
    };
    let said = match sentence.speakers.join(", ") {
        names if names.is_empty() => attribution.to_string(),
        names => format!("{attribution}: {names}"),
    };
    let mut facts =
        vec![format!("{said} [{}]", sentence.speaker_rule), format!("{act} [{act_rule}]")];
    facts.extend(sentence.cue.as_ref().map(|cue| format!("cue “{cue}”")));
    facts.extend(sentence.continued.then(|| "continued".to_owned()));
    if sentence.quotation != Quotation::Indirect {
        facts.push(sentence.quotation.to_string());
    }
    line(&facts.join(" · "))
}

/// Text of the input on one line, without control characters that could move the cursor or colour the screen.
fn line(text: &str) -> String {
    let harmless = |c: char| match c {
        '\n' | '\t' => ' ',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    text.chars().map(harmless).collect()
}
