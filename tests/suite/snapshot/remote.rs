//! Remote files: what is asked for, what is held, and what is said of the rest.

use std::fs;
use std::time::Duration;

use etal::io::{FetchOptions, Fetched, fetch};
use etal::snapshot::remote::{Declared, Limits, Wanted, wanted};
use etal::vocab::checksum::Checksum;
use tempfile::TempDir;

use super::web::{Answer, Web, head_of, ok, redirect, status};
use crate::catalog::site;

const LIMITS: Limits = Limits { count: 100, file: 1000, total: 10_000 };

fn one(url: &str) -> Wanted {
    Wanted {
        dataset: String::from("trees"),
        resource: String::from("0"),
        title: String::from("Trees"),
        url: url.to_owned(),
        path: format!("remote/trees/{}", url.rsplit('/').next().unwrap()),
        checksum: None,
        size: None,
    }
}

/// What fetching gave, with the folder that the files stand in.
struct Result {
    fetched: Vec<Fetched>,
    folder: TempDir,
}

impl Result {
    fn outcomes(&self) -> Vec<&str> {
        self.fetched.iter().map(|one| one.record.outcome.as_str()).collect()
    }

    /// The outcome and the reason of the only file.
    fn only(&self) -> (&str, &str) {
        assert_eq!(self.fetched.len(), 1);
        let record = &self.fetched[0].record;
        (&record.outcome, record.reason.as_deref().unwrap_or(""))
    }

    fn content(&self, at: usize) -> Option<String> {
        self.fetched[at].file().map(|file| fs::read_to_string(file).unwrap())
    }
}

fn fetch_with(wanted: &[Wanted], limits: &Limits, change: impl Fn(&mut FetchOptions<'_>)) -> Result {
    let folder = tempfile::tempdir().unwrap();
    let mut options = FetchOptions::new(folder.path());
    options.private_hosts = true;
    options.proxy = false;
    options.pause = Duration::ZERO;
    change(&mut options);
    let fetched = fetch(wanted, limits, &options, &|| ()).unwrap();
    Result { fetched, folder }
}

fn fetch_all(wanted: &[Wanted], limits: &Limits) -> Result {
    fetch_with(wanted, limits, |_| ())
}

/// Outcome and reason of one file that a server answers so.
#[track_caller]
fn case(answer: Answer, outcome: &str, reason: &str) -> Result {
    let web = Web::new(&[("/x.csv", answer)]);
    let result = fetch_all(&[one(&web.url("/x.csv"))], &LIMITS);
    assert_eq!(result.only(), (outcome, reason));
    result
}

fn joined(head: Vec<u8>, body: &str) -> Vec<u8> {
    [head, body.as_bytes().to_vec()].concat()
}

#[test]
fn a_file_comes_as_it_is() {
    let result = case(ok("a;b\n"), "held", "");
    assert_eq!(result.content(0).as_deref(), Some("a;b\n"));
    let record = &result.fetched[0].record;
    assert_eq!(record.path.as_deref(), Some("remote/trees/x.csv"));
    assert_eq!(record.size, Some(4));
    assert_eq!(record.sha256.as_deref(), Some("9a8be2eb1604c06722f17a9bbdb1160123efa0dcf87979013ead941593977af2"));
    let folder = result.folder;
    drop(result.fetched);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "the file goes with its value");
}

#[test]
fn a_file_without_a_length_comes_in_chunks_or_until_the_end() {
    let chunks = joined(head_of(&["Transfer-Encoding: chunked"]), "4\r\na;b\n\r\n2\r\nc\n\r\n0\r\n\r\n");
    assert_eq!(case(Answer::Bytes(chunks), "held", "").content(0).as_deref(), Some("a;b\nc\n"));
    assert_eq!(case(Answer::Bytes(joined(head_of(&[]), "a;b\n")), "held", "").content(0).as_deref(), Some("a;b\n"));
    assert_eq!(case(ok(""), "held", "").content(0).as_deref(), Some(""));
}

#[test]
fn requests_say_who_asks_and_ask_for_the_bytes_themselves() {
    let web = Web::new(&[("/x.csv", ok("x"))]);
    fetch_all(&[one(&web.url("/x.csv"))], &LIMITS);
    let head = web.heads().remove(0);
    assert!(head.contains(&format!("user-agent: etal/{}\r\n", env!("CARGO_PKG_VERSION"))), "{head}");
    assert!(head.contains("accept-encoding: identity\r\n") && !head.contains("cookie"), "{head}");
}

