//! Runs the scripts of a job as a forge's runner does: one after the other, with the shell that the
//! workflow names, values handed on through files. Actions are left out: a test does their part.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value as Json;
use tempfile::TempDir;

/// A machine of a forge, all of it in one temporary folder.
pub(super) struct Runner {
    folder: TempDir,
    /// What expressions stand for.
    contexts: BTreeMap<String, String>,
    path: String,
}

/// How a step ended.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) name: String,
    pub(super) code: Option<i32>,
    pub(super) out: String,
}

impl Runner {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["bin", "home", "temp", "workspace"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let path = format!("{}:{}", folder.path().join("bin").display(), std::env::var("PATH").unwrap());
        Self { folder, contexts: BTreeMap::new(), path }
    }

    /// Where something is in the folder.
    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_default()
    }

    pub(super) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), text).unwrap();
        self
    }

    /// Puts a program before all others of its name.
    pub(super) fn program(&self, path: &str, script: &str) -> &Self {
        self.write(path, format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(self.at(path), fs::Permissions::from_mode(0o755)).unwrap();
        self
    }

    /// What an expression of the workflow stands for.
    pub(super) fn context(&mut self, expression: &str, value: &str) -> &mut Self {
        self.contexts.insert(expression.to_owned(), value.to_owned());
        self
    }

    /// Runs git in a folder, deaf to the settings of this machine.
    pub(super) fn git(&self, folder: &str, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .args(["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"])
            .args(["-c", "protocol.file.allow=always", "-c", "core.quotePath=false"])
            .args(arguments)
            .current_dir(self.at(folder))
            .env_clear()
            .env("PATH", &self.path)
            .envs([("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null")])
            .envs([("GIT_COMMITTER_DATE", "@1700000000 +0000"), ("GIT_AUTHOR_DATE", "@1700000000 +0000")])
            .output()
            .unwrap();
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Runs the scripts of a job until one fails.
    pub(super) fn job(&mut self, workflow: &Json, job: &str) -> Vec<Step> {
        let mut done = Vec::new();
        let job = &workflow["jobs"][job];
        for step in job["steps"].as_array().unwrap().iter().filter(|step| step["run"].is_string()) {
            if step["if"].as_str().is_some_and(|condition| self.value(condition).is_empty()) {
                continue;
            }
            let mut variables = BTreeMap::new();
            for values in [&workflow["env"], &job["env"], &step["env"]] {
                for (name, value) in values.as_object().into_iter().flatten() {
                    variables.insert(name.clone(), self.resolved(value.as_str().unwrap()));
                }
            }
            assert_eq!(workflow["defaults"]["run"]["shell"], "sh");
            let name = step["name"].as_str().unwrap().to_owned();
            let (code, out) = self.shell(step["run"].as_str().unwrap(), "sh", &variables);
            self.take_outputs(step["id"].as_str().unwrap_or(""));
            done.push(Step { name, code, out });
            if code != Some(0) {
                break;
            }
        }
        done
    }

    /// Runs a script as the runner does: stopping at the first command that fails.
    pub(super) fn shell(
        &self,
        script: &str,
        shell: &str,
        variables: &BTreeMap<String, String>,
    ) -> (Option<i32>, String) {
        self.write("temp/output", "").write("script", script);
        let output = Command::new(shell)
            .arg("-e")
            .arg(self.at("script"))
            .current_dir(self.at("workspace"))
            .env_clear()
            .env("PATH", &self.path)
            .env("HOME", self.at("home"))
            .env("FAKE", self.folder.path())
            .env("RUNNER_TEMP", self.at("temp"))
            .env("GITHUB_OUTPUT", self.at("temp/output"))
            .env("GITHUB_PATH", self.at("temp/path"))
            .env("GITHUB_STEP_SUMMARY", self.at("temp/summary"))
            .envs([
                ("GIT_CONFIG_NOSYSTEM", "1"),
                ("GIT_CONFIG_GLOBAL", "/dev/null"),
                ("SOURCE_DATE_EPOCH", "1764000000"),
            ])
            .envs(variables)
            .output()
            .unwrap();
        let out = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        (output.status.code(), out)
    }

    fn take_outputs(&mut self, id: &str) {
        for line in self.read("temp/output").lines() {
            let (name, value) = line.split_once('=').unwrap();
            self.contexts.insert(format!("steps.{id}.outputs.{name}"), value.to_owned());
        }
        if let Some(folder) = self.read("temp/path").lines().last() {
            self.path = format!("{folder}:{}", self.path);
        }
    }

    fn value(&self, expression: &str) -> String {
        match self.contexts.get(expression.trim()) {
            Some(value) => value.clone(),
            None if expression.trim().starts_with("steps.") => String::new(),
            None => panic!("nobody says what `{expression}` is"),
        }
    }

    fn resolved(&self, text: &str) -> String {
        let Some((before, rest)) = text.split_once("${{") else { return text.to_owned() };
        let (expression, after) = rest.split_once("}}").unwrap();
        format!("{before}{}{}", self.value(expression), self.resolved(after))
    }
}

/// Whether a program is on this machine; says so when it is not.
pub(super) fn has(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&paths).any(|folder| folder.join(program).is_file());
    if !found {
        eprintln!("not run: there is no `{program}`");
    }
    found
}

/// All files below a folder.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    files.map(|file| file.path().display().to_string()).collect()
}
