//! Texts of many houses in, what took place and who took part out: one way of telling of events a case, all persons invented.

use chancery::convert::convert;
use chancery::document::documents;
use chancery::lexicon::Lexicon;
use chancery::record::Event;
use chancery::source::{Given, read};

use super::convert::{PublishedCase, events, hold_published};

const CASES: &[PublishedCase] = &[
    (
        "a round that was held, with its co-chairs",
        "Ministry of Tides",
        "The 12th round of the Kenya-Austria Political Consultations was held in Nairobi on 5 May 2031, co-chaired by Foreign Secretary Amina Wafula of Kenya and State Secretary Lena Huber of Austria.",
        &[
            "consultation in-person 2031-05-05 stated, Nairobi KEN, 12th round of the Kenya-Austria Political Consultations, round 12 of Kenya-Austria Political Consultations: amina-wafula co-chair, lena-huber co-chair; AUT KEN",
        ],
    ),
    (
        "consultations between ministries, by their states",
        "Ministry of Tides",
        "Political consultations were held in Ankara between the Ministries of Foreign Affairs of Kenya and Austria.",
        &["consultation in-person, Ankara TUR: ; AUT KEN"],
    ),
    (
        "consultations in the format of a video conference",
        "Ministry of Tides",
        "On 3 May 2031, the first political consultations between the Ministries of Foreign Affairs of Chile and Mongolia were held in the format of a video conference.",
        &[
            "consultation video 2031-05-03 stated, first political consultations, round 1 of political consultations: ; CHL MNG",
        ],
    ),
    (
        "a call that took place",
        "Ministry of Tides",
        "On 3 May 2031, a telephone conversation took place between Foreign Minister Lena Huber of Austria and Foreign Minister Kare Lund of Norway.",
        &[
            "call telephone 2031-05-03 stated: kare-lund participant, lena-huber participant; AUT NOR",
        ],
    ),
    (
        "talks that will be held are none",
        "Ministry of Tides",
        "Foreign Minister Lena Huber of Austria spoke with Foreign Minister Kare Lund of Norway. They discussed trade. Talks that were held in Oslo on 2 May were praised. Further talks will be held in Bergen.",
        &["call telephone: kare-lund participant, lena-huber participant; AUT NOR"],
    ),
    (
        "where both meetings were held, told in a sentence of its own",
        "The White House",
        "Austria, Kenya and the United States held meetings of the Joint Steering Groups. The Joint Steering Group for Trade met on May 6 and the Joint Steering Group for Tides met on May 7. Both meetings were held at the Pentagon.",
        &[
            "consultation in-person 2031-05-06 completed, Pentagon USA, Joint Steering Group for Trade: ; AUT KEN USA",
            "consultation in-person 2031-05-07 completed, Pentagon USA, Joint Steering Group for Tides: ; AUT KEN USA",
        ],
    ),
    (
        "received by: guest and host",
        "Ministry of Tides",
        "President Grace Okello of Kenya was received by President Ivo Brandl of Austria in Vienna.",
        &["meeting in-person, Vienna AUT: grace-okello guest, ivo-brandl host; AUT KEN"],
    ),
    (
        "hosted to lunch by",
        "Ministry of Foreign Affairs of Singapore",
        "Minister of Foreign Affairs of Austria Lena Huber called on and was hosted to lunch by Minister for Foreign Affairs Kenji Mori today.",
        &["meeting in-person 2031-05-14 relative: kenji-mori host, lena-huber guest; AUT SGP"],
    ),
    (
        "a visit to a person is a meeting",
        "Ministry of Tides",
        "The President of Kenya, Grace Okello, on Monday paid a brief visit to the President of Austria, Ivo Brandl.",
        &[
            "meeting in-person 2031-05-12 relative: grace-okello participant, ivo-brandl participant; AUT KEN",
        ],
    ),
    (
        "a post without a subject",
        "Minister for Foreign Affairs of Australia",
        "Pleased to meet with Foreign Minister Kare Lund of Norway in Oslo today.",
        &["meeting in-person 2031-05-14 relative, Oslo NOR: kare-lund participant; AUS NOR"],
    ),
    (
        "counterparts whom nobody names",
        "The White House",
        "Yesterday, Commerce Adviser Dora Finch met with fishery associations to discuss quotas.",
        &["meeting in-person 2031-05-13 relative: dora-finch participant; USA"],
    ),
    (
        "a host of unnamed envoys",
        "The White House",
        "On Monday, National Security Advisor Dora Finch welcomed representatives of twelve island countries to the White House.",
        &["meeting in-person 2031-05-12 relative, White House USA: dora-finch host; USA"],
    ),
    (
        "a decision that is welcomed is no meeting",
        "The White House",
        "National Security Advisor Dora Finch welcomed the decision on fisheries.",
        &["statement: ; USA"],
    ),
    (
        "another of the house meets the same guest",
        "The White House",
        "President Dora Finch met today with Prime Minister Tomas Lindqvist of Sweden in Washington. National Security Advisor Jon Pell also met separately with Prime Minister Lindqvist.",
        &[
            "meeting in-person 2031-05-14 relative, Washington USA: dora-finch participant, tomas-lindqvist participant; SWE USA",
            "meeting in-person: jon-pell participant, tomas-lindqvist participant; SWE USA",
        ],
    ),
    (
        "the same day, a minister and then the head of government",
        "Ministry of Foreign Affairs of Kenya",
        "Foreign Secretary Amina Wafula held talks with Foreign Minister Lena Huber of Austria in Nairobi on May 3. The same day, President Grace Okello received Minister Huber.",
        &[
            "meeting in-person 2031-05-03 completed, Nairobi KEN: amina-wafula participant, lena-huber participant; AUT KEN",
            "meeting in-person 2031-05-03 completed, Nairobi KEN: grace-okello host, lena-huber guest; AUT KEN",
        ],
    ),
    (
        "meetings on the sidelines, told one by one",
        "Office of the President of Kenya",
        "As part of the Tides Conference in Oslo, President Grace Okello held short meetings with leaders of a number of countries. In particular, during the conversation with Chancellor Lena Huber of Austria, the parties discussed trade. Grace Okello also had a meeting with Prime Minister Tomas Lindqvist of Sweden.",
        &[
            "meeting in-person, Oslo NOR: grace-okello participant, lena-huber participant; AUT KEN",
            "meeting in-person, Oslo NOR: grace-okello participant, tomas-lindqvist participant; KEN SWE",
        ],
    ),
    (
        "the day of what the meeting followed",
        "The White House",
        "Following her speech in Warsaw today, President Dora Finch met with Prime Minister Jan Kowal of Poland.",
        &[
            "meeting in-person 2031-05-14 relative: dora-finch participant, jan-kowal participant; POL USA",
        ],
    ),
    (
        "a trip to two states has no place of its own; a stop that is told by travelling has one",
        "The White House",
        "Adviser Dora Finch traveled to Qatar and Oman from May 5 to 9. In Doha, she met with Foreign Minister Salim Katib of Qatar. She then traveled to Muscat, where she met with Foreign Minister Badr Amin of Oman.",
        &[
            "visit in-person 2031-05-05/2031-05-09 completed: dora-finch participant; OMN QAT USA",
            "meeting in-person 2031-05-05/2031-05-09 completed, Doha QAT: dora-finch participant, salim-katib participant; QAT USA",
            "meeting in-person 2031-05-05/2031-05-09 completed, Muscat OMN: badr-amin participant, dora-finch participant; OMN USA",
        ],
    ),
    (
        "in her visit with a president: a stop",
        "The White House",
        "Adviser Dora Finch traveled to Qatar on May 5. In her visit with Qatari Foreign Minister Salim Katib, she discussed trade.",
        &[
            "visit in-person 2031-05-05 completed, Qatar QAT: dora-finch participant; QAT USA",
            "meeting in-person 2031-05-05 completed, Qatar QAT: dora-finch participant, salim-katib participant; QAT USA",
        ],
    ),
    (
        "was in a city: a trip",
        "The White House",
        "This week, Deputy Adviser Dora Finch was in New Delhi to discuss trade. She was in line with her mandate.",
        &["visit in-person, New Delhi IND: dora-finch participant; IND USA"],
    ),
    (
        "a city of the state that the title names",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol visits Norway\n\nForeign Minister Ana Sol held talks with the Prime Minister of Norway, Kare Lund, during a visit to Oslo.",
        &[
            "visit in-person, Oslo NOR: ana-sol participant; CHL NOR",
            "meeting in-person, Oslo NOR: ana-sol participant, kare-lund participant; CHL NOR",
        ],
    ),
    (
        "who invited takes no part in the trip",
        "Ministry of Tides",
        "At the invitation of Prime Minister Tomas Lindqvist of Sweden, President Grace Okello of Kenya paid a state visit to Sweden from 3 to 5 May 2031.",
        &[
            "visit in-person 2031-05-03/2031-05-05 stated, Sweden SWE: grace-okello participant; KEN SWE",
        ],
    ),
    (
        "what the meeting followed, told with it",
        "The White House",
        "National Security Advisor Dora Finch met today with Adviser Lena Huber of Austria. This followed Ms. Finch’s meeting with Adviser Kare Lund of Norway.",
        &[
            "meeting in-person 2031-05-14 relative: dora-finch participant, lena-huber participant; AUT USA",
            "meeting in-person: dora-finch participant, kare-lund participant; NOR USA",
        ],
    ),
    (
        "persons who discussed have met; the title tells how",
        "The White House",
        "Readout of Adviser Dora Finch’s Call with Adviser Lena Huber of Austria\n\nAdviser Dora Finch and Adviser Lena Huber of Austria discussed trade.",
        &["call telephone: dora-finch participant, lena-huber participant; AUT USA"],
    ),
    (
        "a signing by those who met",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met with Foreign Minister Kare Lund of Norway in Santiago on 3 May 2031. Ana Sol and Kare Lund witnessed the signing of an agreement on fisheries.",
        &[
            "meeting in-person 2031-05-03 stated, Santiago CHL: ana-sol participant, kare-lund participant; CHL NOR",
            "signing in-person: ana-sol participant, kare-lund participant; CHL NOR",
        ],
    ),
    (
        "an adverb of time before the verb",
        "Office of the President of Kenya",
        "President Grace Okello met President Ivo Brandl of Austria. The President later held talks with Prime Minister Tomas Lindqvist of Sweden.",
        &[
            "meeting in-person: grace-okello participant, ivo-brandl participant; AUT KEN",
            "meeting in-person: grace-okello participant, tomas-lindqvist participant; KEN SWE",
        ],
    ),
];

