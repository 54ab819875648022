//! Mentions to persons: who is the same, and which title alone means whom.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use foldhash::fast::FixedState;

use super::held::Held;
use super::names::name_words;
use super::offices::OfficePhrase;
use super::persons::{Mention, MentionForm, Side};
use super::phrases::{Phrase, phrases};
use super::reading::{Reading, plain};
use crate::lexicon::Class;

/// A person of the readout.
#[derive(Debug)]
pub(super) struct Person {
    /// Tokens of the fullest form of the name.
    pub(super) name: Range<usize>,
    /// Words of all forms of the name.
    pub(super) words: Vec<String>,
    /// Offices, in text order.
    pub(super) offices: Vec<OfficePhrase>,
    /// Whom the person acts for.
    pub(super) side: Option<Side>,
    /// Whether an office or an honorific proves that it is a person.
    pub(super) certain: bool,
}

/// All persons, the mentions with their persons filled in, and the noun phrases that can be the subject of a report.
#[derive(Debug)]
pub(super) struct Cast {
    pub(super) persons: Vec<Person>,
    pub(super) mentions: Vec<Mention>,
    /// Who holds which offices.
    pub(super) held: Held,
    /// Number of persons who are certain and act for somebody.
    pub(super) known: usize,
    /// Tokens of the longest mention.
    longest: usize,
    /// For each unit its noun phrases, in order.
    pub(super) phrases: Vec<Vec<Phrase>>,
}

impl Cast {
    pub(super) fn new(reading: &Reading<'_>, mut mentions: Vec<Mention>) -> Self {
        let mut persons = Founded::default();
        // Titled mentions first: they are certain, and a bare run of capitals may be one of them.
        for pass in [MentionForm::Titled, MentionForm::Bare] {
            // A title in title case is full of capitals that are no names: it only repeats names of the body.
            for titles in [false, true] {
                for mention in mentions.iter_mut().filter(|mention| mention.form == pass) {
                    let in_title =
                        reading.units[reading.unit_of(mention.tokens.start)].sentence.is_none();
                    if in_title == titles {
                        assign(
                            reading,
                            mention,
                            &mut persons,
                            !(in_title && pass == MentionForm::Bare),
                        );
                    }
                }
            }
        }
        let mut persons = persons.persons;
        unify(&mut persons, &mut mentions);
        surnames(reading, &persons, &mut mentions);
        mentions.sort_by_key(|mention| mention.tokens.start);
        let held = Held::new(reading, &persons);
        let longest = mentions.iter().map(|mention| mention.tokens.len()).max().unwrap_or(0);
        let mut cast = Self { persons, mentions, held, known: 0, longest, phrases: Vec::new() };
        cast.find_sides(reading);
        cast.resolve_titles(reading);
        let known = |person: &&Person| person.certain && person.side.is_some();
        cast.known = cast.persons.iter().filter(known).count();
        cast.phrases =
            reading.units.iter().map(|unit| phrases(reading, &cast, unit.tokens.clone())).collect();
        cast
    }

