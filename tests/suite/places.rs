//! Where findings point: at the smallest token that is at fault, and nowhere else.

use crate::catalog::site;

/// The tokens that findings of `rule` point at, with what they propose.
#[track_caller]
fn case(example: &str, rule: &str, expected: &[(&str, &str)]) {
    for text in [example.to_owned(), example.replace('\n', "\r\n")] {
        let site = site(&text);
        let findings = site.findings.all().iter().filter(|finding| finding.rule.name == rule);
        let found: Vec<(&str, &str)> = findings
            .map(|finding| {
                let file = &site.sources[finding.site.source.0 as usize];
                (file.slice(finding.site.span), finding.args.get("nearest").unwrap_or(""))
            })
            .collect();
        assert_eq!(found, expected, "{rule} in {text}");
    }
}

#[test]
fn words_are_pointed_at_one_by_one() {
    case("title: {fr: Sans titre, en: Trees of the town}\n", "placeholder", &[("Sans titre", "")]);
    case(
        "title: T\ndescription: \"Every tree. TODO.\"\ntags: [tree, 'n/a', test]\n",
        "placeholder",
        &[("TODO", ""), ("'n/a'", "")],
    );
    case("title: Trees\ndescription: |\n  A <sup>2</sup> and `<b>`, <B>x</B>\n", "raw-html", &[("<B>", "")]);
    case("title: THE TREES OF PARIS\n", "shouting-title", &[("THE TREES OF PARIS", "")]);
    case("title: THE RATP GTFS of Paris\n", "shouting-title", &[]);
    case(
        "title: Trees\ndescription: x ![a](//x.example/a.png) ![b](b.png)\n",
        "remote-image",
        &[("//x.example/a.png", "")],
    );
}

#[test]
fn the_body_of_a_markdown_file_is_pointed_at_too() {
    let body =
        "==> content/datasets/trees.md <==\n---\ntitle: Trees of the town\n---\n\nAsk jm@town.example.\n\n<p>All</p>\n";
    case(body, "raw-html", &[("<p>", "")]);
    case(body, "personal-data", &[("jm@town.example", "")]);
}

#[test]
fn a_missing_language_is_pointed_at_where_the_others_are() {
    let site = "==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"T\"\nlanguages = [\"fr\", \"en\", \"br\"]\n";
    case(&format!("title: {{fr: Arbres, en: Trees}}\n{site}"), "missing-translation", &[("title", "")]);
    case(&format!("title: {{fr: Arbres, en-GB: Trees, br: Gwez}}\n{site}"), "missing-translation", &[]);
}

#[test]
fn licences_are_pointed_at_with_what_is_meant() {
    let example = "title: Trees\nlicense: Etalab 2.0\nresources:\n- url: https://a.example/b\n  license: etlab-2.0\n";
    case(example, "license-alias", &[("Etalab 2.0", "etalab-2.0")]);
    case(example, "unknown-license", &[("etlab-2.0", "etalab-2.0")]);
    case("title: Trees\nlicense: our own terms, ask us\n", "unknown-license", &[("our own terms, ask us", "")]);
}

#[test]
fn only_french_administrations_are_bound_by_french_law() {
    let with = |organization: &str| {
        format!(
            "title: Arbres\nlicense: CC-BY-4.0\norganization: o\n==> content/organizations/o.yaml <==\nname: O\n{organization}"
        )
    };
    case(&with("type: local-authority\nzone: fr:commune:35238\n"), "unlawful-license", &[("CC-BY-4.0", "")]);
    case(&with("type: local-authority\nzone: country:be\n"), "unlawful-license", &[]);
    case(&with("type: association\nzone: country:fr\n"), "unlawful-license", &[]);
    case(&with("type: local-authority\n"), "unlawful-license", &[]);
}

const FILES: &str = "==> content/datasets/t/a.csv <==\nx\n1\n==> content/datasets/t/sub/b.csv <==\nx\n1\n";

