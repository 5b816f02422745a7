//! A catalogue in a folder of its own, and the command run on it: nothing from outside leaks in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::catalog::{NOW, SITE};

/// A folder with files, in which commands are run.
pub(crate) struct Project {
    folder: TempDir,
}

/// What a command printed and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl Project {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A catalogue without any descriptor.
    pub(crate) fn new() -> Self {
        Self::empty().file("site.toml", SITE)
    }

    /// Writes a file.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(path, content);
        self
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Where a file is.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs etal in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    /// Runs etal in the folder, with variables of the environment.
    pub(crate) fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        let now: &[&str] = if arguments.contains(&"--now") { &[] } else { &["--now", NOW] };
        self.run_plain(&[arguments, now].concat(), variables)
    }

    /// The same without a clock of its own.
    pub(crate) fn run_plain(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etal"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        let output = command.envs(variables.iter().copied()).output().unwrap();
        Ran::of(output, self.folder.path())
    }

    /// Runs git in the folder, at a time in seconds since 1970.
    pub(crate) fn git(&self, time: i64, arguments: &[&str]) -> &Self {
        let date = format!("@{time} +0200");
        let output = Command::new("git")
            .args(["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"])
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs([("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null")])
            .envs([("GIT_COMMITTER_DATE", date.as_str()), ("GIT_AUTHOR_DATE", "@1 +0000")])
            .output()
            .unwrap();
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        self
    }

    /// Commits all there is.
    pub(crate) fn commit(&self, time: i64) -> &Self {
        self.git(time, &["add", "--all"]).git(time, &["commit", "--quiet", "--message", "x"])
    }
}

impl Ran {
    fn of(output: Output, folder: &Path) -> Self {
        let whole = folder.canonicalize().unwrap();
        let text = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            text.replace(whole.to_str().unwrap(), "[FOLDER]").replace(folder.to_str().unwrap(), "[FOLDER]")
        };
        Self { out: text(&output.stdout), err: text(&output.stderr), code: output.status.code() }
    }

    /// All of it, as a transcript.
    pub(crate) fn transcript(&self) -> String {
        let part = |name: &str, text: &str| if text.is_empty() { String::new() } else { format!("-- {name}\n{text}") };
        let code = self.code.map_or_else(|| String::from("none"), |code| code.to_string());
        format!("{}{}-- exit {code}\n", part("out", &self.out), part("err", &self.err))
    }
}
