//! Minifying rendered pages. minify-html drops blanks between the children of `div`, `nav`, `ul` and the like, which
//! would glue words that stand in links beside each other: the words of a page are compared before and after, and a page
//! whose words have changed stays as it was.

use std::fmt;

/// Why a page was not minified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// The words after it, as far as they are the same, and the first one that is not.
    Words {
        /// A word of the page.
        before: String,
        /// What stood in its place.
        after: String,
    },
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words { before, after } => write!(f, "minifying would change `{before}` into `{after}`"),
        }
    }
}

/// Minifies a page; without the feature `minify` the page as it is.
///
/// # Errors
/// Fails when the words of the page would change.
pub fn minify(html: &str) -> Result<Vec<u8>, Kept> {
    let small = minified(html);
    match first_difference(html.as_bytes(), &small) {
        None => Ok(small),
        Some((before, after)) => Err(Kept::Words { before, after }),
    }
}

#[cfg(feature = "minify")]
fn minified(html: &str) -> Vec<u8> {
    let mut settings = minify_html::Cfg::new();
    settings.keep_closing_tags = true;
    settings.keep_html_and_head_opening_tags = true;
    minify_html::minify(html.as_bytes(), &settings)
}

#[cfg(not(feature = "minify"))]
fn minified(html: &str) -> Vec<u8> {
    html.as_bytes().to_vec()
}

fn first_difference(before: &[u8], after: &[u8]) -> Option<(String, String)> {
    if before == after {
        return None;
    }
    let (mut one, mut other) = (Words::new(before), Words::new(after));
    loop {
        match (one.advance(), other.advance()) {
            (false, false) => return None,
            (true, true) if one.word == other.word => {}
            _ => return Some((one.text(), other.text())),
        }
    }
}

/// Elements inside a line: they do not part words.
const INLINE: [&[u8]; 28] = [
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"i", b"ins", b"kbd",
    b"label", b"mark", b"q", b"s", b"samp", b"small", b"span", b"strong", b"sub", b"sup", b"time", b"u", b"var",
    b"wbr",
];

/// The words that a reader sees, in order: parted by blanks and by elements that begin a line or a box. Texts of
/// scripts are no words.
struct Words<'h> {
    html: &'h [u8],
    at: usize,
    /// The word that was read last; empty at the end.
    word: Vec<u8>,
}

impl<'h> Words<'h> {
    fn new(html: &'h [u8]) -> Self {
        Self { html, at: 0, word: Vec::new() }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.word).into_owned()
    }

    /// Reads the next word; false at the end.
    fn advance(&mut self) -> bool {
        self.word.clear();
        while let Some(&byte) = self.html.get(self.at) {
            let ends = match byte {
                b'<' if self.is_tag() => self.pass_tag(),
                b'&' => {
                    self.at += decode(&self.html[self.at..], &mut self.word);
                    false
                }
                byte if byte.is_ascii_whitespace() => {
                    self.at += 1;
                    true
                }
                _ => {
                    let rest = &self.html[self.at..];
                    let plain = |b: &u8| !b.is_ascii_whitespace() && *b != b'<' && *b != b'&';
                    let length = rest.iter().take_while(|b| plain(b)).count().max(1);
                    self.word.extend_from_slice(&rest[..length]);
                    self.at += length;
                    false
                }
            };
            if ends && !self.word.is_empty() {
                return true;
            }
        }
        !self.word.is_empty()
    }

    fn is_tag(&self) -> bool {
        self.html.get(self.at + 1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!' | b'?'))
    }

    /// Passes a tag or a comment; whether it parts words.
    fn pass_tag(&mut self) -> bool {
        let rest = &self.html[self.at..];
        if rest.starts_with(b"<!--") {
            self.at += find(rest, b"-->").map_or(rest.len(), |end| end + 3);
            return false;
        }
        let start = if rest.get(1) == Some(&b'/') { 2 } else { 1 };
        let length = rest[start..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let name = &rest[start..start + length];
        self.at += tag_length(rest);
        let end: &[u8] = match name {
            _ if start == 2 => b"",
            name if name.eq_ignore_ascii_case(b"script") => b"</script",
            name if name.eq_ignore_ascii_case(b"style") => b"</style",
            _ => b"",
        };
        if !end.is_empty() {
            self.at += find(&self.html[self.at..], end).unwrap_or(0);
        }
        !INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name))
    }
}

/// Length of a tag with its `>`, which may stand in a quoted value.
fn tag_length(tag: &[u8]) -> usize {
    let mut quote = None;
    for (at, &byte) in tag.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted))
}

/// Decodes the references that templates and the minifier write; appends the character. The number of bytes used.
fn decode(text: &[u8], word: &mut Vec<u8>) -> usize {
    const NAMED: [(&[u8], &str); 13] = [
        (b"&amp;", "&"),
        (b"&lt;", "<"),
        (b"&gt;", ">"),
        (b"&quot;", "\""),
        (b"&#39;", "'"),
        (b"&#34;", "\""),
        (b"&#x27;", "'"),
        (b"&nbsp;", "\u{a0}"),
        (b"&amp", "&"),
        (b"&lt", "<"),
        (b"&gt", ">"),
        (b"&quot", "\""),
        (b"&LT", "<"),
    ];
    let found = NAMED.iter().find(|(name, _)| text.starts_with(name));
    let (name, character) = found.map_or((&b"&"[..], "&"), |(name, character)| (*name, *character));
    word.extend_from_slice(character.as_bytes());
    name.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(html: &str) -> Vec<String> {
        let mut words = Words::new(html.as_bytes());
        std::iter::from_fn(|| words.advance().then(|| words.text())).collect()
    }

    #[test]
    fn words_end_at_blanks_and_boxes_and_not_in_a_line() {
        assert_eq!(words("<p>a<b>b</b> c</p><p>d</p>e<br>f<!-- g -->h"), ["ab", "c", "d", "e", "fh"]);
        assert_eq!(words("a &lt;b&gt; &amp;lt; <script>x y</script>z"), ["a", "<b>", "&lt;", "z"]);
        assert_eq!(words("<a title=\">\">a</a> 1 < 2"), ["a", "1", "<", "2"]);
    }

    #[test]
    fn glued_words_are_found() {
        let difference = first_difference(b"<div><a>a</a> <a>b</a></div>", b"<div><a>a</a><a>b</a></div>");
        assert_eq!(difference, Some((String::from("a"), String::from("ab"))));
    }

    #[test]
    fn other_spellings_of_the_same_words_are_no_difference() {
        assert_eq!(
            first_difference("<p> a&#39;b  &quot;c&nbsp;d </p>".as_bytes(), "<p>a'b \"c\u{a0}d".as_bytes()),
            None
        );
    }

    #[cfg(feature = "minify")]
    #[test]
    fn a_page_that_would_lose_a_blank_stays_as_it_is() {
        let glued = minify("<div><a href=x>one</a> <a href=y>two</a></div>");
        assert_eq!(glued, Err(Kept::Words { before: String::from("one"), after: String::from("onetwo") }));
        assert_eq!(
            minify("<ul> <li>one</li> <li>two</li> </ul>").as_deref(),
            Ok(&b"<ul><li>one</li><li>two</li></ul>"[..])
        );
    }
}
