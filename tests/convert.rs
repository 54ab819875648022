//! Texts in, who took part, what took place and who said what out: one idea of the genre a case, all persons invented.

use chancery::Readout;
use std::fmt::Write as _;

use chancery::convert::convert;
use chancery::document::documents;
use chancery::lexicon::Lexicon;
use chancery::record::{Attribution, Statement};
use chancery::source::{Given, read};

/// The idea, a text, and what is read of it.
pub(super) type Case = (&'static str, &'static str, &'static [&'static str]);

/// The same with the publisher of the text behind the idea.
pub(super) type PublishedCase = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// Before the texts of `STATEMENTS`.
const OPENING: &str =
    "Prime Minister Tomas Lindqvist of Sweden met with President Grace Okello of Kenya.";

/// Name, office, state or organisation, role of each participant, in any order.
const PARTICIPANTS: &[Case] = &[
    (
        "title before the name",
        "Prime Minister Tomas Lindqvist of Sweden met today with President Grace Okello of Kenya.",
        &[
            "Grace Okello, President, KEN, participant",
            "Tomas Lindqvist, Prime Minister, SWE, participant",
        ],
    ),
    (
        "who issues the readout, named in its title",
        "Statement by Ministry Spokesperson Ana Horn on Foreign Minister Lea Sand's Call with Nordic Counterparts\n\nForeign \
        Minister Lea Sand spoke today with her counterparts from the five Nordic countries. They discussed trade.",
        &["Lea Sand, Foreign Minister, USA, participant"],
    ),
    (
        "no words of things as a person's name",
        "Second Gentleman Otto Marsh met today with Assemblymember Ana Ruiz of Access Living.",
        &[
            "Ana Ruiz, Assemblymember, USA, participant",
            "Otto Marsh, Second Gentleman, USA, participant",
        ],
    ),
    (
        "title after the name",
        "Tomas Lindqvist, Prime Minister of Sweden, met with Grace Okello, President of Kenya.",
        &[
            "Grace Okello, President, KEN, participant",
            "Tomas Lindqvist, Prime Minister, SWE, participant",
        ],
    ),
    (
        "name in apposition to a title with its article",
        "The Minister of Foreign Affairs of Chile, Ana Sol, spoke with the Foreign Minister of Norway, Kare Lund.",
        &[
            "Ana Sol, Minister of Foreign Affairs, CHL, participant",
            "Kare Lund, Foreign Minister, NOR, participant",
        ],
    ),
    (
        "one plural title for two persons of two states",
        "Prime Minister Tomas Lindqvist of Sweden met with Presidents Grace Okello of Kenya and Ivo Brandl of Austria.",
        &[
            "Grace Okello, President, KEN, participant",
            "Ivo Brandl, President, AUT, participant",
            "Tomas Lindqvist, Prime Minister, SWE, participant",
        ],
    ),
    (
        "one state for two persons",
        "Secretary of State Dora Finch met with President Ivo Brandl and Foreign Minister Lena Huber of Austria.",
        &[
            "Dora Finch, Secretary of State, USA, participant",
            "Ivo Brandl, President, AUT, participant",
            "Lena Huber, Foreign Minister, AUT, participant",
        ],
    ),
    (
        "demonym before the title",
        "Kenyan President Grace Okello spoke with Austrian Foreign Minister Lena Huber.",
        &[
            "Grace Okello, President, KEN, participant",
            "Lena Huber, Foreign Minister, AUT, participant",
        ],
    ),
    (
        "possessive state before the title",
        "Kenya's President Grace Okello spoke with Austria's Foreign Minister Lena Huber.",
        &[
            "Grace Okello, President, KEN, participant",
            "Lena Huber, Foreign Minister, AUT, participant",
        ],
    ),
    (
        "office of an organisation",
        "President Grace Okello of Kenya met with NATO Secretary General Pieter de Wolde.",
        &[
            "Grace Okello, President, KEN, participant",
            "Pieter de Wolde, NATO Secretary General, nato, participant",
        ],
    ),
    (
        "long name of the state",
        "President Grace Okello of the Republic of Kenya spoke with Prime Minister Tomas Lindqvist of the Kingdom of Sweden.",
        &[
            "Grace Okello, President, KEN, participant",
            "Tomas Lindqvist, Prime Minister, SWE, participant",
        ],
    ),
    (
        "honorifics are no part of a name",
        "H.E. Dr. Ana Sol, Minister of Foreign Affairs of Chile, received Ambassador Mr. Jonas Berg of Norway.",
        &["Ana Sol, Minister of Foreign Affairs, CHL, host", "Jonas Berg, Ambassador, NOR, guest"],
    ),
    (
        "honorific and surname mean the person named before",
        "Foreign Minister Ana Sol of Chile met with Foreign Minister Kare Lund of Norway. Mr. Lund thanked Ms. Sol for the visit.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Kare Lund, Foreign Minister, NOR, participant",
        ],
    ),
    (
        "particles and suffixes belong to the name",
        "President Omar bin Khalid al-Farsi of Oman spoke with President John T. Hale, Jr. of Liberia.",
        &[
            "John T. Hale, Jr., President, LBR, participant",
            "Omar bin Khalid al-Farsi, President, OMN, participant",
        ],
    ),
    (
        "deputy and special envoy",
        "Deputy Prime Minister Lena Huber of Austria met with Special Envoy for Climate Jonas Berg of Norway.",
        &[
            "Jonas Berg, Special Envoy for Climate, NOR, participant",
            "Lena Huber, Deputy Prime Minister, AUT, participant",
        ],
    ),
    (
        "a person only mentioned takes no part",
        "President Grace Okello of Kenya spoke with President Ivo Brandl of Austria. President Okello recalled her talks with former Chancellor Karl Steger.",
        &["Grace Okello, President, KEN, participant", "Ivo Brandl, President, AUT, participant"],
    ),
    (
        "who hosts and who is hosted",
        "President Ivo Brandl of Austria hosted President Grace Okello of Kenya in Vienna.",
        &["Grace Okello, President, KEN, guest", "Ivo Brandl, President, AUT, host"],
    ),
    (
        "who calls",
        "Prime Minister Tomas Lindqvist of Sweden received a call from President Grace Okello of Kenya.",
        &[
            "Grace Okello, President, KEN, caller",
            "Tomas Lindqvist, Prime Minister, SWE, participant",
        ],
    ),
    (
        "a list of participants in bullets",
        "National Security Advisor Dora Finch met in Vienna with her counterparts. The participants were:\n\n- Ivo Brandl, National Security Advisor of Austria\n- Kare Lund, National Security Advisor of Norway\n",
        &[
            "Dora Finch, National Security Advisor, USA, participant",
            "Ivo Brandl, National Security Advisor, AUT, participant",
            "Kare Lund, National Security Advisor, NOR, participant",
        ],
    ),
    (
        "joined by one with a state",
        "Foreign Minister Lena Huber of Austria met with Foreign Minister Kare Lund of Norway. They were joined by Foreign Minister Amina Wafula of Kenya.",
        &[
            "Amina Wafula, Foreign Minister, KEN, participant",
            "Kare Lund, Foreign Minister, NOR, participant",
            "Lena Huber, Foreign Minister, AUT, participant",
        ],
    ),
    (
        "co-chairs of a mechanism",
        "Foreign Secretary Amina Wafula of Kenya and State Secretary Lena Huber of Austria co-chaired the 12th round of the Kenya-Austria Political Consultations in Nairobi.",
        &[
            "Amina Wafula, Foreign Secretary, KEN, co-chair",
            "Lena Huber, State Secretary, AUT, co-chair",
        ],
    ),
];

