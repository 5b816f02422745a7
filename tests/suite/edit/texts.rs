//! Changes one by one, in texts as people write them.

use etal::edit::{Change, Fault, Text, key_path};
use etal::fix::edited;
use etal::model::Kind;
use etal::source::SourceFile;
use serde_json::{Value as Json, json};

fn set(key: &str, value: Json) -> Change {
    Change::Set(key_path(key).unwrap(), value)
}

fn unset(key: &str) -> Change {
    Change::Unset(key_path(key).unwrap())
}

fn add(key: &str, value: Json) -> Change {
    Change::Add(key_path(key).unwrap(), value)
}

fn take(key: &str, value: Json) -> Change {
    Change::Take(key_path(key).unwrap(), value)
}

fn changed(path: &str, text: &str, change: &Change) -> Result<Text, Fault> {
    let mut edited = Text::new(Kind::Dataset, &SourceFile::new(path, text));
    edited.change(change).map(|_| edited)
}

#[track_caller]
fn case_at(path: &str, text: &str, change: Change, expected: &str) {
    let result = changed(path, text, &change).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(result.file().text(), expected);
    assert_eq!(edited(text, &result.edits()), expected, "the edits that are told make the same text");
    // The place of an item that went is another one's.
    let is_place = matches!(&change, Change::Unset(path) if path.to_string().ends_with(']'));
    if !is_place {
        let mut again = Text::new(Kind::Dataset, result.file());
        assert_eq!(again.change(&change), Ok(None), "a second time changes nothing more");
    }
}

#[track_caller]
fn case(text: &str, change: Change, expected: &str) {
    case_at("content/datasets/a.yaml", text, change, expected);
}

#[track_caller]
fn markdown(text: &str, change: Change, expected: &str) {
    case_at("content/datasets/a.md", text, change, expected);
}

#[track_caller]
fn refused(text: &str, change: &Change, expected: &Fault) {
    assert_eq!(changed("content/datasets/a.yaml", text, change).err().as_ref(), Some(expected));
}

#[test]
fn a_scalar_keeps_its_quotes_and_its_comment() {
    case("title: a # name\n", set("title", json!("b")), "title: b # name\n");
    case("title: 'a' # name\n", set("title", json!("it's")), "title: 'it''s' # name\n");
    case("title:   \"a\"\n", set("title", json!("b: c")), "title:   \"b: c\"\n");
    case("title: a\n", set("title", json!("b: c")), "title: 'b: c'\n");
    case("title: |\n  a\nx: 1\n", set("title", json!("b\n")), "title: |\n  b\nx: 1\n");
    case("title: >-\n  a\n  b\nx: 1\n", set("title", json!("c")), "title: c\nx: 1\n");
    case("featured: false # why\n", set("featured", json!(true)), "featured: true # why\n");
    case("version: '1'\n", set("version", json!(2)), "version: 2\n");
    case("version: 1\n", set("version", json!("2")), "version: '2'\n");
    case("title: a", set("title", json!("b")), "title: b");
}

#[test]
fn a_text_of_several_lines_becomes_a_block() {
    case("title: a\nlicense: x\n", set("title", json!("b\nc")), "title: |-\n  b\n  c\nlicense: x\n");
    case("title: a # why\n", set("title", json!("b\nc")), "title: \"b\\nc\" # why\n");
    case("title: |\n  a\n  b\nx: 1\n", set("title", json!("c\nd\n")), "title: |\n  c\n  d\nx: 1\n");
}

#[test]
fn a_new_key_stands_where_the_documentation_has_it() {
    case(
        "title: a\nlicense: x\ntags: [b]\n",
        set("frequency", json!("daily")),
        "title: a\nlicense: x\nfrequency: daily\ntags: [b]\n",
    );
    case("title: a\n", set("id", json!("i")), "id: i\ntitle: a\n");
    case(
        "title: a\n# about the rest\nresources: []\n",
        set("license", json!("x")),
        "title: a\nlicense: x\n# about the rest\nresources: []\n",
    );
    case("title: a", set("license", json!("x")), "title: a\nlicense: x");
    case("title: a # name\n", set("tags", json!(["b", "c"])), "title: a # name\ntags:\n  - b\n  - c\n");
    case("title: a\nmine: 1\n", set("other", json!(2)), "title: a\nmine: 1\nother: 2\n");
    case("", set("title", json!("a")), "title: a\n");
    case("# begin\n", set("title", json!("a")), "# begin\ntitle: a\n");
    case("{}\n", set("title", json!("a")), "{ title: a }\n");
    case("{title: a, license: x}\n", set("frequency", json!("daily")), "{title: a, license: x, frequency: daily}\n");
}

