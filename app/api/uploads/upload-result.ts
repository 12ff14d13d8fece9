import { cookies } from 'next/headers'
import { z } from 'zod'
import type { AttachFileRefusal } from '@/lib/drafts/attach-paper'
import type { TurnRefusal } from '@/lib/drafts/turn-paper-page'
import { env } from '@/lib/server/env'
import { forMessage } from './answers'

const COOKIE = 'upload_result'
const SECONDS = 600
// A cookie holds four kilobytes, and names may be long.
const MOST_REFUSALS = 4

const resultSchema = z.object({
  token: z.string(),
  slotKey: z.string(),
  attached: z.int(),
  refused: z.array(z.looseObject({ code: z.string(), name: z.string() })),
})

/** What became of what a form asked for: files taken in, or a page to be turned. */
export type SlotOutcome = {
  attached: readonly unknown[]
  refused: (AttachFileRefusal | Extract<TurnRefusal, { name: string }>)[]
}

/** What became of a form sent without JavaScript, told to the page that it came from. */
export type UploadResult = z.infer<typeof resultSchema>

/**
 * Keeps the outcome for the next page in a cookie, out of the address: names of files may name
 * people, and addresses end up in logs. The token in the address says which page it belongs to.
 */
export function uploadResultCookie(token: string, slotKey: string, outcome: SlotOutcome): string {
  const refused = outcome.refused.slice(0, MOST_REFUSALS).map(forMessage)
  const result = { token, slotKey, attached: outcome.attached.length, refused }
  const value = Buffer.from(JSON.stringify(result)).toString('base64url')
  const secure = env().PUBLIC_ORIGIN.startsWith('https:') ? '; Secure' : ''
  return `${COOKIE}=${value}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

/** The outcome for the page whose address carries `?upload=token`. */
export async function readUploadResult(token: unknown): Promise<UploadResult | undefined> {
  if (typeof token !== 'string') return undefined
  const value = (await cookies()).get(COOKIE)?.value ?? ''
  const result = resultSchema.safeParse(parse(Buffer.from(value, 'base64url').toString('utf8')))
  return result.success && result.data.token === token ? result.data : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
