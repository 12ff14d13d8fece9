import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { db, inTransaction } from '@/db/client'
import { findPostsWithRole } from '@/db/queries/agencies'
import { findDefinition } from '@/db/queries/definitions'
import { changeDraft } from '@/db/queries/drafts'
import { addPaperFile, insertFile, insertPaper } from '@/db/queries/files'
import { getPerson, saveEidPerson } from '@/db/queries/identity'
import { listOrders } from '@/db/queries/payments'
import { loadReferenceData } from '@/lib/administration/load-reference-data'
import { seedDemo } from '@/lib/administration/seed-demo'
import { getProcedureBody } from '@/lib/casework/definitions'
import { rulesAt } from '@/lib/casework/form-rules'
import { markOfDoubts } from '@/lib/casework/read-doubts'
import { sealAnswers } from '@/lib/casework/sealed-answers'
import { confirmNotice } from '@/lib/dossiers/confirm-payment'
import { payFee } from '@/lib/dossiers/pay-fee'
import { startDraft } from '@/lib/drafts/start-draft'
import { type Submission, submitDossier } from '@/lib/drafts/submit-dossier'
import { storageKeyOf, writeOnce } from '@/lib/files/store'
import type { PersonActor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { requiredPapers } from '@/lib/procedures/required-papers'
import { newId } from '@/lib/shared/ids'
import { accept } from '@/lib/shared/result'
import type { OfficerRole } from '@/lib/workflow/roles'
import { clinicAnswers } from '@/tests/factories/answers'
import { startCertificateAuthority } from '@/tests/sandbox/certificate-authority/start'

export const PROCEDURE = 'gphd-specialist-clinic-new'
/** Monday 23/11/2026, 10:00 in Viet Nam. */
export const MONDAY = new Date('2026-11-23T03:00:00Z')

/** Definitions, agencies, the cast of officers and an authority that stamps; returns how to end it. */
export async function setTheStage(): Promise<() => Promise<void>> {
  const keysDir = await mkdtemp(join(tmpdir(), 'onedoor-keys-'))
  const authority = await startCertificateAuthority({ port: 0, keysDir })
  Object.assign(process.env, {
    SIGNING_KEYS_DIR: keysDir,
    TRUST_ROOTS: join(keysDir, 'root.crt.pem'),
    TSA_URL: `http://localhost:${authority.port}/tsa`,
  })
  await loadReferenceData()
  await seedDemo(new Date('2026-11-01T00:00:00Z'))
  return authority.close
}

/** An applicant with an electronic identity, acting for themselves; somebody new unless it is said who. */
export async function anApplicant(
  name = 'Lê Thị Mẫu',
  { eidIssuer = 'http://localhost:3001', eidSubject = `eid-${newId()}` } = {},
): Promise<PersonActor> {
  const personId = await inTransaction((tx) =>
    saveEidPerson(tx, {
      id: newId(),
      fullName: name,
      eidIssuer,
      eidSubject,
      assurance: 2,
      email: 'mau@demo.test',
      phone: '0900000101',
      createdAt: MONDAY,
    }),
  )
  return {
    kind: 'person',
    personId,
    sessionId: newId(),
    signIn: 'eid',
    assurance: 2,
    fullName: name,
    capacity: { kind: 'self' },
  }
}

/** An officer of the cast by role; `nth` picks a colleague. */
export async function anOfficer(
  role: OfficerRole,
  { agencyId = 'syt-01', nth = 0 } = {},
): Promise<PersonActor & { capacity: Extract<PersonActor['capacity'], { kind: 'officer' }> }> {
  const post = (await findPostsWithRole(db, { agencyId, role, at: MONDAY }))[nth]
  if (!post) throw new Error(`no ${role} in ${agencyId}`)
  const person = await getPerson(db, post.personId)
  const { position, roles } = post
  return {
    kind: 'person',
    personId: person.id,
    sessionId: newId(),
    signIn: 'eid',
    assurance: 2,
    fullName: person.fullName,
    capacity: { kind: 'officer', postId: post.id, agencyId, position, roles },
  }
}

type Filling = { at?: Date; procedureKey?: string; answersOf?: (rules: FormRules) => Answers }

/** A draft with every answer and paper, ready to be sent: of the dental clinic unless the test says otherwise. */
export async function aFullDraft(
  actor: PersonActor,
  { at = MONDAY, procedureKey = PROCEDURE, answersOf = () => clinicAnswers() }: Filling = {},
): Promise<string> {
  const started = await startDraft(actor, { procedureKey, at })
  if (!started.ok) throw new Error(started.refusal.code)
  const { draftId } = started.value
  const day = '2026-11-23'
  const version = await findDefinition(db, { kind: 'procedure', key: procedureKey, day })
  if (!version) throw new Error('the procedure is not loaded')
  const procedure = getProcedureBody(version)
  const rules = rulesAt(procedure, MONDAY)
  const answers = answersOf(rules)
  await inTransaction(async (tx) => {
    await changeDraft(tx, draftId, {
      answers: sealAnswers(procedure, answers),
      updatedAt: MONDAY,
    })
    const demands = requiredPapers(procedure, answers, rules.facts)
    for (const { paper } of demands.filter(({ demand }) => demand === 'required')) {
      const fileId = newId()
      await writeOnce(storageKeyOf(fileId), Buffer.from(`%PDF-1.4 ${paper.key}`))
      await insertFile(tx, aFile(fileId, actor.personId))
      const paperId = newId()
      await insertPaper(tx, {
        id: paperId,
        draftId,
        slotKey: paper.key,
        version: 1,
        source: 'upload',
        createdAt: MONDAY,
      })
      await addPaperFile(tx, { paperId, fileId, position: 1 })
    }
  })
  return draftId
}

function aFile(id: string, uploadedBy: string) {
  return {
    id,
    uploadedBy,
    name: 'giay-to.pdf',
    size: 20,
    sha256: id.replaceAll('-', '').repeat(2),
    mediaType: 'application/pdf',
    state: 'clean' as const,
    rejectedReason: null,
    scannedBy: 'test',
    storageKey: storageKeyOf(id),
    pageCount: null,
    createdAt: MONDAY,
  }
}

/** Files a full draft of the applicant. */
export async function aFiledDossier(actor: PersonActor, at = MONDAY): Promise<string> {
  const draftId = await aFullDraft(actor, { at })
  const filed = await fileKnowingly({ actor, draftId, key: newId(), at })
  if (!filed.ok) throw new Error(JSON.stringify(filed.refusal))
  return filed.value.dossierId
}

/** Files as somebody does who reads what does not fit, and still wants to file. */
export async function fileKnowingly(submission: Submission) {
  const filed = await submitDossier(submission)
  if (filed.ok || filed.refusal.code !== 'doubts-unread') return filed
  return submitDossier({ ...submission, insists: markOfDoubts(filed.refusal) })
}

/** Pays the open order as the gateway would say it. */
export async function payFor(actor: PersonActor, dossierId: string): Promise<void> {
  const started = await payFee(actor, { dossierId, locale: 'vi', payerIp: '127.0.0.1' })
  if (!started.ok) throw new Error(started.refusal.code)
  const order = (await listOrders(db, dossierId)).find(({ state }) => state === 'open')
  if (!order) throw new Error('no open order')
  const reading = accept({
    txnRef: order.txnRef,
    amount: order.amount,
    verdict: 'paid' as const,
    transactionNo: String(Date.now()),
    paidAt: new Date(),
  })
  await confirmNotice({
    source: 'notice',
    raw: { vnp_TxnRef: order.txnRef },
    reading,
    at: new Date(),
  })
}

/** A dossier that the desk can see. */
export async function aPaidDossier(actor: PersonActor, at = MONDAY): Promise<string> {
  const dossierId = await aFiledDossier(actor, at)
  await payFor(actor, dossierId)
  return dossierId
}
