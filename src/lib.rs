//! etal turns dataset descriptors kept in a git repository into a static data catalogue.
//!
//! The way through the crate: [`inputs`] is everything the outside world said; [`pipeline`] reads it
//! into a [`model`], judges it by [`rules`], scores it and gives one read-only [`site`], from which
//! every output is made.

pub mod cli;
pub mod cms;
pub mod contrast;
pub mod date;
pub mod descriptor;
pub mod edit;
pub mod evidence;
pub mod export;
pub mod finding;
pub mod fix;
pub mod i18n;
pub mod import;
pub mod inputs;
pub mod io;
pub mod layout;
pub mod lsp;
pub mod markdown;
pub mod model;
pub mod owners;
pub mod parse;
pub mod pipeline;
pub mod probe;
pub mod reference;
pub mod render;
pub mod review;
pub mod rules;
pub mod scaffold;
pub mod schema;
pub mod score;
pub mod scoreboard;
pub mod search;
pub mod serve;
pub mod site;
pub mod slug;
pub mod snapshot;
pub mod source;
pub mod tag;
pub mod text;
pub mod theme;
pub mod vocab;
