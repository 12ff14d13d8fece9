import * as z from 'zod/mini'
import type { SaveAnswer, SaveAsk } from '@/components/form/autosave'
import type { AnswerIssue } from '@/lib/procedures/answers'

const savedSchema = z.object({
  version: z.int(),
  next: z.string(),
  problems: z.array(z.custom<AnswerIssue>((value) => typeof value === 'object')),
})
const refusedSchema = z.union([
  z.object({ code: z.literal('draft-changed-elsewhere'), version: z.int() }),
  z.object({ code: z.literal('draft-submitted'), dossierId: z.string() }),
])
/** A browser takes no more than 64 KB along when a page goes away. */
const MOST_WHILE_LEAVING = 60_000

/** Sends a section to be saved and says what became of it; being unreachable is an answer, too. */
export async function requestSave(address: string, ask: SaveAsk): Promise<SaveAnswer> {
  const { version, entries, leaving } = ask
  const body = JSON.stringify({ version, entries })
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: leaving && body.length < MOST_WHILE_LEAVING,
      signal: AbortSignal.timeout(20_000),
    })
    return await understand(answer)
  } catch {
    return { kind: 'unreachable' }
  }
}

async function understand(answer: Response): Promise<SaveAnswer> {
  if (answer.status === 401) return { kind: 'signed-out' }
  if (answer.ok) return { kind: 'saved', ...savedSchema.parse(await answer.json()) }
  if (answer.status === 409) {
    const refused = refusedSchema.parse(await answer.json())
    return refused.code === 'draft-submitted'
      ? { kind: 'submitted', dossierId: refused.dossierId }
      : { kind: 'changed-elsewhere', version: refused.version }
  }
  return answer.status < 500 && answer.status !== 429 ? { kind: 'gone' } : { kind: 'unreachable' }
}
