//! Findings in the forms of forges and pipelines, read as their readers do, hostile values included.

use std::collections::BTreeSet;

use etal::finding::{Report, Rule, Severity, github, gitlab, junit, marked, sarif};
use etal::rules::RULES;
use etal::source::SourceId;
use insta::assert_snapshot;
use serde_json::Value;

use crate::catalog::{SITE, site};
use crate::project::Project;

/// A catalogue whose values try to be something else in every form.
const HOSTILE: &str = concat!(
    "title: \"A\\n::error::x %0A <b>&amp;\\\"' ]]> \\u0007\\u001b[31m\"\n",
    "\"lic\\n::warning file=x::y\": 1\n",
    "license: \"[see](https://evil.example/) <script>\\\"'\\u0000 🌳 ::stop-commands::x\"\n",
    "\"🌳\": x\n",
    "==> content/datasets/a, b%3A [c] é.yaml <==\n",
    "title: Trees\n",
);

fn with<T>(example: &str, folder: &str, language: &str, read: impl FnOnce(&Report<'_>) -> T) -> T {
    let site = site(example);
    let findings = marked(site.findings.all());
    read(&Report { findings: &findings, sources: &site.sources, folder, language, hidden: None })
}

/// The same with the findings of one rule.
fn only<T>(rule: &str, example: &str, read: impl FnOnce(&Report<'_>) -> T) -> T {
    let site = site(example);
    let findings = marked(site.findings.all().iter().filter(|finding| finding.rule.name == rule));
    assert!(!findings.is_empty(), "{rule} does not fire");
    read(&Report { findings: &findings, sources: &site.sources, folder: "", language: "en", hidden: None })
}

fn sarif_of(report: &Report<'_>) -> Value {
    let rules: Vec<&'static Rule> = RULES.iter().map(|registered| registered.rule).collect();
    serde_json::to_value(sarif(report, &rules, &[])).unwrap()
}

fn junit_of(report: &Report<'_>, fails: Option<Severity>) -> String {
    let judged: Vec<SourceId> = (0..report.sources.len()).map(|at| SourceId(at as u32)).collect();
    let mut out = Vec::new();
    junit(report, &judged, fails, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A dataset with unknown keys, each a warning.
fn keys(count: usize) -> String {
    (0..count).map(|at| format!("zq{at}: 1\n")).collect()
}

#[test]
fn sarif_names_rules_places_and_fingerprints() {
    let log = with("{title: 🌳🌳, licence: x}\n", "town/", "en", sarif_of);
    assert_eq!((&log["version"], &log["runs"][0]["columnKind"]), (&"2.1.0".into(), &"utf16CodeUnits".into()));
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    let unknown = results.iter().find(|result| result["ruleId"] == "V001").unwrap();
    let rule = &run["tool"]["driver"]["rules"][unknown["ruleIndex"].as_u64().unwrap() as usize];
    assert_eq!((&rule["id"], &rule["name"]), (&"V001".into(), &"unknown-key".into()));
    assert_eq!(rule["defaultConfiguration"]["level"], "warning");
    assert!(rule["help"]["markdown"].as_str().unwrap().contains("`````yaml\ntitle: Trees\n"));
    let mut unknown = unknown.clone();
    unknown.as_object_mut().unwrap().shift_remove("ruleIndex");
    assert_snapshot!(serde_json::to_string_pretty(&unknown).unwrap(), @r#"
    {
      "ruleId": "V001",
      "level": "warning",
      "message": {
        "text": "Unknown key `licence`; did you mean `license`? Expected: `license`, or a key of the format's documentation. Rename it to `license`, or move it under `extras` if it is your own."
      },
      "locations": [
        {
          "physicalLocation": {
            "artifactLocation": {
              "uri": "town/content/datasets/example.yaml",
              "uriBaseId": "%SRCROOT%"
            },
            "region": {
              "startLine": 1,
              "startColumn": 15,
              "endLine": 1,
              "endColumn": 22
            }
          },
          "logicalLocations": [
            {
              "fullyQualifiedName": "dataset/example:licence"
            }
          ]
        }
      ],
      "partialFingerprints": {
        "etal/v1": "27f1173e7471b747040b3e360141f8ba"
      }
    }
    "#);
}

#[test]
fn sarif_speaks_the_language_of_messages() {
    let log = with("title: Trees\nlicence: x\n", "", "fr", sarif_of);
    let run = &log["runs"][0];
    assert_eq!((&run["language"], &run["tool"]["driver"]["language"]), (&"fr".into(), &"fr".into()));
    let unknown = run["results"].as_array().unwrap().iter().find(|result| result["ruleId"] == "V001").unwrap();
    assert_snapshot!(unknown["message"]["text"].as_str().unwrap(), @"Clé inconnue `licence` ; vouliez-vous dire `license` ? Attendu : `license`, ou une clé de la documentation du format. La renommer en `license`, ou la ranger sous `extras` si elle vous est propre.");
}

#[test]
fn sarif_keeps_hostile_values_as_text() {
    let log = with(HOSTILE, "", "en", sarif_of);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let texts: Vec<&str> = results.iter().map(|result| result["message"]["text"].as_str().unwrap()).collect();
    assert!(texts.iter().any(|text| text.contains("`\\[see\\](https://evil.example/)")), "{texts:#?}");
    assert!(!texts.iter().any(|text| text.contains(char::is_control) || text.contains("[see]")), "{texts:#?}");
    let place = |result: &Value| result["locations"][0]["physicalLocation"]["artifactLocation"].clone();
    let uris: BTreeSet<String> = results.iter().map(|result| place(result)["uri"].as_str().unwrap().into()).collect();
    assert!(uris.contains("content/datasets/a%2C%20b%253A%20%5Bc%5D%20%C3%A9.yaml"), "{uris:?}");
    assert!(results.iter().all(|result| place(result)["uriBaseId"] == "%SRCROOT%"));
}

#[test]
fn a_file_that_is_no_text_has_no_region() {
    let log = with("==> content/datasets/a.yaml (Latin-1) <==\ntitle: é\n", "", "en", sarif_of);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "Y008").unwrap_or_else(|| panic!("{results:#?}"));
    assert_eq!(result["locations"][0]["physicalLocation"].get("region"), None);
}

/// A text after the first fix of each result, made by lines and UTF-16 columns.
fn fixed(text: &str, log: &Value) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let starts: Vec<usize> =
        std::iter::once(0).chain((1..=units.len()).filter(|at| units[at - 1] == u16::from(b'\n'))).collect();
    let number = |region: &Value, name: &str| region[name].as_u64().unwrap() as usize;
    let results = log["runs"][0]["results"].as_array().unwrap().iter().filter(|result| !result["fixes"].is_null());
    let changes = results.map(|result| &result["fixes"][0]["artifactChanges"][0]["replacements"]);
    let mut edits: Vec<(usize, usize, String)> = changes
        .flat_map(|replacements| replacements.as_array().unwrap())
        .map(|replacement| {
            let region = &replacement["deletedRegion"];
            let start = starts[number(region, "startLine") - 1] + number(region, "startColumn") - 1;
            let end = starts[number(region, "endLine") - 1] + number(region, "endColumn") - 1;
            (start, end, replacement["insertedContent"]["text"].as_str().unwrap_or("").to_owned())
        })
        .collect();
    edits.sort();
    let mut units = units;
    for (start, end, text) in edits.iter().rev() {
        units.splice(start..end, text.encode_utf16());
    }
    String::from_utf16(&units).unwrap()
}

#[test]
fn fixes_in_sarif_are_those_that_check_makes() {
    let text = "title: Trees\nlicense: Licence Ouverte 2.0 # 🌳\nissued: 31/05/2024\ntags: [🌳🌳, arbre, arbre]\n";
    let path = "content/datasets/a.yaml";
    let project = Project::new().file(path, text);
    let ran = project.run(&["check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(std::fs::read_to_string(project.path(path)).unwrap(), text);
    project.run(&["check", "--fix"]);
    let mended = std::fs::read_to_string(project.path(path)).unwrap();
    assert_ne!(mended, text);
    assert_eq!(fixed(text, &log), mended);
}

#[test]
fn findings_of_a_site_have_fingerprints_of_their_own() {
    let same = "resources:\n- {url: 'https://a.example/x'}\n- {url: 'https://a.example/x'}\n";
    let example = format!("title: Trees\n{same}==> content/datasets/b.yaml <==\ntitle: Trees\n{same}");
    let site = site(&example);
    let marked = marked(site.findings.all());
    let different: BTreeSet<_> = marked.iter().map(|marked| marked.fingerprint).collect();
    assert_eq!(different.len(), marked.len());
    let gitlab = with(&example, "", "en", |report| serde_json::to_value(gitlab(report)).unwrap());
    let prints: BTreeSet<_> = gitlab.as_array().unwrap().iter().map(|one| one["fingerprint"].to_string()).collect();
    assert_eq!(prints.len(), marked.len());
}

#[test]
fn an_annotation_stays_one_line_whatever_it_says() {
    let text = with(HOSTILE, "a:b,c/", "en", github);
    assert_eq!(text.matches('\n').count(), text.lines().filter(|line| line.starts_with("::")).count());
    assert!(!text.contains(['\r', '\u{7}', '\u{1b}', '\0']));
    let line = text.lines().find(|line| line.contains("[c]")).unwrap();
    assert!(line.contains(" file=a%3Ab%2Cc/content/datasets/a%2C b%253A [c] é.yaml,line=1"), "{line}");
    let text = only("unknown-license", HOSTILE, github);
    assert_snapshot!(text.trim_end(), @r#"::warning file=content/datasets/example.yaml,line=3,col=10,endColumn=78,title=L002 unknown-license::Unknown licence `[see](https://evil.example/) <script>"'  🌳 ::stop-commands::x`. Expected: the id of a licence such as `etalab-2.0`, `ODbL-1.0` or `CC-BY-4.0`. Choose a licence of the table, and put terms of your own in the description."#);
}

#[test]
fn annotations_stay_under_the_limit_and_the_worst_come_first() {
    let text = with(&keys(25), "", "en", github);
    let count = |command: &str| text.lines().filter(|line| line.starts_with(command)).count();
    let (errors, warnings, notices) = (count("::error "), count("::warning "), count("::notice "));
    assert!(errors > 0 && warnings == 10 && notices <= 10, "{text}");
    let levels: Vec<&str> = text.lines().map(|line| &line[..4]).collect();
    assert!(levels.is_sorted_by_key(|level| ["::er", "::wa", "::no"].iter().position(|known| known == level)));
    let all = with(&keys(25), "", "en", |report| report.findings.len());
    let left = all - (errors + warnings + notices - 1);
    let last = text.lines().last().unwrap();
    let said: usize = last.split([' ', ':']).filter_map(|word| word.parse::<usize>().ok()).take(2).sum();
    assert!(last.starts_with("::notice title=etal::Not annotated: "), "{last}");
    assert!(said == left || last.contains(&format!("{left} warning")), "{left}: {last}");
}

#[test]
fn nothing_is_said_where_nothing_is_left_out() {
    let text = only("unknown-key", &keys(10), github);
    assert_eq!(text.lines().filter(|line| line.starts_with("::warning ")).count(), 10);
    assert_eq!(text.lines().count(), 10);
}

#[test]
fn code_quality_has_what_gitlab_reads() {
    let text = with(HOSTILE, "town/", "en", |report| serde_json::to_string(&gitlab(report)).unwrap());
    assert!(text.starts_with('['));
    let issues: Vec<Value> = serde_json::from_str(&text).unwrap();
    let severities: BTreeSet<&str> = issues.iter().map(|issue| issue["severity"].as_str().unwrap()).collect();
    assert_eq!(severities, BTreeSet::from(["info", "major", "minor"]));
    let unknown = issues.iter().find(|issue| issue["check_name"] == "unknown-license").unwrap();
    assert_snapshot!(serde_json::to_string_pretty(unknown).unwrap(), @r#"
    {
      "type": "issue",
      "check_name": "unknown-license",
      "description": "Unknown licence `[see](https://evil.example/) <script>\"'  🌳 ::stop-commands::x`. Expected: the id of a licence such as `etalab-2.0`, `ODbL-1.0` or `CC-BY-4.0`. Choose a licence of the table, and put terms of your own in the description.",
      "fingerprint": "7c080fa8bf31205a699321313eea8c66",
      "severity": "minor",
      "location": {
        "path": "town/content/datasets/example.yaml",
        "lines": {
          "begin": 3,
          "end": 3
        }
      }
    }
    "#);
}

#[test]
fn a_suite_is_a_descriptor_and_a_case_a_finding() {
    let example = "title: Trees\nlicence: x\n==> content/people/ada.yaml <==\nname: Ada Long\n";
    let of = |fails| only("unknown-key", example, |report| junit_of(report, fails));
    assert_snapshot!(of(Some(Severity::Warning)), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="etal" tests="3" failures="1" errors="0" skipped="0" time="0">
      <testsuite name="content/datasets/example.yaml" tests="1" failures="1" errors="0" skipped="0" time="0">
        <testcase classname="content/datasets/example.yaml" name="V001 unknown-key: licence" file="content/datasets/example.yaml" line="2" time="0">
          <failure type="warning" message="unknown key `licence`; did you mean `license`?">content/datasets/example.yaml:2
    Unknown key `licence`; did you mean `license`? Expected: `license`, or a key of the format's documentation. Rename it to `license`, or move it under `extras` if it is your own.</failure>
        </testcase>
      </testsuite>
      <testsuite name="content/people/ada.yaml" tests="1" failures="0" errors="0" skipped="0" time="0">
        <testcase classname="content/people/ada.yaml" name="nothing to mend" file="content/people/ada.yaml" time="0"/>
      </testsuite>
      <testsuite name="site.toml" tests="1" failures="0" errors="0" skipped="0" time="0">
        <testcase classname="site.toml" name="nothing to mend" file="site.toml" time="0"/>
      </testsuite>
    </testsuites>
    "#);
    assert!(of(Some(Severity::Error)).contains("failures=\"0\" errors=\"0\" skipped=\"1\""));
    assert!(of(None).contains("<skipped message="));
}

#[test]
fn xml_holds_hostile_values_as_text() {
    let text = with(HOSTILE, "", "en", |report| junit_of(report, Some(Severity::Info)));
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
    assert!(!text.contains("<script") && !text.contains("<b>") && !text.contains("]]>"));
    let count = |tag: &str| text.matches(tag).count();
    assert_eq!(count("<testcase "), count("</testcase>") + count("time=\"0\"/>"));
    assert_eq!(count("<failure "), count("</failure>"));
    let all = text.split_once("tests=\"").unwrap().1.split('"').next().unwrap();
    assert_eq!(all, count("<testcase ").to_string());
}

#[test]
fn a_value_of_any_length_takes_little_room() {
    let example = format!("title: Trees\n? {0}\n: 1\nlicense: {0}\n", "\u{1f333}x".repeat(50_000));
    let log = with(&example, "", "en", |report| sarif_of(report)["runs"][0]["results"].to_string());
    let code = with(&example, "", "en", |report| serde_json::to_string(&gitlab(report)).unwrap());
    let xml = with(&example, "", "en", |report| junit_of(report, Some(Severity::Info)));
    for text in [log, code, xml, with(&example, "", "en", github)] {
        assert!(text.contains("x…") || text.contains("🌳…"), "{text:.2000}");
        assert!(text.len() < 60_000, "{}", text.len());
    }
}

#[test]
fn a_catalogue_below_the_top_of_its_repository_is_named_from_there() {
    let project =
        Project::empty().file("data/town/site.toml", SITE).file("data/town/content/datasets/a.yaml", "x: 1\n");
    project.git(1, &["init", "--quiet"]);
    let path = "data/town/content/datasets/a.yaml";
    for format in ["sarif", "github", "gitlab", "junit"] {
        let ran = project.run(&["check", "data/town", "--format", format]);
        assert_eq!(ran.code, Some(1), "{format}");
        assert!(ran.out.contains(path), "{format}: {}", ran.out);
        let part = project.run(&["check", "data/town/site.toml", "--format", format]);
        assert!(!part.out.contains(path), "{format}");
    }
}