/// Type, mode, date with basis; place with country; name; round and series of each event.
const EVENTS: &[Case] = &[
    (
        "a council of heads of state or government",
        "Today, the European Council was joined by President Ellen Marsh of the United States.",
        &["summit 2031-05-14 relative"],
    ),
    (
        "a session of such a council",
        "President Pavel Orlov of Russia took part in a session of the Supreme Eurasian Economic Council in Minsk on May 3, 2031.",
        &["summit in-person 2031-05-03 stated, Minsk BLR"],
    ),
    (
        "the heading of a speech tells the name more fully",
        "Nordic-Kenya Summit\n\nPresident Grace Okello of Kenya took part in the Nordic-Kenya summit.\n\nOpening remarks at the 4th Nordic-Kenya summit\n\nColleagues, the ports of all our countries are open again.",
        &["summit in-person, 4th Nordic-Kenya summit, round 4 of Nordic-Kenya summit"],
    ),
    (
        "meeting",
        "President Grace Okello of Kenya met with President Ivo Brandl of Austria.",
        &["meeting in-person"],
    ),
    (
        "call",
        "President Grace Okello of Kenya spoke by phone with President Ivo Brandl of Austria.",
        &["call telephone"],
    ),
    (
        "video call",
        "President Grace Okello of Kenya held a video call with President Ivo Brandl of Austria.",
        &["call video"],
    ),
    (
        "separate calls",
        "Secretary of State Dora Finch spoke separately with Foreign Minister Lena Huber of Austria and Foreign Minister Kare Lund of Norway.",
        &["call telephone", "call telephone"],
    ),
    (
        "trip with stops",
        "Foreign Minister Ana Sol of Chile traveled to Norway from May 5 to 9. In Oslo, she met with Foreign Minister Kare Lund of Norway. In Bergen, she met with Minister of Fisheries Jonas Berg of Norway.",
        &[
            "visit in-person 2031-05-05/2031-05-09 completed, Norway NOR",
            "meeting in-person 2031-05-05/2031-05-09 completed, Oslo NOR",
            "meeting in-person 2031-05-05/2031-05-09 completed, Bergen NOR",
        ],
    ),
    (
        "hosted at a place",
        "President Ivo Brandl of Austria hosted President Grace Okello of Kenya in Vienna.",
        &["meeting in-person, Vienna AUT"],
    ),
    (
        "today",
        "President Grace Okello of Kenya met today with President Ivo Brandl of Austria.",
        &["meeting in-person 2031-05-14 relative"],
    ),
    (
        "yesterday evening",
        "President Grace Okello of Kenya spoke yesterday evening with President Ivo Brandl of Austria.",
        &["call telephone 2031-05-13 relative"],
    ),
    (
        "weekday",
        "President Grace Okello of Kenya spoke on Monday with President Ivo Brandl of Austria.",
        &["call telephone 2031-05-12 relative"],
    ),
    (
        "weekday with date",
        "President Grace Okello of Kenya spoke on Monday, May 12, with President Ivo Brandl of Austria.",
        &["call telephone 2031-05-12 completed"],
    ),
    (
        "interval",
        "President Grace Okello of Kenya met with President Ivo Brandl of Austria in Vienna from May 10-11, 2031.",
        &["meeting in-person 2031-05-10/2031-05-11 stated, Vienna AUT"],
    ),
    (
        "month and day completed by the year of publication",
        "On 30 December, President Grace Okello of Kenya spoke with President Ivo Brandl of Austria.",
        &["call telephone 2030-12-30 completed"],
    ),
    (
        "full date",
        "On 3 May 2031, President Grace Okello of Kenya met with President Ivo Brandl of Austria.",
        &["meeting in-person 2031-05-03 stated"],
    ),
    (
        "no day in the text",
        "President Grace Okello of Kenya met with President Ivo Brandl of Austria in Vienna.",
        &["meeting in-person, Vienna AUT"],
    ),
    (
        "background and plans are no events",
        "President Grace Okello of Kenya spoke today with President Ivo Brandl of Austria. The call follows their meeting in Nairobi in March. They will meet again in Vienna next month.",
        &["call telephone 2031-05-14 relative"],
    ),
    (
        "a margin that names its city",
        "President Grace Okello of Kenya met with President Ivo Brandl of Austria on the margins of the G20 Summit in Brasilia.",
        &["meeting in-person, Brasilia BRA"],
    ),
    (
        "a place named for a call is none of the event's",
        "President Grace Okello of Kenya spoke by phone with the Ambassadors of Austria and Norway in Nairobi.",
        &["call telephone"],
    ),
    (
        "message",
        "President Grace Okello of Kenya sent a message of condolences to President Ivo Brandl of Austria.",
        &["message written"],
    ),
    (
        "round of a mechanism, chairs first",
        "Foreign Secretary Amina Wafula of Kenya and State Secretary Lena Huber of Austria co-chaired the 12th round of the Kenya-Austria Political Consultations in Nairobi.",
        &[
            "consultation in-person, Nairobi KEN, 12th round of the Kenya-Austria Political Consultations, round 12 of Kenya-Austria Political Consultations",
        ],
    ),
    (
        "trip with one stop",
        "Foreign Minister Ana Sol of Chile traveled to Oslo from May 5 to 9. She met with Foreign Minister Kare Lund of Norway.",
        &[
            "visit in-person 2031-05-05/2031-05-09 completed, Oslo NOR",
            "meeting in-person 2031-05-05/2031-05-09 completed, Oslo NOR",
        ],
    ),
];

