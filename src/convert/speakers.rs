//! Whom the subject of a report means: clause and context in, the speaker in the codebook's terms with the rule out.

use std::ops::Range;

use super::attribution::{Context, Scene, Speaker, sides_of};
use super::clauses::{Clause, ClauseForm};
use super::groups::is_guest;
use super::persons::Side;
use super::phrases::{Phrase, Who};
use super::reading::Reading;
use super::unreported::continues;
use crate::lexicon::Class;
use crate::record::Act;

/// Whom the subject of a clause means, in the codebook's terms; `subject` is the person who is the subject before it in the
/// same sentence.
pub(super) fn speaker_of(
    scene: &Scene<'_, '_>,
    context: &Context,
    clause: &Clause,
    act: Act,
    subject: Option<usize>,
) -> Option<(Speaker, &'static str)> {
    let Scene { reading, cast, .. } = *scene;
    let unit = reading.unit_of(clause.cue.start);
    let tokens = reading.units[unit].tokens.clone();
    let present = scene.present(unit);
    Some(match &clause.who {
        Who::It if clause.form != ClauseForm::Passive => {
            matches!(context.last, Some((Speaker::Joint, ..)))
                .then_some((Speaker::Joint, "joint-subject"))?
        }
        Who::It => match only_side(scene, clause, act) {
            Some(side) => (Speaker::Of(Who::Side(side)), "passive-of-one"),
            None => (Speaker::Joint, "passive-agentless"),
        },
        Who::Joint => (Speaker::Joint, "joint-subject"),
        Who::Plural => match &context.group {
            Some(group) => (Speaker::Of(group.clone()), "pronoun-group"),
            None => (Speaker::Joint, "pronoun-plural"),
        },
        Who::Sides(sides) => {
            let mut all = scene.sides.clone();
            all.extend(reading.home.filter(|home| !scene.sides.contains(home)));
            let home = reading.home.is_some_and(|home| sides.contains(&home));
            let several = sides.len() > 1 && (home || all.len() < 3);
            if several || all.iter().all(|side| sides.contains(side)) {
                (Speaker::Joint, "sides-together")
            } else {
                (Speaker::Of(Who::Sides(sides.clone())), "sides-named")
            }
        }
        Who::Singular => {
            if takes_turn(reading, tokens)
                && let Some(person) = other_of_two(context, &present)
            {
                return Some((Speaker::Of(Who::Persons(vec![person])), "pronoun-turn"));
            }
            let others = context.spoke.iter().rev().chain(&present).copied();
            let pronoun = reading.word(clause.subject.start);
            let last = context.single.as_ref();
            let (who, rule) = scene.genders.resolve(pronoun, subject, last, others)?;
            (Speaker::Of(who), rule)
        }
        Who::Other => {
            let noun = clause.subject.end - 1;
            let person =
                guest(scene, noun, &present).or_else(|| other_of_two(context, &present))?;
            (Speaker::Of(Who::Persons(vec![person])), "the-other")
        }
        Who::We | Who::Me => {
            let word = reading.word(clause.cue.start);
            let together = matches!(act, Act::Agree | Act::Discuss)
                || matches!(word, "reaffirmed" | "reiterated" | "recommitted" | "confirmed")
                || clause.verb.tense == crate::lexicon::Tense::Past
                    && reading.word(clause.cue.end) == "our"
                    && matches!(reading.word(clause.cue.end + 1), "joint" | "shared" | "mutual");
            if clause.who == Who::We && scene.joint_text {
                (Speaker::Joint, "we-all")
            } else if clause.who == Who::We && together {
                (Speaker::Joint, "we-agreed")
            } else {
                (Speaker::Publisher, "first-person")
            }
        }
        Who::Persons(persons) if persons.len() > 1 => {
            let sides = sides_of(cast, persons);
            let all = sides_of(cast, &present);
            let covers = all.len() > 1 && all.iter().all(|side| sides.contains(side))
                || !present.is_empty() && present.iter().all(|person| persons.contains(person));
            let across = sides.len() > 1
                && (all.len() < 2 || reading.home.is_some_and(|home| sides.contains(&home)));
            if covers || across {
                (Speaker::Joint, "all-sides-named")
            } else {
                (Speaker::Of(Who::Persons(persons.clone())), "persons-named")
            }
        }
        Who::Persons(persons) => (Speaker::Of(Who::Persons(persons.clone())), "person-named"),
        // A spokesperson has no part in the talks and speaks for who publishes.
        Who::Office(head, _) if reading.is(*head, Class::Spokesperson) => {
            (Speaker::Publisher, "spokesperson")
        }
        Who::Office(head, side) => {
            let side = side.or(reading.home);
            (Speaker::Of(Who::Office(*head, side)), "office-named")
        }
        Who::Side(side) => {
            let present = clause.verb.tense == crate::lexicon::Tense::Present
                || reading.word(clause.cue.start) == "committed"
                    && clause.cue.len() == 1
                    && clause.form == ClauseForm::Main
                    && reading.is(clause.cue.start.saturating_sub(1), Class::Auxiliary);
            let home = reading.home == Some(*side) && !scene.joint_text;
            let same_side = |who: &Who| matches!(who, Who::Persons(persons) if persons.len() == 1 && cast.persons[persons[0]].side == Some(*side));
            let goes_on = continues(reading, context, tokens);
            if present && home && !goes_on {
                (Speaker::Publisher, "home-present")
            } else if let Some(single) = context.single.as_ref().filter(|who| same_side(who)) {
                (Speaker::Of(single.clone()), "side-for-speaker")
            } else {
                (Speaker::Of(Who::Side(*side)), "side-named")
            }
        }
    })
}

