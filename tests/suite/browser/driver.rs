//! A WebDriver client as small as the tests need it, over Debian's chromedriver.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A headless browser. It ends with the value.
pub(crate) struct Browser {
    driver: Child,
    session: String,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser; none when there is no chromedriver, unless ETAL_REQUIRE_BROWSER is set.
    pub(crate) fn start() -> Option<Self> {
        let started = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut driver = match started {
            Ok(driver) => driver,
            Err(error) if std::env::var_os("ETAL_REQUIRE_BROWSER").is_some() => panic!("chromedriver: {error}"),
            Err(_) => {
                eprintln!("not run: there is no chromedriver (tests/run installs it)");
                return None;
            }
        };
        let port = port(&mut driver);
        let profile = TempDir::new().unwrap();
        let base = format!("http://127.0.0.1:{port}/session");
        let answer = post(&base, &capabilities(&profile));
        let session = format!("{base}/{}", answer["value"]["sessionId"].as_str().unwrap());
        Some(Self { driver, session, _profile: profile })
    }

    /// Opens an address and waits until it is loaded.
    pub(crate) fn open(&self, url: &str) {
        self.call("url", &json!({ "url": url }));
    }

    /// The value of a JavaScript function body.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.call("execute/sync", &json!({ "script": script, "args": [] }))["value"].take()
    }

    /// Sets the size of the window.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.call("window/rect", &json!({ "width": width, "height": height }));
    }

    /// What the console said since the last call: errors only.
    pub(crate) fn console_errors(&self) -> Vec<String> {
        let answer = self.call("se/log", &json!({ "type": "browser" }));
        let entries = answer["value"].as_array().cloned().unwrap_or_default();
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        severe.map(|entry| entry["message"].as_str().unwrap_or("").to_owned()).collect()
    }

    fn call(&self, command: &str, body: &Value) -> Value {
        post(&format!("{}/{command}", self.session), body)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = ureq::delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn port(driver: &mut Child) -> u16 {
    let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
    for line in lines.map_while(Result::ok) {
        if let Some((_, rest)) = line.split_once("started successfully on port ") {
            return rest.trim_end_matches('.').parse().unwrap();
        }
    }
    panic!("chromedriver ended before it named its port");
}

fn capabilities(profile: &TempDir) -> Value {
    let profile = format!("--user-data-dir={}", profile.path().display());
    json!({ "capabilities": { "alwaysMatch": {
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": { "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", profile
        ] }
    } } })
}

fn post(url: &str, body: &Value) -> Value {
    let request = ureq::post(url).config().http_status_as_error(false).build();
    let mut response = request.send_json(body).unwrap();
    let answer: Value = response.body_mut().read_json().unwrap();
    assert!(answer["value"]["error"].is_null(), "{url}: {answer}");
    answer
}
