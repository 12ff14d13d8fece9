import { db, type Queryable } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findCorrections, findSignatures, findVisit } from '@/db/queries/inspections'
import type { TurnFilePlace } from '@/db/queries/turn-files'
import { type CaseFile, findCaseFile } from '@/lib/casework/case-file'
import type { MediaKind } from '@/lib/files/media-kinds'
import type { PersonActor } from '@/lib/identity/actor'
import { may } from '@/lib/identity/permissions'
import { accept, type Result, refuse } from '@/lib/shared/result'

export const TURN_PLACES = ['photos', 'signed-minutes', 'correction-report'] as const
export type TurnPlaceKey = (typeof TURN_PLACES)[number]
export type TurnAddress = { dossierId: string; place: TurnPlaceKey }

type Rules = { accept: readonly MediaKind[]; maxSizeMb: number; maxFiles: number }
export const TURN_RULES: Record<TurnPlaceKey, Rules> = {
  photos: { accept: ['jpeg', 'png'], maxSizeMb: 15, maxFiles: 40 },
  'signed-minutes': { accept: ['pdf', 'jpeg', 'png'], maxSizeMb: 20, maxFiles: 10 },
  'correction-report': { accept: ['pdf', 'jpeg', 'png'], maxSizeMb: 20, maxFiles: 20 },
}

export type TurnPlace = TurnFilePlace & { dossierId: string; rules: Rules }
export type TurnPlaceRefusal = { code: 'not-found' | 'slot-not-found' }

/**
 * Where files of an inspection may be added now: photos while the visit is planned, the signed paper
 * until the facility's side stands, the facility's own while corrections are demanded. For whoever may
 * not do so, the place does not exist.
 */
export async function findTurnPlace(
  actor: PersonActor,
  { dossierId, place }: TurnAddress,
  on: Queryable = db,
): Promise<Result<TurnPlace, TurnPlaceRefusal>> {
  const file = await findCaseFile(on, actor, { dossierId, right: 'view-papers' })
  if (!file.ok) return file
  const right = place === 'correction-report' ? 'report-corrections' : 'plan-inspection'
  if (may(actor, right, file.value.facts) !== 'allowed') return refuse({ code: 'not-found' })
  const found = await OPEN[place](on, file.value)
  if (!found) return refuse({ code: 'slot-not-found' })
  return accept({ ...found, dossierId, rules: TURN_RULES[place] })
}

type FindOpen = (on: Queryable, file: CaseFile) => Promise<TurnFilePlace | undefined>

const OPEN: Record<TurnPlaceKey, FindOpen> = {
  photos: async (on, { dossier }) => {
    const visit = await findVisit(on, dossier.id)
    return visit?.state === 'planned' ? { owner: 'inspection', ownerId: visit.id } : undefined
  },
  'signed-minutes': async (on, { dossier }) => {
    const minutes = await findDocument(on, dossier.id, 'inspection-minutes')
    const sides = minutes ? await findSignatures(on, [minutes.id]) : []
    const open = sides.some(({ side, confirmedAt }) => side === 'facility' && !confirmedAt)
    return minutes && open ? { owner: 'inspection', ownerId: minutes.id } : undefined
  },
  'correction-report': async (on, { dossier }) => {
    const [newest] = await findCorrections(on, dossier.id)
    const open = dossier.state === 'site-correction' && newest?.state === 'demanded'
    return open ? { owner: 'correction-report', ownerId: newest.id } : undefined
  },
}
