/** Where the time of the law comes from: deadlines, dates on papers, validity. */
export type Clock = { now(): Date }
