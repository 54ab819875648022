//! Accounts of many houses in, type, day, place, name and people of their events out: one way of telling a case, all persons
//! invented.

use super::convert::{PublishedCase, hold_published};
use super::events::told;

/// The idea, who publishes, a text, and the events read of it.
const HAPPENINGS: &[PublishedCase] = &[
    (
        "representatives of several states",
        "Ministry of Tides",
        "Representatives of Kenya, Chile and Norway met in Oslo on 5 May 2031 to discuss tides.",
        &["meeting in-person 2031-05-05 stated, Oslo NOR: ; CHL KEN NOR"],
    ),
    (
        "members of a group",
        "Ministry of Tides",
        "Members of the Lima Group met in Gatineau on 5 May 2031 to reaffirm their unity.",
        &["meeting in-person 2031-05-05 stated, Gatineau CAN: ; "],
    ),
    (
        "the title names the exchange that the account calls a meeting",
        "Ministry of Foreign Affairs of Norway",
        "Joint Statement on the Norway – Chile Strategic Dialogue\n\nForeign Minister Kare Lund of Norway met with Foreign Minister Ana Sol of Chile in Oslo on 5 May 2031.",
        &[
            "consultation in-person 2031-05-05 stated, Oslo NOR, Norway – Chile Strategic Dialogue: ana-sol participant, kare-lund participant; CHL NOR",
        ],
    ),
    (
        "states that discussed at their dialogue",
        "Ministry of Tides",
        "Joint Statement on the Norway – Chile Strategic Dialogue\n\nAs partners, Norway and Chile discussed fisheries at the annual strategic dialogue on 26 April 2031.",
        &["consultation 2031-04-26 stated, Norway – Chile Strategic Dialogue: ; CHL NOR"],
    ),
    (
        "a body with its acronym before the verb",
        "Ministry of Foreign Affairs of Norway",
        "Norway and the Organisation of Islamic Cooperation (OIC) concluded two days of talks in Oslo on 5 May 2031.",
        &["meeting in-person 2031-05-05 stated, Oslo NOR: ; NOR oic"],
    ),
    (
        "a meeting in the participle",
        "Ministry of Tides",
        "The President of Kenya Grace Okello and the President of Chile Ana Sol having met in Nairobi on 5 May 2031 stated the following.",
        &[
            "meeting in-person 2031-05-05 stated, Nairobi KEN: ana-sol participant, grace-okello participant; CHL KEN",
        ],
    ),
    (
        "a trip of which the title names the state and the report the city",
        "Ministry of Foreign Affairs of Norway",
        "Deputy Minister Lund’s Visit to Mongolia\n\nDeputy Minister Kare Lund met Foreign Minister Dorj Bat during his visit to Ulaanbaatar from 3 to 5 May 2031.",
        &[
            "visit in-person 2031-05-03/2031-05-05 stated, Ulaanbaatar MNG: kare-lund participant; MNG NOR",
            "meeting in-person 2031-05-03/2031-05-05 stated, Ulaanbaatar MNG: dorj-bat participant, kare-lund participant; MNG NOR",
        ],
    ),
    (
        "where somebody holds office is no place",
        "Office of the President of Kenya",
        "Deputy Head of Office Juma Otieno discussed trade with Minister of State at the Federal Foreign Office of Germany Jan Huber.",
        &["meeting: jan-huber participant, juma-otieno participant; DEU KEN"],
    ),
    (
        "an ambassador to a state who visits its city",
        "Ministry of Foreign Affairs of Norway",
        "Special Envoy Kare Lund and Ambassador to Yemen Jon Berg visited Aden on 5 May 2031.",
        &[
            "visit in-person 2031-05-05 stated, Aden YEM: jon-berg participant, kare-lund participant; NOR YEM",
        ],
    ),
    (
        "officials of another side met on a trip, whom nobody names",
        "Ministry of Foreign Affairs of Norway",
        "Minister Kare Lund concluded a visit to Mali on 5 May 2031. He met with Foreign Minister Ali Keita of Mali. He also met with the leadership of ECOWAS.",
        &[
            "visit in-person 2031-05-05 stated, Mali MLI: kare-lund participant; MLI NOR",
            "meeting in-person 2031-05-05 stated, Mali MLI: ali-keita participant, kare-lund participant; MLI NOR",
            "meeting in-person 2031-05-05 stated, Mali MLI: kare-lund participant; NOR ecowas",
        ],
    ),
    (
        "a trip that is over, in the participle",
        "Office of the President of Kenya",
        "Governor-General Ana Sol of Chile departed from the airport on 5 May 2031, concluding a successful three-day official visit to Kenya. During her stay, Governor-General Sol held discussions with President Grace Okello.",
        &[
            "visit in-person 2031-05-05 stated, Kenya KEN: ana-sol participant; CHL KEN",
            "meeting in-person 2031-05-05 stated, Kenya KEN: ana-sol participant, grace-okello participant; CHL KEN",
        ],
    ),
    (
        "a return from a trip",
        "Office of the President of Kenya",
        "President Grace Okello returned home on 5 May 2031 after successfully concluding her official visit to Chile. During the visit, the President held discussions with President Ana Sol of Chile.",
        &[
            "visit in-person 2031-05-05 stated, Chile CHL: grace-okello participant; CHL KEN",
            "meeting in-person 2031-05-05 stated, Chile CHL: ana-sol participant, grace-okello participant; CHL KEN",
        ],
    ),
    (
        "a day between verb and visit",
        "Ministry of Tides",
        "Foreign Minister Kare Lund of Norway wrapped up on Tuesday, May 6, 2031, a two-day official visit to Kenya.",
        &["visit in-person 2031-05-06 stated, Kenya KEN: kare-lund participant; KEN NOR"],
    ),
    (
        "a headline with capitals",
        "Ministry of Foreign Affairs of Norway",
        "Minister Kare Lund Concludes Official Visit to Chile\n\nMinister Kare Lund met with Foreign Minister Ana Sol of Chile on 5 May 2031.",
        &[
            "visit in-person 2031-05-05 stated, Chile CHL: kare-lund participant; CHL NOR",
            "meeting in-person 2031-05-05 stated, Chile CHL: ana-sol participant, kare-lund participant; CHL NOR",
        ],
    ),
    (
        "a trip away with a stop",
        "Ministry of Foreign Affairs of Norway",
        "Minister Kare Lund concluded his mission to Europe on 5 May 2031 with a stop in Lithuania, where he met with opposition leader Ana Horn. While in Vilnius, the Minister also held talks with his counterparts from Latvia and Estonia.",
        &[
            "visit in-person 2031-05-05 stated, Lithuania LTU: kare-lund participant; NOR",
            "meeting in-person 2031-05-05 stated, Lithuania LTU: ana-horn participant, kare-lund participant; LTU NOR",
            "meeting in-person 2031-05-05 stated, Vilnius LTU: kare-lund participant; EST LVA NOR",
        ],
    ),
    (
        "condolences over the phone",
        "Office of the President of Kenya",
        "President Grace Okello conveyed her condolences to Prime Minister Tomas Lindqvist of Sweden over the phone on 5 May 2031.",
        &[
            "call telephone 2031-05-05 stated: grace-okello participant, tomas-lindqvist participant; KEN SWE",
        ],
    ),
    (
        "one bilateral meeting with each",
        "Ministry of Foreign Affairs of Norway",
        "Minister Kare Lund held bilateral meetings with Foreign Minister Ana Sol of Chile, Foreign Minister Lena Huber of Austria and State Secretary Ivo Brandl of Austria on 5 May 2031.",
        &[
            "meeting in-person 2031-05-05 stated: ana-sol participant, kare-lund participant; CHL NOR",
            "meeting in-person 2031-05-05 stated: ivo-brandl participant, kare-lund participant, lena-huber participant; AUT NOR",
        ],
    ),
    (
        "one meeting with a list",
        "Ministry of Foreign Affairs of Norway",
        "Minister Kare Lund met with Foreign Minister Ana Sol of Chile and Foreign Minister Lena Huber of Austria on 5 May 2031.",
        &[
            "meeting in-person 2031-05-05 stated: ana-sol participant, kare-lund participant, lena-huber participant; AUT CHL NOR",
        ],
    ),
    (
        "talks that began, at the opening",
        "Ministry of Tides",
        "Official-level talks between the delegations of Kenya and Norway commenced on 5 May 2031 in Nairobi.",
        &["meeting in-person 2031-05-05 stated, Nairobi KEN: ; KEN NOR"],
    ),
    (
        "talks that began, later on",
        "Ministry of Foreign Affairs of Norway",
        "Minister Kare Lund met with Foreign Minister Ana Sol of Chile on 5 May 2031. They discussed trade. The talks began in Oslo with a minute of silence.",
        &[
            "meeting in-person 2031-05-05 stated: ana-sol participant, kare-lund participant; CHL NOR",
        ],
    ),
    (
        "the day of a visit that was talked about",
        "Ministry of Foreign Affairs of Norway",
        "Minister Kare Lund met with Foreign Minister Ana Sol of Chile. They discussed the upcoming visit of President Vidal to Oslo on 30 August.",
        &["meeting in-person: ana-sol participant, kare-lund participant; CHL NOR"],
    ),
    (
        "days from one to the other",
        "Ministry of Tides",
        "On January 6–7, 2031, Foreign Minister Kare Lund of Norway met with Foreign Minister Ana Sol of Chile.",
        &[
            "meeting in-person 2031-01-06/2031-01-07 stated: ana-sol participant, kare-lund participant; CHL NOR",
        ],
    ),
    (
        "who was called several times",
        "Office of the President of Kenya",
        "On 6 January 2031, President Grace Okello had telephone conversations with President Ana Sol of Chile and Prime Minister Kare Lund of Norway. President Okello also spoke by phone several times with President Ivo Brandl of Austria.",
        &[
            "call telephone 2031-01-06 stated: ana-sol participant, grace-okello participant; CHL KEN",
            "call telephone 2031-01-06 stated: grace-okello participant, kare-lund participant; KEN NOR",
            "call telephone: grace-okello participant, ivo-brandl participant; AUT KEN",
        ],
    ),
    (
        "a contact group",
        "Ministry of Tides",
        "A meeting of the Lakes Contact Group took place in Oslo on 5 May 2031.",
        &["consultation in-person 2031-05-05 stated, Oslo NOR, Lakes Contact Group: ; "],
    ),
    (
        "annual consultations for which states met",
        "Ministry of Tides",
        "Representatives of Kenya and Chile met in Oslo on 5 May 2031 for their annual consultations.",
        &["consultation in-person 2031-05-05 stated, Oslo NOR: ; CHL KEN"],
    ),
];

#[test]
fn what_took_place_is_told_in_many_ways() {
    hold_published(HAPPENINGS, told);
}
