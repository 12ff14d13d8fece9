import { log } from '@/lib/server/log'

export type RegisterPlace = { url: string; key: string; timeLimit?: number }

/** Nothing was learnt, and why; never what was asked. */
type Failure = { failed: string; again: boolean }
type Reply = { body: unknown } | Failure

/** How long anybody waits for a register, a second try included, in milliseconds. */
const TIME_LIMIT = 3_000
/** After a silence nobody waits again for so long: one slow register must not slow every page. */
const REST = 30_000

/**
 * Puts questions to a register by HTTP POST of JSON with a key; what is asked stands in the body, since
 * addresses are logged on the way. One retry within the time limit; undefined when nothing was learnt.
 */
export function registerClient(
  register: 'enterprise' | 'population',
  { url, key, timeLimit = TIME_LIMIT }: RegisterPlace,
): (question: object) => Promise<unknown> {
  let restsUntil = 0
  return async (question) => {
    if (performance.now() < restsUntil) return undefined
    const signal = AbortSignal.timeout(timeLimit)
    const ask = () => post({ url, key, question, signal })
    const first = await ask()
    const reply = 'failed' in first && first.again ? await ask() : first
    if ('body' in reply) return reply.body
    if (signal.aborted) restsUntil = performance.now() + REST
    log.warn({ register, reason: reply.failed }, 'a register did not answer')
    return undefined
  }
}

type Question = { url: string; key: string; question: object; signal: AbortSignal }

async function post({ url, key, question, signal }: Question): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(question),
      // A redirect would take personal data to a place that nobody has set.
      redirect: 'error',
      signal,
    })
    if (!response.ok) return { failed: `HTTP ${response.status}`, again: response.status >= 500 }
    return { body: await response.json() }
  } catch {
    if (signal.aborted) return { failed: 'no answer in time', again: false }
    return { failed: 'unreachable, or no JSON', again: true }
  }
}

/** An answer of a shape that was not agreed on; only that it was so is said. */
export function noteOddAnswer(register: 'enterprise' | 'population'): void {
  log.warn({ register, reason: 'an answer of another shape' }, 'a register did not answer')
}
