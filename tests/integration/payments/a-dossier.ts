import { inTransaction } from '@/db/client'
import { agencies } from '@/db/schema/agencies'
import { dossiers } from '@/db/schema/dossiers'
import { people } from '@/db/schema/identity'
import { definitionVersions } from '@/db/schema/procedures'
import { newId, newSubmissionReference } from '@/lib/shared/ids'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

export const fee = 1_450_000
const at = new Date('2026-11-24T01:00:00Z')
let ground: Promise<{ personId: string; procedureVersionId: string }> | undefined

/** A filed dossier in the given state, with a fee of 1.450.000 đ; returns its id. */
export async function aDossier(
  state: LicenceState = 'awaiting-payment',
  change: Partial<typeof dossiers.$inferInsert> = {},
): Promise<string> {
  ground ??= layGround()
  const { personId, procedureVersionId } = await ground
  const id = newId()
  await inTransaction((tx) =>
    tx.insert(dossiers).values({
      id,
      submissionReference: newSubmissionReference(),
      procedureKey: 'gphd-specialist-clinic-new',
      procedureVersionId,
      homeAgencyId: 'syt-01',
      solvingAgencyId: 'syt-01',
      receivingAgencyId: 'syt-01',
      channel: 'online',
      flow: 'licence',
      state,
      nationalState: 1,
      paymentState: 'due',
      deliveryState: 'none',
      syncState: 'pending',
      subject: 'Phòng khám chuyên khoa',
      ownerName: 'Lê Thị Mẫu',
      feeVnd: fee,
      submitterPersonId: personId,
      salt: 'salt',
      submittedAt: at,
      updatedAt: at,
      ...change,
    }),
  )
  return id
}

/** The agency, the person and the procedure that every dossier points to. */
async function layGround() {
  const [personId, procedureVersionId] = [newId(), newId()]
  await inTransaction(async (tx) => {
    await tx.insert(people).values({ id: personId, fullName: 'Lê Thị Mẫu', createdAt: at })
    await tx.insert(agencies).values({
      id: 'syt-01',
      code: 'H26.5',
      codeConfidence: 'unverified',
      kind: 'provincial-health-department',
      provinceCode: '01',
      nameVi: 'Sở Y tế Hà Nội',
      nameEn: 'Hà Nội Department of Health',
      parentNameVi: 'UBND thành phố Hà Nội',
      place: 'Hà Nội',
      licenceSuffix: 'HNO-GPHĐ',
      contact: { address: '', phone: '', email: '', deskName: { vi: '', en: '' } },
    })
    await tx.insert(definitionVersions).values({
      id: procedureVersionId,
      kind: 'procedure',
      key: 'gphd-specialist-clinic-new',
      version: 1,
      hash: 'hash',
      effectiveFrom: '2026-01-01',
      body: { name: { vi: 'Cấp mới giấy phép hoạt động', en: 'New operating licence' } },
      loadedAt: at,
    })
  })
  return { personId, procedureVersionId }
}
