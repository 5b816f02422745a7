//! Descriptors that want to do harm: their words are found and shown, and nothing of them runs.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::browser::driver::Browser;
use crate::demonstration::etal;

const HOSTILE: &str = r#"title: "</script><img src=x onerror=window.hacked=1>\u202e evil \\ud800 \u2028 piège"
acronym: "<b>&"
license: etalab-2.0
tags: ["</script><script>window.hacked=1</script>", "__proto__", "constructor", "\"],[\""]
organization: bad
description: |
  <img src=x onerror="window.hacked=1"> <svg onload=window.hacked=1> [lien](javascript:window.hacked=1) piège
resources:
  - title: "\");window.hacked=1;(\""
    url: https://files.example/a.csv
    format: csv
"#;

/// A catalogue of so many plain datasets and the hostile one.
fn catalogue(folder: &Path, others: usize) {
    fs::create_dir_all(folder.join("content/datasets")).unwrap();
    fs::create_dir_all(folder.join("content/organizations")).unwrap();
    fs::write(
        folder.join("site.toml"),
        "id = \"0b7e2f9e-58f4-4a3c-9c35-6a1f9a4c2d10\"\ntitle = \"t\"\nlanguages = [\"fr\"]\n",
    )
    .unwrap();
    fs::write(folder.join("content/organizations/bad.yaml"), "name: \"<i onclick=window.hacked=1>O'Piège\"\n").unwrap();
    fs::write(folder.join("content/datasets/hostile.yaml"), HOSTILE).unwrap();
    // No text at all: a finding, and the others are published.
    fs::write(folder.join("content/datasets/surrogate.yaml"), "title: \"\\ud800 piège\"\n").unwrap();
    let mut long = String::from("title: Un très long texte\ndescription: |\n");
    for number in 0..60_000 {
        let _ = writeln!(long, "  mot{number} de remplissage");
    }
    assert!(long.len() > 1_000_000);
    fs::write(folder.join("content/datasets/long.yaml"), long).unwrap();
    for number in 0..others {
        let text = format!("title: Jeu {number}\ntags: [commun]\ndescription: Rien de particulier, numéro {number}.\n");
        fs::write(folder.join(format!("content/datasets/plain-{number}.yaml")), text).unwrap();
    }
}

fn is_found_and_harmless(browser: &Browser, folder: &Path, query: &str) {
    browser.open(&format!("file://{}/public/search/index.html?q={query}", folder.display()));
    browser.wait_for("document.querySelector('[data-part=cards] mark')");
    let seen = browser.run(
        "const main = document.querySelector('main');
         for (const box of main.querySelectorAll('details')) box.open = true;
         return new Promise((resolve) => setTimeout(() => resolve([
           main.querySelectorAll('[data-part=cards] li h3').length, typeof window.hacked,
           main.querySelectorAll('img, script, iframe, [onerror], [onload], [onclick]').length,
           main.querySelector('[data-part=cards] h3 a').textContent,
         ]), 400))",
    );
    assert_eq!(seen[0], 1, "{seen}");
    assert_eq!((seen[1].as_str(), seen[2].as_u64()), (Some("undefined"), Some(0)), "{seen}");
    assert!(seen[3].as_str().unwrap().contains("</script><img src=x onerror=window.hacked=1>"), "{seen}");
    assert!(!seen[3].as_str().unwrap().contains('\u{202e}'), "{seen}");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn hostile_texts_are_words_and_nothing_else() {
    let Some(browser) = Browser::start() else { return };
    // One file, and many.
    for others in [3, 130] {
        let folder = TempDir::new().unwrap();
        catalogue(folder.path(), others);
        let built = etal(folder.path()).args(["build", "--quiet", "--now", crate::catalog::NOW]).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        for query in ["piege", "onerror", "tag:constructor%20evil"] {
            is_found_and_harmless(&browser, folder.path(), query);
        }
        let found = etal(folder.path()).args(["search", "evil", "--format", "json"]).output().unwrap();
        let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
        assert_eq!(found["hits"][0]["slug"], "hostile");
    }
}
