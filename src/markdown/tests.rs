//! What the Markdown of a descriptor may become, and what it may never become.

use proptest::prelude::*;

use super::*;

fn html(markdown: &str) -> String {
    let resolve = |path: &str| path.strip_prefix("files/").map(|name| format!("../x/{name}"));
    to_html(markdown, &MarkdownOptions { heading_level: 3, table_label: "Table", resolve: &resolve })
}

#[track_caller]
fn case(markdown: &str, expected: &str) {
    assert_eq!(html(markdown).trim_end(), expected, "{markdown}");
}

#[test]
fn headings_in_html_skip_no_level() {
    let made = html("<h4>a</h4>\n\n<hr>\n\n<h6>b</h6>\n\n<h1>c</h1>\n");
    let levels: Vec<&str> = made.match_indices("<h").map(|(at, _)| &made[at..at + 3]).collect();
    assert_eq!(levels, ["<h3", "<hr", "<h4", "<h3"], "{made}");
}

#[test]
fn headings_start_below_the_page() {
    case("# a\n## b\n###### c", "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>");
    case("### a\n# b", "<h3>a</h3>\n<h3>b</h3>");
}

#[test]
fn links_to_the_web_are_not_followed_by_search_engines() {
    case(
        "[a](https://b.example/ 't\"')",
        "<p><a href=\"https://b.example/\" title=\"t&quot;\" rel=\"nofollow noopener\">a</a></p>",
    );
}

#[test]
fn relative_links_are_resolved_or_left_as_words() {
    case("[a](files/b.csv) [c](d.csv) [e](#f)", "<p><a href=\"../x/b.csv\">a</a> c e</p>");
}

#[test]
fn links_that_run_code_are_left_as_words() {
    case("[a](javascript:alert(1)) [b](<java\tscript:x>)", "<p>a b</p>");
}

#[test]
fn a_link_without_words_shows_its_address() {
    case(
        "[](https://b.example)",
        "<p><a href=\"https://b.example\" rel=\"nofollow noopener\">https://b.example</a></p>",
    );
}

#[test]
fn bare_addresses_become_links() {
    case(
        "See https://b.example/a_b_c?d=1&e (or http://c.example/(x)).",
        "<p>See <a href=\"https://b.example/a_b_c?d=1&amp;e\" rel=\"nofollow noopener\">https://b.example/a_b_c?d=1&amp;e</a> \
         (or <a href=\"http://c.example/(x)\" rel=\"nofollow noopener\">http://c.example/(x)</a>).</p>",
    );
    case("`https://b.example`", "<p><code>https://b.example</code></p>");
}

#[test]
fn images_from_elsewhere_become_links() {
    case(
        "![a *b*](https://b.example/i.png)",
        "<p><a href=\"https://b.example/i.png\" rel=\"nofollow noopener\">a b</a></p>",
    );
    case(
        "[![a](https://b.example/i.png)](https://c.example)",
        "<p><a href=\"https://c.example\" rel=\"nofollow noopener\">a</a></p>",
    );
}

#[test]
fn images_of_the_dataset_are_shown() {
    case("![a](files/b.png)", "<p><img src=\"../x/b.png\" alt=\"a\" loading=\"lazy\"></p>");
    case(
        "<b>c</b> ![a \"d\"](files/b.png)",
        "<p><b>c</b> <img src=\"../x/b.png\" alt=\"a &quot;d&quot;\" loading=\"lazy\"></p>",
    );
}

#[test]
fn tables_scroll_in_a_named_region() {
    case(
        "|a|b|\n|-|-:|\n|c|d|\n",
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><thead><tr><th scope=\"col\">a</th>\
         <th scope=\"col\" class=\"right\">b</th></tr></thead>\n<tbody>\n<tr><td>c</td><td class=\"right\">d</td></tr>\n</tbody></table></div>",
    );
    assert!(html("|a|\n|-|\n\nb\n\n|c|\n|-|\n").contains("aria-label=\"Table 2\""));
}

#[test]
fn tasks_are_words() {
    case("- [x] a\n- [ ] b", "<ul><li>☑ a</li>\n<li>☐ b</li>\n</ul>");
}

#[test]
fn raw_markup_is_sanitised() {
    case(
        "<h1 id=\"a\" style=\"x\">b</h1>\n\n<p onclick=\"x()\">c <script>d</script><a href=\"javascript:x\">e</a></p>",
        "<h3>b</h3>\n<p>c e</p>",
    );
}