#[test]
fn a_file_is_missing_misspelt_or_outside_but_never_two_of_them() {
    let with = |path: &str| {
        format!(
            "==> content/datasets/t/dataset.yaml <==\ntitle: Trees\nresources:\n- path: {path}\n- path: ./a.csv\n{FILES}"
        )
    };
    let rules = ["missing-file", "case-mismatch", "path-outside"];
    let found = |path: &str, expected: [&[(&str, &str)]; 3]| {
        rules.iter().zip(expected).for_each(|(rule, expected)| case(&with(path), rule, expected));
    };
    found("sub/b.csv", [&[], &[], &[]]);
    found("b.csv", [&[("b.csv", "sub/b.csv")], &[], &[]]);
    found("Sub/B.csv", [&[], &[("Sub/B.csv", "sub/b.csv")], &[]]);
    found("../t/a.csv", [&[], &[], &[("../t/a.csv", "")]]);
    found("sub\\b.csv", [&[], &[], &[("sub\\b.csv", "sub/b.csv")]]);
    case(&with("sub/b.csv"), "unnamed-file", &[]);
    case(&with("Sub/B.csv"), "unnamed-file", &[]);
    case(&with("c.csv"), "unnamed-file", &[("resources", "")]);
}

#[test]
fn addresses_are_pointed_at_wherever_they_stand() {
    let example = "title: Trees\nlinks: [www.a.example, {url: 'https://a b.example/'}]\ncontact_points:\n- url: contact us\naccess: {type: open, url: http://nas.local/}\n";
    case(
        example,
        "bad-url",
        &[("www.a.example", "https://www.a.example"), ("'https://a b.example/'", ""), ("contact us", "")],
    );
    case(example, "private-address", &[("http://nas.local/", "")]);
    case(example, "insecure-url", &[]);
}

#[test]
fn the_second_of_two_equal_addresses_is_pointed_at_with_the_first() {
    let example = "title: Trees\nresources:\n- {url: https://a.example/}\n- {url: https://a.example/}\n";
    case(example, "duplicate-url", &[("https://a.example/", "")]);
    let site = site(example);
    let finding = site.findings.all().iter().find(|finding| finding.rule.name == "duplicate-url").unwrap();
    assert_eq!((finding.site.start.line, finding.others[0].start.line), (4, 3));
}

#[test]
fn numbers_are_pointed_at_alone() {
    case("title: Trees\nspatial: {bbox: [-1.7, 48.2, -1.6, 48.1]}\n", "bad-bbox", &[("48.2", "")]);
    case("title: Trees\nspatial: {bbox: [170, -20, -170, -10]}\n", "bad-bbox", &[]);
    case(
        "title: Trees\nspatial: {zones: [fr:region:98, {id: fr:commune:35238}, Bretagne]}\n",
        "unknown-zone",
        &[("fr:region:98", "fr:region:28"), ("fr:commune:35238", ""), ("Bretagne", "fr:region:53")],
    );
    case(
        "title: Trees\nresources:\n- url: https://a.example/\n  checksum: {type: sha265, value: 12ab}\n",
        "bad-checksum",
        &[("sha265", "sha256")],
    );
    case("title: Trees\nidentifiers: ['10.5072/a b']\n", "bad-identifier", &[("'10.5072/a b'", "")]);
}

#[test]
fn the_content_of_a_hosted_file_is_judged_at_its_path() {
    let with = |name: &str, settings: &str, content: &str| {
        let dataset = "==> content/datasets/t/dataset.yaml <==\ntitle: Trees\nresources:\n";
        let site = "==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"T\"\n";
        format!("{dataset}- path: {name}\n{site}{settings}==> content/datasets/t/{name} <==\n{content}")
    };
    case(&with("a.json", "", "PK\u{3}\u{4}"), "content-mismatch", &[("a.json", "zip")]);
    case(&with("a.xlsx", "", "PK\u{3}\u{4}"), "content-mismatch", &[]);
    case(&with("a.svg", "", "<svg/>"), "executable-file", &[("a.svg", "")]);
    case(&with("a.svg", "[files]\nallow_executable = [\"svg\"]\n", "<svg/>"), "executable-file", &[]);
    case(&with("a.csv", "", "a,b\n1,2\n"), "broken-table", &[]);
    for broken in ["a,,c\n1,2,3\n", "48.11,-1.68\n48.12,-1.67\n", "a,b\n", "a\tb\n1\t2\n"] {
        case(&with("a.csv", "", broken), "broken-table", &[("a.csv", "")]);
    }
}
