//! A record and how much of the text it may keep in, the record without the rest out: for sharing where texts are not free.

use crate::record::{Evidence, Readout, TextKept};

/// Code points of context that a quoted span keeps on either side.
const CONTEXT: usize = 32;

/// Leaves out what goes beyond `kept`; what is already gone stays gone. Facts, spans and digests stay.
///
/// With `quotes`, every span carries the words that it delimits and a little context, so that it can be found again in
/// another copy of the text; with `none`, no words of the text are left but names, titles and cues.
pub fn reduce(record: &mut Readout, kept: TextKept) {
    let kept = record.source.text_kept.max(kept);
    record.source.text_kept = kept;
    let text = match kept {
        TextKept::Full => return,
        TextKept::Quotes | TextKept::None => record.source.text.take(),
    };
    if kept == TextKept::Quotes {
        if let Some(text) = text {
            let text = Text::new(&text);
            evidence(record).for_each(|span| text.quote(span));
        }
    } else {
        for span in evidence(record) {
            *span = Evidence::new(span.start, span.end);
        }
        record.statements.iter_mut().for_each(|statement| statement.text = None);
    }
}

/// All evidence of a record.
fn evidence(record: &mut Readout) -> impl Iterator<Item = &mut Evidence> {
    let actors = record.actors.iter_mut().flat_map(|actor| {
        actor
            .evidence
            .iter_mut()
            .chain(actor.offices.iter_mut().flat_map(|office| &mut office.evidence))
    });
    let events = record.events.iter_mut().flat_map(|event| {
        let place = event.place.iter_mut().flat_map(|place| &mut place.evidence);
        let participants = event.participants.iter_mut().flat_map(|one| &mut one.evidence);
        event.evidence.iter_mut().chain(&mut event.date_evidence).chain(place).chain(participants)
    });
    let statements = record
        .statements
        .iter_mut()
        .flat_map(|statement| statement.evidence.iter_mut().chain(&mut statement.cue_evidence));
    let references = record.references.iter_mut().flat_map(|reference| &mut reference.evidence);
    actors.chain(events).chain(statements).chain(references)
}

/// A text by code points.
struct Text<'t> {
    text: &'t str,
    /// The byte at which each code point begins, and the end.
    starts: Vec<usize>,
}

impl<'t> Text<'t> {
    fn new(text: &'t str) -> Self {
        let starts = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
        Self { text, starts }
    }

    /// The code points from `start` to `end`, as far as there are any.
    fn slice(&self, start: usize, end: usize) -> String {
        let byte = |point: usize| self.starts[point.min(self.starts.len() - 1)];
        self.text.get(byte(start)..byte(end)).unwrap_or_default().to_owned()
    }

    fn quote(&self, span: &mut Evidence) {
        let (start, end) = (span.start as usize, span.end as usize);
        span.quote = Some(self.slice(start, end));
        span.prefix = Some(self.slice(start.saturating_sub(CONTEXT), start));
        span.suffix = Some(self.slice(end, end + CONTEXT));
    }
}
