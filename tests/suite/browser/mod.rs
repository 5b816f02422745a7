//! The demonstration catalogue in a real browser: from `file://` and under a sub-path of a host.

pub(crate) mod driver;
mod propose;
mod search;
mod snapshot;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::demonstration;
use driver::Browser;

/// The pages of a built site that stay: one that leads elsewhere is gone before it can be looked at.
fn pages(site: &Path) -> Vec<PathBuf> {
    all_pages(site).into_iter().filter(|page| !leads_elsewhere(page)).collect()
}

fn leads_elsewhere(page: &Path) -> bool {
    fs::read_to_string(page).unwrap().contains("http-equiv=refresh")
}

/// Every page of a built site, sorted.
fn all_pages(site: &Path) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|extension| extension == "html") {
                pages.push(entry.path());
            }
        }
    }
    pages.sort();
    pages
}

/// What is wrong with the page that is open, as a browser sees it.
const LOOK: &str = r"
  const faults = [];
  const outside = performance.getEntriesByType('resource').map((entry) => entry.name)
    .filter((name) => !name.startsWith(arguments_base));
  if (outside.length) faults.push('requests outside: ' + outside.join(' '));
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
  if (!document.documentElement.lang) faults.push('no language');
  if (!document.title.trim()) faults.push('no title');
  if (!document.querySelector('main')) faults.push('no main');
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const beyond = (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
  if (wide > 1) {
    const names = [...document.querySelectorAll('body *')].filter(beyond).map((element) => element.cloneNode().outerHTML);
    faults.push('scrolls sideways by ' + wide + ' px: ' + names.slice(0, 8).join(' '));
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length) faults.push('ids twice: ' + twice.join(' '));
  if (document.querySelector('[style], script:not([type=\'application/ld+json\']):not([src])')) faults.push('inline style or script');
  return faults;
";

fn look(browser: &Browser, url: &str, base: &str) -> Vec<String> {
    browser.open(url);
    let script = LOOK.replace("arguments_base", &format!("{base:?}"));
    let found = browser.run(&script);
    let mut faults: Vec<String> =
        found.as_array().unwrap().iter().map(|fault| fault.as_str().unwrap().to_owned()).collect();
    faults.extend(browser.console_errors());
    faults.into_iter().map(|fault| format!("{url}: {fault}")).collect()
}

#[test]
fn every_page_works_from_a_folder() {
    let Some(browser) = Browser::start() else { return };
    let site = demonstration::site();
    let base = format!("file://{}/", site.display());
    let mut faults = Vec::new();
    browser.resize(1280, 900);
    for page in pages(site) {
        faults.extend(look(&browser, &format!("file://{}", page.display()), &base));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn former_addresses_lead_to_the_pages_of_today() {
    let Some(browser) = Browser::start() else { return };
    let site = demonstration::site();
    let former: Vec<PathBuf> = all_pages(site).into_iter().filter(|page| leads_elsewhere(page)).collect();
    assert!(former.len() > 2, "{former:?}");
    for page in former {
        browser.open(&format!("file://{}", page.display()));
        browser.wait_for(&format!("location.pathname !== {:?}", page.display().to_string()));
    }
}

#[test]
fn pages_fit_a_narrow_window_under_a_sub_path() {
    let Some(browser) = Browser::start() else { return };
    let site = demonstration::site();
    let base = serve(site);
    let mut faults = Vec::new();
    browser.resize(500, 900);
    let below = |page: &Path| page.strip_prefix(site).unwrap().display().to_string();
    // One page of each kind is enough here: widths depend on the template.
    let chosen = pages(site)
        .iter()
        .map(|page| below(page))
        .filter(|page| page.len() % 3 == 0 || !page.contains('/'))
        .collect::<Vec<_>>();
    for page in chosen.iter().take(120) {
        faults.extend(look(&browser, &format!("{base}{page}"), &base));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_reader_finds_a_dataset_and_its_file_without_a_script() {
    let Some(browser) = Browser::start() else { return };
    let site = demonstration::site();
    browser.open(&format!("file://{}/index.html", site.display()));
    let list = browser.run("return document.querySelector('nav a[href*=\"datasets/index.html\"]').href");
    browser.open(list.as_str().unwrap());
    let dataset = browser.run("return [...document.querySelectorAll('main h2 a, main h3 a')].map(a => a.href).find(href => href.includes('/datasets/'))");
    browser.open(dataset.as_str().unwrap());
    let files = browser.run("return [...document.querySelectorAll('a[download]')].map(a => a.href)");
    for file in files.as_array().unwrap() {
        let path = file.as_str().unwrap().trim_start_matches("file://").replace("%20", " ");
        assert!(Path::new(&path).is_file(), "{path}");
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// Serves a folder under `/sub/path/` until the process ends; its address.
fn serve(folder: &Path) -> String {
    let server = Arc::new(tiny_http::Server::http("127.0.0.1:0").unwrap());
    let address = format!("http://{}/sub/path/", server.server_addr());
    let folder = folder.to_owned();
    std::thread::spawn(move || {
        for request in server.incoming_requests() {
            let path =
                request.url().strip_prefix("/sub/path/").map(|path| folder.join(path.split('?').next().unwrap()));
            let file = path.filter(|path| path.is_file()).map(|path| (fs::read(&path).unwrap(), path));
            let response = match file {
                None => tiny_http::Response::from_data(Vec::new()).with_status_code(404),
                Some((bytes, path)) => {
                    let mime = match path.extension().and_then(|extension| extension.to_str()) {
                        Some("html") => "text/html; charset=utf-8",
                        Some("css") => "text/css",
                        Some("js") => "text/javascript",
                        Some("svg") => "image/svg+xml",
                        _ => "application/octet-stream",
                    };
                    let header = tiny_http::Header::from_bytes("Content-Type", mime).unwrap();
                    tiny_http::Response::from_data(bytes).with_header(header)
                }
            };
            let _ = request.respond(response);
        }
    });
    address
}
