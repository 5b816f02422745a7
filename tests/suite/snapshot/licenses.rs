//! The licences of a snapshot.

use etal::snapshot::{LicenseText, license_files, licenses};

use crate::catalog::site;

#[test]
fn licences_are_listed_once_with_the_datasets_that_name_them() {
    let site = site(
        "title: a\nlicense: etalab-2.0\nresources:\n- {title: x, url: 'https://a.example/x', license: etalab-2.0}\n\
         - {title: y, url: 'https://a.example/y', license: MIT}\n\
         ==> content/datasets/b.yaml <==\ntitle: b\nlicense: Licence Ouverte v2.0\n\
         ==> content/datasets/c.yaml <==\ntitle: c\nlicense: lov2\n\
         ==> content/datasets/d.yaml <==\ntitle: d\nlicense: https://town.example/terms\nretired: {reason: gone}\n\
         ==> content/datasets/e.yaml <==\ntitle: e\nlicense: notspecified\n\
         ==> content/datasets/f.yaml <==\ntitle: f\nlicense: 'Ask the mayor'\n\
         ==> content/datasets/g.yaml <==\ntitle: g\nlicense: 0BSD\n\
         ==> content/datasets/h.yaml <==\ntitle: h\n",
    );
    let listed = licenses(&site);
    let short: Vec<(&str, usize, Option<&str>)> =
        listed.iter().map(|one| (one.id.as_str(), one.datasets, one.path.as_deref())).collect();
    let expected = [
        ("0BSD", 1, Some("licenses/0BSD.txt")),
        ("Ask the mayor", 1, None),
        ("MIT", 1, Some("licenses/MIT.txt")),
        ("etalab-2.0", 3, Some("licenses/etalab-2.0.txt")),
        ("https://town.example/terms", 1, None),
        ("notspecified", 1, None),
    ];
    assert_eq!(short, expected);
    let of = |id: &str| listed.iter().find(|one| one.id == id).cloned().unwrap();
    let terms = "https://town.example/terms".to_owned();
    let expected = LicenseText { id: terms.clone(), title: terms.clone(), url: Some(terms), datasets: 1, path: None };
    assert_eq!(of("https://town.example/terms"), expected);
    assert_eq!(of("Ask the mayor").url, None);
    let bsd = of("0BSD");
    assert_eq!(
        (bsd.title.as_str(), bsd.url.as_deref()),
        ("BSD Zero Clause License", Some("https://spdx.org/licenses/0BSD.html"))
    );
}

#[test]
fn texts_are_those_of_the_licences_that_have_one() {
    let site = site(
        "title: a\nlicense: etalab-2.0\n==> content/datasets/b.yaml <==\ntitle: b\nlicense: notspecified\n\
         ==> content/datasets/c.yaml <==\ntitle: c\nlicense: ../../x\n",
    );
    let listed = licenses(&site);
    let files: Vec<(&str, String)> = license_files(&listed).collect();
    let paths: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
    assert_eq!(paths, ["licenses/etalab-2.0.txt"]);
    assert!(files[0].1.starts_with("LICENCE OUVERTE / OPEN LICENCE\n"), "{}", &files[0].1[..80]);
}
