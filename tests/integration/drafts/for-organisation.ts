import { inTransaction } from '@/db/client'
import { saveOrganisation } from '@/db/queries/identity'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { anApplicant, MONDAY } from '../dossiers/stage'

type Account = { taxCode: string; name?: string; address?: string }

/** Whoever represents an organisation, as the account knows it. */
export async function forOrganisation({
  taxCode,
  name = 'Công ty TNHH Nha khoa An Bình',
  address,
}: Account): Promise<PersonActor> {
  const organisationId = await inTransaction((tx) =>
    saveOrganisation(tx, {
      id: newId(),
      name,
      taxCode,
      kind: 'organisation',
      address: address ?? null,
      createdAt: MONDAY,
    }),
  )
  const capacity = {
    kind: 'organisation' as const,
    organisationId,
    mandateId: newId(),
    organisationName: name,
  }
  return { ...(await anApplicant('Đặng Quốc Việt')), capacity }
}
