//! Snapshots: made, verified, unpacked, compared.

mod extract;
mod hostile;
mod tiny;
mod verify;
