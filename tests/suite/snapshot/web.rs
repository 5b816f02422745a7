//! A server on this machine that answers as it is told, byte for byte.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What the server does with a connection that asked for a path.
#[derive(Clone)]
pub(super) enum Answer {
    /// Sends these bytes and closes.
    Bytes(Vec<u8>),
    /// Sends these bytes after a while and closes.
    Late(Vec<u8>),
    /// Sends these bytes, then nothing until the client goes away.
    Hang(Vec<u8>),
    /// Sends the first bytes, then the others again and again until the client goes away.
    Endless(Vec<u8>, Vec<u8>),
    /// The first answer once, then the second.
    Then(Box<Answer>, Box<Answer>),
}

/// A running server. Its threads end with the tests.
pub(super) struct Web {
    /// `http://127.0.0.1:<port>`
    pub(super) address: String,
    asked: Arc<Mutex<Vec<String>>>,
    heads: Arc<Mutex<Vec<String>>>,
    most_at_once: Arc<Mutex<(usize, usize)>>,
}

impl Web {
    /// A server that has these paths, and answers 404 to others.
    pub(super) fn new(answers: &[(&str, Answer)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let answers: BTreeMap<String, Answer> =
            answers.iter().map(|(path, answer)| ((*path).to_owned(), answer.clone())).collect();
        let answers = Arc::new(Mutex::new(answers));
        let web = Self { address, asked: Arc::default(), heads: Arc::default(), most_at_once: Arc::default() };
        let (asked, heads, at_once) = (web.asked.clone(), web.heads.clone(), web.most_at_once.clone());
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (answers, asked, heads, at_once) = (answers.clone(), asked.clone(), heads.clone(), at_once.clone());
                thread::spawn(move || serve(stream, &answers, &asked, &heads, &at_once));
            }
        });
        web
    }

    /// The address of a path.
    pub(super) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The paths that were asked for, sorted.
    pub(super) fn asked(&self) -> Vec<String> {
        let mut asked = self.asked.lock().unwrap().clone();
        asked.sort();
        asked
    }

    /// The heads of the requests, in lower case.
    pub(super) fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }

    /// How many requests were under way at once, at most.
    pub(super) fn most_at_once(&self) -> usize {
        self.most_at_once.lock().unwrap().1
    }
}

fn serve(
    mut stream: TcpStream,
    answers: &Mutex<BTreeMap<String, Answer>>,
    asked: &Mutex<Vec<String>>,
    heads: &Mutex<Vec<String>>,
    at_once: &Mutex<(usize, usize)>,
) {
    let Some(head) = head(&mut stream) else { return };
    let path = head.split(' ').nth(1).unwrap_or("").to_owned();
    {
        let mut at_once = at_once.lock().unwrap();
        at_once.0 += 1;
        at_once.1 = at_once.1.max(at_once.0);
    }
    asked.lock().unwrap().push(path.clone());
    heads.lock().unwrap().push(head.to_ascii_lowercase());
    let answer = take(answers, &path);
    // Others that come at once are seen, and this one is over before the client can have all of it.
    thread::sleep(Duration::from_millis(2));
    at_once.lock().unwrap().0 -= 1;
    if let Answer::Late(_) = answer {
        thread::sleep(Duration::from_millis(50));
    }
    match answer {
        Answer::Bytes(bytes) | Answer::Late(bytes) => {
            let _ = stream.write_all(&bytes);
            let _ = stream.shutdown(Shutdown::Write);
            let _ = stream.read(&mut [0; 64]);
        }
        Answer::Hang(bytes) => {
            let _ = stream.write_all(&bytes);
            let _ = stream.read(&mut [0; 64]);
        }
        Answer::Endless(first, again) => {
            let _ = stream.write_all(&first);
            while stream.write_all(&again).is_ok() {}
        }
        Answer::Then(..) => unreachable!("`take` gives one of the two"),
    }
}

fn take(answers: &Mutex<BTreeMap<String, Answer>>, path: &str) -> Answer {
    let mut answers = answers.lock().unwrap();
    match answers.get(path).cloned() {
        None => Answer::Bytes(status(404, "no such page")),
        Some(Answer::Then(first, then)) => {
            answers.insert(path.to_owned(), *then);
            *first
        }
        Some(answer) => answer,
    }
}

fn head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        if byte == [22] && head.is_empty() {
            // A handshake of TLS.
            let _ = stream.write_all(&status(400, "no TLS here"));
            return None;
        }
        head.push(byte[0]);
    }
    String::from_utf8(head).ok()
}

/// An answer with a length.
pub(super) fn ok(body: &str) -> Answer {
    Answer::Bytes(status(200, body))
}

/// An answer of some status.
pub(super) fn status(status: u16, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len()).into_bytes()
}

/// A redirect.
pub(super) fn redirect(location: &str) -> Answer {
    Answer::Bytes(
        format!("HTTP/1.1 302 X\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .into_bytes(),
    )
}

/// The head of an answer with these lines.
pub(super) fn head_of(lines: &[&str]) -> Vec<u8> {
    let lines: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
    format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{lines}\r\n").into_bytes()
}