#[test]
fn a_file_of_the_largest_size_is_held_and_one_byte_more_is_not() {
    case(ok(&"x".repeat(1000)), "held", "");
    case(ok(&"x".repeat(1001)), "too-large", "larger than 1 kB");
    case(Answer::Bytes(joined(head_of(&[]), &"x".repeat(1000))), "held", "");
    case(Answer::Bytes(joined(head_of(&[]), &"x".repeat(1001))), "too-large", "larger than 1 kB");
    // What is announced to be too large is not read.
    case(Answer::Hang(head_of(&["Content-Length: 99999999999999"])), "too-large", "larger than 1 kB");
    let result = case(Answer::Endless(head_of(&[]), vec![b'x'; 500]), "too-large", "larger than 1 kB");
    assert_eq!(fs::read_dir(result.folder.path()).unwrap().count(), 0);
}

#[test]
fn a_server_that_is_silent_is_left() {
    let slow = |answer: Answer| {
        let web = Web::new(&[("/x.csv", answer)]);
        let result = fetch_with(&[one(&web.url("/x.csv"))], &LIMITS, |options| {
            options.silence = Duration::from_millis(100);
        });
        assert_eq!(result.only(), ("failed", "timed out after 0.1 s"));
        assert_eq!(web.asked().len(), 1, "it is not asked again");
    };
    slow(Answer::Hang(Vec::new()));
    slow(Answer::Hang(joined(head_of(&["Content-Length: 9"]), "xxx")));
}

#[test]
fn a_file_that_takes_too_long_is_left() {
    let web = Web::new(&[("/x.csv", Answer::Endless(head_of(&[]), b"x".to_vec()))]);
    let limits = Limits { file: u64::MAX, total: u64::MAX, ..LIMITS };
    let result = fetch_with(&[one(&web.url("/x.csv"))], &limits, |options| options.whole = Duration::from_millis(100));
    assert_eq!(result.only(), ("failed", "timed out after 0.1 s"));
}

#[test]
fn redirects_are_followed_up_to_five() {
    let answers = |count: usize| -> Vec<(String, Answer)> {
        let steps = (0..count).map(|step| (format!("/{step}"), redirect(&format!("{}", step + 1))));
        steps.chain([(format!("/{count}"), ok("x"))]).collect()
    };
    for (count, expected) in [(5, ("held", "")), (6, ("failed", "more than 5 redirects"))] {
        let answers = answers(count);
        let answers: Vec<(&str, Answer)> =
            answers.iter().map(|(path, answer)| (path.as_str(), answer.clone())).collect();
        let web = Web::new(&answers);
        assert_eq!(fetch_all(&[one(&web.url("/0"))], &LIMITS).only(), expected);
        assert_eq!(web.asked().len(), 6);
    }
    case(redirect("/x.csv"), "failed", "more than 5 redirects");
    case(redirect("file:///etc/passwd"), "failed", "redirected to `file:///etc/passwd`, which is no web address");
    case(Answer::Bytes(status(304, "")), "failed", "the server answers with status 304");
    // A redirect is left before its body is read.
    let web = Web::new(&[("/y.csv", ok("y"))]);
    let endless = format!("HTTP/1.1 301 X\r\nLocation: {}\r\n\r\n", web.url("/y.csv")).into_bytes();
    case(Answer::Endless(endless, vec![b'x'; 500]), "held", "");
}

#[test]
fn hosts_without_a_public_address_are_not_asked() {
    let web = Web::new(&[("/x.csv", ok("x"))]);
    let port = web.address.rsplit(':').next().unwrap();
    let asked = |host: &str| {
        let wanted = [one(&format!("http://{host}:{port}/x.csv"))];
        let result = fetch_with(&wanted, &LIMITS, |options| options.private_hosts = false);
        let (outcome, reason) = result.only();
        (outcome.to_owned(), reason.to_owned())
    };
    let refused = |address: &str| (String::from("failed"), format!("`{address}` is no public address"));
    assert_eq!(asked("127.0.0.1"), refused("127.0.0.1"));
    assert_eq!(asked("2130706433"), refused("127.0.0.1"));
    assert_eq!(asked("[::ffff:127.0.0.1]"), refused("::ffff:127.0.0.1"));
    assert_eq!(asked("169.254.169.254"), refused("169.254.169.254"));
    // What a name leads to is looked at, not the name.
    assert!(asked("localhost").1.ends_with("is no public address"));
    assert_eq!(web.asked(), Vec::<String>::new());
}

