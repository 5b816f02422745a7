//! Bars on a terminal for work that takes long.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::shell::Shell;
use crate::io::Progress;

/// How far a step is; invisible where nobody looks.
pub(super) struct Bar(ProgressBar);

impl Bar {
    /// Counts the bytes of hosted files that are read.
    pub(super) fn reading(shell: &Shell) -> Self {
        let bar = Self::begin(shell, None);
        let words = shell.say("reading", "lecture");
        bar.0.set_style(style(&format!("{words} {{binary_bytes}} {{spinner}}")));
        bar
    }

    /// Counts the files of a site as they are made.
    pub(super) fn making(shell: &Shell, count: usize) -> Self {
        let bar = Self::begin(shell, Some(count as u64));
        bar.0.set_style(style("{wide_bar} {pos}/{len}"));
        bar
    }

    /// One more is made.
    pub(super) fn advance(&self) {
        self.0.inc(1);
    }

    fn begin(shell: &Shell, length: Option<u64>) -> Self {
        let target = if shell.shows_progress() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(length, target);
        if shell.shows_progress() {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        Self(bar)
    }
}

impl Progress for Bar {
    fn read(&self, bytes: u64) {
        self.0.inc(bytes);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("internal error: a template that indicatif knows")
}
