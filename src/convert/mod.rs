//! Document to record: this file holds only the order of the passes.
//!
//! Conversion cannot fail on content. What the text does not say stays absent, and every fact carries the span it came from.

mod actors;
mod acts;
mod anniversaries;
mod appositions;
mod assemble;
mod attendance;
mod attribution;
mod clauses;
mod completion;
mod counterparts;
mod cues;
mod dates;
mod encounters;
mod event_names;
mod events;
mod further;
mod groups;
mod held;
mod identifiers;
mod names;
mod occasion_words;
mod occasions;
mod offices;
mod organizations;
mod persons;
mod phrases;
mod places;
mod points;
mod promises;
mod pronouns;
mod quotes;
mod reading;
mod references;
mod sessions;
mod shared_sides;
mod sides;
mod speakers;
mod speech;
mod statements;
mod subjects;
mod talk;
mod targets;
mod text_names;
mod topics;
mod trace;
mod trips;
mod unreported;
mod venues;
mod wording;

use crate::document::Document;
use crate::lexicon::token::tokenize;
use crate::lexicon::{Class, Lexicon, Name, Publisher};
use crate::record::{Date, Readout};

pub use trace::{Trace, TracedSentence};

/// Converts one document to the record of its readout.
///
/// ```
/// use chancery::{convert, document, lexicon::Lexicon, source};
///
/// let text = "Minister Meets Ambassador\n\nThe Foreign Minister met today with Ambassador Ana Sol of Chile.\n";
/// let reading = source::read("meeting.txt", text.as_bytes(), &source::Given::default());
/// for page in reading.pages {
///     for document in document::documents(page) {
///         let record = convert::convert(&document, Lexicon::english());
///         assert_eq!(record.events.len(), 1);
///     }
/// }
/// ```
#[must_use]
pub fn convert(document: &Document, lexicon: &Lexicon) -> Readout {
    passes(document, lexicon, |readout, _, _| readout)
}

/// Converts one document as [`convert`] does, and tells how each sentence was read and by which rules.
#[must_use]
pub fn trace(document: &Document, lexicon: &Lexicon) -> Trace {
    passes(document, lexicon, trace::trace)
}

/// All passes in order; `result` gets the record and what it was made of.
fn passes<T>(
    document: &Document,
    lexicon: &Lexicon,
    result: impl FnOnce(Readout, &reading::Reading<'_>, &[attribution::SentenceReading]) -> T,
) -> T {
    let publisher = publisher(document, lexicon);
    let home = match publisher {
        Some(publisher) => home(publisher, lexicon),
        None => document.metadata.publisher.as_deref().and_then(|name| named_home(name, lexicon)),
    };
    let reading = reading::Reading::new(document, lexicon, publisher, home);
    let mentions = persons::mentions(&reading);
    let cast = actors::Cast::new(&reading, mentions);
    let quotes = quotes::Quotes::new(document, lexicon);
    let published = document
        .metadata
        .published
        .or_else(|| dates::told_today(&reading))
        .or(document.year.map(Date::Year));
    let happenings = events::events(&reading, &cast, &quotes, published);
    let scene = attribution::Scene::new(&reading, &cast, &quotes, &happenings);
    let sentences = attribution::sentences(&scene);
    let references = references::references(&reading, &cast, &happenings, published);
    let readout = assemble::assemble(&assemble::Findings {
        reading: &reading,
        cast: &cast,
        sentences: &sentences,
        happenings: &happenings,
        references: &references,
        publisher,
    });
    result(readout, &reading, &sentences)
}

/// The side that a publisher speaks for: its state, or the organisation that it is.
fn home(publisher: &Publisher, lexicon: &Lexicon) -> Option<persons::Side> {
    let body =
        || lexicon.organizations.iter().position(|organization| organization.id == publisher.id);
    lexicon
        .state_index(&publisher.state)
        .map(persons::Side::State)
        .or_else(|| body().map(|index| sides::represented(lexicon, index as u16)))
}

/// The side that a publisher unknown to the lexicon speaks for, where its name says so: "Embassy of Chile", "Ministry of
/// Finance, Republic of Korea".
fn named_home(publisher: &str, lexicon: &Lexicon) -> Option<persons::Side> {
    let mut tokens = Vec::new();
    tokenize(publisher, 0..publisher.len(), &mut tokens);
    let official = tokens.iter().any(|token| {
        let word = token.text(publisher);
        [Class::BodyHead, Class::BodyTail, Class::OfficeHead, Class::OfficePart]
            .iter()
            .any(|&class| lexicon.is(word, class))
    });
    if !official {
        return None;
    }
    let words = lexicon.words.spellings(publisher, &tokens);
    let named = |at: usize| match lexicon.names.longest(&words[at..])?.1 {
        Name::State(state) | Name::Demonym(state) => Some(persons::Side::State(state)),
        Name::Organization(body) => Some(sides::represented(lexicon, body)),
        _ => None,
    };
    let (at, first) = (0..tokens.len()).find_map(|at| Some((at, named(at)?)))?;
    // "Ministry of Foreign and CARICOM Affairs of Trinidad": the state behind is whose ministry it is; "EU Mission to Chile".
    let owner = (at + 2..tokens.len())
        .filter(|&at| matches!(tokens[at - 1].text(publisher), "of" | ","))
        .find_map(named)
        .filter(|side| at > 0 && matches!(side, persons::Side::State(_)));
    Some(match first {
        persons::Side::State(_) => first,
        persons::Side::Organization(_) => owner.unwrap_or(first),
    })
}

/// The publisher by its name, else by the address of the document.
fn publisher<'l>(document: &Document, lexicon: &'l Lexicon) -> Option<&'l Publisher> {
    let metadata = &document.metadata;
    match metadata.publisher.as_deref() {
        Some(name) => lexicon.publisher(name),
        None => lexicon.publisher_of_url(metadata.url.as_deref()?),
    }
}
