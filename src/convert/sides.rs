//! Whom each person acts for: mentions in, the state or organisation of each person out, by what the text says or its order.

use super::actors::{Cast, core};
use super::persons::{Mention, MentionForm, Side, coordinated};
use super::reading::{Reading, plain};
use crate::lexicon::token::Kind;
use crate::lexicon::{Class, Form, Lexicon, Name};

impl Cast {
    /// Gives each person the state or organisation it acts for: what the text says, else what its place says.
    pub(super) fn find_sides(&mut self, reading: &Reading<'_>) {
        let mut said: Vec<Option<Side>> = vec![None; self.persons.len()];
        for mention in &self.mentions {
            let Some(person) = mention.person else { continue };
            let side = principal(reading, mention)
                .filter(|side| !self.chairs_in_turn(reading, person, *side));
            if said[person].is_none()
                || matches!(
                    (said[person], side),
                    (Some(Side::Organization(_)), Some(Side::State(_)))
                )
            {
                said[person] = side.or(said[person]);
            }
        }
        self.by_layout(reading, &mut said);
        self.unnamed_holders(reading, &mut said);
        let abroad = foreign_side(reading, &self.mentions, &said);
        let home = reading.home;
        let first = self.first_mentions();
        let others = said.iter().flatten().any(|side| Some(*side) != home);
        let own = home.filter(|_| !others);
        for index in 0..self.persons.len() {
            self.persons[index].side = said[index].or_else(|| {
                let first = &self.mentions[first[index]?];
                if outside(reading, &self.persons[index].offices) {
                    return None;
                }
                if !is_counterpart(reading, &self.mentions, first, &said) {
                    return home;
                }
                // Of several other sides the text does not say which; without any, it is the publisher's.
                super::places::leg(reading, first.tokens.start).or(abroad).or(own)
            });
        }
        self.companions(reading, &said);
        self.second_holders(reading, &said, abroad);
    }

    /// "President A, current Chair of the African Union": who holds an office of a state's own besides the chair of a bloc acts
    /// for the state.
    fn chairs_in_turn(&self, reading: &Reading<'_>, person: usize, side: Side) -> bool {
        let Side::Organization(body) = side else { return false };
        let chair = |office: &super::offices::OfficePhrase| {
            office.sides.contains(&side) && reading.word(office.head).starts_with("Chair")
        };
        let offices = &self.persons[person].offices;
        reading.lexicon.organizations[body as usize].party
            && offices.iter().any(chair)
            && offices.iter().any(|office| {
                office.sides.is_empty() && sole(reading.lexicon, &core(reading, office))
            })
    }

    /// Sides told by the layout of a list: "Fiji (Prime Minister A)", "Chile – Minister B", "the ministers of Norway and Kenya,
    /// C and D", "their Norwegian counterparts, E and F".
    fn by_layout(&mut self, reading: &Reading<'_>, said: &mut [Option<Side>]) {
        let mut announced = Vec::new();
        let mut index = 0;
        while index < self.mentions.len() {
            let mut last = index;
            while last + 1 < self.mentions.len()
                && coordinated(
                    reading,
                    self.mentions[last].tokens.end,
                    self.mentions[last + 1].tokens.start,
                )
            {
                last += 1;
            }
            let before = index;
            let list = &self.mentions[index..=last];
            index = last + 1;
            let unsaid = |mention: &Mention| {
                mention.name.is_some()
                    && mention.sides.is_empty()
                    && mention.person.is_some_and(|person| said[person].is_none())
            };
            if !list.iter().all(unsaid) {
                continue;
            }
            let sides = sides_before(reading, list[0].tokens.start);
            let one_each = sides.len() == list.len();
            for (position, mention) in list.iter().enumerate() {
                let side = if one_each { sides.get(position) } else { sides.first() };
                if let Some(person) = mention.person.filter(|_| one_each || sides.len() == 1) {
                    said[person] = side.copied();
                    announced.extend(before.checked_sub(1).map(|title| (title, person)));
                }
            }
        }
        // "the Foreign Ministers of Norway and Kenya, C and D": the office that announces them is theirs.
        for (title, person) in announced {
            let Mention { form: MentionForm::TitleOnly, offices, tokens, .. } =
                &self.mentions[title]
            else {
                continue;
            };
            let first = self.mentions.get(title + 1).map_or(0, |next| next.tokens.start);
            let near = (tokens.end..first).all(|at| {
                matches!(reading.word(at), "," | "and" | ":" | "–" | "—" | "-")
                    || reading.name_over(at).is_some()
            });
            let office = offices[0].clone();
            let counterpart = reading.is(office.head, Class::Counterpart);
            if office.plural && near && !counterpart && self.persons[person].offices.is_empty() {
                self.held.add(reading, person, &office);
                self.persons[person].offices.push(office);
            }
        }
    }

