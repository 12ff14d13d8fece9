import { db } from '@/db/client'
import { findOwnDossiers, type OwnDossier } from '@/db/queries/own-dossiers'
import type { PersonActor } from '@/lib/identity/actor'
import { APPLICANT_STATES, type LicenceState } from '@/lib/workflow/flows/licence-states'

export type { OwnDossier }
export type MyDossiers = { needsMe: OwnDossier[]; inProgress: OwnDossier[]; done: OwnDossier[] }

const NEEDS_ME: readonly LicenceState[] = [...APPLICANT_STATES, 'issued', 'refused']
const DONE: readonly LicenceState[] = ['delivered', 'refused-at-intake', 'withdrawn', 'stopped']

/** The applicant's dossiers in the three piles of the home page: what needs me, in progress, done. */
export async function listMyDossiers(actor: PersonActor): Promise<MyDossiers> {
  const { personId, capacity } = actor
  const organisationId = capacity.kind === 'organisation' ? capacity.organisationId : null
  const all = await findOwnDossiers(db, { personId, organisationId })
  return {
    needsMe: all.filter(({ state }) => NEEDS_ME.includes(state)),
    inProgress: all.filter(({ state }) => !NEEDS_ME.includes(state) && !DONE.includes(state)),
    done: all.filter(({ state }) => DONE.includes(state)),
  }
}
