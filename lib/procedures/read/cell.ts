import { readBoolean, readMultiselect, readSelect } from '@/lib/procedures/read/choice'
import { readAddress } from '@/lib/procedures/read/composite'
import { readDate, readTime } from '@/lib/procedures/read/date'
import { readMoney, readNumber } from '@/lib/procedures/read/number'
import type { Place, Reading } from '@/lib/procedures/read/reading'
import { readSchedule } from '@/lib/procedures/read/schedule'
import { readEmail, readLongText, readPhone, readText } from '@/lib/procedures/read/text'
import type { Column } from '@/lib/procedures/shape/field'

type Reader<Type extends Column['type']> = (
  field: Extract<Column, { type: Type }>,
  raw: unknown,
  place: Place,
) => Reading

const CELL_READERS: { [Type in Column['type']]: Reader<Type> } = {
  text: readText,
  longtext: readLongText,
  number: readNumber,
  money: readMoney,
  date: readDate,
  time: readTime,
  boolean: readBoolean,
  select: readSelect,
  multiselect: readMultiselect,
  address: readAddress,
  phone: readPhone,
  email: readEmail,
  schedule: readSchedule,
}

/** One value of a simple field or a table cell; the caller has made sure that it is not empty. */
export function readCell<Type extends Column['type']>(
  field: Extract<Column, { type: Type }>,
  raw: unknown,
  place: Place,
): Reading {
  const reader: Reader<Type> = CELL_READERS[field.type as Type]
  return reader(field, raw, place)
}
