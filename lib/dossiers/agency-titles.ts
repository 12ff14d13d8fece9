import type { AgencyRow } from '@/db/queries/agencies'

/** How an agency calls itself and its head in capitals, at the head and in the authority line of a document. */
export type AgencyTitles = { parent: string; agency: string; head: string }

type Named = Pick<AgencyRow, 'kind' | 'nameVi' | 'parentNameVi'>

/** The titles of an agency (Decree 30/2020, Annex I): a ministry stands under nobody on paper. */
export function agencyTitles({ kind, nameVi, parentNameVi }: Named): AgencyTitles {
  const parent = parentNameVi.toLocaleUpperCase('vi')
  switch (kind) {
    case 'ministry':
      return { parent, agency: 'BỘ Y TẾ', head: 'BỘ TRƯỞNG BỘ Y TẾ' }
    case 'ministry-department': {
      const agency = nameVi.toLocaleUpperCase('vi')
      return { parent, agency, head: `CỤC TRƯỞNG ${agency}` }
    }
    case 'provincial-health-department':
      return { parent, agency: 'SỞ Y TẾ', head: 'GIÁM ĐỐC SỞ Y TẾ' }
  }
}

/** How a letter calls the head of an agency, as in "khiếu nại đến Giám đốc Sở Y tế Hà Nội". */
export function headOf({ kind, nameVi }: Pick<AgencyRow, 'kind' | 'nameVi'>): string {
  if (kind === 'ministry') return 'Bộ trưởng Bộ Y tế'
  return `${kind === 'ministry-department' ? 'Cục trưởng' : 'Giám đốc'} ${nameVi}`
}
