//! Files of a language pack in, a lexicon out.

use std::collections::HashMap;
use std::sync::Arc;

use super::phrases::Phrases;
use super::table::{Row, rows};
use super::{
    Class, Cue, CueRule, Encounter, Expression, Form, Lexicon, Name, Named, Organization, Place,
    Publisher, State, Tense, fold,
};
use crate::error::Error;
use crate::record::{ReferenceKind, sha256};

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
    ("attendee", Class::Attendee),
    ("include", Class::Include),
    ("delegation", Class::Delegation),
    ("led", Class::Led),
];

/// Builds the lexicon of a language from its files, given as name and content.
///
/// # Errors
/// [`Error::Lexicon`] for a row with too many cells or a value that is not of its vocabulary.
pub fn load(language: &str, files: &[(&str, &str)]) -> Result<Lexicon, Error> {
    let mut digest = Vec::new();
    for (name, content) in files {
        digest.extend_from_slice(name.as_bytes());
        digest.push(0);
        digest.extend_from_slice(content.as_bytes());
        digest.push(0);
    }
    let mut lexicon = Lexicon {
        version: format!("{language} {VERSION}"),
        sha256: sha256(&digest),
        states: Vec::new(),
        places: Vec::new(),
        organizations: Vec::new(),
        publishers: Vec::new(),
        references: Vec::new(),
        names: Phrases::new(false),
        topics: Phrases::new(true),
        encounters: Phrases::new(true),
        reference_nouns: Phrases::new(false),
        publishers_by_name: HashMap::default(),
        words: HashMap::default(),
        cues: HashMap::default(),
        objects: HashMap::default(),
        expressions: HashMap::default(),
    };
    let table = |name: &str| {
        files.iter().find(|(file, _)| *file == name).map_or("", |(_, content)| *content)
    };
    // Of equal phrases the first stays: organisations before places, states before both.
    states(&mut lexicon, &rows("states.tsv", table("states.tsv"))?);
    organizations(&mut lexicon, &rows("organizations.tsv", table("organizations.tsv"))?);
    references(&mut lexicon, &rows("references.tsv", table("references.tsv"))?)?;
    places(&mut lexicon, &rows("places.tsv", table("places.tsv"))?);
    for row in rows("publishers.tsv", table("publishers.tsv"))? {
        lexicon.publishers.push(publisher(row));
    }
    let official = lexicon.publishers.iter().map(|p| std::slice::from_ref(&p.name)).enumerate();
    let others = lexicon.publishers.iter().map(|p| p.names.as_slice()).enumerate();
    for (index, names) in official.chain(others) {
        for name in names {
            lexicon.publishers_by_name.entry(fold(name)).or_insert(index as u16);
        }
    }
    for row in rows("reference-nouns.tsv", table("reference-nouns.tsv"))? {
        lexicon
            .reference_nouns
            .add(row.cell("noun"), term("reference-nouns.tsv", row.cell("kind"))?);
    }
    for row in rows("topics.tsv", table("topics.tsv"))? {
        lexicon.topics.add(row.cell("phrase"), term("topics.tsv", row.cell("topic"))?);
    }
    for row in rows("encounters.tsv", table("encounters.tsv"))? {
        encounter(&mut lexicon, row)?;
    }
    for row in rows("words.tsv", table("words.tsv"))? {
        let name = row.cell("class");
        let Some((_, class)) = CLASSES.iter().find(|(known, _)| *known == name) else {
            return Err(unknown("words.tsv", name, "a class of words"));
        };
        for word in row.values("words") {
            *lexicon.words.entry(word.into()).or_default() |= *class as u64;
        }
    }
    for row in rows("cues.tsv", table("cues.tsv"))? {
        cue(&mut lexicon, row)?;
    }
    for row in rows("expressions.tsv", table("expressions.tsv"))? {
        expression(&mut lexicon, row)?;
    }
    for row in rows("objects.tsv", table("objects.tsv"))? {
        let act = term("objects.tsv", row.cell("act"))?;
        for noun in row.values("nouns") {
            lexicon.objects.entry(noun.into()).or_insert(act);
        }
    }
    Ok(lexicon)
}

fn unknown(file: &str, value: &str, expected: &str) -> Error {
    Error::Lexicon {
        file: file.to_owned(),
        line: 0,
        message: format!("`{value}` is not {expected}"),
    }
}

fn term<T: std::str::FromStr>(file: &str, value: &str) -> Result<T, Error>
where
    T::Err: std::fmt::Display,
{
    value.parse().map_err(|error: T::Err| Error::Lexicon {
        file: file.to_owned(),
        line: 0,
        message: error.to_string(),
    })
}

