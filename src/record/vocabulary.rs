//! Closed vocabularies: what kinds of event, act, role and so on there are, each term documented.
//!
//! The definitions follow the codebook; the topics are the contexts of PLOVER. Every term is kebab-case on the wire.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Declares a closed vocabulary: an enum with its wire names, its definitions as data, and its parsing.
macro_rules! vocabulary {
    (
        $(#[doc = $doc:literal])+
        $name:ident ($scheme:expr) {
            $( #[doc = $def:literal] $variant:ident = $wire:literal, cameo $cameo:expr, plover $plover:expr; )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $( #[doc = $def] #[serde(rename = $wire)] $variant, )+
        }

        impl $name {
            /// All terms, in the order of the codebook.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The vocabulary as data, for schemas and documentation.
            pub const VOCABULARY: Vocabulary = Vocabulary {
                name: stringify!($name),
                scheme: $scheme,
                definition: concat!($($doc),+).trim_ascii(),
                terms: &[$( Term { name: $wire, definition: $def.trim_ascii(), cameo: $cameo, plover: $plover } ),+],
            };

            /// The term as it stands in records.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $wire ),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = UnknownTerm;
            fn from_str(text: &str) -> Result<Self, UnknownTerm> {
                match text {
                    $( $wire => Ok(Self::$variant), )+
                    _ => Err(UnknownTerm { term: text.to_owned(), vocabulary: stringify!($name) }),
                }
            }
        }
    };
}

/// A word that is no term of the vocabulary it was looked up in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{term}` is not a term of {vocabulary}")]
pub struct UnknownTerm {
    /// The word.
    pub term: String,
    /// The vocabulary's name.
    pub vocabulary: &'static str,
}

/// A closed vocabulary as data.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary {
    /// Name of the type, also of its `$defs` entry.
    pub name: &'static str,
    /// Last step of the IRI of its concept scheme.
    pub scheme: &'static str,
    /// What the vocabulary tells.
    pub definition: &'static str,
    /// Its terms.
    pub terms: &'static [Term],
}

/// One term of a vocabulary.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// The term as it stands in records.
    pub name: &'static str,
    /// What it means.
    pub definition: &'static str,
    /// Closest code of CAMEO, if there is one.
    pub cameo: Option<&'static str>,
    /// Closest event type or context of PLOVER, if there is one.
    pub plover: Option<&'static str>,
}

/// All vocabularies, in alphabetical order of their names.
pub const VOCABULARIES: &[Vocabulary] = &[
    Act::VOCABULARY,
    ActorKind::VOCABULARY,
    Attribution::VOCABULARY,
    DateBasis::VOCABULARY,
    EventType::VOCABULARY,
    GivenField::VOCABULARY,
    Mode::VOCABULARY,
    Quotation::VOCABULARY,
    ReferenceKind::VOCABULARY,
    Role::VOCABULARY,
    TextKept::VOCABULARY,
    Topic::VOCABULARY,
];

vocabulary! {
    /// Kind of diplomatic exchange.
    EventType ("event-type") {
        /// Talks in person: bilateral talks, a pull-aside, a courtesy call paid in person, a reception of a guest.
        Meeting = "meeting", cameo Some("040"), plover Some("CONSULT");
        /// A session of a named recurring mechanism: strategic dialogue, consultation round, 2+2, joint commission.
        Consultation = "consultation", cameo None, plover Some("CONSULT");
        /// Talks to settle a dispute or to conclude a text.
        Negotiation = "negotiation", cameo Some("046"), plover Some("CONSULT");
        /// A meeting of heads of state or government that is named or formal, bilateral or multilateral.
        Summit = "summit", cameo None, plover Some("CONSULT");
        /// A multilateral session of ministers or a conference.
        Conference = "conference", cameo None, plover Some("CONSULT");
        /// A trip as a whole, where the readout is about the trip.
        Visit = "visit", cameo Some("042"), plover Some("CONSULT");
        /// A signing or exchange of documents that is the subject of the readout.
        Signing = "signing", cameo Some("057"), plover Some("AGREE");
        /// A conversation by telephone or video.
        Call = "call", cameo Some("041"), plover Some("CONSULT");
        /// A letter, congratulations, condolences.
        Message = "message", cameo None, plover None;
        /// A unilateral or joint statement with no exchange reported.
        Statement = "statement", cameo None, plover None;
        /// An exchange of another kind.
        Other = "other", cameo None, plover None;
    }
}

vocabulary! {
    /// How the sides of an event were in contact.
    Mode ("mode") {
        /// Face to face.
        InPerson = "in-person", cameo None, plover None;
        /// By voice; also a call of which the text says no more.
        Telephone = "telephone", cameo None, plover None;
        /// By video link, including virtual meetings.
        Video = "video", cameo None, plover None;
        /// By letter or other document.
        Written = "written", cameo None, plover None;
    }
}

