//! `etal snapshot`: the whole catalogue in one file, made, verified, compared and unpacked.

mod size;
mod with_data;
