import type { Verification, VerifiedDocument } from '@/components/dossier/verification'
import type { Locale } from '@/components/messages/locale'
import { translatorFor } from '@/components/messages/translator'
import type { LicenceFacts } from '@/lib/verification/find-licence'
import type { DocumentReport } from '@/lib/verification/verify-document'

type Telling = { locale: Locale; at: Date }

/** The outcome of asking for a number or a code. */
export function tellOfLicence(
  licence: LicenceFacts | undefined,
  { locale, at }: Telling,
): Verification {
  const checked = { reasons: [], signatures: [], checkedAt: at.toISOString() }
  if (!licence) return { ...checked, verdict: 'unknown' }
  return { ...checked, verdict: 'valid', document: describe(licence, locale) }
}

/** The outcome of checking a file, with what the register says of its licence. */
export function tellOfFile(
  report: DocumentReport,
  licence: LicenceFacts | undefined,
  { locale, at }: Telling,
): Verification {
  const t = translatorFor(locale, 'verify')
  const document = licence ? describe(licence, locale) : undefined
  return {
    verdict: report.verdict,
    reasons: report.reasons.map((reason) => t(`reasons.${reason}`)),
    signatures: report.signatures.map((signature) => ({
      name: signature.commonName ?? signature.subject,
      role: signature.role ?? undefined,
      organisation: signature.organisation ?? undefined,
      signedAt: signature.signedAt?.toISOString(),
      coversWholeFile: signature.coversWholeDocument,
    })),
    ...(document && { document }),
    checkedAt: at.toISOString(),
  }
}

function describe(licence: LicenceFacts, locale: Locale): VerifiedDocument {
  return {
    number: licence.number,
    holder: licence.holderName,
    issuer: licence.agency[locale],
    issuedOn: licence.issuedOn,
    validUntil: licence.validTo,
    state: licence.status,
    ...(licence.replacedBy ? { replacedBy: licence.replacedBy } : {}),
    lines: licence.lines,
  }
}
