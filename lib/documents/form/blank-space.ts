import { unbroken } from '@/lib/documents/wording'
import { partWord } from '@/lib/procedures/describe-condition'
import type { CodeLists } from '@/lib/procedures/form-rules'
import { fieldOptions } from '@/lib/procedures/options'
import type { ChoiceField, Field, FieldOf } from '@/lib/procedures/shape/field'

/** The room that an empty form leaves for an answer. */
export type BlankSpace =
  | { kind: 'lines'; count: number; hint: string }
  /** Words between which something is written: 'ngày …… tháng …… năm ………'. */
  | { kind: 'words'; text: string }
  | { kind: 'choices'; hint: string; options: readonly string[] }
  /** A line for each part of an answer. */
  | { kind: 'parts'; labels: readonly string[] }
  /** A timetable: one line for each day of the week. */
  | { kind: 'week'; days: readonly string[] }

/** More choices than this are written by hand: nobody looks for a country among 249 boxes. */
const MOST_CHOICES = 45

const line = (hint = '', count = 1): BlankSpace => ({ kind: 'lines', count, hint })
const words = (text: string): BlankSpace => ({ kind: 'words', text: unbroken(text) })

/** The fields that a person writes an answer into; tables, papers and statements are set otherwise. */
export type AskedField = Exclude<
  Field,
  FieldOf<'table'> | FieldOf<'paper'> | FieldOf<'declaration'> | FieldOf<'notice'>
>

/** What each kind of question leaves to be filled in by hand. */
export function blankSpace(field: AskedField, codes: CodeLists): BlankSpace {
  switch (field.type) {
    case 'text':
    case 'phone':
    case 'email':
      return line()
    case 'longtext':
      return line('', 3)
    case 'number':
      return words(`………………… ${field.unit?.vi ?? ''}`.trim())
    case 'money':
      return words('………………………… đồng')
    case 'date':
      return words('ngày ……… tháng ……… năm ……………')
    case 'time':
      return words('……… giờ ……… phút')
    case 'boolean':
      return { kind: 'choices', hint: '', options: ['Có', 'Không'] }
    case 'select':
    case 'multiselect':
      return choices(field, codes)
    case 'address':
      return parts(['street', 'commune', 'province'])
    case 'person':
    case 'organisation':
      return parts(field.parts)
    case 'schedule':
      return { kind: 'week', days: codes.lists['weekdays']?.items.map((day) => day.label.vi) ?? [] }
  }
}

function choices(field: ChoiceField, codes: CodeLists): BlankSpace {
  const options = fieldOptions(field, codes).map(({ label }) => label.vi)
  const one = field.type === 'select'
  if (options.length > MOST_CHOICES) {
    return line(`(ghi ${one ? 'một mục' : 'các mục'} theo danh mục của thủ tục trên Cổng)`)
  }
  return { kind: 'choices', hint: one ? '(chọn một)' : '(chọn một hoặc nhiều)', options }
}

function parts(keys: readonly string[]): BlankSpace {
  return { kind: 'parts', labels: keys.map(partWord) }
}
