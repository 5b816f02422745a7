//! The search: its index, its files and its two readers.

mod agreement;
mod catalogues;
mod command;
mod counts;
mod fields;
mod hostile;
mod inflections;
mod oracle;

#[path = "../../../benches/queries/mod.rs"]
mod queries;
#[path = "../../../benches/synthetic/mod.rs"]
#[allow(dead_code, reason = "benches use the rest")]
mod synthetic;
mod unicode;
