//! Files of a language pack in, a lexicon out.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::check::{check, key};
use super::phrases::Phrases;
use super::table::{Row, rows};
use super::{
    Class, Cue, CueRule, Encounter, Expression, Form, Lexicon, List, Name, Named, Organization,
    Place, Publisher, State, Tense, Words, fold,
};
use crate::error::Error;
use crate::record::{Iri, ReferenceKind, sha256};

/// Version of the English pack: year and issue.
const VERSION: &str = "2026.1";

/// The files of the English pack, in alphabetical order.
pub(super) const ENGLISH: [(&str, &str); 12] = [
    ("cues.tsv", include_str!("en/cues.tsv")),
    ("encounters.tsv", include_str!("en/encounters.tsv")),
    ("expressions.tsv", include_str!("en/expressions.tsv")),
    ("objects.tsv", include_str!("en/objects.tsv")),
    ("organizations.tsv", include_str!("en/organizations.tsv")),
    ("places.tsv", include_str!("en/places.tsv")),
    ("publishers.tsv", include_str!("en/publishers.tsv")),
    ("reference-nouns.tsv", include_str!("en/reference-nouns.tsv")),
    ("references.tsv", include_str!("en/references.tsv")),
    ("states.tsv", include_str!("en/states.tsv")),
    ("topics.tsv", include_str!("en/topics.tsv")),
    ("words.tsv", include_str!("en/words.tsv")),
];

const CLASSES: &[(&str, Class)] = &[
    ("not-name", Class::NotName),
    ("office-head", Class::OfficeHead),
    ("office-part", Class::OfficePart),
    ("rank", Class::Rank),
    ("honorific", Class::Honorific),
    ("particle", Class::Particle),
    ("suffix", Class::Suffix),
    ("month", Class::Month),
    ("weekday", Class::Weekday),
    ("joint-noun", Class::JointNoun),
    ("member", Class::Member),
    ("oration", Class::Oration),
    ("joint-determiner", Class::JointDeterminer),
    ("starter", Class::Starter),
    ("adverb-other", Class::Adverb),
    ("auxiliary", Class::Auxiliary),
    ("modal", Class::Modal),
    ("pronoun-person", Class::PronounPerson),
    ("pronoun-joint", Class::PronounJoint),
    ("encounter-noun", Class::EncounterNoun),
    ("body-head", Class::BodyHead),
    ("body-tail", Class::BodyTail),
    ("body-part", Class::BodyPart),
    ("body-not", Class::BodyNot),
    ("authored", Class::Authored),
    ("occasion-before", Class::OccasionBefore),
    ("occasion-after", Class::OccasionAfter),
    ("deed", Class::Deed),
    ("counterpart", Class::Counterpart),
    ("office-modifier", Class::OfficeModifier),
    ("surname", Class::Surname),
    ("given-name", Class::GivenName),
    ("office-behind", Class::OfficeBehind),
    ("government", Class::Government),
    ("body-abroad", Class::BodyAbroad),
    ("outside", Class::Outside),
    ("office-sole", Class::OfficeSole),
    ("style", Class::Style),
    ("particle-first", Class::ParticleFirst),
    ("side-of", Class::SideOf),
    ("side-noun", Class::SideNoun),
    ("office-common", Class::OfficeCommon),
    ("post-nominal", Class::PostNominal),
    ("office-epithet", Class::OfficeEpithet),
    ("name-abbreviation", Class::NameAbbreviation),
    ("accompany", Class::Accompany),
    ("attend", Class::Attend),
    ("exchange-topic", Class::ExchangeTopic),
    ("exchange-told", Class::ExchangeTold),
    ("participle", Class::Participle),
    ("insertion", Class::Insertion),
    ("publisher-verb", Class::PublisherVerb),
    ("presence", Class::Presence),
    ("leads-to", Class::LeadsTo),
    ("opportunity", Class::Opportunity),
    ("questioner", Class::Questioner),
    ("male", Class::Male),
    ("female", Class::Female),
    ("thanking", Class::Thanking),
    ("condoling", Class::Condoling),
    ("hoping", Class::Hoping),
    ("disposed", Class::Disposed),
    ("leading", Class::Leading),
    ("venue", Class::Venue),
    ("diplomacy", Class::Diplomacy),
    ("spokesperson", Class::Spokesperson),
    ("letter", Class::Letter),
    ("reads", Class::Reads),
    ("personal", Class::Personal),
    ("country", Class::Country),
    ("attention", Class::Attention),
    ("assembly", Class::Assembly),
    ("press-text", Class::PressText),
    ("genre", Class::Genre),
    ("attendee", Class::Attendee),
    ("include", Class::Include),
    ("delegation", Class::Delegation),
    ("led", Class::Led),
];

