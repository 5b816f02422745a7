//! A report as a page of its own, without a script and without anything from elsewhere.

use super::document::{Block, Document, Item, Span};
use crate::markdown::sanitize_inline;
use crate::text::xml::escaped;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d1d1d;\
background:#fff}code,pre{font:.9em/1.4 ui-monospace,monospace;background:#f2f2f2;padding:.1em .3em;overflow-wrap:anywhere}\
pre{padding:.75rem;overflow:auto;white-space:pre-wrap}h2{border-bottom:1px solid #ccc}summary{cursor:pointer}\
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}code,pre{background:#2a2a2a}h2{border-color:#444}}";

/// Writes a report in the language of this code, as a whole page.
pub fn html(document: &Document, title: &str, language: &str) -> String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escaped(language),
        escaped(&sanitize_inline(title)),
    );
    write(&document.head, &mut out);
    document.parts.iter().for_each(|part| write(&part.whole, &mut out));
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn write(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading(level, words) => {
                // The page has no other heading: its first is the title.
                let level = level - 1;
                out.push_str(&format!("<h{level}>{}</h{level}>\n", line(words)));
            }
            Block::Paragraph(words) => out.push_str(&format!("<p>{}</p>\n", line(words))),
            Block::List(items) => {
                out.push_str("<ul>\n");
                items.iter().for_each(|one| item(one, out));
                out.push_str("</ul>\n");
            }
            Block::Lines(text) => out.push_str(&format!("<pre>{}</pre>\n", escaped(&sanitize_inline(text)))),
            Block::Fold(summary, below) => {
                out.push_str(&format!("<details><summary>{}</summary>\n", line(summary)));
                write(below, out);
                out.push_str("</details>\n");
            }
        }
    }
}

fn item(item: &Item, out: &mut String) {
    out.push_str(&format!("<li>{}", line(&item.line)));
    write(&item.below, out);
    out.push_str("</li>\n");
}

/// Words as HTML.
pub(super) fn line(spans: &[Span]) -> String {
    let mut out = String::new();
    for span in spans {
        let (open, text, close) = match span {
            Span::Words(words) => ("", words, ""),
            Span::Strong(words) => ("<strong>", words, "</strong>"),
            Span::Code(text) => ("<code>", text, "</code>"),
        };
        for piece in [open, &escaped(&sanitize_inline(text)), close] {
            out.push_str(piece);
        }
    }
    out
}
