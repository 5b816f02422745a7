//! Editing for scripts: texts that change in one place, operations that are checked before they are
//! written, addresses that go on answering.

mod again;
mod apply;
mod command;
mod everywhere;
mod hostile;
mod lasting;
mod texts;
mod together;