    /// "the Prime Minister of Chile", later "Prime Minister Sol": one person holds that office and has no other state.
    fn unnamed_holders(&self, reading: &Reading<'_>, said: &mut [Option<Side>]) {
        for mention in self.mentions.iter().filter(|m| m.form == MentionForm::TitleOnly) {
            let office = &mention.offices[0];
            let Some(side) = mention.sides.iter().copied().find(|s| matches!(s, Side::State(_)))
            else {
                continue;
            };
            let wanted = core(reading, office);
            if office.plural || !sole(reading.lexicon, &wanted) {
                continue;
            }
            let Some(head) = wanted.last() else { continue };
            let holders = self.held.holders(head, |core| core.words == wanted);
            let among = |side: Option<Side>| {
                side.is_some() && holders.iter().any(|&index| said[index] == side)
            };
            let home_may = held_at_home(reading, &wanted) && !among(reading.home);
            let mut open = holders.iter().copied().filter(|&index| said[index].is_none());
            if let (false, Some(one), None) =
                (home_may || among(Some(side)), open.next(), open.next())
            {
                said[one] = Some(side);
            }
        }
    }

    /// "President Sol of Chile was joined by Foreign Minister Paz": companions act for the state of those they are with.
    fn companions(&mut self, reading: &Reading<'_>, said: &[Option<Side>]) {
        for (index, first) in self.first_mentions().into_iter().enumerate() {
            let Some(first) = first.filter(|_| said[index].is_none()) else { continue };
            let mut head = first;
            while head > 0
                && coordinated(
                    reading,
                    self.mentions[head - 1].tokens.end,
                    self.mentions[head].tokens.start,
                )
            {
                head -= 1;
            }
            let start = self.mentions[head].tokens.start;
            let unit = reading.units[reading.unit_of(start)].tokens.start;
            let accompanied = start > unit + 1
                && (reading.word(start - 1) == "by" && reading.is(start - 2, Class::Accompany)
                    || reading.word(start - 1) == "with"
                        && matches!(reading.word(start - 2), "together" | "along" | "jointly"));
            let with = self.mentions[..head]
                .iter()
                .rev()
                .take_while(|mention| mention.tokens.start >= unit)
                .find_map(|mention| mention.person);
            // "President Sol's Special Envoy Paz"
            let owner = start
                .checked_sub(1)
                .filter(|&mark| reading.possessive(mark))
                .and_then(|mark| {
                    self.mentions[..first].iter().rev().find(|mention| mention.tokens.end == mark)
                })
                .and_then(|mention| mention.person);
            // "Foreign Minister Paz of Chile and her assistant, Leo Vial"
            let own = is_companion(reading, &self.mentions[first]);
            let owner = owner.or_else(|| {
                let before = self.mentions[..first].iter().rev();
                before
                    .take_while(|mention| mention.tokens.start >= unit)
                    .find_map(|mention| mention.person)
                    .filter(|_| own)
            });
            if let Some(owner) = owner {
                self.persons[index].side = self.persons[owner].side;
                continue;
            }
            let end = self.mentions[first].tokens.end;
            let delegation = leads(reading, end).or_else(|| delegation(reading, start));
            if let Some(Delegation::Of(side)) = delegation {
                self.persons[index].side = Some(side);
            } else if accompanied || delegation.is_some() {
                let side = with.map_or(reading.home, |person| self.persons[person].side);
                self.persons[index].side = side;
            }
        }
    }

    /// A state has one prime minister: a second one without a state is the other side's.
    fn second_holders(
        &mut self,
        reading: &Reading<'_>,
        said: &[Option<Side>],
        abroad: Option<Side>,
    ) {
        for index in 0..self.persons.len() {
            let side = self.persons[index].side;
            if said[index].is_some() || side != reading.home || side.is_none() {
                continue;
            }
            let sole_offices =
                self.held.of(index).iter().filter(|own| sole(reading.lexicon, &own.words));
            // Whether of those who hold the same office one has been found to be of that side, and how.
            let holder = |test: &dyn Fn(usize) -> bool| {
                sole_offices.clone().any(|own| {
                    let head = own.words.last().map_or("", String::as_str);
                    let others = self.held.holders(head, |core| core.words == own.words);
                    others.iter().any(|&other| other != index && test(other))
                })
            };
            if holder(&|other| said[other] == side) {
                self.persons[index].side = abroad;
            } else if holder(&|other| other < index && self.persons[other].side == side) {
                // "President Sol called President Paz": whose the second president is the text does not say.
                self.persons[index].side = None;
            }
        }
    }
}