/// Speaker and act of each statement behind the opening.
const STATEMENTS: &[Case] = &[
    (
        "support as the object",
        "President Okello reaffirmed her support for the peace talks.",
        &["grace-okello support"],
    ),
    (
        "commitment as the object",
        "President Okello reaffirmed Kenya's commitment to free trade.",
        &["grace-okello commit"],
    ),
    (
        "importance as the object",
        "President Okello reaffirmed the importance of free trade.",
        &["grace-okello state"],
    ),
    (
        "appreciation as the object",
        "President Okello expressed appreciation for the Swedish aid.",
        &["grace-okello appreciate"],
    ),
    (
        "condolences as the object",
        "Prime Minister Lindqvist expressed condolences for the victims of the flood.",
        &["tomas-lindqvist condole"],
    ),
    (
        "concern as the object",
        "Prime Minister Lindqvist expressed deep concern about the fighting.",
        &["tomas-lindqvist state"],
    ),
    (
        "the need for another to act",
        "Prime Minister Lindqvist stressed the need for Russia to withdraw its troops.",
        &["tomas-lindqvist request"],
    ),
    (
        "the need to act",
        "Prime Minister Lindqvist stressed the need to protect the oceans.",
        &["tomas-lindqvist state"],
    ),
    ("agree", "The two leaders agreed to open a direct flight.", &["joint agree"]),
    ("urge", "President Okello urged Sweden to lift the visa rules.", &["grace-okello request"]),
    (
        "condemn",
        "Prime Minister Lindqvist condemned the attack on the port.",
        &["tomas-lindqvist condemn"],
    ),
    (
        "warn",
        "Prime Minister Lindqvist warned that the truce was fragile.",
        &["tomas-lindqvist warn"],
    ),
    ("oppose", "President Okello rejected the new tariffs.", &["grace-okello oppose"]),
    (
        "thank",
        "President Okello thanked the Prime Minister for his visit.",
        &["grace-okello appreciate"],
    ),
    ("discuss", "They discussed trade and fisheries.", &["joint discuss"]),
    (
        "said that one's own side will",
        "Prime Minister Lindqvist said that Sweden will open an embassy.",
        &["tomas-lindqvist commit"],
    ),
    ("passive without a subject", "It was agreed to hold a second meeting.", &["joint agree"]),
    ("what the talks were about", "The talks focused on fisheries.", &["joint discuss"]),
    (
        "pronoun",
        "President Okello noted the drought in the north. She asked for grain.",
        &["grace-okello state", "grace-okello request"],
    ),
    ("surname alone", "Lindqvist welcomed the reforms.", &["tomas-lindqvist appreciate"]),
    (
        "title alone",
        "The President welcomed the reforms. The Prime Minister pledged new loans.",
        &["grace-okello appreciate", "tomas-lindqvist commit"],
    ),
    (
        "a side for its only representative",
        "The Kenyan side proposed a joint fund.",
        &["grace-okello request"],
    ),
    (
        "reported speech goes on",
        "President Okello said that the drought was severe. Wells had dried up in the north.",
        &["grace-okello state", "grace-okello state continued"],
    ),
    (
        "a quotation of several sentences",
        "“The drought is severe in the north. Many wells have dried up,” President Okello said.",
        &["grace-okello state continued", "grace-okello state"],
    ),
    (
        "according to",
        "According to President Okello, the drought is severe.",
        &["grace-okello state"],
    ),
    (
        "two acts in a sentence: the larger",
        "President Okello thanked Sweden and urged it to lift the visa rules.",
        &["grace-okello request"],
    ),
    (
        "a participle behind the verb adds its act",
        "They discussed the truce, underscoring their support for the mediators.",
        &["joint support"],
    ),
    (
        "negation of a verb of support",
        "President Okello did not support the new tariffs.",
        &["grace-okello oppose"],
    ),
    ("views exchanged in the passive", "Views were exchanged on fisheries.", &["joint discuss"]),
    (
        "topics considered in the passive",
        "The relations of Kenya and Sweden were also considered.",
        &["joint discuss"],
    ),
    (
        "topics on the agenda",
        "The issue of fisheries was also on the agenda of the visit.",
        &["joint discuss"],
    ),
    (
        "what was expressed stands before a passive",
        "Gratitude was expressed for the grain.",
        &["joint appreciate"],
    ),
    (
        "a passive with those who did it",
        "The need for peace was stressed by President Okello.",
        &["grace-okello state"],
    ),
    (
        "an exchange of views took place",
        "An exchange of views also took place on the truce.",
        &["joint discuss"],
    ),
    (
        "a pronoun behind the subject of its sentence",
        "Prime Minister Lindqvist spoke of the floods. President Okello underscored the drought, and she invited a mission.",
        &["tomas-lindqvist state", "grace-okello request"],
    ),
    (
        "a pronoun agrees with what the text tells of a person",
        "Prime Minister Lindqvist reaffirmed his support for the truce. President Okello reaffirmed her support for trade. He thanked Kenya.",
        &["tomas-lindqvist support", "grace-okello support", "tomas-lindqvist appreciate"],
    ),
    (
        "on his part, with a pronoun",
        "President Okello described the drought. For his part, he offered grain.",
        &["grace-okello state", "tomas-lindqvist commit"],
    ),
    (
        "the counterpart without a name",
        "President Okello described the drought. Her counterpart offered grain.",
        &["grace-okello state", "tomas-lindqvist commit"],
    ),
    (
        "the latter",
        "President Okello described the drought. The latter offered grain.",
        &["grace-okello state", "tomas-lindqvist commit"],
    ),
    (
        "the members of a body",
        "SADC Member States urged restraint. The members of the Tide Group thanked Kenya.",
        &["joint request", "joint appreciate"],
    ),
    (
        "executives who are received",
        "The CEOs discussed trade. The President and business leaders agreed on a plan.",
        &["joint discuss", "joint agree"],
    ),
    (
        "according to a pronoun, to a title with the name behind it, behind an adverbial",
        "According to the head of the delegation, President Grace Okello, the harvest failed. According to her, the drought \
        is severe. In particular, as noted by Prime Minister Lindqvist, the ports are closed.",
        &["grace-okello state", "grace-okello state", "tomas-lindqvist state"],
    ),
    (
        "the attribution closes the sentence",
        "Kenya is ready to open its ports, President Okello stressed.",
        &["grace-okello commit"],
    ),
    (
        "a quotation of thanks before its attribution",
        "“Thank you for the grain and for your visit to our ports,” President Okello said, smiling.",
        &["grace-okello appreciate"],
    ),
    (
        "in somebody's view",
        "In President Okello's view, the drought is severe.",
        &["grace-okello state"],
    ),
    (
        "in the words of somebody, with a passive",
        "In the words of President Okello, an agreement has been reached on grain.",
        &["grace-okello state"],
    ),
    (
        "the opportunity taken to speak",
        "President Okello took the opportunity to thank Sweden.",
        &["grace-okello appreciate"],
    ),
    (
        "what one would like to do",
        "President Okello said that she would like to open a consulate.",
        &["grace-okello commit"],
    ),
    (
        "what is hoped is no promise",
        "President Okello hoped that Sweden would open a consulate.",
        &["grace-okello state"],
    ),
    (
        "views that are shared",
        "The two leaders shared the view that the truce is fragile.",
        &["joint agree"],
    ),
    (
        "an offer of congratulations is no promise",
        "Prime Minister Lindqvist offered his congratulations on the harvest.",
        &["tomas-lindqvist appreciate"],
    ),
    (
        "what one side will do behind its report",
        "They underscored the importance of ports, and will build a pier.",
        &["joint commit"],
    ),
    (
        "informed that one's own side will",
        "President Okello informed the Prime Minister that Kenya will open a consulate.",
        &["grace-okello commit"],
    ),
    (
        "verbs joined within what is said",
        "President Okello stressed that the ministers had met and pledged grain.",
        &["grace-okello state"],
    ),
    (
        "forms in -ing of a list",
        "They discussed ways of fighting hunger, building ports and encouraging trade.",
        &["joint discuss"],
    ),
    (
        "support as a noun behind a state",
        "They discussed the ports, an example of Sweden support for trade.",
        &["joint discuss"],
    ),
    (
        "a second noun with the larger claim",
        "President Okello affirmed the importance of trade, as well as the commitment to open ports.",
        &["grace-okello commit"],
    ),
    (
        "that regard says nothing",
        "President Okello conveyed her commitment in that regard.",
        &["grace-okello commit"],
    ),
    (
        "to have a conversation is the encounter",
        "Prime Minister Lindqvist had a frank conversation with President Okello.",
        &[],
    ),
    (
        "adjectives between the verb and the talks",
        "The two sides had frank, long and useful discussions on ports.",
        &["joint discuss"],
    ),
    ("spoke about, alone", "President Okello spoke about the drought.", &["grace-okello state"]),
    ("attention paid", "The two leaders paid special attention to ports.", &["joint discuss"]),
    ("a document adopted", "In addition, a Joint Statement was adopted.", &[]),
    (
        "who else was there",
        "Additional representatives of the Government of Kenya included the head of the ports.",
        &[],
    ),
    (
        "what others did is not what a speaker went on to say",
        "President Okello said that the drought was severe. Earlier, Prime Minister Lindqvist laid a wreath.",
        &["grace-okello state"],
    ),
    (
        "titles joined without an article",
        "The Prime Minister and President welcomed the truce.",
        &["joint appreciate"],
    ),
    (
        "a turn in one line",
        "💬 President Okello: We highly value our friendship.",
        &["grace-okello appreciate"],
    ),
    (
        "what would follow if",
        "President Okello noted that Kenya would respond if the port were closed.",
        &["grace-okello warn"],
    ),
    (
        "the officials of one side go on as they",
        "Norwegian officials noted the drought. They praised the aid.",
        &["NOR state", "NOR appreciate"],
    ),
    ("the two, without a noun", "The two also discussed the truce.", &["joint discuss"]),
    ("the focus of a discussion", "They focused their talks on ports.", &["joint discuss"]),
    ("topics mentioned in the passive", "Some regional issues were mentioned.", &["joint discuss"]),
    ("topics before their verb", "Also discussed were ports and fisheries.", &["joint discuss"]),
    (
        "topics among those discussed",
        "Among the topics discussed were ports and fisheries.",
        &["joint discuss"],
    ),
    ("a meeting that reviewed", "The meeting reviewed the truce.", &["joint discuss"]),
    ("discussions held on a topic", "Discussions were held on fisheries.", &["joint discuss"]),
    (
        "trade between two states has no voice",
        "Trade between Kenya and Sweden covers ports and fisheries.",
        &[],
    ),
    (
        "a state of mind reports",
        "The leaders were dismayed by the attack on the port. President Okello was confident that the truce would hold. She was grateful for the grain.",
        &["joint state", "grace-okello state", "grace-okello appreciate"],
    ),
    (
        "an adjective leads to what is said",
        "President Okello was keen to emphasize the drought. She was pleased to note the harvest.",
        &["grace-okello state", "grace-okello state"],
    ),
    (
        "an insertion behind the subject",
        "President Okello, referring to the talks between Sweden and Norway, stressed the drought. The Prime Minister, based on the report, urged restraint.",
        &["grace-okello state", "tomas-lindqvist request"],
    ),
    (
        "for his part, without commas",
        "Prime Minister Lindqvist for his part stressed the drought.",
        &["tomas-lindqvist state"],
    ),
    (
        "a visit to somebody is no request",
        "Prime Minister Lindqvist also called on Speaker Ivo Brandl. He called on Kenya to act.",
        &["tomas-lindqvist request"],
    ),
    ("the end of a visit is no remark", "Prime Minister Lindqvist concluded his visit today.", &[]),
    (
        "as noted by somebody",
        "As noted by President Okello, the drought is severe.",
        &["grace-okello state"],
    ),
    ("the first such meeting", "This is the third such meeting of the two leaders.", &[]),
    ("how the meeting went, in a list", "The meeting was frank, useful and long.", &[]),
    (
        "what another will do is no promise",
        "President Okello noted that Norway will open its ports. She noted that Kenya will open its ports.",
        &["grace-okello state", "grace-okello commit"],
    ),
    (
        "what is hoped within what is said",
        "President Okello stated that Kenya hopes that it would rain.",
        &["grace-okello state"],
    ),
    (
        "a passive of what one side alone can say",
        "It was stressed that Kenya condemns the attack. On the Swedish side, regret was expressed.",
        &["grace-okello condemn", "tomas-lindqvist state"],
    ),
    (
        "he is who does what is told before",
        "President Okello described the drought. Prime Minister Lindqvist arrived yesterday. He praised the harvest.",
        &["grace-okello state", "tomas-lindqvist appreciate"],
    ),
    (
        "a line that is no sentence is nobody's",
        "President Okello said that the drought was severe.\n\nPress Office, Nairobi",
        &["grace-okello state"],
    ),
    (
        "what somebody begins or ends by doing",
        "President Okello began by offering her condolences for the flood. She ended by thanking Sweden.",
        &["grace-okello condole", "grace-okello appreciate"],
    ),
    (
        "the conversation turns to a topic",
        "The conversation then turned to fisheries. The meeting also witnessed an exchange of views on ports.",
        &["joint discuss", "joint discuss"],
    ),
    (
        "a quotation with its report in the present",
        "“The drought is severe in the north,” says President Okello.",
        &["grace-okello state"],
    ),
    (
        "a position in support",
        "President Okello underlined her firm position in support of the truce.",
        &["grace-okello support"],
    ),
    (
        "a bare title",
        "Prime Minister said that the drought was severe.",
        &["tomas-lindqvist state"],
    ),
    ("the two heads", "The two Heads of State discussed ports.", &["joint discuss"]),
    ("host and guest", "Host and guest agreed to open ports.", &["joint agree"]),
    (
        "a meeting by its name speaks for all, and goes on as it",
        "The Joint Committee welcomed the harvest. It also reviewed the ports. Summit commended the mediators.",
        &["joint appreciate", "joint discuss", "joint appreciate"],
    ),
    ("a group without an article", "Senior officials discussed ports.", &["joint discuss"]),
    (
        "greetings to convey are no request",
        "President Okello asked the Prime Minister to convey her greetings to the King.",
        &["grace-okello appreciate"],
    ),
    (
        "an occasion to discuss",
        "The meeting was an opportunity to discuss ports. The meeting also allowed for an exchange of views on trade.",
        &["joint discuss", "joint discuss"],
    ),
    ("what the leaders will do", "The two leaders will meet again in Oslo.", &["joint state"]),
    ("there was agreement", "On ports there was agreement.", &["joint agree"]),
    (
        "a day between subject and verb",
        "President Okello on Wednesday noted the drought.",
        &["grace-okello state"],
    ),
    (
        "what was done before a report",
        "President Okello laid a wreath at the port. Prime Minister Lindqvist visited a mill and thanked Kenya.",
        &["tomas-lindqvist appreciate"],
    ),
    (
        "nobody speaks of oneself by name",
        "President Okello said that the drought was severe. President Okello is on a tour of the ports.",
        &["grace-okello state"],
    ),
    (
        "a quotation over paragraphs",
        "President Okello said: “The drought is severe in the north.\n\nMany wells have dried up there.”",
        &["grace-okello state", "grace-okello state continued"],
    ),
    (
        "the words of a press release are told",
        "“The two leaders discussed the ports and the truce,” the press release added.",
        &["joint discuss"],
    ),
    (
        "what a spokesman tells of others",
        "Spokesperson Ivo Brandl added that the two leaders discussed ports.",
        &["joint discuss"],
    ),
    (
        "credentials presented are no report",
        "Prime Minister Lindqvist presented his letters of credence.",
        &[],
    ),
    (
        "a wish to see is no promise",
        "President Okello stated that Kenya would also like to see more trade.",
        &["grace-okello state"],
    ),
    (
        "a quotation alone is of who spoke before",
        "President Okello discussed the drought. “Many of the wells have dried up in the north.”",
        &["grace-okello discuss", "grace-okello state continued"],
    ),
    (
        "negation by a verb of refusal",
        "President Okello opposed any new tariffs.",
        &["grace-okello oppose"],
    ),
];

