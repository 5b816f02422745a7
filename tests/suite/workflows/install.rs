//! etal gets onto a runner once: built from a repository at a commit, or taken from a release.

use std::path::PathBuf;

use etal::model::ForgeKind;
use etal::scaffold::{Flows, Source, workflows};
use serde_json::Value as Json;

use super::runner::{Runner, Step, has};
use super::{COMMIT, flows, source, yaml};

/// The workflow of changes, where its first script installs.
fn review(source: &Source) -> Json {
    let files = workflows(ForgeKind::GitHub, &Flows { ..flows("en", source) });
    yaml(std::str::from_utf8(&files[".github/workflows/review.yml"]).unwrap())
}

/// Runs the step that installs and no other.
fn install(runner: &mut Runner, source: &Source, sha256: &str) -> Step {
    let mut workflow = review(source);
    workflow["env"]["ETAL_SHA256"] = Json::from(sha256);
    let steps = workflow["jobs"]["review"]["steps"].as_array_mut().unwrap();
    steps.retain(|step| step["name"] == "Install etal");
    runner.job(&workflow, "review").pop().unwrap()
}

/// A repository with a program that calls itself etal.
fn repository(runner: &Runner) -> (Source, String) {
    runner.write("etal/Cargo.toml", "[package]\nname = \"etal\"\nversion = \"0.0.1\"\nedition = \"2021\"\n");
    runner.write("etal/Cargo.lock", "version = 4\n\n[[package]]\nname = \"etal\"\nversion = \"0.0.1\"\n");
    runner.write("etal/src/main.rs", "fn main() { println!(\"etal of the commit\"); }\n");
    runner.git("etal", &["init", "--quiet"]);
    runner.git("etal", &["add", "--all"]);
    runner.git("etal", &["commit", "--quiet", "--message", "x"]);
    let commit = runner.git("etal", &["rev-parse", "HEAD"]);
    runner.git(".", &["clone", "--quiet", "--bare", "etal", "etal.git"]);
    runner.write("etal/src/main.rs", "fn main() { println!(\"etal of a later commit\"); }\n");
    runner.git("etal", &["commit", "--quiet", "--all", "--message", "y"]);
    runner.git("etal", &["push", "--quiet", "../etal.git", "HEAD:main"]);
    let address = format!("file://{}", runner.at("etal.git").display());
    (Source::new(&address, &commit).unwrap(), commit)
}

#[test]
fn etal_is_built_once_from_the_commit_that_wrote_the_workflow() {
    let mut runner = Runner::new();
    let (source, commit) = repository(&runner);
    // The real cargo, without the choice of a toolchain that only rustup understands.
    let cargo = PathBuf::from(std::env::var("CARGO").unwrap());
    let tools = cargo.parent().unwrap().display().to_string();
    runner.program("bin/rustup", "echo \"rustup $*\" >> \"$FAKE/log\"");
    runner.program(
        "bin/cargo",
        &format!("echo \"cargo $*\" >> \"$FAKE/log\"; shift; PATH=\"{tools}:$PATH\" CARGO_HOME=\"$FAKE/cargo\" exec {} \"$@\"", cargo.display()),
    );
    // A change may bring settings of cargo; they are not read.
    runner.write("workspace/.cargo/config.toml", "[build]\nrustc = \"/nowhere\"\n");
    runner.write("workspace/rust-toolchain.toml", "[toolchain]\nchannel = \"none\"\n");
    let step = install(&mut runner, &source, "");
    assert_eq!(step.code, Some(0), "{}", step.out);
    assert!(step.out.starts_with("etal of the commit\n"), "{}", step.out);
    let home = runner.at("home/.etal-tool");
    let (repository, home) = (source.repository(), home.display());
    let expected = format!(
        "rustup toolchain install 1.95 --profile minimal\n\
         cargo +1.95 install --locked --root {home} --git {repository} --rev {commit} etal\n"
    );
    assert_eq!(runner.read("log"), expected);
    // The second time it comes from the cache.
    let step = install(&mut runner, &source, "");
    assert_eq!((step.code, step.out.as_str()), (Some(0), "etal of the commit\n"));
    assert_eq!(runner.read("log"), expected);
}

#[test]
fn a_release_is_taken_only_with_its_checksum() {
    if !has("sha256sum") {
        return;
    }
    let mut runner = Runner::new();
    runner.program("release/etal", "echo etal of the release");
    let packed = std::process::Command::new("tar")
        .args(["--create", "--gzip", "--file"])
        .args([runner.at("etal.tar.gz"), "--directory".into(), runner.at("release"), "etal".into()])
        .status();
    assert!(packed.unwrap().success());
    runner.program(
        "bin/curl",
        "echo \"$*\" >> \"$FAKE/log\"; while [ $# -gt 0 ]; do [ \"$1\" = --output ] && out=$2; shift; done; cp \"$FAKE/etal.tar.gz\" \"$out\"",
    );
    let wrong = install(&mut runner, &source(), &"0".repeat(64));
    assert_ne!(wrong.code, Some(0), "{}", wrong.out);
    assert!(!runner.at("home/.etal-tool/bin/etal").exists());
    let right = etal::probe::sha256(&std::fs::read(runner.at("etal.tar.gz")).unwrap());
    let step = install(&mut runner, &source(), &right);
    assert_eq!(step.code, Some(0), "{}", step.out);
    assert!(step.out.ends_with("etal of the release\n"), "{}", step.out);
    let archive = format!("etal-1.2.3-{}-unknown-linux-musl.tar.gz", std::env::consts::ARCH);
    let address = format!("https://forge.example/etal/etal/releases/download/v1.2.3/{archive}");
    assert!(runner.read("log").lines().all(|line| line.ends_with(&address)), "{}", runner.read("log"));
}

#[test]
fn without_an_address_the_step_says_what_to_do() {
    let mut runner = Runner::new();
    let step = install(&mut runner, &Source::new("", COMMIT).unwrap(), "");
    assert_eq!(step.code, Some(1));
    assert_eq!(step.out, "ETAL_REPOSITORY is empty: give the address of the repository of etal\n");
}
