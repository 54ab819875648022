//! Text as blocks and sentences, each a span; splitting one page into its readouts; site furniture.
//!
//! Nothing about diplomacy beyond what a dateline looks like.

mod dateline;
mod frame;
mod labels;
mod layout;
mod parts;
mod sentences;

use std::cell::LazyCell;
use std::ops::Range;

use crate::record::{Date, GivenField, Part};
use crate::source::{Block, BlockKind, Mark, Metadata, Page, dates, day_of_path, mark};

/// Version of the rules by which text is rendered.
pub const TEXT_RULES: &str = "1";

/// One readout of a page as text: what a record is made from. All spans are bytes of `text`.
#[derive(Debug, Clone)]
pub struct Document {
    /// Name for findings.
    pub name: String,
    /// The rendered readout; all spans refer to it.
    pub text: String,
    /// The title's span, if there is a title; it is the first block.
    pub title: Option<Range<usize>>,
    /// The blocks of the text, in order, those that are no content among them.
    pub blocks: Vec<Block>,
    /// The sentences of the body, in order. Title, headings, headers and furniture have none.
    pub sentences: Vec<Sentence>,
    /// The dateline or date block, if there is one.
    pub dateline: Option<Dateline>,
    /// What is known besides the text.
    pub metadata: Metadata,
    /// The year that the other readouts of the page agree on, where this one has no day of its own.
    pub year: Option<i16>,
    /// Which of several readouts on the page this is.
    pub part: Option<Part>,
    /// Media type of the input.
    pub media_type: &'static str,
    /// Digest of the input's bytes.
    pub sha256: crate::record::Sha256,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the text, without white space around it, without a dateline before it.
    pub span: Range<usize>,
    /// Index of its block.
    pub block: usize,
    /// Label of the speaker that a transcript puts before its turn ("President of Brazil Jair Bolsonaro"), if any: it
    /// holds for all sentences up to the next label.
    pub label: Option<Range<usize>>,
    /// Whether it is an item of a list whose lead-in is the nearest sentence before that is none.
    pub list_item: bool,
}

/// When and where a document says that it was issued, or that its event took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// The dateline as written, without the dash that closes it.
    pub span: Range<usize>,
    /// The date in it and its span; [`Date::YearlessDay`] where the year is left out.
    pub date: Option<(Date, Range<usize>)>,
    /// Hour of the day as written ("18:50"), which marks a Kremlin date block or a web page's time stamp.
    pub hour: Option<Range<usize>>,
    /// The place in it ("The Kremlin, Moscow", "MOSCOW"), if any.
    pub place: Option<Range<usize>>,
    /// Whether it is a block of its own (a date block) and not the beginning of a paragraph.
    pub own_block: bool,
}

/// Splits a page into its readouts, and each into blocks and sentences.
#[must_use]
pub fn documents(page: Page) -> Vec<Document> {
    let Page { name, media_type, sha256, text: whole, blocks, metadata } = page;
    let month_first = metadata.url.as_deref().is_some_and(month_first);
    let mut blocks = layout::classify(&whole, blocks, month_first);
    let parts = parts::split(&whole, &mut blocks, month_first);
    let of = parts.len();
    let page_dates = LazyCell::new(|| dates(&whole, false));
    let mut documents = Vec::with_capacity(of);
    for (index, part) in parts.iter().enumerate() {
        let (text, blocks) = if of == 1 {
            (whole.clone(), std::mem::take(&mut blocks))
        } else {
            cut(&whole, &blocks[part.blocks.clone()])
        };
        let mut document = Document {
            name: name.clone(),
            text,
            title: None,
            blocks,
            sentences: Vec::new(),
            dateline: None,
            year: None,
            metadata: part_metadata(&metadata, part, index),
            part: (of > 1).then(|| Part { index: index as u16 + 1, of: of as u16 }),
            media_type,
            sha256: sha256.clone(),
        };
        read(&mut document, month_first);
        publish(&mut document, || page_dates.as_slice());
        documents.push(document);
    }
    let year = agreed_year(&documents);
    for document in documents.iter_mut().filter(|document| document.metadata.published.is_none()) {
        document.year = year;
    }
    documents
}

