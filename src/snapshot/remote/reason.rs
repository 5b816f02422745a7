//! Why a remote file is not held, in English and French.

use std::fmt::Display;
use std::time::Duration;

/// Longest text of a reason, in characters.
const MAX_CHARACTERS: usize = 400;

/// Why a remote file is not held, or what is to be said of one that is.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The status of the answer.
    Status(u16),
    /// Nothing came for so long, or it took longer than that.
    TimedOut(Duration),
    /// The connection broke: what came until then is not the file.
    Broken,
    /// There is no such host.
    NoHost(String),
    /// The host cannot be reached: the words of the system.
    Unreachable(String),
    /// The server answers in no HTTP: the words of the parser.
    NoHttp(String),
    /// There is no secure connection: the words of TLS.
    Insecure(String),
    /// The host has no public address: its address, or itself.
    Private(String),
    /// More redirects than are followed.
    Redirects(usize),
    /// A redirect to what http does not serve.
    RedirectedTo(String),
    /// No address that can be asked for.
    Address(String),
    /// The file came encoded although that was not asked for.
    Encoded(String),
    /// Larger than a file may be, in bytes.
    LargerThan(u64),
    /// More than the number of files.
    Count(usize),
    /// More than all files may have, in bytes.
    Total(u64),
    /// Another checksum than the descriptor says.
    Checksum {
        /// Its type.
        kind: &'static str,
        /// What the descriptor says.
        expected: String,
        /// What it is.
        got: String,
    },
    /// It is held, and its size is another one than the descriptor says.
    Size {
        /// What the descriptor says.
        expected: u64,
        /// What it is.
        got: u64,
    },
}

impl Reason {
    /// The words: lower case, no full stop, on one line that turns nothing around whatever a server said.
    pub fn text(&self, language: &str) -> String {
        let text = if language.starts_with("fr") { self.fr() } else { self.en() };
        let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        text.chars().take(MAX_CHARACTERS).map(|c| if c.is_control() || turns(c) { ' ' } else { c }).collect()
    }

    fn en(&self) -> String {
        match self {
            Self::Status(status) => format!("the server answers with status {status}"),
            Self::TimedOut(time) => format!("timed out after {} s", time.as_secs_f64()),
            Self::Broken => String::from("the connection broke"),
            Self::NoHost(host) => format!("there is no host `{host}`"),
            Self::Unreachable(cause) => format!("the server cannot be reached: {cause}"),
            Self::NoHttp(cause) => format!("the answer is not HTTP: {cause}"),
            Self::Insecure(cause) => format!("no secure connection: {cause}"),
            Self::Private(host) => format!("`{host}` is no public address"),
            Self::Redirects(most) => format!("more than {most} redirects"),
            Self::RedirectedTo(address) => format!("redirected to `{address}`, which is no web address"),
            Self::Address(address) => format!("`{address}` cannot be asked for"),
            Self::Encoded(encoding) => format!("the server sends it encoded as `{encoding}`, unasked"),
            Self::LargerThan(most) => format!("larger than {}", size(*most, ["bytes", "kB", "MB", "GB"], " ")),
            Self::Count(most) => format!("more than {most} files"),
            Self::Total(most) => {
                format!("more than {} in all", size(*most, ["bytes", "kB", "MB", "GB"], " "))
            }
            Self::Checksum { kind, expected, got } => format!("its {kind} is {got}, the descriptor says {expected}"),
            Self::Size { expected, got } => format!("it has {got} bytes, the descriptor says {expected}"),
        }
    }

    fn fr(&self) -> String {
        match self {
            Self::Status(status) => format!("le serveur répond avec le statut {status}"),
            Self::TimedOut(time) => format!("délai de {}\u{a0}s dépassé", time.as_secs_f64()),
            Self::Broken => String::from("la connexion a été rompue"),
            Self::NoHost(host) => format!("il n’y a pas d’hôte `{host}`"),
            Self::Unreachable(cause) => format!("le serveur est injoignable\u{a0}: {cause}"),
            Self::NoHttp(cause) => format!("la réponse n’est pas du HTTP\u{a0}: {cause}"),
            Self::Insecure(cause) => format!("pas de connexion sûre\u{a0}: {cause}"),
            Self::Private(host) => format!("`{host}` n’est pas une adresse publique"),
            Self::Redirects(most) => format!("plus de {most} redirections"),
            Self::RedirectedTo(address) => format!("redirigé vers `{address}`, qui n’est pas une adresse du web"),
            Self::Address(address) => format!("`{address}` ne peut pas être demandé"),
            Self::Encoded(encoding) => format!("le serveur l’envoie encodé en `{encoding}` sans qu’on l’ait demandé"),
            Self::LargerThan(most) => format!("plus de {}", size(*most, ["octets", "ko", "Mo", "Go"], "\u{a0}")),
            Self::Count(most) => format!("plus de {most} fichiers"),
            Self::Total(most) => {
                format!("plus de {} en tout", size(*most, ["octets", "ko", "Mo", "Go"], "\u{a0}"))
            }
            Self::Checksum { kind, expected, got } => format!("son {kind} est {got}, la fiche dit {expected}"),
            Self::Size { expected, got } => format!("il a {got} octets, la fiche dit {expected}"),
        }
    }
}

/// A number of bytes in the largest unit that leaves it exact.
fn size(bytes: u64, units: [&str; 4], blank: impl Display) -> String {
    let exact = (1..units.len()).rev().map(|power| (1000_u64.pow(power as u32), units[power]));
    match exact.into_iter().find(|(scale, _)| bytes >= *scale && bytes.is_multiple_of(*scale)) {
        Some((scale, unit)) => format!("{}{blank}{unit}", bytes / scale),
        None => format!("{bytes}{blank}{}", units[0]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_said_exactly() {
        let text = |bytes| Reason::LargerThan(bytes).text("en");
        let said = [0, 999, 1000, 1500, 100_000_000, 2_000_000_000, 2_000_000_000_000].map(text);
        let sizes = ["0 bytes", "999 bytes", "1 kB", "1500 bytes", "100 MB", "2 GB", "2000 GB"];
        assert_eq!(said.to_vec(), sizes.map(|size| format!("larger than {size}")));
        assert_eq!(Reason::Total(1_000_000).text("fr-CA"), "plus de 1\u{a0}Mo en tout");
    }

    #[test]
    fn what_a_server_says_cannot_move_the_cursor() {
        let said = Reason::RedirectedTo(String::from("x:\u{9b}2J\u{202e}\n"));
        assert_eq!(said.text("en"), "redirected to `x: 2J  `, which is no web address");
        assert_eq!(Reason::RedirectedTo("x".repeat(9000)).text("fr").chars().count(), MAX_CHARACTERS);
    }
}
