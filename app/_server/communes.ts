import type { UnitOption } from '@/components/form/section-payload'
import { searchCommunes, unitLabel } from '@/lib/procedures/communes'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

const { communes } = SHIPPED_CODES
const vietnameseOrder = new Intl.Collator('vi')

/** The 34 provinces and cities in alphabetical order. */
export function provinceOptions(): UnitOption[] {
  return [...communes.provinces]
    .sort((a, b) => vietnameseOrder.compare(a.name, b.name))
    .map((province) => ({ value: province.code, label: unitLabel(province) }))
}

/** The communes of a province in alphabetical order; undefined when there is no such province. */
export function communeOptions(code: string): UnitOption[] | undefined {
  const province = communes.province(code)
  if (!province) return undefined
  return searchCommunes(province, '').map((commune) => ({
    value: commune.code,
    label: unitLabel(commune),
  }))
}
