//! Language packs: data files in, look-up tables out. A new language is a new folder of the same files.

mod check;
mod load;
mod phrases;
mod table;
pub mod token;
mod words;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use foldhash::fast::FixedState;

pub use load::load;
pub use phrases::Phrases;
pub use words::{List, Spelling, WordId, Words};

use crate::error::Error;
use crate::record::{Act, EventType, Iri, Mode, ReferenceKind, Sha256, Topic};

/// Everything that the conversion of one language rests on besides its rules.
#[derive(Debug)]
pub struct Lexicon {
    /// Name and version as records carry it: "en 2026.1".
    pub version: String,
    /// Digest over all files.
    pub sha256: Sha256,
    /// All words of the lexicon.
    pub words: Words,
    /// States.
    pub states: Vec<State>,
    /// Places.
    pub places: Vec<Place>,
    /// Organisations.
    pub organizations: Vec<Organization>,
    /// Publishers of readouts.
    pub publishers: Vec<Publisher>,
    /// Named treaties, initiatives, policies.
    pub references: Vec<Named>,
    /// Names in texts: of states and their people, places, organisations, treaties.
    pub names: Phrases<Name>,
    /// Phrases that mark a topic; any case.
    pub topics: Phrases<Topic>,
    /// Verbs and nouns of exchanges; any case.
    pub encounters: Phrases<Encounter>,
    /// Verbs that tell of an exchange only with a noun behind them, "paid … visit": the frames that they open, as bits.
    pub framed: Phrases<u64>,
    /// What must stand behind the verbs of each frame.
    pub frames: Vec<Phrases<Encounter>>,
    /// Head nouns of references: "Treaty", "Memorandum of Understanding".
    pub reference_nouns: Phrases<ReferenceKind>,
    states_by_code: HashMap<String, u16, FixedState>,
    /// Publishers by folded name: official names first, then the others.
    publishers_by_name: HashMap<String, u16, FixedState>,
}

/// A state as the lexicon knows it.
#[derive(Debug)]
pub struct State {
    /// ISO 3166-1 alpha-3 code.
    pub code: String,
    /// Common English name.
    pub name: String,
    /// Its entity in Wikidata, if that is known.
    pub same_as: Vec<Iri>,
}

/// A place.
#[derive(Debug)]
pub struct Place {
    /// Name.
    pub name: String,
    /// Code of the state it lies in, or empty.
    pub country: String,
    /// City, venue, island, region.
    pub kind: String,
}

/// An organisation.
#[derive(Debug)]
pub struct Organization {
    /// Slug.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Acronym, or empty.
    pub acronym: String,
    /// Other forms.
    pub names: Vec<String>,
    /// Kind: io, bloc, body, leaders (a council of heads of state or government, whose meetings are summits), court, fund, armed-group, national, company.
    pub kind: String,
    /// Code of the state it is a body of, or empty.
    pub state: String,
    /// Whether it can take part in an event under its own code.
    pub party: bool,
    /// Id of the organisation whose organ it is, or empty.
    pub parent: String,
    /// Its entity in Wikidata, if that is known.
    pub same_as: Vec<Iri>,
}

/// Who issues readouts.
#[derive(Debug)]
pub struct Publisher {
    /// Identifier: "CHN-mfa".
    pub id: String,
    /// Official name.
    pub name: String,
    /// Names that people use.
    pub names: Vec<String>,
    /// Code of its state, or empty.
    pub state: String,
    /// Index of the organisation that goes by the same id, if there is one.
    pub organization: Option<u16>,
    /// Hosts of its sites.
    pub hosts: Vec<String>,
    /// Office that a bare title means in its texts: "President".
    pub head: String,
    /// Whether the date block of its pages is the day of the event, and not only of publication.
    pub dated_by_header: bool,
    /// Its entity in Wikidata, if that is known.
    pub same_as: Vec<Iri>,
}

/// A named treaty, initiative or policy.
#[derive(Debug)]
pub struct Named {
    /// Kind.
    pub kind: ReferenceKind,
    /// Full name.
    pub name: String,
    /// Number or symbol, or empty.
    pub identifier: String,
}

/// What a name in a text stands for: an index into the lexicon's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// A state by its name.
    State(u16),
    /// A state by the word for its people or its adjective: "Chinese", "Poles".
    Demonym(u16),
    /// A place.
    Place(u32),
    /// An organisation.
    Organization(u16),
    /// A treaty, initiative, policy.
    Reference(u16),
}

