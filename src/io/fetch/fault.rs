//! What went wrong with a request, in words that are the same on every system where that can be.

use std::io::ErrorKind;
use std::net::IpAddr;

use ureq::{Error, Timeout};

use super::FetchOptions;
use super::guard::{Refused, is_public};
use crate::snapshot::remote::{Ending, Reason};
use crate::text::address;

/// What went wrong, and whether it may be over soon.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) ending: Ending,
    pub(super) reason: Reason,
    pub(super) may_pass: bool,
}

impl Fault {
    /// A fault that stays.
    pub(super) fn failed(reason: Reason) -> Self {
        Self { ending: Ending::Failed, reason, may_pass: false }
    }

    /// An answer that is not the file. A server that failed may be up again soon.
    pub(super) fn status(status: u16) -> Self {
        Self { may_pass: status >= 500, ..Self::failed(Reason::Status(status)) }
    }

    /// What the client says of a request for `url`.
    pub(super) fn of(error: Error, url: &str, options: &FetchOptions<'_>) -> Self {
        let may_pass = matches!(&error, Error::Io(cause) if is_broken(cause.kind()));
        Self { may_pass, ..Self::failed(reason(error, url, options)) }
    }
}

fn reason(error: Error, url: &str, options: &FetchOptions<'_>) -> Reason {
    match error {
        Error::Timeout(Timeout::Global) => Reason::TimedOut(options.whole),
        Error::Timeout(Timeout::Connect | Timeout::Resolve) => Reason::TimedOut(options.connect),
        Error::Timeout(_) => Reason::TimedOut(options.silence),
        Error::Io(cause) if is_broken(cause.kind()) => Reason::Broken,
        Error::Io(cause) if cause.kind() == ErrorKind::ConnectionRefused => {
            Reason::Unreachable(String::from("connection refused"))
        }
        Error::Io(cause) if is_tls(&cause) => Reason::Insecure(cause.to_string()),
        Error::Io(cause) => Reason::Unreachable(cause.to_string()),
        Error::HostNotFound => Reason::NoHost(bare_host(url)),
        Error::Http(_) | Error::BadUri(_) => Reason::Address(url.to_owned()),
        Error::Rustls(cause) => Reason::Insecure(cause.to_string()),
        Error::Tls(cause) => Reason::Insecure(cause.to_owned()),
        Error::Other(cause) => match cause.downcast::<Refused>() {
            Ok(refused) => Reason::Private(refused.0.clone()),
            Err(cause) => Reason::Unreachable(cause.to_string()),
        },
        Error::Protocol(cause) => Reason::NoHttp(cause.to_string()),
        Error::LargeResponseHeader(..) => Reason::NoHttp(String::from("its head is too large")),
        other => Reason::Unreachable(other.to_string()),
    }
}

fn is_broken(kind: ErrorKind) -> bool {
    use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, NotConnected, UnexpectedEof};
    matches!(kind, UnexpectedEof | ConnectionReset | ConnectionAborted | BrokenPipe | NotConnected)
}

/// Whether TLS says so: its faults come as those of the stream.
fn is_tls(cause: &std::io::Error) -> bool {
    cause.kind() == ErrorKind::InvalidData
}

/// The host of an address, without brackets.
pub(super) fn bare_host(url: &str) -> String {
    let host = address::split(url).map_or(url, |address| address.host);
    host.trim_matches(['[', ']']).to_owned()
}

/// Whether a host is private, as far as its name shows. One that ends in a number is an address in some spelling or
/// other.
pub(super) fn is_private_by_name(host: &str) -> bool {
    if let Ok(address) = host.parse::<IpAddr>() {
        return !is_public(address);
    }
    let last = host.trim_end_matches('.').rsplit('.').next().unwrap_or("");
    last.starts_with(|c: char| c.is_ascii_digit()) || address::is_private(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_shows_a_private_host_is_told() {
        for host in
            ["localhost", "nas.local", "127.0.0.1", "2130706433", "0x7f.1", "127.1", "::1", "fd00::1", "10.0.0.1."]
        {
            assert!(is_private_by_name(host), "{host}");
        }
        for host in ["example.org", "8.8.8.8", "2606:4700::1111", "1.example.org", "0x7f.example"] {
            assert!(!is_private_by_name(host), "{host}");
        }
    }

    #[test]
    fn the_host_of_an_address_has_no_brackets() {
        assert_eq!(bare_host("http://[::1]:80/x"), "::1");
        assert_eq!(bare_host("http://me:secret@a.example:80/x"), "a.example");
    }
}
