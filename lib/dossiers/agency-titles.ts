import type { AgencyRow } from '@/db/queries/agencies'

/** How an agency calls itself and its head in capitals, at the head and in the authority line of a document. */
export type AgencyTitles = { parent: string; agency: string; head: string }

const OF_KIND = {
  ministry: { agency: 'BỘ Y TẾ', head: 'BỘ TRƯỞNG BỘ Y TẾ' },
  'provincial-health-department': { agency: 'SỞ Y TẾ', head: 'GIÁM ĐỐC SỞ Y TẾ' },
} as const satisfies Record<AgencyRow['kind'], Pick<AgencyTitles, 'agency' | 'head'>>

/** The titles of an agency (Decree 30/2020, Annex I): a ministry stands under nobody on paper. */
export function agencyTitles({
  kind,
  parentNameVi,
}: Pick<AgencyRow, 'kind' | 'parentNameVi'>): AgencyTitles {
  return { parent: parentNameVi.toLocaleUpperCase('vi'), ...OF_KIND[kind] }
}
