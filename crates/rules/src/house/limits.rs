//! What a folder from outside may weigh, so that no book can keep the program from answering.

use crate::book::{BookError, Spot};

/// The most bytes of one file.
pub const FILE_BYTES: usize = 256 * 1024;
/// The most files of one book.
pub const FILES: usize = 200;
/// How deep folders may stand in the folder of a book.
pub const FOLDERS: usize = 8;
/// The most bytes of one rule with what stands above it.
const RULE_BYTES: usize = 8 * 1024;
/// How deep brackets may stand in brackets.
const BRACKETS: usize = 32;
/// The most words and signs of one rule, its quotes left out.
const PIECES: usize = 800;

/// The text of a file.
pub(super) fn text(file: &str, bytes: Vec<u8>) -> Result<String, BookError> {
    if bytes.len() > FILE_BYTES {
        return Err(BookError::of_file(
            file,
            "file-large",
            format!("the file is larger than {} KiB", FILE_BYTES / 1024),
            "cut it into files by topic",
        ));
    }
    String::from_utf8(bytes).map_err(|wrong| {
        let good = wrong.utf8_error().valid_up_to();
        let bytes = wrong.into_bytes();
        let before = String::from_utf8_lossy(bytes.get(..good).unwrap_or_default());
        let spot = Spot {
            file,
            text: &before,
            offset: before.len(),
        };
        BookError::at(
            spot,
            "file-not-text",
            "from here on the file is no text in UTF-8",
            "save it as plain text in UTF-8",
        )
    })
}

/// Says so where there are too many files.
pub(super) fn many(book: &str, files: usize) -> Option<BookError> {
    (files > FILES).then(|| {
        BookError::of_file(
            book,
            "files-many",
            format!("the book has {files} files of rules, and {FILES} are the most"),
            "put the rules of one topic into one file",
        )
    })
}

/// The first rule that is too long or too deep to be read aloud, and to be parsed in peace.
pub(super) fn deep(file: &str, text: &str) -> Option<BookError> {
    let (mut bytes, mut depth, mut pieces) = (0_usize, 0_usize, 0_usize);
    let mut outside = Outside::default();
    for (at, byte) in text.bytes().enumerate() {
        bytes += usize::from(!outside.comment);
        match outside.read(byte) {
            None => {}
            Some(Piece::Open) => (depth, pieces) = (depth + 1, pieces + 1),
            Some(Piece::Shut) => depth = depth.saturating_sub(1),
            Some(Piece::Counts) => pieces += 1,
            Some(Piece::End) => (bytes, depth, pieces) = (0, 0, 0),
        }
        if bytes > RULE_BYTES || depth > BRACKETS || pieces > PIECES {
            return Some(BookError::at(
                Spot {
                    file,
                    text,
                    offset: at,
                },
                "rule-too-large",
                "the rule is too long or too deeply nested to be read aloud",
                "cut it into several rules: each of them that holds says no",
            ));
        }
    }
    None
}

enum Piece {
    Open,
    Shut,
    End,
    Counts,
}

/// Reads a text byte by byte and tells what stands outside of quotes and comments.
#[derive(Default)]
struct Outside {
    quoted: bool,
    escaped: bool,
    comment: bool,
    before: u8,
}

impl Outside {
    fn read(&mut self, byte: u8) -> Option<Piece> {
        let before = std::mem::replace(&mut self.before, byte);
        if self.comment {
            self.comment = byte != b'\n';
            return None;
        }
        if self.quoted {
            self.quoted = self.escaped || byte != b'"';
            self.escaped = !self.escaped && byte == b'\\';
            return None;
        }
        let in_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 128;
        match byte {
            b'"' => self.quoted = true,
            b'/' => self.comment = before == b'/',
            b'(' | b'[' | b'{' => return Some(Piece::Open),
            b')' | b']' | b'}' => return Some(Piece::Shut),
            b';' => return Some(Piece::End),
            _ if byte.is_ascii_whitespace() || (in_word(byte) && in_word(before)) => {}
            _ => return Some(Piece::Counts),
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_may_be_as_deep_as_somebody_can_read_and_no_deeper() {
        let nested = |deep: usize| format!("{}true{};\n", "(".repeat(deep), ")".repeat(deep));
        assert_eq!(deep("a.cedar", &nested(BRACKETS)), None);
        let error = deep("a.cedar", &nested(BRACKETS + 1)).unwrap();
        assert_eq!((error.line, error.column), (1, BRACKETS + 1));
    }

    #[test]
    fn a_rule_without_an_end_is_too_long_and_brackets_in_quotes_count_for_nothing() {
        let error = deep("a.cedar", &"a||".repeat(300)).unwrap();
        assert_eq!(error.code, "rule-too-large");
        let quoted = format!("@says(\"{}\")\n// {}\n;", "(".repeat(99), "[".repeat(99));
        assert_eq!(deep("a.cedar", &quoted), None);
        assert_eq!(deep("a.cedar", &"// a comment\n".repeat(2_000)), None);
    }
}