/// The record of a text published on Wednesday, 14 May 2031.
pub(super) fn record(text: &str, publisher: Option<&str>) -> Readout {
    let given = Given {
        published: Some("2031-05-14".parse().unwrap()),
        publisher: publisher.map(ToOwned::to_owned),
        ..Given::default()
    };
    let page = read("text.txt", text.as_bytes(), &given).pages.remove(0);
    convert(&documents(page)[0], Lexicon::english())
}

pub(super) fn participants(record: &Readout) -> Vec<String> {
    let mut told = Vec::new();
    for part in record.events.iter().flat_map(|event| &event.participants) {
        let actor = record.actors.iter().find(|actor| actor.id == part.actor).unwrap();
        let side: Vec<_> = actor.represents.iter().map(ToString::to_string).collect();
        let office = part.office.as_deref().unwrap_or("-");
        told.push(format!("{}, {office}, {}, {}", actor.name, side.join(" "), part.role));
    }
    told.sort();
    told
}

pub(super) fn events(record: &Readout) -> Vec<String> {
    let tell = |event: &chancery::record::Event| {
        let mut told = event.event_type.to_string();
        let date = event.date.map(|date| date.to_string());
        let basis = event.date_basis.map(|basis| basis.to_string());
        for word in [event.mode.map(|mode| mode.to_string()), date, basis].into_iter().flatten() {
            told = format!("{told} {word}");
        }
        if let Some(place) = &event.place {
            let country = place.country.as_ref().map_or("-", |country| country.as_str());
            told = format!("{told}, {} {country}", place.name);
        }
        told.extend(event.name.iter().map(|name| format!(", {name}")));
        told.extend(event.round.map(|round| format!(", round {round}")));
        told.extend(event.series.iter().map(|series| format!(" of {series}")));
        told
    };
    record.events.iter().map(tell).collect()
}

