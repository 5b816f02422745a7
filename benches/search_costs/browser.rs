//! How long queries take in Chromium, from `file://`.

use std::fs;

use etal::search::Published;
use etal::site::Site;
use etal::theme::Theme;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::Browser;
use crate::queries::{Kind, queries};

/// Runs one question four times after the page was loaded anew: cold, again, with five facets whose columns are read,
/// and again.
const ASK: &str = "
  const time = async (question) => {
    const start = performance.now();
    await engine.search(question);
    return performance.now() - start;
  };
  const facets = ['organization', 'format', 'license', 'theme', 'quality'];
  const question = { ...QUESTION, page: 1, size: 10, cards: true };
  return etal.open('search/', 'ENTRY', 'LANGUAGE').then(async (opened) => {
    window.engine = opened;
    return [await time(question), await time(question), await time({ ...question, facets }),
      await time({ ...question, facets })];
  });
";

/// Types a text letter by letter, each after the one before was answered.
const TYPE: &str = "
  return (async () => {
    const times = [];
    for (let length = 2; length <= TEXT.length; length++) {
      const start = performance.now();
      await engine.search({ text: TEXT.slice(0, length), page: 1, size: 10, cards: true });
      times.push(performance.now() - start);
    }
    return times;
  })();
";

/// Prints the times; says so when there is no browser.
pub(crate) fn print(site: &Site, theme: &Theme, published: &Published) {
    let Some(browser) = Browser::start() else { return };
    let folder = TempDir::new().expect("a folder");
    for shard in &published.shards {
        let path = folder.path().join(&shard.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the disk can be written");
        fs::write(path, &shard.bytes).expect("the disk can be written");
    }
    let script = theme.asset("search.js").expect("the theme has the script");
    fs::write(folder.path().join("search.js"), &script.bytes).expect("the disk can be written");
    let page = "<!DOCTYPE html><meta charset=utf-8><title>t</title><script src=search.js></script>";
    fs::write(folder.path().join("page.html"), page).expect("the disk can be written");
    let address = format!("file://{}/page.html", folder.path().display());
    let entry = published.entry.as_deref().expect("the site has a search");
    let mut rows: [Vec<f64>; 4] = Default::default();
    let mut typed = Vec::new();
    for asked in queries(site, Kind::Words, 150) {
        browser.open(&address);
        let question = json!({ "text": asked.text }).to_string();
        let ask = ASK.replace("QUESTION", &question).replace("ENTRY", entry);
        let times = browser.run(&ask.replace("LANGUAGE", site.config.language()));
        for (row, time) in rows.iter_mut().zip(numbers(&times)) {
            row.push(time);
        }
        if typed.len() < 600 {
            typed.extend(numbers(&browser.run(&TYPE.replace("TEXT", &json!(asked.text).to_string()))));
        }
    }
    println!("\n| Chromium, file:// | ms p50 | p95 | most |\n|---|---|---|---|");
    let names = ["cold query", "warm query", "with five facets, columns read", "with five facets, warm"];
    for (name, times) in names.into_iter().zip(&mut rows).chain([("keystroke", &mut typed)]) {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() as f64 * share) as usize).min(times.len() - 1)];
        println!("| {name} | {:.1} | {:.1} | {:.1} |", at(0.5), at(0.95), at(1.0));
    }
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().map(|list| list.iter().filter_map(Value::as_f64).collect()).unwrap_or_default()
}
