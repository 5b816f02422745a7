//! Who fetches what: files in their order, one at a time from a host, none that cannot be held any more.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard};

/// The files that wait, by place in the list.
pub(super) struct Queue {
    state: Mutex<State>,
    freed: Condvar,
    /// Bytes of all files that are held.
    total: u64,
}

struct State {
    waiting: BTreeMap<String, VecDeque<usize>>,
    busy: BTreeSet<String>,
    /// Bytes of the files that came whole.
    sizes: Vec<u64>,
    is_over: bool,
}

impl Queue {
    /// A queue of files by the hosts they come from.
    pub(super) fn new(hosts: impl Iterator<Item = String>, total: u64) -> Self {
        let mut waiting: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        let mut count = 0;
        for (place, host) in hosts.enumerate() {
            waiting.entry(host).or_default().push_back(place);
            count = place + 1;
        }
        let state = State { waiting, busy: BTreeSet::new(), sizes: vec![0; count], is_over: false };
        Self { state: Mutex::new(state), freed: Condvar::new(), total }
    }

    /// The next file; waits while all that are left come from hosts that are being asked. None when nothing is left.
    pub(super) fn take(&self) -> Option<(usize, String)> {
        let mut state = self.lock();
        loop {
            if state.is_over || state.waiting.is_empty() {
                return None;
            }
            let idle = state.waiting.iter().filter(|(host, _)| !state.busy.contains(*host));
            let next = idle.filter_map(|(host, places)| Some((*places.front()?, host.clone()))).min();
            if let Some((place, host)) = next {
                if state.before(place) > self.total {
                    // Neither this one nor any after it can be held.
                    state.leave_from(place);
                    continue;
                }
                state.remove(place, &host);
                state.busy.insert(host.clone());
                return Some((place, host));
            }
            state = self.freed.wait(state).unwrap_or_else(std::sync::PoisonError::into_inner);
        }
    }

    /// A file is done: its host may be asked again. `size` when it came whole.
    pub(super) fn give_back(&self, place: usize, host: &str, size: Option<u64>) {
        let mut state = self.lock();
        state.busy.remove(host);
        state.sizes[place] = size.unwrap_or(0);
        self.freed.notify_all();
    }

    /// The bytes that a file may have at most, as far as is known of those before it.
    pub(super) fn room(&self, place: usize) -> u64 {
        self.total.saturating_sub(self.lock().before(place))
    }

    /// Nothing more is taken.
    pub(super) fn stop(&self) {
        self.lock().is_over = true;
        self.freed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl State {
    /// Bytes of the files before one that came whole already.
    fn before(&self, place: usize) -> u64 {
        self.sizes[..place].iter().fold(0, |sum, size| sum.saturating_add(*size))
    }

    fn remove(&mut self, place: usize, host: &str) {
        if let Some(places) = self.waiting.get_mut(host) {
            places.retain(|waiting| *waiting != place);
        }
        self.waiting.retain(|_, places| !places.is_empty());
    }

    fn leave_from(&mut self, place: usize) {
        self.waiting.values_mut().for_each(|places| places.retain(|waiting| *waiting < place));
        self.waiting.retain(|_, places| !places.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(hosts: &[&str], total: u64) -> Queue {
        Queue::new(hosts.iter().map(|host| (*host).to_owned()), total)
    }

    #[test]
    fn a_host_is_asked_for_one_file_at_a_time() {
        let queue = queue(&["a", "a", "b", "a"], 100);
        let place = || queue.take().map(|(place, _)| place);
        assert_eq!([place(), place()], [Some(0), Some(2)]);
        queue.give_back(0, "a", Some(1));
        assert_eq!(place(), Some(1));
        queue.give_back(1, "a", None);
        queue.give_back(2, "b", None);
        assert_eq!([place(), place()], [Some(3), None]);
    }

    #[test]
    fn nothing_is_taken_that_cannot_be_held() {
        let queue = queue(&["a", "b", "c", "d"], 100);
        let place = || queue.take().map(|(place, _)| place);
        assert_eq!([place(), place(), place()], [Some(0), Some(1), Some(2)]);
        queue.give_back(1, "b", Some(70));
        assert_eq!([queue.room(0), queue.room(1), queue.room(2)], [100, 100, 30]);
        queue.give_back(2, "c", Some(31));
        // The first may still fail, but then the third is the one that does not fit.
        assert_eq!((queue.room(3), place()), (0, None));
    }
}
