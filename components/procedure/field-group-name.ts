import type { Locale } from '@/components/messages/locale'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

/** What a field of the health sector is called; its key, where the code list does not know it. */
export function fieldGroupName(fieldGroup: string, locale: Locale): string {
  const known = SHIPPED_CODES.lists['field_groups']?.items.find(({ value }) => value === fieldGroup)
  return known?.label[locale] ?? fieldGroup
}
