import { inTransaction, type Transaction } from '@/db/client'
import { changeDraft, type DraftRow, findOwnDraftForUpdate } from '@/db/queries/drafts'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { rulesAt } from '@/lib/casework/form-rules'
import { givenSections } from '@/lib/casework/given-sections'
import { leftFrom, withLeft } from '@/lib/drafts/carry-over'
import { type Clash, clashAt } from '@/lib/drafts/clash'
import {
  type Left,
  openWritten,
  sealWritten,
  type Undecided,
  type Written,
} from '@/lib/drafts/draft-content'
import { markFor, readHistory, recordChanges } from '@/lib/drafts/part-history'
import type { Actor, PersonActor } from '@/lib/identity/actor'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { mergeContent } from '@/lib/procedures/merge-content'
import { type FormEntries, type ParsedSection, parseSection } from '@/lib/procedures/parse-form'
import type { Procedure } from '@/lib/procedures/procedure'
import {
  type Content,
  contentAfter,
  standingEntries,
  type TypedTexts,
} from '@/lib/procedures/section-content'
import type { Field, Section } from '@/lib/procedures/shape/field'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type SectionSaving = {
  draftId: string
  sectionKey: string
  entries: FormEntries
  /** The version the page was made from; without one, the newest. */
  expectedVersion?: number | undefined
  /** Older versions for parts of which it is undecided whose text stands. */
  bases?: Readonly<Record<string, number>>
  /** What the writer chose for such parts. */
  choices?: Readonly<Record<string, 'mine' | 'theirs'>>
  /** Which open page writes, so that a save whose answer got lost can be sent again. */
  page?: string | undefined
  at: Date
}
export type SavedSection = {
  version: number
  parsed: ParsedSection
  section: Section
  /** What the draft holds now. */
  content: Content
  /** Parts that both changed, differently: not saved until the writer chooses. */
  conflicts: Clash[]
  /** Parts that only others changed, which the writer's page does not show yet. */
  others: Clash[]
}
export type SaveRefusal =
  | { code: 'not-found' }
  | { code: 'section-not-found' }
  | { code: 'draft-submitted'; dossierId: string }

/**
 * Saves what was typed into one section, right or not yet right: a draft with mistakes is worth keeping,
 * and what could not be read is kept as it was typed. When others have saved since the page was made, both
 * are brought together field by field; what both changed differently is kept apart until the writer
 * chooses. What stood there at the start is known to the server by keyed marks of every change
 * (db/schema/drafts.ts): a browser cannot be wrong about it, a form without a script carries no more than
 * its version, and no second copy of personal data is stored.
 */
export function saveSection(
  actor: Actor,
  saving: SectionSaving,
): Promise<Result<SavedSection, SaveRefusal>> {
  return inTransaction(async (tx): Promise<Result<SavedSection, SaveRefusal>> => {
    const owner = draftOwner(actor, 'write-drafts')
    const draft = owner && (await findOwnDraftForUpdate(tx, owner, saving.draftId))
    if (!draft || actor.kind !== 'person') return refuse({ code: 'not-found' })
    if (draft.submittedDossierId)
      return refuse({ code: 'draft-submitted', dossierId: draft.submittedDossierId })
    const procedure = await procedureOfVersion(tx, draft.procedureVersionId)
    const section = procedure.sections.find(({ key }) => key === saving.sectionKey)
    const given = await givenSections(tx, owner, draft.id)
    if (!section || given?.includes(section.key) === false)
      return refuse({ code: 'section-not-found' })
    const before = openWritten(procedure, draft)
    const rules = rulesAt(procedure, saving.at)
    const form = { entries: saving.entries, before: before.answers }
    const parsed = parseSection(rules, section.key, form)
    const mine = contentAfter(rules, before, { section: section.key, parsed })
    const writing = { actor, draft, saving, section }
    const met = await meet(tx, writing, { mine, theirs: before })
    const left = await leftAfter(tx, { draft, procedure, before }, saving.entries)
    const undecided = stillUndecided(before, writing, met.conflicts)
    const version = await changeDraft(tx, draft.id, {
      ...sealWritten(procedure, { ...before, ...met.content, undecided, left }),
      doneSections: [...new Set([...draft.doneSections, section.key])],
      updatedAt: saving.at,
    })
    const { page, at } = saving
    const step = { draftId: draft.id, version, personId: actor.personId, page, at }
    await recordChanges(tx, section.fields, { before, after: met.content, step })
    return accept({ version, parsed, section, ...met })
  })
}