/// Builds the lexicon of a language from its files and those that are to be added, given as name and content. What is added
/// comes first: its phrases hide equal ones of the language's own files, its rows replace those of the same name.
///
/// # Errors
/// [`Error::Lexicon`] for a row with too many cells or a value that is not of its vocabulary.
pub fn load(
    language: &str,
    files: &[(&str, &str)],
    added: &[(&str, &str)],
) -> Result<Lexicon, Error> {
    let mut digest = Vec::new();
    for (name, content) in files.iter().chain(added) {
        digest.extend_from_slice(name.as_bytes());
        digest.push(0);
        digest.extend_from_slice(content.as_bytes());
        digest.push(0);
    }
    let more = if added.is_empty() { "" } else { " with additions" };
    let mut lexicon = Lexicon {
        version: format!("{language} {VERSION}{more}"),
        sha256: sha256(&digest),
        words: Words::new(),
        states: Vec::new(),
        places: Vec::new(),
        organizations: Vec::new(),
        publishers: Vec::new(),
        references: Vec::new(),
        names: Phrases::new(List::Names, false),
        topics: Phrases::new(List::Topics, true),
        encounters: Phrases::new(List::Encounters, true),
        framed: Phrases::new(List::Framed, true),
        frames: Vec::new(),
        reference_nouns: Phrases::new(List::ReferenceNouns, false),
        states_by_code: HashMap::default(),
        publishers_by_name: HashMap::default(),
    };
    for (name, table) in added {
        check(name, table)?;
    }
    fill(&mut lexicon, added, &[])?;
    fill(&mut lexicon, files, added)?;
    for publisher in &mut lexicon.publishers {
        let mut organizations = lexicon.organizations.iter();
        publisher.organization =
            organizations.position(|one| one.id == publisher.id).map(|index| index as u16);
    }
    let official = lexicon.publishers.iter().map(|p| std::slice::from_ref(&p.name)).enumerate();
    let others = lexicon.publishers.iter().map(|p| p.names.as_slice()).enumerate();
    for (index, names) in official.chain(others) {
        for name in names {
            lexicon.publishers_by_name.entry(fold(name)).or_insert(index as u16);
        }
    }
    Ok(lexicon)
}

/// The rows of a table, without those that another layer replaces.
fn table<'t>(
    name: &'static str,
    files: &[(&'t str, &'t str)],
    over: &[(&str, &str)],
) -> Result<Vec<Row<'t>>, Error> {
    let find = |files: &[(&str, &'t str)]| {
        files.iter().find(|(file, _)| *file == name).map_or("", |(_, content)| *content)
    };
    let mut found = rows(name, find(files))?;
    let above = over.iter().find(|(file, _)| *file == name);
    if let Some((key, (_, content))) = key(name).zip(above) {
        let replaced: HashSet<&str> =
            rows(name, content)?.iter().map(|row| row.cell(key)).collect();
        found.retain(|row| !replaced.contains(row.cell(key)));
    }
    Ok(found)
}

