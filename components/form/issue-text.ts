import type { Missing } from '@/lib/procedures/find-missing'

type Issue = Pick<Missing, 'code' | 'params'>
/** The translator of the namespace `form`, of a server or of a client component. */
type Say = (key: never, params?: never) => string

/** What is wrong with an answer, as the person reads it before the box. */
export function issueText(t: Say, { code, params }: Issue): string {
  const written = Object.entries(params).map(([name, value]) => [name, String(value)])
  // Which arguments a sentence takes depends on the code; the tests try them all.
  return t(`issue.${code}` as never, Object.fromEntries(written) as never)
}
