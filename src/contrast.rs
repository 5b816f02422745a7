//! Contrast of colours, as WCAG 2.2 measures it, and what the default style sheet needs of it.

use crate::model::Colors;

/// One of the two colour schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A colour that was set and stands out too little.
#[derive(Clone, Debug, PartialEq)]
pub struct Weak<'a> {
    /// The token that was set.
    pub token: &'static str,
    /// Its colour as set.
    pub color: &'a str,
    /// What it stands on, or what stands on it.
    pub against: &'static str,
    /// The contrast it has, from 1 to 21.
    pub ratio: f64,
    /// The contrast it needs.
    pub least: f64,
    /// The nearest shade of it that has that contrast.
    pub better: Option<String>,
}

/// Tokens of `themes/default` that take part in a contrast, with their light and dark colours.
const TOKENS: [(&str, &str, &str); 9] = [
    ("ground", "#faf8f7", "#161215"),
    ("surface", "#ffffff", "#1f191d"),
    ("accent", "#6b1f57", "#eaa6d3"),
    ("fill", "#6b1f57", "#a84b8e"),
    ("fill-strong", "#4c123d", "#8f3878"),
    ("on-fill", "#ffffff", "#ffffff"),
    ("soft", "#a06c91", "#866079"),
    ("tint", "#f5e8f1", "#3a2233"),
    ("stripe", "#e6cfdf", "#4d2c43"),
];

/// What stands on what, and the contrast it needs: 4.5 for text, 3 for bars and buttons
/// (success criteria 1.4.3 and 1.4.11). `stripe` is decoration and needs none.
const PAIRS: [(&str, &str, f64); 9] = [
    ("accent", "ground", 4.5),
    ("accent", "surface", 4.5),
    ("accent", "tint", 4.5),
    ("fill", "ground", 3.0),
    ("fill", "surface", 3.0),
    ("on-fill", "fill", 4.5),
    ("on-fill", "fill-strong", 4.5),
    ("soft", "ground", 3.0),
    ("soft", "surface", 3.0),
];

/// The colours that were set and stand out too little, the worst pair of each.
pub fn weak(scheme: Scheme, colors: &Colors) -> Vec<Weak<'_>> {
    let mut found: Vec<Weak<'_>> = Vec::new();
    for (front, back, least) in PAIRS {
        let Some((token, color, against)) = set_one(colors, front, back) else { continue };
        let other = color_of(scheme, colors, against);
        let ratio = ratio(color, other);
        if ratio >= least {
            continue;
        }
        let weak = Weak { token, color, against, ratio, least, better: better(color, other, least) };
        match found.iter_mut().find(|known| known.token == token) {
            Some(known) if ratio - least < known.ratio - known.least => *known = weak,
            Some(_) => {}
            None => found.push(weak),
        }
    }
    found
}

/// Which of two tokens was set, its colour, and the other one.
fn set_one<'a>(
    colors: &'a Colors,
    front: &'static str,
    back: &'static str,
) -> Option<(&'static str, &'a str, &'static str)> {
    let front_is_set = colors.get(front).map(|color| (front, color.as_str(), back));
    front_is_set.or_else(|| colors.get(back).map(|color| (back, color.as_str(), front)))
}

fn color_of<'a>(scheme: Scheme, colors: &'a Colors, token: &str) -> &'a str {
    let (_, light, dark) =
        TOKENS.iter().find(|(name, ..)| *name == token).expect("internal error: pairs are made of tokens");
    let default = if scheme == Scheme::Light { light } else { dark };
    colors.get(token).map_or(default, String::as_str)
}

/// The contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, “contrast ratio”).
pub fn ratio(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(channels(one)), luminance(channels(other)));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The first shade on the way to black or white that has the contrast `least` with `other`.
fn better(color: &str, other: &str, least: f64) -> Option<String> {
    // Contrast with black and with white are equal at a luminance of 0.179.
    let end = if luminance(channels(other)) > 0.179 { 0.0 } else { 255.0 };
    let from = channels(color);
    let shade = |percent: u32| {
        let part = f64::from(percent) / 100.0;
        let [red, green, blue] = from.map(|channel| (channel + (end - channel) * part).round() as u8);
        format!("#{red:02x}{green:02x}{blue:02x}")
    };
    (1..=100).map(shade).find(|shade| ratio(shade, other) >= least)
}

/// Relative luminance, from 0 to 1.
fn luminance(channels: [f64; 3]) -> f64 {
    let linear = |channel: f64| {
        let share = channel / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = channels.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Red, green and blue, from 0 to 255. Colours were checked when they were read.
fn channels(color: &str) -> [f64; 3] {
    let digits = color.strip_prefix('#').unwrap_or(color);
    let channel =
        |at: usize| digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).map_or(0.0, f64::from);
    [channel(0), channel(2), channel(4)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_those_of_the_standard() {
        assert_eq!(format!("{:.2}", ratio("#000000", "#ffffff")), "21.00");
        assert_eq!(format!("{:.2}", ratio("#777777", "#ffffff")), "4.48");
        assert_eq!(format!("{:.2}", ratio("#767676", "#ffffff")), "4.54");
    }

    #[test]
    fn the_default_colours_have_all_they_need() {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let set = |(token, light, dark): (&str, &str, &str)| {
                (token.to_owned(), if scheme == Scheme::Light { light } else { dark }.to_owned())
            };
            let colors: Colors = TOKENS.into_iter().map(set).collect();
            assert_eq!(weak(scheme, &colors), []);
        }
    }

    #[test]
    fn the_better_shade_is_enough() {
        let colors = Colors::from([(String::from("accent"), String::from("#f0a0c0"))]);
        let weak = weak(Scheme::Light, &colors);
        assert_eq!((weak.len(), weak[0].token, weak[0].against), (1, "accent", "tint"));
        let better = weak[0].better.as_deref().expect("a shade");
        assert!(ratio(better, "#f5e8f1") >= 4.5 && ratio(better, "#f5e8f1") < 4.8, "{better}");
    }
}