/// The year of publication of all readouts of a page that have one.
fn agreed_year(documents: &[Document]) -> Option<i16> {
    let mut years = documents.iter().filter_map(|document| match document.metadata.published {
        Some(Date::Day(year, ..)) => Some(year),
        _ => None,
    });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// Whether a date with slashes begins with the month: on sites of the United States.
fn month_first(url: &str) -> bool {
    let host =
        url.split("//").nth(1).unwrap_or(url).split(['/', ':', '?']).next().unwrap_or_default();
    host.rsplit('.').next().is_some_and(|domain| matches!(domain, "gov" | "mil"))
}

/// What is known about a part of a page.
fn part_metadata(page: &Metadata, part: &parts::Part, index: usize) -> Metadata {
    let mut metadata = page.clone();
    if index > 0 || part.quoted {
        metadata.title = None;
        metadata.given.retain(|field| *field != GivenField::Title);
    }
    if part.quoted && part.publisher.is_some() {
        metadata.host = metadata.host.or_else(|| metadata.publisher.clone());
        if metadata.given.contains(&GivenField::Publisher) {
            metadata.given.retain(|field| *field != GivenField::Publisher);
            metadata.given.push(GivenField::Host);
            metadata.given.sort_unstable_by_key(|field| field.as_str());
        }
        metadata.publisher.clone_from(&part.publisher);
    }
    metadata
}

/// Cuts a part out of the page's text, without the furniture around it.
fn cut(text: &str, blocks: &[Block]) -> (String, Vec<Block>) {
    let content = |block: &Block| block.kind != BlockKind::Furniture;
    let first = blocks.iter().position(content).unwrap_or_default();
    let last = blocks.iter().rposition(content).map_or(first, |last| last + 1);
    let blocks = &blocks[first..last];
    let start = blocks.first().map_or(0, |block| block.span.start);
    let end = blocks.last().map_or(start, |block| block.span.end);
    let shifted = |block: &Block| Block {
        span: block.span.start - start..block.span.end - start,
        kind: block.kind,
    };
    (text[start..end].to_owned(), blocks.iter().map(shifted).collect())
}

/// Finds title, dateline and sentences.
fn read(document: &mut Document, month_first: bool) {
    let text = &document.text;
    let title = layout::titles(text, &mut document.blocks);
    document.title = title.map(|title| document.blocks[title].span.clone());
    if let Some(title) = &document.title {
        document.metadata.title = Some(text[title.clone()].replace('\n', " "));
    }
    let blocks = &document.blocks;
    let body: Vec<usize> = (0..blocks.len())
        .filter(|index| {
            matches!(
                blocks[*index].kind,
                BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Row
            )
        })
        .collect();
    // A dateline before the first paragraph, or the second where the first is a lead.
    let inline = body.iter().take(2).find_map(|index| {
        let (dateline, start) = dateline::inline(text, &blocks[*index].span, month_first)?;
        Some((*index, dateline, start))
    });
    let told =
        inline.as_ref().and_then(|(_, dateline, _)| dateline.date.as_ref()).map(|found| found.0);
    let header = date_block(text, blocks, month_first, told);
    let mut labels = labels(text, blocks).into_iter().peekable();

    let mut label = None;
    let mut sentences = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        match block.kind {
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Row => {}
            BlockKind::Title | BlockKind::Heading | BlockKind::Furniture => {
                label = None;
                continue;
            }
            BlockKind::Header => continue,
        }
        let mut start = inline
            .as_ref()
            .filter(|(at, ..)| *at == index)
            .map_or(block.span.start, |(_, _, start)| *start);
        let list_item = block.kind == BlockKind::ListItem;
        let first = sentences.len();
        let add = |sentences: &mut Vec<Sentence>, range, label: &Option<Range<usize>>| {
            sentences.extend(sentences::split(text, range).into_iter().map(|span| Sentence {
                span,
                block: index,
                label: label.clone(),
                list_item,
            }));
        };
        while let Some((_, found)) = labels.next_if(|(at, _)| *at == index) {
            if found.span.start > start {
                add(&mut sentences, start..found.span.start, &label);
            }
            label = Some(found.span);
            start = found.speech;
        }
        add(&mut sentences, start..block.span.end, &label);
        // "Read the full text here." behind the last sentence of a paragraph.
        while let Some(last) = sentences.last().filter(|_| sentences.len() > first)
            && mark(&text[last.span.clone()]) == Some(Mark::Furniture)
        {
            sentences.pop();
        }
        // "<…>": what follows is no longer the same speech.
        if text[block.span.clone()].ends_with(['>', ']']) {
            label = None;
        }
    }
    document.sentences = sentences;
    document.dateline = match (header, inline) {
        (Some(header), _) => Some(header),
        (None, inline) => inline.map(|(_, dateline, _)| dateline),
    };
}

