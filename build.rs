//! Embeds `themes/default` in the binary: writes the table `DEFAULT_THEME` of path and bytes, sorted by path,
//! that `src/theme/embedded.rs` includes. Tells a released binary the commit it is built from (`ETAL_COMMIT`).

#![allow(clippy::disallowed_methods, reason = "a build script reads the files it embeds and asks git")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let root = manifest.join("themes/default");
    println!("cargo:rerun-if-changed=themes/default");
    println!("cargo:rerun-if-changed=build.rs");
    // Other builds would have to be made again at each commit, for something that they do not need.
    let is_released = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = if is_released { commit(&manifest) } else { None };
    println!("cargo:rustc-env=ETAL_COMMIT={}", commit.unwrap_or_default());

    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();

    let mut table = String::from("pub(crate) static DEFAULT_THEME: &[(&str, &[u8])] = &[\n");
    for file in &files {
        let name = file.strip_prefix(&root).map_err(io::Error::other)?;
        let name = name.to_string_lossy().replace('\\', "/");
        let path = file.to_string_lossy();
        writeln!(table, "    ({name:?}, include_bytes!({path:?})),").map_err(io::Error::other)?;
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("default_theme.rs"), table)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
        if path.is_dir() {
            println!("cargo:rerun-if-changed={}", path.display());
            collect(&path, files)?;
        } else if !hidden {
            files.push(path);
        }
    }
    Ok(())
}

/// The commit of the sources: by git, or by the note that cargo puts into a package.
fn commit(manifest: &Path) -> Option<String> {
    let note = fs::read_to_string(manifest.join(".cargo_vcs_info.json")).ok();
    let commit = match note {
        Some(note) => note.split("\"sha1\"").nth(1)?.split('"').nth(1)?.to_owned(),
        None => {
            // A copy inside the repository of somebody else has no commit of its own.
            let top = PathBuf::from(git(manifest, &["rev-parse", "--show-toplevel"])?);
            (top.canonicalize().ok()? == manifest.canonicalize().ok()?).then_some(())?;
            let moves = manifest.join(git(manifest, &["rev-parse", "--git-path", "logs/HEAD"])?);
            if moves.exists() {
                println!("cargo:rerun-if-changed={}", moves.display());
            }
            git(manifest, &["rev-parse", "HEAD"])?
        }
    };
    let is_commit = commit.len() >= 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_commit.then_some(commit)
}

fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
