import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument, findDocumentFile } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents, findTimeline } from '@/db/queries/events'
import { findFile } from '@/db/queries/files'
import { licenceDataSchema } from '@/lib/documents/licence-data'
import { approvalSubject, approveDossier } from '@/lib/dossiers/approve-dossier'
import { claimDossier } from '@/lib/dossiers/assignment/claim-dossier'
import { confirmProposal } from '@/lib/dossiers/confirm-proposal'
import { findDraftHash } from '@/lib/dossiers/find-draft'
import { requestActCode } from '@/lib/dossiers/request-act-code'
import { signResult } from '@/lib/dossiers/sign-result'
import { viewForOffice } from '@/lib/dossiers/view-dossier'
import { readFileBytes } from '@/lib/files/store'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import { deputy, director, inPlaceOf, type Officer } from './lending'
import { anOfficer, MONDAY, setTheStage } from './stage'
import { act, aDossierForTheLeader, CODE, done, sendCode } from './walk'

let endStage: () => Promise<void>
beforeAll(async () => {
  endStage = await setTheStage()
})
afterAll(() => endStage())

const head = () => anOfficer('headOfDivision')
const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code

async function approveAs(officer: Officer, dossierId: string) {
  const contentHash = (await findDraftHash(dossierId, officer.capacity)) ?? ''
  await sendCode(officer, 'approve', approvalSubject(dossierId, contentHash))
  return approveDossier({ ...(await act(officer, dossierId)), contentHash, code: CODE })
}

async function signedBy(dossierId: string) {
  const approval = (await findEvents(db, dossierId)).find(({ type }) => type === 'approve')
  await signResult({ dossierId, eventId: approval?.id ?? '' })
  const document = await findDocument(db, dossierId, 'licence')
  const stage = document && (await findDocumentFile(db, document.id, 'signed'))
  const file = stage && (await findFile(db, stage.fileId))
  if (!document || !file) throw new Error('nothing was signed')
  const verdict = verifyPdf(await readFileBytes(file.storageKey), {
    trust: await configuredTrust(),
    at: new Date(),
    requiredRoles: ['leader'],
  })
  return { approval, verdict, data: licenceDataSchema.parse(document.data) }
}

describe('a licence signed in somebody’s place', () => {
  it('carries KT., both titles, the signer’s own name and certificate; the record carries both', async () => {
    const dossierId = await aDossierForTheLeader()
    const [from, to] = [await director(), await deputy()]
    const standIn = await inPlaceOf(from, to)
    done(await approveAs(standIn, dossierId))
    const { approval, verdict, data } = await signedBy(dossierId)
    expect(data.signature).toEqual({
      capacityLines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
      signerName: 'Đỗ Thị Hạnh',
    })
    expect(verdict.signatures.map(({ commonName }) => commonName)).toEqual(['Đỗ Thị Hạnh (DEMO)'])
    expect(approval).toMatchObject({
      actorPersonId: to.personId,
      actorPostId: to.capacity.postId,
      actingForPostId: from.capacity.postId,
    })
    const told = (await findTimeline(db, dossierId)).find(({ type }) => type === 'approve')
    expect(told).toMatchObject({ actorName: 'Đỗ Thị Hạnh', forName: 'Nguyễn Văn Mẫu' })
  })

  it('asks for another look when the capacity changes: the words are not the same', async () => {
    const dossierId = await aDossierForTheLeader()
    const [from, to] = [await director(), await deputy()]
    const ordered = await inPlaceOf(from, to, { capacity: 'TUQ.' })
    const own = await findDraftHash(dossierId, to.capacity)
    expect(await findDraftHash(dossierId, ordered.capacity)).not.toBe(own)
    await sendCode(ordered, 'approve', approvalSubject(dossierId, own ?? ''))
    const signed = await approveDossier({
      ...(await act(ordered, dossierId)),
      contentHash: own ?? '',
      code: CODE,
    })
    expect(code(signed)).toBe('draft-changed')
  })
})

describe('what is lent', () => {
  it('reaches as far as the paper and no further', async () => {
    const dossierId = await aDossierForTheLeader()
    const standIn = await inPlaceOf(await director(), await deputy(), {
      events: ['return-to-case-officer'],
    })
    const view = await viewForOffice(standIn, { dossierId, at: MONDAY })
    expect(view.ok && view.value.actions.map(({ event }) => event)).toEqual([
      'return-to-case-officer',
    ])
    expect(code(await approveAs(standIn, dossierId))).toBe('not-permitted')
    const subject = { dossierId, purpose: 'approve' as const, subjectHash: 'a'.repeat(64) }
    expect(code(await requestActCode(standIn, subject))).toBe('not-permitted')
  })

  it('gives no sight of other procedures', async () => {
    const dossierId = await aDossierForTheLeader()
    const [from, to] = [await director(), await deputy()]
    const standIn = await inPlaceOf(from, to)
    const delegation = standIn.capacity.delegation
    if (!delegation) throw new Error('nothing is lent')
    const elsewhere = {
      ...standIn,
      capacity: { ...standIn.capacity, delegation: { ...delegation, procedures: ['another'] } },
    }
    expect((await viewForOffice(elsewhere, { dossierId, at: MONDAY })).ok).toBe(false)
  })
})

describe('four eyes through a delegation', () => {
  it('stops the delegate who reviewed, and the delegate of one who reviewed', async () => {
    const dossierId = await aDossierForTheLeader()
    const reviewer = await head()
    const leader = await director()
    const paper = { events: ['confirm-proposal', 'return-to-case-officer'] as const }
    // The head reviewed: in the leader's place they may not undo it either.
    const asLeader = await inPlaceOf(leader, reviewer, { events: ['return-to-case-officer'] })
    const view = await viewForOffice(asLeader, { dossierId, at: MONDAY })
    expect(view.ok && view.value.actions).toEqual([])
    // The deputy in the head's place reviewed nothing, but the head did.
    const asHead = await inPlaceOf(reviewer, await deputy(), { events: paper.events })
    const confirmed = await confirmProposal({
      ...(await act(asHead, dossierId)),
      comment: 'Đồng ý trình.',
    })
    expect(code(confirmed)).toBe('illegal-event')
  })

  it('stops the delegate who assessed, and the delegate of one who assessed', async () => {
    const dossierId = await aDossierForTheLeader()
    const assessor = await anOfficer('caseOfficer')
    const leader = await director()
    const standIn = await inPlaceOf(leader, await deputy())
    const lent = standIn.capacity.delegation
    if (!lent) throw new Error('nothing is lent')
    const assessed: Officer = {
      ...assessor,
      capacity: { ...assessor.capacity, roles: ['agencyLeader'], delegation: lent },
    }
    const forAssessor: Officer = {
      ...standIn,
      capacity: {
        ...standIn.capacity,
        delegation: { ...lent, principalPersonId: assessor.personId },
      },
    }
    for (const signer of [assessed, forAssessor])
      expect(code(await approveAs(signer, dossierId))).toBe('not-permitted')
    expect(await findDossier(db, dossierId)).toMatchObject({ state: 'approval' })
  })

  it('gives a case officer’s desk to nobody by paper', async () => {
    const dossierId = await aDossierForTheLeader()
    const standIn = await inPlaceOf(await director(), await deputy())
    expect(code(await claimDossier(await act(standIn, dossierId)))).toBe('illegal-event')
  })
})
