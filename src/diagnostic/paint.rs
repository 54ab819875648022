//! What a terminal may be sent: the colours of findings (without colour every style is empty), and data made harmless.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};

use super::Severity;

/// The styles of one output.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    color: bool,
}

impl Paint {
    pub(super) const fn new(color: bool) -> Self {
        Self { color }
    }

    pub(super) fn level(self, severity: Severity) -> Style {
        self.of(match severity {
            Severity::Error => AnsiColor::Red.on_default().bold(),
            Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        })
    }

    pub(super) fn strong(self) -> Style {
        self.of(Style::new().bold())
    }

    pub(super) fn frame(self) -> Style {
        self.of(AnsiColor::Blue.on_default().bold())
    }

    fn of(self, style: Style) -> Style {
        if self.color { style } else { Style::new() }
    }
}

/// Text from a file without the control characters by which it could move the cursor, colour the screen or add lines.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return text.into();
    }
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}
