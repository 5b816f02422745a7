//! Values that are made on all threads and taken in order.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard};

/// What the threads know of each other.
struct State<T> {
    /// The next value to make.
    next: usize,
    /// The next value to take.
    wanted: usize,
    /// Values that are made and wait.
    ready: BTreeMap<usize, T>,
    /// Whether the rest is of no more use.
    stopped: bool,
}

struct Shared<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

impl<T> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().expect("internal error: no thread panics while it holds the state")
    }

    /// Waits until `until` is so, or all is stopped.
    fn wait(&self, until: impl Fn(&State<T>) -> bool) -> MutexGuard<'_, State<T>> {
        let state = self.lock();
        let waiting = |state: &mut State<T>| !state.stopped && !until(state);
        self.changed.wait_while(state, waiting).expect("internal error: no thread panics while it holds the state")
    }

    fn stop(&self) {
        self.lock().stopped = true;
        self.changed.notify_all();
    }
}

/// Lets nobody wait for a thread that panicked or has ended.
struct Ending<'a, T>(&'a Shared<T>);

impl<T> Drop for Ending<'_, T> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}

/// Makes the values 0 to `count` on as many threads as there are, at most `ahead` before the one that is wanted next,
/// and gives them to `take` in order. The first error ends everything.
pub(super) fn ordered<T: Send, E: Send>(
    count: usize,
    ahead: usize,
    make: impl Fn(usize) -> Result<T, E> + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let state = State { next: 0, wanted: 0, ready: BTreeMap::new(), stopped: false };
    let shared = Shared { state: Mutex::new(state), changed: Condvar::new() };
    let work = || {
        let _ending = Ending(&shared);
        loop {
            let mut state = shared.wait(|state| state.next < state.wanted + ahead);
            if state.stopped || state.next >= count {
                break;
            }
            let at = state.next;
            state.next += 1;
            drop(state);
            let made = make(at);
            shared.lock().ready.insert(at, made);
            shared.changed.notify_all();
        }
    };
    // The threads that made the site: what they have freed is theirs to use again. One each, which no other thread can
    // take over: it would wait for itself.
    rayon::in_place_scope(|scope| {
        scope.spawn_broadcast(|_, _| work());
        let _ending = Ending(&shared);
        for at in 0..count {
            let mut state = shared.wait(|state| state.ready.contains_key(&at));
            let made = state.ready.remove(&at);
            state.wanted = at + 1;
            drop(state);
            shared.changed.notify_all();
            // Without a value a thread has panicked; the scope says so.
            let Some(made) = made else { break };
            if let Err(error) = made.and_then(&mut take) {
                shared.stop();
                return Err(error);
            }
        }
        // A thread that comes late finds nothing to do.
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_in_order_whoever_makes_them() {
        let mut taken = Vec::new();
        let make = |at: usize| {
            // Some take longer than others.
            (0..(at % 7) * 100).for_each(|_| std::thread::yield_now());
            Ok::<_, ()>(at * 2)
        };
        ordered(500, 3, make, |value| {
            taken.push(value);
            Ok(())
        })
        .expect("nothing fails");
        assert_eq!(taken, (0..500).map(|at| at * 2).collect::<Vec<_>>());
        ordered(0, 3, |_| Ok::<(), ()>(()), |()| panic!("nothing to take")).expect("nothing to do");
    }

    #[test]
    fn the_first_error_ends_everything() {
        let mut taken = 0;
        let made = ordered(
            1000,
            4,
            |at| if at == 20 { Err(at) } else { Ok(at) },
            |_| {
                taken += 1;
                Ok(())
            },
        );
        assert_eq!((made, taken), (Err(20), 20));
        let refused = ordered(1000, 4, Ok, |at| if at == 5 { Err("full") } else { Ok(()) });
        assert_eq!(refused, Err("full"));
    }

    #[test]
    #[should_panic(expected = "as it may happen")]
    fn a_panic_is_not_waited_for() {
        let make = |at: usize| if at == 3 { panic!("as it may happen") } else { Ok::<_, ()>(at) };
        let _ = ordered(100, 2, make, |_| Ok(()));
    }
}
