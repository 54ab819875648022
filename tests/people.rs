//! Texts of many houses in, who took part out: one form of naming people a case, all persons invented.

use super::convert::{PublishedCase, hold_published, participants, record};

const CASES: &[PublishedCase] = &[
    (
        "a state's name that ends like an adverb before the verb",
        "The White House",
        "President Dora Finch and Prime Minister Livia Conti of Italy met today in Rome.",
        &[
            "Dora Finch, President, USA, participant",
            "Livia Conti, Prime Minister, ITA, participant",
        ],
    ),
    (
        "offices of fields that no list has",
        "The White House",
        "Today, Domestic Policy Advisor Susan Roe, Tidal Outreach Director and Senior Advisor Cedric Pell, and Deputy Secretary of State for Management and Resources Richard Vane met with Minister Ana Sol of Chile.",
        &[
            "Ana Sol, Minister, CHL, participant",
            "Cedric Pell, Tidal Outreach Director and Senior Advisor, USA, participant",
            "Richard Vane, Deputy Secretary of State for Management and Resources, USA, participant",
            "Susan Roe, Domestic Policy Advisor, USA, participant",
        ],
    ),
    (
        "a list of titles before names, one of them double",
        "The White House",
        "Domestic Policy Advisor Susan Roe, Rural Affairs Director and Senior Advisor Cedric Pell, and Secretary Dora Finch met with Minister Ana Sol of Chile.",
        &[
            "Ana Sol, Minister, CHL, participant",
            "Cedric Pell, Rural Affairs Director and Senior Advisor, USA, participant",
            "Dora Finch, Secretary, USA, participant",
            "Susan Roe, Domestic Policy Advisor, USA, participant",
        ],
    ),
    (
        "a field whose first word no list has",
        "The White House",
        "Director of the Office of Tide Violence Prevention Cedric Pell met with Minister Ana Sol of Chile.",
        &[
            "Ana Sol, Minister, CHL, participant",
            "Cedric Pell, Director of the Office of Tide Violence Prevention, USA, participant",
        ],
    ),
    (
        "capitals of bodies and places are no persons",
        "The White House",
        "Secretary Dora Finch met with Minister Ana Sol of Chile, Everyday Safety, Bergen Harbour, and the Society for Northern Tides.",
        &["Ana Sol, Minister, CHL, participant", "Dora Finch, Secretary, USA, participant"],
    ),
    (
        "a surname that is a state",
        "The White House",
        "Attorney General Lena Monaco met with Minister Ana Sol of Chile.",
        &["Ana Sol, Minister, CHL, participant", "Lena Monaco, Attorney General, USA, participant"],
    ),
    (
        "an acronym in brackets inside an office",
        "The White House",
        "National Economic Council (NEC) Director Brian Dale met with Minister Ana Sol of Chile.",
        &[
            "Ana Sol, Minister, CHL, participant",
            "Brian Dale, National Economic Council (NEC) Director, USA, participant",
        ],
    ),
    (
        "an office not yet taken up",
        "The White House",
        "National Security Advisor Ann Bell met today with Chilean President-elect Bruno Arce.",
        &[
            "Ann Bell, National Security Advisor, USA, participant",
            "Bruno Arce, President-elect, CHL, participant",
        ],
    ),
    (
        "a rank between a title and a name belongs to the person",
        "The White House",
        "National Security Advisor Ann Bell met with Chief of the Military Staff of the President of the Republic Admiral Jean Royer of France.",
        &[
            "Ann Bell, National Security Advisor, USA, participant",
            "Jean Royer, Chief of the Military Staff of the President of the Republic, FRA, participant",
        ],
    ),
    (
        "a list of companions in a sentence of their own",
        "The White House",
        "National Security Advisor Ann Bell met with Minister Ana Sol of Chile. She was joined by Senior Director for Africa Dana Banks and Deputy Assistant Secretary for African Affairs Milo Gray.",
        &[
            "Ana Sol, Minister, CHL, participant",
            "Ann Bell, National Security Advisor, USA, participant",
            "Dana Banks, Senior Director for Africa, USA, participant",
            "Milo Gray, Deputy Assistant Secretary for African Affairs, USA, participant",
        ],
    ),
    (
        "companions of the other side act for it",
        "The White House",
        "Secretary Dora Finch met with President Ana Sol of Chile. President Sol was joined by Foreign Minister Bruno Arce.",
        &[
            "Ana Sol, President, CHL, participant",
            "Bruno Arce, Foreign Minister, CHL, participant",
            "Dora Finch, Secretary, USA, participant",
        ],
    ),
    (
        "the other side's prime minister told by the office first",
        "Prime Minister of Australia",
        "Australian Prime Minister Jill Hay met today with the Prime Minister of Chile. Prime Minister Hay and Prime Minister Sol met the press.",
        &["Jill Hay, Prime Minister, AUS, participant", "Sol, Prime Minister, CHL, participant"],
    ),
    (
        "a name whose last word is also a rank",
        "The Kremlin",
        "The President met with Prime Minister of the Kingdom of Cambodia Pol Sen.",
        &["Pol Sen, Prime Minister, KHM, participant"],
    ),
    (
        "the publisher's head told by name, and by office elsewhere",
        "President of Ukraine",
        "Taras Melnyk met with President of Chile Ana Sol. The President of Ukraine thanked Chile.",
        &["Ana Sol, President, CHL, participant", "Taras Melnyk, President, UKR, participant"],
    ),
    (
        "a body that is named with its state keeps it out of the office",
        "The White House",
        "National Security Advisor Ann Bell met with Member of the Presidency of Bosnia and Herzegovina Zora Petric.",
        &[
            "Ann Bell, National Security Advisor, USA, participant",
            "Zora Petric, Member of the Presidency, BIH, participant",
        ],
    ),
    (
        "two offices, the second an incumbent chair",
        "The Kremlin",
        "Pavel Orlov met with the Sultan and Head of State of Brunei Darussalam, the incumbent Chair of ASEAN Omar Yusof.",
        &[
            "Omar Yusof, Sultan and Head of State, BRN, participant",
            "Pavel Orlov, -, RUS, participant",
        ],
    ),
    (
        "who else was in the meeting, with the verb first",
        "The White House",
        "Advisor Ann Bell met with President Bruno Arce of Chile. Also in the meeting were NSC Senior Director Juan Gomez and U.S. Ambassador Will Pope-Hay.",
        &[
            "Ann Bell, Advisor, USA, participant",
            "Bruno Arce, President, CHL, participant",
            "Juan Gomez, NSC Senior Director, USA, participant",
            "Will Pope-Hay, Ambassador, USA, participant",
        ],
    ),
    (
        "who joined, with the participle first",
        "The White House",
        "President Dora Finch spoke with President Bruno Arce of Chile. Joining President Finch on the call were Prime Minister Tudor of Canada and NATO Secretary General Holt.",
        &[
            "Bruno Arce, President, CHL, participant",
            "Dora Finch, President, USA, participant",
            "Holt, NATO Secretary General, nato, participant",
            "Tudor, Prime Minister, CAN, participant",
        ],
    ),
    (
        "a delegation told by who led it and whom it included",
        "The White House",
        "Advisor Ann Bell and Secretary Dora Finch co-chaired a High-Level Roundtable with Chile in Santiago. The Chilean delegation was led by Minister of Foreign Affairs Bruno Arce and included Minister of Defense Ivan Vela and other officials.",
        &[
            "Ann Bell, Advisor, USA, co-chair",
            "Bruno Arce, Minister of Foreign Affairs, CHL, participant",
            "Dora Finch, Secretary, USA, co-chair",
            "Ivan Vela, Minister of Defense, CHL, participant",
        ],
    ),
    (
        "travellers between dashes behind an unnamed delegation",
        "The White House",
        "A high-level U.S. delegation – led by Coordinator Kurt Camp and Special Envoy to the Pacific Islands Forum Ambassador Rita Moss – visited Wellington, New Zealand.",
        &[
            "Kurt Camp, Coordinator, USA, participant",
            "Rita Moss, Special Envoy to the Pacific Islands Forum, USA, participant",
        ],
    ),
    (
        "travellers in an insertion behind a delegation",
        "The White House",
        "Deputy Secretary Ann Bell and a delegation of officials, including Assistant Secretary Carl Dodd and Ambassador Rita Moss, traveled to Chile on May 3.",
        &[
            "Ann Bell, Deputy Secretary, USA, participant",
            "Carl Dodd, Assistant Secretary, USA, participant",
            "Rita Moss, Ambassador, USA, participant",
        ],
    ),
    (
        "an envoy to a state acts for who sent him",
        "The White House",
        "Advisor Ann Bell met with President Bruno Arce of Chile. She was joined by Ambassador to Chile Rita Moss and Special Envoy for Yemen Tim Lender.",
        &[
            "Ann Bell, Advisor, USA, participant",
            "Bruno Arce, President, CHL, participant",
            "Rita Moss, Ambassador to Chile, USA, participant",
            "Tim Lender, Special Envoy for Yemen, USA, participant",
        ],
    ),
    (
        "a publisher that only its name places, a verb with a capital in the title, and a surname that is a thing",
        "Bureau of Tides, Ministry of Foreign Affairs of Norway",
        "Foreign Minister Meets New Chilean Counterpart\n\nForeign minister Park Dale held talks with Chilean Foreign Minister Bruno Arce. Minister Park thanked him.",
        &[
            "Bruno Arce, Foreign Minister, CHL, participant",
            "Park Dale, Foreign minister, NOR, participant",
        ],
    ),
    (
        "an initial without a dot, and a subject behind the other side's minister",
        "Ministry of External Affairs of India",
        "External Affairs Minister Dr S Menon held talks in Delhi. During his meeting with Nigerian Foreign Minister Ade Bello, Dr Menon thanked Nigeria.",
        &[
            "Ade Bello, Foreign Minister, NGA, participant",
            "S Menon, External Affairs Minister, IND, participant",
        ],
    ),
    (
        "an office in lower case behind the name",
        "The White House",
        "Secretary Dora Finch met with Bruno Arce, acting foreign minister of Chile.",
        &[
            "Bruno Arce, acting foreign minister, CHL, participant",
            "Dora Finch, Secretary, USA, participant",
        ],
    ),
    (
        "the president of a session",
        "Ministry of Foreign Affairs of Japan",
        "State Minister for Foreign Affairs FUJITA Ken held a meeting with Mr. Paul YAN, President of the 79th session of the United Nations General Assembly.",
        &[
            "FUJITA Ken, State Minister for Foreign Affairs, JPN, participant",
            "Paul YAN, President of the 79th session of the United Nations General Assembly, un, participant",
        ],
    ),
    (
        "an envoy of a person named, and who came with the envoy",
        "President of Kenya",
        "President Grace Okello met Angolan President Joao Luz's Special Envoy Ambassador Leo da Costa, who was accompanied by Ms. Efi dos Anjos.",
        &[
            "Efi dos Anjos, -, AGO, participant",
            "Grace Okello, President, KEN, participant",
            "Leo da Costa, Special Envoy, AGO, participant",
        ],
    ),
    (
        "two titles with a comma before one name",
        "Ministry of Foreign Affairs of Kazakhstan",
        "Deputy Prime Minister, Minister of Foreign Affairs Marat Umarov held talks with Chargé d'affaires of Chile Bruno Arce.",
        &[
            "Bruno Arce, Chargé d'affaires, CHL, participant",
            "Marat Umarov, Deputy Prime Minister, Minister of Foreign Affairs, KAZ, participant",
        ],
    ),
    (
        "who led a delegation, in the active",
        "Ministry of Foreign Affairs of Kazakhstan",
        "Foreign Minister Marat Umarov held talks with a delegation from Chile. Foreign Minister Bruno Arce led the Chilean delegation.",
        &[
            "Bruno Arce, Foreign Minister, CHL, participant",
            "Marat Umarov, Foreign Minister, KAZ, participant",
        ],
    ),
    (
        "no name in the middle of a body's",
        "The White House",
        "Secretary Dora Finch met with Minister Ana Sol of Chile and Chairman of the National Credit Board.",
        &["Ana Sol, Minister, CHL, participant", "Dora Finch, Secretary, USA, participant"],
    ),
    (
        "hashes inside a sentence",
        "Ministry of Foreign Affairs of Russia",
        "On May 3, Foreign Minister Pavel #Orlov met with Foreign Minister of #Türkiye Cem Aydin.",
        &[
            "Cem Aydin, Foreign Minister, TUR, participant",
            "Pavel Orlov, Foreign Minister, RUS, participant",
        ],
    ),
    (
        "a first title of a pair that no list has whole",
        "U.S. Department of State",
        "Secretary Finch met today with Israeli Foreign Minister and Alternate Prime Minister Yael Mor.",
        &[
            "Finch, Secretary, USA, participant",
            "Yael Mor, Foreign Minister and Alternate Prime Minister, ISR, participant",
        ],
    ),
    (
        "travellers named again as they",
        "New Zealand Government",
        "Foreign Minister Wiri Potae and Dr Sheila Rua, Minister for Health and Pacific Peoples, visited Tonga. They met with Prime Minister Sione Fale.",
        &[
            "Sheila Rua, Minister for Health and Pacific Peoples, NZL, participant",
            "Sheila Rua, Minister for Health and Pacific Peoples, NZL, participant",
            "Sione Fale, Prime Minister, TON, participant",
            "Wiri Potae, Foreign Minister, NZL, participant",
            "Wiri Potae, Foreign Minister, NZL, participant",
        ],
    ),
    (
        "those who called, in a sentence of their own",
        "Ministry of Foreign Affairs of Sri Lanka",
        "The visiting Foreign Ministers called on Foreign Minister Nimal Sela. These included Dr. A.K. Karim from Bangladesh, Takei Jiro from Japan, and V. Menon from India.",
        &[
            "A.K. Karim, -, BGD, participant",
            "Nimal Sela, Foreign Minister, LKA, participant",
            "Takei Jiro, -, JPN, participant",
            "V. Menon, -, IND, participant",
        ],
    ),
    (
        "offices with an acronym inside and not yet taken up",
        "Ministry of External Affairs of India",
        "Minister of State (MoS) for External Affairs V Menon received the new High Commissioner-designate of Sri Lanka, Milan Sela, at his office.",
        &[
            "Milan Sela, High Commissioner-designate, LKA, guest",
            "V Menon, Minister of State (MoS) for External Affairs, IND, host",
        ],
    ),
    (
        "given names and words that titles and verbs know too",
        "Foreign Ministry of Oman",
        "His Highness Sayyid Tariq bin Haitham al Said, Minister of Culture, received here today Ali bin Ahmed al Kuwari, Qatari Minister of Finance. The meeting was attended by Sultan bin Salim al Habsi, Minister of Trade, and Sheikh Fahad bin Ali, Ambassador of Qatar to Oman.",
        &[
            "Ali bin Ahmed al Kuwari, Minister of Finance, QAT, guest",
            "Fahad bin Ali, Ambassador of Qatar to Oman, QAT, participant",
            "Sultan bin Salim al Habsi, Minister of Trade, OMN, participant",
            "Tariq bin Haitham al Said, Minister of Culture, OMN, host",
        ],
    ),
    (
        "an honorific with an apostrophe",
        "Prime Minister of Malaysia",
        "Prime Minister YAB Dato' Seri Anuar Idris received H.E. Dr. Sok Dara, Deputy Prime Minister of the Kingdom of Cambodia.",
        &["Anuar Idris, Prime Minister, MYS, host", "Sok Dara, Deputy Prime Minister, KHM, guest"],
    ),
    (
        "a list of items with states in every place",
        "The White House",
        "Secretary Dora Finch hosted a roundtable with ministers in Vienna.\n\nParticipants included:\n\n- Prime Minister Tudor of Canada\n- Kare Lund, Foreign Minister, Norway\n- Ivo Brandl (Austria), Chancellor\n- Chile – Minister Ana Sol\n",
        &[
            "Ana Sol, Minister, CHL, participant",
            "Dora Finch, Secretary, USA, host",
            "Ivo Brandl, Chancellor, AUT, participant",
            "Kare Lund, Foreign Minister, NOR, participant",
            "Tudor, Prime Minister, CAN, participant",
        ],
    ),
    (
        "a list whose items have no mark",
        "The White House",
        "Secretary Dora Finch hosted a roundtable with ministers in Vienna.\n\nParticipants:\n\nAna Sol, Minister of Finance of Chile\n\nKare Lund, Foreign Minister of Norway\n",
        &[
            "Ana Sol, Minister of Finance, CHL, participant",
            "Dora Finch, Secretary, USA, host",
            "Kare Lund, Foreign Minister, NOR, participant",
        ],
    ),
    (
        "a state before a bracket with its person",
        "Prime Minister of Australia",
        "Prime Minister Jill Hay met with her counterparts from Fiji (Prime Minister Ratu Sela) and Tonga (Prime Minister Sione Fale) in Suva.",
        &[
            "Jill Hay, Prime Minister, AUS, participant",
            "Sela, Prime Minister, FJI, participant",
            "Sione Fale, Prime Minister, TON, participant",
        ],
    ),
    (
        "brackets with the state behind each name",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol held a meeting with Kare Lund (Norway) and Grace Okello (Kenya).",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Grace Okello, -, KEN, participant",
            "Kare Lund, -, NOR, participant",
        ],
    ),
    (
        "one state for two counterparts, and who came along",
        "Ministry of Foreign Affairs of Chile",
        "The Minister of Foreign Affairs, Ana Sol, together with the Minister of Defence, Bruno Arce, met their Norwegian counterparts, Kare Lund and Nils Dahl, in Oslo.",
        &[
            "Ana Sol, Minister of Foreign Affairs, CHL, participant",
            "Bruno Arce, Minister of Defence, CHL, participant",
            "Kare Lund, -, NOR, participant",
            "Nils Dahl, -, NOR, participant",
        ],
    ),
    (
        "states and persons in the same order",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met with the Foreign Ministers of Norway and Kenya, Kare Lund and Grace Okello.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Grace Okello, Foreign Minister, KEN, participant",
            "Kare Lund, Foreign Minister, NOR, participant",
        ],
    ),
    (
        "a counterpart with his own title, and sides with those who took part",
        "Ministry of Foreign Affairs of Chile",
        "Vice Minister Bruno Arce and his Norwegian counterpart, State Secretary Nils Dahl, co-chaired the 5th round of political consultations. On the Chilean side, Ambassador Rita Moss and Director Ivan Vela took part. The Norwegian side was represented by Ambassador Kari Holm.",
        &[
            "Bruno Arce, Vice Minister, CHL, co-chair",
            "Ivan Vela, Director, CHL, participant",
            "Kari Holm, Ambassador, NOR, participant",
            "Nils Dahl, State Secretary, NOR, co-chair",
            "Rita Moss, Ambassador, CHL, participant",
        ],
    ),
    (
        "letters behind a name and an article before an honorific",
        "Prime Minister of Australia",
        "The Prime Minister of the Republic of Fiji, Hon. Ratu Sela Waqa, and the Prime Minister of Australia, the Hon Jill Hay MP, met in Suva.",
        &[
            "Jill Hay, Prime Minister, AUS, participant",
            "Sela Waqa, Prime Minister, FJI, participant",
        ],
    ),
    (
        "one name in two spellings",
        "Ministry of Law of Singapore",
        "Minister of Justice of Turkmenistan Begli Muradovich visited Singapore. Minister Begli Muradovch met with Minister for Law K Nathan.",
        &[
            "Begli Muradovich, Minister of Justice, TKM, participant",
            "Begli Muradovich, Minister of Justice, TKM, participant",
            "K Nathan, Minister for Law, SGP, participant",
        ],
    ),
    (
        "letters of descent, and honorifics that are names behind a title",
        "Ministry of Law of Singapore",
        "Minister Lim Hui met with Secretary-General Datuk Dr Tan Wee A/L Kim of Malaysia, Attorney General Dr Tun Aye of Myanmar and Chief Justice U Tun Tun Win of Myanmar.",
        &[
            "Lim Hui, Minister, SGP, participant",
            "Tan Wee A/L Kim, Secretary-General, MYS, participant",
            "Tun Aye, Attorney General, MMR, participant",
            "Tun Tun Win, Chief Justice, MMR, participant",
        ],
    ),
    (
        "a title in short that the text explains",
        "The White House",
        "Senior Deputy Energy Advisor (SDEA) Cora Bell met today with Minister Ana Sol of Chile. SDEA Bell thanked Minister Sol.",
        &[
            "Ana Sol, Minister, CHL, participant",
            "Cora Bell, Senior Deputy Energy Advisor, USA, participant",
        ],
    ),
    (
        "a list past those whom it does not name",
        "U.S. Department of State",
        "Special Envoy Cora Bell met with Council President Saleh Nasser of Yemen and other members of the Council, Prime Minister Omar Haddad, and Foreign Minister Adel Munir.",
        &[
            "Adel Munir, Foreign Minister, YEM, participant",
            "Cora Bell, Special Envoy, USA, participant",
            "Omar Haddad, Prime Minister, YEM, participant",
            "Saleh Nasser, Council President, YEM, participant",
        ],
    ),
    (
        "a state before the first of a list of three",
        "President's Media Division of Sri Lanka",
        "President Anil Perera met with Indian External Affairs Minister S. Raghavan, National Security Advisor Amit Dubal, Foreign Secretary Vikas Misra and a delegation of officials.",
        &[
            "Amit Dubal, National Security Advisor, IND, participant",
            "Anil Perera, President, LKA, participant",
            "S. Raghavan, External Affairs Minister, IND, participant",
            "Vikas Misra, Foreign Secretary, IND, participant",
        ],
    ),
    (
        "offices behind the names of a list",
        "Ministry of Foreign Affairs of Chile",
        "Minister Ivo Paz met with Prime Minister Arun Oli of Nepal. Minister Paz was accompanied by Mr. Kamal Sen, Deputy Prime Minister and Minister for Foreign Affairs, Mr. Hari Paudel, Minister for Finance, and Mr. Dipak Bora, Minister for Trade.",
        &[
            "Arun Oli, Prime Minister, NPL, participant",
            "Dipak Bora, Minister for Trade, CHL, participant",
            "Hari Paudel, Minister for Finance, CHL, participant",
            "Ivo Paz, Minister, CHL, participant",
            "Kamal Sen, Deputy Prime Minister and Minister for Foreign Affairs, CHL, participant",
        ],
    ),
    (
        "a name, and a title with its state before another",
        "The Kremlin",
        "Oleg Vasin and Prime Minister of Hungary Bela Kovacs had a brief meeting.",
        &["Bela Kovacs, Prime Minister, HUN, participant", "Oleg Vasin, -, RUS, participant"],
    ),
    (
        "who receives credentials is the publisher's own",
        "President's Media Division of Sri Lanka",
        "Five new ambassadors presented their credentials to President Anil Perera in Colombo. Among them was Mr. Sergei Vikin, Ambassador of Kazakhstan.",
        &["Anil Perera, President, LKA, participant", "Sergei Vikin, Ambassador, KAZ, participant"],
    ),
];

