//! Sentences that tell of an encounter in, type, mode and participants of the events out: one verb or noun of the genre a case,
//! all persons invented.

use super::convert::{Case, hold, record};

/// The idea, a text, and the events read of it: type, mode, who took part.
const ENCOUNTERS: &[Case] = &[
    (
        "a visit with adjectives between verb and noun",
        "On 4 March 2031, Foreign Minister Marek Vanags wrapped up a three-day official visit to Chile.",
        &["visit in-person: Marek Vanags"],
    ),
    (
        "a visit that goes on",
        "Foreign Minister Marek Vanags is on a working visit to Chile on 3-4 March 2031.",
        &["visit in-person: Marek Vanags"],
    ),
    (
        "a visit that is over, its state named before",
        "Foreign Minister Marek Vanags, who was in Santiago, concluded his visit today.",
        &["visit in-person: Marek Vanags"],
    ),
    (
        "a visit in the progressive",
        "Foreign Minister of Chile Ana Sol is visiting Latvia on 3-4 March 2031.",
        &["visit in-person: Ana Sol"],
    ),
    (
        "a trip made to meet somebody",
        "Foreign Minister Marek Vanags travelled to Santiago on 3 March 2031 to meet with the Foreign Minister of Chile Ana Sol.",
        &["visit in-person: Marek Vanags", "meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a visit to a ministry is no trip",
        "Foreign Minister Marek Vanags visited the Ministry of Foreign Affairs of Chile and met with Ana Sol, Foreign Minister of Chile.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a farewell call",
        "The Ambassador of Chile Ana Sol paid a farewell call on Foreign Minister Marek Vanags.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a courtesy call that is made",
        "The Foreign Minister of Chile, Ana Sol, made a courtesy call on Foreign Minister Marek Vanags in Riga.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "credentials presented",
        "Ambassador Ana Sol of Chile presented her credentials to President Marek Vanags on 3 March 2031.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "credentials received",
        "President Marek Vanags received the letters of credence of the Ambassador of Chile, Ana Sol.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "copies of credentials",
        "The Ambassador of Chile, Ana Sol, handed over copies of her credentials to Foreign Minister Marek Vanags.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "leave taken",
        "Foreign Minister Marek Vanags bade farewell to the outgoing Ambassador of Chile, Ana Sol.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a delegation received",
        "Foreign Minister Marek Vanags received a Chilean delegation headed by Senator Ana Sol.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "the visitor as subject of a second encounter",
        "The Ambassador of Chile Ana Sol has called on Foreign Minister Marek Vanags. The Ambassador briefed the Minister on trade.\n\nMeanwhile the High Commissioner of Kenya, Ivo Ban, has also paid a courtesy call on Minister Marek Vanags.",
        &["meeting in-person: Ana Sol, Marek Vanags", "meeting in-person: Ivo Ban, Marek Vanags"],
    ),
    (
        "two verbs, two encounters",
        "Foreign Minister Marek Vanags held talks with Foreign Minister Ana Sol of Chile on Monday and called on President Ivo Ban of Chile today.",
        &["meeting in-person: Ana Sol, Marek Vanags", "meeting in-person: Ivo Ban, Marek Vanags"],
    ),
    (
        "a relative clause that tells the next encounter",
        "Foreign Minister Marek Vanags received in audience the President of Chile Ana Sol, who went on to meet with Prime Minister Ivo Ban.",
        &["meeting in-person: Ana Sol, Marek Vanags", "meeting in-person: Ana Sol, Ivo Ban"],
    ),
    (
        "a relative clause that tells of an earlier one",
        "Foreign Minister Marek Vanags met with the President of Chile Ana Sol, who met with President Ivo Ban of Kenya last year.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "how often others met",
        "Foreign Minister Marek Vanags met today with Foreign Minister Ana Sol of Chile. He recalled the progress made. In particular, President Ida Berg and President Leo Paz met twice this year, and King Abel and President Paz met several times.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a city that hosts consultations",
        "On 3 March 2031, Santiago hosted political consultations between the Ministries of Foreign Affairs of Latvia and Chile.",
        &["consultation in-person: "],
    ),
    (
        "a dialogue whose ministers the next sentence names",
        "The Sixth Latvia-Chile Strategic Dialogue was held in Riga on 3 March 2031. Foreign Minister Marek Vanags and Foreign Minister of Chile Ana Sol met to exchange views.",
        &["consultation in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a session of a body of many states",
        "Foreign Minister Marek Vanags attended the 12th meeting of the Council of Foreign Ministers in Santiago on 3 March 2031.",
        &["conference in-person: Marek Vanags"],
    ),
    (
        "congratulations sent",
        "President Marek Vanags has sent his sincere congratulations to the President of Chile, Ana Sol, on her re-election.",
        &["message written: Ana Sol, Marek Vanags"],
    ),
    (
        "congratulations expressed and nothing else",
        "President Marek Vanags congratulated the President of Chile, Ana Sol, on her election victory.",
        &["message written: Ana Sol, Marek Vanags"],
    ),
    (
        "condolences expressed in a meeting",
        "President Marek Vanags expressed his condolences to the President of Chile, Ana Sol, when the two met in Riga. President Marek Vanags met President Ana Sol today.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "what was signed, and by whom",
        "A memorandum of understanding was signed in Riga on 3 March 2031 by Foreign Minister Marek Vanags and Foreign Minister of Chile Ana Sol.",
        &["signing in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a signing whose signatories the next sentence names",
        "An agreement between Latvia and Chile was signed in Riga on 3 March 2031. The agreement was signed by Foreign Minister Marek Vanags from the Latvian side and by Ambassador Ana Sol of Chile from the Chilean side.",
        &["signing in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "talks told by what was discussed, by phone",
        "Foreign Minister Marek Vanags exchanged views with the Foreign Minister of Chile, Ana Sol, by telephone on 3 March 2031.",
        &["call telephone: Ana Sol, Marek Vanags"],
    ),
    (
        "talks told by what was discussed, in a city",
        "Foreign Minister Marek Vanags exchanged views with the Foreign Minister of Chile Ana Sol in Riga.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "the occasion before those who talk",
        "In a telephone conversation on 3 March, Foreign Minister Marek Vanags and the Foreign Minister of Chile Ana Sol discussed bilateral relations.",
        &["call telephone: Ana Sol, Marek Vanags"],
    ),
    (
        "the occasion behind what was discussed",
        "Foreign Minister Marek Vanags and the Foreign Minister of Chile Ana Sol discussed bilateral relations at a meeting in Santiago.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "the first person is honoured",
        "Honoured to receive Chilean Foreign Minister Ana Sol in Riga.",
        &["meeting in-person: Ana Sol"],
    ),
    (
        "menus before the report",
        "Skip to content.\n\nOur offices.\n\nRelated links.\n\nSocial media.\n\nArchive of news.\n\nForeign Minister Marek Vanags held a phone conversation with the Foreign Minister of Chile Ana Sol.",
        &["call telephone: Ana Sol, Marek Vanags"],
    ),
    (
        "officials who met their colleagues",
        "On 21 April, officials from the Ministry of Foreign Affairs met for an annual bilateral dialogue with their colleagues from Chile.",
        &["consultation in-person: "],
    ),
    (
        "talks held too",
        "President Marek Vanags met with the President of Chile Ana Sol. Official talks between the governments of Latvia and Chile were also held at the Castle.",
        &["meeting in-person: Ana Sol, Marek Vanags", "meeting in-person: "],
    ),
    (
        "calls told apart by the next sentence",
        "President Marek Vanags spoke with the President of Chile Ana Sol and the President of Kenya Ivo Ban. In his calls the President discussed trade.",
        &["call telephone: Ana Sol, Marek Vanags", "call telephone: Ivo Ban, Marek Vanags"],
    ),
    (
        "a visit to a body for talks with its head",
        "President Marek Vanags paid a visit to Chile. During the visit, the President also visited the Headquarters of the Chamber for talks with Director Ana Sol.",
        &["visit in-person: Marek Vanags", "meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "the object behind where and when",
        "The Minister of Foreign Affairs, Marek Vanags, received in Riga, in the presence of several deputies, the Ambassador of Chile, Ana Sol.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "the honour of meeting",
        "Foreign Minister Marek Vanags had the honour to receive the Foreign Minister of Chile, Ana Sol.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a minister whom the visitor visits",
        "The Ambassador of Chile, Ana Sol, visited Foreign Minister Marek Vanags today.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a visit that is received",
        "Foreign Minister Marek Vanags received today the visit of the Foreign Minister of Chile, Ana Sol.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "what was discussed by whom",
        "Bilateral cooperation was discussed today in Riga by Foreign Minister Marek Vanags and Foreign Minister of Chile Ana Sol.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a meeting that also took place",
        "Minister of Foreign Affairs Marek Vanags met with his Chilean counterpart Ana Sol in Brussels today. A meeting with the Foreign Minister of Kenya, Ivo Ban, also took place.",
        &["meeting in-person: Ana Sol, Marek Vanags", "meeting in-person: Ivo Ban, Marek Vanags"],
    ),
    (
        "talks told in a later sentence",
        "Minister of Foreign Affairs Marek Vanags met with his Chilean counterpart Ana Sol in Brussels today. He discussed security with the Foreign Minister of Kenya, Ivo Ban.",
        &["meeting in-person: Ana Sol, Marek Vanags", "meeting : Ivo Ban, Marek Vanags"],
    ),
    (
        "an encounter of another year",
        "Minister of Foreign Affairs Marek Vanags met with his Chilean counterpart Ana Sol in Brussels today. In May 2020, Vanags met with the Foreign Minister of Kenya, Ivo Ban, in Nairobi.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "credentials of long ago",
        "Foreign Minister Marek Vanags bade farewell to Ambassador Ana Sol of Chile. The Minister thanked the Ambassador. They spoke of trade. Ambassador Sol presented her credentials to President Ivo Ban on 4 February 2029.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "earlier, on a day that nothing says",
        "Foreign Minister Marek Vanags held talks with Chilean Special Envoy Ana Sol. Earlier the Special Envoy had paid a courtesy call on the Minister of Defence, Ivo Ban.",
        &["meeting in-person: Ana Sol, Marek Vanags", "meeting in-person: Ana Sol, Ivo Ban"],
    ),
    (
        "a summit in whose framework two met",
        "Foreign Minister Marek Vanags met with Foreign Minister of Chile Ana Sol in the framework of the works of the Trieste Summit.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a summit that a call was about",
        "President Marek Vanags held a telephone conversation with the President of Chile Ana Sol over the latest EU Summit decisions.",
        &["call telephone: Ana Sol, Marek Vanags"],
    ),
    (
        "negotiations with a counterpart",
        "Foreign Minister Marek Vanags held negotiations with Foreign Minister of Chile Ana Sol in Riga.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a session of a joint body of two states",
        "The 19th Session of the Latvia/Chile Joint Permanent Commission on Trade was held in Riga from 1 to 5 May 2031.",
        &["consultation in-person: "],
    ),
    (
        "an arrival above which the title tells of the meeting",
        "Meeting of Foreign Minister Marek Vanags with Ana Sol\n\nForeign Minister Marek Vanags arrived this morning in Rome. At noon, he held a working meeting with the Foreign Minister of Chile, Ana Sol.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "the title says that they met",
        "Minister Vanags met with the Ambassador of Chile\n\nForeign Minister Marek Vanags spoke with the Ambassador of Chile, Ana Sol.",
        &["meeting in-person: Ana Sol, Marek Vanags"],
    ),
    (
        "a signing in passing",
        "Foreign Minister Marek Vanags visited Chile on 3 May 2031. The Minister met with Foreign Minister Ana Sol of Chile. Vanags and Sol signed a programme of cooperation.",
        &["visit in-person: Marek Vanags", "meeting in-person: Ana Sol, Marek Vanags"],
    ),
];

fn told(text: &str) -> Vec<String> {
    let record = record(text, Some("Ministry of Foreign Affairs of the Republic of Latvia"));
    let name = |id: &chancery::record::LocalId| {
        record.actors.iter().find(|actor| actor.id == *id).map(|actor| actor.name.clone())
    };
    let tell = |event: &chancery::record::Event| {
        let mut names: Vec<_> = event.participants.iter().filter_map(|p| name(&p.actor)).collect();
        names.sort();
        let mode = event.mode.map(|mode| mode.to_string()).unwrap_or_default();
        format!("{} {mode}: {}", event.event_type, names.join(", "))
    };
    record.events.iter().map(tell).collect()
}

#[test]
fn who_met_whom_by_which_verb_or_noun() {
    hold(ENCOUNTERS, told);
}
