import { readAddressLine } from '@/lib/drafts/address-line'
import type { RegisteredEnterprise } from '@/lib/exchange/registers'
import { enterpriseRegister } from '@/lib/exchange/registers-here'
import type { PrefillSources } from '@/lib/procedures/prefill'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

/**
 * What is known of an applicant, completed by what the register of enterprises holds of the organisation,
 * so that it is not asked again (Decree 118/2025 Art. 17). What the sign-in says goes before the register.
 * Nothing is added when the register does not know it, or is out of reach.
 */
export async function withRegisteredFacts(known: PrefillSources): Promise<PrefillSources> {
  const taxCode = known['organisation.tax_code']
  if (typeof taxCode !== 'string') return known
  const answer = await enterpriseRegister().find(taxCode)
  return answer.code === 'found' ? { ...factsOf(answer.enterprise), ...known } : known
}

/** An address of before the communes of 2025 is left to the person. */
function factsOf(enterprise: RegisteredEnterprise): PrefillSources {
  const headOffice = readAddressLine(enterprise.address, SHIPPED_CODES.communes)
  return {
    'organisation.name': enterprise.name,
    'organisation.registration_number': enterprise.registrationNumber,
    'organisation.registration_date': enterprise.registrationDate,
    'organisation.registration_issuer': enterprise.issuer,
    ...(headOffice && { 'organisation.head_office': headOffice }),
  }
}
