import { mkdir, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findLicencesByNumber } from '@/db/queries/registry'
import { addMonths } from '@/lib/deadlines/day'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { NUMBER_AND_DATE, type VerifyOptions, verifyPdf } from '@/lib/signing/verify-pdf'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'
import { carryToResult, fileAny } from './any-procedure'
import { issuedBytes, stateOf } from './outcome-walk'
import { anApplicant, setTheStage } from './stage'

let strikeTheStage: () => Promise<void>
beforeAll(async () => {
  strikeTheStage = await setTheStage()
})
afterAll(() => strikeTheStage())

/** Where the results are left to be looked at, when asked for. */
const LOOK = process.env['LOOK_AT_RESULTS']

const COMPANIONED: ReadonlySet<string> = new Set([
  'gphd-hospital-new',
  'gphd-polyclinic-new',
  'gphd-specialist-clinic-new',
  'gpp-new',
])

async function leave(name: string, bytes: Uint8Array): Promise<void> {
  if (!LOOK) return
  await mkdir(LOOK, { recursive: true })
  await writeFile(`${LOOK}/${name}.pdf`, bytes)
}

async function demands(): Promise<VerifyOptions> {
  return {
    trust: await configuredTrust(),
    at: new Date(),
    allowedFills: NUMBER_AND_DATE,
    requiredRoles: ['leader', 'seal'],
  }
}

describe('every procedure of the product', () => {
  it.each(shippedProcedures())(
    '%s ends in a result with two valid signatures',
    async (key, procedure) => {
      const owner = await anApplicant()
      const dossierId = await fileAny(owner, { procedureKey: key })
      const inspected = procedure.serviceLevel.onSiteInspection
      await carryToResult(owner, { dossierId, inspected })

      expect(await stateOf(dossierId)).toBe('issued')
      const bytes = await issuedBytes(dossierId, 'licence')
      expect(verifyPdf(bytes, await demands()).verdict).toBe('valid')
      const number = (await findDocument(db, dossierId, 'licence'))?.number
      expect(number).toMatch(new RegExp(procedure.result.number.regex, 'u'))
      const { validMonths, template } = procedure.result
      const [registered] = await findLicencesByNumber(db, number ?? '')
      expect(registered?.kind).toBe(template)
      expect(registered?.validTo ?? null).toBe(
        validMonths === null ? null : addMonths(registered?.validFrom ?? '', validMonths),
      )
      const second = procedure.result.companion && (await findDocument(db, dossierId, 'companion'))
      // Clinics get the decision on their techniques, a pharmacy the certificate it asked for; who changes
      // something else (gphd-adjust) gets none.
      expect(second?.state === 'issued').toBe(COMPANIONED.has(key))
      if (second?.state === 'issued') {
        const companion = await issuedBytes(dossierId, 'companion')
        expect(verifyPdf(companion, await demands()).verdict).toBe('valid')
        expect(second.number).toMatch(
          new RegExp(procedure.result.companion?.number.regex ?? '', 'u'),
        )
        const [listed] = await findLicencesByNumber(db, second.number ?? '')
        expect(listed).toMatchObject({ documentId: second.id, status: 'in-force' })
        await leave(`${key}-companion`, companion)
      }
      await leave(key, bytes)
    },
  )
})