    /// The mentions that begin in a range of tokens.
    pub(super) fn mentions_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &Mention> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        self.mentions[first..].iter().take_while(move |mention| mention.tokens.start < tokens.end)
    }

    /// The mentions that a token is part of, in order.
    pub(super) fn mentions_over(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let first = self.mentions.partition_point(|one| one.tokens.start + self.longest <= at);
        self.mentions[first..]
            .iter()
            .take_while(move |mention| mention.tokens.start <= at)
            .filter(move |mention| mention.tokens.contains(&at))
    }

    /// For each person the index of the first mention.
    pub(super) fn first_mentions(&self) -> Vec<Option<usize>> {
        let mut first = vec![None; self.persons.len()];
        for (index, mention) in self.mentions.iter().enumerate() {
            if let Some(person) = mention.person {
                first[person].get_or_insert(index);
            }
        }
        first
    }

    /// Finds whom "the President" means.
    fn resolve_titles(&mut self, reading: &Reading<'_>) {
        let mut seen = BTreeMap::new();
        for index in 0..self.mentions.len() {
            let mention = &self.mentions[index];
            if mention.form == MentionForm::TitleOnly && !mention.offices[0].plural {
                let person = self
                    .holder(reading, index, &mut seen)
                    .or_else(|| self.home_head(reading, mention));
                self.mentions[index].person = person;
                if let Some(person) = person
                    && self.persons[person].offices.is_empty()
                {
                    let office = self.mentions[index].offices[0].clone();
                    self.held.add(reading, person, &office);
                    self.persons[person].offices.push(office);
                    seen.clear();
                }
            }
        }
    }

    /// "the President of Ukraine" in a text that names its own state's President without the office: the one person of that
    /// side who has none.
    fn home_head(&self, reading: &Reading<'_>, mention: &Mention) -> Option<usize> {
        let home = reading.home?;
        let office = core(reading, &mention.offices[0]).join(" ");
        let head = reading.publisher.is_some_and(|publisher| plain(&publisher.head) == office)
            && office != "minister"
            && mention.sides.first().is_none_or(|side| *side == home);
        if !head {
            return None;
        }
        let open: Vec<usize> = (0..self.persons.len())
            .filter(|&index| {
                let person = &self.persons[index];
                person.side == Some(home) && person.offices.is_empty()
            })
            .collect();
        if let [one] = open[..] {
            return Some(one);
        }
        // Of several the one with whom the text begins.
        let first = self.mentions.iter().find_map(|mention| mention.person)?;
        open.contains(&first).then_some(first)
    }

    /// The person who holds the office that a mention names without a name. `seen` keeps who fits for the next mention of
    /// the same office.
    fn holder(
        &self,
        reading: &Reading<'_>,
        index: usize,
        seen: &mut BTreeMap<Sought, Fitting>,
    ) -> Option<usize> {
        let mention = &self.mentions[index];
        let office = &mention.offices[0];
        let wanted = core(reading, office);
        let head_of_state =
            wanted == ["head"] && plain(&reading.phrase(&office.title)).ends_with("of state");
        let side = mention.sides.iter().copied().find(|side| matches!(side, Side::State(_)));
        let from = office.tokens.start.saturating_sub(1);
        let visiting = (from..office.head).any(|at| reading.word(at) == "visiting");
        let sought = Sought { wanted, head_of_state, visiting, side };
        if !seen.contains_key(&sought) {
            seen.insert(sought.clone(), self.fitting(reading, &sought));
        }
        let Fitting { persons, at_home } = &seen[&sought];
        let mut open = persons.iter().copied().filter(|&one| self.persons[one].side.is_none());
        let stateless = open.next().filter(|_| reading.home.is_none() && open.next().is_none());
        match persons.len() {
            0 => None,
            1 => Some(persons[0]),
            _ if side.is_none() && at_home.is_some() => *at_home,
            // Of an unknown publisher the own head stands without a state, as readers at home know it.
            _ if side.is_none() && stateless.is_some() => stateless,
            // Several fit: the one named last before the title.
            _ => self.mentions[..index]
                .iter()
                .rev()
                .filter(|other| other.tokens.start < mention.tokens.start)
                .filter_map(|other| other.person)
                .find(|person| persons.binary_search(person).is_ok())
                .or_else(|| persons.first().copied()),
        }
    }

    /// The persons who hold an office, in order.
    fn fitting(&self, reading: &Reading<'_>, sought: &Sought) -> Fitting {
        let Sought { wanted, head_of_state, visiting, side } = sought;
        let head = wanted.last().map_or("", String::as_str);
        let generic = reading.lexicon.is(&wanted[0], Class::OfficeCommon);
        // "the Minister" is any, but for the head of government; "the Foreign Minister" is a Minister for Foreign Affairs too.
        let minister = |core: &super::held::Core| match &wanted[..] {
            [one] if one == "minister" => !core.words.iter().any(|word| word == "prime"),
            [foreign, one] if one == "minister" => foreign == "foreign" && core.foreign,
            _ => false,
        };
        let mut persons = self.held.holders(head, |core| {
            core.words == *wanted
                || minister(core)
                || wanted.len() > 1 && core.words.ends_with(wanted)
                || wanted.len() == 1 && !generic
        });
        if *head_of_state {
            for head in ["president", "king", "emir"] {
                persons.extend(self.held.holders(head, |core| core.words.len() == 1));
            }
            persons.sort_unstable();
            persons.dedup();
        }
        persons.retain(|&index| {
            let own = self.persons[index].side;
            (side.is_none() || own == *side) && !(*visiting && own.is_some() && own == reading.home)
        });
        let is_home =
            |index: &&usize| reading.home.is_some() && self.persons[**index].side == reading.home;
        let mut home = persons.iter().filter(is_home);
        let at_home = home.next().copied().filter(|_| home.next().is_none());
        Fitting { persons, at_home }
    }
}

