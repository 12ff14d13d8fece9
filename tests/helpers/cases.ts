import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import type { PersonActor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { anApplicant, anOfficer, aPaidDossier } from '@/tests/integration/dossiers/stage'
import { act, done } from '@/tests/integration/dossiers/walk'

type Env = Record<string, string>

/**
 * A dossier of Lê Thị Mẫu that waits for the desk, filed and paid by the use cases in the database of
 * the running product: filing and paying by hand are played in journeys of their own. She is the person
 * whom the e-ID of that product signs in.
 */
export async function aPaidCase(env: Env): Promise<string> {
  Object.assign(process.env, env)
  const eid = { eidIssuer: env['EID_ISSUER'] ?? '', eidSubject: 'eid-le-thi-mau' }
  return aPaidDossier(await anApplicant('Lê Thị Mẫu', eid), clock.now())
}

/** The same, accepted and in the hands of Lê Minh. */
export async function aCaseUnderWork(env: Env): Promise<string> {
  const dossierId = await aPaidCase(env)
  done(await acceptDossier(await actNow(await anOfficer('deskOfficer'), dossierId)))
  const { postId } = (await anOfficer('caseOfficer')).capacity
  const head = await anOfficer('headOfDivision')
  done(await assignDossier({ ...(await actNow(head, dossierId)), postId }))
  return dossierId
}

async function actNow(actor: PersonActor, dossierId: string) {
  return { ...(await act(actor, dossierId)), at: clock.now() }
}
