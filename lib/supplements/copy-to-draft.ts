import type { Transaction } from '@/db/client'
import { findPaperVersions, getNewestAnswers } from '@/db/queries/content-versions'
import type { DefinitionRow } from '@/db/queries/definitions'
import { type DraftOwner, insertDraft } from '@/db/queries/drafts'
import { addPaperFile, insertPaper } from '@/db/queries/files'
import { getProcedureBody } from '@/lib/casework/definitions'
import { newId } from '@/lib/shared/ids'

type Copy = {
  dossierId: string
  owner: DraftOwner
  version: DefinitionRow
  /** Whether the draft changes the dossier, or files what it held as a new one. */
  purpose: 'change' | 'file-again'
  at: Date
}

/**
 * A draft that holds all that a dossier declares and brought: the files themselves are shared, not copied,
 * and stay as long as one of the two holds them. Returns the draft's id.
 */
export async function copyToDraft(tx: Transaction, copy: Copy): Promise<string> {
  const { dossierId, owner, version, purpose, at } = copy
  const draftId = newId()
  const { answers } = await getNewestAnswers(tx, dossierId)
  await insertDraft(tx, {
    id: draftId,
    procedureKey: version.key,
    procedureVersionId: version.id,
    personId: owner.personId,
    organisationId: owner.organisationId,
    answers,
    doneSections: getProcedureBody(version).sections.map(({ key }) => key),
    version: 1,
    createdAt: at,
    updatedAt: at,
    submittedDossierId: null,
    submitKey: null,
    changesDossierId: purpose === 'change' ? dossierId : null,
    refilesDossierId: purpose === 'file-again' ? dossierId : null,
  })
  const papers = await findPaperVersions(tx, dossierId)
  const counting = papers.filter((paper) => !paper.supersededAt && paper.files.length > 0)
  for (const { paperId: filedAs, slotKey, source, files } of counting) {
    const paperId = newId()
    await insertPaper(tx, { id: paperId, draftId, slotKey, version: 1, source, createdAt: at })
    for (const [index, file] of files.entries()) {
      const { fileId, fromDocumentId } = file
      // In a new dossier it is used again; within the same one it comes from where it came from.
      const fromPaperId = purpose === 'change' ? file.fromPaperId : filedAs
      await addPaperFile(tx, { paperId, fileId, position: index + 1, fromPaperId, fromDocumentId })
    }
  }
  return draftId
}
