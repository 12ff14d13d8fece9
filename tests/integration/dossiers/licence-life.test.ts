import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findCounters } from '@/db/queries/counters'
import { getDefinition } from '@/db/queries/definitions'
import { findDocument, findDocumentFile, findDocumentNumber } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { findFile } from '@/db/queries/files'
import { findLicenceOfDocument } from '@/db/queries/registry'
import { getProcedureBody } from '@/lib/casework/definitions'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { approvalSubject, approveDossier } from '@/lib/dossiers/approve-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { authoriseSeal, findSigned } from '@/lib/dossiers/authorise-seal'
import { confirmProposal } from '@/lib/dossiers/confirm-proposal'
import { findDraftHash } from '@/lib/dossiers/find-draft'
import { openResult } from '@/lib/dossiers/open-result'
import { proposeDecision } from '@/lib/dossiers/propose-decision'
import { recordAppraisal } from '@/lib/dossiers/record-appraisal'
import { renderReceipt } from '@/lib/dossiers/render-receipt'
import { sealResult } from '@/lib/dossiers/seal-result'
import { signResult } from '@/lib/dossiers/sign-result'
import { readFileBytes } from '@/lib/files/store'
import type { PersonActor } from '@/lib/identity/actor'
import { requestOneTimeCode } from '@/lib/identity/one-time-code'
import { verifyChain } from '@/lib/ledger/chain'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, setTheStage } from './stage'
import { holdInspection } from './visit'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const CODE = '246810'

async function act(actor: PersonActor, dossierId: string, at = MONDAY) {
  const dossier = await findDossier(db, dossierId)
  return { actor, dossierId, expectedVersion: dossier?.version ?? -1, at }
}

async function lastEvent(dossierId: string) {
  const event = (await findEvents(db, dossierId)).at(-1)
  if (!event) throw new Error('no event')
  return event
}

async function sendCode(actor: PersonActor, purpose: string, subject: string) {
  const sent = await requestOneTimeCode({ actor, purpose, subject }, { newCode: () => CODE })
  expect(sent.ok).toBe(true)
}

async function walkToApproval(dossierId: string) {
  const [desk, head, officer] = [
    await anOfficer('deskOfficer'),
    await anOfficer('headOfDivision'),
    await anOfficer('caseOfficer'),
  ]
  expect(await acceptDossier(await act(desk, dossierId))).toMatchObject({ ok: true })
  const { postId } = officer.capacity
  expect(await assignDossier({ ...(await act(head, dossierId)), postId })).toMatchObject({
    ok: true,
  })
  const dossier = await findDossier(db, dossierId)
  const { checklist } = getProcedureBody(await getDefinition(db, dossier?.procedureVersionId ?? ''))
  const checks = checklist.map(({ key }) => ({ itemKey: key, verdict: 'pass' as const, note: '' }))
  expect(await recordAppraisal({ ...(await act(officer, dossierId)), checks })).toMatchObject({
    ok: true,
  })
  expect(await holdInspection({ officer, dossierId })).toMatchObject({ ok: true })
  const proposal = {
    ...(await act(officer, dossierId)),
    decision: 'grant' as const,
    opinion: 'Đủ điều kiện, đề nghị cấp.',
  }
  expect(await proposeDecision(proposal)).toMatchObject({ ok: true })
  const confirmation = { ...(await act(head, dossierId)), comment: 'Đồng ý trình lãnh đạo.' }
  expect(await confirmProposal(confirmation)).toMatchObject({ ok: true })
}

describe('one clinic licence, from the paid dossier to the register', () => {
  it('passes every desk, gets two signatures, one number and one row in the register', async () => {
    const applicant = await anApplicant()
    const dossierId = await aPaidDossier(applicant)
    const paid = await findDossier(db, dossierId)
    expect(paid).toMatchObject({ state: 'submitted', nationalState: 1, paymentState: 'paid' })
    await walkToApproval(dossierId)

    await renderReceipt({ dossierId })
    await renderReceipt({ dossierId })
    const slip = await findDocument(db, dossierId, 'receipt-slip')
    expect(slip?.data).toMatchObject({
      promise: { kind: 'two-clocks', appraisalDueDay: '2027-01-22' },
    })

    const leader = await anOfficer('agencyLeader', { nth: 1 })
    const contentHash = (await findDraftHash(dossierId, leader.capacity)) ?? ''
    await sendCode(leader, 'approve', approvalSubject(dossierId, contentHash))
    const approval = { ...(await act(leader, dossierId)), contentHash, code: CODE }
    expect(await approveDossier(approval)).toMatchObject({ ok: true })
    const approved = await lastEvent(dossierId)
    await signResult({ dossierId, eventId: approved.id })
    await signResult({ dossierId, eventId: approved.id })
    const document = await findDocument(db, dossierId, 'licence')
    if (!document) throw new Error('no licence')
    expect(document).toMatchObject({ state: 'signed', number: null, issuedOn: null })

    const clerk = await anOfficer('recordsClerk')
    const fileHash = (await findSigned(dossierId))?.hash ?? ''
    await sendCode(clerk, 'authorise-seal', approvalSubject(dossierId, fileHash))
    const seal = { ...(await act(clerk, dossierId)), fileHash, code: CODE }
    expect(await authoriseSeal(seal)).toMatchObject({ ok: true })
    const sealing = await lastEvent(dossierId)
    await Promise.all([
      sealResult({ dossierId, eventId: sealing.id }),
      sealResult({ dossierId, eventId: sealing.id }),
    ])

    const number = await findDocumentNumber(db, document.id)
    expect(number).toMatchObject({ number: '00001/HNO-GPHĐ', issuedOn: '2026-11-23' })
    expect(await findLicenceOfDocument(db, document.id)).toMatchObject({
      number: '00001/HNO-GPHĐ',
      status: 'in-force',
    })
    const issued = await findDocumentFile(db, document.id, 'issued')
    const file = await findFile(db, issued?.fileId ?? '')
    const report = verifyPdf(await readFileBytes(file?.storageKey ?? ''), {
      trust: await configuredTrust(),
      at: new Date(),
    })
    expect(report).toMatchObject({ verdict: 'valid' })
    expect(report.signatures.map(({ role, level }) => `${role} ${level}`)).toEqual([
      'leader B-T',
      'seal B-T',
    ])

    expect(await openResult(applicant, { dossierId, at: MONDAY })).toMatchObject({ ok: true })
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'delivered',
      nationalState: 10,
    })
  })

  it('leaves an unbroken chain without a personal word in it', async () => {
    const rows = await db.execute<{ dossier_id: string }>(
      sql`select distinct dossier_id from dossier_events`,
    )
    for (const { dossier_id: id } of rows) {
      const events = await findEvents(db, id)
      expect(verifyChain(events)).toMatchObject({ ok: true })
      const text = events.map(({ canonical }) => canonical).join('')
      for (const word of ['Mẫu', 'An Bình', 'demo.test', '001085001234'])
        expect(text).not.toContain(word)
    }
  })

  it('keeps counters that say what the queues hold', async () => {
    const kept = await findCounters(db, 'syt-01')
    const counted = await db.execute<{ state: string; open: number }>(
      sql`select state, count(*)::int as open from dossiers where solving_agency_id = 'syt-01' group by state`,
    )
    const whole = kept.filter(({ assigneePostId, open }) => assigneePostId === '' && open !== 0)
    expect(Object.fromEntries(whole.map(({ state, open }) => [state, open]))).toEqual(
      Object.fromEntries([...counted].map(({ state, open }) => [state, open])),
    )
  })
})
