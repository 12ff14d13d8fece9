import { FACT_WORDS, PART_WORDS } from '@/lib/procedures/condition-words'
import { DESCRIBE_WORDS, describeDay } from '@/lib/procedures/describe-words'
import type { CodeLists } from '@/lib/procedures/form-rules'
import { optionLabel } from '@/lib/procedures/options'
import type { Procedure } from '@/lib/procedures/procedure'
import { writeNumber } from '@/lib/procedures/read/number'
import { fieldsOf } from '@/lib/procedures/read-answers'
import type { Comparison, Condition, Operand } from '@/lib/procedures/shape/condition'
import type { Column, Field } from '@/lib/procedures/shape/field'

/** Where the names in a condition are looked up: the columns of a row before the procedure. */
export type ConditionScope = {
  procedure: Procedure
  codes: CodeLists
  columns?: readonly Column[]
}

type Asked = { label: string; wordOf: (value: Operand) => string }

/**
 * A condition in Vietnamese words, to follow "khi": '“Quốc tịch” không phải là “Việt Nam”'. Questions are
 * named by their labels, choices by the labels of their lists.
 */
export function describeCondition(condition: Condition, scope: ConditionScope): string {
  if ('all' in condition) return joined(condition.all, ' và ', scope)
  if ('any' in condition) return joined(condition.any, ' hoặc ', scope)
  if ('not' in condition) return `không có trường hợp: ${describeCondition(condition.not, scope)}`
  if ('fact' in condition) return FACT_WORDS[condition.fact]
  if ('from' in condition) return `từ ngày ${describeDay(condition.from, 'vi')}`
  return compared(condition, askedOf(condition.field, scope))
}

function joined(parts: readonly Condition[], word: string, scope: ConditionScope): string {
  const mixed = parts.length > 1
  return parts
    .map((part) => {
      const said = describeCondition(part, scope)
      return mixed && ('all' in part || 'any' in part) ? `(${said})` : said
    })
    .join(word)
}

function compared(comparison: Comparison, { label, wordOf }: Asked): string {
  const named = `“${label}”`
  switch (comparison.op) {
    case 'eq':
      return `${named} là “${wordOf(comparison.value)}”`
    case 'ne':
      return `${named} không phải là “${wordOf(comparison.value)}”`
    case 'contains':
      return `${named} có “${wordOf(comparison.value)}”`
    case 'in':
      return `${named} là ${oneOf(comparison.value, wordOf)}`
    case 'not_in':
      return `${named} không phải là ${oneOf(comparison.value, wordOf)}`
    case 'contains_any':
      return `${named} có ${oneOf(comparison.value, wordOf)}`
    case 'any_ne':
      return `${named} có nội dung khác ${oneOf(comparison.value, wordOf)}`
    case 'at_least':
      return `${named} từ ${wordOf(comparison.value)} trở lên`
    case 'at_most':
      return `${named} không quá ${wordOf(comparison.value)}`
    case 'filled':
      return `có khai ${named}`
  }
}

function oneOf(values: readonly Operand[], wordOf: Asked['wordOf']): string {
  const words = values.map((value) => `“${wordOf(value)}”`)
  const last = words.at(-1)
  return words.length === 1 ? `${last}` : `${words.slice(0, -1).join(', ')} hoặc ${last}`
}

function askedOf(path: string, { procedure, codes, columns = [] }: ConditionScope): Asked {
  const [key = '', part] = path.split('.')
  const derived = procedure.derived.find((candidate) => candidate.key === key)
  const field = [...columns, ...fieldsOf(procedure)].find((candidate) => candidate.key === key)
  const label = field?.label.vi ?? derived?.label.vi ?? key
  const source = choicesOf(field) ?? derived ?? {}
  return {
    label: part ? `${label}: ${partWord(part).toLocaleLowerCase('vi')}` : label,
    wordOf: (value) =>
      plainWord(value) ??
      placeName(part, String(value), codes) ??
      optionLabel({ options: undefined, list: undefined, ...source }, String(value), codes)?.vi ??
      String(value),
  }
}

function choicesOf(field: Field | Column | undefined) {
  return field?.type === 'select' || field?.type === 'multiselect' ? field : undefined
}

function plainWord(value: Operand): string | undefined {
  if (typeof value === 'boolean') return DESCRIBE_WORDS.vi[value ? 'yes' : 'no']
  return typeof value === 'number' ? writeNumber(value) : undefined
}

function placeName(part: string | undefined, code: string, { communes }: CodeLists) {
  if (part === 'province') return communes.province(code)?.name
  return part === 'commune' ? communes.commune(code)?.name : undefined
}

/** What a part of a composite answer is called: 'Họ và tên' for `full_name`. */
export function partWord(part: string): string {
  return PART_WORDS[part] ?? part
}
