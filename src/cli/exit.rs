//! Exit codes.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// 0: done, and nothing that matters was found.
    Clean,
    /// 1: done, and findings were at or above the asked severity, or a score below the asked one.
    Findings,
    /// 1: done, and nothing was found where something was looked for.
    Nothing,
    /// 1: whoever was served has gone without saying so.
    Abandoned,
    /// 2: the command could not run.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => Self::from(0),
            Exit::Findings | Exit::Nothing | Exit::Abandoned => Self::from(1),
            Exit::Failed => Self::from(2),
        }
    }
}
