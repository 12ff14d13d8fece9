import type { PersonPart } from '@/lib/procedures/register-difference'

/** An entry of the register of enterprises and household businesses. */
export type RegisteredEnterprise = {
  taxCode: string
  name: string
  kind: 'organisation' | 'household'
  registrationNumber: string
  /** A plain day. */
  registrationDate: string
  issuer: string
  /** The head office in one line, as the register writes it. */
  address: string
  /** One or several (Law on Enterprises 59/2020/QH14, Art. 12). */
  legalRepresentatives: readonly string[]
  status: 'active' | 'suspended' | 'dissolved'
}

export type EnterpriseAnswer =
  | { code: 'found'; enterprise: RegisteredEnterprise }
  | { code: 'not-found' }
  | { code: 'unavailable' }

/** The national register of enterprises. It never throws: what cannot be learnt is `unavailable`. */
export type EnterpriseRegister = { find: (taxCode: string) => Promise<EnterpriseAnswer> }

export type PersonAsked = { idNumber: string; fullName: string; birthDate: string | null }

export type PopulationAnswer =
  | { code: 'agrees' }
  | { code: 'differs'; parts: readonly PersonPart[] }
  | { code: 'not-found' }
  | { code: 'unavailable' }

/**
 * The national population database. It says whether what was given agrees; data of people it hands out
 * to nobody. It never throws.
 */
export type PopulationRegister = { check: (person: PersonAsked) => Promise<PopulationAnswer> }
