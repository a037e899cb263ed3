//! How the program speaks in a terminal: colours, wrapped lines, troubles.

use anstyle::{AnsiColor, Style};
use qrcode::{QrCode, render::unicode::Dense1x2};

/// Go.
pub const GO: Style = AnsiColor::Green.on_default().bold();
/// No, stop, stand-down.
pub const NO: Style = AnsiColor::Red.on_default().bold();
/// A warning or a hold.
pub const HOLD: Style = AnsiColor::Yellow.on_default().bold();
/// Names and heads.
pub const HEAD: Style = Style::new().bold();
/// How we know.
pub const QUIET: Style = Style::new().dimmed();

/// Text in a style.
pub fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Width to print in.
pub fn width() -> usize {
    textwrap::termwidth().clamp(60, 110)
}

/// Text wrapped, each line after `indent` blanks, all of it in a style.
pub fn block(indent: usize, style: Style, text: &str) -> String {
    let blanks = " ".repeat(indent);
    let lines = textwrap::wrap(text, width().saturating_sub(indent).max(30));
    let lines: Vec<_> = lines
        .iter()
        .map(|line| format!("{blanks}{}", styled(style, line)))
        .collect();
    lines.join("\n")
}

/// A code that a phone's camera reads off the terminal, black on white whatever its colours are. None
/// for a text too long for one.
pub fn code(text: &str) -> Option<String> {
    let paper = AnsiColor::Black.on(AnsiColor::BrightWhite);
    let code = QrCode::new(text).ok()?;
    let drawn = code.render::<Dense1x2>().build();
    let lines: Vec<_> = drawn.lines().map(|line| styled(paper, line)).collect();
    Some(lines.join("\n"))
}

/// Something that keeps the program from doing what was asked: what happened, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// A stable code.
    pub code: &'static str,
    /// What happened.
    pub what: String,
    /// What to do.
    pub help: String,
}

impl Trouble {
    /// A trouble.
    pub fn new(code: &'static str, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            code,
            what: what.into(),
            help: help.into(),
        }
    }

    /// Prints it to standard error.
    pub fn print(&self) {
        anstream::eprintln!("{} {}", styled(NO, "error:"), self.what);
        anstream::eprintln!("  {} {}", styled(HEAD, "help:"), self.help);
        anstream::eprintln!("  {}", styled(QUIET, self.code));
    }
}