/// Whether all titles of a person are of those who act for no state: "Founder", "President of the Rhine Foundation".
fn outside(reading: &Reading<'_>, offices: &[super::offices::OfficePhrase]) -> bool {
    let outside = |office: &super::offices::OfficePhrase| {
        office.title.clone().any(|at| reading.is(at, Class::Outside))
    };
    !offices.is_empty() && offices.iter().all(outside)
}

/// Whether a person is named as somebody's own: "his deputy A", "her assistant, A".
fn is_companion(reading: &Reading<'_>, mention: &Mention) -> bool {
    let named = mention.name.as_ref().map_or(mention.tokens.start, |name| name.start);
    let noun = |at: usize| {
        let word = reading.word(at);
        reading.kind(at) == Some(Kind::Word)
            && reading.encounter_word(at).is_none()
            && !matches!(word, "with" | "by" | "to" | "and" | "of" | "from")
    };
    (named.saturating_sub(5)..named)
        .rev()
        .take_while(|&at| {
            !reading.is(at, Class::Counterpart)
                && (at + 1 == named && reading.word(at) == "," || noun(at))
        })
        .any(|at| matches!(reading.word(at), "his" | "her"))
}

/// A delegation that a text speaks of.
#[derive(Debug, Clone, Copy)]
enum Delegation {
    /// Of a side that is named with it.
    Of(Side),
    /// Of a side that is not named with it.
    Unnamed,
}

/// "A led the Chilean delegation": the side that somebody leads, if the words behind say so.
fn leads(reading: &Reading<'_>, at: usize) -> Option<Delegation> {
    if !reading.is(at, Class::Led) {
        return None;
    }
    let noun = (at + 1..at + 6).find(|&noun| reading.is(noun, Class::Delegation))?;
    let side = reading.names_in(at + 1..noun + 5).find_map(|found| match found.name {
        Name::State(state) | Name::Demonym(state) => Some(Side::State(state)),
        _ => None,
    });
    Some(side.map_or(Delegation::Unnamed, Delegation::Of))
}

/// "The Chilean delegation was led by A and included B", "for the Chilean side: A": the side whose people a list names that
/// stands at a token, by the words before it or, in a list of items, by the sentence that opens it.
fn delegation(reading: &Reading<'_>, at: usize) -> Option<Delegation> {
    let mut unit = reading.unit_of(at);
    let mut end = at;
    while let Some(sentence) = reading.units[unit].sentence
        && reading.document.sentences[sentence].list_item
        && unit > 0
    {
        unit -= 1;
        end = reading.units[unit].tokens.end;
    }
    let tokens = reading.units[unit].tokens.start..end;
    let noun = tokens.clone().rev().find(|&at| reading.is(at, Class::Delegation))?;
    // Between the noun and the list stand only those who lead, and what it is done by.
    let near = reading
        .names_in(noun.saturating_sub(3).max(tokens.start)..tokens.end.min(noun + 5))
        .find_map(|found| match found.name {
            Name::State(state) | Name::Demonym(state) => Some(Side::State(state)),
            Name::Organization(body) => Some(represented(reading.lexicon, body)),
            _ => None,
        });
    let told = (noun..tokens.end).any(|at| {
        reading.is(at, Class::Led) || reading.is(at, Class::Include) || reading.word(at) == ":"
    }) || matches!(reading.word(tokens.start), "For" | "On" | "From");
    told.then_some(near.map_or(Delegation::Unnamed, Delegation::Of))
}

/// Whether the publisher's state has an office: a publisher of that state is headed by one who holds it.
fn held_at_home(reading: &Reading<'_>, wanted: &[String]) -> bool {
    let Some(Side::State(home)) = reading.home else { return false };
    let code = &reading.lexicon.states[home as usize].code;
    let head = wanted.join(" ");
    if head == "foreign minister" {
        return true;
    }
    reading
        .lexicon
        .publishers
        .iter()
        .any(|publisher| publisher.state == *code && plain(&publisher.head) == head)
}

