import { db, inTransaction } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { saveEidPerson } from '@/db/queries/identity'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import type { PersonActor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { newId } from '@/lib/shared/ids'
import type { Result } from '@/lib/shared/result'
import { aFullDraft, anOfficer, payFor } from '@/tests/integration/dossiers/stage'

/**
 * A dossier of Lê Thị Mẫu that Lê Minh works on, made by the use cases in the database of the running
 * product: the way there is played in another journey.
 */
export async function aCaseUnderWork(env: Record<string, string>): Promise<string> {
  Object.assign(process.env, env)
  const owner = await theOwner(env['EID_ISSUER'] ?? '')
  const draftId = await aFullDraft(owner)
  const key = newId()
  const { dossierId } = must(await submitDossier({ actor: owner, draftId, key, at: clock.now() }))
  await payFor(owner, dossierId)
  must(await acceptDossier(await act(await anOfficer('deskOfficer'), dossierId)))
  const { postId } = (await anOfficer('caseOfficer')).capacity
  must(
    await assignDossier({ ...(await act(await anOfficer('headOfDivision'), dossierId)), postId }),
  )
  return dossierId
}

async function theOwner(eidIssuer: string): Promise<PersonActor> {
  const fullName = 'Lê Thị Mẫu'
  const personId = await inTransaction((tx) =>
    saveEidPerson(tx, {
      id: newId(),
      fullName,
      eidIssuer,
      eidSubject: 'eid-le-thi-mau',
      assurance: 2,
      email: 'mau@demo.test',
      phone: '0900000101',
      createdAt: new Date(),
    }),
  )
  const capacity = { kind: 'self' } as const
  return {
    kind: 'person',
    personId,
    sessionId: newId(),
    signIn: 'eid',
    assurance: 2,
    fullName,
    capacity,
  }
}

async function act(actor: PersonActor, dossierId: string) {
  const dossier = await findDossier(db, dossierId)
  return { actor, dossierId, expectedVersion: dossier?.version ?? -1, at: clock.now() }
}

function must<Value>(result: Result<Value, { code: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
}
