//! A finding and its record in, the finding with the record's title and the words of the readout it is about out.

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::record::Evidence;
use crate::validate::facts::Text;

/// Code points of the text that are shown before and after a span.
const AROUND: usize = 60;

/// Adds the title of the record, and the line of the text around the span that the faulty fact rests on.
pub(super) fn add(finding: &mut Diagnostic, record: &Value) {
    let source = &record["source"];
    let title = source["title"].as_str().or_else(|| record["id"].as_str());
    finding.location.record = title.map(|title| clip(title, 100));
    let Some(text) = source["text"].as_str() else { return };
    let pointer = finding.location.pointer.as_deref().unwrap_or_default();
    let Some((start, end)) = span(record, pointer) else { return };
    let text = Text::new(text);
    let Some(words) = text.get(&Evidence::new(start, end)) else { return };
    finding.location.text = Some((start, end));
    let line = |part: &str| part.replace(['\n', '\t'], " ");
    let before = Evidence::new(start.saturating_sub(AROUND as u32), start);
    let after = Evidence::new(end, (end as usize + AROUND).min(text.length()) as u32);
    // The sentence most often ends in the same block: what stands beyond a line break is of another.
    let lead = text.get(&before).and_then(|s| s.rsplit('\n').next()).unwrap_or_default();
    let trail = text.get(&after).and_then(|s| s.split('\n').next()).unwrap_or_default();
    let opening = if lead.chars().count() == AROUND { "…" } else { "" };
    let closing = if trail.chars().count() == AROUND { "…" } else { "" };
    finding.sentence =
        Some(format!("{opening}{}{}{}{closing}", line(lead), clip(&line(words), 240), line(trail)));
}

/// The span that the value at `pointer` rests on: its own evidence, or that of the nearest thing around it.
fn span(record: &Value, pointer: &str) -> Option<(u32, u32)> {
    let last = pointer.rsplit('/').next().unwrap_or_default();
    let of = |object: &Value, key: &str| {
        let span = object.get(key)?.get(0)?;
        let offset = |key| span.get(key)?.as_u64()?.try_into().ok();
        Some((offset("start")?, offset("end")?))
    };
    let own = match last {
        "date" | "date_basis" => Some("date_evidence"),
        "cue" => Some("cue_evidence"),
        _ => None,
    };
    let mut found = None;
    let mut here = record;
    for step in pointer.split('/').skip(1) {
        here = match here {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
            object => match object.get(step) {
                Some(value) => value,
                None => break,
            },
        };
        let own = own.and_then(|key| of(here, key));
        found = own.or_else(|| of(here, "evidence")).or(found);
    }
    found
}

fn clip(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
