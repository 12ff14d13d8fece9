import type { Transaction } from '@/db/client'
import {
  findDossierForUpdate,
  insertDossier,
  insertDossierAnswers,
  insertParties,
  type NewDossier,
  type NewParty,
} from '@/db/queries/dossiers'
import type { Doubt } from '@/db/schema/dossiers'
import type { EventDetails } from '@/lib/casework/event-details'
import { type RecordedEvent, record } from '@/lib/casework/perform-event'
import type { Actor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'
import type { JobPromise } from '@/lib/shared/job-kinds'
import { BIRTH } from '@/lib/workflow/flows/licence'
import { NATIONAL_STATE } from '@/lib/workflow/flows/licence-states'

type ByBirth =
  | 'state'
  | 'nationalState'
  | 'paymentState'
  | 'deliveryState'
  | 'syncState'
  | 'updatedAt'
export type DossierBirth = {
  dossier: Omit<NewDossier, ByBirth>
  parties: Omit<NewParty, 'dossierId'>[]
  answers: Answers
  /** What the applicant was told, and filed all the same. */
  insisted?: Doubt[]
  actor: Actor
  details: EventDetails<'submit'>
  jobs?: (event: RecordedEvent) => JobPromise[]
}

/**
 * Brings a dossier into the world with its parties, its answers and its first event. With a fee it
 * waits for the money; without one the desk's clock starts at once.
 */
export async function openDossier(tx: Transaction, birth: DossierBirth): Promise<RecordedEvent> {
  const { dossier } = birth
  const withFee = dossier.feeVnd > 0
  const move = BIRTH[withFee ? 'with-fee' : 'without-fee']
  await insertDossier(tx, {
    ...dossier,
    state: move.to,
    nationalState: NATIONAL_STATE[move.to],
    paymentState: withFee ? 'due' : 'none',
    deliveryState: 'none',
    syncState: 'pending',
    updatedAt: dossier.submittedAt,
  })
  await insertParties(
    tx,
    birth.parties.map((party) => ({ ...party, dossierId: dossier.id })),
  )
  await insertDossierAnswers(tx, {
    dossierId: dossier.id,
    version: 1,
    answers: birth.answers,
    ...(birth.insisted && { insisted: birth.insisted }),
    createdAt: dossier.submittedAt,
  })
  return record(tx, {
    dossier: await getBorn(tx, dossier.id),
    move,
    request: {
      dossierId: dossier.id,
      event: 'submit',
      actor: birth.actor,
      at: dossier.submittedAt,
      details: birth.details,
      ...(birth.jobs ? { jobs: birth.jobs } : {}),
    },
  })
}

async function getBorn(tx: Transaction, id: string) {
  const row = await findDossierForUpdate(tx, id)
  if (!row) throw new Error(`dossier ${id} was not inserted`)
  return row
}