#[test]
fn a_server_that_fails_is_asked_once_more() {
    let failing = |status: u16| Answer::Bytes(self::status(status, "sorry"));
    case(failing(404), "failed", "the server answers with status 404");
    case(failing(403), "failed", "the server answers with status 403");
    case(failing(204), "failed", "the server answers with status 204");
    let twice = |first: Answer, then: Answer, outcome: &str, reason: &str, count: usize| {
        let web = Web::new(&[("/x.csv", Answer::Then(Box::new(first), Box::new(then)))]);
        let result = fetch_all(&[one(&web.url("/x.csv"))], &LIMITS);
        assert_eq!((result.only(), web.asked().len()), ((outcome, reason), count));
    };
    twice(failing(500), ok("x"), "held", "", 2);
    twice(failing(503), failing(502), "failed", "the server answers with status 502", 2);
    twice(failing(404), ok("x"), "failed", "the server answers with status 404", 1);
    let cut = || Answer::Bytes(joined(head_of(&["Content-Length: 9"]), "xxx"));
    twice(cut(), ok("x"), "held", "", 2);
    twice(cut(), cut(), "failed", "the connection broke", 2);
    let cut_chunk = || Answer::Bytes(joined(head_of(&["Transfer-Encoding: chunked"]), "9\r\nxxx"));
    twice(cut_chunk(), cut_chunk(), "failed", "the connection broke", 2);
    twice(Answer::Bytes(Vec::new()), ok("x"), "held", "", 2);
}

#[test]
fn what_is_no_http_is_told() {
    let web = Web::new(&[("/x.csv", Answer::Bytes(b"220 mail.example ready\r\n\r\n".to_vec()))]);
    let result = fetch_all(&[one(&web.url("/x.csv"))], &LIMITS);
    let (outcome, reason) = result.only();
    assert!(outcome == "failed" && reason.starts_with("the answer is not HTTP: "), "{reason}");
    let endless = Answer::Endless(b"HTTP/1.1 200 OK\r\n".to_vec(), b"X-Name: value\r\n".to_vec());
    let web = Web::new(&[("/x.csv", endless)]);
    let result = fetch_all(&[one(&web.url("/x.csv"))], &LIMITS);
    assert!(result.only().1.starts_with("the answer is not HTTP: "), "{:?}", result.only());
}

#[test]
fn hosts_that_cannot_be_reached_are_told() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let closed = format!("http://{}/x.csv", listener.local_addr().unwrap());
    drop(listener);
    let only = |url: &str| {
        let result = fetch_all(&[one(url)], &LIMITS);
        let (outcome, reason) = result.only();
        (outcome.to_owned(), reason.to_owned())
    };
    assert_eq!(only(&closed).1, "the server cannot be reached: connection refused");
    assert_eq!(only("http://donn\u{e9}es.example/x").1, "`http://donn\u{e9}es.example/x` cannot be asked for");
    // No TLS is spoken there.
    let web = Web::new(&[]);
    let (outcome, reason) = only(&web.url("/x.csv").replace("http://", "https://"));
    assert!(outcome == "failed" && reason.starts_with("no secure connection: "), "{reason}");
}

#[test]
fn a_file_that_comes_encoded_unasked_is_not_held() {
    let encoded = |encoding: &str| Answer::Bytes(joined(head_of(&[encoding, "Content-Length: 1"]), "x"));
    case(encoded("Content-Encoding: gzip"), "failed", "the server sends it encoded as `gzip`, unasked");
    case(encoded("Content-Encoding: br"), "failed", "the server sends it encoded as `br`, unasked");
    case(encoded("Content-Encoding: identity"), "held", "");
    // Servers say so of files that are compressed themselves.
    let web = Web::new(&[("/x.csv.gz", encoded("Content-Encoding: x-gzip"))]);
    assert_eq!(fetch_all(&[one(&web.url("/x.csv.gz"))], &LIMITS).only(), ("held", ""));
}