#[test]
fn raw_images_become_links() {
    case(
        "<img alt='a b' src=\"https://b.example/i.png\" width=3>",
        "<a href=\"https://b.example/i.png\" rel=\"nofollow noopener\">a b</a>",
    );
    case("<p>a <IMG\nsrc=files/b.png\nalt=b></p>", "<p>a <img src=\"../x/b.png\" alt=\"b\" loading=\"lazy\"></p>");
    case(
        "<a href=\"https://c.example\"><img src=\"https://b.example/i.png\" alt=\"d\"></a>",
        "<p><a href=\"https://c.example\" rel=\"nofollow noopener\">d</a></p>",
    );
}

#[test]
fn raw_links_without_words_are_dropped() {
    case("a <a href=\"https://c.example\"></a> b <a name=\"x\"></a>", "<p>a  b </p>");
}

#[test]
fn raw_tables_scroll_too() {
    case(
        "<table border=1><tr><td colspan=x>a</td></tr></table>",
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><tbody><tr><td>a</td></tr></tbody></table></div>",
    );
}

#[test]
fn line_breaks_and_comments_need_no_sanitiser() {
    case("a<br/>b <!-- c -->", "<p>a<br>b </p>");
}

#[test]
fn marks_written_as_references_are_removed() {
    case("a&#x202e;b&#xE000;0&#xE001;", "<p>ab0</p>");
    case("<i>a&#x202e;b&#xE000;0&#xE001;</i>", "<p><i>ab0</i></p>");
}

/// Pieces that attacks are made of.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,8}",
        "\\PC{0,4}",
        prop::sample::select(vec![
            "<script>",
            "</script>",
            "<img src=x onerror=alert(1)>",
            "<a href='javascript:x'>",
            "</a>",
            "<a href=\"//b\">",
            "<svg/onload=x>",
            "[a](javascript:x)",
            "![a](data:text/html,x)",
            "<h1>",
            "</h1>",
            "# ",
            "\n\n",
            "\n",
            "<div style=\"x\">",
            "</div>",
            "<table>",
            "<td>",
            "|a|\n|-|\n|b|\n",
            "<!--",
            "-->",
            "`",
            "```\n",
            "&lt;",
            "&#x6a;avascript:",
            "<math><mi><style>",
            "<p id=x>",
            "<style>",
            "</style>",
            "[a]: javascript:x\n",
            "<https://a.example>",
            "\u{e000}0\u{e001}",
            "&#xe000;0&#xe001;",
            "<IMG SRC='files/x' alt=\"\">",
            "<li>",
            "> ",
            "- ",
            "<textarea>",
            "<iframe src=x>",
            "<base href=x>",
            "<form action=x>",
            "\"",
            "'",
            ">",
            "<a\nhref=",
            "https://a.example/\"onx=y",
        ])
        .prop_map(str::to_owned),
    ]
}

/// The tags of a text, in order, with their attributes as they are written.
fn tags(html: &str) -> Vec<(bool, String, String)> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').expect("every tag has an end") + start;
        let tag = &rest[start + 1..end];
        let (closing, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name_end = tag.find(' ').unwrap_or(tag.len());
        found.push((closing, tag[..name_end].to_owned(), tag[name_end..].to_owned()));
        rest = &rest[end + 1..];
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_text_becomes_dangerous_markup(pieces in prop::collection::vec(piece(), 0..24)) {
        let page = html(&pieces.concat());
        let mut open: Vec<String> = Vec::new();
        for (closing, name, attributes) in tags(&page) {
            let is_known = raw::is_known_tag(&name);
            prop_assert!(is_known, "{name} in {page}");
            prop_assert!(name != "h1" && name != "h2", "{page}");
            for attribute in attributes.split("\" ") {
                let attribute = attribute.trim_start();
                let known = ["href=\"", "title=\"", "rel=\"nofollow noopener", "class=\"right", "class=\"scroll", "tabindex=\"0", "role=\"region",
                    "aria-label=\"Table", "scope=\"", "src=\"../x/", "alt=\"", "loading=\"lazy", "start=\"", "colspan=\"", "rowspan=\""];
                prop_assert!(attribute.is_empty() || known.iter().any(|start| attribute.starts_with(start)), "{attribute} in {page}");
                let href = attribute.strip_prefix("href=\"");
                prop_assert!(href.is_none_or(|h| ["http://", "https://", "mailto:", "ftp://", "../x/"].iter().any(|s| h.starts_with(s))), "{page}");
            }
            match (closing, name.as_str()) {
                (_, "br" | "hr" | "img") => {}
                (false, _) => open.push(name),
                (true, _) => prop_assert_eq!(open.pop(), Some(name), "{}", page),
            }
        }
        prop_assert!(open.is_empty(), "{page}");
    }

    #[test]
    fn plain_text_keeps_to_its_length(text in "\\PC{0,200}", length in 1_usize..80) {
        prop_assert!(plain_text(&text, length).chars().count() <= length + 1);
    }
}