/// Adds a layer of files. Of equal phrases the first stays: organisations before places, states before both.
fn fill(lexicon: &mut Lexicon, files: &[(&str, &str)], over: &[(&str, &str)]) -> Result<(), Error> {
    let table = |name| table(name, files, over);
    states(lexicon, &table("states.tsv")?);
    organizations(lexicon, &table("organizations.tsv")?);
    references(lexicon, &table("references.tsv")?)?;
    places(lexicon, &table("places.tsv")?);
    lexicon.publishers.extend(table("publishers.tsv")?.into_iter().map(publisher));
    for row in table("reference-nouns.tsv")? {
        lexicon.reference_nouns.add(&mut lexicon.words, row.cell("noun"), row.term("kind")?);
    }
    for row in table("topics.tsv")? {
        lexicon.topics.add(&mut lexicon.words, row.cell("phrase"), row.term("topic")?);
    }
    for row in table("encounters.tsv")? {
        encounter(lexicon, row)?;
    }
    for row in table("words.tsv")? {
        let name = row.cell("class");
        let Some((_, class)) = CLASSES.iter().find(|(known, _)| *known == name) else {
            let classes: Vec<_> = CLASSES.iter().map(|(known, _)| *known).collect();
            return Err(row.not("class", &format!("one of {}", classes.join(", "))));
        };
        for word in row.values("words") {
            lexicon.words.know(word).classes |= *class as u128;
        }
    }
    for row in table("cues.tsv")? {
        cue(lexicon, row)?;
    }
    for row in table("expressions.tsv")? {
        expression(lexicon, row)?;
    }
    for row in table("objects.tsv")? {
        let act = row.term("act")?;
        for noun in row.values("nouns") {
            lexicon.words.know(noun).object.get_or_insert(act);
        }
    }
    Ok(())
}

