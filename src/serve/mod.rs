//! The catalogue on a local address, made in memory and made anew when a file changes.
//!
//! One thread owns the site and renders the page that is asked for; a change makes it load again.
//! Browsers wait for the next generation with one held request, so that no socket library is needed.

mod answer;
mod http;
mod live;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::io::Places;
use crate::site::Site;
use crate::theme::Theme;

pub use http::ServeError;
use live::Generations;

/// What is served, once loaded.
pub struct Loaded {
    /// The site.
    pub site: Site,
    /// Its theme.
    pub theme: Theme,
    /// Where its files are.
    pub places: Places,
}

/// How to serve.
pub struct Options {
    /// The root of the catalogue.
    pub root: PathBuf,
    /// Port to try first; the next free one of ten is taken.
    pub port: u16,
}

/// A request to the thread that owns the site.
enum Message {
    /// The file at this path, please.
    Ask(String, Sender<answer::Answer>),
    /// Something changed: load again.
    Reload,
}

/// Serves until the process ends. `load` reads the catalogue; its failure is shown in the browser and does not end the
/// server. `started` is told the address once it answers, `loaded` each generation.
///
/// # Errors
/// Fails when no port can be had or the catalogue cannot be watched.
pub fn serve(
    options: &Options,
    load: impl Fn() -> Result<Loaded, String> + Send + 'static,
    started: impl FnOnce(&str),
) -> Result<(), ServeError> {
    let server = http::bind(options.port)?;
    let address = http::address(&server);
    let generations = Arc::new(Generations::default());
    let (sender, receiver) = channel();
    let told = Arc::clone(&generations);
    thread::spawn(move || own(&load, &receiver, &told));
    let _watcher = watch::watch(&options.root, sender.clone())?;
    started(&address);
    http::answer_all(&server, &sender, &generations);
    Ok(())
}

/// Loads, answers until something changed, and so on.
fn own(load: &impl Fn() -> Result<Loaded, String>, receiver: &Receiver<Message>, generations: &Generations) {
    loop {
        let again = match load() {
            Ok(loaded) => {
                let book = answer::Book::new(&loaded);
                generations.next();
                answer_until_change(receiver, |path| book.answer(path, generations.now()))
            }
            Err(words) => {
                generations.next();
                answer_until_change(receiver, |_| answer::Answer::failure(&words, generations.now()))
            }
        };
        if !again {
            return;
        }
    }
}

/// False when nobody can ask any more.
fn answer_until_change(receiver: &Receiver<Message>, answer: impl Fn(&str) -> answer::Answer) -> bool {
    while let Ok(message) = receiver.recv() {
        match message {
            // Whoever asked may have gone: that is no concern of the others.
            Message::Ask(path, reply) => drop(reply.send(answer(&path))),
            Message::Reload => {
                // Several changes at once are one.
                let waiting: Vec<Message> = receiver.try_iter().collect();
                for message in waiting {
                    if let Message::Ask(path, reply) = message {
                        drop(reply.send(answer(&path)));
                    }
                }
                return true;
            }
        }
    }
    false
}