/// The date block: the first header with a date, with hour and place in it; one with the day of the dateline before others,
/// since the first of a page may be the day on which it was read.
fn date_block(
    text: &str,
    blocks: &[Block],
    month_first: bool,
    told: Option<Date>,
) -> Option<Dateline> {
    let headers = blocks.iter().filter(|block| block.kind == BlockKind::Header);
    let mut found = headers.filter_map(|block| {
        if let Some(dateline) = dateline::block(text, &block.span, month_first) {
            return Some(dateline);
        }
        let lines = layout::header_lines(text, &block.span);
        lines
            .iter()
            .find_map(|line| dateline::block(text, line, month_first))
            .or_else(|| lines.iter().find_map(|line| dateline::keyed(text, line, month_first)))
    });
    let first = found.next()?;
    let day = |dateline: &Dateline| match (told, dateline.date.as_ref()?.0) {
        (Some(Date::YearlessDay(month, day)), date @ Date::Day(..)) => nearest(month, day, date, 3),
        _ => None,
    };
    if told.is_some() && day(&first).is_none() {
        return found.find(|dateline| day(dateline).is_some()).or(Some(first));
    }
    Some(first)
}

/// The labels of a transcript by block, some of them inside a paragraph that runs turns together. One paragraph that begins
/// with capitalised words and a colon makes no transcript.
fn labels(text: &str, blocks: &[Block]) -> Vec<(usize, labels::Label)> {
    let found: Vec<(usize, labels::Label)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kind == BlockKind::Paragraph)
        .flat_map(|(index, block)| {
            let first = labels::label(text, &block.span).into_iter();
            first.chain(labels::inner(text, &block.span)).map(move |label| (index, label))
        })
        .collect();
    let Some((first, _)) = found.first() else { return found };
    let parted = blocks[..*first].iter().any(|block| {
        block.kind == BlockKind::Furniture
            && !text[block.span.clone()].contains(char::is_alphanumeric)
    });
    let repeated =
        found.iter().enumerate().any(|(index, (_, label))| {
            found[..index].iter().rev().take(8).any(|(_, other)| {
                labels::same(&text[other.span.clone()], &text[label.span.clone()])
            })
        });
    if parted || repeated || found.iter().any(|(_, label)| label.sure) { found } else { Vec::new() }
}

/// Takes the day of publication from the dateline, where nothing else says it or where the page has several readouts.
fn publish<'a>(document: &mut Document, page: impl Fn() -> &'a [(Date, Range<usize>)]) {
    let dated = document.dateline.as_ref().and_then(|dateline| dateline.date.clone());
    let Some((date, _)) = dated else {
        if document.metadata.published.is_none() {
            let title = document.title.clone().map(|title| &document.text[title]);
            let metadata = &mut document.metadata;
            let address = || metadata.url.as_deref().and_then(day_of_path);
            metadata.published = title.and_then(dateline::of_title).or_else(address);
        }
        return;
    };
    let metadata = &mut document.metadata;
    let given = metadata.given.contains(&GivenField::Published);
    let known = metadata.published.filter(|_| document.part.is_none());
    let found = match date {
        Date::Day(..) if known.is_none() || given => Some(date),
        Date::YearlessDay(month, day) if known.is_none() => metadata
            .published
            .and_then(|published| nearest(month, day, published, 183))
            .or_else(|| completed(month, day, &dates(&document.text, false)))
            .or_else(|| completed(month, day, page())),
        _ => None,
    };
    if found.is_some() {
        metadata.published = found;
        metadata.given.retain(|field| *field != GivenField::Published);
    } else if document.part.is_some_and(|part| part.index > 1) {
        metadata.published = metadata.published.filter(|_| given);
    }
}

/// A day with the year of the first full date that is within a month of it.
fn completed(month: u8, day: u8, dates: &[(Date, Range<usize>)]) -> Option<Date> {
    dates.iter().find_map(|(date, _)| nearest(month, day, *date, 31))
}

/// The day in the year in which it is nearest to another day, if that is within `limit` days.
fn nearest(month: u8, day: u8, to: Date, limit: i32) -> Option<Date> {
    let civil = |year: i16, month: u8, day: u8| {
        jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let Date::Day(year, to_month, to_day) = to else { return None };
    let to = civil(year, to_month, to_day)?;
    (year - 1..=year + 1)
        .filter_map(|year| {
            let days = to.since(civil(year, month, day)?).ok()?.get_days().abs();
            (days <= limit).then_some((days, Date::Day(year, month, day)))
        })
        .min()
        .map(|(_, date)| date)
}