vocabulary! {
    /// Part that an actor took in an event.
    Role ("role") {
        /// Received the others: hosted, welcomed, convened at its seat.
        Host = "host", cameo None, plover None;
        /// Was received by a host.
        Guest = "guest", cameo None, plover None;
        /// Presided alone.
        Chair = "chair", cameo None, plover None;
        /// Presided together with another.
        CoChair = "co-chair", cameo None, plover None;
        /// Signed a document.
        Signatory = "signatory", cameo None, plover None;
        /// Called the other, where the text says who called whom.
        Caller = "caller", cameo None, plover None;
        /// Took part; the text says no more.
        Participant = "participant", cameo None, plover None;
    }
}

vocabulary! {
    /// Main communicative act that a statement reports.
    Act ("act") {
        /// Asserts, notes, explains, describes, shares views, expresses concern; also an act that no other term names.
        State = "state", cameo Some("010"), plover None;
        /// Reaches consensus, agrees, decides together.
        Agree = "agree", cameo Some("030"), plover Some("AGREE");
        /// Pledges, promises, declares readiness or willingness, says that it will.
        Commit = "commit", cameo Some("030"), plover Some("SUPPORT");
        /// Urges, calls for, proposes, asks, demands, invites.
        Request = "request", cameo Some("020"), plover Some("REQUEST");
        /// Expresses support, endorses, reaffirms backing.
        Support = "support", cameo Some("051"), plover Some("SUPPORT");
        /// Rejects, objects, opposes.
        Oppose = "oppose", cameo Some("120"), plover Some("REJECT");
        /// Thanks, commends, welcomes, congratulates.
        Appreciate = "appreciate", cameo Some("051"), plover Some("SUPPORT");
        /// Accuses, condemns, denounces, criticises.
        Condemn = "condemn", cameo Some("111"), plover Some("ACCUSE");
        /// Threatens, cautions.
        Warn = "warn", cameo Some("130"), plover Some("THREATEN");
        /// Expresses condolences or solidarity with victims.
        Condole = "condole", cameo None, plover Some("SUPPORT");
        /// Exchanges views, discusses, reviews a topic without a position.
        Discuss = "discuss", cameo Some("036"), plover Some("CONSULT");
    }
}

vocabulary! {
    /// Who is reported to make a statement.
    Attribution ("attribution") {
        /// One or several named speakers, not all sides.
        Attributed = "attributed", cameo None, plover None;
        /// All sides together.
        Joint = "joint", cameo None, plover None;
        /// The publisher in its own voice.
        Publisher = "publisher", cameo None, plover None;
    }
}

vocabulary! {
    /// How the words of a statement are given.
    Quotation ("quotation") {
        /// In quotation marks.
        Direct = "direct", cameo None, plover None;
        /// Reported.
        Indirect = "indirect", cameo None, plover None;
        /// Reported, with a part in quotation marks.
        Mixed = "mixed", cameo None, plover None;
    }
}

vocabulary! {
    /// Kind of actor.
    ActorKind ("actor-kind") {
        /// Has a code in ISO 3166-1 or XKX; implies no recognition.
        State = "state", cameo None, plover None;
        /// An international organisation, a bloc, a state's body, an armed group, a company.
        Organization = "organization", cameo None, plover None;
        /// A human being.
        Person = "person", cameo None, plover None;
    }
}

vocabulary! {
    /// What a reference refers to.
    ReferenceKind ("reference-kind") {
        /// A treaty or convention between states.
        Treaty = "treaty", cameo None, plover None;
        /// An agreement, memorandum, arrangement, accord or framework.
        Agreement = "agreement", cameo None, plover None;
        /// A founding text, such as the Charter of the United Nations.
        Charter = "charter", cameo None, plover None;
        /// A resolution of a body, with its number where the text gives it.
        Resolution = "resolution", cameo None, plover None;
        /// A communiqué, joint statement or declaration.
        Communique = "communique", cameo None, plover None;
        /// A named initiative, plan or programme.
        Initiative = "initiative", cameo None, plover None;
        /// A named policy, principle or doctrine.
        Policy = "policy", cameo None, plover None;
        /// A decree, executive order or act of one government.
        Decree = "decree", cameo None, plover None;
        /// Another document.
        Document = "document", cameo None, plover None;
        /// An earlier or a planned event.
        Event = "event", cameo None, plover None;
        /// An anniversary, with its ordinal.
        Anniversary = "anniversary", cameo None, plover None;
        /// Something else.
        Other = "other", cameo None, plover None;
    }
}

vocabulary! {
    /// How a date is known.
    DateBasis ("date-basis") {
        /// The text gives the whole date.
        Stated = "stated", cameo None, plover None;
        /// Reckoned from a word such as today, a weekday or next year.
        Relative = "relative", cameo None, plover None;
        /// The text gives month and day; the year comes from the publication or from agreeing parts of the page.
        Completed = "completed", cameo None, plover None;
        /// The document's own date block, where the house style dates the event by it.
        Header = "header", cameo None, plover None;
    }
}

