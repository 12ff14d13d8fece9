import { fieldOptions, isOffered } from '@/lib/procedures/options'
import { type Place, type Reading, read, wrong } from '@/lib/procedures/read/reading'
import type { FieldOf } from '@/lib/procedures/shape/field'

const YES: readonly unknown[] = [true, 'true', 'yes', 'on', '1']
const NO: readonly unknown[] = [false, 'false', 'no', '0']

export function readSelect(field: FieldOf<'select'>, raw: unknown, place: Place): Reading<string> {
  if (typeof raw !== 'string' || !isOffered(field, raw, place.codes)) {
    return wrong(place.path, 'not-in-list')
  }
  return read(raw)
}

/** Chosen values once each, in the order of the list. */
export function readMultiselect(
  field: FieldOf<'multiselect'>,
  raw: unknown,
  place: Place,
): Reading<string[]> {
  const chosen: unknown[] = (Array.isArray(raw) ? raw : [raw]).filter((item) => item !== '')
  const offered = fieldOptions(field, place.codes).map((option) => option.value)
  if (!chosen.every((item) => offered.includes(item as string)))
    return wrong(place.path, 'not-in-list')
  const value = offered.filter((item) => chosen.includes(item))
  const { minItems = 0, maxItems } = field
  if (place.complete && value.length < minItems) {
    return wrong(place.path, 'too-few-items', { min: minItems })
  }
  if (maxItems !== undefined && value.length > maxItems) {
    return wrong(place.path, 'too-many-items', { max: maxItems })
  }
  return read(value)
}

export function readBoolean(
  _field: FieldOf<'boolean'>,
  raw: unknown,
  place: Place,
): Reading<boolean> {
  const value = truthOf(raw)
  if (value === null) return wrong(place.path, 'type')
  return read(value)
}

/** A box that is ticked or not; unticked is no answer. */
export function readTick(_field: unknown, raw: unknown, place: Place): Reading<boolean> {
  const value = truthOf(raw)
  if (value === null) return wrong(place.path, 'type')
  return value ? read(true) : { issues: [] }
}

function truthOf(raw: unknown): boolean | null {
  // A hidden "no" and a ticked box send the same name twice; the tick wins.
  const values = Array.isArray(raw) ? raw : [raw]
  if (values.some((value) => YES.includes(value))) return true
  return values.every((value) => NO.includes(value)) ? false : null
}
