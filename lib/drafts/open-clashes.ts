import { db } from '@/db/client'
import { type Clash, clashAt } from '@/lib/drafts/clash'
import { readHistory } from '@/lib/drafts/part-history'
import type { DraftView } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { type TypedTexts, withStandings } from '@/lib/procedures/section-content'
import type { Section } from '@/lib/procedures/shape/field'

/** What a writer left undecided in a section, and their texts for its boxes. */
export type OpenClashes = { clashes: Clash[]; texts: TypedTexts }

/** Brings back what this person typed where others had written too, as it was left. */
export async function openClashes(
  actor: PersonActor,
  { draft, written }: Pick<DraftView, 'draft' | 'written'>,
  section: Section,
): Promise<OpenClashes> {
  const keys = new Set(section.fields.map(({ key }) => key))
  const own = written.undecided.filter(
    ({ personId, section: home, part }) =>
      personId === actor.personId && home === section.key && keys.has(fieldOfPath(part)),
  )
  if (own.length === 0) return { clashes: [], texts: {} }
  const bases = Object.fromEntries(own.map(({ part, since }) => [part, since]))
  const history = await readHistory(db, draft, { version: draft.version, bases })
  const standings = own.map(({ part, texts }) => [fieldOfPath(part), { text: texts }] as const)
  const sides = { mine: withStandings(written, new Map(standings)), theirs: written, history }
  const reader = { actor, isShared: draft.organisationId !== null }
  return {
    clashes: own.map(({ part }) => clashAt(part, sides, reader)),
    texts: Object.assign({}, ...own.map(({ texts }) => texts)),
  }
}
