//! A repository, a branch and files that were made to do harm.

use std::fs;

use crate::catalog::SITE;
use crate::project::Project;

const A: &str = "title: A\nlicense: etalab-2.0\n";

#[test]
fn settings_of_a_repository_run_nothing() {
    let project = Project::empty().file("site.toml", SITE).file("content/datasets/a/dataset.yaml", A);
    project.write("content/datasets/a/x.csv", "a,b\n1,2\n");
    project.write(".gitattributes", "* filter=evil diff=evil merge=evil text\n");
    project.git(0, &["init", "--quiet"]).commit(100);
    project.git(0, &["checkout", "--quiet", "-b", "change"]);
    project.write("content/datasets/a/x.csv", "a\n1\n");
    project.write("content/datasets/b.yaml", "title: B\n");
    project.commit(200);
    let evil = format!("touch {}", project.path("ran").display());
    for name in [
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "diff.external",
        "diff.evil.command",
        "diff.evil.textconv",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "merge.evil.driver",
        "gpg.program",
        "uploadpack.packObjectsHook",
        "credential.helper",
        "alias.rev-parse",
        "alias.ls-tree",
        "pager.ls-tree",
        "interactive.diffFilter",
        "sequence.editor",
    ] {
        project.git(0, &["config", name, &evil]);
    }
    project.git(0, &["config", "protocol.ext.allow", "always"]);
    project.git(0, &["config", "remote.evil.url", &format!("ext::sh -c \"{evil}\"")]);
    project.git(0, &["config", "remote.evil.promisor", "true"]);
    project.git(0, &["config", "extensions.partialClone", "evil"]);
    let hooks = project.path("hooks");
    fs::create_dir(&hooks).unwrap();
    for hook in ["post-checkout", "pre-commit", "reference-transaction", "post-index-change", "fsmonitor-watchman"] {
        fs::write(hooks.join(hook), format!("#!/bin/sh\n{evil}\n")).unwrap();
        #[cfg(unix)]
        fs::set_permissions(hooks.join(hook), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }
    project.git(0, &["config", "core.hooksPath", hooks.to_str().unwrap()]);
    for head in [&["--head", "change"][..], &[]] {
        let ran = project.run(&[&["review", "--base", "main", "--quiet"][..], head].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(!project.path("ran").exists(), "a program of the settings was run");
    }
    // An object that is missing is not fetched by any means.
    let blob = fs::read_dir(project.path(".git/objects")).unwrap().filter_map(Result::ok);
    for folder in blob.filter(|folder| folder.file_name().len() == 2) {
        fs::remove_dir_all(folder.path()).unwrap();
    }
    let ran = project.run(&["review", "--base", "main", "--quiet"]);
    assert_eq!(ran.code, Some(2));
    assert!(!project.path("ran").exists(), "a program of the settings was run");
}

#[test]
fn names_of_branches_and_files_are_names() {
    let project = Project::empty().file("site.toml", SITE).file("content/datasets/a.yaml", A);
    project.git(0, &["init", "--quiet"]).commit(100);
    let branch = "x;touch${IFS}ran;`touch${IFS}ran`$(touch${IFS}ran)&|>ran<\"'";
    project.git(0, &["checkout", "--quiet", "-b", branch]);
    project.write("content/datasets/$(touch ran).yaml", "title: B\n");
    project.write("content/datasets/-rf.yaml", "title: C\n");
    #[cfg(unix)]
    project.write("content/datasets/a\nb`<script>`.yaml", "title: D\n");
    project.commit(200);
    for arguments in [&["--base", "main", "--head", branch][..], &["--base", branch, "--head", "main"]] {
        let ran = project.run(&[&["review", "--quiet"][..], arguments].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(!project.path("ran").exists() && !ran.out.contains("<script"), "{}", ran.out);
    }
}

#[test]
fn links_and_submodules_lead_nowhere() {
    let project = Project::empty().file("site.toml", SITE).file("content/datasets/a/dataset.yaml", A);
    project.git(0, &["init", "--quiet"]).commit(100);
    project.git(0, &["checkout", "--quiet", "-b", "change"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", project.path("content/datasets/a/passwd.csv")).unwrap();
        std::os::unix::fs::symlink("/etc", project.path("content/datasets/etc")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", project.path("content/datasets/b.yaml")).unwrap();
    }
    let gitlink = "160000,1234567890123456789012345678901234567890,content/datasets/sub";
    project.git(0, &["add", "--all"]).git(0, &["update-index", "--add", "--cacheinfo", gitlink]);
    project.git(200, &["commit", "--quiet", "--message", "x"]);
    for head in [&["--head", "change"][..], &[]] {
        let ran = project.run(&[&["review", "--base", "main", "--quiet"][..], head].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(!ran.out.contains("root:"), "{}", ran.out);
    }
}
