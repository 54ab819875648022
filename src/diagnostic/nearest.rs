//! A word that is not allowed in, the allowed word that was probably meant out.

/// The candidate that is nearest to `word`, if it is near: a third of the letters may differ, ignoring case and `_`, `-`
/// and spaces; or the candidate begins with the word or the other way round.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A key of ten megabytes is no slip of the pen, and distances are quadratic.
    if word.len() > 64 {
        return None;
    }
    let folded = fold(word);
    let distance = |candidate: &str| {
        let candidate = fold(candidate);
        let distance = strsim::damerau_levenshtein(&folded, &candidate);
        let allowed = (candidate.chars().count().max(folded.chars().count()) / 3).max(1);
        let begins = folded.len() >= 4 && candidate.starts_with(&folded);
        (distance <= allowed || begins).then_some(distance)
    };
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(candidate)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

fn fold(word: &str) -> String {
    word.chars().filter(|c| !" -_".contains(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let terms = ["meeting", "negotiation", "in-person", "date_basis", "date_evidence"];
        for (word, meant) in [
            ("meetings", Some("meeting")),
            ("Meeting", Some("meeting")),
            ("in_person", Some("in-person")),
            ("negociation", Some("negotiation")),
            ("dateBasis", Some("date_basis")),
            ("nego", Some("negotiation")),
            ("lunch", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, terms), meant, "{word}");
        }
    }
}
