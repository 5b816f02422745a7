//! Values as block YAML.

use serde_json::Value as Json;

use super::scalar::{self, Style, WIDTH};
use crate::model::Extras;

/// A mapping as YAML, two blanks an indentation; `{}` when it is empty.
pub fn yaml(values: &Extras) -> String {
    if values.is_empty() {
        return String::from("{}\n");
    }
    let mut out = String::new();
    mapping(values, 0, &mut out);
    out
}

fn mapping(values: &Extras, indent: usize, out: &mut String) {
    for (at, (key, value)) in values.iter().enumerate() {
        if at > 0 {
            blanks(indent, out);
        }
        let key = scalar::key(key);
        out.push_str(&key);
        out.push(':');
        match value {
            Json::Object(inner) if !inner.is_empty() => {
                out.push('\n');
                blanks(indent + 2, out);
                mapping(inner, indent + 2, out);
            }
            Json::Array(items) if !items.is_empty() => {
                out.push('\n');
                blanks(indent + 2, out);
                sequence(items, indent + 2, out);
            }
            _ => {
                let column = indent + key.chars().count() + 2;
                leaf(value, indent + 2, column, out);
            }
        }
    }
}

/// The cursor stands where the first item belongs; its `- ` is two columns.
fn sequence(items: &[Json], indent: usize, out: &mut String) {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            blanks(indent, out);
        }
        out.push('-');
        match item {
            Json::Object(inner) if !inner.is_empty() => {
                out.push(' ');
                mapping(inner, indent + 2, out);
            }
            Json::Array(inner) if !inner.is_empty() => {
                out.push(' ');
                sequence(inner, indent + 2, out);
            }
            _ => leaf(item, indent + 2, indent + 2, out),
        }
    }
}

/// A value of one line, or a block indented by `indent`; a line break ends it.
fn leaf(value: &Json, indent: usize, column: usize, out: &mut String) {
    match value {
        Json::Null => {}
        Json::Bool(truth) => out.push_str(if *truth { " true" } else { " false" }),
        Json::Number(number) => {
            out.push(' ');
            out.push_str(&number.to_string());
        }
        Json::String(text) => return string(text, indent, column, out),
        Json::Array(_) => out.push_str(" []"),
        Json::Object(_) => out.push_str(" {}"),
    }
    out.push('\n');
}

fn string(text: &str, indent: usize, column: usize, out: &mut String) {
    out.push(' ');
    match scalar::style(text, column) {
        Style::Plain => out.push_str(text),
        Style::Single => out.push_str(&scalar::single(text)),
        Style::Double => out.push_str(&scalar::double(text)),
        Style::Literal => return literal(text, indent, out),
        Style::Folded => {
            let width = WIDTH.saturating_sub(indent).max(40);
            out.push_str(">-\n");
            return lines(scalar::folded(text, width).into_iter(), indent, out);
        }
    }
    out.push('\n');
}

fn literal(text: &str, indent: usize, out: &mut String) {
    let body = text.trim_end_matches('\n');
    let breaks = text.len() - body.len();
    out.push_str(match breaks {
        0 => "|-\n",
        1 => "|\n",
        _ => "|+\n",
    });
    lines(body.split('\n'), indent, out);
    for _ in 1..breaks {
        out.push('\n');
    }
}

fn lines<'a>(lines: impl Iterator<Item = &'a str>, indent: usize, out: &mut String) {
    for line in lines {
        if !line.is_empty() {
            blanks(indent, out);
            out.push_str(line);
        }
        out.push('\n');
    }
}

fn blanks(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count));
}
