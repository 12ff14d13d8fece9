import { db, inTransaction } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { changeDraft } from '@/db/queries/drafts'
import { addPaperFile, insertFile, insertPaper } from '@/db/queries/files'
import { rulesAt } from '@/lib/casework/form-rules'
import { sealAnswers } from '@/lib/casework/sealed-answers'
import { startDraft } from '@/lib/drafts/start-draft'
import { viewDraft } from '@/lib/drafts/view-draft'
import { storageKeyOf, writeOnce } from '@/lib/files/store'
import type { PersonActor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { requiredPapers } from '@/lib/procedures/required-papers'
import { visibleSections } from '@/lib/procedures/visible'
import { newId } from '@/lib/shared/ids'
import { clinicAnswers } from '@/tests/factories/answers'
import { completeAnswers } from '@/tests/factories/complete-answers'
import { practitionerAnswers } from '@/tests/factories/whole-forms/people'
import { carryToResult } from '@/tests/integration/dossiers/any-procedure'
import { aFullDraft, fileKnowingly, MONDAY, payFor } from '@/tests/integration/dossiers/stage'
import { done } from '@/tests/integration/dossiers/walk'

/** Files what is complete, pays, and carries it to its issued result. Returns the dossier. */
async function issue(owner: PersonActor, draftId: string, inspected: boolean): Promise<string> {
  const filed = await fileKnowingly({ actor: owner, draftId, key: newId(), at: MONDAY })
  const { dossierId } = done(filed)
  if ((await findDossier(db, dossierId))?.paymentState === 'due') await payFor(owner, dossierId)
  await carryToResult(owner, { dossierId, inspected })
  return dossierId
}

/** The head's own practising licence, before there is a clinic. */
export async function licensedHead(owner: PersonActor): Promise<string> {
  const filling = { procedureKey: 'gphn-new', answersOf: () => practitionerAnswers() }
  return issue(owner, await aFullDraft(owner, filling), false)
}

/** The clinic opens. */
export async function openedClinic(owner: PersonActor): Promise<string> {
  return issue(owner, await aFullDraft(owner, { answersOf: () => clinicAnswers() }), true)
}

/** What of a new dossier came filled, of what it asks for. */
export type Filled = { fields: [filled: number, asked: number]; papers: [number, number] }

/** Begins from an earlier dossier, and counts against everything that a complete one says and brings. */
export async function beginFrom(
  owner: PersonActor,
  { procedureKey, from, said }: { procedureKey: string; from: string; said: Answers },
): Promise<{ draftId: string; filled: Filled; missing: string[] }> {
  const { draftId } = done(await startDraft(owner, { procedureKey, from, at: MONDAY }))
  const { answers, papers, procedure } = done(await viewDraft(owner, draftId))
  const rules = rulesAt(procedure, MONDAY)
  const whole = completeAnswers({ rules, variant: 0, chosen: { ...answers, ...said } })
  const asked = questionsOf(rules, whole)
  const filled = asked.filter((key) => Object.hasOwn(answers, key) && !Object.hasOwn(said, key))
  const wanted = requiredPapers(procedure, whole, rules.facts)
    .filter(({ demand }) => demand === 'required')
    .map(({ paper }) => paper.key)
  const there = wanted.filter((key) => papers.some(({ slotKey }) => slotKey === key))
  await complete(owner, draftId, {
    rules,
    whole,
    missing: wanted.filter((key) => !there.includes(key)),
  })
  return {
    draftId,
    missing: asked.filter((key) => !filled.includes(key)),
    filled: { fields: [filled.length, asked.length], papers: [there.length, wanted.length] },
  }
}

export async function finish(
  owner: PersonActor,
  draftId: string,
  { inspected = false } = {},
): Promise<string> {
  return issue(owner, draftId, inspected)
}

/** Questions that a person answers; what is only read or ticked at the end is none. */
function questionsOf({ procedure, facts }: FormRules, answers: Answers): string[] {
  return visibleSections(procedure, answers, facts)
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => !['paper', 'notice', 'declaration'].includes(type))
    .map(({ key }) => key)
    .filter((key) => Object.hasOwn(answers, key))
}

type Rest = { rules: FormRules; whole: Answers; missing: readonly string[] }

async function complete(owner: PersonActor, draftId: string, rest: Rest): Promise<void> {
  const { rules, whole, missing } = rest
  await inTransaction(async (tx) => {
    await changeDraft(tx, draftId, {
      answers: sealAnswers(rules.procedure, whole),
      updatedAt: MONDAY,
    })
    for (const slotKey of missing) {
      const [fileId, paperId] = [newId(), newId()]
      await writeOnce(storageKeyOf(fileId), Buffer.from(`%PDF-1.4 ${slotKey}`))
      await insertFile(tx, {
        id: fileId,
        uploadedBy: owner.personId,
        name: `${slotKey}.pdf`,
        size: 20,
        sha256: fileId.replaceAll('-', '').repeat(2),
        mediaType: 'application/pdf',
        state: 'clean',
        rejectedReason: null,
        scannedBy: 'test',
        storageKey: storageKeyOf(fileId),
        pageCount: null,
        createdAt: MONDAY,
      })
      await insertPaper(tx, {
        id: paperId,
        draftId,
        slotKey,
        version: 1,
        source: 'upload',
        createdAt: MONDAY,
      })
      await addPaperFile(tx, { paperId, fileId, position: 1 })
    }
  })
}
