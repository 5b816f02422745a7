//! What each command costs on a synthetic catalogue: wall and CPU time, peak memory, files, bytes.
//!
//! `cargo bench --bench catalogue -- [COUNT] [--keep FOLDER]` (10,000 datasets by default). Linux
//! only: the figures come from `/proc`. The machine should be quiet.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench runs programs and is read on the terminal"
)]

mod synthetic;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let count = arguments.first().and_then(|text| text.parse().ok()).unwrap_or(10_000);
    let keep = arguments.iter().position(|argument| argument == "--keep").and_then(|at| arguments.get(at + 1));
    let folder = keep.map_or_else(|| std::env::temp_dir().join(format!("etal-bench-{count}")), PathBuf::from);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    synthetic::write(&folder, count)?;
    if keep.is_some() && arguments.iter().any(|argument| argument == "--generate-only") {
        return Ok(());
    }
    println!("| {count} datasets | wall s | CPU s | peak MB | files | MB written |");
    println!("|---|---|---|---|---|---|");
    stages(&folder)?;
    if keep.is_none() {
        fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

fn stages(folder: &Path) -> io::Result<()> {
    let stage = |name: &str, arguments: &[&str], out: Option<&str>| -> io::Result<()> {
        let figures = run(folder, arguments)?;
        let (files, bytes) = out.map_or(Ok((0, 0)), |out| size_of(&folder.join(out)))?;
        let Figures { wall, cpu, peak_kb } = figures;
        let megabytes = |bytes: u64| bytes as f64 / 1e6;
        println!(
            "| {name} | {:.2} | {cpu:.2} | {:.0} | {files} | {:.1} |",
            wall.as_secs_f64(),
            megabytes(peak_kb * 1024),
            megabytes(bytes)
        );
        Ok(())
    };
    stage("check", &["check", "--fail-on", "never", "--format", "json"], None)?;
    stage("score", &["score", "--format", "csv"], None)?;
    stage("build, no minify", &["build", "--no-minify", "--out", "plain"], Some("plain"))?;
    stage("again, nothing changed", &["build", "--no-minify", "--out", "plain"], Some("plain"))?;
    change_one(folder)?;
    stage("again, one dataset changed", &["build", "--no-minify", "--out", "plain"], Some("plain"))?;
    stage("build, minified", &["build", "--out", "small"], Some("small"))
}

struct Figures {
    wall: Duration,
    cpu: f64,
    peak_kb: u64,
}

fn run(folder: &Path, arguments: &[&str]) -> io::Result<Figures> {
    let before = children_cpu()?;
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_etal"))
        .args(arguments)
        .args(["--quiet", "--now", "2026-11-23"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .spawn()?;
    let peak_kb = watch(&mut child)?;
    let wall = start.elapsed();
    Ok(Figures { wall, cpu: children_cpu()? - before, peak_kb })
}

/// The highest resident size seen; the kernel keeps the mark, so looking now and then is enough.
fn watch(child: &mut Child) -> io::Result<u64> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        if let Ok(text) = fs::read_to_string(&status) {
            let mark = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let mark = mark.and_then(|mark| mark.trim().trim_end_matches(" kB").parse().ok());
            peak = peak.max(mark.unwrap_or(0));
        }
        if let Some(status) = child.try_wait()? {
            assert!(status.success(), "the command failed: {status}");
            return Ok(peak);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// CPU seconds of all children that ended (fields 16 and 17 of `/proc/self/stat`, in 1/100 s).
fn children_cpu() -> io::Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat[stat.rfind(')').unwrap_or(0)..].split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    Ok((ticks(14) + ticks(15)) / 100.0)
}

fn change_one(folder: &Path) -> io::Result<()> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder.join("content/datasets"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    paths.sort();
    let text = fs::read_to_string(&paths[0])?;
    fs::write(&paths[0], text.replace("description: |\n", "description: |\n  One more sentence.\n\n"))
}

fn size_of(folder: &Path) -> io::Result<(u64, u64)> {
    let (mut files, mut bytes) = (0, 0);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let (inner_files, inner_bytes) = size_of(&entry.path())?;
            files += inner_files;
            bytes += inner_bytes;
        } else {
            files += 1;
            bytes += entry.metadata()?.len();
        }
    }
    Ok((files, bytes))
}
