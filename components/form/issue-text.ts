import { askedAt } from '@/components/form/places'
import type { Missing } from '@/lib/procedures/find-missing'
import type { Section } from '@/lib/procedures/shape/field'

type Issue = Pick<Missing, 'path' | 'code' | 'params'>
/** The translator of the namespace `form`, of a server or of a client component. */
type Say = (key: never, params?: never) => string

const CHOICES: readonly (string | undefined)[] = ['boolean', 'select', 'multiselect']

/** What is wrong with an answer, as the person reads it before the box. */
export function issueText(t: Say, section: Section, { path, code, params }: Issue): string {
  const asks = code === 'required' && CHOICES.includes(askedAt(section, path)?.type)
  const written = Object.entries(params).map(([name, value]) => [name, String(value)])
  // Which arguments a sentence takes depends on the code; the tests try them all.
  const key = `issue.${asks ? 'required-choice' : code}`
  return t(key as never, Object.fromEntries(written) as never)
}
