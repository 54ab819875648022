//! Jobs in, results out in the order of the jobs, whatever the number of threads and with bounded memory.

use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Condvar, Mutex};
use std::thread;

/// Jobs that may be under way or done for each thread before the oldest one is waited for.
const AHEAD: usize = 4;
/// Weight that jobs under way or done may have together before the oldest one is waited for.
const BUDGET: usize = 32 << 20;

/// Does `work` on every job on `threads` threads and gives the results to `sink` in the order of the jobs.
///
/// `weight` is the memory that a job takes, in bytes and roughly: while few and heavy jobs are under way no other is begun.
///
/// ```
/// let mut seen = Vec::new();
/// chancery::pipeline::ordered(0..100, 3, |_| 1, |n| n * n, |n| -> Result<(), ()> { seen.push(n); Ok(()) })?;
/// assert_eq!(seen[..4], [0, 1, 4, 9]);
/// # Ok::<(), ()>(())
/// ```
///
/// # Errors
/// The first error of `sink`; later jobs are then not begun.
pub fn ordered<J: Send, R: Send, E>(
    jobs: impl Iterator<Item = J> + Send,
    threads: usize,
    weight: impl Fn(&J) -> usize + Sync,
    work: impl Fn(J) -> R + Sync,
    mut sink: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if threads < 2 {
        return jobs.map(work).try_for_each(sink);
    }
    let jobs = Mutex::new(jobs);
    let budget = Budget::default();
    let (slots, results) = sync_channel::<(usize, Receiver<R>)>(AHEAD * threads);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (slots, jobs, work, weight) = (slots.clone(), &jobs, &work, &weight);
            let budget = &budget;
            scope.spawn(move || {
                loop {
                    // A job is taken and its slot queued in one step, so that slots stand in the order of the jobs; a
                    // full queue or a spent budget makes all threads wait here.
                    let (job, result) = {
                        let mut jobs =
                            jobs.lock().expect("the iterator over the jobs does not panic");
                        let Some(job) = jobs.next() else { return };
                        let weight = weight(&job);
                        budget.take(weight);
                        let (result, slot) = sync_channel(1);
                        if slots.send((weight, slot)).is_err() {
                            budget.give(weight);
                            return;
                        }
                        (job, result)
                    };
                    let _ = result.send(work(job));
                }
            });
        }
        drop(slots);
        let ended = results.into_iter().try_for_each(|(weight, slot)| {
            let done = sink(slot.recv().expect("work does not panic"));
            budget.give(weight);
            done
        });
        // On an error `results` is gone, which ends the threads, as long as none waits for the budget.
        budget.give(usize::MAX);
        ended
    })
}

/// What the jobs that are not done with weigh together.
#[derive(Default)]
struct Budget {
    spent: Mutex<usize>,
    given: Condvar,
}

impl Budget {
    /// Waits until there is room, or nothing else is under way.
    fn take(&self, weight: usize) {
        let spent = self.spent.lock().expect("arithmetic does not panic");
        let full = |spent: &mut usize| *spent > 0 && spent.saturating_add(weight) > BUDGET;
        let mut spent = self.given.wait_while(spent, full).expect("arithmetic does not panic");
        *spent = spent.saturating_add(weight);
    }

    fn give(&self, weight: usize) {
        let mut spent = self.spent.lock().expect("arithmetic does not panic");
        *spent = spent.saturating_sub(weight);
        self.given.notify_all();
    }
}