#[test]
fn checksums_of_every_type_are_compared() {
    let sums = [
        ("sha256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"),
        ("sha1", "f7c3bc1d808e04732adf679965ccc34ca7ae3441"),
        ("md5", "25f9e794323b453885f5181f1b624d0b"),
        ("sha384", "eb455d56d2c1a69de64e832011f3393d45f3fa31d6842f21af92d2fe469c499da5e3179847334a18479c8d1dedea1be3"),
        (
            "sha512",
            "d9e6762dd1c8eaf6d61b3c6192fc408d4d6d5f1176d0c29169bc24e71c3f274a\
             d27fcd5811b313d681f7e55ec02d73d499c95455b6b5bb503acf574fba8ffe85",
        ),
        ("crc", "cbf43926"),
    ];
    let web = Web::new(&[("/x.csv", ok("123456789"))]);
    let kinds: Vec<&str> = sums.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, Checksum::ids().collect::<Vec<_>>());
    for (kind, right) in sums {
        let wrong = format!("{}{}", if right.starts_with('0') { '1' } else { '0' }, &right[1..]);
        let asked = |value: &str| {
            let checksum = Some(Declared { kind: Checksum::find(kind).unwrap(), value: value.to_owned() });
            fetch_all(&[Wanted { checksum, ..one(&web.url("/x.csv")) }], &LIMITS)
        };
        let result = asked(right);
        assert_eq!((result.only(), result.fetched[0].record.checked.as_deref()), (("held", ""), Some(kind)));
        let result = asked(&wrong);
        let reason = format!("its {kind} is {right}, the descriptor says {wrong}");
        assert_eq!(result.only(), ("mismatch", reason.as_str()));
        assert_eq!((result.content(0), &result.fetched[0].record.path), (None, &None));
        assert_eq!(result.fetched[0].record.checked.as_deref(), Some(kind));
    }
}

#[test]
fn another_size_than_the_descriptor_says_is_noted_only() {
    let web = Web::new(&[("/x.csv", ok("123456789"))]);
    let result = fetch_all(&[Wanted { size: Some(8), ..one(&web.url("/x.csv")) }], &LIMITS);
    assert_eq!(result.only(), ("held", "it has 9 bytes, the descriptor says 8"));
    let result = fetch_all(&[Wanted { size: Some(9), ..one(&web.url("/x.csv")) }], &LIMITS);
    assert_eq!(result.only(), ("held", ""));
}

#[test]
fn beyond_the_count_nothing_is_asked() {
    let web = Web::new(&[("/a", ok("a")), ("/b", ok("b")), ("/c", ok("c"))]);
    let files = ["/a", "/b", "/c"].map(|path| one(&web.url(path)));
    let result = fetch_all(&files, &Limits { count: 2, ..LIMITS });
    assert_eq!(result.outcomes(), ["held", "held", "beyond-limit"]);
    assert_eq!(result.fetched[2].record.reason.as_deref(), Some("more than 2 files"));
    assert_eq!(web.asked(), ["/a", "/b"]);
    let result = fetch_all(&files, &Limits { count: 0, ..LIMITS });
    assert_eq!(result.outcomes(), ["beyond-limit"; 3]);
}

#[test]
fn the_total_is_decided_in_the_order_of_the_files() {
    // Each from a server of its own, so that they come at once; the first comes late.
    let outcomes = |answers: Vec<Answer>, total: u64| -> Vec<String> {
        let webs: Vec<Web> = answers.into_iter().map(|answer| Web::new(&[("/x", answer)])).collect();
        let files: Vec<Wanted> = webs.iter().map(|web| one(&web.url("/x"))).collect();
        let result = fetch_all(&files, &Limits { total, ..LIMITS });
        result.outcomes().into_iter().map(str::to_owned).collect()
    };
    let bytes = |size: usize| status(200, &"x".repeat(size));
    let late = |first: Vec<u8>, others: &[usize]| -> Vec<Answer> {
        let others = others.iter().map(|size| Answer::Bytes(bytes(*size)));
        std::iter::once(Answer::Late(first)).chain(others).collect()
    };
    let held = ["held", "held", "held", "beyond-limit", "beyond-limit"];
    assert_eq!(outcomes(late(bytes(40), &[0, 50, 20, 5]), 100), held);
    assert_eq!(outcomes(late(bytes(40), &[0, 50, 20, 5]), 115), ["held"; 5]);
    let first_alone = ["held", "beyond-limit", "beyond-limit", "beyond-limit", "beyond-limit", "beyond-limit"];
    assert_eq!(outcomes(late(bytes(40), &[70, 20, 20, 5, 5]), 100), first_alone);
    let without_first = ["failed", "held", "beyond-limit", "beyond-limit"];
    assert_eq!(outcomes(late(status(404, ""), &[70, 40, 5]), 100), without_first);
    let endless =
        vec![Answer::Bytes(bytes(40)), Answer::Endless(head_of(&[]), vec![b'x'; 10]), Answer::Bytes(bytes(1))];
    assert_eq!(outcomes(endless, 100), ["held", "beyond-limit", "beyond-limit"]);
    let announced = vec![Answer::Late(bytes(40)), Answer::Bytes(joined(head_of(&["Content-Length: 70"]), "x"))];
    assert_eq!(outcomes(announced, 100), ["held", "beyond-limit"]);
}

