//! Files that commands write where they are told: the standard output, and what is not theirs.

use crate::project::Project;

fn project() -> Project {
    let project = Project::new();
    let site = std::fs::read_to_string(project.path("site.toml")).unwrap();
    let forge = "[forge]\nkind = \"github\"\nurl = \"https://github.com/town/data\"\nbranch = \"main\"\nowners = [\"warden\"]\n";
    project.write("site.toml", format!("{site}\n{forge}"));
    project
}

#[test]
fn a_hyphen_is_the_standard_output_of_one_file() {
    let project = project();
    for arguments in [&["schema", "dataset"][..], &["cms"], &["export", "turtle"], &["export", "csv/datasets.csv"]] {
        let plain = project.run(arguments);
        let hyphen = project.run(&[arguments, &["--out", "-"]].concat());
        assert_eq!(plain.code, Some(0), "{plain:?}");
        assert_eq!((hyphen.code, &hyphen.out), (plain.code, &plain.out), "{arguments:?}");
    }
    let owners = project.run(&["codeowners", "--out", "-"]);
    assert_eq!(project.run(&["codeowners"]).code, Some(0));
    let written = std::fs::read_to_string(project.path(".github/CODEOWNERS")).unwrap();
    assert_eq!(owners.out, written, "{owners:?}");
    assert!(!project.path("-").exists());
}

#[test]
fn a_hyphen_is_refused_where_several_things_are_written() {
    let project = project();
    for arguments in [
        &["schema", "--all", "--out", "-"][..],
        &["cms", "--page", "--out", "-"],
        &["codeowners", "--check", "--out", "-"],
        &["check", "--write-baseline", "-"],
        &["build", "--out", "-"],
        &["man", "--out", "-"],
    ] {
        let ran = project.run(arguments);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains("`./-`"), "{ran:?}");
        assert!(!project.path("-").exists(), "{arguments:?}");
    }
    assert_eq!(project.run(&["build", "--out", "./-"]).code, Some(0));
    assert!(project.path("-/index.html").is_file());
}

#[test]
fn what_others_wrote_is_not_written_over() {
    let project = project();
    let other = "{\"title\": \"mine\"}\n";
    for (arguments, path) in [
        (&["schema", "dataset", "--out", "a.json"][..], "a.json"),
        (&["schema", "--all", "--out", "all"], "all/site.json"),
        (&["cms", "--out", "admin/config.yml", "--page"], "admin/config.yml"),
        (&["cms", "--out", "admin/config.yml", "--page"], "admin/index.html"),
        (&["check", "--write-baseline", "baseline.json"], "baseline.json"),
        (&["codeowners", "--out", "OWNERS"], "OWNERS"),
    ] {
        project.write(path, other);
        let ran = project.run(arguments);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains(path) && ran.err.contains("help: "), "{ran:?}");
        assert_eq!(std::fs::read_to_string(project.path(path)).unwrap(), other, "{arguments:?}");
        // What etal wrote itself it writes again.
        std::fs::remove_file(project.path(path)).unwrap();
        assert_eq!(project.run(arguments).code, Some(0), "{arguments:?}");
        assert_eq!(project.run(arguments).code, Some(0), "{arguments:?}");
        assert_ne!(std::fs::read_to_string(project.path(path)).unwrap(), other);
    }
    // Another script is no reason, an edit by hand is one.
    let page = ["cms", "--out", "admin/config.yml", "--page", "--script", "cms.js"];
    assert_eq!(project.run(&page).code, Some(0));
    let text = std::fs::read_to_string(project.path("admin/index.html")).unwrap();
    project.write("admin/index.html", text.replace("</body>", "<p>Mine</p></body>"));
    assert_eq!(project.run(&page).code, Some(2));
}
