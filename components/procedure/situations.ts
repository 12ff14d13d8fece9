import type { Procedure } from '@/lib/procedures/procedure'

/** Where every procedure of the State can be filed, also those that are not here yet. */
export const nationalPortal = 'https://dichvucong.gov.vn'

/** What people come for, and the procedures that serve it. */
export const situations = [
  { key: 'clinic', fieldGroups: ['kham-benh-chua-benh'], subjects: ['facility'] },
  { key: 'pharmacy', fieldGroups: ['duoc-my-pham'], subjects: ['facility'] },
  { key: 'practice', fieldGroups: ['kham-benh-chua-benh', 'duoc-my-pham'], subjects: ['person'] },
  {
    key: 'devices',
    fieldGroups: ['thiet-bi-y-te'],
    subjects: ['facility', 'organisation', 'product'],
  },
  {
    key: 'food',
    fieldGroups: ['an-toan-thuc-pham'],
    subjects: ['facility', 'organisation', 'product'],
  },
  {
    key: 'prevention',
    fieldGroups: ['phong-benh'],
    subjects: ['facility', 'organisation', 'product'],
  },
] as const satisfies readonly {
  key: string
  fieldGroups: readonly string[]
  subjects: readonly Procedure['subject'][]
}[]

export type Situation = (typeof situations)[number]

/** The situation that an address names, if it is one of ours. */
export function findSituation(key: string | null): Situation | undefined {
  return situations.find((situation) => situation.key === key)
}

/** Whether a procedure serves people in that situation. */
export function serves(
  procedure: Pick<Procedure, 'fieldGroup' | 'subject'>,
  situation: Situation,
): boolean {
  const groups: readonly string[] = situation.fieldGroups
  const subjects: readonly string[] = situation.subjects
  return groups.includes(procedure.fieldGroup) && subjects.includes(procedure.subject)
}