#[test]
fn a_key_that_is_commented_out_comes_to_its_place() {
    let text = "title: a\n# Licence.\n#license: etalab-2.0\n# Keywords.\n#tags:\n#  - b\nresources: []\n";
    let expected =
        "title: a\n# Licence.\nlicense: x\n#license: etalab-2.0\n# Keywords.\n#tags:\n#  - b\nresources: []\n";
    case(text, set("license", json!("x")), expected);
    // The same characters in a text are no comment.
    case(
        "title: |\n  a\n#license: b\nx: 1\n",
        set("license", json!("c")),
        "title: |\n  a\nlicense: c\n#license: b\nx: 1\n",
    );
}

#[test]
fn keys_below_others_are_made_with_them() {
    case("title: a\n", set("spatial.granularity", json!("poi")), "title: a\nspatial:\n  granularity: poi\n");
    case(
        "spatial:\n  bbox: [1, 2, 3, 4]\n",
        set("spatial.granularity", json!("poi")),
        "spatial:\n  bbox: [1, 2, 3, 4]\n  granularity: poi\n",
    );
    case(
        "spatial: { bbox: [1, 2, 3, 4] }\n",
        set("spatial.granularity", json!("poi")),
        "spatial: { bbox: [1, 2, 3, 4], granularity: poi }\n",
    );
    case(
        "spatial:\ntitle: a\n",
        set("spatial.zones[0]", json!("country:fr")),
        "spatial:\n  zones:\n    - country:fr\ntitle: a\n",
    );
    case(
        "resources:\n  - path: a.csv\n    title: A\n",
        set("resources[0].id", json!("i")),
        "resources:\n  - id: i\n    path: a.csv\n    title: A\n",
    );
    case(
        "resources:\n- title: A\n  path: a.csv\n",
        set("resources[1]", json!({ "path": "b" })),
        "resources:\n- title: A\n  path: a.csv\n- path: b\n",
    );
    refused("access: open\n", &set("access.reason", json!("x")), &Fault::NoRoom(key_path("access").unwrap()));
    refused("tags: [a]\n", &set("tags[3]", json!("x")), &Fault::NoRoom(key_path("tags").unwrap()));
}

#[test]
fn a_key_goes_with_its_lines_and_no_others() {
    case("a: 1\n# about b\nb: 2\nc: 3\n", unset("b"), "a: 1\n# about b\nc: 3\n");
    case("a: 1\nb:\n  - x\n  - y\n\nc: 3\n", unset("b"), "a: 1\n\nc: 3\n");
    case("a: 1\nb: 2", unset("b"), "a: 1");
    case("a: 1\r\nb: 2\r\n", unset("a"), "b: 2\r\n");
    case("x: { a: 1, b: 2, c: 3 }\n", unset("x.b"), "x: { a: 1, c: 3 }\n");
    case("x: { a: 1, b: 2 }\n", unset("x.a"), "x: { b: 2 }\n");
    case("r:\n  - a: 1\n    b: 2\n", unset("r[0].a"), "r:\n  - b: 2\n");
    // What holds nothing else goes too.
    case("a: 1\nspatial:\n  granularity: poi\n", unset("spatial.granularity"), "a: 1\n");
    case("a: 1\ntags: [b]\n", unset("tags[0]"), "a: 1\n");
    case("a: 1\n", unset("b"), "a: 1\n");
    case("a: 1\nb: 2\n", set("b", Json::Null), "a: 1\n");
}

