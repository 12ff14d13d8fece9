import type { Transaction } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { insertDocument } from '@/db/queries/documents'
import { findParties } from '@/db/queries/dossiers'
import {
  findFindings,
  findTeam,
  type InspectionRow,
  insertSignatures,
} from '@/db/queries/inspections'
import { promiseJobs } from '@/db/queries/jobs'
import { findTurnFiles } from '@/db/queries/turn-files'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { ClosedVisit } from '@/lib/dossiers/inspections/closed-visit'
import { minutesData } from '@/lib/dossiers/inspections/minutes-data'
import type { OpenCase } from '@/lib/dossiers/inspections/open-case'
import { newId } from '@/lib/shared/ids'
import { accept, type Result } from '@/lib/shared/result'

type Closed = { act: ClosedVisit; open: OpenCase; visit: InspectionRow }

/**
 * Freezes what the minutes say and opens a place for each side's signature. The lead who closes the
 * visit signs by doing so; another lead signs by an act of their own.
 */
export async function prepareMinutes(
  tx: Transaction,
  { act, open, visit }: Closed,
): Promise<Result<undefined, { code: 'unprintable-text' }>> {
  const { dossier } = open
  const team = await findTeam(tx, visit.id)
  const photos = await findTurnFiles(tx, { owner: 'inspection', ownerId: visit.id })
  const data = minutesData({
    act,
    open,
    visit,
    team,
    agency: await getAgency(tx, dossier.solvingAgencyId),
    findings: await findFindings(tx, visit.id),
    photos: photos.filter(({ state }) => state !== 'rejected'),
    owner: (await findParties(tx, dossier.id)).find(({ role }) => role === 'owner'),
  })
  if (!data.ok) return data
  const documentId = newId()
  await insertDocument(tx, {
    id: documentId,
    dossierId: dossier.id,
    kind: 'inspection-minutes',
    data: data.value,
    verifyCode: null,
    number: act.minutesNumber || null,
    issuedOn: act.heldOn,
    state: 'prepared',
    createdAt: act.at,
  })
  const lead = team.find(({ part }) => part === 'lead')
  const leads = lead?.postId === postOf(act)
  await insertSignatures(tx, [
    {
      documentId,
      side: 'team',
      name: lead?.name ?? '',
      title: lead?.title ?? '',
      postId: lead?.postId ?? null,
      ...(leads ? { way: 'key' as const, confirmedBy: lead?.name ?? '', confirmedAt: act.at } : {}),
    },
    { documentId, side: 'facility', ...act.facility },
  ])
  if (leads) await promiseSigning(tx, documentId)
  return accept(undefined)
}

/** The signature itself is made by a job with the lead's own key. */
export function promiseSigning(tx: Transaction, documentId: string): Promise<void> {
  const key = `sign-minutes:${documentId}`
  return promiseJobs(tx, [{ kind: 'sign-minutes', payload: { documentId }, key }])
}