/// An office that is named without its holder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Sought {
    wanted: Vec<String>,
    head_of_state: bool,
    /// "the visiting Minister": one who is not of the publisher's side.
    visiting: bool,
    side: Option<Side>,
}

/// Who fits an office: all of them, in order, and the only one of the publisher's side.
struct Fitting {
    persons: Vec<usize>,
    at_home: Option<usize>,
}

/// The words of an office from its first own word to its head: "vice president", without state or organisation.
pub(super) fn core(reading: &Reading<'_>, office: &OfficePhrase) -> Vec<String> {
    let mut first = office.head;
    while first > office.title.start
        && reading.name_over(first - 1).is_none()
        && (reading.is(first - 1, Class::OfficePart)
            || reading.is(first - 1, Class::OfficeHead)
            || reading.word(first - 1) == "and")
    {
        first -= 1;
    }
    (first..=office.head).map(|at| singular(&plain(reading.word(at)))).collect()
}

/// A title word in the singular.
pub(super) fn singular(word: &str) -> String {
    match word {
        "secretaries" => "secretary".to_owned(),
        "deputies" => "deputy".to_owned(),
        "directors-general" => "director-general".to_owned(),
        "affairs" | "forces" | "services" | "economics" | "congress" => word.to_owned(),
        _ => word
            .strip_suffix('s')
            .filter(|stem| stem.len() > 3 && !stem.ends_with('s'))
            .unwrap_or(word)
            .to_owned(),
    }
}

/// Persons as they are found, and which of them have a word in their names.
#[derive(Default)]
struct Founded {
    persons: Vec<Person>,
    by_word: HashMap<String, Vec<usize>, FixedState>,
}

impl Founded {
    /// The first person whose name can be another form of one.
    fn known(&self, words: &[String]) -> Option<usize> {
        // Forms of one name share a word.
        let sharing = words.iter().filter_map(|word| self.by_word.get(word)).flatten().copied();
        sharing.filter(|&index| same(&self.persons[index].words, words)).min()
    }

    fn index(&mut self, person: usize) {
        for word in &self.persons[person].words {
            let sharing = self.by_word.entry(word.clone()).or_default();
            if !sharing.contains(&person) {
                sharing.push(person);
            }
        }
    }
}

fn assign(reading: &Reading<'_>, mention: &mut Mention, founded: &mut Founded, may_found: bool) {
    let Some(name) = mention.name.clone() else { return };
    let words = name_words(reading, &name);
    let certain = mention.form == MentionForm::Titled;
    let known = founded.known(&words);
    if known.is_none() && !may_found {
        return;
    }
    let index = known.unwrap_or_else(|| {
        founded.persons.push(Person {
            name: name.clone(),
            words: words.clone(),
            offices: Vec::new(),
            side: None,
            certain,
        });
        founded.persons.len() - 1
    });
    let person = &mut founded.persons[index];
    person.certain |= certain;
    let longer = longer(reading, &name, &person.name);
    if longer {
        person.name = name;
        person.words = words;
    }
    // "his Japanese counterpart" tells whose minister somebody is, but is no office.
    person.offices.extend(
        mention
            .offices
            .iter()
            .filter(|office| !reading.is(office.head, Class::Counterpart))
            .cloned(),
    );
    mention.person = Some(index);
    if longer || known.is_none() {
        founded.index(index);
    }
}

fn longer(reading: &Reading<'_>, name: &Range<usize>, than: &Range<usize>) -> bool {
    let size = |range: &Range<usize>| (name_words(reading, range).len(), range.len());
    size(name) > size(than)
}

/// Whether two forms of a name can be of one person: one is a part of the other, or surname and first letters agree.
fn same(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return false;
    }
    let mut rest = long.iter();
    let part = short.iter().all(|word| rest.any(|other| other == word));
    if part {
        // "Sheikh" or a first name alone is too little; the last or the first word must be among them.
        return short.last() == long.last()
            || short.first() == long.first()
            || short.len() == 1 && short[0].len() > 3;
    }
    let prefix = |x: &str, y: &str| x.chars().take(2).eq(y.chars().take(2));
    short.len() > 1
        && (short.last() == long.last() && prefix(&short[0], &long[0]) || misspelt(short, long))
}