fn states(lexicon: &mut Lexicon, rows: &[Row<'_>]) {
    let first = lexicon.states.len();
    for row in rows {
        let index = lexicon.states.len() as u16;
        lexicon.names.add(&mut lexicon.words, row.cell("name"), Name::State(index));
        row.values("names")
            .for_each(|name| lexicon.names.add(&mut lexicon.words, name, Name::State(index)));
        lexicon.states_by_code.entry(row.cell("code").to_owned()).or_insert(index);
        lexicon.states.push(State {
            code: row.cell("code").to_owned(),
            name: row.cell("name").to_owned(),
            same_as: entity(row.cell("wikidata")),
        });
    }
    // After all names: "Dominican" must not hide "Dominican Republic", nor a people the state of another.
    for (index, row) in (first..).zip(rows) {
        row.values("demonyms").for_each(|word| {
            lexicon.names.add(&mut lexicon.words, word, Name::Demonym(index as u16));
        });
    }
}

fn organizations(lexicon: &mut Lexicon, rows: &[Row<'_>]) {
    for row in rows {
        let index = lexicon.organizations.len() as u16;
        for name in [row.cell("name"), row.cell("acronym")].into_iter().chain(row.values("names")) {
            lexicon.names.add(&mut lexicon.words, name, Name::Organization(index));
        }
        lexicon.organizations.push(Organization {
            id: row.cell("id").to_owned(),
            name: row.cell("name").to_owned(),
            acronym: row.cell("acronym").to_owned(),
            names: row.values("names").map(str::to_owned).collect(),
            kind: row.cell("kind").to_owned(),
            state: row.cell("state").to_owned(),
            party: row.cell("party") == "yes",
            parent: row.cell("parent").to_owned(),
            same_as: entity(row.cell("wikidata")),
        });
    }
}

fn references(lexicon: &mut Lexicon, rows: &[Row<'_>]) -> Result<(), Error> {
    for row in rows {
        let index = lexicon.references.len() as u16;
        let kind: ReferenceKind = row.term("kind")?;
        for name in std::iter::once(row.cell("name")).chain(row.values("names")) {
            lexicon.names.add(&mut lexicon.words, name, Name::Reference(index));
        }
        let identifier = row.cell("identifier").to_owned();
        lexicon.references.push(Named { kind, name: row.cell("name").to_owned(), identifier });
    }
    Ok(())
}

fn places(lexicon: &mut Lexicon, rows: &[Row<'_>]) {
    for row in rows {
        let index = lexicon.places.len() as u32;
        for name in std::iter::once(row.cell("name")).chain(row.values("names")) {
            lexicon.names.add(&mut lexicon.words, name, Name::Place(index));
        }
        lexicon.places.push(Place {
            name: row.cell("name").to_owned(),
            country: row.cell("country").to_owned(),
            kind: row.cell("kind").to_owned(),
        });
    }
}

/// The IRI of an entity of Wikidata, unless the cell is empty.
fn entity(wikidata: &str) -> Vec<Iri> {
    if wikidata.is_empty() {
        return Vec::new();
    }
    format!("http://www.wikidata.org/entity/{wikidata}").parse().into_iter().collect()
}

fn publisher(row: Row<'_>) -> Publisher {
    Publisher {
        id: row.cell("id").to_owned(),
        name: row.cell("name").to_owned(),
        names: row.values("names").map(str::to_owned).collect(),
        state: row.cell("state").to_owned(),
        organization: None,
        hosts: row.values("hosts").map(str::to_owned).collect(),
        head: row.cell("head").to_owned(),
        dated_by_header: row.cell("dates") == "header",
        same_as: entity(row.cell("wikidata")),
    }
}

fn encounter(lexicon: &mut Lexicon, row: Row<'_>) -> Result<(), Error> {
    const FORMS: [(&str, Form); 14] = [
        ("meet", Form::Meet),
        ("hold", Form::Hold),
        ("receive", Form::Receive),
        ("convene", Form::Convene),
        ("chair", Form::Chair),
        ("co-chair", Form::CoChair),
        ("travel", Form::Travel),
        ("attend", Form::Attend),
        ("sign", Form::Sign),
        ("send", Form::Send),
        ("ring", Form::Ring),
        ("convey", Form::Convey),
        ("take-place", Form::TakePlace),
        ("noun", Form::Noun),
    ];
    let name = row.cell("form");
    let Some(&(_, form)) = FORMS.iter().find(|(known, _)| *known == name) else {
        let forms: Vec<_> = FORMS.iter().map(|(known, _)| *known).collect();
        return Err(row.not("form", &format!("one of {}", forms.join(", "))));
    };
    let has = |column| !row.cell(column).is_empty();
    let event_type = has("type").then(|| row.term("type")).transpose()?;
    let mode = has("mode").then(|| row.term("mode")).transpose()?;
    let encounter = Encounter { form, event_type, mode };
    if !has("behind") {
        row.values("phrases")
            .for_each(|phrase| lexicon.encounters.add(&mut lexicon.words, phrase, encounter));
        return Ok(());
    }
    if lexicon.frames.len() == 64 {
        return Err(row.not("behind", "at most 64 rows that have one"));
    }
    let frame = 1 << lexicon.frames.len();
    for verb in row.values("phrases") {
        lexicon.framed.add_or(&mut lexicon.words, verb, frame, |held, more| *held |= more);
    }
    let mut nouns = Phrases::new(List::Frames, true);
    row.values("behind").for_each(|noun| nouns.add(&mut lexicon.words, noun, encounter));
    lexicon.frames.push(nouns);
    Ok(())
}

fn cue_rule(row: &Row<'_>) -> Result<CueRule, Error> {
    Ok(match row.cell("rule") {
        "fixed" => CueRule::Fixed,
        "clause" => CueRule::Clause,
        "inform" => CueRule::Inform,
        "discuss" => CueRule::Discuss,
        _ => return Err(row.not("rule", "one of clause, discuss, fixed, inform")),
    })
}

fn expression(lexicon: &mut Lexicon, row: Row<'_>) -> Result<(), Error> {
    let expression = Arc::new(Expression {
        act: row.term("act")?,
        rule: cue_rule(&row)?,
        within: row.cell("within").parse().map_err(|_| row.not("within", "a number of tokens"))?,
        stop: row.values("stop").map(Into::into).collect(),
        unless: row.values("unless").map(Into::into).collect(),
        words: row.values("words").map(Into::into).collect(),
    });
    for verb in row.values("verbs") {
        lexicon.words.know(verb).expressions.push(Arc::clone(&expression));
    }
    Ok(())
}

fn cue(lexicon: &mut Lexicon, row: Row<'_>) -> Result<(), Error> {
    let act = row.term("act")?;
    let rule = cue_rule(&row)?;
    // The first form of a row is the past; forms in -ing are participles.
    for (index, form) in row.values("forms").enumerate() {
        let tense = match form {
            _ if index == 0 => Tense::Past,
            _ if form.ends_with("ing") => Tense::Participle,
            _ if form.ends_with("ed") => Tense::Past,
            _ => Tense::Present,
        };
        lexicon.words.know(form).cue.get_or_insert(Cue { act, rule, tense });
    }
    Ok(())
}