/// A verb or noun that tells of an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encounter {
    /// What the word does in the sentence.
    pub form: Form,
    /// Type of event; absent where another word decides.
    pub event_type: Option<EventType>,
    /// Mode of contact, if the word tells it.
    pub mode: Option<Mode>,
}

/// What a word of exchange does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "X met with Y".
    Meet,
    /// "X held talks with Y": the noun tells the type.
    Hold,
    /// "X received Y": host and guest.
    Receive,
    /// "X hosted a summit", "X convened …".
    Convene,
    /// "X chaired …".
    Chair,
    /// "X co-chaired …".
    CoChair,
    /// "X visited Y".
    Travel,
    /// "X attended, joined, took part in …".
    Attend,
    /// "X signed …".
    Sign,
    /// "X sent a message".
    Send,
    /// "X called Y".
    Ring,
    /// "X congratulated Y", "X expressed condolences to Y": a message where the text reports nothing else.
    Convey,
    /// "The talks were held, took place": the noun before it tells the type.
    TakePlace,
    /// A noun: "talks", "video call".
    Noun,
}

/// A verb that reports only with certain words behind it.
#[derive(Debug, Clone)]
pub struct Expression {
    /// The act of the expression itself.
    pub act: Act,
    /// What decides on the act.
    pub rule: CueRule,
    /// How many tokens behind the verb one of the words may stand.
    pub within: usize,
    /// Words that the search does not cross.
    pub stop: Vec<Box<str>>,
    /// Words that undo it right behind the one found.
    pub unless: Vec<Box<str>>,
    /// The words, one of which must stand behind the verb.
    pub words: Vec<Box<str>>,
}

/// A reporting verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// The act of the verb itself.
    pub act: Act,
    /// What else decides.
    pub rule: CueRule,
    /// Tense of the form.
    pub tense: Tense,
}

/// What decides the act of a reporting verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueRule {
    /// The verb alone.
    Fixed,
    /// The noun expressed or the clause said.
    Clause,
    /// Pure information, below other acts.
    Inform,
    /// Talk about a topic.
    Discuss,
}

/// Form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// "urged".
    Past,
    /// "urges", "urge".
    Present,
    /// "urging".
    Participle,
}

