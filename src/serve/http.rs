//! The listening side: a loopback address, one thread a request.

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use thiserror::Error;
use tiny_http::{Header, Request, Response, Server, StatusCode};

use super::Message;
use super::answer::Answer;
use super::live::{self, Generations};
use crate::text::url;

/// Why nothing is served.
#[derive(Debug, Error)]
pub enum ServeError {
    /// No port could be had.
    #[error("cannot listen on 127.0.0.1, ports {first} to {last}: {source}")]
    Listen {
        /// First port that was tried.
        first: u16,
        /// Last port that was tried.
        last: u16,
        /// What the system says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The catalogue cannot be watched.
    #[error("cannot watch {path}: {source}")]
    Watch {
        /// The catalogue's root.
        path: PathBuf,
        /// What the system says.
        source: notify::Error,
    },
}

const PORTS: u16 = 10;

/// Listens on the first free port of ten, on the loopback address only.
pub(super) fn bind(first: u16) -> Result<Server, ServeError> {
    let mut refused = None;
    for port in first..first.saturating_add(PORTS) {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok(server),
            Err(error) => refused = Some(error),
        }
    }
    let source = refused.unwrap_or_else(|| "no port was tried".into());
    Err(ServeError::Listen { first, last: first.saturating_add(PORTS - 1), source })
}

/// The address to open.
pub(super) fn address(server: &Server) -> String {
    format!("http://{}/", server.server_addr())
}

/// Answers until the server ends.
pub(super) fn answer_all(server: &Server, sender: &Sender<Message>, generations: &Arc<Generations>) {
    let own = server.server_addr().to_string();
    for request in server.incoming_requests() {
        let (sender, generations, own) = (sender.clone(), Arc::clone(generations), own.clone());
        // A browser that went away while it was answered is no fault.
        thread::spawn(move || drop(answer_one(request, &sender, &generations, &own)));
    }
}

fn answer_one(request: Request, sender: &Sender<Message>, generations: &Generations, own: &str) -> io::Result<()> {
    if !is_own_host(&request, own) {
        return request
            .respond(Response::from_string("this server answers only to its own address").with_status_code(403));
    }
    let path = decoded(request.url());
    let answer = match path.as_str() {
        "__etal/live.js" => Answer::text("text/javascript; charset=utf-8", live::SCRIPT.to_owned()),
        "__etal/live.css" => Answer::text("text/css; charset=utf-8", live::STYLE.to_owned()),
        path => match path.strip_prefix("__etal/wait/") {
            Some(seen) => {
                let now = generations.wait(seen.parse().unwrap_or(0));
                Answer::text("text/plain; charset=utf-8", now.to_string())
            }
            None => ask(path, sender),
        },
    };
    respond(request, answer)
}

fn ask(path: &str, sender: &Sender<Message>) -> Answer {
    let (reply, answer) = channel();
    let gone = || Answer::failure("the server is ending", 0);
    if sender.send(Message::Ask(path.to_owned(), reply)).is_err() {
        return gone();
    }
    answer.recv().unwrap_or_else(|_| gone())
}

fn respond(request: Request, answer: Answer) -> io::Result<()> {
    match answer {
        Answer::Bytes { status, mime, bytes } => request.respond(
            Response::from_data(bytes)
                .with_status_code(status)
                .with_header(header("Content-Type", mime))
                .with_header(fresh()),
        ),
        Answer::File { path, mime } => match open(&path) {
            Ok(file) => {
                let response = Response::from_file(file).with_header(header("Content-Type", mime)).with_header(fresh());
                request.respond(response.with_header(header("X-Content-Type-Options", "nosniff")))
            }
            Err(error) => request.respond(Response::from_string(error.to_string()).with_status_code(StatusCode(404))),
        },
        Answer::Elsewhere(path) => {
            let location = format!("/{}", crate::text::url::encoded_path(&path));
            request.respond(Response::from_string("").with_status_code(302).with_header(header("Location", &location)))
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "serving files is what this is for")]
fn open(path: &std::path::Path) -> io::Result<File> {
    File::open(path)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("internal error: {name} is a header"))
}

fn fresh() -> Header {
    header("Cache-Control", "no-store")
}

/// Only requests to the loopback address by name or number: a foreign name that leads here would
/// let another site read the drafts (DNS rebinding).
fn is_own_host(request: &Request, own: &str) -> bool {
    let port = own.rsplit(':').next().unwrap_or("");
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
    let allowed = [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("[::1]:{port}")];
    host.is_some_and(|host| allowed.iter().any(|allowed| allowed == host))
}

/// The path of an address, without first slash, query and fragment, decoded.
fn decoded(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or("").trim_start_matches('/');
    String::from_utf8_lossy(&url::decoded(path)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once_and_lose_their_query() {
        assert_eq!(decoded("/a%20b/%C3%A9?x=1#y"), "a b/é");
        assert_eq!(decoded("/%252e%2"), "%2e%2");
        assert_eq!(decoded("/"), "");
    }
}