fn states(lexicon: &mut Lexicon, rows: &[Row<'_>]) {
    for row in rows {
        let index = lexicon.states.len() as u16;
        lexicon.names.add(row.cell("name"), Name::State(index));
        row.values("names").for_each(|name| lexicon.names.add(name, Name::State(index)));
        lexicon.states.push(State {
            code: row.cell("code").to_owned(),
            name: row.cell("name").to_owned(),
            wikidata: row.cell("wikidata").to_owned(),
        });
    }
    // After all names: "Dominican" must not hide "Dominican Republic", nor a people the state of another.
    for (index, row) in rows.iter().enumerate() {
        row.values("demonyms")
            .for_each(|word| lexicon.names.add(word, Name::Demonym(index as u16)));
    }
}

fn organizations(lexicon: &mut Lexicon, rows: &[Row<'_>]) {
    for row in rows {
        let index = lexicon.organizations.len() as u16;
        for name in [row.cell("name"), row.cell("acronym")].into_iter().chain(row.values("names")) {
            lexicon.names.add(name, Name::Organization(index));
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
            wikidata: row.cell("wikidata").to_owned(),
        });
    }
}

fn references(lexicon: &mut Lexicon, rows: &[Row<'_>]) -> Result<(), Error> {
    for row in rows {
        let index = lexicon.references.len() as u16;
        let kind: ReferenceKind = term("references.tsv", row.cell("kind"))?;
        for name in std::iter::once(row.cell("name")).chain(row.values("names")) {
            lexicon.names.add(name, Name::Reference(index));
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
            lexicon.names.add(name, Name::Place(index));
        }
        lexicon.places.push(Place {
            name: row.cell("name").to_owned(),
            country: row.cell("country").to_owned(),
            kind: row.cell("kind").to_owned(),
        });
    }
}

fn publisher(row: Row<'_>) -> Publisher {
    Publisher {
        id: row.cell("id").to_owned(),
        name: row.cell("name").to_owned(),
        names: row.values("names").map(str::to_owned).collect(),
        state: row.cell("state").to_owned(),
        hosts: row.values("hosts").map(str::to_owned).collect(),
        head: row.cell("head").to_owned(),
        dated_by_header: row.cell("dates") == "header",
        wikidata: row.cell("wikidata").to_owned(),
    }
}

fn encounter(lexicon: &mut Lexicon, row: Row<'_>) -> Result<(), Error> {
    const FORMS: [(&str, Form); 13] = [
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
        ("take-place", Form::TakePlace),
        ("noun", Form::Noun),
    ];
    let file = "encounters.tsv";
    let name = row.cell("form");
    let Some(&(_, form)) = FORMS.iter().find(|(known, _)| *known == name) else {
        return Err(unknown(file, name, "a form of encounters"));
    };
    let optional = |column| Some(row.cell(column)).filter(|cell| !cell.is_empty());
    let event_type = optional("type").map(|cell| term(file, cell)).transpose()?;
    let mode = optional("mode").map(|cell| term(file, cell)).transpose()?;
    for phrase in row.values("phrases") {
        lexicon.encounters.add(phrase, Encounter { form, event_type, mode });
    }
    Ok(())
}

fn cue_rule(file: &str, name: &str) -> Result<CueRule, Error> {
    Ok(match name {
        "fixed" => CueRule::Fixed,
        "clause" => CueRule::Clause,
        "inform" => CueRule::Inform,
        "discuss" => CueRule::Discuss,
        other => return Err(unknown(file, other, "a rule of cues")),
    })
}

fn expression(lexicon: &mut Lexicon, row: Row<'_>) -> Result<(), Error> {
    let file = "expressions.tsv";
    let within = row.cell("within");
    let expression = Arc::new(Expression {
        act: term(file, row.cell("act"))?,
        rule: cue_rule(file, row.cell("rule"))?,
        within: within.parse().map_err(|_| unknown(file, within, "a number of tokens"))?,
        stop: row.values("stop").map(Into::into).collect(),
        unless: row.values("unless").map(Into::into).collect(),
        words: row.values("words").map(Into::into).collect(),
    });
    for verb in row.values("verbs") {
        lexicon.expressions.entry(verb.into()).or_default().push(Arc::clone(&expression));
    }
    Ok(())
}

fn cue(lexicon: &mut Lexicon, row: Row<'_>) -> Result<(), Error> {
    let act = term("cues.tsv", row.cell("act"))?;
    let rule = cue_rule("cues.tsv", row.cell("rule"))?;
    // The first form of a row is the past; forms in -ing are participles.
    for (index, form) in row.values("forms").enumerate() {
        let tense = match form {
            _ if index == 0 => Tense::Past,
            _ if form.ends_with("ing") => Tense::Participle,
            _ if form.ends_with("ed") => Tense::Past,
            _ => Tense::Present,
        };
        lexicon.cues.entry(form.into()).or_insert(Cue { act, rule, tense });
    }
    Ok(())
}
