//! This project's own action and release: inputs are data, and a tag is the version.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value as Json;

use super::runner::{Runner, has};
use super::yaml;

fn own(path: &str) -> Json {
    yaml(&std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap())
}

fn script(steps: &Json, name: &str) -> String {
    let steps = steps.as_array().unwrap();
    steps.iter().find(|step| step["name"] == name).unwrap()["run"].as_str().unwrap().to_owned()
}

/// The action's variables, with its defaults, and some of them given.
fn inputs(given: &[(&str, &str)]) -> BTreeMap<String, String> {
    let action = own("action.yml");
    let step = action["runs"]["steps"].as_array().unwrap().last().unwrap().clone();
    let mut variables = BTreeMap::new();
    for (name, expression) in step["env"].as_object().unwrap() {
        let input = expression.as_str().unwrap().trim_start_matches("${{ inputs.").trim_end_matches(" }}");
        let value = action["inputs"][input]["default"].as_str().unwrap();
        variables.insert(name.clone(), value.to_owned());
    }
    variables.extend(given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    variables
}

#[track_caller]
fn called(given: &[(&str, &str)], expected: (Option<i32>, &str)) {
    let runner = Runner::new();
    runner.program("home/.etal-action/bin/etal", "for one in \"$@\"; do printf '[%s]' \"$one\"; done");
    let (code, out) = runner.shell(&script(&own("action.yml")["runs"]["steps"], "Run etal"), "sh", &inputs(given));
    assert_eq!((code, out.as_str()), expected, "{given:?}");
    assert!(!runner.at("workspace/pwned").exists());
}

#[test]
fn inputs_of_the_action_are_arguments_and_nothing_else() {
    called(&[], (Some(0), "[--root=.][--lang=en][check][--fail-on=error][--format=github]"));
    called(
        &[("COMMAND", "review"), ("BASE", "$(touch pwned)"), ("ROOT", "; touch pwned")],
        (
            Some(0),
            "[--root=; touch pwned][--lang=en][review][--base=$(touch pwned)][--fail-on=error][--format=markdown]",
        ),
    );
    called(
        &[("COMMAND", "build"), ("OUT", "--help"), ("BASE_URL", "https://a.example/\" x"), ("FAIL_ON", "never")],
        (Some(0), "[--root=.][--lang=en][build][--out=--help][--base-url=https://a.example/\" x]"),
    );
    called(&[("COMMAND", "build")], (Some(0), "[--root=.][--lang=en][build][--strict]"));
    called(&[("COMMAND", "serve")], (Some(2), "unknown command: give check, review or build\n"));
    called(&[("OUT", "a b.txt")], (Some(0), ""));
}

#[test]
fn the_action_is_built_anew_when_its_sources_change() {
    if !has("sha256sum") {
        return;
    }
    let runner = Runner::new();
    for path in ["Cargo.toml", "Cargo.lock", "build.rs", "src/a b.rs", "themes/x/y.html"] {
        runner.write(&format!("action/{path}"), path);
    }
    let script = script(&own("action.yml")["runs"]["steps"], "Which etal");
    let key = || {
        let action = runner.at("action").display().to_string();
        let (code, out) = runner.shell(&script, "sh", &BTreeMap::from([(String::from("GITHUB_ACTION_PATH"), action)]));
        assert_eq!(code, Some(0), "{out}");
        runner.read("temp/output")
    };
    let first = key();
    assert!(first.starts_with("key=") && first.len() == 45, "{first}");
    assert_eq!(key(), first);
    runner.write("action/src/a b.rs", "other");
    assert_ne!(key(), first);
}

#[test]
fn a_release_is_made_only_of_the_version_that_the_tag_says() {
    let release = own(".github/workflows/release.yml");
    let script = script(&release["jobs"]["build"]["steps"], "The tag is the version");
    let runner = Runner::new();
    runner.write(
        "workspace/Cargo.toml",
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap(),
    );
    let code = |tag: &str| runner.shell(&script, "sh", &BTreeMap::from([(String::from("TAG"), tag.to_owned())])).0;
    assert_eq!(code(concat!("v", env!("CARGO_PKG_VERSION"))), Some(0));
    for tag in ["v", "v9.9.9", "$(touch pwned)", ""] {
        assert_eq!(code(tag), Some(1), "{tag}");
    }
}

#[test]
fn a_release_is_built_packed_and_published_under_the_names_that_workflows_ask_for() {
    if !has("sha256sum") {
        return;
    }
    let release = own(".github/workflows/release.yml");
    let runner = Runner::new();
    let log = "printf '%s\\n' \"${0##*/} $*\" >> \"$FAKE/log\"";
    for name in ["sudo", "rustup", "cargo", "gh"] {
        runner.program(&format!("bin/{name}"), log);
    }
    let target = "x86_64-unknown-linux-musl";
    runner.program(&format!("workspace/target/{target}/release/etal"), "echo etal of the release");
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "README.md"] {
        runner.write(&format!("workspace/{name}"), name);
    }
    runner.write("workspace/Cargo.toml", "version = \"1.2.3\"\nrust-version = \"1.95\"\n");
    let variables = BTreeMap::from(
        [("TAG", "v1.2.3"), ("TARGET", target)].map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    for name in ["The tag is the version", "Tools", "Build", "Pack"] {
        let (code, out) = runner.shell(&script(&release["jobs"]["build"]["steps"], name), "sh", &variables);
        assert_eq!(code, Some(0), "{name}: {out}");
    }
    let archive = format!("etal-1.2.3-{target}.tar.gz");
    let (code, out) = runner.shell(&format!("cd release; tar -xzf {archive} etal; ./etal"), "sh", &variables);
    assert_eq!((code, out.as_str()), (Some(0), "etal of the release\n"));
    std::fs::remove_file(runner.at("workspace/release/etal")).unwrap();
    let publish = script(&release["jobs"]["publish"]["steps"], "Publish");
    assert_eq!(runner.shell(&publish, "sh", &variables).0, Some(0));
    let sums = runner.read("workspace/release/SHA256SUMS");
    assert!(sums.ends_with(&format!("  {archive}\n")) && sums.lines().count() == 1, "{sums}");
    assert_eq!(
        runner.read("log"),
        format!(
            "sudo apt-get update\n\
             sudo apt-get install --yes musl-tools\n\
             rustup toolchain install 1.95 --profile minimal --target {target}\n\
             rustup override set 1.95\n\
             cargo build --locked --release --target {target}\n\
             gh release create v1.2.3 --verify-tag --generate-notes --title v1.2.3 ./{archive} SHA256SUMS\n"
        )
    );
    runner.write(&format!("workspace/release/{archive}"), "another");
    assert_ne!(runner.shell(&publish, "sh", &variables).0, Some(0), "an archive that was changed on its way");
}
