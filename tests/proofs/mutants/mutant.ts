import type { Edit } from '../stand/scratch-copy'

/** The product with one guard removed, and the tests of which at least one must fail then. */
export type Mutant = Edit & {
  guard: string
  /** A file below tests/, without `.test.ts`; more than one where the guard is held from two sides. */
  tests: readonly string[]
  /** Part of the names of the tests to run; the whole file without it. */
  only?: string
  /** A guard that stands twice is taken away twice. */
  also?: readonly Edit[]
}
