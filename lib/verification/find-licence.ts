import { db } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { findDocumentByCode } from '@/db/queries/documents'
import { findReplacement } from '@/db/queries/outcomes'
import { findLicenceOfDocument, findLicencesByNumber, type LicenceRow } from '@/db/queries/registry'
import type { Day } from '@/lib/deadlines/day'
import { parseVerificationCode } from '@/lib/shared/ids'

/** What anybody may know of a licence: it is published by law, as it is printed. */
export type LicenceFacts = {
  number: string
  holderName: string
  agency: { vi: string; en: string }
  issuedOn: Day
  /** Null for a licence without expiry. */
  validTo: Day | null
  status: 'in-force' | 'expired' | 'suspended' | 'revoked'
  /** Number of the licence that stands in its place after a correction. */
  replacedBy: string | null
  /** The lines of the licence, in their order. */
  lines: { label: string; value: string }[]
}

/** A licence by its number or by the verification code beside its QR symbol, as people type them. */
export async function findLicence(typed: string, today: Day): Promise<LicenceFacts | undefined> {
  const row = (await findByCode(typed)) ?? (await findByNumber(typed))
  if (!row) return undefined
  const agency = await getAgency(db, row.agencyId)
  const { replacedByDocumentId } = row
  const replacement = replacedByDocumentId ? await findReplacement(db, replacedByDocumentId) : null
  return {
    number: row.number,
    holderName: row.holderName,
    agency: { vi: agency.nameVi, en: agency.nameEn },
    issuedOn: row.validFrom,
    validTo: row.validTo,
    status: statusOn(row, today),
    replacedBy: replacement ?? null,
    lines: row.fields.map(({ label, value }) => ({ label, value })),
  }
}

async function findByCode(typed: string): Promise<LicenceRow | undefined> {
  const code = parseVerificationCode(typed)
  const document = code ? await findDocumentByCode(db, code) : undefined
  return document && findLicenceOfDocument(db, document.id)
}

async function findByNumber(typed: string): Promise<LicenceRow | undefined> {
  const number = typed.normalize('NFC').replace(/\s+/g, '').toUpperCase()
  const [row] = await findLicencesByNumber(db, number)
  return row
}

function statusOn({ status, validTo }: LicenceRow, today: Day): LicenceFacts['status'] {
  const expired = status === 'in-force' && validTo !== null && validTo < today
  return expired ? 'expired' : status
}