vocabulary! {
    /// How much of the text a record keeps.
    TextKept ("text-kept") {
        /// The whole rendered text.
        Full = "full", cameo None, plover None;
        /// The quoted spans with a little context; `source.text` is left out.
        Quotes = "quotes", cameo None, plover None;
        /// No text at all, only spans and digests.
        None = "none", cameo None, plover None;
    }
}

vocabulary! {
    /// A field of `source` that the caller gave, not the document.
    GivenField ("given-field") {
        /// `source.host`.
        Host = "host", cameo None, plover None;
        /// `source.language`.
        Language = "language", cameo None, plover None;
        /// `source.published`.
        Published = "published", cameo None, plover None;
        /// `source.publisher`.
        Publisher = "publisher", cameo None, plover None;
        /// `source.title`.
        Title = "title", cameo None, plover None;
        /// `source.url`.
        Url = "url", cameo None, plover None;
    }
}

vocabulary! {
    /// Context of an event or a statement, after PLOVER.
    Topic ("topic") {
        /// Armed forces, defence, weapons, war.
        Military = "military", cameo None, plover Some("military");
        /// Intelligence services and espionage.
        Intelligence = "intelligence", cameo None, plover Some("intelligence");
        /// Heads of state and government and their offices.
        Executive = "executive", cameo None, plover Some("executive");
        /// Parliaments and law-making.
        Legislative = "legislative", cameo None, plover Some("legislative");
        /// Elections and voting.
        Election = "election", cameo None, plover Some("election");
        /// Constitutions, parties, institutions, governance.
        PoliticalInstitutions = "political-institutions", cameo None, plover Some("political_institutions");
        /// Strengthening democracy and the rule of law.
        ProDemocracy = "pro-democracy", cameo None, plover Some("pro_democracy");
        /// Strengthening autocracy; coups.
        ProAutocracy = "pro-autocracy", cameo None, plover Some("pro_autocracy");
        /// Trade, investment, finance, supply chains, sanctions as economic measures.
        Economic = "economic", cameo None, plover Some("economic");
        /// Law, courts, treaties, international law.
        Legal = "legal", cameo None, plover Some("legal");
        /// Human rights in general.
        HumanRights = "human-rights", cameo None, plover Some("human_rights");
        /// Single rights and freedoms: press, assembly, belief.
        RightsFreedoms = "rights-freedoms", cameo None, plover Some("rights_freedoms");
        /// Repression, detention of opponents.
        Repression = "repression", cameo None, plover Some("repression");
        /// Protection of civilians, food security, humanitarian aid.
        HumanSecurity = "human-security", cameo None, plover Some("human_security");
        /// Women, girls, gender equality.
        Gender = "gender", cameo None, plover Some("gender");
        /// Rights of LGBT people.
        Lgbt = "lgbt", cameo None, plover Some("lgbt");
        /// Religious and ethnic groups.
        ReligionEthnicity = "religion-ethnicity", cameo None, plover Some("religion_ethnicity");
        /// Poverty and inequality.
        Inequality = "inequality", cameo None, plover Some("inequality");
        /// Diplomatic relations, talks, embassies.
        Diplomatic = "diplomatic", cameo None, plover Some("diplomatic");
        /// Borders, sovereignty, territorial claims.
        Territory = "territory", cameo None, plover Some("territory");
        /// Peacekeeping and peace operations.
        Peacekeeping = "peacekeeping", cameo None, plover Some("peacekeeping");
        /// Public health, pandemics, medicine.
        Health = "health", cameo None, plover Some("health");
        /// Refugees and asylum.
        Asylum = "asylum", cameo None, plover Some("asylum");
        /// Migration.
        Migration = "migration", cameo None, plover Some("migration");
        /// Natural and industrial disasters and relief.
        Disasters = "disasters", cameo None, plover Some("disasters");
        /// Energy, minerals, water, food as resources.
        NaturalResource = "natural-resource", cameo None, plover Some("natural_resource");
        /// Climate, environment, biodiversity.
        Environment = "environment", cameo None, plover Some("environment");
        /// Technology, research, space, artificial intelligence.
        Technology = "technology", cameo None, plover Some("technology");
        /// Terrorism and countering it.
        Terrorism = "terrorism", cameo None, plover Some("terrorism");
        /// Chemical, biological, radiological and nuclear weapons and material.
        Cbrn = "cbrn", cameo None, plover Some("cbrn");
        /// Cyber security and attacks.
        Cyber = "cyber", cameo None, plover Some("cyber");
        /// Disinformation and propaganda.
        Misinformation = "misinformation", cameo None, plover Some("misinformation");
        /// Crime and law enforcement.
        Crime = "crime", cameo None, plover Some("crime");
        /// Corruption.
        Corruption = "corruption", cameo None, plover Some("corruption");
        /// Illegal drugs.
        IllegalDrugs = "illegal-drugs", cameo None, plover Some("illegal_drugs");
        /// Trafficking in persons and smuggling.
        Trafficking = "trafficking", cameo None, plover Some("trafficking");
    }
}
