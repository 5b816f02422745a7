//! Several processes that edit one catalogue at the same time.

use std::process::{Child, Stdio};

use super::command::read;
use crate::catalog::NOW;
use crate::demonstration::{copy, etal};

#[test]
fn changes_that_are_made_at_once_are_all_there() {
    let folder = copy();
    let start = |at: usize| -> Child {
        let item = format!("tags=at-once-{at}");
        let mut command = etal(folder.path());
        command.args(["dataset", "update", "stationnement-velo", "--add", &item, "--now", NOW]);
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let started: Vec<Child> = (0..8).map(start).collect();
    for child in started {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let after = read(folder.path(), "content/datasets/stationnement-velo/dataset.yaml");
    for at in 0..8 {
        assert!(after.contains(&format!("at-once-{at}")), "{after}");
    }
}
