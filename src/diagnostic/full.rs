//! A report in, a text for reading on a terminal out: the line of the file, the words of the readout, what is allowed, help.

use std::io::{self, Write};

use super::concise::{SAMPLES, place};
use super::paint::{Paint, harmless};
use super::{Group, Report};

pub(super) fn write(report: &Report, color: bool, out: &mut dyn Write) -> io::Result<()> {
    for group in report.groups() {
        write_group(&group, Paint::new(color), out)?;
        writeln!(out)?;
    }
    writeln!(out, "{}", report.summary())
}

fn write_group(group: &Group<'_>, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let finding = group.first();
    let (strong, frame) = (paint.strong(), paint.frame());
    let level = paint.level(finding.severity());
    writeln!(
        out,
        "{level}{}[{}]{level:#}{strong}: {}{strong:#}",
        finding.severity(),
        finding.code,
        harmless(&finding.message)
    )?;
    let location = &finding.location;
    let mut known = Vec::new();
    known.extend(Some(place(finding)).filter(|place| !place.is_empty()));
    known.extend(location.record.as_ref().map(|record| format!("record \"{record}\"")));
    known.extend(location.pointer.clone().filter(|pointer| !pointer.is_empty()));
    if !known.is_empty() {
        writeln!(out, "  {frame}-->{frame:#} {}", harmless(&known.join("  ")))?;
    }
    match (&finding.excerpt, &finding.nearest) {
        (Some(excerpt), nearest) => {
            let caret = "^".repeat(excerpt.width);
            let hint = nearest.as_ref().map(|near| format!(" did you mean `{near}`?"));
            writeln!(out, "   {frame}|{frame:#}   {}", excerpt.line)?;
            writeln!(
                out,
                "   {frame}|{frame:#}   {}{level}{caret}{}{level:#}",
                " ".repeat(excerpt.before),
                harmless(&hint.unwrap_or_default())
            )?;
        }
        (None, Some(near)) => note(paint, out, "help", &format!("did you mean `{near}`?"))?,
        (None, None) => {}
    }
    if let Some(sentence) = &finding.sentence {
        let span = location.text.map(|(start, end)| format!(" (characters {start}-{end})"));
        note(paint, out, "text", &format!("\"{sentence}\"{}", span.unwrap_or_default()))?;
    }
    if let Some(allowed) = &finding.allowed {
        note(paint, out, "allowed", allowed)?;
    }
    if let Some(help) = &finding.help {
        note(paint, out, "help", help)?;
    }
    if group.findings.len() > 1 {
        let others = &group.findings[1..];
        let mut places: Vec<_> = others.iter().take(SAMPLES).map(|other| place(other)).collect();
        places.retain(|place| !place.is_empty());
        if others.len() > SAMPLES {
            places.push("…".to_owned());
        }
        let times = format!("{} more like it: {}", others.len(), places.join(", "));
        note(paint, out, "also", times.trim_end_matches(": "))?;
    }
    note(paint, out, "more", &format!("chancery explain {}", finding.code))
}

fn note(paint: Paint, out: &mut dyn Write, name: &str, text: &str) -> io::Result<()> {
    let frame = paint.frame();
    writeln!(out, "   {frame}={frame:#} {:<9}{}", format!("{name}:"), harmless(text))
}
