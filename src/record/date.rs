//! Dates in a profile of EDTF (Extended Date/Time Format, ISO 8601-2): year, month, day, interval of days, day of an unknown year.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A date as a readout gives it: "2025", "2025-12", "2025-12-02", "2025-12-02/2025-12-03" or "XXXX-12-02".
///
/// Parsing checks the form (months 01 to 12, days 01 to 31). [`Date::check`] says whether the calendar has the days
/// and whether an interval starts before it ends.
///
/// ```
/// use chancery::record::Date;
/// let date: Date = "2025-12-02/2025-12-03".parse()?;
/// assert_eq!(date.to_string(), "2025-12-02/2025-12-03");
/// assert!(date.check().is_ok());
/// # Ok::<(), chancery::record::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Date {
    /// A year, 0 to 9999.
    Year(i16),
    /// A month of a year: year, month from 1.
    Month(i16, u8),
    /// A day: year, month from 1, day from 1.
    Day(i16, u8, u8),
    /// From a day to a later day, both included.
    Interval(CivilDay, CivilDay),
    /// A day whose year is unknown: month, day.
    YearlessDay(u8, u8),
}

/// Year, month from 1, day from 1.
type CivilDay = (i16, u8, u8);

/// Why a string is no date of the profile, or a date is not in the calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// The string has none of the forms.
    #[error(
        "`{0}` is not a date; expected a year, a month, a day, two days joined by / or XXXX-MM-DD, such as 2025-12-02"
    )]
    Form(String),
    /// The calendar does not have the day.
    #[error("`{0}` is not in the calendar")]
    Calendar(String),
    /// An interval does not start before it ends.
    #[error("interval `{0}` does not start before it ends")]
    Order(String),
}

impl Date {
    /// The form as a regular expression in the common subset of RE2, ECMAScript and Python.
    pub const PATTERN: &'static str = "^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|XXXX-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$";

    /// Whether the calendar has the days named, and an interval starts before it ends.
    ///
    /// # Errors
    /// [`DateError::Calendar`] for a day such as 2023-02-29, [`DateError::Order`] for an interval that does not run forward.
    pub fn check(&self) -> Result<(), DateError> {
        let exists = |(year, month, day): CivilDay| jiff_date(year, month, day).is_some();
        let in_calendar = match *self {
            Self::Year(_) | Self::Month(..) => true,
            Self::Day(year, month, day) => exists((year, month, day)),
            Self::Interval(first, last) => exists(first) && exists(last),
            // A leap year: the 29th of February may have been meant.
            Self::YearlessDay(month, day) => exists((2000, month, day)),
        };
        match *self {
            _ if !in_calendar => Err(DateError::Calendar(self.to_string())),
            Self::Interval(first, last) if first >= last => Err(DateError::Order(self.to_string())),
            _ => Ok(()),
        }
    }

    /// First and last day, if the date is a day or an interval of days.
    #[must_use]
    pub const fn days(&self) -> Option<(CivilDay, CivilDay)> {
        match *self {
            Self::Day(year, month, day) => Some(((year, month, day), (year, month, day))),
            Self::Interval(first, last) => Some((first, last)),
            _ => None,
        }
    }
}

fn jiff_date(year: i16, month: u8, day: u8) -> Option<jiff::civil::Date> {
    jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
            Self::Interval(first, last) => {
                write!(
                    f,
                    "{}/{}",
                    Self::Day(first.0, first.1, first.2),
                    Self::Day(last.0, last.1, last.2)
                )
            }
            Self::YearlessDay(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
        }
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse(text).ok_or_else(|| DateError::Form(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Date> {
    if let Some((first, last)) = text.split_once('/') {
        return match (parse(first)?, parse(last)?) {
            (Date::Day(y1, m1, d1), Date::Day(y2, m2, d2)) => {
                Some(Date::Interval((y1, m1, d1), (y2, m2, d2)))
            }
            _ => None,
        };
    }
    let mut parts = text.split('-');
    let year = parts.next()?;
    let month = parts.next().map(|m| two_digits(m, 12)).map_or(Some(None), |m| m.map(Some))?;
    let day = parts.next().map(|d| two_digits(d, 31)).map_or(Some(None), |d| d.map(Some))?;
    if parts.next().is_some() {
        return None;
    }
    if year == "XXXX" {
        return Some(Date::YearlessDay(month?, day?));
    }
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year = year.parse().ok()?;
    Some(match (month, day) {
        (None, _) => Date::Year(year),
        (Some(month), None) => Date::Month(year, month),
        (Some(month), Some(day)) => Date::Day(year, month, day),
    })
}

fn two_digits(text: &str, max: u8) -> Option<u8> {
    let number = text.parse().ok().filter(|n| (1..=max).contains(n))?;
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then_some(number)
}

impl TryFrom<String> for Date {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "EdtfDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date in a profile of EDTF: a year (2025), a month (2025-12), a day (2025-12-02), two days joined by a slash, the first before the last (2025-12-02/2025-12-03), or a day whose year is unknown (XXXX-12-02).",
            "pattern": Self::PATTERN
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_parse_and_display() {
        for text in
            ["2025", "2025-12", "2025-12-02", "2025-12-02/2025-12-03", "XXXX-02-29", "0987-01-01"]
        {
            assert_eq!(text.parse::<Date>().map(|d| d.to_string()).as_deref(), Ok(text));
        }
        for bad in [
            "",
            "25",
            "2025-13",
            "2025-1",
            "2025-00-01",
            "2025-12-32",
            "2025/2026",
            "XXXX",
            "XXXX-12",
            "+025",
            "2025-12-02T00",
            "2025-12-02/",
            "2025-+1",
        ] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_calendar_is_checked() {
        assert!("2024-02-29".parse::<Date>().is_ok_and(|d| d.check().is_ok()));
        assert!("XXXX-02-29".parse::<Date>().is_ok_and(|d| d.check().is_ok()));
        assert!(matches!(
            "2023-02-29".parse::<Date>().map(|d| d.check()),
            Ok(Err(DateError::Calendar(_)))
        ));
        assert!(matches!(
            "2023-02-02/2023-02-02".parse::<Date>().map(|d| d.check()),
            Ok(Err(DateError::Order(_)))
        ));
    }
}
