//! `etal lsp`: findings, help and quick fixes for editors, over the standard input and output.

use std::io::{BufReader, stdin, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use clap::Args;
use jiff::civil::Date;
use serde_json::json;

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::inputs::Drafts;
use crate::io::{self, Catalogue, Frame, Progress, Shape};
use crate::lsp::{Effect, Event, Loaded, Located, Options, Server, World};
use crate::pipeline;

/// Serve findings, help and quick fixes to an editor
///
/// Speaks the Language Server Protocol over the standard input and output; editors start it
/// themselves.
#[derive(Debug, Args)]
pub(super) struct Lsp {
    /// The catalogue's folder, for editors that name none
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Accepted for editors that always say so: there is no other way
    #[arg(long)]
    stdio: bool,
}

pub(super) fn run(options: &Lsp, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let first = global.now.map_or_else(io::today, Ok)?;
    let folder = options.folder.as_deref().or(global.root.as_deref()).unwrap_or(Path::new("."));
    let folder = std::path::absolute(folder).map_err(|cause| io::Error::Read(folder.to_owned(), cause))?;
    let words = Options { language: shell.language(), is_language_asked: global.lang.is_some() };
    let disk = Disk { now: global.now, first };
    let server = Server::new(words, slashed(&folder), Box::new(disk));
    let (sender, receiver) = channel();
    let from_editor = sender.clone();
    thread::spawn(move || listen(&from_editor));
    let mut session = Session { server, sender, language: shell.language(), disk };
    session.run(&receiver)
}

/// What comes in.
enum Input {
    Event(Event),
    /// The editor has gone.
    End,
}

/// Reads messages until there are no more.
fn listen(sender: &Sender<Input>) {
    let mut from = BufReader::new(stdin().lock());
    loop {
        let input = match io::read_frame(&mut from) {
            Ok(Frame::Message(bytes)) => Input::Event(match serde_json::from_slice(&bytes) {
                Ok(message) => Event::Message(message),
                Err(error) => Event::Malformed(error.to_string()),
            }),
            Ok(Frame::Malformed(why)) => Input::Event(Event::Malformed(why.to_owned())),
            Ok(Frame::End) | Err(_) => Input::End,
        };
        let is_end = matches!(input, Input::End);
        if sender.send(input).is_err() || is_end {
            return;
        }
    }
}

struct Session {
    server: Server,
    sender: Sender<Input>,
    language: &'static str,
    disk: Disk,
}

impl Session {
    fn run(&mut self, receiver: &Receiver<Input>) -> Result<Exit, Failure> {
        loop {
            // What takes time begins once nothing waits: changes that came together are one.
            let input = match receiver.try_recv() {
                Ok(input) => input,
                Err(_) => {
                    let wishes = self.server.rest();
                    self.perform(wishes)?;
                    receiver.recv().unwrap_or(Input::End)
                }
            };
            let effects = match input {
                Input::Event(event) => self.take(event),
                Input::End => return Ok(exit(self.server.abandoned())),
            };
            if let Some(code) = self.perform(effects)? {
                return Ok(exit(code));
            }
        }
    }

    /// What a server does with an event. A fault of ours in one request must not end the session: it
    /// is answered as what it is.
    fn take(&mut self, event: Event) -> Vec<Effect> {
        let id = match &event {
            Event::Message(message) if message.get("method").is_some() => message.get("id").cloned(),
            _ => None,
        };
        let effects = catch_unwind(AssertUnwindSafe(|| self.server.take(event)));
        effects.unwrap_or_else(|_| {
            let error = json!({ "code": -32603, "message": "internal error" });
            id.map(|id| Effect::Send(json!({ "jsonrpc": "2.0", "id": id, "error": error }))).into_iter().collect()
        })
    }

    /// Does what the server wants. Gives the exit code when that is to end.
    fn perform(&self, effects: Vec<Effect>) -> Result<Option<u8>, Failure> {
        for effect in effects {
            match effect {
                Effect::Send(message) => {
                    let bytes = serde_json::to_vec(&message).map_err(std::io::Error::from)?;
                    io::write_frame(&mut stdout().lock(), &bytes)?;
                }
                Effect::Load(root) => {
                    let (language, now) = (self.language, self.disk.today());
                    self.beside(move || {
                        let loaded = catch_unwind(|| load(&root, now, language));
                        let loaded = loaded.unwrap_or_else(|_| Err(String::from("internal error")));
                        Event::Loaded(root, loaded)
                    });
                }
                Effect::Judge(root, inputs) => self.beside(move || {
                    // A fault of ours in one text must not end the editor's session.
                    let site = catch_unwind(AssertUnwindSafe(|| Box::new(pipeline::site(*inputs, Drafts::Kept))));
                    Event::Judged(root, site.ok())
                }),
                Effect::Exit(code) => return Ok(Some(code)),
            }
        }
        Ok(None)
    }

    /// Does something that takes time; what comes of it is the next event.
    fn beside(&self, work: impl FnOnce() -> Event + Send + 'static) {
        let sender = self.sender.clone();
        thread::spawn(move || drop(sender.send(Input::Event(work()))));
    }
}

fn exit(code: u8) -> Exit {
    if code == 0 { Exit::Clean } else { Exit::Abandoned }
}

fn load(root: &str, now: Date, language: &str) -> Result<Box<Loaded>, String> {
    let read = io::read(Path::new(root), Shape::Catalogue, now, &Silence);
    let Catalogue { inputs, places, .. } =
        read.map_err(|error| format!("{}; {}", error.message(language), error.remedy(language)))?;
    Ok(Box::new(Loaded { inputs, spelled: places.spelled() }))
}

/// Nobody is told how far reading is.
struct Silence;

impl Progress for Silence {
    fn read(&self, _bytes: u64) {}
}

/// What the server asks of the disk and the clock.
#[derive(Clone, Copy, Debug)]
struct Disk {
    now: Option<Date>,
    /// The day on which it was started, should the clock fail later.
    first: Date,
}

impl World for Disk {
    fn locate(&self, path: &str) -> Option<Located> {
        let (root, below) = io::around(Path::new(path))?;
        Some(Located { root: slashed(&root), below })
    }

    fn today(&self) -> Date {
        self.now.or_else(|| io::today().ok()).unwrap_or(self.first)
    }
}

/// A path with `/` between names, as addresses have them.
fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}
