import type { Result } from '@/lib/shared/result'

class RolledBack<Refusal> extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('rolled back')
    this.refusal = refusal
  }
}

/** Takes the value out of a result, or undoes the transaction it stands in. */
export type OrRollBack<Refusal> = <Value>(result: Result<Value, Refusal>) => Value

/**
 * Runs a transaction in which a refusal must leave nothing behind: handing a refused result to
 * `orRollBack` undoes all that was written so far (serials, rows), and the refusal becomes the outcome.
 */
export async function rollBackOnRefusal<Value, Refusal>(
  work: (orRollBack: OrRollBack<Refusal>) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  try {
    return await work((result) => {
      if (result.ok) return result.value
      throw new RolledBack<Refusal>(result.refusal)
    })
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, refusal: error.refusal as Refusal }
    throw error
  }
}