#[test]
fn items_come_and_go_alone() {
    case("tags: [a, b]\n", add("tags", json!("c")), "tags: [a, b, c]\n");
    case(
        "tags:\n  - a # first\n  - b # last\nx: 1\n",
        add("tags", json!("c: d")),
        "tags:\n  - a # first\n  - b # last\n  - 'c: d'\nx: 1\n",
    );
    case("tags: a\n", add("tags", json!("b")), "tags:\n  - a\n  - b\n");
    case("tags: a # one\n", add("tags", json!("b")), "tags: [a, b] # one\n");
    case("tags: []\n", add("tags", json!("b")), "tags: [b]\n");
    case("tags: [a, b, c]\n", take("tags", json!("b")), "tags: [a, c]\n");
    case("tags:\n- a\n- b\n- a\n", take("tags", json!("a")), "tags:\n- b\n");
    case("x: 1\ntags: a\n", take("tags", json!("a")), "x: 1\n");
    case("tags: [a]\n", add("tags", json!("a")), "tags: [a]\n");
    let before = "resources:\n  - title: A\n    path: a.csv\n  # the last one\n  - title: B\n    url: x\nz: 1\n";
    case(before, unset("resources[0]"), "resources:\n  # the last one\n  - title: B\n    url: x\nz: 1\n");
    let after = "resources:\n  - title: A\n    path: a.csv\n  # the last one\n  - title: B\n    url: x\n  - title: C\n    path: c.csv\nz: 1\n";
    case(before, add("resources", json!({ "title": "C", "path": "c.csv" })), after);
}

#[test]
fn of_a_list_that_is_given_whole_only_what_differs_changes() {
    case(
        "tags:\n  - a # x\n  - b # y\n  - c # z\n",
        set("tags", json!(["a", "d", "c"])),
        "tags:\n  - a # x\n  - d # y\n  - c # z\n",
    );
    case("tags:\n  - a # x\n  - b\n", set("tags", json!(["a", "m", "b"])), "tags:\n  - a # x\n  - m\n  - b\n");
    case("s: # why\n  a: 1 # one\n  b: 2\n", set("s", json!({ "a": 1, "c": 3 })), "s: # why\n  a: 1 # one\n  c: 3\n");
}

#[test]
fn front_matter_and_body_are_edited_apart() {
    markdown(
        "---\ntitle: a\n---\n\nOld.\n",
        set("description", json!("New.\n\nTwo.")),
        "---\ntitle: a\n---\n\nNew.\n\nTwo.\n",
    );
    markdown("---\ntitle: a\n---\n", set("description", json!("New.")), "---\ntitle: a\n---\n\nNew.\n");
    markdown("---\ntitle: a\n---\n\nBody\n", set("license", json!("x")), "---\ntitle: a\nlicense: x\n---\n\nBody\n");
    markdown(
        "---\ntitle: a\ndescription: d\n---\n",
        set("description", json!("e")),
        "---\ntitle: a\ndescription: e\n---\n",
    );
    markdown("Only text\n", set("title", json!("a")), "---\ntitle: a\n---\n\nOnly text\n");
    markdown(
        "---\r\ntitle: a\r\n---\r\n\r\nOne\r\n",
        set("description", json!("One\nTwo")),
        "---\r\ntitle: a\r\n---\r\n\r\nOne\r\nTwo\r\n",
    );
}

#[test]
fn line_breaks_and_the_byte_order_mark_stay() {
    case(
        "\u{feff}title: a\r\ntags: [b]\r\n",
        set("license", json!("x")),
        "\u{feff}title: a\r\nlicense: x\r\ntags: [b]\r\n",
    );
    case("\u{feff}title: a\r\n", set("id", json!("i")), "\u{feff}id: i\r\ntitle: a\r\n");
    case("tags:\r\n- a\r\n", add("tags", json!("b")), "tags:\r\n- a\r\n- b\r\n");
    markdown("\u{feff}text\n", set("title", json!("a")), "\u{feff}---\ntitle: a\n---\n\ntext\n");
}

#[test]
fn what_would_change_something_else_is_refused() {
    // Taking out the first of two equal keys would bring the second to life.
    refused("a: 1\nb: 2\na: 3\n", &unset("a"), &Fault::Entangled(key_path("a").unwrap()));
    refused("a: [1\n", &set("b", json!(1)), &Fault::Unreadable);
    refused("- a\n", &set("b", json!(1)), &Fault::Unreadable);
    let long = "x".repeat(2 << 20);
    refused("a: 1\n", &set("b", json!(long)), &Fault::Entangled(key_path("b").unwrap()));
}
