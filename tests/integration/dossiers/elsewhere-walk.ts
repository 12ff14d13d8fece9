import { db, inTransaction } from '@/db/client'
import { appendDefinition } from '@/db/queries/definitions'
import { findDossier } from '@/db/queries/dossiers'
import { contentHash } from '@/lib/administration/definition-files'
import { passOn } from '@/lib/dossiers/outcomes/pass-on'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { ELSEWHERE, elsewhereProcedure } from '@/tests/factories/elsewhere-procedure'
import type { Officer } from './lending'
import { aFullDraft, anApplicant, anOfficer, fileKnowingly, MONDAY, payFor } from './stage'
import { act, done } from './walk'

/** The same Monday at 15:30 in Viet Nam; Tuesday 24/11/2026 is a day off. */
export const ARRIVAL = new Date('2026-11-23T08:30:00Z')
export const HO_CHI_MINH = 'syt-79'

/** Puts the procedure that may be filed elsewhere beside the shipped ones. */
export async function openElsewhere(): Promise<void> {
  const body = elsewhereProcedure()
  await inTransaction((tx) =>
    appendDefinition(tx, {
      id: newId(),
      kind: 'procedure',
      key: ELSEWHERE,
      version: 1,
      hash: contentHash(body),
      effectiveFrom: '2024-01-01',
      effectiveTo: null,
      body,
      unverifiedFacts: 0,
      loadedAt: MONDAY,
    }),
  )
}

export type Elsewhere = { dossierId: string; owner: PersonActor; desk: Officer; counter: Officer }

/** Filed at the counter of Hồ Chí Minh City for Hà Nội, and paid. */
export async function aHeldDossier(): Promise<Elsewhere> {
  const owner = await anApplicant()
  const draftId = await aFullDraft(owner, { procedureKey: ELSEWHERE })
  const place = {
    receivingAgencyId: HO_CHI_MINH,
    supportPlace: ' Ủy ban nhân dân phường Bến Thành ',
  }
  const filed = await fileKnowingly({ actor: owner, draftId, key: newId(), at: MONDAY, place })
  const { dossierId } = done(filed)
  await payFor(owner, dossierId)
  const counter = await anOfficer('deskOfficer', { agencyId: HO_CHI_MINH })
  return { dossierId, owner, desk: await anOfficer('deskOfficer'), counter }
}

/** The same with its data in Hà Nội; `papers` follow. */
export async function aPassedDossier(papers: string[] = []): Promise<Elsewhere> {
  const story = await aHeldDossier()
  done(await passOnNow(story, papers))
  return story
}

export async function passOnNow({ counter, dossierId }: Elsewhere, papers: string[] = []) {
  return passOn({ ...(await act(counter, dossierId)), at: ARRIVAL, papers })
}

export async function theDossier(dossierId: string) {
  const dossier = await findDossier(db, dossierId)
  if (!dossier) throw new Error('no dossier')
  return dossier
}
