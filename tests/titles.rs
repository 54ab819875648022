//! Texts of houses all over the world in, who took part out: honorifics, given names that are titles or states, and titles in
//! several parts, a form a case, all persons invented.

use super::convert::{PublishedCase, hold_published, participants};

const CASES: &[PublishedCase] = &[
    (
        "a given name that is a state, behind an honorific",
        "Ministry of Foreign Affairs of Japan",
        "On March 3, Ms. KURODA Emi, Minister for Foreign Affairs of Japan, held a meeting with H.E. Mr. Israel STERN, Minister of Foreign Affairs of Chile.",
        &[
            "Israel STERN, Minister of Foreign Affairs, CHL, participant",
            "KURODA Emi, Minister for Foreign Affairs, JPN, participant",
        ],
    ),
    (
        "honorifics of Bhutan",
        "Presidency of the Maldives",
        "President Ibrahim Naseem met with the Prime Minister of Bhutan, Lyonchhen Dorji Wangdi.",
        &[
            "Dorji Wangdi, Prime Minister, BTN, participant",
            "Ibrahim Naseem, President, MDV, participant",
        ],
    ),
    (
        "honorifics of Myanmar",
        "Ministry of Foreign Affairs of Myanmar",
        "U Kyaw Tin Aung, Union Minister for International Cooperation, received Daw Khin Mar Lay.",
        &[
            "Khin Mar Lay, -, MMR, guest",
            "Kyaw Tin Aung, Union Minister for International Cooperation, MMR, host",
        ],
    ),
    (
        "honorifics of Cambodia and Vietnam",
        "Ministry of Foreign Affairs of Cambodia",
        "Samdech Hun Dara, Prime Minister of the Kingdom of Cambodia, met with Mme Vo Thi Lan, Vice President of the Socialist Republic of Viet Nam.",
        &[
            "Hun Dara, Prime Minister, KHM, participant",
            "Vo Thi Lan, Vice President, VNM, participant",
        ],
    ),
    (
        "honorifics of Ethiopia and Nigeria",
        "Ministry of Foreign Affairs of Ethiopia",
        "H.E. Ato Demeke Hailu, Foreign Minister of Ethiopia, met with Alhaji Sani Bello, Foreign Minister of Nigeria.",
        &[
            "Demeke Hailu, Foreign Minister, ETH, participant",
            "Sani Bello, Foreign Minister, NGA, participant",
        ],
    ),
    (
        "a given name that is a title",
        "Ministry of Foreign Affairs of Pakistan",
        "Foreign Minister Shah Nawaz Gilani received a telephone call from the Foreign Minister of Denmark, Mr. Lars Holm, today.",
        &[
            "Lars Holm, Foreign Minister, DNK, caller",
            "Shah Nawaz Gilani, Foreign Minister, PAK, participant",
        ],
    ),
    (
        "surnames that open sentences",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met with Vice Premier of the People's Republic of China He Jun and with President To Minh of Viet Nam.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "He Jun, Vice Premier, CHN, participant",
            "To Minh, President, VNM, participant",
        ],
    ),
    (
        "a surname that is a title",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met with U.S. Senator Hugo King.",
        &["Ana Sol, Foreign Minister, CHL, participant", "Hugo King, Senator, USA, participant"],
    ),
    (
        "the Arabic article in capitals",
        "Ministry of Foreign Affairs of Iraq",
        "Foreign Minister Hadi Abd AL-Karim met with President Ivo Brandl of Austria.",
        &[
            "Hadi Abd AL-Karim, Foreign Minister, IRQ, participant",
            "Ivo Brandl, President, AUT, participant",
        ],
    ),
    (
        "a given name in short with a dot",
        "Ministry of Foreign Affairs of Bangladesh",
        "Foreign Adviser Md. Tareq Hossain met with the Pakistan Foreign Secretary Amna Baig.",
        &[
            "Amna Baig, Foreign Secretary, PAK, participant",
            "Md. Tareq Hossain, Foreign Adviser, BGD, participant",
        ],
    ),
    (
        "a surname that some courts give as a title",
        "Ministry of Foreign Affairs of Singapore",
        "Minister for Foreign Affairs Dr Tan Wei Ming met Foreign Minister Ana Sol of Chile.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Tan Wei Ming, Minister for Foreign Affairs, SGP, participant",
        ],
    ),
    (
        "counterparts of several peoples",
        "Ministry of Foreign Affairs of Georgia",
        "Minister Levan Gelashvili met with his Estonian and Latvian counterparts Mart Saar and Juris Ozols.",
        &[
            "Juris Ozols, -, LVA, participant",
            "Levan Gelashvili, Minister, GEO, participant",
            "Mart Saar, -, EST, participant",
        ],
    ),
    (
        "counterparts each with a state",
        "Ministry of Foreign Affairs of Georgia",
        "Foreign Minister Levan Gelashvili met with his counterparts Mart Saar of Estonia and Juris Ozols of Latvia.",
        &[
            "Juris Ozols, -, LVA, participant",
            "Levan Gelashvili, Foreign Minister, GEO, participant",
            "Mart Saar, -, EST, participant",
        ],
    ),
    (
        "a counterpart's own title behind a comma",
        "Ministry of Foreign Affairs of Georgia",
        "Levan Gelashvili held a phone conversation with his Czech counterpart, Minister Petr Havel.",
        &["Levan Gelashvili, -, GEO, participant", "Petr Havel, Minister, CZE, participant"],
    ),
    (
        "each state with its name behind it",
        "Ministry of Foreign Affairs of Romania",
        "The Minister of Foreign Affairs, Oana Popescu, had a meeting with the Ministers of Foreign Affairs of Bulgaria, Elena Petrova, and Greece, Nikos Venieris.",
        &[
            "Elena Petrova, Minister of Foreign Affairs, BGR, participant",
            "Nikos Venieris, Minister of Foreign Affairs, GRC, participant",
            "Oana Popescu, Minister of Foreign Affairs, ROU, participant",
        ],
    ),
    (
        "a list of titles with their names behind commas",
        "Ministry of Foreign Affairs of Cyprus",
        "The Minister of Foreign Affairs of Greece, H.E. Mr. Nikos Venieris, the Minister of Foreign Affairs of the Arab Republic of Egypt, H.E. Mr. Hany Fathy and the Minister of Foreign Affairs of the Republic of Cyprus H.E. Mr. Petros Kyriakou, held a trilateral meeting.",
        &[
            "Hany Fathy, Minister of Foreign Affairs, EGY, participant",
            "Nikos Venieris, Minister of Foreign Affairs, GRC, participant",
            "Petros Kyriakou, Minister of Foreign Affairs, CYP, participant",
        ],
    ),
    (
        "a dash between two titles of one person",
        "Ministry of Foreign Affairs of Kazakhstan",
        "Deputy Prime Minister – Minister of Foreign Affairs of the Republic of Kazakhstan Marat Nurbek met with Minister of Foreign Affairs of the Kyrgyz Republic Bakyt Sadyrov.",
        &[
            "Bakyt Sadyrov, Minister of Foreign Affairs, KGZ, participant",
            "Marat Nurbek, Deputy Prime Minister – Minister of Foreign Affairs, KAZ, participant",
        ],
    ),
    (
        "a slash between two titles of one person",
        "Ministry of Foreign Affairs of Jordan",
        "Foreign Minister Ayman Haddad held talks with EU High Representative/Vice President Kalle Tamm.",
        &[
            "Ayman Haddad, Foreign Minister, JOR, participant",
            "Kalle Tamm, EU High Representative/Vice President, eu, participant",
        ],
    ),
    (
        "two titles with commas before one name",
        "Ministry of Foreign Affairs of Moldova",
        "The Deputy Prime Minister, Minister of Foreign Affairs, Mihai Rusu, had a meeting with the Head of the OSCE Mission to Moldova, Kelly Brandt.",
        &[
            "Kelly Brandt, Head of the OSCE Mission to Moldova, osce, participant",
            "Mihai Rusu, Deputy Prime Minister, Minister of Foreign Affairs, MDA, participant",
        ],
    ),
    (
        "a title of two fields, each with its preposition",
        "Ministry of Foreign Affairs of Portugal",
        "The Minister of State and of Foreign Affairs, Paulo Dias, met the Minister of External Relations of Angola, Tomas Lopes.",
        &[
            "Paulo Dias, Minister of State and of Foreign Affairs, PRT, participant",
            "Tomas Lopes, Minister of External Relations, AGO, participant",
        ],
    ),
    (
        "a field with a people or a body in it",
        "Ministry of Foreign Affairs of Trinidad and Tobago",
        "Dr. Amery Brown, Minister of Foreign and CARICOM Affairs, met with the Minister of Foreign Affairs, African Cooperation and Moroccan Expatriates, Mr. Nasser Alami.",
        &[
            "Amery Brown, Minister of Foreign and CARICOM Affairs, TTO, participant",
            "Nasser Alami, Minister of Foreign Affairs, African Cooperation and Moroccan Expatriates, MAR, participant",
        ],
    ),
    (
        "a rank with its article before the name",
        "Ministry of Foreign Affairs of Jamaica",
        "Minister of Foreign Affairs and Foreign Trade, Senator the Hon. Kamina Smith, met with British High Commissioner, Her Excellency Judith Slater.",
        &[
            "Judith Slater, High Commissioner, GBR, participant",
            "Kamina Smith, Minister of Foreign Affairs and Foreign Trade, JAM, participant",
        ],
    ),
    (
        "an ambassador's full title",
        "Ministry of Foreign Affairs of Japan",
        "On June 5, Mr. HORI Kenta, State Minister for Foreign Affairs, met with H.E. Mr. Mohamed OULD BRAHIM, Ambassador Extraordinary and Plenipotentiary of Mauritania.",
        &[
            "HORI Kenta, State Minister for Foreign Affairs, JPN, participant",
            "Mohamed OULD BRAHIM, Ambassador Extraordinary and Plenipotentiary, MRT, participant",
        ],
    ),
    (
        "words behind a title",
        "Ministry of Foreign Affairs of Serbia",
        "Minister Marko Petrovic met with Chargé d'Affaires a.i. of the US Embassy in Belgrade Alex Titus.",
        &[
            "Alex Titus, Chargé d'Affaires a.i. of the US Embassy in Belgrade, USA, participant",
            "Marko Petrovic, Minister, SRB, participant",
        ],
    ),
    (
        "a second minister of the same field",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met Brunei Darussalam Minister of Foreign Affairs II Dato Erywan Yusof.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Erywan Yusof, Minister of Foreign Affairs II, BRN, participant",
        ],
    ),
    (
        "an office of a province",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met with the Governor of China's Jiangxi Province, Mr Wang Jun, in Santiago.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Wang Jun, Governor of China's Jiangxi Province, CHN, participant",
        ],
    ),
    (
        "a field first word unknown before a comma and an honorific",
        "Ministry of Foreign Affairs of Tajikistan",
        "Minister Sirojiddin Rahmon received the Kulob Representative of UNICEF, Ms. Lina Arto.",
        &[
            "Lina Arto, Kulob Representative of UNICEF, unicef, guest",
            "Sirojiddin Rahmon, Minister, TJK, host",
        ],
    ),
    (
        "an assistant of the guest",
        "Ministry of Foreign Affairs of Iraq",
        "Foreign Minister Hadi Karim received the US Secretary of State Dora Finch and her assistant, Dan Wood.",
        &[
            "Dan Wood, -, USA, guest",
            "Dora Finch, Secretary of State, USA, guest",
            "Hadi Karim, Foreign Minister, IRQ, host",
        ],
    ),
    (
        "whom a guest calls on",
        "Ministry of Foreign Affairs of Sri Lanka",
        "Minister Vijitha Silva held talks with Minister of External Affairs of India Dr. S. Raghavan in New Delhi and called on Prime Minister Arun Mehta.",
        &[
            "Arun Mehta, Prime Minister, IND, participant",
            "S. Raghavan, Minister of External Affairs, IND, participant",
            "Vijitha Silva, Minister, LKA, participant",
            "Vijitha Silva, Minister, LKA, participant",
        ],
    ),
    (
        "the host of a guest named first",
        "Ministry of Foreign Affairs of Georgia",
        "The Prime Minister of Chile, Ivo Brandl, met with Foreign Minister Levan Gelashvili in Tbilisi.",
        &[
            "Ivo Brandl, Prime Minister, CHL, participant",
            "Levan Gelashvili, Foreign Minister, GEO, participant",
        ],
    ),
    (
        "whom a body's delegation is led by",
        "Ministry of Foreign Affairs of Latvia",
        "The Minister of Foreign Affairs, Baiba Ozola, met with the U.S. Senate delegation led by Senator Jeanne Marsh.",
        &[
            "Baiba Ozola, Minister of Foreign Affairs, LVA, participant",
            "Jeanne Marsh, Senator, USA, participant",
        ],
    ),
    (
        "the pope under another title",
        "Holy See",
        "This morning, the Holy Father Benedict received in audience the President of the Republic of Chile, His Excellency Mr. Ivo Brandl.",
        &["Benedict, Holy Father, VAT, host", "Ivo Brandl, President, CHL, guest"],
    ),
    (
        "a name with a city in it before its title",
        "Ministry of Foreign Affairs of Malta",
        "Deputy Prime Minister Ian Borg met Catherine Bergen, Minister for Europe and Foreign Affairs of the French Republic.",
        &[
            "Catherine Bergen, Minister for Europe and Foreign Affairs, FRA, participant",
            "Ian Borg, Deputy Prime Minister, MLT, participant",
        ],
    ),
    (
        "a particle before an apostrophe",
        "Prime Minister of the Netherlands",
        "Prime Minister Dirk de Jong met with Prime Minister Jean-Luc d'Aubigny of Luxembourg.",
        &[
            "Dirk de Jong, Prime Minister, NLD, participant",
            "Jean-Luc d'Aubigny, Prime Minister, LUX, participant",
        ],
    ),
    (
        "those who act for no state",
        "Ministry of Foreign Affairs of Rwanda",
        "Minister Jean Bosco Habimana received Dr. Lena Huber, President of the Rhine Foundation, and Mr. Tom Wills, CEO of Solara Energy.",
        &[
            "Jean Bosco Habimana, Minister, RWA, host",
            "Lena Huber, President of the Rhine Foundation, , guest",
            "Tom Wills, CEO of Solara Energy, , guest",
        ],
    ),
    (
        "a field with an article behind its list",
        "Ministry of Foreign Affairs of Thailand",
        "Permanent Secretary Sarun Chan met with Mr. Karl Steger, Director-General for Asia and the Pacific of the Ministry of Foreign Affairs of Austria.",
        &[
            "Karl Steger, Director-General for Asia and the Pacific of the Ministry of Foreign Affairs, AUT, participant",
            "Sarun Chan, Permanent Secretary, THA, participant",
        ],
    ),
    (
        "a field with a word that no list has",
        "Global Affairs Canada",
        "The Honourable Mary Lee, Minister of Small Business, Export Furtherance and International Trade, met with Ana Sol, Foreign Minister of Chile.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Mary Lee, Minister of Small Business, Export Furtherance and International Trade, CAN, participant",
        ],
    ),
    (
        "the chair of a bloc in turn",
        "African Union",
        "The Chairperson of the African Union Commission, Musa Fakir, concluded a visit to the Republic of South Africa. The Chairperson was received by President Cyril Botha, and current Chair of the African Union.",
        &[
            "Cyril Botha, Chair of the African Union, ZAF, host",
            "Musa Fakir, Chairperson of the African Union Commission, african-union, guest",
            "Musa Fakir, Chairperson of the African Union Commission, african-union, participant",
        ],
    ),
    (
        "a title glued to a name",
        "Prime Minister of Estonia",
        "Prime Minister Mart Saar met with Slovenia's PresidentMilan Novak.",
        &[
            "Mart Saar, Prime Minister, EST, participant",
            "Milan Novak, President, SVN, participant",
        ],
    ),
    (
        "an archbishop's office with its preposition",
        "Holy See",
        "The Secretary for Relations with States, Archbishop Paul Galler, met with President Ivo Brandl of Austria.",
        &[
            "Ivo Brandl, President, AUT, participant",
            "Paul Galler, Secretary for Relations with States, VAT, participant",
        ],
    ),
    (
        "a colleague's own title",
        "Ministry of Foreign Affairs of Israel",
        "Foreign Minister Gideon Stern met with the Prime Minister of France, Louis Marchand, and his French colleague, Foreign Minister Henri Vidal.",
        &[
            "Gideon Stern, Foreign Minister, ISR, participant",
            "Henri Vidal, Foreign Minister, FRA, participant",
            "Louis Marchand, Prime Minister, FRA, participant",
        ],
    ),
    (
        "an acronym behind the body of a title",
        "Ministry of Foreign Affairs of Chile",
        "The Secretary General of the Organization of American States (OAS), Jose Mendez, received Foreign Minister Ana Sol.",
        &[
            "Ana Sol, Foreign Minister, CHL, guest",
            "Jose Mendez, Secretary General of the Organization of American States, oas, host",
        ],
    ),
    (
        "an acronym behind the state of a title",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met with Saif Al Nuaimi, Minister of Foreign Affairs of the United Arab Emirates (UAE), and discussed trade.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Saif Al Nuaimi, Minister of Foreign Affairs, ARE, participant",
        ],
    ),
    (
        "a title that flows on without a comma",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met with U Wunna Lin, Union Minister for Foreign Affairs of Myanmar during his visit.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Wunna Lin, Union Minister for Foreign Affairs, MMR, participant",
        ],
    ),
    (
        "several titles with commas behind a name",
        "Ministry of Foreign Affairs of Thailand",
        "Foreign Minister Anan Srisuk met with Mr. Wang Jun, Member of the Political Bureau of the CPC Central Committee, Director of the Office of Foreign Affairs, and Minister of Foreign Affairs of the People's Republic of China.",
        &[
            "Anan Srisuk, Foreign Minister, THA, participant",
            "Wang Jun, Member of the Political Bureau of the CPC Central Committee, Director of the Office of Foreign Affairs, and Minister of Foreign Affairs, CHN, participant",
        ],
    ),
    (
        "fields with justice among them",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met with the Minister of Defence, Justice and Security of Botswana, Dineo Seretse.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Dineo Seretse, Minister of Defence, Justice and Security, BWA, participant",
        ],
    ),
    (
        "an honorific with a space in it",
        "Ministry of Foreign Affairs of Chile",
        "Foreign Minister Ana Sol met with the Executive Secretary of SADC, H. E. Dr. Stella Lawrence Tax.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Stella Lawrence Tax, Executive Secretary of SADC, sadc, participant",
        ],
    ),
    (
        "who calls from home is no counterpart",
        "Government of Sweden",
        "Statement in connection with Prime Minister Tomas Lindqvist's telephone call with Iran's President Hamid Rostami.",
        &[
            "Hamid Rostami, President, IRN, participant",
            "Tomas Lindqvist, Prime Minister, SWE, participant",
        ],
    ),
    (
        "heads of two states behind one another",
        "Government of Turkmenistan",
        "President Gurban Berdiev received Foreign Minister of Chile Ana Sol. Having returned greetings to the Head of the Republic of Chile, President Gurban Berdiev praised trade.",
        &["Ana Sol, Foreign Minister, CHL, guest", "Gurban Berdiev, President, TKM, host"],
    ),
    (
        "a state among fields",
        "Ministry of Foreign Affairs of Trinidad and Tobago",
        "Foreign Minister Amery Brown met with Ms. Barbara Stein, Deputy Assistant Secretary for Caribbean Affairs and Haiti, United States Department of State.",
        &[
            "Amery Brown, Foreign Minister, TTO, participant",
            "Barbara Stein, Deputy Assistant Secretary for Caribbean Affairs and Haiti, USA, participant",
        ],
    ),
    (
        "a publisher with a body in its own name",
        "Ministry of Foreign and CARICOM Affairs of Trinidad and Tobago",
        "Minister Amery Brown met with Foreign Minister Ana Sol of Chile.",
        &["Amery Brown, Minister, TTO, participant", "Ana Sol, Foreign Minister, CHL, participant"],
    ),
    (
        "the ministry of a people in short",
        "Chilean MFA",
        "Foreign Minister Ana Sol met with Foreign Minister Kare Lund of Norway.",
        &[
            "Ana Sol, Foreign Minister, CHL, participant",
            "Kare Lund, Foreign Minister, NOR, participant",
        ],
    ),
];

#[test]
fn names_and_titles_are_told_apart_all_over_the_world() {
    hold_published(CASES, participants);
}
