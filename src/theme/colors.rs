//! The colours that a site sets in `site.toml`, as a style sheet, and those of the theme's own sheet.

use std::fmt::Write as _;

use crate::model::Colors;

/// The style sheet that sets these colours over the theme's; nothing when there are none.
pub fn style_sheet(light: &Colors, dark: &Colors) -> Option<String> {
    let (light, dark) = (declarations(light), declarations(dark));
    let mut sheet = String::new();
    if !light.is_empty() {
        // The theme's dark colours come in an earlier sheet: without its condition this would win over them.
        let _ = writeln!(sheet, "@media (prefers-color-scheme:light){{:root{{{light}}}}}");
    }
    if !dark.is_empty() {
        let _ = writeln!(sheet, "@media (prefers-color-scheme:dark){{:root{{{dark}}}}}");
    }
    (!sheet.is_empty()).then_some(sheet)
}

/// Declarations of the tokens; what is not `#rrggbb` is left out, whoever let it through.
fn declarations(colors: &Colors) -> String {
    let is_token = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let usable = colors.iter().filter(|(name, value)| is_token(name) && is_color(value));
    usable.map(|(name, value)| format!("--{name}:{value};")).collect()
}

/// The first value of a token `--name: #rrggbb` in a style sheet: that of the light scheme.
pub(super) fn token<'s>(sheet: &'s str, name: &str) -> Option<&'s str> {
    let (_, rest) = sheet.split_once(&format!("--{name}:"))?;
    rest.split(';').next().map(str::trim).filter(|value| is_color(value))
}

fn is_color(value: &str) -> bool {
    value.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colors(pairs: &[(&str, &str)]) -> Colors {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn only_colors_reach_the_style_sheet() {
        let light = colors(&[("accent", "#123456"), ("fill", "red;}body{"), ("x}", "#000000")]);
        assert_eq!(
            style_sheet(&light, &colors(&[("tint", "#abcdef")])).as_deref(),
            Some(
                "@media (prefers-color-scheme:light){:root{--accent:#123456;}}\n@media (prefers-color-scheme:dark){:root{--tint:#abcdef;}}\n"
            )
        );
        assert_eq!(style_sheet(&Colors::new(), &Colors::new()), None);
    }

    #[test]
    fn the_first_value_of_a_token_is_found() {
        assert_eq!(token(":root { --fill: #6b1f57; } @media x { --fill: #000000; }", "fill"), Some("#6b1f57"));
        assert_eq!(token(":root { --fill: red; }", "fill"), None);
    }
}
