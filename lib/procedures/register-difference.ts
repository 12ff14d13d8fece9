export const ENTERPRISE_PARTS = [
  'name',
  'tax_code',
  'registration_number',
  'legal_representative',
  'status',
] as const
export type EnterprisePart = (typeof ENTERPRISE_PARTS)[number]

export const PERSON_PARTS = ['full_name', 'birth_date'] as const
export type PersonPart = (typeof PERSON_PARTS)[number]

/**
 * What a register of the State says otherwise than the form. It asks, it refuses nothing: names are
 * written in many ways, and a register can be behind the facts.
 */
export type RegisterDifference =
  | {
      register: 'enterprise'
      part: EnterprisePart
      /** The answer it is about; empty for what no question asks. */
      path: string
      /** The register's own words. Not kept of a tax code: a household's is a personal number. */
      said: string | null
    }
  /** The population database says which part differs, never what it holds itself. */
  | { register: 'population'; part: PersonPart; path: string }