/// The side that alone can have said what a passive reports: "It was stressed that Kenya condemns", "On the Kenyan side, thanks
/// were expressed".
fn only_side(scene: &Scene<'_, '_>, clause: &Clause, act: Act) -> Option<Side> {
    let reading = scene.reading;
    let unit = reading.unit_of(clause.cue.start);
    let first = reading.units[unit].tokens.start;
    if matches!(reading.word(first), "On" | "From" | "By") {
        let phrase =
            scene.cast.phrases[unit].iter().find(|phrase| phrase.tokens.start == first + 1);
        if let Some(Phrase { who: Who::Side(side), tokens }) = phrase
            && reading.is(tokens.end - 1, Class::SideNoun)
        {
            return Some(*side);
        }
    }
    let own =
        matches!(act, Act::Commit | Act::Support | Act::Oppose | Act::Condemn | Act::Appreciate);
    let that = clause.cue.end;
    if !own || reading.word(that) != "that" {
        return None;
    }
    let name = that + 1 + usize::from(reading.word(that + 1) == "the");
    let found = reading.name_from(name)?;
    let crate::lexicon::Name::State(state) = found.name else { return None };
    let alone = reading.word(found.tokens.end) != "and" && !reading.possessive(found.tokens.end);
    Some(Side::State(state)).filter(|side| alone && scene.sides.contains(side))
}

/// "For his part,", "In turn,": the other of two speaks.
fn takes_turn(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let word = |offset: usize| reading.word(tokens.start + offset);
    matches!(word(0), "For" | "On" | "In") && word(2) == "part" && matches!(word(1), "his" | "her")
        || word(0) == "In" && (word(1) == "turn" || word(2) == "turn")
}

/// "the guest", "his host": the one who takes part and is of another side than the publisher's, or of its.
fn guest(scene: &Scene<'_, '_>, noun: usize, present: &[usize]) -> Option<usize> {
    let foreign = is_guest(scene.reading, noun)?;
    let home = scene.reading.home?;
    let side = |person: usize| scene.cast.persons[person].side;
    let mut fits = present
        .iter()
        .copied()
        .filter(|&person| side(person).is_some_and(|side| (side != home) == foreign));
    fits.next().filter(|_| fits.next().is_none())
}

/// Of two persons who take part the one who did not speak last.
fn other_of_two(context: &Context, present: &[usize]) -> Option<usize> {
    let Some(Who::Persons(last)) = &context.single else { return None };
    let mut others = present.iter().copied().filter(|person| !last.contains(person));
    match (others.next(), others.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    }
}
