//! The text of a readout in, who took part and who said what out: `cargo run --example convert`.
#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use chancery::convert::convert;
use chancery::document::documents;
use chancery::lexicon::Lexicon;
use chancery::source::{self, Given};

fn main() {
    let text = include_str!("readouts/white-house-call.md");
    let reading = source::read("white-house-call.md", text.as_bytes(), &Given::default());
    for document in reading.pages.into_iter().flat_map(documents) {
        let record = convert(&document, Lexicon::english());
        for event in &record.events {
            let day = event.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
            println!("{}, {day}", event.event_type.as_str());
            for participant in &event.participants {
                println!("  {} ({})", participant.actor, participant.role.as_str());
            }
        }
        for statement in &record.statements {
            let speakers: Vec<_> =
                statement.speakers.iter().map(chancery::record::LocalId::as_str).collect();
            let span = &statement.evidence[0];
            println!(
                "{}..{} {}: {}",
                span.start,
                span.end,
                statement.act.as_str(),
                speakers.join(", ")
            );
        }
    }
}