fn statements(record: &Readout) -> Vec<String> {
    let tell = |statement: &Statement| {
        let speakers: Vec<_> = statement.speakers.iter().map(ToString::to_string).collect();
        let speakers = match statement.attribution {
            Attribution::Attributed => speakers.join(" "),
            all => all.to_string(),
        };
        let continued = if statement.continued { " continued" } else { "" };
        format!("{speakers} {}{continued}", statement.act)
    };
    record.statements.iter().filter(|statement| statement.sentence > 1).map(tell).collect()
}

/// Fails with all cases that are read otherwise than they should be.
#[track_caller]
pub(super) fn hold(cases: &[Case], tell: impl Fn(&str) -> Vec<String>) {
    compare(cases.iter().map(|&(idea, text, expected)| (idea, text, expected, tell(text))));
}

/// Fails with all cases whose records tell something else than they should.
#[track_caller]
pub(super) fn hold_published(cases: &[PublishedCase], tell: impl Fn(&Readout) -> Vec<String>) {
    compare(cases.iter().map(|&(idea, publisher, text, expected)| {
        (idea, text, expected, tell(&record(text, Some(publisher))))
    }));
}

#[track_caller]
fn compare(
    cases: impl Iterator<Item = (&'static str, &'static str, &'static [&'static str], Vec<String>)>,
) {
    let mut wrong = String::new();
    for (idea, text, expected, told) in cases {
        if told != expected {
            let _ =
                writeln!(wrong, "{idea}: {text}\n  expected {expected:#?}\n  read     {told:#?}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn who_took_part_for_whom_in_what_office_and_role() {
    hold(PARTICIPANTS, |text| participants(&record(text, Some("The White House"))));
}

#[test]
fn what_took_place_how_when_and_where() {
    hold(EVENTS, |text| events(&record(text, Some("The White House"))));
}

#[test]
fn who_said_what() {
    hold(STATEMENTS, |text| statements(&record(&format!("{OPENING} {text}"), None)));
}

/// Speaker and act of each statement behind the opening, in a text that Kenya publishes.
const AT_HOME: &[Case] = &[
    ("the guest", "The guest noted the drought.", &["tomas-lindqvist state"]),
    (
        "the guest and the diplomat of a state",
        "The Swedish guest praised the harvest. The Swedish top diplomat noted the drought.",
        &["tomas-lindqvist appreciate", "tomas-lindqvist state"],
    ),
    (
        "the head of a state's diplomacy",
        "The head of Swedish diplomacy noted the drought. The Head of the Swedish MFA thanked Kenya.",
        &["tomas-lindqvist state", "tomas-lindqvist appreciate"],
    ),
    (
        "the Minister is the publisher's, the visiting one is not",
        "The Minister noted the drought. The visiting Minister offered grain. The Foreign Minister thanked him.",
        &["grace-okello state", "tomas-lindqvist commit", "grace-okello appreciate"],
    ),
    (
        "a spokesperson speaks for the publisher, of the talks as narration",
        "The Spokesman for the Presidency said that the call came at a good time. The Spokesman urged restraint.",
        &["publisher request"],
    ),
    (
        "two states in the present",
        "Kenya and Sweden work together in many fields.",
        &["publisher state"],
    ),
];

#[test]
fn who_said_what_in_a_text_of_one_side() {
    let opening = "Foreign Minister Grace Okello of Kenya met with Minister of Foreign Affairs of Sweden Tomas Lindqvist.";
    let house = Some("Ministry of Foreign Affairs of Kenya");
    hold(AT_HOME, |text| statements(&record(&format!("{opening} {text}"), house)));
}

#[test]
fn a_style_or_two_offices_together_mean_one_person() {
    let text = "The Prime Minister and Minister of Finance of Jordan, Karim Al-Nuri, met with His Majesty King Ivo Brandl of Norway. His Majesty praised the harvest. The Prime Minister and Minister of Finance noted the drought.";
    let told = statements(&record(text, None));
    assert_eq!(told, ["ivo-brandl appreciate", "karim-al-nuri state"]);
}

#[test]
fn a_letter_in_full_is_of_its_sender() {
    let text = "President Grace Okello of Kenya has sent a message to Tomas Lindqvist, the new Prime Minister of Sweden. The message reads as follows:\n\nYour Excellency,\n\n“I congratulate you on your election.\n\nI look forward to working with you.”\n\nNairobi, 14 May 2031\n";
    let told = statements(&record(text, Some("Ministry of Tides")));
    assert_eq!(told, ["grace-okello appreciate", "grace-okello state continued"]);
}

#[test]
fn a_letter_may_begin_in_the_sentence_that_leads_into_it() {
    let text = "Grace Okello congratulated King Ivo Brandl of Norway on his birthday.\n\nThe message reads, in part: “I warmly congratulate you on your birthday. Our meetings were of great use. Please accept this gift from Kenya.”\n";
    let told = statements(&record(text, Some("Ministry of Foreign Affairs of Kenya")));
    let sender = "grace-okello";
    assert_eq!(
        told,
        [
            format!("{sender} appreciate"),
            format!("{sender} state continued"),
            format!("{sender} state continued")
        ]
    );
}

#[test]
fn who_is_received_may_report_in_the_sentence_that_tells_of_it() {
    let text = "President Grace Okello of Kenya received a call from Prime Minister Tomas Lindqvist of Sweden, who inquired about the drought.";
    let told = record(text, None);
    assert_eq!(told.statements[0].speakers[0].as_str(), "tomas-lindqvist");
    assert_eq!(told.statements[0].act.to_string(), "request");
}

#[test]
fn a_house_that_dates_events_by_a_block_of_their_own_is_read_so() {
    let text = "Telephone conversation with President of Kenya Grace Okello\n\nPavel Orlov had a telephone conversation with President of the Republic of Kenya Grace Okello.\n\nMay 12, 2031\n18:50\n\nThe presidents discussed trade.\n";
    let dated = "call telephone 2031-05-12 header";
    assert_eq!(events(&record(text, Some("The Kremlin"))), [dated]);
    assert_eq!(events(&record(text, Some("Ministry of Tides"))), ["call telephone"]);
}

#[test]
fn a_day_is_read_in_the_forms_of_many_houses() {
    for (when, date) in [
        ("today, May 11, 2031,", "2031-05-11 stated"),
        ("yesterday (Sunday, 11 May 2031)", "2031-05-11 stated"),
        ("on Sunday (11/05)", "2031-05-11 completed"),
        ("on 30 Sept. 2030", "2030-09-30 stated"),
        ("on 11.05.2031", "2031-05-11 stated"),
        ("on 2031-05-11", "2031-05-11 stated"),
        ("from 8th to 10th of May 2031", "2031-05-08/2031-05-10 stated"),
        ("on 8 November last year", "2030-11-08 stated"),
        ("on 8 May", "2031-05-08 completed"),
    ] {
        let text = format!(
            "Voss meets Okello\n\nMay 12, 2031\n\nMinister Hanna Voss of Norway met {when} with President Grace Okello of Kenya.\n"
        );
        let told = events(&record(&text, Some("Ministry of Tides")));
        assert_eq!(told, [format!("meeting in-person {date}")], "{when}");
    }
}

#[test]
fn what_followed_on_the_same_day_has_its_date() {
    for (how, date) in [
        ("Later she spoke", " 2031-05-12 stated"),
        ("After the meeting, she spoke", " 2031-05-12 stated"),
        ("Minister Voss also spoke on the same day", " 2031-05-12 stated"),
        ("Minister Voss also spoke", ""),
    ] {
        let text = format!(
            "Minister Hanna Voss of Norway met today, 12 May 2031, with President Grace Okello of Kenya. {how} by telephone with Prime Minister Tomas Lindqvist of Sweden."
        );
        let told = events(&record(&text, None));
        let call = format!("call telephone{date}");
        assert_eq!(told, ["meeting in-person 2031-05-12 stated", &call], "{how}");
    }
}

#[test]
fn we_is_the_publisher_and_what_we_agreed_is_joint() {
    let text = format!(
        "{OPENING} We thank Kenya for its help. We agreed to meet again. We both stressed the drought. We underlined our joint commitment to trade."
    );
    let told = statements(&record(&text, Some("Ministry of Tides")));
    assert_eq!(told, ["publisher appreciate", "joint agree", "joint state", "joint commit"]);
}

#[test]
fn an_office_of_no_known_state_is_an_actor_under_its_title() {
    let told =
        record(&format!("{OPENING} The Speaker urged restraint."), Some("Ministry of Tides"));
    assert_eq!(statements(&told), ["speaker request"]);
    let actor = told.actors.iter().find(|actor| actor.id.as_str() == "speaker").unwrap();
    assert_eq!((actor.name.as_str(), actor.offices[0].title.as_str()), ("Speaker", "Speaker"));
    assert!(actor.represents.is_empty());
}

#[test]
fn all_speak_in_a_joint_statement() {
    let text = format!(
        "Joint Statement on Ports\n\n{OPENING} Reaffirming their support for ports;\n\nWe reaffirm our commitment to trade. Sweden expressed its thanks. Both countries will open ports. We stand by our ports. The region has a long way to go.\n"
    );
    let told = statements(&record(&text, Some("Ministry of Tides")));
    assert_eq!(
        told,
        [
            "joint support",
            "joint commit",
            "tomas-lindqvist appreciate",
            "joint commit",
            "joint state",
            "joint state"
        ]
    );
}

#[test]
fn labels_tell_who_speaks_and_who_asks() {
    let text = "Remarks of President Grace Okello of Kenya and Prime Minister Tomas Lindqvist of Sweden\n\nPRESIDENT OKELLO: We discussed the drought.\n\nPRIME MINISTER LINDQVIST: I urged restraint.\n\nJOURNALIST: Prime Minister, what of trade?\n\nPRIME MINISTER LINDQVIST: Thank you for asking.\n";
    let record = record(text, Some("Ministry of Tides"));
    let told: Vec<_> =
        record.statements.iter().map(|said| format!("{} {}", said.speakers[0], said.act)).collect();
    assert_eq!(
        told,
        ["grace-okello discuss", "tomas-lindqvist request", "tomas-lindqvist appreciate"]
    );
}

#[test]
fn a_label_may_name_its_speaker_with_office_first_and_then_without() {
    let told = |text: &str| {
        let record = record(text, Some("Ministry of Tides"));
        let tell = |said: &Statement| format!("{} {}", said.speakers[0], said.act);
        record.statements.iter().map(tell).collect::<Vec<_>>()
    };
    let opening = "Talks with Kenya\n\nPavel Orlov met with President of Kenya Grace Okello.\n\n";
    let turns = "President of Russia Pavel Orlov: Madam President, the ports are open.\n\nPresident of Kenya Grace Okello: Thank you.\n\nPavel Orlov: The harvest is good.\n";
    assert_eq!(
        told(&format!("{opening}{turns}")),
        ["pavel-orlov state", "grace-okello appreciate", "pavel-orlov state"]
    );
    let one =
        "President of Russia Pavel Orlov: Madam President, I am glad that the ports are open.\n";
    assert_eq!(told(&format!("{opening}{one}")), ["pavel-orlov state"]);
}

#[test]
fn the_title_of_a_speech_tells_who_gives_it() {
    let body =
        "I am glad to be back from Nairobi. I thank Kenya for its welcome. The ports are open.\n";
    for title in [
        "Remarks by the Hon. President Ellen Marsh upon Return from Kenya",
        "President Ellen Marsh's Arrival Statement",
        "Report after a Visit\n\nMay 12, 2031\n\nSpeech of President Ellen Marsh",
    ] {
        let told = record(&format!("{title}\n\n{body}"), Some("Ministry of Tides"));
        let tell = |said: &Statement| format!("{} {}", said.speakers[0], said.act);
        let told: Vec<_> = told.statements.iter().map(tell).collect();
        assert_eq!(
            told,
            ["ellen-marsh state", "ellen-marsh appreciate", "ellen-marsh state"],
            "{title}"
        );
    }
}

#[test]
fn in_the_first_person_both_discuss_and_the_publisher_thanks() {
    let text = "I met today with President Grace Okello of Kenya. We discussed trade. I thanked her for the grain. Our two countries share a long friendship.";
    let told = statements(&record(text, Some("Global Affairs Canada")));
    assert_eq!(told, ["joint discuss", "publisher appreciate", "publisher state"]);
}
