//! One remote file: asked for, followed through redirects, and written to the disk as it comes.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::time::Instant;

use tempfile::TempPath;
use ureq::http::{Response, StatusCode, header};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Proxy};

use super::FetchOptions;
use super::fault::{Fault, bare_host, is_private_by_name};
use super::guard::Guard;
use super::redirect;
use super::sums::Sums;
use crate::io::Error;
use crate::snapshot::remote::{Attempt, Ending, Reason, Wanted};

/// Redirects that are followed.
const MAX_REDIRECTS: usize = 5;

/// Bytes that are read at once.
const BUFFER: usize = 64 * 1024;

/// What asking for a file gave.
#[derive(Debug)]
pub(super) struct Got {
    pub(super) attempt: Attempt,
    /// Why it did not come whole, or what is to be said of it.
    pub(super) reason: Option<Reason>,
    /// The file when it came whole.
    pub(super) file: Option<TempPath>,
    pub(super) sha256: Option<String>,
}

/// How one request ended: with a file, with a fault, or with the disk's refusal.
enum Stop {
    Fault(Fault),
    Disk(Error),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// The client: no cookies, no decoding, and addresses that [`Guard`] let through.
pub(super) fn agent(options: &FetchOptions<'_>) -> Agent {
    let proxy = if options.proxy { Proxy::try_from_env() } else { None };
    let host = proxy.as_ref().and_then(|proxy| proxy.uri().authority()).map(|host| host.as_str().to_owned());
    let guard = Guard { names: DefaultResolver::default(), private: options.private_hosts, proxy: host };
    guarded(options, proxy, guard)
}

fn guarded(options: &FetchOptions<'_>, proxy: Option<Proxy>, guard: Guard) -> Agent {
    let config = Agent::config_builder()
        .user_agent(concat!("etal/", env!("CARGO_PKG_VERSION")))
        .accept_encoding("identity")
        .http_status_as_error(false)
        // Each step is looked at before it is taken.
        .max_redirects(0)
        .proxy(proxy)
        .timeout_resolve(Some(options.connect))
        .timeout_connect(Some(options.connect))
        .timeout_recv_response(Some(options.silence))
        .timeout_per_read(Some(options.silence))
        .build();
    Agent::with_parts(config, DefaultConnector::default(), guard)
}

/// Asks for a file, a second time when the connection broke or the server failed. `room` says what all limits together
/// leave to it.
pub(super) fn get(
    agent: &Agent,
    wanted: &Wanted,
    most: u64,
    room: &dyn Fn() -> u64,
    options: &FetchOptions<'_>,
) -> Result<Got, Error> {
    let mut came = 0;
    for is_last in [false, true] {
        let mut request = Request { agent, wanted, most, room, options, came: 0, announced: 0 };
        let result = request.run();
        came = came.max(request.came).max(request.announced);
        match result {
            Ok(got) => return Ok(got),
            Err(Stop::Disk(error)) => return Err(error),
            Err(Stop::Fault(fault)) if is_last || !fault.may_pass => {
                let attempt = Attempt { ending: fault.ending, bytes: came };
                return Ok(Got { attempt, reason: Some(fault.reason), file: None, sha256: None });
            }
            Err(Stop::Fault(_)) => std::thread::sleep(options.pause),
        }
    }
    unreachable!("internal error: the last of two tries returns")
}

struct Request<'a> {
    agent: &'a Agent,
    wanted: &'a Wanted,
    most: u64,
    room: &'a dyn Fn() -> u64,
    options: &'a FetchOptions<'a>,
    /// The bytes that came.
    came: u64,
    /// The bytes that were to come.
    announced: u64,
}