fn people(event: &Event) -> String {
    let mut people: Vec<_> =
        event.participants.iter().map(|part| format!("{} {}", part.actor, part.role)).collect();
    people.sort();
    let parties: Vec<_> = event.parties.iter().map(ToString::to_string).collect();
    format!("{}; {}", people.join(", "), parties.join(" "))
}

/// The events of a record with who took part in each.
pub(super) fn told(record: &chancery::Readout) -> Vec<String> {
    let told = events(record).into_iter().zip(&record.events);
    told.map(|(event, whole)| format!("{event}: {}", people(whole))).collect()
}

#[test]
fn every_way_of_telling_of_events_is_read() {
    hold_published(CASES, told);
}

#[test]
fn a_year_that_the_other_readouts_of_a_page_agree_on_completes_a_day() {
    let text = "Foreign Secretary Amina Wafula of Kenya on May 2 met with Foreign Minister Lena Huber of Austria in Nairobi.\n\nThe following articles were originally published on the website of the Kenyan Foreign Ministry.\n\nKenya and Austria Hold Talks\n\nMay 2 (MFA) – On May 2, 2031, Foreign Secretary Amina Wafula met with Foreign Minister Lena Huber of Austria in Nairobi.\n\nAmina Wafula Meets with Kare Lund\n\nMay 3 (MFA) – On May 3, 2031, Foreign Secretary Amina Wafula met with Foreign Minister Kare Lund of Norway in Nairobi.\n";
    let page = read("page.txt", text.as_bytes(), &Given::default()).pages.remove(0);
    let documents = documents(page);
    assert_eq!(documents.len(), 3);
    let told = events(&convert(&documents[0], Lexicon::english()));
    assert_eq!(told, ["meeting in-person 2031-05-02 completed, Nairobi KEN"]);
}
