//! What a Markdown text holds beside words: HTML tags and images.

use pulldown_cmark::{Event, Options, Parser, Tag};

fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES)
}

/// The HTML tags of a Markdown text as written, in their order; comments and code left out.
pub fn html_tags(markdown: &str) -> Vec<String> {
    let mut tags = Vec::new();
    // Parsing is dear, and nearly no text has a tag.
    if !markdown.contains('<') {
        return tags;
    }
    let mut block = String::new();
    for event in events(markdown) {
        match event {
            Event::Html(text) => block.push_str(&text),
            Event::InlineHtml(text) => tags.extend(tags_in(&text)),
            _ => tags.extend(tags_in(&std::mem::take(&mut block))),
        }
    }
    tags.extend(tags_in(&block));
    tags
}

fn tags_in(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        rest = &rest[open..];
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let is_tag = rest[1..].trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
        if is_tag {
            tags.push(rest[..end].to_owned());
        }
        rest = &rest[end.max(1)..];
    }
    tags
}

/// The name of a tag in lower case: `img` of `<IMG src=…>`, `b` of `</b>`.
pub fn tag_name(tag: &str) -> String {
    let inner = tag.trim_start_matches('<').trim_start_matches('/');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    inner[..end].to_ascii_lowercase()
}

/// Addresses of the images of a Markdown text, in their order, HTML images included.
pub fn images(markdown: &str) -> Vec<String> {
    let mut images = Vec::new();
    if markdown.contains("![") {
        for event in events(markdown) {
            if let Event::Start(Tag::Image { dest_url, .. }) = event {
                images.push(dest_url.into_string());
            }
        }
    }
    let tags = html_tags(markdown).into_iter().filter(|tag| tag_name(tag) == "img");
    images.extend(tags.filter_map(|tag| source_of(&tag)));
    images
}

fn source_of(tag: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.find("src=")? + 4;
    let value = &tag[at..];
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let value = quote.map_or(value, |_| &value[1..]);
    let end = value.find(|c: char| quote.map_or(c.is_whitespace() || c == '>', |quote| c == quote))?;
    Some(value[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_outside_code_and_comments() {
        let text = "A <b>b</b> and `<i>`, 1 < 2, <https://x.example/>.\n\n<!-- <u> -->\n\n<div class=\"a\">\n<p>x\n</div>\n\n    <pre>\n";
        assert_eq!(html_tags(text), ["<b>", "</b>", "<div class=\"a\">", "<p>", "</div>"]);
        assert_eq!(html_tags("no tag"), [""; 0]);
        assert_eq!(tag_name("</Font >"), "font");
    }

    #[test]
    fn images_are_found_in_both_writings() {
        let text = "![a](https://x.example/a.png) ![b][r] <img alt='c' src='https://x.example/c.png'>\n\n[r]: b.png\n";
        assert_eq!(images(text), ["https://x.example/a.png", "b.png", "https://x.example/c.png"]);
    }
}
