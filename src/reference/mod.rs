//! Reference pages that are made from the code, so that they cannot fall behind it.

mod rules;

pub use rules::{CorpusCounts, rule_page, rules_page};