/// "Begmurat Muhamedov" and "Begmurat Muhamdov": names of as many words of which one has a letter more, less or another.
fn misspelt(a: &[String], b: &[String]) -> bool {
    let mut other = a.iter().zip(b).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (other.next(), other.next()) else { return false };
    let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
    let same = x.iter().zip(&y).take_while(|(x, y)| x == y).count();
    let (x, y) = (&x[same..], &y[same..]);
    let rest = |x: &[char], y: &[char]| x == y || x.get(1..) == Some(y);
    a.len() == b.len()
        && same > 1
        && same + x.len().min(y.len()) > 4
        && (rest(x, y) || rest(y, x) || x.get(1..) == y.get(1..))
}

/// Persons who turn out to be the same once the fullest names are known.
fn unify(persons: &mut Vec<Person>, mentions: &mut [Mention]) {
    let mut founded = Founded { persons: std::mem::take(persons), by_word: HashMap::default() };
    // Whom each person turned out to be: itself, or an earlier one.
    let mut is: Vec<usize> = (0..founded.persons.len()).collect();
    let mut index = 0;
    while index < founded.persons.len() {
        if is[index] != index {
            index += 1;
            continue;
        }
        let words = std::mem::take(&mut founded.persons[index].words);
        let sharing = words.iter().filter_map(|word| founded.by_word.get(word)).flatten().copied();
        let earlier = sharing
            .filter(|&one| one < index && is[one] == one)
            .filter(|&one| same(&founded.persons[one].words, &words))
            .min();
        founded.persons[index].words = words;
        let Some(earlier) = earlier else {
            founded.index(index);
            index += 1;
            continue;
        };
        is[index] = earlier;
        let (before, from) = founded.persons.split_at_mut(index);
        let (kept, person) = (&mut before[earlier], &mut from[0]);
        kept.certain |= person.certain;
        kept.offices.append(&mut person.offices);
        if person.words.len() > kept.words.len() {
            kept.words.clone_from(&person.words);
            kept.name = person.name.clone();
            founded.index(earlier);
            // The fuller name may be that of one that stands before or between.
            index = earlier;
        }
    }
    let mut place = vec![0; is.len()];
    let mut count = 0;
    for (index, person) in founded.persons.into_iter().enumerate() {
        if is[index] == index {
            place[index] = count;
            count += 1;
            persons.push(person);
        }
    }
    for person in mentions.iter_mut().filter_map(|mention| mention.person.as_mut()) {
        while is[*person] != *person {
            *person = is[*person];
        }
        *person = place[*person];
    }
}

/// A surname alone, later in the text: "Lavrov also shared his views".
fn surnames(reading: &Reading<'_>, persons: &[Person], mentions: &mut Vec<Mention>) {
    let mut taken = vec![false; reading.tokens.len()];
    for mention in mentions.iter() {
        taken[mention.tokens.clone()].fill(true);
    }
    // The one person with a word first or last in the name, or none where several have.
    let mut bearers: HashMap<&str, Option<usize>, FixedState> = HashMap::default();
    for (index, person) in persons.iter().enumerate() {
        for word in [person.words.first(), person.words.last()].into_iter().flatten() {
            let bearer = bearers.entry(word).or_insert(Some(index));
            *bearer = bearer.filter(|one| *one == index);
        }
    }
    let mut more = Vec::new();
    for unit in &reading.units {
        for at in unit.tokens.clone() {
            // "The" is nobody's surname, whatever a line in capitals looks like.
            let opener = reading.is(at, Class::Starter) && !reading.is(at, Class::Surname);
            if taken[at] || !reading.capital(at) || opener || reading.name_over(at).is_some() {
                continue;
            }
            let word = plain(reading.word(at));
            if word.len() < 2 {
                continue;
            }
            if let Some(&Some(person)) = bearers.get(word.as_str()) {
                more.push(Mention {
                    tokens: at..at + 1,
                    name: Some(at..at + 1),
                    offices: Vec::new(),
                    sides: Vec::new(),
                    form: MentionForm::Bare,
                    person: Some(person),
                });
            }
        }
    }
    mentions.extend(more);
}