/// The one state or organisation, other than the publisher's, that the readout's encounter is with, if its persons or title
/// name just one.
fn foreign_side(
    reading: &Reading<'_>,
    mentions: &[Mention],
    said: &[Option<Side>],
) -> Option<Side> {
    let home = reading.home;
    let opening =
        reading.units.iter().take(3).map(|unit| unit.tokens.end).max().unwrap_or_default();
    let mut others: Vec<Side> = mentions
        .iter()
        .filter(|mention| mention.tokens.start < opening)
        .filter_map(|mention| mention.person.and_then(|person| said[person]))
        .filter(|side| Some(*side) != home)
        .collect();
    if others.is_empty() {
        others = reading
            .names_in(0..opening)
            .filter_map(|found| match found.name {
                Name::State(state) | Name::Demonym(state) => Some(Side::State(state)),
                _ => None,
            })
            .filter(|side| Some(*side) != home)
            .collect();
        others.truncate(1);
    }
    others.sort_unstable();
    others.dedup();
    (others.len() == 1).then(|| others[0])
}

/// Whether a person without a stated side stands where the other side stands: in the list behind "with".
fn is_counterpart(
    reading: &Reading<'_>,
    mentions: &[Mention],
    first: &Mention,
    said: &[Option<Side>],
) -> bool {
    let index = mentions.partition_point(|mention| mention.tokens.start < first.tokens.start);
    let mut at = index;
    while at > 0 && listed(reading, mentions[at - 1].tokens.end, mentions[at].tokens.start) {
        at -= 1;
    }
    let start = mentions[at].tokens.start;
    let before = if start == 0 { "" } else { reading.word(start - 1) };
    let home = reading.home;
    let with_home = mentions[at..=index.min(mentions.len() - 1)].iter().any(|mention| {
        mention.person.and_then(|person| said[person]).is_some_and(|side| Some(side) == home)
    });
    // "officials including A met", without anybody they are with, are the publisher's own.
    let unit = &reading.units[reading.unit_of(start)].tokens;
    let with = || (unit.start..start).any(|at| matches!(reading.word(at), "with" | "With"));
    // "The President of Chile, A, met with B": with the guest stands the publisher's own.
    let ahead = || mentions[..at].iter().rev().take_while(|m| m.tokens.start >= unit.start);
    let guest = ahead()
        .filter_map(|mention| match mention.person {
            Some(person) => Some(said[person]),
            // "World Bank President Meets with President A", before it is known who that is
            None => mention.sides.first().map(|&side| Some(side)),
        })
        .last()
        .flatten()
        .is_some_and(|side| Some(side) != home);
    // "The visiting Ministers called on A"
    let named = ahead().last().is_none_or(|first| {
        let office = first.offices.first();
        first.person.is_some()
            || first.sides.is_empty() && office.is_some_and(|office| !office.plural)
    });
    let object = before == "with"
        || before == "included"
        || before == "including" && with()
        || named
            && is_met(reading, unit.start, start)
            // "presented their credentials to A": to the publisher's own head, but for its own ambassador.
            && (!(start > 1 && reading.is(start - 2, Class::Letter))
                || ahead().filter_map(|mention| mention.person).any(|one| said[one] == home));
    // "in connection with Minister A's telephone call"
    let owner = reading.possessive(mentions[at].tokens.end);
    object && !with_home && !guest && !owner
}

/// Whether a list goes on from one person to the next, also past those whom it does not name: "A and other members of the
/// Council, B".
fn listed(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let unnamed = |at: usize| {
        matches!(reading.word(at), "," | "and" | "other" | "of" | "the" | "his" | "her" | "their")
            || reading.is(at, Class::JointNoun)
            || reading.is(at, Class::Leading)
            || reading.capital(at) && reading.is(at, Class::BodyTail)
    };
    coordinated(reading, from, to)
        || to.saturating_sub(from) < 10
            && matches!(reading.word(from), "," | "and")
            && matches!(reading.word(to - 1), "," | "and")
            && (from..to).any(|at| reading.is(at, Class::JointNoun))
            && (from..to).all(unnamed)
}

/// Whether right before a token a verb of an exchange tells that those named there are met: "called on A", "was received by A".
fn is_met(reading: &Reading<'_>, first: usize, at: usize) -> bool {
    let preposition = at > first && matches!(reading.word(at - 1), "on" | "upon" | "by" | "to");
    let stop = at - usize::from(preposition);
    (first.max(stop.saturating_sub(6))..stop).any(|start| {
        reading.encounter(start..stop).is_some_and(|(length, encounter)| {
            start + length == stop
                && (matches!(encounter.form, Form::Meet | Form::Ring)
                    || encounter.form == Form::Receive && preposition)
        })
    })
}

