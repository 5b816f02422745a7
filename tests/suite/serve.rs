//! `etal serve`, asked over http as a browser and as an intruder would.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use tempfile::TempDir;

use crate::demonstration::{copy, etal};

/// A server on a copy of the demonstration catalogue; it ends with the value.
struct Server {
    process: Child,
    address: String,
    folder: TempDir,
}

impl Server {
    fn start() -> Self {
        let folder = copy();
        let mut command = etal(folder.path());
        let mut process =
            command.args(["serve", "--port", "0", "--now", "2026-11-23"]).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let address = lines.map_while(Result::ok).find_map(|line| Some(line.split_once("http://")?.1.to_owned()));
        Self { process, address: format!("http://{}", address.unwrap()), folder }
    }

    /// Status and body of a path, with another `Host` when one is given.
    fn get(&self, path: &str, host: Option<&str>) -> (u16, String) {
        let request = ureq::get(format!("{}{path}", self.address)).config().http_status_as_error(false).build();
        let request = if let Some(host) = host { request.header("Host", host) } else { request };
        let mut response = request.call().unwrap();
        (response.status().as_u16(), response.body_mut().read_to_string().unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn pages_are_served_with_their_findings() {
    let server = Server::start();
    let (status, home) = server.get("", None);
    assert_eq!(status, 200);
    assert!(home.contains("/__etal/live.js"), "{home}");
    let (status, findings) = server.get("__etal/findings/datasets/stationnement/index.html", None);
    assert_eq!(status, 200);
    let findings: serde_json::Value = serde_json::from_str(&findings).unwrap();
    let rules: Vec<&str> =
        findings["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    assert!(rules.contains(&"late-update"), "{rules:?}");
    assert_eq!(server.get("no/such/page/", None).0, 404);
}

#[test]
fn nothing_outside_the_site_and_nobody_from_elsewhere_is_answered() {
    let server = Server::start();
    for path in ["..%2fsite.toml", "%2e%2e/site.toml", "site.toml", "content/datasets/stationnement.yaml", "%00"] {
        let (status, body) = server.get(path, None);
        assert_eq!(status, 404, "{path}");
        assert!(!body.contains("66753a01"), "{path} gives a file of the catalogue");
    }
    assert_eq!(server.get("", Some("evil.example")).0, 403);
}

#[test]
fn a_change_makes_a_new_generation() {
    let server = Server::start();
    assert_eq!(server.get("", None).0, 200);
    let path = server.folder.path().join("content/datasets/stationnement.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("title: \"", "title: \"Zzz ")).unwrap();
    // The request is held until there is something new.
    let (_, now) = server.get("__etal/wait/1", None);
    assert_eq!(now.trim(), "2");
    assert!(server.get("datasets/stationnement/", None).1.contains("Zzz "));
}
