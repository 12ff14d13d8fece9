import { db } from '@/db/client'
import { findOwnDossiers, type OwnDossierRow } from '@/db/queries/own-dossiers'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import type { PersonActor } from '@/lib/identity/actor'
import { foldVietnamese } from '@/lib/procedures/fold-vietnamese'
import type { LocalText } from '@/lib/procedures/shape/text'
import { APPLICANT_STATES, type LicenceState } from '@/lib/workflow/flows/licence-states'

export type OwnDossier = OwnDossierRow & { procedureName: LocalText }

/** The piles of an applicant's dossiers: what needs me, what an office works on, what has ended. */
export const PILES = ['needs-me', 'in-progress', 'done'] as const
export type Pile = (typeof PILES)[number]

export type Wanted = {
  /** Words of the subject, of the procedure's name, or a part of one of the codes; accents do not matter. */
  words?: string | undefined
  pile?: Pile | undefined
  procedureKey?: string | undefined
  /** From 1. */
  page?: number | undefined
}

export type Found = {
  rows: OwnDossier[]
  total: number
  page: number
  pages: number
  /** The procedures this owner ever filed, to choose from. */
  procedures: { key: string; name: LocalText }[]
}

const PAGE_SIZE = 20
const NEEDS_ME: readonly LicenceState[] = [...APPLICANT_STATES, 'issued', 'refused']
const DONE: readonly LicenceState[] = ['delivered', 'refused-at-intake', 'withdrawn', 'stopped']

export function pileOf({ state }: Pick<OwnDossier, 'state'>): Pile {
  if (NEEDS_ME.includes(state)) return 'needs-me'
  return DONE.includes(state) ? 'done' : 'in-progress'
}

/** The applicant's dossiers in their piles, newest change first. */
export async function listMyDossiers(actor: PersonActor): Promise<Record<Pile, OwnDossier[]>> {
  const all = await allOf(actor)
  const of = (pile: Pile) => all.filter((row) => pileOf(row) === pile)
  return { 'needs-me': of('needs-me'), 'in-progress': of('in-progress'), done: of('done') }
}

/** One page of the applicant's dossiers that fit what is wanted; a page that is not there is the last one. */
export async function searchMyDossiers(actor: PersonActor, wanted: Wanted): Promise<Found> {
  const all = await allOf(actor)
  const fitting = all.filter((row) => fits(row, wanted))
  const pages = Math.max(1, Math.ceil(fitting.length / PAGE_SIZE))
  const page = Math.min(Math.max(1, wanted.page ?? 1), pages)
  const names = new Map(all.map((row) => [row.procedureKey, row.procedureName]))
  return {
    rows: fitting.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    total: fitting.length,
    page,
    pages,
    procedures: [...names].map(([key, name]) => ({ key, name })),
  }
}

/** Whether a dossier fits: every word of the question stands somewhere in its texts and codes. */
export function fits(row: OwnDossier, { words = '', pile, procedureKey }: Wanted): boolean {
  if (pile && pileOf(row) !== pile) return false
  if (procedureKey && row.procedureKey !== procedureKey) return false
  const { subject, reference, submissionReference, procedureName } = row
  const texts = [subject, reference, submissionReference, procedureName.vi, procedureName.en]
  const known = foldVietnamese(texts.join(' '))
  return foldVietnamese(words)
    .split(' ')
    .every((word) => known.includes(word))
}

async function allOf(actor: PersonActor): Promise<OwnDossier[]> {
  const owner = draftOwner(actor, 'view-dossiers')
  const rows = owner ? await findOwnDossiers(db, owner) : []
  const named: OwnDossier[] = []
  for (const row of rows) {
    const { shortName } = await procedureOfVersion(db, row.procedureVersionId)
    named.push({ ...row, procedureName: shortName })
  }
  return named
}
