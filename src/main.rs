//! The command `etal`.

/// Pages are made of many small texts; this allocator keeps threads out of each other's way.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    etal::cli::run()
}
