//! Colours: the ones that a site sets in `site.toml`, the style sheet made of them, and the contrast that must hold.
//! Table of pairs: the visual reference; formula: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use thiserror::Error;

/// The colours that a site may set, for each of the two schemes.
pub const COLOR_NAMES: &[&str] = &["accent", "fill", "fill-strong", "tint", "stripe", "soft"];

/// Foreground, background and the least ratio between them.
const PAIRS: &[(&str, &str, f64)] = &[
    ("accent", "ground", 4.5),
    ("accent", "surface", 4.5),
    ("accent", "sunk", 4.5),
    ("accent", "tint", 4.5),
    ("accent-strong", "ground", 4.5),
    ("accent-strong", "tint", 4.5),
    ("on-fill", "fill", 4.5),
    ("on-fill", "fill-strong", 4.5),
    ("fill", "ground", 3.0),
    ("fill", "surface", 3.0),
    ("soft", "ground", 3.0),
    ("soft", "surface", 3.0),
];

/// Colours by token name, for the light and the dark scheme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colors {
    /// Colours of the light scheme.
    pub light: BTreeMap<String, String>,
    /// Colours of the dark scheme.
    pub dark: BTreeMap<String, String>,
}

/// A colour that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ColorError {
    /// Not one of [`COLOR_NAMES`].
    #[error("unknown colour `{0}`")]
    Name(String),
    /// Not `#rrggbb`.
    #[error("`{value}` is not a colour of the form #rrggbb (`{name}`)")]
    Value {
        /// The token.
        name: String,
        /// What was written.
        value: String,
    },
}

/// A pair of colours that is too close to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// `light` or `dark`.
    pub scheme: &'static str,
    /// Token of the text, bar or border.
    pub foreground: &'static str,
    /// Token it stands on.
    pub background: &'static str,
    /// The ratio, from 1 to 21.
    pub ratio: f64,
    /// The least ratio that WCAG 2.2 AA allows.
    pub needed: f64,
}

impl Colors {
    /// What is wrong with the colours a site has set; empty when all can be used.
    pub fn faults(&self) -> Vec<ColorError> {
        let mut faults = Vec::new();
        for (name, value) in self.light.iter().chain(&self.dark) {
            if !COLOR_NAMES.contains(&name.as_str()) {
                faults.push(ColorError::Name(name.clone()));
            } else if rgb(value).is_none() {
                faults.push(ColorError::Value { name: name.clone(), value: value.clone() });
            }
        }
        faults
    }

    /// The style sheet that sets these colours; nothing when there are none. Faulty ones are left out.
    pub fn style_sheet(&self) -> Option<String> {
        let mut sheet = String::new();
        let light = declarations(&self.light);
        let dark = declarations(&self.dark);
        if !light.is_empty() {
            // The theme's dark colours come in an earlier sheet: without its condition this would win over them.
            let _ = writeln!(sheet, "@media (prefers-color-scheme:light){{:root{{{light}}}}}");
        }
        if !dark.is_empty() {
            let _ = writeln!(sheet, "@media (prefers-color-scheme:dark){{:root{{{dark}}}}}");
        }
        (!sheet.is_empty()).then_some(sheet)
    }

    /// The pairs that are too close once `own` colours lie over these.
    pub fn weak_contrasts(&self, own: &Self) -> Vec<Contrast> {
        let light = [&own.light, &self.light];
        let dark = [&own.dark, &self.dark, &own.light, &self.light];
        let mut weak = weak_in("light", &light);
        weak.extend(weak_in("dark", &dark));
        weak
    }

    /// Reads the tokens `--name: #rrggbb` of a style sheet: the first `:root` and the one for dark schemes.
    pub(crate) fn of_style_sheet(sheet: &str) -> Self {
        let block = |text: &str| {
            let after = text.split_once(":root")?.1.split_once('{')?.1;
            Some(tokens(after.split('}').next()?))
        };
        let dark = sheet.split_once("prefers-color-scheme: dark").and_then(|(_, rest)| block(rest));
        Self { light: block(sheet).unwrap_or_default(), dark: dark.unwrap_or_default() }
    }
}

fn tokens(block: &str) -> BTreeMap<String, String> {
    block
        .split(';')
        .filter_map(|line| line.split_once(':'))
        .filter_map(|(name, value)| Some((name.trim().strip_prefix("--")?.to_owned(), value.trim().to_owned())))
        .filter(|(_, value)| rgb(value).is_some())
        .collect()
}

fn declarations(colors: &BTreeMap<String, String>) -> String {
    let usable = |(name, value): &(&String, &String)| COLOR_NAMES.contains(&name.as_str()) && rgb(value).is_some();
    colors.iter().filter(usable).map(|(name, value)| format!("--{name}:{value};")).collect()
}

fn weak_in(scheme: &'static str, layers: &[&BTreeMap<String, String>]) -> Vec<Contrast> {
    let color = |name: &str| layers.iter().find_map(|layer| layer.get(name)).and_then(|value| rgb(value));
    PAIRS
        .iter()
        .filter_map(|&(foreground, background, needed)| {
            let ratio = contrast(color(foreground)?, color(background)?);
            (ratio < needed).then_some(Contrast { scheme, foreground, background, ratio, needed })
        })
        .collect()
}

fn rgb(value: &str) -> Option<[u8; 3]> {
    let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some([channel(0)?, channel(2)?, channel(4)?])
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: [u8; 3]) -> f64 {
    let linear = color.map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colors(light: &[(&str, &str)], dark: &[(&str, &str)]) -> Colors {
        let map = |pairs: &[(&str, &str)]| pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Colors { light: map(light), dark: map(dark) }
    }

    fn default_tokens() -> Colors {
        Colors::of_style_sheet(include_str!("../../themes/default/static/etal.css"))
    }

    #[test]
    fn the_default_colors_can_be_read() {
        let tokens = default_tokens();
        assert_eq!(tokens.light.get("accent").map(String::as_str), Some("#6b1f57"));
        assert_eq!(tokens.dark.get("accent").map(String::as_str), Some("#eaa6d3"));
        assert_eq!(tokens.weak_contrasts(&Colors::default()), []);
    }

    #[test]
    fn a_pale_accent_is_found() {
        let weak = default_tokens().weak_contrasts(&colors(&[("accent", "#cc88bb")], &[]));
        assert_eq!(weak.iter().map(|c| c.background).collect::<Vec<_>>(), ["ground", "surface", "sunk", "tint"]);
        assert!(weak.iter().all(|c| c.scheme == "light" && c.ratio < 4.5));
    }

    #[test]
    fn black_on_white_is_twenty_one() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn only_known_colors_reach_the_style_sheet() {
        let own = colors(&[("accent", "#123456"), ("fill", "red;}body{"), ("x", "#000000")], &[("tint", "#ABCDEF")]);
        assert_eq!(
            own.style_sheet().as_deref(),
            Some(
                "@media (prefers-color-scheme:light){:root{--accent:#123456;}}\n@media (prefers-color-scheme:dark){:root{--tint:#ABCDEF;}}\n"
            )
        );
        assert_eq!(own.faults().len(), 2);
    }
}
