//! The table of state codes, `state-codes.tsv`, to records of ISO 3166-1 alpha-3, withdrawn codes and XKX included.

use std::sync::LazyLock;

/// A code for a state or territory, with the time for which it was assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Alpha-3 code.
    pub code: &'static str,
    /// English name.
    pub name: &'static str,
    /// Whether the code is in force.
    pub status: Status,
    /// Of a withdrawn code: the day or the year in which ISO 3166 withdrew it, in the EDTF profile.
    pub withdrawn: Option<&'static str>,
}

/// Standing of a code in ISO 3166.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// In ISO 3166-1.
    Assigned,
    /// In ISO 3166-3: was in ISO 3166-1.
    Withdrawn,
    /// Left to users by ISO 3166-1 and in common use: XKX for Kosovo.
    UserAssigned,
}

impl Status {
    /// The status as it stands in the code list.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Withdrawn => "withdrawn",
            Self::UserAssigned => "user-assigned",
        }
    }
}

/// All codes, in alphabetical order.
#[must_use]
pub fn state_codes() -> &'static [State] {
    static STATES: LazyLock<Vec<State>> = LazyLock::new(|| {
        let lines = include_str!("state-codes.tsv").lines().filter(|line| !line.starts_with('#'));
        lines
            .skip(1)
            .map(|line| parse(line).expect("each line of the table has four columns"))
            .collect()
    });
    &STATES
}

fn parse(line: &'static str) -> Option<State> {
    let mut columns = line.split('\t');
    let (code, name) = (columns.next()?, columns.next()?);
    let status = match columns.next()? {
        "assigned" => Status::Assigned,
        "withdrawn" => Status::Withdrawn,
        "user-assigned" => Status::UserAssigned,
        _ => return None,
    };
    let withdrawn = columns.next()?;
    Some(State { code, name, status, withdrawn: (!withdrawn.is_empty()).then_some(withdrawn) })
}
