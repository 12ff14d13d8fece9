import type { CodeListItem } from '@/lib/procedures/code-list'
import type { CodeLists } from '@/lib/procedures/form-rules'
import type { ChoiceField, Option } from '@/lib/procedures/shape/field'
import type { LocalText } from '@/lib/procedures/shape/text'

/** What a person may choose, in the order of the list; retired items are not offered. */
export function fieldOptions(field: ChoiceField, codes: CodeLists): Option[] {
  const all = field.options ?? activeItems(field.list, codes)
  const { allowed } = field
  const offered = allowed ? all.filter((option) => allowed.includes(option.value)) : all
  return offered.map(({ value, label }) => ({ value, label }))
}

/** Whether a person may choose this value now; the same answer as `fieldOptions`, but quick. */
export function isOffered(field: ChoiceField, value: string, codes: CodeLists): boolean {
  if (field.allowed && !field.allowed.includes(value)) return false
  if (field.options) return field.options.some((option) => option.value === value)
  const items = codes.lists[field.list ?? '']?.items ?? []
  return items.some((item) => item.value === value && item.active)
}

/** The label of a value, also of one that is no longer offered. */
export function optionLabel(
  source: Pick<ChoiceField, 'options' | 'list'>,
  value: string,
  codes: CodeLists,
): LocalText | undefined {
  const items = source.options ?? codes.lists[source.list ?? '']?.items
  return items?.find((item) => item.value === value)?.label
}

function activeItems(list: string | undefined, codes: CodeLists): CodeListItem[] {
  return (codes.lists[list ?? '']?.items ?? []).filter((item) => item.active)
}
