import type { SaveAnswer, SaveAsk } from '@/components/form/autosave'
import type { ShownClash } from '@/components/form/clash'
import { parseJson } from '@/components/form/own-answers'
import type { AnswerIssue } from '@/lib/procedures/answers'
import { isRecord } from '@/lib/procedures/read/reading'

/** A browser takes no more than 64 KB along when a page goes away. */
const MOST_WHILE_LEAVING = 60_000
const UNREACHABLE: SaveAnswer = { kind: 'unreachable' }

/** Sends a section to be saved and says what became of it; being unreachable is an answer, too. */
export async function requestSave(address: string, ask: SaveAsk): Promise<SaveAnswer> {
  const { leaving, ...asked } = ask
  const body = JSON.stringify(asked)
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: leaving && body.length < MOST_WHILE_LEAVING,
      signal: AbortSignal.timeout(20_000),
    })
    return understand(answer.status, parseJson(await answer.text()))
  } catch {
    return UNREACHABLE
  }
}

function understand(status: number, body: unknown): SaveAnswer {
  if (status === 401) return { kind: 'signed-out' }
  if (status >= 500 || status === 429 || !isRecord(body)) return UNREACHABLE
  const { version, next, problems, dossierId, clashes } = body
  if (status === 409 && typeof dossierId === 'string') return { kind: 'submitted', dossierId }
  if (typeof version !== 'number') return { kind: 'gone' }
  if (status === 409) return { kind: 'changed-elsewhere', version }
  if (typeof next !== 'string' || !Array.isArray(problems)) return UNREACHABLE
  return {
    kind: 'saved',
    version,
    next,
    // The issues come from the engine of our own server, and so do the clashes.
    problems: problems as AnswerIssue[],
    clashes: Array.isArray(clashes) ? (clashes as ShownClash[]) : [],
  }
}