/// States that take part through people whom nobody names.
#[test]
fn states_send_representatives() {
    for text in [
        "Today, representatives of the Northern Group – comprising Denmark, Estonia and Norway – met in Oslo and gave a statement.",
        "The Governments of Denmark, Estonia and Norway, represented by senior officials, met in Oslo.",
    ] {
        let record = record(text, Some("Government of Norway"));
        let parties: Vec<_> = record.events[0].parties.iter().map(ToString::to_string).collect();
        assert_eq!(parties, ["DNK", "EST", "NOR"], "{text}");
    }
    for (text, expected) in [
        (
            "Minister Kare Lund held a meeting with ambassadors in Oslo. Among them were the Ambassadors of Chile, Kenya and Malta.",
            ["CHL", "KEN", "MLT", "NOR"].as_slice(),
        ),
        (
            "Norway – Chile Annual Consultations\n\nThe annual consultations concluded yesterday. The delegations discussed tides.",
            &["CHL", "NOR"],
        ),
    ] {
        let record = record(text, Some("Government of Norway"));
        let parties: Vec<_> = record.events[0].parties.iter().map(ToString::to_string).collect();
        assert_eq!(parties, expected, "{text}");
    }
}

/// The body of a publisher that no list has acts for the state in its name.
#[test]
fn an_unknown_publisher_acts_for_the_state_in_its_name() {
    let record = record(
        "Minister Ana Sol met with Minister Kare Lund of Norway.",
        Some("Ministry of Tides of Chile"),
    );
    let publisher = record.source.publisher.as_ref().unwrap();
    let body = record.actors.iter().find(|actor| actor.id == *publisher).unwrap();
    let states: Vec<_> = body.represents.iter().map(ToString::to_string).collect();
    assert_eq!(states, ["CHL"]);
}

#[test]
fn people_are_told_by_the_forms_of_many_houses() {
    hold_published(CASES, participants);
}
