import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findDocument, findDocumentFile, findDocumentNumber } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { performEvent } from '@/lib/casework/perform-event'
import { approvalSubject, approveDossier } from '@/lib/dossiers/approve-dossier'
import { authoriseSeal, findSigned, sealSubject } from '@/lib/dossiers/authorise-seal'
import { sealResult } from '@/lib/dossiers/seal-result'
import { signResult } from '@/lib/dossiers/sign-result'
import { makeDemoKeys } from '@/tests/sandbox/certificate-authority/demo-keys'
import { anOfficer, MONDAY, setTheStage } from './stage'
import { act, aDossierForTheLeader, approve, authorise, CODE, sendCode } from './walk'

const ANOTHER_HASH = 'f'.repeat(64)

let end: () => Promise<void>
let dossierId: string
beforeAll(async () => {
  end = await setTheStage()
})
beforeEach(async () => {
  dossierId = await aDossierForTheLeader()
})
afterAll(() => end())

const stateOf = async (id: string) => (await findDossier(db, id))?.state
const eventIdOf = async (id: string) => (await findEvents(db, id)).at(-1)?.id ?? ''
const licenceOf = async (id: string) => {
  const document = await findDocument(db, id, 'licence')
  if (!document) throw new Error('no licence')
  return document
}
const sign = async (id: string) => {
  await approve(id)
  await signResult({ dossierId: id, eventId: await eventIdOf(id) })
}
const numberOf = async (id: string) =>
  (await findDocumentNumber(db, (await licenceOf(id)).id))?.ordinal

describe('the leader’s act', () => {
  it('asks for a fresh code at the door itself, whoever forgot to', async () => {
    const leader = await anOfficer('agencyLeader')
    const { id: documentId } = await licenceOf(dossierId)
    const raised = await inTransaction((tx) =>
      performEvent(tx, {
        dossierId,
        event: 'approve',
        actor: leader,
        at: MONDAY,
        details: { documentId, contentHash: ANOTHER_HASH },
      }),
    )
    expect(raised).toEqual({ ok: false, refusal: { code: 'step-up-required' } })
    expect(await stateOf(dossierId)).toBe('approval')
  })

  it('is for the draft that was looked at, and for no other', async () => {
    const leader = await anOfficer('agencyLeader')
    await sendCode(leader, 'approve', approvalSubject(dossierId, ANOTHER_HASH))
    const approval = { ...(await act(leader, dossierId)), contentHash: ANOTHER_HASH, code: CODE }
    expect(await approveDossier(approval)).toMatchObject({ refusal: { code: 'draft-changed' } })
    expect(await stateOf(dossierId)).toBe('approval')
  })
})

describe('the clerk’s act', () => {
  it('is for the signed file that was looked at, and gives no number for another', async () => {
    await sign(dossierId)
    const clerk = await anOfficer('recordsClerk')
    await sendCode(clerk, 'authorise-seal', sealSubject(dossierId, ANOTHER_HASH))
    const seal = { ...(await act(clerk, dossierId)), fileHash: ANOTHER_HASH, code: CODE }
    expect(await authoriseSeal(seal)).toMatchObject({ refusal: { code: 'file-changed' } })
    expect(await numberOf(dossierId)).toBeUndefined()
  })

  it('gives numbers that follow each other, also after one that was refused', async () => {
    const another = await aDossierForTheLeader()
    for (const id of [dossierId, another]) await sign(id)
    await authorise(dossierId)
    const clerk = await anOfficer('recordsClerk')
    const fileHash = (await findSigned(another))?.hash ?? ''
    await sendCode(clerk, 'authorise-seal', sealSubject(another, fileHash))
    const stale = { ...(await act(clerk, another)), expectedVersion: 99, fileHash, code: CODE }
    expect(await authoriseSeal(stale)).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    await authorise(another)
    const [first = 0, second = 0] = [await numberOf(dossierId), await numberOf(another)]
    expect(second - first).toBe(1)
  })
})

describe('the seal', () => {
  it('issues nothing that our own verifier does not call valid', async () => {
    await sign(dossierId)
    await authorise(dossierId)
    const job = { dossierId, eventId: await eventIdOf(dossierId) }
    const { id: documentId } = await licenceOf(dossierId)
    const roots = process.env['TRUST_ROOTS'] ?? ''
    const trusted = await readFile(roots)
    await writeFile(roots, await strangersRoot())
    await expect(sealResult(job)).rejects.toThrow('our own verifier says not-ours')
    expect(await findDocumentFile(db, documentId, 'issued')).toBeUndefined()
    expect(await stateOf(dossierId)).toBe('sealing')
    await writeFile(roots, trusted)
    await sealResult(job)
    expect(await stateOf(dossierId)).toBe('issued')
  })
})

async function strangersRoot(): Promise<string> {
  const { root } = await makeDemoKeys(await mkdtemp(join(tmpdir(), 'onedoor-strangers-')))
  return root.certificate.toString('pem')
}
