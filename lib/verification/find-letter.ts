import { db } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { findDocumentByCode, findDocumentNumber } from '@/db/queries/documents'
import { parseVerificationCode } from '@/lib/shared/ids'

const LETTERS = ['extension-letter', 'stop-notice'] as const

/** What anybody with its code may know of a letter: that it is ours. Whom it is about stays with them. */
export type LetterFacts = {
  kind: (typeof LETTERS)[number]
  number: string
  issuedOn: string
  agency: { vi: string; en: string }
}

/** An issued letter of an agency by its verification code, as people type it. */
export async function findLetter(typed: string): Promise<LetterFacts | undefined> {
  const code = parseVerificationCode(typed)
  const document = code ? await findDocumentByCode(db, code) : undefined
  const kind = LETTERS.find((letter) => letter === document?.kind)
  if (!document || !kind || document.state !== 'issued') return undefined
  const given = await findDocumentNumber(db, document.id)
  if (!given) return undefined
  const { number, issuedOn } = given
  const agency = await getAgency(db, given.agencyId)
  return { kind, number, issuedOn, agency: { vi: agency.nameVi, en: agency.nameEn } }
}