/// Classes of words that the grammar knows. A word may be of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u128)]
pub enum Class {
    /// A noun that can be an office: "Minister".
    OfficeHead = 1,
    /// A capitalised word inside titles: "Foreign".
    OfficePart = 1 << 1,
    /// A title that may stand between an office and a name: "Ambassador".
    Rank = 1 << 2,
    /// "Mr", "Excellency".
    Honorific = 1 << 3,
    /// "bin", "de".
    Particle = 1 << 4,
    /// "Jr".
    Suffix = 1 << 5,
    /// A month.
    Month = 1 << 6,
    /// A day of the week.
    Weekday = 1 << 7,
    /// A noun for all sides: "leaders".
    JointNoun = 1 << 8,
    /// "both", "two".
    JointDeterminer = 1 << 9,
    /// Capitalised at the start of a sentence without being a name.
    Starter = 1 << 10,
    /// An adverb that does not end in -ly.
    Adverb = 1 << 11,
    /// "has", "was".
    Auxiliary = 1 << 12,
    /// "will".
    Modal = 1 << 13,
    /// "he".
    PronounPerson = 1 << 14,
    /// "they".
    PronounJoint = 1 << 15,
    /// A noun for the exchange itself: "call".
    EncounterNoun = 1 << 16,
    /// A capitalised word that is no part of a person's name: "Summit".
    NotName = 1 << 17,
    /// A noun that opens a body's name: "Ministry of …".
    BodyHead = 1 << 18,
    /// A noun that closes a body's name: "… Committee".
    BodyTail = 1 << 19,
    /// A word inside bodies' names besides those of titles: "Steering".
    BodyPart = 1 << 20,
    /// A word that no body's name is made of alone with its noun: "Senior Administration".
    BodyNot = 1 << 21,
    /// What those who issue a text do to it: "signed".
    Authored = 1 << 22,
    /// Marks an event as past: "earlier".
    OccasionBefore = 1 << 23,
    /// Marks an event as planned: "upcoming".
    OccasionAfter = 1 << 24,
    /// What somebody is thanked for, supported in, condemned for: "leadership".
    Deed = 1 << 25,
    /// A noun for the other side: "counterpart".
    Counterpart = 1 << 26,
    /// A word in lower case before a noun of offices: "acting".
    OfficeModifier = 1 << 33,
    /// A word of things, a title or a word that opens sentences that is also a surname: "Park", "King", "He".
    Surname = 1 << 34,
    /// A title that is also a given name: "Sultan".
    GivenName = 1 << 64,
    /// A word behind a noun of offices: "Extraordinary".
    OfficeBehind = 1 << 65,
    /// A noun of bodies that behind a name means those who govern: "Administration".
    Government = 1 << 66,
    /// A noun of bodies that are "to" or "in" a country: "Embassy".
    BodyAbroad = 1 << 67,
    /// A word of titles whose holders do not act for a state: "Founder", "Company".
    Outside = 1 << 80,
    /// A word before an office that tells when it is held: "new", "former".
    OfficeEpithet = 1 << 35,
    /// A given name in short, with a dot: "Md".
    NameAbbreviation = 1 << 36,
    /// Letters behind a name: "MP".
    PostNominal = 1 << 37,
    /// A noun for those who stand for a state, before "of": "Government".
    SideOf = 1 << 38,
    /// A noun for those who stand for a state, behind its name: "side".
    SideNoun = 1 << 39,
    /// A noun of offices of which a text may name several: "minister".
    OfficeCommon = 1 << 40,
    /// A noun of offices that a state has one of: "president".
    OfficeSole = 1 << 41,
    /// What is behind "His", "Her" in a style: "Excellency".
    Style = 1 << 42,
    /// A particle that a name may begin with: "van".
    ParticleFirst = 1 << 43,
    /// What is done by those who come with somebody: "joined" by.
    Accompany = 1 << 27,
    /// What those do who take part: "attended".
    Attend = 1 << 28,
    /// What talks do to their topic: "focused" on.
    ExchangeTopic = 1 << 44,
    /// Verbs that tell how an exchange went or what it followed.
    ExchangeTold = 1 << 45,
    /// Past participles that do not end in -ed.
    Participle = 1 << 46,
    /// Words that begin an insertion between commas behind a subject.
    Insertion = 1 << 47,
    /// Verbs by which the publisher asserts something of a programme or policy.
    PublisherVerb = 1 << 48,
    /// Verbs of being there, which narrate.
    Presence = 1 << 49,
    /// What may stand with "to" before a reporting verb: "continued" to.
    LeadsTo = 1 << 50,
    /// What is taken to say something: "opportunity".
    Opportunity = 1 << 51,
    /// Labels of those who ask in a transcript, in lower case.
    Questioner = 1 << 52,
    /// Words that tell that a person is a man.
    Male = 1 << 53,
    /// Words that tell that a person is a woman.
    Female = 1 << 54,
    /// Words of direct speech that thank or welcome, in lower case.
    Thanking = 1 << 55,
    /// Words of direct speech that condole, in lower case.
    Condoling = 1 << 56,
    /// What tells that something is hoped or believed, and not promised.
    Hoping = 1 << 57,
    /// A noun for a building or room where people meet: "Palace".
    Venue = 1 << 69,
    /// What those are, with "to", who commit themselves: "ready".
    Disposed = 1 << 58,
    /// A word before a noun for who stands for a state: "senior", "top".
    Leading = 1 << 63,
    /// A noun for what is written to somebody: "letter".
    Letter = 1 << 60,
    /// What a letter does that is given word by word: "reads".
    Reads = 1 << 59,
    /// A pronoun of the first or second person.
    Personal = 1 << 68,
    /// A noun for those who meet by the name of their meeting: "Committee".
    Assembly = 1 << 72,
    /// A noun for a publisher's text or the publisher: "release".
    PressText = 1 << 73,
    /// A word of the title of a text that says what kind of text it is: "readout".
    Genre = 1 << 74,
    /// What is done with attention: "paid".
    Attention = 1 << 71,
    /// A noun for states that is no noun for their leaders: "countries".
    Country = 1 << 70,
    /// An office of those who speak for others: "Spokesperson".
    Spokesperson = 1 << 61,
    /// A noun for a text that somebody speaks: "Remarks".
    Oration = 1 << 82,
    /// A word for those whom a body unites: "members".
    Member = 1 << 81,
    /// What the head of a foreign ministry heads: "diplomacy".
    Diplomacy = 1 << 62,
    /// A noun for those who take part: "participants".
    Attendee = 1 << 29,
    /// What comes before a list of them: "included", "were".
    Include = 1 << 30,
    /// A noun for the people of one side: "delegation".
    Delegation = 1 << 31,
    /// What is done to a delegation or a meeting by who leads it: "led".
    Led = 1 << 32,
}

