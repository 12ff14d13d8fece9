import type { Transaction } from '@/db/client'
import {
  endMandates,
  findMandates,
  insertMandate,
  type MandateWithOrganisation,
  saveOrganisation,
} from '@/db/queries/identity'
import type { EidClaims } from '@/lib/identity/eid-claims'
import { newId } from '@/lib/shared/ids'

type Represented = EidClaims['organisations'][number]

/**
 * Brings a person's mandates in line with what the electronic identity says today: new ones begin,
 * those it no longer names end at once. The caller holds the person's row.
 */
export async function renewMandates(
  tx: Transaction,
  { personId, organisations }: { personId: string; organisations: readonly Represented[] },
  at: Date,
): Promise<void> {
  const held = await findMandates(tx, personId, at)
  const ended = held.filter((mandate) => !organisations.some((claim) => same(mandate, claim)))
  await endMandates(
    tx,
    ended.map((mandate) => mandate.id),
    at,
  )
  // In one order for everybody, so that two representatives who sign in at once do not lock each other.
  for (const claim of [...organisations].sort((a, b) => (a.tax_code < b.tax_code ? -1 : 1))) {
    const organisationId = await saveOrganisation(tx, {
      id: newId(),
      name: claim.name,
      taxCode: claim.tax_code,
      kind: claim.kind,
      address: claim.address ?? null,
      createdAt: at,
    })
    if (held.some((mandate) => same(mandate, claim))) continue
    const mandate = { id: newId(), personId, organisationId, role: claim.role }
    await insertMandate(tx, { ...mandate, validFrom: at, validTo: null })
  }
}

function same(mandate: MandateWithOrganisation, claim: Represented): boolean {
  return mandate.taxCode === claim.tax_code && mandate.role === claim.role
}