/// The side that a mention itself gives: a state before an organisation, a national body for its state.
fn principal(reading: &Reading<'_>, mention: &Mention) -> Option<Side> {
    let state = mention.sides.iter().copied().find(|side| matches!(side, Side::State(_)));
    state
        .or_else(|| {
            mention.sides.first().map(|&side| match side {
                Side::Organization(body) => represented(reading.lexicon, body),
                Side::State(_) => side,
            })
        })
        .or_else(|| {
            let pope = mention.offices.iter().any(|office| {
                matches!(plain(&reading.phrase(&office.title)).as_str(), "pope" | "holy father")
            });
            pope.then(|| reading.lexicon.state_index("VAT")).flatten().map(Side::State)
        })
}

/// Whom an officer of a body acts for: its state, the organisation it belongs to, or itself.
pub(super) fn represented(lexicon: &Lexicon, body: u16) -> Side {
    let organization = &lexicon.organizations[body as usize];
    if let Some(index) = lexicon.state_index(&organization.state) {
        return Side::State(index);
    }
    if !organization.parent.is_empty()
        && let Some(index) =
            lexicon.organizations.iter().position(|other| other.id == organization.parent)
    {
        return Side::Organization(index as u16);
    }
    Side::Organization(body)
}

/// Whether a state has one holder of an office at a time.
fn sole(lexicon: &Lexicon, core: &[String]) -> bool {
    match core {
        [head] => lexicon.is(head, Class::OfficeSole),
        [first, head] => {
            head == "minister" && matches!(first.as_str(), "prime" | "foreign")
                || first == "vice" && head == "president"
        }
        _ => false,
    }
}

/// The states of a phrase that ends in a mark right before a list of persons whom it announces.
fn sides_before(reading: &Reading<'_>, list: usize) -> Vec<Side> {
    let unit = &reading.units[reading.unit_of(list)];
    let start = unit.tokens.start;
    if list < start + 2 {
        return Vec::new();
    }
    let mark = list - 1;
    let dash = matches!(reading.word(mark), "–" | "—" | "-" | ":");
    let item = unit.sentence.is_some_and(|sentence| reading.document.sentences[sentence].list_item);
    let state = |at: usize| match reading.name_over(at).map(|found| found.name) {
        Some(Name::State(state) | Name::Demonym(state)) => Some(Side::State(state)),
        _ => None,
    };
    match reading.word(mark) {
        // "Fiji (Prime Minister A)"
        "(" => return state(mark - 1).into_iter().collect(),
        _ if dash && item => {
            return state(mark - 1)
                .filter(|_| reading.name_over(mark - 1).is_some_and(|f| f.tokens.start == start))
                .into_iter()
                .collect();
        }
        "," => {
            // "of Norway, A; Austria, B; and Kenya, C"
            let before = reading.name_over(mark - 1).map_or(mark - 1, |found| found.tokens.start);
            let item = before > start + 1
                && (reading.word(before - 1) == ";"
                    || reading.word(before - 1) == "and" && reading.word(before - 2) == ";");
            if let Some(side) = state(mark - 1).filter(|_| item) {
                return vec![side];
            }
        }
        _ if dash => {}
        _ => return Vec::new(),
    }
    // "the Foreign Ministers of Norway and Kenya, …", "their Norwegian counterparts, …": back over the announcing phrase.
    let mut sides = Vec::new();
    let mut people = false;
    let mut at = mark;
    while at > start && mark - at < 24 {
        at -= 1;
        if let Some(side) = state(at) {
            let found = reading.name_over(at).map_or(at, |found| found.tokens.start);
            sides.push(side);
            at = found;
        } else if reading.is(at, Class::JointNoun) || is_plural_office(reading, at) {
            people = true;
        } else if reading.word(at).starts_with("counterpart") {
            people = true;
        } else if !(matches!(reading.word(at), "," | "and" | "of" | "from" | "the" | "respective")
            || reading.is(at, Class::OfficePart)
            || reading.is(at, Class::OfficeModifier))
        {
            break;
        }
    }
    sides.reverse();
    if people { sides } else { Vec::new() }
}

/// "Ministers", "Presidents".
fn is_plural_office(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Class::OfficeHead) && reading.word(at).ends_with('s')
}