impl Lexicon {
    /// The English pack that the program carries.
    ///
    /// # Panics
    /// Never: a test loads the files.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
            load("en", &load::ENGLISH, &[])
                .expect("the program's own lexicon loads, as a test shows")
        });
        &ENGLISH
    }

    /// The English pack with a researcher's tables, given as name ("places.tsv") and content, in any order.
    ///
    /// A table has the form of the pack's own and any of its columns. Its rows are added; a state, place, organisation,
    /// publisher or named text that goes by the same code, id or name replaces that of the pack, and of equal phrases or
    /// words the added one counts. Words of a class are only ever added.
    ///
    /// # Errors
    /// [`Error::Lexicon`] for a table or a column that the pack does not have, and a cell that is missing or not of its
    /// vocabulary, with the line and what was expected.
    pub fn english_with(tables: &[(&str, &str)]) -> Result<Self, Error> {
        let mut tables = tables.to_vec();
        tables.sort_unstable();
        load("en", &load::ENGLISH, &tables)
    }

    /// Whether a word is of a class.
    #[must_use]
    pub fn is(&self, word: &str, class: Class) -> bool {
        self.classes(word) & class as u128 != 0
    }

    /// All classes of a word, as bits.
    #[must_use]
    pub fn classes(&self, word: &str) -> u128 {
        self.words.classes(self.words.id(word))
    }

    /// Whether a word is an adverb that may stand between subject and verb; "Italy" and "July" are none.
    #[must_use]
    pub fn is_adverb(&self, word: &str) -> bool {
        ends_as_adverb(word) || self.is(word, Class::Adverb)
    }

    /// The reporting verb that a word is a form of.
    #[must_use]
    pub fn cue(&self, word: &str) -> Option<Cue> {
        self.words.cue(self.words.id(word))
    }

    /// The expressions that begin with a word, in the order of the table.
    #[must_use]
    pub fn expressions(&self, word: &str) -> &[Arc<Expression>] {
        self.words.expressions(self.words.id(word))
    }

    /// The act that expressing a noun amounts to: "commitment" is to commit.
    #[must_use]
    pub fn object(&self, noun: &str) -> Option<Act> {
        self.words.object(self.words.id(noun))
    }

    /// The publisher that goes by an id, a name, or the host of a URL.
    #[must_use]
    pub fn publisher(&self, name: &str) -> Option<&Publisher> {
        self.publishers.iter().find(|p| p.id == name).or_else(|| {
            self.publishers_by_name.get(&fold(name)).map(|&index| &self.publishers[index as usize])
        })
    }

    /// The publisher whose site a URL belongs to.
    #[must_use]
    pub fn publisher_of_url(&self, url: &str) -> Option<&Publisher> {
        let host =
            url.split("://").nth(1)?.split(['/', ':', '?']).next()?.trim_start_matches("www.");
        let fits = |own: &str| {
            host == own || host.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'))
        };
        // From the end, for of equal hosts the last counts below and the first should.
        self.publishers
            .iter()
            .rev()
            .filter_map(|p| {
                p.hosts.iter().filter(|own| fits(own)).map(String::len).max().map(|len| (len, p))
            })
            .max_by_key(|(len, _)| *len)
            .map(|(_, p)| p)
    }

    /// The state of a code.
    #[must_use]
    pub fn state(&self, code: &str) -> Option<&State> {
        self.state_index(code).map(|index| &self.states[index as usize])
    }

    /// The index of the state of a code, as names and sides have it; no state has an empty code.
    #[must_use]
    pub fn state_index(&self, code: &str) -> Option<u16> {
        self.states_by_code.get(code).copied()
    }
}

/// Whether a word in lower case has the ending of adverbs.
#[inline]
pub(crate) fn ends_as_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly") && word.starts_with(char::is_lowercase)
}

/// A name without case and without a leading article.
fn fold(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    lower.strip_prefix("the ").unwrap_or(&lower).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_pack_loads() {
        let lexicon = load("en", &load::ENGLISH, &[]).expect("the files are well-formed");
        assert!(lexicon.is("Minister", Class::OfficeHead));
        assert_eq!(lexicon.object("commitment"), Some(Act::Commit));
    }
}
