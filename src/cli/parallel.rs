//! Jobs in, results out in the order of the jobs, whatever the number of threads and with bounded memory.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Jobs that may be under way or done for each thread before the oldest one is waited for.
const AHEAD: usize = 4;

/// Does `work` on every job on `threads` threads and gives the results to `sink` in the order of the jobs.
///
/// # Errors
/// The first error of `sink`; later jobs are then not begun.
pub(super) fn ordered<J: Send, R: Send, E>(
    jobs: impl Iterator<Item = J> + Send,
    threads: usize,
    work: impl Fn(J) -> R + Sync,
    mut sink: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if threads < 2 {
        return jobs.map(work).try_for_each(sink);
    }
    let jobs = Mutex::new(jobs);
    let (slots, results) = sync_channel::<Receiver<R>>(AHEAD * threads);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (slots, jobs, work) = (slots.clone(), &jobs, &work);
            scope.spawn(move || {
                loop {
                    // A job is taken and its slot queued in one step, so that slots stand in the order of the jobs; a
                    // full queue makes all threads wait here.
                    let (job, result) = {
                        let mut jobs =
                            jobs.lock().expect("the iterator over the jobs does not panic");
                        let Some(job) = jobs.next() else { return };
                        let (result, slot) = sync_channel(1);
                        if slots.send(slot).is_err() {
                            return;
                        }
                        (job, result)
                    };
                    let _ = result.send(work(job));
                }
            });
        }
        drop(slots);
        // On an error `results` is dropped, which ends the threads.
        results.into_iter().try_for_each(|slot| sink(slot.recv().expect("work does not panic")))
    })
}
