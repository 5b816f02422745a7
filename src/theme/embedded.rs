//! The built-in theme: every file of `themes/default`, put into the binary by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/default_theme.rs"));