impl Request<'_> {
    fn run(&mut self) -> Result<Got, Stop> {
        let mut response = self.follow()?;
        if response.status() != StatusCode::OK {
            return Err(Fault::status(response.status().as_u16()).into());
        }
        if let Some(encoding) = self.encoding(&response) {
            return Err(Fault::failed(Reason::Encoded(encoding)).into());
        }
        if let Some(length) = response.body().content_length() {
            if length > self.most {
                return Err(Fault { ending: Ending::Announced, ..Fault::failed(Reason::LargerThan(self.most)) }.into());
            }
            self.announced = length;
            self.check_room()?;
        }
        self.keep(response.body_mut())
    }

    /// The answer at the end of all redirects.
    fn follow(&self) -> Result<Response<Body>, Fault> {
        let start = Instant::now();
        let mut url = self.wanted.url.clone();
        for _ in 0..=MAX_REDIRECTS {
            let response = self.ask(&url, start)?;
            let location = response.headers().get(header::LOCATION).filter(|_| is_redirect(response.status()));
            let Some(location) = location else {
                return Ok(response);
            };
            let location = String::from_utf8_lossy(location.as_bytes()).into_owned();
            let Some(next) = redirect::target(&url, &location) else {
                return Err(Fault::failed(Reason::RedirectedTo(location)));
            };
            url = next;
        }
        Err(Fault::failed(Reason::Redirects(MAX_REDIRECTS)))
    }

    fn ask(&self, url: &str, start: Instant) -> Result<Response<Body>, Fault> {
        let host = bare_host(url);
        // A proxy looks names up itself, and no guard sees what it finds.
        let is_behind_proxy = self.agent.config().proxy().is_some();
        if is_behind_proxy && !self.options.private_hosts && is_private_by_name(&host) {
            return Err(Fault::failed(Reason::Private(host)));
        }
        let left = self.options.whole.saturating_sub(start.elapsed());
        let request = self.agent.get(url).config().timeout_global(Some(left)).build();
        request.call().map_err(|error| Fault::of(error, url, self.options))
    }

    /// The encoding of an answer when its bytes are not those of the file.
    fn encoding(&self, response: &Response<Body>) -> Option<String> {
        let encoding = response.headers().get(header::CONTENT_ENCODING)?;
        let encoding = String::from_utf8_lossy(encoding.as_bytes()).trim().to_ascii_lowercase();
        let is_gzip = matches!(encoding.as_str(), "gzip" | "x-gzip");
        let is_file_itself = is_gzip && (self.wanted.path.ends_with(".gz") || self.wanted.path.ends_with(".tgz"));
        let is_coded = is_gzip || matches!(encoding.as_str(), "br" | "zstd" | "deflate" | "compress" | "x-compress");
        (is_coded && !is_file_itself).then_some(encoding)
    }

    fn keep(&mut self, body: &mut Body) -> Result<Got, Stop> {
        let folder = self.options.folder;
        let disk = |path: &Path| Error::write(path.to_owned());
        let temporary = tempfile::Builder::new().prefix(".etal-remote-").tempfile_in(folder);
        let (mut file, path) = temporary.map_err(|cause| Stop::Disk(disk(folder)(cause)))?.into_parts();
        let sums = self.copy(body, &mut file, &path)?;
        let (sha256, asked) = sums.finish();
        let ending = match &self.wanted.checksum {
            Some(declared) if declared.value != asked => Ending::Mismatch,
            _ => Ending::Whole,
        };
        let reason = match (&self.wanted.checksum, self.wanted.size) {
            (Some(declared), _) if ending == Ending::Mismatch => {
                Some(Reason::Checksum { kind: declared.kind.id, expected: declared.value.clone(), got: asked })
            }
            (_, Some(size)) if size != self.came => Some(Reason::Size { expected: size, got: self.came }),
            _ => None,
        };
        let file = (ending == Ending::Whole).then_some(path);
        Ok(Got { attempt: Attempt { ending, bytes: self.came }, reason, file, sha256: Some(sha256) })
    }

    fn copy(&mut self, body: &mut Body, file: &mut File, path: &Path) -> Result<Sums, Stop> {
        let mut sums = Sums::new(self.wanted.checksum.as_ref().map(|declared| declared.kind));
        let mut buffer = vec![0; BUFFER];
        let mut reader = body.as_reader();
        loop {
            let count =
                reader.read(&mut buffer).map_err(|error| Fault::of(error.into(), &self.wanted.url, self.options))?;
            if count == 0 {
                return Ok(sums);
            }
            self.came += count as u64;
            if self.came > self.most {
                let reason = Reason::LargerThan(self.most);
                return Err(Fault { ending: Ending::TooLarge, ..Fault::failed(reason) }.into());
            }
            self.check_room()?;
            sums.add(&buffer[..count]);
            file.write_all(&buffer[..count]).map_err(|cause| Stop::Disk(Error::write(path)(cause)))?;
        }
    }

    fn check_room(&self) -> Result<(), Fault> {
        let room = (self.room)();
        match self.came.max(self.announced) > room {
            true => Err(Fault { ending: Ending::Stopped, ..Fault::failed(Reason::Total(room)) }),
            false => Ok(()),
        }
    }
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    /// A server that sends whoever asks to another address; gives its own host and port.
    fn redirecting(location: String) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let host = listener.local_addr().expect("its address").to_string();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().map_while(Result::ok) {
                let _ = stream.read(&mut [0; 4096]);
                let _ = write!(stream, "HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
            }
        });
        host
    }

    #[test]
    fn a_redirect_into_a_private_network_is_refused_although_the_first_host_may_be_asked() {
        let folder = tempfile::tempdir().expect("a folder");
        let options = FetchOptions { proxy: false, ..FetchOptions::new(folder.path()) };
        for (location, refused) in [
            ("http://127.0.0.1:1/x", "127.0.0.1"),
            ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
            ("http://[::1]:1/x", "::1"),
            ("//10.0.0.1/x", "10.0.0.1"),
        ] {
            let host = redirecting(location.to_owned());
            let url = format!("http://{host}/x.csv");
            // The host of this test stands for a public one.
            let guard = Guard { names: DefaultResolver::default(), private: false, proxy: Some(host) };
            let wanted = Wanted {
                dataset: String::from("a"),
                resource: String::from("b"),
                title: String::from("c"),
                url,
                path: String::from("remote/a/x.csv"),
                checksum: None,
                size: None,
            };
            let got =
                get(&guarded(&options, None, guard), &wanted, 9, &|| 9, &options).expect("the disk does not refuse");
            assert_eq!(got.reason, Some(Reason::Private(refused.to_owned())), "{location}");
        }
    }
}
