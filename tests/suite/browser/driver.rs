//! A WebDriver client as small as the tests need it, over Debian's chromedriver.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

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
        let (driver, port) = match driver() {
            Ok(started) => started,
            Err(error) if std::env::var_os("ETAL_REQUIRE_BROWSER").is_some() => panic!("chromedriver: {error}"),
            Err(_) => {
                eprintln!("not run: there is no chromedriver (tests/run installs it)");
                return None;
            }
        };
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

    /// Waits until an expression of JavaScript is true.
    #[track_caller]
    pub(crate) fn wait_for(&self, condition: &str) {
        let script = format!("return Boolean({condition})");
        let end = Instant::now() + Duration::from_secs(10);
        while self.run(&script) != true {
            assert!(Instant::now() < end, "still waiting for {condition}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses keys one after the other, wherever the focus is.
    pub(crate) fn press(&self, keys: &str) {
        let pressed = |key: char| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }));
        let actions: Vec<Value> = keys.chars().flat_map(pressed).collect();
        self.call("actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }));
    }

    /// Clicks on the element of a CSS selector.
    pub(crate) fn click(&self, selector: &str) {
        let found = self.call("element", &json!({ "using": "css selector", "value": selector }));
        let id = found["value"].as_object().unwrap().values().next().unwrap().as_str().unwrap().to_owned();
        self.call(&format!("element/{id}/click"), &json!({}));
    }

    /// Sends a command of the DevTools protocol.
    pub(crate) fn command(&self, command: &str, parameters: &Value) {
        self.call("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
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

/// A driver and its port. It ends when another one took the port that it had chosen.
fn driver() -> std::io::Result<(Child, u16)> {
    for _ in 0..5 {
        let mut command = Command::new("chromedriver");
        let mut driver = command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        for line in lines.map_while(Result::ok) {
            if let Some((_, rest)) = line.split_once("started successfully on port ") {
                return Ok((driver, rest.trim_end_matches('.').parse().unwrap()));
            }
        }
        driver.wait()?;
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
