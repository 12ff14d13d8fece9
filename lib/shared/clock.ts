/** Where the time of the law comes from: deadlines, dates on papers, validity. */
export type Clock = { now(): Date }

/** A clock that stands still; for tests and for replaying a decision at its own moment. */
export function frozenClock(at: Date): Clock {
  return { now: () => new Date(at) }
}