type Writing = { actor: PersonActor; draft: DraftRow; saving: SectionSaving; section: Section }

async function meet(
  tx: Transaction,
  { actor, draft, saving, section }: Writing,
  { mine, theirs }: { mine: Content; theirs: Content },
): Promise<Pick<SavedSection, 'content' | 'conflicts' | 'others'>> {
  const { choices = {}, expectedVersion = draft.version } = saving
  // Whoever chose their own text saw what stands there now: the page's version counts again.
  const open = Object.entries(saving.bases ?? {}).filter(([part]) => choices[part] !== 'mine')
  const bases = Object.fromEntries(open)
  const version = Math.min(expectedVersion, draft.version)
  const history = await readHistory(tx, draft, { version, bases, page: saving.page })
  const merged = mergeContent({
    fields: section.fields.filter(({ type }) => type !== 'paper'),
    mine,
    theirs,
    baseOf: (part) => history.baseOf(part),
    apart: new Set(Object.keys(bases).map(fieldOfPath)),
    givenUp: new Set(Object.keys(choices).filter((part) => choices[part] === 'theirs')),
    mark: markFor(draft.id),
  })
  const reader = { actor, isShared: draft.organisationId !== null }
  const clash = (part: string) => clashAt(part, { mine, theirs, history }, reader)
  return {
    content: merged.content,
    conflicts: merged.conflicts.map(clash),
    others: merged.others.map(clash),
  }
}

/** A writer's text that waits for a choice outlives the browser, too. */
function stillUndecided(
  { undecided }: Written,
  { actor, saving, section }: Writing,
  conflicts: readonly Clash[],
): Undecided[] {
  const spokenOf = new Set([
    ...Object.keys(saving.bases ?? {}),
    ...Object.keys(saving.choices ?? {}),
    ...conflicts.map(({ part }) => part),
  ])
  const others = undecided.filter(
    ({ personId, section: home, part }) =>
      personId !== actor.personId || home !== section.key || !spokenOf.has(part),
  )
  const now = conflicts.map(({ part, since, mine }) => ({
    personId: actor.personId,
    section: section.key,
    part,
    since,
    texts: textsOf(fieldAt(section, part), mine),
  }))
  return [...others, ...now]
}

type Holding = { draft: DraftRow; procedure: Procedure; before: Written }

/** A page that was opened under the older form may still write to questions that are gone: kept aside. */
async function leftAfter(
  tx: Transaction,
  { draft, procedure, before }: Holding,
  entries: FormEntries,
): Promise<Left[]> {
  if (!draft.movedFromVersionId) return before.left
  const old = await procedureOfVersion(tx, draft.movedFromVersionId)
  return withLeft(before.left, leftFrom({ before: old, now: procedure }, grouped(entries)))
}

function fieldAt(section: Section, part: string): Field {
  const field = section.fields.find(({ key }) => key === fieldOfPath(part))
  if (!field) throw new Error(`no field ${part} in ${section.key}`)
  return field
}

function textsOf(field: Field, standing: Clash['mine']): TypedTexts {
  return grouped(standingEntries(field, standing))
}

function grouped(entries: FormEntries): TypedTexts {
  const texts: TypedTexts = {}
  for (const [path, text] of entries) {
    texts[path] = [...(texts[path] ?? []), text]
  }
  return texts
}
