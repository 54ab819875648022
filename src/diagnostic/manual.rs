//! The codes in, the page `docs/findings.md` out: a table and a section for every code.

use std::fmt::Write as _;

use super::Code;

/// The documentation page of all findings, in Markdown, from the same source as `chancery explain`.
#[must_use]
pub fn findings_page() -> String {
    let mut page = String::from(
        "# Findings\n\n\
         <!-- Generated from src/diagnostic/code.rs; a test fails when it is stale. -->\n\n\
         What `chancery` can find in an input or in a record. An error breaks the programs that read the record; a warning\n\
         says that something is doubtful. `chancery explain CODE` prints a section of this page.\n\n\
         | code | level | what is wrong |\n|---|---|---|\n",
    );
    for code in Code::ALL {
        let _ = writeln!(page, "| [`{code}`](#{code}) | {} | {} |", code.severity(), code.title());
    }
    for code in Code::ALL {
        let _ = writeln!(page, "\n## {code}\n\nLevel: {}.\n\n{}", code.severity(), code.manual());
    }
    page
}
