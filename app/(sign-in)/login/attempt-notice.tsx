import { cookies } from 'next/headers'
import { Notice } from '@/components/ui/notice'
import { sessionCookie } from '../../_server/auth-cookies'
import { getTranslator } from '../../_server/translator'

const WORDS = {
  cancelled: ['info', 'cancelledTitle', 'cancelledBody'],
  failed: ['warn', 'failedTitle', 'failedBody'],
  unreachable: ['warn', 'unreachableTitle', 'unreachableBody'],
  ended: ['info', 'endedTitle', 'endedBody'],
} as const

export type AttemptProblem = keyof typeof WORDS

/** What became of the attempt, or of the session, that led here. */
export async function AttemptNotice({ error }: { error: string | null }) {
  const [t, jar] = [await getTranslator('signIn'), await cookies()]
  const ended = jar.has(sessionCookie.name) ? 'ended' : undefined
  const problem = isProblem(error) ? error : ended
  if (!problem) return null
  const [tone, title, body] = WORDS[problem]
  return (
    <Notice tone={tone} title={t(title)} role="status">
      <p>{t(body)}</p>
    </Notice>
  )
}

function isProblem(value: string | null): value is AttemptProblem {
  return value !== null && Object.hasOwn(WORDS, value)
}