#[test]
fn what_is_beyond_all_says_the_limit() {
    let web = Web::new(&[("/x", ok("xx")), ("/y", ok("y"))]);
    let result = fetch_all(&[one(&web.url("/x")), one(&web.url("/y"))], &Limits { total: 1, ..LIMITS });
    let reasons: Vec<Option<&str>> = result.fetched.iter().map(|one| one.record.reason.as_deref()).collect();
    assert_eq!(reasons, [Some("more than 1 bytes in all"); 2]);
    assert_eq!(fs::read_dir(result.folder.path()).unwrap().count(), 0);
}

#[test]
fn a_host_is_asked_for_one_file_at_a_time_and_all_come() {
    let paths: Vec<String> = (0..30).map(|number| format!("/{number}")).collect();
    let answers: Vec<(&str, Answer)> = paths.iter().map(|path| (path.as_str(), ok(path))).collect();
    let web = Web::new(&answers);
    let files: Vec<Wanted> = paths.iter().map(|path| one(&web.url(path))).collect();
    let result = fetch_all(&files, &LIMITS);
    assert_eq!(web.most_at_once(), 1);
    for (at, path) in paths.iter().enumerate() {
        assert_eq!(result.content(at).as_deref(), Some(path.as_str()));
    }
}

#[test]
fn the_disk_that_refuses_stops_the_work() {
    let web = Web::new(&[("/x", ok("x"))]);
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("absent");
    let options = FetchOptions { private_hosts: true, proxy: false, ..FetchOptions::new(&absent) };
    let error = fetch(&[one(&web.url("/x"))], &LIMITS, &options, &|| ()).unwrap_err();
    assert!(error.message("en").starts_with("cannot write `"), "{error}");
}

#[test]
fn remote_files_are_those_of_public_datasets_each_address_once() {
    let site = site(
        "==> content/datasets/b.yaml <==\ntitle: b\nresources:\n\
         - {title: X, url: 'https://a.example/x', format: csv, size: 12, checksum: {type: md5, value: D41D8CD98F00B204E9800998ECF8427E}}\n\
         - {title: again, url: 'https://a.example/x#part'}\n\
         - {title: api, url: 'https://a.example/api', type: api}\n\
         - {title: wms, url: 'https://a.example/wms', format: wms}\n\
         - {title: ftp, url: 'ftp://a.example/x'}\n\
         - {title: hosted, path: x.csv}\n\
         - {title: nowhere}\n\
         - {title: other, url: 'https://a.example/X.csv', checksum: {type: rot13, value: abc}}\n\
         ==> content/datasets/a.yaml <==\ntitle: a\nresources:\n- {title: {fr: Arbres, en: Trees}, url: 'https://a.example/../con.csv'}\n\
         ==> content/datasets/c.yaml <==\ntitle: c\nprivate: true\nresources:\n- {title: x, url: 'https://a.example/c'}\n\
         ==> content/datasets/d.yaml <==\ntitle: d\nretired: {reason: gone}\nresources:\n- {title: x, url: 'https://a.example/d'}\n\
         ==> content/datasets/e.yaml <==\ntitle: e\narchived: {reason: old}\nresources:\n- {title: x, url: 'https://a.example/e'}\n",
    );
    let files = wanted(&site);
    let short: Vec<(&str, &str, &str)> =
        files.iter().map(|one| (one.title.as_str(), one.url.as_str(), one.path.as_str())).collect();
    let [x, other] = [&files[1].path, &files[2].path];
    let expected = [
        ("Trees", "https://a.example/../con.csv", "remote/a/_con.csv"),
        ("X", "https://a.example/x", x),
        ("other", "https://a.example/X.csv", other),
        ("x", "https://a.example/e", "remote/e/e"),
    ];
    assert_eq!(short, expected);
    assert!(x.starts_with("remote/b/x-") && other.starts_with("remote/b/X-"), "{x} {other}");
    let md5 =
        Declared { kind: Checksum::find("md5").unwrap(), value: String::from("d41d8cd98f00b204e9800998ecf8427e") };
    assert_eq!((files[1].checksum.as_ref(), files[1].size), (Some(&md5), Some(12)));
    assert_eq!(files[2].checksum, None);
}
